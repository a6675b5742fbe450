"""What is derived stays true: whatever rests on a value that has moved is named until somebody confirms it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dalil.checks.opening import Need, open_store
from dalil.cli import main
from dalil.model.dates import Date
from dalil.model.locales import Locale
from dalil.model.records import Statement
from dalil.model.values import Value
from dalil.problems import Problem, Problems, ProblemsFound
from dalil.project.some_files import check_files
from dalil.project.whole import check_project, unsettled_of
from dalil.reading.documents import read
from dalil.reading.load import load
from dalil.render.texts import Texts
from dalil.site.build import build
from dalil.store import Store
from dalil.store.drawn import rows_of
from dalil.store.grounds import sentences_of
from dalil.translation.agreed import FILE, Agreement, read_agreements, with_agreements
from dalil.translation.resting import Moved, moved
from dalil.wording import hint_of, message_of
from support import Project

CLAIMS, STATEMENTS, EVENTS = "data/claims/all.yml", "data/statements/all.yml", "data/events/all.yml"
ENTITIES, PAGES, DISPUTES = "data/entities/all.yml", "data/pages/all.yml", "data/disputes/all.yml"
PERU = """\
peru-signed:
  subject: peru
  role: signed
  object: the-treaty
  topic: home
  citations: [{source: first-source, locator: {whole: true}}]
"""
MONEY = "  value: {{money: {{amount: {}, scale: billion, currency: USD}}}}\n"


def sign(project: Project) -> None:
    """A third country signs: an entity and a statement, nothing else."""
    project.write(ENTITIES, project.read(ENTITIES) + "peru: {kind: country, code: PE}\n")
    project.write(STATEMENTS, project.read(STATEMENTS) + PERU)


def review(project: Project, *arguments: str, language: str = "en") -> str:
    done = CliRunner().invoke(
        main, ["--project", str(project.root), "review", *arguments], env={"DALIL_LANG": language}
    )
    assert done.exit_code == 0, done.output
    return done.output


def named(problems: Iterable[Problem]) -> list[str]:
    return [str(problem.details["key"]) for problem in problems if problem.code == "value-moved"]


def told(project: Project) -> list[Problem]:
    """What the check says of a project's sentences and pictures, without making pages."""
    problems = Problems()
    store = open_store(project.root, Need.SOUND)
    unsettled = unsettled_of(store, read_agreements(project.root, problems))[1]
    assert not len(problems)
    return list(unsettled)


def due(project: Project) -> list[str]:
    return named(told(project))


@pytest.fixture
def agreed(rich: Project) -> Project:
    """A project with a record of every kind, all of which somebody agreed to."""
    rich.write(
        PAGES, rich.read(PAGES) + "  figures:\n    n: {claim: two-signed, value: n, label: {ar: دول, en: countries}}\n"
    )
    rich.replace("docs/index.md", "{{ references() }}", "{{ figures() }}\n\n{{ references() }}")
    review(rich, "--all")
    assert told(rich) == []
    return rich


# What is named


def test_a_new_signatory_names_every_sentence_until_it_is_confirmed(agreed: Project) -> None:
    sign(agreed)
    agreed.replace("data/outlines/all.yml", "shapes: {", "shapes: {PE: 'M5,5l2,0 0,2z', ")
    problems = agreed.problems()
    assert named(problems) == [
        "claims/two-signed/text",
        "disputes/how-many/conclusion",
        "disputes/how-many/reason",
        "pages/home/figures/n/label",
        "pictures/who-signed/title",
        "pictures/where-signed/title",
    ]
    first = problems[0]
    assert str(first.place) == f"{CLAIMS}:3:3"
    assert message_of(first, "en") == (
        "what these words rest on has moved since somebody agreed to them: “n” was 2 and is 3"
    )
    assert hint_of(first, "en") == (
        "Read them. If they are still right, say so: dalil review claims/two-signed/text; if not, change them first."
    )
    assert "كانت قيمة «\u2068n\u2069» \u20682\u2069 وصارت \u20683\u2069" in message_of(first, "ar")
    assert "“rows” has gained peru" in message_of(problems[4], "en")
    listed = review(agreed)
    assert "claims/two-signed/text (rests on what has moved)\n    ar: وقّعت" in listed
    assert "    “n” was 2 and is 3\n" in listed
    assert "دخل في «\u2068rows\u2069»: \u2068peru\u2069" in review(agreed, language="ar")
    review(agreed, "claims/two-signed")
    assert len(due(agreed)) == 5
    before = agreed.read(FILE)
    review(agreed, "disputes", "pages", "pictures")
    assert agreed.problems() == []
    changed = set(agreed.read(FILE).splitlines()) - set(before.splitlines())
    assert len(changed) == 5
    assert any("rows: [argentina, chile, peru]" in line for line in changed)


