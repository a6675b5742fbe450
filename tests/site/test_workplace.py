"""The folder in which a build works: it goes with the build, however that ends, and never while it is in use."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dalil.problems import ProblemsFound
from dalil.site.publishing import tidy
from dalil.site.workplace import swept, workplace

HOLD = """
import sys, pathlib
from dalil.site.workplace import workplace
with workplace(pathlib.Path(sys.argv[1])) as folder:
    (folder / "half").write_text("a page")
    print(folder, flush=True)
    sys.stdin.read()
"""


def holding(root: Path) -> tuple[subprocess.Popen[str], Path]:
    """A process that works in a folder until its input ends."""
    command = [sys.executable, "-c", HOLD, str(root)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def test_a_folder_goes_with_its_work(tmp_path: Path) -> None:
    with workplace(tmp_path) as folder:
        (folder / "page").write_text("words")
    assert not folder.exists()
    with pytest.raises(ZeroDivisionError), workplace(tmp_path) as folder:
        raise ZeroDivisionError
    assert not folder.exists()


def test_what_a_killed_process_left_goes_and_what_is_in_use_stays(tmp_path: Path) -> None:
    killed, left = holding(tmp_path)
    alive, used = holding(tmp_path)
    swept(tmp_path)
    assert left.is_dir()
    assert used.is_dir()
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    swept(tmp_path)
    assert not left.exists()
    assert (used / "half").read_text() == "a page"
    alive.communicate("")
    assert alive.returncode == 0
    assert not used.exists()


def test_a_folder_of_an_older_dalil_that_nobody_holds_goes(tmp_path: Path) -> None:
    (tmp_path / ".dalil" / "build-old" / "stage").mkdir(parents=True)
    (tmp_path / ".dalil" / "cards").mkdir()
    tidy(tmp_path, tmp_path / "site")
    assert [path.name for path in (tmp_path / ".dalil").glob("build-*")] == []
    assert (tmp_path / ".dalil" / "cards").is_dir()


def test_many_that_begin_and_sweep_at_once_take_nothing_from_each_other(tmp_path: Path) -> None:
    faults: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(10):
                with workplace(tmp_path) as folder:
                    (folder / "page").write_text("words")
                    swept(tmp_path)
                    assert (folder / "page").read_text() == "words"
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert list((tmp_path / ".dalil").glob("build-*")) == []


def test_a_folder_that_somebody_removed_is_said_plainly(tmp_path: Path) -> None:
    def work() -> None:
        with workplace(tmp_path) as folder:
            shutil.rmtree(folder)
            (folder / "page").write_text("words")

    with pytest.raises(ProblemsFound) as found:
        work()
    assert [problem.code for problem in found.value.problems] == ["site-workplace"]


def test_another_error_is_not_taken_for_that(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="disk"), workplace(tmp_path):
        raise OSError("the disk is full")
