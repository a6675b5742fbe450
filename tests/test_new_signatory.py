"""A new signatory in a copy of the real store, as an editor would add it: what each command says, until all is sound."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dalil.cli import main
from dalil.desk.due import due
from dalil.desk.impact.compare import compare
from dalil.desk.impact.exchange import as_json, from_json
from dalil.desk.impact.history import Base
from dalil.desk.impact.markdown import Report
from dalil.desk.impact.snapshot import last_change, snapshot
from dalil.problems import Problem, Problems, ProblemsFound
from dalil.project.whole import check_project
from dalil.reading.files.frozen import freeze
from dalil.wording import message_of
from support import ROOT

SIGNED = """\
haiti-signed:
  subject: haiti
  role: signed
  object: joint-security-declaration
  at: counter-cartel-conference
  topic: composition
  citations: [{source: el-heraldo-hn-declaration, locator: {whole: true}}]
"""
ABSENT = """\
haiti-absent:
  subject: haiti
  role: absent
  at: miami-summit
  reason: {ar: لم تُدع, en: Not invited}
  topic: composition
  citations: [{source: mercopress-summit, locator: {whole: true}}]
"""
CORE = {
    "claims/signatories-counted/text",
    "claims/signatories-listed/text",
    "claims/uruguay-in-no-list/text",
    "disputes/who-are-the-seventeen/conclusion",
    "disputes/who-are-the-seventeen/reason",
    "pages/home/summary/8/text",
    "pictures/who-signed-who-came/title",
}
"""Of the sentences that rest on how many signed, or on who did, some of each kind: a count, a list, words that are tied
to one, a conclusion and its reason, a fact of the home page, a picture."""


def problems(root: Path) -> list[Problem]:
    try:
        check_project(root, strict=True)
    except ProblemsFound as found:
        return found.problems
    return []


def resting(root: Path) -> list[str]:
    """What the check says to have moved, in the order of the files."""
    return [str(one.details["key"]) for one in problems(root) if one.code == "value-moved"]


def review(root: Path, *arguments: str) -> None:
    done = CliRunner().invoke(main, ["--project", str(root), "review", *arguments])
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("real") / "site"
    freeze(ROOT, root, Problems())
    (root / "data" / "statements" / "haiti.yml").write_text(SIGNED, encoding="utf-8")
    (root / "data" / "entities" / "haiti.yml").write_text(
        "haiti: {kind: country, code: HT, grammar: {ar: f, en: Haiti}}\n", encoding="utf-8"
    )
    return root


def test_the_check_names_every_sentence_and_what_the_map_lacks(copy: Path) -> None:
    found = problems(copy)
    keys = [str(one.details["key"]) for one in found if one.code == "value-moved"]
    assert set(keys) > CORE
    said = {str(one.details.get("key", one.code)): message_of(one) for one in found}
    assert said["claims/signatories-counted/text"].endswith("“n” was 17 and is 18, “partners” was 16 and is 17")
    assert "“n” was 17 and is 18" in said["disputes/who-are-the-seventeen/reason"]
    assert said["claims/signatories-listed/text"].endswith("“signatories” has gained haiti")
    assert len(found) == len(keys) + 1
    assert said["picture-lacks"].startswith(
        "the picture lacks “haiti”: its table “who-signed-who-came” has a row of it"
    )


def test_what_is_due_names_them_with_old_and_new(copy: Path) -> None:
    found = [one for one in due(check_project(copy), "ar", "ar") if one.keys]
    assert sorted(key for one in found for key in one.keys) == sorted(resting(copy))
    [dispute] = [one for one in found if one.kind == "disputes"]
    assert dispute.id == "who-are-the-seventeen"
    assert "\u206817\u2069 وصارت \u206818\u2069" in dispute.why[0]
    assert "composition" in dispute.pages


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_impact_report_names_them_until_they_are_confirmed(
    copy: Path, language: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = Base("0" * 40, "main", fork=True, shallow=False)
    before = snapshot(ROOT, last_change(ROOT), pages=False)
    impact = compare(before, snapshot(copy, last_change(ROOT), pages=False))
    keys = [one.text for one in impact.resting]
    assert sorted(keys) == sorted(resting(copy))
    assert not any(one.confirmed for one in impact.resting)
    assert [(one.key[1], one.id) for one in impact.drawn] == [("who-signed-who-came-map", "haiti")]
    report = Report(impact, base, language).markdown()
    [lack] = [
        line for line in report.splitlines() if {"en": "lacks `haiti`", "ar": "ينقص `who-signed"}[language] in line
    ]
    assert "`who-signed-who-came-map`" in lack
    assert "`haiti`" in lack
    assert impact.drawn[0].write in lack
    assert "data/pictures/" in lack
    assert from_json(json.dumps(as_json(base, impact)).encode())[1].drawn == impact.drawn
    [reason] = [line for line in report.splitlines() if "disputes/who-are-the-seventeen/reason" in line]
    assert "`n`: " + {"en": "17 → 18", "ar": "17 ← 18"}[language] in reason
    words = next(one.words[language] for one in impact.resting if one.text.endswith("seventeen/reason"))
    assert words.split()[0] in reason
    if language == "en":
        return
    confirmed = tmp_path_factory.mktemp("confirmed") / "site"
    freeze(copy, confirmed, Problems())
    review(confirmed, "--all")
    impact = compare(before, snapshot(confirmed, last_change(ROOT), pages=False))
    assert [one.text for one in impact.resting] == keys
    assert all(one.confirmed for one in impact.resting)


def test_once_the_map_has_its_place_and_the_sentences_are_confirmed_all_is_sound(copy: Path) -> None:
    (copy / "data" / "statements" / "haiti.yml").write_text(SIGNED + ABSENT, encoding="utf-8")
    keys = [str(one.details["key"]) for one in problems(copy)]
    assert set(keys) > {*CORE, "pictures/who-signed-who-came-map/title"}
    review(copy, *keys[:-2])
    assert [one.details["key"] for one in problems(copy)] == keys[-2:]
    review(copy, *keys[-2:])
    assert problems(copy) == []
