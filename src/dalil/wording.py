"""How each problem is said: one entry a code, with the reason why it is a problem at all.

`message` says what was found; the first of `hints` whose details are all there says what to do.
"""

from __future__ import annotations

import string
from dataclasses import dataclass

from dalil.problems import Problem


@dataclass(frozen=True)
class Wording:
    """What one code says."""

    message: str
    hints: tuple[str, ...]
    reason: str


def _w(message: str, *hints: str, reason: str) -> Wording:
    return Wording(message, hints, reason)


MEANT = "Did you mean “{nearest}”?"

WORDING: dict[str, Wording] = {
    # Files
    "folder-missing": _w(
        "the folder “{folder}” is not there",
        "Run the command in the project's folder, or make “{folder}”.",
        reason="A project needs its store, pages and macros.",
    ),
    "folder-unknown": _w(
        "no kind of record is called “{folder}”",
        "Did you mean “data/{nearest}”?",
        "Records stand in one of: {known}.",
        reason="The folder of a file says which kind of record it holds; other files would be passed over.",
    ),
    "file-missing": _w(
        "the file is not there",
        "Make {file}; data/README.md shows what it holds.",
        reason="The site cannot do without.",
    ),
    "file-unreadable": _w(
        "the file cannot be read: {reason}",
        "Check that it is a file and that you may read it.",
        reason="What cannot be read cannot be checked.",
    ),
    "file-empty": _w(
        "the file holds no record",
        "Write a record, or delete the file.",
        reason="An empty file is most often one whose content was lost.",
    ),
    "file-too-large": _w(
        "the file has {size} bytes; a file of the store has at most {limit}",
        "Split it by topic.",
        reason="A hand-written file is far smaller; a larger one is a mistake, such as an export.",
    ),
    "file-suffix": _w(
        "the file ends in “{suffix}”",
        "Rename it so that it ends in “.yml”.",
        reason="One ending for all files; one with another would be passed over in silence.",
    ),
    "not-utf8": _w(
        "the byte {byte} is not UTF-8 text",
        "Save the file as UTF-8 (in VS Code: the encoding in the status bar, then “Save with Encoding”).",
        reason="Arabic and accented letters survive only in UTF-8.",
    ),
    "byte-order-mark": _w(
        "the file starts with an invisible byte-order mark",
        "Save it as “UTF-8”, not “UTF-8 with BOM”.",
        reason="Some tools take the mark for a part of the first id.",
    ),
    "merge-conflict": _w(
        "a merge conflict stands in the file",
        "Keep one of the two versions and delete the lines of <<<<<<<, ======= and >>>>>>>.",
        reason="Git could not decide which version holds, and neither can the build.",
    ),
    "tab-in-indent": _w(
        "the line starts with a tab",
        "Indent with spaces, two for each step.",
        reason="YAML allows no tab there.",
    ),
    "yaml-syntax": _w(
        "YAML cannot be read here: {reason}",
        "Look at this line and the one before. A text with “: ” or “ #” in it, or one that starts with [ {{ * & or a "
        "quotation mark, needs double quotes around it.",
        reason="The record cannot be read at all.",
    ),
    "several-documents": _w(
        "a second document starts here (“---”)",
        "Delete the line “---”; all records of a file stand in one document.",
        reason="Records after it would be lost.",
    ),
    "not-a-mapping": _w(
        "the file is not a list of records under their ids",
        "Start each record with its id and a colon at the start of a line.",
        reason="An id is how everything else refers to a record.",
    ),
    "key-not-text": _w(
        "a field's name must be plain text",
        "Write “name: value”.",
        reason="Nothing else can name a field.",
    ),
    "duplicate-key": _w(
        "“{key}” stands twice; the first is at {first}",
        "Keep one of them.",
        reason="YAML would keep the last in silence.",
    ),
    "alias-cycle": _w(
        "an alias (*name) leads back into itself",
        "Write the value out instead.",
        reason="The record would have no end.",
    ),
    "too-deep": _w(
        "more than {limit} levels stand inside each other",
        "Look for a bracket that is not closed.",
        reason="No record is that deep.",
    ),
    "too-many-nodes": _w(
        "the file comes to more than {limit} entries once its aliases are written out",
        "Write the values out instead of using aliases (&name, *name).",
        reason="Nested aliases can grow without bound.",
    ),
    # Records
    "duplicate-id": _w(
        "“{id}” is already the id of the record at {first}",
        "Give this record another id, or join the two.",
        reason="An id names one thing in the whole store.",
    ),
    "bad-id": _w(
        "“{id}” is not an id",
        "Write “{nearest}”: small ASCII letters, digits and single hyphens.",
        "Use small ASCII letters, digits and single hyphens.",
        reason="Ids become addresses, which must be typed and read in any script.",
    ),
    "record-not-mapping": _w(
        "“{id}” has no fields",
        "Indent its fields under it by two spaces, each as “name: value”.",
        reason="A record without fields says nothing.",
    ),
    "missing-field": _w(
        "“{field}” is missing", "Add it; data/README.md shows a record with all fields.", reason="It is required."
    ),
    "unknown-field": _w(
        "no field is called “{field}” here",
        MEANT,
        "Possible: {known}.",
        "Delete it.",
        reason="A misspelt field would be ignored in silence.",
    ),
    "wrong-type": _w("found {found}, expected {expected}", reason="The field holds another kind of thing."),
    "bad-value": _w("found {found}, expected {expected}", MEANT, reason="The list of possible values is closed."),
    "bad-date": _w(
        "{found} is no date: {reason}",
        "Write 2026-03-05, 2026-03 or 2026; 2026-03-05~ for “about”; 2026-03-04/2026-03-05 for a range.",
        reason="Dates are formatted for each language, so they must be understood.",
    ),
    "value-kind": _w(
        "a value is {expected}",
        "For example {{integer: 17}} or {{date: 2026-03-05}}; data/README.md lists all.",
        reason="A value without a type cannot be shown in another language.",
    ),
    "unknown-locale": _w(
        "CLDR knows no locale “{code}”",
        "Use a language code such as ar, en or pt-BR.",
        reason="Names, numbers and dates of a locale come from CLDR.",
    ),
    "default-locale": _w(
        "the default locale “{code}” is none of the site's locales",
        "Add it under “locales”, or choose one of: {known}.",
        reason="The default stands at the root of the site.",
    ),
    "settings-address": _w(
        "“site_url” is {found}",
        "Write the address of the home page, such as https://example.org/ or https://example.org/folder/.",
        reason="Search engines, link previews, citations and the site map need whole addresses.",
    ),
    "settings-languages": _w(
        "the languages are {found}; data/site.yml has {expected}",
        "List the same under “i18n”, with “default: true” at {default}.",
        reason="The site generator would build other languages than the store holds.",
    ),
    # References
    "unknown-reference": _w(
        "there is no {what} “{id}”",
        MEANT,
        "Make the record, or name another.",
        reason="A reader would follow it to nowhere.",
    ),
    "unknown-source": _w(
        "there is no source “{id}”",
        MEANT,
        "Add the source to data/sources, or cite another.",
        reason="A citation of nothing bears nothing out.",
    ),
    "wrong-kind": _w(
        "“{id}” is {found}, but {expected} must stand here",
        "Name {expected}.",
        reason="The field would make no sense.",
    ),
    "supersession-cycle": _w(
        "“{id}” is in the end superseded by itself",
        "Name the claim that holds today.",
        reason="A reader would never reach the claim that holds.",
    ),
    "alias-circle": _w(
        "the former id “{id}” leads back to itself",
        "Let it lead to the id that the record has today.",
        reason="A reader with an old address would never arrive.",
    ),
    "page-twice": _w(
        "{what} already belongs to {first}",
        "Keep one of the two.",
        reason="One page would write over the other.",
    ),
    # Texts
    "language-missing": _w(
        "the text is missing in “{locale}”",
        "Add a line “{locale}: …”.",
        reason="Every page is read in every language of the site.",
    ),
    "language-unknown": _w(
        "“{locale}” is none of the site's languages",
        "Languages are: {known}. Others stand in data/locales.",
        reason="The text would never be shown.",
    ),
    "message-syntax": _w(
        "the text cannot be read: {reason}",
        "Each “{{” needs its “}}”; a plural is written {{n, plural, one {{# country}} other {{# countries}}}}.",
        reason="The text cannot be shown at all.",
    ),
    "unknown-argument": _w(
        "the text asks for “{{{argument}}}”, which stands in no value",
        MEANT,
        "Add it under “values”.",
        "Nothing can be placed in this text: write it out.",
        reason="The figure would be blank.",
    ),
    "unused-value": _w(
        "the value “{value}” is placed by no text",
        "Place it with “{{{value}}}”, or delete it.",
        reason="Most often the text types the figure itself.",
    ),
    "argument-type": _w(
        "“{argument}” chooses a plural form but is {found}",
        "Only integer, decimal and count can choose a form; place the others with “{{{argument}}}”.",
        reason="A language cannot choose a form without a number.",
    ),
    "argument-style": _w(
        "“{{{argument}, {style}}}” formats a value by hand",
        "Write “{{{argument}}}”: the locale formats it by its type.",
        reason="Two formats of one value would differ between languages.",
    ),
    "plural-categories": _w(
        "the plural of “{argument}” lacks: {missing}",
        "{locale} has the forms {categories}; write each.",
        reason="Some numbers would be shown in a wrong form.",
    ),
    "arguments-differ": _w(
        "“{locale}” places other values than “{other}”: {difference}",
        "Place the same values in both.",
        reason="A reader of one language would miss a figure.",
    ),
    "links-differ": _w(
        "“{locale}” links elsewhere than “{other}”: {difference}",
        "Link the same records in both.",
        reason="A reader of one language would miss a way on.",
    ),
    "link-kind": _w(
        "“{kind}:” is no kind of link",
        "Did you mean “{nearest}:”?",
        "Links start with: {known}.",
        reason="The link would lead nowhere.",
    ),
    "broken-markup": _w(
        "“{snippet}” is no link",
        "A link is written [words](entity:id); a bracket to be shown is written \\[.",
        reason="The reader would see the brackets.",
    ),
    "unknown-language": _w(
        "“{code}” is no language",
        "Use a code such as es or en.",
        reason="A screen reader would read the words wrongly.",
    ),
    "literal-figure": _w(
        "the text types the figure “{figure}”",
        "Put it under “values” and place it with {{name}}; digits may stand only in the words of a link.",
        reason="A figure typed into a text goes out of step with tables, pictures and other languages.",
    ),
    "bidi-control": _w(
        "an invisible direction mark ({name}) stands in the text",
        "Delete it; the site isolates foreign names by itself.",
        reason="Stray marks turn the order of words around, unseen.",
    ),
    "mixed-digits": _w(
        "digits of two scripts stand in one text: {digits}",
        "Use one kind of digits.",
        reason="Numbers in two scripts read as a mistake.",
    ),
    "latin-punctuation": _w(
        "Latin “{mark}” stands inside Arabic text",
        "Write “{arabic}”.",
        reason="Arabic has its own marks; the Latin ones lean the wrong way.",
    ),
    "tatweel": _w(
        "the text has a tatweel (ـ)",
        "Delete it.",
        reason="It stretches a word for the eye and hides it from search.",
    ),
    # Citations
    "claim-without-citation": _w(
        "the {what} “{id}” cites nothing",
        "Add “citations:” with at least one source and locator.",
        reason="Every claim carries a source.",
    ),
    "locator-missing": _w(
        "the citation does not say where in the source",
        "Add “locator:” with words, page, section or paragraph; whole: true if the whole document says it.",
        reason="A reader must be able to find the passage.",
    ),
    "locator-long": _w(
        "the locator has {count} words; it may have {limit}",
        "Choose the {limit} words that find the passage best.",
        reason="A locator finds a passage; it does not quote it at length.",
    ),
    "citation-twice": _w(
        "the source “{source}” is cited twice for the same passage and stance",
        "Keep one of them.",
        reason="Repetition adds no support.",
    ),
    "orphan-source": _w(
        "no claim or statement cites this source",
        "Cite it, or delete it.",
        reason="The bibliography lists what the site rests on.",
    ),
    "status-without-reason": _w(
        "the status is set by hand without a reason",
        "Add “status_reason:” in every language, or delete “status:”.",
        reason="A reader must see why the rule does not fit.",
    ),
    "caveat-without-words": _w(
        "the source has caveats but does not say them in words",
        "Add “caveat:” in every language.",
        reason="A reader is told why to be careful, not only that.",
    ),
    "dispute-one-version": _w(
        "the dispute has {count} version",
        "Add the other version, or delete the dispute.",
        "Two versions or more make a dispute.",
        reason="One version is no disagreement.",
    ),
    # Dates
    "date-in-future": _w(
        "{date} lies after {updated}, the day on which the store was last changed",
        "Correct the date, or “updated” in data/site.yml; mark an announced event with “planned: yes”.",
        reason="The site states what has happened.",
    ),
    "accessed-before-published": _w(
        "read on {accessed}, before it was published on {published}",
        "Correct one of the two.",
        reason="Nobody read it before it was there.",
    ),
    "event-after-sources": _w(
        "the event is dated {date}, but every source for it is older (the newest is of {newest})",
        "Correct the date, cite a later source, or mark the event with “planned: yes”.",
        reason="A source cannot report what happened after it.",
    ),
    # Values
    "statement-field": _w(
        "the sentence of the role “{role}” places “{{{field}}}”, which this statement lacks",
        "Add “{field}:” to the statement, or take “{{{field}}}” out of the role's sentence.",
        reason="The sentence would have a gap.",
    ),
    "underivable": _w(
        "the value cannot be derived: {reason}",
        "Look at its condition and at the statements that should fit.",
        reason="A count of nothing is most often a misspelt condition.",
    ),
    # Pictures
    "picture-empty": _w(
        "no {what} fits this condition",
        "Look at its roles, objects and events, and at the statements that should fit.",
        reason="A class or cell that nothing fits is most often a misspelt condition.",
    ),
    "bar-value": _w(
        "the bar cannot be drawn: {reason}",
        "Name a statement with a value, or a claim's value, that is a number, a percentage or money of one currency.",
        reason="Bars of one picture share one scale.",
    ),
    "diagram": _w(
        "the diagram cannot be drawn: {reason}",
        "Each box stands once under “rows”, and “edges” join boxes that stand there.",
        reason="A reader would see a box or a line that means nothing.",
    ),
    "edge-unsaid": _w(
        "“{id}” names neither “{start}” nor “{to}”",
        "Name the claim or statement that says how the two relate.",
        reason="A line between two things is an assertion, and what bears it out must speak of them.",
    ),
    # Entities
    "name-missing": _w(
        "the {kind} has no name",
        "Add “name:” in every language.",
        reason="Only countries take their names from CLDR.",
    ),
    "country-code": _w(
        "CLDR knows no country “{code}”",
        "Give its two-letter ISO 3166-1 code, such as AR.",
        reason="A country's name in each language comes from its code.",
    ),
    # Pages
    "page-unknown": _w(
        "the page “{page}” has no record",
        "Did you mean “{nearest}”?",
        "Add “{page}” to data/pages.",
        reason="Title and headings of a page come from the store.",
    ),
    "page-front-matter": _w(
        "the page's head cannot be read: {reason}",
        "Start the file with “---”, “page: id” and “---”.",
        reason="It says which record the page shows.",
    ),
    "page-prose": _w(
        "“{snippet}” is typed into the page",
        "Put it into the store as a claim, or as a note of the page record (editorial), and call it by its id.",
        reason="On a page, nothing a reader could take for a fact stands outside a claim.",
    ),
    "page-template": _w(
        "the page cannot be rendered: {reason}",
        MEANT,
        "macros/README.md lists every macro with an example.",
        reason="A page with an error is never shown half.",
    ),
    "macro-template": _w(
        "the macro cannot be used: {reason}",
        "macros/README.md says how macros are written.",
        reason="Every page that calls it would fail.",
    ),
    "claim-unused": _w(
        "no page shows the {what} “{id}”",
        "Call it on a page, or delete it.",
        reason="A reader would never meet it.",
    ),
    "section-unused": _w(
        "no page uses the {what} “{id}”",
        "Call it on the page, or delete it.",
        reason="Text that nobody sees goes stale.",
    ),
    "interface-missing": _w(
        "the interface string “{id}” is missing",
        "Add it to data/interface.",
        reason="A label of the interface would be blank.",
    ),
    # Adding a record
    "new-twin": _w(
        "the store may have this already as “{id}”: {why}",
        "Use that record, or add “--anyway” if yours is another one.",
        reason="Two records of one thing split what is said of it, and count twice.",
    ),
    "new-id": _w(
        "no id can be made of the record's words",
        "Give one with “--id”: ASCII letters in lower case, digits and single hyphens.",
        reason="An id is how everything else refers to a record, and stands in its address.",
    ),
    "new-file": _w(
        "“{file}” is no file of data/{kind}",
        "Name a file such as data/{kind}/all.yml.",
        reason="The folder of a file says which kind of record it holds.",
    ),
    "new-layout": _w(
        "nothing can be added to the file by a command",
        "Write the record by hand, or name another file with “--file data/{kind}/….yml”.",
        reason="Its records do not stand one below the other at the start of a line.",
    ),
    "new-missing": _w(
        "the new record lacks “{field}”",
        "Add {options}, or run the command on a terminal, where it asks.",
        reason="The record would fail the check.",
    ),
    # Renaming
    "rename-unknown": _w(
        "no record has the id “{id}”",
        MEANT,
        "`dalil stats` counts what there is; ids stand at the start of lines in data/.",
        reason="There is nothing to rename.",
    ),
    "rename-interface": _w(
        "“{id}” is a string of the interface, which macros and the theme call by this name",
        "Change its words instead; they stand under “text”.",
        reason="Its name is seen by nobody.",
    ),
    "rename-former": _w(
        "“{id}” is the former id of “{current}”",
        "Choose another id; addresses that readers kept lead from this one to “{current}”.",
        reason="One address cannot lead to two records.",
    ),
    "rename-link": _w(
        "a link to “{id}” is written here in a way that a command cannot change",
        "Change this link by hand first, or write the text without escapes.",
        reason="A link that is passed over would lead nowhere.",
    ),
    # Looking up a record
    "show-unknown": _w(
        "no record has the id “{id}”, or had it",
        MEANT,
        "Ids stand at the start of lines in data/.",
        reason="There is nothing to show.",
    ),
    "show-broken": _w(
        "the record “{id}” cannot be read",
        "`dalil check` says what is wrong with it.",
        reason="What cannot be read cannot be shown.",
    ),
    # What is made from the models
    "schema-stale": _w(
        "the file is not up to date",
        "Run `dalil schema`.",
        reason="Editors' programs would complete and underline by what held once.",
    ),
    # The built site
    "site-link": _w(
        "the link “{href}” leads nowhere", "{remedy}", reason="Every link of the site must lead somewhere."
    ),
    "site-anchor": _w(
        "the link “{href}” leads to a place that its page does not have", "{remedy}", reason="As above, within a page."
    ),
    "site-duplicate-id": _w(
        "the id “{id}” stands twice on the page", "{remedy}", reason="A link could reach one only."
    ),
    "site-language": _w(
        "the page says {found}, expected {expected}", "{remedy}", reason="Screen readers and search engines go by it."
    ),
    "site-claim": _w("the claim “{id}” is shown {fault}", "{remedy}", reason="Every claim carries a source."),
    "site-prose": _w(
        "“{snippet}” stands outside claims and editorial text",
        "{remedy}",
        reason="Nothing a reader could take for a fact stands outside a claim.",
    ),
    "site-html": _w(
        "the HTML is not valid: {reason}", "{remedy}", reason="Browsers mend broken HTML each in their own way."
    ),
    "site-engine": _w("MkDocs said: {reason}", "{remedy}", reason="The site generator refused the page."),
}


class _Details(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def message_of(problem: Problem) -> str:
    """What was found."""
    return WORDING[problem.code].message.format_map(_Details(problem.details))


def hint_of(problem: Problem) -> str:
    """What to do, or an empty string."""
    for hint in WORDING[problem.code].hints:
        names = {name for _, name, _, _ in string.Formatter().parse(hint) if name}
        if all(problem.details.get(name) for name in names):
            return hint.format_map(_Details(problem.details))
    return ""


def say(problem: Problem) -> str:
    """The whole problem, on one line or two: `path:line:column: error[code]: message`, then the hint."""
    hint = hint_of(problem)
    line = f"{problem.place}: error[{problem.code}]: {message_of(problem)}"
    return f"{line}\n  hint: {hint}" if hint else line
