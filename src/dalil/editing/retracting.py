"""Takes back a record: writes that it is withdrawn into its own record, and touches nothing else of it.

A claim, statement or event is withdrawn by us; a source is taken back by its publisher. What a withdrawn claim works
out from other records is written down as it stands, so that it keeps saying what it said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dalil.checks.withdrawals import figures_of
from dalil.editing.adding import move_date
from dalil.editing.changes import Changes, project_problems
from dalil.editing.edits import Edit, applied
from dalil.editing.forms import Field, fields_of_model
from dalil.editing.layout import CannotEdit, Layout
from dalil.editing.writing import field_lines, flow
from dalil.model.kinds import ONE
from dalil.model.parts import Notice, Retraction
from dalil.model.records import Source
from dalil.model.values import DERIVED_KINDS
from dalil.problems import Place, Problems, ProblemsFound, phrase
from dalil.reading.documents import KeyPath
from dalil.store import RETRACTABLE, Store
from dalil.store.derive import CannotDerive, typed
from dalil.text.near import nearest

COMMAND = Place("dalil retract")
"""Where a problem of the command itself stands."""
FIELD = "retracted"
KINDS = (*RETRACTABLE, "sources")
"""Folders of the records that can be taken back."""


@dataclass(frozen=True)
class Retracted:
    """A withdrawal that is ready to be written."""

    changes: Changes
    place: Place
    """Where the record stands."""
    block: str
    """The lines that are added."""
    fixed: list[str]
    """Names of the values that are written down as they are."""
    updated: str
    """The day to which the store's own date moves with it; empty when it stays."""


def find(store: Store, record_id: str) -> str:
    """The folder of the record that an id names; raises ProblemsFound for one that cannot be taken back."""
    problems = Problems()
    kind = next((kind for kind in ONE if store.has(kind, record_id)), "")
    if not kind:
        known = [one for kind in KINDS for one in store.of_kind(kind)]
        near = store.current(record_id) if record_id in store.aliases else nearest(record_id, known)
        problems.add("retract-unknown", COMMAND, id=record_id, nearest=near or "")
    elif kind not in KINDS:
        place = store.place(kind, record_id, key=True)
        problems.add("retract-kind", place, what=phrase(f"a-{ONE[kind]}"), id=record_id)
    elif record_id not in store.of_kind(kind):
        problems.add("show-broken", store.place(kind, record_id, key=True), id=record_id)
    elif (former := store.of_kind(kind)[record_id].retracted) is not None:
        place = store.place(kind, record_id, FIELD, key=True)
        problems.add("retract-twice", place, what=phrase(ONE[kind]), id=record_id, date=former.date)
    if len(problems):
        raise ProblemsFound(problems)
    return kind


def fields_for(kind: str) -> list[Field]:
    """What is asked of whoever takes back a record of a folder."""
    return fields_of_model(Notice if kind == "sources" else Retraction)


def prepare_retraction(store: Store, root: Path, kind: str, record_id: str, fields: Mapping[str, Any]) -> Retracted:
    """Makes a withdrawal ready; `fields` as they will stand in the file. Nothing is written.

    Raises ProblemsFound with every place that still leans on the record, and every fault of the withdrawal itself.
    """
    changes = Changes(root)
    path = store.loaded.documents[kind, record_id].path
    text = changes.text(path)
    layout = Layout(text)
    try:
        end = next(block.end for block in layout.blocks if block.id == record_id)
    except (CannotEdit, StopIteration):
        raise _cannot(path, kind) from None
    lines = field_lines(FIELD, {name: fields[name] for name in fields}, store.written)
    edits = list(_fixes(store, layout, path, kind, record_id))
    missing = "" if text[:end].endswith(("\n", "\r")) else layout.line_end
    added = missing + layout.line_end.join(lines) + layout.line_end
    changes.put(path, applied(text, [*(edit for edit, _ in edits), Edit(path, end, end, added)]))
    updated = move_date(changes, str(fields.get("accessed") or fields.get("date") or ""), store)
    found = Problems()
    for problem in changes.new_problems(project_problems):
        found.add(problem.code, problem.place, **problem.details)
    if len(found):
        raise ProblemsFound(found)
    place = store.place(kind, record_id, key=True)
    return Retracted(changes, place, "\n".join(lines), [name for _, name in edits], updated)


def _fixes(store: Store, layout: Layout, path: str, kind: str, record_id: str) -> Iterator[tuple[Edit, str]]:
    """(edit, name) of each value that follows from other records, in the order of the file."""
    record = store.of_kind(kind)[record_id]
    if isinstance(record, Source):
        return
    found = []
    for field, value in figures_of(record):
        if value.kind in DERIVED_KINDS and (span := _span(layout, (record_id, *field))) is not None:
            try:
                found.append((Edit(path, *span, flow(typed(value, store))), str(field[-1])))
            except (CannotDerive, KeyError):
                continue  # The check asks for it.
    yield from sorted(found, key=lambda one: one[0].start)


def _span(layout: Layout, path: KeyPath) -> tuple[int, int] | None:
    """Where the value of a path starts and ends in the file."""
    node = layout.root
    for name in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == name), None)
    if node is None:
        return None
    start = node.start_mark.index
    return start, start + len(layout.text[start : node.end_mark.index].rstrip())


def _cannot(path: str, kind: str) -> ProblemsFound:
    problems = Problems()
    problems.add("retract-layout", Place(path), kind=kind)
    return ProblemsFound(problems)
