"""`dalil due`: what must be looked at again, in which order, and why. The command runs as an editor would run it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from commands import Done, called
from support import ROOT, Project, settings

CLAIMS, SOURCES, STATEMENTS = "data/claims/all.yml", "data/sources/all.yml", "data/statements/all.yml"
REGISTER = "data/register/sources.yml"
TODAY = "2026-06-30"


def dalil(project: Project, *arguments: str, **environment: str) -> Done:
    arguments = ("--project", str(project.root), "due", *arguments)
    return called([*arguments], environment={"LC_ALL": "C.UTF-8", **environment})


def due(project: Project, *arguments: str) -> dict[str, Any]:
    result = dalil(project, "--json", "--today", TODAY, *arguments)
    assert result.returncode == 0, result.stdout + result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def ids(project: Project, *arguments: str) -> list[tuple[str, str]]:
    return [(one["id"], one["by"]) for one in due(project, *arguments)["due"]]


def lookup(status: str, more: str = "", looked: str = "2026-06-20", since: str = "2026-06-10") -> str:
    return (
        f"first-source:\n  url: https://example.org/first\n  status: {status}\n  looked: {looked}\n  since: {since}\n"
        f"  why: answer\n  details: {{answer: 404 Not Found}}\n{more}"
    )


def test_nothing_is_due_and_what_comes_next_is_said(project: Project) -> None:
    result = dalil(project, "--today", TODAY, "--fail")
    assert (result.returncode, result.stdout) == (0, "Nothing is due today. Next: 2 on 2026-09-02.\n")
    assert due(project) == {"today": TODAY, "until": TODAY, "due": [], "next": "2026-09-02"}


def test_a_record_is_said_with_its_place_its_day_the_reason_and_its_pages(project: Project) -> None:
    result = dalil(project, "--today", "2026-09-02")
    assert result.stdout == (
        f"{STATEMENTS}:1:1: due 2026-09-02 (today): statement “Argentina signed The Treaty.”\n"
        "  why: last verified on 2026-03-02; a statement of a single source is looked at again after 6 months\n"
        "  shown on: home\n"
        f"{STATEMENTS}:7:1: due 2026-09-02 (today): statement “Chile signed The Treaty.”\n"
        "  why: last verified on 2026-03-02; a statement of a single source is looked at again after 6 months\n"
        "  shown on: home\n"
        "2 due today: 2 statements. Next: 2 on 2027-03-02.\n"
    )
    assert "(1 day ago)" in dalil(project, "--today", "2026-09-03").stdout
    assert "(in 64 days)" in dalil(project, "--today", TODAY, "--within", "3 months").stdout


def test_a_deadline_of_its_own_is_said_at_its_place(project: Project) -> None:
    project.replace(CLAIMS, "  topic: home", "  verify_by: 2026-07\n  topic: home")
    [one] = due(project, "--within", "31 days")["due"]
    assert (one["file"], one["line"], one["column"], one["by"], one["days"]) == (CLAIMS, 2, 3, "2026-07-31", 31)
    assert one["why"] == ["last verified on 2026-03-02; the record asks for a look by 2026-07"]
    assert ids(project, "--within", "30 days") == []


def test_soonest_first(project: Project) -> None:
    project.replace(CLAIMS, "  topic: home", "  verify_by: 2027-03-01\n  topic: home")
    project.replace(SOURCES, "  type: news", "  type: reference\n  verify_by: 2026-07-01")
    found = ids(project, "--before", "2028-01-01")
    assert found == [
        ("first-source", "2026-07-01"),
        ("argentina-signed", "2026-09-02"),
        ("chile-signed", "2026-09-02"),
        ("two-signed", "2027-03-01"),
        ("second-source", "2027-03-02"),
    ]


@pytest.fixture
def pages(project: Project) -> Project:
    """A project of several pages: `deep` stands first in the navigation after home, `off` and `off-too` in none."""
    names = {"deep": "deep/page.md", "last": "last.md", "off": "off.md", "off-too": "far/off.md"}
    claims, records = "", ""
    for (page, file), arabic in zip(names.items(), ("عميق", "أخير", "بعيد", "أبعد"), strict=True):
        claims += (
            f"on-{page}:\n  topic: {page}\n  text: {{ar: شيء {arabic}., en: It is {page}.}}\n  verify_by: 2026-07-01\n"
            "  citations: [{source: first-source, locator: {whole: true}}]\n"
        )
        records += f"{page}:\n  title: {{ar: صفحة, en: Page}}\n  description: {{ar: صفحة., en: A page.}}\n"
        also = ', "on-off"' if page == "off-too" else ""
        project.write(
            f"docs/{file}", f'---\npage: {page}\n---\n{{{{ title() }}}}\n\n{{{{ claims("on-{page}"{also}) }}}}\n'
        )
    project.write("data/claims/more.yml", claims)
    project.write("data/pages/more.yml", records)
    project.replace(CLAIMS, "  topic: home", "  verify_by: 2026-07-01\n  topic: home")
    nav = settings().replace("index.md\n", "index.md\n  - nav.site: [deep/page.md, last.md]\n", 1)
    project.write("mkdocs.yml", f"{nav}not_in_nav: |\n  off.md\n  far/off.md\n")
    return project


def test_what_readers_meet_first_comes_first(pages: Project) -> None:
    found = due(pages, "--within", "1 day")["due"]
    assert [one["id"] for one in found] == ["two-signed", "on-deep", "on-last", "on-off", "on-off-too"]
    assert [one["pages"] for one in found] == [["home"], ["deep"], ["last"], ["off", "off-too"], ["off-too"]]


def test_of_one_page_what_more_pages_show_comes_first(pages: Project) -> None:
    pages.replace("docs/last.md", '"on-last"', '"on-last", "on-off"')
    pages.replace("docs/deep/page.md", '"on-deep"', '"on-deep", "on-last"')
    pages.replace("docs/deep/page.md", '"on-deep"', '"on-deep", "on-off"')
    found = [one["id"] for one in due(pages, "--within", "1 day")["due"]]
    assert found == ["two-signed", "on-off", "on-last", "on-deep", "on-off-too"]


def test_a_record_that_only_its_own_page_shows_comes_last(project: Project) -> None:
    project.replace("docs/index.md", '{{ statements(role="signed") }}', '{{ statements(subject="chile") }}')
    found = due(project, "--before", "2026-09-02")["due"]
    assert [(one["id"], one["pages"]) for one in found] == [("chile-signed", ["home"]), ("argentina-signed", [])]
    assert "shown on: its own page only" in dalil(project, "--today", "2026-09-02").stdout


@pytest.mark.parametrize("status", ["moved", "changed", "gone"])
def test_a_look_up_that_asks_for_a_change_is_due_since_then(project: Project, status: str) -> None:
    project.write(REGISTER, lookup(status))
    [one] = due(project)["due"]
    assert (one["id"], one["by"], one["file"], one["line"]) == ("first-source", "2026-06-10", SOURCES, 8)
    assert one["pages"] == ["home"]
    assert "the server answered 404 Not Found" in one["why"][0]


@pytest.mark.parametrize("status", ["found", "unreadable", "blocked", "unreachable"])
def test_a_look_up_that_asks_for_nothing_is_not_due(project: Project, status: str) -> None:
    project.write(REGISTER, lookup(status))
    assert ids(project) == []


def test_a_dead_address_is_due_until_an_archive_copy_is_known(project: Project) -> None:
    project.write(REGISTER, lookup("gone"))
    assert "no archive copy is known" in due(project)["due"][0]["why"][0]
    project.write(REGISTER, lookup("gone", "  archive: https://archive.example.org/1\n"))
    assert ids(project) == []
    project.write(REGISTER, lookup("gone"))
    project.replace(SOURCES, "/first\n", "/first\n  archive: https://archive.example.org/1\n")
    assert ids(project) == []


def test_a_server_that_is_long_in_trouble_is_dead(project: Project) -> None:
    project.write(REGISTER, lookup("unreachable", looked="2026-06-29", since="2026-05-31"))
    assert ids(project) == []
    project.write(REGISTER, lookup("unreachable", looked="2026-06-30", since="2026-05-31"))
    assert ids(project) == [("first-source", "2026-05-31")]


def test_a_look_up_of_another_address_says_nothing(project: Project) -> None:
    project.write(REGISTER, lookup("gone").replace("/first", "/former"))
    assert ids(project) == []


def test_a_look_up_follows_a_source_to_its_new_id(project: Project) -> None:
    project.write(REGISTER, lookup("gone").replace("first-source", "former-source"))
    assert ids(project) == []
    project.write("data/aliases.yml", "former-source: first-source\n")
    assert ids(project) == [("first-source", "2026-06-10")]


def test_a_source_that_a_look_up_found_comes_round_later(project: Project) -> None:
    project.write(REGISTER, lookup("found", "  seen: 2026-06-20\n"))
    found = dict(ids(project, "--before", "2028-01-01"))
    assert found["first-source"] == "2027-06-20"
    assert found["argentina-signed"] == "2026-09-02", "a machine does not verify what a source says"


def test_what_is_due_may_fail_a_run(project: Project) -> None:
    for arguments, code in (
        (("--fail",), 1),
        (("--fail", "1"), 1),
        (("--fail", "2"), 0),
        ((), 0),
        (("--fail", "--json"), 1),
    ):
        assert dalil(project, "--today", "2026-09-02", *arguments).returncode == code, arguments


def test_texts_are_in_the_language_asked_for(project: Project) -> None:
    arabic = "توقيع الأرجنتين: المعاهدة"
    for arguments, environment in (
        (("--locale", "ar"), {}),
        ((), {"LC_ALL": "ar_EG.UTF-8"}),
        (("--locale", "ar"), {"LC_ALL": "en_GB.UTF-8"}),
    ):
        assert arabic in dalil(project, "--today", "2026-09-02", *arguments, **environment).stdout
    result = dalil(project, "--locale", "fr")
    assert result.returncode == 2
    assert "ar, en" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--within", "soon"),
        ("--within", "never"),
        ("--before", "2026-13-01"),
        ("--within", "3 days", "--before", TODAY),
    ],
)
def test_a_wrong_use_is_explained(project: Project, arguments: tuple[str, ...]) -> None:
    result = dalil(project, *arguments)
    assert result.returncode == 2
    assert "Error: " in result.stderr
    assert "Traceback" not in result.stderr


def test_problems_go_first(project: Project) -> None:
    project.replace(CLAIMS, "source: first-source", "source: frist-source")
    result = dalil(project)
    assert result.returncode == 1
    assert "error[unknown-source]" in result.stdout


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (lookup("lost"), "bad-value", f"{REGISTER}:3:11"),
        (lookup("found", looked="2026-06-31"), "bad-date", f"{REGISTER}:4:11"),
        ("first-source: gone\n", "record-not-mapping", f"{REGISTER}:1:1"),
        ("<<<<<<< HEAD\n", "merge-conflict", f"{REGISTER}:1:1"),
    ],
)
def test_faults_of_the_register_have_their_place(project: Project, text: str, code: str, place: str) -> None:
    project.write(REGISTER, text)
    assert [(problem.code, str(problem.place)) for problem in project.problems()] == [(code, place)]


def test_the_real_store_has_something_due_in_a_hundred_years() -> None:
    command = [sys.executable, "-m", "dalil.cli", "--project", str(ROOT), "due", "--json", "--within", "100 years"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    kinds = {one["kind"] for one in json.loads(result.stdout)["due"]}
    assert kinds == {"claims", "statements", "sources", "disputes"}
