"""Renames an id wherever the project names it: found through the models, not by looking for letters."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from dalil.checks.opening import Need, open_store
from dalil.checks.references import references_of
from dalil.editing.beside import edits_of_agreements, edits_of_catalogues, edits_of_register
from dalil.editing.changes import Changes
from dalil.editing.edits import Edit, applied, of_id
from dalil.editing.layout import CannotEdit, Layout, Scalar
from dalil.editing.writing import scalar
from dalil.model.kinds import ONE, RECORD_KINDS
from dalil.model.records import Source
from dalil.model.texts import texts_of
from dalil.model.values import ID_PATTERN
from dalil.problems import Place, Problems, ProblemsFound
from dalil.reading.documents import KeyPath
from dalil.render.addresses import Addresses
from dalil.render.calls import read_calls
from dalil.render.macros import Macro, read_macros
from dalil.render.mentions import Mentions
from dalil.render.naming import named
from dalil.render.skeletons import HEAD, Skeleton, read_skeletons
from dalil.schema.files import mark_of
from dalil.store import LINK_KINDS, Store
from dalil.text.inline import LINK
from dalil.text.near import nearest

ALIASES = "data/aliases.yml"
ALIASES_HEAD = "# Former ids of renamed records, each with the id that took its place: an old address leads there.\n"
COMMAND = Place("dalil rename")
"""Where a problem of the command itself stands."""
RENAMABLE = [kind for kind in ONE if kind != "interface"]
"""Folders of records that are known by an id; strings of the interface are called by name from macros."""
ASSERTIONS = ("claims", "statements")


@dataclass(frozen=True)
class Renamed:
    """A renaming that is ready to be written."""

    kind: str
    changes: Changes
    edits: list[Edit]
    """In the order of files and lines."""
    address: str
    """Where the record is found on the site so far, below the root of a locale; empty when it has no page."""

    def lines(self) -> Iterator[tuple[Place, str, str]]:
        """(place, line before, line after) for each line that changes."""
        by_line: dict[tuple[str, int], list[Edit]] = {}
        for edit in self.edits:
            number = self.changes.before(edit.path).count("\n", 0, edit.start) + 1
            by_line.setdefault((edit.path, number), []).append(edit)
        for (path, number), edits in by_line.items():
            text = self.changes.before(path)
            start = text.rfind("\n", 0, edits[0].start) + 1
            end = text.find("\n", edits[-1].end)
            end = len(text) if end < 0 else end
            place = Place(path, number, edits[0].start - start + 1)
            yield place, text[start:end].strip(), applied(text[:end], edits)[start:].strip()


def prepare_rename(root: Path, old: str, new: str) -> Renamed:
    """Makes a renaming ready; nothing is written.

    Raises ProblemsFound when `old` is the id of no record, `new` is no id or is taken, or a file cannot be read: an id
    can be followed only through what can be read.
    """
    problems = Problems()
    store = open_store(root, Need.RECORDS, problems)
    kind = _kind_of(store, old, problems)
    goes_back = store.aliases.get(new) == old
    _check_new(store, new, problems, goes_back=goes_back)
    if len(problems):
        raise ProblemsFound(problems)
    changes = Changes(root)
    edits = [*_edits_of_records(store, changes, kind, old, new), *_edits_of_pages(root, store, changes, kind, old, new)]
    edits += [*edits_of_register(changes, kind, old, new), *edits_of_agreements(changes, kind, old, new)]
    edits += edits_of_catalogues(root, changes, kind, old, new)
    edits.sort(key=lambda edit: (edit.path, edit.start))
    for path in dict.fromkeys(edit.path for edit in edits):
        changes.put(path, applied(changes.text(path), [edit for edit in edits if edit.path == path]))
    _alias(changes, old, new, goes_back=goes_back)
    return Renamed(kind, changes, edits, _address(root, store, kind, old))


def _kind_of(store: Store, old: str, problems: Problems) -> str:
    for kind in RENAMABLE:
        if old in store.of_kind(kind):
            return kind
    if old in store.interface:
        place = store.place("interface", old, key=True)
        problems.add("rename-interface", place, id=old)
    else:
        everything = [record_id for kind in RENAMABLE for record_id in store.of_kind(kind)]
        present = store.current(old) if old in store.aliases else nearest(old, everything)
        problems.add("rename-unknown", COMMAND, id=old, nearest=present or "")
    return ""


def _check_new(store: Store, new: str, problems: Problems, *, goes_back: bool) -> None:
    if not re.fullmatch(ID_PATTERN, new):
        suggestion = re.sub(r"[^a-z0-9]+", "-", new.lower()).strip("-")
        problems.add("bad-id", COMMAND, id=new, nearest=suggestion)
    taken = next((kind for kind in RENAMABLE if new in store.of_kind(kind)), None)
    if taken:
        first = store.place(taken, new, key=True)
        problems.add("duplicate-id", first, id=new, first=first)
    elif new in store.aliases and not goes_back:
        first = store.place("aliases", new, key=True)
        problems.add("rename-former", first, id=new, current=store.current(new) or "")


def _edits_of_records(store: Store, changes: Changes, kind: str, old: str, new: str) -> Iterator[Edit]:
    """The key of the record, the fields that name it, and the links of texts that lead to it."""
    layouts: dict[str, Mapping[tuple[KeyPath, bool], Scalar]] = {}
    link_words = {word for word, folder in LINK_KINDS.items() if folder == kind}
    records: list[tuple[str, str, Any]] = [("site", "site", store.site)]
    records += [(folder, one, record) for folder in RECORD_KINDS for one, record in store.of_kind(folder).items()]
    problems = Problems()
    for folder, record_id, record in records:
        path = store.loaded.documents[folder, record_id].path
        if path not in layouts:
            scalars = Layout(changes.text(path)).scalars()
            layouts[path] = {(found.path, found.key): found for found in scalars}
        prefix: KeyPath = () if folder == "site" else (record_id,)
        if (folder, record_id) == (kind, old):
            yield of_id(changes.text(path), path, layouts[path][(old,), True], old, new)
        for field in _fields_naming(record, kind, old):
            at = layouts[path].get(((*prefix, *field), False)) or layouts[path].get(((*prefix, *field[:-1]), False))
            if at is not None and at.value.strip() == old:
                yield of_id(changes.text(path), path, at, old, new)
        for field, text in texts_of(record) if link_words else ():
            for code, words in text.items():
                wanted = sum(m["kind"] in link_words and m["target"] == old for m in LINK.finditer(words))
                if wanted:
                    at = layouts[path].get(((*prefix, *field, code), False))
                    found = list(_links_in(changes.text(path), path, at, link_words, old, new)) if at else []
                    if len(found) != wanted:
                        problems.add("rename-link", store.place(folder, record_id, *field, code), id=old)
                    yield from found
    if len(problems):
        raise ProblemsFound(problems)


def _fields_naming(record: BaseModel, kind: str, old: str) -> Iterator[KeyPath]:
    for path, folders, target in references_of(record):
        if target == old and kind in folders:
            yield path
    if isinstance(record, Source) and kind == "sources" and record.origin == old:
        yield ("origin",)


def _links_in(text: str, path: str, at: Scalar, words: set[str], old: str, new: str) -> Iterator[Edit]:
    pattern = re.compile(rf"\]\((?:{'|'.join(sorted(words))}):({re.escape(old)})\)")
    for match in pattern.finditer(text, at.start, at.end):
        yield Edit(path, match.start(1), match.end(1), new)


def _edits_of_pages(root: Path, store: Store, changes: Changes, kind: str, old: str, new: str) -> Iterator[Edit]:
    """The head of a page's skeleton, and the calls of macros that take ids of this kind."""
    problems = Problems()
    macros = read_macros((root / "macros").glob("*.j2"))
    skeletons = {skeleton.path: skeleton for skeleton in read_skeletons(root, store, problems)}
    if len(problems):
        raise ProblemsFound(problems)
    for path, skeleton in skeletons.items():
        text = changes.text(path)
        head = HEAD.match(text.replace("\r\n", "\n"))
        body_start = text.index("---", 3) if head else 0
        if kind == "pages" and skeleton.page == old:
            for at in Layout(text[:body_start]).scalars():
                if at.path == ("page",) and not at.key:
                    yield of_id(text, path, at, old, new)
        for match in re.finditer(rf"([\"'])({re.escape(old)})\1", text[body_start:]):
            start, end = body_start + match.start(2), body_start + match.end(2)
            changed = text[body_start + 3 : start] + new + text[end:]
            if _is_id(skeleton, changed, macros, kind, new):
                yield Edit(path, start, end, new)
    if len(problems):
        raise ProblemsFound(problems)


