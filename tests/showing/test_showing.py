"""`dalil show`: everything known of an id, and where it is used."""

from __future__ import annotations

import json
from typing import Any

import pytest

from commands import dalil
from dalil.checks.opening import open_store
from dalil.desk.lookup.register import write_register
from dalil.desk.show.known import find, know, open_project
from dalil.model.dates import Date
from dalil.model.kinds import ONE
from dalil.model.register import LinkStatus, Lookup
from dalil.translation.standing import stand
from spanish import catalogue_of, translate
from support import ROOT, Project


def shown(project: Project, record_id: str) -> dict[str, Any]:
    done = dalil(project.root, "show", record_id, "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def uses(found: dict[str, Any]) -> set[tuple[str, str]]:
    return {(use["id"], use["field"]) for use in found["uses"]}


def test_no_key_of_a_store_with_faults_commands_the_terminal(project: Project) -> None:
    """`show` goes on where the check finds faults, so the gate has not refused what it prints."""
    key = r'"\e]0;owned\a\e[2J\u202e"'
    project.replace("data/claims/all.yml", "    day: {date", f"    {key}: {{integer: 5}}\n    day: {{date")
    for language in ("en", "ar"):
        done = dalil(project.root, "--lang", language, "show", "two-signed")
        assert done.returncode == 0, done.stderr
        assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout)
        assert "U+001B" in done.stdout


def test_a_claim_is_told_whole(rich: Project) -> None:
    found = shown(rich, "two-signed")
    assert found["kind"] == "claims"
    assert found["place"] == {"path": "data/claims/all.yml", "line": 1, "column": 1}
    assert found["fields"] == {"topic": "home"}
    assert found["texts"]["text"] == {
        "ar": "وقّعت المعاهدةَ دولتان في 3 فبراير/شباط 2026.",
        "en": "2 countries signed the treaty on 3 February 2026.",
    }
    assert found["values"] == {
        "n": {"ar": "2", "en": "2"},
        "day": {"ar": "3 فبراير/شباط 2026", "en": "3 February 2026"},
    }
    assert found["status"]["status"] == "confirmed"
    assert found["status"]["rule"] == "independent"
    assert found["status"]["words"]["en"] == "2 independent sources support it."
    assert [
        (c["source"], c["publisher"], c["locator"], c["stance"], c["place"]["line"]) for c in found["citations"]
    ] == [
        ("first-source", "الصحيفة الأولى", "“two countries have signed”", "supports", 10),
        ("second-source", "الصحيفة الثانية", "paragraph 2", "supports", 11),
    ]
    assert found["disputes"] == ["how-many"]
    assert uses(found) == {
        ("the-signing", "claims.0"),
        ("accession", "claims.0"),
        ("how-many", "versions.0.claims.0"),
        ("how-many", "reason.ar"),
        ("how-many", "reason.en"),
    }
    assert {(page["page"], page["address"], page["how"]) for page in found["pages"]} >= {
        ("", "claims/two-signed/", "own"),
        ("home", "", "called"),
    }
    assert found["addresses"]["claims/two-signed/"] == {
        "ar": "https://example.org/claims/two-signed/",
        "en": "https://example.org/en/claims/two-signed/",
    }


def test_a_statement_is_told_with_what_counts_it(rich: Project) -> None:
    found = shown(rich, "chile-signed")
    assert found["texts"]["sentence"] == {"ar": "توقيع تشيلي: المعاهدة", "en": "Chile signed The Treaty."}
    assert found["fields"] == {
        "subject": "chile (تشيلي · Chile)",
        "role": "signed",
        "object": "the-treaty (المعاهدة · The Treaty)",
        "topic": "home",
    }
    assert {(one["id"], one["field"]) for one in found["counted"]} == {
        ("two-signed", "values.n"),
        ("who-signed", "matrix.columns.0.cells.0"),
        ("who-signed", "matrix.columns.0.cells.1"),
        ("where-signed", "map.classes.0.all.0"),
    }
    assert uses(found) == {("how-related", "diagram.edges.1.says")}
    assert {(one["id"], one["field"]) for one in shown(rich, "argentina-signed")["counted"]} == {
        ("two-signed", "values.n"),
        ("who-signed", "matrix.columns.0.cells.1"),
        ("where-signed", "map.classes.0.all.0"),
    }


