"""`dalil init`: what it makes is sound, whole, and builds; what it refuses leaves nothing behind."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from dalil.cli import main
from dalil.desk.start.kit import shared_files
from dalil.desk.start.lock import lock_for
from dalil.desk.start.texts import with_text, without
from dalil.desk.stats import count
from dalil.editing.desk import updated
from dalil.model.kinds import RECORD_KINDS
from dalil.model.records import EntityKind
from dalil.problems import Problems
from dalil.project.whole import check_project
from dalil.reading.load import load
from dalil.schema.files import stale
from dalil.store import Store
from dalil.translation.shipped import FOLDER
from dalil.translation.standing import translated
from support import ROOT, foreign_words

AR, EN = "درب الفوانيس: «أول ليلة»", "The “first” night: isn't it \\ a #1 'path' & more?"
PROJECTS = {
    "both": ["--locales", "ar,en", "--title", f"ar={AR}", "--title", f"en={EN}"],
    "english": ["--locales", "en", "--title", "Lanterns = light"],
    "arabic": ["--locales", "ar", "--title", "فوانيس"],
    "three": [
        "--locales",
        "en,ar,fr",
        "--title",
        "ar=فوانيس",
        "--title",
        "en=Lanterns",
        "--title",
        "fr=L'été: lanternes",
    ],
}
ARABIC = re.compile("[\u0620-\u064a]")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["--lang", "en", "init", *arguments])


def dalil(folder: Path, *arguments: str, path: Path = ROOT / "src") -> subprocess.CompletedProcess[str]:
    """The command as a process of its own, in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(path), "NO_MKDOCS_2_WARNING": "1", "DALIL_LANG": "en"}
    command = [sys.executable, "-m", "dalil.cli", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each of `PROJECTS`."""
    folder = tmp_path_factory.mktemp("init")
    for name, options in PROJECTS.items():
        done = dalil(folder, "init", name, *options)
        assert done.returncode == 0, done.stderr
    return folder


def test_the_interface_is_there_in_the_languages_that_dalil_brings(tmp_path: Path) -> None:
    codes = ("de", "fr", "ja", "ur")
    titles = {"en": "Lanterns", "de": "Laternen", "fr": "Lanternes", "ja": "灯籠", "ur": "چراغ"}
    options = [word for code, title in titles.items() for word in ("--title", f"{code}={title}")]
    done = dalil(tmp_path, "init", "x", "--locales", ",".join(titles), *options)
    assert done.returncode == 0, done.stderr
    problems = Problems()
    _, standings = translated(tmp_path / "x", Store.of(load(tmp_path / "x", problems)), problems)
    for code in codes:
        states = standings[code].states
        assert [key for key, one in states.items() if key.startswith("interface/") and one != "done"] == []
        assert standings[code].problems == ()
        shown = standings[code].shown
        assert shown["interface/matrix.entity/text"] == {"de": "Name", "fr": "Nom", "ja": "名称", "ur": "نام"}[code]
    added = dalil(tmp_path / "x", "locale", "add", "es")
    assert re.search(r"\ndalil brought 3\d\d texts of the interface along, translated\.\n", added.stdout), added.stdout
    other = dalil(tmp_path / "x", "locale", "add", "it")
    assert other.returncode == 0
    assert "brought" not in other.stdout
    assert dalil(tmp_path / "x", "check").returncode == 0


def words_of(root: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted((root / "data").rglob("*.yml")))


@pytest.mark.parametrize("name", PROJECTS)
def test_a_new_project_is_sound(projects: Path, name: str) -> None:
    done = dalil(projects / name, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No problems: 6 claims, 2 statements, 1 dispute, 4 sources")
    check_project(projects / name, strict=True)
    assert stale(projects / name) == {}
    assert updated(projects / name).paths == []
    for command in ("explain", "macros"):
        assert dalil(projects / name, command, "--check").returncode == 0


@pytest.mark.parametrize(
    ("name", "languages", "pages"),
    [
        ("both", {"": "ar", "en": "en"}, 80),
        ("three", {"": "en", "ar": "ar", "fr": "fr"}, 120),
    ],
)
def test_a_new_project_builds_and_its_own_test_passes(
    projects: Path, name: str, languages: dict[str, str], pages: int
) -> None:
    root = projects / name
    done = dalil(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    # Every page in every language, the page for missing addresses, and those at the address of the alias.
    assert int(re.search(r"Built (\d+) pages", done.stdout)[1]) >= pages  # type: ignore[index]
    for folder, code in languages.items():
        assert f'lang="{code}"' in (root / "site" / folder / "index.html").read_text(encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    tested = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stdout
    shutil.rmtree(root / "site" / "claims" / "path-is")
    tested = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert tested.returncode == 1, "the project's own test misses a page that is gone"


def test_titles_stand_as_they_were_given(projects: Path) -> None:
    def title(name: str) -> object:
        return yaml.safe_load((projects / name / "data" / "site.yml").read_text(encoding="utf-8"))["title"]

    assert title("both") == {"ar": AR, "en": EN}
    assert title("english") == {"en": "Lanterns = light"}
    catalogue = (projects / "three" / "data" / "locales" / "fr.po").read_text(encoding="utf-8")
    # With the apostrophe and the space of its language; the short title is cut.
    assert catalogue.count('msgstr "L’été\u00a0: lanternes"') == 2
    assert catalogue.count('msgstr "L’été\u00a0:"') == 1
    assert f"# {EN}\n" in (projects / "both" / "README.md").read_text(encoding="utf-8")
    short = yaml.safe_load((projects / "both" / "data" / "interface" / "search.yml").read_text(encoding="utf-8"))
    assert short["search.short"]["text"] == {"ar": "درب الفوانيس:", "en": "The “first”"}


def test_nothing_of_the_subject_of_this_repository_is_taken_over(projects: Path) -> None:
    titles = yaml.safe_load((ROOT / "data" / "site.yml").read_text(encoding="utf-8"))["title"].values()
    ids = {one for kind in ("claims", "events", "disputes") for one in load(ROOT, Problems()).records[kind]}
    for path in files_of(projects / "both"):
        # The reference of macros has its examples from there.
        if path.endswith((".yml", ".md", ".html", ".po")) and not path.startswith("macros/"):
            text = (projects / "both" / path).read_text(encoding="utf-8")
            assert not [title for title in titles if title in text], path
            assert not set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text)) & ids, path


def test_every_kind_of_record_is_there(projects: Path) -> None:
    problems = Problems()
    loaded = load(projects / "both", problems)
    # Shapes of countries are made by a script, and only a map needs them.
    assert {kind for kind in RECORD_KINDS if not loaded.records[kind]} == {"outlines"}
    assert {entity.kind for entity in loaded.records["entities"].values()} == set(EntityKind.__args__)  # type: ignore[attr-defined]
    assert loaded.aliases == {"first-night": "first-lighting"}
    kinds = {value.kind for claim in loaded.records["claims"].values() for value in claim.values.values()}
    assert {"date_of", "count", "list", "integer"} <= kinds
    assert {"confirmed", "disputed", "attributed"} <= {
        check_project(projects / "both").renderer.shared["en"].judgement(claim).status
        for claim in loaded.records["claims"].values()
    }


def test_every_claim_is_cited(projects: Path) -> None:
    assert count(check_project(projects / "both"))["claims_without_citation"] == 0


def test_a_project_in_one_language_has_no_word_of_the_other(projects: Path) -> None:
    english = words_of(projects / "english")
    assert not ARABIC.search(english)
    # Texts stand under their language: what is left of an Arabic project's is Arabic, names and addresses apart.
    arabic = words_of(projects / "arabic")
    assert not re.search(r"^\s+en:", arabic, re.MULTILINE)
    for comment in re.findall("^# (?!yaml-language-server)(.*)$", arabic, re.MULTILINE):
        assert ARABIC.search(comment) or "interface" in arabic, comment


def test_no_mark_of_the_starter_is_left(projects: Path) -> None:
    for path in (projects / "both").rglob("*"):
        if path.suffix in (".yml", ".md") and "interface" not in path.parts:
            assert not re.search(r"@title|@today|@default|^ *#(ar|en) ", path.read_text(encoding="utf-8"), re.MULTILINE)


def test_what_it_says_next(tmp_path: Path) -> None:
    done = dalil(tmp_path, "init", "two words", "--locales", "en", "--title", "Lanterns")
    assert done.stdout == (
        "two words is a new explainer, in English. Go on with:\n"
        "  cd 'two words'\n  git init\n  make site\n  make serve\n"
        "Its README says where things are. Every record of it is an example: replace them with yours.\n"
    )
    assert (tmp_path / "two words").stat().st_mode & 0o777 == 0o777 & ~_umask()
    arabic = dalil(tmp_path, "--lang", "ar", "init", "ar", "--locales", "ar", "--title", "فوانيس")
    assert not foreign_words(arabic.stdout.splitlines()[0])


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_into_the_empty_folder_in_which_one_stands(tmp_path: Path) -> None:
    number = tmp_path.stat().st_ino
    done = dalil(tmp_path, "init", ".", "--locales", "en", "--title", "Lanterns")
    assert done.returncode == 0
    assert "  cd " not in done.stdout
    assert tmp_path.stat().st_ino == number
    assert {"data", "docs", "Makefile", ".gitignore", "engine"} <= {path.name for path in tmp_path.iterdir()}
    assert not list(tmp_path.glob(".dalil-init-*"))


REFUSALS = {
    "not empty": (["full", "--title", "A"], "“{root}/full” is not empty; name a folder that is empty or not there yet."),
    "a file": (["full/a.txt", "--title", "A"], "“{root}/full/a.txt” is a file; name a folder"),
    "no parent": (["no/such/x", "--title", "A"], "“{root}/no/such” is not there; make that folder first."),
    "not writable": (["/proc/x", "--title", "en=A", "--locales", "en"], "Nothing can be written in “/proc”"),
    "unknown locale": (["x", "--locales", "enn,ar", "--title", "A"], "CLDR knows no language “enn”; did you mean “en”?"),
    "no such locale": (["x", "--locales", "en,klingon!", "--title", "A"], "“klingon!”; codes are such as ar, en"),
    "neither": (["x", "--locales", "fr,de", "--title", "A"], "one of ar and en must come first: --locales en,fr,de"),
    "none at all": (["x", "--locales", " , ", "--title", "A"], "one of ar and en must come first: --locales en"),
    "not first": (["x", "--locales", "fr,ar", "--title", "A"], "“fr” cannot be the default"),
    "blank title": (["x", "--title", " \t\u00a0"], "The title is blank; give the site a name"),
    "blank title of one": (["x", "--title", "ar=فوانيس", "--title", "en= "], "The title is blank"),
    "no title for one": (["x", "--title", "ar=فوانيس"], "There is no title for “en”; add --title en=…"),
    "title for another": (["x", "--title", "A", "--title", "es=B"], "a title for “es”, which is no language of the site; it has ar, en."),
    "title of another script": (["x", "--title", "The lantern path"], "no letter of the script of “ar”; give each language its title: --title ar=…"),
    "curly bracket": (["x", "--locales", "en", "--title", "A {b}"], "The title “A {{b}}” has a curly bracket"),
    "a link to nothing": (["x", "--locales", "en", "--title", "[A](entity:b)"], "The title cannot stay as it is: there is no entity “b”. Choose another."),
    "Latin mark": (["x", "--title", "ar=فوانيس, وليلة", "--title", "en=A"], "The title cannot stay as it is: "),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSALS)
def test_refusals(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments, said = REFUSALS[name]
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("mine", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert said.format(root=tmp_path) in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == ["full", "full/a.txt"]
    arabic = CliRunner().invoke(main, ["--lang", "ar", "init", *arguments])
    assert arabic.exit_code == 1
    assert ARABIC.search(arabic.stderr)
    assert not foreign_words(arabic.stderr), arabic.stderr


def test_no_title() -> None:
    done = run("x")
    assert done.exit_code == 2
    assert "Missing option '--title'" in done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that hatchling makes of this repository, unpacked as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "unpacked")
    return folder


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.relative_to(root).parts[0] not in ("engine", "site", ".dalil")
    }


def test_a_wheel_holds_what_a_new_project_takes_over(installed: Path) -> None:
    kit = installed / "unpacked" / "dalil" / "kit"
    assert files_of(kit) == {name: path.read_bytes() for name, path in sorted(shared_files().items())}
    assert files_of(installed / "unpacked" / "dalil" / "translation" / "interface") == files_of(FOLDER)


def test_an_installed_dalil_makes_the_same_project(installed: Path, projects: Path, tmp_path: Path) -> None:
    done = dalil(tmp_path, "init", "both", *PROJECTS["both"], path=installed / "unpacked")
    assert done.returncode == 0, done.stderr
    mine, theirs = files_of(tmp_path / "both"), files_of(projects / "both")
    assert set(mine) == set(theirs)
    assert [name for name in mine if mine[name] != theirs[name]] == []
    assert dalil(tmp_path / "both", "check", path=installed / "unpacked").returncode == 0
    # The wheel that it packs anew holds what that of the repository holds, and pip takes it.
    packed = next((tmp_path / "both" / "engine").iterdir())
    made = next((projects / "both" / "engine").iterdir())
    assert packed.name == made.name
    with zipfile.ZipFile(packed) as one, zipfile.ZipFile(made) as other:
        assert set(one.namelist()) == set(other.namelist())
    target = tmp_path / "installed"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target), str(packed)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    assert dalil(tmp_path, "--help", path=target).returncode == 0


def test_a_failure_at_the_last_step_leaves_nothing_behind(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(installed / "unpacked" / "dalil", tmp_path / "lib" / "dalil")
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        done = dalil(tmp_path, "init", name, "--locales", "en", "--title", "A", path=tmp_path / "lib")
        assert done.returncode == 1
        assert "none could be made" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "lib"]
    assert list((tmp_path / "empty").iterdir()) == []


def test_the_lock_has_what_dalil_needs_and_no_tool_of_its_workshop() -> None:
    text = lock_for((ROOT / "requirements.lock").read_text(encoding="utf-8"), ["pytest"])
    names = set(re.findall(r"^([A-Za-z0-9._-]+)(?:\[.*\])?==", text, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[\[><=]", package)[0] for package in project["dependencies"]}
    assert needed
    assert {*needed, "pytest", "iniconfig", "markdown", "pagefind-bin", "mkdocs-get-deps"} <= names
    assert not names & {"mypy", "ruff", "playwright", "hypothesis", "hatchling", "frictionless"}
    assert text.count("--hash=sha256:") > len(names)


def test_languages_are_taken_out_of_yaml_of_any_shape() -> None:
    text = (
        "#en For you.\n#ar لك.\na:\n  text:\n    ar: >-\n      سطر\n      آخر\n\n    en: |-\n      Line\n\n      Other\n"
        "  list:\n    - label: {ar: '، ', en: 'A, b'}\n    - label: {en: A, ar: ب}\n  aliases: {ar: [اسم], en: [Name]}\n"
        "locales:\n  ar: {digits: latn}\n  en:\n    digits: latn\n"
    )
    english = without(text, ["ar"], ["en"])
    assert yaml.safe_load(english) == {
        "a": {
            "text": {"en": "Line\n\nOther"},
            "list": [{"label": {"en": "A, b"}}, {"label": {"en": "A"}}],
            "aliases": {"ar": ["اسم"], "en": ["Name"]},
        },
        "locales": {"en": {"digits": "latn"}},
    }
    assert english.startswith("# For you.\na:\n")
    assert "      آخر\n\n  list:\n" in without(text, ["en"], ["ar"])
    arabic = yaml.safe_load(without(text, ["en"], ["ar"]))
    assert arabic["a"]["text"] == {"ar": "سطر آخر"}
    assert arabic["a"]["list"] == [{"label": {"ar": "، "}}, {"label": {"ar": "ب"}}]
    assert arabic["locales"] == {"ar": {"digits": "latn"}}
    assert without(text, [], ["ar", "en"]) == text.replace("#en ", "# ").replace("#ar ", "# ")


def test_a_text_is_replaced_where_it_stands() -> None:
    text = '# x\na.b:\n  text:\n    ar: "قديم"\n    en: Old # kept\n'
    assert with_text(text, ("a.b", "text"), {"en": 'N"ew'}) == text.replace("Old", '"N\\"ew"')
