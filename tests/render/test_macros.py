"""Every macro does what its reference says: its example renders on the real store, in both languages."""

from __future__ import annotations

import pytest

from dalil.problems import Problems
from dalil.project.whole import Checked, check_project
from dalil.render.calls import read_calls
from dalil.render.macros import read_macros
from dalil.render.page import Page
from dalil.render.skeletons import Skeleton
from support import ROOT

MACROS = read_macros((ROOT / "macros").glob("*.j2"))
OWN_PAGE = {
    "entity_page": ("entities", "argentina"),
    "event_page": ("events", "miami-summit"),
    "source_page": ("sources", "lawfare-nss"),
}
"""Macros that show the record whose page they stand on."""
SHOWN = "{{ claims('shield-is', 'seventeen-hosted', 'chile-declined-to-sign') }}\n\n"
"""What a page shows before the macros that look back on its claims."""


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_project(ROOT)


@pytest.mark.parametrize("name", MACROS)
def test_the_example_renders(name: str, checked: Checked) -> None:
    renderer, macro = checked.renderer, MACROS[name]
    problems: list[str] = []
    for page_id in ("origins", "about", "home"):
        body = SHOWN + macro.example if name in ("references", "claims_by_status") else macro.example
        found = Problems()
        calls = read_calls("docs/example.md", body, 1, found) or ()
        skeleton = Skeleton("docs/example.md", "", "example/", page_id, (), "", (), (), calls)
        if len(found) or not renderer.templates.check(skeleton, checked.store, found):
            problems += [f"{page_id}: {problem}" for problem in found.sorted()]
            continue
        for shared in renderer.shared.values():
            page = Page(shared, skeleton.address, page_id, OWN_PAGE.get(name))
            assert renderer.templates.render(skeleton, page).strip()
        return
    raise AssertionError(problems)
