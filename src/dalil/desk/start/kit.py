"""What a new project takes over as it is: macros, theme, fonts, words of the interface, skeletons of records.

In a checkout these are the repository's own files, named by the table from which the wheel is made (pyproject.toml,
force-include); in an installed dalil they stand in its folder `kit`, where that table puts them.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import dalil

PACKAGE = Path(dalil.__file__).resolve().parent
STARTER = PACKAGE / "starter"
"""Files that are made for new projects alone."""
INSIDE = "dalil/kit/"
"""Where a wheel has what the table names."""


def checkout() -> Path | None:
    """The repository from which dalil is run, or None when it is installed."""
    root = PACKAGE.parent.parent
    return root if root / "src" / "dalil" == PACKAGE and (root / "pyproject.toml").is_file() else None


def shared_files() -> dict[str, Path]:
    """Path in a project to the file that it is a copy of."""
    root = checkout()
    return _below(PACKAGE / "kit", "") if root is None else _named(root)


def starter_files() -> dict[str, Path]:
    """Path in a project to the file from which it is made."""
    return _below(STARTER, "")


def _named(root: Path) -> dict[str, Path]:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    table: dict[str, str] = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    found: dict[str, Path] = {}
    for source, target in table.items():
        name = target.removeprefix(INSIDE)
        found |= _below(root / source, f"{name}/") if (root / source).is_dir() else {name: root / source}
    return found


def _below(folder: Path, prefix: str) -> dict[str, Path]:
    return {
        prefix + path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
