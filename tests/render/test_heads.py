"""Heads of pages: every page of the real site says something of its own, in words that fit and in valid JSON-LD."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dalil.project.whole import Checked, check_project
from dalil.render.descriptions import LIMIT
from dalil.render.heads import Head, open_graph_locale
from schema_org import faults
from support import ROOT, Project

Pages = dict[tuple[str, str], dict[str, Any]]
"""Locale and path to the head of each staged page."""


def matter(checked: Checked) -> Pages:
    return {
        (page.locale, page.path): yaml.load(page.text.split("\n---\n")[0], yaml.CSafeLoader) for page in checked.pages()
    }


def graphs(pages: Pages) -> Iterator[tuple[tuple[str, str], list[dict[str, Any]]]]:
    for where, page in pages.items():
        if page.get("linked_data"):
            yield where, json.loads(page["linked_data"])["@graph"]


@pytest.fixture(scope="module")
def real() -> tuple[Checked, Pages]:
    checked = check_project(ROOT)
    return checked, matter(checked)


@pytest.fixture
def heads(project: Project) -> Callable[[], dict[str, Head]]:
    """English address to head, of the small project as it is."""
    return lambda: {
        head.url.removeprefix("https://example.org/en/"): head
        for head in project.check().renderer.heads()
        if "/en/" in head.url
    }


def main_entity(project: Project, name: str) -> dict[str, Any]:
    page = dict(graphs(matter(project.check())))["en", name][0]
    found: dict[str, Any] = page["mainEntity"]
    return found


def test_titles_and_descriptions_are_distinct_and_fit(real: tuple[Checked, Pages]) -> None:
    checked, _ = real
    for code in checked.store.locales:
        heads = [head for head in checked.renderer.heads() if head.url == head.alternates[code]]
        assert len(heads) > 500
        for field in ("title", "description"):
            counted = Counter(getattr(head, field) for head in heads)
            assert [words for words, number in counted.items() if number > 1] == [], f"{code} {field}"
        assert [head.description for head in heads if not 20 <= len(head.description) <= LIMIT] == []


def test_every_property_is_in_the_vocabulary(real: tuple[Checked, Pages]) -> None:
    found = dict(graphs(real[1]))
    assert len(found) > 1000
    wrong = {f"{where}: {fault}" for where, graph in found.items() for fault in faults(graph)}
    assert sorted(wrong)[:20] == []


def test_a_fault_of_the_vocabulary_is_seen() -> None:
    work = {"@type": "CreativeWork", "name": "x", "datePublished": "2026-03"}
    assert list(faults([work])) == []
    assert len(list(faults([{**work, "@type": "Creation"}]))) == 1
    assert len(list(faults([{**work, "titel": "x"}]))) == 1
    assert len(list(faults([{**work, "datePublished": "yesterday"}]))) == 1
    assert len(list(faults([{**work, "publisher": {"@type": "Country", "name": "x"}}]))) == 1
    assert len(list(faults([{**work, "attendee": {"@type": "Person", "name": "x"}}]))) == 1
    assert len(list(faults([{"@type": "WebPage", "mainEntity": {**work, "titel": "x"}}]))) == 1


def test_each_kind_of_record_has_a_type_of_its_own(real: tuple[Checked, Pages]) -> None:
    by_type: Counter[str] = Counter()
    for _, graph in graphs(real[1]):
        for one in graph:
            by_type[one["@type"]] += 1
            by_type[one.get("mainEntity", {}).get("@type", "")] += 1
    wanted = {
        "WebSite", "Dataset", "BreadcrumbList", "Article", "Claim", "Event", "Organization", "Person", "Country", "Place",
        "Project", "CreativeWork", "DefinedTermSet", "NewsArticle", "CollectionPage",
    }  # fmt: skip
    assert wanted - set(by_type) == set()


def test_an_article_cites_each_source_of_its_references(real: tuple[Checked, Pages]) -> None:
    checked, pages = real
    for (code, path), graph in graphs(pages):
        if graph[0]["@type"] == "Article":
            works = graph[0].get("citation", [])
            cited = [one["url"] for one in works] if isinstance(works, list) else []
            assert len(cited) == len(set(cited)) > 2, (code, path)
            known = {source.url for source in checked.store.sources.values()}
            assert set(cited) <= known


def test_a_claim_appears_where_it_is_borne_out(project: Project) -> None:
    project.replace("data/claims/all.yml", "locator: {paragraph: 2}}", "locator: {paragraph: 2}, stance: disputes}")
    claim = main_entity(project, "claims/two-signed.md")
    assert claim["@type"] == "Claim"
    assert claim["text"] == "2 countries signed the treaty on 3 February 2026."
    assert claim["appearance"]["url"] == "https://example.org/first"
    assert claim["citation"]["url"] == "https://example.org/second"
    assert claim["about"] == {
        "@type": "CreativeWork", "name": "The Treaty", "url": "https://example.org/en/documents/the-treaty/",
    }  # fmt: skip


def test_an_event_says_when_and_keeps_the_precision_that_is_known(project: Project) -> None:
    project.replace("data/events/all.yml", "date: 2026-02-03", "date: 2026-02/2026-03~")
    event = main_entity(project, "events/the-signing.md")
    assert (event["startDate"], event["endDate"]) == ("2026-02", "2026-03")
    assert "attendee" not in event, "a country attends nothing in schema.org"


def test_nothing_in_a_text_can_end_the_script(project: Project) -> None:
    project.replace("data/claims/all.yml", "signed [the treaty]", "signed </script><!-- & [the treaty]")
    page = matter(project.check())["en", "claims/two-signed.md"]
    assert not set("<>&") & set(page["linked_data"])
    assert "</script><!-- &" in json.loads(page["linked_data"])["@graph"][0]["mainEntity"]["text"]


def test_a_description_says_what_the_page_says(heads: Callable[[], dict[str, Head]]) -> None:
    found = {address: head.description for address, head in heads().items()}
    assert found["claims/two-signed/"].startswith("2 countries signed the treaty on 3 February 2026. (")
    assert found["claims/argentina-signed/"].startswith("Argentina signed The Treaty. (")
    assert found["events/the-signing/"] == "3 February 2026: 2 countries signed the treaty on 3 February 2026."
    assert "The First Paper, 1 March 2026" in found["sources/first-source/"]
    assert "3 claims rest on it." in found["sources/first-source/"]
    assert found["countries/argentina/"].startswith("Argentina (Country): 1 claim")


def test_every_language_names_all_and_itself(heads: Callable[[], dict[str, Head]]) -> None:
    for address, head in heads().items():
        assert head.alternates == {
            "ar": f"https://example.org/{address}",
            "en": f"https://example.org/en/{address}",
            "x-default": f"https://example.org/{address}",
        }


def test_addresses_begin_with_that_of_the_site_in_its_folder(project: Project) -> None:
    project.replace("mkdocs.yml", "site_url: https://example.org/", "site_url: https://example.org/sub/folder/")
    for head in project.check().renderer.heads():
        assert all(url.startswith("https://example.org/sub/folder/") for url in [head.url, *head.alternates.values()])


def test_a_page_that_is_not_to_be_found_says_nothing_to_those_who_search(project: Project) -> None:
    project.replace("docs/index.md", "page: home", "page: home\nindexed: no")
    page = matter(project.check())["en", "index.md"]
    assert page["head"]["indexed"] is False
    assert "alternates" not in page["head"]
    assert not page["linked_data"]


def test_a_page_without_a_font_for_its_letters_has_no_picture(project: Project) -> None:
    (project.root / "fonts").mkdir()
    assert not any(head.picture for head in project.check().renderer.heads())
    for path in (ROOT / "fonts").glob("*.ttf"):
        project.write(f"fonts/{path.name}", path.read_bytes())
    project.replace("data/entities/all.yml", "en: The Treaty", "en: 'The Treaty of [東京](lang:ja)'")
    found = {head.url: head for head in project.check().renderer.heads()}
    home, treaty = (found[f"https://example.org/en/{address}"] for address in ("", "documents/the-treaty/"))
    assert treaty.missing == {"東", "京"}
    assert home.picture
    assert treaty.picture == home.picture
    assert found["https://example.org/documents/the-treaty/"].picture != found["https://example.org/"].picture


@pytest.mark.parametrize(("code", "wanted"), [("ar", "ar_AR"), ("en", "en_GB")])
def test_open_graph_knows_the_locale(project: Project, code: str, wanted: str) -> None:
    shared = project.check().renderer.shared
    assert open_graph_locale(code, shared["ar"]) == wanted


def test_the_tiny_site_speaks_its_own_languages(tea: Callable[[], Path]) -> None:
    checked = check_project(tea())
    shared = checked.renderer.shared["he"]
    assert [open_graph_locale(code, shared) for code in ("he", "fr")] == ["he_IL", "fr_FR"]
    assert [fault for _, graph in graphs(matter(checked)) for fault in faults(graph)] == []
    assert not any(head.picture for head in checked.renderer.heads())
