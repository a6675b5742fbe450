"""Who is at fault when a macro asks the engine and gets no answer: the macro, the store, or the engine itself?

What a macro may ask is a method of a speaker (`offered`). Arguments are held against the method's own types; after that
whatever goes wrong within it and is not told in our words is a fault of ours, which no editor can mend.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from inspect import Parameter, Signature, signature
from types import MethodType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from jinja2 import TemplateError, Undefined

from dalil.problems import Phrase, phrase
from dalil.render.budget import Refused
from dalil.store.derive import CannotDerive
from dalil.text.markup import UnsafeMarkup
from dalil.text.messages import MessageError

TOLD = (Refused, MessageError, CannotDerive, UnsafeMarkup, TemplateError, RecursionError, MemoryError)
"""What says of itself that a macro or a text is at fault."""


VAR_POSITIONAL, VAR_KEYWORD = Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD


class EngineFault(Exception):
    """The engine failed at what it was rightly asked; its `__cause__` says how."""


def answer(method: MethodType, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """What a speaker answers to a macro.

    Raises what tells of a fault of the macro or the store; EngineFault for anything else.
    """
    _check(method, args, kwargs)
    try:
        return method(*args, **kwargs)
    except Exception as error:
        if is_told(error):
            raise
        raise EngineFault(f"{type(error).__name__}: {error}") from error


def read(speaker: object, attribute: str) -> Any:
    """What a speaker or view has under a name that is offered; raises as `answer` does."""
    try:
        return getattr(speaker, attribute)
    except Exception as error:
        if is_told(error):
            raise
        raise EngineFault(f"{type(error).__name__}: {error}") from error


def is_told(error: BaseException) -> bool:
    """Whether an error says of itself what a macro or a text did wrong."""
    if isinstance(error, TOLD) or (error.args and isinstance(error.args[0], Phrase)):
        return True
    if isinstance(error, KeyError):
        return True  # An id or a key of which there is none: `reasons` names it.
    # The call itself was refused: as many arguments as the method takes were not given.
    return isinstance(error, TypeError) and error.__traceback__ is not None and error.__traceback__.tb_next is None


def _check(method: MethodType, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Raises TypeError, with a phrase, for an argument of another kind than the method takes."""
    taken, hints = _takes(method.__func__)
    try:
        bound = taken.bind(method.__self__, *args, **kwargs)
    except TypeError:
        return  # The call says so better.
    for name, value in bound.arguments.items():
        kind = taken.parameters[name].kind
        values = value if kind is VAR_POSITIONAL else value.values() if kind is VAR_KEYWORD else [value]
        for one in values if name in hints else ():
            if not _fits(one, hints[name]):
                if isinstance(one, Undefined):
                    one._fail_with_undefined_error()
                raise TypeError(phrase("macro-not-plain", kind=type(one).__name__))


@cache
def _takes(function: Callable[..., Any]) -> tuple[Signature, dict[str, Any]]:
    return signature(function), get_type_hints(function)


def _fits(value: Any, hint: Any) -> bool:
    kind = get_origin(hint)
    if hint is Any or hint is object:
        return True
    if kind in (Union, UnionType):
        return any(_fits(value, one) for one in get_args(hint))
    if kind is Literal:
        return isinstance(value, str) and str(value) in get_args(hint)
    if kind is not None:
        return isinstance(value, list | tuple) and all(_fits(one, get_args(hint)[0]) for one in value)
    return isinstance(value, hint)
