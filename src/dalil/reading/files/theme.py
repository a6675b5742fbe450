"""What a theme puts on a site: the files of the installed theme, and those of `overrides`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import metadata, util
from pathlib import Path

from dalil.problems import Problems
from dalil.reading.files.real import real_files

OVERRIDES = "overrides"
TEMPLATE = ".html"
NOT_PUBLISHED = (".html", ".md", ".py", ".pyc", ".yml")
"""Suffixes of a theme's files that MkDocs keeps for itself, or makes pages of."""


@cache  # Packages do not change while a command runs, and a theme has thousands of files.
def installed(theme: str) -> tuple[str, ...]:
    """The files that an installed theme publishes, as paths on the site; none for a theme that is not there."""
    published: list[str] = []
    for found in metadata.entry_points(group="mkdocs.themes", name=theme):
        spec = util.find_spec(found.module)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            folder = Path(place)
            published += _published(folder, sorted(path for path in folder.rglob("*") if path.is_file()))
    return tuple(published)


def templates(root: Path) -> list[Path]:
    """The templates of the theme's own part of a project."""
    return [path for path in real_files(root, root / OVERRIDES, Problems()) if path.suffix == TEMPLATE]


def overriding(root: Path) -> Iterator[str]:
    """The files that the theme's own part of a project publishes, as paths on the site."""
    yield from _published(root / OVERRIDES, real_files(root, root / OVERRIDES, Problems()))


def _published(folder: Path, files: list[Path]) -> Iterator[str]:
    for path in files:
        if path.suffix not in NOT_PUBLISHED:
            yield path.relative_to(folder).as_posix()
