"""Which payload stands where: each field meets every kind in turn, and each kind gives its payloads in turn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from hostile.payloads import BY_KIND, KIND_OF, arabic, as_address, as_message
from hostile.planting import Field

MOST = 380
"""Characters of payloads in one text; names end at 500."""
MOST_ONCE = 1_200
"""Characters of payloads in a field without languages; addresses end at 2,000."""
CHAINS = {"InterfaceString.text": 1, "SoughtPassage.words": 1}
"""Payloads of a text, for fields of which there are hundreds."""
CHAIN = 8
SINGLE = 13
"""Payloads of a field that has no languages, and so stands once."""
LOOSE = re.compile(r"\w+\.(name|title)|PageRecord\.\w+|PageFigure\.\w+|InterfaceString\.\w+|Site\w*\.\w+|Licence\.\w+")
"""Fields in which words of other scripts may stand."""
NO_FIGURES = ("Claim.text", "Term.meaning")
"""Fields in which a figure must be a value."""
NO_MARKUP = re.compile(r"[\[\]]")


@dataclass
class Rotation:
    """Gives payloads out, and keeps where each went."""

    harmless: bool = False
    """Whether plain letters stand in the place of each payload."""
    planted: list[tuple[str, str, str]] = field(default_factory=list)
    """(name of a field, language or nothing, payload as it is to be read)."""
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """(kind of payload, name of a field)."""
    used: Counter[str] = field(default_factory=Counter)
    _turns: Counter[str] = field(default_factory=Counter)
    _passed: Counter[str] = field(default_factory=Counter)
    _kinds: Counter[str] = field(default_factory=Counter)
    _starts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def choose(self, where: Field, code: str, value: str) -> str:
        """A value with payloads before or after it."""
        if code == "" and "words" in where.name.lower() and len(value.split()) > 5:
            return value  # It is as long as it may be.
        count = CHAINS.get(where.name, CHAIN if code else SINGLE)
        # Latin marks must not stand beside Arabic letters.
        between = " / " if code == "ar" else " "
        chain = between.join(islice(self._written(where, code), count))
        turn = self._turns[where.name + code] = self._turns[where.name + code] + 1
        if where.kind == "address":
            return f"{value}#{chain.replace(' ', '')}"
        if where.name.startswith(("Locator.", "SoughtPassage.")):
            chain = re.sub(r"\s", "_", chain)
            return f"{value}{chain}"
        after = turn % 2 or where.name.startswith("Interface")
        return f"{value}{between}{chain}" if after else f"{chain}{between}{value}"

    def word(self, code: str) -> str:
        """A payload for a translation: figures must be those of the original."""
        found = next(one for one in self._following("translation") if not any(map(str.isdigit, one)))
        self._note("translation", code, found)
        return self._letter(code) or found

    def _letter(self, code: str) -> str:
        letters = "بتجحخدرس" if code == "ar" else "bcdfghkx"
        return letters[len(self.planted) % 8] if self.harmless else ""

    def _note(self, name: str, code: str, payload: str) -> None:
        self.used[payload] += 1
        self.pairs.add((KIND_OF[payload], name))
        self.planted.append((name, code, arabic(payload) if code == "ar" else payload))

    def _written(self, where: Field, code: str) -> Iterator[str]:
        """Payloads for one place, written as their field wants it, no more than the field may hold."""
        size = 0
        for payload in self._following(where.name):
            marked = code not in ("", "ar") and self._needs_marks(where, payload)
            if (marked and NO_MARKUP.search(payload)) or self._is_refused(where, code, payload):
                self._passed[payload] += 1
                continue
            written = _as(where.kind, arabic(payload) if code == "ar" else payload)
            if size and size + len(written) > (MOST if code else MOST_ONCE):
                return
            size += len(written) + 1
            self._note(where.name, code, payload)
            written = self._letter(code) or written
            yield f"[{written}](lang:fr)" if marked else written

    def _is_refused(self, where: Field, code: str, payload: str) -> bool:
        """Whether the check would refuse it there."""
        figures = code == "ar" and where.name in NO_FIGURES and re.search(r"\d", arabic(payload))
        return bool(figures) or (where.kind == "address" and ":~:" in payload)

    def _needs_marks(self, where: Field, payload: str) -> bool:
        figures = where.name in NO_FIGURES and any(map(str.isdigit, payload))
        return figures or (KIND_OF[payload] == "homographs" and not LOOSE.fullmatch(where.name))

    def _following(self, name: str) -> Iterator[str]:
        """Payloads without end, each of the next kind; of each kind those that were given out least come first."""
        kinds = list(BY_KIND)
        while True:
            kind = kinds[self._kinds[name] % len(kinds)]
            self._kinds[name] += 1
            start = self._starts[name, kind] % len(BY_KIND[kind])
            self._starts[name, kind] += 1
            yield min([*BY_KIND[kind][start:], *BY_KIND[kind][:start]], key=self._given)

    def _given(self, payload: str) -> int:
        return self.used[payload] + self._passed[payload]


def _as(kind: str, payload: str) -> str:
    return {"address": as_address, "text": as_message}.get(kind, str)(payload)
