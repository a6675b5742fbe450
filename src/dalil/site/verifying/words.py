"""Every word of a page that is no claim's comes from the store or the interface.

Words are looked at a line at a time: the text of the smallest block with what stands within it in the line, the words
that a person hears instead of seeing them, and those that scripts show later. Whether they are hidden does not matter.

What this does not tell: whether the right text stands in the right place. A text of another page, or a number in an
interface string, passes where it stands whole. Names and labels may follow each other in elements of their own, so
that rows of them can be put together; no verb of a claim is among them, since the words of roles and claims stand in
claims only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from dalil.problems import phrase
from dalil.render.linked_data.pages import linked_data
from dalil.site.verifying.claims import ClaimShown, read_claim
from dalil.site.verifying.expected import MISSING, Expected
from dalil.site.verifying.language import Language
from dalil.site.verifying.runs import Words, clean
from dalil.site.verifying.tree import TEXT, Node, children, classes, elements, text_of

INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tspan",
        "u",
        "var",
        "wbr",
    ]
)
"""Elements that stand within a line."""
APART = frozenset(["accessed", "backs", "caveat", "notice", "passages", "source", "source-address", "via"])
"""Classes of elements whose words are no part of the line around them, so that a list of sources is read once."""
SPOKEN = frozenset(
    [
        "abbr",
        "alt",
        "aria-braillelabel",
        "aria-brailleroledescription",
        "aria-description",
        "aria-label",
        "aria-placeholder",
        "aria-roledescription",
        "aria-valuetext",
        "label",
        "placeholder",
        "prompt",
        "summary",
        "title",
    ]
)
"""Attributes that a browser or a screen reader says or shows."""
MACHINE = frozenset(
    f"data-{name}"
    for name in [
        "claim",
        "dispute",
        "editorial",
        "entity",
        "event",
        "fallback",
        "filter",
        "find",
        "hints",
        "index",
        "kind",
        "language",
        "language-switch",
        "link-claim",
        "link-source",
        "notice",
        "page",
        "pagefind-ignore",
        "passage",
        "precision",
        "rank",
        "root",
        "scheme",
        "scheme-switch",
        "script",
        "search",
        "sortable",
        "stale",
        "stance",
        "status",
        "term",
        "type",
    ]
)
"""Attributes that hold ids, numbers and ways; those of all other `data-` names are words for scripts."""
COPIED = ("link", "citation")
"""What a button copies; an element around such buttons says the words of one in an attribute of the same name."""
PLAIN = re.compile(r"[A-Za-z0-9./#?=&_-]*")
"""What ids, numbers and ways are made of."""
NUMBERED = frozenset(
    ["backs", "calendar", "diagram-lines", "files", "filter", "mark", "translation-kinds", "translations"]
)
"""Classes of elements in which numbers stand by themselves: ways back, days, sizes and tallies."""
UNWORDED = frozenset(
    [
        "viewport",
        "robots",
        "og:type",
        "og:url",
        "og:locale",
        "og:locale:alternate",
        "og:image",
        "og:image:type",
        "og:image:width",
        "og:image:height",
        "article:modified_time",
        "twitter:card",
    ]
)
"""Names of `meta` elements that hold no words."""
CONTENT = "md-content__inner"
"""The class of the element in which a theme puts a page's own content."""
DEEPEST = 150
"""Elements within each other; no page of ours has half as many."""
REFERENCE = re.compile(r"ref-([0-9]+)")

Note = Callable[..., None]
"""Takes a problem's code and its details."""


