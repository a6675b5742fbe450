"""Problems as workflow commands, which GitHub shows on the lines of a pull request.

The commands and their escaping are those of GitHub's documentation, “Workflow commands”, and of its toolkit
(`actions/toolkit`, `packages/core/src/command.ts`): `%`, CR and LF everywhere, `:` and `,` in properties.
"""

from __future__ import annotations

from collections.abc import Sequence

from dalil.problems import Problem
from dalil.wording import hint_of, message_of, sentence


def as_github(problems: Sequence[Problem], language: str) -> str:
    """One `::error …::…` a line."""
    return "\n".join(_command(problem, language) for problem in problems)


def _command(problem: Problem, language: str) -> str:
    properties = {
        "file": problem.place.path,
        "line": problem.place.line,
        "col": problem.place.column,
        "title": problem.code,
    }
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    lines = (
        message_of(problem, language),
        hint_of(problem, language),
        sentence("more", language, code=problem.code),
    )
    return f"::error {said}::{_data(chr(10).join(line for line in lines if line))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
