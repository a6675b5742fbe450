"""What dalil itself takes from mkdocs.yml: the site's address, and the languages, which must be those of the store."""

from __future__ import annotations

import urllib.parse
from pathlib import Path
from typing import Any

from dalil.problems import Place, Problems
from dalil.reading import Document, KeyPath, read
from dalil.store import Store

FILE = "mkdocs.yml"


def check_settings(root: Path, store: Store, problems: Problems) -> str:
    """The site's address on the web, with a slash at its end.

    Notes a missing mkdocs.yml, an address that is none, and languages that differ from those of `data/site.yml`.
    """
    if not (root / FILE).is_file():
        problems.add("file-missing", Place(FILE), file=FILE)
        return ""
    document = read(root, root / FILE, problems)
    _check_languages(document, store, problems)
    address = str(document.data.get("site_url") or "")
    parts = urllib.parse.urlsplit(address)
    if document.data and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment):
        place = document.place(("site_url",)) if address else Place(FILE)
        problems.add("settings-address", place, found=address or "none")
    return address.rstrip("/") + "/"


def _check_languages(document: Document, store: Store, problems: Problems) -> None:
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


def _languages(document: Document) -> tuple[KeyPath, list[dict[str, Any]]]:
    plugins = document.data.get("plugins") or []
    for index, plugin in enumerate(plugins if isinstance(plugins, list) else []):
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict):
            languages = plugin["i18n"].get("languages") or []
            found = [language for language in languages if isinstance(language, dict)]
            return ("plugins", index, "i18n", "languages"), found
    return ("plugins",), []
