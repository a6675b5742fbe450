"""What is code among the files of a project: it is taken from the state that is trusted, never from the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dalil.desk.impact.history import Changed

CODE = re.compile(
    r"(?:macros|overrides|fonts|src|tests|tools|\.github)/.*|mkdocs\.yml|Makefile|pyproject\.toml|requirements\.lock"
)
"""Files that decide what is run, or what pages are made with, rather than what they say."""


def code_among(files: Iterable[Changed]) -> list[str]:
    """The paths of the changed files that are code."""
    return [file.path for file in files if CODE.fullmatch(file.path)]
