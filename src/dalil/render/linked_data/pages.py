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
    term_node,
    work,
    works,
)
from dalil.render.mentions import Key
from dalil.render.shared import Neighbours, Shared

UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""What could end the script element in which the graph stands, written as JSON escapes."""
SEARCH = "search/"
"""The address of the page that finds, for a site that has one."""

DATA = {f"data/{kind}.json": "application/json" for kind in ("claims", "statements", "sources", "entities")}
"""Path of each data file on the site to its media type."""


def linked_data(head: Head, shared: Shared, cited: Iterable[str]) -> str:
    """The graph of a page as JSON that is safe within a script element; `cited` are the sources that the page cites."""
    graph: list[Node] = [_page(head, shared, cited)]
    if _is_home(head, shared):
        graph += [_site(shared), _dataset(head, shared)]
    else:
        graph.append(_way(head, shared))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return text.translate(UNSAFE)


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
    )
    match kind:
        case "claims" | "statements":
            page["mainEntity"] = claim_node(store.assertion(record_id), shared)
        case "entities":
            page["mainEntity"] = entity_node(record_id, shared)
        case "events":
            page["mainEntity"] = event_node(record_id, shared)
        case "sources":
            page["mainEntity"] = work(store.sources[record_id], shared, full=True)
        case _ if _is_home(head, shared):
            pass
        case _ if any(assertion.topic == record_id for _, assertion in store.assertions()):
            page["@type"] = "Article"
            page["headline"] = page.pop("name")
            page["image"] = f"{shared.settings.address}{head.picture.path}" if head.picture else None
            page["publisher"] = node("Organization", name=_name(shared), url=shared.on_web("", shared.locale.code))
            page["citation"] = works(cited, shared)
        case _:
            _fill_listing(page, head.key, shared)
    return {name: value for name, value in page.items() if value not in (None, [])}


def _fill_listing(page: Node, key: Key, shared: Shared) -> None:
    """Lists: of the glossary its terms, of disputed questions the questions; of others only that it is a list."""
    address = shared.addresses.of(*key)

    def stand_here(kind: str) -> list[str]:
        return [one for one in shared.store.of_kind(kind) if shared.addresses.of(kind, one) == f"{address}#{one}"]

    terms, questions = stand_here("terms"), stand_here("disputes")
    if terms:
        defined = [term_node(term, shared) for term in terms]
        page["mainEntity"] = node("DefinedTermSet", name=page["name"], hasDefinedTerm=defined)
    elif questions:
        page["@type"] = "CollectionPage"
        page["hasPart"] = [question_node(question, shared) for question in questions]
    elif any(between.parent == key for between in shared.neighbours.values()):
        page["@type"] = "CollectionPage"


def _name(shared: Shared) -> str:
    return shared.texts.plain(shared.store.site.title)


def _site_in_short(shared: Shared) -> Node:
    return node("WebSite", name=_name(shared), url=shared.on_web("", shared.locale.code))


def _site(shared: Shared) -> Node:
    """The site, with its search where there is one."""
    site = {**_site_in_short(shared), "inLanguage": shared.locale.code}
    if any(shared.addresses.of("pages", page) == SEARCH for page in shared.pages):
        target = f"{shared.on_web(SEARCH, shared.locale.code)}?q={{words}}"
        entry = node("EntryPoint", urlTemplate=target)
        site["potentialAction"] = {**node("SearchAction", target=entry), "query-input": "required name=words"}
    return site


def _dataset(head: Head, shared: Shared) -> Node:
    """The store as data."""
    address, store, texts = shared.settings.address, shared.store, shared.texts
    downloads = [
        node("DataDownload", contentUrl=f"{address}{path}", encodingFormat=media) for path, media in DATA.items()
    ]
    return node(
        "Dataset",
        name=texts.interface("dataset.name", site=_name(shared)),
        description=texts.interface(
            "dataset.description", claims=len(store.claims) + len(store.statements), sources=len(store.sources)
        ),
        url=head.url,
        inLanguage=list(store.locales),
        dateModified=store.site.updated.last.isoformat(),
        license=store.site.licence.url if store.site.licence else None,
        isAccessibleForFree=True,
        creator=node("Organization", name=_name(shared), url=shared.on_web("", shared.locale.code)),
        distribution=downloads,
    )


def _way(head: Head, shared: Shared) -> Node:
    """The way from the home page, by the page that lists the records of its kind."""
    parent = shared.neighbours.get(head.key, Neighbours()).parent
    steps = [(_name(shared), shared.on_web("", shared.locale.code))]
    if parent:
        steps.append((str(shared.title(*parent).striptags()), shared.web_address(*parent)))
    steps.append((head.title, head.url))
    items = [
        node("ListItem", position=number, name=name, item={"@id": url}) for number, (name, url) in enumerate(steps, start=1)
    ]
    return node("BreadcrumbList", itemListElement=items)
