"""What the theme needs to know of a project, as a file beside the staged pages: languages, titles, interface strings.

Whoever hands the pages over writes it, and the site generator reads nothing else of the store; so what is changed while
the site is being built is no part of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from dalil.render.ways import Ways


@dataclass(frozen=True)
class ThemeLocale:
    """One locale, as templates of the theme see it."""

    code: str
    name: str
    """The language's name in itself."""
    direction: str
    script: str
    title: str
    """The site's title."""
    face: str
    """The stylesheet of the face that the language has for itself; empty where it needs none."""
    words: Mapping[str, str]
    """Key of an interface string to its words."""


@dataclass(frozen=True)
class Theme:
    """All locales, the default first."""

    locales: tuple[ThemeLocale, ...]
    ways: Ways
    search: bool
    """Whether there is a page that shows what a search found, and so a search."""

    @property
    def default(self) -> ThemeLocale:
        """The locale whose pages stand at the root."""
        return self.locales[0]

    def of(self, code: str) -> ThemeLocale:
        """The locale of a code; raises KeyError."""
        return {one.code: one for one in self.locales}[code]


def file_beside(stage: Path) -> Path:
    """Where the file stands that belongs to a folder of staged pages."""
    return stage.with_name(f"{stage.name}.json")


def write_theme(theme: Theme, stage: Path) -> None:
    """Writes the file of a folder of staged pages."""
    text = json.dumps(asdict(theme), ensure_ascii=False, indent=1)
    file_beside(stage).write_text(text + "\n", encoding="utf-8")


def read_theme(stage: Path) -> Theme:
    """Reads it; raises OSError when nobody wrote one."""
    told = json.loads(file_beside(stage).read_text(encoding="utf-8"))
    return Theme(tuple(ThemeLocale(**one) for one in told["locales"]), Ways(**told["ways"]), told["search"])
