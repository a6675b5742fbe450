"""What editors see while writing, as the real YAML language server gives it: completion, explanation, diagnostics."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from dalil.model.kinds import RECORD_KINDS
from dalil.schema.files import mark_of, store_files
from language_server.client import LanguageServer
from node_tools import install, installed
from support import ROOT

NUMBERS = itertools.count(1)
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))


def nested(flat: dict[str, Any]) -> dict[str, Any]:
    """The settings of a section as an editor hands them out: `yaml.hover` becomes `hover` of `yaml`."""
    found: dict[str, Any] = {}
    for name, value in flat.items():
        *parents, last = name.split(".")
        inner = found
        for parent in parents:
            inner = inner.setdefault(parent, {})
        inner[last] = value
    return found


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    assert installed() or install() == 0, "tools/node installs the language server"
    running = LanguageServer(ROOT, nested({key: value for key, value in SETTINGS.items() if key.startswith("yaml.")}))
    yield running
    running.close()


class Writing:
    """A text with ‸ where the cursor stands, shown to the server as a file of the store."""

    def __init__(self, server: LanguageServer, kind: str, text: str, *, marked: bool = True) -> None:
        self.server = server
        name = f"data/{kind}/unsaved-{next(NUMBERS)}.yml"
        self.path = ROOT / name
        whole = (mark_of(name) if marked else "") + text
        before = whole.partition("‸")[0]
        self.line, self.column = before.count("\n"), len(before.rpartition("\n")[2])
        self.diagnostics = server.open(self.path, whole.replace("‸", ""))

    def offered(self) -> dict[str, dict[str, Any]]:
        """Label to what is offered at the cursor."""
        return {item["label"].strip('"'): item for item in self.server.complete(self.path, self.line, self.column)}

    def explained(self) -> str:
        return self.server.hover(self.path, self.line, self.column)

    def said(self) -> list[str]:
        """Line and message of each diagnostic; the first line is 1, that of the schema."""
        return [f"{found['range']['start']['line'] + 1}: {found['message']}" for found in self.diagnostics]


CLAIM = """\
a-claim:
  topic: home
  text: {ar: شيء., en: Something.}
  citations: [{source: a-source, locator: {whole: yes}}]