def test_an_entity_is_told_with_all_that_names_it(rich: Project) -> None:
    found = shown(rich, "chile")
    assert uses(found) == {
        ("chile-signed", "subject"),
        ("the-signing", "participants.1"),
        ("says-chile", "attribution"),
        ("says-chile", "text.ar"),
        ("says-chile", "text.en"),
        ("who-signed", "matrix.columns.0.cells.0.statements.subject.0"),
        ("how-related", "diagram.rows.0.1"),
        ("how-related", "diagram.edges.1.from"),
    }
    assert [use["place"]["path"] for use in found["uses"]] == sorted(use["place"]["path"] for use in found["uses"])


def test_a_source_is_told_with_those_that_cite_or_repeat_it(rich: Project) -> None:
    found = shown(rich, "first-source")
    assert ("two-signed", "citations.0.source") in uses(found)
    assert {("third-source", "origin"), ("third-source", "via")} <= uses(found)
    assert ("home", "through") in {(page["page"], page["how"]) for page in found["pages"]}


def test_every_record_of_every_kind_can_be_shown(rich: Project) -> None:
    opened = open_project(rich.root)
    assert opened.problems == 0
    for kind in ONE:
        for record_id in opened.store.of_kind(kind):
            assert find(opened.store, record_id) == (kind, record_id)
            known = know(opened, kind, record_id)
            assert str(known.place).startswith(f"data/{kind}/")
            assert not any(
                "cannot be shown" in words for text in known.texts.values() for words in text.values()
            ) or kind in ("interface", "roles", "pictures")


def test_a_former_id_leads_to_the_record(rich: Project) -> None:
    rich.write("data/aliases.yml", "very-old: old-name\nold-name: two-signed\n")
    done = dalil(rich.root, "show", "very-old")
    assert done.stdout.startswith(
        "“very-old” is a former id of “two-signed”.\n\ntwo-signed: claim, data/claims/all.yml:1:1\nformerly very-old, old-name\n"
    )


def test_it_reads_well(rich: Project) -> None:
    done = dalil(rich.root, "show", "two-signed")
    for words in (
        "\nTexts\n  text\n    ar: وقّعت المعاهدةَ دولتان في 3 فبراير/شباط 2026.\n",
        "\nStatus: confirmed (rule: independent)\n",
        "  2. second-source (الصحيفة الثانية): paragraph 2, supports  data/claims/all.yml:11:7\n",
        "\nA version of the dispute\n  how-many\n",
        "  event the-signing, claims.0  data/events/all.yml:6:12\n",
        "\nOn a page, its own page\n  ar: https://example.org/claims/two-signed/\n  en: https://example.org/en/claims/two-signed/\n",
    ):
        assert words in done.stdout, done.stdout
    assert done.stderr == ""
    assert dalil(rich.root, "show", "an-area").stdout.endswith("\nOn no page.\n")


DAY = Date.parse("2026-06-30")


def looked(project: Project, status: LinkStatus, **more: str) -> None:
    lookup = Lookup.model_validate(
        {"id": "first-source", "url": "https://example.org/first", "status": status, "looked": DAY, "since": DAY, "why": "door", "details": {"address": "https://example.org/login"}, **more}
    )  # fmt: skip
    write_register(project.root, [lookup])


def test_a_source_is_told_with_its_last_look(rich: Project) -> None:
    assert shown(rich, "first-source")["looked"] is None
    assert "Last look-up" not in dalil(rich.root, "show", "first-source").stdout
    looked(rich, "gone")
    assert (
        "\nLast look-up\n  2026-06-30: gone, since 2026-06-30: it leads to a door, such as one to log in at, https://example.org/login\n  no archive copy is known\n"
        in dalil(rich.root, "show", "first-source").stdout
    )
    looked(rich, "found", archive="https://web.archive.org/web/2026/https://example.org/first")
    assert shown(rich, "first-source")["looked"] == {
        "status": "found",
        "on": "2026-06-30",
        "since": "2026-06-30",
        "why": "door",
        "details": {"address": "https://example.org/login"},
        "archive": "https://web.archive.org/web/2026/https://example.org/first",
    }
    said = dalil(rich.root, "show", "first-source").stdout
    assert "\n  archive copy: https://web.archive.org/web/2026/https://example.org/first\n" in said
    assert shown(rich, "two-signed")["looked"] is None


