"""Which files a site is made of: those of its pages, its data, its theme and its search, and none beside.

Files whose words are made from the store are made once more, and must be the same.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from dalil.problems import Place, Problems, phrase
from dalil.project.whole import Checked
from dalil.reading.files import generated
from dalil.reading.files.generated import CARDS, MISSING, PACKED, SEARCH
from dalil.site.compress import TEXT
from dalil.site.faces import face_names
from dalil.site.feed import feed
from dalil.site.hints import hint_files
from dalil.site.pagefind import FILES
from dalil.site.verifying.expected import prefix
from dalil.translation.catalogue import path_of

BUNDLE = re.compile(rf"{re.escape(generated.BUNDLE)}[0-9a-f]{{10}}\.(?:css|js)")
CARD = re.compile(rf"{CARDS}/[0-9a-f]+\.png")
UNPUBLISHED = (".html", ".md", ".py", ".j2")
"""Suffixes of what stands in the theme's folder and is not published."""


def check_files(files: Collection[str], pages: Collection[str], checked: Checked, problems: Problems) -> None:
    """Notes files that nothing makes, and pages that are missing."""
    known = {*pages, *_known(checked)}
    for name in sorted(set(files) - known):
        if _is_packed(name, known) or _is_made(name, checked):
            continue
        problems.add("site-stray", Place(name), remedy=phrase("report-it"))
    for name in sorted({*pages, MISSING} - set(files)):
        problems.add("site-missing", Place(name), remedy=phrase("report-it"))


def check_data(site: Path, checked: Checked, problems: Problems) -> None:
    """Notes files of data, hints, translations and news that do not say what the store says."""
    for name, text in _data(checked):
        path = site / name
        if not path.is_file() or path.read_bytes() != text.encode():
            problems.add("site-data", Place(name), remedy=phrase("report-it"))


def _data(checked: Checked) -> Iterator[tuple[str, str]]:
    yield from checked.renderer.downloads.files.items()
    yield from hint_files(checked).items()
    for code, standing in checked.standings.items():
        if standing.catalogue:
            yield path_of(code), standing.catalogue.text
    if checked.renderer.settings.address:
        for code, shared in checked.shared.items():
            yield f"{prefix(code, checked.store.site.default)}{generated.FEED}", feed(shared)


def _known(checked: Checked) -> Iterator[str]:
    default = checked.store.site.default
    yield from (name for name in generated.AT_ROOT if name not in generated.IN_EACH_LOCALE)
    for code in checked.store.locales:
        yield from (f"{prefix(code, default)}{name}" for name in generated.IN_EACH_LOCALE)
        yield from face_names(code, checked.store, checked.root)
    yield from (name for name, _ in _data(checked))
    yield from (one.name for one in checked.attached)
    yield from _below(checked.root / "overrides", UNPUBLISHED)
    theme = importlib.util.find_spec("material")
    for place in theme.submodule_search_locations or [] if theme else []:
        yield from _below(Path(place) / "templates", UNPUBLISHED)


def _below(folder: Path, without: Iterable[str]) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix not in without:
            yield path.relative_to(folder).as_posix()


def _is_packed(name: str, known: Collection[str]) -> bool:
    """Whether a file is the compressed copy of one that is known."""
    path = Path(name)
    plain = name.removesuffix(path.suffix)
    return path.suffix in PACKED and Path(plain).suffix in TEXT and (plain in known or _is_bundle(plain))


def _is_bundle(name: str) -> bool:
    return BUNDLE.fullmatch(name) is not None or FILES.fullmatch(name) is not None


def _is_made(name: str, checked: Checked) -> bool:
    """Whether a name is one of those that carry a hash: bundles, pictures of previews, the files of the search."""
    if name.startswith(f"{SEARCH}/"):
        folder, _, rest = name.removeprefix(f"{SEARCH}/").partition("/")
        return (
            folder in checked.store.locales
            and FILES.fullmatch(rest.removesuffix(PACKED[0]).removesuffix(PACKED[1])) is not None
        )
    return BUNDLE.fullmatch(name) is not None or CARD.fullmatch(name) is not None
