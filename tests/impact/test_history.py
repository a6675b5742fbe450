"""States are read from git as objects: nothing of a stranger's tree hides, leads out, or runs."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dalil.desk.impact import trees
from dalil.desk.impact.history import Changed, NoHistory, changed_here, changed_since, find_base, unpack
from dalil.desk.impact.trees import Entry, Tree
from impact.hostile import blob, commit, entries, git, tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with two files."""
    folder = tmp_path / "repository"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "a.yml").write_text("a: 1\n", encoding="utf-8")
    (folder / "run.sh").write_text("echo\n", encoding="utf-8")
    (folder / "run.sh").chmod(0o755)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "First")
    return folder


def state(root: Path, name: str, folder: Path) -> Tree:
    return unpack(root, git(root, "rev-parse", name), folder)


def written(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if not path.is_dir()}


def outside(tmp_path: Path) -> set[str]:
    """Everything below the test's folder but for the repository and the unpacked state."""
    return {path.name for path in tmp_path.iterdir()} - {"repository", "state"}


def test_a_state_is_written_as_it_was(root: Path, tmp_path: Path) -> None:
    found = state(root, "main", tmp_path / "state")
    assert written(tmp_path / "state") == {"data/a.yml": b"a: 1\n", "run.sh": b"echo\n"}
    assert set(found.entries) == {"data/a.yml", "run.sh"}
    assert not any(entry.left for entry in found.entries.values())


ATTRIBUTES = [
    "* export-ignore\n",
    "data export-ignore\ndata/** export-ignore\n",
    "*.yml export-subst\n",
    "*.yml filter=evil diff=evil merge=evil\n",
    "*.yml text eol=crlf\n",
    "*.yml ident\n",
    "*.yml working-tree-encoding=UTF-16\n",
    "[attr]hidden export-ignore\n*.yml hidden\n",
]


@pytest.mark.parametrize("attributes", ATTRIBUTES)
@pytest.mark.parametrize("where", [".gitattributes", "data/.gitattributes"])
def test_attributes_hide_and_change_nothing(root: Path, tmp_path: Path, attributes: str, where: str) -> None:
    text, rules = b"a: $Format:%H$ $Id$\nb: 2\n", ("100644", b".gitattributes", blob(root, attributes.encode()))
    files = [("100644", b"zz.yml", blob(root, text)), *([rules] if where.startswith("data/") else [])]
    rest = [] if where.startswith("data/") else [rules]
    commit(root, tree(root, ("40000", b"data", tree(root, *files)), *rest), "main", branch="hide")
    for command in ("clean", "smudge", "process"):
        git(root, "config", f"filter.evil.{command}", f"touch {tmp_path}/ran")
    git(root, "config", "diff.evil.textconv", f"touch {tmp_path}/ran")
    state(root, "hide", tmp_path / "state")
    assert written(tmp_path / "state")["data/zz.yml"] == text
    assert outside(tmp_path) == set()


