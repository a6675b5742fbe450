"""Every fault that an editor can make: each has its code, file, line and column, and a hint that leads to the fix."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PIL import Image

from dalil.editing.desk import added
from dalil.problems import Place, Problem
from dalil.project.some_files import NEEDS_PAGES, check_files
from dalil.wording import WORDING, hint_of, message_of, say
from dalil.wording.saying import placed
from support import Project, foreign_words, settings

Break = Callable[[Project], object]


@dataclass(frozen=True)
class Fault:
    """One way to break the project, and what must be said of it."""

    name: str
    do: Break
    code: str
    place: str
    """path:line:column"""
    hint: str = ""
    """Words that the hint must have."""


def swap(file: str, old: str, new: str) -> Break:
    return lambda project: project.replace(file, old, new)


def add(file: str, text: str | bytes) -> Break:
    def do(project: Project) -> None:
        path = project.root / file
        before = path.read_bytes() if path.exists() else b""
        project.write(file, before + (text if isinstance(text, bytes) else text.encode()))

    return do


def write(file: str, text: str | bytes) -> Break:
    return lambda project: project.write(file, text)


CLAIMS, SOURCES, STATEMENTS = "data/claims/all.yml", "data/sources/all.yml", "data/statements/all.yml"
ENTITIES, EVENTS, PAGES, SITE = "data/entities/all.yml", "data/events/all.yml", "data/pages/all.yml", "data/site.yml"
HOME = "docs/index.md"
HOME_LINE = settings().splitlines().index("  - nav.home: index.md") + 1
NAV, NAV_TARGET = f"mkdocs.yml:{HOME_LINE}:5", f"mkdocs.yml:{HOME_LINE}:15"
NAV_INNER, NAV_NEXT = f"mkdocs.yml:{HOME_LINE + 1}:9", f"mkdocs.yml:{HOME_LINE + 1}:5"
LANGUAGES = f"mkdocs.yml:{settings().splitlines().index('      languages:') + 1}:7"
HOME_PAGE = "---\npage: home\n---\n{{ title() }}\n"
NEW = "data/claims/new.yml"
OTHER = "other:\n  title: {ar: صفحة, en: Page}\n  description: {ar: صفحة., en: A page.}\n"
SOUND_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]\n" for n in range(7)
)


def claim(text_en: str = "Something.", text_ar: str = "شيء.", more: str = "", values: str = "") -> str:
    """A claim of its own in a new file: its Arabic text stands in line 4, its English text in line 5."""
    return (
        f"a-claim:\n  topic: home\n  text:\n    ar: {text_ar}\n    en: {text_en}\n{values}"
        f"  citations:\n    - {{source: first-source, locator: {{whole: true}}}}\n{more}"
    )


def photo() -> bytes:
    """A photo that says where it was taken."""
    exif, file = Image.Exif(), io.BytesIO()
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (2, 2)).save(file, "JPEG", exif=exif)
    return file.getvalue()


def both(first: Break, second: Break) -> Break:
    def do(project: Project) -> None:
        first(project)
        second(project)

    return do


SYNONYMS = "data/synonyms/new.yml"


def synonyms(english: str) -> str:
    return f"membership:\n  words: {{ar: 'عضو، موقّع', en: '{english}'}}\n"


PICTURE, OUTLINE = "data/pictures/new.yml", "data/outlines/new.yml"


def picture(body: str, outline: str = "") -> Break:
    """A picture of its own in a new file, whose kind stands in line 4."""

    def do(project: Project) -> None:
        project.write(PICTURE, f"a-picture:\n  topic: home\n  title: {{ar: صورة, en: A picture}}\n{body}")
        if outline:
            project.write(OUTLINE, f"an-area:\n  width: 9\n  height: 9\n{outline}")

    return do


SHAPES = "  shapes: {AR: 'M1,1l2,0 0,2z'}\n"


def a_map(condition: str, table: str = "a-picture", area: str = "an-area") -> str:
    return (
        f"  map:\n    area: {area}\n    table: {table}\n    alt: {{ar: خريطة, en: A map}}\n    other: {{ar: لا, en: None}}\n"
        f"    classes:\n      - label: {{ar: نعم, en: Yes}}\n        look: solid\n        all: [{condition}]\n"
    )


def a_matrix(condition: str, whose: str = "subject") -> str:
    return (
        "  matrix:\n    columns:\n      - label: {ar: عمود, en: Column}\n        cells:\n"
        f"          - {{sign: 'yes', label: {{ar: نعم, en: Yes}}, whose: {whose}, statements: {condition}}}\n"
    )


def a_diagram(rows: str, edge: str, says: str = "argentina-signed") -> str:
    return f"  diagram:\n    rows: {rows}\n    edges:\n      - {{{edge}, sentence: {{ar: '{{from}} {{to}}', en: '{{from}} {{to}}'}}, says: {says}}}\n"


def use_a_former_id(project: Project) -> None:
    project.write("data/aliases.yml", "some-treaty: the-treaty\n")
    project.replace(STATEMENTS, "object: the-treaty", "object: some-treaty")


SPANISH = "data/locales/es.po"


def spanish(catalogue: str = "", settings: str = "{fallback: [en, ar]}") -> Break:
    """The project in Spanish too. The first message of its catalogue starts in line 5."""

    def do(project: Project) -> None:
        added(project.root, "es", []).write()
        if catalogue:
            project.write(SPANISH, f'msgid ""\nmsgstr ""\n"Language: es\\n"\n\n{catalogue}')
        project.replace(SITE, "  es:\n    fallback: [en, ar]\n", f"  es: {settings}\n")

    return do


def message(key: str, source: str, translation: str) -> str:
    return f'msgctxt "{key}"\nmsgid "{source}"\nmsgstr "{translation}"\n\n'


HOME_TITLE = message("pages/home/title", "Home", "Inicio")
SIGNED = "{n, plural, one {# country} other {# countries}} signed [the treaty](entity:the-treaty) on {day}."
FIRMADO = "{n, plural, one {# país} many {# de países} other {# países}}: [tratado](entity:the-treaty), en mayo, {day}."


FAULTS = [
    # Files
    Fault("site file not UTF-8", write(SITE, b"\xff"), "not-utf8", "data/site.yml:1:1", "UTF-8"),
    Fault("no site file", lambda p: (p.root / SITE).unlink(), "file-missing", "data/site.yml:1:1", "data/site.yml"),
    Fault("no data folder", lambda p: shutil.rmtree(p.root / "data"), "folder-missing", "data:1:1", "data"),
    Fault("no mkdocs.yml", lambda p: (p.root / "mkdocs.yml").unlink(), "file-missing", "mkdocs.yml:1:1", "mkdocs.yml"),
    Fault("file in no folder", write("data/new.yml", claim()), "file-misplaced", "data/new.yml:1:1", "claims"),
    Fault("file of another format", write("data/claims/new.json", "{}"), "file-suffix", "data/claims/new.json:1:1", ".yml"),
    Fault("file whose suffix is hidden", write("data/claims/new.yml.txt", claim()), "file-suffix", "data/claims/new.yml.txt:1:1", ".yml"),
    Fault("UTF-16", write(NEW, claim().encode("utf-16")), "not-utf8", f"{NEW}:1:1", "UTF-8"),
    Fault("merge conflict in the middle", add(CLAIMS, "=======\nx: 1\n>>>>>>> theirs\n"), "merge-conflict", f"{CLAIMS}:12:1"),
    Fault("merge conflict on a page", add(HOME, "<<<<<<< HEAD\n"), "merge-conflict", f"{HOME}:13:1"),
    Fault("merge conflict in the settings", add("mkdocs.yml", "||||||| base\n"), "merge-conflict", f"mkdocs.yml:{settings().count(chr(10)) + 1}:1"),
    Fault("byte-order mark on a page", lambda p: p.write(HOME, "\ufeff" + p.read(HOME)), "byte-order-mark", f"{HOME}:1:1", "BOM"),
    Fault("link to nowhere in the file system", lambda p: (p.root / NEW).symlink_to("nowhere"), "file-not-real", f"{NEW}:1:1"),
    Fault("a language that MkDocs lacks", swap("mkdocs.yml", "        - locale: en\n          name: English\n          build: true\n", ""), "settings-languages", LANGUAGES, "“i18n”"),
    Fault("name of a section that nobody can translate", swap("mkdocs.yml", "  - nav.home: index.md", "  - Any words: index.md"), "nav-label", NAV, "interface"),
    Fault("name of a section with a slip", swap("mkdocs.yml", "  - nav.home: index.md", "  - nav.hom: index.md"), "nav-label", NAV, "“nav.home”"),
    Fault("name of a page within a section", swap("mkdocs.yml", "  - nav.home: index.md", "  - nav.home:\n      - nav.home: index.md"), "nav-label", NAV_INNER, "file alone"),
    Fault("page of the navigation that is not there", swap("mkdocs.yml", "  - nav.home: index.md", "  - nav.home: indx.md"), "nav-target", NAV_TARGET, "“index.md”"),
    Fault("section of the navigation without pages", swap("mkdocs.yml", "  - nav.home: index.md", "  - nav.home: index.md\n  - nav.topics:"), "nav-empty", NAV_NEXT, "Name its pages"),
    Fault("empty list in the navigation", swap("mkdocs.yml", "  - nav.home: index.md", "  - nav.home: index.md\n  - nav.topics: []"), "nav-empty", NAV_NEXT),
    Fault("page that no navigation names", both(write("docs/other.md", HOME_PAGE.replace("home", "other")), add(PAGES, OTHER)), "page-unreachable", "docs/other.md:1:1", "not_in_nav"),
    Fault("way out of the site in the navigation", swap("mkdocs.yml", "  - nav.home: index.md", "  - nav.home: index.md\n  - https://evil.example/"), "nav-target", NAV_NEXT, "docs"),
    Fault("no address of the site", swap("mkdocs.yml", "site_url: https://example.org/\n", ""), "settings-address", "mkdocs.yml:1:1", "address of the home page"),
    Fault("an address of the site that is none", swap("mkdocs.yml", "site_url: https://example.org/", "site_url: example.org"), "settings-address", "mkdocs.yml:4:11", "https://"),
    Fault("another default than MkDocs has", swap(SITE, "default: ar", "default: en"), "settings-languages", LANGUAGES, "default: true"),
    Fault("empty file", write(NEW, ""), "file-empty", f"{NEW}:1:1", "Write a record"),
    Fault("only comments", write(NEW, "# nothing\n"), "file-empty", f"{NEW}:1:1"),
    Fault("not UTF-8", write(NEW, b"a-claim:\n  topic: caf\xe9\n"), "not-utf8", f"{NEW}:2:13", "Save the file as UTF-8"),
    Fault("byte-order mark", add("data/roles/bom.yml", b"\xef\xbb\xbf"), "byte-order-mark", "data/roles/bom.yml:1:1", "BOM"),
    Fault("huge file", write(NEW, "#" * 2_000_001), "file-too-large", f"{NEW}:1:1", "Split"),
    Fault("wrong suffix", write("data/claims/new.yaml", claim()), "file-suffix", "data/claims/new.yaml:1:1", ".yml"),
    Fault("unknown folder", write("data/claim/new.yml", claim()), "folder-unknown", "data/claim:1:1", "data/claims"),
    # YAML
    Fault("tab", write(NEW, "a-claim:\n\ttopic: home\n"), "tab-in-indent", f"{NEW}:2:1", "spaces"),
    Fault("unclosed quotation mark", write(NEW, 'a-claim:\n  topic: "home\n'), "yaml-syntax", f"{NEW}:2:10"),
    Fault("colon in a text", swap(CLAIMS, "topic: home", "topic: home: page"), "needs-quotes", f"{CLAIMS}:2:14", "quotation marks"),
    Fault("colon in a quotation within braces", swap(CLAIMS, "{words: two countries have signed}", "{words: he said: yes}"), "needs-quotes", f"{CLAIMS}:10:54", "quotation marks"),
    Fault("number sign within braces", swap(CLAIMS, "{words: two countries have signed}", "{words: item #5}"), "comment-in-text", f"{CLAIMS}:10:52", "quotation marks"),
    Fault("bracket at the start of a quotation within braces", swap(CLAIMS, "{words: two countries have signed}", "{words: [he] said}"), "needs-quotes", f"{CLAIMS}:10:47"),
    Fault("quotation that ends early within braces", swap(CLAIMS, "{words: two countries have signed}", "{words: 'it's signed'}"), "quote-closed-early", f"{CLAIMS}:10:51", "’"),
    Fault("thousands with commas", write(NEW, claim("{n}", "{n}", "", "  values: {n: {integer: 1,000,000}}\n").replace("{n}\n", "'{n}'\n")), "comma-splits", f"{NEW}:6:26", "Write 1000000."),
    Fault("decimal comma", write(NEW, claim("'{n}'", "'{n}'", "", "  values: {n: {percent: 6,5}}\n")), "comma-splits", f"{NEW}:6:26", "Write 6.5."),
    Fault("amount with a decimal comma", write(NEW, claim("'{n}'", "'{n}'", "", "  values: {n: {money: {amount: 2,13, currency: USD}}}\n")), "comma-splits", f"{NEW}:6:33", "Write 2.13."),
    Fault("text with a comma between braces", swap(PAGES, "en: Home}", "en: Home, sweet home}"), "comma-splits", f"{PAGES}:2:33", 'Write "Home, sweet home".'),
    Fault("unclosed bracket", write(NEW, "a-claim: {topic: home\n"), "yaml-syntax", f"{NEW}:1:10"),
    Fault("control character", write(NEW, "a-claim:\n  topic: ho\x01me\n"), "control-character", f"{NEW}:2:12"),
    Fault("a list instead of records", write(NEW, "- a\n- b\n"), "not-a-mapping", f"{NEW}:1:1", "id"),
    Fault("plain text instead of records", write(NEW, "some words\n"), "not-a-mapping", f"{NEW}:1:1"),
    Fault("two documents", add(ENTITIES, "---\nx: {kind: country, code: BR}\n"), "several-documents", f"{ENTITIES}:15:1"),
    Fault("merge conflict", write(NEW, "<<<<<<< HEAD\n" + claim()), "merge-conflict", f"{NEW}:1:1", "two versions"),
    Fault("key twice", swap(CLAIMS, "  topic: home\n", "  topic: home\n  topic: home\n"), "duplicate-key", f"{CLAIMS}:3:3"),
    Fault("alias of itself", write(NEW, "a-claim: &a\n  text: *a\n"), "alias-cycle", f"{NEW}:1:10"),
    Fault("YAML bomb", write(NEW, BOMB), "too-many-nodes", f"{NEW}:1:32", "aliases"),
    Fault("deep nesting", write(NEW, "a: " + "[" * 60 + "]" * 60 + "\n"), "too-deep", f"{NEW}:1:43", "bracket"),
    Fault("a list as a key", write(NEW, "? [a, b]\n: c\n"), "key-not-text", f"{NEW}:1:3"),
    Fault("text that starts with a sign of YAML", write(NEW, claim("*Something* else")), "needs-quotes", f"{NEW}:5:9", "quotation marks"),
    Fault("text that starts with a per cent sign", write(NEW, claim("%something")), "needs-quotes", f"{NEW}:5:9"),
    Fault("text that starts with an at sign", write(NEW, claim("@someone said")), "needs-quotes", f"{NEW}:5:9"),
    Fault("text that starts with an exclamation mark", write(NEW, claim("!Important news")), "needs-quotes", f"{NEW}:5:9"),
    Fault("text that starts with an ampersand", write(NEW, claim("&c. and more")), "needs-quotes", f"{NEW}:5:9"),
    Fault("text that starts with a hyphen", write(NEW, claim("- a hyphen first")), "needs-quotes", f"{NEW}:5:9"),
    Fault("text that starts with a link", write(NEW, claim("[The treaty](entity:the-treaty) was signed.")), "needs-quotes", f"{NEW}:5:9"),
    Fault("text that starts with a value", write(NEW, claim("{day} it was.")), "needs-quotes", f"{NEW}:5:9"),
    Fault("text that is a value", write(NEW, claim("{day}", "في {day}.", "", "  values: {day: {date: 2026-02-03}}\n")), "wrong-type", f"{NEW}:5:9", "“{”"),
    Fault("quotation that ends early", write(NEW, claim('"Some" thing')), "quote-closed-early", f"{NEW}:5:16", '\\"'),
    Fault("apostrophe in single quotes", write(NEW, claim("'Panama's canal'")), "quote-closed-early", f"{NEW}:5:17", "’"),
    Fault("number sign in a text", write(NEW, claim("Number #five")), "comment-in-text", f"{NEW}:5:16", "quotation marks"),
    Fault("no space after a colon", swap(CLAIMS, "topic: home", "topic:home"), "space-missing", f"{CLAIMS}:2:8", "“: ”"),
    Fault("no space after a hyphen", swap(CLAIMS, "    - {source: second", "    -{source: second"), "space-missing", f"{CLAIMS}:11:5", "“- ”"),
    Fault("an alias of nothing", write(NEW, claim(more="  topic2: *nowhere\n")), "needs-quotes", f"{NEW}:8:11"),
    Fault("a version of YAML that is not known", write(NEW, "%YAML 9.9\n---\n" + claim()), "yaml-syntax", f"{NEW}:1:1"),
    Fault("a line that is dedented by one", swap(CLAIMS, "  citations:", " citations:"), "yaml-syntax", f"{CLAIMS}:9:2"),
    Fault("a bracket of the wrong kind", swap(EVENTS, "[argentina, chile]", "[argentina, chile}"), "yaml-syntax", f"{EVENTS}:4:34"),
    Fault("a chain of aliases", write(NEW, "".join(f"a{n}: &a{n} [*a{n - 1}]\n" if n else "a0: &a0 [x]\n" for n in range(3000))), "too-deep", f"{NEW}:1:10"),
    # Silly and hostile input
    Fault("endless text", write(NEW, claim().replace("    en: ", "    en: " + "word " * 1100)), "too-long", f"{NEW}:5:9", "Shorten"),
    Fault("endless value of a field", swap(SOURCES, "https://example.org/first", "https://example.org/" + "a" * 60_000), "too-long", f"{SOURCES}:8:8", "Shorten"),
    Fault("endless name", swap(ENTITIES, "The First Paper", "Paper " * 90), "too-long", f"{ENTITIES}:3:34"),
    Fault("endless list of citations", swap(CLAIMS, "    - {source: second-source, locator: {paragraph: 2}}\n", "    - {source: second-source, locator: {paragraph: 2}}\n" * 120), "too-many", f"{CLAIMS}:9:3", "Divide"),
    Fault("endless list of names", swap(ENTITIES, "  page: no\n", "  page: no\n  aliases: {en: [" + "A Name, " * 1100 + "Another]}\n"), "too-many", f"{ENTITIES}:5:13"),
    Fault("endless file", write(NEW, "".join(f"claim-{n}: {{}}\n" for n in range(2100))), "too-many", f"{NEW}:2001:1"),
    Fault("links without end", write(NEW, claim("'" + "[a](entity:chile) " * 101 + "'", "'" + "[ا](entity:chile) " * 90 + "'")), "too-many", f"{NEW}:5:9"),
    Fault("choices within choices", write(NEW, claim("'" + "{n, select, other {" * 30 + "}}" * 30 + "'")), "message-syntax", f"{NEW}:5:200"),
    Fault("endless id", write(NEW, claim().replace("a-claim", "a" * 300)), "long-id", f"{NEW}:1:1", "shorter"),
    Fault("id that servers keep for themselves", write(NEW, claim().replace("a-claim", "index")), "reserved-id", f"{NEW}:1:1", "another"),
    Fault("page at the address of a language", both(write("docs/en.md", "---\npage: en\n---\n{{ title() }}\n"), add(PAGES, "en:\n  title: {ar: صفحة, en: Page}\n  description: {ar: صفحة., en: A page.}\n")), "page-twice", "docs/en.md:1:1"),
    Fault("page of a claim at the address of the claim", both(write("docs/claims/two-signed.md", HOME_PAGE.replace("home", "other")), add(PAGES, OTHER)), "page-twice", "docs/claims/two-signed.md:1:1"),
    Fault("page in the folder of a language", both(write("docs/en/other.md", HOME_PAGE.replace("home", "other")), add(PAGES, OTHER)), "page-twice", "docs/en/other.md:1:1"),
    Fault("picture where the build puts its own", write("docs/assets/cards/a.svg", SOUND_SVG), "page-twice", "docs/assets/cards/a.svg:1:1"),
    # Files that are published
    Fault("link to a file of the system", lambda p: (p.root / "docs/a.txt").symlink_to("/etc/passwd"), "file-not-real", "docs/a.txt:1:1", "Put the file itself"),
    Fault("pipe in the theme", lambda p: os.mkfifo(p.root / "overrides/a.css"), "file-not-real", "overrides/a.css:1:1"),
    Fault("page in capitals", write("docs/Other.md", HOME_PAGE), "name-unfit", "docs/Other.md:1:1", "“docs/other.md”"),
    Fault("name that Windows keeps", write("docs/aux.md", HOME_PAGE), "name-unfit", "docs/aux.md:1:1", "Rename it"),
    Fault("page of HTML", write("docs/evil.html", "<script>alert(1)</script>"), "file-kind", "docs/evil.html:1:1", ".png"),
    Fault("picture with an ending in capitals", write("docs/assets/a.PNG", b"x"), "file-kind", "docs/assets/a.PNG:1:1", "“.png”"),
    Fault("text at the root", write("docs/owner.txt", "It is mine.\n"), "file-at-root", "docs/owner.txt:1:1", "docs/files"),
    Fault("picture that is none", write("docs/assets/a.png", b"GIF89a"), "file-content", "docs/assets/a.png:1:1", "anew"),
    Fault("table with a formula", write("docs/files/a.csv", 'name,sum\nx,"=HYPERLINK(1)"\n'), "file-content", "docs/files/a.csv:2:3"),
    Fault("huge picture", write("docs/assets/a.png", bytes(10_000_001)), "file-bounds", "docs/assets/a.png:1:1", "smaller"),
    Fault("photo with a position", write("docs/assets/a.jpg", photo()), "picture-position", "docs/assets/a.jpg:1:1", "Git keeps"),
    Fault("drawing with a script", write("docs/assets/a.svg", SOUND_SVG.replace("<g/>", "<g/>\n <script/>")), "svg-refused", "docs/assets/a.svg:2:2", "plain SVG"),
    # Addresses
    Fault("address without a host", swap(SOURCES, "https://example.org/first", "https://"), "bad-address", f"{SOURCES}:8:8", "address bar"),
    Fault("address that is none", swap(SOURCES, "https://example.org/first", "https://[bad/x"), "bad-address", f"{SOURCES}:8:8"),
    Fault("address with a user", swap(SOURCES, "https://example.org/first", "https://example.org@evil.example/"), "bad-address", f"{SOURCES}:8:8"),
    Fault("address that marks words itself", swap(SOURCES, "https://example.org/first", '"https://example.org/first#:~:text=evil"'), "bad-address", f"{SOURCES}:8:8"),
    Fault("address of mixed scripts", swap(SOURCES, "https://example.org/first", "https://xn--exmple-4nf.org/first"), "bad-address", f"{SOURCES}:8:8"),
    Fault("address with markup", swap(SOURCES, "https://example.org/first", '"https://example.org/<script>"'), "bad-address", f"{SOURCES}:8:8"),
    Fault("archive address with a backslash", swap(SOURCES, "  url: https://example.org/first\n", "  url: https://example.org/first\n  archive: 'https://example.org\\@evil.example'\n"), "bad-address", f"{SOURCES}:9:12"),
    Fault("licence at no address", add(SITE, "licence: {spdx: MIT, url: 'ftp://e.org/', name: {ar: رخصة, en: Licence}}\n"), "bad-address", f"{SITE}:7:27"),
    Fault("address of the site with another in it", swap("mkdocs.yml", "site_url: https://example.org/", 'site_url: "https://example.org/</loc><url>"'), "settings-address", "mkdocs.yml:4:11", "https://"),
    Fault("address of the site on two lines", swap("mkdocs.yml", "site_url: https://example.org/", 'site_url: "https://example.org/\\n"'), "settings-address", "mkdocs.yml:4:11"),
    Fault("address of the site with a query", swap("mkdocs.yml", "site_url: https://example.org/", "site_url: https://example.org/?a=b"), "settings-address", "mkdocs.yml:4:11"),
    Fault("address of the site with a fragment", swap("mkdocs.yml", "site_url: https://example.org/", 'site_url: "https://example.org/#a"'), "settings-address", "mkdocs.yml:4:11"),
    Fault("address that is a script", swap(SOURCES, "https://example.org/first", "javascript:alert(1)"), "bad-address", f"{SOURCES}:8:8"),
    Fault("file that never ends", lambda p: (p.root / NEW).symlink_to("/dev/zero"), "file-not-real", f"{NEW}:1:1"),
    Fault("folder called as a page", lambda p: (p.root / "docs/x.md").mkdir(), "file-not-real", "docs/x.md:1:1"),
    Fault("site without languages", swap(SITE, "locales:\n  ar: {second_months: ar-SY}\n  en: {formats: en-GB}\n", "locales: {}\n"), "wrong-type", f"{SITE}:3:10"),
    Fault("source read through itself", swap(SOURCES, "  type: news", "  via: first-source\n  type: news"), "via-circle", f"{SOURCES}:2:8"),
    Fault("sum of itself", swap(STATEMENTS, "  topic: home", "  value: {sum: {statements: {role: signed}}}\n  topic: home"), "underivable", f"{STATEMENTS}:5:10"),
    Fault("head of a page with a mapping", swap(HOME, "page: home", "each: {a: b}"), "bad-value", f"{HOME}:2:7"),
    Fault("folder in capitals", lambda p: (p.root / "data/claims").rename(p.root / "data/Claims"), "folder-unknown", "data/Claims:1:1", "data/claims"),
    Fault("text of opening braces", write(NEW, claim('"' + "{" * 4_000 + '"')), "message-syntax", f"{NEW}:5:30"),
    Fault("text of nested choices", write(NEW, claim('"' + "{a, select, other {" * 200 + '"')), "message-syntax", f"{NEW}:5:200"),
    Fault("flow without end", write(NEW, "[" * 100_000), "yaml-syntax", f"{NEW}:1:1001"),
    Fault("half of a character", write(NEW, claim('"\\ud800"')), "yaml-syntax", f"{NEW}:5:12"),
    Fault("year of five digits", swap(CLAIMS, "2026-02-03", "12026-02-03"), "bad-date", f"{CLAIMS}:8:17"),
    Fault("date with a time", swap(CLAIMS, "2026-02-03", "2026-02-03T10:00:00Z"), "bad-date", f"{CLAIMS}:8:17"),
    Fault("licence that is markup", add(SITE, "licence: {spdx: '<b>', url: 'https://e.org/', name: {ar: رخصة, en: Licence}}\n"), "bad-value", f"{SITE}:7:17"),
    Fault("macro that calls itself", both(write("macros/r.j2", "{% macro r() %}{{ r() }}{% endmacro %}\n"), swap("macros/heading.j2", "{% macro title() -%}", "{% macro title() -%}{% from 'r.j2' import r %}{{ r() }}")), "macro-template", "macros/r.j2:1:1"),
    # Characters
    Fault("no-break space as indentation", swap(CLAIMS, "  topic: home", "\u00a0 topic: home"), "odd-space", f"{CLAIMS}:2:1", "type a space"),
    Fault("ideographic space after a colon", swap(CLAIMS, "topic: home", "topic:\u3000home"), "odd-space", f"{CLAIMS}:2:9"),
    Fault("no-break space after a hyphen", swap(CLAIMS, "    - {source: second", "    -\u00a0{source: second"), "odd-space", f"{CLAIMS}:11:6"),
    Fault("zero-width space in an id", swap(CLAIMS, "source: first-source", "source: first-\u200bsource"), "invisible-character", f"{CLAIMS}:10:22", "Delete"),
    Fault("zero-width space in an id, escaped", swap(CLAIMS, "source: first-source", 'source: "first-\\u200bsource"'), "invisible-character", f"{CLAIMS}:10:23"),
    Fault("soft hyphen in a text", write(NEW, claim("Some\u00adthing.")), "invisible-character", f"{NEW}:5:13"),
    Fault("byte-order mark in the middle", write(NEW, claim("Some \ufeffthing.")), "invisible-character", f"{NEW}:5:14"),
    Fault("line separator in a text", write(NEW, claim("One.\u2028Two.")), "invisible-character", f"{NEW}:5:13"),
    Fault("right-to-left override in a comment", add(CLAIMS, "# \u202ehidden\n"), "bidi-control", f"{CLAIMS}:12:3", "Delete"),
    Fault("right-to-left override on a page", add(HOME, "\u202e"), "bidi-control", f"{HOME}:13:1"),
    Fault("NUL by its escape", write(NEW, claim('"Some\\0thing."')), "control-character", f"{NEW}:5:14", "Delete"),
    Fault("a control by its number", write(NEW, claim('"Some\\x01thing."')), "control-character", f"{NEW}:5:14"),
    Fault("tab by its escape", write(NEW, claim('"Some\\tthing."')), "control-character", f"{NEW}:5:14"),
    Fault("a code point that is no character", write(NEW, claim('"Some\\uFFFEthing."')), "control-character", f"{NEW}:5:14"),
    Fault("the place of a value", write(NEW, claim('"Some \\uE000n\\uE001 thing."')), "private-character", f"{NEW}:5:15", "meant to show"),
    Fault("the place of a value, as it is", write(NEW, claim("Some \ue000n\ue001 thing.")), "private-character", f"{NEW}:5:14"),
    Fault("private character in a note of a source", swap(SOURCES, "  url: https://example.org/first\n", '  url: https://example.org/first\n  author: "A\\U000F0000"\n'), "private-character", f"{SOURCES}:9:13"),
    Fault("Hangul filler", write(NEW, claim("Some\u3164thing.")), "invisible-character", f"{NEW}:5:13"),
    Fault("Braille blank", write(NEW, claim("Some\u2800thing.")), "invisible-character", f"{NEW}:5:13"),
    Fault("tag characters", write(NEW, claim("Some\U000e0041thing.")), "invisible-character", f"{NEW}:5:13"),
    Fault("non-joiner between Latin letters", write(NEW, claim("Some\u200cthing.")), "invisible-character", f"{NEW}:5:13"),
    Fault("selector after a letter", write(NEW, claim("Some\ufe0fthing.")), "invisible-character", f"{NEW}:5:13"),
    Fault("invisible in a field's name", write(NEW, claim().replace("topic:", '"top\\u200bic":')), "invisible-character", f"{NEW}:2:7"),
    Fault("private character in a page's head", swap(HOME, "page: home", 'page: "ho\\uE000me"'), "private-character", f"{HOME}:2:10"),
    Fault("address of the site without a slash at its end", swap("mkdocs.yml", "site_url: https://example.org/", "site_url: https://example.org/folder"), "settings-address", "mkdocs.yml:4:11", "site_url: https://example.org/folder/"),
    Fault("private character in the settings", swap("mkdocs.yml", "site_url: https://example.org/", 'site_url: "https://example.org/\\uE000"'), "private-character", "mkdocs.yml:4:32"),
    Fault("control in the interface", write("data/interface/new.yml", 'x.y: {text: {ar: "ا\\e", en: A}, description: A}\n'), "control-character", "data/interface/new.yml:1:20"),
    Fault("name in an invisible letter", swap(ENTITIES, "{kind: country, code: CL}", '{kind: country, code: CL, aliases: {en: ["\\u3164"]}}'), "invisible-character", f"{ENTITIES}:10:50"),
    Fault("id of a device", write(NEW, claim().replace("a-claim", "nul")), "device-name", f"{NEW}:1:1", "nul-1"),
    Fault("text on two lines", write(NEW, claim('"Some.\\n\\n# Thing."')), "line-break", f"{NEW}:5:9", "one line"),
    Fault("name on two lines", swap(PAGES, "en: Home}", '"en": "Home\\n- x"}'), "line-break", f"{PAGES}:2:31"),
    Fault("author on two lines", swap(SOURCES, "  url: https://example.org/first\n", '  url: https://example.org/first\n  author: "A\\nB"\n'), "line-break", f"{SOURCES}:9:11"),
    Fault("right-to-left mark in a macro", write("macros/bad.j2", "{#\u200f a macro #}"), "bidi-control", "macros/bad.j2:1:3"),
    Fault("Cyrillic letter in an id", swap(CLAIMS, "source: first-source", "source: first-sоurce"), "look-alike", f"{CLAIMS}:10:23", "“first-source”"),
    Fault("Cyrillic letter in a field's name", swap(CLAIMS, "topic: home", "tоpic: home"), "look-alike", f"{CLAIMS}:2:4", "“topic”"),
    Fault("Cyrillic letter in a new id", write(NEW, claim().replace("a-claim", "а-claim")), "look-alike", f"{NEW}:1:1", "“a-claim”"),
    Fault("an id all in Cyrillic", write(NEW, claim().replace("a-claim", "соре")), "bad-id", f"{NEW}:1:1", "“cope”"),
    Fault("a field's name all in Cyrillic", swap(ENTITIES, "code: CL", "соdе: CL"), "look-alike", f"{ENTITIES}:10:24", "“code”"),
    Fault("apostrophe in a broken encoding", write(NEW, claim("A sayingâ€™s word.")), "broken-encoding", f"{NEW}:5:11", "“saying’s”"),
    Fault("Arabic read as Latin", write(NEW, claim(text_ar="شيء Ø§Ù„Ù…Ø¹Ø§Ù‡Ø¯Ø©.")), "broken-encoding", f"{NEW}:4:13", "“المعاهدة.”"),
    Fault("Arabic read as Arabic Windows", write(NEW, claim(text_ar="شيء ط§ظ„ط³ظ„ط§ظ…")), "broken-encoding", f"{NEW}:4:13", "“السلام”"),
    Fault("letter that is lost", write(NEW, claim("A say\ufffdng.")), "broken-encoding", f"{NEW}:5:11", "lost"),
    Fault("broken encoding on a page", swap(HOME, "{{ references() }}", "{# Ã©tat #}\n\n{{ references() }}"), "broken-encoding", f"{HOME}:12:4", "“état”"),
    Fault("broken encoding in a translation", spanish(message("pages/home/title", "Home", "PÃ¡gina")), "broken-encoding", f"{SPANISH}:7:9", "“Página”"),
    Fault("Greek letter in a text", write(NEW, claim("Sοmething.")), "look-alike", f"{NEW}:5:10", "Something"),
    Fault("fullwidth digits", swap(CLAIMS, "2026-02-03", "２０２６-02-03"), "look-alike", f"{CLAIMS}:8:17", "2026-02-03"),
    Fault("Arabic digits in a date", swap(CLAIMS, "2026-02-03", "٢٠٢٦-٠٢-٠٣"), "look-alike", f"{CLAIMS}:8:17", "2026-02-03"),
    Fault("dashes in a date", swap(CLAIMS, "2026-02-03", "2026–02–03"), "look-alike", f"{CLAIMS}:8:21", "2026-02-03"),
    Fault("Arabic decimal sign", write(NEW, claim("It was {n}.", "كان {n}.", "", "  values: {n: {decimal: ٦٫٥}}\n")), "look-alike", f"{NEW}:6:25", "6.5"),
    Fault("Arabic comma between fields", swap(ENTITIES, "{kind: country, code: CL}", "{kind: country، code: CL}"), "look-alike", f"{ENTITIES}:10:22", "country, code"),
    Fault("Arabic comma between ids", swap(EVENTS, "[argentina, chile]", "[argentina، chile]"), "look-alike", f"{EVENTS}:4:27", "argentina, chile"),
    Fault("curly quotes around a word", swap(SOURCES, "type: news", "type: “news”"), "curly-quotes", f"{SOURCES}:2:9", "straight"),
    Fault("curly quotes around a field's name", swap(CLAIMS, "  topic: home", "  “topic”: home"), "curly-quotes", f"{CLAIMS}:2:3"),
    Fault("curly quotes around a text with a colon", write(NEW, claim("“He said: yes”")), "curly-quotes", f"{NEW}:5:9"),
    # Records
    Fault("bad id", write(NEW, claim().replace("a-claim", "A_Claim")), "bad-id", f"{NEW}:1:1", "a-claim"),
    Fault("id twice", write(NEW, claim().replace("a-claim", "two-signed")), "duplicate-id", f"{NEW}:1:1", "another id"),
    Fault("record without fields", write(NEW, "a-claim: hello\n"), "record-not-mapping", f"{NEW}:1:1", "Indent"),
    Fault("unknown field", swap(CLAIMS, "topic:", "topics:"), "unknown-field", f"{CLAIMS}:2:3", "“topic”"),
    Fault("missing field", swap(CLAIMS, "  topic: home\n", ""), "missing-field", f"{CLAIMS}:1:1", "Add it"),
    Fault("empty field", swap(CLAIMS, "topic: home", "topic:"), "missing-field", f"{CLAIMS}:2:3", "Add it"),
    Fault("bad enumeration", swap(SOURCES, "type: news", "type: new"), "bad-value", f"{SOURCES}:2:9", "“news”"),
    Fault("bad integer", write(NEW, claim("{n}", "{n}", "", "  values: {n: {integer: many}}\n")), "wrong-type", f"{NEW}:6:25"),
    Fault("bad date", swap(CLAIMS, "2026-02-03", "2026-13-40"), "bad-date", f"{CLAIMS}:8:17", "2026-03-05"),
    Fault("bad day", swap(CLAIMS, "2026-02-03", "2026-02-30"), "bad-date", f"{CLAIMS}:8:17"),
    Fault("bad address", swap(SOURCES, "https://example.org/first", "example.org"), "bad-address", f"{SOURCES}:8:8"),
    Fault("two values in one", swap(CLAIMS, "{date: 2026-02-03}", "{date: 2026-02-03, integer: 3}"), "value-kind", f"{CLAIMS}:8:10"),
    Fault("unknown kind of value", swap(CLAIMS, "{date: ", "{dates: "), "unknown-field", f"{CLAIMS}:8:11", "“date”"),
    Fault("bad locale code", swap(SITE, "  en: {", "  English: {"), "bad-value", f"{SITE}:5:3"),
    Fault("unknown locale", swap(SITE, "  en: {formats: en-GB}", "  en: {formats: qq}"), "unknown-locale", f"{SITE}:5:3"),
    Fault("unknown script", swap(SITE, "formats: en-GB", "formats: en-Ltan"), "unknown-locale", f"{SITE}:5:3"),
    Fault("language without a catalogue", both(spanish(), lambda p: (p.root / SPANISH).unlink()), "catalogue-missing", f"{SITE}:1:1", "dalil locale update es"),
    Fault("line that is none of a catalogue", spanish(HOME_TITLE + "msgid Home\n"), "catalogue-syntax", f"{SPANISH}:9:1", "quotation mark"),
    Fault("quotation mark within a translation", spanish(message("pages/home/title", "Home", 'El "inicio"')), "catalogue-syntax", f"{SPANISH}:7:12", "\\\""),
    Fault("merge conflict in a catalogue", spanish("<<<<<<< HEAD\n" + HOME_TITLE), "merge-conflict", f"{SPANISH}:5:1"),
    Fault("text that is translated twice", spanish(HOME_TITLE * 2), "catalogue-twice", f"{SPANISH}:9:1", f"{SPANISH}:5:1"),
    Fault("catalogue with another name than its language has", both(spanish(), lambda p: (p.root / SPANISH).rename(p.root / "data/locales/es_ES.po")), "catalogue-stray", "data/locales/es_ES.po:1:1", "es"),
    Fault("catalogue of another language", both(spanish(HOME_TITLE), swap(SPANISH, "Language: es", "Language: fr")), "catalogue-header", f"{SPANISH}:3:12", "“es”"),
    Fault("catalogue in another encoding by its own word", both(spanish(HOME_TITLE), swap(SPANISH, '"Language: es\\n"', '"Language: es\\n"\n"Content-Type: text/plain; charset=ISO-8859-1\\n"')), "catalogue-header", f"{SPANISH}:4:36", "“UTF-8”"),
    Fault("translation of no text", spanish(message("pages/hom/title", "Home", "Inicio")), "catalogue-unknown", f"{SPANISH}:5:10", "“pages/home/title”"),
    Fault("figure in a translation", spanish(message("pages/home/title", "Home", "Inicio 7")), "figures-differ", f"{SPANISH}:7:16", "curly brackets"),
    Fault("date in a translation", spanish(message("claims/two-signed/text", SIGNED, FIRMADO)), "translation-date", f"{SPANISH}:7:{FIRMADO.index('mayo') + 9}", "curly brackets"),
    Fault("broken translation", spanish(message("pages/home/title", "Home", "Inicio {")), "message-syntax", f"{SPANISH}:7:16", "needs its"),
    Fault("language that leans on none", spanish(settings="{fallback: [fr, en]}"), "locale-fallback", f"{SITE}:6:18", "ar, en"),
    Fault("language that leans on itself", spanish(settings="{fallback: [es]}"), "locale-fallback", f"{SITE}:6:18", "ar, en"),
    Fault("translated language as the first", both(spanish(), swap(SITE, "default: ar", "default: es")), "locale-default", f"{SITE}:2:10", "fallback"),
    Fault("unknown default", swap(SITE, "default: ar", "default: fr"), "default-locale", f"{SITE}:2:10", "ar, en"),
    Fault("record in another kind's folder", write("data/sources/new.yml", claim()), "wrong-folder", "data/sources/new.yml:1:1", "data/claims"),
    Fault("field indented too far", swap(CLAIMS, "  topic: home\n  text:\n", "  text:\n    topic: home\n"), "unknown-field", f"{CLAIMS}:3:5", "two-signed"),
    Fault("field indented too little", swap(CLAIMS, "  citations:", "  locator: {paragraph: 1}\n  citations:"), "unknown-field", f"{CLAIMS}:9:3", "“citations”"),
    Fault("id given as a field", swap(CLAIMS, "  topic: home", "  id: two-signed\n  topic: home"), "unknown-field", f"{CLAIMS}:2:3", "Delete"),
    Fault("a number that is no yes", swap(ENTITIES, "page: no", "page: 7"), "wrong-type", f"{ENTITIES}:4:9"),
    Fault("a list where a text must stand", swap(CLAIMS, "  topic: home", "  topic: [home]"), "wrong-type", f"{CLAIMS}:2:10"),
    Fault("a blank text", swap(PAGES, "en: Home}", "en: '  '}"), "wrong-type", f"{PAGES}:2:29"),
    Fault("a length of time without a unit", write(NEW, claim("It took {n}.", "دام {n}.", "", "  values: {n: {duration: 50}}\n")), "wrong-type", f"{NEW}:6:26"),
    Fault("a currency that is none", write(NEW, claim("It cost {n}.", "كلّف {n}.", "", "  values: {n: {money: {amount: 5, currency: UDS}}}\n")), "bad-value", f"{NEW}:6:45"),
    Fault("a currency in small letters", write(NEW, claim("It cost {n}.", "كلّف {n}.", "", "  values: {n: {money: {amount: 5, currency: usd}}}\n")), "bad-value", f"{NEW}:6:45"),
    Fault("number for a locator", swap(CLAIMS, "{paragraph: 2}", "23"), "wrong-type", f"{CLAIMS}:11:40", '{paragraph: 23} or {page: "23"}'),
    Fault("page for a locator", swap(CLAIMS, "{paragraph: 2}", "p. 23"), "wrong-type", f"{CLAIMS}:11:40", '{page: "23"}'),
    Fault("words for a locator", swap(CLAIMS, "{paragraph: 2}", "two have signed"), "wrong-type", f"{CLAIMS}:11:40", "{words: two have signed}"),
    Fault("number for a value", write(NEW, claim("'{n}'", "'{n}'", "", "  values: {n: 17}\n")), "wrong-type", f"{NEW}:6:15", "{integer: 17}"),
    Fault("id for a list", swap(EVENTS, "claims: [two-signed]", "claims: two-signed"), "wrong-type", f"{EVENTS}:6:11", "[two-signed]"),
    Fault("paragraph zero", swap(CLAIMS, "{paragraph: 2}", "{paragraph: 0}"), "wrong-type", f"{CLAIMS}:11:52"),
    Fault("a range that ends before it starts", swap(CLAIMS, "2026-02-03", "2026-02-03/2026-01-01"), "bad-date", f"{CLAIMS}:8:17"),
    Fault("a day without a zero", swap(CLAIMS, "2026-02-03", "2026-2-3"), "bad-date", f"{CLAIMS}:8:17", "2026-03-05"),
    Fault("a date in words", swap(SOURCES, "accessed: 2026-03-02", "accessed: 2 March 2026"), "bad-date", f"{SOURCES}:7:13"),
    Fault("the year zero", swap(CLAIMS, "2026-02-03", "0000"), "bad-date", f"{CLAIMS}:8:17"),
    Fault("a count of statements and entities", swap(CLAIMS, "{count: {statements: {role: signed}}}", "{count: {statements: {role: signed}, entities: {}}}"), "value-kind", f"{CLAIMS}:7:16"),
    # References
    Fault("unknown source", swap(CLAIMS, "source: first-source", "source: frist-source"), "unknown-source", f"{CLAIMS}:10:16", "“first-source”"),
    Fault("unknown entity", swap(STATEMENTS, "subject: chile", "subject: chili"), "unknown-reference", f"{STATEMENTS}:8:12", "“chile”"),
    Fault("a claim for an entity", swap(EVENTS, "[argentina, chile]", "[two-signed, chile]"), "wrong-kind", f"{EVENTS}:4:18", "an entity"),
    Fault("unknown role", swap(STATEMENTS, "role: signed", "role: sined"), "unknown-reference", f"{STATEMENTS}:3:9", "“signed”"),
    Fault("circle of claims", swap(CLAIMS, "  citations:", "  superseded_by: two-signed\n  citations:"), "supersession-cycle", f"{CLAIMS}:9:18"),
    Fault("aliases in a circle", write("data/aliases.yml", "a: b\nb: a\n"), "alias-circle", "data/aliases.yml:1:4", "today"),
    Fault("alias to nowhere", write("data/aliases.yml", "old: tow-signed\n"), "unknown-reference", "data/aliases.yml:1:6", "“two-signed”"),
    Fault("alias that hides a record", write("data/aliases.yml", "chile: argentina\n"), "duplicate-id", "data/aliases.yml:1:1"),
    Fault("a former id", use_a_former_id, "unknown-reference", f"{STATEMENTS}:4:11", "“the-treaty”"),
    Fault("id of another kind of record", write(NEW, claim().replace("a-claim", "argentina")), "duplicate-id", f"{NEW}:1:1"),
    Fault("enormous integer", write(NEW, claim("{n}", "{n}", "", "  values: {n: {integer: " + "9" * 5000 + "}}\n")), "wrong-type", f"{NEW}:6:25", ""),
    Fault("enormous amount", write(NEW, claim("{n}", "{n}", "", "  values: {n: {decimal: 1e999999999}}\n")), "wrong-type", f"{NEW}:6:25", ""),
    Fault("no number at all", write(NEW, claim("{n}", "{n}", "", "  values: {n: {percent: NaN}}\n")), "wrong-type", f"{NEW}:6:25", ""),
    Fault("enormous negative integer", write(NEW, claim("{n}", "{n}", "", "  values: {n: {integer: -" + "9" * 30 + "}}\n")), "wrong-type", f"{NEW}:6:25"),
    Fault("entry twice", swap(EVENTS, "[argentina, chile]", "[argentina, chile, argentina]"), "entry-twice", f"{EVENTS}:4:36", "Keep one"),
    Fault("a synonym alone", write(SYNONYMS, synonyms("member")), "synonyms-few", f"{SYNONYMS}:2:33", "delete the group"),
    Fault("a synonym that search passes over", write(SYNONYMS, synonyms("member, signatory, who")), "synonym-unread", f"{SYNONYMS}:2:53", "Leave it out"),
    Fault("a synonym that is read alike", write(SYNONYMS, synonyms("member state, signatory, member states")), "synonym-same", f"{SYNONYMS}:2:59", "Leave one"),
    Fault("a synonym that is read alike in a catalogue", both(write(SYNONYMS, synonyms("member, signatory")), spanish(message("synonyms/membership/words", "member, signatory", "miembro, miembros"))), "synonym-same", f"{SPANISH}:7:18", "Leave one"),
    Fault("other name twice", swap(ENTITIES, "code: AR}", "code: AR, aliases: {en: [The Argentine, The Argentine]}}"), "entry-twice", f"{ENTITIES}:9:68"),
    Fault("address twice", swap(SOURCES, "https://example.org/second", "http://www.example.org/first/"), "address-twice", f"{SOURCES}:16:8", "Keep one"),
    Fault("statement twice", add(STATEMENTS, "again:\n  subject: chile\n  role: signed\n  object: the-treaty\n  topic: home\n  citations: [{source: second-source, locator: {whole: true}}]\n"), "said-twice", f"{STATEMENTS}:13:1", "citations of both"),
    Fault("claim twice", write(NEW, claim() + claim().replace("a-claim", "b-claim")), "said-twice", f"{NEW}:8:1"),
    # Texts
    Fault("language missing", swap(PAGES, "{ar: الرئيسية, en: Home}", "{en: Home}"), "language-missing", f"{PAGES}:2:3", "ar: …"),
    Fault("language of another site", swap(PAGES, "en: Home}", "en: Home, fr: Accueil}"), "language-unknown", f"{PAGES}:2:35"),
    Fault("unclosed message", write(NEW, claim('"In {day."', '"في {day}."', "", "  values: {day: {date: 2026-02-03}}\n")), "message-syntax", f"{NEW}:5:13", "needs its"),
    Fault("straight apostrophe before a value", write(NEW, claim('"L\'{day} a"', '"في {day}"', "", "  values: {day: {date: 2026-02-03}}\n")), "message-syntax", f"{NEW}:5:11", "“’”"),
    Fault("straight apostrophe at the end of a form", swap(CLAIMS, "other {# countries}}", "other {# countries'}}"), "message-syntax", f"{CLAIMS}:5:56", "“’”"),
    Fault("straight apostrophe before a number", swap(CLAIMS, "other {# countries}}", "other {les '# countries}}"), "message-syntax", f"{CLAIMS}:5:49", "“’”"),
    Fault("choice with a slip", swap(CLAIMS, '"{n, plural, one', '"{n, pluriel, one'), "message-syntax", f"{CLAIMS}:5:14", "“plural”"),
    Fault("form with a slip", swap(CLAIMS, "one {# country} other {", "one {# country} ohter {"), "message-syntax", f"{CLAIMS}:5:38", "“other”"),
    Fault("Arabic comma in a choice", swap(CLAIMS, "{n, plural, zero", "{n، plural، zero"), "message-syntax", f"{CLAIMS}:4:48", "“,”"),
    Fault("choice without its end", swap(CLAIMS, "other {# countries}} signed", "other {# countries} signed"), "message-syntax", f"{CLAIMS}:5:10", "needs its"),
    Fault("brace too many", swap(CLAIMS, "on {day}.", "on {day}}."), "message-syntax", f"{CLAIMS}:5:106"),
    Fault("hyphen in the name of a value", swap(CLAIMS, "on {day}.", "on {day-of}."), "message-syntax", f"{CLAIMS}:5:102", "“day_of”"),
    Fault("straight apostrophe in a translation", spanish(message("pages/home/title", "Home", "L'{inicio}")), "message-syntax", f"{SPANISH}:7:10", "“’”"),
    Fault("unknown argument", swap(CLAIMS, "on {day}.", "on {daye}."), "unknown-argument", f"{CLAIMS}:5:101", "“day”"),
    Fault("value unused", swap(CLAIMS, "    day:", "    year: {date: 2026}\n    day:"), "unused-value", f"{CLAIMS}:8:5", "{year}"),
    Fault("plural of a date", write(NEW, claim('"{day, plural, one {a} other {b}}"', '"{day, plural, zero {a} one {a} two {a} few {a} many {a} other {b}}"', "", "  values: {day: {date: 2026-02-03}}\n")), "argument-type", f"{NEW}:4:10"),
    Fault("format by hand", swap(CLAIMS, "on {day}.", "on {day, date, long}."), "argument-style", f"{CLAIMS}:5:101"),
    Fault("sign of a share written by hand", write(NEW, claim('"It is {n}%."', '"هو {n}."', "", "  values: {n: {percent: 65}}\n")), "sign-twice", f"{NEW}:5:16", "Delete “%”"),
    Fault("value in a heading", swap(PAGES, "    signing: {ar: التوقيع, en: The signing}", "    signing: {ar: '{n}', en: '{n}'}\n  values: {n: {integer: 7}}"), "unknown-argument", f"{PAGES}:5:20"),
    Fault("name without the form that a sentence needs", swap("data/roles/all.yml", "signed {object}.", "signed {object_the}."), "name-lacks-form", f"{ENTITIES}:11:1", "grammar"),
    Fault("choice by a gender that there is not", swap("data/roles/all.yml", "ar: \"توقيع {subject}", "ar: \"{subject_gender, select, female {وقّعت} other {وقّع}} {subject}"), "unknown-gender", "data/roles/all.yml:3:44", "Choose by one of"),
    Fault("plural form missing", swap(CLAIMS, "few {# دول} ", ""), "plural-categories", f"{CLAIMS}:4:46", "few"),
    Fault("languages place other values", swap(CLAIMS, " on {day}.", "."), "arguments-differ", f"{CLAIMS}:5:9", "same values"),
    Fault("languages link elsewhere", swap(CLAIMS, "[the treaty](entity:the-treaty)", "[the treaty](entity:argentina)"), "links-differ", f"{CLAIMS}:5:9"),
    Fault("unknown kind of link", swap(CLAIMS, "[the treaty](entity:", "[the treaty](entiti:"), "link-kind", f"{CLAIMS}:5:66", "“entity:”"),
    Fault("link to nowhere", swap(CLAIMS, "[the treaty](entity:the-treaty)", "[the treaty](entity:the-traety)"), "unknown-reference", f"{CLAIMS}:5:66", "“the-treaty”"),
    Fault("broken link", swap(CLAIMS, "[the treaty](entity:the-treaty)", "[the treaty] (entity:the-treaty)"), "broken-markup", f"{CLAIMS}:5:66"),
    Fault("unknown foreign language", write(NEW, claim('"[x](lang:qq)"', '"[x](lang:qq)"')), "unknown-language", f"{NEW}:4:10"),
    Fault("figure typed into a text", write(NEW, claim("It was 17.", "كانت {n}.")), "literal-figure", f"{NEW}:5:16", "values"),
    Fault("figure typed into a branch of a choice", write(NEW, claim('"{n, plural, one {1 team} other {# teams}}"', '"{n, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}"', "", "  values: {n: {integer: 7}}\n")), "literal-figure", f"{NEW}:5:27", "values"),
    Fault("figure typed into a note", write(NEW, claim(more="  note: {ar: '17 دولة.', en: '17 countries.'}\n")), "literal-figure", f"{NEW}:8:15", "in letters"),
    Fault("figure typed into a heading", swap(PAGES, "en: The signing}", "en: The 17}"), "literal-figure", f"{PAGES}:5:36", "“literals”"),
    Fault("figure typed into a description", swap(PAGES, "en: Where one starts.}", "en: Where 17 start.}"), "literal-figure", f"{PAGES}:3:46", "{name}"),
    Fault("figure typed into a caveat", swap(SOURCES, "  type: news\n  publisher: first", "  caveats: [partisan]\n  caveat: {ar: كُتب عام 2020., en: Written in 2020.}\n  type: news\n  publisher: first"), "literal-figure", f"{SOURCES}:3:25", "in letters"),
    Fault("figure typed into a name", swap(ENTITIES, "en: The Treaty}", "en: The Treaty of 2020}"), "literal-figure", f"{ENTITIES}:13:42", "“literals”"),
    Fault("half typed into a text", write(NEW, claim("It was ½.", "كانت نصفا.")), "literal-figure", f"{NEW}:5:16", "values"),
    Fault("languages with other figures", swap(ENTITIES, "name: {ar: المعاهدة, en: The Treaty}", "name: {ar: المعاهدة 12, en: The Treaty 21}\n  literals: ['12', '21']"), "figures-differ", f"{ENTITIES}:13:42", "other text"),
    Fault("languages with other figures in a link", write(NEW, claim("See [the 21](entity:the-treaty).", "هي [المعاهدة 12](entity:the-treaty).")), "figures-differ", f"{NEW}:5:18", "other text"),
    Fault("literal that stands nowhere", swap(ENTITIES, "en: The Treaty}", "en: The Treaty}\n  literals: [UTF-8]"), "literal-unused", f"{ENTITIES}:14:14", "Delete"),
    Fault("bidi control", write(NEW, claim(text_ar="شيء\u200f.")), "bidi-control", f"{NEW}:4:12", "Delete"),
    Fault("two kinds of digits", swap(PAGES, "صفحة البداية.", "صفحة 1 و٢."), "mixed-digits", f"{PAGES}:3:26"),
    Fault("Latin comma in Arabic", write(NEW, claim(text_ar="شيء, آخر.")), "latin-punctuation", f"{NEW}:4:12", "،"),
    Fault("Latin question mark", write(NEW, claim(text_ar="أين?")), "latin-punctuation", f"{NEW}:4:12", "؟"),
    Fault("tatweel", write(NEW, claim(text_ar="شـيء.")), "tatweel", f"{NEW}:4:10", "Delete"),
    Fault("letters that Unicode gives no name", write(NEW, claim("شيء ما.", "\U00017001\U00017002 \U00017003\U00017004.")), "wrong-script", f"{NEW}:5:9"),
    Fault("languages in each other's place", write(NEW, claim("شيء ما.", "Something else.")), "wrong-script", f"{NEW}:4:9", "changed places"),
    Fault("foreign word unmarked", write(NEW, claim(text_ar="قال NATO شيئا.")), "foreign-word", f"{NEW}:4:13", "[NATO](lang:en)"),
    Fault("Arabic word in an English text", write(NEW, claim("Said شيء today.")), "foreign-word", f"{NEW}:5:14", "[شيء](lang:ar)"),
    Fault("Persian letter", write(NEW, claim(text_ar="هذا کتاب.")), "foreign-letter", f"{NEW}:4:13", "“ك”"),
    Fault("Persian yeh", write(NEW, claim(text_ar="كان علی حق.")), "foreign-letter", f"{NEW}:4:15", "“ي”"),
    Fault("letter shape of an old program", write(NEW, claim(text_ar="ﺷيء ما.")), "foreign-letter", f"{NEW}:4:9", "“ش”"),
    Fault("final letter within a word", write(NEW, claim(text_ar="هذا مىزان.")), "letter-within", f"{NEW}:4:13", "Correct"),
    Fault("two words grown together", write(NEW, claim(text_ar="مدرسةالحي.")), "letter-within", f"{NEW}:4:9", "part the two words"),
    # Citations
    Fault("claim without citation", write(NEW, claim().split("  citations")[0]), "claim-without-citation", f"{NEW}:1:1", "citations:"),
    Fault("statement without citation", swap(STATEMENTS, "  citations: [{source: first-source, locator: {words: Chile signed}}]\n", ""), "claim-without-citation", f"{STATEMENTS}:7:1"),
    Fault("no locator", swap(CLAIMS, ", locator: {paragraph: 2}", ""), "locator-missing", f"{CLAIMS}:11:7", "words"),
    Fault("empty locator", swap(CLAIMS, "{paragraph: 2}", "{whole: no}"), "locator-missing", f"{CLAIMS}:11:31"),
    Fault("lone ellipsis for a locator", swap(CLAIMS, "words: two countries have signed", "words: …"), "locator-signs", f"{CLAIMS}:10:47", "six words"),
    Fault("lone dash for a section", swap(CLAIMS, "paragraph: 2", "section: '—'"), "locator-signs", f"{CLAIMS}:11:50"),
    Fault("soft hyphen in a locator", swap(CLAIMS, "words: two countries have signed", 'words: "f\\u00adoo"'), "invisible-character", f"{CLAIMS}:10:49", "Delete"),
    Fault("long locator", swap(CLAIMS, "two countries have signed", "one two three four five six seven"), "locator-long", f"{CLAIMS}:10:47", "6"),
    Fault("same citation twice", swap(CLAIMS, "source: second-source, locator: {paragraph: 2}", "source: first-source, locator: {words: two countries have signed}"), "citation-twice", f"{CLAIMS}:11:7"),
    Fault("orphan source", add(SOURCES, "third:\n  type: news\n  publisher: first-paper\n  title: {ar: خبر, en: News}\n  language: en\n  published: undated\n  accessed: 2026-03-02\n  url: https://example.org/3\n"), "orphan-source", f"{SOURCES}:17:1"),
    Fault("status without reason", swap(CLAIMS, "  citations:", "  status: disputed\n  citations:"), "status-without-reason", f"{CLAIMS}:9:11"),
    Fault("caveat without words", swap(SOURCES, "  type: news", "  type: news\n  caveats: [partisan]"), "caveat-without-words", f"{SOURCES}:3:3"),
    Fault("dispute with one version", write("data/disputes/all.yml", "q:\n  topic: home\n  question: {ar: أين؟, en: Where?}\n  versions:\n    - label: {ar: هنا, en: Here}\n      claims: [two-signed]\n  conclusion: {ar: هنا., en: Here.}\n  reason: {ar: لأن., en: Because.}\n"), "dispute-one-version", "data/disputes/all.yml:4:3", "other version"),
    # Dates and values
    Fault("published in the future", swap(SOURCES, "published: 2026-03-01", "published: 2027-03-01"), "date-in-future", f"{SOURCES}:6:14"),
    Fault("event in the future", swap(EVENTS, "date: 2026-02-03", "date: 2026-12-03"), "date-in-future", f"{EVENTS}:3:9", "planned"),
    Fault("read before published", swap(SOURCES, "accessed: 2026-03-02", "accessed: 2026-02-02"), "accessed-before-published", f"{SOURCES}:7:13"),
    Fault("older sources than the event", swap(EVENTS, "date: 2026-02-03", "date: 2026-04-03"), "event-after-sources", f"{EVENTS}:3:9"),
    Fault("count of nothing", swap(CLAIMS, "{role: signed}", "{role: signed, subject: the-treaty}"), "underivable", f"{CLAIMS}:7:8"),
    Fault("statement without a field of its sentence", swap("data/roles/all.yml", "{subject} signed {object}.\"", "{subject} signed {object} at {at}.\""), "statement-field", f"{STATEMENTS}:1:1", "“at:”"),
    # Verification
    Fault("verified in the future", swap(CLAIMS, "  topic: home", "  verified: 2026-07-01\n  topic: home"), "date-in-future", f"{CLAIMS}:2:13"),
    Fault("verified before its source was there", swap(CLAIMS, "  topic: home", "  verified: 2026-02-28\n  topic: home"), "verified-too-early", f"{CLAIMS}:2:13", "leave “verified” out"),
    Fault("source verified before it was read", swap(SOURCES, "  type: news", "  verified: 2026-03-01\n  type: news"), "verified-too-early", f"{SOURCES}:2:13"),
    Fault("deadline before the verification", swap(CLAIMS, "  topic: home", "  verified: 2026-03-05\n  verify_by: 2026-03-05\n  topic: home"), "verify-by-too-early", f"{CLAIMS}:3:14", "never"),
    Fault("deadline before the source was read", swap(SOURCES, "  type: news", "  verify_by: 2026-02\n  type: news"), "verify-by-too-early", f"{SOURCES}:2:14"),
    Fault("verified in a month", swap(CLAIMS, "  topic: home", "  verified: 2026-03\n  topic: home"), "wrong-type", f"{CLAIMS}:2:13"),
    Fault("deadline that is no date", swap(CLAIMS, "  topic: home", "  verify_by: soon\n  topic: home"), "bad-date", f"{CLAIMS}:2:14"),
    Fault("period that is none", add(SITE, "verify: {news: 0 days}\n"), "wrong-type", f"{SITE}:7:16"),
    Fault("period of no kind", add(SITE, "verify: {single-sourced: 90 days}\n"), "unknown-field", f"{SITE}:7:10", "“single-source”"),
    # Pictures
    Fault("picture that no page shows", picture(a_matrix("{role: signed}")), "claim-unused", f"{PICTURE}:1:1", "Call it"),
    Fault("picture of no kind", picture(""), "value-kind", f"{PICTURE}:2:3"),
    Fault("picture of two kinds", picture(a_matrix("{role: signed}") + "  bars: [{statement: argentina-signed}]\n"), "value-kind", f"{PICTURE}:2:3"),
    Fault("map of no area", picture(a_map("{role: signed}", area="area")), "unknown-reference", f"{PICTURE}:5:11"),
    Fault("map without a table", picture(a_map("{role: signed}"), SHAPES), "wrong-kind", f"{PICTURE}:6:12", "a matrix"),
    Fault("class that fits no country", picture(a_map("{role: signed, subject: chile}"), SHAPES), "picture-empty", f"{PICTURE}:12:15", "roles"),
    Fault("class of an unknown role", picture(a_map("{role: sined}"), SHAPES), "unknown-reference", f"{PICTURE}:12:22", "“signed”"),
    Fault("unknown look", picture(a_map("{role: signed}").replace("solid", "stripes"), SHAPES), "bad-value", f"{PICTURE}:11:15"),
    Fault("cell that fits nothing", picture(a_matrix("{role: signed, object: chile}")), "picture-empty", f"{PICTURE}:8:82", "statements"),
    Fault("sign that YAML would read as true", picture(a_matrix("{role: signed}").replace("'yes'", "yep")), "bad-value", f"{PICTURE}:8:20", "“yes”"),
    Fault("bar of a statement without a value", picture("  bars: [{statement: argentina-signed}]\n"), "bar-value", f"{PICTURE}:4:22", "percentage"),
    Fault("bar of a date", picture("  bars: [{claim: two-signed, value: day, label: {ar: يوم, en: Day}}]\n"), "bar-value", f"{PICTURE}:4:10"),
    Fault("bar of no value", picture("  bars: [{claim: two-signed, value: days, label: {ar: يوم, en: Day}}]\n"), "bad-value", f"{PICTURE}:4:37"),
    Fault("bar without a label", picture("  bars: [{claim: two-signed, value: n}]\n"), "missing-field", f"{PICTURE}:4:10"),
    Fault("bar of a claim and a statement", picture("  bars: [{claim: two-signed, statement: argentina-signed}]\n"), "value-kind", f"{PICTURE}:4:10"),
    Fault("bars of two units", both(swap(STATEMENTS, "  topic: home", "  value: {percent: 3}\n  topic: home"), picture("  bars: [{claim: two-signed, value: n, label: {ar: عدد, en: Number}}, {statement: argentina-signed}]\n")), "bar-value", f"{PICTURE}:4:71"),
    Fault("edge from a box that stands nowhere", picture(a_diagram("[[argentina], [the-treaty]]", "from: chile, to: the-treaty")), "diagram", f"{PICTURE}:7:16", "rows"),
    Fault("box twice", picture(a_diagram("[[argentina, the-treaty], [argentina]]", "from: argentina, to: the-treaty")), "diagram", f"{PICTURE}:5:38"),
    Fault("box without an edge", picture(a_diagram("[[argentina, the-treaty], [chile]]", "from: argentina, to: the-treaty")), "diagram", f"{PICTURE}:5:38"),
    Fault("row too long", picture(a_diagram("[[argentina, the-treaty, chile, first-paper, second-paper]]", "from: argentina, to: the-treaty")), "diagram", f"{PICTURE}:5:12"),
    Fault("edge over a neighbour's head", picture(a_diagram("[[argentina, chile, the-treaty]]", "from: argentina, to: the-treaty")), "diagram", f"{PICTURE}:7:9"),
    Fault("edge that nothing bears out", picture(a_diagram("[[first-paper], [second-paper]]", "from: first-paper, to: second-paper")), "edge-unsaid", f"{PICTURE}:7:103", "relate"),
    Fault("edge's sentence places a value", picture(a_diagram("[[argentina], [the-treaty]]", "from: argentina, to: the-treaty").replace("en: '{from} {to}'", "en: '{form} {to}'")), "unknown-argument", f"{PICTURE}:7:78", "“from”"),
    Fault("unknown box", picture(a_diagram("[[argentina], [the-traety]]", "from: argentina, to: the-treaty")), "unknown-reference", f"{PICTURE}:5:26", "“the-treaty”"),
    Fault("outline with a curve", picture(a_map("{role: signed}"), "  shapes: {AR: 'M1,1c2,0 0,2 1,1z'}\n"), "bad-value", f"{OUTLINE}:4:16"),
    Fault("picture of another kind on a page", both(picture(a_matrix("{role: signed}")), swap(HOME, "{{ references() }}", '{{ bars("a-picture") }}')), "page-template", f"{HOME}:12:4"),
    Fault("unknown picture on a page", both(picture(a_matrix("{role: signed}")), swap(HOME, "{{ references() }}", '{{ matrix("the-picture") }}')), "unknown-reference", f"{HOME}:12:12"),
    # Entities
    Fault("entity without a name", swap(ENTITIES, "  name: {ar: المعاهدة, en: The Treaty}\n", ""), "name-missing", f"{ENTITIES}:11:1"),
    Fault("unknown country", swap(ENTITIES, "code: CL", "code: XQ"), "country-code", f"{ENTITIES}:10:30", "ISO 3166-1"),
    # Pages
    Fault("page of no record", swap(HOME, "page: home", "page: hom"), "page-unknown", f"{HOME}:2:7", "“home”"),
    Fault("page without a head", write("docs/x.md", "{{ title() }}\n"), "page-front-matter", "docs/x.md:1:1", "page: id"),
    Fault("two pages at one address", write("docs/index/index.md", HOME_PAGE), "page-twice", "docs/index.md:1:1", "Keep one"),
    Fault("prose on a page", swap(HOME, "{{ claims(", "It is said.\n\n{{ claims("), "page-prose", f"{HOME}:8:1", "claim"),
    Fault("heading on a page", swap(HOME, "{{ claims(", "## Signing\n\n{{ claims("), "page-prose", f"{HOME}:8:1"),
    Fault("unknown claim on a page", swap(HOME, '"two-signed"', '"tow-signed"'), "unknown-reference", f"{HOME}:8:12", "“two-signed”"),
    Fault("unknown macro", swap(HOME, "claims(", "clams("), "page-template", f"{HOME}:8:4", "“claims”"),
    Fault("unknown argument of a macro", swap(HOME, 'statements(role="signed")', 'statements(rule="signed")'), "page-template", f"{HOME}:10:15", "“role”"),
    Fault("unclosed block", swap(HOME, '{{ claims("two-signed") }}', "{% if true %}"), "page-not-data", f"{HOME}:8:1", "{{ claims("),
    Fault("unknown filter in a macro", write("macros/bad.j2", "\n{{ 1 | nothing }}\n"), "macro-template", "macros/bad.j2:2:1"),
    Fault("unclosed call", swap(HOME, '{{ claims("two-signed") }}', '{{ claims("two-signed" }}'), "page-template", f"{HOME}:8:10", "“)”"),
    Fault("Arabic comma in a call", swap(HOME, 'statements(role="signed")', 'statements(role="signed"، object="the-treaty")'), "page-template", f"{HOME}:10:28", "“,”"),
    Fault("curly quotes in a call", swap(HOME, '"two-signed"', "“two-signed”"), "page-template", f"{HOME}:8:11", '“"”'),
    Fault("guillemets in a call", swap(HOME, '"two-signed"', "«two-signed»"), "page-template", f"{HOME}:8:11", '“"”'),
    Fault("call with one brace at its end", swap(HOME, '{{ claims("two-signed") }}', '{{ claims("two-signed") }'), "page-template", f"{HOME}:8:25", "“}}”"),
    Fault("quotation in a call without its end", swap(HOME, '"two-signed")', '"two-signed)'), "page-template", f"{HOME}:8:11", "“\""),
    Fault("ids in a call without a comma", swap(HOME, '"two-signed")', '"two-signed" "two-signed")'), "page-template", f"{HOME}:8:24", '"two-signed", "two-signed"'),
    Fault("id in a call without quotation marks", swap(HOME, '"two-signed"', "two-signed"), "page-template", f"{HOME}:8:11", '“"two-signed"”'),
    Fault("sign that no call has", swap(HOME, '"two-signed")', '"two-signed"; )'), "page-template", f"{HOME}:8:23"),
    Fault("undefined name", swap(HOME, '{{ claims("two-signed") }}', "{{ pag.title() }}"), "page-not-data", f"{HOME}:8:1", "{{ claims("),
    Fault("unknown attribute", swap(HOME, '{{ claims("two-signed") }}', "{{ page.title() }}"), "page-not-data", f"{HOME}:8:1"),
    Fault("unknown section", swap(HOME, 'section("signing")', 'section("sining")'), "unknown-reference", f"{HOME}:6:13", "“signing”"),
    Fault("unused section", swap(HOME, '{{ section("signing") }}', ""), "section-unused", f"{PAGES}:5:5"),
    Fault("heading before a heading", both(add(PAGES, "    more: {ar: المزيد, en: More}\n"), swap(HOME, '{{ section("signing") }}', '{{ section("more") }}\n\n{{ section("signing") }}')), "section-empty", f"{HOME}:6:4", "below it"),
    Fault("heading at the end", both(add(PAGES, "    more: {ar: المزيد, en: More}\n"), swap(HOME, "{{ references() }}", '{{ section("more") }}')), "section-empty", f"{HOME}:12:4"),
    Fault("claim printed in two paragraphs", swap(HOME, '{{ claims("two-signed") }}', '{{ claims("two-signed") }}\n\n{{ lead("two-signed") }}'), "printed-twice", f"{HOME}:10:4", "one place"),
    Fault("claim twice in one paragraph", swap(HOME, '"two-signed")', '"two-signed", "two-signed")'), "entry-twice", f"{HOME}:8:12", "Keep one"),
    Fault("claim that does not stand on the page of its topic", both(both(write("docs/other.md", HOME_PAGE.replace("home", "other") + '{{ claims("two-signed") }}\n'), add(PAGES, OTHER)), swap(HOME, '{{ claims("two-signed") }}\n\n', "")), "topic-elsewhere", f"{CLAIMS}:2:10", "“other”"),
    Fault("unused claim", write(NEW, claim()), "claim-unused", f"{NEW}:1:1", "Call it"),
    Fault("broken macro", write("macros/bad.j2", "{% macro x( %}\n"), "macro-template", "macros/bad.j2:1:1"),
    Fault("macro not UTF-8", write("macros/bad.j2", b"{# \xff #}"), "not-utf8", "macros/bad.j2:1:4"),
    Fault("page not UTF-8", write("docs/bad.md", b"---\npage: home\xff\n---\n"), "not-utf8", "docs/bad.md:2:11"),
    Fault("settings not UTF-8", write("mkdocs.yml", b"\xff"), "not-utf8", "mkdocs.yml:1:1"),
    Fault("no macros", lambda p: shutil.rmtree(p.root / "macros"), "folder-missing", "macros:1:1", "macros"),
    Fault("no docs", lambda p: shutil.rmtree(p.root / "docs"), "folder-missing", "docs:1:1", "docs"),
    Fault("missing interface string", lambda p: (p.root / "data/interface/sources.yml").unlink(), "interface-missing", "data/interface:1:1"),
]  # fmt: skip


def test_the_project_is_sound_before_it_is_broken(project: Project) -> None:
    assert [say(problem) for problem in project.problems()] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_fault(fault: Fault, project: Project) -> None:
    fault.do(project)
    found = project.problems()
    of_code = [problem for problem in found if problem.code == fault.code]
    assert of_code, [say(problem) for problem in found]
    assert fault.place in [str(problem.place) for problem in of_code], [say(problem) for problem in of_code]
    here = next(problem for problem in of_code if str(problem.place) == fault.place)
    assert fault.hint in hint_of(here)
    assert placed(WORDING[here.code].message) <= set(here.details)
    for problem in found:
        assert not foreign_words(message_of(problem, "ar") + hint_of(problem, "ar"))
        assert_details_can_be_said(problem, project)
    assert_the_file_alone_says_the_same(fault, found, project)


WHILE_RENDERING = {"picture of another kind on a page", "macro that calls itself"}
"""Faults of `page-template` and `macro-template` that come up only when the page is made, so that no file alone can show them."""


def assert_the_file_alone_says_the_same(fault: Fault, found: list[Problem], project: Project) -> None:
    """`check FILE` reports of a file what the whole check reports of it, but for what needs pages."""
    path = fault.place.split(":")[0]
    if not (project.root / path).is_file():
        return
    alone = check_files(project.root, [project.root / path]).problems
    whole = [problem for problem in found if problem.place.path == path and problem.code not in NEEDS_PAGES]
    if fault.name in WHILE_RENDERING:
        whole = [problem for problem in whole if problem.code not in ("page-template", "macro-template")]
    assert [say(problem) for problem in alone] == [say(problem) for problem in whole]


def assert_details_can_be_said(problem: Problem, project: Project) -> None:
    """A detail in words is a phrase, or a quotation from a file or a library: no English hides in a translation."""
    for name, detail in problem.details.items():
        if (
            isinstance(detail, str)
            and " " in detail
            and name not in ("reason", "name", "found", "fixed", "digits", "example", "write")
        ):
            files = [path.read_text(errors="replace") for path in project.root.rglob("*") if path.is_file()]
            assert any(detail in text for text in files), (problem.code, name, detail)


def test_every_code_has_a_fault_that_trips_it() -> None:
    elsewhere = {code for code in WORDING if code.startswith(("site-", "new-", "rename-", "retract-", "show-"))} | {
        "reference-stale",
        "schema-unnamed",
        "typography",
        # tests/test_summaries.py, tests/test_style.py, tests/test_withdrawal.py and tests/test_resting.py have these.
        "headline-long",
        "summary-long",
        "summary-unused",
        "style",
        "origin-retracted",
        "record-gone",
        "retracted-derived",
        "retracted-used",
        "sources-retracted",
        "picture-lacks",
        "value-moved",
        "catalogue-cut",
        "no-such-file",
        "file-outside",
        "note-missing",
        "file-unreadable",
    }
    assert set(WORDING) - {fault.code for fault in FAULTS} - elsewhere == set()


def test_every_code_says_what_why_and_what_to_do() -> None:
    for code, wording in WORDING.items():
        assert wording.message, code
        assert wording.reason, code


def test_many_faults_are_all_reported_in_one_run(project: Project) -> None:
    project.replace(CLAIMS, "source: first-source", "source: frist-source")
    project.replace(SOURCES, "type: news", "type: new")
    project.replace(HOME, '{{ claims("two-signed") }}', '{{ claims("tow-signed") }}\n\n{{ claimz() }}\n\nWords.')
    project.write(
        NEW, "one:\n\ttopic: home\n" + claim().replace("a-claim", "three").replace("topic: home", "topic: hom")
    )
    codes = {(problem.place.path, problem.code) for problem in project.problems()}
    assert codes >= {
        (CLAIMS, "unknown-source"),
        (SOURCES, "bad-value"),
        (HOME, "unknown-reference"),
        (HOME, "page-template"),
        (HOME, "page-prose"),
        (NEW, "tab-in-indent"),
        (NEW, "unknown-reference"),
    }


def test_problems_come_in_the_order_of_the_files(project: Project) -> None:
    project.replace(CLAIMS, "source: first-source", "source: frist-source")
    project.replace(CLAIMS, "topic: home", "topic: hom")
    project.replace(SOURCES, "accessed: 2026-03-02", "accessed: 2026-02-02")
    places = [problem.place for problem in project.problems()]
    assert places == sorted(places)


def test_a_record_that_cannot_be_read_is_not_reported_again_by_those_who_name_it(project: Project) -> None:
    project.replace(SOURCES, "type: news", "type: new")
    assert [problem.code for problem in project.problems()] == ["bad-value"]


def test_a_problem_is_said_in_one_line_and_a_hint(project: Project) -> None:
    project.replace(CLAIMS, "source: first-source", "source: frist-source")
    problem: Problem = project.problems()[0]
    assert say(problem) == (
        f"{CLAIMS}:10:16: error[unknown-source]: there is no source “frist-source”\n"
        "  hint: Did you mean “first-source”?"
    )


PLACES = [
    ("unknown-source", swap(CLAIMS, "source: first-source", "source: frist-source"), CLAIMS),
    ("unknown-argument", swap(CLAIMS, "on {day}.", "on {daye}."), CLAIMS),
    ("bad-date", swap(CLAIMS, "2026-02-03", "2026-13-40"), CLAIMS),
    ("duplicate-key", swap(CLAIMS, "  topic: home\n", "  topic: home\n  topic: home\n"), CLAIMS),
    ("needs-quotes", write(NEW, claim("Note: something")), NEW),
    ("look-alike", swap(SOURCES, "publisher: second-paper", "publisher: second-рaper"), SOURCES),
    ("tatweel", write(NEW, claim(text_ar="شـيء.")), NEW),
    ("merge-conflict", add(CLAIMS, "=======\n"), CLAIMS),
    ("page-prose", swap(HOME, "{{ claims(", "It is said.\n\n{{ claims("), HOME),
    ("unknown-reference", swap(HOME, '"two-signed"', '"tow-signed"'), HOME),
]


@pytest.mark.parametrize("change", ["\r\n", "\r", "\ufeff"], ids=["CRLF", "CR", "BOM"])
@pytest.mark.parametrize(("code", "do", "file"), PLACES, ids=[code for code, _, _ in PLACES])
def test_places_are_the_same_however_lines_end(code: str, do: Break, file: str, change: str, project: Project) -> None:
    do(project)
    before = [problem.place for problem in project.problems() if problem.code == code]
    text = project.read(file)
    project.write(file, (change + text if change == "\ufeff" else text.replace("\n", change)).encode())
    assert before == [problem.place for problem in project.problems() if problem.code == code] != []


@pytest.mark.parametrize(
    ("before", "column"),
    [("Some", 14), ("😀", 11), ("e\u0301", 12), ("كُتِب", 15), ("A\tb", 13), ("𝒳𝒴", 12), ("👩‍👩‍👧", 15)],
    ids=["ASCII", "astral", "combining mark", "Arabic vowel signs", "tab", "mathematical letters", "joined emoji"],
)
def test_a_column_counts_code_points(before: str, column: int, project: Project) -> None:
    """In quotation marks, so that the text starts in column 10: each code point before the argument counts one."""
    project.write(NEW, claim(f'"{before}{{x}}"', '"{x}"'))
    places = [problem.place for problem in project.problems() if problem.code == "unknown-argument"]
    assert [place for place in places if place.line == 5] == [Place(NEW, 5, column)]


def test_a_place_within_a_line_is_not_that_of_the_same_word_before_it(project: Project) -> None:
    project.replace(PAGES, "title: {ar: الرئيسية, en: Home}", 'title: {ar: "{home}", en: "{home}"}')
    found = [str(problem.place) for problem in project.problems() if problem.code == "unknown-argument"]
    assert found == [f"{PAGES}:2:16", f"{PAGES}:2:30"]


def test_a_record_that_cannot_be_read_takes_nothing_with_it(project: Project) -> None:
    """One slip brings up one problem: what refers to the record, and what it refers to, is not at fault."""
    for file, old, new in (
        (CLAIMS, "  citations:", " citations:"),
        (SOURCES, "first-source:\n", "first-source:\n  type: news: x\n"),
        (STATEMENTS, "role: signed", 'role: "signed'),
        (ENTITIES, "{kind: country, code: CL}", "{kind: country, code: CL"),
        (PAGES, "  title:", "\ttitle:"),
    ):
        text = project.read(file)
        project.replace(file, old, new)
        assert len(project.problems()) == 1, [say(problem) for problem in project.problems()]
        project.write(file, text)


def test_there_are_faults_of_every_kind() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 180
    assert len({fault.code for fault in FAULTS}) >= 90
