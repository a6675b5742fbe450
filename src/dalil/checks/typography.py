"""Does a text set quotation marks, apostrophes and spaces as its language does? Arabic has a check of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dalil.checks.writing import ARGUMENT
from dalil.model.texts import texts_of
from dalil.problems import Problems
from dalil.store import Store
from dalil.text import inline

NARROW, NO_BREAK = "\u202f", "\u00a0"


@dataclass(frozen=True)
class Manner:
    """How a language sets what English sets otherwise (the Imprimerie nationale's rules, CLDR's delimiters)."""

    quotes: str
    """Its quotation marks, as they are to be written around words."""
    before: str = ""
    """Signs before which a space stands that breaks no line."""
    inside: bool = False
    """Whether such a space stands within its quotation marks."""


MANNERS = {
    "fr": Manner(f"«{NO_BREAK}…{NO_BREAK}»", ";:!?", inside=True),
    "fr-CA": Manner(f"«{NO_BREAK}…{NO_BREAK}»", ":", inside=True),
    "fr-CH": Manner("«…»"),
}
"""Language to its manner; one with a region of its own goes before."""
STRAIGHT = re.compile('"')
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def typeset(words: str, code: str) -> str:
    """Words with the apostrophes and spaces of a language; quotation marks, which come in pairs, stay as they are."""
    manner = manner_of(code)
    for offset, found, write in sorted(_slips(words, manner), reverse=True) if manner else ():
        if "…" not in write:
            words = words[:offset] + write + words[offset + len(found) :]
    return words


def manner_of(code: str) -> Manner | None:
    """How a language sets its signs, where that is not as in English."""
    return MANNERS.get(code) or MANNERS.get(code.split("-")[0])


def check(store: Store, problems: Problems) -> None:
    """Notes each sign that a language sets otherwise."""
    for kind, record_id, record in store.records():
        for path, text in texts_of(record):
            for code, words in text.items():
                manner = manner_of(code)
                for offset, found, write in _slips(words, manner) if manner else ():
                    place = store.place(kind, record_id, *path, code, offset=offset)
                    problems.add("typography", place, found=found, write=write)


def _slips(words: str, manner: Manner) -> Iterator[tuple[int, str, str]]:
    """(offset, what stands there, what belongs there) of each sign."""
    prose = ARGUMENT.sub(lambda match: "x" * len(match[0]), _without_targets(words))
    for match in STRAIGHT.finditer(prose):
        yield match.start(), match[0], manner.quotes
    for match in APOSTROPHE.finditer(prose):
        yield match.start(), match[0], "’"
    if manner.before:
        for match in re.finditer(rf"(?<=[\w)»”’%]) ?([{manner.before}])(?=[\s»)}}\]]|$)", prose):
            yield match.start(), match[0], NO_BREAK + match[1]
    if manner.inside:
        for match in re.finditer(r"«(?![\u00a0\u202f]) ?|(?<![\u00a0\u202f]) ?»", prose):
            mark = match[0].strip()
            yield match.start(), match[0], f"«{NO_BREAK}" if mark == "«" else f"{NO_BREAK}»"


def _without_targets(words: str) -> str:
    """A text without what its links lead to, offsets kept."""
    return inline.LINK.sub(lambda link: f"[{link['words']}]" + "x" * (len(link[0]) - len(link["words"]) - 2), words)
