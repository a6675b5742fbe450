"""Asks of one text, while it is being given, what the check will ask of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dalil.checks import characters, figures, lines, scripts, style, typography, writing
from dalil.model.kinds import RECORD_KINDS
from dalil.problems import Place, Problem, Problems
from dalil.reading.load import Loaded
from dalil.store import Store
from dalil.text.messages import MessageError, parse

CHECKS: tuple[Callable[[Store, Problems], None], ...] = (
    characters.check,
    lines.check,
    writing.check,
    figures.check,
    style.check,
    typography.check,
    scripts.check,
)
"""What can be asked of a text alone: neither what it places, nor what its other languages say."""
NEW = "new"


class _Alone(Loaded):
    """Places within the one record, all else apart."""

    def place(
        self,
        kind: str,
        record_id: str,
        *path: str | int,
        key: bool = False,
        words: str = "",
        offset: int | None = None,
    ) -> Place:
        return Place(NEW if record_id == NEW else "")


def problems_of_text(store: Store, kind: str, field: str, code: str, words: str) -> list[Problem]:
    """What the check would say of a text of a new record in one language."""
    problems = Problems()
    try:
        parse(words)
    except MessageError as error:
        fault = error.fault
        details = {"reason": fault.reason, "write": fault.write, "nearest": fault.nearest}
        problems.add("message-syntax", Place(NEW), **details)
        return problems.sorted()
    model: Any = RECORD_KINDS[kind]
    lacking = {name: None for name, info in model.model_fields.items() if info.is_required()}
    record = model.model_construct(**{**lacking, "id": NEW, field: {code: words}})
    empty: dict[str, Any] = {folder: {} for folder in RECORD_KINDS if folder != "style"}
    alone = replace(store, **{**empty, kind: {NEW: record}}, loaded=_Alone(records=store.loaded.records), only=None)
    for check in CHECKS:
        check(alone, problems)
    return [problem for problem in problems.sorted() if problem.place.path == NEW]
