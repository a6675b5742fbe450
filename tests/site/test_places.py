"""Where a project and its site stand makes no difference to what is made of it."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from dalil.desk.impact.report import impact_of
from dalil.project.whole import check_project
from dalil.site.build import build
from previewing import previewing
from support import Project


def git(root: Path, *arguments: str) -> None:
    named = ["-c", "user.name=N", "-c", "user.email=n@example.org"]
    subprocess.run(["git", *named, *arguments], cwd=root, check=True, capture_output=True)


def test_a_project_may_be_named_by_a_relative_path(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    git(project.root, "init", "-q", "-b", "main")
    git(project.root, "add", "-A")
    git(project.root, "commit", "-q", "-m", "first")
    project.replace("data/claims/all.yml", "on {day}.", "that day, {day}.")
    whole = project.root
    for place, name in ((whole.parent, whole.name), (whole, "."), (whole / "data", "..")):
        monkeypatch.chdir(place)
        root = Path(name)
        assert check_project(root).store.claims.keys() == {"two-signed"}
        _, impact = impact_of(root, "main")
        assert [file.path for file in impact.files] == ["data/claims/all.yml"]
    monkeypatch.chdir(whole.parent)
    built = build(Path(whole.name), Path("out"))
    assert built.seen.pages > 20
    assert (whole.parent / "out" / "en" / "index.html").is_file()
    assert not (whole / "out").exists()


def test_the_preview_stands_where_the_site_will(project: Project, tmp_path: Path) -> None:
    """Its page for mistakes, whose links start at the root of the host, then leads there too."""
    project.replace("mkdocs.yml", "site_url: https://example.org/", "site_url: https://user.github.io/repo/")
    with previewing(project, tmp_path / "log") as address:
        host = "/".join(address.split("/")[:3])
        _, root, _ = _once_it_stands(f"{host}/")
        assert root == f"{host}/repo/"
        status, _, html = _answer(f"{host}/repo/en/nothing/")
        assert status == 404
        assert 'href="/repo/en/"' in html
        assert _answer(f"{host}/repo/en/")[0] == 200


def _answer(address: str) -> tuple[int, str, str]:
    """Status, the address to which it led, and text."""
    try:
        with urlopen(address) as answer:
            return answer.status, answer.url, answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, address, error.read().decode()


def _once_it_stands(address: str) -> tuple[int, str, str]:
    """The answer of a preview that has built its site."""
    for _ in range(600):
        if (found := _answer(address))[0] != 503:
            return found
        time.sleep(0.2)
    raise AssertionError("nothing stands there")
