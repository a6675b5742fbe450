"""Holds what a file of the store says against the limits, whatever its fields are, before any model looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dalil.problems import Place, Problems, phrase
from dalil.problems.limits import ENTRIES, MAX_ENTRIES, MAX_KEY, MAX_RECORDS, MAX_REGISTERED, MAX_SCALAR

if TYPE_CHECKING:
    from dalil.reading.documents import Document, KeyPath


REGISTERS = "data/register/"
"""Where commands write what they found: an entry for every text or source of a site, with what pages of others say."""


def keep_bounds(document: Document, problems: Problems) -> None:
    """Takes out of a document the records that are beyond a limit, and notes why; one fault a record is enough.

    Nothing that names them is at fault: they are there, and `document.lost` says so.
    """
    limit = MAX_REGISTERED if document.path.startswith(REGISTERS) else MAX_RECORDS
    if len(document.data) > limit:
        beyond = list(document.data)[limit:]
        place = document.place((beyond[0],), key=True)
        problems.add("too-many", place, what=phrase("records"), count=len(document.data), limit=limit)
        for key in beyond:
            _lose(document, key)
    for key, value in list(document.data.items()):
        fault = next(_beyond(value, (key,)), None)
        if fault is not None:
            code, path, details = fault
            problems.add(code, document.place(path, key=code == "too-many"), **details)
            _lose(document, key)


def note_files(count: int, limit: int, folder: str, problems: Problems) -> None:
    """Notes that a folder holds more files than a site may have."""
    if count > limit:
        problems.add("too-many", Place(folder), what=phrase("files"), count=count, limit=limit)


def _lose(document: Document, key: str) -> None:
    del document.data[key]
    document.lost.add(key)


def _beyond(value: Any, path: KeyPath) -> Iterator[tuple[str, KeyPath, dict[str, Any]]]:
    """Code, path and details of what is beyond a limit in the value of a path."""
    waiting: list[tuple[Any, KeyPath]] = [(value, path)]
    while waiting:
        value, path = waiting.pop()
        name = str(path[-1])
        if len(path) > 1 and len(name) > MAX_KEY:  # An id has a limit of its own.
            yield "too-long", path, {"count": len(name), "limit": MAX_KEY}
        if isinstance(value, str):
            if len(value) > MAX_SCALAR:
                yield "too-long", path, {"count": len(value), "limit": MAX_SCALAR}
        elif isinstance(value, dict | list):
            # A record's id may be the name of such a field by chance.
            limit = ENTRIES.get(name, MAX_ENTRIES) if len(path) > 1 else MAX_ENTRIES
            if len(value) > limit:
                yield "too-many", path, {"what": phrase("entries"), "count": len(value), "limit": limit}
            elif isinstance(value, dict):
                waiting += [(item, (*path, key)) for key, item in value.items()]
            else:
                waiting += [(item, (*path, index)) for index, item in enumerate(value)]
