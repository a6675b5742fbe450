"""What stands in `docs` is published only if it is a real file of a known kind, of a sound name, at a free address."""

from __future__ import annotations

import io
import os
import socket
import threading
from collections.abc import Callable

import pytest
from PIL import Image, PngImagePlugin

from dalil.problems import Problems
from dalil.reading.files.names import check_names
from dalil.reading.files.pictures import MAX_SIDE
from dalil.reading.files.svg import svg_faults
from dalil.reading.files.texts import formulas
from dalil.text.letters import as_file
from dalil.wording import LANGUAGES, say
from support import Project

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n{}\n</svg>'
GPS = 0x8825


def raster(kind: str, size: tuple[int, int] = (3, 2), **more: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size).save(file, kind, **more)
    return file.getvalue()


def with_position(kind: str) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "A photo"
    exif.get_ifd(GPS)[1] = "N"
    return raster(kind, exif=exif)


def codes(project: Project) -> dict[str, set[str]]:
    """File to the codes of its problems; each can be said in every language."""
    found: dict[str, set[str]] = {}
    for problem in project.problems():
        assert all(say(problem, language) for language in LANGUAGES)
        found.setdefault(problem.place.path, set()).add(problem.code)
    return found


SOUND = {
    "assets/a.png": raster("PNG"),
    "assets/b.jpg": raster("JPEG"),
    "assets/c.jpeg": raster("JPEG"),
    "assets/d.webp": raster("WEBP"),
    "assets/e.avif": raster("AVIF"),
    "photo.png": raster("PNG"),
    "files/figures.csv": b"name,change\nA,-3\nB,+4.5\nC,-\n",
    "files/notes.txt": b"Words.\n",
    "assets/f.svg": SVG.format(
        '<style>@media (prefers-color-scheme: dark) { .a { fill: rgb(1 2 3) } }</style><defs><linearGradient id="g">'
        '<stop offset="0" stop-color="red"/></linearGradient></defs><path class="a" d="M0 0h1" fill="url(#g)"/>'
        '<use href="#g" xlink:href="#g"/><text x="1" style="font-size:3px">Words</text>'
    ).encode(),
}


def test_pictures_and_downloads_of_known_kinds_are_sound(project: Project) -> None:
    for name, content in SOUND.items():
        project.write(f"docs/{name}", content)
    for name in (".DS_Store", "assets/Thumbs.db", "assets/a.png~", "assets/.#a.png", "assets/#a.png#", "a/.a.md.swp"):
        project.write(f"docs/{name}", b"left behind")
    assert codes(project) == {}
    assert sorted(one.name for one in project.check().attached) == sorted(SOUND)


UNKNOWN = [
    "evil.html", "page.htm", "x.xhtml", "javascripts/find.js", "stylesheets/x.css", "_redirects", "_headers", "CNAME",
    ".htaccess", ".nojekyll", ".gitignore", "index.html.br", "index.html.gz", "data/claims.json",
    "data/datapackage.json", "feed.xml", "sitemap.xml", "a.pdf", "a.gif", "a.ico", "a.zip", "a.exe", "a.php", "a.wasm",
    "a.svgz", "a.mjs", "a.webmanifest", "a.xml", "a.markdown", "a.MD", "nginx.conf", "a.py", "a.j2", "noending",
    "pagefind/en/x.pf_meta", "hints/en.json",
]  # fmt: skip


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_file_of_another_kind_is_refused_with_the_kinds_that_are_allowed(name: str, project: Project) -> None:
    project.write(f"docs/{name}", b"{}")
    assert "file-kind" in codes(project)[f"docs/{name}"]
    said = next(say(problem) for problem in project.problems() if problem.code == "file-kind")
    assert all(kind in said for kind in (".md", ".png", ".jpg", ".webp", ".avif", ".svg", ".csv", ".txt"))


