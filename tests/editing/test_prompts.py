"""Prompts of `dalil new`: a name finds its id, what cannot stand is not offered, a text is asked of at once."""

from __future__ import annotations

import pytest

from dalil.checks.opening import open_store
from dalil.editing.naming_ids import fitting, ids_of, listed_ids
from dalil.editing.trying import problems_of_text
from dalil.store import Store
from dalil.wording import hint_of, message_of
from support import ENTITIES, Project, foreign_words
from terminal import answered

ENTITY = ("entities",)


@pytest.fixture
def store(project: Project) -> Store:
    """The small project, with a country in French letters and a paper with another name."""
    project.write(
        "data/entities/all.yml",
        ENTITIES.replace(
            "  name: {ar: الصحيفة الأولى, en: The First Paper}\n",
            "  name: {ar: الجَزيرة, en: The First Paper}\n  aliases: {en: [The Island]}\n",
        ),
    )
    return open_store(project.root)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("chile", ["chile"]),
        ("تشيلي", ["chile"]),
        ("Argentina", ["argentina"]),
        ("الجزيرة", ["first-paper"]),
        ("the island", ["first-paper"]),
        ("the treaty", ["the-treaty"]),
        ("treaty", []),
        ("", []),
    ],
)
def test_a_name_finds_its_id(store: Store, words: str, ids: list[str]) -> None:
    assert ids_of(store, ENTITY, store.entities, words) == ids


def test_what_cannot_stand_there_is_not_offered(store: Store) -> None:
    assert fitting(store, "sources", "publisher", ENTITY) == ["first-paper", "second-paper"]
    assert "chile" in fitting(store, "statements", "subject", ENTITY)


def test_a_list_shows_names_and_can_be_searched(store: Store) -> None:
    every = listed_ids(store, ENTITY, store.entities)
    assert len(every) == len(store.entities)
    assert ("chile", "تشيلي · Chile") in every
    assert listed_ids(store, ENTITY, store.entities, "paper") == [
        ("first-paper", "الجَزيرة · The First Paper"),
        ("second-paper", "الصحيفة الثانية · The Second Paper"),
    ]
    assert listed_ids(store, ENTITY, store.entities, "zebra") == []


def test_a_country_is_no_publisher(project: Project) -> None:
    project.replace("data/sources/all.yml", "publisher: first-paper", "publisher: chile")
    problem = next(one for one in project.problems() if one.code == "wrong-kind")
    assert message_of(problem) == "“chile” is a country, but an organisation or a person must stand here"
    assert not foreign_words(message_of(problem, "ar"))


@pytest.mark.parametrize(
    ("code", "words", "told"),
    [
        ("en", "It was 17 days.", ["literal-figure"]),
        ("ar", "كانت ١٧.", ["literal-figure"]),
        ("ar", "شيء, آخر.", ["latin-punctuation"]),
        ("en", "In {day.", ["message-syntax"]),
        ("en", "Say\u200bing.", ["invisible-character"]),
        ("en", "A sayingâ€™s word.", ["broken-encoding"]),
        ("en", "شيء ما.", ["wrong-script"]),
        ("en", "{who} joined on {day}, with {n, plural, one {# country} other {# countries}}.", []),
    ],
)
def test_a_text_is_asked_of_where_it_is_given(store: Store, code: str, words: str, told: list[str]) -> None:
    found = problems_of_text(store, "claims", "text", code, words)
    assert [one.code for one in found] == told
    for one in found:
        assert not foreign_words(message_of(one, "ar") + hint_of(one, "ar"))


def test_names_and_lists_at_the_prompts(project: Project) -> None:
    code, said = answered(
        project.root,
        ["new", "statement", "--id", "again", "--anyway", "--topic", "home", "--when", "2026-02", "--citation", "{source: first-source, locator: {whole: yes}}"],
        [
            ("subject", "?arg"),
            ("argentina  الأرجنتين · Argentina", "home"),
            ("is no entity", "الأرجنتين"),
            ("role", "signed"),
            ("object", "The Treaty"),
            ("Write it", "y"),
        ],
    )  # fmt: skip
    assert code == 0, said
    assert "again:\n  subject: argentina\n  role: signed\n  object: the-treaty\n" in project.read(
        "data/statements/all.yml"
    )
