"""Each claim that a page shows says what the store says, with its own sources and status.

Beside its words an element of a claim holds its citation marks, the sign of its status, labels of disputes, links to
other languages, the original of a text that is behind, and words that say that it is withdrawn. They are told apart by
their classes, and checked as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dalil.render.withdrawals import CORRECTED, RETRACTED, state_of
from dalil.site.verifying.runs import clean
from dalil.site.verifying.telling import Telling
from dalil.site.verifying.tree import TEXT, Node, above, children, classes, text_of

if TYPE_CHECKING:
    from dalil.site.verifying.words import PageWords

TO_REFERENCE = re.compile(r"#ref-([0-9]+)")
BESIDE = frozenset({"part", "stale-mark", "original", "elsewhere", "struck"})
"""Classes of what stands beside a claim's words: each is checked like any other words of the page."""
CELLS = frozenset({"td", "th"})


@dataclass
class ClaimShown:
    """A claim as a page shows it."""

    id: str
    marks: list[tuple[str, str]] = field(default_factory=list)
    """(source, stance) of each of its citation marks."""
    words: str = ""
    struck: str = ""
    """Its words that are struck out."""
    cells: list[str] = field(default_factory=list)
    """What stands in each cell, of a row of a table."""


def read_claim(node: Node, page: PageWords) -> ClaimShown:
    """Reads a claim, and notes what is wrong with it."""
    shown = ClaimShown(node.attrs["data-claim"] or "")
    if shown.id not in page.language.tellings:
        page.claim_fault(shown.id, "claim-unknown")
        page.fault(clean(text_of(node)))
        return shown
    telling = page.language.tellings[shown.id]
    parts: list[str] = []
    for child in children(node):
        if child.name in CELLS:
            page.attributes(child)
            shown.cells.append(_words(child, shown, telling, page))
            parts += [" ", shown.cells[-1], " "]
        else:
            parts.append(_words_of(child, shown, telling, page))
    shown.words = clean("".join(parts))
    _check(node, shown, telling, page)
    return shown


def _words(node: Node, shown: ClaimShown, telling: Telling, page: PageWords) -> str:
    return clean("".join(_words_of(child, shown, telling, page) for child in children(node)))


def _words_of(node: Node, shown: ClaimShown, telling: Telling, page: PageWords) -> str:
    """The words of a node that are the claim's; what stands beside them is checked on the way."""
    if node.name == TEXT:
        return node.data
    named = classes(node)
    if "mark" in named:
        _mark(node, shown, page)
        return ""
    if "seal" in named:
        _seal(node, telling, page)
        return ""
    page.attributes(node)
    if "part" in named and node.attrs.get("data-dispute") not in telling.disputes:
        page.claim_fault(telling.id, "claim-other-dispute", found=node.attrs.get("data-dispute") or "")
    if node.name in ("noscript", "svg", "script", "template") or BESIDE.intersection(named):
        page.block(node, (telling.original,) if telling.original else ())
        return ""
    inner = "".join(_words_of(child, shown, telling, page) for child in children(node))
    if node.name == "s":
        shown.struck += inner
    return f" {inner} " if node.name in ("div", "p", "li", "dd", "dt", "br") else inner


def _mark(node: Node, shown: ClaimShown, page: PageWords) -> None:
    """A citation mark: its number is its source's on this page, and what is heard of it names that source."""
    source, stance = node.attrs.get("data-source") or "", node.attrs.get("data-stance") or "supports"
    shown.marks.append((source, stance))
    shared = page.language.shared
    match = TO_REFERENCE.fullmatch(node.attrs.get("href") or "")
    number = int(match[1]) if match else 0
    words = shared.locale.number(number)
    notice = node.attrs.get("data-notice") or ""
    known = page.numbers.setdefault(number, source) == source and source in shared.store.sources
    if not known or clean(text_of(node)) != words:
        page.claim_fault(shown.id, "claim-other-mark", found=clean(text_of(node)), source=source)
        return
    cited = shared.store.sources[source]
    if notice != state_of(cited):
        page.claim_fault(shown.id, "claim-other-notice", source=source, found=notice, expected=state_of(cited))
    publisher = shared.texts.entity_name(cited.publisher)
    if stance in ("supports", "disputes", "mentions"):
        right = page.language.word(f"mark.{stance}", number=words, publisher=publisher)
        if notice in (CORRECTED, RETRACTED):
            right = page.language.word("mark.noticed", label=right, notice=page.language.word(f"mark.{notice}"))
        heard = node.attrs.get("aria-label")
        if heard and clean(heard) != right:
            page.claim_fault(shown.id, "claim-other-mark", found=clean(heard), source=source)
    if title := node.attrs.get("title"):
        page.say(title)


