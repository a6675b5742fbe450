"""What passes the check can be made into a site; all else is told as a problem, and never as a fault of the engine."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import cycle, repeat
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from dalil.problems import Problem, ProblemsFound
from dalil.project.whole import check_project
from dalil.site.handing import hand_over
from dalil.site.plain_markdown import PlainMarkdown
from dalil.wording import say
from hostile.payloads import PAYLOADS, as_message
from hostile.planting import Choose, Field, plant
from hostile.project import every_field
from hostile.refusals import REFUSALS
from support import Project

OURS = {"macro-template", "page-template", "site-engine", "interface-missing"}
"""Codes of what no text of a record may bring about."""
HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
SIGNS = "<>&\"'`*_[]{}()#|\\~^%$@!:;=+-/.,?  \u00a0"
NASTY = st.text(
    st.one_of(
        st.sampled_from(SIGNS),
        st.sampled_from("abسص"),
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]),
    ),
    min_size=1,
    max_size=30,
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return every_field(Project(tmp_path_factory.mktemp("refused") / "project"))


def files(project: Project) -> dict[str, str]:
    """The records of a project, to be put back."""
    return {
        path.relative_to(project.root).as_posix(): path.read_text(encoding="utf-8")
        for path in (project.root / "data").rglob("*.yml")
    }


@pytest.fixture
def project(original: Project) -> Iterator[Project]:
    kept = files(original)
    yield original
    for name, text in kept.items():
        original.write(name, text)


def once_in_each_field(payloads: Iterator[str], planted: dict[str, str], kinds: tuple[str, ...]) -> Choose:
    """Plants payloads, one after the other, each in the first text of a field of some kinds, in one language."""

    def choose(field: Field, code: str, value: str) -> str:
        if code == "ar" or field.name in planted or field.kind not in kinds or len(value.split()) > 5:
            return value
        planted[field.name] = next(payloads)
        return f"{value} {planted[field.name]}"

    return choose


def named(project: Project, planted: dict[str, str], fewer: int = 0) -> None:
    """As many texts are named, each with the code of its payload, as hold one."""
    found = {(problem.place.path, problem.place.line, problem.code) for problem in project.problems()}
    codes = Counter(code for _, _, code in found)
    wanted = Counter(REFUSALS[payload] for payload in planted.values())
    assert all(codes[code] >= count - fewer for code, count in wanted.items()), (wanted - codes, planted)


CHARACTERS = [payload for payload in REFUSALS if "\n" not in payload]
ROUNDS = 6


@pytest.mark.parametrize("number", range(ROUNDS))
def test_what_no_text_may_hold_is_named_where_it_stands(project: Project, number: int) -> None:
    planted: dict[str, str] = {}
    start = number * len(CHARACTERS) // ROUNDS
    plant(project, once_in_each_field(cycle([*CHARACTERS[start:], *CHARACTERS[:start]]), planted, ("text", "words")))
    assert len(planted) > 40
    named(project, planted)


@pytest.mark.parametrize("kind", ["text", "words"])
@pytest.mark.parametrize("payload", [payload for payload in REFUSALS if "\n" in payload], ids=range(3))
def test_a_text_of_several_lines_is_named_where_it_stands(project: Project, payload: str, kind: str) -> None:
    """A record of which a field without languages cannot be read is not looked at any further."""
    planted: dict[str, str] = {}
    plant(project, once_in_each_field(repeat(payload), planted, (kind,)))
    assert len(planted) >= 7
    named(project, planted, fewer=1)  # Notes have paragraphs.


@pytest.mark.parametrize("number", range(4))
def test_payloads_as_they_stand_are_problems_or_texts(project: Project, number: int, tmp_path: Path) -> None:
    """Not quoted, as a stranger would write them: the signs of messages and of the inline markup are told or shown."""
    following = iter([*PAYLOADS[number::4], *PAYLOADS] * 40)
    plant(project, lambda field, code, value: value if code in ("", "ar") else f"{value} {next(following)}")
    made_or_told(project, tmp_path)


@settings(
    max_examples=8, phases=[Phase.generate], deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(NASTY, min_size=5, max_size=20), raw=st.booleans())
def test_what_passes_the_check_can_be_made(project: Project, tmp_path: Path, texts: list[str], raw: bool) -> None:
    kept, turn = files(project), 0

    def choose(field: Field, code: str, value: str) -> str:
        nonlocal turn
        turn += 1
        text = texts[turn % len(texts)]
        if field.kind == "address" or not text.strip() or (raw and turn % 17):
            return value
        return f"{value} {text if raw or field.kind != 'text' else as_message(text)}"

    try:
        plant(project, choose)
        # Until nothing is left to tell: each file of which something was told is put back.
        for _ in range(6):
            if not (told := made_or_told(project, tmp_path)):
                return
            put_back(project, kept, told)
        raise AssertionError([say(problem) for problem in told])
    finally:
        for name, text in kept.items():
            project.write(name, text)


def put_back(project: Project, kept: dict[str, str], told: list[Problem]) -> None:
    """Puts the files back of which anything was told."""
    for name in {problem.place.path for problem in told} & set(kept):
        project.write(name, kept[name])


def made_or_told(project: Project, folder: Path) -> list[Problem]:
    """The problems of a project; without any, its pages are staged, and each is converted and has a head."""
    try:
        checked = check_project(project.root, strict=True)
    except ProblemsFound as found:
        assert [say(problem) for problem in found.problems if problem.code in OURS] == []
        assert all(problem.place.path.startswith("data/") for problem in found.problems)
        return found.problems
    hand_over(checked, folder / "stage")
    for path in (folder / "stage").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        head = HEAD.match(text)
        assert head, path
        assert yaml.safe_load(head[1])["title"]
        assert Markdown(extensions=["attr_list", "toc", PlainMarkdown()]).convert(text[head.end() :])
    for path in (folder / "stage").rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    return []
