"""`dalil new`: a record comes to its place, what is there already is named, and nothing else in a file changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands import dalil
from dalil.checks.opening import open_store
from dalil.editing.adding import only_adds, prepare
from dalil.editing.changes import Changes
from dalil.editing.forms import KINDS, fields_of
from dalil.editing.layout import Layout
from dalil.editing.likeness import near_ids, twins
from dalil.editing.placing import Spot, file_for, inserted, spots_for
from dalil.editing.writing import record_lines
from dalil.problems import ProblemsFound
from dalil.reading.documents import read
from dalil.store import Store
from support import ROOT, Project
from terminal import answered


def tree(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


SOURCE = {
    "--type": "news",
    "--publisher": "first-paper",
    "--title-ar": "تقرير ثالث",
    "--title-en": "A third report: what changed",
    "--language": "en",
    "--published": "2026-03-01",
    "--accessed": "2026-03-02",
    "--url": "https://example.org/third",
}
CLAIM = {
    "--topic": "home",
    "--text-ar": "انضمت {who} في {day}، ومعها {n, plural, zero {لا دول} one {دولة} two {دولتان} few {# دول} many {# دولة} other {# دولة}}.",
    "--text-en": "{who} joined on {day}, with {n, plural, one {# country} other {# countries}}.",
    "--value": "{who: {entity: chile}, day: {date: 2026-02-04}}",
    "--citation": "{source: first-source, locator: {words: joined later}}",
}


def options(given: dict[str, str], **changed: str) -> list[str]:
    merged = given | {f"--{name.replace('_', '-')}": value for name, value in changed.items()}
    return [word for name, value in merged.items() for word in (name, value)]


def test_a_source_is_added_after_its_like(project: Project) -> None:
    before = project.read("data/sources/all.yml")
    done = dalil(project.root, "new", "source", *options(SOURCE))
    assert done.returncode == 0, done.stdout + done.stderr
    block = (
        "first-paper-third-report-what:\n"
        "  type: news\n"
        "  publisher: first-paper\n"
        "  title:\n"
        "    ar: تقرير ثالث\n"
        '    en: "A third report: what changed"\n'
        "  language: en\n"
        "  published: 2026-03-01\n"
        "  accessed: 2026-03-02\n"
        "  url: https://example.org/third\n"
    )
    after = project.read("data/sources/all.yml")
    assert block in after
    assert after.replace(block, "") == before
    assert after.index(block) == before.index("second-source:")
    assert "Added the source “first-paper-third-report-what” at data/sources/all.yml:9:1." in done.stdout
    assert "Cite it in a claim" in done.stdout
    assert [problem.code for problem in project.problems()] == ["orphan-source"]


def test_every_kind_is_added_and_the_store_is_sound(project: Project) -> None:
    """All seven kinds, each speaking of the others."""
    project.write(
        "data/terms/all.yml", "a-term:\n  name: {ar: مصطلح, en: A term}\n  meaning: {ar: معنى., en: A meaning.}\n"
    )
    calls = [
        ["source", *options(SOURCE, id="third-source")],
        ["entity", "--kind", "person", "--name-ar", "سالم", "--name-en", "Salem", "--alias", "es=Sálem", "--alias", "es=Salén"],
        ["entity", "--kind", "country", "--code", "PE"],
        ["claim", *options(CLAIM), "--value", "n: {integer: 3}", "--citation", "{source: third-source, locator: {page: '3'}, stance: mentions}"],
        ["claim", *options(CLAIM, text_ar="لم تنضم.", text_en="It never joined, says another.", id="never-joined", value="{}"), "--attribution", "salem"],
        ["event", "--name-ar", "الانضمام", "--name-en", "Chile joins", "--date", "2026-02-04", "--topic", "home", "--claim", "joined-with", "--participant", "chile", "--participant", "salem"],
        ["statement", "--subject", "peru", "--role", "signed", "--object", "the-treaty", "--by", "salem", "--topic", "home", "--citation", "{source: third-source, locator: {whole: yes}}"],
        ["dispute", "--topic", "home", "--question-ar", "هل انضمت؟", "--question-en", "Did it join?", "--version", "{label: {ar: نعم, en: Yes}, claims: [joined-with]}", "--version", "{label: {ar: لا, en: No}, claims: [never-joined]}", "--conclusion-ar", "انضمت.", "--conclusion-en", "It did.", "--reason-ar", "لأن.", "--reason-en", "Because."],
        ["term", "--name-ar", "الانضمام", "--name-en", "Accession", "--meaning-ar", "معنى.", "--meaning-en", "A meaning.", "--claim", "never-joined"],
    ]  # fmt: skip
    for call in calls:
        done = dalil(project.root, "new", *call)
        assert done.returncode == 0, (call, done.stdout, done.stderr)
    codes = {problem.code for problem in project.problems()}
    assert codes == {"claim-unused"}
    project.replace("docs/index.md", 'claims("two-signed")', 'claims("two-signed", "joined-with", "never-joined")')
    assert project.problems() == []
    store = project.check().store
    assert store.entities["salem"].aliases == {"es": ["Sálem", "Salén"]}
    assert store.claims["joined-with"].citations[1].stance == "mentions"
    assert store.statements["peru-signed-the-treaty"].by == "salem"
    assert list(store.disputes) == ["did-it-join"]


@pytest.mark.parametrize(
    ("call", "other", "why"),
    [
        (["source", *options(SOURCE, url="https://web.archive.org/web/2026/https://example.org/first")], "data/sources/all.yml:1:1", "its address leads to the same page"),
        (["source", *options(SOURCE, title_en="Another  REPORT!")], "data/sources/all.yml:9:1", "its title is “Another report”"),
        (["source", *options(SOURCE, title_ar="خبر")], "data/sources/all.yml:1:1", "its title is “خبر”"),
        (["source", *options(SOURCE, id="source-first")], "data/sources/all.yml:1:1", "its id is nearly the same"),
        (["entity", "--kind", "document", "--name-ar", "شيء", "--name-en", "the treaty"], "data/entities/all.yml:11:1", "its name is “The Treaty”"),
        (["entity", "--kind", "document", "--name-ar", "المُعاهده", "--name-en", "A pact"], "data/entities/all.yml:11:1", "its name is “المعاهدة”"),
        (["entity", "--kind", "country", "--code", "AR", "--id", "the-argentine"], "data/entities/all.yml:9:1", "it has the same code"),
        (["statement", "--subject", "chile", "--role", "signed", "--object", "the-treaty", "--topic", "home", "--citation", "{source: first-source, locator: {whole: yes}}", "--reason-ar", "سبب", "--reason-en", "A reason", "--id", "again"], "data/statements/all.yml:7:1", "it has the same subject, role, object"),
    ],
)  # fmt: skip
def test_what_is_there_already_is_named_and_nothing_is_written(
    project: Project, call: list[str], other: str, why: str
) -> None:
    before = tree(project.root)
    done = dalil(project.root, "new", *call)
    assert done.returncode == 1
    assert f"{other}: error[new-twin]" in done.stdout
    assert why in done.stdout
    assert "add “--anyway”" in done.stdout
    assert tree(project.root) == before
    assert dalil(project.root, "new", *call, "--anyway", "--file", "more.yml").returncode == 0
    assert (project.root / "data" / KINDS[call[0]] / "more.yml").is_file()


def test_a_page_that_is_a_source_already_is_not_made_one_again(project: Project) -> None:
    """One page under two names would count as two sources, so `--anyway` is no way to it."""
    before = tree(project.root)
    call = ("new", "source", *options(SOURCE, url="http://www.example.org/first/?utm_source=x#part"))
    done = dalil(project.root, *call)
    assert done.returncode == 1
    assert "data/sources/all.yml:1:1: error[new-twin]" in done.stdout
    assert "its address leads to the same page" in done.stdout
    again = dalil(project.root, *call, "--anyway", "--file", "more.yml")
    assert again.returncode == 1
    assert "error[address-twice]" in again.stdout
    assert tree(project.root) == before


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["source", *options(SOURCE, publisher="frist-paper")], ["error[unknown-reference]: there is no entity “frist-paper”", "Did you mean “first-paper”?"]),
        (["source", *options(SOURCE, url="example.org")], ["error[bad-address]", "https://"]),
        (["source", *options(SOURCE, published="2026-13-40")], ["error[bad-date]"]),
        (["source", *options(SOURCE, accessed="2026-02-01")], ["error[accessed-before-published]"]),
        (["source", *options(SOURCE), "--caveat", "partisan"], ["error[caveat-without-words]"]),
        (["source", *options(SOURCE, title_ar=" ")], ["error[wrong-type]"]),
        (["source", *options(SOURCE, id="Third")], ["error[bad-id]", "“third”"]),
        (["source", *options(SOURCE, id="chile")], ["error[duplicate-id]"]),
        (["source", *options(SOURCE, file="../../x.yml")], ["data/sources:1:1: error[new-file]"]),
        (["source", *options(SOURCE, file="data/claims/all.yml")], ["data/sources:1:1: error[new-file]"]),
        (["source", "--url", "https://example.org/9"], ["error[new-missing]: the new record lacks “title”", "--title-ar and --title-en", "lacks “publisher”"]),
        (["claim", *options(CLAIM)], ["error[unknown-argument]", "{n}"]),
        (["claim", *options(CLAIM, text_en="It was 17.", text_ar="كان.", value="{}")], ["error[literal-figure]"]),
        (["claim", *options(CLAIM, citation="{source: first-source")], ["--citation:1:1: error[yaml-syntax]"]),
        (["claim", *options(CLAIM, citation="{source: first-source}", text_en="A.", text_ar="ا.", value="{}")], ["error[locator-missing]"]),
        (["entity", "--kind", "place", "--name-ar", "مكان", "--name-en", "مكان آخر"], ["error[new-id]", "--id"]),
    ],
)  # fmt: skip
def test_a_faulty_record_is_said_and_nothing_is_written(project: Project, call: list[str], said: list[str]) -> None:
    before = tree(project.root)
    done = dalil(project.root, "new", *call)
    assert done.returncode == 1, done.stdout
    for words in said:
        assert words in done.stdout, done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert tree(project.root) == before


def test_faults_that_were_there_before_do_not_stand_in_the_way(project: Project) -> None:
    project.replace("data/claims/all.yml", "topic: home", "topic: hom")
    assert dalil(project.root, "new", "source", *options(SOURCE)).returncode == 0
    project.write("data/sources/broken.yml", "a: [\n")
    done = dalil(
        project.root,
        "new",
        "source",
        *options(SOURCE, url="https://example.org/4", title_en="Fourth", title_ar="رابع", file="broken.yml"),
    )
    assert done.returncode == 1
    assert "data/sources/broken.yml:2:1: error[yaml-syntax]" in done.stdout
    project.write("data/sources/flow.yml", "{}\n")
    done = dalil(
        project.root,
        "new",
        "source",
        *options(SOURCE, url="https://example.org/4", title_en="Fourth", title_ar="رابع", file="flow.yml"),
    )
    assert "data/sources/flow.yml:1:1: error[new-layout]" in done.stdout


def test_reading_a_source_later_moves_the_day_of_the_last_change(project: Project) -> None:
    site = project.read("data/site.yml")
    done = dalil(project.root, "new", "source", *options(SOURCE, accessed="2026-07-15"))
    assert done.returncode == 0, done.stdout
    assert project.read("data/site.yml") == site.replace("2026-06-30", "2026-07-15")
    assert "is now 2026-07-15" in done.stdout


def test_a_new_file_names_its_schema(project: Project) -> None:
    assert dalil(project.root, "new", "source", *options(SOURCE, file="2026/march.yml")).returncode == 0
    text = project.read("data/sources/2026/march.yml")
    assert text.startswith(
        "# yaml-language-server: $schema=../../schema/sources.schema.json\nfirst-paper-third-report-what:\n"
    )


def test_a_topic_gets_a_file_of_its_own_where_topics_have_them(project: Project) -> None:
    (project.root / "data/claims/all.yml").rename(project.root / "data/claims/home.yml")
    page = "more:\n  title: {ar: المزيد, en: More}\n  description: {ar: صفحة., en: A page.}\n"
    project.write("data/pages/more.yml", page)
    simple = options(CLAIM, topic="more", text_ar="شيء.", text_en="One more thing happened.", value="{}")
    assert dalil(project.root, "new", "claim", *simple).returncode == 0
    assert "more-thing-happened:" in project.read("data/claims/more.yml")


REAL = open_store(ROOT)
SOME = [(word, record) for word, kind in KINDS.items() for record in list(REAL.of_kind(kind).values())[::7]]


@pytest.mark.parametrize(("word", "record"), SOME, ids=lambda value: getattr(value, "id", value))
def test_a_record_like_one_of_the_store_goes_next_to_it_and_touches_nothing(word: str, record: Any) -> None:
    kind = KINDS[word]
    path = REAL.loaded.documents[kind, record.id].path
    fields: dict[str, Any] = REAL.loaded.documents[kind, record.id].data[record.id]
    assert file_for(REAL, kind, fields) == path or kind in ("entities", "sources", "statements"), file_for(
        REAL, kind, fields
    )
    text = Changes(ROOT).text(path)
    layout = Layout(text)
    spot = spots_for(layout, kind, f"{record.id}-like", fields, REAL)[0]
    addition = inserted(layout, spot, record_lines(f"{record.id}-like", fields, REAL.locales))
    after = text[: spot.offset] + addition + text[spot.offset :]
    assert after.replace(addition, "", 1) == text
    old, new = Layout(text), Layout(after)
    ids = [block.id for block in new.blocks]
    assert [one for one in ids if one != f"{record.id}-like"] == [block.id for block in old.blocks]
    blocks = {block.id: new.text[block.start : block.end] for block in new.blocks}
    for block in old.blocks:
        assert blocks[block.id] == text[block.start : block.end]


def test_the_files_of_sources_keep_their_likes_together() -> None:
    """A source of a publisher that the store knows goes where that publisher's sources are."""
    for source in list(REAL.sources.values())[::5]:
        fields = {"publisher": source.publisher, "type": source.type, "language": source.language}
        path = file_for(REAL, "sources", fields)
        there = {s.publisher for s in REAL.sources.values() if REAL.loaded.documents["sources", s.id].path == path}
        assert source.publisher in there


