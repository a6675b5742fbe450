"""Page skeletons: the Markdown files of `docs/`, each the same for every locale.

A skeleton's head says what it shows: `page: id` for one page; `each: claims` for one page per record of a kind, in
the skeleton's folder; `anchors: terms` where a page shows records of a kind under their ids; `lists: events` where it
lists records whose pages stand in a folder without a page of its own. Its body holds macro calls and comments only, so
that no prose escapes the store. `indexed: no` keeps a page from search engines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from dalil.cleaning import UNSEEN
from dalil.files.real import read_real, real_files
from dalil.model.kinds import ONE
from dalil.problems import Place, Problems, nearest, phrase
from dalil.reading import Document, read_part, read_text
from dalil.store import Store

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
    body: str
    """Its source with the head blanked out, so that lines count as in the file."""
    indexed: bool = True
    """Whether search engines should list its pages."""


@dataclass(frozen=True)
class Argument:
    """One argument of a macro, as its comment documents it."""

    name: str
    kind: str
    """What it names: a folder of the store, sections, notes or figures of the page, or a plain word."""
    text: str
    many: bool


@dataclass(frozen=True)
class Macro:
    """One macro: where it stands and how it is called."""

    name: str
    file: str
    text: str
    arguments: tuple[Argument, ...]
    example: str


MACRO = re.compile(r"\{#-?\s*(?P<doc>(?:(?!#\}).)*?)\s*-?#\}\s*\{%-?\s*macro\s+(?P<name>\w+)\s*\(", re.DOTALL)
ANY_MACRO = re.compile(r"\{%-?\s*macro\s+(\w+)")
ARGUMENT = re.compile(r"^(?P<name>\w+)(?P<many>…)?(?: \((?P<kind>[\w ]+)\))?: (?P<text>.+)$")


def read_macros(files: Iterable[Path]) -> dict[str, Macro]:
    """Reads the documented macros of some files; one without a comment above it serves other macros only."""
    found: dict[str, Macro] = {}
    for path in sorted(files):
        for match in MACRO.finditer(read_real(path).decode("utf-8")):
            found[match["name"]] = _macro(match["name"], path.name, match["doc"])
    return found


def _macro(name: str, file: str, doc: str) -> Macro:
    text, arguments, example = [], [], ""
    for line in (line.strip() for line in doc.splitlines()):
        if line.startswith("Example:"):
            example = line.removeprefix("Example:").strip().replace("[[", "{{").replace("]]", "}}")
        elif match := ARGUMENT.match(line):
            arguments.append(Argument(match["name"], match["kind"] or "word", match["text"], bool(match["many"])))
        elif line:
            text.append(line)
    return Macro(name, file, " ".join(text), tuple(arguments), example)


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
    body = "\n" * match[0].count("\n") + UNSEEN.sub(" ", text[match.end() :])
    indexed = str(head.get("indexed") or "yes").lower() not in ("no", "false")
    return Skeleton(name, folder, address, page, each, str(head.get("kind") or ""), anchors, lists, body, indexed)


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return (str(value),) if value else ()


def check_skeleton(
    skeleton: Skeleton, environment: Environment, macros: dict[str, Macro], store: Store, problems: Problems
) -> bool:
    """Checks a skeleton unrendered: prose, macro names, and every id that it names. True when it can render."""
    before = len(problems)
    lines = skeleton.body.split("\n")

    def place(line: int, words: str = "") -> Place:
        text = lines[line - 1] if line <= len(lines) else ""
        return Place(skeleton.path, line, max(text.find(words), 0) + 1)

    try:
        tree = environment.parse(skeleton.body, skeleton.path)
    except TemplateSyntaxError as error:
        problems.add("page-template", place(error.lineno), reason=error.message or "")
        return False
    for line, kind, value in environment.lex(skeleton.body, skeleton.path):
        if kind == "data" and value.strip():
            offset = len(value) - len(value.lstrip())
            first = value.strip().split("\n")[0]
            line += value[:offset].count("\n")
            problems.add("page-prose", place(line, first), snippet=first[:40])
    page = store.pages.get(skeleton.page)
    for call in tree.find_all(nodes.Call):
        if not isinstance(call.node, nodes.Name):
            continue
        macro = macros.get(call.node.name)
        if macro is None:
            known = nearest(call.node.name, macros)
            where = place(call.lineno, call.node.name)
            problems.add("page-template", where, reason=phrase("no-macro", name=call.node.name), nearest=known)
            continue
        for keyword in call.kwargs:
            names = [argument.name for argument in macro.arguments]
            if keyword.key not in names:
                reason = phrase("no-argument", macro=macro.name, name=keyword.key)
                where = place(keyword.lineno, keyword.key)
                problems.add("page-template", where, reason=reason, nearest=nearest(keyword.key, names))
        for argument, value, line in _constants(call, macro):
            known_ids: Any
            if argument.kind in ("sections", "notes", "figures"):
                if page is None and skeleton.page:
                    continue  # The page record could not be read; that is noted.
                known_ids = getattr(page, argument.kind) if page else {}
            elif argument.kind == "assertions":
                known_ids = {*store.claims, *store.statements, *store.loaded.broken["claims"]}
            elif argument.kind in store.loaded.records:
                known_ids = {*store.of_kind(argument.kind), *store.loaded.broken[argument.kind]}
            else:
                continue
            if value not in known_ids:
                what = phrase(ONE.get(argument.kind, argument.kind.removesuffix("s")))
                where = place(line, value)
                problems.add("unknown-reference", where, what=what, id=value, nearest=nearest(value, known_ids))
    return len(problems) == before


def named(skeleton: Skeleton, environment: Environment, macros: dict[str, Macro], kind: str) -> frozenset[str]:
    """The ids of a kind that the calls of a sound skeleton give as plain text."""
    calls = environment.parse(skeleton.body, skeleton.path).find_all(nodes.Call)
    called = [(call, macros[call.node.name]) for call in calls if isinstance(call.node, nodes.Name)]
    return frozenset(
        value for call, macro in called for argument, value, _ in _constants(call, macro) if argument.kind == kind
    )


def _constants(call: nodes.Call, macro: Macro) -> list[tuple[Argument, str, int]]:
    """(argument, text, line) for each argument of a call that is a plain text."""
    found = []
    by_name = {argument.name: argument for argument in macro.arguments}
    positional = list(macro.arguments)
    for index, node in enumerate(call.args):
        argument = positional[min(index, len(positional) - 1)] if positional else None
        if argument is not None and isinstance(node, nodes.Const) and isinstance(node.value, str):
            found.append((argument, node.value, node.lineno))
    for keyword in call.kwargs:
        argument = by_name.get(keyword.key)
        if argument is not None and isinstance(keyword.value, nodes.Const) and isinstance(keyword.value.value, str):
            found.append((argument, keyword.value.value, keyword.value.lineno))
    return found
