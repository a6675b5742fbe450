"""The interface in the languages that dalil brings along: whole, sound and in step; a site gets what fits its texts."""

from __future__ import annotations

import re
import runpy
from dataclasses import replace
from typing import Any

import pytest

from dalil.editing.desk import added, updated
from dalil.model.locales import Locale
from dalil.problems import Problems
from dalil.reading.load import load
from dalil.store import Store
from dalil.text.messages import parse
from dalil.translation.catalogue import path_of, written
from dalil.translation.shipped import shipped, shipped_codes, shipped_for
from dalil.translation.units import retexted
from support import ROOT, Project
from translating import add, catalogue_of, standing_of, translate

CODES = shipped_codes()
QUOTES = {"de": "„“", "es": "«»", "fr": "«»", "ja": "「」", "ur": "”“"}
TOOL = runpy.run_path(str(ROOT / "tools" / "interface.py"))
NOTHING, RESULTS, SHORT = "interface/search.none/text", "interface/search.more/text", "interface/search.short/text"


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.of(load(ROOT, Problems()))


@pytest.fixture
def project(tmp_path: Any) -> Project:
    return Project(tmp_path)


def missing(project: Project, code: str) -> list[str]:
    states = standing_of(project, code).states
    return [key for key, state in states.items() if key.startswith("interface/") and state != "done"]


def test_there_are_five() -> None:
    assert CODES == ["de", "es", "fr", "ja", "ur"]


@pytest.mark.parametrize("code", CODES)
def test_it_is_in_step_with_the_interface(code: str, store: Store) -> None:
    """When this fails: `python tools/interface.py`, then translate what it names."""
    old = TOOL["read"](code)
    new = TOOL["renewed"](old, store)
    assert [key for key, one in new.messages.items() if one.fuzzy or not one.translation.strip()] == []
    assert old.text == written(new), "python tools/interface.py"


@pytest.mark.parametrize("code", CODES)
def test_a_text_that_changes_or_comes_is_noticed(code: str, store: Store) -> None:
    old = TOOL["read"](code)
    changed = retexted(store, lambda key, text: {**text, "en": "Nothing."} if key == NOTHING else text)
    assert TOOL["renewed"](old, changed).messages[NOTHING].fuzzy
    del old.messages[RESULTS]
    assert not TOOL["renewed"](old, store).messages[RESULTS].translation
    changed = retexted(store, lambda key, text: {**text, "ar": "شيء آخر"} if key == NOTHING else text)
    assert old.text != written(TOOL["renewed"](old, changed)), "the other language stands beside it"


@pytest.mark.parametrize("code", CODES)
def test_it_passes_every_check_of_a_site(code: str, project: Project) -> None:
    add(project, code)
    assert missing(project, code) == [SHORT]
    assert standing_of(project, code).problems == ()
    project.replace("data/interface/pictures.yml", '    en: "Country"', '    en: "Name"')
    project.write(path_of(code), "")
    updated(project.root).write()
    assert missing(project, code) == [SHORT], "what new projects have instead"
    assert standing_of(project, code).problems == ()


@pytest.mark.parametrize("code", CODES)
def test_its_signs_are_those_of_the_language(code: str) -> None:
    for key, texts in shipped(code).items():
        for one in texts:
            words, english = one.translation, one.source("en")
            assert not re.search("[\"']", words), key
            marks = "".join(re.findall("[“”„«»「」]", words))
            assert marks == QUOTES[code] * (len(marks) // 2), key
            assert len(marks) >= 2 * english.count("“"), key
            if code == "fr":
                assert not re.search(r"(?<![\u00a0%])[;:!?»]|«(?!\u00a0)", re.sub(r"\{\w+, plural.*", "", words)), key
            if code in ("ja", "ur"):
                assert not re.search(r"\w[.,;?]( |$)", parse(words).literal), key
            assert words[:1].isspace() == (code == "fr" and english == "; "), key


@pytest.mark.parametrize("code", CODES)
def test_each_plural_has_the_forms_of_the_language(code: str) -> None:
    wanted = Locale(code).plural_categories
    for key, texts in shipped(code).items():
        for one in texts:
            original, own = parse(one.source("en")), parse(one.translation)
            assert original.arguments == own.arguments, key
            assert original.plurals == own.plurals, key
            assert all(choice.options - {"=1"} == wanted for choice in own.choices), key
            assert one.translation.count("%s") == one.source("en").count("%s"), key


def test_a_text_that_the_site_has_changed_is_not_filled(project: Project) -> None:
    project.replace("data/interface/search.yml", 'en: "More results"', 'en: "Fetch whatever else there may be"')
    project.replace("data/interface/search.yml", "Nothing was found for “%s”.", "Nothing was found on “%s”.")
    add(project, "de")
    assert missing(project, "de") == [NOTHING, RESULTS, SHORT]
    assert not catalogue_of(project, "de").messages[RESULTS].translation
    proposed = catalogue_of(project, "de").messages[NOTHING]
    assert (proposed.fuzzy, proposed.previous, proposed.proposed) == (True, "Nothing was found for “%s”.", NOTHING)
    assert standing_of(project, "de").states[NOTHING] == "proposed", "it is not shown"
    assert updated(project.root).paths == [], "doing it again changes nothing"


def test_what_somebody_wrote_stays(project: Project) -> None:
    add(project, "fr")
    translate(project, "fr", {RESULTS: "La suite"})
    updated(project.root).write()
    assert catalogue_of(project, "fr").messages[RESULTS].translation == "La suite"


def test_what_is_empty_is_filled_when_the_catalogue_is_brought_into_step(project: Project) -> None:
    add(project, "fr")
    catalogue = catalogue_of(project, "fr")
    catalogue.messages[RESULTS] = replace(catalogue.messages[RESULTS], translation="", remarks="How to say it?")
    project.write(path_of("fr"), written(catalogue))
    updated(project.root).write()
    message = catalogue_of(project, "fr").messages[RESULTS]
    assert (message.translation, message.remarks) == ("Plus de résultats", "How to say it?")


@pytest.mark.parametrize(
    ("code", "found"),
    {"de": "de", "de-AT": "de", "fr-CA": "fr", "ur-IN": "ur", "ja": "ja", "ja-Latn": "", "it": "", "zh": ""}.items(),
)
def test_a_region_takes_the_words_of_its_language(code: str, found: str) -> None:
    assert shipped_for(code) == found


@pytest.mark.parametrize("code", ["de-AT", "fr-CA", "es-MX", "ur-IN"])
def test_a_region_has_them_without_a_fault(code: str, project: Project) -> None:
    add(project, code)
    assert missing(project, code) == [SHORT]
    assert standing_of(project, code).problems == ()


def test_a_site_without_english_has_them_too(project: Project) -> None:
    """What the Arabic of the interface is stands beside each text."""
    added(project.root, "ur", ["ar"]).write()
    assert "شے" in catalogue_of(project, "ur").messages["interface/bars.what/text"].translation
    assert missing(project, "ur") == [SHORT]
