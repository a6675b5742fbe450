"""Payloads in every text of a project: built, opened in a browser with the site's policy and without it, nothing happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from justhtml import JustHTML
from playwright.sync_api import Browser

from dalil.model.kinds import RECORD_KINDS
from dalil.model.records import Site
from dalil.site.build import build
from dalil.site.policy import shipped
from dalil.site.safety import Rules, dangers
from dalil.wording import say
from hostile.opening import visit, without_policy
from hostile.payloads import PAYLOADS
from hostile.planting import text_fields
from hostile.project import every_field, hostile
from support import Project

LOOKUPS = {"Lookup.url", "Lookup.why", "Lookup.moved_to", "Lookup.archive", "Lookup.etag", "Lookup.last_modified"}
LOOKUPS |= {"SoughtPassage.words", "SoughtPassage.nearest"}
"""Fields that a program writes, and no page shows."""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Path, set[str]]:
    """A project with payloads in every text, its built site, and the fields that have one."""
    project = every_field(Project(tmp_path_factory.mktemp("hostile") / "project"))
    assert [say(problem) for problem in project.problems()] == []
    planted = hostile(project, translated="fr")
    assert [say(problem) for problem in project.problems()] == []
    build(project.root, project.root / "site", preview=True)
    return project, project.root / "site", planted


def pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def test_every_text_field_of_the_models_has_a_payload(attacked: tuple[Project, Path, set[str]]) -> None:
    fields = set().union(*(text_fields(model) for model in (Site, *RECORD_KINDS.values())))
    assert len(fields) > 45
    assert fields - attacked[2] - LOOKUPS == set()


def test_verification_finds_nothing_unsafe(attacked: tuple[Project, Path, set[str]]) -> None:
    project, site, _ = attacked
    rules = Rules(shipped(project.root / "overrides"), "https://example.org/")
    for path in site.rglob("*.html"):
        document = JustHTML(path.read_text(encoding="utf-8"), sanitize=False, scripting_enabled=False)
        assert [str(what) for what in dangers(document, rules)] == [], path


@pytest.mark.parametrize("policy", [True, False], ids=["under the policy", "without a policy"])
def test_no_payload_runs_leaves_or_becomes_markup(
    browser: Browser, attacked: tuple[Project, Path, set[str]], tmp_path: Path, policy: bool
) -> None:
    _, site, _ = attacked
    found = pages(site)
    assert len(found) > 40
    served = site if policy else without_policy(site, tmp_path / "site")
    assert visit(browser, served, [*found, "no/such/page"]) == {}


def test_the_browser_would_notice(browser: Browser, attacked: tuple[Project, Path, set[str]], tmp_path: Path) -> None:
    """Each payload that runs by itself is noticed once it stands unescaped; otherwise the tests above say nothing."""
    _, site, _ = attacked
    bare = without_policy(site, tmp_path / "site")
    noticed = 0
    for number, payload in enumerate(PAYLOADS):
        (bare / f"{number}.html").write_text(f"<!doctype html><title>x</title><p>{payload}</p>", encoding="utf-8")
    for number in range(len(PAYLOADS)):
        noticed += bool(visit(browser, bare, [f"{number}.html"]))
    assert noticed >= 16
