"""`dalil retract`: a record says that it is withdrawn, its figures stay what they were, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import dalil
from dalil.checks.opening import open_store
from dalil.editing.forms import KINDS, fields_of
from dalil.editing.retracting import FIELD, prepare_retraction
from dalil.editing.retracting import KINDS as RETRACTABLE
from dalil.problems import ProblemsFound
from dalil.store.derive import resolve
from dalil.wording import say
from support import Project
from terminal import answered
from withdrawing import publish

CLAIMS, STATEMENTS, SOURCES, EVENTS = (f"data/{kind}/all.yml" for kind in ("claims", "statements", "sources", "events"))
OLD, PERU = "data/claims/old.yml", "data/statements/peru.yml"
WHY = ["--why", "ar=كان خطأ.", "--why", "en=It was wrong."]
NOTE = ["--note", "ar=كان خطأ.", "--note", "en=It was wrong.", "--notice", "https://example.org/notice"]


def tree(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.fixture
def published(project: Project) -> Project:
    """Records that readers know, of which pages and events have let go."""
    publish(project)
    project.replace("docs/index.md", '{{ claims("three-signed") }}\n', "")
    return project


def test_a_claim_is_withdrawn_and_nothing_else_is_touched(published: Project) -> None:
    before, text = tree(published.root), published.read(OLD)
    done = dalil(published.root, "retract", "three-signed", "--date", "2026-06-01", *WHY, "--replaced-by", "two-signed")
    assert done.returncode == 0, done.stderr
    assert published.read(OLD) == text + (
        "  retracted:\n    date: 2026-06-01\n    why:\n      ar: كان خطأ.\n      en: It was wrong.\n    replaced_by: two-signed\n"
    )
    after = tree(published.root)
    assert {name for name in after if after[name] != before.get(name)} == {str(published.root / OLD)}
    assert [say(problem) for problem in published.problems()] == []
    assert "Withdrew the claim “three-signed” (data/claims/old.yml:1:1)" in done.stdout


def test_what_shows_it_can_be_said(published: Project) -> None:
    citation = "{source: second-source, locator: {page: '3'}}"
    done = dalil(published.root, "retract", "three-signed", "--date", "2026-06-01", *WHY, "--citation", citation)
    assert done.returncode == 0, done.stderr
    (found,) = published.check().store.claims["three-signed"].retracted.citations  # type: ignore[union-attr]
    assert (found.source, found.locator.page) == ("second-source", "3")  # type: ignore[union-attr]


def test_its_derived_figures_stay_what_they_are(published: Project) -> None:
    """Whatever form they have in the file; a later change of the records moves nothing that was withdrawn."""
    text = published.read(OLD).replace(
        "    n: {integer: 3}\n",
        "    n:\n      count:\n        statements: {role: signed}   # all\n    day: {date_of: the-signing}\n",
    )
    published.write(OLD, text.replace("دولة}}.", "دولة}} في {day}.").replace('treaty)."', 'treaty) on {day}."'))
    published.replace("docs/index.md", '{{ claims("two-signed") }}', '{{ claims("two-signed", "three-signed") }}')
    checked = published.check()
    was = checked.renderer.shared["en"].plain_sentence(checked.store.claims["three-signed"])
    published.replace("docs/index.md", ', "three-signed"', "")
    done = dalil(published.root, "retract", "three-signed", "--date", "2026-06-01", *WHY)
    assert done.returncode == 0, done.stderr
    assert "What it works out from other records stands now as it was: n, day." in done.stdout
    dalil(published.root, "retract", "second-signing", "--date", "2026-06-01", *WHY)
    assert dalil(published.root, "retract", "peru-signed", "--date", "2026-06-01", *WHY).returncode == 0
    checked = published.check()
    assert checked.renderer.shared["en"].plain_sentence(checked.store.claims["three-signed"]) == was
    assert resolve(checked.store.claims["two-signed"].values["n"], checked.store) == 2
    assert "3 countries signed the treaty on 3 February 2026" in was


def test_every_place_that_leans_on_it_is_told_and_nothing_is_written(published: Project) -> None:
    before = tree(published.root)
    done = dalil(published.root, "retract", "two-signed", "--date", "2026-06-01", *WHY)
    assert done.returncode == 1
    places = [line.split(" ")[0] for line in done.stdout.splitlines() if "retracted-used" in line]
    assert places == ["data/events/all.yml:6:12:", "data/events/peru.yml:6:12:", "docs/index.md:8:12:"]
    assert tree(published.root) == before


def test_the_day_of_the_last_change_moves_with_it(published: Project) -> None:
    done = dalil(published.root, "retract", "three-signed", "--date", "2026-07-01", *WHY)
    assert "The day of the last change in data/site.yml is now 2026-07-01." in done.stdout
    assert "updated: 2026-07-01\n" in published.read("data/site.yml")


def test_a_day_to_come_is_refused(published: Project) -> None:
    done = dalil(published.root, "retract", "three-signed", "--date", "2999-07-01", *WHY)
    assert "date-in-future" in done.stdout
    assert FIELD not in published.read(OLD)


def test_a_source_is_noted_with_the_notice(published: Project) -> None:
    text = published.read(SOURCES)
    done = dalil(published.root, "retract", "second-source", "--date", "2026-06-01", "--accessed", "2026-06-02", *NOTE)
    assert done.returncode == 0, done.stderr
    assert published.read(SOURCES) == text + (
        "  retracted:\n    date: 2026-06-01\n    notice: https://example.org/notice\n    accessed: 2026-06-02\n"
        "    note:\n      ar: كان خطأ.\n      en: It was wrong.\n"
    )
    assert {problem.code for problem in published.problems()} == {"claim-unused"}


def test_claims_that_rest_on_a_source_alone_are_withdrawn_before_it(published: Project) -> None:
    done = dalil(published.root, "retract", "first-source", "--date", "2026-06-01", *NOTE)
    assert done.returncode == 1
    assert done.stdout.count("error[sources-retracted]") == 4
    assert "dalil retract peru-signed" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["two-singed"], "error[retract-unknown]: no record has the id “two-singed”\n  hint: Did you mean “two-signed”?"),
        (["chile"], "data/entities/all.yml:10:1: error[retract-kind]: an entity such as “chile” cannot be withdrawn"),
        (["three-signed"], "error[retract-missing]: the withdrawal lacks “why”\n  hint: Add --why, or run"),
        (["first-source"], "error[retract-missing]: the withdrawal lacks “note”\n  hint: Add --note"),
        (["three-signed", *NOTE], "has no place in the withdrawal of such a record"),
        (["three-signed", "--why", "It was wrong."], "write a language code, = and a text"),
        (["three-signed", "--why", "en=It was wrong."], "error[language-missing]"),
        (["three-signed", *WHY, "--date", "yesterday"], "error[bad-date]"),
        (["three-signed", *WHY, "--citation", "{source: first-source"], "--citation"),
    ],
    ids=["unknown", "kind", "why", "note", "notice", "form", "one language", "date", "yaml"],
)  # fmt: skip
def test_what_cannot_be_withdrawn_is_told_in_words(published: Project, arguments: list[str], said: str) -> None:
    before = tree(published.root)
    done = dalil(published.root, "retract", *arguments)
    assert done.returncode != 0
    assert said in done.stdout + done.stderr
    assert tree(published.root) == before


def test_nothing_is_withdrawn_twice(published: Project) -> None:
    assert dalil(published.root, "retract", "three-signed", "--date", "2026-06-01", *WHY).returncode == 0
    done = dalil(published.root, "retract", "three-signed", *WHY)
    assert (
        "data/claims/old.yml:15:3: error[retract-twice]: the claim “three-signed” was withdrawn on 2026-06-01"
        in done.stdout
    )


def test_it_speaks_arabic(published: Project) -> None:
    done = dalil(published.root, "--lang", "ar", "retract", "three-signed", "--date", "2026-06-01", *WHY)
    assert "سُحب السجل" in done.stdout
    done = dalil(published.root, "--lang", "ar", "retract", "three-signed", *WHY)
    assert "من قبل" in done.stdout


def test_on_a_terminal_it_asks(published: Project) -> None:
    code, said = answered(
        published.root,
        ["retract", "three-signed"],
        [
            ("  date [", "2026-06-01"),
            ("  in Arabic (ar): ", "كان خطأ."),
            ("  in English (en): ", "It was wrong."),
            ("  replaced_by: ", "two-singed"),
            ("Did you mean “two-signed”?", "two-signed"),
            ("  source (Enter when done): ", ""),
            ("Write it to data/claims/old.yml? [Y/n]: ", "y"),
        ],
    )
    assert code == 0, said
    retracted = published.check().store.claims["three-signed"].retracted
    assert retracted is not None
    assert (retracted.replaced_by, retracted.why["en"]) == ("two-signed", "It was wrong.")


def test_on_a_terminal_a_fault_can_be_mended(published: Project) -> None:
    code, said = answered(
        published.root,
        ["retract", "three-signed", *WHY, "--date", "2026-02-30"],
        [
            (
                "Which field should be answered again? (date, why, replaced_by, citations; Enter gives up): ",
                "date",
            ),
            ("  date [", "2026-06-01"),
            ("Write it to data/claims/old.yml? [Y/n]: ", "y"),
        ],
    )
    assert code == 0, said
    assert "error[bad-date]" in said


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_record_in_the_middle_of_a_file_and_other_line_ends(published: Project, ends: str) -> None:
    """Comments, blank lines and the records around it stay as they are, to the byte."""
    text = f"# Before.\n{published.read(PERU)}\n# After.\n" + published.read(PERU).replace(
        "peru-signed:", "peru-came:"
    ).replace("the-treaty", "argentina")
    published.write(PERU, text.replace("\n", ends))
    store = open_store(published.root)
    made = prepare_retraction(
        store,
        published.root,
        "statements",
        "peru-signed",
        {"date": "2026-06-01", "why": {"ar": "خطأ.", "en": "Wrong."}},
    )
    made.changes.write()
    after = (published.root / PERU).read_bytes().decode()
    added = ends.join(["  retracted:", "    date: 2026-06-01", "    why:", "      ar: خطأ.", "      en: Wrong.", ""])
    assert after == text.replace("\n", ends).replace(
        f"Peru signed}}}}]{ends}{ends}# After", f"Peru signed}}}}]{ends}{added}{ends}# After", 1
    )


def test_a_file_that_is_written_in_braces_is_left_to_the_editor(published: Project) -> None:
    published.write(
        "data/events/peru.yml",
        "{second-signing: {name: {ar: توقيع, en: A signing}, date: 2026-02-20, topic: home, claims: [two-signed]}}\n",
    )
    with pytest.raises(ProblemsFound) as raised:
        prepare_retraction(
            open_store(published.root), published.root, "events", "second-signing", {"date": "2026-06-01"}
        )
    assert [problem.code for problem in raised.value.problems] == ["retract-layout"]


def test_a_new_record_is_not_asked_whether_it_is_withdrawn() -> None:
    for kind in KINDS.values():
        assert (FIELD in {field.name for field in fields_of(kind)}) == (kind == "sources")
    assert set(RETRACTABLE) <= set(KINDS.values())
