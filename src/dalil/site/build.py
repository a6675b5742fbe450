"""Builds the whole site into a temporary place, and puts it in the place of the last one only when all is well."""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from dalil.problems import Place, Problems, ProblemsFound, phrase
from dalil.project.whole import Checked, check_project
from dalil.reading.files.frozen import freeze
from dalil.render.texts import InterfaceMissing
from dalil.site.clock import clock
from dalil.site.finish import finish
from dalil.site.handing import hand_over
from dalil.site.pictures import CACHE
from dalil.site.policy import shipped
from dalil.site.publishing import publish, tidy
from dalil.site.safety import Rules
from dalil.site.verify import Seen, verify
from dalil.site.workplace import workplace
from dalil.system.processes import tied
from dalil.system.progress import Step, silent


@dataclass(frozen=True)
class Built:
    """What a build came to."""

    checked: Checked
    seen: Seen


def build(
    root: Path,
    target: Path,
    step: Step = silent,
    *,
    preview: bool = False,
    only: str | None = None,
    from_disk: bool = False,
) -> Built:
    """Builds the project of `root` into `target`; a preview is neither verified nor compressed.

    `only`, for a preview: the one locale that is built, with labels on its texts for the translator. `from_disk`: for
    readers who open the site from disk; its links name files, and it has no search.

    Raises ProblemsFound when anything is wrong; `target` is then as it was. A preview shows what is unsettled.
    """
    # MkDocs runs in another folder, from which a relative path would lead elsewhere.
    root, target = root.absolute(), target.absolute()
    tidy(root, target)
    step("check", 0, 1)
    with workplace(root) as folder:
        frozen, staged, built = folder / "project", folder / "stage", folder / "site"
        checked = check_frozen(root, frozen, only, from_disk=from_disk)
        step("check", 1, 1)
        if checked.unsettled and not preview:
            problems = Problems()
            problems.extend(checked.unsettled)
            raise ProblemsFound(problems)
        problems, seen = Problems(), Seen()
        try:
            hand_over(checked, staged, step)
            run_engine(frozen, staged, built, clock(checked), step, only)
            finish(checked, built, step, preview=preview, cache=root / CACHE)
            if not preview:
                rules = Rules(shipped(frozen / "overrides"), checked.renderer.settings.address, from_disk)
                seen = verify(built, checked, problems, step, rules)
        except InterfaceMissing as error:
            problems.add("interface-missing", Place("data/interface"), id=error.args[0])
        if len(problems):
            raise ProblemsFound(problems)
        publish(built, target, root)
    return Built(replace(checked, root=root), seen)


def check_frozen(root: Path, frozen: Path, only: str | None = None, *, from_disk: bool = False) -> Checked:
    """Copies a project and checks the copy, from which all else is read: what is changed meanwhile waits for the next.

    Raises ProblemsFound.
    """
    problems = Problems()
    freeze(root, frozen, problems)
    if len(problems):
        check_project(root, only=only)  # It says these problems, and all others.
        raise ProblemsFound(problems)
    return check_project(frozen, only=only, from_disk=from_disk)


def run_engine(root: Path, staged: Path, built: Path, epoch: str, step: Step = silent, only: str | None = None) -> None:
    """Runs MkDocs over the staged pages; raises ProblemsFound with what it complained of."""
    environment = {
        **os.environ,
        "DALIL_STAGE": str(staged),
        "DALIL_ONLY": only or "",
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": epoch,
        "PYTHONHASHSEED": "0",
    }
    command = ["mkdocs", "build", "--strict", "--site-dir", str(built)]
    pages = sum(1 for _ in staged.rglob("*.md"))
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        with tied(command, root, environment, output) as engine:
            while engine.poll() is None:
                step("site", sum(1 for _ in built.rglob("*.html")), pages)
                time.sleep(0.1)
        step("site", pages, pages)
        output.seek(0)
        said = [line.strip().replace(f"{root}{os.sep}", "") for line in output if line.strip()]
    if engine.returncode:
        problems = Problems()
        complaints = [line for line in said if line.startswith(("WARNING", "ERROR", "Error"))] or said[-1:]
        for line in complaints:
            problems.add("site-engine", Place("mkdocs.yml"), reason=line, remedy=phrase("engine-files"))
        raise ProblemsFound(problems)
