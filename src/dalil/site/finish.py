"""What is done to a site once all its pages are there, in order."""

from __future__ import annotations

from pathlib import Path

from dalil.project.whole import Checked
from dalil.reading.files.generated import ROBOTS, SITEMAP
from dalil.site.assets import shorten
from dalil.site.clock import today
from dalil.site.compress import compress
from dalil.site.feed import write_feeds
from dalil.site.opensearch import write_descriptions
from dalil.site.pictures import CACHE, write_pictures
from dalil.site.policy import shipped, write_policy
from dalil.site.search import write_index
from dalil.site.sitemap import robots, sitemap
from dalil.system.progress import Step, silent


def finish(
    checked: Checked, site: Path, step: Step = silent, *, preview: bool = False, cache: Path | None = None
) -> None:
    """Adds to a built site what is made from the whole of it; `site` is the folder with the pages of every locale.

    A preview does without what only readers elsewhere need, and a site on disk without what needs a server. `cache`
    keeps drawn pictures; in the project unless given.
    """
    from_disk = checked.renderer.settings.from_disk
    if not from_disk:
        write_index(checked, site, closely=not preview)
    shorten(site)
    write_descriptions(checked, site)
    write_feeds(checked, site)
    write_policy(site, shipped(checked.root / "overrides"), from_disk=from_disk)
    (site / SITEMAP).write_text(sitemap(checked.renderer.heads(), today(checked)), encoding="utf-8")
    (site / ROBOTS).write_text(robots(checked.renderer.settings.address), encoding="utf-8")
    if not preview:
        write_pictures(checked, site, cache or checked.root / CACHE, step)
    if not (preview or from_disk):
        compress(site, step)
