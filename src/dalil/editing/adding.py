"""Adds records to the store: first on a copy, so that what is wrong is said before anything is written."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from dalil.editing.changes import Changes, store_problems
from dalil.editing.layout import CannotEdit, Layout
from dalil.editing.likeness import note_twins, twins
from dalil.editing.naming import propose, taken
from dalil.editing.placing import file_for, inserted, spots_for
from dalil.editing.writing import record_lines
from dalil.model.dates import Date
from dalil.problems import Place, Problem, Problems, ProblemsFound
from dalil.reading.documents import KeyPath
from dalil.schema.files import mark_of
from dalil.store import Store

NOT_YET = {"orphan-source"}
"""What the check says of a record only because nothing speaks of it yet."""


@dataclass(frozen=True)
class New:
    """A record that is to be added."""

    kind: str
    """The folder of its kind."""
    fields: Mapping[str, Any]
    """As they will stand in the file: text, lists and mappings."""
    id: str = ""
    """One is proposed unless given."""
    file: str = ""
    """That of its like unless given."""
    at: Place | None = None
    """Where an editor wrote it, if in a file."""

    @property
    def place(self) -> Place:
        """Where what is wrong with it is told: where it was written, or else where it would go."""
        return self.at or Place(self.file)


@dataclass(frozen=True)
class Prepared:
    """A record that is ready to be written."""

    changes: Changes
    place: Place
    """Where it will stand."""
    id: str
    block: str
    """The lines that are added."""
    updated: str
    """The day to which the store's own date moves with it; empty when it stays."""


class Refused(ProblemsFound):
    """A record that cannot be added, as it would stand in its file."""

    def __init__(self, problems: Problems, block: str = "", place: Place | None = None) -> None:
        super().__init__(problems)
        self.block = block
        self.place = place


def prepare(
    store: Store,
    root: Path,
    kind: str,
    fields: Mapping[str, Any],
    *,
    record_id: str = "",
    file: str = "",
    anyway: bool = False,
) -> Prepared:
    """Makes one record of a folder ready, as `prepare_all` does."""
    return prepare_all(store, root, [New(kind, fields, record_id, file)], anyway=anyway)[0]


def prepare_all(store: Store, root: Path, records: Sequence[New], *, anyway: bool = False) -> list[Prepared]:
    """Makes records ready that may name one another; all share the same changes, which write all of them or none.

    Raises Refused (a ProblemsFound) when the store has one already (unless `anyway`), when one has a fault of its own,
    or when a file cannot be added to. Nothing is written.
    """
    problems = Problems()
    settled = [_settled(store, record, problems, anyway=anyway) for record in records]
    there = {one: _place_in(store, one) for one in taken(store)}
    for record in settled:
        if record.id in there:
            problems.add("duplicate-id", record.place, id=record.id, first=there[record.id])
        there.setdefault(record.id, record.place)
    if len(problems):
        raise Refused(problems)
    changes = Changes(root)
    lines = {record.id: record_lines(record.id, record.fields, store.written) for record in settled}
    for record in settled:
        _insert(changes, record.file, record.kind, record.id, record.fields, lines[record.id], store)
    read_on = max((str(one.fields.get("accessed") or "") for one in settled if one.kind == "sources"), default="")
    updated = move_date(changes, read_on, store)
    prepared = [
        Prepared(changes, _place_of(changes, record), record.id, "\n".join(lines[record.id]), updated)
        for record in settled
    ]
    found = Problems()
    for problem in changes.new_problems(store_problems):
        if problem.code not in NOT_YET or not any(_is_of(problem, one) for one in prepared):
            found.add(problem.code, problem.place, **problem.details)
    if len(found):
        raise Refused(found, "\n".join(one.block for one in prepared), prepared[0].place)
    return prepared


def _place_in(store: Store, record_id: str) -> Place:
    """Where an id stands that is taken."""
    kind = next((one for one in store.loaded.records if record_id in store.of_kind(one)), "aliases")
    return store.place(kind, record_id, key=True)


def _settled(store: Store, record: New, problems: Problems, *, anyway: bool) -> New:
    """The record with its id and its file."""
    record_id = record.id or propose(store, record.kind, record.fields)
    path = _path(record.file, record.kind, problems) if record.file else file_for(store, record.kind, record.fields)
    if not record_id:
        problems.add("new-id", Place(path or f"data/{record.kind}"))
    if not anyway:
        note_twins(store, twins(store, record.kind, record_id, record.fields), problems)
    return replace(record, id=record_id, file=path)


def _place_of(changes: Changes, record: New) -> Place:
    """Where the record stands once all are added."""
    text = changes.text(record.file)
    key = next(one for one in Layout(text).scalars() if one.key and one.path == (record.id,))
    return Place(record.file, text.count("\n", 0, key.start) + 1)


def _path(file: str, kind: str, problems: Problems) -> str:
    """The file that an editor names, from the project's folder or from that of the kind."""
    named = PurePosixPath(file.replace("\\", "/"))
    path = named if named.parts[:1] == ("data",) else PurePosixPath("data", kind) / named
    if path.parts[:2] != ("data", kind) or ".." in path.parts or path.suffix != ".yml":
        problems.add("new-file", Place(f"data/{kind}"), file=file, kind=kind)
    return path.as_posix()


def _insert(
    changes: Changes,
    path: str,
    kind: str,
    record_id: str,
    fields: Mapping[str, Any],
    lines: Sequence[str],
    store: Store,
) -> None:
    """Puts the lines at the best spot where they disturb nothing."""
    text = changes.text(path) or mark_of(path)
    layout = Layout(text)
    try:
        spots = spots_for(layout, kind, record_id, fields, store)
    except CannotEdit:
        spots = []
    for spot in spots:
        addition = inserted(layout, spot, lines)
        whole = text[: spot.offset] + addition + text[spot.offset :]
        if only_adds(text, whole, record_id):
            changes.put(path, whole)
            return
    problems = Problems()
    problems.add("new-layout", Place(path), kind=kind)
    raise Refused(problems)


def only_adds(before: str, after: str, record_id: str) -> bool:
    """Whether every value of a file is as it was, and one record has come."""
    old, new = _values(before), _values(after)
    kept = {path: value for path, value in new.items() if path[0] != record_id}
    return kept == old and (record_id,) in {path[:1] for path in new} - {path[:1] for path in old}


def _values(text: str) -> dict[KeyPath, tuple[str, bool]]:
    """Line ends at the end of a text are left out, as the model leaves them: a blank line after it may add one."""
    scalars = Layout(text).scalars()
    return {scalar.path: (scalar.value.rstrip("\n"), not scalar.style) for scalar in scalars if not scalar.key}


def move_date(changes: Changes, day: str, store: Store) -> str:
    """Moves the day of the store's last change to that of what is added, where it is later; gives that day if so."""
    try:
        read_on = Date.parse(day)
    except ValueError:
        return ""
    if not store.site.updated.last < read_on.first <= datetime.date.today():
        return ""
    text = changes.text("data/site.yml")
    for scalar in Layout(text).scalars():
        if scalar.path == ("updated",) and not scalar.key and scalar.style not in ("|", ">"):
            changes.put("data/site.yml", text[: scalar.start] + str(read_on) + text[scalar.end :])
            return str(read_on)
    return ""


def _is_of(problem: Problem, record: Prepared) -> bool:
    """Whether a problem stands in a record that is added."""
    first, length = record.place.line, record.block.count("\n") + 1
    return problem.place.path == record.place.path and first <= problem.place.line < first + length