def test_alphabetical_and_dated_files_stay_so(project: Project) -> None:
    text = "".join(
        f"{name}: {{kind: organisation, name: {{ar: أ{name}, en: {name}}}, page: no}}\n" for name in ("bb", "dd", "ff")
    )
    project.write("data/entities/papers.yml", f"# Papers.\n{text}")
    events = "".join(
        f"{name}:\n  name: {{ar: حدث {name}, en: {name}}}\n  date: {date}\n  topic: home\n  claims: [two-signed]\n\n"
        for name, date in (("zz", "2025-01"), ("yy", "2025-03-01"), ("xx", "2025-06"))
    )
    project.write("data/events/all.yml", f"# Events.\n\n{events}")
    for name in ("aa", "cc", "gg"):
        call = [
            "entity",
            "--kind",
            "organisation",
            "--page",
            "no",
            "--name-ar",
            f"صحيفة {name}",
            "--name-en",
            name * 3,
            "--id",
            name,
        ]
        assert dalil(project.root, "new", *call, "--file", "papers.yml").returncode == 0
    assert [block.id for block in Layout(project.read("data/entities/papers.yml")).blocks] == [
        "aa",
        "bb",
        "cc",
        "dd",
        "ff",
        "gg",
    ]
    assert project.read("data/entities/papers.yml").startswith("# Papers.\naa:\n")
    call = [
        "event",
        "--date",
        "2025-03-09",
        "--topic",
        "home",
        "--claim",
        "two-signed",
        "--name-ar",
        "حدث",
        "--name-en",
        "It happens",
        "--id",
        "happens",
    ]
    done = dalil(project.root, "new", *call)
    assert done.returncode == 0, done.stdout
    assert [block.id for block in Layout(project.read("data/events/all.yml")).blocks] == ["zz", "yy", "happens", "xx"]
    assert "claims: [two-signed]\n\nhappens:\n" in project.read("data/events/all.yml")
    assert "claims: [two-signed]\n\nxx:\n" in project.read("data/events/all.yml")


