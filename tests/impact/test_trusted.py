"""Of a state that is not trusted nothing but data is looked at, and the report says when its code differs."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from commands import dalil
from dalil.desk.impact.exchange import as_json
from dalil.desk.impact.history import Changed
from dalil.desk.impact.markdown import Report
from dalil.desk.impact.report import impact_of
from dalil.desk.impact.trusted import code_among
from impact.test_impact import commit, git
from support import Project

CANARY = Path(f"/tmp/dalil-canary-impact-{os.getpid()}")
MARK = "made by other macros"


@pytest.fixture
def repository(project: Project) -> Project:
    """The small project as `main`; on the branch `pr`, other macros, and pages that call them. `main` is checked out."""
    git(project.root, "init", "-q", "-b", "main")
    commit(project, "The first state")
    git(project.root, "switch", "-q", "-c", "pr")
    project.replace("macros/claim.j2", '<p class="claims">', f'<p class="claims"><!-- {MARK} -->')
    project.write("macros/new.j2", "{#\nNew.\nExample: [[ new() ]]\n#}\n{% macro new() %}<p>new</p>{% endmacro %}\n")
    project.write("docs/index.md", project.read("docs/index.md") + "\n{{ new() }}\n")
    project.replace("data/claims/all.yml", "signed [the treaty]", "have signed [the treaty]")
    project.write("overrides/evil.html", "{{ 1 }}")
    commit(project, "A change from somebody")
    return project


@pytest.mark.parametrize("checked_out", ["main", "pr"])
def test_pages_are_made_by_the_macros_of_the_base(checked_out: str, repository: Project) -> None:
    git(repository.root, "switch", "-q", checked_out)
    found, impact = impact_of(repository.root, "main", "pr" if checked_out == "main" else None)
    assert (impact.base_problems, impact.head_problems) == (0, 0)
    assert {"macros/claim.j2", "macros/new.j2", "overrides/evil.html"} <= set(impact.code)
    assert impact.lacking == ["new"]
    assert [one.key[1] for one in impact.assertions] == ["two-signed"]
    english, arabic = (Report(impact, found, language).markdown() for language in ("en", "ar"))
    assert "macros/claim" in english
    assert "also alters code" in english
    assert "a macro that" in english
    assert "شيفرة" in arabic
    assert "وحدة ماكرو ليست" in arabic
    assert MARK not in english
    said = as_json(found, impact)
    assert json.loads(json.dumps(said))["lacking"] == ["new"]


def test_code_that_is_trusted_makes_its_own_pages(repository: Project) -> None:
    found, impact = impact_of(repository.root, "main", "pr", with_code=True)
    assert (impact.code, impact.lacking, impact.head_problems) == ([], [], 0)
    assert "alters code" not in Report(impact, found, "en").markdown()


@pytest.mark.parametrize(
    "line",
    [
        "{{ cycler.__init__.__globals__.os.system('touch CANARY') }}",
        "{{ lipsum.__globals__['os'].popen('touch CANARY').read() }}",
        "{% set x = cycler.__init__.__globals__.os.system('touch CANARY') %}",
    ],
)
def test_nothing_of_a_branch_is_run(line: str, project: Project) -> None:
    """Finding F2: neither from its pages nor from its macros, checked out or not."""
    git(project.root, "init", "-q", "-b", "main")
    commit(project, "The first state")
    git(project.root, "switch", "-q", "-c", "pr")
    project.write("docs/index.md", project.read("docs/index.md") + "\n" + line.replace("CANARY", str(CANARY)) + "\n")
    project.replace(
        "macros/heading.j2", "{% macro title() -%}", "{% macro title() -%}" + line.replace("CANARY", str(CANARY))
    )
    commit(project, "A change from a stranger")
    impact_of(project.root, "main")
    dalil(project.root, "check", "--base", "main")
    git(project.root, "switch", "-q", "main")
    _, impact = impact_of(project.root, "main", "pr")
    assert impact.head_problems == 1
    assert not CANARY.exists()


def test_check_since_a_base_says_that_it_left_the_code_alone(repository: Project) -> None:
    git(repository.root, "switch", "-q", "pr")
    done = dalil(repository.root, "check", "--base", "main")
    assert "The code differs from that of main" in done.stderr
    assert "macros/claim.j2" in done.stderr
    assert "note-missing" in done.stdout
    arabic = dalil(repository.root, "check", "--base", "main", "--lang", "ar")
    assert "تختلف الشيفرة" in arabic.stderr
    own = dalil(repository.root, "check", "--base", "main", "--with-code")
    assert "The code differs" not in own.stderr


def test_what_is_code() -> None:
    code = ["macros/a.j2", "overrides/x/y.html", "mkdocs.yml", "Makefile", ".github/workflows/a.yml", "src/dalil/a.py",
            "pyproject.toml", "requirements.lock", "tools/a.py", "tests/a.py", "fonts/a.ttf"]  # fmt: skip
    data = ["docs/index.md", "data/claims/a.yml", "README.md", "docs/mkdocs.yml", "data/macros/a.yml", "docs/src/a.md"]
    assert code_among(Changed(path, "changed") for path in [*code, *data]) == code
