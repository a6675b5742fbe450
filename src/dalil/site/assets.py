"""One stylesheet and one script for the whole site, made from one file a concern.

Each script stands in a block of its own, so that no name of one is seen by another. The files' names carry a hash of
what they hold, so that browsers may keep them for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path, PurePosixPath

import lightningcss
import rjsmin

FOLDER = "assets"
"""Where the bundles stand on the site; addresses within stylesheets are written for it."""


def bundle(kind: str, files: Iterable[Path]) -> tuple[str, str]:
    """Joins and shortens files of one kind, `css` or `js`, in their order; returns (path on the site, text).

    Raises ValueError when a stylesheet cannot be parsed.
    """
    text = (_styles if kind == "css" else _scripts)(files)
    digest = sha256(text.encode()).hexdigest()[:10]
    return str(PurePosixPath(FOLDER, f"site.{digest}.{kind}")), text


def shorten(site: Path) -> None:
    """Shortens the scripts that are not bundled, since pages ask for them only when they are needed."""
    for path in sorted([*(site / "javascripts").glob("*.js"), *(site / "pagefind").glob("*/*.js")]):
        path.write_text(rjsmin.jsmin(path.read_text(encoding="utf-8")), encoding="utf-8")


def _styles(files: Iterable[Path]) -> str:
    parts = []
    for path in files:
        try:
            parts.append(lightningcss.process_stylesheet(path.read_text(encoding="utf-8"), filename=path.name))
        except ValueError as error:
            raise ValueError(f"{path.name}: {error}") from error
    return "".join(parts)


def _scripts(files: Iterable[Path]) -> str:
    return "".join(f"{{{rjsmin.jsmin(path.read_text(encoding='utf-8')).strip()}}}\n" for path in files)