GAPS = st.lists(st.sampled_from(["", "# a comment", "  # an inner comment", "   "]), max_size=3)
BODIES = st.sampled_from(
    ["  topic: home", "  topic: home\n  text: >-\n    folded\n    text", "  text: |\n    kept\n\n    lines", "  text: |+\n    kept\n\n", "  a: [1,\n    2]  # end", "  a: 'x\n    y'", "  a:\n    - b\n    - c: d"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.tuples(GAPS, BODIES), max_size=5), GAPS, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_record_can_be_put_into_any_file(
    records: list[tuple[list[str], str]], gap: list[str], line_end: str, ended: bool
) -> None:
    lines = ["# yaml"]
    for number, (before, body) in enumerate(records):
        lines += [*before, f"record-{number}:", *body.split("\n")]
    text = line_end.join([*lines, *gap]) + (line_end if ended else "")
    layout = Layout(text)
    spot = spots_for(layout, "terms", "new", {}, REAL)[0]
    addition = inserted(layout, spot, ["new:", "  topic: home"])
    after = text[: spot.offset] + addition + text[spot.offset :]
    assert only_adds(text, after, "new")
    assert {s.path: s.value for s in Layout(after).scalars() if s.path[0] == "new"} == {
        ("new",): "new",
        ("new", "topic"): "home",
    }
    assert "\n" not in addition.replace(layout.line_end, "")


def test_a_record_that_would_change_another_is_not_put_there() -> None:
    assert only_adds("a: b\n", "a: b\nnew: c\n", "new")
    assert not only_adds("a: >-\n  b\n", "a: >-\n  b\n  new: c\n", "new")
    assert not only_adds("a: no\n", "a: 'no'\nnew: c\n", "new")
    assert not only_adds("a: b\n", "a: b\n", "new")
    assert not only_adds("new: b\n", "new: b\nnew: c\n", "new")


def test_a_file_keeps_its_line_ends(project: Project) -> None:
    raw = project.read("data/sources/all.yml").replace("\n", "\r\n").encode()
    project.write("data/sources/all.yml", raw)
    assert dalil(project.root, "new", "source", *options(SOURCE)).returncode == 0
    after = (project.root / "data/sources/all.yml").read_bytes()
    assert after.count(b"\r\n") == after.count(b"\n")
    start = after.index(b"first-paper-third")
    assert after[:start] + after[after.index(b"second-source:") :] == raw


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("joint-declaration", "declaration-joint", True),
        ("joint-declaration", "jointdeclaration", True),
        ("joint-declaration", "joint-declarations", True),
        ("joint-declaration", "joint-declartion", True),
        ("joint-declaration", "joint-delcaration", True),
        ("joint-declaration", "joint-statement", False),
        ("proclamation-11015", "proclamation-11016", False),
        ("first-paper", "fifth-paper", False),
        ("iran", "iraq", False),
    ],
)
def test_near_ids(one: str, other: str, near: bool) -> None:
    assert near_ids(one, other) is near_ids(other, one) is near


