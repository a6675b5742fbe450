"""What stands after another claim than before: a word that points back may point elsewhere then."""

from __future__ import annotations

import json

import pytest

from dalil.desk.impact.compare import Impact
from dalil.desk.impact.exchange import as_json, from_json
from dalil.desk.impact.markdown import Report
from dalil.desk.impact.order import order_changes
from dalil.desk.impact.report import impact_of
from impact.test_impact import commit, git
from support import Project

PAGE = "docs/index.md"
THREE = '{{ claims("two-signed", "one", "two") }}'
MORE = "".join(
    f"{name}:\n  topic: home\n  text: {{ar: كلام {ar}., en: Words {name}.}}\n"
    "  citations: [{source: first-source, locator: {whole: true}}]\n"
    for name, ar in (("one", "أول"), ("two", "ثان"))
)


@pytest.fixture
def paragraph(project: Project) -> Project:
    """A repository with three claims in one paragraph, on a branch."""
    project.write("data/claims/more.yml", MORE)
    text = (project.root / PAGE).read_text(encoding="utf-8")
    call = next(line for line in text.splitlines() if "claims(" in line)
    project.replace(PAGE, call, THREE)
    git(project.root, "init", "-q")
    commit(project, "The first state")
    git(project.root, "switch", "-q", "-c", "change")
    return project


def moves(project: Project) -> list[tuple[str, str, str, str]]:
    return [(one.page, one.id, one.before, one.after) for one in impact(project).order]


def impact(project: Project) -> Impact:
    return impact_of(project.root, "main")[1]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (THREE, []),
        ('{{ claims("two-signed", "two") }}\n\n{{ claims("one") }}', [("two", "one", "two-signed"), ("one", "two-signed", "")]),
        ('{{ claims("two-signed", "one") }}\n\n{{ claims("two") }}', [("two", "one", "")]),
        (
            '{{ claims("one", "two-signed", "two") }}',
            [("one", "two-signed", ""), ("two-signed", "", "one"), ("two", "one", "two-signed")],
        ),
    ],
    ids=["nothing", "one moved out of the middle", "one moved to a paragraph of its own", "two exchanged"],
)  # fmt: skip
def test_what_follows_another_claim_is_named(
    paragraph: Project, written: str, told: list[tuple[str, str, str]]
) -> None:
    paragraph.replace(PAGE, THREE, written)
    assert moves(paragraph) == [("home", *one) for one in told]


def test_a_renamed_claim_moves_nothing(paragraph: Project) -> None:
    paragraph.replace("data/claims/more.yml", "one:\n", "uno:\n")
    paragraph.replace(PAGE, THREE, THREE.replace('"one"', '"uno"'))
    paragraph.write("data/aliases.yml", "one: uno\n")
    assert moves(paragraph) == []


def test_the_report_says_it_in_both_languages_and_can_be_sent_on(paragraph: Project) -> None:
    paragraph.replace(PAGE, THREE, '{{ claims("two-signed", "two", "one") }}')
    base, found = impact_of(paragraph.root, "main")
    english, arabic = (str(Report(found, base, code).markdown()) for code in ("en", "ar"))
    assert "2 claims stand after another claim than before" in english
    assert "`two` on the page `home`: `one` → `two-signed` · “Words two.”" in english
    assert "معلومتان تليان في فقرتها غير ما كانت تليه" in arabic
    sent, again = from_json(json.dumps(as_json(base, found)).encode())
    assert str(Report(again, sent, "en").markdown()) == english


def test_a_page_that_is_new_or_a_claim_that_is_gone_has_no_order_to_lose() -> None:
    words = {"b": {"en": "B."}}
    assert list(order_changes({}, {"new": [("a", "b")]}, {}, words)) == []
    assert list(order_changes({"p": [("a", "b")]}, {"p": [("c",)]}, {}, words)) == []
    assert [one.id for one in order_changes({"p": [("a", "b")]}, {"p": [("b",)]}, {}, words)] == ["b"]
