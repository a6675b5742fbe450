"""What the report and the check of a change say of records that are withdrawn, and of records that vanish."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from commands import Done, dalil
from dalil.desk.impact.exchange import as_json, from_json
from dalil.desk.impact.markdown import Report
from dalil.desk.impact.report import impact_of
from support import Project
from withdrawing import CORRECTED, publish, withdraw


def git(root: Path, *arguments: str) -> None:
    names = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *names, *arguments], cwd=root, capture_output=True, text=True, check=True)


def commit(project: Project, message: str) -> None:
    git(project.root, "add", "-A")
    git(project.root, "commit", "-q", "-m", message)


@pytest.fixture
def repository(project: Project) -> Project:
    """A project whose first state is published, on a branch."""
    publish(project)
    git(project.root, "init", "-q")
    commit(project, "The first state")
    git(project.root, "switch", "-q", "-c", "change")
    return project


def report(project: Project, language: str = "en") -> str:
    base, impact = impact_of(project.root, "main")
    told = Report(impact, base, language).markdown()
    again = from_json(json.dumps(as_json(base, impact)).encode())
    assert Report(again[1], again[0], language).markdown() == told
    return str(told)


def rewithdraw(project: Project) -> Project:
    """The withdrawals over what is published already."""
    project.replace(
        "docs/index.md",
        '{{ claims("three-signed") }}\n\n{{ statements(role="signed") }}\n\n{{ timeline() }}\n',
        '{{ statements(role="signed") }}\n',
    )
    project.replace("mkdocs.yml", "  - changes.md\n", "")
    withdraw(project)
    return project


def check(root: Path, *arguments: str) -> Done:
    return dalil(root, "check", *arguments)


def test_what_is_withdrawn_stands_at_the_top(repository: Project) -> None:
    rewithdraw(repository)
    told = report(repository)
    assert told.index("[!CAUTION]") < told.index("| --- |")
    head = told[: told.index("| --- |")]
    assert "3 records are withdrawn. Their pages stay and say so first; nothing else shows or counts them:" in head
    assert "> - `three-signed` · withdrawn on 2026‑06‑01".replace("‑", "-") in head.replace("\\-", "-")
    assert "The paper had counted a country that only watched" in head
    assert "`two-signed`" in head
    assert "A source was corrected or taken back by the publisher." in head
    assert "Status: single-source → retracted" in told.replace("\\", "")
    # What was counted and is not any more follows, and no address goes.
    assert "n (derived): 3 → 2" in told.replace("`", "").replace("\\", "")
    assert "leads to nothing" not in told
    arabic = report(repository, "ar")
    assert "سُحبت" in arabic[: arabic.index("| --- |")]
    assert "حسبت الصحيفة دولة" in arabic[: arabic.index("| --- |")]


def test_a_withdrawal_needs_no_other_note(repository: Project) -> None:
    rewithdraw(repository)
    done = check(repository.root, "--base", "main")
    assert "note-missing" not in done.stderr + done.stdout or "two-signed" in done.stderr + done.stdout
    assert "three-signed" not in done.stdout + done.stderr
    assert "record-gone" not in done.stdout + done.stderr


def test_a_record_that_vanishes_is_led_to_a_withdrawal(repository: Project) -> None:
    for name in ("data/claims/old.yml", "data/statements/peru.yml", "data/events/peru.yml"):
        (repository.root / name).unlink()
    repository.replace("docs/index.md", '{{ claims("three-signed") }}\n', "")
    (repository.root / "data/entities/peru.yml").unlink()
    done = check(repository.root, "--base", "main")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert said.count("error[record-gone]") == 3
    assert "data/claims/old.yml:1:1: error[record-gone]: the claim “three-signed” stands at main and is gone" in said
    assert "dalil retract three-signed" in said
    told = report(repository)
    assert "3 published records are gone" in told
    assert "dalil retract ID" in told[: told.index("| --- |")]
    assert "سجلات منشورة" in report(repository, "ar")


def test_one_whose_id_leads_on_has_not_vanished(repository: Project) -> None:
    (repository.root / "data/claims/old.yml").unlink()
    repository.replace("docs/index.md", '{{ claims("three-signed") }}\n', "")
    repository.write("data/aliases.yml", "three-signed: two-signed\n")
    assert "record-gone" not in check(repository.root, "--base", "main").stdout
    assert "published record" not in report(repository)


def test_one_that_stands_again_is_told(repository: Project) -> None:
    rewithdraw(repository)
    commit(repository, "Withdrawn")
    git(repository.root, "switch", "-q", "main")
    git(repository.root, "merge", "-q", "change")
    git(repository.root, "switch", "-q", "-c", "again")
    text = repository.read("data/claims/old.yml")
    repository.write("data/claims/old.yml", text[: text.index("  retracted:")])
    told = report(repository)
    assert "A record that had been withdrawn stands again" in told
    assert "are withdrawn" not in told


def test_a_source_that_is_taken_back_moves_what_rests_on_it(repository: Project) -> None:
    taken = CORRECTED.replace("corrected", "retracted")
    repository.write("data/sources/all.yml", repository.read("data/sources/all.yml") + taken)
    told = report(repository)
    head = told[: told.index("| --- |")].replace("\\", "")
    assert (
        "`second-source` · retracted by its publisher on 2026-05-01 · The number of signatories was put right" in head
    )
    assert "Status: confirmed → single-source" in told.replace("\\", "")
