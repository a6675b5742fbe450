"""Writes the search index of each locale: what the store holds, read by the rules of `folding`, indexed by Pagefind.

`pagefind/<locale>/` gets Pagefind's script, its WebAssembly and its index, and two files of ours: `settings.json` (the
rules of reading, synonyms, labels for results) and `words.json` (for near spellings and the other languages, asked for
only where there is no answer).

Pagefind indexes folded words, so what a result shows is put into its fragments afterwards: title, kind, status,
address. A name stands in a metadata field called after its kind, so that a match in a name is told from one in a text.
"""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import zopfli.gzip

from dalil.model.locales import Locale
from dalil.project.whole import Checked
from dalil.reading.files.generated import SEARCH
from dalil.render.needed import INSTEAD, RESULTS, result_key
from dalil.render.shared import Shared
from dalil.site.compress import gzipped
from dalil.site.finding import Entry, entries, languages_of
from dalil.site.pagefind import Document, index
from dalil.site.vocabulary import spellings, synonyms, vocabulary
from dalil.text.folding import SIGN, Rules, coded, forms, lasts, rules_of

FOLDER = SEARCH
EDGE = "qzqz"
"""Stands between names, so that a query can ask for a whole one; no word of any language."""
NO_STEMMER = "unknown"
"""Pagefind's language without a stemmer."""
GZIP = b"\x1f\x8b"
"""Marks the beginning of a packed file (RFC 1952)."""
MAGIC = b"pagefind_dcd"
"""Marks the beginning of Pagefind's files once unpacked."""
THEME = ("assets/javascripts/lunr", "assets/javascripts/workers")
"""Files of a search that MkDocs themes bring along."""

COMPACT: dict[str, Any] = {"ensure_ascii": False, "separators": (",", ":")}


def write_index(checked: Checked, site: Path, *, closely: bool = True) -> None:
    """Writes the index of every locale below `site`; raises PagefindFailed.

    `closely` packs its files as small as they get, which takes most of the time.
    """
    for name in THEME:
        shutil.rmtree(site / name, ignore_errors=True)
    languages = languages_of(checked.store)
    for code, shared in checked.shared.items():
        _write(shared, entries(shared, languages), list(checked.shared), site / FOLDER / code, closely)


def _write(shared: Shared, found: list[Entry], built: list[str], folder: Path, closely: bool) -> None:
    rules = rules_of(shared.locale.code)
    same = spellings(found, rules)
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in _kept(index(_documents(found, rules, same), _stemmer(shared, rules)), found, closely):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    settings = {
        "rules": rules.table(),
        "spellings": same,
        "synonyms": synonyms(shared, rules, same),
        "edge": EDGE,
        **_labels(shared, found),
    }
    names, others = vocabulary(found, rules)
    says = {name: shared.texts.interface(f"search.{name}") for name in INSTEAD}
    _json(folder / "settings.json", settings)
    _json(folder / "words.json", {"names": names, "others": others, "says": says, "languages": _others(shared, built)})


def _stemmer(shared: Shared, rules: Rules) -> str:
    """The language by whose endings Pagefind reads; none where `word` rules do, or where a language has no spaces."""
    own = rules.stems or SIGN.search(shared.locale.name)
    return NO_STEMMER if own else shared.locale.code.split("-")[0]


def _labels(shared: Shared, found: list[Entry]) -> dict[str, dict[str, str]]:
    """What kinds of results and their statuses are called."""
    say = shared.texts.interface
    return {
        "kinds": {kind: say(result_key(kind)) for kind in RESULTS},
        "statuses": {status: say(f"status.{status}") for status in sorted({one.status for one in found if one.status})},
    }


def _others(shared: Shared, built: list[str]) -> list[dict[str, str]]:
    """The site's other languages, the nearest first, and the way to each from the root of this one."""
    store, own = shared.store, shared.locale.code
    nearest = dict.fromkeys([*store.site.locales[own].fallback, *store.locales])
    return [
        {
            "code": code,
            "dir": Locale(code, store.site.locales[code]).direction,
            "name": shared.locale.language(code),
            "root": ("" if own == store.site.default else "../") + ("" if code == store.site.default else f"{code}/"),
        }
        for code in nearest
        if code != own and code in built
    ]


def _json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, **COMPACT), encoding="utf-8")


def _documents(found: list[Entry], rules: Rules, same: dict[str, str]) -> Iterator[Document]:
    """What Pagefind reads: the folded words of each entry, those of its names apart and in their order."""
    read = [[_read(text, rules, same) for text in (*entry.names, entry.text)] for entry in found]
    known = {word[0] for texts in read for text in texts for word in text}
    for number, (entry, texts) in enumerate(zip(found, read, strict=True)):
        names = [[word[0] for word in name] for name in texts[:-1] if name]
        text = coded(sorted(_words(entry, texts, known, rules)))
        if entry.kind == "source":  # not asked for by whole names; a match in any of its words is one in a source
            meta, text = text, ""
        else:
            meta = EDGE + "".join(f" {coded(name)} {EDGE}" for name in names)
        content = text or coded([word for name in names for word in name][:1])  # Pagefind takes none without any
        yield Document(str(number), content, {entry.kind: meta} if entry.names else {})


def _words(entry: Entry, read: list[list[tuple[str, ...]]], known: set[str], rules: Rules) -> set[str]:
    """The words by which an entry is found, but for those of its names, unless it is a source."""
    *names, text = read
    words = {form for word in text for form in word if form == word[0] or form in known}
    words |= {form for name in names for word in name for form in word[1:] if form in known}
    words |= {sign for said in (*entry.names, entry.text) for sign in lasts(said, rules)}
    return words | {word[0] for name in names for word in name} if entry.kind == "source" else words


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
            content = _fragment(json.loads(gzip.decompress(content).removeprefix(MAGIC)), found)
            yield path, _packed(content) if closely else gzipped(content)
        elif path in wanted or path.endswith((".pf_meta", ".pf_index")):
            packed = content.startswith(GZIP) and closely
            yield path, _packed(gzip.decompress(content)) if packed else content


def _fragment(fragment: dict[str, Any], found: list[Entry]) -> bytes:
    entry = found[int(fragment["url"])]
    shown = {"kind": entry.kind, "id": entry.id, "title": entry.title, "detail": entry.detail, "status": entry.status}
    meta = {name: value for name, value in shown.items() if value}
    # Of what else a fragment may hold, Pagefind's script asks only for this.
    text = json.dumps({"url": entry.address, "content": "", "anchors": [], "meta": meta}, **COMPACT)
    return MAGIC + text.encode()


@lru_cache(maxsize=8)
def _packed(content: bytes) -> bytes:
    """Packed closer than Pagefind does; a server has nothing left to compress."""
    return bytes(zopfli.gzip.compress(content))
