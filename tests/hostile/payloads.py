"""Texts that run, leave, or become markup, should anything take them for more than text.

Each holds `OWN`, the beginning of every name that a payload gives to an element, attribute or script, so that a page can be
asked whether it became one. None holds a space, so that it is one word wherever words are counted.
"""

from __future__ import annotations

import re

OWN = "hostile"
RUN = f"{OWN}()"
"""The script that payloads run; `watching` says so."""
AWAY = "//hostile.invalid/"
"""Where payloads would load from; no host has this name (RFC 6761)."""

ELEMENTS = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"<img/{OWN}=x/src=x/onerror={RUN}>",
    f'"><svg/{OWN}=x/onload={RUN}>',
    f"'><img/{OWN}=x/src=x/onerror={RUN}>",
    f"--><img/{OWN}=x/src=x/onerror={RUN}>",
    f"]]><img/{OWN}=x/src=x/onerror={RUN}>",
    f"</noscript><img/{OWN}=x/src=x/onerror={RUN}>",
    f"</textarea></style></template><img/{OWN}=x/src={AWAY}>",
    f"<iframe/{OWN}=x/srcdoc=<script>parent.{RUN}</script>>",
    f"<a/{OWN}=x/href=javascript:{RUN}>x</a>",
    f"<form/{OWN}=x/action={AWAY}><button/name={OWN}>x</button></form>",
    f"<base/{OWN}=x/href={AWAY}>",
    f"<meta/{OWN}=x/http-equiv=refresh/content=0;url={AWAY}>",
    f"<link/{OWN}=x/rel=stylesheet/href={AWAY}>",
    f"<object/{OWN}=x/data={AWAY}></object>",
    f"<details/{OWN}=x/open/ontoggle={RUN}>",
    f"&lt;img/{OWN}=x/src=x/onerror={RUN}&gt;",
    f"&#60;img/{OWN}=x/src=x/onerror={RUN}&#62;",
    f"<svg><style><img/{OWN}=x/src=x/onerror={RUN}>",
    f"<math><mtext><mglyph><style><!--</style><img/{OWN}=x/src=x/onerror={RUN}>",
]
"""Elements, and ends of what a text may stand in."""
ATTRIBUTES = [
    f'"onmouseover="{RUN}"{OWN}="',
    f"'onmouseover='{RUN}'{OWN}='",
    f'"autofocus/onfocus="{RUN}"{OWN}="',
    f"`onmouseover=`{RUN}`",
]
"""Ends of attributes."""
MARKDOWN = [
    f"{{:onclick={RUN}}}",
    f"{{:#{OWN}.{OWN}}}",
    f"`x`{{:{OWN}=x}}",
    f"**x**{{:onclick={RUN}}}",
    f"[{OWN}](javascript:{RUN})",
    f"![{OWN}](//{OWN}.invalid/x.png)",
    f"[{OWN}]:javascript:{RUN}",
    f"<javascript:{RUN}>",
    f"<!--{OWN}",
    f"```{OWN}",
    f"~~~{OWN}",
    f"|{OWN}|{OWN}|",
    f"__{OWN}__",
    f"#{OWN}",
]
"""What means something to Markdown and its attribute lists."""
TEMPLATES = [f"{{{{{OWN}}}}}", f"{{%set({OWN})%}}", f"{{#{OWN}#}}", f"${{{RUN}}}"]
"""What means something to Jinja and to scripts."""
PAYLOADS = [*ELEMENTS, *ATTRIBUTES, *MARKDOWN, *TEMPLATES]


def as_message(text: str) -> str:
    """A text as an editor writes it so that it is shown as it stands: quoted for ICU, and for the inline markup."""
    escaped = "".join(f"\\{character}" if character in "[]*\\" else character for character in text)
    return re.sub(r"[{}]+", r"'\g<0>'", escaped.replace("'", "''"))