def test_a_text_where_services_look_for_proof_of_ownership_is_refused(project: Project) -> None:
    project.write("docs/.well-known/security.txt", b"x")
    assert "name-unfit" in codes(project)["docs/.well-known/security.txt"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.png", raster("JPEG"), "file-content"),
        ("a.jpg", raster("PNG"), "file-content"),
        ("a.webp", b"RIFF\x04\0\0\0WEBP", "file-content"),
        ("a.avif", b"\0\0\0\x1cftypavif", "file-content"),
        ("a.png", b"<script>alert(1)</script>", "file-content"),
        ("a.png", b"", "file-content"),
        ("a.png", raster("PNG") + b"<script>alert(1)</script>", "file-content"),
        ("a.webp", raster("WEBP") + b"PK\x03\x04", "file-content"),
        ("a.png", raster("PNG", save_all=True, append_images=[Image.new("RGB", (3, 2), "red")]), "file-content"),
        ("a.webp", raster("WEBP", save_all=True, append_images=[Image.new("RGB", (3, 2), "red")]), "file-content"),
        ("a.png", raster("PNG", (MAX_SIDE + 1, 1)), "file-bounds"),
        ("a.png", raster("PNG", (5001, 5000)), "file-bounds"),
        ("a.jpg", bytes(10_000_001), "file-bounds"),
        ("a.jpg", with_position("JPEG"), "picture-position"),
        ("a.png", with_position("PNG"), "picture-position"),
        ("a.webp", with_position("WEBP"), "picture-position"),
        ("a.avif", with_position("AVIF"), "picture-position"),
        ("a.jpg", raster("JPEG", xmp=b'<x exif:GPSLatitude="1"/>'), "picture-position"),
        ("a.txt", b"\xff\xfe", "not-utf8"),
        ("a.txt", b"a\x00b", "control-character"),
        ("a.txt", b"a\x1b[31mb", "control-character"),
        ("a.txt", "a\u202eb".encode(), "bidi-control"),
        ("a.csv", b"a;=1+1\n", "file-content"),
        ("a.csv", b'a,"@SUM(1)"\n', "file-content"),
        ("a.csv", b"a\t+cmd|' /C calc'!A0\n", "file-content"),
        ("a.svg", b"not xml", "svg-refused"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(
    name: str, content: bytes, code: str, project: Project
) -> None:
    project.write(f"docs/assets/{name}", content)
    assert code in codes(project)[f"docs/assets/{name}"]


def test_a_position_in_a_text_of_a_png_is_found(project: Project) -> None:
    told = PngImagePlugin.PngInfo()
    told.add_itxt("XML:com.adobe.xmp", '<x exif:GPSLongitude="1"/>', zip=True)
    project.write("docs/assets/a.png", raster("PNG", pnginfo=told))
    assert codes(project)["docs/assets/a.png"] == {"picture-position"}


DRAWINGS = [
    "<script>alert(1)</script>", '<script href="https://evil.example/x.js"/>', '<g onclick="x()"/>', '<g onfocus="x()" tabindex="1"/>',
    '<animate onbegin="x()"/>', "<foreignObject/>", '<a href="javascript:x()"/>', '<a xlink:href="https://evil.example"/>',
    '<use href="https://evil.example/x.svg#a"/>', '<use xlink:href="data:image/svg+xml,x"/>', '<use href="other.svg#a"/>',
    '<image href="https://evil.example/x.png"/>', '<feImage href="https://evil.example/x.png"/>',
    '<animate attributeName="href" to="javascript:x()"/>', '<set attributeName="href" to="javascript:x()"/>',
    '<style>@import "https://evil.example/x.css";</style>', "<style>a { fill: url(https://evil.example) }</style>",
    "<style>a { background: u\\72l(x) }</style>", '<g style="fill:url(//evil.example)"/>', '<g fill="url(https://evil.example#a)"/>',
    '<g style="background:image-set(&quot;x&quot; 1x)"/>', "<style>@font-face { src: local(x) }</style>",
    '<style><![CDATA[@import "x";]]></style>', "<style>@im<g/>port 'x';</style>", '<style>@import "x";<g/></style>',
    '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>', '<body xmlns="http://www.w3.org/1999/xhtml"/>',
    '<handler xmlns="http://www.w3.org/2001/xml-events"/>', '<g xml:base="https://evil.example"/>', '<?xml-stylesheet href="x"?>',
    "<iframe/>", "<embed/>", "<video/>", '<g style="animation: x 1s"/>', '<g style="behavior: none"/>',
    '<g style="background: -moz-element(x)"/>', '<g fill="u&#x72;l(https://evil.example)"/>', "<g>&nothing;</g>", "<g>",
    '<discard begin="1s"/>', '<mpath href="#a"/>', '<cursor href="x"/>', '<g clip-path="url(x.svg#a)"/>', "<style>a{b:</style>\\3c",
    '<g id="a"><use href="#a"/></g>',
    "".join(f'<g id="a{n}">{f"""<use href="#a{n - 1}"/>""" * 10 if n else "<path/>"}</g>' for n in range(8)),
    "".join(f'<pattern id="p{n}">{f"""<path fill="url(#p{n - 1})"/>""" * 10 if n else ""}</pattern>' for n in range(8)),
    "<g/>" * 20_001,
]  # fmt: skip


@pytest.mark.parametrize("inner", DRAWINGS, ids=lambda text: text[:40])
def test_a_drawing_that_does_more_than_draw_is_refused(inner: str) -> None:
    if inner == "<style>a{b:</style>\\3c":
        pytest.skip("text outside of a style is text")
    assert svg_faults(SVG.format(inner).encode())


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg xmlns="http://www.w3.org/2000/svg"/>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://evil.example/">%a;]><svg xmlns="http://www.w3.org/2000/svg"/>',
        '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        "<svg><script/></svg>",
        '<?xml version="1.0" encoding="utf-7"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        '<?xml version="1.0" encoding="iso-2022-jp"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        "",
    ],
)
def test_a_drawing_is_one_in_utf_8_without_a_document_type(text: str) -> None:
    assert svg_faults(text.encode())


