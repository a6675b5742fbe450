"""Says which sign of a page's call stands wrong, and what belongs there: lexers say it in English, without a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dalil.problems import Phrase, phrase
from dalil.problems.characters import QUOTES, plain

CALL = re.compile(r"\{#.*?(?:#\}|\Z)|\{\{(?P<call>.*?)(?:\}\}|\n\n|\Z)", re.DOTALL)
"""A comment, or a call up to its end or that of its paragraph."""
STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
CURLY = re.compile(rf"[{QUOTES}](?P<words>[^{QUOTES}\"'\n{{}}]*)(?P<end>[{QUOTES}\"']?)")
"""Words between quotation marks of a word processor."""
BARE_ID = re.compile(r"[(,=\[]\s*([a-z0-9]+(?:-[a-z0-9]+)+)\s*(?=[,)\]])")
PAIRS = {")": "(", "]": "[", "}": "{"}
ENDS = {opening: closing for closing, opening in PAIRS.items()}
FITTING = re.compile(r"[\w\s.,=~+*/%|<>!:()\[\]{}\"'-]")
"""What the language of templates has a use for."""


@dataclass(frozen=True)
class CallFault:
    """What is wrong at an offset of a page."""

    offset: int
    reason: Phrase
    write: str = ""


def without_look_alikes(text: str) -> tuple[str, list[CallFault]]:
    """A page with plain signs in its calls, each in the place of one that looks like it, and where those stood."""
    if text.isascii():
        return text, []
    letters, faults = list(text), []
    for match in CALL.finditer(text):
        if match["call"] is None:
            continue
        for at, written in _look_alikes(text, *match.span("call")):
            faults.append(CallFault(at, phrase("sign-instead", found=text[at], write=written), written))
            letters[at] = written
    return "".join(letters), faults


def _look_alikes(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where a call has a sign that only looks like one of the language's, and which is meant."""
    at = start
    while at < end:
        if string := STRING.match(text, at, end):
            at = string.end()
        elif (curly := CURLY.match(text, at, end)) and curly["end"]:
            yield at, '"'
            if curly["end"] != '"':
                yield curly.start("end"), '"'
            at = curly.end()
        else:
            written = plain(text[at])
            if written != text[at] and FITTING.fullmatch(written):
                yield at, written
            at += 1


def comma_missing(text: str, start: int, end: int) -> CallFault | None:
    """Where two texts of a call stand side by side, which would be read as one."""
    before: re.Match[str] | None = None
    for string in STRING.finditer(text, start, end):
        if before and not text[before.end() : string.start()].strip():
            reason = phrase("comma-missing", found=string[0])
            return CallFault(string.start(), reason, f"{before[0]}, {string[0]}")
        before = string
    return None


def id_without_quotes(text: str, start: int, end: int) -> CallFault | None:
    """Where an id stands in a call without quotation marks."""
    found = BARE_ID.search(STRING.sub(lambda string: "x" * len(string[0]), text[start:end]))
    if found is None:
        return None
    written = f'"{found[1]}"'
    return CallFault(start + found.start(1), phrase("quotes-missing", found=found[1]), written)


def fault_of_call(text: str, start: int) -> CallFault:
    """Why a call that starts at some offset cannot be read."""
    if text.startswith("{#", start):
        return CallFault(start, phrase("comment-never-closed"), "#}")
    opened: list[int] = []
    at = start + 2
    while at < len(text):
        if text.startswith("}}", at) and not opened:
            break
        if string := STRING.match(text, at):
            at = string.end()
            continue
        if fault := _fault_of_sign(text, at, opened):
            return fault
        at += 1
    else:
        return CallFault(start, phrase("call-never-closed"), "}}")
    return CallFault(start, phrase("call-odd"))


def _fault_of_sign(text: str, at: int, opened: list[int]) -> CallFault | None:
    """What is wrong with a sign outside of quotations; `opened` are the brackets before it, and it is kept in step."""
    sign = text[at]
    if sign in "\"'":
        return CallFault(at, phrase("quotation-never-closed"), sign)
    if text.startswith("\n\n", at) or text.startswith("{{", at):
        where, wanted = (opened[-1], ENDS[text[opened[-1]]]) if opened else (at, "}}")
        return CallFault(
            where,
            phrase("bracket-never-closed", found=text[where], write=wanted) if opened else phrase("call-ends-without"),
            wanted,
        )
    if sign in ENDS:
        opened.append(at)
    elif sign in PAIRS:
        if not opened:
            return CallFault(
                at,
                phrase("call-ends-without" if sign == "}" else "bracket-closes-nothing", found=sign),
                "}}" if sign == "}" else "",
            )
        if text[opened[-1]] != PAIRS[sign]:
            wanted = ENDS[text[opened[-1]]]
            return CallFault(opened[-1], phrase("bracket-never-closed", found=text[opened[-1]]), wanted)
        opened.pop()
    elif not FITTING.match(sign):
        return CallFault(at, phrase("sign-too-many", found=sign))
    return None
