"""Does any text type a figure that is to be a value, and do the languages of a text have the same figures?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from dalil.checks.messages import places_values
from dalil.checks.writing import prose
from dalil.model.texts import Path, texts_of
from dalil.problems import Problems
from dalil.store import Store
from dalil.text import inline

FIGURE = re.compile(r"(?:\d[\d.,٫٬]*)?\d|[¼-¾⅐-⅞]")
DIGITS = re.compile(r"\d+")
NAMES = {"name", "grammar", "title", "search.short"}
"""Fields, and a text, in which a language may have a word where another has a figure: G20, مجموعة العشرين."""


def check(store: Store, problems: Problems) -> None:
    """Notes figures that are no literals, literals that stand nowhere, and figures that one language lacks."""
    for kind, record_id, record in store.records():
        literals: list[str] = getattr(record, "literals", [])
        unused = set(literals)
        for path, text in texts_of(record):
            for code, words in text.items():
                unused -= {literal for literal in unused if _found(literal).search(words)}
                for figure in typed(words, literals):
                    place = store.place(kind, record_id, *path, code, words=figure)
                    more = {"place": "{name}"} if places_values(record, path) else {}
                    problems.add("literal-figure", place, figure=figure, **more)
            _compare(store, problems, (kind, record_id), path, text, literals)
        for number, literal in enumerate(literals):
            if literal in unused or not FIGURE.search(literal):
                place = store.place(kind, record_id, "literals", number)
                problems.add("literal-unused", place, literal=literal)


def typed(words: str, literals: Iterable[str] = ()) -> list[str]:
    """The figures that a text types itself, outside of links, foreign words, and what its record says is no figure."""
    rest = prose(inline.outside_links(words))
    for literal in literals:
        rest = _found(literal).sub(" ", rest)
    return FIGURE.findall(rest)


@lru_cache(maxsize=1000)
def _found(literal: str) -> re.Pattern[str]:
    """What finds a literal, but not within a longer figure."""
    return re.compile(rf"(?<!\d)(?<!\d[.,٫٬]){re.escape(literal)}(?![.,٫٬]?\d)")


def _compare(
    store: Store, problems: Problems, record: tuple[str, str], path: Path, text: Mapping[str, str], literals: list[str]
) -> None:
    """Holds the figures of each language against those of the first, in links and out of them."""
    found = {code: figures_of(text[code]) for code in store.locales if code in text}
    first = next(iter(found), "")
    for code, figures in found.items():
        more, fewer = sorted(figures - found[first]), sorted(found[first] - figures)
        is_name = path[-1] in NAMES or record[1] in NAMES
        if not (more or fewer) or (is_name and _in_letters(text[code], text[first], literals)):
            continue
        # What is there and should not be has a place; what is missing has none.
        place = store.place(*record, *path, code, words=more[0] if more else "")
        problems.add("figures-differ", place, locale=code, other=first, figures=more or fewer)


def _in_letters(one: str, other: str, literals: list[str]) -> bool:
    """Whether one of two names has no figure, and the other only figures that their record says belong to it."""
    return not (figures_of(one) and figures_of(other)) and not typed(one, literals) and not typed(other, literals)


def figures_of(words: str) -> set[str]:
    """The figures in what a text says, whatever digits they are written with."""
    bare = inline.LINK.sub(lambda match: match["words"], prose(words))
    return {str(int(match)) for match in DIGITS.findall(bare)}


def in_answers(answers: object) -> bool:
    """Whether any text among the fields of a record, as they stand in a file, types a figure."""
    if isinstance(answers, str):
        return bool(typed(answers))
    if isinstance(answers, dict):
        return any(in_answers(value) for value in answers.values())
    return isinstance(answers, list) and any(in_answers(value) for value in answers)
