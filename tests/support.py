"""Small whole projects to try things on. Nothing is mocked: files are written, read, rendered and built."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import click

from dalil.cli import main
from dalil.problems import Problem, ProblemsFound
from dalil.project.whole import Checked, check_project

ROOT = Path(__file__).resolve().parent.parent
TEA = ROOT / "tests" / "sites" / "tea"

SITE = """\
title: {ar: الموقع, en: The site}
default: ar
locales:
  ar: {second_months: ar-SY}
  en: {formats: en-GB}
updated: 2026-06-30
"""
SOURCES = """\
first-source:
  type: news
  publisher: first-paper
  title: {ar: خبر, en: A report}
  language: en
  published: 2026-03-01
  accessed: 2026-03-02
  url: https://example.org/first
second-source:
  type: news
  publisher: second-paper
  title: {ar: خبر آخر, en: Another report}
  language: es
  published: 2026-03-01
  accessed: 2026-03-02
  url: https://example.org/second
"""
ENTITIES = """\
first-paper:
  kind: organisation
  name: {ar: الصحيفة الأولى, en: The First Paper}
  page: no
second-paper:
  kind: organisation
  name: {ar: الصحيفة الثانية, en: The Second Paper}
  page: no
argentina: {kind: country, code: AR}
chile: {kind: country, code: CL}
the-treaty:
  kind: document
  name: {ar: المعاهدة, en: The Treaty}
"""
CLAIMS = """\
two-signed:
  topic: home
  text:
    ar: وقّعت [المعاهدةَ](entity:the-treaty) {n, plural, zero {لا دول} one {دولة} two {دولتان} few {# دول} many {# دولة} other {# دولة}} في {day}.
    en: "{n, plural, one {# country} other {# countries}} signed [the treaty](entity:the-treaty) on {day}."
  values:
    n: {count: {statements: {role: signed}}}
    day: {date: 2026-02-03}
  citations:
    - {source: first-source, locator: {words: two countries have signed}}
    - {source: second-source, locator: {paragraph: 2}}
"""
STATEMENTS = """\
argentina-signed:
  subject: argentina
  role: signed
  object: the-treaty
  topic: home
  citations: [{source: first-source, locator: {words: Argentina signed}}]
chile-signed:
  subject: chile
  role: signed
  object: the-treaty
  topic: home
  citations: [{source: first-source, locator: {words: Chile signed}}]
"""
ROLES = """\
signed:
  label: {ar: التوقيع, en: Signed}
  sentence: {ar: "توقيع {subject}: {object}", en: "{subject} signed {object}."}
"""
EVENTS = """\
the-signing:
  name: {ar: التوقيع على المعاهدة, en: The treaty is signed}
  date: 2026-02-03
  participants: [argentina, chile]
  topic: home
  claims: [two-signed]
"""
PAGES = """\
home:
  title: {ar: الرئيسية, en: Home}
  description: {ar: صفحة البداية., en: Where one starts.}
  sections:
    signing: {ar: التوقيع, en: The signing}
"""
HOME = """\
---
page: home
---
{{ title() }}

{{ section("signing") }}

{{ claims("two-signed") }}

{{ statements(role="signed") }}

{{ references() }}
"""
EACH = ("claims/_claim", "sources/_source", "events/_event", "countries/_country", "documents/_document")
"""Skeletons of records' own pages, taken from this repository."""
FILES = {
    "data/site.yml": SITE,
    "data/sources/all.yml": SOURCES,
    "data/entities/all.yml": ENTITIES,
    "data/claims/all.yml": CLAIMS,
    "data/statements/all.yml": STATEMENTS,
    "data/roles/all.yml": ROLES,
    "data/events/all.yml": EVENTS,
    "data/pages/all.yml": PAGES,
    "docs/index.md": HOME,
}
"""A whole project without a fault, as small as it can be with one record of most kinds."""


def settings() -> str:
    """This repository's mkdocs.yml with a navigation of one page, in Arabic and English."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r" +- locale: (?!ar|en)\S+\n(?: {10}\S.*\n)*", "", text)
    start, end = text.index("nav:\n"), text.index("validation:\n")
    return text[:start] + "nav:\n  - nav.home: index.md\n\n" + text[end:]


@dataclass(frozen=True)
class Real:
    """The site of this repository as it was built, and the store from which it was made."""

    site: Path
    checked: Checked


def foreign_words(said: str) -> list[str]:
    """Latin words of an Arabic sentence that do not stand between isolates (UAX 9)."""
    while (rest := re.sub("\u2068[^\u2068\u2069]*\u2069", "", said)) != said:
        said = rest
    return re.findall("[A-Za-z]+", said)


def known(words: list[str], where: object) -> None:
    """Follows a command of dalil through its groups, and asks for each option that is given."""
    command: click.Command = main
    context = click.Context(main)
    for word in words:
        if isinstance(command, click.Group) and not word.startswith("-"):
            found = command.get_command(context, word)
            assert found is not None, where
            command = found
        elif word.startswith("-"):
            assert any(word.split("=")[0] in option.opts for option in command.params), (word, where)


class Project:
    """A project in a folder of its own, made of `FILES` and of this repository's macros, theme and interface."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in FILES.items():
            self.write(name, text)
        for name in EACH:
            self.write(f"docs/{name}.md", (ROOT / "docs" / f"{name}.md").read_bytes())
        for name in ("macros", "data/interface", "overrides"):
            shutil.copytree(ROOT / name, root / name)
        self.write("mkdocs.yml", settings())

    def write(self, name: str, text: str | bytes) -> None:
        """Writes a file of the project."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, name: str) -> str:
        """The text of a file of the project."""
        return (self.root / name).read_text(encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Changes a passage, which must be there."""
        text = self.read(name)
        assert old in text, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new, 1))

    def check(self) -> Checked:
        """Checks the project as `dalil check` does; raises ProblemsFound."""
        return check_project(self.root, strict=True)

    def problems(self) -> list[Problem]:
        """The problems of the project, none if it is sound."""
        try:
            self.check()
        except ProblemsFound as found:
            return found.problems
        return []
