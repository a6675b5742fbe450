"""Renders skeletons with macros into Markdown, once per locale. What comes out is plain Markdown for any generator."""

from __future__ import annotations

import functools
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dalil.model.kinds import ONE
from dalil.model.locales import Locale
from dalil.problems import Place, Problems, phrase
from dalil.render.addresses import Addresses, record_ids
from dalil.render.budget import Exhausted
from dalil.render.calls import Call
from dalil.render.cards.fonts import Fonts
from dalil.render.export.files import Downloads
from dalil.render.faults import note_failure
from dalil.render.heads import Head, fields, head_of
from dalil.render.linked_data.pages import linked_data
from dalil.render.mentions import Key, Mentions
from dalil.render.naming import named
from dalil.render.order import neighbours, ordered
from dalil.render.page import Page
from dalil.render.shared import Neighbours, Shared
from dalil.render.skeletons import Skeleton, read_skeletons
from dalil.render.templates import Templates
from dalil.render.texts import Met, Texts
from dalil.render.wayfinding import empty_sections, repeated
from dalil.store import Store
from dalil.store.freshness import Verifications
from dalil.store.settings import Settings
from dalil.text.markup import element
from dalil.translation.tally import Progress

UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML 1.1 takes for a line's end, or has only as an escape (sections 5.1 and 5.4)."""
MUCH = 90
"""Percent of a page's texts below which the page says that not all of it is translated."""


@dataclass(frozen=True)
class Staged:
    """One page of one locale, ready for the site generator."""

    path: str
    """Where it stands within the locale, such as `claims/nss-made-public.md`."""
    locale: str
    text: str
    """Markdown with a head of `title`, `description`, `partly` (that not all of it is translated), `head` (what else
    the theme places there) and `linked_data`."""


@dataclass(frozen=True)
class Placed:
    """One page of one locale: where it stands, and what its head says."""

    locale: str
    address: str
    """Within the locale, such as `claims/nss-made-public/`."""
    head: Head
    skeleton: str
    """The file that makes it."""


