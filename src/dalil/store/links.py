"""Whether a source can still be read where it was found, and where readers are led, by the register of look-ups."""

from __future__ import annotations

from dataclasses import dataclass

from dalil.model.dates import Date
from dalil.store import Store

UNREACHABLE_DAYS = 30
"""A server in trouble for so long, by its look-ups, counts as dead."""


@dataclass(frozen=True)
class Liveness:
    """How a source can be read."""

    address: str
    """Where a reader is led: its address, or its archive copy once it is dead."""
    archive: str | None
    """A lasting copy: the one of the source's record, or else one that a look-up found."""
    dead_since: Date | None
    """The day on which its address was first found dead; None while it lives. Blocked is not dead."""


def liveness(source_id: str, store: Store) -> Liveness:
    """How a source can be read; raises KeyError for an unknown one."""
    source, lookup = store.sources[source_id], store.lookups.get(source_id)
    archive = source.archive or (lookup.archive if lookup else None)
    dead = None
    if lookup is not None:
        long = (lookup.looked.first - lookup.since.first).days >= UNREACHABLE_DAYS
        dead = lookup.since if lookup.status == "gone" or (lookup.status == "unreachable" and long) else None
    return Liveness(archive if dead and archive else source.url, archive, dead)
