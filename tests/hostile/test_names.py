"""Payloads in the place of names: ids, fields, values, languages, files. Each is told where it stands, and none is made into anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dalil.problems import Problem
from dalil.wording import say
from dalil.wording.saying import ISOLATES, POP, STEERING
from hostile.payloads import PAYLOADS
from hostile.project import every_field
from support import Project

KINDS = ["claims", "sources", "entities", "events", "statements", "roles", "pages", "disputes", "terms", "interface"]
FIELDS = {
    "field": ("data/claims/all.yml", "  topic: home\n", "  {}: x\n"),
    "value": ("data/claims/all.yml", "    day: {date", "    {}: {{integer: 5}}\n"),
    "language": ("data/claims/all.yml", "    ar: وقّعت", "    {}: x\n"),
    "plural": ("data/claims/all.yml", "    - {source: second-source", "    - {{source: first-source, {}: x}}\n"),
}
"""Places of a claim in which a name stands: file, what follows it, and how it is written."""
OURS = {"macro-template", "page-template", "site-engine", "interface-missing"}
"""Codes of what no name may bring about."""
LONGEST = 200
"""Bytes of a file's name that every system of files takes."""
LEFT_OUT = ("#", "_")
"""How names begin of what programs leave beside files, and of what is no catalogue: neither is read or published."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return every_field(Project(tmp_path / "project"))


def told(problems: list[Problem]) -> None:
    """Every problem can be said in both languages, on lines of its own, and is no fault of the engine."""
    assert not {problem.code for problem in problems} & OURS
    for problem in problems:
        for language in ("en", "ar"):
            first = say(problem, language)[0]
            assert not STEERING.search("".join(letter for letter in first if letter not in (*ISOLATES, POP))), first


@pytest.mark.parametrize("kind", KINDS)
def test_no_payload_is_an_id(project: Project, kind: str) -> None:
    lines = [f"{json.dumps(payload)}: {{}}" for payload in PAYLOADS]
    project.write(f"data/{kind}/hostile.yml", "\n".join(lines) + "\n")
    problems = [one for one in project.problems() if one.place.path == f"data/{kind}/hostile.yml"]
    assert {one.place.line for one in problems} >= set(range(1, len(lines) + 1))
    told(problems)


@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize("place", FIELDS)
def test_no_payload_is_a_name_within_a_record(project: Project, place: str, part: int) -> None:
    """In parts: of more entries than a record may have, only that is told."""
    file, before, form = FIELDS[place]
    payloads = PAYLOADS[part::6]
    text = project.read(file)
    first = text[: text.index(before)].count("\n") + 1
    project.replace(file, before, "".join(form.format(json.dumps(payload)) for payload in payloads) + before)
    problems = [one for one in project.problems() if one.place.path == file]
    assert {one.place.line for one in problems} >= set(range(first, first + len(payloads)))
    told(problems)


@pytest.mark.parametrize(
    ("folder", "suffix"), [("docs", ".md"), ("docs", ".png"), ("data/claims", ".yml"), ("data/locales", ".po")]
)
def test_no_payload_is_the_name_of_a_file(project: Project, folder: str, suffix: str) -> None:
    (project.root / folder).mkdir(exist_ok=True)
    names = set()
    for payload in PAYLOADS:
        name = payload.replace("/", "∕").replace("\0", "").encode()[:LONGEST].decode(errors="ignore") + suffix
        names.add(name)
        (project.root / folder / name).write_text("", encoding="utf-8")
    problems = project.problems()
    found = {one.place.path.split("/")[-1] for one in problems if one.place.path.startswith(folder)}
    assert found >= {name for name in names if not name.startswith(LEFT_OUT)}
    told(problems)