def test_a_drawing_in_another_encoding_is_refused() -> None:
    assert svg_faults(SVG.format("<script/>").encode("utf-16"))


def test_each_finding_of_a_drawing_has_its_line_and_they_are_few() -> None:
    found = svg_faults(SVG.format("<g/>\n<script/>\n" + "".join(f"<x{n}/>\n" for n in range(50))).encode())
    assert (found[0][0], found[0][1], found[1][0]) == (3, 1, 4)
    assert len(found) == 10


@pytest.mark.parametrize("number", [9, 10, 11])
def test_a_drawing_that_ends_too_soon_after_many_findings_is_refused_too(number: int) -> None:
    """What ends the reading may itself be the finding after which no more are told."""
    for end in ("<g>", "&nothing;", "\0"):
        broken = f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(f"<x{n}/>" for n in range(number))}{end}'
        assert len(svg_faults(broken.encode())) == 10


def fifo(path: str) -> None:
    os.mkfifo(path)


def plug(path: str) -> None:
    here = os.getcwd()
    os.chdir(os.path.dirname(path))
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(os.path.basename(path))
    finally:
        os.chdir(here)


UNREAL: dict[str, Callable[[str], object]] = {
    "link out of the project": lambda path: os.symlink("/etc/passwd", path),
    "link within the project": lambda path: os.symlink(os.path.join(os.path.dirname(path), "x"), path),
    "link to a folder": lambda path: os.symlink("/etc", path),
    "link to itself": lambda path: os.symlink(path, path),
    "link to nowhere": lambda path: os.symlink("nowhere", path),
    "pipe": fifo,
    "socket": plug,
}
PLACES = [
    "docs/a.txt", "docs/assets/a.png", "docs/a.md", "docs/claims/_b.md", "data/claims/a.yml", "data/a.yml", "data/locales/es.po",
    "data/aliases.yml", "data/register/agreed.yml", "macros/a.j2", "overrides/a.css", "overrides/partials/x.html", "fonts/a.ttf",
    "fonts", "mkdocs.yml", "macros", "data/claims", "data/site.yml",
]  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("kind", UNREAL)
def test_what_is_no_file_of_the_project_is_noted_and_never_opened(kind: str, name: str, project: Project) -> None:
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.rename(project.root / "elsewhere")
    UNREAL[kind](str(path))
    found: dict[str, set[str]] = {}
    asking = threading.Thread(target=lambda: found.update(codes(project)), daemon=True)
    asking.start()
    asking.join(60)
    assert not asking.is_alive(), "the check waits for a pipe"
    assert "file-not-real" in found[name]


