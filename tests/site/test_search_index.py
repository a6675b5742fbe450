"""The search index as files: one a locale, of what the store holds, leading to places that are there."""

from __future__ import annotations

import gzip
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dalil.site.build import Built, build
from dalil.site.finding import Entry, entries, languages_of
from dalil.site.pagefind import Document, PagefindFailed, index
from dalil.site.search import MAGIC
from dalil.site.vocabulary import spellings, synonyms, vocabulary
from dalil.text.folding import BOTH
from support import Project

NAMESPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.fixture(scope="module")
def built_tea(tea: Callable[[], Path]) -> tuple[Path, Built]:
    root = tea()
    return root / "site", build(root, root / "site")


def fragments(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted((folder / "fragment").iterdir()):
        yield json.loads(gzip.decompress(path.read_bytes()).removeprefix(MAGIC))


@pytest.mark.parametrize("locale", ["he", "fr"])
def test_each_locale_has_an_index_of_its_own_that_leads_to_places_that_are_there(
    built_tea: tuple[Path, Built], locale: str
) -> None:
    site, built = built_tea
    store = built.checked.store
    found = list(fragments(site / "pagefind" / locale))
    root = site if locale == store.site.default else site / locale
    for fragment in found:
        path, _, anchor = fragment["url"].partition("#")
        page = (root / path / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in page, fragment
    ids = {fragment["meta"]["id"] for fragment in found}
    for kind in ("claims", "statements", "events", "disputes", "terms", "sources"):
        assert {f"{kind}/{record}" for record in store.of_kind(kind)} <= ids
    titles = {fragment["meta"]["id"]: fragment["meta"]["title"] for fragment in found}
    assert titles["entities/china"] == {"he": "סין", "fr": "Chine"}[locale]


def test_claims_are_shown_in_full_with_their_status(built_tea: tuple[Path, Built]) -> None:
    site, built = built_tea
    shared = built.checked.renderer.shared["fr"]
    shown = {fragment["meta"]["id"]: fragment["meta"] for fragment in fragments(site / "pagefind" / "fr")}
    for kind, assertion in built.checked.store.assertions():
        assert shown[f"{kind}/{assertion.id}"]["title"] == shared.plain_sentence(assertion)
        assert shown[f"{kind}/{assertion.id}"]["status"] == shared.judgement(assertion).status


def test_nothing_is_left_of_other_searches(built_tea: tuple[Path, Built]) -> None:
    site, _ = built_tea
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert not [
        name for name in names if re.search(r"lunr|search_index|/workers/|pagefind-(ui|modular|component)", name)
    ]
    for locale in ("he", "fr"):
        assert {"pagefind.js", "settings.json", "words.json"} <= {
            name.removeprefix(f"pagefind/{locale}/") for name in names
        }


@pytest.mark.parametrize("locale", ["he", "fr"])
def test_a_description_offers_the_search_to_browsers(built_tea: tuple[Path, Built], locale: str) -> None:
    site, _ = built_tea
    below = "" if locale == "he" else "fr/"
    root = ElementTree.parse(site / below / "opensearch.xml").getroot()
    assert root.tag == f"{NAMESPACE}OpenSearchDescription"
    short = root.findtext(f"{NAMESPACE}ShortName") or ""
    assert 0 < len(short) <= 16
    assert root.findtext(f"{NAMESPACE}LongName") == {"he": "תולדות התה", "fr": "L’histoire du thé"}[locale]
    addresses = [url.get("template") for url in root.findall(f"{NAMESPACE}Url")]
    start = f"https://example.org/tea/{below}"
    assert addresses == [f"{start}search/?q={{searchTerms}}", f"{start}opensearch.xml"]


def test_an_entity_is_known_by_its_names_in_every_language(project: Project) -> None:
    project.replace("data/entities/all.yml", "code: CL}", "code: CL, aliases: {es: [El Reino de Chile]}}")
    checked = project.check()
    assert languages_of(checked.store) == ["ar", "en", "es"]
    found = entries(checked.renderer.shared["ar"], languages_of(checked.store))
    names = {entry.id: entry.names for entry in found}
    assert {"تشيلي", "Chile", "El Reino de Chile"} <= set(names["entities/chile"])
    assert next(entry.title for entry in found if entry.id == "entities/chile") == "تشيلي"


def test_synonyms_are_the_site_s_own_of_each_language_with_phrases(project: Project) -> None:
    project.write(
        "data/synonyms/all.yml",
        "membership:\n  words: {ar: 'عضو، موقّع، الدول الأعضاء', en: 'member, signatory, Member States'}\n",
    )
    shared = project.check().renderer.shared
    assert synonyms(shared["en"], BOTH, {}) == [["member", "signatory", "member stat"]]
    assert synonyms(shared["ar"], BOTH, {"موقع": "وقع"}) == [["عضو", "وقع", "دول اعضا"]]


def test_the_vocabulary_has_each_stem_once_as_it_is_written_names_first() -> None:
    found = [
        Entry("country", "entities/x", "x/", "Mexico", ("Mexico", "المكسيك")),
        Entry("claim", "claims/x", "x/", "Signed in Mexico’s capital; he signs, they signed.", (), "Signed in Mexico’s capital; he signs, they signed in 2026, 說這條小路."),
        Entry("source", "sources/x", "x/", "Elsewhere", ("Elsewhere",)),
    ]  # fmt: skip
    assert vocabulary(found, BOTH) == (["Mexico", "المكسيك"], ["Signed", "capital"])


def test_names_that_differ_in_one_like_word_are_spellings() -> None:
    def named(*names: str) -> Entry:
        return Entry("person", "entities/x", "x/", names[0], names)

    found = spellings(
        [named("دونالد ترمب", "دونالد ترامب", "Donald Trump"), named("وزارة الحرب", "وزارة الدفاع")], BOTH
    )
    assert found == {"ترمب": "ترامب"}
    assert spellings([named("Order 14157", "Order 14158")], BOTH) == {}


def test_an_index_is_the_same_each_time_and_in_the_order_of_its_documents() -> None:
    documents = [Document(str(number), f"word{number} alike", {"name": f"n{number}"}) for number in range(40)]
    first, second = (index(documents, "unknown") for _ in range(2))
    assert first == second
    assert index(reversed(documents), "unknown") != first


def test_a_document_that_cannot_be_indexed_is_said() -> None:
    with pytest.raises(PagefindFailed):
        index([Document("1", 5)], "unknown")  # type: ignore[arg-type]
