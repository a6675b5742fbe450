"""Writes what the site generator gets: one Markdown file a page and locale, the data files, and pictures of `docs`."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from dalil.problems import Place, Problems, ProblemsFound
from dalil.project.whole import Checked
from dalil.reading.files.attached import FOLDER, Attached, Changed, content_of
from dalil.site.faces import face_files
from dalil.site.hints import hint_files
from dalil.system.progress import Step, silent
from dalil.translation.catalogue import path_of


def stage(checked: Checked, folder: Path, step: Step = silent) -> None:
    """Fills `folder`; files that are already there with the same text are left alone, others are removed.

    Raises ProblemsFound when a page cannot be rendered; `folder` is then as it was.
    """
    wanted: dict[str, str] = {}
    for page in checked.pages(step):
        wanted[str(PurePosixPath(page.path).with_suffix(f".{page.locale}.md"))] = page.text
    wanted.update(checked.renderer.downloads.files)
    wanted.update(hint_files(checked))
    wanted.update({path_of(code): one.catalogue.text for code, one in checked.standings.items() if one.catalogue})
    attached = {one.name: _sound(one) for one in checked.attached}
    for code in checked.store.locales:
        attached |= face_files(code, checked.store, checked.root)
    folder.mkdir(parents=True, exist_ok=True)
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        if path.relative_to(folder).as_posix() not in {*wanted, *attached}:
            path.unlink()
    contents = {name: text.encode() for name, text in wanted.items()} | attached
    for name, content in contents.items():
        target = folder / name
        if not target.is_file() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def _sound(one: Attached) -> bytes:
    """What the check found sound; raises ProblemsFound when the file is another one by now."""
    try:
        return content_of(one)
    except Changed:
        problems = Problems()
        problems.add("site-changed", Place(f"{FOLDER}/{one.name}"))
        raise ProblemsFound(problems) from None
