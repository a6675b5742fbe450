"""The words that a locale's index knows, for near spellings, and which of them readers take for one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from dalil.render.shared import Shared
from dalil.site.finding import Entry
from dalil.text.folding import SIGN, Rules, forms, phrases, stems
from dalil.text.near import likeness

ALIKE = 0.75
"""How alike two spellings of a name must be to count as the same word (`text.near.likeness`): ترمب and ترامب are."""
BETWEEN = re.compile(r"[\s/–—-]+")
SHORTEST = 4
"""Letters below which a word is near too many others to be offered for one of them."""


def spellings(found: Iterable[Entry], rules: Rules) -> dict[str, str]:
    """Other spellings of words of names: stem to the one that stands for them all.

    Two names of one record whose stems differ in one place only, by words that look alike, are two spellings.
    """
    same: dict[str, set[str]] = {}
    for entry in found:
        names = {tuple(stems(name, rules)) for name in entry.names}
        for one, other in combinations(sorted(names), 2):
            differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
            if len(one) == len(other) and len(differing) == 1 and _alike(*differing[0]):
                joined = set().union(*(same.get(word, {word}) for word in differing[0]))
                same.update(dict.fromkeys(joined, joined))
    return {word: min(group) for word, group in sorted(same.items()) if word != min(group)}


def _alike(one: str, other: str) -> bool:
    return not (one.isdigit() or other.isdigit()) and likeness(one, other) >= ALIKE


def synonyms(shared: Shared, rules: Rules, same: Mapping[str, str]) -> list[list[str]]:
    """The groups of synonyms of a locale, each word or phrase as the stems that search reads in it."""
    groups = []
    for record in shared.store.synonyms.values():
        words = phrases(shared.texts.plain(record.words))
        read = dict.fromkeys(" ".join(same.get(stem, stem) for stem in stems(one, rules)) for one in words)
        if len(group := [phrase for phrase in read if phrase]) > 1:
            groups.append(group)
    return groups


def vocabulary(found: Iterable[Entry], rules: Rules) -> tuple[list[str], list[str]]:
    """The words of names, and the others: each stem once, as it is most often written."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    others: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in found:
        if entry.kind != "source":  # Titles of sources are in any language.
            _count(entry.names, names, rules)
            _count((entry.text,), others, rules)
    return _written(names), _written({stem: written for stem, written in others.items() if stem not in names})


def _count(texts: Iterable[str], counted: dict[str, Counter[str]], rules: Rules) -> None:
    for word in (_bare(part) for text in texts for part in BETWEEN.split(text)):
        if len(word) >= SHORTEST and not SIGN.search(word) and not any(sign.isdecimal() for sign in word):
            read = forms(word, rules)
            if len(read) == 1:
                counted[read[0][0]][word] += 1


def _bare(word: str) -> str:
    """A word without the marks around it."""
    kept = [at for at, sign in enumerate(word) if unicodedata.category(sign)[0] in "LMN"]
    return word[kept[0] : kept[-1] + 1] if kept else ""


def _written(counted: Mapping[str, Counter[str]]) -> list[str]:
    return sorted(min(written, key=lambda word: (-written[word], word)) for written in counted.values())
