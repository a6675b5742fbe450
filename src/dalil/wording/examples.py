"""An example of wrong and right for each code of which one can be shown in a few lines.

A test puts every one into a small project: the wrong passage brings up its code with these very words, the right one
does not.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dalil.problems import Detail, phrase


@dataclass(frozen=True)
class Example:
    """A passage of a file, wrong and right."""

    file: str
    wrong: str
    right: str
    details: dict[str, Detail] = field(default_factory=dict)
    """What the message of the wrong one names."""


def _e(file: str, wrong: str, right: str, **details: Detail) -> Example:
    return Example(file, wrong, right, details)


CLAIMS, EVENTS, SOURCES = "data/claims/all.yml", "data/events/all.yml", "data/sources/all.yml"
ENTITIES, STATEMENTS, PAGES = "data/entities/all.yml", "data/statements/all.yml", "data/pages/all.yml"
ROLES, SITE, TERMS, HOME = "data/roles/all.yml", "data/site.yml", "data/terms/example.yml", "docs/index.md"
PICTURES, SYNONYMS = "data/pictures/example.yml", "data/synonyms/example.yml"


def _term(meaning: str, *, arabic: str = "اتفاق مكتوب بين دول.", name: str = "treaty") -> str:
    return f"{name}:\n  name: {{ar: معاهدة, en: Treaty}}\n  meaning:\n    ar: {arabic}\n    en: {meaning}\n"


def _synonyms(english: str) -> str:
    return f"membership:\n  words: {{ar: 'عضو، موقّع', en: '{english}'}}\n"


def _picture(body: str) -> str:
    return f"a-picture:\n  topic: home\n  title: {{ar: رسم, en: A picture}}\n{body}"


def _bars(bar: str) -> str:
    return _picture(f"  bars: [{bar}]\n")


def _diagram(rows: str, says: str = "chile-signed") -> str:
    sentence = "{ar: 'من {from} إلى {to}', en: 'From {from} to {to}'}"
    edge = f"      - {{from: argentina, to: the-treaty, says: {says},\n         sentence: {sentence}}}\n"
    return _picture(f"  diagram:\n    rows: {rows}\n    edges:\n{edge}")


def _matrix(condition: str) -> str:
    cell = f"          - {{sign: 'yes', label: {{ar: نعم, en: Yes}}, statements: {condition}}}\n"
    return _picture(f"  matrix:\n    columns:\n      - label: {{ar: عمود, en: Column}}\n        cells:\n{cell}")


SOUND_TERM = _term("A written agreement between countries.")
DAY = "    day: {date: 2026-02-03}"
TREATY = "[the treaty](entity:the-treaty)"
ENGLISH = '"{n, plural, one {# country} other {# countries}} signed [the treaty](entity:the-treaty) on {day}."'
FIRST = "    - {source: first-source, locator: {words: two countries have signed}}"
SECOND = "    - {source: second-source, locator: {paragraph: 2}}"
FEW = "{n, plural, zero {لا دول} one {دولة} two {دولتان} few {# دول} many {# دولة} other {# دولة}}"


def _english(old: str, new: str, **details: Detail) -> Example:
    """An example in which the claim's English text has something else in the place of `old`."""
    return _e(CLAIMS, f"    en: {ENGLISH.replace(old, new)}", f"    en: {ENGLISH}", **details)


