"""Is a text written as the house writes: no stray marks, one kind of digits, the script's own punctuation?"""

from __future__ import annotations

import re

from dalil import inline
from dalil.model.records import Claim, Term
from dalil.model.texts import texts_of
from dalil.problems import Place, Problems
from dalil.store import Store

ARABIC_MARKS = {",": "،", ";": "؛", "?": "؟", '"': "« »"}
ARABIC = "\u0620-\u064a\u066e-\u06d3"
LATIN_IN_ARABIC = re.compile(rf"(?<=[{ARABIC}])\s?([,;?\"])|([,;?\"])\s?(?=[{ARABIC}])")
TATWEEL = "\u0640"
ARGUMENT = re.compile(r"\{[^{}]*\}|\{\w+, *(?:plural|select|selectordinal),|\b(?:offset:\d+|=\d+)")


def check(store: Store, problems: Problems) -> None:
    """Notes faults of writing in every text of the store."""
    for kind, record_id, record in store.records():
        for path, text in texts_of(record):
            for code, words in text.items():
                at = (kind, record_id, *path, code)
                _check_marks(store, problems, at, words)
                if isinstance(record, Claim | Term) and path[0] in ("text", "meaning"):
                    _check_figures(store, problems, at, words)


def _check_marks(store: Store, problems: Problems, at: tuple[str | int, ...], words: str) -> None:
    kind, record_id, *path = at

    def place(snippet: str) -> Place:
        return store.place(str(kind), str(record_id), *path, words=snippet)

    if TATWEEL in words:
        problems.add("tatweel", place(TATWEEL))
    digits = [character for character in words if character.isdecimal()]
    if len({ord(digit) - int(digit) for digit in digits}) > 1:
        problems.add("mixed-digits", place(digits[0]), digits=" ".join(dict.fromkeys(digits)))
    for match in LATIN_IN_ARABIC.finditer(_prose(words)):
        mark = match[1] or match[2]
        problems.add(
            "latin-punctuation", place(words[match.start() : match.end()]), mark=mark, arabic=ARABIC_MARKS[mark]
        )


def _prose(words: str) -> str:
    """A text with its arguments blanked out (their commas are ICU's), offsets kept."""
    return ARGUMENT.sub(lambda match: " " * len(match[0]), words)


def _check_figures(store: Store, problems: Problems, at: tuple[str | int, ...], words: str) -> None:
    kind, record_id, *path = at
    for match in re.finditer(r"\d[\d.,٫٬]*\d|\d", _prose(inline.outside_links(words))):
        place = store.place(str(kind), str(record_id), *path, words=match[0])
        problems.add("literal-figure", place, figure=match[0])
