"""A project is opened in one way, and refused when less of it holds than is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from dalil.checks.opening import Need, open_store, site_of
from dalil.model.dates import Date
from dalil.problems import Problems, ProblemsFound
from support import FILES, ROOT, SITE, SOURCES

FAULTS = {
    "none": {},
    "a check": {"data/sources/all.yml": SOURCES.replace("org/second", "org/first")},
    "a record": {"data/sources/all.yml": SOURCES.replace("type: news", "type: nonsense", 1)},
    "a language": {"data/site.yml": SITE.replace("{formats: en-GB}", "{formats: en-GB, fallback: [fr]}")},
    "the site": {"data/site.yml": "title: {"},
}
ENOUGH = {
    "none": set(Need),
    "a check": {Need.SITE, Need.RECORDS, Need.LANGUAGES},
    "a record": {Need.SITE, Need.LANGUAGES},
    "a language": {Need.SITE, Need.RECORDS},
    "the site": set(),
}


def project(folder: Path, fault: str) -> Path:
    for path, text in {**FILES, **FAULTS[fault]}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("fault", FAULTS)
def test_a_project_opens_when_what_is_needed_holds(tmp_path: Path, fault: str) -> None:
    root, opened = project(tmp_path, fault), set()
    for need in Need:
        try:
            open_store(root, need)
            opened.add(need)
        except ProblemsFound as found:
            assert found.problems
    assert opened == ENOUGH[fault]
    assert (site_of(root) is None) == (fault == "the site")


def test_what_was_found_is_handed_on(tmp_path: Path) -> None:
    problems = Problems()
    open_store(project(tmp_path, "a check"), Need.LANGUAGES, problems, as_of=Date.parse("2030-01-01"))
    assert "address-twice" in {problem.code for problem in problems.sorted()}


def test_nothing_else_reads_the_whole_of_a_project() -> None:
    """But for the comparing of two states, which reads one that cannot be opened too."""
    readers = {
        path.relative_to(ROOT / "src" / "dalil").as_posix()
        for path in (ROOT / "src" / "dalil").rglob("*.py")
        if "= load(root" in path.read_text(encoding="utf-8")
    }
    assert readers == {"checks/opening.py", "desk/impact/snapshot.py"}
