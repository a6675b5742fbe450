"""`dalil check`: exit codes, languages, formats, files alone, and following changes. The command is really run."""

from __future__ import annotations

import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from support import CLAIMS, ROOT, Project, foreign_words

FILE = "data/claims/all.yml"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "dalil.cli", *arguments]


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LC_MESSAGES")}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8", **more}


def run(
    project: Project, *arguments: str, cwd: Path | None = None, more: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments),
        cwd=cwd or project.root,
        env=environment(**(more or {})),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.fixture
def broken(project: Project) -> Project:
    project.replace(FILE, "source: first-source", "source: frist-source")
    return project


def test_a_sound_project(project: Project) -> None:
    done = run(project, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No problems: 1 claim, 2 statements, 0 disputes, 2 sources, ")


def test_a_sound_project_in_arabic(project: Project) -> None:
    done = run(project, "check", more={"LANG": "ar_EG.UTF-8"})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("لا أخطاء: معلومة واحدة، بيانان، لا مسائل خلافية، مصدران، ")


def test_a_problem_goes_to_standard_output_and_the_number_to_standard_error(broken: Project) -> None:
    done = run(broken, "check")
    assert done.returncode == 1
    assert done.stdout == (
        f"{FILE}:10:16: error[unknown-source]: there is no source “frist-source”\n"
        "  hint: Did you mean “first-source”?\n"
    )
    assert done.stderr == "1 problem.\n"


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (["check"], {"LANG": "ar_SA.UTF-8"}),
        (["check"], {"DALIL_LANG": "ar", "LANG": "en_GB.UTF-8"}),
        (["--lang", "ar", "check"], {}),
        (["check", "--lang", "ar"], {"DALIL_LANG": "en"}),
    ],
)
def test_the_language(broken: Project, arguments: list[str], more: dict[str, str]) -> None:
    done = run(broken, *arguments, more=more)
    assert done.stdout.startswith(f"{FILE}:10:16: error[unknown-source]: \u2067ما من مصدر بالمعرّف")
    assert done.stderr == "خطأ واحد.\n"


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
@pytest.mark.parametrize("files", [[], [FILE]])
def test_every_format_ends_with_the_same_code(broken: Project, form: str, files: list[str]) -> None:
    done = run(broken, "check", "--format", form, *files)
    assert done.returncode == 1
    assert "frist-source" in done.stdout
    assert done.stderr.endswith("1 problem.\n")


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_standard_output_holds_nothing_but_the_format(project: Project, form: str) -> None:
    done = run(project, "check", "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) is not None


def test_github_is_told_nothing_when_all_is_well(project: Project) -> None:
    done = run(project, "check", "--format", "github")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_github_wants_paths_from_the_repository(broken: Project) -> None:
    done = run(broken, "--project", broken.root.name, "check", "--format", "github", cwd=broken.root.parent)
    assert done.stdout.startswith(f"::error file={broken.root.name}/{FILE},line=10,col=16,")


# Files alone


@pytest.mark.parametrize("how", ["relative", "absolute", "folder", "elsewhere"])
def test_a_file_alone(broken: Project, how: str) -> None:
    named = {"absolute": str(broken.root / FILE), "folder": "data/claims", "elsewhere": "all.yml"}.get(how, FILE)
    cwd = broken.root / "data" / "claims" if how == "elsewhere" else None
    project = ["--project", "../.."] if how == "elsewhere" else []
    done = run(broken, *project, "check", named, cwd=cwd)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{FILE}:10:16: error[unknown-source]")
    assert "Only 1 file was checked" in done.stderr


def test_a_file_alone_says_nothing_of_others(broken: Project) -> None:
    done = run(broken, "check", "data/sources/all.yml")
    assert done.returncode == 0
    assert done.stdout.startswith("No problems in 1 file. ")


def test_a_file_that_is_not_there(project: Project) -> None:
    done = run(project, "check", "data/claims/al.yml")
    assert done.returncode == 1
    assert done.stdout == (
        "data/claims/al.yml:1:1: error[no-such-file]: there is no such file\n  hint: Did you mean “data/claims/all.yml”?\n"
    )


def test_a_file_of_another_project(project: Project, tmp_path: Path) -> None:
    other = tmp_path / "other.yml"
    other.write_text(CLAIMS, encoding="utf-8")
    done = run(project, "check", str(other))
    assert done.returncode == 1
    assert "error[file-outside]" in done.stdout
    assert "--project" in done.stdout


def test_a_file_in_which_nothing_is_checked(project: Project) -> None:
    project.write("README.md", "# Words\n")
    done = run(project, "check", "README.md", FILE)
    assert done.returncode == 0
    assert done.stderr == "Nothing is checked in: README.md.\n"
    assert done.stdout.startswith("No problems in 1 file.")


def test_pages_and_macros_alone(project: Project) -> None:
    project.replace("docs/index.md", "claims(", "clams(")
    project.write("macros/bad.j2", "{% macro x( %}\n")
    done = run(project, "check", "docs/index.md", "macros")
    assert re.findall(r"^(\S+): error\[([\w-]+)", done.stdout, re.MULTILINE) == [
        ("docs/index.md:8:4", "page-template"),
        ("macros/bad.j2:1:1", "macro-template"),
    ]


def test_a_broken_site_file_is_said_whatever_was_asked_for(project: Project) -> None:
    project.write("data/site.yml", "title: x\n")
    done = run(project, "check", FILE)
    assert done.returncode == 1
    assert "data/site.yml:1:8: error[wrong-type]" in done.stdout


def test_a_file_alone_takes_no_page_maker(project: Project) -> None:
    """What takes long to read is not read: that is why a file alone is quick."""
    code = (
        "import sys; from pathlib import Path; from dalil.project.some_files import check_files\n"
        f"check_files(Path({str(project.root)!r}), [Path({str(project.root / FILE)!r})])\n"
        "print(*sorted(name for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "dalil.checks" in loaded
    slow = ("jinja2", "rich", "PIL", "uharfbuzz", "watchdog", "dalil.render", "dalil.site", "dalil.wording.examples")
    assert not [name for name in loaded if name.startswith(slow)]


def test_a_file_alone_takes_a_fraction_of_the_time() -> None:
    """Of the processor's time, since other tests run beside this one, and of a whole check, whatever the machine."""

    def seconds(*arguments: str) -> float:
        before = os.times()
        subprocess.run(command("check", *arguments), cwd=ROOT, env=environment(), check=True)
        return os.times().children_user - before.children_user

    assert 3 * min(seconds("data/claims/origins.yml") for _ in range(3)) < seconds()


# Following changes


class Watch:
    """`dalil check --watch`, running."""

    def __init__(self, project: Project, *arguments: str) -> None:
        self.process = subprocess.Popen(
            command("check", "--watch", *arguments),
            cwd=project.root,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self.lines.put(line)

    def until(self, words: str) -> list[str]:
        seen = []
        while True:
            seen.append(self.lines.get(timeout=60))
            if words in seen[-1]:
                return seen

    def stop(self) -> int:
        time.sleep(0.2)
        self.process.send_signal(signal.SIGINT)
        self.reader.join(timeout=30)
        return self.process.wait(timeout=30)


def test_watching(project: Project) -> None:
    watch = Watch(project)
    assert "No problems" in "".join(watch.until("waiting for changes"))
    project.replace(FILE, "source: first-source", "source: frist-source")
    seen = watch.until("waiting for changes")
    assert any("error[unknown-source]" in line for line in seen)
    assert re.match(r"\d\d:\d\d:\d\d: checked", seen[-1])
    project.replace(FILE, "source: frist-source", "source: first-source")
    assert "No problems" in "".join(watch.until("waiting for changes"))
    assert watch.stop() == 0


def test_watching_ends_with_a_fault_when_the_last_check_found_one(broken: Project) -> None:
    watch = Watch(broken, FILE)
    watch.until("waiting for changes")
    assert watch.stop() == 1


def test_watching_is_for_people(project: Project) -> None:
    done = run(project, "check", "--watch", "--format", "json")
    assert done.returncode == 2
    assert "--watch goes with --format text only" in done.stderr


def test_what_the_tests_of_a_project_refuse_is_named_by_the_check(project: Project) -> None:
    """A project that keeps its schemas is told of a new file that names none, and of a reference that is behind."""
    assert run(project, "schema").returncode == 0
    assert run(project, "check").returncode == 0
    sound = project.read(FILE)
    project.write(FILE, sound.partition("\n")[2])
    project.write("data/schema/claims.schema.json", "{}")
    refused = run(project, "schema", "--check")
    assert refused.returncode == 1
    named = run(project, "check")
    assert named.returncode == 1
    assert named.stdout == refused.stdout or refused.stderr
    assert f"{FILE}:1:1: error[schema-unnamed]: the first line does not name the schema of the file\n" in named.stdout
    assert "write as the first line: # yaml-language-server: $schema=../schema/claims.schema.json" in named.stdout
    assert "data/schema/claims.schema.json:1:1: error[reference-stale]" in named.stdout
    alone = run(project, "check", FILE)
    assert alone.returncode == 1
    assert "schema-unnamed" in alone.stdout
    assert "reference-stale" not in alone.stdout
    assert run(project, "schema").returncode == 0
    assert run(project, "check").returncode == 0


def test_a_reference_of_macros_that_is_behind_is_named_by_the_check(project: Project) -> None:
    project.write("macros/README.md", "old")
    done = run(project, "check")
    assert done.stdout.startswith("macros/README.md:1:1: error[reference-stale]: ")
    assert "`dalil macros`" in done.stdout


def test_the_schema_is_asked_for_in_arabic(project: Project) -> None:
    assert run(project, "schema").returncode == 0
    project.write(FILE, project.read(FILE).partition("\n")[2])
    said = run(project, "--lang", "ar", "check").stdout
    assert "لا يذكر السطر الأول مخطط الملف" in said
    assert not foreign_words(said.partition("]: ")[2])
