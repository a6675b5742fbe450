"""What is given out of each record. The names and descriptions of fields are those of schemas and of CSV columns."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

ByLocale = dict[str, str]
"""Locale code to text or address."""


class Exported(BaseModel):
    """The base of everything that is exported."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class ExportedCitation(Exported):
    """A citation."""

    source: str
    """Id of the source."""
    stance: str
    """supports, disputes or mentions."""
    locator: dict[str, str | int | bool]
    """Where in the source: words, page, section, paragraph or whole."""
    address: str
    """The address of the passage: on the archive copy once the page itself is dead."""


class CitationRow(Exported):
    """A citation as a row of a table of its own."""

    assertion: str
    """Id of the claim or statement that it bears on."""
    number: int
    """Its place among the citations of the claim or statement, from 1."""
    source: str
    """Id of the source."""
    stance: str
    """supports, disputes or mentions."""
    words: str | None
    """At most six words as they stand in the source, which find the passage."""
    pages: str | None
    """A page number or range."""
    section: str | None
    """The name of a section."""
    paragraph: int | None
    """A paragraph, counted from 1."""
    whole: bool
    """Whether the source as a whole is meant."""
    address: str
    """The address of the passage: on the archive copy once the page itself is dead."""


class ExportedRevision(Exported):
    """A change of what a claim says."""

    date: str
    """The day of the change (EDTF)."""
    kind: str
    """correction (it was wrong), update (the matter moved on) or clarification (the same, said more clearly)."""
    what: ByLocale
    """What was changed."""
    why: ByLocale
    """Why it was changed."""


class ExportedAssertion(Exported):
    """What claims and statements share."""

    id: str
    """Its id, which never changes."""
    topic: str
    """Id of the page that it belongs to."""
    text: ByLocale
    """The assertion in words, its values placed."""
    status: str
    """confirmed, single-source, attributed, disputed, unconfirmed, superseded or retracted."""
    status_rule: str
    """The rule that gave the status."""
    citations: list[ExportedCitation]
    """What bears it out, or speaks against it."""
    verified: str | None
    """The day on which it was last checked against its sources (EDTF)."""
    verify_by: str | None
    """The day by which it is to be checked again (EDTF); null when it never is."""
    page: ByLocale
    """Address of its page, relative to the root of the site."""
    revisions: list[ExportedRevision]
    """Changes of what it says since it was first published."""
    retracted: str | None
    """The day on which it was withdrawn (EDTF): it is shown and counted nowhere; null of what stands."""
    retracted_why: ByLocale | None
    """Why it was withdrawn."""
    retracted_citations: list[ExportedCitation]
    """What shows that it was wrong."""
    replaced_by: str | None
    """Id of the record that took the place of a withdrawn one."""


class ExportedClaim(ExportedAssertion):
    """A claim."""

    headline: ByLocale | None
    """The assertion in one line that needs no other; null when it has none."""
    values: dict[str, ByLocale]
    """Its typed values, as each locale writes them."""
    attribution: str | None
    """Id of the entity whose word it is."""
    note: ByLocale | None
    """An editorial remark."""
    superseded_by: str | None
    """Id of the claim that takes its place."""


class ExportedStatement(ExportedAssertion):
    """A statement: subject, role, object."""

    subject: str
    """Id of the entity that did or was something."""
    role: str
    """What the subject did or was."""
    object: str | None
    """Id of the entity or event to which it was done."""
    at: str | None
    """Id of the event at which it was done."""
    by: str | None
    """Id of the person who acted for the subject."""
    reason: ByLocale | None
    """Why, or as what."""
    value: ByLocale | None
    """A figure that belongs to it, as each locale writes it."""
    when: str | None
    """When, where the event does not say it (EDTF)."""


class ExportedSource(Exported):
    """A source."""

    id: str
    """Its id, which never changes."""
    type: str
    """primary-document, news, analysis or reference."""
    publisher: ByLocale
    """Who published it."""
    title: ByLocale
    """Our rendering of its title."""
    original_title: str | None
    """Its title word for word, where known."""
    author: str | None
    """Who is named as its author."""
    language: str
    """The language of the document (BCP 47)."""
    published: str
    """The date that it bears (EDTF), or undated."""
    accessed: str
    """The day on which it was read (EDTF)."""
    url: str
    """Where it is found."""
    archive: str | None
    """The address of a lasting copy."""
    verified: str | None
    """The day on which it was last found to say what is cited (EDTF)."""
    verify_by: str | None
    """The day by which it is to be looked at again (EDTF); null when it never is."""
    link: str | None
    """What the last look at its address found: found, moved, changed, unreadable, blocked, unreachable or gone."""
    link_looked: str | None
    """The day of that look (EDTF)."""
    link_since: str | None
    """The day of the first look that found the same, with no other between (EDTF)."""
    dead: bool
    """Whether its page is no longer to be had at its address, so that readers are led to an archive copy, if any."""
    origin: str | None
    """The story or text that it repeats; sources with one origin count as one."""
    via: str | None
    """Id of the source through which it was read, when it was not opened itself."""
    caveats: list[str]
    """What a reader should know before trusting it, in single words."""
    caveat: ByLocale | None
    """The same in sentences."""
    corrected: str | None
    """The day on which its publisher corrected it (EDTF)."""
    corrected_notice: str | None
    """Where the publisher says so."""
    corrected_note: ByLocale | None
    """What was wrong, and what that means for a reader."""
    retracted: str | None
    """The day on which its publisher took it back (EDTF): it bears nothing out any more."""
    retracted_notice: str | None
    """Where the publisher says so."""
    retracted_note: ByLocale | None
    """What was wrong, and what that means for a reader."""
    page: ByLocale
    """Address of its page, relative to the root of the site."""