def test_what_is_taken_back_or_moves_nothing_is_not_due(agreed: Project) -> None:
    before = agreed.read(STATEMENTS)
    sign(agreed)
    assert due(agreed)
    agreed.write(STATEMENTS, before)
    assert due(agreed) == []
    agreed.write(STATEMENTS, before.replace("chile-signed:", "chile-too:").replace("Chile signed", "Chile did"))
    agreed.replace("data/pictures/all.yml", "says: chile-signed", "says: chile-too")
    assert due(agreed) == []


def test_a_sentence_of_which_nobody_was_asked_is_listed_and_no_error(project: Project) -> None:
    listed = review(project)
    assert "claims/two-signed/text (never compared)" in listed
    assert "claims/two-signed/text (rests on values that nobody has confirmed)" in listed
    assert "    “n” is 2\n" in listed
    assert "قيمة «\u2068n\u2069» هي \u20682\u2069" in review(project, language="ar")
    sign(project)
    assert project.problems() == []
    assert told(project) == []
    assert "    “n” is 3\n" in review(project)


def test_only_the_languages_are_behind_when_a_text_changes(agreed: Project) -> None:
    agreed.replace(CLAIMS, "signed [the treaty]", "joined [the treaty]")
    assert due(agreed) == []
    assert "claims/two-signed/text (changed in en)" in review(agreed)
    assert "moved" not in review(agreed)


def test_a_date_a_sum_and_a_value_of_values(agreed: Project) -> None:
    text = agreed.read(STATEMENTS).replace("  topic", MONEY.format(3) + "  topic", 1)
    agreed.write(STATEMENTS, text)
    gdp = "all-together:\n  subject: the-treaty\n  role: signed\n  object: chile\n  value: {sum: {statements: {subject: argentina}}}\n"
    agreed.write(
        STATEMENTS, text + gdp + "  topic: home\n  citations: [{source: first-source, locator: {whole: true}}]\n"
    )
    claim = (
        "derived:\n  topic: home\n  text: {ar: 'في {day}: {total}.', en: 'On {day}: {total}.'}\n"
        "  values:\n    day: {date_of: the-signing}\n    total: {sum: {statements: {subject: the-treaty}}}\n"
        "  citations: [{source: first-source, locator: {whole: true}}]\n"
    )
    agreed.write("data/claims/derived.yml", claim)
    agreed.replace("docs/index.md", '"says-chile",', '"says-chile", "derived",')
    review(agreed, "--all")
    assert "claims/derived/text: {ar: x" in agreed.read(FILE)
    assert "rests_on: {day: 2026-02-03, total: 3 billion USD}}" in agreed.read(FILE)
    agreed.replace(STATEMENTS, "amount: 3,", "amount: 4.50,")
    edge = "pictures/how-related/diagram/edges/0/sentence"
    assert due(agreed) == ["claims/derived/text", edge, "statements/all-together/value"]
    problem = next(one for one in told(agreed) if one.code == "value-moved")
    assert "“total” was 3 billion USD and is 4.50 billion USD" in message_of(problem)
    review(agreed, "--all")
    agreed.replace(EVENTS, "date: 2026-02-03", "date: 2026-02-04")
    assert due(agreed) == ["claims/derived/text"]


