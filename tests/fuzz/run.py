"""Fuzzes one target for some seconds, guided by what is covered: `run.py TARGET SECONDS`. Needs atheris (`make fuzz`)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

with atheris.instrument_imports(include=["dalil", "fuzz", "jinja2", "justhtml", "polib"]):
    from fuzz.targets import SEEDS, TARGETS, WORDS

SLOWEST = 10
"""Seconds that one input may take."""


def _escaped(word: str) -> str:
    """A word as a dictionary of libFuzzer has it."""
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


def main() -> None:
    """Runs until the time is over; an input that breaks a promise is kept in `findings/`, and ends the run."""
    name, seconds = sys.argv[1], sys.argv[2]
    findings = HERE / "findings" / name
    findings.mkdir(parents=True, exist_ok=True)
    corpus = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    for number, seed in enumerate(SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = corpus.with_suffix(".words")
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in WORDS[name].split(" ")), encoding="utf-8")
    options = [
        f"-dict={words}",
        f"-max_total_time={seconds}",
        f"-timeout={SLOWEST}",
        f"-artifact_prefix={findings}/",
        "-max_len=4096",
    ]
    atheris.Setup([sys.argv[0], *options, "-print_final_stats=1", "-verbosity=1", str(corpus)], TARGETS[name])
    atheris.Fuzz()


main()
