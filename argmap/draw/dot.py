"""A figure as DOT, the language of Graphviz; complete in itself, for any Graphviz."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.draw.card import BODY, SMALL, WIDTH, Card, ChipItem, MarkItem, PipsItem, TextItem
from argmap.draw.figure import Edge, Figure, Node
from argmap.draw.heading import heading_height, heading_lines
from argmap.draw.palette import Palette
from argmap.draw.wrap import wrap, xml
from argmap.verdict.judgement import MARKS

if TYPE_CHECKING:
    from graphviz import Digraph

FONT = "Arial"
POINTING = ("for", "against", "challenge")
"""Links from a reason to what it speaks to …"""
BESIDE = 50
"""… beside which it stands."""


def dot_source(figure: Figure, cards: Mapping[str, Card], colours: Palette) -> str:
    """Write a figure as DOT.

    Args:
        figure: What to draw.
        cards: Every node's card, by the node's name in the figure.
        colours: The palette.
    """
    from graphviz import Digraph

    graph = Digraph("argmap")
    graph.attr(
        rankdir="RL",
        nodesep="0.2",
        ranksep="0.5",
        splines="true",
        fontname=FONT,
        fontsize="13",
        labelloc="t",
        labeljust="l",
        label=_html(_title(figure)),
        tooltip=_safe(figure.title),
    )
    graph.attr("node", fontname=FONT, fontsize=str(BODY), fixedsize="true", margin="0", penwidth="1")
    graph.attr("edge", fontname=FONT, fontsize=str(SMALL), arrowsize="0.7", penwidth="1.3")
    for cluster in figure.clusters:
        with graph.subgraph(name=f"cluster_{cluster.key}") as box:
            height = heading_height(cluster.title, cluster.subtitle)
            lines = [f"<B>{_safe(line)}</B>" for line in heading_lines(cluster.title)]
            label = _box(WIDTH, height, _left([*lines, _safe(cluster.subtitle)]))
            box.attr(
                label=_html(label),
                style="rounded,filled",
                color=colours.hairline,
                fillcolor=colours.cluster,
                penwidth="0.6",
                margin="14",
                labeljust="l",
            )
            _nodes(box, [n for n in figure.nodes if n.cluster == cluster.key], cards, colours)
    _nodes(graph, [n for n in figure.nodes if not n.cluster], cards, colours)
    for number, edge in enumerate(figure.edges):
        graph.edge(edge.tail, edge.head, id=f"e{number}", **_edge(edge, colours))
    _stack(graph, figure)
    return str(graph.source)


def skeleton(figure: Figure, cards: Mapping[str, Card]) -> str:
    """Write only what ranks and orders depend on, for our own layout engine."""
    lines = ['digraph { rankdir=RL; nodesep=0.2; ranksep=0.5; node [shape=box fixedsize=true label=""]']
    linked = {key for edge in figure.edges for key in (edge.tail, edge.head)}
    for key in (node.key for node in figure.nodes if node.key in linked):
        lines.append(f"{key} [width={cards[key].width / 72:.3f} height={cards[key].height / 72:.3f}]")
    for number, edge in enumerate(figure.edges):
        look = f"id=e{number} tailport=w headport=e"
        if edge.kind in POINTING:
            look += f" weight={BESIDE}"
        elif edge.kind == "through":
            look += " minlen=2"
        lines.append(f"{edge.tail} -> {edge.head} [{look}]")
    return "\n".join([*lines, "}"])


def _nodes(graph: "Digraph", nodes: Sequence[Node], cards: Mapping[str, Card], colours: Palette) -> None:
    for node in nodes:
        card = cards[node.key]
        link = {"URL": _address(node.href)} if node.href else {}
        graph.node(
            node.key,
            label=_html(_label(card, colours)),
            width=f"{card.width / 72:.4f}",
            height=f"{card.height / 72:.4f}",
            tooltip=_safe(node.ref or node.text or node.head),
            **_shape(node, colours),
            **link,
        )


def _address(href: str) -> str:
    """Write an address so that DOT takes it neither for HTML nor for an escape."""
    for character in '<>"\\':
        href = href.replace(character, f"%{ord(character):02X}")
    return href


def _shape(node: Node, colours: Palette) -> dict[str, str]:
    match node.kind:
        case "claim":
            fill = colours.claim if node.stands else colours.fallen
            return {
                "shape": "box",
                "style": "rounded,filled",
                "color": colours.ink if node.focus else colours.hairline,
                "fillcolor": colours.focus if node.focus else fill,
                "penwidth": "1.8" if node.focus else "1",
            }
        case "evidence":
            return {
                "shape": "note",
                "style": "filled",
                "color": colours.evidence_line,
                "fillcolor": colours.evidence,
            }
        case "stub":
            return {"shape": "box", "style": "rounded,dashed", "color": colours.hairline}
        case _:
            good = node.side == "for"
            tint = colours.support_tint if good else colours.contrary_tint
            line = colours.support if good else colours.contrary
            return {"shape": "box", "style": "filled", "color": line, "fillcolor": tint, "penwidth": "0.6"}


def _edge(edge: Edge, colours: Palette) -> dict[str, str]:
    side = edge.side if edge.kind == "joint" else edge.kind
    drawn = {"tailport": "w", "headport": "e"}
    if edge.kind in POINTING:
        drawn["weight"] = str(BESIDE)
    if not edge.arrow:
        drawn["arrowhead"] = "none"
    match side:
        case "for":
            return drawn | {"color": colours.support}
        case "against" | "challenge":
            return drawn | {"color": colours.contrary, "style": "dashed"}
        case "through":
            return drawn | {"color": colours.hairline, "penwidth": "0.8", "minlen": "2"}
        case _:
            word = "unless" if edge.kind == "undercut" else "answered by"
            return {
                "color": colours.undercut,
                "style": "dotted",
                "label": word,
                "tailport": "w",
                "arrowhead": "tee",
            }


def _stack(graph: "Digraph", figure: Figure) -> None:
    """Set unlinked cards of a group in rows of two or three instead of one tall column."""
    touched = {key for edge in figure.edges for key in (edge.tail, edge.head)}
    groups = [c.key for c in figure.clusters] or [""]
    for group in groups:
        loose = [n.key for n in figure.nodes if n.cluster == group and n.key not in touched]
        if len(loose) < 4:
            continue
        columns = 2 if len(loose) < 12 else 3
        for first in range(0, len(loose), columns):
            row = loose[first : first + columns]
            for left, right in pairwise(row):
                graph.edge(right, left, style="invis", minlen="2")


def _label(card: Card, colours: Palette) -> str:
    """Write a card as an HTML-like label: its lines, then a line of marks and words."""
    node = card.node
    sign = "+" if node.side == "for" else "−"
    if not card.items:
        return f"<B>{sign}</B>"
    texts = [i for i in card.items if isinstance(i, TextItem)]
    body = texts[: len(card.lines)] if node.kind in ("claim", "evidence") else texts
    lines = [_styled(item) for item in body]
    if node.kind == "reason":
        lines[0] = f"<B>{sign}</B> {lines[0]}"
    rows = [_left(lines)]
    small = "  ".join(_small(card, len(body), colours))
    if small:
        rows.append(f'<FONT POINT-SIZE="{SMALL}">{small}<BR ALIGN="LEFT"/></FONT>')
    cells = "".join(f'<TR><TD ALIGN="LEFT">{row}</TD></TR>' for row in rows)
    look = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2"'
    return f"<TABLE {look}>{cells}</TABLE>"


def _small(card: Card, skip: int, colours: Palette) -> Iterator[str]:
    """Give the small print of a card in its order, broken where the card breaks it."""
    baseline: float | None = None
    for item in card.items[skip:]:
        if isinstance(item, TextItem) and card.node.kind in ("claim", "evidence"):
            broken = baseline is not None and item.y > baseline + 3
            baseline = item.y
            yield ('<BR ALIGN="LEFT"/>' if broken else "") + _styled(item)
        elif isinstance(item, MarkItem):
            yield MARKS.get(item.word, "")
        elif isinstance(item, PipsItem):
            yield "●" * item.grade + "○" * (4 - item.grade)
        elif isinstance(item, ChipItem):
            colour = colours.schools[item.chip.number % len(colours.schools)]
            stance = {"rejects": "✗", "qualifies": "~"}.get(item.chip.stance, "")
            yield f'<FONT COLOR="{colour}"><B>[{_safe(item.chip.letter)}{stance}]</B></FONT>'
    if card.tab:
        yield f"<B>{_safe(card.tab)}</B>"


def _styled(item: TextItem) -> str:
    text = _safe(item.text)
    return f"<B>{text}</B>" if item.bold else text


def _title(figure: Figure) -> str:
    lines = [f"<B>{_safe(line)}</B>" for line in wrap(figure.title, 460, 13, bold=True)]
    small = _left(_safe(line) for line in wrap(figure.subtitle, 460, BODY))
    return f'{_left(lines)}<FONT POINT-SIZE="{BODY}">{small}</FONT>'


def _left(lines: Iterable[str]) -> str:
    return "".join(f'{line}<BR ALIGN="LEFT"/>' for line in lines)


def _box(width: float, height: float, text: str) -> str:
    size = f'FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{height:.0f}"'
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" {size}><TR><TD>{text}</TD></TR></TABLE>'


def _html(text: str) -> str:
    return f"<{text}>"


def _safe(text: str) -> str:
    """Escape text for an HTML-like label or a quoted attribute."""
    return xml(text).replace("\\", "&#92;")
