"""A diagram: how entities and events relate, each edge with the claim or statement that says so."""

from __future__ import annotations

from markupsafe import Markup

from dalil.model.pictures import Diagram, Edge
from dalil.render.geometry.diagram import Layout, Way
from dalil.render.numbers import mirrored, percent, plain
from dalil.render.picture_views import Caption, DiagramView, EdgeView, NodeView, PieceView
from dalil.render.shared import Shared
from dalil.render.texts import Assert, Link, Texts


def diagram_view(record: Diagram, caption: Caption, shared: Shared, way: Link, claim: Assert) -> DiagramView:
    """A diagram with a list of its edges."""
    layout = Layout(record.rows)
    rows = [[_node(box, shared, way) for box in row] for row in record.rows]
    kinds = {node.kind: node for row in rows for node in row}
    ways = layout.ways([(edge.start, edge.to) for edge in record.edges])
    edges = []
    for number, (edge, run) in enumerate(zip(record.edges, ways, strict=True), start=1):

        def ends(texts: Texts, edge: Edge = edge) -> dict[str, Markup]:
            start, to = (
                shared.forms(name, end, way, texts, edge.sentence)
                for name, end in (("from", edge.start), ("to", edge.to))
            )
            return start | to

        x, pieces = _placed(run, rtl=shared.locale.direction == "rtl")
        edges.append(
            EdgeView(
                number=number,
                label=shared.locale.number(number),
                anchor=f"{caption.id}-{number}",
                pieces=pieces,
                x=x,
                y=percent(run.y.share),
                below=plain(run.y.pixels),
                sentence_html=shared.texts.html_with(edge.sentence, ends, way),
                assertion=claim(edge.says),
            )
        )
    return DiagramView(caption, layout.columns, rows, list(kinds.values()), edges)


def _node(box: str, shared: Shared, way: Link) -> NodeView:
    folder = "entities" if box in shared.store.entities else "events"
    kind = shared.store.entities[box].kind if folder == "entities" else "event"
    return NodeView(box, kind, shared.texts.interface(f"kind.{kind}"), shared.link(folder, box, way))


def _placed(run: Way, *, rtl: bool) -> tuple[str, list[PieceView]]:
    """(where the number stands, the pieces), mirrored where the page runs from right to left."""
    pieces = [
        PieceView(
            x1=percent(mirrored(line.x1, rtl=rtl)),
            x2=percent(mirrored(line.x2, rtl=rtl)),
            y1=percent(line.y1.share),
            y2=percent(line.y2.share),
            from_y=plain(line.y1.pixels),
            to_y=plain(line.y2.pixels),
        )
        for line in run.lines
    ]
    return percent(mirrored(run.x, rtl=rtl)), pieces
