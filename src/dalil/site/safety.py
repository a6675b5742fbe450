"""What no page may hold: a script that the theme does not bring, and any way out that readers do not see.

The whole page is looked at, the head and what stands around the content too, as a reader with and without scripts gets
it. That texts are escaped is the work of the templates; this is what finds out when one of them does not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from dalil.problems import Phrase, phrase
from dalil.site.policy import Shipped, policy
from dalil.site.targets import Target, in_styles, refreshed, several, target
from dalil.site.verifying.tree import TEXT, Node, children, classes, elements

ELEMENTS = {
    *("base", "iframe", "frame", "frameset", "noframes", "object", "embed", "applet", "param", "portal", "fencedframe"),
    *("animate", "animatecolor", "animatemotion", "animatetransform", "set", "discard", "foreignobject", "feimage"),
    *("handler", "listener", "plaintext", "xmp", "noembed", "annotation-xml", "bgsound"),
}
"""Elements that bring in something from elsewhere, can change where a link leads, or are read in two ways."""
ATTRIBUTES = {"srcdoc", "ping", "shadowrootmode", "attributionsrc", "nonce", "sharedstoragewritable", "browsingtopics"}
"""Attributes by which a page holds another, tells somebody of a click, or passes for a script of ours."""
LOADED = {
    *("src", "poster", "data", "background", "icon", "manifest", "lowsrc", "dynsrc", "code", "codebase", "archive"),
    *("classid", "profile", "href", "xlink:href", "data-find", "data-index", "data-root", "data-hints"),
}
"""Attributes from which a browser loads, or our scripts do; where `href` is more is in `_leads`."""
LISTED = {"srcset", "imagesrcset"}
SUBMITTED = {"action", "formaction"}
PAINTED = {"fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker-start", "marker-mid", "marker-end"}
"""Attributes of SVG that are read as CSS and may name a picture."""
LOADING = {"stylesheet", "icon", "shortcut", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon"}
"""Relations of a link element for which a browser loads something (HTML, “Link types”)."""
INFORMING = {"canonical", "alternate", "search", "license", "author", "next", "prev", "help"}
"""Relations that only say something."""
EQUIVALENTS = {"content-security-policy", "refresh", "x-ua-compatible", "content-type"}
SCRIPTS = {"", "module", "text/javascript", "application/javascript"}
LINKED_DATA = "application/ld+json"
CONTENT = "md-content__inner"
"""The class of the element in which the theme puts a page's own content."""


@dataclass(frozen=True)
class Rules:
    """What a page of the site may hold."""

    theme: Shipped
    address: str
    """Where the site stands on the web."""
    from_disk: bool = False
    """Whether its pages are opened from disk."""

    @property
    def policy(self) -> str:
        """The policy that each page must have."""
        return policy(self.theme.hashes, header=False, from_disk=self.from_disk)


def dangers(root: Node, rules: Rules) -> Iterator[Phrase]:
    """What must not stand on a page, in words; `root` as a reader without scripts gets it."""
    policies = 0
    for node, above in _elements(root):
        name, attributes = node.name.lower(), {key.lower(): value for key, value in node.attrs.items()}
        if name in ELEMENTS or (name == "style" and rules.theme.asks):
            yield phrase("unsafe-element", element=name)
        if name == "script":
            yield from _script(node, attributes, above, rules)
        if name == "style":
            yield from _addresses(name, name, in_styles(_text(node)), rules)
        if name == "meta":
            yield from _meta(root, attributes, rules)
            policies += attributes.get("http-equiv", "").strip().lower() == "content-security-policy"
        for key, value in attributes.items():
            yield from _attribute(name, key, value, attributes, rules)
            if "noscript" in above and "</noscript" in value.lower():
                yield phrase("unsafe-hidden", snippet=value[:60])
    if rules.theme.asks and policies != 1:
        yield phrase("unsafe-policy")


