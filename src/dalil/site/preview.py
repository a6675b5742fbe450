"""The preview: builds the site, serves it, and follows changes; its pages say what is wrong and what has changed."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from contextlib import nullcontext
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qs

from dalil.editing.pseudo import pseudo_project
from dalil.problems import Problems, ProblemsFound
from dalil.reading.documents import read
from dalil.site.build import build
from dalil.site.files import BadPath
from dalil.site.news import HERE, News, waiting, with_news, with_texts
from dalil.site.server import OWN, Answer, serving
from dalil.store.settings import base_of
from dalil.system.progress import Step
from dalil.system.watching import watching
from dalil.wording import LANGUAGES

WAIT = 20.0
"""Seconds after which a browser that waits for news is told the old ones, so that lost ones are let go."""
LOOK = 0.1
"""Seconds between two looks for news."""
LONGEST_NUMBER = 15
FOLDER = OWN
"""Where the preview's own files stand on its server."""
FILES = {
    name: f"text/{kind}"
    for name, kind in (("news.js", "javascript"), ("news.css", "css"), ("texts.js", "javascript"), ("texts.css", "css"))
}
LANGUAGE_OF = re.compile(rb"<html[^>]*\blang=\"?([\w-]+)")


class Listening:
    """Lets pages show the news; until there is a site, one page stands for all."""

    def __init__(self, root: Path, news: News, base: str = "/") -> None:
        """`base`: where the site stands on the server."""
        self._root, self._news, self._base = root, news, base

    async def ready(self, path: str, query: str) -> None:
        """Returns once there are other news than the asking page has, or it has waited long enough."""
        if path == f"{FOLDER}news":
            state, loop = _number(_asked(query).get("state")) or 0, asyncio.get_running_loop()
            until = loop.time() + WAIT
            # Looked at now and then, since whoever waits in a thread keeps others from theirs.
            while self._news.state == state and loop.time() < until:
                await asyncio.sleep(LOOK)

    def answer(self, path: str, query: str) -> Answer | None:
        """The news; its script and stylesheet; the waiting page."""
        name = path.removeprefix(FOLDER)
        if path == f"{FOLDER}news":
            asked = _asked(query)
            told = self._news.told(asked.get("language", ""), _number(asked.get("since")))
            return Answer("application/json", json.dumps(told, ensure_ascii=False).encode())
        if path.startswith(FOLDER) and name in FILES:
            return Answer(FILES[name], (HERE / name).read_bytes())
        if not self._news.built and PurePosixPath(path).suffix in ("", ".html"):
            language = self._language_at(path)
            page = waiting(self._news.told(language), language)
            return Answer("text/html", page, HTTPStatus.SERVICE_UNAVAILABLE)
        return None

    def page(self, html: bytes) -> bytes:
        """A page with the news in its language."""
        found = LANGUAGE_OF.search(html)
        language = found[1].decode() if found else ""
        return with_texts(with_news(html, self._news.told(language), language), language)

    def _language_at(self, path: str) -> str:
        """The language that the page of an address will have, as far as data/site.yml can be read."""
        site = read(self._root, self._root / "data" / "site.yml", Problems()).data
        first, locales = path.removeprefix(self._base).strip("/").partition("/")[0], site.get("locales")
        known = isinstance(locales, dict) and first in locales
        return first if known or first in LANGUAGES else str(site.get("default"))


def _asked(query: str) -> dict[str, str]:
    try:
        return {key: values[-1] for key, values in parse_qs(query, max_num_fields=10).items()}
    except ValueError:
        raise BadPath(query) from None


def _number(text: str | None) -> int | None:
    """A number that this server may have given; None for anything else."""
    return int(text) if text and text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def preview(
    root: Path,
    host: str,
    port: int,
    step: Callable[[], Step],
    said: Callable[[str, ProblemsFound | None], None],
    *,
    only: str | None = None,
    pseudo: bool = False,
) -> None:
    """Serves the project of `root` until interrupted, even while it cannot be built.

    `step` gives a fresh progress for each build; `said` is handed the address and the problems of each. `only`: the one
    locale that is built, for its translator; `pseudo`: whether the pseudo-locales are there. Raises OSError when the
    port is taken.
    """
    root = root.absolute()
    target, base = root / ".dalil" / "preview", base_of(root)
    news = News(base)
    listening = Listening(root, news, base)
    with watching(root) as wait, serving(target, host=host, port=port, base=base, extra=listening) as address:
        while True:
            try:
                with pseudo_project(root) if pseudo else nullcontext(root) as project:
                    built = build(project, target, step(), preview=True, only=only)
            except ProblemsFound as found:
                news.broken(found.problems)
                said(address, found)
            else:
                news.sound(built.checked)
                unsettled = Problems()
                unsettled.extend(built.checked.unsettled)
                said(address, ProblemsFound(unsettled) if len(unsettled) else None)
            wait()
