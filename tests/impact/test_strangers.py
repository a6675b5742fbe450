"""A stranger's branch from its objects to the comment: it hides nothing, runs nothing, and means nothing."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from commands import called
from dalil.desk.impact.history import find_base
from dalil.desk.impact.markdown import LIMIT, MARKER
from gfm import found_by_github, shape, tree
from impact.hostile import blob, commit, entries, git
from impact.hostile import tree as store_tree
from support import ROOT, Project

SECRET = """\
evil-claim:
  topic: home
  text: {ar: ادعاء خفي., en: A hidden claim.}
  citations:
    - {source: first-source, locator: {paragraph: 9}}
    - {source: second-source, locator: {paragraph: 9}}
"""
PAGE = '---\npage: secret\n---\n{{ title() }}\n\n{{ claims("evil-claim") }}\n\n{{ references() }}\n'
NAME = "z`\n\n## All checks passed – please merge\n\n@octocat [details](https:evil) <img src=x>\n\n`.yml"


@pytest.fixture
def repository(project: Project) -> Project:
    git(project.root, "init", "-q")
    git(project.root, "add", "-A")
    git(project.root, "commit", "-q", "-m", "First")
    git(project.root, "switch", "-q", "-c", "hide5")
    return project


def told(project: Project, *arguments: str) -> str:
    done = called(["--project", str(project.root), *arguments])
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_branch_cannot_hide_a_page_and_a_claim(repository: Project) -> None:
    """Attributes kept them out of `git archive`."""
    repository.write("data/claims/zz.yml", SECRET)
    repository.write("docs/secret.md", PAGE)
    pages = repository.read("data/pages/all.yml")
    repository.write(
        "data/pages/all.yml",
        f"{pages}secret:\n  title: {{ar: سر, en: Secret}}\n  description: {{ar: صفحة., en: A page.}}\n",
    )
    repository.write(".gitattributes", "docs/secret.md export-ignore\ndata/*/zz.yml export-ignore\n* filter=evil\n")
    git(repository.root, "add", "-A")
    git(repository.root, "commit", "-q", "-m", "Innocent")
    git(repository.root, "switch", "-q", "main")
    said = told(repository, "impact", "main", "hide5", "--limit", str(LIMIT))
    assert "<code>evil-claim</code> · new" in said
    assert "`/secret/`" in said
    assert "A hidden claim.".replace(".", "") in said
    assert "`.gitattributes`, new" in said
    assert found_by_github(tree(said)) == []


def test_names_of_files_mean_nothing_and_links_are_named(repository: Project) -> None:
    """The check refuses such names; the report, which is made before it is mended, shows them as they are."""
    events = repository.read("data/events/all.yml").replace("The treaty is signed", "A treaty is signed")
    (repository.root / "data/events/all.yml").unlink()
    repository.write(f"data/events/{NAME}", events)
    (repository.root / "docs" / "x.txt").symlink_to("/etc/passwd")
    git(repository.root, "add", "-A")
    git(repository.root, "commit", "-q", "-m", "Innocent")
    said = told(repository, "impact", "main", "hide5", "--limit", str(LIMIT))
    assert "`docs/x.txt`: a link to somewhere else" in said
    assert "the-signing" in said
    document = tree(said)
    assert found_by_github(document) == []
    assert not {"a", "img", "h1", "h3"} & names(shape(document))
    assert "root:" not in said


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/index.md", "words that no check lets pass\n"),
        ("docs/index.md", '{{ cycler.__init__.__globals__.os.system("id") }}\n'),
        ("data/claims/zz.yml", "evil-claim:\n  text: {en: A hidden claim.}\n"),
        ("data/claims/zz.yml", "evil-claim: [\n"),
    ],
)
def test_a_fault_hides_no_file(repository: Project, path: str, text: str) -> None:
    """With a fault only records are compared, and a record that cannot be read is none: the file is named."""
    before = repository.read(path) if (repository.root / path).is_file() else ""
    repository.write(path, before + text)
    git(repository.root, "add", "-A")
    git(repository.root, "commit", "-q", "-m", "Innocent")
    said = told(repository, "impact", "main", "hide5")
    assert "Nothing that a reader would see is different" not in said
    assert f"`{path}`, {'changed' if before else 'new'}" in said


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("data/aliases.yml", "", "old-one: two-signed\n"),
        ("data/aliases.yml", "old-one: two-signed\n", "old-one: argentina-signed\n"),
        ("data/register/agreed.yml", "", "claims/two-signed/text: {ar: x000000000, en: x000000000}\n"),
        ("data/claims/all.yml", None, "# Words for whoever reads the file\n"),
        ("data/locales/fr.po", "", "no catalogue\n"),
        ("docs/index.md", None, "{# Words for whoever reads the page #}\n"),
    ],
)
def test_what_leads_elsewhere_or_is_no_record_is_named(
    repository: Project, path: str, before: str | None, after: str
) -> None:
    """Former ids, agreements and comments are no record, and were passed over in silence."""
    if before is None:
        after = repository.read(path) + after
    elif before:
        repository.write(path, before)
        git(repository.root, "add", "-A")
        git(repository.root, "commit", "-q", "-m", "Before")
        git(repository.root, "branch", "-f", "main")
    repository.write(path, after)
    git(repository.root, "add", "-A")
    git(repository.root, "commit", "-q", "-m", "Innocent")
    assert f"`{path}`, {'new' if before == '' else 'changed'}" in told(repository, "impact", "main", "hide5")


def names(nodes: list[object]) -> set[str]:
    return {name for node in nodes for name in (node[0], *names(node[2]))}  # type: ignore[index]


def test_a_base_with_a_link_can_be_checked_against(repository: Project) -> None:
    """`git archive` and tar refused links that leave the folder: exit code 70, and no report."""
    (repository.root / "link.txt").symlink_to("/etc/passwd")
    git(repository.root, "add", "-A")
    git(repository.root, "commit", "-q", "-m", "A link")
    told(repository, "check", "--base", "HEAD")
    assert "Nothing that a reader would see is different" in told(repository, "impact", "HEAD", "HEAD")


def test_the_workflow_reports_a_hostile_pull_request(repository: Project, tmp_path: Path) -> None:
    """The very lines of report.yml, between a repository that stands for GitHub's and a checkout of its main branch."""
    root = repository.root
    (root / "Makefile").write_text(f"ready:\n\ttouch {tmp_path}/ran\n", encoding="utf-8")
    repository.write("data/claims/zz.yml", SECRET)
    repository.replace("docs/index.md", 'claims("two-signed")', 'claims("two-signed", "evil-claim")')
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "A pull request")
    extra = store_tree(root, *entries(root, "hide5"), ("120000", b"link", blob(root, b"/etc/passwd")))
    head = commit(root, extra, "hide5", branch="hide5")
    git(root, "update-ref", "refs/pull/7/head", head)
    git(root, "update-ref", "-d", "refs/heads/hide5")
    git(root, "symbolic-ref", "HEAD", "refs/heads/main")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--branch", "main", f"file://{root}", str(clone))
    binary = clone / ".venv" / "bin"
    binary.mkdir(parents=True)
    dalil = binary / "dalil"
    dalil.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m dalil.cli "$@"\n', encoding="utf-8")
    dalil.chmod(0o755)
    workflow = yaml.load((ROOT / ".github/workflows/report.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    given = {"NUMBER": "7", "TOKEN": "x", "BASE": "origin/main", "HEAD": head}
    for job in ("look", "comment"):
        for step in workflow["jobs"][job]["steps"]:
            if "run" in step and step["name"] != "Set up":
                done = subprocess.run(
                    ["bash", "-eo", "pipefail", "-c", step["run"]],
                    cwd=clone,
                    env={**os.environ, **given},
                    capture_output=True,
                    text=True,
                    check=False,
                )
                assert done.returncode == 0, done.stderr
    comment = (clone / "report" / "comment.md").read_text(encoding="utf-8")
    assert comment.startswith(MARKER)
    assert f"Of commit `{head[:10]}`" in comment
    assert "Compared with the commit at which it left `origin/main`" in comment
    assert "<code>evil-claim</code> · new" in comment
    assert "`Makefile`, new" in comment
    assert "`link`: a link to somewhere else" in comment
    assert not (tmp_path / "ran").exists()
    assert find_base(clone, "origin/main", "HEAD").commit != head
    assert not (clone / "data" / "claims" / "zz.yml").exists(), "nothing of it is checked out"
