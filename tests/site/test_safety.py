"""What verification refuses on a page: anything that could run or leave, in every form in which browsers take it."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.site.policy import Shipped, asked_for, shipped
from dalil.site.safety import Rules, dangers
from dalil.site.targets import Target, in_styles, several, target
from dalil.site.verifying.parse import read_tree
from support import ROOT

THEME = Shipped(True, frozenset({"start()"}))
RULES = Rules(THEME, "https://example.org/site/")
HEAD = f"<meta charset=utf-8>{asked_for(THEME.hashes)}<script>start()</script>"


def found(body: str, head: str = HEAD, rules: Rules = RULES) -> list[str]:
    """The keys of what is refused on a page."""
    html = f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    return [one.key for one in dangers(read_tree(html)[0], rules)]


ELEMENTS = [
    "<base href=/x/>", "<iframe></iframe>", "<iframe srcdoc='&lt;script&gt;x()&lt;/script&gt;'></iframe>",
    "<object data=x.swf></object>", "<embed src=x>", "<applet></applet>", "<portal src=/x/></portal>",
    "<fencedframe></fencedframe>", "<svg><set attributeName=href to=javascript:x()></svg>",
    "<svg><a><animate attributeName=href values=javascript:x() /></a></svg>",
    "<svg><animateTransform attributeName=x /></svg>", "<svg><animateMotion></animateMotion></svg>",
    "<svg><foreignObject><p>x</p></foreignObject></svg>", "<svg><feImage href=/x.png /></svg>",
    "<math><annotation-xml encoding=text/html></annotation-xml></math>", "<xmp></xmp>", "<noembed></noembed>",
    "<style>p{}</style>", "<template><iframe></iframe></template>", "<noscript><iframe></iframe></noscript>",
    "<svg><discard begin=1s /></svg>", "<svg><style>@import '//evil.example/x.css'</style></svg>",
]  # fmt: skip
SCRIPTS = [
    "<script>go()</script>", "<script>start() </script>", "<SCRIPT>go()</SCRIPT>", "<script type=module>go()</script>",
    "<script type=text/plain>go()</script>", "<script type=importmap>{}</script>", "<script type=application/json>{}</script>",
    "<script type=speculationrules>{}</script>", "<svg><script>go()</script></svg>", "<template><script>go()</script></template>",
    "<script src=//evil.example/x.js></script>", "<script src=https://evil.example/x.js></script>",
    "<script src='data:text/javascript,go()'></script>", "<script src=x.js type=text/vbscript></script>",
    "<svg><script href=//evil.example/x.js></script></svg>", "<svg><script xlink:href=data:,go()></script></svg>",
    "<article class=md-content__inner><script src=javascripts/find.js></script></article>",
    "<article class=md-content__inner><script type=application/ld+json>{\"@context\":\"https://schema.org\"}</script></article>",
    "<script type=application/ld+json>[]</script>", "<script type=application/ld+json>{</script>",
    '<script type=application/ld+json>{"@context":"https://evil.example"}</script>',
    '<script type=application/ld+json>{"@context":"https://schema.org","a":"<!--<script>"}</script>',
    "<noscript><script>go()</script></noscript>", "<math><mtext><script>go()</script></mtext></math>",
    "<script src='https://example.org/site/../../evil.js' type='text/javascript; x'></script>",
]  # fmt: skip
ATTRIBUTES = [
    "<p onclick=go()>", "<P ONCLICK=go()>", "<img src=x.png onerror=go()>", "<svg onload=go()></svg>", "<body onload=go()>",
    "<p onanythingnew=1>", "<input autofocus onfocus=go()>", "<details ontoggle=go() open></details>",
    "<p style='color:red'>", "<p style='background:url(//evil.example)'>", "<a href=/x/ ping=//evil.example/>x</a>",
    "<div><template shadowrootmode=open><p>x</p></template></div>", "<a href=/x/ attributionsrc>x</a>",
    "<script nonce=x>start()</script>", "<meta http-equiv=set-cookie content=x>", "<meta http-equiv=default-style content=x>",
    "<meta name=referrer content=unsafe-url>", "<link rel=import href=x.html>", "<link rel=dns-prefetch href=x>",
    "<link rel=preconnect href=x>", "<link href=x.css>", "<link rel='stylesheet pingback' href=x.css>",
    "<template><p onclick=go()></p></template>", "<svg><a onmouseover=go()><text>x</text></a></svg>",
    "<math><mi onclick=go()>x</mi></math>", "<noscript><p onclick=go()></p></noscript>", "<p x onclick>",
]  # fmt: skip
SCHEMES = [
    "javascript:go()", "JavaScript:go()", " javascript:go()", "\x01javascript:go()", "java\tscript:go()", "java\nscript:go()",
    "java\r\nscript:go()", "javascript&colon;go()", "&#106;avascript:go()", "&#x6A;avascript&#58;go()", "java&Tab;script:go()",
    "java&NewLine;script:go()", "vbscript:go()", "data:text/html,<script>go()</script>", "DATA:text/html;base64,x",
    "file:///etc/passwd", "file:x", "blob:https://example.org/x", "about:blank", "view-source:https://x", "mailto:x@y",
    "tel:1", "intent://x", "ms-settings:x", "filesystem:x", "//evil.example/", "\\\\evil.example/", "/\\evil.example/",
    "\t//evil.example/", "/\t/evil.example/", "https:evil.example", "https:/evil.example", "http:\\\\evil.example", "ftp://x/",
    "\u200bjavascript:go()", "\u00a0javascript:go()", "feed:javascript:go()", "javascript://%0ago()", "ws://evil.example/",
]  # fmt: skip
LEADING = ["<a href=\"{}\">x</a>", "<svg><a href=\"{}\"><text>x</text></a></svg>", "<svg><a xlink:href=\"{}\"></a></svg>",
           "<map><area href=\"{}\"></map>", "<math><mi xlink:href=\"{}\">x</mi></math>", "<math href=\"{}\"></math>",
           "<blockquote cite=\"{}\"></blockquote>", "<link rel=next href=\"{}\">"]  # fmt: skip
LOADING = [
    "<img src=\"{}\">", "<img srcset=\"{} 2x\">", "<img srcset=\"x.png 1x, {} 2x\">", "<source srcset=\"{}\">", "<video poster=\"{}\"></video>",
    "<audio src=\"{}\"></audio>", "<track src=\"{}\">", "<input type=image src=\"{}\">", "<body background=\"{}\">",
    "<svg><use href=\"{}#a\" /></svg>", "<svg><use xlink:href=\"{}#a\" /></svg>", "<svg><image href=\"{}\" /></svg>",
    "<svg><path fill=\"url({}#a)\" /></svg>", "<svg><path marker-end=\"url('{}#a')\" /></svg>", "<svg><g filter=\"url({})\"></g></svg>",
    "<link rel=stylesheet href=\"{}\">", "<link rel=preload as=script href=\"{}\">", "<link rel='alternate stylesheet' href=\"{}\">",
    "<link rel=icon href=\"{}\">", "<link rel=modulepreload href=\"{}\">", "<link rel=prefetch href=\"{}\">",
    "<link rel=manifest href=\"{}\">", "<form action=\"{}\"></form>", "<button formaction=\"{}\">x</button>",
    "<input type=submit formaction=\"{}\">", "<form data-find=\"{}\"></form>", "<form data-index=\"{}\"></form>",
    "<template data-root=\"{}\"></template>", "<template data-hints=\"{}\"></template>", "<svg><pattern href=\"{}\" /></svg>",
    "<link rel=preload as=image imagesrcset=\"{} 1x\" href=x.png>",
]  # fmt: skip
ELSEWHERE = ["https://evil.example/x", "http://evil.example/x", "//evil.example/x", "https://example.org.evil.example/site/x",
             "https://example.org/site/\\..\\..\\evil", "data:image/svg+xml,x", "https://user@example.org/site/"]  # fmt: skip


@pytest.mark.parametrize("payload", [*ELEMENTS, *SCRIPTS, *ATTRIBUTES])
def test_what_could_run_is_refused(payload: str) -> None:
    assert found(payload) != []
    assert found("<p>x</p>") == []


@pytest.mark.parametrize("address", SCHEMES)
def test_an_address_that_leads_to_no_page_is_refused(address: str) -> None:
    for place in LEADING:
        assert "unsafe-address" in found(place.format(address.replace('"', "&quot;"))), place


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nothing_is_loaded_from_elsewhere_or_sent_there(address: str) -> None:
    for place in LOADING:
        assert "unsafe-address" in found(place.format(address)), place


def test_what_the_site_makes_is_let_through() -> None:
    body = (
        '<a href="https://example.net/?a=javascript:1#x">x</a><a href="../x/#y">x</a><a href="?q=a:b">x</a>'
        '<img src="a/b.png" srcset="a.png 1x, b.png 2x" alt="javascript: an introduction">'
        '<svg><marker id="a-arrow"></marker><path fill="url(#a-lines)" marker-end="url(#a-arrow)"/></svg>'
        '<form action="search/" data-find="javascripts/find.js" data-root="."></form>'
        '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[]}</script>'
        '<script src="assets/site.js" defer></script>'
    )
    head = (
        '<link rel="canonical" href="https://example.org/site/"><link rel="stylesheet" href="assets/site.css">'
        '<link rel="alternate" hreflang="x" href="https://example.org/site/x/"><link rel="icon" href="a.svg">'
        '<link rel="stylesheet" href="https://example.org/site/assets/site.css"><meta name="robots" content="noindex">'
    )
    assert found(body, HEAD + head) == []


@pytest.mark.parametrize(
    ("content", "link", "sound"),
    [
        ("0; url=../x/", "../x/", True),
        ("0; url=../x/", "../y/", False),
        ("0; url=https://evil.example/", "https://evil.example/", False),
        ("0; url=javascript:go()", "javascript:go()", False),
        ("0; url=//evil.example/", "//evil.example/", False),
        ("0;url=../x/", "../x/", False),
        ("5; url=../x/", "../x/", False),
        ("0; url='../x/'", "../x/", False),
        ("0", "../x/", False),
    ],
)
def test_a_page_leads_on_only_as_a_former_address_does(content: str, link: str, sound: bool) -> None:
    body = f'<p data-editorial="moved">x <a href="{link}">y</a></p>'
    assert ("unsafe-address" not in found(body, f'{HEAD}<meta http-equiv="refresh" content="{content}">')) is sound
    assert "unsafe-address" in found("", f'{HEAD}<meta http-equiv="Refresh" content="{content}">')


def test_a_page_has_the_policy_of_the_site_and_no_other() -> None:
    other = "<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline'\">"
    assert found("", "<title>x</title>") == ["unsafe-policy"]
    assert found("", other) == ["unsafe-policy"]
    assert "unsafe-policy" in found("", HEAD + other)
    assert found("", HEAD.replace("'sha256-", "'unsafe-inline' 'sha256-")) == ["unsafe-policy"]


def test_a_theme_that_asks_for_no_policy_has_scripts_of_its_own_but_the_content_has_none() -> None:
    rules = Rules(Shipped(False, frozenset()), "")
    theme = "<script>theme()</script><style>p{color:red}</style>"
    assert found('<p style="color: red">x</p>', theme, rules) == []
    assert found("<article class='a md-content__inner'><p><script>go()</script></p></article>", theme, rules) == [
        "unsafe-script"
    ]
    assert found("", "<style>p{background:url(//evil.example/x)}</style>", rules) == ["unsafe-address"]
    assert found("", "<style>@im\\port 'x'</style>", rules) == ["unsafe-address"]
    assert found("<p onclick=x>", theme, rules) == ["unsafe-attribute"]


def test_text_cannot_end_what_only_readers_without_scripts_see() -> None:
    hidden = '<noscript><p title="</noscript><img src=x onerror=go()>">x</p></noscript>'
    assert found(hidden) == ["unsafe-hidden"]
    assert found(hidden.replace("</noscript><img", "</NoScript ><img")) == ["unsafe-hidden"]


@given(st.text(max_size=3), st.sampled_from(["javascript:", "vbscript:", "data:", "file:"]), st.data())
def test_no_control_character_hides_a_scheme(rest: str, scheme: str, data: st.DataObject) -> None:
    control = st.text(st.sampled_from("\t\n\r"), max_size=2)
    hidden = "".join(data.draw(control) + data.draw(st.sampled_from([letter, letter.upper()])) for letter in scheme)
    before = data.draw(st.text(st.characters(max_codepoint=0x20), max_size=4))
    assert target(before + hidden + rest) is Target.OTHER


@given(st.text(max_size=30))
def test_an_address_is_of_the_site_only_if_browsers_stay_there(address: str) -> None:
    """What a browser would read as another host or scheme is never taken for the site's own."""
    if target(address) is Target.SITE:
        cleaned = (
            address.strip("".join(map(chr, range(33)))).translate(dict.fromkeys(map(ord, "\t\n\r"))).replace("\\", "/")
        )
        try:
            joined = urlsplit(urljoin("https://example.org/a/b/", cleaned))
        except ValueError:
            return
        assert (joined.scheme, joined.netloc) == ("https", "example.org")


def test_lists_of_addresses_are_read() -> None:
    assert several("a.png 1x, b.png 2x,c.png 100w") == ["a.png", "b.png", "c.png"]
    assert in_styles("url( 'x' ) url(y)") == ["x", "y"]
    assert in_styles("u\\72l(x)") == ["css:"]


def test_the_scripts_in_the_theme_of_this_site_are_few() -> None:
    """What is read before the page is drawn, what is fetched beforehand, and the language of the page for mistakes."""
    theme = shipped(ROOT / "overrides")
    assert theme.asks
    assert len(theme.scripts) == 3
    for name, known in (("head.html", 2), ("../404.html", 1)):
        text = (ROOT / "overrides" / "partials" / name).read_text(encoding="utf-8")
        assert sum(script in text for script in theme.scripts) == known
