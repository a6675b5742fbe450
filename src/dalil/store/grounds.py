"""What each sentence takes from other records: values that move without anybody touching the sentence.

A sentence rests on the derived values that it places, on those that its record names under `rests_on`, and on the
values of the claims that it draws on: a conclusion on those of its versions, a point of a summary on those of its
claims, a label on the figure beside it, an edge of a diagram on what says so. The words of a picture rest on what it
draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dalil.model.dates import Date
from dalil.model.pictures import CountryMap, Picture
from dalil.model.records import Claim, Dispute, Event, PageRecord, Statement, Term
from dalil.model.texts import Path, key_of, texts_of
from dalil.model.values import DERIVED_KINDS, Duration, Money, Value
from dalil.store import Store
from dalil.store.derive import CannotDerive, Names, Percent, Resolved, resolve
from dalil.store.drawn import classes_of, rows_of, said_of, value_of
from dalil.text.messages import MessageError, parse

Ground = str | tuple[str, ...]
"""A value as the register writes it: the same in every language. A list is in the order of its ids."""
Grounds = dict[str, Ground | None]
"""Name to value; None where it cannot be derived, which is a problem of its own."""

MAIN: dict[type, tuple[str, ...]] = {
    Claim: ("headline", "text", "note"),
    Dispute: ("conclusion", "reason"),
    Event: ("name",),
    PageRecord: ("description", "notes"),
    Picture: ("title",),
    Term: ("meaning",),
}
"""The fields of a record whose texts rest on all that the record rests on; others on what they place themselves."""


@dataclass(frozen=True)
class Sentence:
    """A text that rests on something, or a statement whose figure does."""

    kind: str
    record: Any
    path: Path
    """Where it stands in the record."""
    grounds: Grounds

    @property
    def key(self) -> str:
        """Its name, as that of a text in catalogues."""
        return key_of(self.kind, self.record.id, self.path)


def sentences_of(store: Store) -> Iterator[Sentence]:
    """Every sentence that rests on something, in the order of the files."""
    finder = _Finder(store)
    for kind in store.loaded.records:
        for record in store.of_kind(kind).values():
            if store.retraction(kind, record.id) is None:  # What is withdrawn stays as it was, whatever moves.
                yield from finder.sentences(kind, record)


def ground(value: Resolved) -> Ground:
    """A value as the register writes it."""
    match value:
        case Names():
            return tuple(sorted(value.ids)) if value.many else value.ids[0]
        case Percent():
            return f"{'about ' if value.rounded else ''}{value.number:f} %"
        case Money():
            scale = "" if value.scale == "unit" else f"{value.scale} "
            return f"{value.amount:f} {scale}{value.currency}"
        case Date():
            return str(value)
        case Duration():
            return f"{value.number} {value.unit}"
        case _:
            return f"{value:f}" if not isinstance(value, int) else str(value)


class _Finder:
    """Looks for what sentences rest on, each claim's values worked out once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._claims: dict[str, Grounds] = {}

    def sentences(self, kind: str, record: Any) -> Iterator[Sentence]:
        shared = self._shared(record)
        for path, text in texts_of(record):
            own = self._placed(record, text) | self._beside(record, path)
            if path[0] in MAIN.get(type(record), ()):
                own |= shared
            if own:
                yield Sentence(kind, record, path, own)
        if isinstance(record, Statement) and record.value is not None and record.value.kind in DERIVED_KINDS:
            yield Sentence(kind, record, ("value",), {"value": self._ground(record.value)})

    def _placed(self, record: Any, text: Mapping[str, str]) -> Grounds:
        """The record's own derived values that a text places in any language."""
        derived = {name for name, value in getattr(record, "values", {}).items() if value.kind in DERIVED_KINDS}
        names = set().union(*(_arguments(words) for words in text.values())) & derived if derived else ()
        return {name: self._ground(record.values[name]) for name in sorted(names)}

    def _shared(self, record: Any) -> Grounds:
        """What all main texts of a record rest on."""
        found = {name: self._ground(value) for name, value in getattr(record, "rests_on", {}).items()}
        if isinstance(record, Claim | Dispute):
            derived = {name: value for name, value in record.values.items() if value.kind in DERIVED_KINDS}
            found |= {name: self._ground(value) for name, value in derived.items()}
        if isinstance(record, Dispute):
            for version in record.versions:
                found |= self._of_claims(version.claims)
        elif isinstance(record, Picture):
            found |= self._drawn(record)
        return found

    def _beside(self, record: Any, path: Path) -> Grounds:
        """What a label, a point of a summary, or the sentence of an edge, says something of."""
        match path:
            case ("summary", int(number), "text"):
                return self._of_claims(record.summary[number].claims)
            case ("figures", name, "label") if isinstance(record, PageRecord):
                figure = record.figures[str(name)]
                return self._of_value(figure.claim, figure.value)
            case ("diagram", "edges", int(number), "sentence") if isinstance(record, Picture) and record.diagram:
                return self._of_claims([record.diagram.edges[number].says])
            case _:
                return {}

    def _of_claims(self, ids: list[str]) -> Grounds:
        """Every value of some claims or statements, typed ones too, and what they rest on themselves."""
        found: Grounds = {}
        for one in ids:
            if one not in self._claims:
                self._claims[one] = self._of_assertion(one)
            found |= self._claims[one]
        return found

    def _of_assertion(self, record_id: str) -> Grounds:
        record: Claim | Statement | None = self._store.claims.get(record_id) or self._store.statements.get(record_id)
        if isinstance(record, Statement):
            return {record_id: self._ground(record.value)} if record.value else {}
        values = {**record.values, **record.rests_on} if record else {}
        return {f"{record_id}.{name}": self._ground(value) for name, value in values.items()}

    def _of_value(self, claim_id: str, name: str) -> Grounds:
        claim = self._store.claims.get(claim_id)
        value = claim.values.get(name) if claim else None
        return {f"{claim_id}.{name}": self._ground(value)} if value else {}

    def _drawn(self, picture: Picture) -> Grounds:
        """What a map, a matrix or bars draw; the sentences of a diagram rest each on its own."""
        if picture.map is not None:
            return self._classes(picture.map)
        if picture.matrix is not None:
            return {"rows": tuple(sorted(rows_of(picture.matrix, self._store)))}
        values = {bar.statement or f"{bar.claim}.{bar.value}": value_of(bar, self._store) for bar in picture.bars or ()}
        return {name: self._ground(value) for name, value in values.items() if value}

    def _classes(self, record: CountryMap) -> Grounds:
        groups = classes_of(record, self._said)
        return {f"classes.{number}": tuple(sorted(group)) for number, group in enumerate(groups)}

    @cached_property
    def _said(self) -> dict[str, list[Statement]]:
        return said_of(self._store)

    def _ground(self, value: Value) -> Ground | None:
        try:
            return ground(resolve(value, self._store))
        except (CannotDerive, KeyError):
            return None


def _arguments(words: str) -> frozenset[str]:
    try:
        return parse(words).arguments
    except MessageError:
        return frozenset()
