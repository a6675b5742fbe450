"""What is kept beside the store under a record's id: the registers, and the translators' catalogues."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dalil.editing.changes import Changes
from dalil.editing.edits import Edit, of_id
from dalil.editing.layout import CannotEdit, Layout, Scalar
from dalil.editing.mentions import in_the_way, mentions
from dalil.problems import Place, Problems, ProblemsFound
from dalil.reading.load import REGISTER
from dalil.store import LINK_KINDS
from dalil.translation.agreed import FILE as AGREED
from dalil.translation.catalogue import FOLDER, path_of, read_catalogue

ASSERTED = ("claims", "statements")
"""Folders of records whose ids start the names of values."""


def edits_of_register(changes: Changes, kind: str, old: str, new: str) -> Iterator[Edit]:
    """The entry of a source; one that is left of a former source of the new id goes. Raises ProblemsFound."""
    text = changes.text(REGISTER) if kind == "sources" else ""
    layout = Layout(text)
    for at in layout.scalars():
        if at.key and at.path == (old,):
            yield of_id(text, REGISTER, at, old, new)
            try:
                yield from (Edit(REGISTER, one.start, one.end, "") for one in layout.blocks if one.id == new)
            except CannotEdit:
                problems = Problems()
                problems.add("new-layout", Place(REGISTER), kind="")
                raise ProblemsFound(problems) from None


def edits_of_agreements(changes: Changes, kind: str, old: str, new: str) -> Iterator[Edit]:
    """What was agreed on a record's texts, and its id among the values that sentences rest on.

    What is left of a former record of the new id goes. Raises ProblemsFound.
    """
    text = changes.text(AGREED)
    layout = Layout(text)
    try:
        gone = [one for one in layout.blocks if one.id.startswith(f"{kind}/{new}/")]
    except CannotEdit:
        problems = Problems()
        problems.add("new-layout", Place(AGREED), kind="")
        raise ProblemsFound(problems) from None
    yield from (Edit(AGREED, one.start, one.end, "") for one in gone)
    for at in layout.scalars():
        if not any(one.start <= at.start < one.end for one in gone):
            yield from _renamed_in_agreements(text, at, kind, old, new)


def _renamed_in_agreements(text: str, at: Scalar, kind: str, old: str, new: str) -> Iterator[Edit]:
    """The name of a text, of a value of a claim or statement, or an entity as a value or in a list."""
    depth, written = len(at.path), text[at.start : at.end]
    if at.key and depth == 1 and at.value.startswith(f"{kind}/{old}/"):
        yield Edit(AGREED, at.start, at.end, written.replace(f"{kind}/{old}/", f"{kind}/{new}/", 1))
    elif at.key and depth == 3 and kind in ASSERTED and at.value.partition(".")[0] == old:
        yield Edit(AGREED, at.start, at.end, written.replace(old, new, 1))
    elif not at.key and depth > 2 and kind == "entities" and at.value == old:
        yield of_id(text, AGREED, at, old, new)


def edits_of_catalogues(root: Path, changes: Changes, kind: str, old: str, new: str) -> Iterator[Edit]:
    """The names of a record's messages in every catalogue, also of a language that is no more, and links to it.

    Raises ProblemsFound when a catalogue cannot be read.
    """
    links = sorted(word for word, folder in LINK_KINDS.items() if folder == kind)
    problems = Problems()
    for file in sorted((root / FOLDER).glob("*.po")):
        path = path_of(file.stem)
        if read_catalogue(root, file.stem, problems) is None:
            continue
        text = changes.text(path)
        gone = list(in_the_way(text, kind, old, new))
        yield from (Edit(path, start, end, "") for start, end in gone)
        for runs in mentions(text, kind, old, links):
            words = [new, *[""] * len(runs)]
            for (start, end), word in zip(runs, words, strict=False):
                if not any(first <= start < last for first, last in gone):
                    yield Edit(path, start, end, word)
    if len(problems):
        raise ProblemsFound(problems)
