"""The shape of the engine: imports run one way, one file knows MkDocs, and none knows the topic."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

from support import FILES, ROOT

SOURCE = ROOT / "src" / "dalil"
MODULES = sorted(SOURCE.rglob("*.py"))


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")


PAGES = {f"dalil.render.{name}" for name in ("page", "pages", "templates", "sandbox", "offered")}
LAYERS = [
    {"dalil.files", *(f"dalil.files.{path.stem}" for path in (SOURCE / "files").glob("*.py")), "dalil", "dalil.problems", "dalil.progress", "dalil.processes", "dalil.limits", "dalil.bounds", "dalil.inline", "dalil.messages", "dalil.message_faults", "dalil.encodings", "dalil.places", "dalil.splitting", "dalil.yaml_reasons", "dalil.characters", "dalil.folding", "dalil.gate", "dalil.web_address", "dalil.ways", "dalil.cleaning", "dalil.yaml_faults", "dalil.markup", "dalil.composing", "dalil.reading", "dalil.watching"},
    {"dalil.wording", *(module_name(path) for path in (SOURCE / "wording").rglob("*.py"))},
    {"dalil.model", "dalil.model.codes", "dalil.model.dates", "dalil.model.values", "dalil.model.records", "dalil.model.grammar", "dalil.model.pictures", "dalil.model.verification", "dalil.model.register", "dalil.model.kinds", "dalil.model.style", "dalil.model.texts"},
    {"dalil.locales", "dalil.meant", "dalil.validating", "dalil.loading"},
    {"dalil.store"},
    {"dalil.schema", *(f"dalil.schema.{path.stem}" for path in (SOURCE / "schema").glob("*.py"))},
    {"dalil.derive", "dalil.status", "dalil.settings", "dalil.drawn", "dalil.grounds"},
    {"dalil.verification", "dalil.liveness"},
    {"dalil.drawing", *(f"dalil.drawing.{path.stem}" for path in (SOURCE / "drawing").glob("*.py"))},
    {"dalil.cards", *(f"dalil.cards.{path.stem}" for path in (SOURCE / "cards").glob("*.py"))},
    {"dalil.checks", *(f"dalil.checks.{path.stem}" for path in (SOURCE / "checks").glob("*.py"))},
    {"dalil.translation", *(f"dalil.translation.{path.stem}" for path in (SOURCE / "translation").glob("*.py"))} - {"dalil.translation.hints", "dalil.translation.mentions"},
    {"dalil.formats", *(f"dalil.formats.{path.stem}" for path in (SOURCE / "formats").glob("*.py"))},
    {"dalil.render", "dalil.render.linked_data", *(f"dalil.render.{path.stem}" for path in (SOURCE / "render").glob("*.py")), *(f"dalil.render.linked_data.{path.stem}" for path in (SOURCE / "render" / "linked_data").glob("*.py"))} - PAGES,
    {"dalil.translation.hints", "dalil.translation.mentions"},
    {"dalil.export", *(f"dalil.export.{path.stem}" for path in (SOURCE / "export").glob("*.py"))},
    PAGES,
    {"dalil.project", "dalil.partly"},
    {"dalil.stats", "dalil.due"},
    {"dalil.impact", *(f"dalil.impact.{path.stem}" for path in (SOURCE / "impact").glob("*.py"))},
    {"dalil.showing", *(f"dalil.showing.{path.stem}" for path in (SOURCE / "showing").glob("*.py"))},
    {"dalil.editing", *(f"dalil.editing.{path.stem}" for path in (SOURCE / "editing").glob("*.py"))},
    {"dalil.starting", "dalil.starter.tests.test_site", *(f"dalil.starting.{path.stem}" for path in (SOURCE / "starting").glob("*.py"))},
    {"dalil.lookup", *(f"dalil.lookup.{path.stem}" for path in (SOURCE / "lookup").glob("*.py"))},
    {"dalil.site", *(f"dalil.site.{path.stem}" for path in (SOURCE / "site").glob("*.py")), *(module_name(path) for path in (SOURCE / "site" / "verifying").glob("*.py"))},
    {"dalil.cli", *(f"dalil.cli.{path.stem}" for path in (SOURCE / "cli").glob("*.py"))},
]  # fmt: skip
"""The road of a fact, from files to site: a module may import from its own layer and from those before it."""


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def layer(module: str) -> int | None:
    return next((number for number, modules in enumerate(LAYERS) if module in modules), None)


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_run_one_way(path: Path) -> None:
    own = layer(module_name(path))
    assert own is not None, "the module stands in no layer: add it to LAYERS"
    for imported in imports(path):
        other = layer(imported)
        assert other is None or other <= own, f"{module_name(path)} imports {imported}, which comes after it"


def test_one_file_knows_mkdocs() -> None:
    knowing = [path.name for path in MODULES if any(name.split(".")[0] == "mkdocs" for name in imports(path))]
    assert knowing == ["mkdocs_plugin.py"]


def test_the_engine_knows_nothing_of_the_topic() -> None:
    """No id of the store's topical records stands in the engine or in the macros' code."""
    ids = {
        record_id
        for kind in ("claims", "statements", "disputes", "events", "sources", "terms", "entities")
        for file in (ROOT / "data" / kind).glob("*.yml")
        for record_id in yaml.safe_load(file.read_text(encoding="utf-8"))
        if "-" in record_id
    }
    # The example project of the tests and of `dalil explain` has countries too.
    ids -= {record_id for text in FILES.values() for record_id in re.findall(r"^([a-z-]+):", text, re.MULTILINE)}
    assert len(ids) > 100
    code = {path: path.read_text(encoding="utf-8") for path in MODULES}
    code |= {
        path: re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for path in (ROOT / "macros").glob("*.j2")
    }
    for path, text in code.items():
        words = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", re.sub(r'""".*?"""', "", text, flags=re.DOTALL)))
        assert not words & ids, path


def test_files_are_small_enough_to_be_one_thing() -> None:
    long = {
        module_name(path): lines
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 350
    }
    assert set(long) <= {
        "dalil.wording.english.problems",
        "dalil.wording.arabic.problems",
        "dalil.wording.examples",
        "dalil.model.records",
    }, long
