"""What one state of a project says: its records, its sentences with their figures, and every page in parts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dalil.checks.opening import site_of
from dalil.desk.impact.drawn import Lack, lacks_of
from dalil.desk.impact.order import Paragraphs, paragraphs_of
from dalil.desk.impact.parts import Part, parts_of
from dalil.desk.impact.resting import Resting, resting_of
from dalil.model.dates import Date
from dalil.model.parts import Citation, Locator
from dalil.model.records import Claim, Statement
from dalil.model.values import DERIVED_KINDS
from dalil.problems import Problem, Problems, ProblemsFound
from dalil.project.whole import Checked, check_project
from dalil.reading.load import Loaded, load
from dalil.render.shared import Shared
from dalil.store.derive import resolve
from dalil.system.progress import Step, silent
from dalil.translation.standing import State

Key = tuple[str, str]
"""Folder and id of a record."""
Localised = dict[str, str]
"""Locale to words."""


@dataclass(frozen=True)
class Cited:
    """One citation of a claim."""

    source: str
    stance: str
    locator: str
    """The passage, in the terms of the record: `words: …`, `page: 3`."""
    publisher: Localised


@dataclass(frozen=True)
class Shown:
    """A value as readers see it."""

    derived: bool
    words: Localised


@dataclass(frozen=True)
class Assertion:
    """A claim or statement as readers see it."""

    sentence: Localised
    status: str
    citations: tuple[Cited, ...]
    values: dict[str, Shown]
    revisions: int
    """How many notes of changes it carries."""


@dataclass(frozen=True)
class PageState:
    """One page of one locale."""

    title: str
    text: str
    """Its Markdown, from which the parts are read when it differs."""
    redirect: str | None = None
    """Where it leads, when it stands at a former address."""

    @property
    def parts(self) -> dict[Part, str]:
        """What stands on it."""
        return {("title", ""): self.title, **parts_of(self.text)}


@dataclass
class Snapshot:
    """One state of a project."""

    locales: list[str] = field(default_factory=list)
    """The default first."""
    written: list[str] = field(default_factory=list)
    """Those in which the records are written."""
    records: dict[Key, dict[str, str]] = field(default_factory=dict)
    """Each record, field by field: `text.ar`, `citations.0.source`."""
    lines: dict[Key, tuple[str, int]] = field(default_factory=dict)
    """File and line of each record."""
    aliases: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    """Why there is nothing below, if there is nothing."""
    lacking: list[str] = field(default_factory=list)
    """Macros that pages call and that the trusted state does not have."""
    assertions: dict[Key, Assertion] = field(default_factory=dict)
    translations: dict[str, dict[str, State]] = field(default_factory=dict)
    """Translated locale to the state of each text, by its key."""
    pages: dict[str, dict[str, PageState]] = field(default_factory=dict)
    """Locale to address to page."""
    drawn: list[Lack] = field(default_factory=list)
    """What pictures lack, as far as every record can be read."""
    paragraphs: Paragraphs = field(default_factory=dict)
    """Which claims stand together on a page, and in which order."""
    resting: dict[str, Resting] = field(default_factory=dict)
    """Name of each sentence to what it rests on, as far as every record can be read."""

    @property
    def sound(self) -> bool:
        """Whether the state passes the check, so that what readers see is known."""
        return not self.problems


def last_change(root: Path) -> Date | None:
    """The day on which a project says that it was last changed, or None when it cannot be read."""
    site = site_of(root)
    return site.updated if site else None


def snapshot(
    root: Path, as_of: Date | None = None, step: Step = silent, *, pages: bool = True, code: Path | None = None
) -> Snapshot:
    """Reads and renders a project as of a day, so that the day itself makes no difference between two states.

    Without `pages`, only records and sentences, which takes a fifth of the time.
    `code`: the folder of a trusted state whose macros and configuration take the place of the project's own.
    A project that does not pass the check gives its records, and its problems in place of sentences and pages.
    """
    # Whatever can be read is compared, even where no site can be: so this is read, and not opened.
    loaded = load(root, Problems())
    found = Snapshot(records=dict(_records(loaded)), aliases=dict(loaded.aliases))
    found.lines = {key: (place.path, place.line) for key in found.records if (place := loaded.place(*key, key=True))}
    if loaded.site is not None:
        default = loaded.site.default
        found.written = loaded.site.written
        found.records["site", "site"] = dict(_flat(loaded.site.model_dump(mode="json", by_alias=True)))
        found.lines["site", "site"] = ("data/site.yml", 1)
        found.locales = sorted(loaded.site.locales, key=lambda code: (code != default, code))
    shared: Mapping[str, Shared] = {}
    try:
        checked = check_project(root, as_of, code=code)
        shared = checked.renderer.shared
        found.lacking = sorted(checked.renderer.templates.lacking)
        found.assertions = dict(_assertions(checked))
        found.paragraphs = paragraphs_of(checked.renderer.skeletons, checked.renderer.templates.macros)
        found.translations = {code: standing.states for code, standing in checked.standings.items()}
        for page in checked.pages(step) if pages else ():
            found.pages.setdefault(page.locale, {})[_address(page.path)] = _page(page.text)
    except ProblemsFound as error:
        found.problems = error.problems
        found.assertions, found.paragraphs, found.pages, shared = {}, {}, {}, {}
    found.resting = resting_of(root, loaded, shared)
    found.drawn = lacks_of(loaded, found.lines)
    return found


def _records(loaded: Loaded) -> Iterator[tuple[Key, dict[str, str]]]:
    for kind, records in loaded.records.items():
        for record_id, record in records.items():
            yield (kind, record_id), dict(_flat(record.model_dump(mode="json", exclude_defaults=True, by_alias=True)))


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if path or name != "id":
                yield from _flat(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _flat(inner, f"{path}.{number}")
    elif value is not None:
        yield path, str(value)


def _assertions(checked: Checked) -> Iterator[tuple[Key, Assertion]]:
    shared = checked.renderer.shared
    for kind, assertion in checked.store.assertions():
        yield (kind, assertion.id), _assertion(assertion, shared)


def _assertion(assertion: Claim | Statement, shared: Mapping[str, Shared]) -> Assertion:
    one = next(iter(shared.values()))
    values = assertion.values if isinstance(assertion, Claim) else {}
    if isinstance(assertion, Statement) and assertion.value is not None:
        values = {"value": assertion.value}
    shown = {
        name: Shown(
            value.kind in DERIVED_KINDS,
            {code: s.texts.value_plain(resolve(value, s.store), value.show) for code, s in shared.items()},
        )
        for name, value in values.items()
    }
    return Assertion(
        sentence={code: s.plain_sentence(assertion) for code, s in shared.items()},
        status=one.judgement(assertion).status,
        citations=tuple(_cited(citation, shared) for citation in assertion.citations),
        values=shown,
        revisions=len(assertion.revisions),
    )


def _cited(citation: Citation, shared: Mapping[str, Shared]) -> Cited:
    one = next(iter(shared.values()))
    publisher = one.store.sources[citation.source].publisher
    names = {code: s.texts.entity_name(publisher) for code, s in shared.items()}
    return Cited(citation.source, citation.stance, _locator(citation.locator), names)


def _locator(locator: Locator | None) -> str:
    if locator is None:
        return ""
    return ", ".join(f"{name}: {value}" for name, value in locator.given.items()) or "whole: yes"


def _page(text: str) -> PageState:
    """A staged page; each line of its head is a name and a JSON value."""
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    fields = dict(line.split(": ", 1) for line in head.split("\n"))
    return PageState(json.loads(fields["title"]), body, json.loads(fields.get("redirect", "null")))


def _address(path: str) -> str:
    return "" if path == "index.md" else f"{path.removesuffix('.md')}/"
