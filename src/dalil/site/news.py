"""What the preview tells its pages: the problems of the latest change, and which records differ since a page was made.

Each outcome of a build has a number, which only grows, also from one preview to the next: a page says what it knows by
the number that it was told last, and is told the rest at once, however late it asks.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypedDict

from jinja2 import Environment, FileSystemLoader

from dalil.problems import Problem
from dalil.project.whole import Checked
from dalil.render.shared import Shared
from dalil.store import LINK_KINDS
from dalil.wording import LANGUAGES, hint_of, message_of, sentence

FOLLOWED = {"statements": "claim", **{kind: word for word, kind in LINK_KINDS.items()}}
"""Folder of the store to the word by which pages mark what they show of its records: `data-claim="…"`."""
HERE = Path(__file__).parent
TEMPLATE = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True).get_template("news.html")


class Told(TypedDict):
    """What a page is told, in its language."""

    state: int
    """Number of the latest outcome."""
    built: int
    """Number of the last sound build, from which pages are; 0 before the first."""
    status: str
    """How many problems there are; empty if none."""
    problems: list[dict[str, str]]
    """Of each problem its `place`, `code`, `message` and `hint`, which may be empty; and the `kind`, `id` and `url` of
    what pages show of it, as in `Changed`, where it is about words that rest on what has moved."""
    changed: list[dict[str, str]]
    """Of each changed record its `kind`, `id`, `name` and `url`, as in `Changed`."""
    elsewhere: str
    """What to say when changed records are not on the page."""


@dataclass(frozen=True)
class Changed:
    """A record that differs, as a page is told of it."""

    kind: str
    """The word by which pages mark it: claim, event …"""
    id: str
    name: str
    url: str
    """Where a page shows it, from the root of the server."""


def spoken(language: str) -> str:
    """The language in which a page of this language is told problems."""
    code = language.split("-")[0]
    return code if code in LANGUAGES else "en"


def with_texts(html: bytes, language: str) -> bytes:
    """A page whose texts are labelled, with the button that shows the labels; any other page as it is."""
    if b"data-text=" not in html:
        return html
    label = sentence("texts-shown", spoken(language))
    return html.replace(b"</head>", _made("texts", label).encode() + b"</head>", 1)


class News:
    """The outcome of the latest build, for whoever asks."""

    def __init__(self, base: str = "/") -> None:
        """`base`: where the site stands on the server."""
        self._base = base
        self._told = threading.Lock()
        self._state = int(time.time())
        self._built = 0
        self._problems: list[Problem] = []
        self._checked: Checked | None = None
        self._changed: dict[tuple[str, str], int] = {}

    def broken(self, problems: list[Problem]) -> None:
        """Tells of a build that found problems."""
        with self._told:
            self._state += 1
            self._problems = problems

    def sound(self, checked: Checked) -> None:
        """Tells of a build; what is unsettled is shown beside its pages."""
        with self._told:
            self._state += 1
            if self._checked is not None:
                self._changed |= dict.fromkeys(_differing(self._checked, checked), self._state)
            self._built, self._problems, self._checked = self._state, list(checked.unsettled), checked

    @property
    def built(self) -> int:
        """Number of the last sound build; 0 before the first."""
        return self._built

    @property
    def state(self) -> int:
        """Number of the latest outcome."""
        return self._state

    def told(self, language: str, since: int | None = None) -> Told:
        """The present state for a page of this language; with the records that changed after a build, if given."""
        with self._told:
            changed = [] if since is None else list(self._changes(language, since))
            code, problems = spoken(language), self._problems
            return {
                "state": self._state,
                "built": self._built,
                "status": sentence("problems", code, n=len(problems)) if problems else "",
                "problems": [_said(problem, code) | self._about(problem, language) for problem in problems],
                "changed": [asdict(one) for one in changed],
                "elsewhere": sentence("preview-elsewhere", code),
            }

    def _changes(self, language: str, since: int) -> Iterator[Changed]:
        if self._checked is None:
            return
        one = self._shared(self._checked, language)
        for (kind, record_id), state in self._changed.items():
            url = self._url(one, kind, record_id)
            if state > since and url is not None and record_id in one.store.of_kind(kind):
                name = one.short_title(kind, record_id)
                yield Changed(FOLLOWED[kind], record_id, name.striptags(), url)

    def _about(self, problem: Problem, language: str) -> dict[str, str]:
        """Where the site shows the words that a problem is about; nothing of other problems."""
        if self._checked is None or problem.code != "value-moved":
            return {}
        one = self._shared(self._checked, language)
        url: str | None
        match str(problem.details["key"]).split("/"):
            case ["pages", page, "figures", figure, *_] if page in one.store.pages:
                kind, record_id = "claims", one.store.pages[page].figures[figure].claim
                url = self._url(one, "pages", page)
            case ["pictures", record_id, *_] if record_id in one.store.pictures:
                kind, url = "pictures", self._url(one, "pages", one.store.pictures[record_id].topic)
                url = f"{url}#{record_id}" if url is not None else None
            case [kind, record_id, *_]:
                url = self._url(one, kind, record_id)
            case _:
                return {}
        return {"kind": FOLLOWED.get(kind, kind), "id": record_id, "url": url} if url is not None else {}

    def _shared(self, checked: Checked, language: str) -> Shared:
        shared = checked.renderer.shared
        return shared.get(language) or shared[checked.store.site.default]

    def _url(self, one: Shared, kind: str, record_id: str) -> str | None:
        """Where a locale shows a record, from the root of the server; None where it does not."""
        address = one.addresses.of(kind, record_id)
        return None if address is None else f"{self._base}{one.ways.below(one.locale.code)}{address}"


def with_news(html: bytes, told: Told, language: str) -> bytes:
    """A page that shows what it is told, and listens for more."""
    html = html.replace(b"</head>", f"{_made('head')}</head>".encode(), 1)
    body, end, rest = html.rpartition(b"</body>")
    return body + _made("panel", told, _words(spoken(language))).encode() + end + rest


def waiting(told: Told, language: str) -> bytes:
    """The page that stands for all others until there is a site."""
    return _made("waiting", told, _words(spoken(language))).encode()


def _said(problem: Problem, code: str) -> dict[str, str]:
    said = {"message": message_of(problem, code), "hint": hint_of(problem, code) or ""}
    return {"place": str(problem.place), "code": problem.code, **said}


def _made(macro: str, *arguments: object) -> str:
    """HTML from the template."""
    return str(getattr(TEMPLATE.module, macro)(*arguments))


def _words(code: str) -> dict[str, str]:
    """What the template says, in one language."""
    keys = ("label", "details", "not-yet", "opens", "elsewhere")
    words = {key.replace("-", "_"): sentence(f"preview-{key}", code) for key in keys}
    return {**words, "language": code, "direction": "rtl" if LANGUAGES[code].right_to_left else "ltr"}


def _differing(before: Checked, after: Checked) -> Iterator[tuple[str, str]]:
    """(folder, id) of each record that is new or says something else."""
    for kind in FOLLOWED:
        known = before.store.of_kind(kind)
        for record_id, record in after.store.of_kind(kind).items():
            if known.get(record_id) != record:
                yield kind, record_id
