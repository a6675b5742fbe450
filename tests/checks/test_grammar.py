"""Names carry what a sentence needs: their gender, and how they stand with their article, in each language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.editing.desk import updated
from dalil.model.grammar import GENDERS, Grammar
from dalil.project.whole import check_project
from dalil.wording import hint_of, message_of
from support import Project
from translating import add, catalogue_of, standing_of, translate

ROLES, ENTITIES = "data/roles/all.yml", "data/entities/all.yml"
ARABIC = "'{subject_gender, select, m {وقّع} other {وقّعت}} {subject} {object}.'"
ENGLISH = "'{subject_the} signed {object_the}.'"
SENTENCE = "roles/signed/sentence"


def sentences(project: Project, arabic: str = ARABIC, english: str = ENGLISH) -> None:
    project.replace(
        ROLES, '{ar: "توقيع {subject}: {object}", en: "{subject} signed {object}."}', f"{{ar: {arabic}, en: {english}}}"
    )


def grammar(project: Project) -> None:
    """What the sentences above ask for; Iraq's name is masculine in Arabic."""
    project.replace(
        ENTITIES,
        "argentina: {kind: country, code: AR}",
        "argentina: {kind: country, code: US, grammar: {ar: f, en: the United States}}",
    )
    project.replace(
        ENTITIES, "chile: {kind: country, code: CL}", "chile: {kind: country, code: IQ, grammar: {ar: m, en: Iraq}}"
    )
    project.replace(
        ENTITIES,
        "  name: {ar: المعاهدة, en: The Treaty}\n",
        "  name: {ar: المعاهدة, en: Treaty of Iraq}\n  grammar: {en: the Treaty of Iraq}\n",
    )


def update(project: Project) -> None:
    updated(project.root, ["es"]).write()


def said(project: Project, code: str) -> list[str]:
    shared = check_project(project.root).shared[code]
    return [shared.plain_sentence(shared.store.statements[f"{name}-signed"]) for name in ("argentina", "chile")]


@given(st.sampled_from(GENDERS), st.text(st.sampled_from("abc d’é"), max_size=12).map(str.strip))
def test_a_gender_and_a_name_are_told_apart(gender: str, words: str) -> None:
    assert Grammar.read(f"{gender} {words}") == Grammar(gender, words)
    assert Grammar.read(gender.upper()) == Grammar(gender, "")
    assert Grammar.read(f"la {words}".strip()) == Grammar("", f"la {words}".strip())


def test_verbs_agree_and_names_have_their_articles(project: Project) -> None:
    sentences(project)
    grammar(project)
    assert project.problems() == []
    assert said(project, "ar") == ["وقّعت الولايات المتحدة المعاهدة.", "وقّع العراق المعاهدة."]
    assert said(project, "en") == ["The United States signed the Treaty of Iraq.", "Iraq signed the Treaty of Iraq."]


def test_each_name_that_lacks_what_a_sentence_asks_for_is_told_once(project: Project) -> None:
    sentences(project)
    found = [one for one in project.problems() if one.code == "name-lacks-form"]
    assert [(one.place.line, one.details["id"], one.details["locale"]) for one in found] == [
        (9, "argentina", "ar"), (9, "argentina", "en"), (10, "chile", "ar"), (10, "chile", "en"), (11, "the-treaty", "en"),
    ]  # fmt: skip
    assert "lacks its gender in “ar”" in message_of(found[0])
    assert "under “grammar”" in hint_of(found[0])
    assert "ينقصه" in message_of(found[0], "ar")
    assert "grammar" in hint_of(found[0], "ar")


def test_a_choice_by_a_gender_that_there_is_not(project: Project) -> None:
    sentences(project, ARABIC.replace("m {", "mm {"))
    grammar(project)
    problems = [one for one in project.problems() if one.code == "unknown-gender"]
    assert [(one.place.path, one.place.line, one.details["nearest"]) for one in problems] == [(ROLES, 3, "m")]


def test_languages_need_not_ask_for_the_same_forms(project: Project) -> None:
    sentences(project, "'وقّع {subject} {object}.'")
    grammar(project)
    assert project.problems() == []
    project.replace(ROLES, "{subject} {object}", "{subject}")
    assert [one.code for one in project.problems()] == ["arguments-differ"]


@pytest.fixture
def spanish(project: Project) -> Project:
    add(project, "es")
    return project


def test_a_language_is_asked_for_the_names_that_its_own_sentences_need(spanish: Project) -> None:
    key = "entities/the-treaty/grammar"
    assert not any(one.endswith("/grammar") for one in catalogue_of(spanish, "es").messages)
    assert key not in standing_of(spanish, "es").states
    translate(spanish, "es", {SENTENCE: "{subject} firmó {object_the}."})
    assert standing_of(spanish, "es").states[key] == "missing"
    assert said(spanish, "es")[0] == "Argentina firmó The Treaty."
    update(spanish)
    asked = [one for one in catalogue_of(spanish, "es").messages if one.endswith("/grammar")]
    assert asked == [key]
    assert any("f la Declaración" in line for line in catalogue_of(spanish, "es").messages[key].comments)
    translate(spanish, "es", {key: "m el Tratado"})
    assert standing_of(spanish, "es").states[key] == "done"
    assert said(spanish, "es") == ["Argentina firmó el Tratado.", "Chile firmó el Tratado."]


def test_a_gender_that_a_translation_lacks_is_told_at_its_place(spanish: Project) -> None:
    translate(
        spanish,
        "es",
        {SENTENCE: "{object_gender, select, m {Fue firmado} other {Fue firmada}} {object} por {subject}."},
    )
    update(spanish)
    translate(spanish, "es", {"entities/the-treaty/grammar": "la Declaración"})
    standing = standing_of(spanish, "es")
    assert [(one.code, one.details["unit"]) for one in standing.problems] == [
        ("name-lacks-form", "entities/the-treaty/grammar")
    ]
    place = standing.problems[0].place
    assert "la Declaración" in spanish.read(place.path).split("\n")[place.line - 1]


def test_a_translator_is_told_which_forms_there_are(spanish: Project) -> None:
    comments = catalogue_of(spanish, "es").messages[SENTENCE].comments
    assert any("{subject_the}" in line and "{subject_gender, select" in line for line in comments)