EXAMPLES: dict[str, Example] = {
    # Files
    "merge-conflict": _e(
        CLAIMS, "<<<<<<< HEAD\n  topic: home\n=======\n  topic: origins\n>>>>>>> another-branch", "  topic: home"
    ),
    "tab-in-indent": _e(CLAIMS, "two-signed:\n\ttopic: home", "two-signed:\n  topic: home"),
    "broken-encoding": _e(
        TERMS,
        _term("What a countryâ€™s government signs."),
        _term("What a country’s government signs."),
        found="countryâ€™s",
        meant="country’s",
    ),
    "look-alike": _e(
        CLAIMS,
        "    day: {date: ٢٠٢٦-٠٢-٠٣}",
        DAY,
        word="٢٠٢٦-٠٢-٠٣",
        character="٢",
        name="U+0662 ARABIC-INDIC DIGIT TWO",
        fixed="2026-02-03",
    ),
    "curly-quotes": _e(SOURCES, "  type: “news”", "  type: news", found="“"),
    "space-missing": _e(CLAIMS, "  topic:home", "  topic: home", sign=":"),
    "needs-quotes": _e(TERMS, _term("In law: a written agreement."), _term('"In law: a written agreement."'), sign=":"),
    "quote-closed-early": _e(
        TERMS,
        _term('"Treaty" is the word for an agreement.'),
        _term('"“Treaty” is the word for an agreement."'),
        rest="is the word for an a",
        quote='"',
    ),
    "comment-in-text": _e(TERMS, _term("The agreement #one."), _term('"The agreement #one."'), rest="#one."),
    "comma-splits": _e(
        STATEMENTS,
        "  topic: home\n  value: {percent: 6,5}",
        "  topic: home\n  value: {percent: 6.5}",
        found="6,5",
        write="6.5",
    ),
    "yaml-syntax": _e(
        EVENTS,
        "  participants: [argentina, chile",
        "  participants: [argentina, chile]",
        reason=phrase("yaml-in-brackets"),
    ),
    "several-documents": _e(TERMS, f"{SOUND_TERM}---\n{_term('Something else.', name='other')}", SOUND_TERM),
    "not-a-mapping": _e(TERMS, "- treaty\n- alliance\n", SOUND_TERM),
    "duplicate-key": _e(
        CLAIMS, "  topic: home\n  topic: origins", "  topic: home", key="topic", first="data/claims/all.yml:2:3"
    ),
    # Records
    "duplicate-id": _e(
        TERMS, _term("Long and narrow.", name="chile"), SOUND_TERM, id="chile", first="data/entities/all.yml:10:1"
    ),
    "bad-id": _e(
        TERMS,
        _term("A written agreement.", name="The_Treaty"),
        _term("A written agreement.", name="treaty-term"),
        id="The_Treaty",
        nearest="the-treaty",
    ),
    "record-not-mapping": _e(TERMS, "treaty: a written agreement\n", SOUND_TERM, id="treaty"),
    "missing-field": _e(EVENTS, "  claims: [two-signed]", "  topic: home\n  claims: [two-signed]", field="topic"),
    "unknown-field": _e(CLAIMS, "  topics: home", "  topic: home", field="topics", nearest="topic"),
    "wrong-type": _e(ENTITIES, "  page: 7", "  page: no", found="7", expected=phrase("yes-or-no"), bracket="{"),
    "bad-value": _e(
        SOURCES,
        "  type: new",
        "  type: news",
        found="new",
        nearest="news",
        expected=phrase("one-of-these", words=["primary-document", "news", "analysis", "reference"]),
    ),
    "bad-date": _e(
        CLAIMS,
        "    day: {date: 2026-02-30}",
        DAY,
        found="2026-02-30",
        reason=phrase("date-day", month="02", year="2026", days="28", day="30"),
    ),
    "value-kind": _e(
        STATEMENTS,
        "  topic: home\n  value: {percent: 65, integer: 65}",
        "  topic: home\n  value: {percent: 65}",
        expected=phrase(
            "one-of",
            kinds=[
                *("integer", "decimal", "percent", "money", "date", "date_of", "duration", "entity", "entities"),
                *("count", "sum", "share", "list"),
            ],
            example="{integer: 17}",
        ),
        example="{integer: 17}",
    ),
    "unknown-locale": _e(SITE, "  en: {formats: qq}", "  en: {formats: en-GB}", code="qq"),
    "default-locale": _e(SITE, "default: fr", "default: ar", code="fr", known=("ar", "en")),
    "locale-fallback": _e(
        SITE,
        "  en: {formats: en-GB, fallback: [qq]}",
        "  en: {formats: en-GB}",
        locale="en",
        found=("qq",),
        known=("ar",),
    ),
    "locale-default": _e(
        SITE, "  ar: {second_months: ar-SY, fallback: [en]}", "  ar: {second_months: ar-SY}", locale="ar", known=("en",)
    ),
    "nav-label": _e("mkdocs.yml", "  - Home: index.md", "  - nav.home: index.md", label="Home", nearest=""),
    "nav-target": _e(
        "mkdocs.yml", "  - nav.home: indx.md", "  - nav.home: index.md", target="indx.md", nearest="index.md"
    ),
    "nav-empty": _e(
        "mkdocs.yml", "  - nav.home: index.md\n  - nav.topics:", "  - nav.home: index.md", label="nav.topics"
    ),
    "settings-address": _e(
        "mkdocs.yml",
        "site_url: example.org",
        "site_url: https://example.org/",
        field="site_url",
        found="example.org",
        reason=phrase("address-scheme"),
    ),
    "bad-address": _e(
        SOURCES,
        "  url: www.example.org/first",
        "  url: https://example.org/first",
        found="www.example.org/first",
        reason=phrase("address-scheme"),
    ),
    "line-break": _e(TERMS, _term('"Something.\\n\\n# Else."'), SOUND_TERM),
    # References
    "unknown-reference": _e(
        STATEMENTS, "  subject: chili", "  subject: chile", what=phrase("entity"), id="chili", nearest="chile"
    ),
    "unknown-source": _e(CLAIMS, FIRST.replace("first", "frist"), FIRST, id="frist-source", nearest="first-source"),
    "entry-twice": _e(
        EVENTS, "  participants: [argentina, chile, argentina]", "  participants: [argentina, chile]", entry="argentina"
    ),
    "synonyms-few": _e(SYNONYMS, _synonyms("member"), _synonyms("member, signatory, member state"), words="member"),
    "synonym-unread": _e(SYNONYMS, _synonyms("member, signatory, who"), _synonyms("member, signatory"), words="who"),
    "synonym-same": _e(
        SYNONYMS,
        _synonyms("member, members, signatory"),
        _synonyms("member, signatory"),
        words="members",
        other="member",
    ),
    "address-twice": _e(
        SOURCES, "  url: https://www.example.org/first/", "  url: https://example.org/second", id="first-source"
    ),
    "wrong-kind": _e(
        EVENTS,
        "  claims: [the-treaty]",
        "  claims: [two-signed]",
        id="the-treaty",
        found=phrase("a-entity"),
        expected=phrase("a-claim"),
    ),
    "supersession-cycle": _e(CLAIMS, "  topic: home\n  superseded_by: two-signed", "  topic: home", id="two-signed"),
    "via-circle": _e(SOURCES, "  type: news\n  via: first-source", "  type: news", id="first-source"),
    "alias-circle": _e(
        "data/aliases.yml", "signing: signature\nsignature: signing\n", "signing: the-signing\n", id="signature"
    ),
    # Texts
    "language-missing": _e(PAGES, "  title: {en: Home}", "  title: {ar: الرئيسية, en: Home}", locale="ar"),
    "language-unknown": _e(
        PAGES,
        "  title: {ar: الرئيسية, en: Home, fr: Accueil}",
        "  title: {ar: الرئيسية, en: Home}",
        locale="fr",
        known=("ar", "en"),
    ),
    "message-syntax": _e(
        TERMS,
        _term('"An agreement {in writing."'),
        _term('"An agreement (in writing)."'),
        reason=phrase("brace-never-closed"),
    ),
    "unknown-argument": _english("{day}", "{daye}", argument="daye", nearest="day"),
    "unused-value": _e(CLAIMS, f"    year: {{date: 2026}}\n{DAY}", DAY, value="year"),
    "argument-type": _english("{day}", "{day, plural, one {#} other {#}}", argument="day", found=phrase("no-number")),
    "argument-style": _english("{day}", "{day, date, long}", argument="day", style="date"),
    "sign-twice": _e(
        PAGES,
        "  description: {ar: '{n}% منها.', en: '{n} of it.'}\n  values: {n: {percent: 65}}",
        "  description: {ar: '{n} منها.', en: '{n} of it.'}\n  values: {n: {percent: 65}}",
        argument="n",
        sign="%",
    ),
    "name-lacks-form": _e(
        ROLES,
        'en: "{subject} signed {object_the}."',
        'en: "{subject} signed {object}."',
        id="the-treaty",
        locale="en",
        what=phrase("form-the"),
        sentence="{subject} signed {object_the}.",
    ),
    "unknown-gender": _e(
        ROLES,
        "ar: '{subject_gender, select, female {وقّعت} other {وقّع}} {subject} {object}.'",
        'ar: "توقيع {subject}: {object}"',
        found="female",
        known=("m", "f", "n", "c", "p", "mp", "fp", "np", "cp"),
    ),
    "plural-categories": _e(
        CLAIMS,
        f"    ar: وقّعت [المعاهدةَ](entity:the-treaty) {FEW.replace('few {# دول} ', '')} في {{day}}.",
        f"    ar: وقّعت [المعاهدةَ](entity:the-treaty) {FEW} في {{day}}.",
        argument="n",
        missing=("few",),
        locale="ar",
        categories=("few", "many", "one", "other", "two", "zero"),
    ),
    "arguments-differ": _english(" on {day}", "", locale="en", other="ar", difference=("{day}",)),
    "links-differ": _english(TREATY, "the treaty", locale="en", other="ar", difference=("entity:the-treaty",)),
    "link-kind": _english("(entity:", "(entiti:", kind="entiti", nearest="entity"),
    "broken-markup": _english("](", "] (", snippet="[the treaty]"),
    "unknown-language": _e(
        TERMS, _term('"In Spanish [tratado](lang:qq)."'), _term('"In Spanish [tratado](lang:es)."'), code="qq"
    ),
    "literal-figure": _english("{day}", "3 February 2026", figure="3", place="{name}"),
    "literal-unused": _e(
        TERMS,
        _term("A written agreement.") + "  literals: [UTF-8]\n",
        _term("A written agreement.") + "  literals: []\n",
        literal="UTF-8",
    ),
    "figures-differ": _e(
        ENTITIES,
        "  name: {ar: القناة 7, en: Channel 4}\n  literals: ['4', '7']",
        "  name: {ar: القناة 4, en: Channel 4}\n  literals: ['4']",
        locale="en",
        other="ar",
        figures=("4",),
    ),
    "mixed-digits": _e(
        PAGES,
        "  description: {ar: صفحة 1 و٢., en: Where one starts.}",
        "  description: {ar: صفحة البداية., en: Where one starts.}",
        digits="1 ٢",
    ),
    "latin-punctuation": _e(
        TERMS,
        _term("An agreement.", arabic='"اتفاق, مكتوب أو غير مكتوب."'),
        _term("An agreement.", arabic="اتفاق، مكتوب أو غير مكتوب."),
        mark=",",
        arabic="،",
    ),
    "tatweel": _e(TERMS, _term("An agreement.", arabic="اتفـاق."), _term("An agreement.", arabic="اتفاق.")),
    "wrong-script": _e(
        TERMS,
        _term("اتفاق مكتوب بين دول.", arabic="A written agreement."),
        _term("A written agreement.", arabic="اتفاق مكتوب بين دول."),
        locale="ar",
    ),
    "foreign-word": _e(
        TERMS,
        _term("An agreement.", arabic="اتفاق أو treaty."),
        _term("An agreement.", arabic="اتفاق أو [treaty](lang:en)."),
        word="treaty",
        locale="ar",
        other="en",
    ),
    "foreign-letter": _e(
        TERMS,
        _term("An agreement.", arabic="عهد مکتوب."),
        _term("An agreement.", arabic="عهد مكتوب."),
        letter="ک",
        name="U+06A9 ARABIC LETTER KEHEH",
        arabic="ك",
    ),
    "letter-within": _e(
        TERMS,
        _term("An agreement.", arabic="مىثاق."),
        _term("An agreement.", arabic="ميثاق."),
        letter="ى",
        word="مىثاق",
    ),
    # Citations
    "claim-without-citation": _e(
        STATEMENTS,
        "  citations: []",
        "  citations: [{source: first-source, locator: {words: Chile signed}}]",
        what=phrase("statement"),
        id="chile-signed",
    ),
    "locator-missing": _e(
        CLAIMS, "    - {source: second-source}", "    - {source: second-source, locator: {paragraph: 2}}"
    ),
    "locator-signs": _e(CLAIMS, FIRST.replace("two countries have signed", "…"), FIRST, words="…"),
    "locator-long": _e(CLAIMS, FIRST.replace("signed", "signed the treaty today"), FIRST, count="7", limit="6"),
    "citation-twice": _e(
        CLAIMS,
        f"{SECOND}\n{SECOND}",
        SECOND,
        source="second-source",
    ),
    "status-without-reason": _e(
        CLAIMS,
        "  topic: home\n  status: unconfirmed",
        "  topic: home\n  status: unconfirmed\n  status_reason: {ar: لم يُعلن., en: It was not announced.}",
    ),
    "caveat-without-words": _e(
        SOURCES,
        "  type: news\n  caveats: [partisan]",
        "  type: news\n  caveats: [partisan]\n  caveat: {ar: صحيفة حزب., en: A party's newspaper.}",
    ),
    "dispute-one-version": _e(
        "data/disputes/example.yml",
        "who-came:\n  topic: home\n  question: {ar: من حضر؟, en: Who came?}\n  versions:\n"
        "    - label: {ar: دولتان, en: Two}\n      claims: [two-signed]\n"
        "  conclusion: {ar: لا يُعلم., en: It is not known.}\n  reason: {ar: لا مصدر., en: There is no source.}\n",
        "who-came:\n  topic: home\n  question: {ar: من حضر؟, en: Who came?}\n  versions:\n"
        "    - label: {ar: دولتان, en: Two}\n      claims: [two-signed]\n"
        "    - label: {ar: ثلاث, en: Three}\n      claims: [three-came]\n"
        "  conclusion: {ar: لا يُعلم., en: It is not known.}\n  reason: {ar: لا مصدر., en: There is no source.}\n",
    ),
    # Dates
    "date-in-future": _e(
        EVENTS,
        "  date: 2026-12-03",
        "  date: 2026-12-03\n  planned: yes",
        date="2026-12-03",
        updated="2026-06-30",
    ),
    "verified-too-early": _e(
        SOURCES,
        "  accessed: 2026-03-02\n  verified: 2026-02-01",
        "  accessed: 2026-03-02",
        verified="2026-02-01",
        what=phrase("it-was-read"),
        date="2026-03-02",
    ),
    "verify-by-too-early": _e(
        SOURCES,
        "  accessed: 2026-03-02\n  verify_by: 2026-03-01",
        "  accessed: 2026-03-02",
        by="2026-03-01",
        verified="2026-03-02",
    ),
    "accessed-before-published": _e(
        SOURCES,
        "  published: 2026-03-01\n  accessed: 2026-02-01",
        "  published: 2026-03-01\n  accessed: 2026-03-02",
        accessed="2026-02-01",
        published="2026-03-01",
    ),
    "event-after-sources": _e(
        EVENTS, "  date: 2026-04-03", "  date: 2026-02-03", date="2026-04-03", newest="2026-03-01"
    ),
    # Values
    "statement-field": _e(
        ROLES,
        '  sentence: {ar: "توقيع {subject}: {object}", en: "{subject} signed {object} at {at}."}',
        '  sentence: {ar: "توقيع {subject}: {object}", en: "{subject} signed {object}."}',
        role="signed",
        field="at",
    ),
    "underivable": _e(
        CLAIMS,
        "    n: {count: {statements: {role: signed, subject: the-treaty}}}",
        "    n: {count: {statements: {role: signed}}}",
        reason=phrase("no-statement-fits"),
    ),
    # Pictures
    "picture-empty": _e(
        PICTURES,
        _matrix("{role: signed, object: chile}"),
        _matrix("{role: signed, object: the-treaty}"),
        what=phrase("statement-with-subject"),
    ),
    "picture-lacks": _e(
        PICTURES,
        _matrix("{role: signed, object: the-treaty, subject: argentina}"),
        _matrix("{role: signed, object: the-treaty}"),
        id="chile",
        reason=phrase("lacks-cell", statement="chile-signed"),
        line="- {sign: partly, label: {ar: …, en: …}, statements: {role: signed, object: the-treaty}}",
    ),
    "bar-value": _e(
        PICTURES,
        _bars("{claim: two-signed, value: day, label: {ar: يوم, en: Day}}"),
        _bars("{claim: two-signed, value: n, label: {ar: عدد, en: Number}}"),
        reason=phrase("value-without-length", kind="date"),
    ),
    "diagram": _e(
        PICTURES,
        _diagram("[[argentina, the-treaty], [chile]]"),
        _diagram("[[argentina], [the-treaty]]"),
        reason=phrase("box-alone", box="chile"),
    ),
    # Entities
    "name-missing": _e(
        ENTITIES,
        "the-treaty:\n  kind: document\n",
        "the-treaty:\n  kind: document\n  name: {ar: المعاهدة, en: The Treaty}\n",
        kind=phrase("kind-document"),
    ),
    "country-code": _e(ENTITIES, "chile: {kind: country, code: XQ}", "chile: {kind: country, code: CL}", code="XQ"),
    # Pages
    "page-unknown": _e(HOME, "page: hom", "page: home", page="hom", nearest="home"),
    "page-front-matter": _e(HOME, "---\nname: home\n---", "---\npage: home\n---", reason=phrase("head-without-page")),
    "page-prose": _e(HOME, "Two countries signed.", '{{ claims("two-signed") }}', snippet="Two countries signed."),
    "page-not-data": _e(
        HOME,
        '{{ claims("two-signed")|upper }}',
        '{{ claims("two-signed") }}',
        snippet='{{ claims("two-signed")|upper }}',
        what=phrase("a-filter"),
    ),
    "page-template": _e(
        HOME,
        '{{ clams("two-signed") }}',
        '{{ claims("two-signed") }}',
        reason=phrase("no-macro", name="clams"),
        nearest="claims",
    ),
}
