"""What is fuzzed: each target takes any bytes, and says by an exception that a promise of a reader is broken."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

from jinja2 import nodes

from dalil.desk.lookup.pages import Unreadable, read_page
from dalil.desk.lookup.passages import Text
from dalil.desk.lookup.reach import may_be_cited
from dalil.model.web_address import BadAddress, web_address
from dalil.problems import Place, Problems
from dalil.problems.gate import blanked, passes
from dalil.reading.documents import Document, read_part
from dalil.reading.files.svg import svg_faults
from dalil.render.calls import PARSER, Call, Own
from dalil.render.skeletons import _skeleton
from dalil.text.inline import links, outside_links, pieces, strays, without_markup
from dalil.text.messages import MessageError, fixed_words, parse
from dalil.translation.catalogue import parse_catalogue, written
from formats import test_inert
from impact import test_markdown


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


def skeleton(data: bytes) -> None:
    """A page's file is refused with a problem that stands in it, or is data and nothing else.

    Of what is let through, Jinja's own parser of the whole body finds blank text and the same calls, and every
    argument is a plain value or a fact of the page.
    """
    text, problems = data.decode("utf-8", "replace"), Problems()
    found = _skeleton("docs/claims/index.md", text, STORE, problems)
    for problem in problems.sorted():
        _inside(problem.place, text)
    if found is None or not found.sound:
        assert len(problems), "refused without a word"
        return
    body = text[text.index("\n---\n", 3) + 5 :] if not text.startswith("---\n---\n") else text[8:]
    # What the gate stops is a blank for the reader, and a problem for whoever reads the file.
    _is_data(blanked(body), found.calls)


def _is_data(body: str, calls: tuple[Call, ...]) -> None:
    for call in calls:
        for value in (one for given in call.given for one in _values(given.value)):
            assert value is None or isinstance(value, str | int | float | Own), value
    parts = [one for output in PARSER.parse(body).body for one in _outputs(output)]
    assert not "".join(one.data for one in parts if isinstance(one, nodes.TemplateData)).strip()
    called = [one for one in parts if not isinstance(one, nodes.TemplateData)]
    assert [_name(one) for one in called] == [call.macro for call in calls]


def _values(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _outputs(node: nodes.Node) -> list[nodes.Expr]:
    assert isinstance(node, nodes.Output), node
    return node.nodes


def _name(node: nodes.Node) -> str:
    assert isinstance(node, nodes.Call), node
    assert isinstance(node.node, nodes.Name), node
    return node.node.name


def markdown(data: bytes) -> None:
    """Words in any place of a report are those words for GitHub's own parser, and nothing else; so are names as code.

    The first byte says where they are put. What the parser may find is said in `formats.test_inert`.
    """
    where, words = (data or b"\0")[0], data[1:].decode("utf-8", "replace")
    if where % 2:
        test_inert.coded(words, test_inert.OF_CODE[where // 2 % len(test_inert.OF_CODE)])
    else:
        test_inert.holds(words, test_inert.OF_TEXT[where // 2 % len(test_inert.OF_TEXT)])


def report(data: bytes) -> None:
    """A report in which every name, path, key and text is the same word has the shape that it has with a plain word."""
    word = data.decode("utf-8", "replace")
    if word.strip():
        test_markdown.inert(word)


def svg(data: bytes) -> None:
    """A drawing is refused where it says so, or another parser finds nothing in it that runs, leads or fetches."""
    found = svg_faults(data)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= line <= lines and column >= 1 for line, column, _ in found), found
    if found:
        return
    for element in ElementTree.fromstring(data).iter():
        space, _, name = element.tag[1:].partition("}")
        assert space == "http://www.w3.org/2000/svg", element.tag
        assert name.lower() not in RUNNING, name
        for attribute, value in element.attrib.items():
            plain = attribute.rpartition("}")[2].lower()
            assert not plain.startswith("on"), attribute
            assert plain not in ("src", "base"), attribute
            assert plain != "href" or value.strip().startswith("#"), value
            assert plain.startswith("aria-") or plain == "href" or not FETCHING.search(value), value
        assert name != "style" or not FETCHING.search("".join(element.itertext()))


def address(data: bytes) -> None:
    """An address is refused with a reason, or is one that shows, has a host in ASCII, and may be cited as it stands."""
    text = data.decode("utf-8", "replace")
    try:
        found = web_address(text)
    except BadAddress:
        return
    assert found.text == text
    assert passes(text)
    assert not re.search(r"[\s\"<>\\^`{|}]", text)
    assert found.host.isascii()
    assert found.host == found.host.lower()
    assert re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:.]+(%\w+)?", found.host), found.host
    assert web_address(text) == found
    may_be_cited(text, "http://example.org/"), may_be_cited("https://example.org/", text)


STORE: Any = SimpleNamespace(
    has=lambda _, page: page in ("home", "claims"), nearest=lambda _, page: "home" if page else None
)
"""What the reader of skeletons asks of a store."""
RUNNING = {
    "script",
    "a",
    "foreignobject",
    "image",
    "animate",
    "set",
    "animatemotion",
    "animatetransform",
    "discard",
    "iframe",
    "handler",
    "listener",
    "feimage",
}
FETCHING = re.compile(r"url\(\s*[\"']?(?!\s*[\"']?#)|@import|image-set|\\", re.IGNORECASE)

TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one for one in (store, message, inline, catalogue, page, skeleton, markdown, report, svg, address)
}
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
    "skeleton": [
        b"---\npage: home\n---\n{# said #}\n{{ claim('two-signed', style=page.record_kind) }}\n{{ table([1, 2.5, true, none]) }}\n",
        b"---\neach: claims\nanchors: [terms]\nlists: events\nindexed: no\n---\n{{- record(page.record_id) -}}\n",
        b"---\npage: claims\n---\n{% raw %}x{% endraw %}\n# x\n{{ x|y }}{{ x() ~ y() }}{{ x(*y, **z) }}{{ x(y.z[0]) }}",
    ],
    "markdown": [bytes([place]) + one.encode("utf-8", "replace") for place, one in enumerate(test_inert.PAYLOADS)],
    "report": [one.encode("utf-8", "replace") for one in test_inert.PAYLOADS[::6]],
    "svg": [
        b'<svg xmlns="http://www.w3.org/2000/svg"><style>a { fill: url(#b) }</style><g id="b" style="fill: red"/><use href="#b"/></svg>',
        b'<?xml version="1.0" encoding="utf-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"><use x:href="#a"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><![CDATA[a]]><text aria-label="url(x)">&amp;&#65;</text><!-- a --></svg>',
    ],
    "address": [
        b"https://example.org/a?b=c#d", b"http://[2001:db8::1]:8080/", b"https://192.0.2.1/", "https://مثال.إختبار/ب".encode(),
        b"https://xn--mgbh0fb.xn--kgbechtv/", b"https://user@example.org/", b"https://example.org#:~:text=x", b"http://0x7f.1/",
    ],
}  # fmt: skip
WORDS: dict[str, str] = {
    "store": "&a *a !!str !!python/object <<: |- >- --- ... \\u0041 {} [] ? # %YAML",
    "message": "{ } {n,plural, select, selectordinal, other{ one{ =1{ offset:1 # ' '' number date",
    "inline": "[ ]( ) * ** \\ entity: claim: lang: term: source: http:// https://",
    "catalogue": 'msgid msgstr msgctxt msgid_plural msgstr[0] #~ #| #, #: #. ## fuzzy "" \\n \\" #~| domain',
    "page": "<b> </b> <table> <tr> <td> <div> <p> <script> </script> <!-- --> <svg> <math> <template> <select> <title> <h1> &amp; &#x utf-16 utf-7 "
    "charset= text/html application/pdf application/ld+json <meta %PDF-1.4 <![CDATA[ <plaintext> <a> <nobr>",
    "skeleton": "{{ }} {% %} {# #} {{- -}} page: each: anchors: lists: indexed: --- page.record_id page.record_kind (' ') | ~ ** __class__ [ ] raw endraw "
    "self loop true none 1e9 -%} +%} ## #",
    "markdown": "` ``` ~~~ * _ [ ]( ) <b> </b> <!-- --> | @ # : https:// www. & &amp; &# $ $$ ~~ \\ [^1] [!NOTE] GH- mailto: deadbeef",
    "report": "` ``` ~~~ * _ [ ]( ) <b> </b> <!-- --> | @ # : https:// www. & &amp; &# $ $$ ~~ \\ [^1] [!NOTE] GH- </details>",
    "svg": "<script> <style> <use <g <a <image href= xlink:href= xmlns= xmlns:x= onload= style= url( url(# @import @media \\ javascript: &# &amp; <![CDATA[ ]]> <!-- "
    "--> <?xml <!DOCTYPE [ <!ENTITY id= fill= /> </svg> http://www.w3.org/1999/xhtml encoding=",
    "address": "http:// https:// @ : / ? # [ ] % xn-- :~:text= 0x 127.0.0.1 :: ::ffff: localhost 。 \u0430 \u00df \u0301",
}
"""Words that a target gives a meaning to, parted by spaces, from which inputs are made up too."""
