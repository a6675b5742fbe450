"""Problems as records, for programs of any kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from dalil.problems import Problem
from dalil.wording import detail_of, hint_of, message_of, reason_of
from dalil.wording.formats import machine


class ProblemRecord(TypedDict):
    """One problem. Its texts are in the language that was asked for; code, path and names of details never change."""

    code: str
    """Which fault it is; `dalil explain CODE` says more."""
    path: str
    """The file, relative to the project, with forward slashes."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in Unicode code points: a tab, a combining mark and an emoji are one each."""
    message: str
    """What was found."""
    hint: str
    """What to do; empty when the message says it."""
    reason: str
    """Why it is a problem at all."""
    details: dict[str, str]
    """What the message names, such as the id that is unknown and the one that is nearest to it."""


def record_of(problem: Problem, language: str) -> ProblemRecord:
    """One problem as a record."""
    return {
        "code": problem.code,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": message_of(problem, language),
        "hint": hint_of(problem, language),
        "reason": reason_of(problem.code, language),
        "details": {name: detail_of(detail, language) for name, detail in sorted(problem.details.items())},
    }


def as_json(problems: Sequence[Problem], language: str) -> str:
    """A JSON list of `ProblemRecord`, in the order of files and lines; an empty list when all is well."""
    return machine.as_json([record_of(problem, language) for problem in problems])