HOSTILE = [
    b"..", b".", b"../out.txt", b"../../out.txt", b"/tmp/report-out.txt", b"data/../../out.txt", b".git", b".GIT", b".Git ",
    b".git.", b"git~1", b"GIT~12", b".g\xe2\x80\x8cit", b"\xef\xbb\xbf.git", b"a\xff\xfe.yml", b"\xed\xa0\x80.yml", b"x/y.yml", b"",
]  # fmt: skip
"""Names of entries that no checkout makes, or that are no text."""
ODD = [
    b"a\nb.yml", b"a`b.yml", b"a\\b.yml", b'a"b.yml', b"a'b.yml", b"a b .yml", b"\xe2\x80\xaegpj.yml", b"-rf", b"--output=x", b":(top)x",
    b"*", b"$(touch x)", b"%0A::error::x", b"\x1b[31mred", b"\t", b"z`\n\n## All checks passed\n\n@octocat `.yml", b"con", b"aux.yml",
    "\u0645\u0644\u0641.yml".encode(),
]  # fmt: skip
"""Names that a checkout does make."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_no_checkout_makes_is_listed_and_not_written(root: Path, tmp_path: Path, name: bytes) -> None:
    evil = blob(root, b"evil")
    for kind, inner in (("100644", evil), ("40000", tree(root, ("100644", b"out.txt", evil)))):
        commit(root, tree(root, *entries(root, "main"), (kind, name, inner)), "main", branch=f"b{kind}")
        found = state(root, f"b{kind}", tmp_path / "state" / kind)
        assert set(written(tmp_path / "state" / kind)) == {"data/a.yml", "run.sh"}
        (left,) = [entry for entry in found.entries.values() if entry.left]
        assert left.left == "name"
    assert outside(tmp_path) == set()
    assert not Path("/tmp/report-out.txt").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows has other names")
@pytest.mark.parametrize("name", ODD)
def test_an_odd_name_is_a_name(root: Path, tmp_path: Path, name: bytes) -> None:
    commit(root, tree(root, *entries(root, "main"), ("100644", name, blob(root, b"odd"))), "main", branch="odd")
    found = state(root, "odd", tmp_path / "state")
    assert written(tmp_path / "state")[name.decode()] == b"odd"
    assert found.entries[name.decode()].left is None
    assert outside(tmp_path) == set()


LINKS = [b"/etc/passwd", b"../../../etc/hostname", b"data", b"nowhere", b"x" * 4000, b"a\0b", b"", b"."]


@pytest.mark.parametrize("target", LINKS)
def test_a_link_is_listed_and_never_followed(root: Path, tmp_path: Path, target: bytes) -> None:
    link = blob(root, target)
    commit(root, tree(root, *entries(root, "main"), ("120000", b"link.yml", link)), "main", branch="link")
    found = state(root, "link", tmp_path / "state")
    assert set(written(tmp_path / "state")) == {"data/a.yml", "run.sh"}
    assert found.entries["link.yml"] == Entry(link, left="link")


def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path) -> None:
    """A tree that holds a link and a folder of one name, in either order."""
    link, inner = blob(root, str(tmp_path).encode()), tree(root, ("100644", b"out.txt", blob(root, b"out")))
    for branch, pair in (
        ("first", [("120000", b"x", link), ("40000", b"x", inner)]),
        ("second", [("40000", b"x", inner), ("120000", b"x", link)]),
    ):
        commit(root, tree(root, *pair), branch=branch)
        found = state(root, branch, tmp_path / "state" / branch)
        assert written(tmp_path / "state" / branch) == {"x/out.txt": b"out"}
        assert found.entries["x"].left == "link"
    assert outside(tmp_path) == set()


def test_another_repository_within_is_listed(root: Path, tmp_path: Path) -> None:
    commit(root, tree(root, *entries(root, "main"), ("160000", b"other", "1" * 40)), "main", branch="module")
    found = state(root, "module", tmp_path / "state")
    assert found.entries["other"].left == "module"
    assert set(written(tmp_path / "state")) == {"data/a.yml", "run.sh"}


@pytest.mark.parametrize("mode", ["100600", "100664", "100777", "0100644"])
def test_every_mode_of_a_file_is_a_file(root: Path, tmp_path: Path, mode: str) -> None:
    """A checkout makes files of them too, so they must not be a way to hide."""
    commit(root, tree(root, (mode, b"a.yml", blob(root, b"a"))), branch="mode")
    state(root, "mode", tmp_path / "state")
    assert written(tmp_path / "state") == {"a.yml": b"a"}


@pytest.mark.parametrize("mode", ["10644", "20644", "60000", "140000", "170000"])
def test_what_is_nothing_that_git_knows_is_listed(root: Path, tmp_path: Path, mode: str) -> None:
    commit(root, tree(root, (mode, b"a.yml", blob(root, b"a"))), branch="mode")
    assert state(root, "mode", tmp_path / "state").entries["a.yml"].left == "kind"
    assert written(tmp_path / "state") == {}


def test_a_file_that_is_a_folder_is_no_file(root: Path, tmp_path: Path) -> None:
    inner = tree(root, ("100644", b"b", blob(root, b"b")))
    commit(root, tree(root, ("100644", b"a.yml", inner)), branch="wrong")
    assert state(root, "wrong", tmp_path / "state").entries["a.yml"].left == "kind"


def test_two_files_of_one_name_are_both_listed(root: Path, tmp_path: Path) -> None:
    one, two = blob(root, b"one"), blob(root, b"two")
    commit(root, tree(root, ("100644", b"a.yml", one), ("100644", b"a.yml", two)), branch="twice")
    found = state(root, "twice", tmp_path / "state")
    assert sorted(entry.object for entry in found.entries.values()) == sorted([one, two])
    assert [entry.left for entry in found.entries.values()] == [None, "place"]
    assert written(tmp_path / "state") == {"a.yml": b"one"}


@pytest.mark.parametrize("length", [256, 1000, 4000, 100_000])
def test_a_long_name_breaks_nothing(root: Path, tmp_path: Path, length: int) -> None:
    commit(root, tree(root, *entries(root, "main"), ("100644", b"n" * length, blob(root, b"n"))), "main", branch="long")
    found = state(root, "long", tmp_path / "state")
    assert set(written(tmp_path / "state")) == {"data/a.yml", "run.sh"}
    (left,) = [path for path, entry in found.entries.items() if entry.left]
    assert len(left) <= trees.PATH


def test_a_deep_folder_breaks_nothing(root: Path, tmp_path: Path) -> None:
    inner = tree(root, ("100644", b"end.yml", blob(root, b"end")))
    for _ in range(300):
        inner = tree(root, ("40000", b"d", inner))
    commit(root, inner, branch="deep")
    found = state(root, "deep", tmp_path / "state")
    assert [entry.left for entry in found.entries.values()] == ["kind"]


@pytest.mark.parametrize("leaf", [True, False], ids=["with files", "without a file"])
def test_a_bomb_of_folders_is_refused_at_once(root: Path, tmp_path: Path, leaf: bool) -> None:
    """Ten folders of one name's bytes, ten levels deep: ten thousand million files in a kilobyte."""
    inner = tree(root, *([("100644", b"f", blob(root, b"boom"))] if leaf else []))
    for _ in range(10):
        inner = tree(root, *[("40000", f"d{number}".encode(), inner) for number in range(10)])
    commit(root, inner, branch="bomb")
    before = time.monotonic()
    with pytest.raises(NoHistory, match="more than 50,000 files and folders"):
        state(root, "bomb", tmp_path / "state")
    assert time.monotonic() - before < 60


