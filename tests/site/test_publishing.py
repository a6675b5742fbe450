"""A site is put in the place of the last one whole, readable for a web server, whatever happens meanwhile."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dalil.site import publishing
from dalil.site.publishing import publish, tidy

FILES = 200
BY_TURNS = "publishing._exchanged = lambda one, other: False"
LOOP = """
import pathlib, sys
from dalil.site import publishing
{way}
root = pathlib.Path(sys.argv[1])
number = int(sys.argv[2])
while True:
    number += 1
    built = root / f"built-{{number}}"
    built.mkdir()
    for name in range({files}):
        (built / f"{{name}}.html").write_text(str(number))
    publishing.publish(built, root / "site", root)
    print(number, flush=True)
"""


def make(folder: Path, words: str) -> Path:
    (folder / "deep").mkdir(parents=True)
    (folder / "index.html").write_text(words)
    (folder / "deep" / "index.html").write_text(words)
    return folder


@pytest.fixture(params=["exchange", "by turns"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "by turns":
        monkeypatch.setattr(publishing, "_exchanged", lambda one, other: False)
    return str(request.param)


def test_a_new_site_takes_the_place_of_the_last_and_leaves_nothing(tmp_path: Path, way: str) -> None:
    for words in ("first", "second", "third"):
        publish(make(tmp_path / "built", words), tmp_path / "site", tmp_path)
        assert (tmp_path / "site" / "deep" / "index.html").read_text() == words
        assert sorted(path.name for path in tmp_path.iterdir()) == [".dalil", "site"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets two folders change places")
def test_two_folders_change_places_in_one_step(tmp_path: Path) -> None:
    one, other = make(tmp_path / "one", "1"), make(tmp_path / "other", "2")
    assert publishing._exchanged(one, other)
    assert ((one / "index.html").read_text(), (other / "index.html").read_text()) == ("2", "1")


@pytest.mark.parametrize("umask", [0o077, 0o022, 0o000, 0o777])
def test_a_server_may_read_the_site_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    built = make(tmp_path / "built", "words")
    os.chmod(built / "index.html", 0o600)
    os.chmod(built / "deep", 0o700)
    before = os.umask(umask & 0o077)
    try:
        publish(built, tmp_path / "site", tmp_path)
    finally:
        os.umask(before)
    for path in [tmp_path / "site", *(tmp_path / "site").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path


def test_the_last_site_comes_back_when_it_was_taken_away_and_nothing_came(tmp_path: Path) -> None:
    make(tmp_path / ".site.last", "old")
    make(tmp_path / ".site.new", "half")
    tidy(tmp_path, tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "old"
    assert not (tmp_path / ".site.new").exists()


def test_what_was_left_beside_a_whole_site_goes(tmp_path: Path) -> None:
    make(tmp_path / "site", "new")
    make(tmp_path / ".site.last", "old")
    tidy(tmp_path, tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "new"
    assert not (tmp_path / ".site.last").exists()


@pytest.mark.parametrize("words", ["", BY_TURNS], ids=["exchange", "by turns"])
def test_killed_at_any_moment_the_site_is_whole(tmp_path: Path, words: str) -> None:
    script, published = LOOP.format(way=words, files=FILES), 0
    for turn in range(12):
        command = [sys.executable, "-c", script, str(tmp_path), str(turn * 1000)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        published += bool(process.stdout.readline())
        time.sleep(random.uniform(0, 0.1))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if not words:
            assert (tmp_path / "site").is_dir()  # Even before anybody tidies.
        tidy(tmp_path, tmp_path / "site")
        found = {path.read_text() for path in (tmp_path / "site").iterdir()}
        assert len(found) == 1
        assert sum(1 for _ in (tmp_path / "site").iterdir()) == FILES
        assert not list(tmp_path.glob(".site.*"))
    assert published == 12
