"""Carries the changes of a store into a catalogue. Doing it twice changes nothing more."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from dalil.translation.catalogue import Catalogue, Message
from dalil.translation.units import Unit

LIKENESS = 0.8
"""How like two texts must be (difflib's ratio) for the translation of one to be proposed for the other."""
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
    new = replace(old, messages={}, obsolete={})
    found = _Memory(old)
    for unit in units:
        if source in unit.text:
            message = found.message(unit.key, unit.text[source], proposals(unit))
            new.messages[unit.key] = replace(
                message, comments=tuple(line.rstrip() for line in hints(unit)), file=unit.file
            )
    gone = {**old.messages, **old.obsolete}
    new.obsolete = {
        key: message
        for key, message in gone.items()
        if key not in new.messages and message.translation and not message.proposed and key not in found.moved
    }
    return new


class _Memory:
    """What was translated, by key, by text and by likeness."""

    def __init__(self, old: Catalogue) -> None:
        self._old = old
        self._confirmed = [one for one in _all(old) if one.translation and not one.fuzzy]
        self._by_source: dict[str, Message] = {}
        self._by_shape: dict[tuple[str, str], Message] = {}
        for one in self._confirmed:
            self._by_source.setdefault(one.source, one)
            self._by_shape.setdefault((_shape(one.key), one.source), one)
        self.moved: set[str] = set()
        """Keys whose translations now stand under another."""

    def message(self, key: str, source: str, proposal: str) -> Message:
        """The message of a text, with whatever translation there is for it."""
        own = self._old.messages.get(key) or self._old.obsolete.get(key)
        if own and own.source == source and (own.translation or own.remarks):
            return own
        # An item that moved within a list is the same text under another number.
        moved = self._by_shape.get((_shape(key), source)) if re.search(r"/\d+(/|$)", key) else None
        if moved:
            self.moved.add(moved.key)
            return replace(moved, key=key)
        if own and own.translation and not own.proposed:
            return replace(own, source=source, fuzzy=True, previous=own.previous or own.source)
        if proposal:
            return Message(key, source, proposal, fuzzy=True, proposed="names")
        like = self._like(key, source)
        if like:
            return Message(key, source, like.translation, fuzzy=True, previous=like.source, proposed=like.key)
        return Message(key, source)

    def _like(self, key: str, source: str) -> Message | None:
        """A confirmed message with the same text, or one of its kind with a text much like it."""
        if source in self._by_source:
            return self._by_source[source]
        if len(source) < SHORT:
            return None
        kind = key.split("/")[0]
        texts = {one.source: one for one in self._confirmed if one.key.split("/")[0] == kind}
        close = difflib.get_close_matches(source, texts, n=1, cutoff=LIKENESS)
        return texts[close[0]] if close else None


def _all(catalogue: Catalogue) -> list[Message]:
    return [*catalogue.messages.values(), *catalogue.obsolete.values()]


def _shape(key: str) -> str:
    """A key without the numbers of items."""
    return re.sub(r"/\d+(?=/|$)", "/#", key)
