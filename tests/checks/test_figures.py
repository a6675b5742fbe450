"""Which figures a text may type, and that the languages of a text type the same ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dalil.checks.figures import figures_of, typed
from dalil.model.kinds import RECORD_KINDS
from dalil.model.site import Site
from dalil.model.texts import texts_of
from dalil.project.whole import check_project
from support import ROOT, Project
from translating import add, standing_of, translate

WORDS = st.text(st.sampled_from("abc ,.%-()«»ابت"), max_size=8)
NUMBER = st.integers(0, 10**9)


@given(WORDS, NUMBER, WORDS)
def test_a_figure_is_found_wherever_it_stands(before: str, number: int, after: str) -> None:
    text = f"{before} {number} {after}"
    assert typed(text) == [str(number)]
    assert typed(text, [str(number)]) == []
    assert typed(f"{before} {{n, plural, =0 {{none}} one {{{number}}} other {{#}}}}") == [str(number)]
    assert figures_of(text) == {str(number)}
    assert typed(f"{before} [{number}](entity:x-9) {after}") == []
    assert figures_of(f"{before} [{number}](entity:x-9) {after}") == {str(number)}


@given(NUMBER, NUMBER)
def test_a_literal_lifts_nothing_within_a_longer_figure(literal: int, number: int) -> None:
    assert bool(typed(f"at {number}.", [str(literal)])) == (literal != number)
    assert typed(f"at {literal}.{number}", [str(literal)]) == [f"{literal}.{number}"]


def test_what_is_icu_s_is_no_figure() -> None:
    for text in ("{n1}", "{n, plural, =0 {a} =12 {b} other {c}}", "{n, plural, offset:1 one {a} other {b}}"):
        assert typed(text) == []
        assert figures_of(text) == set()


def test_digits_of_all_scripts_are_the_same_figure() -> None:
    assert figures_of("٢٠٢٦") == figures_of("۲۰۲۶") == figures_of("2026") == {"2026"}


def test_every_kind_of_record_with_texts_can_lift_the_rule() -> None:
    store = check_project(ROOT).store
    having = {kind for kind, _, record in store.records() if any(texts_of(record))}
    models = {**RECORD_KINDS, "site": Site}
    assert {"claims", "pages", "interface", "pictures", "site", "terms"} <= having
    assert all("literals" in models[kind].model_fields for kind in having)


def test_a_language_may_name_in_letters_what_another_names_by_a_figure(project: Project) -> None:
    name = "name: {ar: مجموعة العشرين, en: G20}\n  literals: [G20]"
    project.replace("data/entities/all.yml", "name: {ar: المعاهدة, en: The Treaty}", name)
    assert project.problems() == []
    add(project, "es")
    key = "entities/the-treaty/name"
    for words, state in (("Grupo de los Veinte", "done"), ("G20", "done"), ("G21", "broken")):
        translate(project, "es", {key: words})
        assert standing_of(project, "es").states[key] == state, words


def test_a_translation_has_each_figure_of_its_original(project: Project) -> None:
    page = "    signing: {ar: الترميز UTF-8, en: In UTF-8}\n  literals: [UTF-8]\n"
    project.replace("data/pages/all.yml", "    signing: {ar: التوقيع, en: The signing}\n", page)
    assert project.problems() == []
    add(project, "es")
    key = "pages/home/sections/signing"
    for words, state in (("En UTF-8", "done"), ("En UTF", "broken"), ("En UTF-16", "broken")):
        translate(project, "es", {key: words})
        assert standing_of(project, "es").states[key] == state, words
