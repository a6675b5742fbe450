"""The kinds of record that the store holds. `data/README.md` shows one of each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from dalil.model.codes import LOCALE_PATTERN
from dalil.model.dates import Date
from dalil.model.values import Id, Ids, RestsOn, Strict, Value, listed
from dalil.model.verification import Deadline, OneDay, Periods, Verified
from dalil.model.web_address import BadAddress, web_address
from dalil.problems.gate import is_blank
from dalil.problems.limits import MAX_TEXT

LocaleCode = Annotated[str, Field(pattern=LOCALE_PATTERN)]
"""A BCP 47 code: language, perhaps script, perhaps region."""


def _not_blank(text: str) -> str:
    if is_blank(text):
        raise PydanticCustomError("blank", "a text that is not blank")
    return text.strip("\n")


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("line_break", "a text on one line")
    return text


BOUND = Field(max_length=MAX_TEXT)
NOT_BLANK = Field(
    max_length=MAX_TEXT, json_schema_extra={"pattern": r"\S", "errorMessage": "Expected: a text that is not blank."}
)
Words = Annotated[str, BOUND, AfterValidator(_not_blank), AfterValidator(_one_line), NOT_BLANK]
Text = dict[LocaleCode, Annotated[str, BOUND, AfterValidator(_not_blank), NOT_BLANK]]
"""A text in each language of the site: locale code to ICU message, whose own signs may stand on several lines."""


def _web_address(text: str) -> str:
    try:
        return web_address(text).text
    except BadAddress as error:
        raise PydanticCustomError(
            "bad_address", "an address that starts with https:// or http://", {"reason": error.reason}
        ) from None


Address = Annotated[
    str,
    AfterValidator(_web_address),
    Field(
        json_schema_extra={
            "pattern": r"^https?://[^\s\"<>\\^`{|}]+$",
            "errorMessage": "Expected: an address that starts with https:// or http://.",
        }
    ),
]

Stance = Literal["supports", "disputes", "mentions"]
Override = Literal["confirmed", "single-source", "attributed", "disputed", "unconfirmed", "superseded"]
"""What an editor may set in the place of the rule."""
Status = Literal[Override, "retracted"]
"""What the rule gives. Nothing is retracted by a word alone: see `Retraction`."""
SourceType = Literal["primary-document", "news", "analysis", "reference"]
EntityKind = Literal["country", "person", "organisation", "document", "operation", "place"]
Caveat = Literal[
    "partisan", "mirror", "opinion", "machine-made", "state-media", "tertiary",
    "tabloid", "aggregator", "advance", "excerpt", "headline", "error",
]  # fmt: skip

MAX_LOCATOR_WORDS = 6
"""Long enough to find a passage, short enough to quote nobody at length."""


class Record(Strict):
    """What every record has."""

    id: Id
    """The key under which the record stands in its file."""


Literals = Annotated[list[Words], BeforeValidator(listed)]


class Worded(Record):
    """What every record has that has texts."""

    literals: Literals = []
    """What its texts may type with figures in it, such as UTF-8 or 11015: figures of names. All others are values."""


class Locator(Strict):
    """Where in a source the passage stands."""

    words: Words | None = None
    """At most six words as they stand in the source; the reader's browser jumps to them."""
    page: Words | None = None
    """A page number or range."""
    section: Words | None = None
    """The name of a section, in the source's language."""
    paragraph: int | None = Field(None, ge=1)
    """A paragraph, counted from 1."""
    whole: bool = False
    """The source as a whole; no single passage was recorded."""

    @model_validator(mode="after")
    def _somewhere(self) -> Locator:
        if not (self.words or self.page or self.section or self.paragraph or self.whole):
            raise PydanticCustomError("locator_missing", "a locator")
        for field in ("words", "page", "section"):
            given = getattr(self, field)
            if given is not None and not any(character.isalnum() for character in given):
                raise PydanticCustomError("locator_signs", "{field}", {"field": field, "words": given})
        if self.words and len(self.words.split()) > MAX_LOCATOR_WORDS:
            raise PydanticCustomError(
                "locator_long", "{count} words", {"count": len(self.words.split()), "limit": MAX_LOCATOR_WORDS}
            )
        return self


class Citation(Strict):
    """A source, the place in it, and what it does for the claim."""

    source: Id
    """The source that is cited."""
    locator: Locator | None = None
    """Where in the source: no citation goes without. Checked apart, so that its absence has a code of its own."""
    stance: Stance = "supports"
    """supports: says so. disputes: says otherwise. mentions: touches the matter without carrying the claim."""


