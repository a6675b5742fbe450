"""What mkdocs.yml says that the store must agree on, or that pages must know: languages, address, reading order."""

from __future__ import annotations

import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dalil.problems import Place, Problems, phrase
from dalil.reading import Document, KeyPath, read
from dalil.store import Store

FILE = "mkdocs.yml"


@dataclass(frozen=True)
class Settings:
    """What pages need to know of the site around them."""

    address: str = ""
    """Where the site stands on the web, ending in a slash."""
    order: tuple[str, ...] = ()
    """The files of the navigation, such as `origins.md`, in its order, which is the order of reading."""
    theme: str = ""
    """The name of the installed theme."""


def read_settings(root: Path, store: Store, problems: Problems) -> Settings:
    """Reads mkdocs.yml; notes that it is missing, has no address, or has other languages than `data/site.yml`."""
    if not (root / FILE).is_file():
        problems.add("file-missing", Place(FILE), file=FILE)
        return Settings()
    document = read(root, root / FILE, problems)
    if not document.data:
        return Settings()
    _check_languages(document, store, problems)
    address = str(document.data.get("site_url") or "")
    parts = urllib.parse.urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        place = document.place(("site_url",)) if address else Place(FILE)
        problems.add("settings-address", place, found=address or phrase("none"))
    theme = document.data.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    return Settings(f"{address.rstrip('/')}/", tuple(_files(document.data.get("nav"))), str(name or ""))


def _files(nav: object) -> Iterator[str]:
    """The files that a part of the navigation names, from first to last."""
    if isinstance(nav, str):
        if nav.endswith(".md"):
            yield nav
    elif isinstance(nav, list | dict):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _files(item)


def _check_languages(document: Document, store: Store, problems: Problems) -> None:
    path, languages = _languages(document)
    codes = [str(language.get("locale")) for language in languages]
    defaults = [
        str(language.get("locale")) for language in languages if str(language.get("default")).lower() in ("true", "yes")
    ]
    if sorted(codes) != sorted(store.locales) or defaults != [store.site.default]:
        found = phrase("languages", codes=codes, default=defaults) if defaults else codes or phrase("none")
        place = document.place(path, key=True)
        problems.add("settings-languages", place, found=found, expected=store.locales, default=store.site.default)


def _languages(document: Document) -> tuple[KeyPath, list[dict[str, Any]]]:
    plugins = document.data.get("plugins") or []
    for index, plugin in enumerate(plugins if isinstance(plugins, list) else []):
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict):
            languages = plugin["i18n"].get("languages") or []
            found = [language for language in languages if isinstance(language, dict)]
            return ("plugins", index, "i18n", "languages"), found
    return ("plugins",), []
