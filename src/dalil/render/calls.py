"""What a page says: calls of macros with fixed arguments. Read as data, and never evaluated or compiled.

A page may come from anybody. So its text is taken apart by Jinja's lexer, each `{{ … }}` is parsed by itself, and only
a syntax tree that is one call of a name with constants becomes a `Call`; whatever else stands there is refused
where it stands. A page is then made by calling macros one after another: none of its text reaches Jinja's compiler.
Words of a page come from the store, so headings are calls too.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from jinja2 import Environment, TemplateSyntaxError, nodes

from dalil.problems import Phrase, Place, Problems, phrase
from dalil.problems.gate import stopped
from dalil.render.call_faults import CallFault, comma_missing, fault_of_call, id_without_quotes, without_look_alikes

PARSER = Environment()
"""Only its lexer and its parser are used: it compiles nothing."""
MOST_CHARACTERS = 100_000
MOST_CALLS = 1_000
MOST_ARGUMENTS = 200
MOST_FAULTS = 100
"""Limits far above what a page that people read needs; the longest of this repository has 4,000 characters."""
SNIPPET = 40
FACTS = ("record_id", "record_kind")
"""What a call may name of the page itself."""


@dataclass(frozen=True)
class Own:
    """A fact of the page itself: `page.record_id` or `page.record_kind`."""

    fact: str


Constant: TypeAlias = "str | int | float | bool | None"
Value: TypeAlias = "Constant | Own | tuple[Constant | Own, ...]"


@dataclass(frozen=True)
class Given:
    """One argument of a call."""

    value: Value
    place: Place
    name: str = ""
    """Empty for one that is given by its position."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The plain texts among its values."""
        values = self.value if isinstance(self.value, tuple) else (self.value,)
        return tuple(value for value in values if isinstance(value, str))


@dataclass(frozen=True)
class Call:
    """One call of a macro."""

    macro: str
    given: tuple[Given, ...]
    place: Place
    before: str
    """The blank text between the call before it and this one."""


class _Refused(Exception):
    """A part of a page is no call with fixed arguments; says what it is, and the node where that shows."""

    def __init__(self, what: Phrase, node: nodes.Node | None = None, words: str = "") -> None:
        super().__init__(what)
        self.what, self.node, self.words = what, node, words


def read_calls(path: str, text: str, first_line: int, problems: Problems) -> tuple[Call, ...] | None:
    """The calls of a page's body, in order; None when anything else stands in it, which is noted.

    `first_line`: the line of the file at which the body begins. Comments are dropped.
    """
    before = len(problems)
    calls = readable_calls(path, text, first_line, problems)
    return calls if len(problems) == before else None


def readable_calls(path: str, text: str, first_line: int, problems: Problems) -> tuple[Call, ...]:
    """The same, but the calls that can be read even when something else stands beside them, which is noted."""
    if len(text) > MOST_CHARACTERS:
        reason = phrase("page-too-long", count=len(text), limit=MOST_CHARACTERS)
        problems.add("page-template", Place(path, first_line), reason=reason)
        return ()
    text, faults = without_look_alikes(text.replace("\r\n", "\n").replace("\r", "\n"))
    reader = _Reader(path, text, first_line, problems)
    for fault in faults:
        reader.note(fault)
    return tuple(reader.calls())


