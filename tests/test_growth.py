"""Work grows in step with what is read. Lines of Python that run are counted, never time, so nothing depends on load."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from dalil.reading.documents import _parts
from dalil.render.cutting import cut
from dalil.text import inline
from dalil.text.messages import MessageError, parse
from dalil.text.near import Known

N = 100


def lines(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work runs."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def parsed(text: str) -> object:
    try:
        return parse(text)
    except MessageError:
        return None


def looked_up(number: int) -> None:
    known = Known(f"name-{one:05}" for one in range(number))
    for one in range(0, number, 10):
        known.nearest(f"nmae-{one:05}")


WORK: dict[str, Callable[[int], object]] = {
    "cut words": lambda n: cut("lorem ipsum " * n, 150),
    "cut at the end": lambda n: cut("lorem ipsum " * n, 12 * n - 9),
    "cut isolates": lambda n: cut("\u2067a " * n, 3 * n),
    "cut marks": lambda n: cut("- " * n, n),
    "emphasis": lambda n: inline.pieces("*a " * n),
    "links": lambda n: inline.pieces("[a](entity:b) " * n),
    "open brackets": lambda n: inline.strays("[" * n),
    "closed brackets": lambda n: inline.strays("](" * n),
    "message of words": lambda n: parsed("word " * n),
    "message of values": lambda n: parsed("{a} " * n),
    "message of open braces": lambda n: parsed("{" * n),
    "records": lambda n: list(_parts("a: 1\n" * n)),
}


@pytest.mark.parametrize("name", WORK)
def test_eight_times_as_much_is_at_most_ten_times_the_work(name: str) -> None:
    few = lines(lambda: WORK[name](4 * N))
    many = lines(lambda: WORK[name](32 * N))
    assert many <= 10 * few + 500, (few, many)


def test_the_nearest_of_many_ids_is_found_among_its_neighbours() -> None:
    assert lines(lambda: looked_up(4_000)) <= 3 * lines(lambda: looked_up(2_000))


def test_the_nearest_of_many_is_the_one_that_was_meant() -> None:
    known = Known([*(f"record-{one:05}" for one in range(5_000)), "argentina", "the-treaty"])
    assert [known.nearest(word) for word in ("argentna", "rgentina", "the-traety")] == [
        "argentina",
        "argentina",
        "the-treaty",
    ]