def test_a_conclusion_rests_on_what_its_claims_say(agreed: Project) -> None:
    """Typed values too: whoever changes one in a claim has not read the dispute."""
    agreed.replace(CLAIMS, "day: {date: 2026-02-03}", "day: {date: 2026-02-04}")
    assert due(agreed) == ["disputes/how-many/conclusion", "disputes/how-many/reason"]
    [first, _] = told(agreed)
    assert "“two-signed.day” was 2026-02-03 and is 2026-02-04" in message_of(first)


def test_a_point_of_a_summary_rests_on_what_its_claims_say(agreed: Project) -> None:
    """Each point on its own claims: one that rests on others stays agreed to."""
    points = "".join(
        f"    - {{text: {{ar: كلام., en: Words.}}, claims: [{one}]}}\n" for one in ("two-signed", "says-chile-again")
    )
    record = "chile: {kind: country, code: CL}\n"
    agreed.replace(ENTITIES, record, f"chile:\n  kind: country\n  code: CL\n  summary:\n{points}")
    agreed.replace(
        "data/claims/more.yml", "It says so again.}", "It says so again.}\n  rests_on: {day: {date_of: the-signing}}"
    )
    review(agreed, "--all")
    assert told(agreed) == []
    agreed.replace(CLAIMS, "day: {date: 2026-02-03}", "day: {date: 2026-02-04}")
    assert [key for key in due(agreed) if "summary" in key] == ["entities/chile/summary/0/text"]


def test_an_edge_and_bars(agreed: Project) -> None:
    edge = "says: argentina-signed}"
    bars = "lengths:\n  topic: home\n  title: {ar: طول, en: Lengths}\n  bars:\n    - {claim: two-signed, value: n, label: {ar: عدد, en: Number}}\n"
    agreed.replace("data/pictures/all.yml", edge, "says: two-signed}")
    agreed.write("data/pictures/bars.yml", bars)
    agreed.replace("docs/index.md", '{{ matrix("who-signed") }}', '{{ matrix("who-signed") }}\n\n{{ bars("lengths") }}')
    review(agreed, "--all")
    sign(agreed)
    assert {"pictures/lengths/title", "pictures/how-related/diagram/edges/0/sentence"} <= set(due(agreed))


def test_words_are_tied_by_rests_on(agreed: Project) -> None:
    tie = "  rests_on:\n    both: {list: {statements: {role: signed}}}\n"
    agreed.write("data/terms/all.yml", agreed.read("data/terms/all.yml") + tie)
    agreed.replace("data/claims/more.yml", "  attribution: 'chile'\n", f"  attribution: 'chile'\n{tie}")
    agreed.replace(EVENTS, "  topic: home\n", f"  topic: home\n{tie}")
    agreed.write(PAGES, agreed.read(PAGES) + tie)
    review(agreed, "--all")
    sign(agreed)
    found = set(due(agreed))
    assert {
        "terms/accession/meaning",
        "claims/says-chile/text",
        "events/the-signing/name",
        "pages/home/description",
    } <= found
    # The dispute draws on the claim, and with it on what the claim is tied to.
    [conclusion] = [one for one in told(agreed) if one.details.get("key") == "disputes/how-many/conclusion"]
    assert "“says-chile.both” has gained peru" in message_of(conclusion)


@pytest.mark.parametrize(
    ("tie", "said"),
    [
        ("n: {integer: 3}", "exactly one of date_of, count, sum, share, list must stand here"),
        ("The N: {count: {statements: {role: signed}}}", "a name of lower-case letters, digits and _"),
        ("n: {count: {statements: {role: singed}}}", "there is no role “singed”"),
        ("n: {count: {statements: {role: signed, subject: the-treaty}}}", "no statement fits"),
    ],
)
def test_what_cannot_be_rested_on_is_refused(project: Project, tie: str, said: str) -> None:
    project.replace(CLAIMS, "  citations:", f"  rests_on:\n    {tie}\n  citations:")
    assert any(said in message_of(one) for one in project.problems())


