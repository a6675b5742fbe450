"""`dalil review`: the languages of the records are held to each other."""

from __future__ import annotations

import json
import re

import pytest

from commands import Done, dalil
from dalil.checks.opening import Need, open_store
from dalil.problems import Problems
from dalil.translation.agreed import FILE, read_agreements
from dalil.translation.reviewing import due
from support import Project

CLAIM, TITLE = "claims/two-signed/text", "pages/home/title"


def review(project: Project, *arguments: str) -> Done:
    result = dalil(project.root, "review", *arguments, DALIL_LANG="en")
    assert "Traceback" not in result.stdout + result.stderr
    return result


def waiting(project: Project) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    problems = Problems()
    found = due(open_store(project.root, Need.SOUND), read_agreements(project.root, problems))
    assert len(problems) == 0
    return [(one.unit.key, one.changed, one.behind) for one in found]


@pytest.fixture
def agreed(project: Project) -> Project:
    """A project of which somebody found that every text says the same in both languages."""
    assert "0 are still due" in review(project, "--all").stdout
    return project


def test_a_text_is_due_until_somebody_says_that_its_languages_agree(agreed: Project) -> None:
    assert waiting(agreed) == []
    assert review(agreed, "--fail").returncode == 0
    agreed.replace("data/pages/all.yml", "en: Home}", "en: Start}")
    agreed.replace("data/claims/all.yml", "وقّعت", "أبرمت")
    assert waiting(agreed) == [(CLAIM, ("ar",), ("en",)), (TITLE, ("en",), ("ar",))]
    listed = review(agreed, "--fail")
    assert listed.returncode == 1
    assert f"{TITLE} (changed in en)\n    ar: الرئيسية\n    en: Start\n" in listed.stdout
    assert json.loads(review(agreed, "--json").stdout) == [
        {"key": CLAIM, "changed": ["ar"], "behind": ["en"], "moved": []},
        {"key": TITLE, "changed": ["en"], "behind": ["ar"], "moved": []},
    ]
    assert re.search(rf"\b1 .* 1 .*\({FILE}\)", review(agreed, "pages/home").stdout)
    assert waiting(agreed) == [(CLAIM, ("ar",), ("en",))]
    assert agreed.problems() == []


def test_both_changed_or_neither_seen(agreed: Project) -> None:
    agreed.replace("data/pages/all.yml", "title: {ar: الرئيسية, en: Home}", "title: {ar: البداية, en: Start}")
    agreed.replace(
        "data/pages/all.yml",
        "{ar: التوقيع, en: The signing}",
        "{ar: التوقيع, en: The signing}\n    after: {ar: بعده, en: After}",
    )
    agreed.replace("docs/index.md", '{{ section("signing") }}', '{{ section("signing") }}\n\n{{ section("after") }}')
    assert waiting(agreed) == [
        (TITLE, ("ar", "en"), ("ar", "en")),
        ("pages/home/sections/after", (), ("ar", "en")),
    ]


def test_a_change_taken_back_is_due_no_more_and_what_is_gone_is_forgotten(agreed: Project) -> None:
    before = agreed.read(FILE)
    agreed.replace("data/pages/all.yml", "en: Home}", "en: Start}")
    agreed.replace("data/pages/all.yml", "en: Start}", "en: Home}")
    assert waiting(agreed) == []
    agreed.replace("data/claims/all.yml", "two-signed:", "both-signed:")
    for name in ("docs/index.md", "data/events/all.yml"):
        agreed.replace(name, "two-signed", "both-signed")
    assert [key for key, _, _ in waiting(agreed)] == ["claims/both-signed/text"]
    review(agreed, "--all")
    assert agreed.read(FILE) == before.replace("claims/two-signed/", "claims/both-signed/")
    assert waiting(agreed) == []


def test_refusals(agreed: Project) -> None:
    agreed.replace("data/pages/all.yml", "en: Home}", "en: Start}")
    before = agreed.read(FILE)
    unknown = review(agreed, "pages/hme/title")
    assert (unknown.returncode, f"Perhaps “{TITLE}”?" in unknown.stderr) == (2, True)
    agreed.write(FILE, before + "pages: [\n")
    broken = review(agreed)
    assert broken.returncode == 1
    assert f"{FILE}:{before.count(chr(10)) + 2}:1: error[yaml-syntax]: " in broken.stdout
    agreed.write(FILE, before)
    agreed.replace("data/claims/all.yml", "topic: home", "topic: hom")
    unsound = review(agreed, "--all")
    assert (unsound.returncode, agreed.read(FILE)) == (1, before)