def test_a_large_file_is_listed_and_not_read(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees, "FILE", 1000)
    commit(
        root,
        tree(root, ("100644", b"a", blob(root, b"a" * 1001)), ("100644", b"b", blob(root, b"b" * 1000))),
        branch="large",
    )
    found = state(root, "large", tmp_path / "state")
    assert {path: entry.left for path, entry in found.entries.items()} == {"a": "size", "b": None}
    assert set(written(tmp_path / "state")) == {"b"}


def test_many_bytes_are_refused_before_they_are_written(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trees, "ALL", 2000)
    commit(root, tree(root, *[("100644", f"f{n}".encode(), blob(root, b"a" * 999)) for n in range(3)]), branch="many")
    with pytest.raises(NoHistory, match=r"cannot be read: its files are larger than \d+ MB together"):
        state(root, "many", tmp_path / "state")


def test_an_object_that_is_not_there_is_said(root: Path, tmp_path: Path) -> None:
    git(root, "config", "extensions.partialClone", "origin")
    git(root, "config", "remote.origin.url", f"ext::touch {tmp_path}/ran")
    git(root, "config", "remote.origin.promisor", "true")
    git(root, "config", "protocol.ext.allow", "always")
    commit(root, tree(root, ("100644", b"a.yml", "2" * 40)), branch="partial")
    with pytest.raises(NoHistory, match="git has no object 222222222222 here"):
        state(root, "partial", tmp_path / "state")
    assert outside(tmp_path) == set()