def test_a_value_that_comes_or_goes_is_a_move(agreed: Project) -> None:
    agreed.replace(DISPUTES, "claims: [says-chile, says-chile-again]", "claims: [says-chile]")
    agreed.replace(CLAIMS, "    day: {date: 2026-02-03}", "    day: {date: 2026-02-03}\n    more: {integer: 7}")
    agreed.replace(CLAIMS, "في {day}", "في {day} {more}")
    agreed.replace(CLAIMS, "on {day}", "on {day} {more}")
    [one, _] = [one for one in told(agreed) if one.code == "value-moved"]
    assert "“two-signed.more” is new, 7" in message_of(one)
    review(agreed, "--all")
    agreed.replace(CLAIMS, "\n    more: {integer: 7}", "")
    agreed.replace(CLAIMS, " {more}", "")
    agreed.replace(CLAIMS, " {more}", "")
    [one, _] = [one for one in told(agreed) if one.code == "value-moved"]
    assert "“two-signed.more”, 7, is gone" in message_of(one)


def test_a_file_alone_is_told_of_its_own_sentences(agreed: Project) -> None:
    sign(agreed)
    found = check_files(agreed.root, [agreed.root / CLAIMS]).problems
    assert named(found) == ["claims/two-signed/text"]


def test_with_a_record_that_cannot_be_read_nothing_is_said_to_have_moved(agreed: Project) -> None:
    """The count is short of it, and nobody knows what it would be."""
    agreed.replace(STATEMENTS, "chile-signed:\n  subject", "chile-signed:\n  sbject")
    codes = {one.code for one in agreed.problems()}
    assert "unknown-field" in codes
    assert "value-moved" not in codes
    agreed.replace(STATEMENTS, "chile-signed:\n  sbject: chile", "chile-signed:\n  subject: [chile")
    assert "value-moved" not in {one.code for one in agreed.problems()}


def test_a_register_that_was_broken_by_hand_hides_nothing(agreed: Project) -> None:
    before = agreed.read(FILE)
    for entry in ("5", "{n: {deep: 2}}", "[n]", "{}", "{m: 2}", "{n: [2]}"):
        text = re.sub(r"(claims/two-signed/text: .*rests_on: )\{.*?\}", rf"\g<1>{entry}", before)
        assert entry in text
        agreed.write(FILE, text)
        assert "claims/two-signed/text" in due(agreed)


def test_a_renamed_record_stays_agreed(agreed: Project) -> None:
    for old, new in (("two-signed", "both-signed"), ("chile", "chili"), ("home", "start"), ("who-signed", "signers")):
        done = CliRunner().invoke(main, ["--project", str(agreed.root), "rename", old, new])
        assert done.exit_code == 0, done.output
    assert due(agreed) == []
    text = agreed.read(FILE)
    assert "claims/both-signed/text: " in text
    assert "both-signed.n: 2" in text
    assert "rows: [argentina, chili]" in text
    assert "two-signed.n" not in text
    sign(agreed)
    agreed.replace(STATEMENTS, "topic: home", "topic: start")
    assert "claims/both-signed/text" in due(agreed)


# What is published, and what is shown


def test_a_build_refuses_and_a_preview_shows(agreed: Project) -> None:
    sign(agreed)
    with pytest.raises(ProblemsFound) as refused:
        build(agreed.root, agreed.root / "site")
    assert "claims/two-signed/text" in named(refused.value.problems)
    assert not (agreed.root / "site").exists()
    unsettled = check_project(agreed.root).unsettled
    assert named(unsettled) == named(refused.value.problems)


# What a picture lacks


def lacking(project: Project) -> list[tuple[str, str, str]]:
    """(place, message, hint) of each thing that a picture lacks."""
    return [(str(one.place), message_of(one), hint_of(one)) for one in told(project) if one.code == "picture-lacks"]


