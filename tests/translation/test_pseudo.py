"""Pseudo-locales: every text is changed, and none is broken by it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.editing.pseudo import pseudo_project
from dalil.model.locales import Locale
from dalil.project.whole import check_project
from dalil.text import inline
from dalil.text.messages import parse
from dalil.translation.pseudo import ACCENTED, MIRRORED, PSEUDO, accented, mirrored
from support import Project

MESSAGE = "{n, plural, one {# country} other {# countries}} signed [the treaty](entity:the-treaty) on {day}, *at last*."
WORDS = st.text(st.sampled_from("abcdefgh ijklmnop qrstu vwxyz.,;ABC é"), max_size=30)


@pytest.mark.parametrize("change", PSEUDO.values(), ids=PSEUDO)
def test_words_change_and_nothing_else(change: object) -> None:
    assert callable(change)
    changed = change(MESSAGE)
    assert parse(changed).arguments == parse(MESSAGE).arguments
    assert parse(changed).choices == parse(MESSAGE).choices
    assert [(kind, target) for kind, target, _ in inline.links(changed)] == [("entity", "the-treaty")]
    assert not re.search(r"\b(signed|country|last)\b", changed)


def test_one_is_longer_and_the_other_runs_from_right_to_left() -> None:
    words = "Every claim on this site carries its source, and says who claims what."
    assert len(accented(words)) > 1.1 * len(words)
    assert Locale(ACCENTED).direction == "ltr"
    assert len(mirrored(words)) == len(words)
    assert Locale(MIRRORED).direction == "rtl"


@given(before=WORDS, inside=WORDS, after=WORDS)
def test_any_message_keeps_its_arguments(before: str, inside: str, after: str) -> None:
    message = f"{before}{{n, plural, one {{{inside}}} other {{# {inside}}}}}{after}{{name}}"
    for change in PSEUDO.values():
        assert parse(change(message)).arguments == {"n", "name"}


def test_a_copy_of_the_project_has_both_and_the_project_neither(project: Project) -> None:
    with pseudo_project(project.root) as copy:
        checked = check_project(copy, strict=True)
        assert set(checked.store.locales) == {"ar", "en", *PSEUDO}
        for standing in checked.standings.values():
            assert set(standing.states.values()) == {"done"}
        page = next(page for page in checked.pages() if page.locale == MIRRORED and page.path == "index.md")
        assert mirrored("The signing") in page.text
    assert set(project.check().store.locales) == {"ar", "en"}
    assert not (project.root / "data" / "locales").exists()