def test_the_records_of_the_store_are_not_taken_for_one_another() -> None:
    """A few are alike (a copy of an article, a coined name); more would be noise."""
    found = set()
    for kind in KINDS.values():
        for record in list(REAL.of_kind(kind).values())[::3]:
            fields = REAL.loaded.documents[kind, record.id].data[record.id]
            found |= {(record.id, twin.id) for twin in twins(REAL, kind, record.id, fields) if twin.id != record.id}
    assert len(found) <= 3, found


def test_all_files_are_written_or_none(project: Project) -> None:
    before = tree(project.root)
    changes = Changes(project.root)
    changes.put("data/claims/all.yml", "a: b\n")
    changes.put("data/site.yml/x.yml", "a: b\n")
    with pytest.raises(OSError, match=r"site\.yml"):
        changes.write()
    assert tree(project.root) == before


def test_fields_are_those_of_the_model() -> None:
    assert [field.name for field in fields_of("statements")] == [
        "subject",
        "role",
        "object",
        "at",
        "by",
        "reason",
        "value",
        "when",
        "topic",
        "citations",
        "verified",
        "verify_by",
        "revisions",
        "literals",
    ]
    by_name = {field.name: field for field in fields_of("sources")}
    assert by_name["publisher"].folders == ("entities",)
    assert by_name["caveats"].fault(["partisan"]) == ""
    assert "one of" in by_name["caveats"].fault(["partisn"])
    assert by_name["published"].fault("undated") == ""
    assert by_name["published"].fault("2026-13") == "there is no month 13"
    assert by_name["accessed"].default is not None


