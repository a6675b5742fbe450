"""What changed, as a page and as an Atom feed."""

from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree

import pytest

from dalil.render.page import Page
from dalil.render.revisions import revision_views
from dalil.site.feed import feed
from support import Project

ATOM = "{http://www.w3.org/2005/Atom}"


def revisions(*rows: tuple[str, str]) -> str:
    lines = [
        f"    - {{date: {date}, kind: {kind}, what: {{ar: ماذا {date}, en: What <{date}>}}, why: {{ar: لماذا, en: Why & how}}}}\n"
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
    assert len({words(one, "id") for one in root.findall(f"{ATOM}entry")}) == 3


def test_changes_come_newest_first_and_keep_their_place(changed: Project) -> None:
    found = entries(feed(changed.check().renderer.shared["en"]))
    assert [words(one, "id").split("claims/")[1] for one in found] == [
        "two-signed/#revision-2",
        "chile-signed/#revision-1",
        "two-signed/#revision-1",
    ]
    assert words(found[0], "title") == "Correction: What <2026-06-05>"
    assert "Why & how “2 countries signed the treaty" in words(found[0], "summary")


def test_the_feed_of_a_site_without_changes_is_one(project: Project) -> None:
    root = ElementTree.fromstring(feed(project.check().renderer.shared["ar"]))
    assert root.findall(f"{ATOM}entry") == []
    assert words(root, "updated") == "2026-06-30T00:00:00Z"


def test_the_page_lists_changes_of_one_kind_or_all(changed: Project) -> None:
    checked = changed.check()
    page = Page(checked.renderer.shared["en"], "", "home")
    assert [change.revision.kind for change in page.changes()] == ["correction", "clarification", "update"]
    assert [change.claim.id for change in page.changes("correction")] == ["two-signed"]
    html = str(checked.renderer.templates.macros_for(page)["changes"]("clarification"))
    assert "chile-signed/#revision-1" in html
    assert "What &lt;2026-05-01&gt;" in html
    assert html.count("<li>") == 1
    assert "There are none so far." in str(checked.renderer.templates.macros_for(page)["changes"]("no-such-kind"))


def test_a_claim_has_its_own_history(changed: Project) -> None:
    checked = changed.check()
    shared = checked.renderer.shared["ar"]
    views = revision_views(checked.store.claims["two-signed"], shared, lambda kind, record: None)
    assert [(view.id, view.label) for view in views] == [("revision-2", "تصويب"), ("revision-1", "تحديث")]
