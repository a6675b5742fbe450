"""What the engine reads in mkdocs.yml: the languages, on which it and the store must agree, and the site's address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dalil.problems import Place, Problems
from dalil.reading import Document, KeyPath, read
from dalil.store import Store

FILE = "mkdocs.yml"


def check_settings(root: Path, store: Store, problems: Problems) -> None:
    """Notes a missing mkdocs.yml, and languages that differ from those of `data/site.yml`."""
    if not (root / FILE).is_file():
        problems.add("file-missing", Place(FILE), file=FILE)
        return
    document = read(root, root / FILE, problems)
    path, languages = _languages(document)
    codes = [str(language.get("locale")) for language in languages]
    defaults = [
        str(language.get("locale")) for language in languages if str(language.get("default")).lower() in ("true", "yes")
    ]
    expected = ", ".join(store.locales)
    if document.data and (sorted(codes) != sorted(store.locales) or defaults != [store.site.default]):
        found = ", ".join(codes) + (f" (default {', '.join(defaults)})" if defaults else "")
        place = document.place(path, key=True)
        problems.add("settings-languages", place, found=found or "none", expected=expected, default=store.site.default)


def site_address(root: Path) -> str:
    """The address at which the site is published, with a slash at its end; empty when mkdocs.yml gives none."""
    if not (root / FILE).is_file():
        return ""
    address = str(read(root, root / FILE, Problems()).data.get("site_url") or "")
    return address and address.rstrip("/") + "/"


def _languages(document: Document) -> tuple[KeyPath, list[dict[str, Any]]]:
    plugins = document.data.get("plugins") or []
    for index, plugin in enumerate(plugins if isinstance(plugins, list) else []):
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict):
            languages = plugin["i18n"].get("languages") or []
            found = [language for language in languages if isinstance(language, dict)]
            return ("plugins", index, "i18n", "languages"), found
    return ("plugins",), []
