"""The built site: every claim has its page in every language, with its sources. `make test` builds it first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dalil.project.whole import Checked, check_project

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"


@pytest.fixture(scope="module")
def checked() -> Checked:
    """The project without problems; a broken translation is one."""
    return check_project(ROOT, strict=True)


def home(checked: Checked, locale: str) -> Path:
    """The folder of a language in the built site."""
    return SITE if locale == checked.store.site.default else SITE / locale


def test_every_language_has_its_first_page(checked: Checked) -> None:
    for locale in checked.store.locales:
        page = (home(checked, locale) / "index.html").read_text(encoding="utf-8")
        assert f'lang="{locale}"' in page, locale


def test_every_claim_has_its_page_in_every_language(checked: Checked) -> None:
    for locale in checked.store.locales:
        for claim in checked.store.claims:
            page = (home(checked, locale) / "claims" / claim / "index.html").read_text(encoding="utf-8")
            assert f'data-claim="{claim}"' in page, (locale, claim)


def test_every_claim_has_a_source_that_is_there(checked: Checked) -> None:
    for claim in checked.store.claims.values():
        assert claim.citations, claim.id
        assert {citation.source for citation in claim.citations} <= set(checked.store.sources), claim.id


def test_programs_get_every_claim(checked: Checked) -> None:
    offered = json.loads((SITE / "data" / "claims.json").read_text(encoding="utf-8"))
    claims = offered["claims"] if isinstance(offered, dict) else offered
    assert {claim["id"] for claim in claims} >= set(checked.store.claims)
