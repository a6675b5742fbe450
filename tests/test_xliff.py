"""XLIFF of a catalogue, there and back: nothing is lost, and what a translator says arrives."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import polib
import pytest

from support import ROOT

TOOL = ROOT / "tools" / "xliff.py"


@pytest.fixture
def tool() -> dict[str, Any]:
    return runpy.run_path(str(TOOL))


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """Spanish, with a text that nobody has translated and one whose original has changed."""
    file = polib.pofile(str(ROOT / "data" / "locales" / "es.po"), wrapwidth=0)
    file[0].msgstr = ""
    file[1].flags.insert(0, "fuzzy")
    file[1].previous_msgid = "What it was"
    path = tmp_path / "es.po"
    file.save(str(path))
    return path


def changed(path: Path, *pairs: tuple[str, str]) -> None:
    """Changes passages of a file, each of which must be there."""
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def test_there_and_back_changes_nothing(tool: dict[str, Any], catalogue: Path, tmp_path: Path) -> None:
    before, texts = catalogue.read_bytes(), tmp_path / "texts.xlf"
    assert tool["out"](catalogue, texts, "en") == len([one for one in polib.pofile(str(catalogue)) if not one.obsolete])
    assert tool["back"](catalogue, texts) == 0
    assert catalogue.read_bytes() == before


def test_what_a_translator_says_arrives(tool: dict[str, Any], catalogue: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts.xlf"
    tool["out"](catalogue, texts, "en")
    # Most programs write a state and never say that a unit is approved.
    changed(texts, ("<target></target>", '<target state="translated">Nuevo\u00a0título</target>'))
    changed(texts, ('<target state="needs-translation">', '<target state="final">'))
    assert tool["back"](catalogue, texts) == 2
    first, second = polib.pofile(str(catalogue))[:2]
    assert (first.msgstr, "fuzzy" in first.flags) == ("Nuevo\u00a0título", False)
    assert ("fuzzy" in second.flags, second.previous_msgid) == (False, None)


def test_a_text_that_changed_meanwhile_is_to_be_looked_at(
    tool: dict[str, Any], catalogue: Path, tmp_path: Path
) -> None:
    texts = tmp_path / "texts.xlf"
    tool["out"](catalogue, texts, "en")
    changed(texts, ("<target></target>", "<target>Nuevo título</target>"))
    original = polib.pofile(str(catalogue))[0].msgid
    changed(catalogue, (f'msgid "{original}"', f'msgid "{original}, again"'))
    tool["back"](catalogue, texts)
    entry = polib.pofile(str(catalogue))[0]
    assert (entry.msgstr, "fuzzy" in entry.flags, entry.previous_msgid) == ("Nuevo título", True, original)


@pytest.mark.parametrize("words", [[], ["out", "es"], ["out", "xx", "texts.xlf"], ["back", "es", "nowhere.xlf"]])
def test_a_slip_is_said_in_a_line(words: list[str]) -> None:
    done = subprocess.run([sys.executable, str(TOOL), *words], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert re.fullmatch(r"[^\n]+\n", done.stderr), done.stderr
