"""Checks some files of a project alone, in a fraction of the time of a whole check.

The store is read whole, so that ids in other files are known; the checks then look at the records of the named files
only, and nothing is rendered. What is reported of a file is what the whole check reports of it, except for the codes of
`NEEDS_PAGES`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from dalil.checks import check_store, lacking
from dalil.checks.languages import UNUSABLE
from dalil.checks.opening import open_store
from dalil.problems import Place, Problem, Problems, ProblemsFound, printable
from dalil.reading.files.gate import passed
from dalil.reading.files.real import left_behind
from dalil.store import Store
from dalil.store.settings import read_settings
from dalil.text.near import nearest
from dalil.translation.agreed import read_agreements
from dalil.translation.catalogue import FOLDER, path_of, read_catalogue
from dalil.translation.resting import moved, note_moved

SITE = "data/site.yml"
NEEDS_PAGES = {
    "claim-unused",
    "section-unused",
    "section-empty",
    "printed-twice",
    "topic-elsewhere",
    "interface-missing",
}
"""Codes that only a whole check can report: whether pages show something, and what they lack, shows when they are made.
Of `page-template` and `macro-template` the faults that come up only while a page is made are missing too."""


@dataclass(frozen=True)
class Partly:
    """What was found in some files."""

    problems: list[Problem]
    files: list[str]
    """The files that were checked, relative to the project."""
    passed_over: list[str]
    """Files in which dalil checks nothing, such as a README."""


def check_files(root: Path, named: Sequence[Path]) -> Partly:
    """Checks the files and folders that are named, by paths relative to the present folder or absolute ones."""
    problems = Problems()
    files, passed_over = _resolve(root, named, problems)
    ours = problems.sorted()
    found = Problems()
    _check(root, files, found)
    within = [problem for problem in found.sorted() if _concerns(problem.place.path, files)]
    return Partly(sorted([*ours, *within], key=lambda problem: problem.sort_key), sorted(files), sorted(passed_over))


def _check(root: Path, files: set[str], problems: Problems) -> None:
    try:
        store = replace(open_store(root, problems=problems), only=frozenset(files))
    except ProblemsFound:
        files.add(SITE)  # Nothing else can be checked without it, so that is what must be said.
        return
    check_store(store, problems)
    lacking.check(store, problems)
    note_moved(store, moved(store, read_agreements(root, problems)), problems)
    _check_catalogues(root, store, files, problems)
    if "mkdocs.yml" in files:
        read_settings(root, store, problems)
    attached = passed(root, problems, files)
    if any(file.startswith(("docs/", "macros/")) for file in files):
        # Read only here: a file of data needs no template engine.
        from dalil.render.collisions import check_addresses
        from dalil.render.skeletons import read_skeletons
        from dalil.render.templates import Templates
        from dalil.render.wayfinding import check_ways

        templates, skeletons = Templates(root, problems), read_skeletons(root, store, problems)
        settings = read_settings(root, store, Problems())
        check_ways(skeletons, settings, problems)
        check_addresses(root, store, skeletons, attached, settings.theme, problems)
        for skeleton in skeletons:
            if skeleton.path in files:
                templates.check(skeleton, store, problems)


def _check_catalogues(root: Path, store: Store, files: set[str], problems: Problems) -> None:
    """Whether each language has its catalogue is asked of the settings; what stands in it, of its own file."""
    if any(problem.code in UNUSABLE for problem in problems.sorted()):
        return
    for code in store.site.translated:
        own = path_of(code) in files
        catalogue = read_catalogue(root, code, problems) if own or SITE in files else None
        if catalogue and own:
            # Read only here: a file of records needs no catalogue.
            from dalil.translation.soundness import check_whole
            from dalil.translation.standing import stand

            problems.extend(stand(store, catalogue).problems)
            check_whole(catalogue, store, problems)
    if any(file.startswith(FOLDER) for file in files):
        from dalil.translation.soundness import check_strays

        check_strays(root, store, problems)


def _concerns(path: str, files: Iterable[str]) -> bool:
    """Whether a place lies in one of the files, or is a folder that holds one."""
    return any(file == path or file.startswith(f"{path}/") for file in map(printable, files))


def _resolve(root: Path, named: Sequence[Path], problems: Problems) -> tuple[set[str], set[str]]:
    """The files that can be checked and those that are passed over; those that are not there are noted."""
    files: set[str] = set()
    passed_over: set[str] = set()
    for path in named:
        name = _relative(root, path)
        if name is None:
            problems.add("file-outside", Place(path.as_posix()), project=root)
        elif not (root / name).exists() and not (root / name).is_symlink():
            near = nearest(name, (other for other in _below(root, root) if _is_checked(other)))
            problems.add("no-such-file", Place(name), nearest=near)
        elif (root / name).is_dir():
            files |= {other for other in _below(root, root / name) if _is_checked(other)}
        else:
            (files if _is_checked(name) else passed_over).add(name)
    return files, passed_over


def _relative(root: Path, path: Path) -> str | None:
    """A path as it is called within the project, or None when it lies outside."""
    for absolute in (Path(os.path.abspath(path)), path.resolve()):
        if absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix()
    return None


def _below(root: Path, folder: Path) -> Iterator[str]:
    """The files of the parts of a project that are checked, within a folder."""
    for part in ("data", "docs", "macros", "mkdocs.yml"):
        start = root / part
        for path in [start] if start.is_file() else sorted(start.rglob("*")):
            if path.is_relative_to(folder) and not path.is_dir():
                yield path.relative_to(root).as_posix()


def _is_checked(name: str) -> bool:
    path = PurePosixPath(name)
    match path.parts[0]:
        case "data":
            if path.parts[1:2] == ("locales",):
                return path.suffix == ".po"
            return path.suffix != ".md" and path.parts[1:2] != ("schema",)
        case "docs":
            return not left_behind(path.name)
        case "macros":
            return path.suffix == ".j2"
        case _:
            return name == "mkdocs.yml"
