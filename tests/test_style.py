"""Headlines of claims, and rules of the house for each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from dalil.problems import Problem
from dalil.site.build import build
from dalil.wording import say
from support import Project

CLAIMS_FILE = "data/claims/all.yml"
RULE = "a-rule:\n  language: {language}\n  avoid: [{avoid}]\n{more}"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "project")


def headed(project: Project, arabic: str = "وقّعت {n} دولة المعاهدة", english: str = "{n} countries signed") -> Project:
    project.replace(
        "data/claims/all.yml", "  topic: home\n", f'  topic: home\n  headline:\n    ar: {arabic}\n    en: "{english}"\n'
    )
    return project


def rule(project: Project, language: str, avoid: str, more: str = "") -> None:
    project.write("data/style/house.yml", RULE.format(language=language, avoid=avoid, more=more))


def found(project: Project) -> list[tuple[str, str, int, int]]:
    return [(one.code, one.place.path, one.place.line, one.place.column) for one in project.problems()]


def test_a_headline_is_the_name_of_a_claim_wherever_it_stands_alone(project: Project) -> None:
    headed(project, english="The treaty found {n} signatories")
    build(project.root, project.root / "site")
    page = project.read("site/en/claims/two-signed/index.html")
    assert "<h1" in page
    assert "The treaty found 2 signatories</h1>" in page.replace("\n", "")
    assert "2 countries signed" in page
    assert '"headline":"The treaty found 2 signatories"' in page
    assert "The treaty found 2 signatories" in project.read("site/data/claims.json")


def test_a_headline_is_held_to_what_claims_are_held_to(project: Project) -> None:
    headed(project, english="There were 3 of {m}")
    codes = {problem.code for problem in project.problems()}
    assert {"literal-figure"} < codes


@pytest.mark.parametrize(("letters", "codes"), [(90, set()), (91, {"headline-long"})])
def test_a_headline_fits_on_two_lines(project: Project, letters: int, codes: set[str]) -> None:
    """Counted as readers see it: a value has the length of its figure, not of its name."""
    words = "{n} countries " + "x" * (letters - len("2 countries "))
    headed(project, english=words)
    assert {problem.code for problem in project.problems()} == codes


@pytest.mark.parametrize(
    ("avoid", "more", "arabic", "column"),
    [
        ("'و*'", "  where: start\n  allow: ['وقع*']\n", "وقّعت {n} دولة المعاهدة", 0),
        ("'و*'", "  where: start\n  allow: ['وقع*']\n", "وكانت {n} دولة قد وقّعت", 9),
        ("'و*'", "  where: start\n", "«[وقّعت](term:x) {n} دولة", 12),
        ("المعاهدة", "", "وقّعت {n} دولة المُعاهدة", 24),
        ("المعاهد", "", "وقّعت {n} دولة المعاهدة", 0),
        ("عاهدة", "", "وقّعت {n} دولة المعاهدة", 0),
    ],
)
def test_words_are_found_as_they_stand(project: Project, avoid: str, more: str, arabic: str, column: int) -> None:
    rule(project, "ar", avoid, f"  fields: headline\n{more}")
    headed(project, arabic=f'"{arabic}"' if arabic.startswith("«") else arabic)
    places = [place for place in found(project) if place[0] == "style"]
    assert [at for *_, at in places] == ([column] if column else [])


def test_what_is_no_word_of_the_text_is_passed_over(project: Project) -> None:
    """Ids of links, names of values, and the words by which a choice goes."""
    rule(project, "en", "entity, the, n, one, other, plural, day")
    problems = [one for one in project.problems() if one.code == "style" and one.place.path == CLAIMS_FILE]
    said = {str(one.details["words"]) for one in problems}
    assert said == {"the"}


def test_it_says_what_to_write(project: Project) -> None:
    rule(project, "en", "treaty", "  write: agreement\n")
    problem = next(one for one in project.problems() if one.place.path == CLAIMS_FILE)
    assert _hint(problem, "en") == "Write “agreement”."
    assert "agreement" in _hint(problem, "ar")


def _hint(problem: Problem, language: str) -> str:
    return say(problem, language).splitlines()[1].partition(":")[2].strip()
