"""`dalil explain`: one code, a misspelt one, all of them, and the pages."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from dalil.cli import main
from dalil.wording import WORDING
from support import ROOT, Project


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_one_code() -> None:
    done = run("explain", "unknown-source")
    assert done.exit_code == 0
    for words in (
        "there is no source “frist-source”",
        "bears nothing out",
        "Did you mean",
        "Wrong",
        "Right",
        "frist-source",
    ):
        assert words in done.output


def test_one_code_in_arabic() -> None:
    done = run("--lang", "ar", "explain", "unknown-source")
    for words in ("ما من مصدر بالمعرّف", "لماذا يهم", "العلاج", "خطأ", "صواب"):
        assert words in done.output


def test_a_misspelt_code() -> None:
    done = run("explain", "unknown-sauce")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr == "There is no code “unknown-sauce”. Did you mean “unknown-source”?\n"


def test_nothing_like_a_code() -> None:
    done = run("explain", "zzzz")
    assert done.exit_code == 1
    assert done.stderr == "There is no code “zzzz”.\n"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_all_codes(language: str) -> None:
    done = run("explain", "--lang", language)
    assert done.exit_code == 0
    assert [line.split()[0] for line in done.output.splitlines() if line.startswith("  ")] == list(WORDING)


def test_the_pages_of_this_repository_are_up_to_date() -> None:
    assert run("--project", str(ROOT), "explain", "--check").exit_code == 0


def test_a_stale_page(project: Project) -> None:
    root = str(project.root)
    assert run("--project", root, "explain", "--check").exit_code == 1
    assert run("--project", root, "explain", "--write").exit_code == 0
    assert run("--project", root, "explain", "--check").exit_code == 0
    project.write("data/PROBLEMS.ar.md", project.read("data/PROBLEMS.ar.md") + "x")
    done = run("--project", root, "explain", "--check")
    assert done.exit_code == 1
    assert done.stdout == (
        "data/PROBLEMS.ar.md:1:1: error[reference-stale]: the file is not up to date\n"
        "  hint: Run `dalil explain --write`.\n"
    )


def test_the_pages_are_no_records(project: Project) -> None:
    run("--project", str(project.root), "explain", "--write")
    assert project.problems() == []


def test_a_reader_that_has_had_enough_is_no_fault() -> None:
    line = f"{sys.executable} -m dalil.cli explain | head -c 1"
    done = subprocess.run(line, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert len(done.stdout) == 1
