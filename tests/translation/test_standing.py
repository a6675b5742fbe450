"""Broken translations: each kind has its code, place, text and hint, and never reaches a reader."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dalil.project.whole import check_project
from dalil.translation.catalogue import path_of
from dalil.wording import WORDING, hint_of, message_of, say
from dalil.wording.saying import LANGUAGES
from support import Project
from translating import add, catalogue_of, empty, line_of, standing_of, translate

CLAIM, TITLE, SENTENCE, SITE = "claims/two-signed/text", "pages/home/title", "roles/signed/sentence", "site/site/title"
PLURAL = "{n, plural, one {# país firmó} many {# de países firmaron} other {# países firmaron}}"
SOUND = f"{PLURAL} [el tratado](entity:the-treaty) el {{day}}."
FILE = path_of("es")


@dataclass(frozen=True)
class Break:
    """One way to translate badly, and what must be said of it."""

    name: str
    words: str
    code: str
    at: str = ""
    """What stands at the column, as the file writes it; without it the whole translation is meant."""
    hint: str = ""
    key: str = CLAIM
    besides: tuple[str, ...] = ()
    """Other codes that the same words bring up."""


BREAKS = [
    Break("loses an argument", SOUND.replace(" el {day}", ""), "arguments-differ", hint="same values"),
    Break("loses an argument of a sentence", "{subject} firmó.", "arguments-differ", key=SENTENCE),
    Break("adds an argument", SOUND.replace("{day}", "{day} {daye}"), "unknown-argument", "{daye", "day", besides=("arguments-differ",)),
    Break("translates an argument's name", SOUND.replace("{day}", "{día}"), "unknown-argument", "{día", "", besides=("arguments-differ",)),
    Break("formats a value itself", SOUND.replace("{day}", "{day, date}"), "argument-style", "{day", ""),
    Break("loses a link", SOUND.replace("[el tratado](entity:the-treaty)", "el tratado"), "links-differ", hint="same records"),
    Break("links elsewhere", SOUND.replace("the-treaty", "argentina"), "links-differ", hint="same records"),
    Break("links to nothing", SOUND.replace("the-treaty", "the-traety"), "unknown-reference", "[el tratado]", "the-treaty", besides=("links-differ",)),
    Break("translates a link's kind", SOUND.replace("(entity:", "(entidad:"), "link-kind", "[el tratado]", "entity", besides=("links-differ",)),
    Break("loses a plural form", SOUND.replace("many {# de países firmaron} ", ""), "plural-categories", hint="many"),
    Break("chooses by what is no number", SOUND.replace("{day}", "{day, plural, one {#} many {#} other {#}}"), "argument-type", "{day"),
    Break("never closes a bracket", SOUND.replace("el {day}", "el {day"), "message-syntax", hint="needs its"),
    Break("never closes a link", SOUND.replace("the-treaty)", "the-treaty"), "broken-markup", "[el tratado]", besides=("links-differ",)),
    Break("has a direction mark", SOUND.replace("el {day}", "el\u200f {day}"), "bidi-control", "\u200f", "isolates"),
    Break("turns words round", "Ini\u202ecio", "bidi-control", "\u202e", "isolates", TITLE),
    Break("has what nobody sees", "Ini\u200bcio", "invisible-character", "\u200b", "Delete", TITLE),
    Break("holds the place of a value", "Ini\ue000cio", "private-character", "\ue000", "meant to show", TITLE),
    Break("goes on in another line", "Inicio\n\n# Otro", "line-break", hint="one line", key=TITLE),
    Break("has a tab", "Ini\tcio", "control-character", "\\t", "Delete", TITLE),
    Break("writes a figure", SOUND.replace("el {day}", "los 2 el {day}"), "figures-differ", "2 el", "value"),
    Break("writes a figure in a heading", "Inicio 2026", "figures-differ", "2026", "value", TITLE),
    Break("writes a date", SOUND.replace("el {day}", "en febrero, el {day}"), "translation-date", "febrero", "date"),
    Break("mixes digits", "Inicio 1 ٢", "mixed-digits", "1 ", "", TITLE, ("figures-differ",)),
    Break("is in another script", "Главная страница", "wrong-script", key=TITLE),
    Break("has a word of another script", SOUND.replace("el tratado", "el tratado").replace(" el {day}", " el договор {day}"), "foreign-word", "договор", "lang:"),
    Break("is a broken name of the site", "El {sitio", "message-syntax", hint="needs its", key=SITE),
    Break("places something in the name of the site", "El sitio {n}", "unknown-argument", "{n", key=SITE, besides=("arguments-differ",)),
]  # fmt: skip


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, str]:
    """A small project in Spanish too, and the text of its catalogue."""
    project = Project(tmp_path_factory.mktemp("standing") / "project")
    add(project, "es")
    empty(project, "es")
    translate(project, "es", {CLAIM: SOUND, TITLE: "Inicio", SENTENCE: "{subject} firmó {object}.", SITE: "El sitio"})
    assert standing_of(project, "es").problems == ()
    assert standing_of(project, "es").count("done") == 4
    return project, project.read(FILE)


@pytest.mark.parametrize("broken", BREAKS, ids=[one.name for one in BREAKS])
def test_a_broken_translation_is_reported_at_its_place_and_not_shown(
    spanish: tuple[Project, str], broken: Break
) -> None:
    project, sound = spanish
    project.write(FILE, sound)
    translate(project, "es", {broken.key: broken.words})
    standing = standing_of(project, "es")
    assert standing.states[broken.key] == "broken"
    assert broken.key not in standing.shown
    assert standing.count("done") == 3
    assert {problem.code for problem in standing.problems} == {broken.code, *broken.besides}
    problem = next(one for one in standing.problems if one.code == broken.code)
    line = line_of(project, "es", broken.key)
    column = project.read(FILE).split("\n")[line - 1].index(broken.at) + 1 if broken.at else None
    assert (problem.place.path, problem.place.line) == (FILE, line)
    if column:
        assert problem.place.column == column
    said = say(problem)
    assert said.startswith(f"{FILE}:{line}:{problem.place.column}: error[{broken.code}]: ")
    assert said.split("\n")[0].endswith(f"[{broken.key}]")
    assert broken.hint in hint_of(problem)
    for language in LANGUAGES:
        assert message_of(problem, language)
        assert hint_of(problem, language)


def test_there_are_breaks_of_every_kind() -> None:
    assert len({one.name for one in BREAKS}) == len(BREAKS) >= 20
    assert len({one.code for one in BREAKS}) >= 14
    assert {one.code for one in BREAKS} <= set(WORDING)


def test_a_place_lies_in_the_line_that_a_translation_is_broken_into(spanish: tuple[Project, str]) -> None:
    project, sound = spanish
    wrapped = SOUND.replace("{day}", "{daye}").replace("[el", '"\n"[el')
    project.write(FILE, sound.replace(f'msgstr "{SOUND}"', f'msgstr ""\n"{wrapped}"'))
    (problem,) = [one for one in standing_of(project, "es").problems if one.code == "unknown-argument"]
    assert problem.place.line == line_of(project, "es", CLAIM) + 2
    assert problem.place.column == f'"{wrapped.partition(chr(10))[2][1:]}"'.index("{daye") + 1


def test_states(spanish: tuple[Project, str]) -> None:
    project, sound = spanish
    changed = sound.replace('\nmsgid "Home"\nmsgstr "Inicio"', '\nmsgid "Hom"\nmsgstr "Inicio"')
    assert changed != sound
    project.write(FILE, changed)
    assert standing_of(project, "es").states[TITLE] == "stale"
    assert standing_of(project, "es").shown[TITLE] == "Inicio"
    # What is behind and broken besides is not shown; nor is it an error, for its original may have changed just there.
    project.write(FILE, changed.replace('"Inicio"', '"Inicio {x}"'))
    standing = standing_of(project, "es")
    assert (standing.states[TITLE], TITLE in standing.shown, standing.problems) == ("stale", False, ())
    project.write(FILE, sound.replace('"Inicio"', '" "'))
    assert standing_of(project, "es").states[TITLE] == "missing"
    project.write(FILE, sound.replace(f'msgctxt "{CLAIM}"', f'msgctxt "{CLAIM}s"'))
    assert standing_of(project, "es").states[CLAIM] == "missing"


def test_the_site_is_made_with_the_fallback_however_broken_the_catalogue_is(spanish: tuple[Project, str]) -> None:
    project, sound = spanish
    project.write(FILE, sound)
    translate(
        project,
        "es",
        {CLAIM: SOUND.replace("el {day}", "el {day"), TITLE: "Inicio {n}", SENTENCE: "firmó", SITE: "El {"},
    )
    checked = check_project(project.root)
    assert checked.standings["es"].count("broken") == 4
    page = next(page.text for page in checked.plain_pages if (page.locale, page.path) == ("es", "index.md"))
    assert '<span lang="en" dir="ltr" data-fallback>2 countries signed <a href="' in page
    assert '<span lang="en" dir="ltr" data-fallback>Home</span>' in page
    assert " signed <a" in page
    assert "Inicio" not in page
    assert "firmó" not in page


def test_every_fallback_is_one_of_a_chain(project: Project) -> None:
    """Portuguese lacks the name that its own sentence places: the name falls back within the sentence."""
    project.replace(
        "data/claims/all.yml",
        " signed [the treaty](entity:the-treaty) on {day}",
        " signed [the treaty](entity:the-treaty) of {who} on {day}",
    )
    project.replace("data/claims/all.yml", "[المعاهدةَ](entity:the-treaty)", "[المعاهدةَ](entity:the-treaty) {who}")
    project.replace("data/claims/all.yml", "  values:\n", "  values:\n    who: {entity: first-paper}\n")
    add(project, "pt", "pt-BR")
    plural = "{n, plural, one {# país} many {# de países} other {# países}}"
    translate(project, "pt", {CLAIM: f"{plural}, [o tratado](entity:the-treaty) de {{who}}, {{day}}."})
    assert catalogue_of(project, "pt").messages[CLAIM].translation
    pages = {
        page.locale: page.text
        for page in check_project(project.root, strict=True).plain_pages
        if page.path == "index.md"
    }
    inner = '<span lang="en" dir="ltr" data-fallback>The First Paper</span>'
    assert f"{inner}, <time" in pages["pt"]
    assert '<span lang="pt" dir="ltr" data-fallback>2 países, <a' in pages["pt-BR"]
    assert f"{inner}, <time" in pages["pt-BR"]
    assert "3 de fevereiro de 2026" in pages["pt-BR"]
