"""Makes the folder of a new explainer, whole or not at all."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from dalil.checks.figures import typed
from dalil.checks.typography import typeset
from dalil.desk.start.engine import put_wheel
from dalil.desk.start.kit import shared_files, starter_files
from dalil.desk.start.lock import lock_for
from dalil.desk.start.settings import settings_for
from dalil.desk.start.texts import filled, listed, quoted, with_text, without
from dalil.desk.start.wish import WRITTEN, CannotStart, Wish
from dalil.editing.desk import added, updated
from dalil.problems import Problem, Problems, ProblemsFound
from dalil.project.whole import check_project
from dalil.schema.files import stale
from dalil.translation.catalogue import path_of, read_catalogue, written
from dalil.wording.explaining import PAGES, as_page

TESTS_WITH = ("pytest",)
SETTINGS, LOCK = "mkdocs.yml", "requirements.lock"
SHORT, PICTURES = "data/interface/search.yml", "data/interface/pictures.yml"
ROWS = {"ar": "الاسم", "en": "Name"}
"""Heads the first column of a matrix: what its rows are differs from site to site."""
SHORT_LETTERS = 16
"""As many as OpenSearch allows a short name."""
TITLES = {"site/site/title", "pages/home/title", "interface/search.short/text"}
"""The texts that are the title."""


def start(target: Path, wish: Wish, today: datetime.date) -> None:
    """Makes the project in a folder that is not there yet, or is empty.

    Raises CannotStart; nothing is then left behind.
    """
    if target.is_file():
        raise CannotStart("init-file", folder=target)
    if not target.parent.is_dir():
        raise CannotStart("init-no-parent", folder=target, parent=target.parent)
    there = target.is_dir()
    try:
        if there and any(target.iterdir()):
            raise CannotStart("init-not-empty", folder=target)
        # An empty folder may be a disk of its own, or one in which somebody stands: it stays what it is.
        with tempfile.TemporaryDirectory(prefix=".dalil-init-", dir=target if there else target.parent) as folder:
            made = Path(folder, "project")
            _make(made, wish, today)
            if there:
                _move(made, target)
            else:
                made.rename(target)
    except OSError as error:
        place = target if there else target.parent
        raise CannotStart("init-not-writable", folder=place, reason=error.strerror or error) from None


def _move(made: Path, target: Path) -> None:
    moved: list[Path] = []
    try:
        for path in sorted(made.iterdir()):
            moved.append(path.rename(target / path.name))
    except OSError:
        for path in moved:
            path.rename(made / path.name)
        raise


def _make(made: Path, wish: Wish, today: datetime.date) -> None:
    shared, own = shared_files(), starter_files()
    dropped = [code for code in WRITTEN if code not in wish.written]
    values = {"default": wish.default, "today": today.isoformat()}
    titles = {code: wish.titles.get(code, wish.titles[wish.default]) for code in WRITTEN}
    values |= {f"title.{code}": quoted(title) for code, title in titles.items()}
    figures = _figures(titles[code] for code in wish.written)
    values |= {"title.literals": listed(figures), "site.literals": listed(["4.0", *figures])}
    for name, path in {**shared, **own}.items():
        content = path.read_bytes()
        if name.startswith("data/"):
            text = without(filled(content.decode(), values), dropped, wish.written)
            content = text.replace("  literals: []\n", "").encode()
        elif name.startswith("README"):
            for code, title in titles.items():
                content = content.replace(f"@title.{code}".encode(), title.encode())
        _write(made / name, content)
    _settle(made, wish)
    for name, content in stale(made).items():
        _write(made / name, content)
    for language, name in PAGES.items():
        _write(made / name, as_page(language).encode())
    for code in wish.translated:
        # A title is typed at a terminal, where nobody has a no-break space.
        _translate(made, code, typeset(wish.titles.get(code, ""), code))
    _check(made, wish)
    put_wheel(made / "engine")


def _settle(made: Path, wish: Wish) -> None:
    """What differs from site to site in the files that are taken over, and depends on the whole project."""
    pages = {path.relative_to(made / "docs").with_suffix("").as_posix() for path in (made / "docs").rglob("*.md")}
    texts: dict[str, Callable[[str], str]] = {
        SETTINGS: lambda text: settings_for(text, wish.titles[wish.default], wish.written, pages),
        LOCK: lambda text: lock_for(text, TESTS_WITH),
        SHORT: lambda text: _with_short(text, {code: _short(wish.titles[code]) for code in wish.written}),
        PICTURES: lambda text: with_text(text, ("matrix.entity", "text"), ROWS),
    }
    for name, change in texts.items():
        _write(made / name, change((made / name).read_text(encoding="utf-8")).encode())


def _with_short(text: str, short: dict[str, str]) -> str:
    literals = f"  literals: {listed(found)}\n" if (found := _figures(short.values())) else ""
    return with_text(text, ("search.short", "text"), short).replace("search.short:\n", f"search.short:\n{literals}")


def _figures(titles: Iterable[str]) -> list[str]:
    """The figures of titles: a title is a name."""
    return list(dict.fromkeys(figure for title in titles for figure in typed(title)))


def _short(title: str) -> str:
    """As many of a title's first words as a browser's list of search engines shows."""
    if len(title) <= SHORT_LETTERS:
        return title
    whole = title[: SHORT_LETTERS + 1].rpartition(" ")[0]
    return whole or title[:SHORT_LETTERS]


def _translate(made: Path, code: str, title: str) -> None:
    added(made, code, []).write()
    catalogue = read_catalogue(made, code, Problems()) if title else None
    if catalogue is not None:
        for key in TITLES & set(catalogue.messages):
            words = _short(title) if key.startswith("interface/") else title
            catalogue.messages[key] = replace(catalogue.messages[key], translation=words, fuzzy=False, proposed="")
        _write(made / path_of(code), written(catalogue).encode())
        updated(made, [code]).write()


def _check(made: Path, wish: Wish) -> None:
    """The example has no fault, so what the checks find is a fault of a title."""
    try:
        check_project(made, strict=True)
    except ProblemsFound as found:
        raise _refusal(found.problems, wish) from None


def _refusal(problems: list[Problem], wish: Wish) -> CannotStart:
    for problem in problems:
        if problem.code == "wrong-script":
            code = str(problem.details["locale"])
            return CannotStart("init-title-script", title=wish.titles.get(code, ""), code=code)
    return CannotStart("init-title", problem=problems[0])


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
