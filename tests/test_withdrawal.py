"""What was taken back: nothing that is said today leans on it, nothing counts it, and nothing of it is lost."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from dalil.checks.withdrawals import figures_of
from dalil.desk.due import due
from dalil.desk.stats import count
from dalil.model.values import DERIVED_KINDS, Value
from dalil.problems import Problem
from dalil.render.revisions import change_views
from dalil.site.finding import entries
from dalil.store.derive import resolve, typed
from dalil.store.freshness import Verifications
from dalil.store.status import judge
from dalil.wording import LANGUAGES, hint_of, message_of, say
from support import CLAIMS, SOURCES, Project, foreign_words
from withdrawing import (
    CORRECTED,
    EVENT,
    PERU,
    PERU_RETRACTED,
    RETRACTED,
    TAKEN_BACK,
    WITHDRAWN,
    notice,
    publish,
    withdraw,
)

FILE, ALL, TERM = "data/claims/old.yml", "data/claims/all.yml", "data/terms/all.yml"


def of(project: Project, code: str) -> list[Problem]:
    return [problem for problem in project.problems() if problem.code == code]


@pytest.fixture
def withdrawn(project: Project) -> Project:
    return withdraw(project)


# Nothing counts it


def test_a_withdrawal_is_sound(withdrawn: Project) -> None:
    assert [say(problem) for problem in withdrawn.problems()] == []


def test_counts_lists_sums_and_tables_leave_a_withdrawn_statement_out(withdrawn: Project) -> None:
    store = withdrawn.check().store
    assert resolve(store.claims["two-signed"].values["n"], store) == 2
    listed = Value.model_validate({"list": {"statements": {"role": "signed"}}})
    assert resolve(listed, store).ids == ("argentina", "chile")  # type: ignore[union-attr]
    withdrawn.write("data/statements/peru.yml", PERU)
    store = withdrawn.check().store
    assert resolve(store.claims["two-signed"].values["n"], store) == 3


def test_statistics_count_what_stands_and_what_is_withdrawn(withdrawn: Project) -> None:
    figures = count(withdrawn.check())
    assert (figures["claims"], figures["statements"], figures["events"], figures["withdrawn"]) == (1, 2, 1, 3)
    assert figures["status"]["retracted"] == 2


def test_search_offers_nothing_that_is_withdrawn(withdrawn: Project) -> None:
    for shared in withdrawn.check().renderer.shared.values():
        found = {entry.id for entry in entries(shared, ["ar", "en"])}
        assert not found & {"claims/three-signed", "statements/peru-signed", "events/second-signing"}
        assert {"claims/two-signed", "statements/chile-signed", "events/the-signing"} <= found


def test_a_source_that_was_corrected_is_found_as_such(withdrawn: Project) -> None:
    shared = withdrawn.check().renderer.shared["en"]
    details = {entry.id: entry.detail for entry in entries(shared, ["en"])}
    assert details["sources/second-source"] == "The Second Paper · 1 March 2026 · corrected by its publisher"
    assert details["sources/first-source"] == "The First Paper · 1 March 2026"


def test_its_status_is_retracted_whatever_its_citations_say(withdrawn: Project) -> None:
    store = withdrawn.check().store
    for _, record in store.withdrawn():
        if record.id != "second-signing":
            assert judge(store.assertion(record.id), store).status == "retracted"


def test_it_is_never_due(withdrawn: Project) -> None:
    checked = withdrawn.check()
    found = Verifications(checked.store).of(checked.store.claims["three-signed"])
    assert (found.by, found.rule) == (None, "retracted")
    assert "three-signed" not in {one.id for one in due(checked, "en")}


def test_a_withdrawal_is_a_change_of_its_own_day_whose_words_are_the_records(withdrawn: Project) -> None:
    for shared in withdrawn.check().renderer.shared.values():
        changes = change_views(shared, lambda kind, one: f"{kind}/{one}/")
        told = [(change.claim.id, change.revision.kind, str(change.revision.date)) for change in changes]
        assert told == [
            ("second-signing", "retraction", "2026-06-02"),
            ("three-signed", "retraction", "2026-06-01"),
            ("peru-signed", "retraction", "2026-06-01"),
            ("three-signed", "clarification", "2026-04-01"),
        ]
        # Wherever the sentence stands beside a change, it is struck out and called withdrawn first.
        assert all("<s>" in change.claim.html for change in changes)
        word = shared.texts.interface("retracted.word")
        assert all(change.claim.html.striptags().startswith(word) for change in changes)


# Nothing leans on it


def test_a_page_that_places_it_is_told_so_at_the_call(withdrawn: Project) -> None:
    withdrawn.replace("docs/index.md", '{{ claims("two-signed") }}', '{{ claims("two-signed", "three-signed") }}')
    (problem,) = of(withdrawn, "retracted-used")
    line = withdrawn.read("docs/index.md").split("\n").index('{{ claims("two-signed", "three-signed") }}') + 1
    assert str(problem.place) == f"docs/index.md:{line}:26"
    assert message_of(problem) == "the claim “three-signed” was withdrawn on 2026-06-01"
    assert hint_of(problem) == "Name “two-signed”, which took its place."


def test_one_that_nothing_replaces_is_to_be_taken_out(withdrawn: Project) -> None:
    withdrawn.replace(FILE, "    replaced_by: two-signed\n", "")
    withdrawn.replace("docs/index.md", '{{ claims("two-signed") }}', '{{ claim_list("three-signed") }}')
    (problem,) = of(withdrawn, "retracted-used")
    assert hint_of(problem) == "Take it out here: what is withdrawn is shown on its own page only."


DISPUTE = """\
how-many:
  topic: home
  question: {ar: كم؟, en: How many?}
  versions:
    - label: {ar: اثنتان, en: Two}
      claims: [two-signed]
    - label: {ar: ثلاث, en: Three}
      claims: [three-signed]
  conclusion: {ar: اثنتان., en: Two.}
  reason: {ar: "تقول [المعلومة](claim:three-signed) ذلك.", en: "So says [a claim](claim:three-signed)."}
