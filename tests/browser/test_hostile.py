"""Payloads in every text of a project: built, parsed, and opened in a browser with the site's policy and without it."""

from __future__ import annotations

import json
import shutil
import subprocess
import warnings
from collections import Counter
from dataclasses import dataclass
from html import escape
from pathlib import Path

import polib
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc.source.json import CiteProcJSON
from playwright.sync_api import Browser, Page, expect

from dalil.model.kinds import RECORD_KINDS
from dalil.model.site import Site
from dalil.project.whole import Checked
from dalil.render.cards.design import svg
from dalil.render.export.cells import inert
from dalil.render.export.cells import read as cell_text
from dalil.site.build import build
from dalil.site.policy import shipped
from dalil.site.safety import Rules, dangers
from dalil.site.verifying.parse import read_tree
from dalil.translation.badge import badge_of
from dalil.wording import say
from hostile.opening import visit, without_policy
from hostile.payloads import BY_KIND, KIND_OF, PAYLOADS
from hostile.planting import text_fields
from hostile.project import every_field, hostile
from hostile.reading import (
    blanks,
    citations,
    linked_data,
    page,
    pages,
    shape_of_json,
    shape_of_page,
    shape_of_xml,
    table,
    words_of_page,
    words_of_xml,
)
from hostile.rotation import Rotation
from hostile.signs import OWN, OWN_ARABIC
from support import Project

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from frictionless import Package

LOOKUPS = {"Lookup.url", "Lookup.details", "Lookup.moved_to", "Lookup.archive", "Lookup.etag", "Lookup.last_modified"}
LOOKUPS |= {"SoughtPassage.words", "SoughtPassage.nearest"}
"""Fields that a program writes, and no page shows."""
SELDOM = {
    *("Claim.status_reason", "CountryMap.other", "Entity.grammar", "InterfaceString.text", "PageRecord.description"),
    *("Event.grammar", "Synonyms.words"),
}
"""Fields that pages show for some records, or cut off."""
ROUNDS = 4
"""Builds with payloads: so many that every kind has stood in every field."""
MARKUP = {"html", "script", "svg", "css"}
"""Kinds whose payloads are elements."""
XML = ["feed.xml", "opensearch.xml", "sitemap.xml"]
FOR_SERVERS = ["_headers", "nginx.conf", "robots.txt", "sitemap.xml"]


@dataclass(frozen=True)
class Attacked:
    """A project with payloads in every text, built and verified."""

    checked: Checked
    site: Path
    rotation: Rotation
    fields: set[str]


@dataclass(frozen=True)
class Attack:
    """Projects with payloads, and the same project with a letter in the place of each payload."""

    rounds: list[Attacked]
    harmless: Attacked

    @property
    def rotation(self) -> Rotation:
        """What stood where, in all of them."""
        return self.rounds[-1].rotation


def attacked(root: Path, rotation: Rotation) -> Attacked:
    project = every_field(Project(root))
    assert [say(problem) for problem in project.problems()] == []
    rotation.planted.clear()
    fields = hostile(project, rotation, translated="pt")
    assert [say(problem) for problem in project.problems()] == []
    built = build(root, root / "site")
    return Attacked(built.checked, root / "site", rotation, fields)


@pytest.fixture(scope="module")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Attack:
    folder = tmp_path_factory.mktemp("hostile")
    rotation = Rotation()
    rounds = []
    for number in range(ROUNDS):
        one = attacked(folder / str(number), rotation)
        rounds.append(Attacked(one.checked, one.site, Rotation(planted=[*rotation.planted]), one.fields))
    rounds[-1] = Attacked(rounds[-1].checked, rounds[-1].site, rotation, rounds[-1].fields)
    return Attack(rounds, attacked(folder / "harmless", Rotation(harmless=True)))


def test_every_kind_of_payload_has_stood_in_every_text_field_of_the_models(attack: Attack) -> None:
    fields = set().union(*(text_fields(model) for model in (Site, *RECORD_KINDS.values())))
    planted = attack.rounds[0].fields
    assert len(fields) > 45
    # What a record's texts may type is asked of them, and shown nowhere.
    assert {name for name in fields - planted - LOOKUPS if not name.endswith(".literals")} == set()
    assert len(PAYLOADS) == len(set(PAYLOADS)) >= 300
    assert set(PAYLOADS) - set(attack.rotation.used) == set()
    assert {(kind, name) for kind in BY_KIND for name in planted} - attack.rotation.pairs == set()


# Parsed


def test_pages_have_the_very_elements_of_a_harmless_site(attack: Attack) -> None:
    """Records are in the order of their names, so that the elements of the site, not those of each page, are compared."""
    names = pages(attack.harmless.site)
    assert len(names) > 55
    harmless = shapes_of(attack.harmless.site)
    assert shapes_of(attack.rounds[0].site) == harmless
    for one in attack.rounds:
        assert pages(one.site) == names
        assert set(shapes_of(one.site)) <= set(harmless)