def test_on_a_terminal_it_asks_for_a_source(project: Project) -> None:
    before = project.read("data/sources/all.yml")
    code, said = answered(
        project.root,
        ["new", "source"],
        [
            ("  url: ", "example.org/third"),
            ("An address that starts with https:// or http:// is expected", "https://example.org/third"),
            ("  type: ", "new"),
            ("Did you mean “news”?", "news"),
            ("  publisher: ", "frist-paper"),
            ("Did you mean “first-paper”?", "first-paper"),
            ("  in Arabic (ar): ", "تقرير ثالث"),
            ("  in English (en): ", "A third report"),
            ("  original_title: ", ""),
            ("  author: ", ""),
            ("  language: ", "en"),
            ("  published: ", "2026-03-01"),
            ("  accessed [", "2026-03-02"),
            ("  archive: ", ""),
            ("  caveats (Enter when done): ", "partisan, opinion"),
            ("  caveats (Enter when done): ", ""),
            ("  in Arabic (ar): ", "رأي."),
            ("  in English (en): ", "Opinion."),
            ("  id [first-paper-third-report]: ", "third-source"),
            ("Write it to data/sources/all.yml? [Y/n]: ", "y"),
        ],
    )
    assert code == 0, said
    assert "It takes a side in the matter." in said
    after = project.read("data/sources/all.yml")
    block = after[after.index("third-source:") : after.index("second-source:")]
    assert after.replace(block, "") == before
    assert "  caveats: [partisan, opinion]\n  caveat:\n    ar: رأي.\n    en: Opinion.\n" in block


