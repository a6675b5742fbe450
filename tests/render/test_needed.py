"""What the engine asks of a site's interface by itself is asked for by the check, and never ends in a fault of ours."""

from __future__ import annotations

import re

import pytest

from dalil.problems import ProblemsFound
from dalil.render.needed import NEEDED
from dalil.site.build import build
from support import ROOT, Project

SITE = ROOT / "src" / "dalil" / "site"
SELDOM = {"mark.", "kind.", "status.", "retracted.", "theme.missing", "moved", "bars.floor", "search."}
"""Beginnings of keys that only some sites need, or of which the rest is worked out: `NEEDED` has those of every site."""


def without(project: Project, *keys: str) -> Project:
    """Takes words out of the project's interface."""
    for path in sorted((project.root / "data/interface").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        for key in keys:
            text = re.sub(rf"^{re.escape(key)}:\n(?:[ #].*\n)+", "", text, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
    return project


def test_every_key_that_code_beside_the_macros_names_is_needed() -> None:
    named = {
        key
        for path in SITE.rglob("*.py")
        for key in re.findall(r"\.interface\(\s*f?\"([\w.]+)", path.read_text(encoding="utf-8"))
    }
    assert len(named) > 8
    assert {key for key in named if key not in NEEDED and not key.startswith(tuple(SELDOM))} == set()


def test_all_that_are_missing_are_told_at_once(project: Project) -> None:
    assert len(NEEDED) == len(set(NEEDED)) > 20
    found = without(project, *NEEDED).problems()
    assert {one.details["id"] for one in found if one.code == "interface-missing"} >= set(NEEDED)


def test_what_the_theme_asks_for_is_needed(project: Project) -> None:
    """By a template of the project's own too; the words stand nowhere else, so only a build would have met them."""
    project.write("overrides/partials/more.html", "{{ t('more.words') }} {{ dalil('more.still', 'en') }} {{ t(name) }}")
    found = without(project, "theme.header", "theme.home").problems()
    lacking = {one.details["id"] for one in found if one.code == "interface-missing"}
    assert lacking == {"more.words", "more.still", "theme.header", "theme.home"}


@pytest.mark.parametrize("key", ["moved", "mark.corrected"])
def test_what_only_some_sites_need_is_told_and_no_traceback(project: Project, key: str) -> None:
    project.write("data/aliases.yml", "old-name: two-signed\n")
    sources = project.read("data/sources/all.yml")
    notice = "{date: 2026-05-01, notice: https://example.org/c, accessed: 2026-05-02, note: {ar: صُحّح., en: Corrected.}}"
    project.write("data/sources/all.yml", f"{sources}  corrected: {notice}\n")
    assert project.problems() == []
    without(project, key)
    with pytest.raises(ProblemsFound) as found:
        build(project.root, project.root / "site")
    assert ("interface-missing", key) in {(one.code, one.details.get("id")) for one in found.value.problems}
