"""Where a new record goes: into the file of its neighbours, and there after those that are most like it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from dalil.editing.layout import Block, Layout
from dalil.store import Store

LIKENESS = {
    "sources": ("publisher", "type", "language"),
    "entities": ("kind", "page"),
    "events": ("topic",),
    "claims": ("topic",),
    "statements": ("role", "topic", "object", "at"),
    "disputes": ("topic",),
    "terms": (),
}
"""Folder to the fields in which records of one file are alike, the weightiest first."""
DATED = {"sources": "published", "events": "date"}
"""Folder to the date by which its records may be in order."""
ENOUGH = 3
"""From so few records on, an order is no accident."""


def file_for(store: Store, kind: str, fields: Mapping[str, Any]) -> str:
    """The file whose records are most like a new one, as a path in the project; perhaps one that is yet to be made."""
    files: dict[str, list[Any]] = {}
    for record in store.of_kind(kind).values():
        files.setdefault(store.loaded.documents[kind, record.id].path, []).append(record)
    if not files:
        return f"data/{kind}/all.yml"
    new = _new_file(kind, fields, files)
    return new or max(
        files,
        key=lambda path: (
            [_share(files[path], name, fields) for name in LIKENESS[kind]],
            path == f"data/{kind}/all.yml",
            len(files[path]),
        ),
    )


def _new_file(kind: str, fields: Mapping[str, Any], files: Mapping[str, list[Any]]) -> str:
    """A file of its own for the first record of a topic, where every topic has a file of its name."""
    topic = str(fields.get("topic") or "")
    named = all(
        {record.topic for record in records} == {PurePosixPath(path).stem}
        for path, records in files.items()
        if hasattr(records[0], "topic")
    )
    is_first = not any(getattr(record, "topic", topic) == topic for records in files.values() for record in records)
    return f"data/{kind}/{topic}.yml" if topic and named and is_first else ""


def _share(records: Sequence[Any], name: str, fields: Mapping[str, Any]) -> float:
    wanted = _plain(fields.get(name))
    return sum(_plain(getattr(record, name)) == wanted for record in records) / len(records)


def _plain(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return "no" if value is False else ""
    return "" if value == "yes" else str(value)


@dataclass(frozen=True)
class Spot:
    """A place between the lines of a file."""

    offset: int
    """In characters of the file's own text."""
    after: str
    """The id of the record that stands before it; empty at the start."""


def spots_for(layout: Layout, kind: str, record_id: str, fields: Mapping[str, Any], store: Store) -> list[Spot]:
    """The places where a new record may stand in a file, the best first: by its order, after the like, at the end.

    Raises CannotEdit for a file whose records do not stand one below the other.
    """
    blocks = layout.blocks
    if not blocks:
        return [Spot(len(layout.text), "")]
    end = Spot(blocks[-1].end, blocks[-1].id)
    very_end = Spot(len(layout.text), blocks[-1].id)
    records = store.of_kind(kind)
    best = _in_order(blocks, [block.id for block in blocks], record_id)
    if best is None and kind in DATED:
        days = [_day(getattr(records.get(block.id), DATED[kind], None)) for block in blocks]
        best = _in_order(blocks, days, _day(fields.get(DATED[kind])))
    if best is None:
        best = _after_its_like(blocks, kind, fields, records)
    return [*([best] if best else []), end, very_end]


def _in_order(blocks: Sequence[Block], keys: Sequence[str], key: str) -> Spot | None:
    """The place of a key among keys that are in order; None when they are not, or are too few to tell."""
    if len(keys) < ENOUGH or not key or "" in keys or list(keys) != sorted(keys) or len(set(keys)) == 1:
        return None
    before = [block for block, other in zip(blocks, keys, strict=True) if other <= key]
    return Spot(before[-1].end, before[-1].id) if before else Spot(blocks[0].start, "")


def _day(date: Any) -> str:
    """A date in a form that sorts by time."""
    return str(date or "").replace("undated", "").partition("/")[0].removesuffix("~")


def _after_its_like(
    blocks: Sequence[Block], kind: str, fields: Mapping[str, Any], records: Mapping[str, Any]
) -> Spot | None:
    """After the last record that is like the new one in the most of the weighty fields."""
    scores = {}
    for number, block in enumerate(blocks):
        record = records.get(block.id)
        if record is not None:
            same = [_plain(getattr(record, name)) == _plain(fields.get(name)) for name in LIKENESS[kind]]
            scores[block] = (same, number)
    best = max(scores, key=lambda block: scores[block], default=None)
    return Spot(best.end, best.id) if best is not None and any(scores[best][0]) else None


def inserted(layout: Layout, spot: Spot, lines: Sequence[str]) -> str:
    """The characters to put at a spot, so that a record's lines stand there as the file's others do."""
    line_end = layout.line_end
    block = line_end.join(lines)
    before = layout.text[: spot.offset]
    gap = line_end if layout.is_spaced else ""
    if not spot.after:
        missing = line_end if before and not before.endswith(("\n", "\r")) else ""
        return missing + block + line_end + (gap if layout.blocks else "")
    if before.endswith(("\n", "\r")):
        return gap + block + line_end
    return line_end + gap + block