class Renderer:
    """Everything that rendering needs, made once for a store."""

    def __init__(
        self,
        root: Path,
        store: Store,
        settings: Settings,
        problems: Problems,
        progress: Sequence[Progress] = (),
        only: str | None = None,
        code: Path | None = None,
    ) -> None:
        """Reads and checks skeletons and macros; faults go to `problems`.

        `progress`: how far the locales are. `only`: the one locale whose pages are rendered; all unless given.
        `code`: the project whose macros are used; this one's unless given.
        """
        self.store = store
        self._progress = progress
        self.settings = settings
        self.root = root
        self.templates = Templates(code or root, problems, root if code else None)
        self.skeletons = [self.templates.known(one) for one in read_skeletons(root, store, problems)]
        self._own = code is None
        self.all_read = self._own and len(self.skeletons) == sum(1 for _ in (root / "docs").rglob("*.md"))
        """Whether every file of `docs` is a page that could be read, to be shown by the project's own macros."""
        self._sound = [one for one in self.skeletons if self.templates.check(one, store, problems)]
        mentions = Mentions(store)
        self._spoken_of = mentions.spoken_of()
        addresses = Addresses(self.skeletons, store, self._spoken_of)
        self.shown_on: dict[str, list[str]] = {}
        self._exhausted = False
        plain = [skeleton for skeleton in self.skeletons if not skeleton.each]
        order = {file: number for number, file in enumerate(settings.order)}
        self._verifications = Verifications(store)
        plain.sort(key=lambda skeleton: order.get(_file(skeleton.address), len(order)))
        texts = self._texts()
        self.shared = {code: self._share(code, texts[code], addresses, mentions, plain) for code in store.locales}
        self._rendered = [self.shared[code] for code in store.locales if only in (None, code)]
        self.downloads = Downloads(self.shared)
        self._drawn: set[str] = set()
        self._called: dict[str, set[str]] = {}
        """Claim or statement to the pages whose calls name it; others gather what belongs elsewhere."""
        self._empty: list[Place] = []
        """Calls of plain pages that write a heading with nothing below it."""
        self._repeated: list[tuple[str, Call, Call]] = []
        """Claims that a plain page prints twice, with the two calls."""
        self.fonts = Fonts((code or root) / "fonts")
        self._heads: dict[tuple[str, Key], Head] = {}
        self._translated: dict[tuple[str, Key], int] = {}
        self._thin: set[tuple[str, Key]] = set()
        """Locale and page of which too little is translated to be offered."""
        self._names: dict[str, Counter[str]] = {}

    def _texts(self) -> dict[str, Texts]:
        """The texts of each locale, with those that stand in for them."""
        locales = {code: Locale(code, settings) for code, settings in self.store.site.locales.items()}
        found = {code: Texts(self.store, locale) for code, locale in locales.items()}
        for code, texts in found.items():
            chain = dict.fromkeys([*texts.locale.settings.fallback, *self.store.site.written])
            texts.fallbacks = [found[one] for one in chain if one in found and one != code]
        return found

    def _share(
        self, code: str, texts: Texts, addresses: Addresses, mentions: Mentions, plain: list[Skeleton]
    ) -> Shared:
        locale = texts.locale
        return Shared(
            store=self.store,
            locale=locale,
            texts=texts,
            addresses=addresses,
            mentions=mentions,
            shown_on=self.shown_on,
            citing=self.store.citing(),
            contested=self.store.contested(),
            verifications=self._verifications,
            settings=self.settings,
            progress=self._progress,
            pages=[skeleton.page for skeleton in plain],
            downloads=lambda: self.downloads.views(locale),
            neighbours=functools.cache(lambda: self._neighbours(code, plain)),
        )

    def _neighbours(self, code: str, plain: list[Skeleton]) -> dict[Key, Neighbours]:
        """What each page of a locale stands between."""
        shared = self.shared[code]
        pages = [("pages", skeleton.page) for skeleton in plain if _file(skeleton.address) in self.settings.order]
        found = neighbours(pages, None)
        for skeleton in self.skeletons:
            if skeleton.each:
                listing, keys = _listing(skeleton, plain), self._keys(skeleton)
                withdrawn = [key for key in keys if self.store.retraction(*key) is not None]
                found |= neighbours(ordered((key for key in keys if key not in withdrawn), shared), listing)
                found |= {key: Neighbours(parent=listing) for key in withdrawn}
        return found

    def _keys(self, skeleton: Skeleton) -> list[Key]:
        """Folder and id of each record for which a skeleton makes a page."""
        if not skeleton.each:
            return [("pages", skeleton.page)]
        return [
            (kind, one) for kind in skeleton.each for one in record_ids(skeleton, kind, self.store, self._spoken_of)
        ]

    def plain_pages(self, problems: Problems) -> list[Staged]:
        """Pages that are no record's own. They tell which claims are shown where, so they come first."""
        staged: list[Staged] = []
        for skeleton in self._sound:
            if skeleton.each:
                continue
            blocks = named(skeleton, self.templates.macros, "disputes")
            pages = [Page(shared, skeleton.address, skeleton.page, blocks=blocks) for shared in self._rendered]
            found = self._render(skeleton, pages, _file(skeleton.address), problems)
            staged += found
            if found and found[0].locale == pages[0].locale:
                if self._own:
                    self._note_use(skeleton, pages[0], problems)
                self._drawn |= set(pages[0].pictures.shown)
                for called in named(skeleton, self.templates.macros, "assertions"):
                    self._called.setdefault(called, set()).add(skeleton.page)
                for claim in pages[0].shown:
                    self.shown_on.setdefault(claim, []).append(skeleton.page)
        return staged

    def _note_use(self, skeleton: Skeleton, page: Page, problems: Problems) -> None:
        record = self.store.pages[skeleton.page]
        for field in ("sections", "notes", "figures"):
            for key in getattr(record, field):
                if (field, key) not in page.used:
                    place = self.store.place("pages", record.id, field, key, key=True)
                    problems.add("section-unused", place, what=phrase(field.removesuffix("s")), id=key)
        if record.summary and ("summary", "") not in page.used:
            place = self.store.place("pages", record.id, "summary", key=True)
            problems.add("summary-unused", place, page=skeleton.path)

    def unused(self, problems: Problems) -> None:
        """Notes what no page shows, or not where it belongs, and empty headings; to be asked after `plain_pages`."""
        for place in self._empty:
            problems.add("section-empty", place)
        for claim, first, again in self._repeated:
            problems.add("printed-twice", again.place, id=claim, line=first.place.line)
        for picture in set(self.store.pictures) - self._drawn:
            place = self.store.place("pictures", picture, key=True)
            problems.add("claim-unused", place, what=phrase("picture"), id=picture)
        leads = {entity.lead for entity in self.store.entities.values() if entity.id in self._spoken_of}
        for kind, assertion in self.store.standing():
            on_entities = kind == "statements" or assertion.id in leads
            if assertion.id not in self.shown_on and not on_entities:
                place = self.store.place(kind, assertion.id, key=True)
                problems.add("claim-unused", place, what=phrase(ONE[kind]), id=assertion.id)
            elif (on := self._called.get(assertion.id)) and assertion.topic not in self.shown_on[assertion.id]:
                place = self.store.place(kind, assertion.id, "topic")
                problems.add("topic-elsewhere", place, topic=assertion.topic, pages=sorted(on), nearest=min(on))

    def record_pages(self, problems: Problems) -> Iterator[Staged]:
        """Each record's own page in every locale; to be asked after `plain_pages`."""
        for skeleton in self._sound:
            for key in self._keys(skeleton) if skeleton.each else ():
                address = f"{skeleton.folder}{key[1]}/"
                pages = [Page(shared, address, skeleton.page, key) for shared in self._rendered]
                yield from self._render(skeleton, pages, _file(address), problems)

    def redirects(self, code: str) -> Iterator[Staged]:
        """A page at each former address that leads to the present one."""
        shared = self.shared[code]
        for former in self.store.aliases:
            current = self.store.current(former) or ""
            for address, present in shared.addresses.former(former, current):
                way = shared.ways.between(present, address)
                words = shared.texts.interface("moved")
                title = {"title": words, "description": words, "redirect": way}
                body = element("p", {"data-editorial": "moved"}, words, " ", element("a", {"href": way}, current))
                yield Staged(_file(address), code, f"{_head(title)}{body}\n")

    def count(self) -> int:
        """How many pages there are in all locales."""
        return sum(len(self._keys(skeleton)) for skeleton in self._sound) * len(self._rendered)

    def placed(self) -> Iterator[Placed]:
        """Every page that a skeleton makes, locale by locale; to be asked when all are rendered."""
        for code in self.store.locales:
            for skeleton in self._sound:
                for key in self._keys(skeleton):
                    address = f"{skeleton.folder}{key[1]}/" if skeleton.each else skeleton.address
                    yield Placed(code, address, self._head_of(key, code, skeleton), skeleton.path)

    def heads(self) -> Iterator[Head]:
        """The head of every page, locale by locale."""
        return (placed.head for placed in self.placed())

    def _head_of(self, key: Key, code: str, skeleton: Skeleton) -> Head:
        if (code, key) not in self._heads:
            alone = self._alike(code)[self.shared[code].short_title(*key)] == 1 or key[0] == "pages"
            offered = [one for one in self.store.locales if (one, key) not in self._thin]
            indexed = skeleton.indexed and code in offered
            head = head_of(key, self.shared[code], self.fonts, alone=alone, indexed=indexed, offered=offered)
            self._heads[code, key] = head
        return self._heads[code, key]

    def _alike(self, code: str) -> Counter[str]:
        """How many pages of a locale have each name."""
        if code not in self._names:
            keys = (key for skeleton in self._sound for key in self._keys(skeleton))
            self._names[code] = Counter(self.shared[code].short_title(*key) for key in keys)
        return self._names[code]

    def _render(self, skeleton: Skeleton, pages: list[Page], path: str, problems: Problems) -> list[Staged]:
        """One page in every locale; those that cannot be rendered are left out, and the reason goes to `problems`."""
        bodies: list[tuple[Page, str]] = []
        staged = []
        for page in pages:
            if self._exhausted:
                return []  # What spent the budget of one page would spend that of every other.
            with self._faults(skeleton, problems):
                bodies.append((page, self._body(skeleton, page)))
        # A head names the page's other languages, and so needs to know which of them are worth offering.
        for page, body in bodies:
            with self._faults(skeleton, problems):
                staged.append(Staged(path, page.locale, self._front_matter(skeleton, page) + body.strip() + "\n"))
        return staged

    def _body(self, skeleton: Skeleton, page: Page) -> str:
        texts = self.shared[page.locale].texts
        texts.met = Met()
        written = self.templates.written(skeleton, page)
        if not skeleton.each and page.locale == self._rendered[0].locale.code:
            self._empty += [call.place for call in empty_sections(written)]
            self._repeated += repeated(written, self.templates.macros)
        body = "".join(call.before + text for call, text in written)
        if texts.met.share < texts.locale.settings.indexed:
            self._thin.add((page.locale, page.key))
        self._translated[page.locale, page.key] = texts.met.share
        return body

    @contextmanager
    def _faults(self, skeleton: Skeleton, problems: Problems) -> Iterator[None]:
        """Notes whatever goes wrong in a template: it is the template's fault, and an editor gets its line."""
        try:
            yield
        except Exception as error:
            self._exhausted |= isinstance(error.__cause__ or error, Exhausted)
            note_failure(error, Place(skeleton.path), problems)

    def _front_matter(self, skeleton: Skeleton, page: Page) -> str:
        head, shared = self._head_of(page.key, page.locale, skeleton), self.shared[page.locale]
        linked = linked_data(head, shared, page.cited) if head.tells else ""
        matter: dict[str, object] = {"title": head.title, "description": head.description}
        if (share := self._translated[page.locale, page.key]) < MUCH:
            matter["partly"] = shared.texts.interface("translated.partly", share=share)
        return _head({**matter, "head": fields(head, shared), "linked_data": linked})


def _listing(each: Skeleton, plain: Iterable[Skeleton]) -> Key | None:
    """The page that lists the records of an `each` skeleton."""
    for skeleton in plain:
        if skeleton.address == each.folder or set(skeleton.lists) & set(each.each):
            return "pages", skeleton.page
    return None


def _file(address: str) -> str:
    """The Markdown file that gives a page this address."""
    if not address:
        return "index.md"
    return f"{address.rstrip('/')}.md"


def _head(matter: Mapping[str, object]) -> str:
    """Front matter: JSON, in which what YAML would read as a line's end, or not at all, is written as an escape."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in matter.items()]
    written = (UNPRINTABLE.sub(lambda character: f"\\u{ord(character[0]):04x}", line) for line in lines)
    return "---\n" + "\n".join(written) + "\n---\n\n"
