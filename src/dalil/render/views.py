"""What a macro receives: small frozen objects, every field documented. Macros turn them into HTML and do no more.

Where a view names claims it gives their ids, and the macro that shows one asks `page.claim` for it: only what is shown
gets citation marks and counts as shown. Fields that end in `html` are safe HTML in the page's language; `url` is
relative to the page, or None without a page.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Mark:
    """A citation mark within a claim."""

    number: int
    """The source's number in the page's list of references."""
    anchor: str
    """The mark's own id, to which the reference leads back."""
    reference: str
    """The way to the reference, such as `#ref-3`."""
    source: str
    """The source's id."""
    stance: str
    """supports, disputes or mentions."""
    passage: int
    """Which of the reference's passages it points to, counted from 0."""
    label: str
    """What a screen reader says of the mark."""
    notice: str
    """corrected or retracted, where the source's publisher said so; else empty."""


@dataclass(frozen=True)
class AssertionView:
    """A claim or statement as a page shows it."""

    id: str
    """Its id."""
    kind: str
    """claims or statements."""
    anchor: str | None
    """Its id as an anchor, the first time that the page shows it."""
    url: str | None
    """Its own page."""
    html: Markup
    """Its text."""
    status: str
    """Its status, such as `confirmed`."""
    status_label: str
    """The status in words."""
    marks: list[Mark]
    """Its citation marks."""
    disputes: list[LinkView]
    """The disputed questions of which it states a version; a link leads to the page's own block where it has one."""


@dataclass(frozen=True)
class NoticeView:
    """What a publisher made known of a source."""

    state: str
    """corrected or retracted."""
    said: str
    """The same in words, with the day."""
    address: str
    """Where the publisher says so."""
    archive: str | None
    """A lasting copy of that."""
    accessed: str
    """The day on which it was read, in words."""
    note_html: Markup
    """What was wrong, and what that means."""


@dataclass(frozen=True)
class SourceView:
    """A source as a page shows it."""

    id: str
    """Its id."""
    url: str | None
    """Its own page on the site."""
    address: str
    """Its address on the web."""
    readable: str
    """The same for people: letters of other scripts stand as themselves."""
    archive: str | None
    """The address of a lasting copy."""
    dead: str | None
    """Since when its page is not to be had at its address, in words; None while it is."""
    title_html: Markup
    """Its title: as it stands in its own language, or in our rendering, in brackets."""
    publisher_html: Markup
    """Who published it."""
    author: str | None
    """Who wrote it."""
    type: str
    """Its type, such as `news`."""
    type_label: str
    """The type in words."""
    language: str
    """The code of its language."""
    language_label: str
    """The language's name."""
    date_html: Markup
    """The date that it bears."""
    accessed_html: Markup
    """The day on which it was read."""
    verified_html: Markup | None
    """The day on which it was last found to say what is cited, where that is later."""
    caveat_html: Markup | None
    """Why to be careful with it."""
    notices: list[NoticeView]
    """What its publisher made known of it since."""
    resting: int
    """How many claims and statements rest on it."""
    via: SourceView | None
    """The source through which it was read."""


@dataclass(frozen=True)
class Passage:
    """Where in a source a citation points."""

    html: Markup
    """The locator in words."""
    address: str
    """The way to it: the source's address, with the passage where a browser can find it."""
    stance: str
    """supports, disputes or mentions."""
    stance_label: str
    """The stance in words."""


@dataclass(frozen=True)
class Reference:
    """One entry of a page's list of references."""

    number: int
    """Its number."""
    anchor: str
    """Its id."""
    source: SourceView
    """The source."""
    passages: list[Passage]
    """The passages that the page cites, without repetition."""
    backs: list[str]
    """The ways back to its marks."""


@dataclass(frozen=True)
class CitationView:
    """A citation in full, as a claim's own page shows it."""

    source: SourceView
    """The source."""
    passage: Passage
    """The place in it."""


@dataclass(frozen=True)
class LinkView:
    """A record by its name."""

    id: str
    """Its id."""
    url: str | None
    """Its page."""
    html: Markup
    """Its name."""
    detail_html: Markup | None = None
    """A word more, such as an office or a date."""


@dataclass(frozen=True)
class RowView:
    """A statement as a row of a table."""

    assertion: AssertionView
    """The statement, its text being the role's sentence."""
    cells: dict[str, Markup]
    """What stands under `subject`, `object`, `at`, `by`, `reason`, `value` and `when`; a missing field is left out."""
    role_label: str
    """What the subject did."""


@dataclass(frozen=True)
class TableView:
    """Statements as a table."""

    columns: list[str]
    """Which cells any row has, in order."""
    rows: list[RowView]
    """The rows, by subject."""


@dataclass(frozen=True)
class EventView:
    """An event."""

    id: str
    """Its id."""
    url: str | None
    """Its page."""
    name_html: Markup
    """Its name."""
    date_html: Markup
    """Its date."""
    precision: str
    """day, month or year."""
    year: int
    """The year in which it begins."""
    place_html: Markup | None
    """Where."""
    participants: list[LinkView]
    """Who took part."""
    claims: list[str]
    """Ids of the claims that establish it; the first says what happened."""


@dataclass(frozen=True)
class VersionView:
    """One version of a dispute."""

    label_html: Markup
    """Whose version it is, in short."""
    claims: list[str]
    """Ids of the claims that state it."""


@dataclass(frozen=True)
class DisputeView:
    """A disputed question."""

    id: str
    """Its id."""
    url: str | None
    """Its place among the disputed questions."""
    question_html: Markup
    """The question."""
    footnote: bool
    """Whether no answer would change what a reader takes away."""
    versions: list[VersionView]
    """The versions."""
    conclusion_html: Markup
    """What the site writes."""
    reason_html: Markup
    """Why."""
    verified: str | None
    """The day on which its versions were last weighed, in words."""


@dataclass(frozen=True)
class TermView:
    """A glossary entry."""

    id: str
    """Its id."""
    name_html: Markup
    """The term."""
    others: list[Markup]
    """The term in other languages, and its other names."""
    meaning_html: Markup
    """What it means."""
    claims: list[str]
    """Ids of claims that show or back it."""
    entity: LinkView | None
    """The entity that it names."""


@dataclass(frozen=True)
class FigureView:
    """A key figure."""

    html: Markup
    """The figure."""
    label_html: Markup
    """What it counts."""
    assertion: AssertionView
    """The claim from which it comes."""


@dataclass(frozen=True)
class EntityView:
    """An entity, for its card, list or page."""

    id: str
    """Its id."""
    url: str | None
    """Its page."""
    kind: str
    """Its kind, such as `person`."""
    kind_label: str
    """The kind in words."""
    name_html: Markup
    """Its name."""
    others: list[Markup]
    """Its other names."""
    lead: str | None
    """Id of the claim that says what it is."""
    said: int
    """How many claims and statements speak of it."""


@dataclass(frozen=True)
class HeadingView:
    """A heading: its anchor is the same in every language."""

    id: str
    """The anchor."""
    html: Markup
    """The heading."""


@dataclass(frozen=True)
class JudgementView:
    """How a claim came by its status."""

    status: str
    """The status."""
    label: str
    """The status in words."""
    rule_html: Markup
    """The rule that gave it, in words."""
    reason_html: Markup | None
    """An editor's reason for setting it by hand."""


@dataclass(frozen=True)
class GroupView:
    """Links under a heading: where a record is mentioned."""

    kind: str
    """What kind of record they are."""
    label: Markup
    """The heading."""
    links: list[LinkView]
    """The links."""
