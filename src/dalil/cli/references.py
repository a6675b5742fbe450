"""What is made from other files and kept beside them: is it up to date? Asked by `check`, and by each that makes it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from dalil.problems import Place, Problems, ProblemsFound
from dalil.reading.files.real import holds, is_real
from dalil.wording.explaining import PAGES, as_page

MACROS = "macros/README.md"


def note_schemas(
    root: Path, problems: Problems, locales: Sequence[str] = (), files: Collection[str] | None = None
) -> None:
    """Notes schemas that are not up to date, and files of the store that do not name theirs.

    `locales`: the languages of the records; they are read unless given. `files`: the only ones that are looked at.
    """
    from dalil.schema.files import FOLDER, mark_of, stale

    for path in stale(root, locales):
        if files is not None and path not in files:
            continue
        if path.startswith(FOLDER):
            problems.add("reference-stale", Place(path), command="dalil schema")
        else:
            problems.add("schema-unnamed", Place(path), line=mark_of(path).strip())


def note_macros(root: Path, problems: Problems) -> None:
    """Notes that the reference of all macros is not up to date."""
    from dalil.render.reference import reference

    if not holds(root / MACROS, reference(root / "macros").encode()):
        problems.add("reference-stale", Place(MACROS), command="dalil macros")


def note_explanations(root: Path, problems: Problems) -> None:
    """Notes pages of all codes that are not up to date."""
    for spoken, name in PAGES.items():
        if not holds(root / name, as_page(spoken).encode()):
            problems.add("reference-stale", Place(name), command="dalil explain --write")


def stale_references(root: Path, locales: Sequence[str] = (), files: Collection[str] | None = None) -> Problems:
    """What is not up to date of all that the project keeps; a project need keep none of it."""
    problems = Problems()
    try:
        if (root / "data" / "schema").is_dir():
            note_schemas(root, problems, locales, files)
    except ProblemsFound:
        pass  # The check names what is wrong with the site file.
    if files is None and is_real(root / MACROS):
        note_macros(root, problems)
    if files is None and any(is_real(root / name) for name in PAGES.values()):
        note_explanations(root, problems)
    return problems
