"""Schemas of the store's files accept what the check accepts, and refuse every fault that they can see."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter, ValidationError

from dalil.cli import main
from dalil.model import parts, pictures, records, site, style, values
from dalil.model.dates import Date
from dalil.model.kinds import RECORD_KINDS
from dalil.model.values import Strict
from dalil.schema.files import mark_of, marked, schemas, store_files
from dalil.schema.generator import record_schema
from dalil.schema.words import ENUMERATIONS, EXAMPLES, FIELD_RULES, RULES
from language_server.core_yaml import read_core
from support import ROOT, TEA, Project
from test_faults import FAULTS, Fault

OURS = schemas(["ar", "en"])
MODELS = {
    model.__name__: model
    for module in (parts, records, site, values, pictures, style)
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, BaseModel)
}


def kind_of(path: str) -> str:
    return re.sub(r".*schema/(\w+)\.schema\.json\n", r"\1", mark_of(path))


def faults_of(schema: dict[str, Any], text: str) -> list[str]:
    """What a validator says of a file."""
    return [
        f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(read_core(text))
    ]


@pytest.mark.parametrize("kind", OURS)
def test_every_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(OURS[kind])


def test_there_is_one_for_every_kind_of_file() -> None:
    assert set(OURS) == {*RECORD_KINDS, "site", "aliases"}


@pytest.mark.parametrize("path", store_files(ROOT))
def test_every_file_of_the_store_is_accepted_and_names_its_schema(path: str) -> None:
    raw = (ROOT / path).read_bytes()
    assert faults_of(OURS[kind_of(path)], raw.decode()) == []
    assert raw.startswith(mark_of(path).encode()), "run `dalil schema`"
    target = mark_of(path).split("$schema=")[1].strip()
    assert (ROOT / path).parent.joinpath(target).resolve().is_file()


def test_every_file_of_another_site_is_accepted() -> None:
    theirs = schemas(["he", "fr"])
    paths = store_files(TEA)
    assert len(paths) > 15
    assert {
        path: found for path in paths if (found := faults_of(theirs[kind_of(path)], (TEA / path).read_text("utf-8")))
    } == {}


def test_the_examples_of_the_readme_are_accepted() -> None:
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"^# (\w+)/\*\.yml\n(.*?)(?=^# \w+/\*|^```)", text, re.DOTALL | re.MULTILINE)
    assert {kind for kind, _ in shown} >= {
        "sources",
        "entities",
        "events",
        "claims",
        "statements",
        "roles",
        "disputes",
        "terms",
        "pages",
        "pictures",
        "synonyms",
    }
    for kind, records_shown in shown:
        records_shown = re.sub(r"^ +\w+: \{…\}.*\n", "", records_shown, flags=re.MULTILINE)  # shown with another kind
        records_shown = records_shown.replace("claims: [...]", "claims: [a-claim]").replace("…", "a-thing")
        records_shown = records_shown.replace("[...]", "[{source: a, locator: {whole: true}}]")
        assert faults_of(OURS[kind], records_shown) == [], kind


SEEN = {
    "unknown-field", "missing-field", "wrong-type", "comma-splits", "bad-value", "bad-date", "value-kind", "bad-id",
    "record-not-mapping", "not-a-mapping", "locator-missing", "locator-long", "language-missing", "language-unknown",
    "claim-without-citation", "name-missing", "dispute-one-version", "caveat-without-words", "status-without-reason",
    "file-empty", "bad-address",
}  # fmt: skip
"""Codes of faults that stand in one record."""
NO_STORE = {
    "byte-order-mark", "file-too-large", "alias-cycle", "too-many-nodes", "too-deep", "key-not-text", "duplicate-key",
    "several-documents", "merge-conflict", "tab-in-indent", "yaml-syntax", "not-utf8", "file-unreadable",
    "odd-space", "invisible-character", "control-character", "private-character", "device-name", "line-break", "look-alike", "curly-quotes", "wrong-folder", "long-id", "reserved-id",
}  # fmt: skip
"""Codes of faults of a file before it holds records, and of those that the check sees through: what is meant is read."""
SEEN_BY_CHANCE = {"endless text", "endless file"}
"""Faults of other codes that also break a rule which stands in one record."""
UNSEEN = {
    "bar of no value",  # the names of values stand in another record
    "a currency that is none",  # CLDR's list of them is not the schema's
    # No pattern can tell these.
    "address with a user",
    "address that marks words itself",
    "address of mixed scripts",
    "address that is none",
    "site without languages",
    "a number that is no yes",
    "a range that ends before it starts",
    "verified in a month",
    "period that is none",
}
"""Faults of these codes that no schema sees."""


def broken(project: Project, fault: Fault) -> dict[str, list[str]]:
    """File to what its schema says, for each file of a broken project that is YAML at all."""
    found = {}
    fault.do(project)
    for path in store_files(project.root):
        if path.startswith("data/interface/"):
            continue  # copied from this repository, and no fault touches it
        try:
            found[path] = faults_of(OURS[kind_of(path)], (project.root / path).read_text(encoding="utf-8-sig"))
        except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError, OSError):
            continue
    return found


IN_STORE = [fault for fault in FAULTS if fault.place.startswith("data/") and fault.place.split(":")[0].endswith(".yml")]


@pytest.mark.parametrize(
    "fault", [f for f in IN_STORE if f.code in SEEN and f.name not in UNSEEN], ids=lambda f: f.name
)
def test_a_fault_that_stands_in_one_record_is_refused(fault: Fault, project: Project) -> None:
    path = fault.place.split(":")[0]
    assert broken(project, fault)[path], fault.code


@pytest.mark.parametrize(
    "fault",
    [f for f in IN_STORE if (f.code not in SEEN | NO_STORE or f.name in UNSEEN) and f.name not in SEEN_BY_CHANCE],
    ids=lambda f: f.name,
)
def test_what_only_the_check_can_see_is_not_refused(fault: Fault, project: Project) -> None:
    assert {path: said for path, said in broken(project, fault).items() if said} == {}


def test_the_sound_project_is_accepted(project: Project) -> None:
    assert len(broken(project, Fault("none", lambda p: None, "", ""))) == 8
    assert not any(broken(project, Fault("none", lambda p: None, "", "")).values())


class Probe(Strict):
    """A record with a field of every type that records have."""

    id: values.Id = "a"
    words: parts.Words | None = None
    address: parts.Address | None = None
    code: parts.LocaleCode | None = None
    one: values.Id | None = None
    many: values.Ids | None = None
    whole: values.Whole | None = None
    number: values.Number | None = None
    switch: bool = False
    date: Date | None = None
    published: Date | Literal["undated"] | None = None
    duration: values.Duration | None = None
    stance: parts.Stance = "supports"


SCHEMA, DEFINITIONS = record_schema(Probe, ["en"])
PROBE = Draft202012Validator({**SCHEMA, "$defs": DEFINITIONS})
SCALARS = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"\s?[-+]?[0-9_]{0,20}\.?[0-9_]{0,4}([eE][-+]?[0-9]{1,3})?\s?", fullmatch=True),
    st.from_regex(r"\s?[0-9٣]{4}(-[0-9]{2}(-[0-9]{2})?)?~?(/[0-9]{4}(-[0-9]{2})?~?)?\s?", fullmatch=True),
    st.from_regex(r"[0-9]{1,3} (day|week|year)s?", fullmatch=True),
    st.from_regex(r"https?://[a-z.]{0,9}", fullmatch=True),
    st.sampled_from(["yes", "no", "Yes", "NO", "true", "False", "on", "OFF", "0", "1", "y", "n", "null", "~", "supports", "undated", "ar", "pt-BR", "2026", "0026", "1e5", ".5", "+3", "17.0", "1_000", "NaN", "inf", " a ", "\u200f", "NULL"]),
)  # fmt: skip


def as_yaml(text: str, style: str) -> Any:
    """What a program makes of a text that stands in a file plain or in quotation marks; None if it cannot stand so."""
    if style == "quoted":
        return text
    try:
        node = yaml.compose(f"- {text}\n", Loader=yaml.SafeLoader)
        same = (
            isinstance(node, yaml.SequenceNode)
            and len(node.value) == 1
            and node.value[0].value == text
            and node.value[0].style is None
        )
        return read_core(f"- {text}\n")[0] if same else None
    except (yaml.YAMLError, ValueError):
        return None


@pytest.mark.parametrize("field", [name for name in Probe.model_fields if name != "id"])
@settings(deadline=None)
@given(text=SCALARS, style=st.sampled_from(["plain", "quoted"]))
def test_what_the_model_takes_the_schema_takes(field: str, text: str, style: str) -> None:
    seen = as_yaml(text, style)
    if seen is None:
        return
    try:
        Probe.model_validate({field: text})
    except ValidationError:
        return
    assert [error.message for error in PROBE.iter_errors({field: seen})] == []


def literals(annotation: Any) -> list[tuple[str, ...]]:
    if get_origin(annotation) is Literal:
        return [get_args(annotation)]
    if get_origin(annotation) is Annotated:
        return literals(get_args(annotation)[0])
    return [found for part in get_args(annotation) if not isinstance(part, str) for found in literals(part)]


def test_every_word_of_every_list_is_explained() -> None:
    lists = {
        words
        for model in MODELS.values()
        for field in model.model_fields.values()
        for words in literals(field.annotation)
    }
    assert {frozenset(words) for words in lists} == {frozenset(meanings) for meanings in ENUMERATIONS}
    assert all(meaning for meanings in ENUMERATIONS for meaning in meanings.values())


def test_every_table_names_fields_that_there_are() -> None:
    for model, field in (*EXAMPLES, *FIELD_RULES):
        assert field in MODELS[model].model_fields, (model, field)
    assert set(RULES) <= set(MODELS)


@pytest.mark.parametrize(("model", "field"), EXAMPLES)
def test_every_example_is_accepted_by_its_field(model: str, field: str) -> None:
    info = MODELS[model].model_fields[field]
    annotated: Any = info.annotation
    for example in EXAMPLES[model, field]:
        TypeAdapter(annotated).validate_python(str(example))


def test_every_field_is_described() -> None:
    def walk(schema: Any, path: str) -> None:
        if isinstance(schema, dict):
            for name, field in (
                schema.get("properties", {}).items() if schema.get("additionalProperties") is False else ()
            ):
                assert field.get("description"), f"{path}.{name}"
            for key, part in schema.items():
                walk(part, f"{path}/{key}")
        elif isinstance(schema, list):
            for part in schema:
                walk(part, path)

    for kind, schema in OURS.items():
        walk(schema, kind)


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_a_new_record_filled_in_is_a_record(kind: str) -> None:
    """Each hole holds what the editor sees in it, or one word."""
    for snippet in OURS[kind]["defaultSnippets"]:
        text = json.dumps(snippet["body"], ensure_ascii=False)
        text = re.sub(r"\$\{\d+\|([^,|}]+)[^}]*\}", r"\1", text)
        text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)
        filled = re.sub(r"\$\d+", "2026", text)
        if kind == "sources":
            filled = filled.replace('"url": "2026"', '"url": "https://example.org/"')
        schema = {**OURS[kind]}
        found = [f"{e.json_path}: {e.message}" for e in Draft202012Validator(schema).iter_errors(json.loads(filled))]
        assert found == [], snippet["label"]


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_only_the_first_line_of_a_file_is_touched(raw: bytes) -> None:
    once = marked("data/claims/all.yml", raw)
    assert once.endswith(raw)
    assert marked("data/claims/all.yml", once) == once


def test_a_wrong_first_line_is_put_right() -> None:
    right = b"# yaml-language-server: $schema=../../schema/claims.schema.json\r\na: b\r\n"
    assert (
        marked("data/claims/2026/all.yml", b"# yaml-language-server: $schema=../schema/claims.schema.json\r\na: b\r\n")
        == right
    )
    assert marked("data/claims/2026/all.yml", right) == right
    assert mark_of("data/site.yml") == "# yaml-language-server: $schema=schema/site.schema.json\n"
    assert mark_of("data/locales/fr.yml") == ""


def test_the_schemas_of_this_site_are_up_to_date() -> None:
    result = CliRunner().invoke(main, ["--project", str(ROOT), "schema", "--check"])
    assert (result.exit_code, result.output) == (0, ""), "run `dalil schema`"


def test_the_command_writes_what_is_missing_and_nothing_else(project: Project) -> None:
    def dalil(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["--project", str(project.root), "schema", *arguments])
        return result.exit_code, result.output

    code, output = dalil("--check")
    assert code == 1
    assert "data/schema/claims.schema.json:1:1: error[reference-stale]" in output
    assert "data/claims/all.yml:1:1: error[schema-unnamed]" in output
    before = project.read("data/claims/all.yml")
    assert dalil()[0] == 0
    assert (
        project.read("data/claims/all.yml") == f"# yaml-language-server: $schema=../schema/claims.schema.json\n{before}"
    )
    assert dalil("--check") == (0, "")
    assert dalil()[1] == "Everything is up to date.\n"
    assert project.problems() == []


def test_the_editor_s_settings_name_every_schema() -> None:
    named = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert set(named) == {f"./data/schema/{kind}.schema.json" for kind in OURS}
    for schema, files in named.items():
        kind = Path(schema).name.split(".")[0]
        assert files == (f"/data/{kind}.yml" if kind in ("site", "aliases") else f"/data/{kind}/**/*.yml")


def test_the_editor_finds_the_problems_that_the_check_prints(project: Project) -> None:
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = next(task["problemMatcher"]["pattern"] for task in tasks if task["label"] == "dalil: check")
    project.replace("data/claims/all.yml", "source: first-source", "source: frist-source")
    project.replace("docs/index.md", '"two-signed"', '"tow-signed"')
    output = CliRunner().invoke(main, ["--project", str(project.root), "check"]).stdout
    found = [match for line in output.splitlines() if (match := re.match(pattern["regexp"], line))]
    assert [
        (m[pattern["file"]], m[pattern["line"]], m[pattern["column"]], m[pattern["code"]], m[pattern["message"]])
        for m in found
    ] == [
        ("data/claims/all.yml", "10", "16", "unknown-source", "there is no source “frist-source”"),
        ("docs/index.md", "8", "12", "unknown-reference", "there is no claim or statement “tow-signed”"),
    ]
    assert len(found) == output.count("error[")
