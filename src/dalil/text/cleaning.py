"""Notes characters that mislead YAML or the eye, and reads on as if they were right, so that one slip hides no other.

What is put right keeps its length, so that every place in the text stays true.
"""

from __future__ import annotations

import re
from itertools import islice

from dalil.problems import Place, Problems
from dalil.problems.characters import BREAKS, IMPOSTERS, SPACES, first_of, mixed_words, name_of, plain
from dalil.problems.gate import stopped
from dalil.text.encodings import broken_words

MOST_NOTED = 100
"""Characters of a file that are named one by one; whoever has more of them replaces them all at once."""
CONFLICT = re.compile(r"^(<{7}|>{7}|={7}$|\|{7})", re.MULTILINE)
STRUCTURE = re.compile(
    rf"^(?P<indent>[ ]*[{SPACES}][ {SPACES}]*)(?=\S)|^ *(?:- +)*(?:-|[\w.-]+:)(?P<after>[{SPACES}][ {SPACES}]*)",
    re.MULTILINE,
)
"""Spaces where YAML wants plain ones: before a line's first letter, and after what ends a key or opens an item."""


def place_of(path: str, text: str, offset: int) -> Place:
    """The place of an offset of a text."""
    line = text.count("\n", 0, offset)
    return Place(path, line + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def has_conflict(path: str, text: str, problems: Problems) -> bool:
    """Whether Git left two versions in a text; the first is noted."""
    conflict = CONFLICT.search(text)
    if conflict:
        problems.add("merge-conflict", place_of(path, text, conflict.start()))
    return conflict is not None


def without_unseen(path: str, text: str, problems: Problems) -> str:
    """Notes what does not pass the gate. What YAML cannot read, or takes for the end of a line, becomes a space."""
    broken = list(islice(broken_words(text), MOST_NOTED))
    for word in broken:
        word.note(place_of(path, text, word.offset), problems)
    within = {offset for word in broken for offset in range(word.offset, word.offset + len(word.word))}
    unreadable = []
    for number, one in enumerate(stopped(text, raw=True)):
        if number < MOST_NOTED and one.offset not in within:
            one.note(place_of(path, text, one.offset), problems)
        if one.code == "control-character" or one.character in BREAKS:
            unreadable.append(one.offset)
    if not unreadable:
        return text
    letters = list(text)
    for offset in unreadable:
        letters[offset] = " "
    return "".join(letters)


def mended(path: str, text: str, problems: Problems) -> str:
    """A YAML text with plain spaces where YAML wants them, and without look-alikes in words of ASCII."""
    if text.isascii():
        return text
    for match in STRUCTURE.finditer(text):
        name = "indent" if match["indent"] else "after"
        start = match.start(name) + first_of(SPACES, match[name])
        problems.add("odd-space", place_of(path, text, start), name=name_of(text[start]))
    text = STRUCTURE.sub(lambda match: re.sub(f"[{SPACES}]", " ", match[0]), text)
    for start, word in mixed_words(text):
        note_look_alike(place_of(path, text, start + first_of(IMPOSTERS, word)), word, problems)
        text = text[:start] + plain(word) + text[start + len(word) :]
    return text


def odd_one(word: str) -> str:
    """The first look-alike of a word; there must be one."""
    return next(one for one in word if plain(one) != one)


def note_look_alike(place: Place, word: str, problems: Problems) -> None:
    """Notes the first character of a word that is not the one it looks like."""
    character = odd_one(word)
    details = {"character": character, "name": name_of(character), "fixed": plain(word)}
    problems.add("look-alike", place, word=word, **details)
