"""Documentation is held to the code: fields, views, macros and commands."""

from __future__ import annotations

import dataclasses
import re

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from dalil.cli import COMMANDS, main
from dalil.model import kinds, pictures, records, values, verification
from dalil.render import cite, colophon, downloads, picture_views, views
from dalil.render.reference import reference
from dalil.render.skeletons import ANY_MACRO, read_macros
from support import ROOT

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
