"""Which words are near each other: how like two are, how many slips part them, and which was meant.

Every likeness is that of the longest common subsequence, from 0 (nothing in common) to 1 (the same): twice its length
by the length of both. A tie goes to the word that fewer slips part from the one that was written, then to the first in
the order of code points, so that every machine and every order of files gives the same answer.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from dalil.problems.characters import plain
from dalil.problems.limits import MAX_KEY, SUGGESTING

MEANT = 0.6
"""How like a name must be to one that there is for that one to be offered in its place."""


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """How like two texts are, from 0 to 1; 0 where they are less like than `least`."""
    return float(Indel.normalized_similarity(one, other, score_cutoff=least))


def is_slip(one: str, other: str) -> bool:
    """Whether at most one letter is put in, left out, exchanged, or swapped with its neighbour."""
    return bool(OSA.distance(one, other, score_cutoff=1) <= 1)


def most_alike(word: str, candidates: Iterable[str], least: float, limit: int | None = None) -> list[str]:
    """The candidates that are at least so like a word, the most like first; at most `limit`."""
    found = process.extract(
        word, list(dict.fromkeys(candidates)), scorer=Indel.normalized_similarity, score_cutoff=least, limit=None
    )
    ordered = sorted(found, key=lambda one: (-one[1], OSA.distance(word, one[0]), one[0]))
    return [name for name, _, _ in ordered[:limit]]


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The candidate most like `word`, or an empty string when none is near."""
    return Known(candidates).nearest(word)


class Known:
    """Names that there are, in which that one is looked up which an unknown word most likely means.

    Comparing is dear, and a store may have ten thousand ids and as many slips. Of so many, those are compared that
    stand around the word in the order of their letters, from the front and from the back: a slip leaves one of the two
    ends as it is.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        self._sorted: tuple[list[str], list[str]] | None = None

    def nearest(self, word: str) -> str:
        """The name most like `word`, or an empty string when none is near."""
        word = plain(word[:MAX_KEY])
        return next(iter(most_alike(word, self._around(word), MEANT, 1)), "")

    def _around(self, word: str) -> list[str]:
        if len(self._names) <= SUGGESTING:
            return self._names
        if self._sorted is None:
            self._sorted = sorted(self._names), sorted(name[::-1] for name in self._names)
        forwards, backwards = (
            names[max(0, at - SUGGESTING // 4) : at + SUGGESTING // 4]
            for names, key in zip(self._sorted, (word, word[::-1]), strict=True)
            for at in [bisect.bisect_left(names, key)]
        )
        return [*forwards, *(name[::-1] for name in backwards)]
