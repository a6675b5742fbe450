"""Fixtures that every test may use."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from dalil.wording import say
from rich_project import CALLS, MORE
from support import ROOT, TEA, Project

# A busy machine makes no test fail: speed is shown in benchmarks.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A sound project to break."""
    return Project(tmp_path / "project")


@pytest.fixture
def rich(project: Project) -> Project:
    """A sound project with a record of every kind, each named wherever one of its kind can be."""
    for name, text in MORE.items():
        project.write(name, text)
    project.replace("docs/index.md", '{{ claims("two-signed") }}', CALLS)
    assert [say(problem) for problem in project.problems()] == []
    return project


@pytest.fixture(scope="session")
def tea(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes copies of the tea site, complete with macros."""

    def copy() -> Path:
        root = tmp_path_factory.mktemp("tea") / "site"
        shutil.copytree(TEA, root, ignore=shutil.ignore_patterns("site", ".dalil"))
        shutil.copytree(ROOT / "macros", root / "macros")
        return root

    return copy
