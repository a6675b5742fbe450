"""Can every derived value be derived?"""

from __future__ import annotations

from collections.abc import Iterator

from dalil.derive import CannotDerive, resolve
from dalil.model.records import Claim
from dalil.model.values import Value
from dalil.problems import Phrase, Place, Problems, nearest, phrase
from dalil.store import Store


def check(store: Store, problems: Problems) -> None:
    """Notes derived values that come to nothing, and figures of a page that name no value."""
    for place, value in _values(store):
        try:
            resolve(value, store)
        except CannotDerive as error:
            problems.add("underivable", place, reason=error.reason)
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


def _values(store: Store) -> Iterator[tuple[Place, Value]]:
    for kind in store.loaded.records:
        for record_id, record in store.of_kind(kind).items():
            if getattr(record, "retracted", None):
                continue  # The check of withdrawals asks for values that stay.
            for field in ("values", "rests_on"):
                for name, value in getattr(record, field, {}).items():
                    yield store.place(kind, record_id, field, name), value
    for statement in store.statements.values():
        if statement.value is not None and not statement.retracted:
            yield store.place("statements", statement.id, "value"), statement.value


def one_of_these(claim: Claim) -> Phrase:
    """What to expect where one of a claim's values must be named."""
    return phrase("one-of-these", words=list(claim.values)) if claim.values else phrase("claim-with-values")
