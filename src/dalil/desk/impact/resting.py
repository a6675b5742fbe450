"""What each sentence of a state rests on and was agreed to with, and which of them a change moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dalil.model.pictures import Picture
from dalil.model.records import Statement
from dalil.model.texts import texts_of
from dalil.problems import Problems
from dalil.reading.load import Loaded
from dalil.render.shared import Shared
from dalil.store import Store
from dalil.store.grounds import Ground, Grounds, Sentence, sentences_of
from dalil.translation.agreed import Agreement, read_agreements
from dalil.translation.resting import moves


@dataclass(frozen=True)
class Resting:
    """A sentence of one state."""

    kind: str
    id: str
    now: Grounds
    """What it rests on."""
    agreed: Mapping[str, Ground] | None
    """What it rested on when somebody agreed to it; None when nobody was asked."""
    words: Mapping[str, str]
    """Locale to the sentence as readers see it; empty where pages cannot be made."""


@dataclass(frozen=True)
class Shift:
    """A value that has moved."""

    name: str
    listed: bool
    """Whether it is a list: then only what came and went is named."""
    before: tuple[str, ...]
    """Nothing of one on which the sentence did not rest."""
    after: tuple[str, ...]
    """Nothing of one on which it rests no more."""


@dataclass(frozen=True)
class RestingChange:
    """A sentence that rests on what has moved."""

    key: tuple[str, str]
    """Folder and id of its record."""
    text: str
    """Its name, for `dalil review`."""
    words: Mapping[str, str]
    shifts: tuple[Shift, ...]
    """From what somebody agreed to; from the older state where nobody was asked, or the newer one is agreed to."""
    confirmed: bool
    """Whether somebody has agreed to it as it is."""


def resting_of(root: Path, loaded: Loaded, shared: Mapping[str, Shared]) -> dict[str, Resting]:
    """The sentences of a state by their names; none where a record cannot be read, since nothing is known then.

    `shared` is empty where pages cannot be made.
    """
    if loaded.site is None or any(loaded.broken.values()):
        return {}
    agreed = read_agreements(root, Problems())
    return {
        one.key: Resting(
            one.kind,
            one.record.id,
            one.grounds,
            agreed.get(one.key, Agreement()).grounds,
            {code: _words(one, each) for code, each in shared.items()},
        )
        for one in sentences_of(Store.of(loaded))
    }


def resting_changes(before: Mapping[str, Resting], after: Mapping[str, Resting]) -> Iterator[RestingChange]:
    """The sentences of the newer state that rest on something else than was agreed to, or than in the older state."""
    for name, one in after.items():
        waiting = _shifts(one.now, one.agreed) if one.agreed is not None else ()
        older = before.get(name)
        shifts = waiting or (_shifts(one.now, _known(older.now)) if older else ())
        if shifts:
            confirmed = one.agreed is not None and not waiting
            yield RestingChange((one.kind, one.id), name, one.words, shifts, confirmed)


def _shifts(now: Grounds, then: Mapping[str, Ground]) -> tuple[Shift, ...]:
    return tuple(_shift(move.name, move.before, move.after) for move in moves(now, then))


def _shift(name: str, before: Ground | None, after: Ground | None) -> Shift:
    if isinstance(before, str) or isinstance(after, str):
        return Shift(name, False, *(_items(value) for value in (before, after)))
    old, new = before or (), after or ()
    return Shift(name, True, tuple(x for x in old if x not in new), tuple(x for x in new if x not in old))


def _items(value: Ground | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def _known(grounds: Grounds) -> dict[str, Ground]:
    return {name: value for name, value in grounds.items() if value is not None}


def _words(sentence: Sentence, shared: Shared) -> str:
    """A sentence as a locale's readers see it."""
    record = shared.store.of_kind(sentence.kind)[sentence.record.id]
    if isinstance(record, Statement):
        return shared.plain_sentence(record)
    text = next(text for path, text in texts_of(record) if path == sentence.path)
    match sentence.path:
        case ("diagram", "edges", int(number), "sentence") if isinstance(record, Picture) and record.diagram:
            edge = record.diagram.edges[number]
            html = shared.texts.html_with(
                text,
                lambda texts: {"from": shared.name(edge.start, None, texts), "to": shared.name(edge.to, None, texts)},
            )
            return str(html.striptags())
        case _:
            return shared.texts.plain(text, getattr(record, "values", None))
