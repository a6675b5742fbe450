"""What is fuzzed: each target takes any bytes, and says by an exception that a promise of a reader is broken."""

from __future__ import annotations

from collections.abc import Callable

from dalil.inline import links, outside_links, pieces, strays, without_markup
from dalil.lookup.pages import Unreadable, read_page
from dalil.lookup.passages import Text
from dalil.messages import MessageError, fixed_words, parse
from dalil.problems import Place, Problems
from dalil.reading import Document, read_part
from dalil.translation.catalogue import parse_catalogue, written


def _inside(place: Place, text: str) -> None:
    """A problem stands at a line that is there."""
    lines = text.count("\n") + text.count("\r") + sum(text.count(sign) for sign in "\u0085\u2028\u2029\x0b\x0c") + 2
    assert 1 <= (place.line or 1) <= lines, f"{place} of {lines} lines"


def store(data: bytes) -> None:
    """The YAML reader raises nothing, and its problems stand in the text."""
    text, problems = data.decode("utf-8", "replace"), Problems()
    read_part(Document("data/x.yml"), text, 0, problems)
    for problem in problems.sorted():
        _inside(problem.place, text)


def message(data: bytes) -> None:
    """A message is read, or refused with a MessageError."""
    text = data.decode("utf-8", "replace")
    try:
        parse(text)
        fixed_words(text)
    except MessageError:
        pass


def inline(data: bytes) -> None:
    """Any text has its pieces; what is left without markup is not longer."""
    text = data.decode("utf-8", "replace")
    pieces(text), links(text), strays(text), outside_links(text)
    assert len(without_markup(text)) <= len(text)


def catalogue(data: bytes) -> None:
    """A catalogue is read, or refused with problems; what was read without any is written and read again."""
    text, problems = data.decode("utf-8", "replace"), Problems()
    found = parse_catalogue(text, "fr", problems)
    assert found is not None or len(problems), "refused without a word"
    if found is not None and not len(problems):
        again = Problems()
        assert parse_catalogue(written(found), "fr", again) is not None
        assert not len(again)


def page(data: bytes) -> None:
    """A server's page is read, or is unreadable; its words can be looked for and written down."""
    kind, _, body = data.partition(b"\n")
    try:
        found = read_page(body, kind.decode("latin-1"))
    except Unreadable:
        return
    for passage in Text(found.text).seek(["two countries have signed", "وقعت الدول", "x"]):
        (passage.nearest or "").encode()
    found.text.encode()
    found.title.encode()


TARGETS: dict[str, Callable[[bytes], None]] = {one.__name__: one for one in (store, message, inline, catalogue, page)}
SEEDS: dict[str, list[bytes]] = {
    "store": [b"a:\n  b: [c, {d: e}]\n  f: >-\n    g\n", b'a: "\\u0041"\n- x\n', b"&a a: *a\n", b"? a\n: !!str b\n"],
    "message": [b"{n, plural, one {# vote} other {# votes}}", b"It''s {x, select, a {'{b}'} other {}}", b"{d, date}"],
    "inline": [b"[shown](entity:chile) and *x* [a [b](claim:c)](lang:en)", b"[x](", b"\\[a](b:c)"],
    "catalogue": [b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\n#, fuzzy\nmsgctxt "a/b"\nmsgid "x"\nmsgstr "y"\n'],
    "page": [
        b"text/html; charset=utf-8\n<title>x</title><p>two <b>coun</b>tries have signed",
        b'text/html\n<script type="application/ld+json">{"headline": "x"}</script>',
        b"text/plain; charset=utf-7\n+2AA-", b"application/pdf\n%PDF-1.4",
    ],
}  # fmt: skip
