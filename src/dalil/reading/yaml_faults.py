"""Says why a text is no YAML: in an editor's terms where the slip is a known one, else in the parser's own words."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from dalil.problems import Place, Problems
from dalil.problems.characters import QUOTES, plain
from dalil.reading.yaml_reasons import reason_of, said
from dalil.text.cleaning import note_look_alike, place_of

FIELD = re.compile(r"^(?=[\s-]|[\w.-]+:)(?P<before>\s*(?:- +)*(?:[\w.-]+: +)?)(?P<value>\S.*)$")
"""A line with the value of a field, or with an item of a list."""
IN_FLOW = re.compile(r"(?:[\[{,]\s*)(?:[\w.-]+:\s+)?(?=[^\s\[{,])|[\w.-]+:\s+(?=\S)")
"""What comes before a value within brackets."""
COMMENT = re.compile(r"(?<=\s)#")
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
        problems.add("yaml-syntax", Place(path, where.line + first_line, where.column), reason=said(str(error)))
        return
    # What was never closed is noticed only at the end; the place where it was opened is the one to mend.
    at_end = error.context_mark is not None and _ends_there(error, text)
    mark = error.context_mark if at_end else error.problem_mark or error.context_mark
    if mark is None:
        problems.add(
            "yaml-syntax", Place(path, first_line + 1), reason=reason_of(error, at_end=_ends_there(error, text))
        )
        return
    lines = text.split("\n")
    for number in (mark.line - 1, mark.line):
        if 0 <= number < len(lines) and (glued := GLUED.match(lines[number])) and "\t" not in lines[number]:
            sign = "colon" if glued["colon"] else "dash"
            where = Place(path, first_line + number + 1, glued.start(sign) + 1)
            problems.add("space-missing", where, sign=glued[sign])
            return
    around = error.context_mark.line if error.context_mark else mark.line
    for number in dict.fromkeys((mark.line, mark.line - 1, around)):
        if 0 <= number < len(lines) and _is_known(
            lines[number], path, first_line + number + 1, error, problems, first_line
        ):
            return
    problems.add(
        "yaml-syntax",
        Place(path, mark.line + first_line + 1, mark.column + 1),
        reason=reason_of(error, at_end=_ends_there(error, text)),
    )


def _is_known(
    line: str, path: str, number: int, error: yaml.MarkedYAMLError, problems: Problems, first_line: int
) -> bool:
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
    problem = str(error.problem)
    mark = error.problem_mark
    column = mark.column if mark and mark.line + first_line + 1 == number else len(line)
    if value[0] in "[{" and _in_flow(line, start, column, at, problems):
        return True
    if value[0] in QUOTES and plain(value[0]) == value[0]:
        problems.add("curly-quotes", at(start), found=value[0])
    elif (after := AFTER_QUOTE.match(value)) and ("expected" in problem):
        problems.add("quote-closed-early", at(start + after.end()), rest=value[after.end() :][:20], quote=value[0])
    elif value.startswith(UNQUOTED) or AFTER_BRACKET.match(value):
        problems.add("needs-quotes", at(start), sign=value[0])
    elif "mapping values are not allowed" in problem and (colon := re.search(r":(?:\s|$)", value)):
        problems.add("needs-quotes", at(start + colon.start()), sign=":")
    else:
        return False
    return True


def _in_flow(line: str, start: int, column: int, at: Callable[[int], Place], problems: Problems) -> bool:
    """Whether brackets that open at `start` hold one of the usual slips, at or before `column`; it is noted."""
    comment = COMMENT.search(line, start)
    if comment and _is_open(line[start : comment.start()]):
        problems.add("comment-in-text", at(comment.start()), rest=line[comment.start() :].rstrip("]}, ")[:20])
        return True
    if line[column : column + 1] == ":":
        problems.add("needs-quotes", at(column), sign=":")
        return True
    for before in reversed(list(IN_FLOW.finditer(line, start, min(column + 1, len(line))))):
        value = line[before.end() :]
        if after := AFTER_QUOTE.match(value):
            rest = value[after.end() :][:20]
            problems.add("quote-closed-early", at(before.end() + after.end()), rest=rest, quote=value[0])
        elif value.startswith(UNQUOTED) or AFTER_BRACKET.match(value):
            problems.add("needs-quotes", at(before.end()), sign=value[0])
        else:
            continue
        return True
    return False


def _is_open(words: str) -> bool:
    """Whether more brackets are opened than closed, what stands in quotation marks left out."""
    bare = re.sub(r"""\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'""", "", words)
    return sum(bare.count(one) for one in "[{") > sum(bare.count(one) for one in "]}")


def _ends_there(error: yaml.MarkedYAMLError, text: str) -> bool:
    mark = error.problem_mark
    return mark is not None and not "\n".join(text.split("\n")[mark.line :]).strip()