def _seal(node: Node, telling: Telling, page: PageWords) -> None:
    """The sign of a status: its word, or none where the claim is confirmed; it leads to the claim's own page."""
    label = telling.status_label
    words = clean(text_of(node))
    heard = clean(node.attrs.get("aria-label") or "")
    right = {"", label, page.language.word("claim.sign", status=label)}
    if heard not in right or words not in ("", label) or not (words or telling.status == "confirmed"):
        page.claim_fault(telling.id, "claim-other-status", found=words or heard, expected=label)
    if title := node.attrs.get("title"):
        page.say(title, (label,))
    href = node.attrs.get("href")
    if href and page.language.assertion_at(href, page.expected.path) != telling.id:
        page.claim_fault(telling.id, "claim-other-page", found=href)


def _check(node: Node, shown: ClaimShown, telling: Telling, page: PageWords) -> None:
    status = node.attrs.get("data-status") or ""
    if status != telling.status:
        page.claim_fault(shown.id, "claim-other-status", found=status, expected=telling.status)
    if not shown.marks and telling.citations:
        page.claim_fault(shown.id, "claim-without-mark")
    elif shown.marks != telling.citations:
        sources = [f"{source} ({stance})" for source, stance in shown.marks]
        page.claim_fault(shown.id, "claim-other-sources", found=sources)
    _check_struck(shown, telling, page)
    if not _is_told(node, shown, telling, page):
        page.claim_fault(shown.id, "claim-other-words", found=shown.words[:200], expected=telling.sentence)


def _check_struck(shown: ClaimShown, telling: Telling, page: PageWords) -> None:
    """What is withdrawn stands on its own page only, and every word of it is struck out; nothing else is."""
    if clean(shown.struck) != (telling.sentence if telling.withdrawn else ""):
        page.claim_fault(shown.id, "claim-not-struck" if telling.withdrawn else "claim-struck")
    own = page.expected.head.key if page.expected.head else None
    if telling.withdrawn and own != (telling.kind, telling.id):
        page.claim_fault(shown.id, "claim-withdrawn")


def _is_told(node: Node, shown: ClaimShown, telling: Telling, page: PageWords) -> bool:
    """Whether the words are its sentence, or what this place may show of it."""
    if shown.words == telling.sentence or shown.words in telling.parts:
        return True
    if shown.cells:
        return _is_row(node, shown, telling, page)
    return telling.matrix != set() and _is_cell(node, shown, telling)


def _is_row(node: Node, shown: ClaimShown, telling: Telling, page: PageWords) -> bool:
    """Whether each cell of a row says what the head of its column asks for; the last holds the marks."""
    heads = _heads(node)
    if len(heads) != len(shown.cells) or "subject" not in map(page.language.columns.get, heads):
        return False
    columns = [page.language.columns.get(head, "") for head in heads]
    return all(words == telling.cells.get(column, "") for column, words in zip(columns, shown.cells, strict=True))


def _is_cell(node: Node, shown: ClaimShown, telling: Telling) -> bool:
    """Whether a cell of a matrix says of its row and column what the statement says."""
    cell, row = above(node, "td"), above(node, "tr")
    if cell is None or row is None:
        return False
    cells = [child for child in children(row) if child.name in CELLS]
    heads = _heads(row)
    at = next((number for number, one in enumerate(cells) if one is cell), 0)
    if at >= len(heads):
        return False
    return (clean(text_of(cells[0])), heads[at], shown.words) in telling.matrix


def _heads(node: Node) -> list[str]:
    """The heads of the columns of the table in which a node stands."""
    table = above(node, "table")
    head = next((child for child in children(table) if child.name == "thead"), None) if table is not None else None
    row = next((child for child in children(head) if child.name == "tr"), None) if head is not None else None
    cells = children(row) if row is not None else []
    return [clean(text_of(cell)) for cell in cells if cell.name in CELLS]
