"""Holds sentences to the values that they rest on: when one moves, they are due until somebody confirms them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dalil.model.texts import texts_of
from dalil.problems import Phrase, Problems, phrase
from dalil.store import Store
from dalil.store.grounds import Ground, Grounds, Sentence, sentences_of
from dalil.translation.agreed import Agreement
from dalil.translation.reviewing import Due, due
from dalil.translation.units import units_of


@dataclass(frozen=True)
class Move:
    """A value that is another than somebody agreed to."""

    name: str
    before: Ground | None
    """None of one that the sentence did not rest on."""
    after: Ground | None
    """None of one that it rests on no more."""


@dataclass(frozen=True)
class Moved:
    """A sentence whose values nobody has agreed to as they are."""

    sentence: Sentence
    moves: tuple[Move, ...]
    """What has moved; every value of a sentence on which nobody was asked."""
    new: bool
    """Whether nobody was ever asked."""


def moved(store: Store, agreed: Mapping[str, Agreement]) -> list[Moved]:
    """The sentences whose values are to be agreed to, in the order of the files.

    Of a store in which not every record could be read, none: what its values come to is not known.
    """
    if any(store.loaded.broken.values()):
        return []
    found = []
    for sentence in sentences_of(store):
        then = agreed.get(sentence.key, Agreement()).grounds
        if differing := tuple(moves(sentence.grounds, then or {})):
            found.append(Moved(sentence, differing, new=then is None))
    return found


def moves(now: Grounds, then: Mapping[str, Ground]) -> Iterator[Move]:
    """What differs; a value that cannot be derived is a problem of its own, and nothing is known of it."""
    for name in dict.fromkeys([*now, *then]):
        before, after = then.get(name), now.get(name)
        if before != after and not (name in now and after is None):
            yield Move(name, before, after)


def note_moved(store: Store, found: Iterable[Moved], problems: Problems) -> None:
    """Notes the sentences that rest on something else than somebody agreed to."""
    for one in found:
        if not one.new:
            place = store.place(one.sentence.kind, one.sentence.record.id, *one.sentence.path, key=True)
            problems.add("value-moved", place, key=one.sentence.key, moves=[said(move) for move in one.moves])


@dataclass(frozen=True)
class Waiting:
    """What awaits somebody's word."""

    key: str
    texts: Due | None
    """The text, if its languages are to be compared."""
    moved: Moved | None
    """The sentence, if its values are to be agreed to."""

    @property
    def text(self) -> Mapping[str, str]:
        """Its words in each language, as they are written; none of a statement's figure."""
        if self.texts is not None:
            return self.texts.unit.text
        assert self.moved is not None
        sentence = self.moved.sentence
        return next((text for path, text in texts_of(sentence.record) if path == sentence.path), {})


def waiting(store: Store, agreed: Mapping[str, Agreement]) -> list[Waiting]:
    """All that awaits somebody's word, by its key: texts in the order of the files, then figures of statements."""
    texts = {one.unit.key: one for one in due(store, agreed)}
    sentences = {one.sentence.key: one for one in moved(store, agreed)}
    order = dict.fromkeys([*(unit.key for unit in units_of(store)), *sentences])
    return [Waiting(key, texts.get(key), sentences.get(key)) for key in order if key in texts or key in sentences]


def said(move: Move, *, new: bool = False) -> Phrase:
    """A move in words: what was and what is, or of a list what came and went; if `new`, what is."""
    before, after = move.before, move.after
    if new:
        return phrase("value-is", name=move.name, value=after)
    if isinstance(before, tuple) and isinstance(after, tuple):
        came, went = [one for one in after if one not in before], [one for one in before if one not in after]
        if came and went:
            return phrase("list-changed", name=move.name, came=came, went=went)
        return (
            phrase("list-grew", name=move.name, came=came) if came else phrase("list-shrank", name=move.name, went=went)
        )
    if before is None or after is None:
        return phrase("value-appeared" if before is None else "value-gone", name=move.name, value=after or before)
    return phrase("value-was", name=move.name, before=before, after=after)
