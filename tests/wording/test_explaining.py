"""Explanations: every code has one in both languages, and no example says anything that does not happen."""

from __future__ import annotations

import re

import pytest

from dalil.problems import Problem
from dalil.wording import LANGUAGES, WORDING, message_of
from dalil.wording.examples import EXAMPLES
from dalil.wording.explaining import GROUPS, as_markdown, as_page, as_text, groups
from support import Project

WITHOUT = {
    # What is wrong is a file as a whole, or cannot be seen.
    "folder-missing", "folder-unknown", "file-missing", "no-such-file", "file-outside", "file-misplaced",
    "file-unreadable", "file-empty", "file-too-large", "file-suffix", "not-utf8", "byte-order-mark", "odd-space",
    "invisible-character", "bidi-control", "control-character", "private-character", "device-name", "wrong-folder", "long-id", "reserved-id", "page-twice", "interface-missing",
    "reference-stale", "schema-unnamed",
    "file-at-root", "file-bounds", "file-content", "file-kind", "file-not-real", "name-unfit", "picture-position", "svg-refused",
    # It takes a catalogue as well; tests/translation has them.
    "catalogue-missing", "catalogue-syntax", "catalogue-twice", "catalogue-stray", "catalogue-header", "catalogue-unknown", "catalogue-cut", "typography", "translation-date",
    # It takes two states of the project, or a register of what was agreed; tests/test_resting.py has it.
    "note-missing", "record-gone", "value-moved",
    # It takes several records that name each other; tests/test_withdrawal.py has them.
    "retracted-used", "retracted-derived", "sources-retracted", "origin-retracted",
    # It takes a rule and a text.
    "style",
    # It takes a claim whose values are written out.
    "headline-long", "summary-long", "summary-unused",
    # It takes too many lines to show.
    "key-not-text", "alias-cycle", "too-deep", "too-many-nodes", "settings-languages", "orphan-source", "edge-unsaid", "said-twice",
    "macro-template", "claim-unused", "section-unused", "section-empty", "printed-twice", "topic-elsewhere", "page-unreachable", "too-long", "too-many",
}  # fmt: skip
"""Codes of which no example is shown."""


def put(project: Project, code: str, passage: str) -> list[Problem]:
    """The problems of one code after a passage was put in the place of the right one, or into a file of its own."""
    example = EXAMPLES[code]
    path = project.root / example.file
    if path.exists():
        text = project.read(example.file)
        known = [one for one in (example.right, BEFORE.get(code, "")) if one and one in text]
        assert known, f"{code}: {example.right!r} is not in {example.file}"
        project.write(example.file, text.replace(known[0], passage, 1))
    else:
        project.write(example.file, passage)
    return [problem for problem in project.problems() if problem.code == code]


BEFORE = {
    "figures-differ": "  name: {ar: المعاهدة, en: The Treaty}",
    "sign-twice": "  description: {ar: صفحة البداية., en: Where one starts.}",
    "value-kind": "  topic: home",
    "comma-splits": "  topic: home",
    "status-without-reason": "  topic: home",
    "caveat-without-words": "  type: news",
    "date-in-future": "  date: 2026-02-03",
}
"""What stands in the project in the place of a right passage that is longer."""


@pytest.mark.parametrize("code", sorted(EXAMPLES))
def test_the_wrong_one_brings_up_its_code(code: str, project: Project) -> None:
    found = put(project, code, EXAMPLES[code].wrong)
    said = {message_of(problem, language) for problem in found for language in LANGUAGES}
    for language in LANGUAGES:
        assert message_of(Problem(code, found[0].place, EXAMPLES[code].details), language) in said


@pytest.mark.parametrize("code", sorted(EXAMPLES))
def test_the_right_one_does_not(code: str, project: Project) -> None:
    assert put(project, code, EXAMPLES[code].right) == []


def test_every_code_has_an_example_or_a_reason_to_have_none() -> None:
    built = {code for code in WORDING if code.startswith(("site-", "new-", "rename-", "retract-", "show-"))}
    assert set(WORDING) - set(EXAMPLES) - built == WITHOUT


def test_every_group_starts_with_a_code() -> None:
    assert set(GROUPS) <= set(WORDING)
    assert sum(len(codes) for codes in groups().values()) == len(WORDING)
    assert "" not in groups()
    assert len(groups()) == len(GROUPS)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_code_is_explained(language: str) -> None:
    page = as_page(language)
    for code in WORDING:
        text = as_text(code, language)
        assert text.startswith(code)
        assert as_markdown(code, language) in page
        assert not re.search(r"\{\w+\}|\{\{\{", re.sub(r"```.*?```", "", text)) or code in EXAMPLES, text
    assert re.findall(r"^### (.*)$", page, re.MULTILINE) == list(WORDING)