def test_a_record_is_told_with_its_freshness(rich: Project) -> None:
    assert shown(rich, "two-signed")["freshness"] == {
        "verified": "2026-03-02",
        "due": None,
        "rule": "past",
        "period": "never",
    }
    said = dalil(rich.root, "show", "two-signed").stdout
    assert "\nFreshness\n  last verified on 2026-03-02\n  never to be verified again (past)\n" in said
    said = dalil(rich.root, "show", "first-source").stdout
    assert "\n  to be verified again by 2027-03-02 (news: 1 year)\n" in said
    rich.replace(
        "data/claims/all.yml", "  topic: home\n", "  topic: home\n  verified: 2026-05-01\n  verify_by: 2026-08\n"
    )
    said = dalil(rich.root, "show", "two-signed").stdout
    assert "\n  last verified on 2026-05-01\n  to be verified again by 2026-08-31, as the record asks\n" in said
    assert shown(rich, "chile")["freshness"] is None
    assert "Freshness" not in dalil(rich.root, "show", "chile").stdout


def test_translations_are_told_with_their_state(rich: Project) -> None:
    assert shown(rich, "two-signed")["translations"] == {}
    translate(rich)
    states = stand(open_store(rich.root), catalogue_of(rich)).states
    notes = {"done": "", "stale": " (stale: ", "missing": " (missing: ", "proposed": " (proposed: "}
    seen = set()
    for kind, record_id in (
        ("sources", "first-source"),
        ("pages", "home"),
        ("claims", "two-signed"),
        ("terms", "accession"),
    ):
        found = shown(rich, record_id)["translations"]
        said = dalil(rich.root, "show", record_id).stdout
        assert found
        for field, by_locale in found.items():
            assert by_locale == {"es": states[f"{kind}/{record_id}/{field.replace('.', '/')}"]}
            seen.add(by_locale["es"])
        for state, note in notes.items():
            assert said.count(note) == [one["es"] for one in found.values()].count(state) or state == "done"
    assert seen == set(notes)


def test_an_unknown_id_is_said_with_the_nearest(rich: Project) -> None:
    done = dalil(rich.root, "show", "two-sined")
    assert done.returncode == 1
    assert "error[show-unknown]: no record has the id “two-sined”" in done.stdout
    assert "Did you mean “two-signed”?" in done.stdout


def test_a_store_with_faults_is_shown_as_far_as_it_goes(rich: Project) -> None:
    rich.replace("data/sources/all.yml", "type: news", "type: new")
    rich.replace("data/claims/all.yml", "on {day}.", "on {daye}.")
    done = dalil(rich.root, "show", "two-signed")
    assert done.returncode == 0
    assert "first-source: “two countries have signed”" in done.stdout
    assert "`dalil check` finds" in done.stderr
    done = dalil(rich.root, "show", "first-source")
    assert done.returncode == 1
    assert "data/sources/all.yml:1:1: error[show-broken]" in done.stdout


@pytest.mark.parametrize("word", ["two-signed", "chile", "home", "signed", "claim.permalink"])
def test_json_is_json_for_every_sort_of_id(rich: Project, word: str) -> None:
    assert shown(rich, word)["id"] == word


def test_what_programs_read_commands_no_terminal_either(project: Project) -> None:
    key = r'"\x9b2J\u202e\u2028\U000e0041"'
    project.replace("data/claims/all.yml", "    day: {date", f"    {key}: {{integer: 5}}\n    day: {{date")
    done = dalil(project.root, "show", "two-signed", "--json")
    assert done.returncode == 0, done.stderr
    assert not {"\x9b", "\u202e", "\u2028", "\U000e0041"} & set(done.stdout)
    assert "دولتان" in done.stdout
    assert "\x9b2J\u202e\u2028\U000e0041" in json.loads(done.stdout)["values"]


def test_it_finds_no_problem_where_the_check_finds_none() -> None:
    """Its pages are made of the same things, such as how far translations are."""
    assert open_project(ROOT).problems == 0
