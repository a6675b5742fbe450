"""What is different between two states of a project, from the reader's side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from dalil.desk.impact.drawn import Lack, new_lacks
from dalil.desk.impact.history import Changed
from dalil.desk.impact.order import Follows, order_changes
from dalil.desk.impact.pages import Addresses, PageChange, addresses, page_changes, pages
from dalil.desk.impact.resting import RestingChange, resting_changes
from dalil.desk.impact.snapshot import Assertion, Cited, Key, Localised, Snapshot
from dalil.desk.impact.words import says_the_same

Kind = Literal["added", "changed", "removed", "renamed"]


@dataclass(frozen=True)
class Moved:
    """A value that readers see otherwise than before; empty words where there was or is none."""

    name: str
    derived: bool
    before: Localised
    after: Localised


@dataclass(frozen=True)
class AssertionChange:
    """A claim or statement that is new, gone, or says something else."""

    key: Key
    change: Kind
    former: str | None
    """Its id before, if it was renamed."""
    before: Localised
    after: Localised
    """Its sentence in each locale; empty when it was or is not there."""
    status: tuple[str, str]
    """Before and after."""
    gained: list[Cited]
    lost: list[Cited]
    moved: list[Moved]
    own: bool
    """Whether its own record was changed; otherwise it follows from others."""
    noted: bool
    """Whether a note of this change was added to its revisions."""
    pages: dict[str, list[str]]
    """Locale to the addresses of pages that show it, before or after."""

    @property
    def says_otherwise(self) -> bool:
        """Whether a sentence that stands in both states says something else, beyond marks and spaces."""
        return bool(self.before and self.after) and not all(
            says_the_same(self.before.get(code, ""), words) for code, words in self.after.items()
        )

    @property
    def note_missing(self) -> bool:
        """Whether the change needs a note in its revisions and has none.

        A statement whose role is said in new words needs none: that is no change of the statement.
        """
        return self.says_otherwise and not self.noted and (self.own or self.key[0] == "claims")


@dataclass(frozen=True)
class FieldChange:
    """One field of a record, before and after; empty where it was or is not there."""

    path: str
    before: str
    after: str


@dataclass(frozen=True)
class RecordChange:
    """Any record whose fields differ."""

    key: Key
    change: Kind
    former: str | None
    fields: list[FieldChange]


@dataclass(frozen=True)
class OneSided:
    """A text that was changed in some languages only."""

    key: Key
    path: str
    changed: list[str]
    unchanged: list[str]


@dataclass
class Impact:
    """Everything that differs."""

    locales: list[str]
    base_problems: int
    head_problems: int
    """With problems in a state, only records are compared: what its readers would see is not known."""
    assertions: list[AssertionChange] = field(default_factory=list)
    records: list[RecordChange] = field(default_factory=list)
    one_sided: list[OneSided] = field(default_factory=list)
    stale: dict[str, list[str]] = field(default_factory=dict)
    """Translated locale to the keys of texts whose translations were up to date and are not any more."""
    resting: list[RestingChange] = field(default_factory=list)
    """The sentences that rest on what has moved, those that nobody has confirmed first."""
    drawn: list[Lack] = field(default_factory=list)
    """What pictures lack since the change."""
    order: list[Follows] = field(default_factory=list)
    """The claims that stand after another claim of their paragraph than before."""
    pages: dict[str, list[PageChange]] = field(default_factory=dict)
    addresses: dict[str, Addresses] = field(default_factory=dict)
    lines: dict[Key, tuple[str, int]] = field(default_factory=dict)
    """File and line of each record in the newer state."""
    files: list[Changed] = field(default_factory=list)
    """Every file that differs, whatever the site makes of it."""
    code: list[str] = field(default_factory=list)
    """Files that differ and are code, when pages of both states are made by the code of the older one."""
    lacking: list[str] = field(default_factory=list)
    """Macros that pages call and that the older state does not have, so that what they show is not known."""

    @property
    def sound(self) -> bool:
        """Whether both states pass the check, so that what readers see is compared."""
        return not (self.base_problems or self.head_problems)

    @property
    def unexplained(self) -> list[Changed]:
        """Files of which nothing else here says what they do: every one, where only records could be compared."""
        compared = self.sound and bool(self)
        return [one for one in self.files if one.left is None and not (compared and one.told)]

    @property
    def unread(self) -> list[Changed]:
        """What is in the place of files and could not be read."""
        return [one for one in self.files if one.left is not None]

    def __bool__(self) -> bool:
        told = (
            self.records,
            self.assertions,
            self.resting,
            self.drawn,
            self.order,
            self.lacking,
            *self.pages.values(),
            *self._moves(),
        )
        return any(map(bool, told))

    def _moves(self) -> Iterator[object]:
        for one in self.addresses.values():
            yield from (*one.new, *one.gone, *one.moved)


def compare(before: Snapshot, after: Snapshot) -> Impact:
    """Compares two states."""
    impact = Impact(
        after.locales or before.locales,
        len(before.problems),
        len(after.problems),
        lines={**before.lines, **after.lines},
    )
    impact.lacking = after.lacking
    former = _renamed(before, after)
    impact.records = list(_records(before, after, former))
    impact.one_sided = [side for record in impact.records for side in _one_sided(record, after.written)]
    impact.stale = {code: keys for code in after.translations if (keys := list(_stale(before, after, code)))}
    impact.resting = sorted(resting_changes(before.resting, after.resting), key=lambda one: one.confirmed)
    impact.drawn = list(new_lacks(before.drawn, after.drawn))
    if before.sound and after.sound:
        changed = {record.key for record in impact.records}
        sides = {code: pages(before, after, code) for code in impact.locales}
        impact.pages = {code: list(page_changes(some)) for code, some in sides.items()}
        impact.addresses = {code: addresses(before, after, code) for code in impact.locales}
        impact.assertions = list(_assertions(before, after, former, changed, impact.pages))
        ids = {key[1]: was for key, was in former.items() if key[0] == "claims"}
        words = {key[1]: one.sentence for key, one in after.assertions.items() if key[0] == "claims"}
        impact.order = list(order_changes(before.paragraphs, after.paragraphs, ids, words))
    return impact


def _renamed(before: Snapshot, after: Snapshot) -> dict[Key, str]:
    """Key of a record today to its id before."""
    found = {}
    for old, new in after.aliases.items():
        if old in before.aliases:
            continue
        for kind in {kind for kind, record_id in before.records if record_id == old}:
            if (kind, new) in after.records and (kind, new) not in before.records:
                found[kind, new] = old
    return found


def _pairs(before: Iterable[Key], after: Iterable[Key], former: dict[Key, str]) -> Iterator[tuple[Key | None, Key]]:
    """Each record with what it was before; a record that is gone comes last, as its own present."""
    old = dict.fromkeys(before)
    for key in after:
        was = (key[0], former[key]) if key in former else key
        yield (was if was in old else None), key
        old.pop(was, None)
    for key in old:
        yield key, key


def _change(was: Key | None, key: Key, after: object) -> Kind:
    if was is None:
        return "added"
    if after is None:
        return "removed"
    return "changed" if was == key else "renamed"


def _records(before: Snapshot, after: Snapshot, former: dict[Key, str]) -> Iterator[RecordChange]:
    for was, key in _pairs(before.records, after.records, former):
        old = before.records[was] if was else {}
        new = after.records.get(key)
        names = dict.fromkeys([*old, *(new or {})])
        fields = [FieldChange(name, old.get(name, ""), (new or {}).get(name, "")) for name in names]
        fields = [one for one in fields if one.before != one.after]
        change = _change(was, key, new)
        if fields or change != "changed":
            yield RecordChange(key, change, was[1] if was and was != key else None, fields)


def _one_sided(record: RecordChange, locales: list[str]) -> Iterator[OneSided]:
    if record.change not in ("changed", "renamed"):
        return
    texts: dict[str, set[str]] = {}
    for one in record.fields:
        path, _, code = one.path.rpartition(".")
        if code in locales and not path.endswith("aliases"):
            texts.setdefault(path, set()).add(code)
    for path, changed in texts.items():
        if unchanged := [code for code in locales if code not in changed]:
            yield OneSided(record.key, path, [code for code in locales if code in changed], unchanged)


def _stale(before: Snapshot, after: Snapshot, code: str) -> Iterator[str]:
    was = before.translations.get(code, {})
    for key, state in after.translations[code].items():
        if was.get(key) == "done" and state != "done":
            yield key


def _assertions(
    before: Snapshot,
    after: Snapshot,
    former: dict[Key, str],
    changed: set[Key],
    pages: dict[str, list[PageChange]],
) -> Iterator[AssertionChange]:
    for was, key in _pairs(before.assertions, after.assertions, former):
        old = before.assertions[was] if was else None
        new = after.assertions.get(key)
        change = _change(was, key, new)
        if change == "changed" and _same(old, new):
            continue
        gained, lost = _citations(old, new)
        yield AssertionChange(
            key=key,
            change=change,
            former=was[1] if was and was != key else None,
            before=old.sentence if old else {},
            after=new.sentence if new else {},
            status=(old.status if old else "", new.status if new else ""),
            gained=gained,
            lost=lost,
            moved=list(_moved(old, new)),
            own=key in changed,
            noted=bool(old and new and new.revisions > old.revisions),
            pages={
                code: [one.address for one in some if ("claim", key[1]) in one.parts] for code, some in pages.items()
            },
        )


def _same(old: Assertion | None, new: Assertion | None) -> bool:
    assert old is not None
    assert new is not None
    return (old.sentence, old.status, Counter(map(_cite_key, old.citations)), old.values) == (
        new.sentence,
        new.status,
        Counter(map(_cite_key, new.citations)),
        new.values,
    )


def _cite_key(cited: Cited) -> tuple[str, str, str]:
    return cited.source, cited.stance, cited.locator


def _citations(old: Assertion | None, new: Assertion | None) -> tuple[list[Cited], list[Cited]]:
    """Citations gained and lost; the name of a publisher makes no difference."""
    had, has = (Counter(map(_cite_key, one.citations)) if one else Counter() for one in (old, new))
    gained = [cited for cited in (new.citations if new else ()) if (has - had)[_cite_key(cited)]]
    lost = [cited for cited in (old.citations if old else ()) if (had - has)[_cite_key(cited)]]
    return gained, lost


def _moved(old: Assertion | None, new: Assertion | None) -> Iterator[Moved]:
    had, has = (one.values if one else {} for one in (old, new))
    for name in dict.fromkeys([*has, *had]):
        was, now = had.get(name), has.get(name)
        if old and new and (was.words if was else {}) != (now.words if now else {}):
            derived = bool((now or was) and (now or was).derived)  # type: ignore[union-attr]
            yield Moved(name, derived, was.words if was else {}, now.words if now else {})
