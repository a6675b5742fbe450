"""Building: another subject in other languages, the same twice to the byte, and nothing of the last site lost."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dalil.problems import ProblemsFound
from dalil.site.build import Built, build
from support import Project


def tree(folder: Path) -> dict[str, str]:
    """Path to hash of content of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def dalil(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command as an editor would."""
    command = [sys.executable, "-m", "dalil.cli", "--project", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def built_tea(tea: Callable[[], Path]) -> tuple[Path, Built]:
    root = tea()
    return root, build(root, root / "site")


def test_another_subject_in_two_other_languages_is_built(built_tea: tuple[Path, Built]) -> None:
    root, built = built_tea
    assert built.checked.store.locales == ["he", "fr"]
    assert built.seen.pages > 40
    assert built.seen.without_marks == 0
    assert built.seen.prose_outside == 0
    home = (root / "site" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<html[^>]* dir="rtl"[^>]* lang="he"', home)
    french = (root / "site" / "fr" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<html[^>]* dir="ltr"[^>]* lang="fr"', french)


def test_the_same_input_gives_the_same_bytes(built_tea: tuple[Path, Built], tea: Callable[[], Path]) -> None:
    root, _ = built_tea
    other = tea()
    build(other, other / "site")
    assert tree(other / "site") == tree(root / "site")


def test_plain_mkdocs_builds_the_same_site(built_tea: tuple[Path, Built], tmp_path: Path) -> None:
    root, built = built_tea
    from dalil.site.clock import clock

    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": clock(built.checked)}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    result = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert tree(tmp_path / "site") == tree(root / "site")


def test_the_data_files_hold_the_store_and_keep_to_their_schema(built_tea: tuple[Path, Built]) -> None:
    root, built = built_tea
    store = built.checked.store
    for kind in ("claims", "sources", "entities", "statements"):
        data = json.loads((root / "site" / "data" / f"{kind}.json").read_text(encoding="utf-8"))
        schema = json.loads((root / "site" / "data" / "schema" / f"{kind}.json").read_text(encoding="utf-8"))
        Draft202012Validator(schema).validate(data)
        assert [record["id"] for record in data[kind]] == list(store.of_kind(kind))
    for claim in json.loads((root / "site" / "data" / "claims.json").read_text(encoding="utf-8"))["claims"]:
        assert set(claim["text"]) == {"he", "fr"}
        for page in claim["page"].values():
            assert (root / "site" / page / "index.html").is_file()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, dict[str, str]]:
    project = Project(tmp_path_factory.mktemp("small") / "project")
    build(project.root, project.root / "site")
    return project, tree(project.root / "site")


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("data/claims/all.yml", "source: first-source", "source: frist-source", "unknown-source"),
        ("docs/index.md", '"two-signed"', '"tow-signed"', "unknown-reference"),
        ("docs/claims/_claim.md", "{{ references() }}", "{{ page.nothing() }}", "page-not-data"),
        ("mkdocs.yml", "  - nav.home: index.md", "  - nav.home: index.md\n  - nowhere.md", "nav-target"),
        ("mkdocs.yml", "  - attr_list", "  - attr_list\n  - no_such_extension", "site-engine"),
        ("macros/claim.j2", '<p class="claims">{{ claim_of', '<p><div></p><p class="claims">{{ claim_of', "site-html"),
        ("macros/claim.j2", "{{- marks_of(assertion) }}", "", "site-claim"),
        ("macros/claim.j2", '<p class="claims">{{ claim_of', '<p>So it is.</p><p class="claims">{{ claim_of', "site-prose"),
        ("macros/claim.j2", ' id="{{ assertion.anchor }}"', ' id="x"', "site-duplicate-id"),
        ("macros/status.j2", 'href="{{ assertion.url }}"', 'href="{{ assertion.url }}x/"', "site-link"),
        ("macros/status.j2", 'href="{{ link.url }}"', 'href="{{ link.url }}x"', "site-anchor"),
        ("overrides/base.html", 'dir="{{ locale.direction }}"', 'dir="ltr"', "site-language"),
    ],
)  # fmt: skip
def test_a_failed_build_leaves_the_last_site_as_it_was(
    published: tuple[Project, dict[str, str]], file: str, old: str, new: str, code: str
) -> None:
    project, before = published
    sound = project.read(file)
    project.replace(file, old, new)
    try:
        if code:
            with pytest.raises(ProblemsFound) as found:
                build(project.root, project.root / "site")
            assert code in {problem.code for problem in found.value.problems}
        else:
            build(project.root, project.root / "other")
    finally:
        project.write(file, sound)
    assert tree(project.root / "site") == before
    assert [path.name for path in (project.root / ".dalil").glob("build-*")] == []


def test_the_command_prints_problems_without_a_traceback(published: tuple[Project, dict[str, str]]) -> None:
    project, _ = published
    sound = project.read("data/claims/all.yml")
    project.replace("data/claims/all.yml", "source: first-source", "source: frist-source")
    try:
        for command in ("check", "build", "stats"):
            result = dalil(project.root, command)
            assert result.returncode == 1
            assert result.stdout.startswith("data/claims/all.yml:10:16: error[unknown-source]: ")
            assert "Traceback" not in result.stdout + result.stderr
    finally:
        project.write("data/claims/all.yml", sound)


def test_output_to_a_pipe_is_clean_and_quiet_is_silent(published: tuple[Project, dict[str, str]]) -> None:
    project, _ = published
    result = dalil(project.root, "build")
    assert result.returncode == 0
    assert result.stdout.count("\n") == 1
    assert "\x1b" not in result.stdout + result.stderr
    for command in ("build", "check"):
        quiet = dalil(project.root, "--quiet", command)
        assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")


def test_what_nobody_foresaw_is_said_without_a_traceback(project: Project) -> None:
    project.write(".dalil", "a file where a folder should be")
    result = dalil(project.root, "build")
    assert result.returncode == 70
    assert "dalil could not go on: " in result.stderr
    assert "Traceback" not in result.stdout + result.stderr


def test_stats_count_the_store(published: tuple[Project, dict[str, str]]) -> None:
    project, _ = published
    figures = json.loads(dalil(project.root, "stats", "--json").stdout)
    assert figures["claims"] == 1
    assert figures["statements"] == 2
    assert figures["citations"] == 4
    assert figures["claims_without_citation"] == 0
    assert figures["status"] == {"confirmed": 1, "single-source": 2}


def test_the_clock_of_the_machine_is_never_asked(published: tuple[Project, dict[str, str]]) -> None:
    project, _ = published
    sitemap = (project.root / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", sitemap)) == {"2026-06-30"}


def test_source_date_epoch_goes_before_the_store_s_date(
    published: tuple[Project, dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, _ = published
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    build(project.root, tmp_path / "site")
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", sitemap)) == {"2023-11-14"}


@pytest.mark.parametrize("given", ["junk", "-1", "1e5", "9" * 20, "٣"])
def test_a_source_date_epoch_that_is_no_time_is_told_by_its_name(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(ProblemsFound) as found:
        build(project.root, tmp_path / "site")
    (problem,) = found.value.problems
    assert (problem.code, problem.place.path) == ("bad-value", "SOURCE_DATE_EPOCH")
    assert not (tmp_path / "site").exists()


def test_a_renamed_record_is_found_at_its_former_address(project: Project, tmp_path: Path) -> None:
    project.write("data/aliases.yml", "they-signed: two-signed\n")
    build(project.root, tmp_path / "site")
    page = (tmp_path / "site" / "en" / "claims" / "they-signed" / "index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../two-signed/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "canonical" not in page
    assert "they-signed" not in (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_a_missing_page_says_so_in_every_language(published: tuple[Project, dict[str, str]]) -> None:
    project, _ = published
    page = (project.root / "site" / "404.html").read_text(encoding="utf-8")
    assert "لا توجد صفحة بهذا العنوان" in page
    assert "There is no page at this address" in page