def test_a_map_lacks_a_country_of_its_table(rich: Project) -> None:
    rich.replace("data/pictures/all.yml", "all: [{role: signed}]", "all: [{role: signed, subject: argentina}]")
    [(place, message, hint)] = lacking(rich)
    assert place == "data/pictures/all.yml:18:5"
    assert message == "the picture lacks “chile”: its table “who-signed” has a row of it, but none of the classes fits"
    line = "- {label: {ar: …, en: …}, look: lines, all: [{subject: chile, role: signed}]}"
    assert hint.endswith(f"or a class, with words of your own: {line}")
    assert "{subject: argentina, role: signed}" in hint


def test_a_table_lacks_a_country_of_a_map(rich: Project) -> None:
    cell = '          - {sign: "yes", label: {ar: نعم, en: Yes}, statements: {role: [signed], object: [the-treaty]}}\n'
    rich.replace("data/pictures/all.yml", cell, "")
    found = lacking(rich)
    assert len(found) == 1 or found[0] != found[1]
    place, message, hint = next(one for one in found if "argentina" in one[1])
    assert place == "data/pictures/all.yml:5:5"
    assert message == (
        "the picture lacks “argentina”: the map “where-signed” shows it in a class, but no cell of this table says "
        "anything of it"
    )
    assert hint == ("Add, with words of your own: - {sign: partly, label: {ar: …, en: …}, statements: {role: signed}}")


def test_a_map_lacks_the_shape_of_a_country(rich: Project) -> None:
    sign(rich)
    [(place, message, hint)] = lacking(rich)
    assert place == "data/pictures/all.yml:18:61"
    assert message == "the picture lacks “peru”: this class fits it, but the area “an-area” has no shape of it"
    assert hint.endswith("or leave it out knowingly: “not: {subject: peru}”.")
    rich.replace("data/pictures/all.yml", "all: [{role: signed}]", "all: [{role: signed, not: {subject: peru}}]")
    assert lacking(rich) == []


def test_a_column_lacks_what_is_said_of_its_matter(rich: Project) -> None:
    rich.write(
        "data/roles/all.yml",
        rich.read("data/roles/all.yml")
        + 'left:\n  label: {ar: انسحاب, en: Left}\n  sentence: {ar: "{subject}: {object}", en: "{subject} left {object}."}\n',
    )
    rich.write(
        STATEMENTS,
        rich.read(STATEMENTS)
        + PERU.replace("peru-signed", "chile-left").replace("peru", "chile").replace("signed", "left"),
    )
    [(place, message, hint)] = lacking(rich)
    assert place == "data/pictures/all.yml:7:9"
    assert message == (
        "the picture lacks “chile”: the statement “chile-left” is about what this column is about, but none of its "
        "cells fits"
    )
    assert hint == (
        "Add, with words of your own: - {sign: partly, label: {ar: …, en: …}, statements: {role: left, object: "
        "the-treaty}}"
    )


def test_bars_lack_a_part_of_the_sum_that_they_show(rich: Project) -> None:
    text = rich.read(STATEMENTS).replace("  topic", MONEY.format(3) + "  topic")
    rich.write(STATEMENTS, text)
    rich.replace(CLAIMS, "  values:\n", "  values:\n    total: {sum: {statements: {role: signed}}}\n")
    rich.replace(CLAIMS, "في {day}", "في {day} {total}")
    rich.replace(CLAIMS, "on {day}", "on {day} {total}")
    bars = "lengths:\n  topic: home\n  title: {ar: طول, en: Lengths}\n  bars:\n    - {statement: argentina-signed}\n"
    together = "    - {claim: two-signed, value: total, label: {ar: معا, en: Together}}\n"
    rich.write("data/pictures/bars.yml", bars + together)
    rich.replace("docs/index.md", '{{ matrix("who-signed") }}', '{{ matrix("who-signed") }}\n\n{{ bars("lengths") }}')
    [(place, message, hint)] = lacking(rich)
    assert place == "data/pictures/bars.yml:6:7"
    assert message == (
        "the picture lacks “chile-signed”: it is a part of the sum “total” of “two-signed”, and other parts have bars"
    )
    assert hint == "Add, with words of your own: - {statement: chile-signed, onward: yes}"
    rich.write("data/pictures/bars.yml", f"{bars}    - {{statement: chile-signed, onward: yes}}\n{together}")
    assert lacking(rich) == []


