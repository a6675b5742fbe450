"""What holds the real site to the rules of HTML sees each fault, and says where it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from node_tools import install, installed
from nu.check import FOLDER, HERE, faults

PAGE = "<!doctype html>\n<html lang=en><head><meta charset=utf-8><title>x</title></head>\n<body>{}</body></html>\n"


@pytest.mark.skipif(not shutil.which("java"), reason="the checker is a program in Java")
def test_each_fault_has_a_line_of_its_own(tmp_path: Path) -> None:
    assert installed(HERE, FOLDER) or install(HERE, FOLDER) == 0
    site = tmp_path / "الموقع"
    (site / "a page").mkdir(parents=True)
    (site / "index.html").write_text(PAGE.format("<h1>x</h1>"), encoding="utf-8")
    assert faults(site) == []
    broken = PAGE.format("<p id=a id=b><div></p><a href='https://'>x</a></div>")
    (site / "a page" / "index.html").write_text(broken, encoding="utf-8")
    found = faults(site)
    assert all(line.startswith("a page/index.html:3:") for line in found), found
    for words in ("Duplicate attribute", "No “p” element in scope", "Bad value “https://”"):
        assert any(words in line for line in found), (words, found)