def _elements(root: Node) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Each element, those of templates too, with the names and classes of those that it stands in."""
    stack: list[tuple[Node, tuple[str, ...]]] = [(root, ())]
    while stack:
        node, above = stack.pop()
        if node.name != TEXT:
            yield node, above
            inner = (*above, node.name, *classes(node))
            stack.extend((child, inner) for child in reversed(children(node)))


def _text(node: Node) -> str:
    return "".join(child.data for child in node.children)


def _script(node: Node, attributes: dict[str, str], above: tuple[str, ...], rules: Rules) -> Iterator[Phrase]:
    kind, code = attributes.get("type", "").strip().lower(), _text(node)
    if kind == LINKED_DATA:
        if CONTENT in above or not _is_linked_data(code):
            yield phrase("unsafe-data", kind=kind)
    elif {"src", "href", "xlink:href"} & set(attributes):
        if kind not in SCRIPTS or CONTENT in above:
            yield phrase("unsafe-script", snippet=next(iter(attributes.values())))
    elif code not in rules.theme.scripts and (rules.theme.asks or CONTENT in above):
        # Of a theme that asks for no policy, the scripts are not known; none of them stands in the content.
        yield phrase("unsafe-script", snippet=code.strip()[:60])


def _is_linked_data(code: str) -> bool:
    try:
        data = json.loads(code)
    except ValueError:
        return False
    return isinstance(data, dict) and data.get("@context") == "https://schema.org" and "<" not in code


def _meta(root: Node, attributes: dict[str, str], rules: Rules) -> Iterator[Phrase]:
    content = attributes.get("content", "")
    if attributes.get("name", "").strip().lower() == "referrer":
        yield phrase("unsafe-attribute", name="name", element="meta")
    kind = attributes.get("http-equiv")
    if kind is None:
        return
    kind = kind.strip().lower()
    if kind not in EQUIVALENTS:
        yield phrase("unsafe-attribute", name="http-equiv", element="meta")
    elif kind == "content-security-policy" and rules.theme.asks and content != rules.policy:
        yield phrase("unsafe-policy")
    elif kind == "refresh":
        address = refreshed(content)
        moved = (node for node in elements(root) if node.attrs.get("data-editorial") == "moved")
        offered = {link.attrs.get("href") for node in moved for link in elements(node) if link.name == "a"}
        if address is None or target(address, rules.address) is not Target.SITE or address not in offered:
            yield phrase("unsafe-address", name="refresh", element="meta", address=content[:60])


def _attribute(element: str, name: str, value: str, attributes: dict[str, str], rules: Rules) -> Iterator[Phrase]:
    if name.startswith("on") or name in ATTRIBUTES or (name == "style" and rules.theme.asks):
        yield phrase("unsafe-attribute", name=name, element=element)
    elif name == "href" and element == "link":
        yield from _relation(value, attributes, rules)
    elif name in LOADED or name in SUBMITTED:
        leads = element in ("a", "area") and name in ("href", "xlink:href")
        yield from _addresses(element, name, [value], rules, leads=leads)
    elif name in LISTED:
        yield from _addresses(element, name, several(value), rules)
    elif name in ("cite", "longdesc"):
        yield from _addresses(element, name, [value], rules, leads=True)
    elif name in PAINTED:
        yield from _addresses(element, name, [one for one in in_styles(value) if not one.startswith("#")], rules)


def _relation(value: str, attributes: dict[str, str], rules: Rules) -> Iterator[Phrase]:
    relations = set(attributes.get("rel", "").lower().split())
    if not relations or relations - LOADING - INFORMING:
        yield phrase("unsafe-attribute", name="rel", element="link")
    yield from _addresses("link", "href", [value], rules, leads=not relations & LOADING)


def _addresses(element: str, name: str, addresses: list[str], rules: Rules, *, leads: bool = False) -> Iterator[Phrase]:
    """Those of some addresses that lead where they must not; `leads`: a reader may follow them to the web."""
    allowed = {Target.SITE, Target.WEB} if leads else {Target.SITE}
    for address in addresses:
        if target(address, rules.address) not in allowed:
            yield phrase("unsafe-address", name=name, element=element, address=address[:60])