def test_on_a_terminal_a_twin_is_said_at_once(project: Project) -> None:
    before = tree(project.root)
    code, said = answered(
        project.root,
        ["new", "source"],
        [("  url: ", "http://example.org/first/"), ("Is yours another one? [y/N]: ", "")],
    )
    assert code == 1
    assert "data/sources/all.yml:1:1: error[new-twin]" in said
    assert tree(project.root) == before


def test_on_a_terminal_it_asks_for_a_claim_with_values_and_citations(project: Project) -> None:
    code, said = answered(
        project.root,
        ["new", "claim"],
        [
            ("  topic: ", "?"),
            ("  home  الرئيسية · Home\n", "home"),
            ("  in Arabic (ar): ", "انضمت {who في {day}."),
            ("The text cannot be read", "انضمت {who} في {day}."),
            ("  in English (en): ", "{who} joined on {day}."),
            ("  {who} (", "chile"),
            ("  {day} (", "2026-02-30"),
            ("Month 02 of 2026 has 28 days, not 30", "2026-02-04"),
            ("  source (Enter when done): ", "first-source"),
            ("  where in it: ", "one two three four five six seven"),
            ("At most 6 words", "joined later"),
            ("  supports, disputes or mentions [supports]: ", ""),
            ("  source (Enter when done): ", "second-source"),
            ("  where in it: ", "paragraph 3"),
            ("  supports, disputes or mentions [supports]: ", "disputes"),
            ("  source (Enter when done): ", ""),
            ("  attribution: ", ""),
            ("  id [", "chile-joined"),
            ("Write it to data/claims/all.yml? [Y/n]: ", ""),
        ],
    )
    assert code == 0, said
    assert project.read("data/claims/all.yml").endswith(
        "chile-joined:\n"
        "  topic: home\n"
        "  text:\n"
        "    ar: انضمت {who} في {day}.\n"
        '    en: "{who} joined on {day}."\n'
        "  values:\n"
        "    who: {entity: chile}\n"
        "    day: {date: 2026-02-04}\n"
        "  citations:\n"
        "    - {source: first-source, locator: {words: joined later}}\n"
        "    - {source: second-source, locator: {paragraph: 3}, stance: disputes}\n"
    )
    assert 'add "chile-joined" to a call such as claims(…)' in said


def test_on_a_terminal_a_fault_can_be_mended(project: Project) -> None:
    code, said = answered(
        project.root,
        ["new", "term"],
        [
            ("  in Arabic (ar): ", "مصطلح"),
            ("  in English (en): ", "A word"),
            ("  language=name", "es=Palabra"),
            ("  language=name", ""),
            ("  in Arabic (ar): ", "معنى, كذا."),
            ("Latin “,” stands inside Arabic text", "معنى [تشيلي](entity:chile)، كذا."),
            ("  in English (en): ", "A meaning."),
            ("  claims (Enter when done): ", ""),
            ("  entity: ", ""),
            ("  id [a-word]: ", ""),
            ("error[links-differ]", "meaning"),
            ("  in Arabic (ar): ", "معنى، كذا."),
            ("  in English (en): ", "A meaning."),
            ("Write it to data/terms/all.yml? [Y/n]: ", "y"),
        ],
    )
    assert code == 0, said
    assert read_terms(project)["a-word"]["aliases"] == {"es": ["Palabra"]}


