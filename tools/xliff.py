"""Carries the catalogue of a language into XLIFF, for translators' programs that open no PO file, and back:

    python tools/xliff.py out pt texts.xlf
    python tools/xliff.py back pt texts.xlf

The translate toolkit's own po2xliff and xliff2po drop `msgctxt`, by which dalil knows its texts. Here it is the id of
the XLIFF's unit. What comes back for a text that has changed meanwhile is marked as fuzzy; run `dalil locale update`
afterwards.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polib
from translate.storage.xliff import xlifffile

from dalil.problems import Problems
from dalil.reading.load import load

ROOT = Path(__file__).resolve().parent.parent
UNSURE = ("new", "needs-")
"""How the state of a target begins that somebody must look at again; without a state, a target is a translation."""


def out(catalogue: Path, target: Path, source: str) -> int:
    """Writes the texts of a catalogue as XLIFF; gives their number."""
    file = polib.pofile(str(catalogue))
    store = xlifffile(sourcelanguage=source, targetlanguage=catalogue.stem)
    entries = [entry for entry in file if not entry.obsolete]
    for entry in entries:
        unit = store.addsourceunit(entry.msgid, catalogue.name, createifmissing=True)
        unit.setid(entry.msgctxt)
        unit.addnote("\n".join(filter(None, (entry.comment, entry.tcomment))), origin="developer")
        unit.target = entry.msgstr
        if entry.msgstr:
            unit.markfuzzy("fuzzy" in entry.flags)
    target.write_bytes(bytes(store))
    return len(entries)


def back(catalogue: Path, source: Path) -> int:
    """Takes the translations of an XLIFF file over into a catalogue; gives the number of texts that have changed."""
    file = polib.pofile(str(catalogue), wrapwidth=0)
    entries = {entry.msgctxt: entry for entry in file if not entry.obsolete}
    changed = 0
    for unit in xlifffile.parsefile(str(source)).units:
        entry = entries.get(unit.getid().rpartition("\4")[2])
        node = unit.xmlelement.find("{*}target")
        if entry is None or not unit.target or node is None:
            continue
        unsure = node.get("state", "translated").startswith(UNSURE) or unit.source != entry.msgid
        before = (entry.msgstr, "fuzzy" in entry.flags)
        entry.msgstr = unit.target
        entry.flags = [*(["fuzzy"] if unsure else []), *(flag for flag in entry.flags if flag != "fuzzy")]
        if not unsure:
            entry.previous_msgid = None
        elif unit.source != entry.msgid:
            entry.previous_msgid = unit.source
        changed += before != (entry.msgstr, unsure)
    if changed:
        file.save()
    return changed


def main(way: str, code: str, path: str) -> None:
    """Goes one way or the other, and says what it did."""
    site = load(ROOT, Problems()).site
    catalogue = ROOT / "data" / "locales" / f"{code}.po"
    if site is None or code not in site.translated or not catalogue.is_file():
        sys.exit(f"There is no data/locales/{code}.po; make it with: dalil locale add {code}")
    if way == "out":
        print(f"{path}: {out(catalogue, Path(path), site.source_of(code))} texts")
    elif not Path(path).is_file():
        sys.exit(f"There is no file {path}.")
    else:
        print(f"data/locales/{code}.po: {back(catalogue, Path(path))} texts changed")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in ("out", "back"):
        sys.exit("Usage: python tools/xliff.py out|back CODE FILE.xlf")
    main(*sys.argv[1:])
