"""A project from its files to what the site generator gets: read, check, render. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dalil.checks import lacking
from dalil.checks.opening import Need, open_store
from dalil.model.dates import Date
from dalil.problems import Problem, Problems, ProblemsFound
from dalil.reading.files.attached import Attached
from dalil.reading.files.gate import passed
from dalil.render.border import EngineFault
from dalil.render.collisions import check_addresses
from dalil.render.headlines import check_headlines
from dalil.render.needed import check_needed
from dalil.render.pages import Renderer, Staged
from dalil.render.shared import Shared
from dalil.render.summaries import check_summaries
from dalil.render.texts import labels_of
from dalil.render.wayfinding import check_ways
from dalil.store import Store
from dalil.store.settings import read_settings
from dalil.system.progress import Step, silent
from dalil.translation.agreed import Agreement, read_agreements
from dalil.translation.resting import Moved, moved, note_moved
from dalil.translation.reviewing import due
from dalil.translation.soundness import check_strays, check_whole
from dalil.translation.standing import Standing, translated
from dalil.translation.tally import Progress, progress_of


@dataclass(frozen=True)
class Checked:
    """A project without problems."""

    root: Path
    store: Store
    renderer: Renderer
    plain_pages: list[Staged]
    standings: dict[str, Standing]
    """Translated locale to how its texts stand."""
    attached: list[Attached]
    """The files of `docs` that are published as they are."""
    only: str | None = None
    """The one locale that was rendered, for its translator; None when all were."""
    moved: tuple[Moved, ...] = ()
    """The sentences whose values nobody has agreed to as they are."""
    unsettled: tuple[Problem, ...] = ()
    """What must be settled before this is published, though pages can be made: such sentences, what pictures lack."""

    @property
    def shared(self) -> dict[str, Shared]:
        """What the pages of each locale share, of those that were rendered."""
        every = self.renderer.shared
        return every if self.only is None else {self.only: every[self.only]}

    def pages(self, step: Step = silent) -> Iterator[Staged]:
        """Every page in every locale; raises ProblemsFound when one cannot be rendered."""
        problems = Problems()
        total, done = self.renderer.count(), len(self.plain_pages)
        for page in self.plain_pages:
            yield from self._beside(page)
        for page in self.renderer.record_pages(problems):
            done += 1
            step("render", done, total)
            yield from self._beside(page)
        for code in self.store.locales:
            yield from self.renderer.redirects(code)
        if len(problems):
            raise ProblemsFound(problems)

    def _beside(self, page: Staged) -> Iterator[Staged]:
        """A page; when one locale alone is rendered, with an empty one for the default, which is always built."""
        yield page
        default = self.store.site.default
        if self.only is not None and page.locale != default:
            yield replace(page, locale=default, text="---\ntitle: …\n---\n")


@dataclass(frozen=True)
class InLanguages:
    """A store in all its languages, whatever faults it has."""

    store: Store
    """With translations in the place of texts that are missing."""
    standings: dict[str, Standing]
    """Translated locale to how its texts stand."""
    progress: list[Progress]
    moved: tuple[Moved, ...]
    """The sentences whose values nobody has agreed to as they are."""
    unsettled: tuple[Problem, ...]
    """What must be settled before this is published, though pages can be made: such sentences, what pictures lack."""


def check_project(
    root: Path,
    as_of: Date | None = None,
    *,
    strict: bool = False,
    only: str | None = None,
    code: Path | None = None,
    from_disk: bool = False,
) -> Checked:
    """Reads and checks everything; raises ProblemsFound with every problem there is.

    A broken translation is a problem only if `strict`; otherwise the fallback stands in its place. So is what is
    unsettled; otherwise it is told beside the pages. `as_of` takes the place of the day on which the store says that it
    was last changed. `only` renders one locale, and labels its texts. `code` is the folder of a state that is trusted:
    macros and configuration come from there, and nothing of `root` but its data is looked at. What no page shows is
    then not asked, since its own macros may show it. `from_disk`: for a site that is opened from disk.
    """
    problems = Problems()
    attached = passed(root, problems)
    found = in_languages(root, problems, as_of)
    store, standings = found.store, found.standings
    if strict:
        problems.extend(found.unsettled)
        _check_translations(root, store, standings, problems)
    # The configuration of another state knows nothing of this one's languages; that is no fault of this one.
    own = Problems() if code else problems
    settings = replace(read_settings(code or root, store, own), from_disk=from_disk)
    renderer = Renderer(root, store, settings, problems, found.progress, only, code)
    check_ways(renderer.skeletons, settings, own)
    check_addresses(code or root, store, renderer.skeletons, attached, settings.theme, problems)
    if only in standings:
        renderer.shared[only].texts.labels = labels_of(store, standings[only])
    plain_pages = _render(renderer, standings, code or root, problems, only)
    if len(problems):
        raise ProblemsFound(problems)
    return Checked(root, store, renderer, plain_pages, standings, attached, only, found.moved, found.unsettled)


def in_languages(root: Path, problems: Problems, as_of: Date | None = None) -> InLanguages:
    """Opens a project and sees how its texts stand in each language; raises ProblemsFound when it has no languages."""
    store = open_store(root, Need.LANGUAGES, problems, as_of)
    agreed = read_agreements(root, problems)
    waiting, (moves, unsettled) = due(store, agreed), unsettled_of(store, agreed)
    store, standings = translated(root, store, problems)
    return InLanguages(store, standings, progress_of(store, standings, waiting), moves, unsettled)


def _check_translations(root: Path, store: Store, standings: Mapping[str, Standing], problems: Problems) -> None:
    problems.extend(problem for one in standings.values() for problem in one.problems)
    check_strays(root, store, problems)
    for standing in standings.values():
        if standing.catalogue and standing.catalogue.text:
            check_whole(standing.catalogue, store, problems)


def _render(
    renderer: Renderer, standings: Mapping[str, Standing], code: Path, problems: Problems, only: str | None
) -> list[Staged]:
    """Every plain page.

    One may fail to render only because of a fault that is already noted; that failure would say nothing new, even where
    the engine did not expect it, and what no page shows is known only once every page could be rendered. Raises
    EngineFault when a page of a sound project fails by a fault of ours.
    """
    store, rendering = renderer.store, Problems()
    try:
        pages = renderer.plain_pages(rendering)
    except EngineFault:
        if len(problems):
            return []
        raise
    check_needed(code, store, rendering)
    check_headlines(renderer.shared, standings, rendering)
    check_summaries(renderer.shared, standings, rendering)
    plain = sum(not skeleton.each for skeleton in renderer.skeletons)
    complete = renderer.all_read and len(pages) == plain * (1 if only else len(store.locales))
    if complete:
        renderer.unused(rendering)
    if complete or not len(problems):
        problems.extend(rendering.sorted())
    return pages


def unsettled_of(store: Store, agreed: Mapping[str, Agreement]) -> tuple[tuple[Moved, ...], tuple[Problem, ...]]:
    """The sentences to be agreed to, and the problems of what is unsettled: see the fields of `InLanguages`."""
    found, problems = tuple(moved(store, agreed)), Problems()
    note_moved(store, found, problems)
    lacking.check(store, problems)
    return found, tuple(problems.sorted())