@pytest.mark.parametrize(
    "name",
    [
        "docs/Lanterns.md", "docs/a b.md", "docs/a_b.md", "docs/a.en.md", "docs/con.md", "docs/nul.txt.md", "docs/com1.md",
        "docs/lpt9.md", "docs/a.b/c.md", "docs/é.md", "docs/قمة.md", "docs/a-.md", "docs/-a.md", "docs/a--b.md", "docs/a\nb.md",
        "docs/a\u202eb.md", "docs/a`b.md", f"docs/{'a' * 101}.md", f"docs/{'a' * 60}/{'b' * 60}/{'c' * 60}.md", "docs/a .md",
        "docs/aux/x.md", "docs/PRN/x.md", "docs/index/x.md", "docs/a/index/index.md", "data/claims/nul.yml", "data/claims/aux.x.yml", "data/claims/a\u202eb.yml", "data/claims/a\x1b.yml",
        "data/claims/a b.yml", "data/claims/a`.yml", "data/claims/e\u0301.yml", f"data/claims/{'a' * 101}.yml", "data/claims/a|b.yml",
    ],
)  # fmt: skip
def test_a_name_that_is_not_the_same_everywhere_is_refused(name: str) -> None:
    problems = Problems()
    check_names([name], problems)
    (problem,) = problems.sorted()
    assert problem.code == "name-unfit"
    assert all(say(problem, language).isprintable() or "\n" in say(problem, language) for language in LANGUAGES)
    proposed = problem.details["nearest"]
    if proposed:
        again = Problems()
        check_names([str(proposed)], again)
        assert not len(again)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("data/claims/A.yml", "data/claims/a.yml"),
        ("data/Claims/a.yml", "data/claims/b.yml"),
        ("data/claims/\u00e9.yml", "data/claims/\u00c9.yml"),
        ("data/claims/\u00e9.yml", "data/claims/e\u0301.yml"),
        ("data/claims/straße.yml", "data/claims/STRASSE.yml"),
    ],
)
def test_two_names_that_differ_by_capitals_or_spelling_only_are_noted(one: str, other: str) -> None:
    problems = Problems()
    check_names([one, other], problems)
    reasons = [str(problem.details["reason"]) for problem in problems.sorted()]
    assert any("name-alike" in reason for reason in reasons)


def test_names_of_the_store_are_of_any_script() -> None:
    problems = Problems()
    check_names(["data/claims/قمة.yml", "data/claims/a_b.2.yml", "data/locales/pt-BR.po", "fonts/A-B.ttf"], problems)
    assert not len(problems)
    assert as_file("É") == as_file("e\u0301")


def test_a_figure_with_a_sign_is_no_formula() -> None:
    assert not list(formulas("a.csv", "a,-3\n+4,5\n-1.5e3\n-,- 3 %\n"))
    assert [str(place) for place in formulas("a.csv", "a,b\nc,-x\n")] == ["a.csv:2:3"]


def test_a_way_out_of_a_drawing_is_not_told_as_its_size() -> None:
    for way in ("x", "", "x.svg#a", "javascript:1"):
        found = svg_faults(SVG.format(f'<a href="{way}"><set attributeName="href" to="javascript:1"/></a>').encode())
        assert found
        assert "svg-large" not in {what.key for _, _, what in found}
