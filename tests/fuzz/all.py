"""Fuzzes one target after another and sums up: `all.py SECONDS [TARGET]…`. Exit code 1 when a promise was broken."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from fuzz.targets import TARGETS  # noqa: E402


def main() -> int:
    """Runs, and prints a table."""
    seconds, *names = sys.argv[1:]
    rows, broken = [], False
    for name in names or TARGETS:
        print(f"{name}: {seconds} seconds …", file=sys.stderr, flush=True)
        command = [sys.executable, str(HERE / "run.py"), name, seconds]
        start = time.monotonic()
        result = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        said = result.stdout + result.stderr
        runs = re.findall(r"number_of_executed_units:\s*(\d+)", said) or re.findall(r"^#(\d+)", said, re.MULTILINE)
        covered = re.findall(r"cov: (\d+)", said)
        found = re.findall(r"Test unit written to (\S+)", said)
        broken = broken or result.returncode != 0
        took = f"{time.monotonic() - start:.0f}"
        rows.append((name, took, runs[-1] if runs else "?", covered[-1] if covered else "?", ", ".join(found) or "-"))
        if result.returncode:
            print(said[-3000:], file=sys.stderr)
    print(f"{'target':12} {'seconds':>8} {'executions':>12} {'coverage':>9}  findings")
    for name, took_, runs_, covered_, found_ in rows:
        print(f"{name:12} {took_:>8} {runs_:>12} {covered_:>9}  {found_}")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
