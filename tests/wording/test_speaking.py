"""The commands speak Arabic: on a small project, nothing in Latin letters stands outside isolates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from commands import Done, called
from dalil.desk.lookup.register import write_register
from dalil.model.dates import Date
from dalil.model.register import Lookup
from dalil.wording import sentence
from dalil.wording.saying import LANGUAGES
from spanish import ES, translate
from support import Project, foreign_words
from terminal import answered

PLACE = re.compile(r"^(?:(?:data|docs)/\S+|dalil [a-z ]+):\d+:\d+: ", re.MULTILINE)
"""What a line about a place starts with, from left to right, for terminals and editors."""
CODE = re.compile(r"^error\[[a-z-]+\]: ", re.MULTILINE)
DAY = Date.parse("2026-06-30")


def dalil(project: Project, *arguments: str) -> Done:
    return called(["--lang", "ar", "--project", str(project.root), *arguments], environment={"COLUMNS": "200"})


def stray(said: str) -> list[str]:
    """Latin words that an Arabic reader meets in the middle of a line without isolates."""
    return [line for line in CODE.sub("", PLACE.sub("", said)).splitlines() if foreign_words(line)]


def spoken(project: Project, *arguments: str, code: int = 0) -> str:
    """What a command says, which is Arabic."""
    done = dalil(project, *arguments)
    said = done.stdout + done.stderr
    assert done.returncode == code, said
    assert re.search("[\u0620-\u064a]", said), said
    assert not stray(said)
    assert said.count("\u2069") == len(re.findall("[\u2066-\u2068]", said))
    return said


def looked(project: Project, status: str, **more: str) -> None:
    """Writes the register with one look-up."""
    fields = {
        "id": "first-source",
        "url": "https://example.org/first",
        "why": "answer",
        "details": {"answer": "404 Not Found"},
        **more,
    }
    write_register(project.root, [Lookup.model_validate({**fields, "status": status, "looked": DAY, "since": DAY})])


def test_due_speaks_arabic(rich: Project) -> None:
    assert spoken(rich, "due", "--today", "2026-05-30").startswith("لا شيء حل موعده اليوم. التالي: سجل واحد في ")
    said = spoken(rich, "due", "--today", "2027-03-01", "--within", "2 years")
    assert "السبب: آخر تحقق في ⁨2026-03-02⁩؛ ويُعاد النظر في الخبر الصحفي بعد سنة واحدة" in said
    assert "(بعد يوم واحد)" in said
    assert "(قبل " in said
    looked(rich, "gone")
    said = spoken(rich, "due", "--today", "2027-03-01")
    assert "عنوانه لم يعد يعمل" in said
    assert "أجاب الخادم: ⁨404 Not Found⁩" in said, "the register keeps no sentence of any language"
    rich.replace("data/claims/all.yml", "  topic: home\n", "  topic: home\n  verify_by: 2026-08\n")
    assert "ويطلب السجل نظرة أخرى بحلول ⁨2026-08⁩" in spoken(rich, "due", "--today", "2027-03-01")


def test_every_rule_of_verification_has_its_words(rich: Project) -> None:
    from dalil.model.verification import Periods
    from dalil.store.freshness import KINDS

    assert KINDS == ("claims", "statements", "sources", "disputes")
    rules = [field.alias or name for name, field in Periods.model_fields.items()]
    assertions = rules[: rules.index("dispute")]
    keys = {f"subject-{kind}-{rule}" for kind in ("claim", "statement") for rule in assertions}
    keys |= {f"subject-{rule}" for rule in rules[rules.index("dispute") :]}
    keys.add("subject-retracted")  # Sources are taken back too, whatever their type.
    assert keys == {key for key in LANGUAGES["en"].sentences if key.startswith("subject-")}


def test_stats_speak_arabic(rich: Project) -> None:
    said = spoken(rich, "stats")
    assert "المعلومات" in said
    assert "مؤكدة 1" in said


@pytest.mark.parametrize(
    "record_id", ["two-signed", "chile-signed", "chile", "first-source", "home", "an-area", "how-many"]
)
def test_show_speaks_arabic(rich: Project, record_id: str) -> None:
    translate(rich)
    looked(rich, "found", archive="https://web.archive.org/web/2026/https://example.org/first")
    said = spoken(rich, "show", record_id)
    if record_id == "first-source":
        assert "⁨2026-06-30⁩: موجود، منذ ⁨2026-06-30⁩" in said
    if record_id == "home":
        assert "(متقادمة: تغيّر أصلها)" in said


def test_rename_speaks_arabic(rich: Project) -> None:
    said = spoken(rich, "rename", "two-signed", "both-signed")
    assert said.startswith("تغيّر معرّف معلومة من «⁨two-signed⁩» إلى «⁨both-signed⁩»: 7 مواضع في 5 ملفات.\n")
    spoken(rich, "rename", "how-many", "number")
    spoken(rich, "rename", "home", "start")
    assert "لم يُكتب شيء" in dalil(rich, "rename", "--dry-run", "chile", "the-republic").stdout
    assert stray(spoken(rich, "rename", "nothing", "x", code=1)) == []


def test_locale_speaks_arabic(rich: Project) -> None:
    said = spoken(rich, "locale", "add", "es")
    assert "صارت الإسبانية من لغات الموقع" in said
    spoken(rich, "locale", "add", "es", code=1)
    spoken(rich, "locale", "update", "--check")
    rich.write(ES, rich.read(ES).replace("Keep what stands in round brackets", "Keep it"))
    spoken(rich, "locale", "update", "--check", code=1)
    spoken(rich, "locale", "update")
    assert "العربية" in spoken(rich, "locale", "status")
    spoken(rich, "locale", "status", "--next", "3")
    spoken(rich, "locale", "status", "--fail-under", "100", code=1)
    spoken(rich, "locale", "remove", "es", "--keep")
    spoken(rich, "locale", "remove", "ar", code=1)
    spoken(rich, "locale", "remove", "es", code=1)
    assert "لا لغة في ⁨CLDR⁩ رمزها «⁨espp⁩»" in dalil(rich, "locale", "add", "espp").stderr


def test_sources_speak_arabic(rich: Project) -> None:
    rich.replace("data/sources/all.yml", "https://example.org/first", "http://127.0.0.1:9/first")
    said = spoken(rich, "sources", "check", "--older-than", "900 days", "first-source", "--timeout", "0.1")
    assert "لا يجيب: ⁨first-source⁩: " in said
    assert "المصادر التي تُفقّدت: 1 من 3؛ لا يجيب: 1." in said
    assert (
        "لا مصدر بالمعرّف «⁨first-sorce⁩»؛ لعلك تقصد «⁨first-source⁩»"
        in dalil(rich, "sources", "check", "first-sorce").stderr
    )


def test_a_new_record_is_added_in_arabic(rich: Project) -> None:
    said = spoken(
        rich, "new", "term", "--name-ar", "وثيقة", "--name-en", "A document", "--meaning-ar", "كلام.", "--meaning-en", "Words."
    )  # fmt: skip
    assert said.startswith("أُضيف سجل من نوع «مصطلح» معرّفه «⁨")
    assert "الخطوات التالية:" in said
    spoken(rich, "new", "term", code=1)


def test_questions_are_asked_in_arabic(rich: Project) -> None:
    code, said = answered(
        rich.root,
        ["new", "entity"],
        [("kind", "place"), ("(⁨ar⁩)", "مكان"), ("(⁨en⁩)", "{A place"), ("تعذرت قراءة النص", "A place"), ("ينهي القائمة", ""), ("المعرّف", "a-place"), ("أتريد كتابته", "y")],
        language="ar",
    )  # fmt: skip
    assert code == 0, said
    assert "(اختياري: يُتجاوز بمفتاح ⁨Enter⁩)" in said
    assert rich.problems() == [] or "a-place" in rich.read("data/entities/all.yml")


def test_serve_says_in_arabic_why_it_cannot(project: Project) -> None:
    assert "يتعذر العرض" in spoken(project, "serve", "--built", "--address", "192.0.2.1:80", code=1)


def test_every_step_of_a_long_task_has_a_name() -> None:
    source = Path(__file__).parents[2] / "src" / "dalil"
    named = {
        name for path in source.rglob("*.py") for name in re.findall(r'\bstep\("(\w+)", ', path.read_text("utf-8"))
    }
    assert len(named) >= 8
    for name in named:
        assert sentence(f"step-{name}", "ar")
