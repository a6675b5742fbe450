"""The kinds of record that the store holds. `data/README.md` shows one of each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from dalil.model.dates import Date
from dalil.model.parts import (
    Address,
    Citations,
    LocaleCode,
    Notice,
    Override,
    Retraction,
    Revisions,
    Summary,
    Text,
    Worded,
    Words,
)
from dalil.model.values import Id, Ids, RestsOn, Strict, Value, listed
from dalil.model.verification import Deadline, Verified

SourceType = Literal["primary-document", "news", "analysis", "reference"]
EntityKind = Literal["country", "person", "organisation", "document", "operation", "place"]
Caveat = Literal[
    "partisan", "mirror", "opinion", "machine-made", "state-media", "tertiary",
    "tabloid", "aggregator", "advance", "excerpt", "headline", "error",
]  # fmt: skip


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
