"""Catalogues kept in step: exactly what changed is marked, nothing that somebody translated is lost."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dalil.checks.opening import Need, open_store
from dalil.editing.desk import updated
from dalil.model.grammar import FIELD
from dalil.problems import Problems
from dalil.store import Store
from dalil.translation.catalogue import Catalogue, Message, parse_catalogue, written
from dalil.translation.merging import merged
from dalil.translation.standing import stand
from dalil.translation.units import Unit, retexted, units_of
from support import Project
from translating import add, catalogue_of, fill, standing_of, translate

Held = tuple[Project, Store, Catalogue]
CLAIM = "claims/two-signed/text"


@pytest.fixture(scope="module")
def dutch(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """A language of which every text is done: its words are the English ones, which no check minds."""
    project = Project(tmp_path_factory.mktemp("merging") / "project")
    add(project, "nl")
    fill(project, "nl", lambda message: message.source)
    store = open_store(project.root, Need.SOUND)
    return project, store, catalogue_of(project, "nl")


def asked(store: Store) -> list[Unit]:
    """The texts that the language is asked for: its sentences need the grammar of no name."""
    return [unit for unit in units_of(store) if unit.path != FIELD]


def update(old: Catalogue, store: Store) -> Catalogue:
    return merged(old, asked(store), "en", lambda unit: [f"Here: {unit.key}"])


def by_state(store: Store, catalogue: Catalogue) -> dict[str, set[str]]:
    states = stand(store, catalogue).states
    return {state: {key for key in states if states[key] == state} for state in set(states.values())}


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_an_edit_marks_exactly_the_text_that_was_edited(dutch: Held, data: st.DataObject) -> None:
    _, store, catalogue = dutch
    keys = sorted(catalogue.messages)
    edited = data.draw(st.sampled_from(keys))
    locale = data.draw(st.sampled_from(["en", "ar"]))
    addition = data.draw(st.sampled_from([" More.", "\nA line.", " “Quoted” \\\\ *so*.", " 🌍"]))

    def edit(key: str, text: dict[str, str]) -> dict[str, str]:
        return {**text, locale: text[locale] + addition} if key == edited else text

    changed = retexted(store, edit)
    expected = {edited} if locale == "en" else set()
    everything = set(keys)
    assert by_state(changed, catalogue).get("stale", set()) == expected
    new = update(catalogue, changed)
    assert by_state(changed, new) == {
        name: held for name, held in [("stale", expected), ("done", everything - expected)] if held
    }
    for key in expected:
        assert new.messages[key].fuzzy
        assert new.messages[key].previous == catalogue.messages[key].source
        assert new.messages[key].translation == catalogue.messages[key].translation
    assert written(update(new, changed)) == written(new)
    # Taken back, the edit leaves no trace; and a second one still shows what was translated.
    assert update(new, store).messages == update(catalogue, store).messages
    twice = update(new, retexted(changed, edit))
    assert all(twice.messages[key].previous == catalogue.messages[key].source for key in expected)


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_what_goes_is_kept_and_restored(dutch: Held, data: st.DataObject) -> None:
    _, store, catalogue = dutch
    gone = set(data.draw(st.lists(st.sampled_from(sorted(catalogue.messages)), min_size=1, max_size=3)))
    units = [unit for unit in asked(store) if unit.key not in gone]
    new = merged(catalogue, units, "en", lambda unit: ())
    assert {one.key for one in new.obsolete} == gone
    assert new.messages.keys() == catalogue.messages.keys() - gone
    read = parse_catalogue(written(new), "nl", Problems())
    assert read is not None
    assert written(merged(read, units, "en", lambda unit: ())) == written(new)
    back = update(read, store)
    assert back.messages == update(catalogue, store).messages
    assert back.obsolete == []


def a_list(texts: list[str]) -> list[Unit]:
    """The items of a list in a record, with another text before them."""
    record = SimpleNamespace(id="how-many")
    items = [("versions", number, "label") for number in range(len(texts))]
    paths = [("question",), *items]
    return [Unit("disputes", record, path, {"en": text}, "data/d.yml") for path, text in zip(paths, ["How many?", *texts], strict=True)]  # fmt: skip


ITEMS = st.lists(
    st.sampled_from(["One", "Two, or so", "Three", "Nobody knows how many", "Nobody knows how much"]), unique=True
)


@settings(max_examples=150, deadline=None)
@given(ITEMS, ITEMS)
def test_items_of_a_list_keep_their_translations_wherever_they_go(before: list[str], after: list[str]) -> None:
    old = merged(Catalogue("es"), a_list(before), "en", lambda unit: ())
    old.messages = {key: replace(one, translation=one.source.upper()) for key, one in old.messages.items()}
    new = merged(old, a_list(after), "en", lambda unit: ())
    kept = set(before) & set(after)
    for number, text in enumerate(after):
        message = new.messages[f"disputes/how-many/versions/{number}/label"]
        assert message.source == text
        if text in kept:
            assert (message.translation, message.fuzzy) == (text.upper(), False)
        else:
            # Perhaps behind (what stood here was changed) or proposed, but never the words of an item that is still there.
            assert message.fuzzy or not message.translation
            assert message.proposed or message.translation.lower() not in {one.lower() for one in kept}
    # Nothing that was translated is lost: it is shown, waits to be confirmed, or waits for its text to come back.
    everywhere = {one.translation for one in [*new.messages.values(), *new.obsolete]}
    assert everywhere >= {text.upper() for text in before}
    again = merged(new, a_list(after), "en", lambda unit: ())
    assert written(again) == written(new)
    back = merged(new, a_list(before), "en", lambda unit: ())
    for number, text in enumerate(before):
        message = back.messages[f"disputes/how-many/versions/{number}/label"]
        assert (message.translation, message.fuzzy) == (text.upper(), False)


def one(key: str, text: str) -> Unit:
    kind, record, *path = key.split("/")
    return Unit(kind, SimpleNamespace(id=record), tuple(path), {"en": text}, "data/x.yml")


def test_the_translation_of_a_like_text_is_proposed_and_never_taken_for_one() -> None:
    old = Catalogue(
        "es", {"claims/a/text": Message("claims/a/text", "Argentina signed the treaty in March.", "Argentina firmó.")}
    )
    units = [one("claims/a/text", "Argentina signed the treaty in March."), one("claims/b/text", "Argentina signed the treaty in May."), one("claims/c/text", "Nothing of the kind."), one("terms/d/text", "Argentina signed the treaty in Mai.")]  # fmt: skip
    new = merged(old, units, "en", lambda unit: ())
    like = new.messages["claims/b/text"]
    assert (like.translation, like.fuzzy, like.proposed, like.previous) == ("Argentina firmó.", True, "claims/a/text", old.messages["claims/a/text"].source)  # fmt: skip
    assert new.messages["claims/c/text"].translation == ""
    assert new.messages["terms/d/text"].translation == ""
    read = parse_catalogue(written(new), "es", Problems())
    assert read is not None
    assert read.messages["claims/b/text"].proposed == "claims/a/text"
    # A proposal that nobody confirmed is no work of anybody's: its text gone, it goes.
    assert merged(read, units[:1], "en", lambda unit: ()).obsolete == []


def test_known_names_are_proposed(project: Project) -> None:
    project.replace(
        "data/entities/all.yml",
        "name: {ar: المعاهدة, en: The Treaty}",
        "name: {ar: المعاهدة, en: The Treaty}\n  aliases: {es: [El Tratado]}",
    )
    add(project, "es-419")
    name = catalogue_of(project, "es-419").messages["entities/the-treaty/name"]
    assert (name.translation, name.fuzzy, name.proposed) == ("El Tratado", True, "names")
    assert standing_of(project, "es-419").states["entities/the-treaty/name"] == "proposed"
    assert "entities/the-treaty/name" not in standing_of(project, "es-419").shown


def test_in_files_as_in_memory(project: Project) -> None:
    add(project, "nl", "fil")
    translate(project, "nl", {CLAIM: catalogue_of(project, "nl").messages[CLAIM].source, "pages/home/title": "Begin"})
    updated(project.root).write()
    assert updated(project.root).paths == []
    project.replace("data/pages/all.yml", "en: Home}", "en: Start}")
    project.replace(
        "data/pages/all.yml",
        "    signing: {ar: التوقيع, en: The signing}",
        "    signing: {ar: التوقيع, en: The signing}\n    after: {ar: بعده, en: After it}",
    )
    project.replace("docs/index.md", '{{ section("signing") }}', '{{ section("signing") }}\n\n{{ section("after") }}')
    changes = updated(project.root)
    assert changes.paths == ["data/locales/fil.po", "data/locales/nl.po"]
    changes.write()
    assert updated(project.root).paths == []
    states = standing_of(project, "nl").states
    assert (states["pages/home/title"], states["pages/home/sections/after"], states[CLAIM]) == (
        "stale",
        "missing",
        "done",
    )
    text = project.read("data/locales/nl.po")
    assert (
        '#, fuzzy, icu-message-format\n#| msgid "Home"\nmsgctxt "pages/home/title"\nmsgid "Start"\nmsgstr "Begin"\n'
        in text
    )
