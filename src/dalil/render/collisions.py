"""Asks every address that a site will have who makes it: no two make one, not even on a disk without capitals.

Whoever is asked later gives way: a page to a record, whose address is for ever, and a file to a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dalil.problems import Phrase, Place, Problems, phrase
from dalil.reading.files.attached import FOLDER, Attached
from dalil.reading.files.generated import FOLDERS, LEFT_OUT, is_generated
from dalil.reading.files.theme import OVERRIDES, installed, overriding
from dalil.render.addresses import Addresses, record_ids
from dalil.render.mentions import Mentions
from dalil.render.skeletons import Skeleton
from dalil.render.ways import Ways
from dalil.store import Store
from dalil.text.letters import as_file

BUILD, THEME = phrase("the-build"), phrase("the-theme")


@dataclass(frozen=True)
class Made:
    """One file of the site."""

    file: str
    """Where it stands on the site, such as `en/claims/index.html`."""
    by: Place | Phrase
    """The file and line of who makes it; words for what no editor writes."""

    @property
    def address(self) -> str:
        """Its address within the site."""
        return self.file.removesuffix("index.html") or "/"


class Collisions:
    """The addresses of one site, and who makes each."""

    def __init__(self, store: Store, problems: Problems) -> None:
        ways = Ways(default=store.site.default)
        self._prefixes = [ways.below(code) for code in store.locales]
        self._problems = problems
        self._files: dict[str, Made] = {}
        self._folders: dict[str, Made] = {}
        self._told: set[tuple[Place | Phrase, Place | Phrase]] = set()

    def add_page(self, address: str, by: Place) -> None:
        """A page in every locale, by its address within one."""
        if any(as_file(address).startswith(f"{folder}/") and as_file(address) != f"{folder}/" for folder in FOLDERS):
            self._note(Made(f"{address}index.html", by), BUILD)
        for prefix in self._prefixes:
            self.add(Made(f"{prefix}{address}index.html", by))

    def add(self, made: Made) -> None:
        """One more file; notes who makes it already, or makes a folder of its name."""
        name = as_file(made.file)
        parts = name.split("/")
        above = ["/".join(parts[:length]) for length in range(1, len(parts))]
        for other in (self._files.get(name), self._folders.get(name), *map(self._files.get, above)):
            if other is not None:
                self._note(made, other.by)
        self._files.setdefault(name, made)
        for folder in above:
            self._folders.setdefault(folder, made)

    def add_kept(self, made: Made) -> None:
        """A file that is published as it is; none may stand where the build makes one."""
        if any(is_generated(made.file, prefix) for prefix in self._prefixes):
            self._note(made, BUILD)
        self.add(made)

    def _note(self, made: Made, first: Place | Phrase) -> None:
        if isinstance(made.by, Place) and made.by != first and (made.by, first) not in self._told:
            self._told.add((made.by, first))
            what = phrase("address-of-a-page", address=made.address)
            self._problems.add("page-twice", made.by, what=what, first=first)


def check_addresses(
    root: Path,
    store: Store,
    skeletons: Sequence[Skeleton],
    attached: Iterable[Attached],
    theme: str,
    problems: Problems,
) -> None:
    """Notes every two that would make one address; `theme` is the name of the installed theme."""
    site, spoken_of = Collisions(store, problems), Mentions(store).spoken_of()
    for name in overriding(root):
        site.add_kept(Made(name, Place(f"{OVERRIDES}/{name}")))
    for name in installed(theme):
        site.add(Made(name, THEME))  # Where the project has a file of this name, it is meant to take the theme's place.
    for address, by in _records(store, skeletons, spoken_of):
        site.add_page(address, by)
    for skeleton in skeletons:
        if not skeleton.each:
            site.add_page(skeleton.address, Place(skeleton.path))
    for one in attached:
        site.add_kept(Made(one.name, Place(f"{FOLDER}/{one.name}")))
    _check_locales(store, skeletons, attached, problems)
    _check_twice(skeletons, problems)


def _records(store: Store, skeletons: Sequence[Skeleton], spoken_of: set[str]) -> Iterator[tuple[str, Place]]:
    """(address, who makes it) of each record's own page, and of those that lead to it from a former address."""
    for skeleton in skeletons:
        for kind in skeleton.each:
            for record_id in record_ids(skeleton, kind, store, spoken_of):
                yield f"{skeleton.folder}{record_id}/", store.place(kind, record_id, key=True)
    addresses = Addresses(skeletons, store, spoken_of)
    taken = {record_id for _, record_id, _ in store.records()}
    for former in store.aliases:
        if former in taken:
            continue  # That a former id hides a record is noted where it stands.
        for address, _ in addresses.former(former, store.current(former) or ""):
            yield address, store.loaded.documents["aliases", former].place((former,), key=True)


def _check_locales(
    store: Store, skeletons: Sequence[Skeleton], attached: Iterable[Attached], problems: Problems
) -> None:
    """Notes what stands in a folder that is called as a language: all pages of that language stand there."""
    codes = {as_file(code): code for code in store.locales if code != store.site.default}
    standing = [(one.address or one.folder, one.path) for one in skeletons]
    standing += [(one.name, f"{FOLDER}/{one.name}") for one in attached]
    for address, path in standing:
        first = as_file(address.partition("/")[0])
        if first in codes:
            what = phrase("pages-in-language", locale=codes[first])
            problems.add("page-twice", Place(path), what=what, first=BUILD)
        if first == LEFT_OUT:
            what = phrase("address-of-a-page", address=f"{LEFT_OUT}/")
            problems.add("page-twice", Place(path), what=what, first=BUILD)


def _check_twice(skeletons: Sequence[Skeleton], problems: Problems) -> None:
    """Notes skeletons that show the same page record, or make pages of the same records."""
    seen: dict[Phrase, str] = {}
    for skeleton in skeletons:
        shown = [phrase("page-record", id=skeleton.page)] if skeleton.page and not skeleton.each else []
        shown += [phrase("pages-of-records", folder=kind, kind=skeleton.kind) for kind in skeleton.each]
        for what in shown:
            if what in seen:
                problems.add("page-twice", Place(skeleton.path), what=what, first=seen[what])
            seen.setdefault(what, skeleton.path)
