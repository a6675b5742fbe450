"""What mkdocs.yml says that the store must agree on, or that pages must know: languages, address, reading order."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dalil.model.web_address import BadAddress, is_web_address, web_address
from dalil.problems import Phrase, Place, Problems, phrase
from dalil.reading.documents import Document, KeyPath, read
from dalil.reading.validation import shorten
from dalil.store import Store
from dalil.text.near import nearest

FILE = "mkdocs.yml"
SAFE = "/:@!$&'()*+,;=~%"
"""What a path may hold besides letters, digits and `-._` (RFC 3986, 3.3), what is encoded already among it."""


@dataclass(frozen=True)
class Settings:
    """What pages need to know of the site around them."""

    address: str = ""
    """Where the site stands on the web, ending in a slash."""
    order: tuple[str, ...] = ()
    """The files of the navigation, such as `origins.md`, in its order, which is the order of reading."""
    outside: tuple[str, ...] = ()
    """Patterns of files that knowingly stand in no navigation (MkDocs’ `not_in_nav`)."""
    theme: str = ""
    """The name of the installed theme."""
    from_disk: bool = False
    """Whether the site is to be opened from disk, where no server finds pages or answers scripts."""


def read_settings(root: Path, store: Store, problems: Problems) -> Settings:
    """Reads mkdocs.yml; notes that it is missing, has no address, or has other languages than `data/site.yml`."""
    if not (root / FILE).is_file():
        problems.add("file-missing", Place(FILE), file=FILE)
        return Settings()
    document = read(root, root / FILE, problems)
    if not document.data:
        return Settings()
    _check_languages(document, store, problems)
    address = _site_address(document, problems)
    if document.data.get("repo_url"):
        _address(document, "repo_url", problems)
    theme = document.data.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    _check_navigation(root, document, store, problems)
    order = tuple(_files(document.data.get("nav")))
    outside = tuple(str(document.data.get("not_in_nav") or "").split())
    return Settings(address, order, outside, str(name or ""))


def base_of(root: Path) -> str:
    """Where the site of a project stands on its host, such as `/` or `/folder/`; the root when nothing sound says."""
    if not (root / FILE).is_file():
        return "/"
    problems = Problems()
    address = _site_address(read(root, root / FILE, problems), problems)
    return urllib.parse.urlsplit(address).path or "/"


def _site_address(document: Document, problems: Problems) -> str:
    """Where the site stands, in ASCII as site maps need it; empty, with the fault noted, when it is no such place."""
    address = _address(document, "site_url", problems)
    if not address:
        return ""
    parts = urllib.parse.urlsplit(address)
    if (odd := _oddity(parts.path)) is not None:
        _note(document, "site_url", address, odd, problems)
        return ""
    path = urllib.parse.quote(parts.path, safe=SAFE)
    return urllib.parse.urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def _oddity(path: str) -> Phrase | None:
    """What keeps a path from being a folder that stands where it says."""
    segments = path.split("/")[1:-1]
    if not path.endswith("/"):
        return phrase("address-slash")
    if any(map(_leads_back, segments)):
        return phrase("address-path")
    return None


def _leads_back(segment: str) -> bool:
    """Whether a part of a path is none, or one that a browser takes away (WHATWG URL, 4.4)."""
    return urllib.parse.unquote(segment) in ("", ".", "..")


def _mended(text: str) -> str:
    """The most likely address of a site for one that is none; empty when it cannot be told."""
    host = re.sub(r"^(?:https?:)?/*", "", re.split(r"[?#]", text.strip())[0], flags=re.IGNORECASE)
    host, _, path = host.partition("/")
    segments = [one for one in path.removesuffix("index.html").split("/") if not _leads_back(one)]
    scheme = "http" if text.strip().lower().startswith("http:") else "https"
    mended = urllib.parse.quote(f"{scheme}://{host}/{''.join(f'{one}/' for one in segments)}", safe=SAFE)
    return mended if "." in host and is_web_address(mended) else ""


def _note(document: Document, name: str, found: str, reason: Phrase, problems: Problems) -> None:
    nearest = {"nearest": _mended(found)} if name == "site_url" else {}
    place = document.place((name,))
    problems.add("settings-address", place, field=name, found=shorten(found), reason=reason, **nearest)


def _address(document: Document, name: str, problems: Problems) -> str:
    """An address of the settings, without query and fragment; empty, with the fault noted, when it is none."""
    text = document.data.get(name)
    if not text or not isinstance(text, str):
        place = document.place((name,)) if name in document.data else Place(FILE)
        problems.add("settings-address", place, field=name, found=phrase("none"), reason=phrase("address-scheme"))
        return ""
    try:
        if web_address(text).is_plain:
            return text
        reason = phrase("address-plain")
    except BadAddress as error:
        reason = error.reason
    _note(document, name, text, reason, problems)
    return ""


def _check_navigation(root: Path, document: Document, store: Store, problems: Problems) -> None:
    """Notes what the theme could not show: it names sections by interface strings, and pages by their own titles."""
    pages = {page for file in (root / "docs").rglob("*.md") for page in names_of(file.relative_to(root / "docs"))}
    for path, label, target in _entries(document.data.get("nav"), ("nav",)):
        within = len(path) > 3
        if label and not target:
            inner = _at(document.data, path)
            if not isinstance(inner, list) or not [item for item in inner if item]:
                problems.add("nav-empty", document.place(path, key=True), label=shorten(label))
        if label and (within or label not in store.interface):
            near = "" if within else nearest(label, store.interface)
            problems.add("nav-label", document.place(path, key=True), label=shorten(label), nearest=near)
        if target and target not in pages:
            problems.add("nav-target", document.place(path), target=shorten(target), nearest=nearest(target, pages))


def names_of(file: Path) -> Iterator[str]:
    """What the navigation may call a page of `docs`: its file, or a folder's own page by the folder."""
    yield file.as_posix()
    if file.name == "index.md" and file.parent.name:
        yield f"{file.parent.as_posix()}.md"


def _entries(nav: object, path: KeyPath) -> Iterator[tuple[KeyPath, str, str]]:
    """(place, label, file) of each entry of the navigation; either may be empty."""
    for index, item in enumerate(nav if isinstance(nav, list) else []):
        if isinstance(item, dict):
            for label, inner in item.items():
                at = (*path, index, label)
                yield at, str(label), inner if isinstance(inner, str) else ""
                yield from _entries(inner, at)
        elif item is not None:
            yield (*path, index), "", str(item)


def _at(data: object, path: KeyPath) -> Any:
    """What stands at a path."""
    for part in path:
        data = data[part]  # type: ignore[index]
    return data


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
