"""Texts as ICU messages: what a text asks for, and what it says once it has it.

Parsing (for the checks) is pyicumessageformat's, formatting is ICU's own. ICU does not report a missing argument, so
the names are read here and compared by the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from icu4py.messageformat import MessageFormat
from pyicumessageformat import Parser

from dalil.problems import phrase
from dalil.problems.limits import MAX_NESTING
from dalil.text.message_faults import CHOICES, MessageFault, fault_of


class MessageError(ValueError):
    """A text that ICU cannot read, and why."""

    def __init__(self, fault: MessageFault) -> None:
        super().__init__(fault.reason)
        self.fault = fault


@dataclass(frozen=True)
class Choice:
    """A plural or select in a text."""

    argument: str
    type: str
    options: frozenset[str]
    offset: int
    """Where it starts in the text."""


@dataclass(frozen=True)
class Message:
    """What a text asks for."""

    text: str
    literal: str
    """Its words, without arguments, choices and their keywords."""
    arguments: frozenset[str]
    """Every name that it places or chooses by."""
    offsets: Mapping[str, int]
    """Name to where its first brace stands in the text."""
    choices: tuple[Choice, ...]
    styles: tuple[tuple[str, str], ...]
    """Arguments with an ICU type other than a choice, such as {n, number}: a locale formats values by their type."""
    spelt: str
    """The text with `{SHOWN_n}` in the place of each `#` of a choice by `n`, and of each `{n}`: ICU itself would round
    the number by which it chooses.
    """

    @property
    def selects(self) -> frozenset[str]:
        """Arguments that choose by a word, such as a gender."""
        return frozenset(choice.argument for choice in self.choices if choice.type == "select")

    @property
    def plurals(self) -> frozenset[str]:
        """Arguments that choose a plural form, and so must be numbers."""
        return frozenset(choice.argument for choice in self.choices if choice.type.startswith(("plural", "selecto")))


SHOWN = "SHOWN_"
"""What the name of an argument in the place of a `#` starts with; names of values are in lower case."""
BRACE = re.compile("[{}]")
INNERMOST = re.compile(r"\{[^{}]*\}")


@lru_cache(maxsize=20_000)
def parse(text: str) -> Message:
    """Reads a text; raises MessageError."""
    if (deep := _nested(text)) is not None:
        raise MessageError(MessageFault(deep, phrase("nested-deep", limit=MAX_NESTING)))
    tokens: list[dict[str, Any]] = []
    parser = Parser({"require_other": False, "loose_submessages": False, "include_indices": True})
    try:
        parts = parser.parse(text, tokens)
    except (SyntaxError, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        fault = fault_of(text, tokens, whole=False)
        raise MessageError(fault or MessageFault(0, phrase("icu-refuses"))) from error
    if fault := fault_of(text, tokens, whole=True):
        raise MessageError(fault)
    arguments: dict[str, int] = {}
    choices: list[Choice] = []
    styles: list[tuple[str, str]] = []
    literal: list[str] = []
    numbers: list[tuple[int, int, str]] = []

    def walk(nodes: Iterable[Any], offset: int = 0) -> None:
        for node in nodes:
            if not isinstance(node, dict):
                literal.append(str(node))
                continue
            name, kind = str(node.get("name", "")), node.get("type")
            if node.get("hash"):
                if not offset:
                    numbers.append((node["start"], node["end"], name))
            else:
                if not kind:
                    numbers.append((node["start"], node["end"], name))
                arguments.setdefault(name, node["start"])
                if kind in CHOICES:
                    choices.append(Choice(name, kind, frozenset(node.get("options", {})), node["start"]))
                elif kind:
                    styles.append((name, kind))
            for option in node.get("options", {}).values():
                walk(option if isinstance(option, list) else [option], node.get("offset", 0))

    walk(parts)
    try:
        MessageFormat(text, "en")
    except ValueError as error:
        raise MessageError(MessageFault(0, phrase("icu-refuses"))) from error
    counted = {choice.argument for choice in choices if choice.type != "select"}
    spelt = _spelt(text, [number for number in numbers if number[2] in counted])
    return Message(text, " ".join(literal), frozenset(arguments), arguments, tuple(choices), tuple(styles), spelt)


def _spelt(text: str, numbers: list[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for start, end, name in sorted(numbers):
        parts += [text[at:start], f"{{{SHOWN}{name}}}"]
        at = end
    return "".join([*parts, text[at:]])


def fixed_words(text: str) -> str:
    """The words that a text has whatever its values are: arguments, plurals and choices are left out."""
    shorter = INNERMOST.sub(" ", text)
    return text if shorter == text else fixed_words(shorter)


def _nested(text: str) -> int | None:
    """The offset of the brace with which more stand inside each other than `MAX_NESTING` choices need, or None."""
    depth = 0
    for match in BRACE.finditer(text):
        depth += 1 if match[0] == "{" else -1
        if depth > 2 * MAX_NESTING:
            return match.start()
    return None


@lru_cache(maxsize=20_000)
def _compiled(text: str, icu_locale: str) -> MessageFormat:
    return MessageFormat(text, icu_locale)


def format_message(text: str, icu_locale: str, arguments: Mapping[str, Any]) -> str:
    """The text in words. `icu_locale` is such as `ar@numbers=latn`; numbers must be numbers, all else text.

    Raises MessageError for an argument, or a style of one, of which ICU makes nothing.
    """
    try:
        return _compiled(text, icu_locale).format(dict(arguments))
    except (RuntimeError, TypeError, ValueError) as error:
        raise MessageError(MessageFault(0, phrase("icu-refuses"))) from error
