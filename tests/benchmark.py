"""How long a project of a given size takes, step by step: `make bench`, or `python tests/benchmark.py 1000`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from dalil.project.whole import check_project
from dalil.site.build import build
from support import CLAIMS, HOME, Project


def grow(project: Project, claims: int) -> None:
    """Adds so many claims like the one of the small project, all shown on the home page."""
    ids = [f"claim-{number}" for number in range(claims)]
    project.write("data/claims/many.yml", "".join(CLAIMS.replace("two-signed:", f"{one}:") for one in ids))
    calls = "\n\n".join('{{ claims("' + '", "'.join(ids[at : at + 5]) + '") }}' for at in range(0, claims, 5))
    project.write("docs/index.md", HOME.replace("{{ references() }}", calls + "\n\n{{ references() }}"))


def main(claims: int) -> None:
    """Prints the seconds of each step."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder) / "project")
        grow(project, claims)
        times: dict[str, float] = {}
        start = time.perf_counter()
        checked = check_project(project.root)
        times["check"] = time.perf_counter() - start
        last: tuple[str, float] = ("", start)

        def step(what: str, done: int, of: int) -> None:
            nonlocal last
            now = time.perf_counter()
            if last[0]:
                times[last[0]] = times.get(last[0], 0.0) + now - last[1]
            last = (what, now)

        start = time.perf_counter()
        built = build(project.root, project.root / "site", step)
        total = time.perf_counter() - start
        print(f"{claims} claims, {checked.renderer.count()} pages, {built.seen.links} links: {total:.1f} s in all")
        for name, seconds in times.items():
            print(f"  {name:8} {seconds:6.2f} s   {1000 * seconds / built.seen.pages:6.2f} ms a page")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
