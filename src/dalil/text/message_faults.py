"""Says why a text is no ICU message: which sign stands wrong, where, and what was most likely meant.

The parser of messages stops where it can go on no more, in English and without a remedy. What it had read by then, its
tokens, tells what the writer was about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dalil.problems import Phrase, phrase
from dalil.problems.characters import SIGNS, plain
from dalil.text.near import nearest

CHOICES = ("plural", "select", "selectordinal")
STYLES = ("number", "date", "time", "spellout", "ordinal", "duration")
"""Other types that ICU knows; the checks say why none is used."""
FORMS = ("zero", "one", "two", "few", "many", "other")
"""What CLDR calls the forms of a plural."""
EXACT = re.compile(r"=\d+")
"""A form for one number, such as =0."""
QUOTED = re.compile(r"''|'(?P<hidden>[{}#](?:[^']|'')*)(?P<end>'?)")
"""What a straight apostrophe makes plain text of, up to the next one (ICU's MessagePattern.ApostropheMode)."""
SYNTAX = re.compile(r"(?:[{}#]|'')+")
"""What one may hide on purpose: signs that are to be shown as they are."""
WIDE = re.compile(r"[｛﹛]\s*\w+\s*[｝﹜]")
"""A value between the braces of an East Asian keyboard."""
SHOWN = 20
"""Letters of a text that are quoted."""


@dataclass(frozen=True)
class MessageFault:
    """What is wrong at an offset of a text."""

    offset: int
    reason: Phrase
    write: str = ""
    """What belongs there, if that can be told."""
    nearest: str = ""
    """The word that was most likely meant."""


@dataclass
class _Brace:
    """A brace that is open: that of a placeholder, or that of the text of a form."""

    offset: int
    is_form: bool
    in_plural: bool = False
    """Of the text of a form, whether `#` is the number there."""
    kind: str = ""
    """Of a placeholder: plural, select …"""
    forms: list[tuple[str, int]] = field(default_factory=list)
    """The names of its forms, and where they stand."""


@dataclass(frozen=True)
class _Token:
    type: str
    text: str
    offset: int


def fault_of(text: str, tokens: Sequence[dict[str, Any]], *, whole: bool) -> MessageFault | None:
    """What is wrong with a text, from the parser's tokens of it; `whole` if it was read to its end."""
    return _Look(text).through(_placed(tokens), whole=whole)


def _placed(tokens: Sequence[dict[str, Any]]) -> list[_Token]:
    found, offset = [], 0
    for token in tokens:
        found.append(_Token(token["type"], token["text"], offset))
        offset += len(token["text"])
    return found


class _Look:
    """A look through the tokens of a text, with the braces that are open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[_Brace] = []
        self.last = _Token("", "", 0)
        """The last token that is no space."""

    def through(self, tokens: Sequence[_Token], *, whole: bool) -> MessageFault | None:
        """The first fault of all that was read, or why no more was."""
        for token in tokens:
            if fault := self._fault(token):
                return fault
            if token.type == "syntax":
                self._move(token)
            if token.type != "space":
                self.last = token
        at = tokens[-1].offset + len(tokens[-1].text) if tokens else 0
        return None if whole else self._stopped(at)

    def _move(self, token: _Token) -> None:
        if token.text == "{":
            is_form = self.last.type == "selector"
            self.open.append(_Brace(token.offset, is_form, is_form and self.open[-1].kind != "select"))
        elif token.text == "}":
            self.open.pop()

    def _fault(self, token: _Token) -> MessageFault | None:
        """What is wrong with a token by itself."""
        if token.type == "text":
            return self._in_text(token)
        if token.type == "syntax" and token.text == "}" and self.open and not self.open[-1].is_form:
            return self._at_end_of(self.open[-1])
        if token.type not in ("name", "type", "selector"):
            return None
        brace = self.open[-1]
        if token.type == "selector":
            brace.forms.append((token.text, token.offset))
        elif token.type == "type":
            brace.kind = token.text
        if token.type == "selector":
            return self._in_selector(token, brace) if self._goes_on(token, "{") else None
        return self._in_name(token) or (self._in_type(token) if token.type == "type" else None)

    def _in_text(self, token: _Token) -> MessageFault | None:
        in_plural = any(brace.in_plural for brace in self.open[-1:])
        for quoted in QUOTED.finditer(token.text):
            hidden = quoted["hidden"]
            if hidden is None or (hidden[0] == "#" and not in_plural):
                continue
            if not (quoted["end"] and SYNTAX.fullmatch(hidden)):
                return MessageFault(
                    token.offset + quoted.start(), phrase("apostrophe-hides", hidden=hidden[:SHOWN]), write="’"
                )
        if wide := WIDE.search(token.text):
            return MessageFault(token.offset + wide.start(), _instead(wide[0], plain(wide[0])), plain(wide[0]))
        return None

    def _in_name(self, token: _Token) -> MessageFault | None:
        """A sign in the name of a value or of a choice that none has."""
        odd = re.search(r"\W", token.text)
        if odd is None:
            return None
        next_word = re.match(r"\s*(\w*)", self.text[token.offset + len(token.text) :])
        goes_on = token.type == "type" or bool(next_word and nearest(next_word[1], CHOICES))
        if _is_sign(odd[0]) and goes_on:
            return MessageFault(token.offset + odd.start(), _instead(odd[0], ","), ",")
        if self._goes_on(token, ",}"):
            reason = phrase("name-of-words", found=token.text)
            return MessageFault(token.offset, reason, re.sub(r"\W+", "_", token.text).strip("_"))
        return MessageFault(self.open[-1].offset, phrase("brace-never-closed"))

    def _in_type(self, token: _Token) -> MessageFault | None:
        if token.text in (*CHOICES, *STYLES) or not self._goes_on(token, ",{}"):
            return None
        return MessageFault(
            token.offset, phrase("choice-unknown", found=token.text), nearest=nearest(token.text, CHOICES)
        )

    def _goes_on(self, token: _Token, signs: str) -> bool:
        """Whether one of some signs comes after a token."""
        after = self.text[token.offset + len(token.text) :].lstrip()
        return after[:1] in signs if after else False

    def _in_selector(self, token: _Token, brace: _Brace) -> MessageFault | None:
        """What is wrong with the name of a form that has a text."""
        name = token.text
        if odd := re.search(r"(?!^=)\W", name):
            code = "sign-too-many" if odd.start() in (0, len(name) - 1) else "form-name-odd"
            return MessageFault(token.offset + odd.start(), phrase(code, found=odd[0], name=name))
        if brace.kind in ("plural", "selectordinal") and name not in FORMS and not EXACT.fullmatch(name):
            near = nearest(name, FORMS)
            return MessageFault(token.offset, phrase("form-unknown", found=name, known=FORMS), nearest=near)
        return None

    def _at_end_of(self, brace: _Brace) -> MessageFault | None:
        """What a placeholder lacks that is closed."""
        if brace.kind in CHOICES and not brace.forms:
            return MessageFault(brace.offset, phrase("forms-missing", kind=brace.kind))
        if brace.kind in CHOICES and "other" not in [name for name, _ in brace.forms]:
            return MessageFault(brace.offset, phrase("other-missing", kind=brace.kind))
        return None

    def _stopped(self, at: int) -> MessageFault:
        """Why the parser could not go on at an offset."""
        rest, brace = self.text[at:], self.open[-1] if self.open else None
        if brace is None:
            return MessageFault(at, phrase("brace-closes-nothing"))
        if self.last.type == "selector":
            return self._without_text(brace, rest)
        if self.last.type == "syntax" and self.last.text == "{":
            return self._without_name(brace, rest)
        if brace.kind in CHOICES and not brace.forms and rest[:1] == "}":
            return MessageFault(brace.offset, phrase("forms-missing", kind=brace.kind))
        if brace.kind in CHOICES and _is_sign(rest[:1]):
            return MessageFault(at, phrase("sign-too-many", found=rest[:1]))
        if brace.kind in CHOICES and rest[:1] == "{":
            return MessageFault(at, phrase("form-without-name"))
        if self.last.type == "name":
            return self._after_name(brace, at)
        if brace.kind and brace.kind not in CHOICES and rest[:1] == "{":
            where = brace.offset + self.text[brace.offset :].index(brace.kind)
            return MessageFault(where, phrase("choice-unknown", found=brace.kind), nearest=CHOICES[0])
        return MessageFault(brace.offset, phrase("brace-never-closed"))

    def _without_text(self, brace: _Brace, rest: str) -> MessageFault:
        """The name of a form, and no brace after it."""
        name, offset = brace.forms[-1]
        if "other" in [form for form, _ in brace.forms[:-1]] and name not in FORMS:
            return MessageFault(brace.offset, phrase("brace-never-closed"))
        if _is_sign(name):
            return MessageFault(offset, phrase("sign-too-many", found=name))
        if _is_sign(rest[:1]):
            return MessageFault(offset + len(name), phrase("sign-too-many", found=rest[:1]))
        return MessageFault(offset, phrase("form-without-text", name=name), write=f"{name} {{…}}")

    def _without_name(self, brace: _Brace, rest: str) -> MessageFault:
        if rest[:1] == "{":
            return MessageFault(brace.offset, phrase("brace-twice"), write="{")
        if not rest:
            return MessageFault(brace.offset, phrase("brace-never-closed"))
        return MessageFault(brace.offset, phrase("name-between-braces"))

    def _after_name(self, brace: _Brace, at: int) -> MessageFault:
        """A name, and neither a comma nor the closing brace after it."""
        rest = self.text[at:]
        word = re.match(r"\w*", rest)
        if word and word[0] in CHOICES:
            end = self.last.offset + len(self.last.text)
            return MessageFault(end, phrase("comma-missing", found=word[0]), write=f"{self.last.text}, {word[0]}")
        inside = re.match(r"[^{}]*\}", rest)
        if inside and len(inside[0].split()) <= 3:
            found = self.text[self.last.offset : at + len(inside[0]) - 1].strip()
            return MessageFault(self.last.offset, phrase("name-of-words", found=found), write="_".join(found.split()))
        return MessageFault(brace.offset, phrase("brace-never-closed"))


def _is_sign(character: str) -> bool:
    return character in SIGNS or (character in SIGNS.values() if character else False)


def _instead(found: str, write: str) -> Phrase:
    return phrase("sign-instead", found=found, write=write)
