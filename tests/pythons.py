"""Whether several versions of Python build the same bytes: `make pythons PYTHONS="python3.11 python3.14"`.

Each gets an environment of its own from the lock file, kept in `.dalil/pythons`, and builds the site of tea.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")


def environment_of(python: str) -> tuple[str, Path]:
    """(version, its interpreter with dalil's packages), made when it is not there."""
    asked = [python, "-c", "import sys; print(*sys.version_info[:3], sep='.')"]
    version = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    folder = ROOT / ".dalil" / "pythons" / version
    interpreter = folder / "bin" / "python"
    if not (folder / ".ready").is_file():
        subprocess.run([python, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([interpreter, *PIP, "--require-hashes", "-r", ROOT / "requirements.lock"], check=True)
        (folder / ".ready").touch()
    return version, interpreter


def built(interpreter: Path, project: Path) -> dict[str, str]:
    """Each file of the site that an interpreter builds, with the digest of its bytes."""
    for made in ("site", ".dalil"):
        shutil.rmtree(project / made, ignore_errors=True)
    paths = os.pathsep.join([str(ROOT / "src"), str(plugin_of(project.parent))])
    environment = {**os.environ, "PYTHONPATH": paths}
    command = [str(interpreter), "-m", "dalil.cli", "--project", str(project), "--quiet", "build"]
    subprocess.run(command, check=True, env=environment)
    files = (path for path in sorted((project / "site").rglob("*")) if path.is_file())
    return {str(path.relative_to(project)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def plugin_of(folder: Path) -> Path:
    """A folder that tells MkDocs of dalil's plugin without installing dalil, whose files all versions share."""
    info = folder / "plugin" / "dalil-0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: dalil\nVersion: 0\n", encoding="utf-8")
    entry = "[mkdocs.plugins]\ndalil = dalil.site.mkdocs_plugin:DalilPlugin\n"
    (info / "entry_points.txt").write_text(entry, encoding="utf-8")
    return info.parent


def main(pythons: list[str]) -> int:
    """Prints what differs from the first of some interpreters; 1 when anything does."""
    different = 0
    with tempfile.TemporaryDirectory() as temporary:
        project = Path(temporary) / "tea"
        shutil.copytree(ROOT / "tests" / "sites" / "tea", project)
        shutil.copytree(ROOT / "macros", project / "macros")
        first: dict[str, str] = {}
        for python in pythons:
            version, interpreter = environment_of(python)
            files = built(interpreter, project)
            first = first or files
            others = sorted(name for name in {*first, *files} if first.get(name) != files.get(name))
            different += len(others)
            print(f"Python {version}: {len(files)} files, {len(others)} differ from the first", flush=True)
            print("".join(f"  {name}\n" for name in others), end="")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [sys.executable]))
