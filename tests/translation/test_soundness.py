"""Catalogues as other tools and hands leave them: each is read, or told what is wrong with it as a file."""

from __future__ import annotations

import pytest

from dalil.editing.desk import updated
from dalil.problems import Problem, Problems
from dalil.project.some_files import check_files
from dalil.translation.catalogue import parse_catalogue, path_of
from dalil.wording import hint_of, message_of, say
from support import Project, foreign_words
from translating import add, standing_of, translate

FILE = path_of("fr")
TITLE, CLAIM = "pages/home/title", "claims/two-signed/text"


@pytest.fixture
def french(project: Project) -> Project:
    """A small project in French too."""
    add(project, "fr")
    translate(project, "fr", {TITLE: "Accueil"})
    return project


def found(project: Project, code: str) -> list[Problem]:
    """The problems of one code, each of which can be said in Arabic, and is said of the file alone too."""
    problems = [one for one in project.problems() if one.code == code]
    for one in problems:
        assert not foreign_words(message_of(one, "ar") + hint_of(one, "ar"))
        alone = check_files(project.root, [project.root / one.place.path]).problems
        assert say(one) in [say(other) for other in alone]
    return problems


def test_what_is_written_says_its_own_encoding(french: Project) -> None:
    french.replace(FILE, "charset=UTF-8", "charset=ISO-8859-1")
    assert [hint_of(one) for one in found(french, "catalogue-header")] == ["Write “UTF-8”."]
    updated(french.root).write()
    assert "charset=UTF-8" in french.read(FILE)
    assert found(french, "catalogue-header") == []


@pytest.mark.parametrize("comment", ["#,fuzzy", "#:data/pages/all.yml", "#.A remark", "#,fuzzy,icu-message-format"])
def test_a_comment_needs_no_space_behind_its_sign(comment: str) -> None:
    text = f'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\n{comment}\nmsgctxt "a/b"\nmsgid "x"\nmsgstr "y"\n'
    problems = Problems()
    catalogue = parse_catalogue(text, "fr", problems)
    assert len(problems) == 0
    assert catalogue is not None
    assert catalogue.messages["a/b"].fuzzy == ("fuzzy" in comment)
    assert catalogue.place("a/b").line == 8


@pytest.mark.parametrize(
    ("name", "near"), [("FR.po", "fr.po"), ("fr_FR.po", "fr.po"), ("fr.po.bak", ""), ("french.txt", "")]
)
def test_a_stray_file_is_named(french: Project, name: str, near: str) -> None:
    french.write(f"data/locales/{name}", french.read(FILE))
    problems = [one for one in french.problems() if one.code == "catalogue-stray"]
    assert [str(one.place) for one in problems] == [f"data/locales/{name}:1:1"]
    assert near in hint_of(problems[0])


def test_a_catalogue_that_was_kept_is_no_stray(french: Project) -> None:
    french.write("data/locales/pt-BR.po", french.read(FILE))
    assert found(french, "catalogue-stray") == []


def test_a_translation_of_no_text_is_named(french: Project) -> None:
    french.replace(FILE, f'msgctxt "{TITLE}"', 'msgctxt "pages/hom/title"')
    problem = found(french, "catalogue-unknown")[0]
    assert hint_of(problem) == f"Did you mean “{TITLE}”?"
    line = french.read(FILE).split("\n").index('msgctxt "pages/hom/title"') + 1
    assert (problem.place.line, problem.place.column) == (line, 10)


def test_a_file_cut_short_is_named(french: Project) -> None:
    text = french.read(FILE)
    whole = text.split("\n\n")
    french.write(FILE, "\n\n".join(whole[: len(whole) // 2]) + "\n")
    assert len(found(french, "catalogue-cut")) == 1
    french.write(FILE, "\n\n".join([*whole[:-1], whole[-1].partition("msgstr")[0]]))
    assert len(found(french, "catalogue-cut")) == 1
    french.write(FILE, text)
    assert found(french, "catalogue-cut") == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('Le "traité"', [('"', "«\u00a0…\u00a0»"), ('"', "«\u00a0…\u00a0»")]),
        ("L'accueil", [("'", "’")]),
        ("Qui ?", [(" ?", "\u00a0?")]),
        ("Attention: ici", [(":", "\u00a0:")]),
        ("« Accueil »", [("« ", "«\u00a0"), (" »", "\u00a0»")]),
        ("Qui\u202f? L’accueil\u00a0: «\u202fici\u202f»", []),
    ],
)
def test_french_is_set_as_french(french: Project, words: str, told: list[tuple[str, str]]) -> None:
    translate(french, "fr", {TITLE: words})
    problems = found(french, "typography")
    assert [(one.details["found"], one.details["write"]) for one in problems] == told
    assert TITLE in standing_of(french, "fr").shown
