"""A fault of the engine is never told as one of a macro or a page, nor one of a macro as the engine's."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from commands import dalil
from dalil.render.page import Page
from dalil.wording import message_of
from support import Project

ASKED = {
    # What a macro asks, to what it is told.
    "page.claim(5)": "a value of type int",
    "page.claims('two-signed')": "a value of type str",
    "page.claims([5])": "a value of type list",
    "page.latest('many')": "a value of type str",
    "page.disputes('heavy')": "a value of type str",
    "page.statements(role=5)": "a value of type int",
    "page.entities('country', 5)": "a value of type int",
    "page.claim(nowhere)": "nothing is called “nowhere”",
    "page.claim()": "fewer arguments",
    "page.claim('a', 'b')": "another number of arguments",
    "page.claim(nothing='a')": "no argument “nothing”",
    "page.claim('no-such-claim')": "there is no “no-such-claim”",
    "page.pictures.map('no-such-map')": "there is no “no-such-map”",
    "page.pictures.map(5)": "a value of type int",
}


@pytest.mark.parametrize("asked", ASKED)
def test_what_a_macro_asks_wrongly_is_told_at_the_macro_or_its_call(project: Project, asked: str) -> None:
    project.write(
        "macros/odd.j2",
        f"{{#\nAn odd macro.\nExample: [[ odd() ]]\n#}}\n{{% macro odd() -%}}{{% set one = {asked} %}}{{%- endmacro %}}\n",
    )
    project.replace("docs/index.md", "{{ title() }}", "{{ title() }}\n\n{{ odd() }}")
    (problem,) = project.problems()
    assert problem.code in ("macro-template", "page-template")
    assert ASKED[asked] in message_of(problem, "en")


def claim(page: Page, claim_id: str) -> Any:
    raise TypeError("'NoneType' object is not iterable")


def title(page: Page) -> Any:
    raise TypeError("'NoneType' object is not iterable")


@pytest.mark.parametrize("fault", [claim, title])
def test_a_fault_of_the_engine_ends_the_command_with_a_report(
    project: Project, monkeypatch: pytest.MonkeyPatch, fault: Callable[..., Any]
) -> None:
    """The words are those that Python has for many a macro's fault."""
    name = fault.__name__
    monkeypatch.setattr(Page, name, property(fault) if isinstance(vars(Page)[name], property) else fault)
    done = dalil(project.root, "--lang", "en", "check")
    assert done.returncode == 70
    assert "docs/index.md" not in done.stdout + done.stderr
    report = re.search(r"\S+dalil-fault-\S+\.txt", done.stderr)
    assert report
    text = Path(report[0]).read_text(encoding="utf-8")
    assert f"in {name}" in text
    assert "'NoneType' object is not iterable" in text
    Path(report[0]).unlink()


def test_a_fault_that_comes_of_a_store_with_problems_is_not_told_beside_them(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Page, "claim", claim)
    project.replace("data/claims/all.yml", "topic: home", "topic: nowhere")
    done = dalil(project.root, "--lang", "en", "check")
    assert done.returncode == 1
    assert "data/claims/all.yml:2:10" in done.stdout
    assert "dalil-fault" not in done.stderr


def test_a_fault_in_the_head_of_a_page_is_ours(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def fields(*_: Any) -> Any:
        raise TypeError("'NoneType' object is not iterable")

    monkeypatch.setattr("dalil.render.pages.fields", fields)
    done = dalil(project.root, "--lang", "en", "check")
    assert done.returncode == 70
    assert "docs/index.md" not in done.stdout + done.stderr