Citations = Annotated[list[Citation], BeforeValidator(listed)]


class Notice(Strict):
    """What a publisher made known about a document of its own: that it corrected it, or took it back."""

    date: OneDay
    """The day of the notice."""
    notice: Address
    """Where the publisher says so."""
    accessed: OneDay
    """The day on which the notice was read."""
    archive: Address | None = None
    """A lasting copy of the notice."""
    note: Text
    """What was wrong, and what that means for a reader."""


class Retraction(Strict):
    """That we take back what we published: when, why, and what holds instead."""

    date: OneDay
    """The day on which it was withdrawn."""
    why: Text
    """What turned out to be wrong, or to rest on nothing."""
    replaced_by: Id | None = None
    """The record that says how it is."""
    citations: Citations = []
    """What shows that it was wrong."""


class Source(Worded):
    """A document that one can cite."""

    type: SourceType
    """primary-document: by a party to the matter, about its own acts. news: reporting. analysis: argument or opinion.
    reference: an encyclopedia, list or database."""
    publisher: Id
    """An entity of kind organisation. Sources of one publisher are not independent of each other."""
    title: Text
    """What the document is called, in our own rendering."""
    original_title: Words | None = None
    """Its title word for word, in its own language, where that is known."""
    author: Words | None = None
    """A person or office that is named as its author."""
    language: LocaleCode
    """The language of the document."""
    published: Date | Literal["undated"]
    """The date that it bears."""
    accessed: Date
    """The day on which it was read."""
    url: Address
    """Where it is found."""
    archive: Address | None = None
    """A lasting copy."""
    origin: Id | None = None
    """The story or text that this page repeats. Sources with one origin count as one."""
    via: Id | None = None
    """The source through which it was read, when it was not opened itself."""
    caveats: Annotated[list[Caveat], BeforeValidator(listed)] = []
    """What a reader should know before trusting it."""
    caveat: Text | None = None
    """The same in words."""
    corrected: Notice | None = None
    """That its publisher corrected it. It counts as before: whoever cites it looks whether it still says so."""
    retracted: Notice | None = None
    """That its publisher took it back. From then on it bears nothing out."""
    verified: Verified | None = None
    """The day on which somebody last saw that it still says what is cited; `accessed` unless given."""
    verify_by: Deadline | None = None
    """The day by which it is to be looked at again; by its type unless given."""


class Entity(Worded):
    """A country, person, organisation, document, operation or place."""

    kind: EntityKind
    """What sort of thing it is."""
    name: Text | None = None
    """Its name in each language. A country's name comes from CLDR unless given."""
    grammar: Text = {}
    """What sentences that place the name must know of it, by language: its gender (m, f, n or c; mp, fp, np or cp if it
    is many), then the name as it stands with its article: f; the United States; f la Declaración."""
    code: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    """ISO 3166-1 code of a country."""
    aliases: dict[LocaleCode, list[Words]] = {}
    """Other names, by language."""
    lead: Id | None = None
    """The claim that says what it is."""
    summary: Summary = []
    """What its page says first."""
    page: bool = True
    """Whether it has a page of its own (it also needs something said of it)."""


class Event(Worded):
    """Something with a date."""

    name: Text
    """What happened, as a heading; the facts stand in its claims."""
    grammar: Text = {}
    """What sentences that place the name must know of it, by language, as of an entity."""
    aliases: dict[LocaleCode, list[Words]] = {}
    """Other names under which readers look for it, by language."""
    date: Date
    """When, as exactly as sources say."""
    place: Id | None = None
    """Where: an entity."""
    participants: Ids = []
    """Who took part: entities."""
    topic: Id
    """The page it belongs to."""
    claims: Annotated[list[Id], BeforeValidator(listed), Field(min_length=1)]
    """Claims that establish it; the first says what happened."""
    summary: Summary = []
    """What its page says first."""
    planned: bool = False
    """Known only from announcements made before its date."""
    rests_on: RestsOn = {}
    """What its name rests on: when it moves, the event is due."""
    retracted: Retraction | None = None
    """That it is withdrawn, such as one that did not happen. Its page stays, and says so; nothing else shows it."""


RevisionKind = Literal["correction", "update", "clarification"]


class Revision(Strict):
    """A change of what a claim or statement says."""

    date: Date
    """The day of the change."""
    kind: RevisionKind
    """correction: it was wrong. update: the matter or its sources moved on. clarification: it says the same more
    clearly."""
    what: Text
    """What was changed."""
    why: Text
    """Why it was changed."""