class ExportedEntity(Exported):
    """A country, person, organisation, document, operation or place."""

    id: str
    """Its id, which never changes."""
    kind: str
    """country, person, organisation, document, operation or place."""
    code: str | None
    """ISO 3166-1 code of a country."""
    name: ByLocale
    """Its name."""
    aliases: dict[str, list[str]]
    """Other names, by language."""
    page: ByLocale | None
    """Address of its page, relative to the root of the site, if it has one."""


class ExportedEvent(Exported):
    """Something with a date."""

    id: str
    """Its id, which never changes."""
    name: ByLocale
    """What happened, as a heading."""
    aliases: dict[str, list[str]]
    """Other names, by language."""
    date: str
    """When, as exactly as sources say (EDTF)."""
    place: str | None
    """Id of the entity where it happened."""
    participants: list[str]
    """Ids of the entities that took part."""
    topic: str
    """Id of the page that it belongs to."""
    claims: list[str]
    """Ids of the claims that establish it; the first says what happened."""
    planned: bool
    """Whether it is known only from announcements made before its date."""
    retracted: str | None
    """The day on which it was withdrawn (EDTF): it is shown and counted nowhere; null of what stands."""
    retracted_why: ByLocale | None
    """Why it was withdrawn."""
    retracted_citations: list[ExportedCitation]
    """What shows that it was wrong."""
    replaced_by: str | None
    """Id of the record that took the place of a withdrawn one."""
    page: ByLocale | None
    """Address of its page, relative to the root of the site, if it has one."""


class ExportedVersion(Exported):
    """One answer to a disputed question."""

    label: ByLocale
    """Whose version it is, in short."""
    claims: list[str]
    """Ids of the claims that state it."""


class ExportedPoint(Exported):
    """One thing that the summary of a page, entity or event says."""

    kind: str
    """pages, entities or events."""
    record: str
    """Id of the page, entity or event."""
    number: int
    """Its place in the summary, from 1."""
    label: ByLocale | None
    """What it is told of, in a word or two, where it stands in a fact box."""
    text: ByLocale
    """What it says, its values placed."""
    claims: list[str]
    """Ids of the claims and statements that bear it out."""
    unknown: bool
    """Whether it says what is not known."""


class VersionRow(Exported):
    """One answer to a disputed question, as a row of a table of its own."""

    dispute: str
    """Id of the disputed question."""
    number: int
    """Its place among the versions, from 1."""
    label: ByLocale
    """Whose version it is, in short."""
    claims: list[str]
    """Ids of the claims that state it."""


class ExportedDispute(Exported):
    """A question on which sources disagree."""

    id: str
    """Its id, which never changes."""
    topic: str
    """Id of the page that it belongs to."""
    weight: str
    """main, or footnote if no answer would change what a reader takes away."""
    question: ByLocale
    """What is disputed, as a question."""
    versions: list[ExportedVersion]
    """The answers that sources give."""
    conclusion: ByLocale
    """What this site writes."""
    reason: ByLocale
    """Why it does."""
    verified: str | None
    """The day on which its versions were last weighed (EDTF)."""
    verify_by: str | None
    """The day by which it is to be looked at again (EDTF); null when it never is."""
    page: ByLocale | None
    """Its place on the site, relative to the root."""


class ExportedTerm(Exported):
    """A glossary entry."""

    id: str
    """Its id, which never changes."""
    name: ByLocale
    """The term."""
    aliases: dict[str, list[str]]
    """Other forms of it, by language."""
    meaning: ByLocale
    """A definition in the words of this site."""
    claims: list[str]
    """Ids of claims that show or back it."""
    entity: str | None
    """Id of the entity that it names."""
    page: ByLocale | None
    """Its place on the site, relative to the root."""
