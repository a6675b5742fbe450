"""What stands around a page: how to cite it, the pages before and after, the way to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from justhtml import JustHTML

from dalil.project.whole import Checked, check_project
from dalil.render.order import neighbours
from dalil.render.page import Page
from support import ROOT, Project


@pytest.fixture(scope="module")
def real() -> Checked:
    return check_project(ROOT)


def page(checked: Checked, locale: str, kind: str, record_id: str) -> Page:
    shared = checked.renderer.shared[locale]
    address = shared.addresses.of(kind, record_id)
    assert address is not None
    return Page(shared, address, record_id, None if kind == "pages" else (kind, record_id))


def walk(checked: Checked, locale: str, kind: str, record_id: str) -> list[str]:
    """The ids that one meets from a record on, by its link to the next."""
    found = [record_id]
    while (after := page(checked, locale, kind, found[-1]).colophon.next()) is not None:
        assert page(checked, locale, kind, after.id).colophon.previous().id == found[-1]  # type: ignore[union-attr]
        assert after.id not in found
        found.append(after.id)
    return found


def test_neighbours_of_a_list() -> None:
    parent = ("pages", "letters")
    found = neighbours([("x", "a"), ("x", "b"), ("y", "c")], parent)
    assert (found["x", "a"].previous, found["x", "a"].next) == (None, ("x", "b"))
    assert (found["x", "b"].previous, found["x", "b"].next) == (("x", "a"), ("y", "c"))
    assert found["y", "c"].next is None
    assert {one.parent for one in found.values()} == {parent}
    assert neighbours([], parent) == {}


def test_topics_follow_the_navigation(real: Checked) -> None:
    order = [Path(file).stem for file in real.renderer.settings.order]
    assert walk(real, "en", "pages", "home") == ["home", *order[1:]]


@pytest.mark.parametrize("locale", ["ar", "en"])
def test_records_follow_the_list_that_readers_see(real: Checked, locale: str) -> None:
    index = page(real, locale, "pages", "countries")
    countries = [entity.id for entity in index.entities("country")]
    assert walk(real, locale, "entities", countries[0]) == countries
    sources = [source.id for source in index.sources()]
    assert walk(real, locale, "sources", sources[0]) == sources
    events = [event.id for event in index.events()]
    assert walk(real, locale, "events", events[0]) == events


def test_arabic_and_english_lists_differ_in_order(real: Checked) -> None:
    ids = [
        [entity.id for entity in page(real, code, "pages", "countries").entities("country")] for code in ("ar", "en")
    ]
    assert sorted(ids[0]) == sorted(ids[1])
    assert ids[0] != ids[1]


def test_claims_and_statements_follow_their_index(real: Checked) -> None:
    index = page(real, "en", "pages", "claims")
    listed = [link.id for topic in index.topics() for link in topic.links]
    colophon = page(real, "en", "claims", listed[0]).colophon
    found = [listed[0]]
    while (after := colophon.next()) is not None:
        found.append(after.id)
        kind = "claims" if after.id in real.store.claims else "statements"
        colophon = page(real, "en", kind, after.id).colophon
    assert found == listed


def test_the_way_to_a_record(real: Checked) -> None:
    for kind, record_id, parent in (
        ("entities", "argentina", "countries"), ("events", "miami-summit", "timeline"),
        ("sources", "lawfare-nss", "sources"), ("claims", "shield-is", "claims"),
    ):  # fmt: skip
        colophon = page(real, "en", kind, record_id).colophon
        assert colophon.parent().id == parent  # type: ignore[union-attr]
        assert colophon.home().url == "../../"  # type: ignore[union-attr]
    home = page(real, "en", "pages", "home").colophon
    assert home.home() is None
    assert home.parent() is None


def test_a_page_is_cited_in_its_own_language(real: Checked) -> None:
    arabic, english = (page(real, code, "pages", "origins").colophon.citation() for code in ("ar", "en"))
    shared = real.renderer.shared
    ar, en = (shared[code].locale.date(real.store.site.updated) for code in ("ar", "en"))
    assert str(arabic.html.striptags()) == f"درع الأمريكتين، «النشأة»، {ar}، https://example.org/origins/"
    assert str(english.html.striptags()) == f"Shield of the Americas, “Origins”, {en}, https://example.org/en/origins/"
    assert [form.file for form in english.forms] == [f"origins-2026-en.{end}" for end in ("bib", "ris", "json")]
    home = page(real, "en", "pages", "home").colophon.citation()
    assert str(home.html.striptags()) == f"“Shield of the Americas”, {en}, https://example.org/en/"


def test_a_source_is_cited_under_its_own_title_where_it_is_known(real: Checked) -> None:
    colophon = page(real, "ar", "sources", "lawfare-nss").colophon
    assert '<bdi lang="en" dir="ltr">«Trump Administration Releases' in colophon.source("lawfare-nss").html
    rendered = next(s for s in real.store.sources.values() if not s.original_title and s.language == "es")
    citing = colophon.source(rendered.id)
    title = f"[{real.renderer.shared['ar'].texts.plain(rendered.title)}]"
    assert f"، {title}،" in citing.html or str(citing.html).startswith(f"{title}،")
    assert "langid = {arabic}" in citing.forms[0].html
    assert "language = {spanish}" in citing.forms[0].html


def test_every_page_and_source_can_be_cited(real: Checked) -> None:
    for code, shared in real.renderer.shared.items():
        keys = [("pages", page_id) for page_id in shared.pages]
        keys += [(kind, one.id) for kind, one in real.store.assertions()]
        keys += [("sources", source) for source in real.store.sources]
        files = set()
        for kind, record_id in keys:
            citing = page(real, code, kind, record_id).colophon.citation()
            assert shared.web_address(kind, record_id) in citing.html
            assert citing.forms[0].file.isascii()
            files.add(citing.forms[0].file)
        assert len(files) == len(keys)


def test_what_ends_a_page(project: Project) -> None:
    project.write("data/site.yml", project.read("data/site.yml") + "report: https://example.org/report\n")
    project.replace("docs/index.md", "{{ references() }}", "{{ references() }}\n\n{{ foot() }}")
    pages = {f"{one.locale} {one.path}": one.text for one in project.check().pages()}
    foot = JustHTML(pages["en index.md"], fragment=True, sanitize=False).query("footer.page-foot")[0]
    assert "30 June 2026" in foot.to_text()
    assert 'href="https://example.org/report"' in pages["en index.md"]
    assert "license" not in pages["en index.md"]
    assert "print-head" not in pages["en index.md"]
    country = pages["en countries/argentina.md"]
    assert "breadcrumb" not in country, "no page lists countries here"
    assert '<p class="print-head" data-editorial="site" data-pagefind-ignore>The site</p>' in country


def test_a_breadcrumb_names_the_list_and_the_record(real: Checked) -> None:
    html = str(real.renderer.templates.macros_for(page(real, "en", "entities", "argentina"))["breadcrumb"]())
    steps = JustHTML(html, fragment=True, sanitize=False).query("nav.breadcrumb > ol > li")
    assert [step.to_text() for step in steps] == ["Shield of the Americas", "Countries", "Argentina"]
    assert steps[-1].attrs == {"aria-current": "page"}
    assert [(link.attrs or {})["href"] for step in steps for link in step.query("a")] == ["../../", "../"]


def test_changes_come_newest_first(project: Project) -> None:
    revisions = "".join(
        f"    - {{date: 2026-0{month}-01, kind: update, what: {{ar: ماذا {arabic}, en: What {english}}}, why: {{ar: لماذا, en: Why}}}}\n"
        for month, arabic, english in ((4, "أولا", "first"), (5, "ثانيا", "second"))
    )
    project.write("data/claims/all.yml", project.read("data/claims/all.yml") + "  revisions:\n" + revisions)
    changes = page(project.check(), "en", "pages", "home").changes()
    assert [change.claim.id for change in changes] == ["two-signed"] * 2
    assert [change.revision.what_html for change in changes] == ["What second", "What first"]


def test_the_latest_are_events_that_happened_and_do_not_repeat(real: Checked) -> None:
    latest = page(real, "en", "pages", "home").latest(100)
    dates = [real.store.events[event.id].date.first for event in latest]
    assert dates == sorted(dates, reverse=True)
    assert not any(real.store.events[event.id].planned for event in latest)
    claims = [event.claims[0] for event in latest]
    assert len(claims) == len(set(claims))
    assert len(page(real, "en", "pages", "home").latest(3)) == 3
