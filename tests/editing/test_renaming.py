"""`dalil rename`: everything that names a record follows it, an old address leads on, and nothing else changes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commands import dalil
from dalil.checks.opening import open_store
from dalil.checks.references import references_of
from dalil.desk.lookup.register import write_register
from dalil.editing.changes import project_problems
from dalil.editing.desk import updated
from dalil.editing.renaming import RENAMABLE, prepare_rename
from dalil.model.dates import Date
from dalil.model.register import Lookup
from dalil.model.texts import texts_of
from dalil.model.values import ID_PATTERN
from dalil.problems import ProblemsFound
from dalil.reading.load import REGISTER
from dalil.store import Store
from dalil.text.inline import links
from dalil.translation.standing import stand
from dalil.wording import say
from spanish import ES, catalogue_of, translate
from support import ROOT, Project

RENAMED = {
    "sources": "first-source",
    "entities": "chile",
    "events": "the-signing",
    "claims": "two-signed",
    "statements": "chile-signed",
    "roles": "signed",
    "disputes": "how-many",
    "terms": "accession",
    "pages": "home",
    "pictures": "who-signed",
    "outlines": "an-area",
    "synonyms": "accord",
    "style": "plain-words",
}


def texts(root: Path) -> dict[str, str]:
    """Every file of the store and of the pages."""
    paths = [path for folder in ("data", "docs") for path in (root / folder).rglob("*") if path.is_file()]
    return {
        str(path.relative_to(root)): path.read_bytes().decode()
        for path in paths
        if "interface" not in path.parts and path != root / "data" / "README.md"
    }


def traces(root: Path, word: str) -> list[str]:
    """Lines that have an id as a word of its own, comments and words of texts apart."""
    found = []
    for name, text in texts(root).items():
        for line in text.splitlines():
            code = re.sub(r"^\s*#.*|\bwords: [^}]*|https?://\S+|\b(ar|en): [^,}]*|nav\.home", "", line)
            if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", code) and not name.endswith("aliases.yml"):
                found.append(f"{name}: {line.strip()}")
    return found


def ids_in(store: Store) -> set[str]:
    """Every id that the store has, refers to, or links to."""
    found: set[str] = set()
    for kind in store.loaded.records:
        for record_id, record in store.of_kind(kind).items():
            found |= {record_id, getattr(record, "origin", "") or ""} | {
                target for _, _, target in references_of(record)
            }
            found |= {
                target for _, text in texts_of(record) for words in text.values() for _, target, _ in links(words)
            }
    return found


def test_every_kind_is_tried() -> None:
    assert set(RENAMED) == set(RENAMABLE)


@pytest.mark.parametrize("kind", RENAMED)
def test_everything_follows_a_renamed_record(rich: Project, kind: str) -> None:
    old, new = RENAMED[kind], f"a-new-{RENAMED[kind]}-name"
    before = texts(rich.root)
    done = dalil(rich.root, "rename", old, new)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [say(problem) for problem in rich.problems()] == []
    after = texts(rich.root)
    assert after.pop("data/aliases.yml").endswith(f"\n{old}: {new}\n")
    assert {name: text.replace(new, old) for name, text in after.items()} == before
    assert traces(rich.root, old) == [] or kind == "roles"  # “signed” is a word of texts too
    assert int(re.findall(r": (\d+) place", done.stdout)[0]) == sum(text.count(new) for text in after.values())
    assert new in rich.check().store.of_kind(kind)


def test_what_only_looks_like_the_id_stays(rich: Project) -> None:
    assert dalil(rich.root, "rename", "two-signed", "both-signed").returncode == 0
    text = rich.read("data/claims/more.yml")
    assert "# A comment that names two-signed and first-source stays." in text
    assert "locator: {words: two-signed chile}" in text
    assert dalil(rich.root, "rename", "first-source", "source-one").returncode == 0
    more = rich.read("data/sources/more.yml")
    assert "url: https://example.org/first-source" in more
    assert "origin: source-one\n  via: source-one" in more
    assert 'source: "source-one"' in rich.read("data/claims/more.yml")


def test_an_id_that_is_also_a_word_of_a_macro_is_told_apart(rich: Project) -> None:
    """`signing` is a section of the page and, here, an event too."""
    rich.replace("data/events/all.yml", "the-signing:", "signing:")
    for name in ("data/claims/more.yml",):
        rich.write(name, rich.read(name).replace("event:the-signing", "event:signing"))
    assert rich.problems() == []
    assert dalil(rich.root, "rename", "signing", "ceremony").returncode == 0
    assert '{{ section("signing") }}' in rich.read("docs/index.md")
    assert "    signing: {ar: التوقيع" in rich.read("data/pages/all.yml")
    assert rich.read("data/claims/more.yml").count("event:ceremony") == 2
    assert rich.problems() == []


def test_an_old_address_leads_to_the_new_one_through_every_name(rich: Project) -> None:
    for old, new in (("two-signed", "both-signed"), ("both-signed", "pair-signed")):
        done = dalil(rich.root, "rename", old, new)
        assert done.returncode == 0, done.stdout
        assert f"Readers who kept /claims/{old}/ are sent on to /claims/{new}/" in done.stdout
    assert rich.read("data/aliases.yml").endswith("two-signed: both-signed\nboth-signed: pair-signed\n")
    checked = rich.check()
    ways = {page.path: page.text for page in checked.renderer.redirects("en")}
    assert set(ways) == {"claims/two-signed.md", "claims/both-signed.md"}
    assert all('redirect: "../pair-signed/"' in text for text in ways.values())


def test_a_record_may_get_its_first_id_back(rich: Project) -> None:
    before = texts(rich.root)
    assert dalil(rich.root, "rename", "two-signed", "both-signed").returncode == 0
    assert dalil(rich.root, "rename", "both-signed", "two-signed").returncode == 0
    after = texts(rich.root)
    assert after.pop("data/aliases.yml").endswith("there.\ntwo-signed: two-signed\nboth-signed: two-signed\n")
    assert after == before
    assert rich.problems() == []


def test_a_dry_run_shows_every_line_and_writes_nothing(rich: Project) -> None:
    before = texts(rich.root)
    done = dalil(rich.root, "rename", "how-many", "number", "--dry-run")
    assert texts(rich.root) == before
    assert done.returncode == 0
    assert "data/disputes/all.yml:1:1\n  - how-many:\n  + number:\n" in done.stdout
    assert 'docs/glossary.md:9:14\n  - {{ disputed("how-many") }}\n  + {{ disputed("number") }}\n' in done.stdout
    assert "data/aliases.yml\n  + how-many: number\n4 places in 3 files would change" in done.stdout
    assert dalil(rich.root, "rename", "how-many", "number").stdout.startswith(
        "Renamed the dispute “how-many” to “number”: 4 places in 3 files.\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("two-sined", "x", ["error[rename-unknown]: no record has the id “two-sined”", "Did you mean “two-signed”?"]),
        ("nothing-like-it", "x", ["error[rename-unknown]"]),
        ("two-signed", "Two Signed", ["error[bad-id]", "“two-signed”"]),
        ("two-signed", "chile", ["data/entities/all.yml:10:1: error[duplicate-id]"]),
        ("two-signed", "two-signed", ["error[duplicate-id]"]),
        ("claim.permalink", "x", ["error[rename-interface]"]),
        ("a-former-id", "x", ["error[rename-unknown]", "Did you mean “chile”?"]),
        ("two-signed", "a-former-id", ["data/aliases.yml:1:14: error[rename-former]: “a-former-id” is the former id of “chile”"]),
    ],
)  # fmt: skip
def test_what_cannot_be_renamed_is_said(rich: Project, old: str, new: str, said: list[str]) -> None:
    rich.write("data/aliases.yml", "a-former-id: chile\n")
    before = texts(rich.root)
    done = dalil(rich.root, "rename", old, new)
    assert done.returncode == 1
    for words in said:
        assert words.replace(":1:14:", ":1:1:") in done.stdout, done.stdout
    assert texts(rich.root) == before


def test_a_store_that_cannot_be_read_whole_is_left_alone(rich: Project) -> None:
    rich.replace("data/claims/more.yml", "topic: home", "topics: home")
    before = texts(rich.root)
    done = dalil(rich.root, "rename", "two-signed", "both-signed")
    assert done.returncode == 1
    assert "error[unknown-field]" in done.stdout
    assert texts(rich.root) == before


def test_a_page_that_cannot_be_read_is_said(rich: Project) -> None:
    rich.replace("docs/glossary.md", '{{ disputed("how-many") }}', '{{ disputed("how-many" }}')
    done = dalil(rich.root, "rename", "how-many", "number")
    assert done.returncode == 1
    assert "docs/glossary.md" in done.stdout
    assert "error[page-template]" in done.stdout


def test_a_link_behind_escapes_is_said(rich: Project) -> None:
    rich.replace("data/claims/more.yml", "en: It says so again.", 'en: "It [says](entit\\u0079:chile) so."')
    rich.replace("data/claims/more.yml", "ar: تقول مرة أخرى.", 'ar: "[تقول](entity:chile)."')
    done = dalil(rich.root, "rename", "chile", "republic-of-chile")
    assert done.returncode == 1
    assert re.search(r"data/claims/more\.yml:15:\d+: error\[rename-link\]", done.stdout)


def test_line_ends_and_quotation_marks_stay(rich: Project) -> None:
    for name in ("data/claims/more.yml", "data/sources/all.yml", "docs/index.md"):
        rich.write(name, rich.read(name).replace("\n", "\r\n").encode())
    before = texts(rich.root)
    assert dalil(rich.root, "rename", "first-source", "null").returncode == 0
    after = texts(rich.root)
    assert 'source: "null"' in after["data/claims/more.yml"]
    assert after["data/claims/all.yml"].count('source: "null"') == 1
    assert after["data/sources/all.yml"].startswith("null:\r\n")
    assert rich.problems() == []
    after.pop("data/aliases.yml")
    assert {name: text.count("\r") for name, text in after.items()} == {
        name: text.count("\r") for name, text in before.items()
    }


def standing(project: Project) -> dict[str, tuple[str, str, str]]:
    """Key to state, translation and former text of each message, obsolete ones too."""
    catalogue = catalogue_of(project)
    states = stand(open_store(project.root), catalogue).states
    everything = {one.key: one for one in [*catalogue.obsolete, *catalogue.messages.values()]}
    return {key: (states.get(key, "obsolete"), one.translation, one.previous) for key, one in everything.items()}


@pytest.mark.parametrize("kind", [kind for kind in RENAMED if kind not in ("statements", "outlines", "style")])
def test_catalogues_follow_and_stay_in_step(rich: Project, kind: str) -> None:
    translate(rich)
    old = RENAMED[kind] if kind != "entities" else "the-treaty"
    new = f"a-new-{old}-name"
    before, stood = rich.read(ES), standing(rich)
    assert {state for state, _, _ in stood.values()} >= {"done", "stale", "missing", "proposed", "obsolete"}
    prepare_rename(rich.root, old, new).changes.write()
    after = rich.read(ES)
    assert f'"{kind}/{new}/' in after
    assert f'#~ msgctxt "{kind}/{new}/' in after
    assert after != before
    assert after.replace(new, old) == before
    assert not re.search(rf"(?<!# )\b{kind}/{old}/|^(?!# ).*\]\(\w+:{old}\)", after, re.MULTILINE)
    assert updated(rich.root).paths == []
    stands = standing(rich)
    assert {
        key.replace(new, old): tuple(part.replace(new, old) for part in one) for key, one in stands.items()
    } == stood


def test_an_id_broken_over_two_lines_of_a_catalogue_follows(rich: Project) -> None:
    translate(rich)
    at = rich.read(ES).index("[Chile](entity:chile)")
    rich.write(ES, rich.read(ES)[:at] + rich.read(ES)[at:].replace("(entity:chile)", '(entity:ch"\n"ile)', 1))
    assert dalil(rich.root, "rename", "chile", "the-republic").returncode == 0
    assert '[Chile](entity:the-republic"\n")' in rich.read(ES)
    assert "entity:chile" not in rich.read(ES).replace("](entity:chile) stays", "")


def test_messages_of_a_record_that_is_gone_make_room(rich: Project) -> None:
    """The name of a message is its own: a translation of a former record cannot stand under it."""
    translate(rich)
    ghost = '\n#~ msgctxt "claims/both-signed/text"\n#~ msgid "Another."\n#~ msgstr "Otro."\n'
    other = '\n#~ msgctxt "claims/both-signed/note"\n#~ msgid "A note."\n#~ msgstr "Una nota."\n'
    rich.write(ES, rich.read(ES) + ghost + other)
    stood = standing(rich)
    assert dalil(rich.root, "rename", "two-signed", "both-signed").returncode == 0
    assert ghost not in rich.read(ES)
    assert other in rich.read(ES)
    assert standing(rich)["claims/both-signed/text"][0] == stood["claims/two-signed/text"][0]
    assert dalil(rich.root, "locale", "update", "--check").returncode == 0


def test_a_catalogue_that_cannot_be_read_is_said(rich: Project) -> None:
    translate(rich)
    rich.write(ES, rich.read(ES) + "no line of a catalogue\n")
    before = texts(rich.root)
    done = dalil(rich.root, "rename", "two-signed", "both-signed")
    assert done.returncode == 1
    assert "data/locales/es.po" in done.stdout
    assert "error[catalogue-syntax]" in done.stdout
    assert texts(rich.root) == before


def test_the_register_follows(rich: Project) -> None:
    days = {"looked": Date.parse("2026-06-30"), "since": Date.parse("2026-06-30"), "why": "found-none"}
    address = "https://example.org/first"
    lookups = [Lookup(id=one, url=address, status="found", **days) for one in ("first-source", "source-one")]
    write_register(rich.root, lookups)
    before = rich.read(REGISTER)
    assert dalil(rich.root, "rename", "first-source", "null").returncode == 0
    assert set(open_store(rich.root).lookups) == {"null"}
    assert rich.read(REGISTER) == before.replace("first-source:", "null:")
    assert dalil(rich.root, "rename", "null", "source-one").returncode == 0
    assert set(open_store(rich.root).lookups) == {"source-one"}
    assert rich.read(REGISTER).count("source-one:") == 1
    assert dalil(rich.root, "rename", "chile", "source").returncode == 0
    assert rich.problems() == []


NEW_IDS = st.from_regex(ID_PATTERN.replace("^", r"\A").replace("$", r"\Z"), fullmatch=True).filter(
    lambda word: len(word) < 30
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(list(RENAMED)), new=NEW_IDS)
def test_renaming_there_and_back_restores_every_byte(rich: Project, kind: str, new: str) -> None:
    (rich.root / "data/aliases.yml").unlink(missing_ok=True)
    before = texts(rich.root)
    old = RENAMED[kind]
    try:
        prepare_rename(rich.root, old, new).changes.write()
    except ProblemsFound as found:
        assert {problem.code for problem in found.problems} == {"duplicate-id"}
        return
    assert new in open_store(rich.root).of_kind(kind)
    prepare_rename(rich.root, new, old).changes.write()
    after = texts(rich.root)
    after.pop("data/aliases.yml")
    quotes = str.maketrans("", "", "\"'")
    assert {name: text.translate(quotes) for name, text in after.items()} == {
        name: text.translate(quotes) for name, text in before.items()
    }


def test_the_whole_store_of_this_site_can_be_renamed_in_turn(tmp_path: Path) -> None:
    """The record of each kind that is named most, one after the other; then the check finds nothing."""
    root = tmp_path / "site"
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("macros", "overrides", "fonts"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    store = open_store(root)
    named: dict[str, int] = {}
    for kind in store.loaded.records:
        for record in store.of_kind(kind).values():
            for _, _, target in references_of(record):
                named[target] = named.get(target, 0) + 1
    before = set(store.aliases)
    for kind in RENAMABLE:
        old = max(store.of_kind(kind), key=lambda one: (named.get(one, 0), one))
        prepare_rename(root, old, f"renamed-{old}").changes.write()
        assert old not in ids_in(open_store(root))
    assert [say(problem) for problem in project_problems(root)] == []
    assert len(set(open_store(root).aliases) - before) == len(RENAMABLE)
    assert updated(root).paths == []
