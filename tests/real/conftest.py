"""This repository's own site, built once and served over HTTP."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dalil.site.server import serving
from kept import kept
from support import ROOT, Real


@pytest.fixture(scope="session")
def built() -> Real:
    """The real site, built once for all processes that run tests."""
    return kept("real", ROOT)


@pytest.fixture(scope="session")
def address(built: Real) -> Iterator[str]:
    """Where the real site is served: compressed, and with its own policy."""
    with serving(built.site) as address:
        yield address