# The register


def test_a_register_holds_an_entry_for_every_text_of_a_large_site(agreed: Project) -> None:
    """Nobody can divide what a command writes; a file that people write is divided far earlier."""
    agreed.write(
        FILE, agreed.read(FILE) + "".join(f"claims/c{n}/text: {{ar: x{n:09}, en: x{n:09}}}\n" for n in range(5_000))
    )
    problems = Problems()
    assert len(read_agreements(agreed.root, problems)) > 5_000
    assert not len(problems)


def test_the_register_gives_back_what_was_agreed(agreed: Project) -> None:
    store, problems = open_store(agreed.root, Need.SOUND), Problems()
    before = read_agreements(agreed.root, problems)
    assert with_agreements(store, before, []) == agreed.read(FILE)
    assert {one.key: one.grounds for one in sentences_of(store)} == {
        key: dict(one.grounds) for key, one in before.items() if one.grounds is not None
    }


VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12),
    st.from_regex(r"[-+]?[0-9~%:#,{}\[\] .]{1,9}", fullmatch=True),
)


@settings(max_examples=150, deadline=None)
@example({"0": "null"})
@given(
    st.dictionaries(
        VALUES, st.one_of(VALUES, st.lists(VALUES, max_size=3).map(lambda some: tuple(sorted(some)))), max_size=3
    )
)
def test_whatever_a_value_is_it_comes_back(tmp_path_factory: pytest.TempPathFactory, grounds: dict[str, Any]) -> None:
    store, sentence = sound()
    root = tmp_path_factory.mktemp("register")
    (root / FILE).parent.mkdir(parents=True)
    text = with_agreements(store, {sentence: Agreement({}, grounds)}, [])
    (root / FILE).write_text(text, encoding="utf-8")
    problems = Problems()
    document = read(root, root / FILE, problems)
    if not len(problems):  # What no text may hold, such as a private character, no name of a value holds either.
        assert document.data[sentence]["rests_on"] == {
            name: list(value) if isinstance(value, tuple) else value for name, value in grounds.items()
        }


# Whatever happens to the store


_SOUND: list[Store] = []


def sound() -> tuple[Store, str]:
    """A store that is loaded once, and the key of one of its sentences."""
    if not _SOUND:
        import tempfile

        from rich_project import CALLS, MORE

        project = Project(Path(tempfile.mkdtemp(prefix="dalil-")) / "project")
        for name, text in MORE.items():
            project.write(name, text)
        project.replace("docs/index.md", '{{ claims("two-signed") }}', CALLS)
        project.write(ENTITIES, project.read(ENTITIES) + "peru: {kind: country, code: PE}\n")
        project.write(STATEMENTS, project.read(STATEMENTS).replace("  topic", MONEY.format(3) + "  topic"))
        project.write("data/claims/derived.yml", DERIVED)
        loaded = load(project.root, problems := Problems())
        assert not len(problems), problems.sorted()
        _SOUND.append(Store.of(loaded))
    return _SOUND[0], "claims/two-signed/text"


