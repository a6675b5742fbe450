"""How much the macros of one page may do: a page that is never finished, or never ends, ends with a problem instead.

Counted are steps (a turn of a loop, a call, an item that a filter looks at) and characters (of every text that a macro
puts together, at each level at which it is passed on); every few steps the processor time of the thread is looked at
too. Between two counted steps only operations of bounded size run, so no macro can work or grow past these limits.
They hold for one page in one language, not for the sum of all pages; when one page spends them, none is made after it.
"""

from __future__ import annotations

import time

from dalil.problems import Phrase, phrase

MOST_STEPS = 5_000_000
MOST_CHARACTERS = 100_000_000
MOST_SECONDS = 30.0
"""Of processor time."""
DEEPEST = 50
"""Calls within calls."""
LONGEST = 5_000_000
"""Characters of one text, or items of one list, that a macro puts together."""
BETWEEN = 256
"""Steps between two looks at the clock."""


class Refused(Exception):
    """A macro does what macros may not; carries the reason in our words."""

    def __init__(self, key: str, **details: object) -> None:
        self.reason: Phrase = phrase(key, **details)
        super().__init__(self.reason)


class Exhausted(Refused):
    """A page's macros did more than one page may."""


class Budget:
    """What is left to one page."""

    def __init__(self) -> None:
        self.steps = MOST_STEPS
        self.characters = MOST_CHARACTERS
        self.depth = 0
        self._end = time.thread_time() + MOST_SECONDS
        self._look = MOST_STEPS - BETWEEN

    def step(self, number: int = 1) -> None:
        """Counts steps; raises Exhausted when there are none left, or no time."""
        self.steps -= number
        if self.steps > self._look:
            return
        if self.steps < 0:
            raise Exhausted("macro-steps", limit=MOST_STEPS)
        self._look = self.steps - BETWEEN
        if time.thread_time() > self._end:
            raise Exhausted("macro-seconds", limit=int(MOST_SECONDS))

    def write(self, number: int) -> None:
        """Counts characters that are put together; raises Exhausted when they are too many."""
        self.characters -= number
        if self.characters < 0 or number > LONGEST:
            raise Exhausted("macro-characters", limit=LONGEST if number > LONGEST else MOST_CHARACTERS)

    def enter(self) -> None:
        """Counts a call within a call; raises Exhausted when they stand too deep."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Exhausted("macro-depth", limit=DEEPEST)

    def leave(self) -> None:
        """The call is done."""
        self.depth -= 1