def read_terms(project: Project) -> dict[str, Any]:
    from dalil.problems import Problems

    return read(project.root, project.root / "data/terms/all.yml", Problems()).data


BOTH = """\
events:
  second-signing:
    name: {ar: التوقيع الثاني, en: The second signing}
    date: 2026-02-05
    topic: home
    claims: [signed-again]
claims:
  signed-again:
    topic: home
    text: {ar: "وُقّعت المعاهدة ثانية في {day}.", en: "The treaty was signed again on {day}."}
    values:
      day: {date_of: second-signing}
    citations:
      - {source: first-source, locator: {words: signed again}}
"""


def test_an_event_and_the_claim_that_takes_its_date_are_added_together(project: Project) -> None:
    project.write("new.yml", BOTH)
    done = dalil(project.root, "new", "several", str(project.root / "new.yml"))
    assert done.returncode == 0, done.stdout
    store = open_store(project.root)
    assert store.events["second-signing"].claims == ["signed-again"]
    assert store.claims["signed-again"].values["day"].date_of == "second-signing"
    for path, record_id in (("data/events/all.yml", "second-signing"), ("data/claims/all.yml", "signed-again")):
        line = project.read(path).split("\n").index(f"{record_id}:") + 1
        assert f"“{record_id}”" in done.stdout
        assert f"{path}:{line}:1" in done.stdout
    assert {one.code for one in project.problems()} <= {"claim-unused"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("date_of: second-signing", "date_of: secnd-signing", "error[unknown-reference]"),
        ("claims: [signed-again]", "claims: [signd-again]", "Did you mean “signed-again”?"),
        (
            "events:",
            "event:",
            "new.yml:1:1: error[new-kind]: “event” is no folder to which this command adds\n  hint: Did you mean “events”?",
        ),
        ("  signed-again:\n", "  signed-again: so\n  other:\n", "new.yml:8:3: error[record-not-mapping]"),
        ("events:", "terms: []\nevents:", "new.yml:1:1: error[record-not-mapping]"),
        ("events:", "pages: {a: {}}\nevents:", "new.yml:1:1: error[new-kind]"),
        (
            "  second-signing:\n    name",
            "  the-signing:\n    name",
            "new.yml:2:3: error[duplicate-id]: “the-signing” is already the id of the record at data/events/all.yml:1:1",
        ),
        ("  second-signing:\n    name", "  '':\n    name", "new.yml:2:3: error[bad-id]"),
        ("    topic: home\n    text", "    topic: home\n  text", "new.yml:"),
        ("ar: التوقيع الثاني, ", "", "error[language-missing]"),
    ],
)
def test_of_several_records_all_are_added_or_none(project: Project, old: str, new: str, told: str) -> None:
    assert old in BOTH
    project.write("new.yml", BOTH.replace(old, new, 1))
    before = tree(project.root)
    done = dalil(project.root, "new", "several", str(project.root / "new.yml"))
    assert done.returncode == 1
    assert told in done.stdout, done.stdout
    assert tree(project.root) == before


def test_a_store_without_a_site_file_is_said(project: Project) -> None:
    (project.root / "data/site.yml").unlink()
    done = dalil(project.root, "new", "source", "--url", "https://example.org/9")
    assert done.returncode == 1
    assert "data/site.yml:1:1: error[file-missing]" in done.stdout


def test_preparing_writes_nothing(project: Project) -> None:
    before = tree(project.root)
    store: Store = open_store(project.root)
    fields = {"name": {"ar": "كلمة", "en": "Word"}, "meaning": {"ar": "معنى.", "en": "Meaning."}}
    prepared = prepare(store, project.root, "terms", fields)
    assert tree(project.root) == before
    with pytest.raises(ProblemsFound):
        prepare(store, project.root, "terms", {**fields, "claims": ["nothing"]})
    prepared.changes.write()
    assert set(tree(project.root)) - set(before) == {"data/terms/all.yml"}


def test_spots_of_an_empty_file_are_its_end() -> None:
    assert spots_for(Layout("# only a comment\n"), "terms", "a", {}, REAL) == [Spot(17, "")]
