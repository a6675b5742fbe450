"""How the time of a check grows with what is checked: `make growth` prints it for text fields and kinds of files.

Four sizes, each twice the last. An exponent of 1 is time in step with size, 2 is its square; below 1, the time that
every check takes whatever its size weighs most.
"""

from __future__ import annotations

import math
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from dalil.problems import ProblemsFound
from dalil.problems.limits import MAX_NAME, MAX_TEXT
from dalil.project.whole import check_project
from support import CLAIMS, Project

SIZES = (1, 2, 4, 8)
UNITS = {
    "words": "lorem ipsum ",
    "emphasis": "*a ",
    "brackets": "[",
    "links": "[a](entity:chile) ",
    "braces": "{n}",
    "backslashes": "\\\\[",
    "Arabic": "كلمة، ",
}
"""What a text is made of, again and again."""
Make = Callable[[Project, int], object]


def texts() -> Iterator[tuple[str, Make]]:
    """Each text of the small project, grown to an eighth and at last the whole of what it may have."""
    for file, old in (
        ("claims", "signed [the treaty]"),
        ("sources", "A report"),
        ("entities", "The First Paper"),
        ("events", "The treaty is signed"),
        ("roles", "en: Signed"),
        ("pages", "Where one starts."),
    ):
        for unit, words in UNITS.items() if file == "claims" else (("words", UNITS["words"]),):
            whole = MAX_TEXT if file in ("claims", "pages") else MAX_NAME

            def make(
                project: Project, size: int, file: str = file, old: str = old, words: str = words, whole: int = whole
            ) -> None:
                grown = f"{old} {words * (whole * size // 9 // len(words))}"
                project.replace(f"data/{file}/all.yml", old, grown.strip())

            yield f"text of {file}: {unit}", make


def files() -> Iterator[tuple[str, Make]]:
    """Many of something in a file."""
    yield (
        "claims",
        lambda project, size: project.write(
            "data/claims/more.yml", "".join(CLAIMS.replace("two-signed", f"claim-{n}") for n in range(20 * size))
        ),
    )
    yield (
        "unknown references",
        lambda project, size: project.write(
            "data/claims/more.yml",
            "".join(f"claim-{n}:\n  topic: hom{n}\n  text: {{ar: شيء {n}, en: A {n}}}\n" for n in range(200 * size)),
        ),
    )
    yield (
        "ids and slips",
        lambda project, size: project.write(
            "data/entities/more.yml",
            "".join(
                f"paper-{n}: {{kind: organisation, name: {{ar: صحيفة, en: P}}, lead: papr-{n}}}\n"
                for n in range(200 * size)
            ),
        ),
    )
    yield (
        "broken records",
        lambda project, size: project.write(
            "data/claims/more.yml", "".join(f"claim-{n}: [\n" for n in range(200 * size))
        ),
    )
    yield (
        "values on one line",
        lambda project, size: project.write(
            "data/claims/more.yml",
            "a-claim: {values: {" + ", ".join(f"v{n}: {{integer: {n}}}" for n in range(100 * size)) + "}}",
        ),
    )
    yield "unseen characters", lambda project, size: project.write("data/claims/more.yml", "# \u200b\n" * 500 * size)
    yield "look-alikes", lambda project, size: project.write("data/claims/more.yml", "# wоrd\n" * 500 * size)
    yield (
        "a line of spaces",
        lambda project, size: project.write("data/claims/more.yml", "a: [\n" + " " * 20_000 * size + "\n"),
    )
    yield (
        "a line of letters",
        lambda project, size: project.write("data/claims/more.yml", "a: [\n" + "x" * 5_000 * size + "\n: :"),
    )


def seconds(make: Make, size: int) -> float:
    """Seconds of the processor that a check of the project takes."""
    with tempfile.TemporaryDirectory(prefix="dalil-growth-") as folder:
        project = Project(Path(folder))
        make(project, size)
        start = time.process_time()
        with suppress(ProblemsFound):
            check_project(project.root)
        return time.process_time() - start


def main() -> None:
    """Prints a line for each."""
    seconds(lambda project, size: None, 1)
    still = min(seconds(lambda project, size: None, 1) for _ in range(2))
    print(f"{'what':34}" + "".join(f"{f'{size} ×':>9}" for size in SIZES) + " exponent", flush=True)
    for name, make in (*texts(), *files()):
        taken = [seconds(make, size) for size in SIZES]
        more = [max(one - still, 0.005) for one in taken]
        exponent = math.log2(more[-1] / more[1]) / 2
        print(f"{name:34}" + "".join(f"{one:8.2f}s" for one in taken) + f"{exponent:9.2f}", flush=True)


if __name__ == "__main__":
    main()
