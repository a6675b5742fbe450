"""Documentation is held to the code: fields, views, macros and commands."""

from __future__ import annotations

import configparser
import dataclasses
import re
import shlex
import shutil
import tomllib
from pathlib import Path

import polib
import pytest
import yaml
from click.testing import CliRunner
from pydantic import BaseModel

from dalil.cli import COMMANDS, main
from dalil.model import kinds, pictures, records, values, verification
from dalil.problems import Problems
from dalil.reading.load import load
from dalil.render import cite, colophon, downloads, picture_views, views
from dalil.render.macros import ANY_MACRO, read_macros
from dalil.render.reference import reference
from dalil.store import Store
from dalil.translation.catalogue import path_of
from dalil.translation.standing import STATES, Standing, translated
from dalil.wording import say
from support import ROOT, known

MODELS = [
    model
    for module in (records, values, pictures, verification)
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, BaseModel)
]
VIEWS = [
    view
    for module in (views, picture_views, downloads, colophon, cite)
    for view in vars(module).values()
    if dataclasses.is_dataclass(view) and view.__module__ == module.__name__
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_record_and_field_is_documented(model: type[BaseModel]) -> None:
    assert model.__doc__
    for name, field in model.model_fields.items():
        assert field.description, f"{model.__name__}.{name}"


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_field_that_a_macro_may_use_is_documented(view: type) -> None:
    import ast
    import inspect
    import textwrap

    body = ast.parse(textwrap.dedent(inspect.getsource(view))).body[0]
    assert isinstance(body, ast.ClassDef)
    for node, after in zip(body.body, [*body.body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign):
            documented = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            assert documented, f"{view.__name__}.{ast.unparse(node.target)}"


def test_the_reference_of_macros_is_up_to_date() -> None:
    assert (ROOT / "macros" / "README.md").read_text(encoding="utf-8") == reference(ROOT / "macros"), (
        "run `dalil macros`"
    )


def test_every_macro_is_documented_or_serves_other_macros() -> None:
    documented = read_macros((ROOT / "macros").glob("*.j2"))
    for path in (ROOT / "macros").glob("*.j2"):
        for name in ANY_MACRO.findall(path.read_text(encoding="utf-8")):
            assert name in documented or name.endswith("_of"), f"{path.name}: {name}"
    for macro in documented.values():
        assert macro.text, macro.name
        assert macro.example, macro.name


def test_every_argument_of_a_macro_is_documented() -> None:
    documented = read_macros((ROOT / "macros").glob("*.j2"))
    for path in (ROOT / "macros").glob("*.j2"):
        for name, arguments in re.findall(r"macro (\w+)\(([^)]*)\)", path.read_text(encoding="utf-8")):
            if name in documented:
                names = {argument.split("=")[0].strip() for argument in arguments.split(",") if argument.strip()}
                described = {argument.name for argument in documented[name].arguments if not argument.many}
                assert names == described, name


@pytest.mark.parametrize("name", ["README.md", "README.ar.md"])
def test_every_command_is_in_the_readme(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"dalil {command}" in text, command
    for target in re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE):
        if target in ("site", "test", "serve", "check", "help"):
            assert f"make {target}" in text, target


def test_help_of_every_command() -> None:
    for command in [[], *([name] for name in COMMANDS)]:
        result = CliRunner().invoke(main, [*command, "--help"])
        assert result.exit_code == 0
        assert result.output


def test_every_kind_of_record_is_shown_in_the_store_s_readme() -> None:
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    for kind in kinds.RECORD_KINDS:
        assert f"`{kind}/`" in text, kind
    for kind in values.VALUE_KINDS:
        assert f"{{{kind}: " in text, kind


GUIDES = ["CONTRIBUTING.md", "CONTRIBUTING.ar.md", "TRANSLATING.md", "TRANSLATING.ar.md", "TRANSLATING.es.md"]
MADE = {"data/locales/pt.po", "data/locales/texts.pot", "data/register/sources.yml"}
"""What the reader of a guide makes."""


def blocks(name: str, language: str) -> list[str]:
    """The lines of a document's blocks in a language, without comments."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return [line.split(" #")[0].strip() for block in found for line in block.splitlines()]


@pytest.mark.parametrize("name", GUIDES)
def test_every_command_of_a_guide_is_there(name: str) -> None:
    inline = re.findall(r"`(dalil [^`]+)`", (ROOT / name).read_text(encoding="utf-8"))
    called = [line for line in [*blocks(name, "sh"), *inline] if line.startswith("dalil ")]
    assert len(called) >= 6
    for line in called:
        known(shlex.split(line.split(">")[0])[1:], (name, line))
    for line in blocks(name, "sh"):
        if line.startswith("make "):
            assert f"\n{line.split()[1]}:" in (ROOT / "Makefile").read_text(encoding="utf-8"), line
        if line.startswith("python "):
            assert (ROOT / line.split()[1]).is_file(), line


STYLES = {"en": "data/STYLE.md", "ar": "data/STYLE.ar.md", "es": "data/STYLE.es.md"}


@pytest.mark.parametrize("code", STYLES)
def test_a_language_s_guide_of_style_names_every_rule_that_check_holds(code: str) -> None:
    rules = {rule.id for rule in load(ROOT, Problems()).records["style"].values() if rule.language == code}
    named = set(re.findall(rf"`({code}-[a-z-]+)`", (ROOT / STYLES[code]).read_text(encoding="utf-8")))
    assert named == rules
    assert len(rules) >= 4


HANDED_ON = ["README.md", "README.ar.md", "data/README.md", "ARCHITECTURE.md", "CHANGELOG.md"]


@pytest.mark.parametrize("name", [*GUIDES, *STYLES.values(), *HANDED_ON])
def test_every_file_that_a_document_names_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^():]+)\)", text):
        assert (ROOT / name).parent.joinpath(target).exists(), target
    folders = "data|docs|macros|overrides|tools|src|tests|\\.github"
    for path in re.findall(rf"(?<![\w/.-])((?:{folders})/[\w./-]*\w|\.weblate|crowdin\.yml)", text):
        if path not in MADE:
            assert (ROOT / path).exists(), path


def test_the_translator_s_guide_says_the_same_in_every_language() -> None:
    english, *others = ([line.replace(" --lang ar", "") for line in blocks(name, "sh")] for name in GUIDES[2:])
    shapes = [
        re.findall(r"^(#+) |^(\|)|^```(\w+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
        for name in GUIDES[2:]
    ]
    assert others == [english, english]
    assert shapes[2] == shapes[0]
    assert [one for one in shapes[0] if one[2] != "text"] == shapes[1]  # what a problem looks like is said in words
    for name in GUIDES[2:]:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert blocks(name, "po") == blocks("TRANSLATING.md", "po")
        for state in STATES:
            assert re.search(rf"^\| .*\b{state}\b.* \| ", text, re.MULTILINE), state


@pytest.fixture(scope="module")
def portuguese(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's store with the language that the guide adds."""
    root = tmp_path_factory.mktemp("portuguese")
    shutil.copytree(ROOT / "data", root / "data")
    shutil.copy(ROOT / "mkdocs.yml", root)
    assert CliRunner().invoke(main, ["--project", str(root), "locale", "add", "pt"]).exit_code == 0
    return root


def standing(root: Path, key: str, translation: str) -> Standing:
    """How Portuguese stands with one text translated."""
    path = root / "data" / "locales" / "pt.po"
    catalogue = polib.pofile(str(path), wrapwidth=0)
    next(entry for entry in catalogue if entry.msgctxt == key).msgstr = translation
    catalogue.save()
    return translated(root, Store.of(load(root, Problems())), Problems())[1]["pt"]


def test_the_messages_of_the_guide_stand_in_the_catalogue(portuguese: Path) -> None:
    catalogue = (portuguese / "data" / "locales" / "pt.po").read_text(encoding="utf-8")
    shown = [line for line in blocks("TRANSLATING.md", "po") if not line.startswith("msgstr")]
    assert len(shown) >= 10
    for line in shown:
        for words in line.strip('"').split(" … "):
            assert words.removesuffix(" …") in catalogue


def test_the_plural_of_the_guide_is_sound(portuguese: Path) -> None:
    key, translation = (
        "interface/status.rule.independent/text",
        blocks("TRANSLATING.md", "po")[-1][len('msgstr "') : -1],
    )
    assert standing(portuguese, key, translation).states[key] == "done"
    assert standing(portuguese, key, translation.replace(" many {", " few {")).states[key] == "broken"


def test_the_problem_of_the_guide_is_what_dalil_says(portuguese: Path) -> None:
    key, places = "claims/shield-is/text", re.compile(r"(?<=pt\.po):\d+:\d+(?=: )")
    shown = places.sub("", "\n".join(blocks("TRANSLATING.md", "text")))
    found = standing(portuguese, key, "Foi lançado.").problems
    said = [places.sub("", say(problem, "en")) for problem in found]
    assert shown in ["\n".join(line.strip() for line in one.splitlines()) for one in said]


def test_the_badge_of_translations_names_every_language(tmp_path: Path) -> None:
    """Its figures follow the translations, and are renewed with them; an editor's change of one text fails nothing."""
    badge, made = ROOT / ".github" / "translations.svg", tmp_path / "badge.svg"
    command = ["--project", str(ROOT), "locale", "status", "--badge", str(made)]
    assert CliRunner().invoke(main, command).exit_code == 0
    shown, now = (re.sub(r"\d+%", "…", path.read_text(encoding="utf-8")) for path in (badge, made))
    named = [re.findall(r">([a-zA-Z-]+ …)<", text) for text in (shown, now)]
    assert named[0] == named[1] != [], "run `dalil locale status --badge .github/translations.svg`"
    for name in ("README.md", "README.ar.md"):
        assert "](.github/translations.svg)](TRANSLATING" in (ROOT / name).read_text(encoding="utf-8")


def test_the_settings_of_weblate_and_crowdin_fit_the_catalogues() -> None:
    crowdin = yaml.safe_load((ROOT / "crowdin.yml").read_text(encoding="utf-8"))
    assert set(crowdin) == {"project_id_env", "api_token_env", "base_path", "preserve_hierarchy", "files"}
    (file,) = crowdin["files"]
    assert f"/{path_of('%two_letters_code%')}" == file["translation"]
    assert f"dalil locale template > {file['source'].removeprefix('/')}" in blocks("TRANSLATING.md", "sh")
    assert (ROOT / file["translation"].removeprefix("/").replace("%two_letters_code%", "es")).is_file()

    weblate = configparser.ConfigParser()
    weblate.read_string((ROOT / ".weblate").read_text(encoding="utf-8"))
    assert set(weblate["weblate"]) == {"url", "translation"}
    assert weblate.sections() == ["weblate"], "a key is a secret"
    assert f"`{path_of('*')}`" in (ROOT / "TRANSLATING.md").read_text(encoding="utf-8")


def test_the_architecture_tells_of_every_room_in_the_order_of_the_road() -> None:
    """The table has the rooms of the contract that import-linter holds, the lowest first, and names what is there."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    assert rooms == list(reversed(contract["layers"]))
    for room, question in re.findall(r"^\| `(\w+)` \| (.*) \|$", text, re.MULTILINE):
        for named in re.findall(r"`([\w.]+)`", question):
            assert (ROOT / "src/dalil" / room / named).exists(), (room, named)
    for path in re.findall(r"`((?:\w+/)+\w+\.py)`", text):
        assert (ROOT / "src/dalil" / path).is_file(), path
