"""Kills builds at random moments: what is left of them? `make kills` does it 200 times; pytest a few."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from support import Project

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
EXITS = {signal.SIGKILL: {-9}, signal.SIGTERM: {143, -15}, signal.SIGINT: {130, -2}}
"""What a build ends with: 128 and the signal's number where it could still speak; the signal itself before that."""
TOKEN = "DALIL_KILLS"
"""A variable that every process of a build inherits, so that each is found, whoever its parent is by then."""
GRACE = 5.0
"""Seconds after which nothing of a killed build may run."""
LOCKS = {"entrance.lock", "publish.lock"}
"""Empty files that stay."""


@dataclass(frozen=True)
class Kill:
    """One kill and what came of it."""

    signal: signal.Signals
    whole_group: bool
    after: float
    """Seconds."""
    exit: int
    faults: tuple[str, ...]
    """What should not be, in words; empty when all is well."""


class Target:
    """A project that is built over and over in two versions, so that an old site can be told from a new one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.project = Project(root)
        self.site = root / "site"
        self._name = "The site"
        start = time.monotonic()
        self.versions = {name: self._built(name) for name in ("The site", "Another site")}
        self.seconds = (time.monotonic() - start) / 2

    def _built(self, name: str) -> str:
        self._called(name)
        subprocess.run(self._command("build"), check=True, capture_output=True)
        return digest(self.site)

    def _called(self, name: str) -> None:
        self.project.replace("data/site.yml", f"en: {self._name}", f"en: {name}")
        self._name = name

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "dalil.cli", "--project", str(self.root), "--lang", "en", *words]

    def kill(self, number: signal.Signals, *, whole_group: bool, after: float) -> Kill:
        """Starts a build of the version that does not stand there, and kills it."""
        token = f"{os.getpid()}-{random.getrandbits(64):x}"
        before = digest(self.site)
        self._called(next(name for name, found in self.versions.items() if found != before))
        with tempfile.TemporaryFile("w+") as output:
            build = subprocess.Popen(
                self._command("build"),
                env={**os.environ, TOKEN: token},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            start = time.monotonic()
            try:
                build.wait(after)
                # How long a build takes depends on what else the machine does.
                self.seconds = time.monotonic() - start
            except subprocess.TimeoutExpired:
                (os.killpg if whole_group else os.kill)(build.pid, number)
            code = build.wait(60)
            output.seek(0)
            said = output.read()
        ended = time.monotonic()
        while (alive := list(running(token))) and time.monotonic() - ended < GRACE:
            time.sleep(0.05)
        faults = [f"{one} still runs" for one in alive]
        if code not in {0, *EXITS[number]}:
            faults.append(f"exit code {code}")
        if "Traceback" in said and "import" not in said:
            faults.append(f"a traceback: {said[-300:]}")
        subprocess.run(self._command("check", "data/site.yml"), cwd=self.root, check=True, capture_output=True)
        if digest(self.site) not in self.versions.values():
            faults.append("the site is neither the old nor the new one")
        faults += [f"left behind: {one}" for one in self._litter()]
        return Kill(number, whole_group, after, code, tuple(faults))

    def _litter(self) -> Iterator[str]:
        known = {
            "site",
            ".dalil",
            *(name.split("/")[0] for name in ("data", "docs", "macros", "overrides", "mkdocs.yml")),
        }
        yield from (path.name for path in self.root.iterdir() if path.name not in known)
        yield from (path.name for path in (self.root / ".dalil").iterdir() if path.name not in {*LOCKS, "cards"})


def digest(folder: Path) -> str:
    """A hash of every file of a folder with its name."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(f"{path.relative_to(folder)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def running(token: str) -> Iterator[str]:
    """Processes that inherited a token, by their command lines; zombies have none."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                if f"{TOKEN}={token}".encode() in (folder / "environ").read_bytes():
                    command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                    if command:
                        yield f"{folder.name} {command}"
            except OSError:
                continue


def kills(number: int, folder: Path, side_by_side: int = 1) -> Iterator[Kill]:
    """So many kills: signals in turn, at the whole group and at the parent alone, spread over a build's whole time."""

    def some(share: int) -> list[Kill]:
        target = Target(folder / str(share))
        found = []
        for turn in range(share, number, side_by_side):
            after = random.uniform(0.2, target.seconds)
            kill = target.kill(SIGNALS[turn % 3], whole_group=turn // 3 % 2 == 0, after=after)
            print(
                kill.signal.name,
                "group" if kill.whole_group else "alone",
                f"{after:.1f}",
                kill.exit,
                *kill.faults,
                flush=True,
            )
            found.append(kill)
        shutil.rmtree(target.root)
        return found

    with ThreadPoolExecutor(side_by_side) as pool:
        for found in pool.map(some, range(side_by_side)):
            yield from found


def main() -> None:
    """Kills as often as the first argument says, and counts."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory(prefix="dalil-kills-") as folder:
        found = list(kills(number, Path(folder), side_by_side=2))
    counted = Counter((kill.signal.name, kill.whole_group, kill.exit) for kill in found)
    for (name, group, code), times in sorted(counted.items()):
        print(f"{name:8} {'whole group' if group else 'parent alone':13} exit {code:4} {times:4} times")
    faults = [fault for kill in found for fault in kill.faults]
    print(f"{len(found)} kills, {sum(kill.exit != 0 for kill in found)} before the end, {len(faults)} faults")
    print(*faults, sep="\n")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
