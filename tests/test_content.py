"""The real store: enough of it, every claim sourced, and nothing a reader would stumble over."""

from __future__ import annotations

import pytest

from dalil.desk.stats import count
from dalil.project.whole import Checked, check_project
from support import ROOT

MINIMUM = {
    "claims": 130,
    "disputes": 12,
    "sources_cited": 90,
    "statements": 60,
    "events": 30,
    "claims_with_two_citations_percent": 50,
}
"""Never fewer: a record that gets lost, or a folder that is no longer read, must not pass unseen."""


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_project(ROOT)


def test_the_store_has_all_its_records(checked: Checked) -> None:
    figures = count(checked)
    assert {name: figures[name] for name in MINIMUM if figures[name] < MINIMUM[name]} == {}
    assert figures["claims_without_citation"] == 0


def test_all_seventeen_signatories_are_there(checked: Checked) -> None:
    signed = [s.subject for s in checked.store.statements.values() if s.role == "signed"]
    assert len(signed) == len(set(signed)) == 17


def test_nothing_unconfirmed_is_stated_without_saying_so(checked: Checked) -> None:
    """A claim that rests on the article that started the site alone is marked, not stated as fact."""
    for claim in checked.store.claims.values():
        supporting = {citation.source for citation in claim.citations if citation.stance == "supports"}
        if supporting <= {"ajnet-encyclopedia"}:
            assert checked.renderer.shared["ar"].judgement(claim).status != "confirmed", claim.id


def test_every_country_has_a_page(checked: Checked) -> None:
    addresses = checked.renderer.shared["ar"].addresses
    countries = [entity.id for entity in checked.store.entities.values() if entity.kind == "country"]
    assert len(countries) == 29
    assert [country for country in countries if not addresses.of("entities", country)] == []
