"""The forms of which the impact report is made: alerts, folded parts, both versions of a sentence, names cut to fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

from dalil.desk.impact.snapshot import Localised
from dalil.desk.impact.words import runs, words_of
from dalil.model.locales import direction_of
from dalil.wording.formats.inert import Markdown, code

LONG = 60
"""Characters of a value that are shown beside the sentence."""
NAME = 200
"""Characters of a name or path."""
TOGETHER = 50
"""Records or pages that are folded together."""
T = TypeVar("T")


def sentence(locale: str, before: Localised, after: Localised) -> Markdown:
    """Both versions of a sentence in one, in its own direction: gone words are struck, new ones underlined."""
    marks = {"same": Markdown("{}"), "gone": Markdown("<del>{}</del>"), "new": Markdown("<ins><b>{}</b></ins>")}
    old, new = (unwrapped(words.get(locale, "")) for words in (before, after))
    words = Markdown("").join(marks[kind].format(part) for kind, part in runs(old, new))
    return Markdown('<blockquote lang="{}" dir="{}">{}</blockquote>').format(locale, direction_of(locale), words)


def unwrapped(words: str) -> str:
    """Words without the isolate (UAX 9) that goes round a text which stands in for one of the other direction."""
    return words[1:-1] if words.startswith("\u2068") and words.endswith("\u2069") else words


def alert(kind: str, said: Markdown, *lines: Markdown) -> Markdown:
    """What GitHub sets apart in a box of its own."""
    return Markdown("\n").join(Markdown("> {}").format(line) for line in (Markdown("[!{}]").format(kind), said, *lines))


def folded(summary: Markdown, body: Markdown) -> Markdown:
    """What is shown on request."""
    return Markdown("<details><summary>{}</summary>\n\n{}\n\n</details>").format(summary, body)


def together(some: Sequence[T]) -> Iterator[Sequence[T]]:
    """As many at a time as are folded together."""
    for start in range(0, len(some), TOGETHER):
        yield some[start : start + TOGETHER]


def coded(name: str) -> Markdown:
    """A name or path as code."""
    return code(cut(name, NAME))


def cut(words: str, limit: int) -> str:
    """No more of the words than the limit, and none of them in part, least of all a number, unless one is so long."""
    if len(words) <= limit:
        return words
    ends = [end for end in accumulate(map(len, words_of(words[: limit + LONG]))) if end <= limit]
    return f"{words[: ends[-1] if ends else limit]}…"
