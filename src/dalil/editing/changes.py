"""Changed files of a project: tried out on a copy first, then written all together or not at all."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dalil.checks.opening import Need, open_store
from dalil.problems import Problem, Problems, ProblemsFound
from dalil.project.whole import check_project
from dalil.reading.documents import read
from dalil.reading.files.frozen import freeze

Check = Callable[[Path], list[Problem]]


class Changes:
    """Files of one project with their text as it is to be; paths are relative to the project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._texts: dict[str, str] = {}

    @property
    def paths(self) -> list[str]:
        """The files that differ from what stands in the project."""
        return sorted(path for path, text in self._texts.items() if text != self._on_disk(path))

    def text(self, path: str) -> str:
        """The text of a file with its own line ends, as changed so far; empty where there is no file.

        Raises ProblemsFound for a file that is not sound enough to be changed by a command.
        """
        if path not in self._texts:
            self._texts[path] = self._sound(path) if (self.root / path).exists() else ""
        return self._texts[path]

    def put(self, path: str, text: str) -> None:
        """Gives a file another text."""
        self._texts[path] = text

    def _sound(self, path: str) -> str:
        problems = Problems()
        if path.endswith(".yml"):
            read(self.root, self.root / path, problems)
        found = Problems()
        for problem in problems.sorted():
            if problem.code != "file-empty":
                found.add(problem.code, problem.place, **problem.details)
        if len(found):
            raise ProblemsFound(found)
        return self._on_disk(path)

    def before(self, path: str) -> str:
        """The text of a file as it stands in the project."""
        return self._on_disk(path)

    def _on_disk(self, path: str) -> str:
        target = self.root / path
        return target.read_bytes().decode("utf-8") if target.exists() else ""

    def new_problems(self, check: Check) -> list[Problem]:
        """What a check says of the project as changed and does not say of it as it is."""
        before = {_without_line(problem) for problem in check(self.root)}
        with self.copied() as copy:
            after = check(copy)
        return [problem for problem in after if _without_line(problem) not in before]

    @contextmanager
    def copied(self) -> Iterator[Path]:
        """The project as changed, in a temporary folder; what is no file of the project is left out."""
        with tempfile.TemporaryDirectory(prefix="dalil-") as folder:
            copy = Path(folder)
            freeze(self.root, copy, Problems())
            for name in self.paths:
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                (copy / name).write_bytes(self._texts[name].encode())
            yield copy

    def write(self) -> None:
        """Puts every changed file in its place; on an error all are as they were, and the error is raised."""
        ready: list[tuple[Path, Path]] = []
        before: list[tuple[Path, bytes | None]] = []
        try:
            for path in self.paths:
                target = (self.root / path).resolve()
                target.parent.mkdir(parents=True, exist_ok=True)
                ready.append((self._beside(target, self._texts[path]), target))
            for temporary, target in ready:
                before.append((target, target.read_bytes() if target.exists() else None))
                os.replace(temporary, target)
        except OSError:
            for target, content in before:
                if content is None:
                    target.unlink(missing_ok=True)
                else:
                    target.write_bytes(content)
            raise
        finally:
            for temporary, _ in ready:
                temporary.unlink(missing_ok=True)

    @staticmethod
    def _beside(target: Path, text: str) -> Path:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        if target.exists():
            shutil.copymode(target, name)
        else:
            os.chmod(name, 0o644)
        return Path(name)


def _without_line(problem: Problem) -> tuple[str, str, str]:
    details = re.sub(r":\d+:\d+", "", repr(sorted(problem.details.items())))
    return problem.code, problem.place.path, details


def store_problems(root: Path) -> list[Problem]:
    """What the checks of the store say, pages apart."""
    try:
        open_store(root, Need.SOUND)
    except ProblemsFound as found:
        return found.problems
    return []


def project_problems(root: Path) -> list[Problem]:
    """What `dalil check` says."""
    try:
        check_project(root)
    except ProblemsFound as found:
        return found.problems
    return []
