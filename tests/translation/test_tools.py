"""Catalogues in the tools of others: gettext and the Translate Toolkit read them, and give back what they were given."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from translate.storage.po import pofile
from translate.storage.xliff2 import Xliff2File

from dalil.problems import Problems
from dalil.translation.catalogue import Catalogue, Message, parse_catalogue, path_of, written
from support import ROOT, Project
from translating import add, catalogue_of, confirmed, translate, with_many

GETTEXT = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
SPANISH = ROOT / path_of("es")
TESTS = ("blank", "escapes", "newlines", "printf", "tabs", "validxml", "xmltags")
"""Those of pofilter's tests that know nothing of one language's punctuation, nor take ICU's brackets for Python's."""
HARD = '“Quoted”, "quoted" and \\ so\non two lines\twith a tab, دليل, 漢字, 🌍 and {braces}.'


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result


def tool(name: str, *arguments: str | Path) -> str:
    """Runs a command of the Translate Toolkit."""
    return run(Path(sys.executable).with_name(name), "--progress=none", *arguments).stdout


def read(path: Path, code: str) -> Catalogue:
    problems = Problems()
    catalogue = parse_catalogue(path.read_text(encoding="utf-8"), code, problems)
    assert catalogue is not None, problems.sorted()
    return catalogue


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of a small project with messages of every kind."""
    project = Project(tmp_path_factory.mktemp("tools") / "project")
    add(project, "es")
    translate(project, "es", {"pages/home/title": "Inicio", "events/the-signing/name": "Se firma el tratado"})
    catalogue = catalogue_of(project, "es")
    claim = catalogue.messages["claims/two-signed/text"]
    catalogue.messages[claim.key] = confirmed(claim, with_many(claim))
    catalogue.messages["terms/x/meaning"] = Message("terms/x/meaning", HARD, HARD.replace("so", "así"), remarks="Mine.")
    stale = Message("terms/y/meaning", HARD, "Viejo.", fuzzy=True, previous='Old.\nOlder “ones” \\ and "so".')
    proposed = Message("terms/z/meaning", "Near.", "Cerca.", fuzzy=True, previous="Nearer.", proposed="terms/y/meaning")
    catalogue.messages |= {"terms/y/meaning": stale, "terms/z/meaning": proposed}
    catalogue.obsolete.append(Message("terms/gone/meaning", "Gone “for good”.", "Ido \\ «para siempre»."))
    project.write(path_of("es"), written(catalogue))
    return project.root / path_of("es")


@GETTEXT
@pytest.mark.parametrize("real", [False, True], ids=["small", "Spanish"])
def test_gettext_finds_nothing_wrong(file: Path, real: bool) -> None:
    run("msgfmt", "--check", "-o", "/dev/null", SPANISH if real else file)


@GETTEXT
def test_gettext_finds_nothing_wrong_in_any_kind_of_language(project: Project) -> None:
    for code in ("he", "cy", "ja", "sr-Latn", "zh-Hant", "pt-BR", "ckb", "fil", "fa"):
        add(project, code)
        run(
            "msgfmt",
            "--check-format",
            "--check-domain",
            "--check-header",
            "-o",
            "/dev/null",
            project.root / path_of(code),
        )


@GETTEXT
@pytest.mark.parametrize("options", [(), ("--no-wrap",), ("--sort-output",)])
def test_msgcat_keeps_everything(file: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    run("msgcat", *options, "-o", tmp_path / "es.po", file)
    before, after = read(file, "es"), read(tmp_path / "es.po", "es")
    assert after.messages == before.messages
    assert after.obsolete == before.obsolete
    assert after.header == before.header
    assert len(after.strings) == len(before.strings)


@GETTEXT
def test_msgmerge_keeps_every_translation(file: Path, tmp_path: Path) -> None:
    before = read(file, "es")
    template = Catalogue(
        "es", {key: Message(key, one.source) for key, one in before.messages.items()}, header=before.header
    )
    (tmp_path / "all.pot").write_text(written(template), encoding="utf-8")
    run("msgmerge", "--no-fuzzy-matching", "--previous", "-o", tmp_path / "es.po", file, tmp_path / "all.pot")
    after = read(tmp_path / "es.po", "es")
    for key, one in before.messages.items():
        found = after.messages[key]
        assert (found.source, found.translation, found.fuzzy, found.previous) == (one.source, one.translation, one.fuzzy, one.previous)  # fmt: skip
    assert after.obsolete == before.obsolete


@pytest.mark.parametrize("real", [False, True], ids=["small", "Spanish"])
def test_pofilter_finds_nothing_wrong(file: Path, tmp_path: Path, real: bool) -> None:
    tool(
        "pofilter", *(f"--test={name}" for name in TESTS), "--nofuzzy", SPANISH if real else file, tmp_path / "found.po"
    )
    found = tmp_path / "found.po"
    assert re.findall("^# .*|^#_ .*", found.read_text("utf-8") if found.exists() else "", re.MULTILINE) == []


def test_pofilter_looks_at_the_texts(file: Path, tmp_path: Path) -> None:
    """The test above can fail."""
    broken = tmp_path / "es.po"
    broken.write_text(file.read_text("utf-8").replace('msgstr "Inicio"', 'msgstr "Ini\\tcio"'), encoding="utf-8")
    tool("pofilter", *(f"--test={name}" for name in TESTS), "--nofuzzy", broken, tmp_path / "found.po")
    assert "tabs" in (tmp_path / "found.po").read_text("utf-8")


def done(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    return {
        key: (one.source, one.translation)
        for key, one in catalogue.messages.items()
        if one.translation and not one.fuzzy
    }


@pytest.mark.parametrize("real", [False, True], ids=["small", "Spanish"])
def test_xliff_and_back_keeps_the_translations(file: Path, tmp_path: Path, real: bool) -> None:
    """po2xliff drops the names of texts (msgctxt), so texts are held to each other by their words, of two that are
    the same it keeps one. `tools/xliff.py` keeps the names."""
    source = SPANISH if real else file
    tool("po2xliff", source, tmp_path / "es.xlf")
    tool("xliff2po", tmp_path / "es.xlf", tmp_path / "es.po")
    before, back = read(source, "es"), pofile.parsefile(str(tmp_path / "es.po"))  # type: ignore[no-untyped-call]
    pairs = {(unit.source, unit.target) for unit in back.units if unit.istranslated()}
    pairs -= {(one.source, one.translation) for one in before.obsolete}
    assert pairs <= set(done(before).values())
    assert {source for source, _ in pairs} == {source for source, _ in done(before).values()}


def test_xliff_2_keeps_every_text_under_its_name(file: Path, tmp_path: Path) -> None:
    before = done(read(file, "es"))
    there = Xliff2File(sourcelanguage="en", targetlanguage="es")
    for key, (source, translation) in before.items():
        unit = there.addsourceunit(source)  # type: ignore[no-untyped-call]
        unit.setid(key)
        unit.target = translation
    there.savefile(str(tmp_path / "es.xlf"))
    back = Xliff2File.parsefile(str(tmp_path / "es.xlf"))  # type: ignore[no-untyped-call]
    assert {unit.getid().rpartition("\4")[2]: (unit.source, unit.target) for unit in back.units} == before
