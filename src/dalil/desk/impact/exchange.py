"""An impact as JSON for programs, and back: what another machine computed is data, checked before it is shown."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from dalil.desk.impact.compare import (
    AssertionChange,
    FieldChange,
    Impact,
    Kind,
    Moved,
    OneSided,
    RecordChange,
)
from dalil.desk.impact.drawn import Lack
from dalil.desk.impact.history import Base, Changed
from dalil.desk.impact.order import Follows
from dalil.desk.impact.pages import Addresses, PageChange
from dalil.desk.impact.resting import RestingChange, Shift
from dalil.desk.impact.snapshot import Cited, Key
from dalil.desk.impact.trees import Left

VERSION = 1
"""Of the form below; it grows when a field changes its meaning or goes."""
SIZE = 64 << 20
"""Bytes of a file that is read."""

Name = Annotated[str, StringConstraints(max_length=2_000)]
Words = Annotated[str, StringConstraints(max_length=2_000_000)]
Number = Annotated[int, Field(ge=0, le=10_000_000)]
Hash = Annotated[str, StringConstraints(pattern=r"^(?:[0-9a-f]{40}|[0-9a-f]{64})$")]
Many: Any = Field(max_length=100_000)
By = dict[Name, Words]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Base(_Strict):
    commit: Hash
    name: Name
    fork: bool
    shallow: bool
    head: Hash | Literal[""]


class _Problems(_Strict):
    base: Number
    head: Number


class _Sides(_Strict):
    before: By
    after: By


class _Status(_Strict):
    before: Name
    after: Name


class _Cited(_Strict):
    source: Name
    stance: Name
    locator: Words
    publisher: By


class _Citations(_Strict):
    gained: list[_Cited] = Many
    lost: list[_Cited] = Many


class _Moved(_Sides):
    name: Name
    derived: bool


class _Record(_Strict):
    kind: Name
    id: Name
    path: Name
    line: Number


class _Assertion(_Record):
    change: Kind
    former: Name | None
    sentence: _Sides
    status: _Status
    citations: _Citations
    values: list[_Moved] = Many
    own_record: bool
    noted: bool
    note_missing: bool
    pages: dict[Name, list[Name]]


class _Field(_Strict):
    path: Name
    before: Words
    after: Words


class _Changed(_Record):
    change: Kind
    former: Name | None
    fields: list[_Field] = Many


class _OneSided(_Record):
    path_of_text: Name = Field(alias="text")
    changed: list[Name] = Many
    unchanged: list[Name] = Many


class _Shift(_Strict):
    name: Name
    listed: bool
    before: list[Name] = Many
    after: list[Name] = Many


class _Resting(_Record):
    text: Name
    words: By
    shifts: list[_Shift] = Many
    confirmed: bool


class _Lack(_Record):
    lacks: Name
    write: Words


class _Follows(_Record):
    page: Name
    before: Words
    after: Words
    words: By


class _Page(_Strict):
    address: Name
    title: Words
    parts: list[tuple[Literal["title", "claim", "picture", "table", "dispute", "references", "text"], Name]] = Many


class _Addresses(_Strict):
    new: list[Name] = Many
    gone: list[Name] = Many
    moved: list[tuple[Name, Name]] = Many


class _File(_Strict):
    path: Name
    change: Literal["added", "changed", "removed"]
    left: Left | None


class Told(_Strict):
    """The whole impact; keys of records are their folder and id."""

    version: Literal[1]
    base: _Base
    locales: list[Name] = Field(max_length=500)
    problems: _Problems
    claims: list[_Assertion] = Many
    records: list[_Changed] = Many
    one_sided: list[_OneSided] = Many
    stale: dict[Name, list[Name]] = Field(max_length=500)
    resting: list[_Resting] = Field([], max_length=100_000)
    drawn: list[_Lack] = Field([], max_length=100_000)
    order: list[_Follows] = Field([], max_length=100_000)
    pages: dict[Name, list[_Page]] = Field(max_length=500)
    addresses: dict[Name, _Addresses] = Field(max_length=500)
    files: list[_File] = Many
    code: list[Name] = Many
    lacking: list[Name] = Many


class NotTold(Exception):
    """Bytes are no impact; the words say where and why."""


def as_json(base: Base, impact: Impact) -> dict[str, Any]:
    """The whole impact for programs, in the form of `Told`."""
    return {
        "version": VERSION,
        "base": asdict(base),
        "locales": impact.locales,
        "problems": {"base": impact.base_problems, "head": impact.head_problems},
        "claims": [
            {
                **_record(one.key, impact),
                "change": one.change,
                "former": one.former,
                "sentence": {"before": one.before, "after": one.after},
                "status": {"before": one.status[0], "after": one.status[1]},
                "citations": {"gained": [asdict(c) for c in one.gained], "lost": [asdict(c) for c in one.lost]},
                "values": [asdict(value) for value in one.moved],
                "own_record": one.own,
                "noted": one.noted,
                "note_missing": one.note_missing,
                "pages": one.pages,
            }
            for one in impact.assertions
        ],
        "records": [
            {
                **_record(one.key, impact),
                "change": one.change,
                "former": one.former,
                "fields": [asdict(field) for field in one.fields],
            }
            for one in impact.records
        ],
        "one_sided": [
            {**_record(one.key, impact), "text": one.path, "changed": one.changed, "unchanged": one.unchanged}
            for one in impact.one_sided
        ],
        "stale": impact.stale,
        "resting": [
            {
                **_record(one.key, impact),
                "text": one.text,
                "words": dict(one.words),
                "shifts": [asdict(shift) for shift in one.shifts],
                "confirmed": one.confirmed,
            }
            for one in impact.resting
        ],
        "drawn": [{**_record(one.key, impact), "lacks": one.id, "write": one.write} for one in impact.drawn],
        "order": [
            {
                **_record(one.key, impact),
                "page": one.page,
                "before": one.before,
                "after": one.after,
                "words": dict(one.words),
            }
            for one in impact.order
        ],
        "pages": {code: [asdict(page) for page in pages] for code, pages in impact.pages.items()},
        "addresses": {code: asdict(one) for code, one in impact.addresses.items()},
        "files": [asdict(one) for one in impact.files],
        "code": impact.code,
        "lacking": impact.lacking,
    }


def _record(key: Key, impact: Impact) -> dict[str, Any]:
    path, line = impact.lines.get(key, ("", 0))
    return {"kind": key[0], "id": key[1], "path": path, "line": line}


def from_json(data: bytes) -> tuple[Base, Impact]:
    """The impact that was written as JSON by whomever; raises NotTold for everything else."""
    if len(data) > SIZE:
        raise NotTold(f"it is larger than {SIZE >> 20} MB")
    try:
        told = Told.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        raise NotTold(f"{where}: {first['msg']}") from None
    return Base(**told.base.model_dump()), _impact(told)


def _impact(told: Told) -> Impact:
    return Impact(
        locales=list(told.locales),
        base_problems=told.problems.base,
        head_problems=told.problems.head,
        assertions=[_assertion(one) for one in told.claims],
        records=[
            RecordChange(_key(one), one.change, one.former, [FieldChange(**f.model_dump()) for f in one.fields])
            for one in told.records
        ],
        one_sided=[OneSided(_key(one), one.path_of_text, one.changed, one.unchanged) for one in told.one_sided],
        stale=told.stale,
        resting=[_resting(one) for one in told.resting],
        drawn=[Lack(_key(one), one.lacks, one.write) for one in told.drawn],
        order=[Follows(one.id, one.page, one.before, one.after, one.words) for one in told.order],
        pages={
            code: [PageChange(one.address, one.title, [*one.parts]) for one in some]
            for code, some in told.pages.items()
        },
        addresses={code: Addresses(one.new, one.gone, one.moved) for code, one in told.addresses.items()},
        lines={
            _key(one): (one.path, one.line)
            for one in (*told.claims, *told.records, *told.one_sided, *told.resting, *told.drawn, *told.order)
            if one.path
        },
        files=[Changed(**one.model_dump()) for one in told.files],
        code=told.code,
        lacking=told.lacking,
    )


def _assertion(one: _Assertion) -> AssertionChange:
    return AssertionChange(
        key=_key(one),
        change=one.change,
        former=one.former,
        before=one.sentence.before,
        after=one.sentence.after,
        status=(one.status.before, one.status.after),
        gained=[Cited(**cited.model_dump()) for cited in one.citations.gained],
        lost=[Cited(**cited.model_dump()) for cited in one.citations.lost],
        moved=[Moved(**value.model_dump()) for value in one.values],
        own=one.own_record,
        noted=one.noted,
        pages=one.pages,
    )


def _resting(one: _Resting) -> RestingChange:
    shifts = tuple(Shift(each.name, each.listed, tuple(each.before), tuple(each.after)) for each in one.shifts)
    return RestingChange(_key(one), one.text, one.words, shifts, one.confirmed)


def _key(one: _Record) -> Key:
    return one.kind, one.id