def test_a_damaged_folder_is_said(root: Path, tmp_path: Path) -> None:
    for number, data in enumerate((b"100644 a", b"100644 a\0short", b"99 a\0" + b"1" * 20, b" a\0" + b"1" * 20, b"\0")):
        name = git(root, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", data=data)
        outer = tree(root, ("40000", b"d", name))
        commit(root, outer, branch="damaged")
        with pytest.raises(NoHistory, match="is damaged"):
            state(root, "damaged", tmp_path / "state" / str(number))


def test_no_program_of_the_repository_runs(root: Path, tmp_path: Path) -> None:
    program = tmp_path / "repository" / "evil.sh"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    hooks = root / "hooks"
    hooks.mkdir()
    for name in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / name).write_bytes(program.read_bytes())
        (hooks / name).chmod(0o755)
    for name, value in {
        "core.fsmonitor": str(program),
        "core.hooksPath": str(hooks),
        "diff.external": str(program),
        "core.pager": str(program),
        "core.sshCommand": str(program),
        "core.editor": str(program),
    }.items():
        git(root, "config", name, value)
    (root / "data" / "a.yml").write_text("a: 2\n", encoding="utf-8")
    base = find_base(root, "main", None)
    unpack(root, base.commit, tmp_path / "state")
    assert changed_here(root, base.commit)[0].path == "data/a.yml"
    assert outside(tmp_path) == set()


def test_a_folder_that_looks_like_a_repository_is_none(root: Path, tmp_path: Path) -> None:
    """A project in a folder that holds HEAD, objects, refs and settings: git would take them for a repository's."""
    site = root / "site"
    (site / "objects").mkdir(parents=True)
    (site / "refs").mkdir()
    (site / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (site / "config").write_text(
        f'[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ..\n\tfsmonitor = "touch {tmp_path}/ran"\n',
        encoding="utf-8",
    )
    with pytest.raises(NoHistory):
        find_base(site, "HEAD", None)
    assert outside(tmp_path) == set()


def test_replaced_and_grafted_history_is_not_believed(root: Path, tmp_path: Path) -> None:
    first = git(root, "rev-parse", "main")
    (root / "data" / "a.yml").write_text("a: changed\n", encoding="utf-8")
    git(root, "commit", "-q", "-am", "Second")
    second = git(root, "rev-parse", "main")
    git(root, "replace", second, first)
    git(
        root,
        "replace",
        git(root, "--no-replace-objects", "rev-parse", f"{second}:data/a.yml"),
        blob(root, b"replaced\n"),
    )
    (root / ".git" / "info" / "grafts").write_text(f"{second}\n", encoding="utf-8")
    unpack(root, second, tmp_path / "state")
    assert written(tmp_path / "state")["data/a.yml"] == b"a: changed\n"
    assert find_base(root, first, second).commit == first


def test_variables_of_a_hook_name_no_other_repository(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "state" / "other"
    other.mkdir(parents=True)
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", f"touch {tmp_path}/ran")
    assert find_base(root, "main", None).name == "main"


def test_what_differs_is_every_file(root: Path, tmp_path: Path) -> None:
    """Not only what the site reads: also modes, links, and what is hidden by attributes."""
    git(root, "switch", "-q", "-c", "change")
    (root / ".gitattributes").write_text("* export-ignore\n", encoding="utf-8")
    (root / "run.sh").chmod(0o644)
    (root / "data" / "a.yml").unlink()
    (root / "link").symlink_to("/etc/passwd")
    (root / "new\n.txt").write_text("", encoding="utf-8")
    expected = [
        Changed(".gitattributes", "added"),
        Changed("data/a.yml", "removed"),
        Changed("link", "added", "link"),
        Changed("new\n.txt", "added"),
        Changed("run.sh", "changed"),
    ]
    assert changed_here(root, git(root, "rev-parse", "main")) == expected
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Change")
    before, after = (state(root, name, tmp_path / "state" / name) for name in ("main", "change"))
    assert changed_since(before, after) == expected
    assert changed_since(before, before) == []


def test_git_that_is_not_there_is_said(root: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from dalil.desk.impact.git import NoHistory, Objects, git\n"
        "for use in (lambda: git(Path(sys.argv[1]), 'status'), lambda: Objects(Path(sys.argv[1]))):\n"
        "    try: use()\n"
        "    except NoHistory as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(root)],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.count("git is not installed") == 2
