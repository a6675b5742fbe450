"""The impact of real changes in a real repository, from two commits to the report."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from commands import Done, dalil
from dalil.desk.impact.compare import AssertionChange, FieldChange, Impact, RecordChange
from dalil.desk.impact.history import Base, NoHistory, find_base
from dalil.desk.impact.markdown import MARKER, Report
from dalil.desk.impact.pages import Addresses
from dalil.desk.impact.report import impact_of
from support import Project

CLAIMS, STATEMENTS = "data/claims/all.yml", "data/statements/all.yml"


def git(root: Path, *arguments: str) -> str:
    names = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *names, *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(project: Project, message: str = "A change") -> str:
    git(project.root, "add", "-A")
    git(project.root, "commit", "-q", "-m", message)
    return git(project.root, "rev-parse", "HEAD")


@pytest.fixture
def repository(project: Project) -> Project:
    """The small project under version control, with its first state as `main`, on a branch."""
    git(project.root, "init", "-q")
    commit(project, "The first state")
    git(project.root, "switch", "-q", "-c", "change")
    return project


def impact(project: Project, base: str = "main", head: str | None = None) -> Impact:
    return impact_of(project.root, base, head)[1]


def change_of(impact: Impact, record: str) -> AssertionChange:
    return next(one for one in impact.assertions if one.key[1] == record)


def report(project: Project, language: str = "en", base: str = "main") -> str:
    found, impact = impact_of(project.root, base)
    return Report(impact, found, language).markdown()


def test_no_change_is_said_to_be_none(repository: Project) -> None:
    assert not impact(repository)
    assert "Nothing that a reader would see is different" in report(repository)


def test_the_day_of_the_last_change_is_no_change_of_pages(repository: Project) -> None:
    repository.replace("data/site.yml", "2026-06-30", "2026-07-01")
    found = impact(repository)
    assert found.assertions == []
    assert found.pages == {"ar": [], "en": []}


def test_a_changed_sentence_is_shown_before_and_after(repository: Project) -> None:
    repository.replace(CLAIMS, "signed [the treaty]", "joined [the treaty]")
    found = impact(repository)
    one = change_of(found, "two-signed")
    assert (one.change, one.own, one.note_missing) == ("changed", True, True)
    assert "signed the treaty" in one.before["en"]
    assert "joined the treaty" in one.after["en"]
    assert one.before["ar"] == one.after["ar"]
    assert [(side.path, side.changed, side.unchanged) for side in found.one_sided] == [("text", ["en"], ["ar"])]
    assert "" in one.pages["en"]
    assert "claims/two-signed/" in one.pages["en"]
    assert one.pages["ar"] == []
    text = report(repository)
    assert "<del>signed</del><ins><b>joined</b></ins>" in text
    assert '<blockquote lang="ar" dir="rtl">' in text
    assert "`data/claims/all.yml:1`" in text


def test_a_note_of_the_change_is_seen(repository: Project) -> None:
    repository.replace(CLAIMS, "signed [the treaty]", "joined [the treaty]")
    note = "  revisions:\n    - {date: 2026-06-30, kind: update, what: {ar: تعديل, en: The verb}, why: {ar: للدقة, en: Precision}}\n"
    repository.write(CLAIMS, repository.read(CLAIMS) + note)
    assert not change_of(impact(repository), "two-signed").note_missing


def test_a_change_of_vowels_and_commas_asks_for_no_note(repository: Project) -> None:
    repository.replace(CLAIMS, "وقّعت", "وقعت")
    one = change_of(impact(repository), "two-signed")
    assert not one.note_missing


def test_a_figure_that_follows_moves_with_its_records(repository: Project) -> None:
    more = "peru: {kind: country, code: PE}\n"
    repository.write("data/entities/all.yml", repository.read("data/entities/all.yml") + more)
    third = repository.read(STATEMENTS).split("chile-signed:")[1]
    repository.write(STATEMENTS, repository.read(STATEMENTS) + "peru-signed:" + third.replace("chile", "peru"))
    found = impact(repository)
    one = change_of(found, "two-signed")
    assert not one.own
    assert one.note_missing
    assert [(value.name, value.derived, value.before["en"], value.after["en"]) for value in one.moved] == [
        ("n", True, "2", "3")
    ]
    assert change_of(found, "peru-signed").change == "added"
    assert found.addresses["en"].new == ["claims/peru-signed/", "countries/peru/"]
    home = next(page for page in found.pages["ar"] if page.address == "")
    assert ("claim", "two-signed") in home.parts
    text = report(repository, "ar")
    assert "لم يُمسّ سجلها" in text
    assert "(مشتقة): 2 ← 3" in text


def test_citations_and_status_are_compared(repository: Project) -> None:
    repository.replace(CLAIMS, "    - {source: second-source, locator: {paragraph: 2}}\n", "")
    repository.replace(
        STATEMENTS, "source: first-source, locator: {words: Chile", "source: second-source, locator: {words: Chile"
    )
    found = impact(repository)
    one = change_of(found, "two-signed")
    assert one.status == ("confirmed", "single-source")
    assert [(cited.source, cited.locator) for cited in one.lost] == [("second-source", "paragraph: 2")]
    assert not one.says_otherwise
    other = change_of(found, "chile-signed")
    assert [cited.source for cited in other.gained] == ["second-source"]
    assert [cited.source for cited in other.lost] == ["first-source"]
    assert "Status: confirmed → single-source" in report(repository)


def test_a_renamed_claim_is_no_new_one_and_its_address_leads_on(repository: Project) -> None:
    for file in (CLAIMS, "data/events/all.yml", "docs/index.md"):
        repository.write(file, repository.read(file).replace("two-signed", "both-signed"))
    repository.write("data/aliases.yml", "two-signed: both-signed\n")
    found = impact(repository)
    one = change_of(found, "both-signed")
    assert (one.change, one.former) == ("renamed", "two-signed")
    assert found.addresses["en"].moved == [("claims/two-signed/", "claims/both-signed/")]
    assert found.addresses["en"].gone == []
    assert found.addresses["en"].new == []


def test_an_address_that_vanishes_is_said(repository: Project) -> None:
    repository.replace(
        "data/entities/all.yml", "chile: {kind: country, code: CL}", "chile: {kind: country, code: CL, page: no}"
    )
    found = impact(repository)
    assert found.addresses["en"].gone == ["countries/chile/"]
    for language, said in (("en", "An address goes: whoever saved it"), ("ar", "عنوان واحد يزول")):
        text = report(repository, language)
        lines = text[: text.index("| | |")].splitlines()
        alert = lines.index("> [!WARNING]")
        assert lines[alert + 1].startswith(f"> {said}")
        assert lines[alert + 2] == "> - `/countries/chile/` (ar{}en)".format("، " if language == "ar" else ", ")
        assert "<details>" not in text[: text.index("/countries/chile/")], "what is folded is not seen"
        assert text.count("countries/chile/`") == 1, "nothing is said twice"


def test_many_addresses_that_vanish_are_counted_at_the_top_and_listed_below() -> None:
    found = Impact(["ar", "en"], 0, 0)
    found.addresses = {code: Addresses([], [f"gone/{n}/" for n in range(30)], []) for code in ("ar", "en")}
    text = Report(found, Base("0" * 40, "main", fork=True, shallow=False), "en").markdown()
    top, _, folded = text.partition("<details>")
    assert "30 addresses go" in top
    assert "and 18 more" in top
    assert all(folded.count(f"`/gone/{n}/`") == 2 for n in range(30))


def test_a_value_that_is_too_long_is_cut_between_words() -> None:
    found = Impact(["en"], 0, 0)
    for length in range(380, 400):
        field = FieldChange("note", "", f"{'x' * length} 1,234,567.89 and more")
        found.records = [RecordChange(("terms", "one"), "changed", None, [field])]
        text = Report(found, Base("0" * 40, "main", fork=True, shallow=False), "en").markdown()
        assert "1,234,567.89" in text or " …" in text, length


def test_a_removed_claim_is_shown_struck(repository: Project) -> None:
    extra = "another:\n  topic: home\n  text: {ar: شيء, en: Something else}\n  citations:\n    - {source: first-source, locator: {whole: yes}}\n"
    repository.write(CLAIMS, repository.read(CLAIMS) + extra)
    repository.replace("docs/index.md", 'claims("two-signed")', 'claims("two-signed", "another")')
    commit(repository)
    git(repository.root, "revert", "--no-edit", "HEAD")
    found = impact(repository, "HEAD~1", "HEAD")
    assert change_of(found, "another").change == "removed"
    assert [one.change for one in found.assertions] == ["removed"]


def test_changes_of_others_on_the_base_do_not_count(repository: Project) -> None:
    repository.replace("data/events/all.yml", "The treaty is signed", "A treaty is signed")
    commit(repository)
    git(repository.root, "switch", "-q", "main")
    repository.replace(CLAIMS, "signed [the treaty]", "joined [the treaty]")
    commit(repository)
    git(repository.root, "switch", "-q", "change")
    found = impact(repository, "main", "HEAD")
    assert found.assertions == []
    assert [record.key for record in found.records] == [("events", "the-signing")]


def test_a_change_with_problems_still_shows_its_records(repository: Project) -> None:
    repository.replace(CLAIMS, "source: second-source", "source: no-such-source")
    found, what = impact_of(repository.root, "main")
    assert what.head_problems > 0
    assert [record.key[1] for record in what.records] == ["two-signed"]
    text = Report(what, found, "en").markdown()
    assert "The check finds" in text
    assert "no-such-source" in text


def test_a_shallow_clone_is_compared_with_the_base_itself(repository: Project, tmp_path: Path) -> None:
    repository.replace(CLAIMS, "signed [the treaty]", "joined [the treaty]")
    commit(repository)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", "--branch", "change", f"file://{repository.root}", str(clone))
    with pytest.raises(NoHistory, match="git fetch --depth=1 origin main"):
        find_base(clone, "origin/main", None)
    git(clone, "fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main")
    found, what = impact_of(clone, "origin/main", "HEAD")
    assert (found.fork, found.shallow) == (False, True)
    assert change_of(what, "two-signed").change == "changed"
    assert "history is cut off" in Report(what, found, "en").markdown()


def test_a_project_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    project = Project(tmp_path / "whole" / "site")
    git(tmp_path / "whole", "init", "-q")
    commit(project)
    project.replace(CLAIMS, "signed [the treaty]", "joined [the treaty]")
    assert change_of(impact(project, "HEAD"), "two-signed").own


def test_words_of_the_store_mean_nothing_to_github(repository: Project) -> None:
    repository.replace(CLAIMS, "signed [the treaty]", "(@everyone) *signed* <b> [the treaty]")
    text = report(repository)
    assert "@everyone" not in text
    assert "*signed*" not in text
    assert "&lt;b&gt;" in text


def test_a_long_report_is_cut_between_sections() -> None:
    base = Base("0" * 40, "main", fork=True, shallow=False)
    found = Impact(["en"], 0, 0)
    found.assertions = [
        AssertionChange(
            ("claims", f"claim-{n}"),
            "added",
            None,
            {},
            {"en": "word " * 100},
            ("", "confirmed"),
            [],
            [],
            [],
            True,
            False,
            {},
        )
        for n in range(50)
    ]
    text = Report(found, base, "en").markdown(8000)
    assert len(text) <= 8000
    assert text.count("<details>") == text.count("</details>") > 5
    assert f"{50 - text.count('<details>')} sections" in text


def run(root: Path, *arguments: str) -> Done:
    return dalil(root, "impact", *arguments)


def test_the_command(repository: Project) -> None:
    repository.replace(CLAIMS, "signed [the treaty]", "joined [the treaty]")
    done = run(repository.root, "main")
    assert done.returncode == 0
    assert done.stdout.startswith(MARKER)
    told = json.loads(run(repository.root, "main", "--format", "json").stdout)
    assert told["claims"][0]["id"] == "two-signed"
    assert told["claims"][0]["note_missing"] is True


def check(root: Path, *arguments: str) -> Done:
    return dalil(root, "check", *arguments)


def test_the_check_asks_for_a_note(repository: Project) -> None:
    assert check(repository.root, "--base", "main").returncode == 0
    repository.replace(CLAIMS, "signed [the treaty]", "joined [the treaty]")
    assert check(repository.root).returncode == 0
    done = check(repository.root, "--base", "main")
    assert done.returncode == 1
    assert "data/claims/all.yml:1:1: error[note-missing]: “two-signed” says something else than at main" in done.stdout
    assert "kind: correction" in done.stdout
    assert "git knows no commit" in check(repository.root, "--base", "nowhere").stderr


@pytest.mark.parametrize("name", ["no-such-branch", "--output=x", ""])
def test_an_unknown_base_is_said_in_a_line(repository: Project, name: str) -> None:
    done = run(repository.root, "--", name)
    assert done.returncode == 1
    assert "git knows no commit" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_repository_is_said_in_a_line(project: Project) -> None:
    done = run(project.root, "main")
    assert done.returncode == 1
    assert "is in no git repository" in done.stderr