def _address(root: Path, store: Store, kind: str, record_id: str) -> str:
    skeletons = read_skeletons(root, store, Problems())
    return Addresses(skeletons, store, Mentions(store).spoken_of()).of(kind, record_id) or ""


def _is_id(skeleton: Skeleton, body: str, macros: dict[str, Macro], kind: str, new: str) -> bool:
    """Whether an id that stands in one place only of a changed body is an argument that takes ids of a kind."""
    calls = read_calls(skeleton.path, body.replace("\r\n", "\n"), 1, Problems()) or ()
    kinds = [kind, *(["assertions"] if kind in ASSERTIONS else [])]
    changed = dataclasses.replace(skeleton, calls=calls)
    return any(new in named(changed, macros, each) for each in kinds)


def _alias(changes: Changes, old: str, new: str, *, goes_back: bool) -> None:
    """Lets the former id lead to the new one.

    An id that a record gets back leads nowhere but to itself: its line stays, to say which id came first.
    """
    text = changes.text(ALIASES) or mark_of(ALIASES) + ALIASES_HEAD
    layout = Layout(text)
    try:
        blocks = layout.blocks
    except CannotEdit:
        problems = Problems()
        problems.add("new-layout", Place(ALIASES), kind="")
        raise ProblemsFound(problems) from None
    line_end = layout.line_end
    lines = {old: new, **({new: new} if goes_back else {})}
    for block in reversed(blocks):
        if block.id in lines:
            line = f"{block.id}: {scalar(lines.pop(block.id), flow=False)}{line_end}"
            text = f"{text[: block.start]}{line}{text[block.end :]}"
    missing = line_end if text and not text.endswith(("\n", "\r")) else ""
    added = "".join(f"{former}: {scalar(current, flow=False)}{line_end}" for former, current in lines.items())
    changes.put(ALIASES, f"{text}{missing}{added}" if added else text)
