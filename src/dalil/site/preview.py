"""The preview: builds the site, serves it, and follows changes; its pages say what is wrong and what has changed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import nullcontext
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qs

from dalil.editing.pseudo import pseudo_project
from dalil.problems import Problems, ProblemsFound
from dalil.progress import Step
from dalil.reading import read
from dalil.site.build import build
from dalil.site.news import HERE, News, waiting, with_news, with_texts
from dalil.site.server import Answer, serving
from dalil.watching import watching
from dalil.wording import LANGUAGES

WAIT = 20.0
"""Seconds after which a browser that waits for news is told the old ones, so that lost ones are let go."""
FOLDER = "/.dalil/"
"""Where the preview's own files stand on its server."""
FILES = {
    name: f"text/{kind}"
    for name, kind in (("news.js", "javascript"), ("news.css", "css"), ("texts.js", "javascript"), ("texts.css", "css"))
}
LANGUAGE_OF = re.compile(rb"<html[^>]*\blang=\"?([\w-]+)")


class Listening:
    """Lets pages show the news; until there is a site, one page stands for all."""

    def __init__(self, root: Path, news: News) -> None:
        self._root, self._news = root, news

    def answer(self, path: str, query: str) -> Answer | None:
        """The news, once there are other ones than the asking page has; its script and stylesheet; the waiting page."""
        name = path.removeprefix(FOLDER)
        if path == f"{FOLDER}news":
            asked = {key: values[-1] for key, values in parse_qs(query).items()}
            self._news.wait(_number(asked.get("state")) or 0, WAIT)
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
        first, locales = path.strip("/").partition("/")[0], site.get("locales")
        known = isinstance(locales, dict) and first in locales
        return first if known or first in LANGUAGES else str(site.get("default"))


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None


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
    target, news = root / ".dalil" / "preview", News()
    with watching(root) as wait, serving(target, host=host, port=port, extra=Listening(root, news)) as address:
        while True:
            try:
                with pseudo_project(root) if pseudo else nullcontext(root) as project:
                    built = build(project, target, step(), preview=True, only=only)
            except ProblemsFound as found:
                news.broken(found.problems)
                said(address, found)
            else:
                news.sound(built.checked)
                said(address, None)
            wait()