class PageWords:
    """Reads one page in the order of its words."""

    def __init__(self, expected: Expected, language: Language, others: Iterable[Language], note: Note) -> None:
        """`others`: further languages in which the page may speak."""
        self.expected, self.language, self._others, self._note = expected, language, list(others), note
        self.claims: list[ClaimShown] = []
        self.numbers: dict[int, str] = {}
        """Number of each reference to its source, as the marks of the page say."""
        self.uncovered = 0
        self._own = frozenset(expected.whole(language.shared))
        self._titles = expected.titles(language.shared)
        self._entries: dict[int, str] = {}
        self._data: list[str] = []

    def read(self, root: Node, *, framed: bool = True) -> None:
        """Notes every fault of a page's words; of its content alone, where its frame is not `framed` by our theme."""
        if not framed and self.expected.path == MISSING:
            return  # the page for missing addresses is all theme
        for node in [root] if framed else elements(root):
            if framed or (node.name == "article" and CONTENT in classes(node)):
                self.block(node)
        for number, title in self._entries.items():
            source = self.numbers.get(number, "")
            if source not in self.language.shared.store.sources or title != self.language.source_title(source):
                self.fault(f"{number}: {title}")
        self._linked_data()

    def fault(self, words: str) -> None:
        """Notes words that have no place here."""
        self.uncovered += 1
        self._note("site-prose", snippet=words[:80])

    def claim_fault(self, claim: str, fault: str, **details: object) -> None:
        """Notes what is wrong with a claim."""
        self._note("site-claim", id=claim, fault=phrase(fault, **details))

    # Words

    def check(self, words: Words, more: Iterable[str] = ()) -> None:
        """Notes a line of words that is not made of known texts."""
        if not words or str(words) in self._own:
            return
        found = self.language.runs.uncovered(words, tuple(more))
        if found is not None and all(other.runs.uncovered(words) is not None for other in self._others):
            self.fault(found)

    def say(self, text: str, more: Iterable[str] = ()) -> None:
        """Checks words that stand alone."""
        words = Words()
        words.add(text)
        self.check(words, more)

    def block(self, node: Node, more: tuple[str, ...] = (), *, numbered: bool = False, depth: int = 0) -> None:
        """Checks an element with all that stands in it."""
        if depth > DEEPEST:
            self.fault(clean(text_of(node)))
            return
        words = Words()
        words = self._line(node, words, more, numbered=numbered, depth=depth)
        self.check(words, more)

    def _line(self, node: Node, words: Words, more: tuple[str, ...], *, numbered: bool, depth: int) -> Words:
        """Adds what stands in an element to a line; what stands in blocks of its own ends it. Returns the last line."""
        for child in children(node):
            name = child.name
            if name == TEXT:
                words.add(child.data, numbered)
                continue
            self.attributes(child)
            inner = numbered or bool(NUMBERED.intersection(classes(child)))
            if "data-source" in child.attrs:
                self.fault(f"data-source={child.attrs['data-source']}")
            if "data-claim" in child.attrs:
                self.check(words, more)
                words = Words()
                self.claims.append(read_claim(child, self))
            elif self._is_apart(child):
                continue
            elif name == "a" and (names := self._claim_in(child)):
                self.check(words, more)
                words = Words()
                self.block(child, names, numbered=inner, depth=depth + 1)
            elif name in INLINE and depth < DEEPEST and not APART.intersection(classes(child)):
                words.add("")
                words = self._line(child, words, more, numbered=inner, depth=depth + 1)
                words.add("")
            else:
                self.check(words, more)
                words = Words()
                self.block(child, self._more(child), numbered=inner, depth=depth + 1)
        return words

    def _claim_in(self, link: Node) -> tuple[str, ...]:
        """The words of a claim with which a link that leads to it ends; none when it says anything else."""
        claim = self.language.assertion_at(link.attrs.get("href") or "", self.expected.path)
        if claim is None:
            return ()
        words = clean(text_of(link))
        return tuple(name for name in self.language.names_of(claim) if words.endswith(name))

    def _more(self, node: Node) -> tuple[str, ...]:
        """What may stand in an element beside what may stand anywhere: a page's own title, ids that moved, and a point
        of its summary where all that it rests on is linked.
        """
        if node.name == "h1" or node.attrs.get("aria-current") == "page":
            return tuple(self._titles)
        if "point" in classes(node) and self.expected.head:
            ways = (one.attrs.get("href") or "" for one in elements(node))
            rests = {self.language.assertion_at(way, self.expected.path) for way in ways}
            points = self.language.points_of(*self.expected.head.key)
            return tuple(words for claims, said in points if claims <= rests for words in said)
        if node.attrs.get("data-editorial") == "moved" and self.expected.moved_to:
            return (self.expected.moved_to,)
        if (match := REFERENCE.fullmatch(node.attrs.get("id") or "")) and node.name == "li":
            cite = next((one for one in elements(node) if one.name == "cite"), None)
            self._entries[int(match[1])] = clean(text_of(cite)) if cite is not None else ""
        return ()

    # Words that are not seen

    def attributes(self, node: Node) -> None:
        """Checks the attributes of an element that people hear or scripts show."""
        for name, value in node.attrs.items():
            if not value:
                continue
            if name in MACHINE:
                if not PLAIN.fullmatch(value):
                    self.fault(f"{name}={value}")
            elif name == "data-copy" and value in COPIED:
                continue
            elif name in SPOKEN or name.startswith("data-") or (name == "value" and node.name in ("input", "button")):
                self.say(value)

    def _is_apart(self, node: Node) -> bool:
        """Whether an element holds no line of words; what it says otherwise is checked."""
        shared = self.language.shared
        if node.name == "meta":
            key = node.attrs.get("name") or node.attrs.get("property") or ""
            if key and key not in UNWORDED:
                self._same(node.attrs.get("content") or "", self.expected.meta(shared).get(key, ""))
            return True
        if node.name == "title" and node.parent and node.parent.name == "head":
            every = [other.shared for other in self._others]
            self._same(text_of(node), self.expected.window(shared, every))
            return True
        if node.name == "script":
            if node.attrs.get("type") == "application/ld+json":
                self._data.append(text_of(node))
            return True
        return False

    def _same(self, found: str, right: str) -> None:
        if clean(found) != clean(right):
            self._note("site-head", found=found, expected=right)

    def _linked_data(self) -> None:
        """What the page says to programs is what the store says of it."""
        head = self.expected.head
        for text in self._data:
            cited = [self.numbers[number] for number in sorted(self.numbers)]
            right = linked_data(head, self.language.shared, cited) if head and head.tells else ""
            if text != right:
                self._note("site-head", found=_differing(text, right), expected=_differing(right, text))


def _differing(text: str, other: str) -> str:
    """The part of a text from which it differs from another."""
    at = next((at for at, pair in enumerate(zip(text, other, strict=False)) if pair[0] != pair[1]), 0)
    return text[max(at - 20, 0) : at + 60]
