"""SECURITY.md is held to the tests: each promise names one, in both languages, and each that is named is there."""

from __future__ import annotations

import ast
import re

import pytest

from support import ROOT

FILES = ("SECURITY.md", "SECURITY.ar.md")


def promises(name: str) -> list[tuple[str, list[str]]]:
    """(finding, tests) of each row that promises something."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "`tests/" in line]
    return [(row[1], re.findall(r"`([^`]+)`", row[2])) for row in rows]


@pytest.mark.parametrize("name", FILES)
def test_every_test_that_is_named_is_there(name: str) -> None:
    named = [test for _, tests in promises(name) for test in tests]
    assert len(named) >= 40
    for test in named:
        path, _, function = test.partition("::")
        body = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        found = {node.name for node in ast.walk(body) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
        assert function in found, test


def test_both_languages_promise_the_same() -> None:
    assert promises(FILES[0]) == promises(FILES[1])


def test_it_is_found_from_where_people_start() -> None:
    for name in ("README", "CONTRIBUTING"):
        for end in (".md", ".ar.md"):
            assert f"](SECURITY{end})" in (ROOT / f"{name}{end}").read_text(encoding="utf-8"), name + end
