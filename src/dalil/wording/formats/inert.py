"""Markdown in which words of others are only words: safe by default, as MarkupSafe makes HTML.

`Markdown` is text that we wrote; whatever else is put into it is escaped on the way, so a new line of a report cannot
forget it. What it is inert for: CommonMark with GitHub's extensions (GFM: tables, strikethrough, autolinks, tasks,
footnotes, alerts), raw HTML around it, and what GitHub looks for in the finished text: mentions, issues, commits,
emoji, formulas (docs.github.com, “Basic writing and formatting syntax”, “Autolinked references and URLs”).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, Self

from markupsafe import Markup

PART = "<!-- -->"
"""What parts a word for GitHub and for no reader: nothing is recognised across it."""
SIGNS = re.compile(r"""[\\`*_\[\]|<>&~$"]""")
"""What has a meaning anywhere in Markdown or HTML."""
OPENING = re.compile(r"^ ?(?:[-+=/]|\d{1,9}(?=[.)]))")
"""What has a meaning at the start of a line: lists, underlines of headings, commands of bots."""
LINKED = re.compile(
    r"@|#|:(?!\s)|\.(?=[^\W\d_])|(?<=[A-Za-z])-(?=\d)|www(?=\.)|(?<![0-9A-Za-z])[0-9a-f]{7,}(?![0-9A-Za-z])",
    re.IGNORECASE,
)
"""Where a mention, an issue, an address, an emoji, or a commit would be found."""
COMMIT = 6
"""Letters of a commit's hash that GitHub does not take for one yet."""
BREAKS = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
PLAIN_CODE = re.compile(r"[^`|\\\s](?:[^`|\\]*[^`|\\\s])?")
"""Words that stand between two backticks as they are, in a table too."""
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""General categories (UAX 44) of what has no shape of its own, or no meaning."""
BLANK = set("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
"""Letters and marks that look like nothing."""
JOINERS = set("\u200c\u200d")
"""Needed inside words of Persian and Indic scripts, and in emoji; they can turn nothing round."""
MARKS = 6
"""Marks on one letter; more would cover the lines above and below."""


class Markdown(Markup):
    """Markdown of our own; other text is escaped when it is added, joined or formatted into it."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Self:
        """The text as words; only Markdown stays as it is, HTML that is safe elsewhere does not."""
        return s if isinstance(s, cls) else cls(_text(s if isinstance(s, str) else str(s)))


def text(words: str) -> Markdown:
    """Words in a line of text. A run of spaces and line ends is one space."""
    return Markdown.escape(words)


def code(words: str) -> Markdown:
    """A name, as code, on one line: between backticks, or as an element where a backtick could end too soon."""
    shown = visible(words)
    return Markdown(f"`{shown}`") if PLAIN_CODE.fullmatch(shown) else element(words)


def element(words: str) -> Markdown:
    """A name, as an element of code: where backticks mean nothing, as in the summary of folded text."""
    return Markdown(f"<code>{_escaped(visible(words))}</code>")


def row(cells: Iterable[str]) -> Markdown:
    """A line of a table."""
    return Markdown("| {} |").format(Markdown(" | ").join(cells))


def fenced(lines: str) -> Markdown:
    """Text as it is, line by line, in a block that no line of it can end (CommonMark 4.5)."""
    shown = "\n".join(visible(line) for line in lines.splitlines())
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * max(3, longest + 1)
    return Markdown(f"{fence}text\n{shown}\n{fence}\n")


def visible(words: str) -> str:
    """The words with every character that hides, turns round or ends a line shown by its number: `U+202E`."""
    if words.isascii() and words.isprintable():
        return words
    shown, marks = [], 0
    for character in words:
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        shown.append(f"U+{ord(character):04X}" if _hides(character) or marks > MARKS else character)
    return "".join(shown)


def _hides(character: str) -> bool:
    if character in JOINERS:
        return False
    # Selectors other than those of emoji and text style choose among shapes that look alike.
    selects = "\ufe00" <= character <= "\ufe0d" or "\U000e0100" <= character <= "\U000e01ef"
    return unicodedata.category(character) in HIDDEN or character in BLANK or selects


def _text(words: str) -> str:
    return _escaped(visible(BREAKS.sub(" ", words)))


def _escaped(words: str) -> str:
    if opening := OPENING.match(words):
        # Of a number it is the sign after it that makes a list.
        sign = opening.end() - (not opening[0][-1].isdigit())
        # With the sign, which may part the words of an address as well.
        rest = _parted(words[sign:])
        return _parted(words[:sign]) + _entity(rest[0]) + rest[1:]
    return _parted(words)


def _parted(words: str) -> str:
    pieces, at = [], 0
    for match in LINKED.finditer(words):
        pieces += [_entities(words[at : match.start()]), PART.join(_cut(match[0])), PART]
        at = match.end()
    return "".join([*pieces, _entities(words[at:])])


def _cut(found: str) -> list[str]:
    return [found[start : start + COMMIT] for start in range(0, len(found), COMMIT)]


def _entities(words: str) -> str:
    return SIGNS.sub(lambda match: _entity(match[0]), words)


def _entity(character: str) -> str:
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(character, f"&#{ord(character)};")
