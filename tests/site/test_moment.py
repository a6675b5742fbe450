"""A build is of one moment: what is changed while it goes on is in the next one. MkDocs is told, and reads no store."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from dalil.problems import ProblemsFound
from dalil.reading.files.attached import Changed, content_of
from dalil.site.build import build
from dalil.site.stage import stage
from support import Project

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h{}"/></svg>'


def tree(folder: Path) -> dict[str, str]:
    """Path to hash of content of every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def change_everything(project: Project) -> None:
    """One file of each part of a project."""
    project.write("docs/assets/a.svg", DRAWING.format(2))
    for name, old, new in (
        ("data/site.yml", "en: The site", "en: CHANGED"),
        ("data/claims/all.yml", "signed [the treaty]", "CHANGED [the treaty]"),
        ("data/interface/theme.yml", "theme.skip:", "theme.changed:"),
        ("data/pages/all.yml", "en: Home", "en: CHANGED"),
        ("docs/index.md", '{{ section("signing") }}', ""),
        ("macros/claim.j2", '<p class="claims">', '<p class="changed">'),
        ("overrides/partials/footer.html", "<p>", '<p class="changed">'),
        ("overrides/stylesheets/type.css", "{", "{ color: red;"),
        ("overrides/javascripts/copy.js", "", "changed();"),
        ("mkdocs.yml", "https://example.org/", "https://changed.example/"),
    ):
        project.replace(name, old, new)
    project.write("docs/assets/new.html", "<script>alert(1)</script>")


@pytest.mark.parametrize("moment", [("check", 1), ("render", 1), ("site", 0)], ids=lambda moment: str(moment[0]))
def test_what_is_changed_during_a_build_is_in_the_next_one(
    moment: tuple[str, int], project: Project, tmp_path: Path
) -> None:
    project.write("docs/assets/a.svg", DRAWING.format(1))
    build(project.root, tmp_path / "before")
    changed: list[str] = []

    def step(name: str, done: int, of: int) -> None:
        if name == moment[0] and done >= moment[1] and not changed:
            change_everything(project)
            changed.append(name)

    build(project.root, tmp_path / "during", step)
    assert changed
    assert tree(tmp_path / "during") == tree(tmp_path / "before")


def test_mkdocs_is_given_what_it_needs_without_the_engine() -> None:
    code = "import sys, dalil.site.mkdocs_plugin; print([m for m in sys.modules if m in ('pydantic', 'dalil.project')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_file_that_is_another_one_than_was_checked_is_not_published(project: Project, tmp_path: Path) -> None:
    project.write("docs/assets/a.svg", DRAWING.format(1))
    checked = project.check()
    path = project.root / "docs" / "assets" / "a.svg"
    for target in (None, "/etc/passwd"):
        path.unlink()
        if target:
            path.symlink_to(target)
        else:
            path.write_text("<script/>", encoding="utf-8")
        with pytest.raises(Changed):
            content_of(checked.attached[0])
        with pytest.raises(ProblemsFound) as found:
            stage(checked, tmp_path / "stage")
        assert [problem.code for problem in found.value.problems] == ["site-changed"]
