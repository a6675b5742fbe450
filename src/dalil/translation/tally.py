"""Counts how far the locales are, by kind of record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dalil.model.grammar import FIELD
from dalil.store import Store
from dalil.translation.reviewing import Due
from dalil.translation.standing import STATES, Standing, State
from dalil.translation.units import units_of

KINDS = {"site": "pages"}
"""Kinds of so few texts that they are counted with another."""


@dataclass(frozen=True)
class Tally:
    """How many texts stand in each state."""

    counts: dict[State, int]

    @property
    def total(self) -> int:
        """All texts."""
        return sum(self.counts.values())

    @property
    def percent(self) -> int:
        """The share that is done, in whole percent; 100 only when every text is."""
        return 100 * self.counts["done"] // self.total if self.total else 100


@dataclass(frozen=True)
class Progress:
    """How far a locale is."""

    locale: str
    all: Tally
    kinds: dict[str, Tally]
    """Folder of the store to its texts."""


def progress_of(store: Store, standings: Mapping[str, Standing], waiting: Iterable[Due] = ()) -> list[Progress]:
    """Every locale's progress: the written ones first, which hold every text or the check fails.

    `waiting`: texts on whose languages nobody agrees yet; they count as stale in the locales that may be behind.
    """
    behind = {(code, one.unit.key) for one in waiting for code in one.behind}
    keys = [unit.key for unit in units_of(store) if unit.path != FIELD]
    found = []
    for code in [*store.site.written, *store.site.translated]:
        own: dict[str, State] = {key: "stale" if (code, key) in behind else "done" for key in keys}
        states = standings[code].states if code in standings else own
        kinds: dict[str, list[State]] = {}
        for key, state in states.items():
            kind = key.split("/")[0]
            kinds.setdefault(KINDS.get(kind, kind), []).append(state)
        every = [state for several in kinds.values() for state in several]
        found.append(Progress(code, _tally(every), {kind: _tally(several) for kind, several in kinds.items()}))
    return found


def _tally(states: list[State]) -> Tally:
    return Tally({state: states.count(state) for state in STATES})
