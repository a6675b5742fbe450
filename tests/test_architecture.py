"""The shape of the engine: imports run one way, one file knows MkDocs, and none knows the topic."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import yaml

from support import FILES, ROOT

SOURCE = ROOT / "src" / "dalil"
MODULES = sorted(SOURCE.rglob("*.py"))
LINTER = Path(sys.executable).with_name("lint-imports")


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")


def contracts() -> tuple[int, str]:
    """What import-linter says of the contracts in pyproject.toml: its exit code, and its report."""
    done = subprocess.run([LINTER, "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_imports_run_one_way() -> None:
    code, report = contracts()
    assert code == 0, report
    assert "0 broken" in report


def test_a_room_that_nobody_named_is_told() -> None:
    """The contract is exhaustive: a new package, or a module beside the rooms, must be given its place."""
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"][
        0
    ]
    assert layers["exhaustive"]
    rooms = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file()}
    assert rooms == set(layers["layers"])
    assert [path.name for path in SOURCE.glob("*.py")] == ["__init__.py"], "no module stands beside the rooms"


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
    }, long