"""


def test_fields_are_offered_with_what_they_mean(server: LanguageServer) -> None:
    offered = Writing(server, "claims", CLAIM + "  ‸\n").offered()
    assert set(offered) >= {"values", "attribution", "status", "note", "verify_by", "revisions"}
    assert not {"topic", "text", "citations", "id"} & set(offered)
    assert offered["attribution"]["documentation"] == "The entity whose word it is; we vouch only that it was said."
    assert offered["note"]["insertText"] == "note:\n  ar: $1\n  en: $2"


def test_the_languages_of_the_site_are_offered(server: LanguageServer) -> None:
    assert {"ar", "en"} <= set(Writing(server, "claims", "a-claim:\n  text:\n    ‸\n").offered())


def test_nested_fields_are_offered(server: LanguageServer) -> None:
    offered = Writing(server, "claims", "a-claim:\n  topic: home\n  citations:\n    - source: a\n      ‸\n").offered()
    assert {"locator", "stance"} <= set(offered)
    offered = Writing(server, "claims", "a-claim:\n  values:\n    n: {i‸}\n").offered()
    assert {"integer", "date", "date_of", "count", "show"} <= set(offered)


@pytest.mark.parametrize(
    ("kind", "text", "words", "meaning"),
    [
        ("sources", "a-source:\n  type: ‸\n", {"primary-document", "news", "analysis", "reference"}, "Reporting."),
        ("claims", "a-claim:\n  citations:\n    - source: a\n      stance: ‸\n", {"supports", "disputes", "mentions"}, "The passage says otherwise."),
        ("sources", "a-source:\n  caveats: [‸]\n", {"partisan", "machine-made"}, "It takes a side in the matter."),
        ("entities", "an-entity:\n  kind: ‸\n", {"country", "person", "place"}, "A person."),
        ("entities", "an-entity:\n  page: ‸\n", {"yes", "no"}, "It is not so."),
        ("sources", "a-source:\n  published: ‸\n", {"2026-03-05", "2026-03", "undated"}, "The document bears no date."),
    ],
)  # fmt: skip
def test_the_words_of_a_list_are_offered_each_with_its_meaning(
    server: LanguageServer, kind: str, text: str, words: set[str], meaning: str
) -> None:
    offered = Writing(server, kind, text).offered()
    assert words <= set(offered)
    assert not {"true", "false", "null"} & set(offered)
    assert meaning in [item.get("documentation") for item in offered.values()]


def test_nothing_is_offered_where_only_the_editor_knows(server: LanguageServer) -> None:
    assert Writing(server, "claims", "a-claim:\n  attribution: ‸\n").offered() == {}


@pytest.mark.parametrize("before", ["", "# A file of claims.\n", CLAIM, CLAIM + "\n"])
def test_a_whole_new_record_is_offered(server: LanguageServer, before: str) -> None:
    offered = Writing(server, "claims", before + "‸").offered()
    text = offered["new claim"]["insertText"]
    assert text.startswith("${1:id}:\n  topic: $2\n  text:\n    ar: $3\n    en: $4\n  citations:\n    - source: $5\n")


def test_each_kind_of_picture_has_a_new_record(server: LanguageServer) -> None:
    offered = Writing(server, "pictures", "‸").offered()
    assert {f"new picture: {kind}" for kind in ("map", "matrix", "bars", "diagram")} <= set(offered)


@pytest.mark.parametrize("kind", [kind for kind in RECORD_KINDS if kind != "interface"])
def test_hovering_says_of_every_field_what_its_description_says(server: LanguageServer, kind: str) -> None:
    schema = json.loads((ROOT / f"data/schema/{kind}.schema.json").read_text(encoding="utf-8"))
    record = next(iter(schema["patternProperties"].values()))
    for value in ("a-word", "", "2026", "[a, b]", "{ar: a, en: b}"):
        writing = Writing(
            server, kind, "a-record:\n" + "".join(f"  {name}: {value}\n" for name in record["properties"])
        )
        for number, (name, field) in enumerate(record["properties"].items(), start=2):
            said = re.sub(r"\\(.)", r"\1", server.hover(writing.path, number, 3))
            assert said.startswith(field["description"]), (name, value)
            assert "||" not in said
            assert "####" not in said


def test_hovering_explains_a_field_and_its_words(server: LanguageServer) -> None:
    text = Writing(
        server, "claims", CLAIM + "  sta‸tus: disputed\n  status_reason: {ar: لأن., en: Because.}\n"
    ).explained()
    assert text.startswith("An editor's override of the status rule.")
    assert "`disputed`: A source says otherwise." in text
    assert "schema.json" not in text
    assert (
        Writing(server, "sources", "a-source:\n  ori‸gin: x\n")
        .explained()
        .startswith("The story or text that this page repeats")
    )
    assert (
        Writing(server, "claims", "a-cl‸aim:\n  topic: home\n")
        .explained()
        .startswith("One assertion, in one or two sentences.")
    )


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("claims", CLAIM, []),
        ("claims", CLAIM.replace("topic", "topics"), ["2: Missing property \"topic\".", "3: Property topics is not allowed."]),
        ("claims", CLAIM.replace("  topic: home\n", ""), ['2: Missing property "topic".']),
        ("claims", CLAIM + "  status: confirmd\n  status_reason: {ar: لأن., en: Because.}\n", ["6: Expected: confirmed | single-source | attributed | disputed | unconfirmed | superseded."]),
        ("claims", CLAIM + "  status: disputed\n", ['2: Missing property "status_reason".']),
        ("claims", CLAIM.replace(", en: Something.", ""), ["4: Expected: the text in each language of the site: ar, en."]),
        ("claims", CLAIM.replace("whole: yes", "whole: no"), ["5: Expected: words, page, section or paragraph; whole: yes if the whole document says it."]),
        ("claims", CLAIM.replace("whole: yes", "words: one two three four five six seven"), ["5: Expected: at most 6 words."]),
        ("claims", CLAIM + "  verify_by: 2026-13-40\n", ["6: Expected: a date such as 2026-03-05, 2026-03 or 2026; 2026-03-05~ for “about”; 2026-03-04/2026-03-05 for a range."]),
        ("claims", CLAIM + "  values: {n: {integer: 3, date: 2026}}\n", ["6: Expected: exactly one of integer, decimal, percent, money, date, date_of, duration, entity, entities, count, sum, share, list."]),
        ("claims", CLAIM.replace("a-claim", "A_Claim"), ["2: Expected: an id: ASCII letters in lower case, digits and single hyphens, such as joint-declaration."]),
        ("entities", "an-entity: {kind: place}\n", ["2: Expected: a name in every language; a country may have its code instead."]),
        ("entities", "an-entity: {kind: country, code: AR, page: maybe}\n", ["2: Expected: yes or no."]),
    ],
)  # fmt: skip
def test_a_fault_is_underlined_and_said_in_plain_words(
    server: LanguageServer, kind: str, text: str, said: list[str]
) -> None:
    assert sorted(Writing(server, kind, text).said()) == said


def test_the_settings_alone_find_the_schema_too(server: LanguageServer) -> None:
    """Also for a file whose first line does not name it."""
    assert Writing(server, "claims", CLAIM.replace("topic", "topics"), marked=False).said()
    assert Writing(server, "claims", CLAIM, marked=False).said() == []


@pytest.mark.parametrize("path", store_files(ROOT))
def test_no_file_of_the_store_is_underlined(server: LanguageServer, path: str) -> None:
    file = ROOT / path
    assert server.open(file, file.read_text(encoding="utf-8")) == []
    server.shut(file)


def test_the_pinned_server_is_the_one_that_answers(server: LanguageServer) -> None:
    pinned = json.loads((ROOT / "tools/node/package.json").read_text(encoding="utf-8"))["dependencies"]
    found = json.loads(
        (ROOT / ".dalil/node/node_modules/yaml-language-server/package.json").read_text(encoding="utf-8")
    )
    assert found["version"] == pinned["yaml-language-server"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", found["version"])
