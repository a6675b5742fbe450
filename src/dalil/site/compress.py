"""Compressed copies beside the text files of a site, for servers that send them as they are (`.br` and `.gz`)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import brotli

from dalil.reading.files.generated import SEARCH
from dalil.system.processes import workers
from dalil.system.progress import Step, silent

TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".bib", ".ris", ".webmanifest"}
SMALL = 512
"""Bytes below which a compressed copy saves nothing that anybody would notice."""
BIG = 100_000
"""Bytes from which a file gets Brotli's highest level: there a tenth less is worth the time that it takes."""
FEW = {".css", ".js"}
"""Kinds of which there are so few that the highest level costs nothing; so it is with the files of the search."""
MANY = 32
"""Files a task: enough that handing them over costs little."""
SYSTEM = 9
"""Where a gzip header names the system on which it was packed (RFC 1952, 2.3); Python 3.13 says another than 3.12."""
UNKNOWN = 255


def gzipped(data: bytes) -> bytes:
    """Data as gzip, the same bytes from every version of Python that is linked with the same zlib."""
    packed = bytearray(gzip.compress(data, 9, mtime=0))
    packed[SYSTEM] = UNKNOWN
    return bytes(packed)


def compress(site: Path, step: Step = silent) -> None:
    """Writes `x.br` and `x.gz` for each text file `x` of a folder; the same bytes each time."""
    paths = [path for path in sorted(site.rglob("*")) if path.suffix in TEXT and path.stat().st_size >= SMALL]
    tasks = list(_tasks(paths))
    with workers() as pool:
        for done, _ in enumerate(pool.map(_compress, tasks)):
            step("compress", done + 1, len(tasks))


def _tasks(paths: list[Path]) -> Iterator[list[Path]]:
    for start in range(0, len(paths), MANY):
        yield paths[start : start + MANY]


def _compress(paths: list[Path]) -> None:
    for path in paths:
        data = path.read_bytes()
        is_worth_it = len(data) >= BIG or path.suffix in FEW or path.parent.parent.name == SEARCH
        small = brotli.compress(data, mode=brotli.MODE_TEXT, quality=11 if is_worth_it else 9)
        path.with_name(path.name + ".br").write_bytes(small)
        path.with_name(path.name + ".gz").write_bytes(gzipped(data))
