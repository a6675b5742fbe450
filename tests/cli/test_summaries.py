"""What goes into a summary of GitHub Actions: texts of the store and of servers stand in a block that they cannot end."""

from __future__ import annotations

import pytest

from commands import dalil
from gfm import found_by_github, shape, texts, tree
from support import Project

CLAIMS = "data/claims/all.yml"
HOSTILE = "signed\n\n```\n\n# Approved\n\n@octocat [x](https://evil.example) <img src=x>\n\n````\n::error::a\u202e"


def run(project: Project, *arguments: str) -> str:
    done = dalil(project.root, *arguments)
    assert "Traceback" not in done.stderr
    return done.stdout


def hostile(project: Project) -> None:
    """A store in which names, texts and ids would end a block; sound or not."""
    quoted = HOSTILE.replace("\n", "\\n").replace("\u202e", "\\u202e")
    project.replace("data/events/all.yml", "The treaty is signed", "x")
    project.replace("data/events/all.yml", "en: x", f'en: "{quoted}"')
    project.write("data/claims/`````.yml", "x`````: 1\n")


@pytest.mark.parametrize(
    "command",
    [["review"], ["locale", "update", "--check"], ["due", "--within", "90 years"], ["sources", "check"]],
)
def test_nothing_ends_the_block(project: Project, command: list[str]) -> None:
    hostile(project)
    document = tree(run(project, *command, "--format", "markdown"))
    assert [name for name, _, _ in shape(document)] == ["pre"]
    assert found_by_github(document) == []
    assert "\u202e" not in "".join(said for said, _ in texts(document))


def test_a_text_under_review_stands_in_the_block(project: Project) -> None:
    quoted = HOSTILE.replace("\n", "\\n").replace("\u202e", "")
    project.replace(
        "data/pages/all.yml",
        "description: {ar: صفحة البداية., en: Where one starts.}",
        f'description: {{ar: صفحة, en: "{quoted}"}}',
    )
    said = run(project, "review", "--format", "markdown")
    document = tree(said)
    assert [name for name, _, _ in shape(document)] == ["pre"]
    plain = run(project, "review")
    assert not any(line.startswith("::") for line in plain.splitlines())
