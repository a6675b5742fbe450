"""Pages that are made to be hard to read end in words, and hold up no other page."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from dalil.desk.lookup.apart import Apart
from dalil.desk.lookup.pages import Unreadable, read_page
from lookup.test_asking import SIGNED, results_of
from test_growth import lines
from web import Server, page

HTML = "text/html; charset=utf-8"
N = 60

GROWN: dict[str, Callable[[int], str]] = {
    "nested": lambda n: "<div>" * n,
    "nested formatting": lambda n: "<b><i>" * n,
    "nested tables": lambda n: "<table><tr><td>" * n,
    "nested headings": lambda n: "<h1><span>" * n,
    "nested titles": lambda n: "<svg><title><p>" * n,
    "nested templates": lambda n: "<template><td>" * n,
    "nested foreign elements": lambda n: "<svg><foreignObject>" * n,
    "unclosed paragraphs": lambda n: "<p>x" * n,
    "unclosed lists": lambda n: "<ul><li>" * n,
    "unclosed links": lambda n: "<a>x" * n,
    "ends without a start": lambda n: "<div>" * n + "</span></b>" * n,
    "attributes": lambda n: "<p " + " ".join(f"a{number}=1" for number in range(n)) + ">",
    "the same attribute": lambda n: "<p " + "a=1 " * n + ">",
    "attributes of the body": lambda n: "".join(f"<body a{number}=1>" for number in range(n)),
    "misnested formatting": lambda n: "<b><p></b>" * n,
    "formatting that is rebuilt": lambda n: "".join(f"<b a={number}>" for number in range(n)) + "<p>x" * n,
    "misnested links": lambda n: "<a><div>" * n,
    "rows and words that a table puts out": lambda n: "<table>" + "x<tr>" * n,
    "elements that a table puts out": lambda n: "<table>" + "<b><div>x" * n,
    "entities": lambda n: "<p>" + "&amp;&notin&#x41;&" * n,
    "long entity": lambda n: "<p>&" + "a" * n,
    "long number": lambda n: "<p>&#" + "1" * n + ";",
    "comments": lambda n: "<p>" + "<!---->" * n,
    "open comments": lambda n: "<p>" + "<!--" * n,
    "broken markup": lambda n: "<p>" + "<" * n + "</" * n + "<!" * n + "<?" * n,
    "scripts in scripts": lambda n: "<script>" + "<!--<script>" * n,
    "ends of another": lambda n: "<textarea>" + "</text" * n,
    "nested JSON": lambda n: "<script type=application/ld+json>" + "[" * n + "]" * n + "</script>",
}  # fmt: skip
"""What of a page grows: all kinds that were measured, but for blocks in formatting that ends again and again."""


@pytest.mark.parametrize("name", GROWN)
def test_eight_times_as_large_a_page_is_at_most_ten_times_the_work(name: str) -> None:
    few, many = (lines(lambda n=n: read_page(GROWN[name](n * N).encode(), HTML)) for n in (1, 8))  # type: ignore[misc]
    assert many <= 10 * few + 500, (few, many)


def adopted(number: int) -> bytes:
    """A page in which each end of `b` moves what stands within: the square of its size in work, in any reader of HTML."""
    return ("<b>" + "<div>" * number + "</b>" * number).encode()


@pytest.fixture
def apart() -> Iterator[Apart]:
    """A reader with little patience."""
    found = Apart(2)
    yield found
    found.close()


def test_a_page_that_takes_too_long_is_unreadable_and_the_next_one_is_read(apart: Apart) -> None:
    start = time.monotonic()
    with pytest.raises(Unreadable, match="longer than 2 seconds"):
        apart.read(adopted(100_000), HTML)
    assert time.monotonic() - start < 60
    assert "two" in apart.read(b"<p>two", HTML).text


def test_a_page_that_brings_the_process_down_is_unreadable_and_the_next_one_is_read(apart: Apart) -> None:
    apart.read(b"<p>one", HTML)
    process = apart.process
    assert process is not None
    threading.Timer(0.5, os.kill, (process, signal.SIGKILL)).start()
    with pytest.raises(Unreadable, match="brings down"):
        apart.read(adopted(100_000), HTML)
    assert "two" in apart.read(b"<p>two", HTML).text
    assert apart.process != process


def test_what_a_page_is_refused_for_is_said_as_it_is(apart: Apart) -> None:
    with pytest.raises(Unreadable, match="image/png"):
        apart.read(b"x", "image/png")


def test_nothing_is_left_behind() -> None:
    apart = Apart(2)
    apart.read(b"<p>one", HTML)
    process = apart.process
    assert process is not None
    apart.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    apart.close()


def test_a_hostile_page_is_told_of_and_holds_up_no_other(server: Server) -> None:
    server.answers |= {"/one": page(f"</p>{adopted(100_000).decode()}"), "/two": page(SIGNED)}
    addresses = {"one": f"{server.address}/one", "two": f"{server.address}/two"}
    found = results_of(addresses, {"one": [SIGNED], "two": [SIGNED]}, reading=2.0).lookups
    assert (found["one"].status, found["one"].why) == ("unreadable", "reading-slow")
    assert found["two"].status == "found"
