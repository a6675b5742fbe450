"""The graph that a page of each kind carries: the page itself, what it is about, and the way to it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dalil.render.heads import Head
from dalil.render.linked_data.things import (
    Node,
    claim_node,
    entity_node,
    event_node,
    node,
    question_node,
    taken_back,
    term_node,
    work,
    works,
)
from dalil.render.shared import RESULTS, Neighbours, Shared
from dalil.text.markup import script_data

DATA = "data/"
"""The address of the page that gives out the store as files, for a site that has one."""
MEDIA = {"CSV": "text/csv", "JSON": "application/json"}


def linked_data(head: Head, shared: Shared, cited: Iterable[str]) -> str:
    """The graph of a page as JSON that is safe within a script element; `cited` are the sources that the page cites."""
    graph: list[Node] = [_page(head, shared, cited)]
    if _is_home(head, shared):
        graph.append(_site(shared))
    else:
        graph.append(_way(head, shared))
    if shared.addresses.of(*head.key) == DATA:
        graph.append(_dataset(head, shared))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return str(script_data(text))


def _is_home(head: Head, shared: Shared) -> bool:
    return shared.addresses.of(*head.key) == ""


def _page(head: Head, shared: Shared, cited: Iterable[str]) -> Node:
    kind, record_id = head.key
    store = shared.store
    page = node(
        "WebPage",
        url=head.url,
        name=head.title,
        description=head.description,
        inLanguage=shared.locale.code,
        dateModified=store.site.updated.last.isoformat(),
        isPartOf=_site_in_short(shared),
        license=store.site.licence.url if store.site.licence else None,
        **taken_back(kind, record_id, shared),
    )
    match kind:
        case "claims" | "statements":
            assertion = store.assertion(record_id)
            page["mainEntity"] = claim_node(assertion, shared)
            if not head.withdrawn and (verified := shared.verifications.verified(assertion)) is not None:
                page["lastReviewed"] = verified.isoformat()
        case "entities":
            page["mainEntity"] = entity_node(record_id, shared)
        case "events" if not head.withdrawn:
            page["mainEntity"] = event_node(record_id, shared)
        case "sources":
            page["mainEntity"] = work(store.sources[record_id], shared, full=True)
        case _ if not (head.withdrawn or _is_home(head, shared)):
            page.update(_as_listing(head, shared) or _as_article(head, shared, list(cited)))
    return page


def _as_listing(head: Head, shared: Shared) -> Node:
    """Of the glossary its terms, of disputed questions the questions; of other lists only that they are lists."""
    address = shared.addresses.of(*head.key)

    def stand_here(kind: str) -> list[str]:
        return [one for one in shared.store.of_kind(kind) if shared.addresses.of(kind, one) == f"{address}#{one}"]

    if terms := stand_here("terms"):
        defined = [term_node(term, shared) for term in terms]
        return {"mainEntity": node("DefinedTermSet", name=head.title, hasDefinedTerm=defined)}
    if questions := stand_here("disputes"):
        return node("CollectionPage", hasPart=[question_node(question, shared) for question in questions])
    if any(between.parent == head.key for between in shared.neighbours().values()):
        return node("CollectionPage")
    return {}


def _as_article(head: Head, shared: Shared, cited: list[str]) -> Node:
    """A page to which claims belong, and which shows what it cites."""
    if not cited or all(assertion.topic != head.key[1] for _, assertion in shared.store.standing()):
        return {}
    return node(
        "Article",
        headline=head.title,
        image=f"{shared.settings.address}{head.picture.path}" if head.picture else None,
        publisher=_organisation(shared),
        citation=works(cited, shared),
    )


def _name(shared: Shared) -> str:
    return shared.texts.plain(shared.store.site.title)


def _organisation(shared: Shared) -> Node:
    """Who answers for the site: the site."""
    return node("Organization", name=_name(shared), url=shared.on_web("", shared.locale.code))


def _site_in_short(shared: Shared) -> Node:
    return node("WebSite", name=_name(shared), url=shared.on_web("", shared.locale.code))


def _site(shared: Shared) -> Node:
    """The site, with its search where there is one."""
    site = {**_site_in_short(shared), "inLanguage": shared.locale.code}
    if shared.has_results:
        target = f"{shared.on_web(RESULTS, shared.locale.code)}?q={{words}}"
        entry = node("EntryPoint", urlTemplate=target)
        site["potentialAction"] = {**node("SearchAction", target=entry), "query-input": "required name=words"}
    return site


def _dataset(head: Head, shared: Shared) -> Node:
    """The store as data."""
    address, store, texts = shared.settings.address, shared.store, shared.texts
    downloads = [
        node(
            "DataDownload",
            name=texts.interface(f"data.{table.name}"),
            contentUrl=f"{address}{file.path}",
            encodingFormat=MEDIA[file.form],
        )
        for table in shared.downloads()
        for file in table.files
    ]
    return node(
        "Dataset",
        name=texts.interface("dataset.name", site=_name(shared)),
        description=texts.interface(
            "dataset.description", claims=sum(1 for _ in store.standing()), sources=len(store.sources)
        ),
        url=head.url,
        inLanguage=list(store.locales),
        dateModified=store.site.updated.last.isoformat(),
        license=store.site.licence.url if store.site.licence else None,
        isAccessibleForFree=True,
        creator=_organisation(shared),
        distribution=downloads,
    )


def _way(head: Head, shared: Shared) -> Node:
    """The way from the home page, by the page that lists the records of its kind."""
    parent = shared.neighbours().get(head.key, Neighbours()).parent
    steps = [(_name(shared), shared.on_web("", shared.locale.code))]
    if parent:
        steps.append((str(shared.title(*parent).striptags()), shared.web_address(*parent)))
    steps.append((head.title, head.url))
    items = [
        node("ListItem", position=number, name=name, item={"@id": url})
        for number, (name, url) in enumerate(steps, start=1)
    ]
    return node("BreadcrumbList", itemListElement=items)
