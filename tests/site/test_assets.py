"""Bundles: parts in their order, scripts apart from each other, names that follow what they hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dalil.site.assets import bundle
from support import ROOT

STYLES = sorted((ROOT / "overrides" / "stylesheets").glob("*.css"))
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|(?:min-|max-)?(?:width|height)"
    r"|text-align\s*:\s*(?:left|right)|float\s*:\s*(?:left|right))\s*(?::|$)"
)


def parts(folder: Path, **texts: str) -> list[Path]:
    """Files of these names and texts."""
    found = []
    for name, text in texts.items():
        path = folder / name.replace("_", ".")
        path.write_text(text, encoding="utf-8")
        found.append(path)
    return found


def test_stylesheets_stay_in_order_and_become_short(tmp_path: Path) -> None:
    path, text = bundle("css", parts(tmp_path, a_css="p { color : red }\n/* why */", b_css="p { color: blue }"))
    assert re.fullmatch(r"assets/site\.[0-9a-f]{10}\.css", path)
    assert text.index("red") < text.index("#00f" if "#00f" in text else "blue")
    assert "why" not in text


def test_scripts_do_not_see_each_other(tmp_path: Path) -> None:
    _, text = bundle("js", parts(tmp_path, a_js="const x = 1; // one\n", b_js="const x = `a\n  ${1}`;"))
    assert text == "{const x=1;}\n{const x=`a\n  ${1}`;}\n"


def test_another_text_gives_another_name(tmp_path: Path) -> None:
    one = bundle("css", parts(tmp_path, a_css="p{color:red}"))[0]
    assert bundle("css", parts(tmp_path, a_css="p{color:red}"))[0] == one
    assert bundle("css", parts(tmp_path, a_css="p{color:tan}"))[0] != one


def test_a_broken_stylesheet_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"b\.css"):
        bundle("css", parts(tmp_path, a_css="p{color:red}", b_css="p{color:red}}}"))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_stylesheets_know_no_left_and_right(path: Path) -> None:
    """Physical properties would be wrong in one of the two directions."""
    css = re.sub(r"/\*.*?\*/|@media[^{]*|@container[^{]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    declared = [part.strip() for part in re.split(r"[{};]", css) if ":" in part]
    assert declared, "nothing was read"
    assert [part for part in declared if PHYSICAL.match(part)] == []


def test_no_line_of_the_theme_is_long() -> None:
    """Formatters leave comments and templates as they are."""
    theme = [path for kind in ("js", "css", "html") for path in (ROOT / "overrides").rglob(f"*.{kind}")]
    files = [*theme, *(ROOT / "macros").glob("*.j2"), *(ROOT / "src" / "dalil" / "site").glob("*.[jch]*")]
    assert len(files) > 70
    lines = ((path, at, line) for path in files for at, line in enumerate(path.read_text("utf-8").splitlines(), 1))
    assert [f"{path}:{at}" for path, at, line in lines if len(line) > 120] == []