Revisions = Annotated[list[Revision], BeforeValidator(listed)]


class Point(Strict):
    """One thing that a summary says, and what it rests on."""

    label: Text | None = None
    """What it is told of, in a word or two (*Launched*, *Run by*): a point that has one stands in the fact box."""
    text: Text
    """A sentence, or two."""
    claims: Annotated[list[Id], BeforeValidator(listed), Field(min_length=1)]
    """The claims and statements that bear it out: it stands no firmer than the weakest of them."""
    unknown: bool = False
    """Whether it says what is not known."""


Summary = Annotated[list[Point], BeforeValidator(listed)]
"""What a reader should know first, in the order of weight: what is settled, what is disputed, what is not known."""


class Claim(Worded):
    """One assertion, in one or two sentences."""

    topic: Id
    """The page it belongs to."""
    headline: Text | None = None
    """The assertion in one line that needs no other: its title wherever it stands outside its paragraph."""
    text: Text
    """The assertion, in the words of this site."""
    values: dict[str, Value] = {}
    """The figures, dates and names that the text places."""
    rests_on: RestsOn = {}
    """What its words rest on without placing it, such as the count behind “sixteen”; when it moves, they are due."""
    citations: Citations = []
    """What bears it out, or speaks against it."""
    attribution: Id | None = None
    """The entity whose word it is; we vouch only that it was said."""
    status: Override | None = None
    """An editor's override of the status rule."""
    status_reason: Text | None = None
    """Why the rule does not fit."""
    note: Text | None = None
    """An editorial remark for the claim's page."""
    superseded_by: Id | None = None
    """The claim that takes its place."""
    verified: Verified | None = None
    """The day on which somebody last checked it against its sources."""
    verify_by: Deadline | None = None
    """The day by which it is to be looked at again; by its status unless given."""
    revisions: Revisions = []
    """Changes of what it says, since it was first published."""
    retracted: Retraction | None = None
    """That it is withdrawn. Its page stays, and says so; nothing else shows it, and nothing counts it."""


class Statement(Worded):
    """One row of a table: subject, role, object."""

    subject: Id
    """An entity."""
    role: Id
    """What the subject did or was."""
    object: Id | None = None
    """An entity or event."""
    at: Id | None = None
    """An event."""
    by: Id | None = None
    """The person who acted for the subject."""
    reason: Text | None = None
    """Why, or as what."""
    value: Value | None = None
    """A figure that belongs to it."""
    when: Date | None = None
    """The day, where the event does not say it."""
    topic: Id
    """The page it belongs to."""
    citations: Citations = []
    """What bears it out, or speaks against it."""
    verified: Verified | None = None
    """The day on which somebody last checked it against its sources."""
    verify_by: Deadline | None = None
    """The day by which it is to be looked at again; by its status unless given."""
    revisions: Revisions = []
    """What was changed in it since it was first published."""
    retracted: Retraction | None = None
    """That it is withdrawn. Its page stays, and says so; nothing else shows it, and nothing counts it."""


class Role(Worded):
    """A verb that statements use."""

    label: Text
    """Heads a column."""
    sentence: Text
    """Says the statement in words, from {subject}, {object}, {at}, {by}, {reason}, {value} and {when}. A name also
    stands with its article, {subject_the}, and chooses by its gender: {subject_gender, select, f {…} other {…}}."""


class Version(Strict):
    """One answer to a disputed question."""

    label: Text
    """Whose version it is, in short."""
    claims: Annotated[list[Id], BeforeValidator(listed), Field(min_length=1)]
    """The claims that state it, each with its own sources."""


Weight = Literal["main", "footnote"]


class Dispute(Worded):
    """A question on which sources disagree."""

    topic: Id
    """The page it belongs to."""
    question: Text
    """What is disputed, as a question."""
    versions: Annotated[list[Version], BeforeValidator(listed)]
    """The answers that sources give, two or more (checked apart)."""
    conclusion: Text
    """What this site writes."""
    reason: Text
    """Why it does."""
    values: dict[str, Value] = {}
    """Values that its texts place."""
    weight: Weight = "main"
    """`footnote` if no answer would change what a reader takes away: it comes last, its versions folded."""
    rests_on: RestsOn = {}
    """What its conclusion and reason rest on without placing it: when it moves, both are due."""
    verified: Verified | None = None
    """The day on which somebody last weighed its versions."""
    verify_by: Deadline | None = None
    """The day by which it is to be looked at again."""


