"""Is each catalogue whole, named after its language, and of the texts that there are? No word of it is looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from dalil.model.codes import LOCALE_PATTERN
from dalil.problems import Place, Problems
from dalil.reading.files.real import left_behind, real_files
from dalil.store import Store
from dalil.text.near import Known
from dalil.translation.catalogue import FOLDER, Catalogue
from dalil.translation.units import units_of

KEY = re.compile(r'^msgctxt "(.*)"[ \t]*$', re.MULTILINE)
CHARSET = re.compile(r"charset=([\w-]+)", re.IGNORECASE)
MUCH = 10
"""Of so many texts, one lacking at the end of a file is still no sign that it was cut short."""


def check_strays(root: Path, store: Store, problems: Problems) -> None:
    """Notes files beside the catalogues that are none: nobody would ever read them.

    One that is called after a language which the site does not have was kept when that was taken out.
    """
    for path in real_files(root, root / FOLDER, Problems()):
        if left_behind(path.name) or path.suffix in (".md", ".pot") or path.name.startswith("."):
            continue
        code, spelt = path.stem, path.stem.replace("_", "-").lower()
        same = next((one for one in store.site.translated if one.lower() == spelt), "")
        if path.suffix == ".po" and re.fullmatch(LOCALE_PATTERN, code) and same in ("", code):
            continue
        base = next((one for one in store.site.translated if one.lower() == spelt.split("-")[0]), "")
        near = same or base or Known(store.site.translated).nearest(code)
        place = Place(path.relative_to(root).as_posix())
        problems.add("catalogue-stray", place, nearest=f"{near}.po" if near else "", known=store.site.translated)


def check_whole(catalogue: Catalogue, store: Store, problems: Problems) -> None:
    """Notes what a catalogue's header says wrong, texts of it that the store has not, and an end that is missing."""
    _check_header(catalogue, problems)
    source = store.site.source_of(catalogue.locale)
    keys = [unit.key for unit in units_of(store) if source in unit.text]
    places = {match[1]: match.start() for match in KEY.finditer(catalogue.text)}
    known = Known(keys)
    for key in [one for one in catalogue.messages if one not in set(keys)]:
        line = catalogue.text.count("\n", 0, places.get(key, 0)) + 1
        column = len('msgctxt "') + 1 if key in places else 1
        near = known.nearest(key)
        problems.add(
            "catalogue-unknown",
            Place(catalogue.path, line, column),
            key=key,
            locale=catalogue.locale,
            nearest="" if near in catalogue.messages else near,
        )
    _check_end(catalogue, keys, problems)


def _check_header(catalogue: Catalogue, problems: Problems) -> None:
    charset = CHARSET.search(catalogue.header.get("Content-Type", ""))
    if charset and charset[1].upper() not in ("UTF-8", "UTF8", "CHARSET"):
        problems.add("catalogue-header", _place_in_header(catalogue, charset[1]), found=charset[1], expected="UTF-8")
    language = catalogue.header.get("Language", "")
    if language and language.replace("-", "_").lower() != catalogue.locale.replace("-", "_").lower():
        expected = catalogue.locale.replace("-", "_")
        place = _place_in_header(catalogue, "Language:", language)
        problems.add("catalogue-header", place, found=language, expected=expected)


def _place_in_header(catalogue: Catalogue, *words: str) -> Place:
    """Where the last of some words stands, on the line of the first."""
    at = max(catalogue.text.find(words[0]), 0)
    at = max(catalogue.text.find(words[-1], at + (len(words[0]) if len(words) > 1 else 0)), at)
    line = catalogue.text.count("\n", 0, at)
    return Place(catalogue.path, line + 1, at - catalogue.text.rfind("\n", 0, at))


def _check_end(catalogue: Catalogue, keys: Sequence[str], problems: Problems) -> None:
    """A file that was cut lacks the texts that come last; one that is behind its store lacks some here and there."""
    present = [number for number, key in enumerate(keys) if key in catalogue.messages]
    if not present:
        return
    missing = len(keys) - 1 - present[-1]
    last = keys[present[-1]]
    before = present[-1] + 1 - len(present)
    if (missing > len(keys) // MUCH and missing > 2 * before) or last not in catalogue.strings:
        end = catalogue.text.rstrip("\n").count("\n") + 1
        problems.add("catalogue-cut", Place(catalogue.path, end), key=last, count=missing, locale=catalogue.locale)
