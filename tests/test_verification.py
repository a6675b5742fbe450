"""The written rule of verification: who was verified when, and when each comes round again."""

from __future__ import annotations

import datetime

import pytest

from dalil.store.freshness import Verification, Verifications
from support import Project

CLAIMS, SOURCES, STATEMENTS = "data/claims/all.yml", "data/sources/all.yml", "data/statements/all.yml"
EVENTS, SITE = "data/events/all.yml", "data/site.yml"
DISPUTE = """\
how-many:
  topic: home
  question: {ar: كم؟, en: How many?}
  versions:
    - {label: {ar: دولتان, en: Two}, claims: [two-signed]}
    - {label: {ar: غير ذلك, en: Other}, claims: [another]}
  conclusion: {ar: اثنتان., en: Two.}
  reason: {ar: لأن., en: Because.}
"""
ANOTHER = """\
another:
  topic: home
  text: {ar: شيء., en: Something.}
  citations: [{source: second-source, locator: {whole: true}}]
"""


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def of(project: Project, kind: str, record_id: str) -> Verification:
    store = project.check().store
    return Verifications(store).of(store.of_kind(kind)[record_id])


def test_a_source_was_verified_when_it_was_read_unless_it_says_otherwise(project: Project) -> None:
    assert of(project, "sources", "first-source") == Verification(
        day("2026-03-02"), day("2027-03-02"), "news", "1 year"
    )
    project.replace(SOURCES, "  type: news", "  verified: 2026-06-02\n  type: news")
    assert of(project, "sources", "first-source").on == day("2026-06-02")


@pytest.mark.parametrize(
    ("kind", "by"),
    [("primary-document", "2028-03-02"), ("analysis", "2027-03-02"), ("reference", "2026-09-02")],
)
def test_a_source_comes_round_by_its_type(project: Project, kind: str, by: str) -> None:
    project.replace(SOURCES, "type: news", f"type: {kind}")
    assert of(project, "sources", "first-source").by == day(by)


def test_a_claim_was_verified_with_the_newest_source_that_supports_it(project: Project) -> None:
    project.replace(SOURCES, "accessed: 2026-03-02", "accessed: 2026-05-01")
    assert of(project, "claims", "two-signed").on == day("2026-05-01")
    project.replace(CLAIMS, "{words: two countries have signed}", "{whole: true}, stance: disputes")
    assert of(project, "claims", "two-signed").on == day("2026-03-02")
    project.replace(CLAIMS, "  topic: home", "  verified: 2026-06-30\n  topic: home")
    assert of(project, "claims", "two-signed").on == day("2026-06-30")


def test_a_claim_that_nothing_supports_goes_by_what_it_cites(project: Project) -> None:
    project.replace(CLAIMS, "{words: two countries have signed}", "{whole: true}, stance: mentions")
    project.replace(CLAIMS, "{paragraph: 2}", "{paragraph: 2}, stance: mentions")
    assert of(project, "claims", "two-signed") == Verification(
        day("2026-03-02"), day("2026-06-02"), "unconfirmed", "3 months"
    )


def test_a_later_reading_of_a_source_is_one_of_its_claims(project: Project) -> None:
    project.replace(SOURCES, "  type: news", "  verified: 2026-06-02\n  type: news")
    assert of(project, "claims", "two-signed").on == day("2026-06-02")


def test_what_happened_does_not_come_round_again(project: Project) -> None:
    verification = of(project, "claims", "two-signed")
    assert (verification.rule, verification.by) == ("past", None)
    project.replace(EVENTS, "  participants:", "  planned: yes\n  participants:")
    verification = of(project, "claims", "two-signed")
    assert (verification.rule, verification.by) == ("confirmed", day("2027-03-02"))


def test_a_disputed_claim_comes_round_even_if_it_is_of_the_past(project: Project) -> None:
    project.replace(CLAIMS, "{paragraph: 2}", "{paragraph: 2}, stance: disputes")
    assert of(project, "claims", "two-signed").rule == "disputed"


@pytest.mark.parametrize(
    ("more", "rule"), [("", "single-source"), ("  when: 2026-02-03\n", "past"), ("  at: the-signing\n", "past")]
)
def test_a_statement_of_the_past_is_dated_and_confirmed(project: Project, more: str, rule: str) -> None:
    if more:
        project.replace(SOURCES, "type: news", "type: primary-document")
    project.replace(STATEMENTS, "  topic: home\n", f"  topic: home\n{more}")
    assert of(project, "statements", "argentina-signed").rule == rule


def test_the_site_s_periods_go_before_the_defaults(project: Project) -> None:
    project.write(SITE, project.read(SITE) + "verify: {single-source: 10 days, past: 5 years, news: never}\n")
    assert of(project, "statements", "chile-signed").by == day("2026-03-12")
    assert of(project, "claims", "two-signed").by == day("2031-03-02")
    assert of(project, "sources", "first-source").by is None


@pytest.mark.parametrize(("deadline", "by"), [("2026-12", "2026-12-31"), ("2027-01-05", "2027-01-05"), ("never", None)])
def test_a_deadline_of_its_own_goes_before_the_rule(project: Project, deadline: str, by: str | None) -> None:
    project.replace(STATEMENTS, "  topic: home", f"  verify_by: {deadline}\n  topic: home")
    verification = of(project, "statements", "argentina-signed")
    assert verification == Verification(day("2026-03-02"), day(by) if by else None, "given", deadline)


def test_a_disputed_question_is_as_stale_as_its_stalest_version(project: Project) -> None:
    project.write("data/disputes/all.yml", DISPUTE)
    project.write(CLAIMS, project.read(CLAIMS) + ANOTHER)
    project.replace("docs/index.md", 'claims("two-signed")', 'claims("two-signed", "another")')
    project.replace(SOURCES, "accessed: 2026-03-02", "accessed: 2026-05-01")
    assert of(project, "claims", "two-signed").on == day("2026-05-01")
    assert of(project, "disputes", "how-many") == Verification(
        day("2026-03-02"), day("2026-06-02"), "dispute", "3 months"
    )


def test_a_superseded_claim_never_comes_round(project: Project) -> None:
    project.write(CLAIMS, project.read(CLAIMS) + ANOTHER)
    project.replace("docs/index.md", 'claims("two-signed")', 'claims("two-signed", "another")')
    project.replace(CLAIMS, "another:\n", "another:\n  superseded_by: two-signed\n")
    assert of(project, "claims", "another") == Verification(day("2026-03-02"), None, "superseded", "never")
