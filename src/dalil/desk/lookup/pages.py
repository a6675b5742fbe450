"""From the bytes of a page to the words that a reader sees: HTML, plain text, and PDF where pypdf is installed."""

from __future__ import annotations

import codecs
import io
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from justhtml import JustHTML

from dalil.desk.lookup.asides import is_aside, without_marks
from dalil.desk.lookup.reasons import Reasoned, why
from dalil.desk.lookup.structured import MARKUP, texts_of_json, texts_of_xml

INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
"""Elements that part no words: `coun<b>tries</b>` is one word."""
UNSEEN = {"script", "style", "template", "svg", "iframe", "object"}
DESCRIPTIONS = {"description", "og:title", "og:description"}
"""Names of meta elements in which a page says what it says."""
STRUCTURED = {"headline", "description", "articleBody", "text"}
"""Properties of JSON-LD that hold text; pages made by scripts often have theirs only there."""
MOST_TITLES = 3
"""Titles and headings that are read as a page's title; each may hold all the others."""
META_CHARSET = re.compile(
    rb"(?:<meta[^>]{0,200}?charset|^\s*<\?xml[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
"""How a page names its encoding itself: in HTML, or in the declaration of XML."""
REFRESH = re.compile(
    r"\s*(?P<seconds>\d{1,4})?(?:\.[\d.]*)?\s*(?:[;,]|\s)\s*(?:url\s*=\s*)?[\"']?(?P<address>[^\"'\s]+)", re.IGNORECASE
)
"""What `<meta http-equiv=refresh>` holds (HTML, 4.2.5.3, “shared declarative refresh steps”)."""
LONGEST_WAIT = 30
"""Seconds after which a page may send its reader on; one that waits longer is meant to be read."""
BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
FALLBACK = "windows-1252"
"""What browsers take bytes of no known encoding for (WHATWG Encoding, legacy default)."""
LATIN = {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"}
"""Labels that browsers read as windows-1252."""
PDF_SECONDS = 30
UNWRITTEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""What a page may hold and a terminal must not be shown, since it would obey; and halves of pairs, which some encodings
and JSON can name and no file can hold."""


class Unreadable(Reasoned):
    """The text of a page cannot be had."""


@dataclass(frozen=True)
class Page:
    """What a page says."""

    text: str
    """All its words; lines part what does not stand together."""
    title: str = ""
    """Its title, and its first headings, by which some pages say that they are not there."""
    bare: str = ""
    """The same without what is no part of its sentences, such as marks of footnotes; empty where there is nothing."""
    refresh: str = ""
    """Where it sends its readers by itself; empty as a rule."""
    visible: int = 0
    """How many letters and digits of it a reader sees before any script runs."""


def read_page(body: bytes, content_type: str) -> Page:
    """Reads a page by its `Content-Type`, or by its first bytes without one; raises Unreadable."""
    media, _, parameters = content_type.lower().partition(";")
    media = media.strip()
    if not body.strip():
        raise Unreadable(why("empty"))
    if media == "application/pdf" or body.startswith(b"%PDF-"):
        return _plain(_pdf(body))
    text = decode(body, parameters)
    unnamed = media in ("", "text/plain")
    if media.endswith(("/xml", "+xml")) or (unnamed and text.lstrip().startswith("<?xml")):
        texts = texts_of_xml(text)
        return _readable(text) if texts is None else _told(texts)
    if media in ("text/html", "application/xhtml+xml") or (unnamed and _looks_like_html(text)):
        return _readable(text)
    if media.endswith(("/json", "+json")) and (texts := texts_of_json(text)) is not None:
        return _told(texts)
    if media.startswith("text/") or media in ("application/json", ""):
        if "\0" in text:
            raise Unreadable(why("no-text"))
        return _plain(text)
    raise Unreadable(why("type", type=media))


def _readable(html: str) -> Page:
    try:
        return _html(html)
    except Exception as error:
        # Whatever a page makes the parser stumble over, the other pages must not suffer.
        raise Unreadable(why("html", reason=error)) from error


def _told(texts: list[str]) -> Page:
    """The texts of a document that is no page, of which some are pieces of pages."""
    return _plain("\n".join(_readable(one).text if MARKUP.search(one) else one for one in texts))


def decode(body: bytes, parameters: str = "") -> str:
    """Bytes as text, whatever they are.

    By their byte-order mark; as UTF-8 if that is what they are, whatever else is said, since other text is hardly ever
    valid UTF-8 by chance; by the header's or the page's own word; else as browsers do.
    """
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        text = decoder.decode(body)
        # A page that was too long is cut, perhaps within a letter; UTF-16 of ASCII is valid, too, but for its zeros.
        if "\0" not in text and (not decoder.getstate()[0] or not text.isascii()):
            return text
    except UnicodeDecodeError:
        pass
    header = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", parameters)
    meta = META_CHARSET.search(body[:4096])
    for label in (header and header[1], meta and meta[1].decode("ascii", "replace").lower()):
        try:
            if label and label not in LATIN:
                return body.decode(label, "replace")
        except (LookupError, UnicodeError):
            continue
    return body.decode(FALLBACK, "replace")


def _looks_like_html(text: str) -> bool:
    return re.match(r"\s*<(!doctype|html|head|body|\?xml|!--)", text, re.IGNORECASE) is not None


def _plain(text: str) -> Page:
    text = UNWRITTEN.sub(" ", text)
    return Page(text, bare=_other(without_marks(text), text), visible=_letters(text))


def _other(bare: str, text: str) -> str:
    return "" if bare == text else bare


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def _html(html: str) -> Page:
    root = JustHTML(html, sanitize=False, scripting_enabled=False).root
    titles: list[str] = []
    refresh = ""
    seen, bare, other = list(_seen(root)), list(_seen(root, asides=False)), []
    for element in _elements(root):
        attributes = element.attrs or {}
        if element.name in ("title", "h1") and len(titles) < MOST_TITLES:
            titles.append("".join(_seen(element)))
        elif element.name == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
            refresh = refresh or _refresh(element)
        elif element.name == "meta" and (attributes.get("name") or attributes.get("property")) in DESCRIPTIONS:
            other.append(attributes.get("content") or "")
        elif element.name == "img":
            other.append(attributes.get("alt") or "")
        elif element.name == "script" and "ld+json" in (attributes.get("type") or ""):
            other += _structured("".join(child.data or "" for child in element.children))
    title = " ".join(UNWRITTEN.sub(" ", " ".join(titles)).split())
    text, without = (UNWRITTEN.sub(" ", "\n".join(["".join(pieces), *other])) for pieces in (seen, bare))
    return Page(text, title, _other(without_marks(without), text), refresh, _letters("".join(seen)))


def _refresh(meta: Any) -> str:
    """Where a page sends its readers soon; nothing for those who run no scripts only."""
    found = REFRESH.match((meta.attrs.get("content") or "")[:4000])
    unseen = getattr(meta.parent, "name", "") in ("noscript", "template")
    return found["address"] if found and not unseen and int(found["seconds"] or 0) <= LONGEST_WAIT else ""


def _elements(root: Any) -> Iterator[Any]:
    stack = [root]
    while stack:
        node = stack.pop()
        if not node.name.startswith(("#", "!")):
            yield node
        stack.extend(reversed(getattr(node, "children", None) or []))


def _seen(root: Any, *, asides: bool = True) -> Iterator[str]:
    """The pieces of text below a node, with a line's end wherever a block begins or ends."""
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
        elif node.name == "#text":
            yield node.data or ""
        elif node.name not in UNSEEN and (asides or node.name.startswith("#") or not is_aside(node)):
            stack += [] if node.name in INLINE else ["\n"]
            stack.extend(reversed(getattr(node, "children", None) or []))
            stack += [] if node.name in INLINE else ["\n"]


def _structured(text: str) -> Iterator[str]:
    """The texts of a piece of JSON-LD."""
    try:
        stack = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            yield from (one for name, one in value.items() if name in STRUCTURED and isinstance(one, str))
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)


def _pdf(body: bytes) -> str:
    try:
        import pypdf
    except ImportError:
        raise Unreadable(why("pdf-library")) from None
    ends = time.monotonic() + PDF_SECONDS
    pages = []
    try:
        for page in pypdf.PdfReader(io.BytesIO(body)).pages:
            pages.append(page.extract_text())
            if time.monotonic() > ends:
                raise Unreadable(why("pdf-slow", seconds=PDF_SECONDS))
    except Unreadable:
        raise
    except Exception as error:
        # Whatever a broken file makes the library stumble over, the file cannot be read.
        raise Unreadable(why("pdf-broken", reason=error)) from error
    text = "\n".join(pages)
    if not _letters(text):
        raise Unreadable(why("pdf-scan"))
    return text
