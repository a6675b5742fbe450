"""The impact report in Markdown: short at the top, details folded, for the comment of a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from dalil.impact.compare import AssertionChange, Impact, OneSided, PageChange, RecordChange
from dalil.impact.history import Base
from dalil.impact.phrases import phrase
from dalil.impact.snapshot import Cited, Key, Localised
from dalil.impact.words import runs
from dalil.locales import direction_of

MARKER = "<!-- dalil impact -->"
"""The first line, by which a workflow finds the comment that it made before."""
LIMIT = 60_000
"""Characters; GitHub takes 65,536 in a comment."""
LONG = 60
"""Characters of a value that are shown beside the sentence."""
NAMED = 12
"""Pages or records that are named in a line before the rest is counted."""


class Report:
    """Writes an impact in one language."""

    def __init__(self, impact: Impact, base: Base, language: str) -> None:
        self._impact = impact
        self._base = base
        self._language = language

    def markdown(self, limit: int = LIMIT) -> str:
        """The whole report; sections that would go beyond `limit` characters are left out and counted."""
        text = "\n\n".join([MARKER, f"## {self._say('title')}", *self._top()])
        sections = list(self._sections())
        left = len(sections)
        for section in sections:
            if len(text) + len(section) + 300 > limit:
                break
            text += f"\n\n{section}"
            left -= 1
        return text + (f"\n\n{self._say('cut', n=left)}" if left else "") + "\n"

    def _say(self, key: str, /, **arguments: object) -> str:
        return phrase(self._language, key, **arguments)

    def _top(self) -> Iterator[str]:
        impact, base = self._impact, self._base
        name = f"`{base.name}`"
        yield self._say("since.fork" if base.fork else "since.commit", base=name, commit=base.commit[:10])
        if base.shallow and not base.fork:
            yield f"> [!NOTE]\n> {self._say('shallow', base=name)}"
        for side, number in (("base", impact.base_problems), ("head", impact.head_problems)):
            if number:
                yield f"> [!WARNING]\n> {self._say(f'{side}.unsound', n=number)}"
        if not impact:
            yield self._say("nothing")
            return
        rows = [f"| {self._say(name)} | {words} |" for name, words in self._totals() if words]
        yield "\n".join(["| | |", "| --- | --- |", *rows])
        if noteless := [one for one in impact.assertions if one.note_missing]:
            items = [f"> - `{one.key[1]}` · {self._line(one.key)}" for one in noteless]
            yield "\n".join(["> [!IMPORTANT]", f"> {self._say('note.missing', n=len(noteless))}", *items])
        if impact.one_sided:
            items = [f"> - {self._side(one)}" for one in impact.one_sided[:NAMED]]
            if (more := len(impact.one_sided) - NAMED) > 0:
                items.append(f"> - {self._say('and.more', n=more)}")
            yield "\n".join(["> [!WARNING]", f"> {self._say('one-sided', n=len(impact.one_sided))}", *items])

        for code, keys in impact.stale.items():
            items = [f"> - `{key}`" for key in keys[:NAMED]]
            if len(keys) > NAMED:
                items.append(f"> - {self._say('and.more', n=len(keys) - NAMED)}")
            yield "\n".join(["> [!NOTE]", f"> {self._say('stale', n=len(keys), code=code)}", *items])

    def _totals(self) -> Iterator[tuple[str, str]]:
        impact = self._impact
        said = impact.assertions
        yield "claims", self._counts(Counter(one.change for one in said))
        others = [one for one in impact.records if one.key[0] not in ("claims", "statements") or not said]
        yield "records", self._counts(Counter(one.change for one in others))
        statuses = [one for one in said if all(one.status) and one.status[0] != one.status[1]]
        yield "statuses", self._counts(Counter(shifted=len(statuses)))
        gained, lost = (sum(len(getattr(one, side)) for one in said) for side in ("gained", "lost"))
        yield "citations", self._counts(Counter(gained=gained, lost=lost))
        moved = [value for one in said for value in one.moved]
        derived = sum(value.derived for value in moved)
        yield "values", self._counts(Counter(shifted=len(moved), derived=derived))
        pages = {code: len(some) for code, some in impact.pages.items() if some}
        yield "pages", self._join(f"{code}: {number}" for code, number in pages.items())
        new, gone, away = (
            sum(len(getattr(one, name)) for one in impact.addresses.values()) for name in ("new", "gone", "moved")
        )
        yield "addresses", self._counts(Counter(added=new, removed=gone, moved=away))

    def _counts(self, counts: Counter[str]) -> str:
        names = ("added", "changed", "renamed", "removed", "moved", "shifted", "gained", "lost", "derived")
        return self._join(self._say(name, n=counts[name]) for name in names if counts[name])

    def _join(self, parts: Iterable[str]) -> str:
        return self._say("list").join(parts)

    def _sections(self) -> Iterator[str]:
        impact = self._impact
        order = {"removed": 0, "changed": 1, "renamed": 2, "added": 3}
        for one in sorted(impact.assertions, key=lambda one: (not one.own, order[one.change])):
            yield self._assertion(one)
        shown = {one.key for one in impact.assertions}
        rest = [one for one in impact.records if one.key not in shown]
        if rest:
            yield _folded(self._say("fields"), "\n\n".join(self._record(one) for one in rest))
        for code, pages in impact.pages.items():
            if pages:
                lines = "\n".join(f"- {self._page(page, code)}" for page in pages)
                yield _folded(f"{self._say('pages')} ({code}: {len(pages)})", lines)
        for code, places in impact.addresses.items():
            lists = {
                "gone": [f"- `/{address}`" for address in places.gone],
                "moved": [f"- `/{old}` → `/{new}`" for old, new in places.moved],
                "new": [f"- `/{address}`" for address in places.new],
            }
            told = [f"**{self._say(f'address.{name}')}**\n\n" + "\n".join(some) for name, some in lists.items() if some]
            if told:
                yield _folded(f"{self._say('addresses')} ({code})", "\n\n".join(told))

    def _assertion(self, one: AssertionChange) -> str:
        kind = self._say(f"kind.{one.change}", former=f"<code>{escape(one.former or '')}</code>")
        lines = [self._sentence(code, one.before, one.after) for code in self._impact.locales]
        facts = []
        if not one.own:
            facts.append(self._say("follows"))
        if one.status[0] != one.status[1] and all(one.status):
            facts.append(self._say("status", before=one.status[0], after=one.status[1]))
        for value in one.moved:
            key = "value.derived" if value.derived else "value"
            before, after = (self._value(words) for words in (value.before, value.after))
            facts.append(self._say(key, name=f"`{value.name}`", before=_text(before), after=_text(after)))
        facts += [f"{self._say('new.citation')} {self._citation(cited)}" for cited in one.gained]
        facts += [f"{self._say('lost.citation')} {self._citation(cited)}" for cited in one.lost]
        for code, pages in one.pages.items():
            if pages:
                named = self._join(f"`/{address}`" for address in pages[:NAMED])
                more = f" {self._say('and.more', n=len(pages) - NAMED)}" if len(pages) > NAMED else ""
                facts.append(f"{code}: " + self._say("shown.on", n=len(pages), pages=named + more))
        body = "\n\n".join([*lines, "\n".join(f"- {fact}" for fact in facts), self._line(one.key)])
        return _folded(f"<code>{escape(one.key[1])}</code> · {kind}", body)

    def _sentence(self, code: str, before: Localised, after: Localised) -> str:
        """Both versions of a sentence in one, in its own direction: gone words are struck, new ones underlined."""
        marks = {"same": "{}", "gone": "<del>{}</del>", "new": "<ins><b>{}</b></ins>"}
        old, new = before.get(code, ""), after.get(code, "")
        words = "".join(marks[kind].format(_text(part)) for kind, part in runs(old, new))
        return f'<blockquote lang="{code}" dir="{direction_of(code)}">{words}</blockquote>'

    def _value(self, words: Localised) -> str:
        """A value as each language writes it, once where they agree; the sentence has a long one in full."""
        each = [value if len(value) <= LONG else f"{value[:LONG]}…" for value in dict.fromkeys(words.values())]
        return self._join(each) or self._say("none")

    def _citation(self, cited: Cited) -> str:
        name = cited.publisher.get(self._language) or next(iter(cited.publisher.values()), "")
        return f"{_text(name)} (`{cited.source}`, {cited.stance}; {_text(cited.locator)})"

    def _record(self, one: RecordChange) -> str:
        kind = self._say(f"kind.{one.change}", former=f"`{one.former}`")
        head = f"**`{one.key[1]}`** · {kind} · {self._line(one.key)}"
        if one.change == "removed":
            return head
        none = self._say("none")
        rows = [
            f"| `{field.path}` | {_cell(field.before) or none} | {_cell(field.after) or none} |" for field in one.fields
        ]
        titles = f"| {self._say('field')} | {self._say('before')} | {self._say('after')} |"
        return "\n".join([head, "", titles, "| --- | --- | --- |", *rows])

    def _page(self, page: PageChange, code: str) -> str:
        counts = Counter(kind for kind, _ in page.parts)
        parts = [self._say(f"part.{kind}", n=counts[kind]) for kind in counts]
        named = [f"`{name}`" for kind, name in page.parts if kind in ("picture", "table") and name]
        return f"`/{page.address}` ({code}) {_text(page.title)}: {self._join([*parts, *named])}"

    def _side(self, one: OneSided) -> str:
        words = self._say("side", changed=self._join(one.changed), unchanged=self._join(one.unchanged))
        return f"`{one.key[1]}` `{one.path}`: {words} · {self._line(one.key)}"

    def _line(self, key: Key) -> str:
        path, line = self._impact.lines.get(key, ("", 0))
        return f"`{path}:{line}`" if path else f"`{key[0]}`"


def _folded(summary: str, body: str) -> str:
    return f"<details><summary>{summary}</summary>\n\n{body}\n\n</details>"


def _text(words: str) -> str:
    """Words of the store as HTML in which neither Markdown nor GitHub finds a meaning of its own."""
    escaped = escape(" ".join(words.split()) if words.strip() else words, quote=False)
    edges = (words[:1].isspace() * " ", words[-1:].isspace() * " ") if words.strip() else ("", "")
    for character in "\\`*_[]|":
        escaped = escaped.replace(character, f"&#{ord(character)};")
    return edges[0] + escaped.replace("@", "@<!-- -->") + edges[1]


def _cell(words: str) -> str:
    return _text(words[:400] + ("…" if len(words) > 400 else ""))
