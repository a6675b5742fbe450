"""Whether the macros, arguments and ids that a page's calls name are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dalil.checks.withdrawals import note_use
from dalil.model.kinds import ONE
from dalil.problems import Problems, phrase
from dalil.render.calls import Call, Given, Own
from dalil.render.macros import Argument, Macro
from dalil.render.skeletons import Skeleton
from dalil.store import Store
from dalil.text.near import nearest

OF_PAGE = ("sections", "notes", "figures")
"""Kinds of argument that name a part of the page's own record."""


def check_names(skeleton: Skeleton, macros: Mapping[str, Macro], store: Store, problems: Problems) -> bool:
    """Notes what a skeleton's calls name and is not there; True when all is."""
    before = len(problems)
    for call in skeleton.calls:
        if (macro := macros.get(call.macro)) is None:
            reason = phrase("no-macro", name=call.macro)
            problems.add("page-template", call.place, reason=reason, nearest=nearest(call.macro, macros))
            continue
        seen: set[str] = set()
        for given, argument in arguments(call, macro):
            if argument is not None and argument.many and argument.kind:
                for text in seen & set(given.texts):
                    problems.add("entry-twice", given.place, entry=text)
                seen.update(given.texts)
            if argument is None:
                _note_argument(given, macro, problems)
            else:
                _check_ids(given, argument, skeleton, store, problems)
            if any(isinstance(value, Own) for value in _values(given)) and not skeleton.each:
                problems.add("page-template", given.place, reason=phrase("no-own-record"))
    return len(problems) == before


def named(skeleton: Skeleton, macros: Mapping[str, Macro], kind: str) -> frozenset[str]:
    """The ids of a kind that the calls of a skeleton give as plain text."""
    return frozenset(
        text
        for call in skeleton.calls
        if call.macro in macros
        for given, argument in arguments(call, macros[call.macro])
        if argument is not None and argument.kind == kind
        for text in given.texts
    )


def arguments(call: Call, macro: Macro) -> Iterator[tuple[Given, Argument | None]]:
    """Each argument of a call with what the macro takes there; None where it takes none."""
    for place, given in enumerate(call.given):
        yield given, macro.argument(given.name or place)


def takes(macro: Macro, call: Call) -> bool:
    """Whether a macro has every argument that a call gives."""
    return all(argument is not None for _, argument in arguments(call, macro))


def _values(given: Given) -> tuple[Any, ...]:
    return given.value if isinstance(given.value, tuple) else (given.value,)


def _note_argument(given: Given, macro: Macro, problems: Problems) -> None:
    names = [argument.name for argument in macro.arguments]
    if given.name:
        reason, near = phrase("no-argument", macro=macro.name, name=given.name), nearest(given.name, names)
    else:
        reason, near = phrase("no-more-arguments", macro=macro.name, count=len(names)), ""
    problems.add("page-template", given.place, reason=reason, nearest=near)


def _check_ids(given: Given, argument: Argument, skeleton: Skeleton, store: Store, problems: Problems) -> None:
    known: Any
    if argument.kind in OF_PAGE:
        page = store.pages.get(skeleton.page)
        if page is None and skeleton.page:
            return  # The page record could not be read; that is noted.
        known = getattr(page, argument.kind) if page else {}
    elif argument.kind == "assertions":
        known = {*store.claims, *store.statements, *store.loaded.broken["claims"]}
    elif argument.kind in store.loaded.records:
        known = {*store.of_kind(argument.kind), *store.loaded.broken[argument.kind]}
    else:
        return
    for text in given.texts:
        if text not in known:
            what = phrase(ONE.get(argument.kind, argument.kind.removesuffix("s")))
            problems.add("unknown-reference", given.place, what=what, id=text, nearest=nearest(text, known))
    for kind in ("claims", "statements") if argument.kind == "assertions" else (argument.kind,):
        for text in given.texts:
            if (retraction := store.retraction(kind, text)) is not None:
                note_use(problems, given.place, kind, text, retraction)
