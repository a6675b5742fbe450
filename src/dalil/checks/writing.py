"""Is a text written as the house writes: no stray marks, one kind of digits, the script's own punctuation?"""

from __future__ import annotations

import re

from dalil.model.texts import texts_of
from dalil.problems import Place, Problems
from dalil.store import Store

ARABIC_MARKS = {",": "،", ";": "؛", "?": "؟", '"': "« »"}
ARABIC = "\u0620-\u064a\u066e-\u06d3"
LATIN_IN_ARABIC = re.compile(rf"(?<=[{ARABIC}])\s?([,;?\"])|([,;?\"])\s?(?=[{ARABIC}])")
TATWEEL = "\u0640"
ARGUMENT = re.compile(
    r"\{\s*[^\W\d]\w*\s*(?:\}|,\s*(?:plural|selectordinal|select)\s*,(?:\s*offset:\d+)?)|=\d+(?=\s*\{)"
)
"""What in a text is ICU's: a value's place, the head of a choice, a number by which it chooses."""


def check(store: Store, problems: Problems) -> None:
    """Notes faults of writing in every text of the store."""
    for kind, record_id, record in store.records():
        for path, text in texts_of(record):
            for code, words in text.items():
                at = (kind, record_id, *path, code)
                _check_marks(store, problems, at, words)


def _check_marks(store: Store, problems: Problems, at: tuple[str | int, ...], words: str) -> None:
    kind, record_id, *path = at

    def place(snippet: str) -> Place:
        return store.place(str(kind), str(record_id), *path, words=snippet)

    if TATWEEL in words:
        problems.add("tatweel", place(TATWEEL))
    digits = [character for character in words if character.isdecimal()]
    if len({ord(digit) - int(digit) for digit in digits}) > 1:
        problems.add("mixed-digits", place(digits[0]), digits=" ".join(dict.fromkeys(digits)))
    for match in LATIN_IN_ARABIC.finditer(prose(words)):
        mark = match[1] or match[2]
        problems.add(
            "latin-punctuation", place(words[match.start() : match.end()]), mark=mark, arabic=ARABIC_MARKS[mark]
        )


def prose(words: str) -> str:
    """A text with what is ICU's blanked out, offsets kept."""
    return ARGUMENT.sub(lambda match: " " * len(match[0]), words)
