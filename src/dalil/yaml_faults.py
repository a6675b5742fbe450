"""Says why a text is no YAML: in an editor's terms where the slip is a known one, else in the parser's own words."""

from __future__ import annotations

import re

import yaml

from dalil.characters import QUOTES, plain
from dalil.cleaning import note_look_alike, place_of
from dalil.problems import Phrase, Place, Problems, phrase

FIELD = re.compile(r"^(?P<before>\s*(?:- +)*(?:[\w.-]+:)? +)(?P<value>\S.*)$")
"""A line with the value of a field, or with an item of a list."""
GLUED = re.compile(r"^\s*(?:(?:- +)*[A-Za-z_][\w.-]*(?P<colon>:)(?=[^\s:/])|(?P<dash>-)(?=[^\s-]))")
"""A line whose first sign lacks the space that makes it one."""
ARABIC_COMMA = re.compile(r"(?<![\w-])[\w-]*+([،؛，；])\s*[A-Za-z_-]+(?=\s*:)")
"""A comma of another script before the name of a field."""
AFTER_BRACKET = re.compile(r"^(?:\[[^\[\]]*\]|\{[^{}]*\})\s*(?=[^\s,\]}#])")
"""A list or mapping that is closed before the text ends: it is no list, but a text that starts with a link or value."""
AFTER_QUOTE = re.compile(r"""^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?=[^\s,\]}#:])""")
"""A quotation that is closed before the text ends."""
UNQUOTED = ("*", "&", "!", "%", "@", "`", "- ", "? ")
"""With these no text may begin: YAML has other uses for them."""


def note_fault(error: Exception, path: str, text: str, first_line: int, problems: Problems) -> None:
    """Notes why `text`, which starts on `first_line` (from 0) of a file, is no YAML."""
    if not isinstance(error, yaml.MarkedYAMLError):
        position = getattr(error, "position", None)
        where = place_of(path, text, position) if isinstance(position, int) else Place(path)
        reason = str(error).splitlines()[0]
        problems.add("yaml-syntax", Place(path, where.line + first_line, where.column), reason=reason)
        return
    # What was never closed is noticed only at the end; the place where it was opened is the one to mend.
    at_end = error.context_mark is not None and _ends_there(error, text)
    mark = error.context_mark if at_end else error.problem_mark or error.context_mark
    if mark is None:
        problems.add("yaml-syntax", Place(path, first_line + 1), reason=_reason(error, text))
        return
    lines = text.split("\n")
    for number in (mark.line - 1, mark.line):
        if 0 <= number < len(lines) and (glued := GLUED.match(lines[number])) and "\t" not in lines[number]:
            sign = "colon" if glued["colon"] else "dash"
            where = Place(path, first_line + number + 1, glued.start(sign) + 1)
            problems.add("space-missing", where, sign=glued[sign])
            return
    for number in (mark.line, mark.line - 1):
        if 0 <= number < len(lines) and _is_known(lines[number], path, first_line + number + 1, error, problems):
            return
    problems.add("yaml-syntax", Place(path, mark.line + first_line + 1, mark.column + 1), reason=_reason(error, text))


def _is_known(line: str, path: str, number: int, error: yaml.MarkedYAMLError, problems: Problems) -> bool:
    """Whether a line has one of the usual slips; the first is noted."""

    def at(column: int) -> Place:
        return Place(path, number, column + 1)

    if "\t" in line[: len(line) - len(line.lstrip())]:
        problems.add("tab-in-indent", at(line.index("\t")))
        return True
    if comma := ARABIC_COMMA.search(line):
        note_look_alike(at(comma.start(1)), comma[0], problems)
        return True
    field = FIELD.match(line.rstrip())  # Without an end of spaces no line is tried over and over.
    if field is None:
        return False
    start, value = field.start("value"), field["value"]
    said = str(error.problem)
    if value[0] in QUOTES and plain(value[0]) == value[0]:
        problems.add("curly-quotes", at(start), found=value[0])
    elif (after := AFTER_QUOTE.match(value)) and ("expected" in said):
        problems.add("quote-closed-early", at(start + after.end()), rest=value[after.end() :][:20], quote=value[0])
    elif value.startswith(UNQUOTED) or AFTER_BRACKET.match(value):
        problems.add("needs-quotes", at(start), sign=value[0])
    elif "mapping values are not allowed" in said and (colon := re.search(r":(?:\s|$)", value)):
        problems.add("needs-quotes", at(start + colon.start()), sign=":")
    else:
        return False
    return True


def _ends_there(error: yaml.MarkedYAMLError, text: str) -> bool:
    mark = error.problem_mark
    return mark is not None and not "\n".join(text.split("\n")[mark.line :]).strip()


def _reason(error: yaml.MarkedYAMLError, text: str) -> Phrase | str:
    if error.context and _ends_there(error, text):
        return phrase("never-closed", what=error.context)
    return str(error.problem or error.context)
