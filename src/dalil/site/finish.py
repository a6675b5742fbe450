"""What is done to a site once all its pages are there: an ordered list of steps, each a function of its own.

`dalil build`, plain `mkdocs build` and the preview all end here, so that none of them lacks anything.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from dalil.project import Checked
from dalil.site.opensearch import write_descriptions
from dalil.site.search import write_index

UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers")
"""What the theme brings along for its own search."""


def finish(checked: Checked, site: Path, address: str) -> None:
    """Finishes the site in the folder `site`, which will be published at `address` (empty if not known)."""
    drop_unused(site)
    write_index(checked, site)
    write_descriptions(checked, site, address)


def drop_unused(site: Path) -> None:
    """Deletes files of the theme that no page asks for."""
    for name in UNUSED:
        shutil.rmtree(site / name, ignore_errors=True)
