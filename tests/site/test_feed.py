"""What is new, as a page and as an Atom feed whose entries last."""

from __future__ import annotations

import re
from datetime import datetime
from xml.etree import ElementTree

import pytest

from dalil.editing.renaming import prepare_rename
from dalil.render.page import Page
from dalil.render.revisions import revision_views
from dalil.site.feed import feed
from support import EVENTS, Project

OLDER = """\
it-was-so:
  topic: home
  text: {ar: كان كذلك., en: It was so.}
  citations: [{source: first-source, locator: {whole: yes}}]
"""
ATOM = "{http://www.w3.org/2005/Atom}"


def revisions(*rows: tuple[str, str]) -> str:
    lines = [
        f"    - {{date: {date}, kind: {kind}, what: {{ar: ماذا, en: What <{kind}>}}, why: {{ar: لماذا, en: Why & how}}}}\n"
        for date, kind in rows
    ]
    return "  revisions:\n" + "".join(lines)


@pytest.fixture
def changed(project: Project) -> Project:
    """A claim with two changes, and a statement with one between them; the older of the claim's stands last in the file."""
    claims, statements = "data/claims/all.yml", "data/statements/all.yml"
    project.write(claims, project.read(claims) + revisions(("2026-06-05", "correction"), ("2026-04-01", "update")))
    project.write(statements, project.read(statements) + revisions(("2026-05-01", "clarification")))
    return project


def entries(xml: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(xml).findall(f"{ATOM}entry")


def words(element: ElementTree.Element, tag: str) -> str:
    found = element.find(f"{ATOM}{tag}")
    assert found is not None, tag
    return found.text or ""


@pytest.mark.parametrize("locale", ["ar", "en"])
def test_the_feed_has_what_atom_requires(changed: Project, locale: str) -> None:
    root = ElementTree.fromstring(feed(changed.check().renderer.shared[locale]))
    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == locale
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert words(element, "id").startswith("https://")
        assert words(element, "title")
        assert datetime.fromisoformat(words(element, "updated")).tzinfo
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == f"{links['alternate']}feed.xml"
    assert len({words(one, "id") for one in root.findall(f"{ATOM}entry")}) == 4


def told(project: Project, locale: str = "en") -> dict[str, str]:
    """Id of each entry, after the feed's own address, to where it leads."""
    shared = project.check().renderer.shared[locale]
    found = {}
    for entry in entries(feed(shared)):
        link = entry.find(f"{ATOM}link")
        assert link is not None
        found[words(entry, "id").partition("#")[2]] = (link.get("href") or "").removeprefix(shared.on_web("", locale))
    return found


def test_news_and_changes_come_newest_first(changed: Project) -> None:
    assert list(told(changed).items()) == [
        ("two-signed/revision-2026-06-05", "claims/two-signed/#revision-2026-06-05"),
        ("chile-signed/revision-2026-05-01", "claims/chile-signed/#revision-2026-05-01"),
        ("two-signed/revision-2026-04-01", "claims/two-signed/#revision-2026-04-01"),
        ("the-signing", "events/the-signing/"),
    ]
    found = entries(feed(changed.check().renderer.shared["en"]))
    assert words(found[0], "title") == "Correction: What <correction>"
    assert "Why & how “2 countries signed the treaty" in words(found[0], "summary")
    assert (words(found[3], "title"), words(found[3], "updated")) == ("The treaty is signed", "2026-02-03T00:00:00Z")
    assert "2 countries signed the treaty" in words(found[3], "summary")


def test_each_language_has_its_own_quotation_marks(changed: Project) -> None:
    shared = changed.check().renderer.shared
    for locale, opening, closing in (("ar", "«", "»"), ("en", "“", "”")):
        summary = words(entries(feed(shared[locale]))[0], "summary")
        assert re.findall("[«»“”„]", summary) == [opening, closing]


def test_an_entry_stays_the_same_whatever_is_added_or_renamed(changed: Project) -> None:
    before = told(changed)
    claims, events = "data/claims/all.yml", "data/events/all.yml"
    more = revisions(("2026-03-01", "update"), ("2026-06-05", "clarification"), ("2026-06-20", "update"))
    changed.write(claims, changed.read(claims) + more.removeprefix("  revisions:\n"))
    changed.write(
        events, changed.read(events).replace("the-signing:", "an-older-event:").replace("2026-02-03", "2026-01-01")
    )
    changed.write(events, changed.read(events).replace("claims: [two-signed]", "claims: [it-was-so]") + EVENTS)
    changed.write("data/claims/more.yml", OLDER)
    changed.replace("docs/index.md", '"two-signed")', '"two-signed", "it-was-so")')
    added = told(changed)
    assert {one: added.get(one) for one in before} == before
    assert set(added) - set(before) == {
        "two-signed/revision-2026-03-01",
        "two-signed/revision-2026-06-05-2",
        "two-signed/revision-2026-06-20",
        "an-older-event",
    }
    # There, onwards, and all the way back: each time the addresses follow, and no entry is another one.
    for old, new in (
        ("two-signed", "pair"),
        ("pair", "both"),
        ("both", "pair"),
        ("pair", "two-signed"),
        ("two-signed", "x"),
    ):
        prepare_rename(changed.root, old, new).changes.write()
        now = told(changed)
        assert set(now) == set(added), new
        assert now["two-signed/revision-2026-04-01"] == f"claims/{new}/#revision-2026-04-01"
    prepare_rename(changed.root, "the-signing", "day-one").changes.write()
    assert told(changed)["the-signing"] == "events/day-one/"


def test_what_is_only_expected_is_no_news(changed: Project) -> None:
    changed.replace("data/events/all.yml", "date: 2026-02-03", "date: 2026-12-03\n  planned: yes")
    assert "the-signing" not in told(changed)


def test_an_event_of_a_month_is_not_dated_after_the_site(project: Project) -> None:
    project.replace("data/events/all.yml", "date: 2026-02-03", "date: 2026-03")
    project.replace("data/site.yml", "2026-06-30", "2026-03-10")
    [entry] = entries(feed(project.check().renderer.shared["ar"]))
    assert words(entry, "updated") == "2026-03-10T00:00:00Z"


def test_the_feed_of_a_site_without_changes_is_one(project: Project) -> None:
    root = ElementTree.fromstring(feed(project.check().renderer.shared["ar"]))
    assert [words(one, "title") for one in root.findall(f"{ATOM}entry")] == ["التوقيع على المعاهدة"]
    assert words(root, "updated") == "2026-06-30T00:00:00Z"


def test_the_page_lists_changes_of_one_kind_or_all(changed: Project) -> None:
    checked = changed.check()
    page = Page(checked.renderer.shared["en"], "", "home")
    assert [change.revision.kind for change in page.changes()] == ["correction", "clarification", "update"]
    assert [change.claim.id for change in page.changes("correction")] == ["two-signed"]
    html = str(checked.renderer.templates.macros_for(page)["changes"]("clarification"))
    assert "chile-signed/#revision-2026-05-01" in html
    assert "What &lt;clarification&gt;" in html
    assert html.count("<li>") == 1
    assert "There are none so far." in str(checked.renderer.templates.macros_for(page)["changes"]("no-such-kind"))


def test_a_claim_has_its_own_history(changed: Project) -> None:
    checked = changed.check()
    shared = checked.renderer.shared["ar"]
    views = revision_views(checked.store.claims["two-signed"], shared, lambda kind, record: None)
    assert [(view.id, view.label) for view in views] == [
        ("revision-2026-06-05", "تصويب"),
        ("revision-2026-04-01", "تحديث"),
    ]