def shapes_of(site: Path) -> Counter[tuple[str, ...]]:
    """How often each element with its attributes stands on a site."""
    found: Counter[tuple[str, ...]] = Counter()
    for name in pages(site):
        found.update(shape_of_page(page(site, name)))
    return found


def test_pages_say_payloads_as_they_were_written_once_escaped(attack: Attack) -> None:
    for one in attack.rounds:
        said = dict.fromkeys(one.checked.store.locales, "")
        for name in pages(one.site):
            code = name.split("/")[0] if name.split("/")[0] in said else "ar"
            said[code] += words_of_page(page(one.site, name)) + "\n"
        planted = [(name, code, payload) for name, code, payload in one.rotation.planted if code in ("ar", "en")]
        lacking = [where for where in planted if blanks(where[2]) not in said[where[1]]]
        assert {name for name, _, _ in lacking} <= SELDOM
        assert len(lacking) * 20 < len(planted) > 1000
        for _, code, payload in planted:
            twice = escape(payload, quote=False)
            # BibTeX writes a backslash before an ampersand.
            meant = twice.replace("\\&", "&")
            assert twice == payload or blanks(twice) not in said[code] or any(meant in one for one in PAYLOADS)


def test_linked_data_is_of_the_same_form(attack: Attack) -> None:
    read = 0
    for one in attack.rounds:
        for name in pages(one.site):
            found = linked_data(page(one.site, name))
            assert shape_of_json(found) == shape_of_json(linked_data(page(attack.harmless.site, name))), name
            read += len(found)
    assert read > 150


@pytest.mark.parametrize("code", ["", "en/", "pt/"])
def test_feed_site_map_and_search_description_are_of_the_same_form(attack: Attack, code: str) -> None:
    for one in attack.rounds:
        for name in XML[: None if code == "" else 2]:
            text = (one.site / code / name).read_text(encoding="utf-8")
            harmless = (attack.harmless.site / code / name).read_text(encoding="utf-8")
            assert shape_of_xml(text) == shape_of_xml(harmless), name
        said = words_of_xml((one.site / code / "feed.xml").read_text(encoding="utf-8"))
        whats = [payload for name, at, payload in one.rotation.planted if name == "Revision.what" and f"{at}/" == code]
        assert all(blanks(payload) in said for payload in whats)
        assert whats or code != "en/"


@pytest.mark.parametrize("name", FOR_SERVERS)
def test_what_servers_and_search_engines_read_holds_no_text_at_all(attack: Attack, name: str) -> None:
    for one in attack.rounds:
        assert (one.site / name).read_bytes() == (attack.harmless.site / name).read_bytes()


def test_tables_have_the_same_cells_none_of_which_is_a_formula(attack: Attack) -> None:
    marked = 0
    for one in attack.rounds:
        for path in sorted((one.site / "data").glob("*.csv")):
            rows = table(path.read_bytes().decode())
            harmless = table((attack.harmless.site / "data" / path.name).read_bytes().decode())
            assert [len(row) for row in rows] == [len(row) for row in harmless], path.name
            assert rows[0] == harmless[0]
            for cell in (cell for row in rows for cell in row):
                assert inert(cell_text(cell)) == cell, path.name
                marked += cell != cell_text(cell)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            report = Package(str(one.site / "data" / "datapackage.json")).validate()
        assert report.valid, report.flatten(["title", "note"])
    assert marked > 10


def test_data_for_programs_is_of_the_same_form(attack: Attack) -> None:
    for one in attack.rounds:
        files = [*(one.site / "data").rglob("*.json"), *(one.site / "hints").glob("*.json")]
        assert len(files) > 12
        for path in files:
            data = json.loads(path.read_text(encoding="utf-8"))
            other = json.loads((attack.harmless.site / path.relative_to(one.site)).read_text(encoding="utf-8"))
            assert shape_of_json(data) == shape_of_json(other), path


def test_citations_are_one_entry_each_with_the_same_fields(attack: Attack) -> None:
    read = 0
    for one in attack.rounds:
        for name in pages(one.site):
            harmless = dict(citations(page(attack.harmless.site, name)))
            for file, text in citations(page(one.site, name)):
                assert fields_of_citation(file, text) == fields_of_citation(file, harmless[file]), (name, file)
                read += 1
    assert read > 300


def fields_of_citation(file: str, text: str) -> list[str]:
    """The fields of the one entry that a file of a citation has."""
    if file.endswith(".bib"):
        library = parse_string(text)
        assert library.failed_blocks == []
        (entry,) = library.entries
        assert len(library.blocks) == 1
        return [entry.entry_type, entry.key, *(field.key for field in entry.fields)]
    if file.endswith(".ris"):
        (found,) = rispy.loads(text)
        assert "unknown_tag" not in found
        return sorted(found)
    (item,) = json.loads(text)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        CiteProcJSON([item])
    return sorted(item)


