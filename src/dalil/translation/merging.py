"""Carries the changes of a store into a catalogue. Doing it twice changes nothing more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace

from dalil.text.near import most_alike
from dalil.translation.catalogue import Catalogue, Message
from dalil.translation.units import Unit

LIKENESS = 0.8
"""How like two texts must be (`text.near.likeness`) for the translation of one to be proposed for the other."""
SHORT = 12
"""Letters below which two texts are alike by chance."""


def merged(
    old: Catalogue,
    units: Sequence[Unit],
    source: str,
    hints: Callable[[Unit], Iterable[str]],
    proposals: Callable[[Unit], str] = lambda unit: "",
) -> Catalogue:
    """A catalogue of `units` that keeps what was translated.

    A text that has changed makes its translation fuzzy, with the text that was translated beside it; one that is gone
    is kept as obsolete; one that is new is given the translation of its like, to be confirmed. `proposals` gives other
    words to be confirmed for a text, such as a name that the store knows, or an empty string.
    """
    new = replace(old, messages={}, obsolete=[])
    units = [unit for unit in units if source in unit.text]
    found = _Memory(old, {_place_in_lists(unit.key, unit.text[source]) for unit in units})
    for unit in units:
        message = found.message(unit.key, unit.text[source], proposals(unit))
        comments = tuple(line.rstrip() for line in hints(unit))
        new.messages[unit.key] = replace(message, comments=comments, file=unit.file)
    new.obsolete = [one for one in found.own_work if (one.key, one.source) not in found.used]
    return new


class _Memory:
    """What was translated, by key, by text and by likeness."""

    def __init__(self, old: Catalogue, present: Set[tuple[str, str]]) -> None:
        """`present`: the texts that there are, by their places in lists (`_place_in_lists`)."""
        self._present = present
        every = [*old.messages.values(), *old.obsolete]
        self._own = {one.key: one for one in reversed(every)}
        self.own_work = [one for one in every if one.translation and not one.proposed]
        """What somebody translated; the rest can be proposed again."""
        self._confirmed = [one for one in self.own_work if not one.fuzzy]
        self._by_source = {one.source: one for one in reversed(self._confirmed)}
        self._by_place = {_place_in_lists(one.key, one.source): one for one in reversed(self.own_work)}
        self.used: set[tuple[str, str]] = set()
        """Key and text of the messages whose translations stand in the new catalogue."""

    def message(self, key: str, source: str, proposal: str) -> Message:
        """The message of a text, with whatever translation there is for it."""
        own = self._own.get(key)
        if own and own.source == source and (own.translation or own.remarks):
            return self._use(own)
        if same := self._by_place.get(_place_in_lists(key, source)):
            return replace(self._use(same), key=key)
        # What stood here and has moved within its list was no translation of what stands here now.
        if own and own.translation and not own.proposed and _place_in_lists(key, own.source) not in self._present:
            self._use(own)
            back = own.fuzzy and own.previous == source
            before = "" if back else own.previous or own.source
            return replace(own, source=source, fuzzy=not back, previous=before)
        if proposal:
            return Message(key, source, proposal, fuzzy=True, proposed="names")
        like = self._like(key, source)
        if like:
            return Message(key, source, like.translation, fuzzy=True, previous=like.source, proposed=like.key)
        return Message(key, source)

    def _use(self, message: Message) -> Message:
        self.used.add((message.key, message.source))
        return message

    def _like(self, key: str, source: str) -> Message | None:
        """A confirmed message with the same text, or one of its kind with a text much like it."""
        if source in self._by_source:
            return self._by_source[source]
        if len(source) < SHORT:
            return None
        kind = key.split("/")[0]
        texts = {one.source: one for one in self._confirmed if one.key.split("/")[0] == kind}
        return next((texts[one] for one in most_alike(source, texts, LIKENESS, 1)), None)


def _place_in_lists(key: str, source: str) -> tuple[str, str]:
    """The same for a text wherever in a list it stands: its key without the numbers of items, and its words."""
    return re.sub(r"/\d+(?=/|$)", "/#", key), source
