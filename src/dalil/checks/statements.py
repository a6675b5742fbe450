"""Does every statement have the fields that its role's sentence places?"""

from __future__ import annotations

from dalil.model.grammar import base_of
from dalil.problems import Problems
from dalil.store import Store
from dalil.text.messages import MessageError, parse


def check(store: Store, problems: Problems) -> None:
    """Notes statements that would leave a gap in their own sentence."""
    for statement in store.statements.values():
        role = store.roles.get(statement.role)
        for words in role.sentence.values() if role else []:
            try:
                placed = parse(words).arguments
            except MessageError:
                continue  # The check of messages names the fault.
            for field in sorted({base_of(name) for name in placed}):
                if getattr(statement, field, "unknown to the model") is None:
                    place = store.place("statements", statement.id, key=True)
                    problems.add("statement-field", place, role=statement.role, field=field)