def test_the_catalogue_is_read_by_others(attack: Attack, tmp_path: Path) -> None:
    for one in attack.rounds:
        path = one.site / "data" / "locales" / "pt.po"
        catalogue = polib.pofile(str(path))
        harmless = polib.pofile(str(attack.harmless.site / "data" / "locales" / "pt.po"))
        assert [entry.msgctxt for entry in catalogue] == [entry.msgctxt for entry in harmless]
        assert not any(entry.fuzzy or entry.obsolete for entry in catalogue)
        if shutil.which("msgfmt"):
            subprocess.run(["msgfmt", "--check", "-o", tmp_path / "pt.mo", path], check=True, capture_output=True)


def test_pictures_are_drawn_of_the_same_shapes(attack: Attack) -> None:
    """What the drawer of preview pictures gets names nothing outside, and no text adds an element."""
    drawn = 0
    names = {"svg", "rect", "text", "tspan", "path", "g", "circle", "line"}
    for one in attack.rounds:
        renderer = one.checked.renderer
        for head in renderer.heads():
            if head.picture:
                shape = shape_of_xml(svg(head.picture.card, renderer.fonts))
                assert {*tags(shape)} <= names
                assert not {"href", "style", "filter"} & {*attributes(shape)}
                drawn += 1
        progress = next(iter(renderer.shared.values())).progress
        assert shape_of_xml(badge_of(progress)) == shape_of_xml(badge_of(next(iter(attack.harmless.checked.shared.values())).progress))  # fmt: skip
    assert drawn > 0 or not attack.rounds[0].checked.renderer.fonts.faces


def tags(shape: tuple[str, list[str], list[tuple]]) -> list[str]:  # type: ignore[type-arg]
    return [shape[0].rpartition("}")[2], *(tag for inner in shape[2] for tag in tags(inner))]


def attributes(shape: tuple[str, list[str], list[tuple]]) -> list[str]:  # type: ignore[type-arg]
    return [*(name.rpartition("}")[2] for name in shape[1]), *(one for inner in shape[2] for one in attributes(inner))]


def test_verification_finds_nothing_unsafe(attack: Attack) -> None:
    for one in attack.rounds:
        rules = Rules(shipped(one.checked.root / "overrides"), "https://example.org/")
        for name in pages(one.site):
            root, _ = read_tree((one.site / name).read_text(encoding="utf-8"))
            assert [str(what) for what in dangers(root, rules)] == [], name


# Opened


POLICY = pytest.mark.parametrize("policy", [True, False], ids=["under the policy", "without a policy"])


@POLICY
def test_no_payload_runs_leaves_or_becomes_markup(
    browser: Browser, attack: Attack, tmp_path: Path, policy: bool
) -> None:
    site = attack.rounds[0 if policy else 1].site
    found = [name.removesuffix("index.html") for name in pages(site)]
    served = site if policy else without_policy(site, tmp_path / "site")
    assert visit(browser, served, [*found, "no/such/page"]) == {}


@POLICY
@pytest.mark.parametrize("code", ["", "en/"])
def test_what_scripts_make_of_data_is_text(
    browser: Browser, attack: Attack, tmp_path: Path, code: str, policy: bool
) -> None:
    """The results of a search, the card of a claim's source, and the hints at links are made in the browser."""
    word = OWN if code else OWN_ARABIC

    def search(page: Page) -> None:
        page.locator("[data-search] input").fill(word)
        page.locator("[data-search] button[type=submit]").click()
        expect(page.locator("[data-search-result]").first).to_be_visible()
        expect(page.locator(".results")).to_contain_text(word)

    def point(page: Page) -> None:
        for trigger in ("a.mark", "a.hint", "a.seal"):
            page.reload()  # What was stirred has opened the card already.
            one = page.locator(f"main {trigger}").first
            one.click() if trigger == "a.seal" else one.hover()
            expect(page.locator("floating-card")).to_contain_text(word)

    for number, one in enumerate(attack.rounds[:2]):
        served = one.site if policy else without_policy(one.site, tmp_path / str(number))
        assert visit(browser, served, [f"{code}search/"], search) == {}
        assert visit(browser, served, [code], point) == {}


def test_the_browser_would_notice(browser: Browser, attack: Attack, tmp_path: Path) -> None:
    """Payloads that become markup by themselves are noticed unescaped; otherwise the tests above say nothing."""
    bare = without_policy(attack.rounds[0].site, tmp_path / "site")
    tried = [payload for payload in PAYLOADS if payload.startswith("<") and KIND_OF[payload] in MARKUP][::2]
    for number, payload in enumerate(tried):
        (bare / f"{number}.html").write_text(f"<!doctype html><title>x</title><p>{payload}</p>", encoding="utf-8")
    noticed = visit(browser, bare, [f"{number}.html" for number in range(len(tried))])
    missed = [payload for number, payload in enumerate(tried) if f"{number}.html" not in noticed]
    assert len(missed) < 8, missed
    assert len(noticed) > 20
