"""What git cannot give is told with its reason and a command; whoever runs the command has what was asked for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dalil.desk.impact import git as door
from dalil.desk.impact.git import NoHistory
from dalil.desk.impact.history import find_base, unpack
from dalil.desk.impact.naming import resolve
from dalil.wording import detail_of
from impact.hostile import git
from support import foreign_words


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository of six commits on `main`, the fifth a merge, with a branch `side` and a tag."""
    folder = tmp_path / "first one"
    folder.mkdir()
    git(folder, "init", "-q")
    for number in range(1, 4):
        change(folder, number)
    git(folder, "switch", "-q", "-c", "side", "HEAD~1")
    (folder / "side.yml").write_text("side: 1\n", encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Side")
    git(folder, "switch", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "Merge", "side")
    change(folder, 6)
    git(folder, "tag", "-a", "v1", "-m", "One", "HEAD~1")
    return folder


def change(folder: Path, number: int) -> None:
    (folder / "a.yml").write_text(f"a: {number}\n", encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", f"No. {number}")


def clone(root: Path, *options: str) -> Path:
    folder = root.parent / "clone"
    git(root.parent, "clone", "-q", *options, f"file://{root}", str(folder))
    return folder


def reason(root: Path, name: str) -> str:
    """Why there is no state of this name; said in both languages, whole."""
    with pytest.raises(NoHistory) as found:
        find_base(root, name, None)
    arabic = detail_of(found.value.reason, "ar")
    assert re.search("[\u0620-\u064a]", arabic)
    assert not foreign_words(arabic), arabic
    return str(found.value)


def follow(root: Path, said: str, environment: dict[str, str] | None = None) -> None:
    """Runs the command that a message names."""
    [command] = re.findall(r"`(git [^`]+)`", said)
    subprocess.run(
        command, shell=True, cwd=root, check=True, capture_output=True, env={**os.environ, **(environment or {})}
    )


def test_what_git_knows_is_found(root: Path) -> None:
    for name in (
        "main",
        "HEAD",
        "side",
        "v1",
        "v1~2",
        "HEAD~1^2",
        "HEAD^^",
        "main@{0}",
        git(root, "rev-parse", "--short", "side"),
    ):
        assert resolve(root, name) == git(root, "rev-parse", f"{name}^{{commit}}")


# Clones whose history is cut off


@pytest.mark.parametrize(
    ("depth", "name", "commits"),
    [
        (1, "HEAD~1", 1),
        (1, "HEAD^", 1),
        (1, "HEAD~3", 3),
        (1, "HEAD^^^", 3),
        (1, "HEAD~1^2", 2),
        (1, "HEAD~1^2~1", 3),
        (2, "HEAD~3", 2),
        (2, "origin/main~4", 3),
        (2, "HEAD^1^2", 1),
        (1, "HEAD~0~2^1", 3),
    ],
)
def test_as_much_history_is_asked_for_as_lacks(root: Path, depth: int, name: str, commits: int) -> None:
    folder = clone(root, f"--depth={depth}")
    said = reason(folder, name)
    assert said.endswith(f": history is cut off in this clone. Fetch more of it: `git fetch --deepen={commits}`")
    follow(folder, said)
    assert find_base(folder, name, None).commit == git(root, "rev-parse", name.replace("origin/", ""))


def test_what_no_history_has_is_not_asked_for(root: Path) -> None:
    for folder in (root, clone(root, "--depth=10")):
        assert "history begins with" in reason(folder, "HEAD~9")
        assert "history begins with" in reason(folder, "HEAD~999999")
        assert "the parents of" in reason(folder, "HEAD^2")
        assert " are 1 in number" in reason(folder, "HEAD^2")
        assert " are 2 in number" in reason(folder, "HEAD~1^3")


@pytest.mark.parametrize("options", [[], ["--depth=1"]], ids=["whole", "shallow"])
@pytest.mark.parametrize("name", ["origin/side", "side", "origin/side~1", "v1"])
def test_a_branch_that_was_not_fetched_is_fetched_so(root: Path, options: list[str], name: str) -> None:
    folder = clone(root, "--single-branch", "--no-tags", "--branch", "main", *options)
    said = reason(folder, name)
    branch = re.sub(r"^origin/|~\d", "", name)
    assert f"origin {branch}:refs/remotes/origin/{branch}`; its name is then “origin/{branch}”." in said
    follow(folder, said)
    if "~" in name and options:
        follow(folder, reason(folder, name))
    assert find_base(folder, name if "/" in name else f"origin/{name}", None).commit


def test_a_commit_is_fetched_by_its_hash(root: Path) -> None:
    wanted = git(root, "rev-parse", "side")
    folder = clone(root, "--depth=1")
    said = reason(folder, wanted)
    follow(folder, said)
    assert find_base(folder, wanted, None).commit == wanted
    short = git(root, "rev-parse", "--short=12", "HEAD~3")
    said = reason(folder, short)
    assert "`git fetch --unshallow`" in said
    follow(folder, said)
    assert find_base(folder, short, None).commit.startswith(short)


def test_a_clone_without_another_repository_says_what_lacks(root: Path) -> None:
    folder = clone(root, "--depth=1")
    git(folder, "remote", "remove", "origin")
    said = reason(folder, "HEAD~1")
    assert "which knows no other repository" in said
    git(folder, "remote", "add", "origin", f"file://{root}")
    git(folder, "fetch", "-q", "--unshallow", "origin")
    assert find_base(folder, "HEAD~1", None).commit


def test_a_clone_without_its_files_says_how_to_have_them(root: Path, tmp_path: Path) -> None:
    git(root, "config", "uploadpack.allowFilter", "true")
    folder = clone(root, "--filter=blob:none", "--no-checkout")
    commit = find_base(folder, "HEAD~1", None).commit
    with pytest.raises(NoHistory, match="without some files") as found:
        unpack(folder, commit, tmp_path / "state")
    follow(folder, str(found.value))
    unpack(folder, commit, tmp_path / "again")
    assert (tmp_path / "again" / "a.yml").read_text(encoding="utf-8") == "a: 3\n"


# Slips


@pytest.mark.parametrize(("name", "near"), [("mian", "main"), ("sid", "side"), ("origin/mian", "origin/main")])
def test_the_nearest_name_is_given(root: Path, name: str, near: str) -> None:
    folder = clone(root, "--branch", "main")
    git(folder, "branch", "side", "origin/side")
    assert f"Did you mean “{near}”?" in reason(folder, name)


def test_a_branch_of_the_remote_is_near_by_its_own_name(root: Path) -> None:
    assert "Did you mean “origin/side”?" in reason(clone(root), "side")


@pytest.mark.parametrize(
    "name", ["-x", "--output=x", "", "~2", "a b", "a..b", "$(touch x)", "`id`", "x" * 5000, "~^" * 5000, "é"]
)
def test_no_name_is_too_odd(root: Path, name: str) -> None:
    folder = clone(root)
    said = reason(folder, name)
    assert said.startswith("git knows no commit “")
    # What stands in a command is one word to a shell.
    assert not re.search(r"`git fetch [^`']*[$;| ](?:\(|touch)", said)
    assert not (folder / "x").exists()


@pytest.mark.parametrize("name", ["main..main", "side..main", "main...side", "^side", "main^@", "..", "HEAD~1.."])
def test_a_range_is_no_commit(root: Path, name: str) -> None:
    with pytest.raises(NoHistory) as caught:
        resolve(root, name)
    assert caught.value.reason.key == "git-unknown"


def test_what_is_no_commit_is_called_what_it_is(root: Path) -> None:
    assert "“HEAD:a.yml” is no commit, but of git's type “blob”" in reason(root, "HEAD:a.yml")
    assert "“main^{tree}” is no commit, but of git's type “tree”" in reason(root, "main^{tree}")


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    for name in ("HEAD", "main", "HEAD~1"):
        assert "no commit yet" in reason(tmp_path, name)


# Repositories that git does not read


def test_a_folder_of_another_user_is_told_with_the_way_to_trust_it(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Git's own switch to take every folder for another user's: no test may give files away.
    monkeypatch.setattr(door, "FIXED", {**door.FIXED, "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    settings = {"GIT_CONFIG_GLOBAL": str(tmp_path / "settings")}
    monkeypatch.setenv(*next(iter(settings.items())))
    said = reason(root, "main")
    assert said.startswith(f"the folder {root} belongs to another user of this machine")
    assert f"`git config --global --add safe.directory '{root}'`" in said
    follow(root, said, settings)
    assert find_base(root, "main", None).commit


def test_a_folder_in_no_repository(tmp_path: Path) -> None:
    said = reason(tmp_path, "main")
    assert said.startswith(f"{tmp_path} is in no git repository")
    assert "`git init`" in said


def test_a_repository_that_was_moved_away_from_its_folder(root: Path, tmp_path: Path) -> None:
    git(root, "worktree", "add", "-q", str(tmp_path / "tree"), "side")
    root.rename(tmp_path / "moved")
    said = reason(tmp_path / "tree", "main")
    assert "the file “.git” leads to" in said
    subprocess.run(
        ["git", "worktree", "repair", tmp_path / "tree"], cwd=tmp_path / "moved", check=True, capture_output=True
    )
    assert find_base(tmp_path / "tree", "main", None).commit


def emptied(root: Path) -> None:
    for path in (root / ".git" / "objects").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"")


def removed(root: Path) -> None:
    for path in (root / ".git" / "objects").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.unlink()


@pytest.mark.parametrize(
    "damage",
    [
        emptied,
        removed,
        lambda root: (root / ".git" / "HEAD").write_text("", encoding="utf-8"),
        lambda root: (root / ".git" / "config").write_text("[x", encoding="utf-8"),
    ],
    ids=["emptied", "removed", "head", "config"],
)
def test_a_damaged_repository_is_not_taken_for_one_without_the_name(root: Path, damage: object) -> None:
    assert callable(damage)
    damage(root)
    said = reason(root, "main")
    assert "git fsck" in said, said
    assert "knows no commit" not in said


def test_a_bare_repository_has_no_files(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(root), str(tmp_path / "bare"))
    assert "a repository without files of its own" in reason(tmp_path / "bare", "main")


def test_history_that_cannot_be_read_is_not_taken_for_none(root: Path) -> None:
    """Else a branch would be compared with the tip of its base, and show others' changes the wrong way round."""
    git(root, "switch", "-q", "-c", "change", "HEAD~3")
    change(root, 9)
    base = git(root, "rev-parse", "main~1")
    path = root / ".git" / "objects" / base[:2] / base[2:]
    path.chmod(0o644)
    path.write_bytes(b"")
    assert "git fsck" in reason(root, "main")


@pytest.mark.parametrize("command", ["impact", "check"])
@pytest.mark.parametrize(("language", "said"), [("en", "git is not installed"), ("ar", "غير مثبّت")])
def test_a_machine_without_git(root: Path, tmp_path: Path, command: str, language: str, said: str) -> None:
    arguments = ["impact", "main"] if command == "impact" else ["check", "--base", "main"]
    done = subprocess.run(
        [sys.executable, "-m", "dalil.cli", "--lang", language, "--project", str(root), *arguments],
        capture_output=True, text=True, check=False, env={**os.environ, "PATH": str(tmp_path)}, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
