"""Where macros run: Jinja's immutable sandbox, with lists of what is allowed in place of lists of what is not.

A macro may use the constructions of `NODES`, the filters and tests of `filters`, no globals, and of an object only what
is offered to macros: the fields of views, and what `Page` and its parts name in `OFFERED`. It reads no file but the
other macros. What it may do at all is counted (`budget`). Nothing is evaluated while a macro is compiled.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import CodeType, MethodType
from typing import Any

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, Template, Undefined, nodes, pass_context
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import Context, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

from dalil.render.border import answer, read
from dalil.render.budget import Budget, Refused
from dalil.render.filters import NUMBERS, PLAIN, TESTS, filters, plain
from dalil.render.offered import offered as offered_of

NODES = {
    *("Template", "Output", "TemplateData", "Macro", "Call", "CallBlock", "Keyword", "FromImport"),
    *("For", "If", "Assign", "AssignBlock", "With", "Name", "Const", "List", "Tuple", "Getattr", "Getitem", "Slice"),
    *("Filter", "Test", "Compare", "Operand", "CondExpr", "And", "Or", "Not", "Concat"),
    *("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Neg", "Pos"),
}
"""The constructions of Jinja's language that a macro may use."""
BIGGEST = 10**18
"""A number that a macro may reckon with."""
COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "in": lambda one, many: one in many,
    "notin": lambda one, many: one not in many,
}


class Generator(CodeGenerator):
    """Writes the code of macros so that putting texts together and comparing go through the environment."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """`a ~ b`."""
        self.write("environment.concatenated((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802
        """`a < b <= c`."""
        self.write("environment.compared(")
        self.visit(node.expr, frame)
        for one in node.ops:
            self.write(f", {one.op!r}, ")
            self.visit(one.expr, frame)
        self.write(")")


@pass_context
def _finalised(context: Context, value: Any) -> Any:
    """What `{{ … }}` writes: texts and numbers. That it wants a context keeps Jinja from evaluating while compiling."""
    if isinstance(value, str):
        environment: Any = context.environment
        environment.budget.write(len(value))
    elif type(value) not in NUMBERS and not isinstance(value, Undefined):
        raise Refused("macro-not-plain", kind=type(value).__name__)
    return value


class Compiled(BytecodeCache):
    """The code of each text that was compiled in this process: a preview, and a report of two states, compile once.

    What a template may be made of is looked at while it is compiled, so the code of a text is as safe as the text.
    """

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the bucket its code, if this very text stood under this name before."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a bucket."""
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code


COMPILED = Compiled()


class MacroEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox of one project's macros. It renders one page at a time, within `budget`."""

    code_generator_class = Generator
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, texts: Mapping[str, str], as_markdown: Callable[[str], str]) -> None:
        """`texts`: the macro files by name, which are all that can be loaded."""
        super().__init__(
            loader=FunctionLoader(lambda name: (texts[name], f"macros/{name}", None) if name in texts else None),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,
            finalize=_finalised,
            cache_size=-1,
            bytecode_cache=COMPILED,
            auto_reload=False,
        )
        self.globals.clear()
        self.filters = filters(as_markdown)
        self.tests = dict(TESTS)
        self.budget = Budget()
        self._texts = texts
        self._offered: dict[type, frozenset[str]] = {}
        self._counting = self.counted

    # While compiling

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """Refuses what is not in `NODES`, and has every loop counted."""
        for node in source.find_all(nodes.Node):
            kind = type(node).__name__
            if kind not in NODES or getattr(node, "recursive", False):
                raise TemplateSyntaxError(f"{kind} is not for macros", node.lineno, name, filename)
        for loop in list(source.find_all(nodes.For)):
            characters = sum(len(data.data) for part in loop.body for data in part.find_all(nodes.TemplateData))
            count = nodes.EnvironmentAttribute("_counting", lineno=loop.lineno)
            arguments: list[Any] = [loop.iter, nodes.Const(characters, lineno=loop.lineno)]
            loop.iter = nodes.Call(count, arguments, [], None, None, lineno=loop.lineno)
        return super()._generate(source, name, filename, defer_init)

    def _load_template(self, name: str, globals: Any) -> Template:
        self.budget.step()
        self.budget.write(len(self._texts.get(name, "")))
        return super()._load_template(name, globals)

    # While running

    def counted(self, items: Iterable[Any], characters: int) -> Iterator[Any]:
        """The items of a loop, each a step that writes so many characters of the macro's own."""
        budget = self.budget
        for item in items:
            budget.step()
            budget.write(characters)
            yield item

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`, where it is offered; of a mapping, the item."""
        kind = type(obj)
        offered = self._offered.get(kind)
        if offered is None:
            offered = self._offered[kind] = offered_of(kind)
        if attribute in offered:
            return read(obj, attribute)
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        if attribute.startswith("_") or (not offered and not isinstance(obj, dict | Undefined)):
            raise Refused("macro-attribute", name=attribute, kind=kind.__name__)
        if isinstance(obj, Undefined):
            obj._fail_with_undefined_error()
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]`: an item of a list or mapping, or what `obj.argument` gives."""
        if isinstance(obj, list | tuple | str | dict) and type(argument) in PLAIN:
            try:
                return obj[argument]
            except (LookupError, TypeError):
                if not isinstance(argument, str):
                    return self.undefined(obj=obj, name=argument)
        if not isinstance(argument, str):
            raise Refused("macro-attribute", name=type(argument).__name__, kind=type(obj).__name__)
        return self.getattr(obj, str(argument))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Calls a macro, or a method that is offered."""
        budget = __self.budget
        if __obj is __self._counting:
            return __obj(*args)
        if isinstance(__obj, Macro):
            budget.step()
            budget.enter()
            written = __context.call(__obj, *args, **kwargs)
            budget.leave()
            budget.write(len(written))
            return written
        if isinstance(__obj, MethodType) and __obj.__name__ in offered_of(type(__obj.__self__)):
            budget.step(16)
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return answer(__obj, args, kwargs)
        if isinstance(__obj, Undefined):
            __obj._fail_with_undefined_error()
        raise Refused("macro-call", kind=type(__obj).__name__)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckons with numbers of a size; `+` joins texts, or lists, too."""
        if isinstance(left, Undefined) or isinstance(right, Undefined):
            return self.binop_table[operator](left, right)
        if type(left) in NUMBERS and type(right) in NUMBERS and operator != "**":
            if abs(left) > BIGGEST or abs(right) > BIGGEST:
                raise Refused("macro-number", limit=BIGGEST)
            return self.binop_table[operator](left, right)
        alike = (isinstance(left, str) and isinstance(right, str)) or type(left) is type(right) is list
        if operator != "+" or not alike:
            raise Refused("macro-operator", operator=operator, kind=type(left).__name__)
        self.budget.write(len(left) + len(right))
        self.budget.step((len(left) + len(right)) // 100)
        return left + right

    def concatenated(self, parts: tuple[Any, ...]) -> str:
        """`a ~ b`; beside markup, what is none is escaped."""
        plain(*parts)
        joined = markup_join(parts)
        self.budget.write(len(joined))
        return joined

    def compared(self, left: Any, *rest: Any) -> bool:
        """`left op right op …`: of texts and numbers, or whether one is in a list of them."""
        for name, right in zip(rest[::2], rest[1::2], strict=True):
            if name in ("in", "notin") and isinstance(right, list | tuple | dict):
                self.budget.step(len(right) // 10)
                plain(left, *right)
            else:
                plain(left, right)
            if not COMPARISONS[name](left, right):
                return False
            left = right
        return True
