"""Page skeletons: the Markdown files of `docs/`, each the same for every locale.

A skeleton's head says what it shows: `page: id` for one page; `each: claims` for one page per record of a kind, in
the skeleton's folder; `anchors: terms` where a page shows records of a kind under their ids; `lists: events` where it
lists records whose pages stand in a folder without a page of its own. Its body holds macro calls and comments only, so
that no prose escapes the store. `indexed: no` keeps a page from search engines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dalil.problems import Place, Problems, phrase
from dalil.problems.gate import blanked
from dalil.reading.documents import Document, read_part, read_text
from dalil.reading.files.real import real_files
from dalil.render.calls import Call, readable_calls
from dalil.store import Store
from dalil.text.near import nearest

HEAD = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
EACH_KINDS = {"claims", "statements", "sources", "events", "entities"}
ANCHOR_KINDS = {"terms", "disputes"}
HEAD_FIELDS = {"page", "each", "kind", "anchors", "lists", "indexed"}


@dataclass(frozen=True)
class Skeleton:
    """One file of `docs/`."""

    path: str
    """Relative to the project."""
    folder: str
    """Address of its folder: `` or such as `claims/`."""
    address: str
    """Address of its page, such as `origins/`; empty for the home page. For `each`, the folder."""
    page: str
    """Id of its page record."""
    each: tuple[str, ...]
    kind: str
    """With `each: entities`, the kind of entity."""
    anchors: tuple[str, ...]
    lists: tuple[str, ...]
    """The kinds of record whose list it is; the page at a folder's address needs not say so."""
    calls: tuple[Call, ...]
    """What its body says."""
    sound: bool = True
    """Whether its body could be read whole; otherwise that is noted, and no page is made of it."""
    indexed: bool = True
    """Whether search engines should list its pages."""


def read_skeletons(root: Path, store: Store, problems: Problems) -> list[Skeleton]:
    """Reads every skeleton of `root/docs`; faults of their heads go to `problems`."""
    docs = root / "docs"
    if not docs.is_dir():
        problems.add("folder-missing", Place("docs"), folder="docs")
        return []
    skeletons = []
    for path in real_files(root, docs, problems):
        if path.suffix != ".md":
            continue
        name = path.relative_to(root).as_posix()
        text = read_text(path, name, problems)
        if text is not None and (skeleton := _skeleton(name, text, store, problems)) is not None:
            skeletons.append(skeleton)
    return skeletons


def _skeleton(name: str, text: str, store: Store, problems: Problems) -> Skeleton | None:
    match = HEAD.match(text)
    if not match:
        problems.add("page-front-matter", Place(name), reason=phrase("head-missing"))
        return None
    document = Document(name, text)
    before = len(problems)
    read_part(document, match[1], 1, problems)
    if len(problems) > before:
        return None
    head: dict[str, Any] = document.data
    for field in head:
        if field not in HEAD_FIELDS:
            place = document.place((field,), key=True)
            fields = sorted(HEAD_FIELDS)
            problems.add("unknown-field", place, field=field, nearest=nearest(field, HEAD_FIELDS), known=fields)
    each, anchors, lists = (_words(head.get(field)) for field in ("each", "anchors", "lists"))
    before = len(problems)
    known = (("each", each, EACH_KINDS), ("anchors", anchors, ANCHOR_KINDS), ("lists", lists, EACH_KINDS))
    for field, words, known_words in known:
        for word in words:
            if word not in known_words:
                expected = phrase("one-of-these", words=sorted(known_words))
                near = nearest(word, known_words)
                problems.add("bad-value", document.place((field,)), found=word, nearest=near, expected=expected)
    if len(problems) > before:
        return None
    page = str(head.get("page") or "")
    if not page and not each:
        problems.add("page-front-matter", Place(name), reason=phrase("head-without-page"))
        return None
    if page and not store.has("pages", page):
        problems.add("page-unknown", document.place(("page",)), page=page, nearest=store.nearest("pages", page))
        return None
    relative = Path(name).relative_to("docs")
    folder = "" if relative.parent == Path() else relative.parent.as_posix() + "/"
    address = folder if each or relative.stem == "index" else f"{folder}{relative.stem}/"
    first_line = match[0].count("\n") + 1
    before = len(problems)
    calls = readable_calls(name, blanked(text[match.end() :]), first_line, problems)
    indexed = str(head.get("indexed") or "yes").lower() not in ("no", "false")
    kind = str(head.get("kind") or "")
    sound = len(problems) == before
    return Skeleton(name, folder, address, page, each, kind, anchors, lists, calls, sound, indexed)


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return (str(value),) if value else ()
