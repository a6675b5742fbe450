"""From bytes to words: encodings, broken HTML, what readers do not see, PDF."""

from __future__ import annotations

import io

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from dalil.desk.lookup.pages import Page, Unreadable, decode, read_page
from dalil.desk.lookup.passages import Text

HTML = "text/html; charset=utf-8"


def words(html: str, content_type: str = HTML) -> str:
    return " ".join(read_page(html.encode(), content_type).text.split())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>two <b>coun</b>tries <a href=x>have</a> signed</p>", "two countries have signed"),
        ("<p>one</p><p>two</p>three<br>four<li>five", "one two three four five"),
        ("<div>a<div>b<div>c", "a b c"),
        ("<table><tr><td>a<td>b<p>c</table>d", "a b c d"),
        ("x<script>hidden</script><style>hidden</style><template>hidden</template>y", "xy"),
        ("<noscript>seen</noscript>", "seen"),
        ("a &amp; b&nbsp;c &#1605;", "a & b c م"),
        ("<!-- no --><p hidden>folded</p>", "folded"),
        ("<p>unclosed <b>bold <i>both</p><p>after", "unclosed bold both after"),
        ("<p a='\"><p>x</p>'>y", "y"),
        ("in&shy;side <wbr>out<wbr>side", "in\u00adside outside"),
    ],
)
def test_the_words_that_a_reader_sees(html: str, expected: str) -> None:
    assert words(html) == expected


def test_what_a_page_says_of_itself_counts_too() -> None:
    html = (
        "<title>A title</title><meta name=description content='A description'><meta property=og:title content='For others'>"
        "<img alt='A picture'><script type='application/ld+json'>"
        '{"@graph": [{"articleBody": "The body", "name": "not this"}, {"headline": 3}]}</script>'
        "<script type='application/ld+json'>{broken</script>"
    )
    found = words(html)
    for part in ("A title", "A description", "For others", "A picture", "The body"):
        assert part in found
    assert "not this" not in found
    page = read_page(html.encode(), HTML)
    assert page.title == "A title"
    assert page.visible == len("Atitle")


ARABIC = "وقّعت الدول الميثاق"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (ARABIC.encode(), "text/html"),
        (ARABIC.encode(), "text/html; charset=iso-8859-1"),
        (ARABIC.encode(), "text/html; charset=windows-1256"),
        (ARABIC.encode("windows-1256"), "text/html; charset=windows-1256"),
        (ARABIC.encode("windows-1256"), "text/html; charset='Windows-1256'"),
        (b'<meta charset="windows-1256">' + ARABIC.encode("windows-1256"), "text/html"),
        (b"<meta http-equiv=x content='text/html; charset=iso-8859-6'>" + ARABIC.encode("iso-8859-6"), "text/html"),
        (b"\xef\xbb\xbf" + ARABIC.encode(), "text/plain; charset=latin1"),
        (b"\xff\xfe" + ARABIC.encode("utf-16-le"), "text/plain"),
        (b"\xfe\xff" + ARABIC.encode("utf-16-be"), "text/plain"),
    ],
)
def test_encodings(body: bytes, content_type: str) -> None:
    assert ARABIC in read_page(body, content_type).text


@pytest.mark.parametrize(
    ("body", "parameters", "expected"),
    [
        (b"caf\xe9 \x93x\x94", "", "café “x”"),
        (b"caf\xe9 \x93x\x94", " charset=iso-8859-1", "café “x”"),
        (b"caf\xe9", " charset=no-such-thing", "café"),
        (b"caf\xe9", " charset=base64", "café"),
        ("éaé".encode()[:-1], "", "éa"),
    ],
)
def test_bytes_of_no_known_encoding_are_read_as_browsers_do(body: bytes, parameters: str, expected: str) -> None:
    assert decode(body, parameters) == expected


