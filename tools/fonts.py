"""Makes the fonts of `overrides/fonts/` anew: fetches the packaged face with npm, and keeps the letters that sites use.

Its marks are mended (marks.py), and the ligatures of those of the files in `fonts/`.

The face is Markazi Text (SIL Open Font License 1.1), drawn for Arabic and Latin together, with weights 400 to 700 in
one file. Run it with `python tools/fonts.py`; it needs npm, fonttools and brotli.
"""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from marks import anchor_ligatures, mend_marks

PACKAGE = "@fontsource-variable/markazi-text@5.3.0"
CARDS = Path(__file__).resolve().parent.parent / "fonts"
"""The same face for the pictures of link previews, one file a weight."""
FOLDER = Path(__file__).resolve().parent.parent / "overrides" / "fonts"

SCRIPTS = {
    "arabic": (
        "U+60C,U+61B,U+61F,U+621-63A,U+640-655,U+660-66C,U+670,U+67E,U+686,U+698,U+6A9,U+6AF,U+6CC,U+6F0-6F9,"
        "U+200C-200F,U+FDFC",
        ["*"],
    ),
    "latin": (
        "U+20-7E,U+A0-FF,U+131,U+152-153,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,"
        "U+20AC,U+2190-2193,U+2212",
        ["kern", "liga", "ccmp", "locl", "mark", "mkmk"],
    ),
}
"""Script to the letters kept (Arabic and Persian; Western European) and the layout features that they need."""


def main() -> None:
    """Writes one file a script, and the licence."""
    with tempfile.TemporaryDirectory() as temporary:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=temporary, check=True)
        with tarfile.open(next(Path(temporary).glob("*.tgz"))) as archive:
            archive.extractall(temporary, filter="data")
        package = Path(temporary, "package")
        for script, (letters, features) in SCRIPTS.items():
            options = subset.Options(flavor="woff2", layout_features=features)
            font = subset.load_font(str(package / "files" / f"markazi-text-{script}-wght-normal.woff2"), options)
            if script == "arabic":
                mend_marks(font)
            cutter = subset.Subsetter(options)
            cutter.populate(unicodes=subset.parse_unicodes(letters))
            cutter.subset(font)
            subset.save_font(font, str(FOLDER / f"markazi-text-{script}.woff2"), options)
        shutil.copyfile(package / "LICENSE", FOLDER / "OFL.txt")
    for file in sorted(CARDS.glob("*.ttf")):
        font = TTFont(file)
        anchor_ligatures(font)
        font.save(file)


if __name__ == "__main__":
    main()
