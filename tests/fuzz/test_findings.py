"""What fuzzing started from and what it found is tried again on every run."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.targets import SEEDS, TARGETS

FINDINGS = Path(__file__).parent / "findings"
INPUTS = [(name, seed) for name, seeds in SEEDS.items() for seed in seeds]
INPUTS += [(file.parent.name, file.read_bytes()) for file in sorted(FINDINGS.glob("*/*"))]


@pytest.mark.parametrize(("name", "data"), INPUTS)
def test_an_input_that_is_known_keeps_every_promise(name: str, data: bytes) -> None:
    TARGETS[name](data)