@given(
    st.binary(max_size=400), st.sampled_from(["", "text/html", "text/plain", "text/html; charset=utf-16", "image/png"])
)
def test_no_bytes_are_too_odd(body: bytes, content_type: str) -> None:
    try:
        assert isinstance(read_page(body, content_type), Page)
    except Unreadable as found:
        assert str(found)


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (b"", "text/html", "empty"),
        (b" \n", "text/plain", "empty"),
        (b"\x89PNG", "image/png", "image/png"),
        (b"a\0b", "text/plain", "no text"),
        (b"%PDF-1.7 broken", "application/pdf", "PDF"),
        (b"%PDF-1.7 broken", "text/html", "PDF"),
    ],
)
def test_what_cannot_be_read_says_why(body: bytes, content_type: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_page(body, content_type)


def test_a_page_without_a_type_is_known_by_its_first_words() -> None:
    assert words("<!DOCTYPE html><p>a<b>b</b></p>", "") == "ab"
    assert words("a < b", "") == "a < b"
    assert words("\n<html>x</html>", "text/plain") == "x"


def pdf(text: str) -> bytes:
    """A PDF file of one page with this text, or none."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(400, 200)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 10 100 Td ({text}) Tj ET".encode())
    page[NameObject("/Contents")] = stream
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_pdf_file_is_searched_and_one_of_pictures_is_not_readable() -> None:
    assert "two countries" in read_page(pdf("Today two countries signed"), "application/pdf").text
    with pytest.raises(Unreadable, match="scan"):
        read_page(pdf(""), "application/pdf")


def test_without_pypdf_a_pdf_file_is_not_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    with pytest.raises(Unreadable, match="pypdf"):
        read_page(pdf("x"), "application/pdf")


def test_nothing_that_a_terminal_would_obey_comes_through() -> None:
    page = read_page(b"<title>\x1b]0;mine\x07 &#27;[31m</title><p>two\x1b[2J countries\x7f\xc2\x9b", HTML)
    for text in (page.text, page.title):
        assert not any(ord(character) < 32 and character != "\n" for character in text)
        assert not any(0x7F <= ord(character) < 0xA0 for character in text)
    assert "countries" in page.text
    assert "\x1b" not in read_page(b"a\x1b[2Jb", "text/plain").text


def test_deep_nesting_does_not_stop_it() -> None:
    assert words("<div>" * 20_000 + "deep") == "deep"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("alpha bravo<sup>1</sup> charlie", "alpha bravo charlie"),
        ("alpha bravo<sup><a href='#n1'>[12]</a></sup> charlie", "alpha bravo charlie"),
        ("alpha bravo<sup class=x><a href='#n'><span>[</span>note 3<span>]</span></a></sup> charlie", "alpha bravo charlie"),
        ("alpha bravo<a href='#fn' role=doc-noteref>a</a> charlie", "alpha bravo charlie"),
        ("alpha bravo<a href='#fn'>7</a> charlie", "alpha bravo charlie"),
        ("alpha bravo<sup>†</sup>, charlie", "alpha bravo charlie"),
        ("وقعت الدول<sup>٣</sup> الميثاق", "الدول الميثاق"),
        ("alpha bravo¹² charlie", "alpha bravo charlie"),
        ("alpha bravo[3] charlie", "alpha bravo charlie"),
        ("alpha bravo<sup>1</sup> charlie", "bravo1 charlie"),
        ("an area of 5 m<sup>2</sup> here", "5 m2 here"),
        ("le 1<sup>er</sup> mai", "le 1er mai"),
        ("the 2<sup>nd</sup> day", "2nd day"),
        ("see <a href='#top'>two countries</a> here", "two countries here"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>を読む", "漢字を読む"),
    ],
)  # fmt: skip
def test_marks_of_notes_are_in_nobody_s_way(html: str, words: str) -> None:
    page = read_page(f"<p>{html}</p>".encode(), HTML)
    assert any(Text(text).seek([words])[0].found for text in (page.text, page.bare)), page


FEED = (
    '<?xml version="1.0" encoding="{}"?><rss><channel><title>A &amp; B</title><item><description>&lt;p&gt;two coun'
    "&lt;b&gt;tries&lt;/b&gt; signed&lt;/p&gt;</description><x><![CDATA[<p>أمس</p>]]></x></item></channel></rss>"
)


@pytest.mark.parametrize(
    "type_", ["application/xml", "text/xml", "application/rss+xml", "application/atom+xml; charset=x", ""]
)
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "utf-16"])
def test_data_is_read_by_its_texts(type_: str, encoding: str) -> None:
    body = FEED.format(encoding).encode(encoding)
    found = " ".join(read_page(body, type_).text.split())
    assert found == "A & B two countries signed أمس"


@pytest.mark.parametrize(
    "body",
    [
        "<rss><title>two countries",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><x>two countries &a;</x>",
        "<x>&nbsp;two countries</x>",
    ],
)
def test_broken_xml_is_read_as_browsers_read_pages(body: str) -> None:
    page = read_page(body.encode(), "application/xml")
    assert "two countries" in page.text
    assert "<" not in page.text


def test_json_is_read_by_its_texts() -> None:
    body = b'{"a": ["two \\u0648\\u0642\\u0639\\u062a", {"b": "<p>coun<b>tries</b></p>"}], "c": 3}'
    assert " ".join(read_page(body, "application/activity+json").text.split()) == "two وقعت countries"
    assert "{broken" in read_page(b"{broken", "application/json").text


@pytest.mark.parametrize(
    ("html", "to"),
    [
        ("<meta http-equiv=refresh content='0; url=/next'>", "/next"),
        ("<META HTTP-EQUIV=Refresh CONTENT=\"5;URL='/next?a=1'\">", "/next?a=1"),
        ("<meta http-equiv=refresh content='0.5, https://example.org/x'>", "https://example.org/x"),
        ("<meta http-equiv=refresh content='300; url=/next'>", ""),
        ("<meta http-equiv=refresh content='300'>", ""),
        ("<meta http-equiv=refresh content=''>", ""),
        ("<noscript><meta http-equiv=refresh content='0; url=/no-scripts'></noscript>", ""),
    ],
)
def test_where_a_page_sends_its_readers(html: str, to: str) -> None:
    assert read_page(html.encode(), HTML).refresh == to
