"""The translator's commands, as they are run: a language comes, is kept in step, says how far it is, and goes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import babel
import pytest
import yaml
from babel.localedata import locale_identifiers
from click.testing import CliRunner

from dalil.cli import main
from dalil.editing.configuring import with_locale, without_locale
from dalil.editing.layout import CannotEdit
from dalil.model.codes import LOCALE_PATTERN
from dalil.model.locales import Locale
from dalil.translation.catalogue import path_of
from support import Project
from translating import add, catalogue_of, fill, translate

CLAIM, TITLE = "claims/two-signed/text", "pages/home/title"


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    returncode: int
    stdout: str
    stderr: str

    def __post_init__(self) -> None:
        assert "Traceback" not in self.stdout + self.stderr
        assert self.returncode in (0, 1, 2), self.stderr


def alone(root: Path, *arguments: str) -> Said:
    """Runs a command as a translator does, in a process of its own."""
    command = [sys.executable, "-m", "dalil.cli", "--project", str(root), *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"DALIL_LANG": "en"})
    return Said(result.returncode, result.stdout, result.stderr)


def dalil(root: Path, *arguments: str) -> Said:
    """The same within this process, which is quicker."""
    result = CliRunner(env={"DALIL_LANG": "en"}).invoke(main, ["--project", str(root), *arguments])
    return Said(result.exit_code, result.stdout, result.stderr)


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def block(project: Project) -> None:
    project.replace(
        "data/site.yml",
        "  ar: {second_months: ar-SY}\n  en: {formats: en-GB}\n",
        "  ar:\n    second_months: ar-SY\n  en:   # British\n    formats: en-GB # so it is\n\n# The clock\n",
    )


def flow(project: Project) -> None:
    project.replace(
        "data/site.yml",
        "  ar: {second_months: ar-SY}\n  en: {formats: en-GB}\n",
        "  {ar: {second_months: ar-SY}, en: {formats: en-GB},} # all\n",
    )
    text = project.read("mkdocs.yml")
    start = text.index("      languages:\n")
    languages = "      languages: [{locale: ar, name: العربية, default: true, build: true}, {locale: en, name: English, build: true}]\n"
    project.write("mkdocs.yml", f"{text[:start]}{languages}")


def windows(project: Project) -> None:
    for name in ("data/site.yml", "mkdocs.yml"):
        project.write(name, project.read(name).replace("\n", "\r\n"))


def untouched(project: Project) -> None:
    pass


@pytest.mark.parametrize("style", [untouched, block, flow, windows])
def test_a_language_comes_and_goes_without_a_trace(project: Project, style: object) -> None:
    style(project)  # type: ignore[operator]
    assert project.problems() == []
    before = tree(project.root)
    added = alone(project.root, "locale", "add", "pt_br" if style is flow else "pt-BR")
    assert added.returncode == 0, added.stderr
    assert "Portuguese (Brazil) is a language of the site now." in added.stdout
    after = tree(project.root)
    assert {name for name in after if after[name] != before.get(name)} == {
        "data/site.yml",
        "mkdocs.yml",
        path_of("pt-BR"),
    }
    assert yaml.safe_load(project.read("data/site.yml"))["locales"]["pt-BR"] == {"fallback": ["en", "ar"]}
    languages = next(
        one["i18n"]["languages"]
        for one in yaml.safe_load(re.sub("!!python.*", "x", project.read("mkdocs.yml")))["plugins"]
        if "i18n" in one
    )
    assert languages[-1] == {"locale": "pt-BR", "name": "Português (Brasil)", "build": True}
    assert "name: Português (Brasil)" in project.read("mkdocs.yml")
    if style is windows:
        assert all(
            line.endswith(b"\r") for name in ("data/site.yml", "mkdocs.yml") for line in after[name].split(b"\n")[:-1]
        )
    assert project.problems() == []
    assert alone(project.root, "--quiet", "locale", "remove", "pt-BR").stdout == ""
    assert tree(project.root) == before
    assert not (project.root / "data" / "locales").exists()


def test_what_was_translated_goes_on_after_a_removal_that_keeps_it(project: Project) -> None:
    add(project, "fil")
    translate(project, "fil", {TITLE: "Simula"})
    before = tree(project.root)
    assert "data/locales/fil.po is kept" in dalil(project.root, "locale", "remove", "fil", "--keep").stdout
    assert project.problems() == []
    assert catalogue_of(project, "fil").messages[TITLE].translation == "Simula"
    add(project, "fil")
    assert tree(project.root) == before | {path_of("fil"): tree(project.root)[path_of("fil")]}
    assert catalogue_of(project, "fil").messages[TITLE].translation == "Simula"


def test_refusals(project: Project) -> None:
    add(project, "pt", "pt-BR")
    before = tree(project.root)
    for arguments, words in [
        (["add", "pt-Br"], "the site has “pt-BR” already"),
        (["add", "spanish"], "CLDR knows no locale “spanish”."),
        (["add", "spa"], "Perhaps “es”?"),
        (["add", "iw"], "Perhaps “he”?"),
        (["add", "zh-Hnat"], "Perhaps “zh-Hant”?"),
        (["add", ""], "CLDR knows no locale"),
        (["add", "fr", "--fallback", "de,en"], "the site has no locale de; it has ar, en, pt, pt-BR"),
        (["add", "fr", "--fallback", "pt"], "one of ar, en must stand in for “fr”"),
        (["remove", "fr"], "the site has no locale “fr”; it has ar, en, pt, pt-BR"),
        (["remove", "en"], "the records themselves are written in “en”"),
        (["remove", "pt"], "“pt” stands in for pt-BR"),
        (["update", "en"], "the site has no translated language en; it has pt, pt-BR"),
        (["status", "fr"], "the site has no fr; it has ar, en, pt, pt-BR"),
        (["status", "--fail-under", "101"], "101"),
        (["status", "--badge", "no-folder/badge.svg"], "no-folder"),
    ]:
        result = dalil(project.root, "locale", *arguments)
        assert result.returncode != 0, arguments
        assert words in result.stderr, (arguments, result.stderr)
        assert tree(project.root) == before, arguments


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("data/claims/all.yml", "topic: home", "topic: hom", "data/claims/all.yml:2:"),
        ("data/site.yml", "title:", "titel:", "data/site.yml:1:1: error["),
        ("mkdocs.yml", "plugins:\n", "plugins: [\n", "mkdocs.yml:"),
        ("data/locales/pt.po", 'msgctxt "pages/home/title"', "msgctxt pages/home/title", "data/locales/pt.po:"),
    ],
)  # fmt: skip
def test_nothing_is_done_to_a_project_that_is_not_sound(
    project: Project, file: str, old: str, new: str, place: str
) -> None:
    add(project, "pt")
    project.replace(file, old, new)
    before = tree(project.root)
    arguments = ["update"] if file.endswith(".po") else ["add", "fr"]
    result = dalil(project.root, "locale", *arguments)
    assert result.returncode == 1
    assert place in result.stdout + result.stderr
    assert tree(project.root) == before


@pytest.mark.parametrize(
    ("site", "engine"),
    [
        ("title: x\n", "plugins: []\n"),
        ("locales: {ar: {}}\n", ""),
        ("locales: {ar: {}}\n", "plugins: [search]\n"),
        ("locales: {ar: {}}\n", "plugins: [{i18n: {}}]\n"),
        ("locales: {ar: {}}\n", "plugins: [{i18n: }]\n"),
        ("locales: {ar: {}}\n", "plugins: [{i18n: {languages: []}}]\n"),
        ("locales: {ar: {}}\n", "plugins: {i18n: {languages: [{locale: ar}]}}\n"),
        ("locales: {ar: {}}\n", "- plugins\n"),
        ("locales: {ar: {}}\n", "plugins: [{}]\n"),
    ],
)  # fmt: skip
def test_settings_of_another_shape_are_refused_in_words(site: str, engine: str) -> None:
    with pytest.raises(CannotEdit):
        with_locale(site, engine, "fr", ["ar"])


ALL = [
    code for code in (one.replace("_", "-") for one in sorted(locale_identifiers())) if re.match(LOCALE_PATTERN, code)
]
FORMS = [
    ("locales:\n  ar: {}\n  en:\nupdated: x\n", "plugins:\n- i18n:\n    languages:\n    - locale: ar\n    - locale: en\n      name: E\n"),
    ("locales: {ar: {}, en: {} }\n", "plugins: [{i18n: {languages: [{locale: ar}, {locale: en}]}}]"),
    ("locales: {\n  ar: {},  # one\n  en: {},\n}\n", "plugins: [{i18n: {languages: [\n  {locale: ar},\n  {locale: en},\n]}}]\n"),
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_locale_of_cldr_finds_its_place_and_leaves_it(form: tuple[str, str]) -> None:
    assert len(ALL) > 600
    for code in {*ALL[::9], "no", "zh-Hant", "sr-Latn-RS", "ms-Arab-BN", "es-419"} - {"ar", "en"}:
        site, engine = with_locale(*form, code, ["en", "no"])
        locales = yaml.safe_load(site)["locales"]
        assert list(locales) == ["ar", "en", code]
        assert locales[code]["fallback"] == ["en", "no"]
        languages = yaml.safe_load(engine)["plugins"][0]["i18n"]["languages"]
        assert languages[2:] == [{"locale": code, "name": Locale(code).name, "build": True}]
        assert without_locale(site, engine, code) == form


def test_a_language_leans_on_its_parents(project: Project) -> None:
    add(project, "es", "es-419", "es-MX", "no", "nb")
    locales = yaml.safe_load(project.read("data/site.yml"))["locales"]
    assert locales["es-MX"]["fallback"] == ["es-419", "es", "en", "ar"]
    assert locales["nb"]["fallback"] == ["no", "en", "ar"]
    assert project.problems() == []
    result = dalil(project.root, "locale", "add", "es-AR", "--fallback", "es, ar")
    assert result.returncode == 0, result.stderr
    assert yaml.safe_load(project.read("data/site.yml"))["locales"]["es-AR"]["fallback"] == ["es", "ar"]
    assert catalogue_of(project, "es-AR").messages[TITLE].source == "الرئيسية"


def test_digits_are_the_language_s_own(project: Project) -> None:
    add(project, "fa", "ur")
    locales = yaml.safe_load(project.read("data/site.yml"))["locales"]
    assert [locales[code].get("digits") for code in ("fa", "ur")] == ["arabext", None]
    assert babel.Locale.parse("ur").default_numbering_system == "latn"


def test_update_says_what_it_did_and_check_changes_nothing(project: Project) -> None:
    add(project, "nl")
    assert "Every catalogue is in step" in dalil(project.root, "locale", "update").stdout
    assert dalil(project.root, "locale", "update", "--check").returncode == 0
    project.replace("data/pages/all.yml", "en: Home}", "en: Start}")
    before = tree(project.root)
    checked = dalil(project.root, "locale", "update", "nl", "--check")
    assert (checked.returncode, "data/locales/nl.po" in checked.stderr) == (1, True)
    assert tree(project.root) == before
    assert dalil(project.root, "locale", "update").stdout == "data/locales/nl.po: brought in step\n"
    assert 'msgid "Start"' in project.read(path_of("nl"))
    # A catalogue that is gone is made again.
    (project.root / path_of("nl")).unlink()
    assert [problem.code for problem in project.problems()] == ["catalogue-missing"]
    assert dalil(project.root, "locale", "update", "nl").returncode == 0
    assert project.problems() == []


def test_status_counts_lists_and_fails(project: Project, tmp_path: Path) -> None:
    add(project, "nl", "fil")
    fill(project, "nl", lambda message: "" if message.key == TITLE else message.source)
    translate(project, "fil", {TITLE: "Simula {x}", CLAIM: ""})
    total = len(catalogue_of(project, "nl").messages)
    badge = tmp_path / "badge.svg"
    result = dalil(project.root, "locale", "status", "--json", "--badge", str(badge))
    found = json.loads(result.stdout)
    assert found["nl"]["percent"] == 99
    counts = {name: found["nl"][name] for name in ("done", "stale", "proposed", "missing", "broken")}
    assert counts == {"done": total - 1, "stale": 0, "proposed": 0, "missing": 1, "broken": 0}
    assert found["nl"]["kinds"]["pages"]["missing"] == 1
    assert (found["fil"]["broken"], found["fil"]["percent"]) == (1, 0)
    assert found.keys() == {"ar", "en", "nl", "fil"}
    picture = ElementTree.fromstring(badge.read_text(encoding="utf-8"))
    assert "nl 99%" in str(picture.get("aria-label"))
    listed = dalil(project.root, "locale", "status", "nl", "--next", "5").stdout
    assert listed == f"nl  missing   {TITLE}\n    Home\n"
    first = dalil(project.root, "locale", "status", "fil", "--next", "3").stdout.split("\n")
    assert first[0].split() == ["fil", "missing", "site/site/title"]
    assert dalil(project.root, "locale", "status", "nl", "--fail-under", "99").returncode == 0
    failed = dalil(project.root, "locale", "status", "--fail-under", "100")
    assert failed.returncode == 1
    assert "nl 99 %" in failed.stderr
    assert re.search(r"Dutch \(nl\)\s.*99", dalil(project.root, "locale", "status", "nl").stdout, re.DOTALL)


def test_check_reports_a_broken_translation_and_fails(project: Project) -> None:
    add(project, "nl")
    translate(project, "nl", {TITLE: "Begin {n}"})
    result = alone(project.root, "check")
    line = project.read(path_of("nl")).split("\n").index('msgstr "Begin {n}"') + 1
    assert result.returncode == 1
    assert f"{path_of('nl')}:{line}:15: error[unknown-argument]: " in result.stdout
    assert f"[{TITLE}]\n  hint: " in result.stdout
    found = json.loads(dalil(project.root, "check", "--format", "json").stdout)
    assert path_of("nl") in json.dumps(found)
    arabic = dalil(project.root, "check", "--lang", "ar").stdout
    assert f"{path_of('nl')}:{line}:15: error[unknown-argument]: " in arabic


def test_the_template_has_every_text_and_no_translation(project: Project) -> None:
    result = dalil(project.root, "locale", "template")
    assert result.returncode == 0
    assert result.stdout.count("\nmsgctxt ") == len(re.findall('^msgstr ""$', result.stdout, re.MULTILINE)) - 1 > 100
    assert not (project.root / "data" / "locales").exists()
