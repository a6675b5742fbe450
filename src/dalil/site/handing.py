"""Hands a checked project over to the site generator: its pages, its files, and what the theme needs."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from dalil.problems import ProblemsFound
from dalil.project.whole import Checked, check_project
from dalil.site.faces import letters_of, stylesheet_of
from dalil.site.finish import finish
from dalil.site.stage import stage
from dalil.site.theme import Theme, ThemeLocale, write_theme
from dalil.system.progress import Step, silent
from dalil.wording import preferred, say


class Unsound(Exception):
    """A project has problems; each is one line or more of `said`."""

    def __init__(self, said: list[str]) -> None:
        super().__init__(f"{len(said)} problems")
        self.said = said


def hand_over(checked: Checked, folder: Path, step: Step = silent) -> None:
    """Fills `folder` with the staged pages and writes what the theme needs beside it; raises ProblemsFound."""
    stage(checked, folder, step)
    write_theme(theme_of(checked), folder)


def theme_of(checked: Checked) -> Theme:
    """What the theme needs to know."""
    found = []
    for code in checked.store.locales:
        shared = checked.renderer.shared[code]
        found.append(
            ThemeLocale(
                code=code,
                name=shared.locale.name,
                direction=shared.locale.direction,
                script=shared.locale.script,
                face=stylesheet_of(code) if letters_of(code, checked.store, checked.root).made else "",
                title=shared.texts.plain(checked.store.site.title),
                words={key: shared.texts.interface(key) for key in checked.store.interface},
            )
        )
    one = checked.renderer.shared[checked.store.site.default]
    return Theme(tuple(found), one.ways, one.has_results)


def hand_over_alone(root: Path, folder: Path) -> Callable[[Path], None]:
    """For plain `mkdocs build`: checks and hands over the project; gives what finishes the folder of the site.

    Raises Unsound when there are problems.
    """
    try:
        checked = check_project(root)
        hand_over(checked, folder)
    except ProblemsFound as found:
        raise Unsound([say(problem, preferred(os.environ)) for problem in found.problems]) from None
    return lambda site: finish(checked, site)