"""
LEANING: dict[str, tuple[str, str, str, list[str]]] = {
    "version of a dispute": ("data/disputes/all.yml", "", DISPUTE, ["8:16", "10:22", "10:73"]),
    "claim of an event": ("data/events/all.yml", "[two-signed]", "[two-signed, three-signed]", ["6:24"]),
    "lead of an entity": ("data/entities/all.yml", "  kind: document\n", "  kind: document\n  lead: three-signed\n", ["13:9"]),
    "claim of a term": (TERM, "", "t:\n  name: {ar: كلمة, en: Word}\n  meaning: {ar: كلمة., en: A word.}\n  claims: [three-signed]\n", ["4:12"]),
    "figure of a page": ("data/pages/all.yml", "  sections:", "  figures:\n    n: {claim: three-signed, value: n, label: {ar: دول, en: countries}}\n  sections:", ["5:16"]),
    "claim that supersedes": (ALL, "  topic: home\n", "  topic: home\n  superseded_by: three-signed\n", ["3:18"]),
    "bar of a claim": ("data/pictures/all.yml", "", "p:\n  topic: home\n  title: {ar: رسم, en: Picture}\n  bars:\n    - {claim: three-signed, value: n, label: {ar: دول, en: countries}}\n", ["5:15"]),
    "date of an event": (ALL, "{date: 2026-02-03}", "{date_of: second-signing}", ["8:20"]),
    "statement at an event": ("data/statements/all.yml", "  object: the-treaty\n", "  object: the-treaty\n  at: second-signing\n", ["5:7"]),
    "condition of a count": (ALL, "{role: signed}", "{role: signed, not: {at: second-signing}}", ["7:54"]),
    "link of a text": (ALL, "[the treaty](entity:the-treaty)", "[the treaty](event:second-signing)", ["5:66"]),
}  # fmt: skip


@pytest.mark.parametrize("name", LEANING)
def test_whatever_leans_on_it_is_told_so_where_it_does(withdrawn: Project, name: str) -> None:
    file, old, new, places = LEANING[name]
    if old:
        withdrawn.replace(file, old, new)
    else:
        withdrawn.write(file, new)
    found = of(withdrawn, "retracted-used")
    assert [f"{one.place.line}:{one.place.column}" for one in found if one.place.path == file] == places, found
    for problem in found:
        for language in LANGUAGES:
            assert message_of(problem, language)
            assert hint_of(problem, language)
        assert foreign_words(message_of(problem, "ar")) == []


def test_history_may_name_it(withdrawn: Project) -> None:
    """A revision that links it was true when it was written, and a withdrawn record keeps what it says."""
    link = '{ar: "[قول](claim:three-signed).", en: "[A claim](claim:three-signed)."}'
    change = f"  revisions: [{{date: 2026-04-01, kind: update, what: {link}, why: {link}}}]\n"
    withdrawn.write(ALL, CLAIMS + change)
    withdrawn.replace("data/events/peru.yml", "claims: [two-signed]", "claims: [three-signed]")
    assert [say(problem) for problem in withdrawn.problems()] == []


def test_what_takes_its_place_must_stand(withdrawn: Project) -> None:
    withdrawn.replace(FILE, "replaced_by: two-signed", "replaced_by: peru-signed")
    (problem,) = of(withdrawn, "retracted-used")
    assert str(problem.place) == f"{FILE}:18:18"
    withdrawn.replace(FILE, "replaced_by: peru-signed", "replaced_by: tow-signed")
    (problem,) = of(withdrawn, "unknown-reference")
    assert hint_of(problem) == "Did you mean “two-signed”?"


@pytest.mark.parametrize(
    ("derived", "expected"),
    [
        ("{count: {statements: {role: signed}}}", "{integer: 2}"),
        ("{date_of: the-signing}", "{date: 2026-02-03}"),
        ("{list: {statements: {role: signed}}}", "{entities: [argentina, chile]}"),
        ("{date_of: the-signing, show: day-month}", "{date: 2026-02-03, show: day-month}"),
        ("{count: {statements: {role: signed, subject: peru}}}", ""),
    ],
)
def test_the_figures_of_a_withdrawn_claim_must_stay(project: Project, derived: str, expected: str) -> None:
    withdraw(project)
    text = project.read(FILE).replace(
        "few {# دول} many {# دولة} other {# دولة}}", "few {دول} many {دولة} other {دولة}} {m}"
    )
    project.write(FILE, text.replace('treaty)."', 'treaty) {m}."').replace("    n:", f"    m: {derived}\n    n:"))
    found = project.problems()
    assert [problem.code for problem in found] == ["retracted-derived"], [say(one) for one in found]
    assert (expected or "{integer: 17}") in hint_of(found[0])
    project.write(FILE, project.read(FILE).replace(derived, expected or "{integer: 0}"))
    assert project.problems() == []


def test_every_derived_value_can_be_written_down(project: Project) -> None:
    project.replace(
        "data/statements/all.yml",
        "  topic: home",
        "  value: {money: {amount: 1.5, scale: billion, currency: USD}}\n  topic: home",
    )
    project.write("data/statements/all.yml", project.read("data/statements/all.yml").replace("  topic: home\n  citations: [{source: first-source, locator: {words: Chile", "  value: {money: {amount: 700, scale: million, currency: USD}}\n  topic: home\n  citations: [{source: first-source, locator: {words: Chile"))  # fmt: skip
    store = project.check().store
    both = {"statements": {"role": "signed"}}
    one = {"statements": {"role": "signed", "subject": "chile"}}
    for given in (
        {"count": both},
        {"list": both},
        {"sum": both},
        {"date_of": "the-signing"},
        {"share": {"part": one, "whole": both}},
    ):
        value = Value.model_validate(given)
        again = Value.model_validate(typed(value, store))
        assert value.kind in DERIVED_KINDS
        assert again.kind not in DERIVED_KINDS
        was, now = resolve(value, store), resolve(again, store)
        assert getattr(was, "units", getattr(was, "number", was)) == getattr(now, "units", getattr(now, "number", now))


def test_its_dates_are_looked_at(withdrawn: Project) -> None:
    withdrawn.replace(FILE, "date: 2026-06-01", "date: 2026-07-01")
    withdrawn.replace("data/sources/all.yml", "    accessed: 2026-05-02", "    accessed: 2026-04-30")
    assert [(one.code, one.place.path) for one in withdrawn.problems()] == [
        ("date-in-future", FILE),
        ("accessed-before-published", "data/sources/all.yml"),
    ]


def test_a_statement_can_be_derived_from(project: Project) -> None:
    publish(project)
    store = project.check().store
    assert list(figures_of(store.statements["peru-signed"])) == []
    assert [path for path, _ in figures_of(store.claims["three-signed"])] == [("values", "n")]


def test_a_word_alone_withdraws_nothing(project: Project) -> None:
    project.replace(ALL, "  citations:", "  status: retracted\n  status_reason: {ar: خطأ., en: Wrong.}\n  citations:")
    assert [problem.code for problem in project.problems()] == ["bad-value"]


# Sources


def taken_back(project: Project, lines: str = TAKEN_BACK, which: str = "second") -> Project:
    first, second = SOURCES.split("second-source:\n")
    files = {"first": f"{first}{lines}second-source:\n{second}", "second": SOURCES + lines}
    project.write("data/sources/all.yml", files[which])
    return project


def test_a_source_that_was_taken_back_supports_nothing(project: Project) -> None:
    checked = taken_back(project).check()
    found = judge(checked.store.claims["two-signed"], checked.store)
    assert (found.status, found.rule, found.independent) == ("single-source", "single", 1)


def test_a_source_that_was_taken_back_disputes_nothing(project: Project) -> None:
    project.replace(ALL, "{paragraph: 2}}", "{paragraph: 2}, stance: disputes}")
    assert judge((checked := project.check()).store.claims["two-signed"], checked.store).status == "disputed"
    checked = taken_back(project).check()
    assert judge(checked.store.claims["two-signed"], checked.store).status == "single-source"


def test_a_primary_document_that_was_taken_back_confirms_nothing(project: Project) -> None:
    taken_back(project)
    project.replace("data/sources/all.yml", "second-source:\n  type: news", "second-source:\n  type: primary-document")
    checked = project.check()
    assert judge(checked.store.claims["two-signed"], checked.store).status == "single-source"


def test_a_source_that_was_corrected_counts_as_before(project: Project) -> None:
    checked = taken_back(project, CORRECTED).check()
    assert judge(checked.store.claims["two-signed"], checked.store).status == "confirmed"


def test_a_claim_all_of_whose_sources_were_taken_back_is_to_be_withdrawn(project: Project) -> None:
    taken_back(project, which="first")
    project.replace(
        "data/sources/all.yml",
        "  url: https://example.org/second\n",
        f"  url: https://example.org/second\n{TAKEN_BACK}",
    )
    found = of(project, "sources-retracted")
    assert [str(one.place) for one in found] == [
        f"{ALL}:9:3",
        "data/statements/all.yml:6:3",
        "data/statements/all.yml:12:3",
    ]
    assert message_of(found[0]) == (
        "the publishers took back every source that supports the claim “two-signed”: first-source, second-source"
    )
    assert "dalil retract two-signed" in hint_of(found[0])
    assert foreign_words(message_of(found[0], "ar")) == []
    project.write(ALL, CLAIMS.replace("{count: {statements: {role: signed}}}", "{integer: 2}") + RETRACTED.replace("    replaced_by: two-signed\n", ""))  # fmt: skip
    assert all(one.place.path != ALL for one in of(project, "sources-retracted"))


def test_a_claim_that_only_mentions_what_was_taken_back_is_no_fault(project: Project) -> None:
    taken_back(project, which="first")
    project.write(ALL, CLAIMS.replace("have signed}}", "have signed}, stance: mentions}"))
    assert [one.place.path for one in of(project, "sources-retracted")] == ["data/statements/all.yml"] * 2


def test_a_copy_of_what_was_taken_back_is_to_say_so_too(project: Project) -> None:
    taken_back(project)
    project.replace("data/sources/all.yml", "first-source:\n", "first-source:\n  origin: second-source\n")
    (problem,) = of(project, "origin-retracted")
    assert str(problem.place) == "data/sources/all.yml:2:11"


def test_what_cites_a_corrected_source_is_due_until_somebody_looks(project: Project) -> None:
    taken_back(project, CORRECTED)
    day = datetime.date(2026, 5, 1)
    found = {one.id: one for one in due(project.check(), "en")}
    assert (found["second-source"].by, found["two-signed"].by) == (day, day)
    assert found["chile-signed"].by != day
    assert found["second-source"].why == ("last verified on 2026-03-02; its publisher corrected it on 2026-05-01",)
    assert found["two-signed"].why == (
        "last verified on 2026-03-02; a source that it cites was corrected or taken back on 2026-05-01",
    )
    assert str(found["two-signed"].place) == f"{ALL}:9:3"
    project.write("data/sources/all.yml", project.read("data/sources/all.yml") + "  verified: 2026-05-03\n")
    again = {one.id: one.by for one in due(project.check(), "en")}
    assert again["second-source"] == datetime.date(2027, 5, 3)
    assert again.get("two-signed") != day


def test_what_cites_a_source_that_was_taken_back_is_due_too_but_not_the_source(project: Project) -> None:
    taken_back(project)
    found = {one.id: one.by for one in due(project.check(), "en")}
    assert found["two-signed"] == datetime.date(2026, 5, 1)
    assert "second-source" not in found


def test_a_notice_must_say_when_and_where(project: Project) -> None:
    taken_back(project, "  retracted: {date: 2026-05, notice: example.org, why: x}\n")
    found = {(one.code, one.place.column) for one in project.problems()}
    assert {code for code, _ in found} == {"wrong-type", "bad-address", "unknown-field", "missing-field"}


def test_the_withdrawn_record_keeps_its_sources(withdrawn: Project) -> None:
    """A source that only a withdrawn record cites, or only its withdrawal, is no orphan."""
    withdrawn.write(ALL, CLAIMS.replace("    - {source: second-source, locator: {paragraph: 2}}\n", ""))
    assert of(withdrawn, "orphan-source") == []
    withdrawn.replace(FILE, "    citations: [{source: second-source, locator: {paragraph: 3}}]\n", "")
    assert [one.place.line for one in of(withdrawn, "orphan-source")] == [9]


def test_published_first_then_withdrawn(project: Project, tmp_path: Path) -> None:
    """The records of these tests are sound before their withdrawal, so that nothing else hides behind it."""
    publish(project)
    assert [say(problem) for problem in project.problems()] == []
    assert WITHDRAWN in project.read(FILE)
    assert EVENT in project.read("data/events/peru.yml")
    project.write("data/statements/peru.yml", PERU + PERU_RETRACTED)
    assert [say(problem) for problem in project.problems()] == []
    assert notice("corrected") == CORRECTED
