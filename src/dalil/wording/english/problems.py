"""What each code says in English. A word of the details that is ours to say stands in `PHRASES`."""

from __future__ import annotations

from dalil.wording.table import Wording
from dalil.wording.table import worded as _w

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
        "Make {file}, or run the command in the project's folder.",
        reason="The site cannot do without.",
    ),
    "no-such-file": _w(
        "there is no such file",
        MEANT,
        "Name a file or folder of the project.",
        reason="What was asked for could not be checked.",
    ),
    "file-outside": _w(
        "the file lies outside of the project “{project}”",
        "Run the command in the project's folder, or name that folder with --project.",
        reason="Only a project's files can be checked, since each is held against the others.",
    ),
    "file-misplaced": _w(
        "the file stands in no folder of records",
        "Move it into the folder of its kind: {known}.",
        reason="The folder of a file says which kind of record it holds; this one would be passed over.",
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
        "the file's name ends in “{suffix}”",
        "Rename it so that it ends in “.yml”; what is no record belongs elsewhere.",
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
    "odd-space": _w(
        "a space stands here that is no plain space ({name})",
        "Delete it and type a space.",
        reason="YAML takes it for a letter, so the line belongs to something else than it seems to.",
    ),
    "invisible-character": _w(
        "an invisible character stands here ({name})",
        "Delete it: put the cursor behind it and press backspace once.",
        reason="Nobody sees it, and it keeps ids and words from being found.",
    ),
    "look-alike": _w(
        "“{word}” has a “{character}” ({name}) in the place of the character that is meant",
        "Write “{fixed}”.",
        reason="Two ids or words that look the same would be two different ones.",
    ),
    "curly-quotes": _w(
        "the mark {found} is no quotation mark for YAML",
        "Use straight quotation marks (\" or '), or none.",
        reason="YAML takes curly quotation marks for letters of the text.",
    ),
    "tab-in-indent": _w(
        "the line starts with a tab",
        "Indent with spaces, two for each step.",
        reason="YAML allows no tab there.",
    ),
    "space-missing": _w(
        "a space is missing after “{sign}”",
        "Write “{sign} ” with a space.",
        reason="Without it YAML takes the sign for a letter of a text.",
    ),
    "needs-quotes": _w(
        "the text needs quotation marks because of its “{sign}”",
        'Put the whole text between double quotation marks; write \\" for one within it.',
        reason="YAML uses that sign for something else.",
    ),
    "quote-closed-early": _w(
        "the text goes on after its closing quotation mark: “{rest}”",
        "Write \\\" for a double quotation mark within the text and '' for a single one, or use “ ” and ’.",
        reason="YAML ends the text at the first mark that closes it.",
    ),
    "comment-in-text": _w(
        "the text ends before “{rest}”, which YAML takes for a comment",
        "Put the whole text between quotation marks; write “# ” with a space where a comment is meant.",
        reason="What follows “ #” is lost in silence.",
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
    "long-id": _w(
        "the id has {count} characters; it may have {limit}",
        "Choose a shorter one.",
        reason="Ids become names of files and addresses, which have their limits.",
    ),
    "reserved-id": _w(
        "“{id}” cannot be an id",
        "Choose another; “{id}” is what servers call the page of a folder.",
        reason="The record's page would take the place of the list of all records of its kind.",
    ),
    "record-not-mapping": _w(
        "“{id}” has no fields",
        "Indent its fields under it by two spaces, each as “name: value”.",
        reason="A record without fields says nothing.",
    ),
    "wrong-folder": _w(
        "“{id}” has the fields of {found}, but stands in the folder “{folder}”",
        "Move it to a file in “data/{belongs}”.",
        reason="The folder of a file says which kind of record it holds.",
    ),
    "missing-field": _w(
        "“{field}” is missing", "Add it; data/README.md shows a record with all fields.", reason="It is required."
    ),
    "unknown-field": _w(
        "no field is called “{field}” here",
        "It belongs under “{below}”; mind the indentation.",
        "It belongs to “{above}” itself; indent it like that record's other fields.",
        MEANT,
        "Possible: {known}.",
        "Delete it.",
        reason="A misspelt field would be ignored in silence.",
    ),
    "wrong-type": _w(
        "found {found}, expected {expected}",
        "A text that starts with “{bracket}” needs quotation marks around it.",
        reason="The field holds another kind of thing.",
    ),
    "bad-value": _w("found {found}, expected {expected}", MEANT, reason="The list of possible values is closed."),
    "bad-date": _w(
        "{found} is no date: {reason}",
        "Write 2026-03-05, 2026-03 or 2026; 2026-03-05~ for “about”; 2026-03-04/2026-03-05 for a range.",
        reason="Dates are formatted for each language, so they must be understood.",
    ),
    "value-kind": _w(
        "{expected} must stand here",
        "For example {example}; data/README.md lists all.",
        "data/README.md shows a record of each kind.",
        reason="It could not be told what is meant, or how another language shows it.",
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
        "“site_url” says {found}",
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
    "entry-twice": _w(
        "“{entry}” stands twice in the list",
        "Keep one of them.",
        reason="It would be shown, or counted, twice.",
    ),
    "address-twice": _w(
        "the source “{id}” has the same address",
        "Keep one of the two sources, and cite it in the place of the other.",
        reason="One page cited under two names would count as two sources.",
    ),
    "said-twice": _w(
        "the {what} “{id}” says the very same",
        "Keep one of the two, with the citations of both.",
        reason="A correction of one would leave the other as it was.",
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
    "via-circle": _w(
        "the source “{id}” is in the end read through itself",
        "Name under “via” the source that was opened, or delete it.",
        reason="A reader would never learn what was read.",
    ),
    "alias-circle": _w(
        "the former id “{id}” leads back to itself",
        "Let it lead to the id that the record has today.",
        reason="A reader with an old address would never arrive.",
    ),
    "page-twice": _w(
        "{first} already makes {what}",
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
        "Records are written in: {known}. Texts of other languages stand in data/locales.",
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
    "wrong-script": _w(
        "the text under “{locale}” is not in the script of that language",
        "Look whether two languages have changed places.",
        reason="Readers of that language could not read it, and screen readers would spell it.",
    ),
    "foreign-word": _w(
        "“{word}” stands unmarked in a text in “{locale}”",
        "Write it in the script of the text, or mark its language: [{word}](lang:{other}).",
        reason="Without a mark it turns the order of the words around it, and is read aloud wrongly.",
    ),
    "foreign-letter": _w(
        "“{letter}” is a letter of another language ({name})",
        "Write “{arabic}”.",
        reason="It looks right, but the word is not found by search.",
    ),
    "letter-within": _w(
        "“{letter}” stands within “{word}”, but only ends words",
        "Correct the letter, or part the two words.",
        reason="It is a slip of the keyboard, and the word is not found by search.",
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
        "the dispute has fewer than two versions",
        "Add the other version, or delete the dispute.",
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
    "verified-too-early": _w(
        "verified on {verified}, before {what} on {date}",
        "Write the day on which somebody last checked it, or leave “verified” out.",
        reason="Nobody could check what was not there yet.",
    ),
    "verify-by-too-early": _w(
        "to be looked at again by {by}, which is not after {verified}, the day of the last look",
        "Choose a later day, write “never”, or leave “verify_by” out: it then follows from its kind.",
        reason="A deadline that has passed when it is set reminds nobody.",
    ),
    "note-missing": _w(
        "“{id}” says something else than at {base}, and carries no note of it",
        "Add under “revisions”: {{date: {today}, kind: correction, what: {{…}}, why: {{…}}}}, or kind update or "
        "clarification.",
        reason="Readers who cited the claim must be able to see what changed, when and why.",
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
        MEANT,
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
    "reference-stale": _w(
        "the file is not up to date",
        "Run `{command}`.",
        reason="It is made from other files, and would say something else than they do.",
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
    # Translations
    "catalogue-missing": _w(
        "“{locale}” is a language of the site, and its catalogue {file} is missing",
        "Make it with: dalil locale update {locale}. To take the language out: dalil locale remove {locale}.",
        reason="The texts of a translated language stand in its catalogue.",
    ),
    "catalogue-syntax": _w(
        "this line is none of a PO file: {line}",
        "A line is a comment (#), or a keyword (msgctxt, msgid, msgstr) and words between quotation marks; a quotation "
        'mark within them is written \\".',
        reason="A catalogue that cannot be read shows nothing of the translation.",
    ),
    "catalogue-twice": _w(
        "the text {key} stands in the catalogue twice",
        "Keep one of the two; the first stands at {first}.",
        reason="Only one translation of a text can be shown.",
    ),
    "translation-figure": _w(
        "the translation writes the figure {figure}, which its original does not",
        "Place the original's value instead (its name in curly brackets), and let the site write the figure.",
        reason="A figure written by hand goes stale when the store changes, and nobody is told.",
    ),
    "translation-date": _w(
        "the translation writes the month “{month}”, where its original places a date",
        "Place the original's date instead (its name in curly brackets): the site writes it as the language does.",
        reason="A date written by hand goes stale when the store changes, and nobody is told.",
    ),
    "locale-fallback": _w(
        "“{locale}” cannot lean on {found}",
        "`fallback` names other languages of the site, one of which is written in the records: {known}.",
        reason="Every text must be found in one of the languages that stand in.",
    ),
    "locale-default": _w(
        "the first language, “{locale}”, is a translated one",
        "Take its `fallback` away, or make one of these the default: {known}.",
        reason="What every page falls back to must be whole.",
    ),
    # The built site
    "site-link": _w(
        "the link “{href}” leads nowhere", "{remedy}", reason="Every link of the site must lead somewhere."
    ),
    "site-anchor": _w(
        "the link “{href}” leads to a place that its page does not have",
        "{remedy}",
        reason="The reader would land at the top of the page instead of at the place.",
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
    "site-workplace": _w(
        "somebody removed the folder in which dalil was working",
        "Run the same command again. Whatever empties the project's folder “.dalil” must leave alone what is in use.",
        reason="The site that stood there is untouched; the new one was lost with the folder.",
    ),
    "site-unsafe": _w(
        "the page holds {what}",
        "{remedy}",
        reason="Nothing runs on a page or leaves it but what the theme brings: readers cannot see who sent it.",
    ),
    "site-script": _w(
        "the script in this template is made from values",
        "write it as it is to run, and give it values by data attributes or a file",
        reason="The site's policy allows the scripts that templates hold, so they must be known before pages are made.",
    ),
    "site-engine": _w("MkDocs said: {reason}", "{remedy}", reason="The site generator refused the page."),
}

PHRASES: dict[str, str] = {
    "unsafe-element": "the element <{element}>",
    "unsafe-attribute": "the attribute “{name}” on <{element}>",
    "unsafe-address": "the address “{address}” in “{name}” of <{element}>",
    "unsafe-script": "a script that no template of overrides holds: “{snippet}”",
    "unsafe-data": "data of the type “{kind}” that the build did not make",
    "unsafe-hidden": "text that would end <noscript>: “{snippet}”",
    "unsafe-policy": "another Content-Security-Policy than the site's, or none",
    "unsafe-remedy": "Look who wrote it, and why: scripts belong into overrides. If nobody did, please report it.",
    "and": "{first} and {second}",
    "or": "{first} or {second}",
    "none": "nothing",
    "nothing": "nothing",
    "found-mapping": "a mapping",
    "found-list": "a list",
    "it-was-read": "it was read",
    "source-published": "its source “{id}” was published",
    # Records
    "entity": "entity",
    "event": "event",
    "claim": "claim",
    "term": "term",
    "page": "page",
    "source": "source",
    "role": "role",
    "dispute": "dispute",
    "statement": "statement",
    "picture": "picture",
    "outline": "outline",
    "interface-string": "interface string",
    "question": "question",
    "record": "record",
    "assertion": "claim or statement",
    "section": "section",
    "note": "note",
    "figure": "figure",
    "a-entity": "an entity",
    "a-event": "an event",
    "a-claim": "a claim",
    "a-term": "a term",
    "a-page": "a page",
    "a-source": "a source",
    "a-role": "a role",
    "a-dispute": "a dispute",
    "a-statement": "a statement",
    "a-picture": "a picture",
    "a-outline": "an outline",
    "a-interface-string": "an interface string",
    "kind-country": "country",
    "kind-person": "person",
    "kind-organisation": "organisation",
    "kind-document": "document",
    "kind-operation": "operation",
    "kind-place": "place",
    "a-matrix": "a matrix",
    "picture-of-kind": "a picture of kind {kind}",
    # What must stand there
    "whole-number": "a whole number such as 17",
    "number": "a number such as 6.54",
    "yes-or-no": "yes or no",
    "text": "a text",
    "text-not-blank": "a text that is not blank",
    "fewer-entries": "fewer entries",
    "list": "a list (lines that start with “- ”)",
    "mapping": "a mapping (lines of the form “name: value”)",
    "single-day": "a single day such as 2026-03-05",
    "period": "a length of time such as 180 days, or never",
    "duration": "a length of time such as 50 days",
    "address": "an address that starts with https:// or http://",
    "at-least-one": "a number of at least 1",
    "an-entry": "at least one entry",
    "few-digits": "a number of at most 18 digits",
    "id-in-its-place": "the id that took its place",
    "locale-code": "a language code such as ar or pt-BR",
    "id": "an id such as joint-declaration",
    "country-code": "a two-letter country code such as AR",
    "currency-code": "a three-letter currency code such as USD",
    "digits-code": "a numbering system of CLDR such as latn or arab",
    "licence-code": "an SPDX identifier such as CC-BY-4.0",
    "straight-path": "a path of straight lines (the letters M, L, H, V and Z)",
    "form": "the form {pattern}",
    "claim-with-values": "a claim with values",
    "one-of-these": "one of: {words}",
    "one-of": "exactly one of {kinds}",
    "statement-or-claim": "either a statement, or a claim and the name of its value",
    "statements-or-entities": "either statements or entities",
    # Reasons
    "date-form": "a date is written 2026-03-05, 2026-03 or 2026, with ~ after it for “about”",
    "date-year": "there is no year 0000",
    "date-month": "there is no month {month}",
    "date-day": "month {month} of {year} has {days} days, not {day}",
    "date-backwards": "the range ends before it starts",
    "no-file": "it is no file with a text in it",
    "value-of-itself": "it depends on itself",
    "home-in-language": "the home page in “{locale}”",
    "address-with-host": "a whole address such as https://example.org/page",
    "never-closed": "{what}, its end was not found",
    "braces-unbalanced": "the braces of the text do not fit together",
    "icu-refuses": "ICU cannot read it: a brace, quotation mark or plural is not closed",
    "no-number": "no number",
    "whole-is-nothing": "the whole comes to nothing",
    "no-statement-fits": "no statement fits",
    "values-of-several-kinds": "the values that fit are not of one kind and currency",
    "statement-without-value": "the statement “{id}” has no value",
    "statement-without-number": "the value of the statement “{id}” is no number",
    "statement-on-the-map": "statement about a country of the map",
    "statement-with-subject": "statement that has an entity as its subject",
    "statement-with-object": "statement that has an entity as its object",
    "value-without-length": "a value of kind {kind} has no length",
    "units-differ": "its unit is {second}, that of the bars before it {first}",
    "plain-number": "a plain number",
    "row-too-long": "a row has {count} boxes, and at most {limit} can be read on a phone",
    "box-twice": "“{box}” stands twice",
    "box-alone": "nothing leads to or from “{box}”",
    "box-nowhere": "“{box}” stands in no row",
    "boxes-apart": "two boxes of one row can be joined only if they are neighbours",
    "languages": "{codes} (default {default})",
    "page-record": "the page record “{id}”",
    "address-of-a-page": "the address “{address}”",
    "pages-of-records": "the pages of {folder} {kind}",
    "head-missing": "it is missing",
    "head-without-page": "neither “page” nor “each” is given",
    "no-macro": "no macro is called “{name}”",
    "no-argument": "the macro “{macro}” has no argument “{name}”",
    "picture-of-another-kind": "“{id}” is a picture of kind {found}, not {expected}",
    "nothing-called": "nothing is called “{name}”",
    "there-is-no": "there is no “{name}”",
    # The built site
    "claim-without-page": "but has no page",
    "claim-without-mark": "without a citation mark",
    "report-it": "This is a fault of the engine, the macros or the theme; please report it with this line.",
    "near": "Near: {file}",
    "engine-files": "mkdocs.yml holds its settings; overrides/ the theme's templates.",
    # Refusals of an edit
    "edit-layout": "it is not written as records one below the other",
    "edit-changed": "“{field}” is no longer what it was",
    "edit-lines": "“{field}” is written over several lines",
    "edit-place": "“{field}” cannot be written in its place",
    "edit-add": "“{field}” cannot be added there",
    "edit-yaml": "the file cannot be read as YAML",
    "edit-gone": "“{field}” is not where it was",
    "edit-no-node": "there is no “{field}” to which a locale could be added",
    "edit-no-languages": "{file} has no languages under the plugin i18n",
    "locale-already": "the site has “{code}” already; `dalil locale update {code}` keeps its catalogue in step",
    "locale-no-such": "the site has no locale {codes}; it has {known}",
    "locale-no-ground": "one of {codes} must stand in for “{code}”: their texts stand in records",
    "locale-no-such-one": "the site has no locale “{code}”; it has {known}",
    "locale-written": "the records themselves are written in “{code}”; only translated locales can be removed",
    "locale-leaning": "“{code}” stands in for {codes}; change their `fallback` in {file} first",
    # What speaks for a change of a source
    "moved-far": "it has moved for good",
    "moved-near": "its address is written otherwise now",
    "copy-known": "an archive has a copy; see whether it says what is cited",
    "passage-near": "the nearest passage, {alike} % alike; see whether it still bears the {what} out",
    # Adding a record
    "twin-page": "its address leads to the same page, {address}",
    "twin-fields": "it has the same {fields}",
    "twin-title": "its title is “{words}”",
    "twin-name": "its name is “{words}”",
    "twin-text": "its text is “{words}”",
    "twin-question": "its question is “{words}”",
    "twin-id": "its id is nearly the same",
}
"""Words of ours within a problem, by key; `{name}` places a detail of the phrase."""
