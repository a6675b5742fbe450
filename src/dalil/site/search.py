"""Writes the search index of each locale: what the store holds, read by the rules of `folding`, indexed by Pagefind.

`pagefind/<locale>/` gets Pagefind's script, its WebAssembly and its index, and two files of ours: `settings.json` (the
rules of reading, and labels for results) and `names.json` (words for *did you mean*, asked for only when needed).

Pagefind indexes folded words, so what a result shows is put into its fragments afterwards: title, kind, status,
address. A name stands in a metadata field called after its kind, so that a match in a name is told from one in a text.
"""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import zopfli.gzip

from dalil.files.generated import SEARCH
from dalil.model.records import EntityKind
from dalil.project import Checked
from dalil.render.shared import Shared
from dalil.site.compress import gzipped
from dalil.site.finding import Entry, entries, languages_of
from dalil.site.folding import Rules, forms, rules_of, stems
from dalil.site.pagefind import Document, index

FOLDER = SEARCH
EDGE = "qzqz"
"""Stands between names, so that a query can ask for a whole one; no word of any language."""
ALIKE = 0.75
"""How alike two spellings of a name must be to count as the same word (difflib's ratio): ترمب and ترامب are."""
NO_STEMMER = "unknown"
"""Pagefind's language without a stemmer."""
GZIP = b"\x1f\x8b"
"""Marks the beginning of a packed file (RFC 1952)."""
MAGIC = b"pagefind_dcd"
"""Marks the beginning of Pagefind's files once unpacked."""
THEME = ("assets/javascripts/lunr", "assets/javascripts/workers")
"""Files of a search that MkDocs themes bring along."""
KINDS = (*get_args(EntityKind), "page", "event", "term", "dispute", "section", "claim", "source")
"""What a result may be, in the order of results that are otherwise alike: names, then texts, then sources."""


def write_index(checked: Checked, site: Path, *, closely: bool = True) -> None:
    """Writes the index of every locale below `site`; raises PagefindFailed.

    `closely` packs its files as small as they get, which takes most of the time.
    """
    for name in THEME:
        shutil.rmtree(site / name, ignore_errors=True)
    languages = languages_of(checked.store)
    for code, shared in checked.shared.items():
        _write(shared, entries(shared, languages), site / FOLDER / code, closely)


def spellings(found: Iterable[Entry], rules: Rules) -> dict[str, str]:
    """Other spellings of words of names: stem to the one that stands for them all.

    Two names of one record whose stems differ in one place only, by words that look alike, are two spellings.
    """
    same: dict[str, set[str]] = {}
    for entry in found:
        names = {tuple(stems(name, rules)) for name in entry.names}
        for one, other in combinations(sorted(names), 2):
            differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
            if len(one) == len(other) and len(differing) == 1 and _alike(*differing[0]):
                joined = set().union(*(same.get(word, {word}) for word in differing[0]))
                same.update(dict.fromkeys(joined, joined))
    return {word: min(group) for word, group in sorted(same.items()) if word != min(group)}


def _alike(one: str, other: str) -> bool:
    return not (one.isdigit() or other.isdigit()) and SequenceMatcher(None, one, other).ratio() >= ALIKE


def _write(shared: Shared, found: list[Entry], folder: Path, closely: bool) -> None:
    rules = rules_of(shared.locale.code)
    same = spellings(found, rules)
    language = NO_STEMMER if rules.stems else shared.locale.code.split("-")[0]
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in _kept(index(_documents(found, rules, same), language), found, closely):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    texts = shared.texts
    entity_kinds = get_args(EntityKind)
    kinds = {kind: texts.interface(f"kind.{kind}" if kind in entity_kinds else f"search.kind.{kind}") for kind in KINDS}
    statuses = sorted({entry.status for entry in found if entry.status})
    settings = {
        "rules": rules.table(),
        "spellings": same,
        "edge": EDGE,
        "kinds": kinds,
        "statuses": {status: texts.interface(f"status.{status}") for status in statuses},
    }
    names = sorted({word for entry in found if entry.kind != "source" for name in entry.names for word in name.split()})
    _json(folder / "settings.json", settings)
    _json(folder / "names.json", [word for word in names if len(word) > 3 and word.isalpha()])


def _json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _documents(found: list[Entry], rules: Rules, same: dict[str, str]) -> Iterator[Document]:
    """What Pagefind reads: the folded words of each entry, those of its names apart and in their order."""
    read = [[_read(text, rules, same) for text in (*entry.names, entry.text)] for entry in found]
    known = {word[0] for texts in read for text in texts for word in text}
    for number, (entry, (*names, text)) in enumerate(zip(found, read, strict=True)):
        words = {form for word in text for form in word if form == word[0] or form in known}
        words |= {form for name in names for word in name for form in word[1:] if form in known}
        if entry.kind == "source":  # not asked for by whole names; a match in any of its words is one in a source
            meta = {"source": " ".join(sorted(words.union(word[0] for name in names for word in name)))}
            words = set()
        else:
            meta = {
                entry.kind: EDGE + "".join(f" {' '.join(word[0] for word in name)} {EDGE}" for name in names if name)
            }
        content = sorted(words) or [word[0] for name in names for word in name][:1]  # Pagefind takes none without any
        yield Document(str(number), " ".join(content), meta if names else {})


def _read(text: str, rules: Rules, same: dict[str, str]) -> list[tuple[str, ...]]:
    return [tuple(dict.fromkeys(same.get(form, form) for form in word)) for word in forms(text, rules)]


def _kept(files: dict[str, bytes], found: list[Entry], closely: bool) -> Iterator[tuple[str, bytes]]:
    """The files that our own interface needs; fragments hold what a result shows."""
    languages = json.loads(files["pagefind-entry.json"])["languages"].values()
    wanted = {
        "pagefind.js",
        "pagefind-entry.json",
        *(f"wasm.{one['wasm'] or NO_STEMMER}.pagefind" for one in languages),
    }
    for path, content in files.items():
        if path.startswith("fragment/"):
            yield path, _fragment(json.loads(gzip.decompress(content).removeprefix(MAGIC)), found)
        elif path in wanted or path.endswith((".pf_meta", ".pf_index")):
            packed = content.startswith(GZIP) and closely
            yield path, _packed(gzip.decompress(content)) if packed else content


def _fragment(fragment: dict[str, Any], found: list[Entry]) -> bytes:
    entry = found[int(fragment["url"])]
    shown = {"kind": entry.kind, "id": entry.id, "title": entry.title, "detail": entry.detail, "status": entry.status}
    fragment |= {"url": entry.address, "content": "", "meta": {name: value for name, value in shown.items() if value}}
    text = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
    return gzipped(MAGIC + text.encode())


@lru_cache(maxsize=4)
def _packed(content: bytes) -> bytes:
    """Packed closer than Pagefind does; a server has nothing left to compress."""
    return bytes(zopfli.gzip.compress(content))
