r"""The inline markup that a text may use, and no other: links, words left in a foreign language, emphasis.

    [words](entity:argentina)   also claim:, event:, term:, page:, dispute:, source:
    [palabras](lang:es)         words left in a foreign language
    *words*                     emphasis

A backslash before one of `[ ] * \` shows it as it stands. No markup stands within other markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORDS = r"(?:[^\[\]\\]|\\(?s:.))*"
"""What may stand within brackets: no bracket but one that a backslash makes plain."""
LINK = re.compile(rf"\[(?P<words>{WORDS})\]\((?P<kind>[a-z]+):(?P<target>[^()\s]*)\)")
ESCAPED = re.compile(r"\\([\[\]*\\])")
PLAIN = rf"(?P<escaped>{ESCAPED.pattern})|(?P<link>{LINK.pattern})"
"""What every reader meets first, so that nothing which a backslash makes plain begins anything."""
LINKED = re.compile(PLAIN)
TOKEN = re.compile(PLAIN + r"|\*(?P<strong>(?:[^*\\\n]|\\.)+)\*")
RAW = re.compile(PLAIN + r"|\*(?P<strong>(?:[^*\\\n{}]|\{\w+\}|\\.)+)\*|(?P<stray>\[[^\[\]\\]*\]|[\[\]]|\*\*)")
"""The same in a raw text, where the branches of a message stand side by side, and what belongs to none of it."""


@dataclass(frozen=True)
class Piece:
    """A run of a text: plain words, emphasised words, or a link."""

    words: str
    kind: str = "text"
    """text, emphasis, lang, or the kind of a link's target."""
    target: str = ""


def pieces(text: str) -> list[Piece]:
    """Splits a text into its runs; what is no markup stays as it stands."""
    found: list[Piece] = []
    at = 0
    for match in TOKEN.finditer(text):
        if match.start() > at:
            found.append(Piece(text[at : match.start()]))
        if match["escaped"]:
            found.append(Piece(_shown(match["escaped"])))
        elif match["link"]:
            found.append(Piece(_shown(match["words"]), match["kind"], match["target"]))
        else:
            found.append(Piece(_shown(match["strong"]), "emphasis"))
        at = match.end()
    if at < len(text):
        found.append(Piece(text[at:]))
    return found


def _shown(words: str) -> str:
    return ESCAPED.sub(r"\1", words)


def links(text: str) -> list[tuple[str, str, str]]:
    """(kind, target, whole link) of each link in a raw text, in every branch of it, `lang` excepted."""
    return [(m["kind"], m["target"], m[0]) for m in _linked(text) if m["kind"] != "lang"]


def foreign(text: str) -> list[tuple[str, str]]:
    """(language, whole markup) of each run of foreign words in a raw text."""
    return [(m["target"], m[0]) for m in _linked(text) if m["kind"] == "lang"]


def _linked(text: str) -> Iterator[re.Match[str]]:
    """The links of a raw text, those in emphasis too, where none belongs."""
    return (match for match in LINKED.finditer(text) if match["link"])


def strays(text: str) -> list[str]:
    """What looks like markup and is none, with what follows it: brackets of no link, a link without words, markup
    within markup.
    """
    found = []
    for match in RAW.finditer(text):
        words = (match["words"] if match["link"] else match["strong"]) or ""
        wordless = match["link"] and not words.strip()
        if match["stray"] or wordless or re.search(r"[\[\]*]", ESCAPED.sub("", words)):
            found.append(text[match.start() : match.start() + 12].split("\n")[0])
    return found


def without_markup(text: str) -> str:
    """The bare words of a text."""
    return "".join(piece.words for piece in pieces(text))


def outside_links(text: str) -> str:
    """A raw text with every link and foreign run blanked out, offsets kept."""
    return LINK.sub(lambda match: " " * len(match[0]), text)