class Term(Worded):
    """A glossary entry."""

    name: Text
    """The term."""
    aliases: dict[LocaleCode, list[Words]] = {}
    """Other forms of it, by language."""
    meaning: Text
    """A definition in our own words."""
    claims: Annotated[list[Id], BeforeValidator(listed)] = []
    """Claims that show or back it."""
    entity: Id | None = None
    """The entity that it names."""
    rests_on: RestsOn = {}
    """What its meaning rests on: when it moves, the term is due."""


class Synonyms(Worded):
    """Words that readers take for one when they search."""

    words: Text
    """Two or more words or short phrases, with commas between them. Whoever searches for one finds the others too. Each
    language has those of its own readers: they are no translations of each other."""


class Figure(Strict):
    """A key figure: one value of a claim, with a label."""

    claim: Id
    """The claim that it comes from."""
    value: str
    """Which of the claim's values it is."""
    label: Text
    """What it counts."""


class PageRecord(Worded):
    """Title, headings and editorial notes of a page."""

    title: Text
    """Its heading, and its name in the navigation."""
    description: Text
    """One sentence for search engines and link previews."""
    summary: Summary = []
    """What the page says first."""
    sections: dict[Id, Text] = {}
    """Section id (the anchor in every language) to heading."""
    notes: dict[Id, Text] = {}
    """Guidance to the reader; never a fact about the subject. Blank lines part paragraphs."""
    figures: dict[Id, Figure] = {}
    """Key figures of the page."""
    values: dict[str, Value] = {}
    """Values that its description, summary, notes and labels of figures place."""
    rests_on: RestsOn = {}
    """What its description and notes rest on without placing it: when it moves, they are due."""


class InterfaceString(Strict):
    """A word or phrase of the interface."""

    id: str
    """Its key, by place: references.title."""
    text: Text
    """The words."""
    description: Words
    """Where it is seen, for translators."""
    arguments: dict[str, Literal["integer", "text"]] = {}
    """What the text may place."""
    literals: Literals = []
    """What it may type with figures in it: figures of names."""


class LocaleSettings(Strict):
    """What CLDR does not say about a locale of this site."""

    digits: Annotated[str, Field(pattern=r"^[a-z]{4,8}$")] = "latn"
    """CLDR numbering system."""
    formats: LocaleCode | None = None
    """The CLDR locale whose formats are used, where it is not the locale itself (en-GB for en)."""
    second_months: LocaleCode | None = None
    """A locale whose month names are shown beside the first (مارس/آذار)."""
    spelling: dict[str, str] = {}
    """How words of CLDR's numbers, durations and countries are spelled here (تريليون for ترليون)."""
    fallback: Annotated[list[LocaleCode], BeforeValidator(listed)] = []
    """The locales that stand in for a text that is missing, the nearest first. A locale that has them is translated:
    its texts stand in `data/locales`, and no record holds any."""
    indexed: Annotated[int, Field(ge=0, le=100)] = 50
    """Percent of a page's texts that must be translated before search engines are offered it."""


class Licence(Strict):
    """On what terms the site's texts and data may be used."""

    spdx: Annotated[str, Field(pattern=r"^[A-Za-z0-9.-]+$")]
    """Its SPDX identifier, such as CC-BY-4.0."""
    name: Text
    """What readers know it by."""
    url: Address
    """Where its terms are found."""


class Site(Strict):
    """The site as a whole."""

    id: str = "site"
    """Always site."""
    title: Text
    """The site's name."""
    default: LocaleCode
    """The locale at the root of the site."""
    locales: dict[LocaleCode, LocaleSettings]
    """Every locale of the site, with its settings."""
    updated: Date
    """The day of the last change to the store; the build's clock."""
    licence: Licence | None = None
    """The licence of texts and data."""
    verify: Periods = Periods()
    """How long what was checked is trusted before it must be looked at again."""
    report: Address | None = None
    """Where a reader reports a mistake."""
    literals: Literals = []
    """What its texts may type with figures in it, such as the 4.0 of a licence's name."""

    @property
    def written(self) -> list[str]:
        """Codes of the locales whose texts stand in the records, the default first."""
        found = [code for code, settings in self.locales.items() if not settings.fallback]
        return sorted(found, key=lambda code: (code != self.default, code))

    @property
    def translated(self) -> list[str]:
        """Codes of the locales whose texts stand in catalogues."""
        return sorted(code for code, settings in self.locales.items() if settings.fallback)

    def source_of(self, code: str) -> str:
        """The written locale from which a translated one is made: the first that stands in for it."""
        return next((one for one in self.locales[code].fallback if one in self.written), self.default)
