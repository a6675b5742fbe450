"""Finds the words of a locator in a text, or what is most like them where they were changed.

Only words count: case, white space, punctuation, quotation marks, dashes, diacritics of Arabic, Hebrew and Latin,
tatweel and invisible marks are set aside, so that what a typesetter may change is no change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from dalil.desk.lookup.remote import tame
from dalil.model.register import SoughtPassage
from dalil.text.letters import MARKS, as_quoted
from dalil.text.near import likeness, most_alike

WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*")
LONG = 12
"""Letters of a passage that are hardly ever found within other words by chance."""
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Scripts that part no words by spaces."""
ALIKE = 60
"""Hundredths of likeness below which a passage is no longer the one that was meant."""
CANDIDATES = 40


fold = lru_cache(maxsize=100_000)(as_quoted)
"""Words of a page recur."""


class Text:
    """A text to be searched."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in WORD.finditer(self.text)]

    @cached_property
    def _words(self) -> list[str]:
        return [fold(self.text[start:end]) for start, end in self._spans]

    @cached_property
    def _line(self) -> str:
        return f" {' '.join(self._words)} "

    @cached_property
    def _unspaced(self) -> str:
        return "".join(self._words)

    def seek(self, passages: Iterable[str]) -> list[SoughtPassage]:
        """What became of each passage; a passage with `…` in it is found when its parts are, in their order."""
        return [self._seek(words) for words in passages]

    def _seek(self, passage: str) -> SoughtPassage:
        parts = [[fold(word) for word in WORD.findall(part)] for part in re.split(r"…|\.\.\.", passage)]
        parts = [part for part in parts if part]
        # A passage without any letter, such as a sign, is looked for as it is.
        found = self._has(parts) if parts else passage.strip() in self.text
        if found:
            return SoughtPassage(words=passage, found=True)
        nearest, alike = self._nearest([word for part in parts for word in part])
        if alike < ALIKE:
            return SoughtPassage(words=passage, found=False)
        return SoughtPassage(words=passage, found=False, nearest=nearest, alike=alike)

    def _has(self, parts: Sequence[Sequence[str]]) -> bool:
        """Word for word; a long passage, or one of a script without spaces, also across other breaks between words."""
        if _in_order(self._line, [f" {' '.join(part)} " for part in parts], overlap=1):
            return True
        joined = ["".join(part) for part in parts]
        whole = "".join(joined)
        fits = len(whole) >= LONG or UNSPACED.search(whole) is not None
        return fits and _in_order(self._unspaced, joined, overlap=0)

    def _nearest(self, sought: Sequence[str]) -> tuple[str, int]:
        """What is most like the passage, as it stands, and how like in hundredths; ("", 0) when nothing is."""
        if not sought or not self._words:
            return "", 0
        best, like = (0, 0), 0.0
        wanted = " ".join(sought)
        for start in self._candidates(sought):
            for length in range(max(1, len(sought) - 1), len(sought) + 2):
                window = self._words[start : start + length]
                if (alike := likeness(" ".join(window), wanted, like)) > like:
                    best, like = (start, start + len(window)), alike
        first, last = self._spans[best[0]][0], self._spans[best[1] - 1][1] if best[1] else 0
        return tame(self.text[first:last]), int(like * 100)

    def _candidates(self, sought: Sequence[str]) -> Iterable[int]:
        """Where windows begin that share most words with the passage; of one word, where a word like it stands."""
        wanted = Counter(sought)
        if len(sought) == 1:
            near = set(most_alike(sought[0], self._words, ALIKE / 100, 5))
            return [place for place, word in enumerate(self._words) if word in near][:CANDIDATES]
        shared: Counter[int] = Counter()
        for place, word in enumerate(self._words):
            if word in wanted:
                for start in range(max(0, place - len(sought)), place + 1):
                    shared[start] += 1
        return [start for start, _ in shared.most_common(CANDIDATES * len(sought))]


def _in_order(text: str, parts: Iterable[str], *, overlap: int) -> bool:
    """Whether the parts stand in a text one after the other; `overlap`: characters that neighbours may share."""
    place = 0
    for part in parts:
        found = text.find(part, place)
        if found < 0:
            return False
        place = found + len(part) - overlap
    return True
