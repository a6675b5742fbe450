"""A copy of a project with its pseudo-locales, for the preview alone: they are never published."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from dalil.checks.opening import Need, open_store
from dalil.editing.changes import Changes
from dalil.editing.configuring import ENGINE, SITE, with_locale
from dalil.translation.catalogue import Catalogue, path_of, written
from dalil.translation.merging import merged
from dalil.translation.pseudo import PSEUDO
from dalil.translation.units import units_of


@contextmanager
def pseudo_project(root: Path) -> Iterator[Path]:
    """The copy, gone afterwards; raises ProblemsFound when the store is not sound."""
    store, changes = open_store(root, Need.SOUND), Changes(root)
    source = "en" if "en" in store.written else store.site.default
    site, engine = changes.text(SITE), changes.text(ENGINE)
    for code, change in PSEUDO.items():
        site, engine = with_locale(site, engine, code, [source])
        catalogue = merged(Catalogue(code), list(units_of(store)), source, lambda unit: ())
        for key, message in catalogue.messages.items():
            catalogue.messages[key] = replace(message, translation=change(message.source))
        catalogue.header = {"Content-Type": "text/plain; charset=UTF-8", "Language": code}
        changes.put(path_of(code), written(catalogue))
    changes.put(SITE, site)
    changes.put(ENGINE, engine)
    with changes.copied() as copy:
        yield copy
