"""The status of a claim follows from its citations by the written rule."""

from __future__ import annotations

import pytest

from dalil.store.status import judge
from support import CLAIMS, SOURCES, Project

FILE = "data/sources/all.yml"


def status(project: Project) -> tuple[str, str]:
    checked = project.check()
    judgement = judge(checked.store.claims["two-signed"], checked.store)
    return judgement.status, judgement.rule


def test_two_independent_sources_confirm(project: Project) -> None:
    assert status(project) == ("confirmed", "independent")


def test_two_sources_of_one_publisher_are_one(project: Project) -> None:
    project.replace(FILE, "publisher: second-paper", "publisher: first-paper")
    assert status(project) == ("single-source", "single")


def test_mirrors_of_one_wire_story_are_one(project: Project) -> None:
    project.write(FILE, SOURCES.replace("  type: news\n", "  type: news\n  origin: wire-story\n"))
    assert status(project) == ("single-source", "single")


def test_a_mirror_of_the_other_source_is_the_same_source(project: Project) -> None:
    project.replace(FILE, "second-source:\n", "second-source:\n  origin: first-source\n")
    assert status(project) == ("single-source", "single")


def test_a_primary_document_alone_confirms(project: Project) -> None:
    project.replace(FILE, "type: news", "type: primary-document")
    project.replace("data/claims/all.yml", "locator: {paragraph: 2}}", "locator: {paragraph: 2}, stance: mentions}")
    assert status(project) == ("confirmed", "primary")


@pytest.mark.parametrize("caveat", ["tertiary", "machine-made", "error"])
def test_weak_sources_do_not_count(project: Project, caveat: str) -> None:
    weak = f"  type: news\n  caveats: [{caveat}]\n  caveat: {{ar: تنبيه, en: Careful}}\n"
    project.write(FILE, SOURCES.replace("  type: news\n", weak))
    assert status(project) == ("unconfirmed", "none")


def test_mentions_support_nothing(project: Project) -> None:
    project.replace("data/claims/all.yml", "locator: {paragraph: 2}}", "locator: {paragraph: 2}, stance: mentions}")
    assert status(project) == ("single-source", "single")


def test_one_source_that_disputes_makes_it_disputed(project: Project) -> None:
    project.replace("data/claims/all.yml", "locator: {paragraph: 2}}", "locator: {paragraph: 2}, stance: disputes}")
    assert status(project) == ("disputed", "disputed")


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("attribution: first-paper", ("attributed", "attributed")),
        ("superseded_by: newer", ("superseded", "superseded")),
        ("status: unconfirmed\n  status_reason: {ar: سبب, en: A reason}", ("unconfirmed", "override")),
    ],
)
def test_what_an_editor_says_goes_first(project: Project, field: str, expected: tuple[str, str]) -> None:
    newer = CLAIMS.replace("two-signed:", "newer:").replace("attribution", "")
    project.write("data/claims/all.yml", CLAIMS.replace("  citations:", f"  {field}\n  citations:"))
    if "newer" in field:
        project.write("data/claims/newer.yml", newer)
        project.replace("docs/index.md", '{{ claims("two-signed") }}', '{{ claims("two-signed", "newer") }}')
    assert status(project) == expected