class _Reader:
    def __init__(self, path: str, text: str, first_line: int, problems: Problems) -> None:
        self._path, self._text, self._first_line, self._problems = path, text, first_line, problems

    def calls(self) -> Iterator[Call]:
        number, blank = 0, ""
        for kind, start, end in self._pieces():
            if kind == "data":
                blank += self._blank(start, end)
            elif kind == "block":
                self._refuse(start, end, phrase("a-block"))
            elif kind == "call":
                number += 1
                if number > MOST_CALLS:
                    reason = phrase("page-too-many-calls", limit=MOST_CALLS)
                    self._problems.add("page-template", self._place(start), reason=reason)
                    return
                call = self._call(start, end, blank)
                if call is not None:
                    yield call
                blank = ""

    def _pieces(self) -> Iterator[tuple[str, int, int]]:
        """(kind, start, end) of each part: data, call, block or comment. What the lexer refuses is noted."""
        start = 0
        for _ in range(MOST_FAULTS):
            broken = yield from self._lexed(start)
            if broken is None:
                return
            fault = fault_of_call(self._text, broken)
            self.note(fault)
            # What comes after is read all the same, so that one slip hides no other.
            start = self._text.find("{{", max(fault.offset, broken + 1) + 1)
            if start < 0:
                return

    def _lexed(self, start: int) -> Generator[tuple[str, int, int], None, int | None]:
        """The parts from an offset on; returns where that one starts which the lexer refuses, or None."""
        offset, opened, kind = start, None, ""
        try:
            for _, token, value in PARSER.lex(self._text[start:]):
                # The lexer passes over blanks beside a minus sign; nothing else stands between two tokens.
                at = self._text.index(value, offset)
                offset = at + len(value)
                if token == "data":
                    yield "data", at, offset
                elif token.endswith("_begin"):
                    opened, kind = at, {"variable_begin": "call", "comment_begin": "comment"}.get(token, "block")
                elif token.endswith("_end") and opened is not None:
                    yield kind, opened, offset
                    opened = None
        except TemplateSyntaxError:
            return offset if opened is None else opened
        if opened is not None:
            yield kind, opened, len(self._text)
        return None

    def _blank(self, start: int, end: int) -> str:
        """A part between calls: blank, or prose, which is noted."""
        value = self._text[start:end]
        words = value.strip()
        if words:
            at = start + len(value) - len(value.lstrip())
            self._problems.add("page-prose", self._place(at), snippet=words.split("\n")[0][:SNIPPET])
        return value

    def _call(self, start: int, end: int, before: str) -> Call | None:
        if fault := comma_missing(self._text, start, end) or id_without_quotes(self._text, start, end):
            self.note(fault)
            return None
        try:
            tree = PARSER.parse(self._text[start:end])
            macro, given = self._read(tree, start)
        except _Refused as refused:
            at = start if refused.node is None else self._find(start, refused.node, refused.words)
            self._refuse(start, end, refused.what, at)
        except TemplateSyntaxError:
            self.note(fault_of_call(self._text, start))
        except RecursionError:
            self._refuse(start, end, phrase("nested-too-deep"))
        except ValueError:
            # Python refuses to read a number of thousands of digits.
            self._refuse(start, end, phrase("number-too-long"))
        else:
            return Call(macro, given, self._place(self._text.index(macro, start)), before)
        return None

    def _read(self, tree: nodes.Template, start: int) -> tuple[str, tuple[Given, ...]]:
        """The macro and the arguments of a call; raises _Refused when the tree is anything but one."""
        match tree.body:
            case [nodes.Output(nodes=[nodes.Call(node=nodes.Name(name=macro)) as call])]:
                pass
            case [nodes.Output(nodes=[node])]:
                raise _Refused(_described(node))
            case _:
                raise _Refused(phrase("no-call"))
        if call.dyn_args is not None or call.dyn_kwargs is not None:
            raise _Refused(phrase("unpacked-arguments"))
        if len(call.args) + len(call.kwargs) > MOST_ARGUMENTS:
            raise _Refused(phrase("too-many-arguments", limit=MOST_ARGUMENTS))
        given = [Given(value, self._at(start, node, value)) for node in call.args for value in [_value(node)]]
        for keyword in call.kwargs:
            at = self._place(self._find(start, keyword, keyword.key))
            given.append(Given(_value(keyword.value), at, keyword.key))
        for one in given:
            self._pass_gate(one)
        return macro, tuple(given)

    def _pass_gate(self, given: Given) -> None:
        """What the escapes of a text stand for passes the gate for characters as what is written does."""
        for text in given.texts:
            for one in {one.character: one for one in stopped(text)}.values():
                one.note(given.place, self._problems)

    def _at(self, start: int, node: nodes.Node, value: Value) -> Place:
        return self._place(self._find(start, node, value if isinstance(value, str) else ""))

    def _find(self, start: int, node: nodes.Node, words: str) -> int:
        """Where some words of a node stand in the text: a node knows its line within the part, and no column."""
        for _ in range(node.lineno - 1):
            start = self._text.find("\n", start) + 1
        end = self._text.find("\n", start)
        return max(self._text.find(words, start, end if end >= 0 else None), start)

    def _refuse(self, start: int, end: int, what: Phrase, at: int | None = None) -> None:
        snippet = " ".join(self._text[start:end].split())[:SNIPPET]
        place = self._place(start if at is None else at)
        self._problems.add("page-not-data", place, snippet=snippet, what=what)

    def note(self, fault: CallFault) -> None:
        """Notes what is wrong with a call."""
        self._problems.add("page-template", self._place(fault.offset), reason=fault.reason, write=fault.write)

    def _place(self, offset: int) -> Place:
        line = self._text.count("\n", 0, offset)
        return Place(self._path, self._first_line + line, offset - self._text.rfind("\n", 0, offset))


def _value(node: nodes.Node) -> Value:
    """What an argument holds; raises _Refused when it is neither a constant, a fact of the page, nor a list of them."""
    if isinstance(node, nodes.List):
        return tuple(_single(item) for item in node.items)
    return _single(node)


def _single(node: nodes.Node) -> Constant | Own:
    match node:
        case nodes.Const(value=str() | bool() | int() | float() | None as value):
            return value
        case nodes.Getattr(node=nodes.Name(name="page"), attr=fact) if fact in FACTS:
            return Own(fact)
        case nodes.Name(name=name):
            raise _Refused(phrase("a-name", name=name), node, name)
        case _:
            raise _Refused(_described(node), node)


DESCRIBED: tuple[tuple[tuple[type[nodes.Node], ...], str], ...] = (
    ((nodes.Filter,), "a-filter"),
    ((nodes.Test, nodes.Compare), "a-comparison"),
    ((nodes.CondExpr, nodes.And, nodes.Or, nodes.Not), "a-condition"),
    ((nodes.BinExpr, nodes.UnaryExpr, nodes.Concat), "a-calculation"),
    ((nodes.Getattr, nodes.Getitem, nodes.Slice), "an-attribute"),
    ((nodes.Call,), "a-call-of-no-macro"),
    ((nodes.Const, nodes.TemplateData), "a-constant"),
)


def _described(node: nodes.Node) -> Phrase:
    """What to call a part of a syntax tree."""
    return phrase(next((key for kinds, key in DESCRIBED if isinstance(node, kinds)), "no-call"))
