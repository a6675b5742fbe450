"""Can every derived value be derived, and is every currency one?"""

from __future__ import annotations

from collections.abc import Iterator

from babel.numbers import list_currencies

from dalil.model.records import Claim
from dalil.model.values import Value
from dalil.problems import Phrase, Problems, phrase
from dalil.store import Store
from dalil.store.derive import CannotDerive, resolve
from dalil.text.near import nearest


def check(store: Store, problems: Problems) -> None:
    """Notes derived values that come to nothing, currencies that CLDR does not know, and figures of a page that name no
    value.
    """
    for path, value in _values(store):
        if value.money is not None and (code := value.money.currency) not in list_currencies():
            # Of hundreds of codes of three letters, many are as near as what was meant.
            place = store.place(*path, "money", "currency")
            problems.add("bad-value", place, found=code, nearest="", expected=phrase("a-currency"))
        try:
            resolve(value, store)
        except CannotDerive as error:
            problems.add("underivable", store.place(*path), reason=error.reason)
        except KeyError:
            pass  # The check of references names the unknown event.
    for page in store.pages.values():
        for name, figure in page.figures.items():
            claim = store.claims.get(figure.claim)
            if claim is not None and figure.value not in claim.values:
                place = store.place("pages", page.id, "figures", name, "value")
                expected = one_of_these(claim)
                near = nearest(figure.value, claim.values)
                problems.add("bad-value", place, found=figure.value, nearest=near, expected=expected)


def _values(store: Store) -> Iterator[tuple[tuple[str, ...], Value]]:
    """(kind, id and path within the record, value) of each value that stands."""
    for kind in store.loaded.records:
        for record_id, record in store.of_kind(kind).items():
            if getattr(record, "retracted", None):
                continue  # The check of withdrawals asks for values that stay.
            for field in ("values", "rests_on"):
                for name, value in getattr(record, field, {}).items():
                    yield (kind, record_id, field, name), value
    for statement in store.statements.values():
        if statement.value is not None and not statement.retracted:
            yield ("statements", statement.id, "value"), statement.value


def one_of_these(claim: Claim) -> Phrase:
    """What to expect where one of a claim's values must be named."""
    return phrase("one-of-these", words=list(claim.values)) if claim.values else phrase("claim-with-values")
