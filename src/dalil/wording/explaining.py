"""Explains a code at length: what it says, why it matters, what to do, and an example of wrong and right.

The same words go to the terminal (`dalil explain`), to code scanners, and to the page of all codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dalil.problems import Place, Problem
from dalil.wording.english import WORDING
from dalil.wording.examples import EXAMPLES, Example
from dalil.wording.saying import LANGUAGES, filled, message_of, placed, reason_of, sentence

PAGES = {"en": "data/PROBLEMS.md", "ar": "data/PROBLEMS.ar.md"}
"""The pages of all codes in a project, by language."""
GROUPS = {
    "folder-missing": "files",
    "duplicate-id": "records",
    "unknown-reference": "references",
    "language-missing": "texts",
    "claim-without-citation": "citations",
    "date-in-future": "dates",
    "statement-field": "values",
    "picture-empty": "pictures",
    "name-missing": "entities",
    "page-unknown": "pages",
    "new-twin": "adding",
    "catalogue-missing": "translations",
    "site-link": "built-site",
}
"""The first code of each group, in the order of the tables, to the name of the group."""


def groups() -> dict[str, list[str]]:
    """The codes of each group, in the order of the tables."""
    found: dict[str, list[str]] = {}
    group = ""
    for code in WORDING:
        group = GROUPS.get(code, group)
        found.setdefault(group, []).append(code)
    return found


def title_of(code: str, language: str) -> str:
    """What a code says, whatever the details."""
    details = dict.fromkeys(placed(LANGUAGES[language].wording[code].message), "…")
    return message_of(Problem(code, Place(""), details), language)


def group_of(code: str) -> str:
    """The group of a code."""
    return next(name for name, codes in groups().items() if code in codes)


def hints_of(code: str, language: str) -> Iterator[str]:
    """All that may be advised, with the details of the example."""
    details = EXAMPLES[code].details if code in EXAMPLES else {}
    for hint in LANGUAGES[language].wording[code].hints:
        yield filled(hint, {**dict.fromkeys(placed(hint), "…"), **details}, language)


def shown(code: str, language: str) -> str:
    """The message as it would be given of the example, or with its details left open."""
    if code not in EXAMPLES:
        return title_of(code, language)
    return message_of(Problem(code, Place(""), EXAMPLES[code].details), language)


def as_text(code: str, language: str) -> str:
    """An explanation for the terminal."""
    parts = [f"{code}\n  {shown(code, language)}", f"{sentence('why', language)}\n  {reason_of(code, language)}"]
    if hints := list(hints_of(code, language)):
        parts.append("\n".join([sentence("remedy", language), *(f"  - {hint}" for hint in hints)]))
    if example := EXAMPLES.get(code):
        parts += [f"{name} ({example.file})\n{_indented(words)}" for name, words in _halves(example, language)]
    return "\n\n".join(parts)


def as_markdown(code: str, language: str) -> str:
    """An explanation in Markdown, without a heading."""
    parts = [f"**{_escaped(shown(code, language))}**", _escaped(reason_of(code, language))]
    if hints := list(hints_of(code, language)):
        parts.append("\n".join(f"- {_escaped(hint)}" for hint in hints))
    if example := EXAMPLES.get(code):
        kind = "jinja" if example.file.startswith(("docs/", "macros/")) else "yaml"
        parts += [
            f"{name} (`{example.file}`):\n\n```{kind}\n{words.rstrip()}\n```"
            for name, words in _halves(example, language)
        ]
    return "\n\n".join(parts)


def as_page(language: str) -> str:
    """The page of all codes, each under a heading that is its anchor."""
    parts = [f"# {sentence('page-title', language)}", sentence("page-intro", language)]
    for name, codes in groups().items():
        parts.append(f"## {sentence(f'group-{name}', language)}")
        parts += [f"### {code}\n\n{as_markdown(code, language)}" for code in codes]
    body = "\n\n".join(parts) + "\n"
    return f'<div dir="rtl" lang="{language}">\n\n{body}\n</div>\n' if LANGUAGES[language].right_to_left else body


def _halves(example: Example, language: str) -> list[tuple[str, str]]:
    return [(sentence("wrong", language), example.wrong), (sentence("right", language), example.right)]


def _escaped(words: str) -> str:
    """Words in which nothing means anything to Markdown."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", words)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.rstrip().split("\n"))
