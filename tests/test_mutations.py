"""Whatever happens to a sound project's files, its check ends with sound pages or with problems, never with a crash."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from dalil.cli import main
from dalil.project.some_files import check_files
from dalil.wording import LANGUAGES, WORDING, say
from support import FILES, Project

NASTY = [
    "\t", "\x00", "\x07", "\r", "\r\n", "\n", "\n\n", " ", "\u00a0", "\u200b", "\u200f", "\u202e", "\u2028", "\ufeff", "\u0085",
    "😀", "ك\u064b", "ک", "ى", "٣", "３", "“", "”", "'", '"', "`", "#", " #x", ": ", ":", "- ", "-", "? ", "! ", "!!", "&a ", "*a ",
    "{", "}", "[", "]", "{{", "}}", "{%", "%}", "{#", "#}", "{n", "{n, plural, other {", ",", "،", "|", ">", "|-\n", "%", "@", "\\",
    "---\n", "...\n", "<<<<<<< a\n", "=======\n", "<<: *a\n", "9" * 400, "1e999", "NaN", "null", "~", "2026-13-40", "../..", "a" * 300,
    "[x](entity:", "](", "**", "id: x\n", "text: x\n", "\ud7ff", "\U0010ffff", "е", "page", "{{ 1 / 0 }}", "{{ page }}", "{% for x in page %}",
]  # fmt: skip


def _insert(text: str, at: int, what: str) -> str:
    return text[:at] + what + text[at:]


def _cut(text: str, at: int, what: str) -> str:
    return text[:at] + text[at + len(what) :]


def _replace(text: str, at: int, what: str) -> str:
    return text[:at] + what + text[at + len(what) :]


def _repeat(text: str, at: int, what: str) -> str:
    return text[:at] + text[max(0, at - 40) : at] + text[at:]


def _shift(text: str, at: int, what: str) -> str:
    start = text.rfind("\n", 0, at) + 1
    return text[:start] + " " * (len(what) % 5) + text[start:].lstrip(" ")


def _shorten(text: str, at: int, what: str) -> str:
    return text[:at]


Change = tuple[Callable[[str, int, str], str], float, str]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from([_insert, _insert, _cut, _replace, _repeat, _shift, _shorten]),
        st.floats(0, 1),
        st.one_of(st.sampled_from(NASTY), st.text(st.characters(codec="utf-8"), max_size=6)),
    ),
    min_size=1,
    max_size=4,
)


@functools.cache
def sound() -> Project:
    """A sound project; each test puts back what it changed."""
    return Project(Path(tempfile.mkdtemp(prefix="dalil-")) / "project")


def changed(text: str, changes: list[Change]) -> str:
    for change, where, what in changes:
        text = change(text, int(where * len(text)), what)
    return text


@given(st.sampled_from(sorted(FILES)), CHANGES)
@settings(max_examples=60, deadline=None)
def test_a_changed_file_is_sound_or_has_problems(name: str, changes: list[Change]) -> None:
    project = sound()
    project.write(name, changed(FILES[name], changes))
    try:
        for problem in project.problems():
            assert problem.code in WORDING
            for language in LANGUAGES:
                assert len(say(problem, language).splitlines()) <= 2
            lines = (
                (project.root / problem.place.path).read_text(encoding="utf-8").splitlines()
                if (project.root / problem.place.path).is_file()
                else []
            )
            assert problem.place.line == 1 or problem.place.line <= len(lines) + 1
    finally:
        project.write(name, FILES[name])


@given(st.sampled_from(sorted(FILES)), CHANGES)
@settings(max_examples=60, deadline=None)
def test_the_command_ends_with_0_or_1(name: str, changes: list[Change]) -> None:
    project = sound()
    project.write(name, changed(FILES[name], changes))
    try:
        done = CliRunner().invoke(main, ["--project", str(project.root), "check", str(project.root / name)])
        assert done.exit_code == (1 if done.output.count("error[") else 0), done.output
    finally:
        project.write(name, FILES[name])


@given(st.sampled_from(sorted(FILES)), st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_sound_or_have_problems(name: str, content: bytes) -> None:
    project = sound()
    project.write(name, content)
    try:
        check_files(project.root, [project.root / name])
    finally:
        project.write(name, FILES[name])
