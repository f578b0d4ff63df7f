"""A laid-out figure as one SVG document: heading, picture, legend; no script, no outside resource."""

from collections.abc import Mapping

from argmap.draw.card import SMALL, Card
from argmap.draw.figure import Cluster, Figure
from argmap.draw.font import FAMILY
from argmap.draw.frame import MARGIN, SUBTITLE, TITLE, Frame, frame_of
from argmap.draw.heading import HEADING, heading_lines
from argmap.draw.layout import Box, Layout
from argmap.draw.legend_svg import legend_svg
from argmap.draw.marks import number
from argmap.draw.outline import told_edges, told_nodes
from argmap.draw.packing import Sheet, a4
from argmap.draw.paint import edge_svg, node_svg, text
from argmap.draw.palette import Palette
from argmap.draw.wrap import xml


def svg_document(
    figure: Figure,
    cards: Mapping[str, Card],
    layout: Layout,
    colours: Palette,
    *,
    on_page: bool = False,
) -> str:
    """Paint a figure.

    Args:
        figure: What to draw.
        cards: Every node's card.
        layout: Where each stands.
        colours: The palette.
        on_page: Whether it is set on a page of A4, upright or turned.
    """
    frame = frame_of(figure, cards, layout)
    sheet = a4(frame.width, frame.height) if on_page else Sheet(frame.width, frame.height)
    width, height = number(sheet.width), number(sheet.height)
    dx, dy = sheet.left, sheet.top
    size = f'width="{number(sheet.width * sheet.scale)}pt" height="{number(sheet.height * sheet.scale)}pt"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
        f' viewBox="0 0 {width} {height}" class="argmap-figure {figure.kind}"'
        f' role="group" aria-roledescription="argument map"'
        f' aria-label="{xml(figure.title)}" font-family="{xml(FAMILY)}">'
        f"<title>{xml(figure.title)}</title><desc>{xml(figure.subtitle)}</desc>"
        f'<rect class="paper" width="{width}" height="{height}" fill="#FFFFFF"/>'
        f'<g class="heading" aria-hidden="true"{_moved(MARGIN + dx, MARGIN + dy)}>'
        f"{_heading(frame, colours)}</g>"
        f'<g class="picture"{_moved(frame.left + dx, frame.top + dy)}>'
        f"{_picture(figure, cards, layout, colours)}</g>"
        f'<g class="legend" aria-hidden="true"{_moved(MARGIN + dx, frame.foot + dy)}>'
        f"{legend_svg(frame, colours)}</g></svg>\n"
    )


def _moved(x: float, y: float) -> str:
    return f' transform="translate({number(x)} {number(y)})"'


def _heading(frame: Frame, colours: Palette) -> str:
    drawn: list[str] = []
    y = 0.0
    for line in frame.title:
        y += TITLE * 1.25
        drawn.append(text(0, y - TITLE * 0.3, line, TITLE, colours.ink, bold=True))
    for line in frame.subtitle:
        y += SUBTITLE * 1.4
        drawn.append(text(0, y - SUBTITLE * 0.2, line, SUBTITLE, colours.muted))
    return "".join(drawn)


def _picture(figure: Figure, cards: Mapping[str, Card], layout: Layout, colours: Palette) -> str:
    """Paint groups and links, then the nodes as a list that a screen reader walks through."""
    drawn = [
        _cluster(cluster, layout.clusters[cluster.key], colours)
        for cluster in figure.clusters
        if cluster.key in layout.clusters
    ]
    edges = zip(figure.edges, layout.curves, told_edges(figure), strict=True)
    drawn += [edge_svg(edge, curve, told, colours) for edge, curve, told in edges]
    bearing = told_nodes(figure)
    drawn.append(f'<g role="list" aria-label="{xml(_entries(figure))}">')
    drawn += [node_svg(cards[n.key], layout.nodes[n.key], colours, bearing[n.key]) for n in figure.nodes]
    return "\n".join([*drawn, "</g>"])


def _entries(figure: Figure) -> str:
    return "1 entry" if len(figure.nodes) == 1 else f"{len(figure.nodes)} entries"


def _cluster(cluster: Cluster, box: Box, colours: Palette) -> str:
    x1, y1, x2, y2 = box
    drawn = [
        f'<rect x="{number(x1)}" y="{number(y1)}" width="{number(x2 - x1)}"'
        f' height="{number(y2 - y1)}" rx="9" fill="{colours.cluster}"'
        f' stroke="{colours.hairline}" stroke-width="0.6"/>'
    ]
    y = y1 + 7
    for line in heading_lines(cluster.title):
        y += HEADING * 1.3
        drawn.append(text(x1 + 14, y, line, HEADING, colours.ink, bold=True))
    if cluster.subtitle:
        drawn.append(text(x1 + 14, y + SMALL * 1.35, cluster.subtitle, SMALL, colours.muted))
    told = f"{cluster.title}: {cluster.subtitle}" if cluster.subtitle else cluster.title
    return f'<g class="cluster" aria-hidden="true"><title>{xml(told)}</title>{"".join(drawn)}</g>'