DERIVED = """\
figures-follow:
  topic: home
  text: {ar: "{total} {part} {names} {day} {n}", en: "{total} {part} {names} {day} {n}"}
  values:
    total: {sum: {statements: {role: signed}}}
    part: {share: {part: {statements: {role: signed, subject: chile}}, whole: {statements: {role: signed}}}}
    names: {list: {statements: {role: signed, not: {subject: chile}}}}
    day: {date_of: the-signing}
    n: {count: {entities: {kind: country}}}
  citations: [{source: first-source, locator: {whole: true}}]
"""
COUNTRIES = ("argentina", "chile", "peru")
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from(COUNTRIES), st.integers(1, 40)),
        st.tuples(st.just("drop"), st.integers(0, 5), st.just(0)),
        st.tuples(st.just("subject"), st.integers(0, 5), st.sampled_from(COUNTRIES)),
        st.tuples(st.just("value"), st.integers(0, 5), st.decimals(1, 99, places=2)),
        st.tuples(st.just("date"), st.integers(1, 28), st.just(0)),
        st.tuples(st.just("kind"), st.sampled_from(COUNTRIES), st.sampled_from(["country", "place"])),
        st.tuples(st.just("typed"), st.integers(1, 28), st.just(0)),
    ),
    min_size=1,
    max_size=5,
)


def changed(store: Store, changes: list[tuple[str, Any, Any]]) -> Store:
    statements, events, claims = dict(store.statements), dict(store.events), dict(store.claims)
    entities = dict(store.entities)

    def value(amount: Any) -> Value:
        return Value.model_validate({"money": {"amount": str(amount), "scale": "billion", "currency": "USD"}})

    for what, first, second in changes:
        ids = list(statements)
        one = ids[first % len(ids)] if what in ("drop", "subject", "value") else ""
        match what:
            case "add":
                fields = {"id": f"{first}-{len(ids)}", "subject": first, "value": value(second)}
                statements[fields["id"]] = statements[ids[0]].model_copy(update=fields)
            case "drop" if len(ids) > 1:
                del statements[one]
            case "subject":
                statements[one] = statements[one].model_copy(update={"subject": second})
            case "value":
                statements[one] = statements[one].model_copy(update={"value": value(second)})
            case "date":
                date = Date.parse(f"2026-02-{first:02}")
                events["the-signing"] = events["the-signing"].model_copy(update={"date": date})
            case "kind":
                entities[first] = entities[first].model_copy(update={"kind": second})
            case "typed":
                values = {**claims["two-signed"].values, "day": Value.model_validate({"date": f"2026-02-{first:02}"})}
                claims["two-signed"] = claims["two-signed"].model_copy(update={"values": values})
    return replace(store, statements=statements, events=events, claims=claims, entities=entities)


def shown(store: Store) -> dict[tuple[str, str], Any]:
    """Name of a sentence to what readers see that it says of other records, worked out by the texts' own way."""
    found: dict[tuple[str, str], Any] = {}
    for code in ("ar", "en"):
        texts = Texts(store, Locale(code, store.site.locales[code]))
        for claim in store.claims.values():
            try:
                words = texts.plain(claim.text, claim.values)
            except ValueError:  # It cannot be derived any more, which is a problem of its own.
                words = None
            found[f"claims/{claim.id}/text", code] = words
    for picture in store.pictures.values():
        if picture.matrix is not None:
            found[f"pictures/{picture.id}/title", ""] = sorted(rows_of(picture.matrix, store))
    return found


@settings(max_examples=300, deadline=None)
@given(CHANGES)
def test_no_value_moves_without_a_word(changes: list[tuple[str, Any, Any]]) -> None:
    """Whatever is added, dropped or changed: what readers see otherwise, though its record is the same, is named."""
    before, _ = sound()
    agreed = {
        one.key: Agreement({}, {name: value for name, value in one.grounds.items() if value is not None})
        for one in sentences_of(before)
    }
    assert moved(before, agreed) == []
    after = changed(before, changes)
    found: list[Moved] = moved(after, agreed)
    names = {one.sentence.key for one in found}
    was, now = shown(before), shown(after)
    for key, said in now.items():
        record = key[0].split("/")[1]
        same = before.claims.get(record) == after.claims.get(record)
        if said is not None and said != was[key] and same:
            assert key[0] in names, (key, was[key], said)
    if any(was[key] != now[key] for key in now if key[0] == "claims/two-signed/text" and now[key] is not None):
        assert "disputes/how-many/conclusion" in names
    assert all(isinstance(one, Statement) for one in after.statements.values())
