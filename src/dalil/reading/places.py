r"""Where a letter of a text stands in the file that holds the text: quotation marks, escapes and folded lines apart."""

from __future__ import annotations

import re

YAML_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
CONTINUED = re.compile(r"\\[ \t]*\n[ \t]*")
"""A line that goes on in the next without a space, within double quotation marks."""
BLANK = re.compile(r"[ \t\n]*")
HEAD = re.compile(r"[|>][^\n]*\n")
"""What a text that stands on lines of its own starts with."""
PO_LETTER = re.compile(r"\\.|.", re.DOTALL)


def in_yaml(file: str, start: int, words: str, offset: int) -> int:
    """The place in a file of a letter of a YAML text, which starts at `start` and reads as `words`."""
    style = file[start : start + 1]
    at = start + 1 if style in ("'", '"') else start
    if head := HEAD.match(file, at):
        at = _beyond(BLANK, file, head.end())
    for letter in words[:offset]:
        at = _after(file, at, letter, style)
    if words[offset : offset + 1] not in (" ", "\n", "\t", ""):
        at = _beyond(BLANK, file, at)
    return at


def _after(file: str, at: int, letter: str, style: str) -> int:
    """What comes after a letter that stands at some place, or behind blanks and broken lines there."""
    if style == '"':
        at = _beyond(CONTINUED, file, at)
        if file[at : at + 1] == "\\":
            return _beyond(YAML_ESCAPE, file, at)
    if letter in " \n\t":
        return _beyond(BLANK, file, at)
    at = _beyond(BLANK, file, at)
    return at + (2 if style == letter == "'" else 1)


def _beyond(pattern: re.Pattern[str], file: str, at: int) -> int:
    match = pattern.match(file, at)
    return match.end() if match else at


def in_po(parts: list[tuple[str, int]], offset: int) -> int:
    """The place in a file of a letter of a PO string, given as its parts and where each starts."""
    end = parts[0][1]
    for written, start in parts:
        for letter in PO_LETTER.finditer(written):
            if offset == 0:
                return start + letter.start()
            offset -= 1
        end = start + len(written)
    return end
