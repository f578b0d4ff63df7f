"""Nodes and links as SVG."""

import math
from collections.abc import Sequence
from html import escape

from argmap.draw.card import (
    CHIP,
    CORNER,
    CROSS,
    DISC,
    MARK,
    PIP,
    SMALL,
    TAB,
    Card,
    ChipItem,
    MarkItem,
    PipsItem,
    TextItem,
    elsewhere,
)
from argmap.draw.curves import WORDS
from argmap.draw.figure import Chip, Edge, Node
from argmap.draw.font import OTHERS, is_covered, runs, text_width
from argmap.draw.layout import Curve, Point
from argmap.draw.marks import crossed, number, pips, sign, verdict_colour, verdict_mark
from argmap.draw.palette import Palette
from argmap.draw.words import named
from argmap.draw.wrap import xml

SIGN = 6.0
"""Radius of the sign on a link."""
ARROW = 7.0


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    fill: str,
    *,
    bold: bool = False,
    anchor: str = "start",
) -> str:
    """Write one line; its length is fixed, so that it fits in whichever font it is shown."""
    weight = ' font-weight="bold"' if bold else ""
    look = f'font-size="{number(size)}"{weight} fill="{fill}"'
    place = f' text-anchor="{anchor}"' if anchor != "start" else ""
    if is_covered(words):
        inside, length = xml(words), _length(words, size, bold)
    else:
        inside, place, length = _spans(words, x, size, bold, anchor), "", ""
    return f'<text x="{number(x)}" y="{number(y)}" {look}{place}{length}>{inside}</text>'


def _length(words: str, size: float, bold: bool) -> str:
    if len(words) < 3:
        return ""
    return f' textLength="{number(text_width(words, size, bold))}" lengthAdjust="spacingAndGlyphs"'


def _spans(words: str, x: float, size: float, bold: bool, anchor: str) -> str:
    """Write a line in several scripts, each run in its place and in a font that has it."""
    if anchor == "middle":
        x -= text_width(words, size, bold) / 2
    spans = []
    for run, covered in runs(words):
        font = _length(run, size, bold) if covered else f' font-family="{xml(OTHERS)}"'
        spans.append(f'<tspan x="{number(x)}"{font} xml:space="preserve">{escape(run)}</tspan>')
        x += text_width(run, size, bold)
    return "".join(spans)


def node_svg(card: Card, centre: Point, colours: Palette, bearing: str = "") -> str:
    """Paint one node where the layout put it; ``bearing`` says how it is linked."""
    node = card.node
    x, y = centre[0] - card.width / 2, centre[1] - card.height / 2
    body = [_frame(card, x, y, colours)]
    body += [_item(item, x, y, card, colours) for item in card.items]
    told = " ".join(part for part in (spoken(node), f"({bearing})" if bearing else "") if part)
    tip = f"{told} Not shown: {named(node.hides)}" if node.hides else told
    hidden = f'<g aria-hidden="true">{"".join(body)}</g>'
    address = node.href or (node.onward if node.kind == "stub" else "")
    if address:
        hidden = f'<a href="{xml(address)}" aria-label="{xml(told)}">{hidden}</a>'
    tab = _tab(card, x, y, colours) if card.tab else ""
    return (
        f'<g class="{_classes(node)}" role="listitem" aria-label="{xml(told)}">'
        f"<title>{xml(tip)}</title>{hidden}{tab}</g>"
    )


def spoken(node: Node) -> str:
    """Say a node in words, as a screen reader or a tooltip tells it."""
    kind = {"claim": "Claim", "evidence": "Evidence", "reason": "Reason", "stub": "Not shown"}
    name = kind[node.kind] if node.kind != "reason" else f"Reason {node.side}"
    said = [f"{name} {node.ref}".strip() + ":", node.head, node.text]
    said += [f"[{ruling}]" for ruling in node.rulings if str(ruling)]
    said += [", ".join(node.facts), ", ".join(str(chip) for chip in node.chips)]
    if node.more:
        where = elsewhere(node) or node.told
        said.append(f"(+{node.more:,} more not shown here{': ' if where else ''}{where})")
    elif node.sheets:
        said.append(f"({elsewhere(node)})")
    return " ".join(part for part in said if part)


def _classes(node: Node) -> str:
    said = ["node", node.kind]
    if node.kind == "reason":
        said.append(node.side)
    if node.focus:
        said.append("focus")
    if node.rulings and node.rulings[0].word:
        said.append(node.rulings[0].word)
    return " ".join(said)


def _frame(card: Card, x: float, y: float, colours: Palette) -> str:
    node = card.node
    match node.kind:
        case "claim":
            fill = colours.claim if node.stands else colours.fallen
            if node.focus:
                return _rect(x, y, card, 7, colours.focus, colours.ink, 1.8)
            return _rect(x, y, card, 7, fill, colours.hairline, 1)
        case "evidence":
            return _note(x, y, card, colours)
        case "stub":
            return _rect(x, y, card, 9, "none", colours.hairline, 0.9, ' stroke-dasharray="2 2.5"')
        case _:
            return _reason(x, y, card, colours)


def _rect(
    x: float, y: float, card: Card, r: float, fill: str, stroke: str, width: float, more: str = ""
) -> str:
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(card.width)}"'
        f' height="{number(card.height)}" rx="{number(r)}" fill="{fill}" stroke="{stroke}"'
        f' stroke-width="{number(width)}"{more}/>'
    )


def _note(x: float, y: float, card: Card, colours: Palette) -> str:
    right, bottom, fold = x + card.width, y + card.height, CORNER
    outline = [(x, y), (right - fold, y), (right, y + fold), (right, bottom), (x, bottom)]
    points = " ".join(f"{number(a)},{number(b)}" for a, b in outline)
    ear = f"{number(right - fold)},{number(y)} {number(right - fold)},{number(y + fold)}"
    ear += f" {number(right)},{number(y + fold)}"
    look = f'stroke="{colours.evidence_line}" stroke-width="0.9" stroke-linejoin="round"'
    return (
        f'<polygon points="{points}" fill="{colours.evidence}" {look}/>'
        f'<polyline points="{ear}" fill="none" {look}/>'
    )


def _reason(x: float, y: float, card: Card, colours: Palette) -> str:
    good = card.node.side == "for"
    line = colours.support if good else colours.contrary
    tint = colours.support_tint if good else colours.contrary_tint
    middle = y + card.height / 2
    if not card.items:
        return sign(card.node.side, x + DISC / 2, middle, DISC / 2, line)
    dashes = "" if good else ' stroke-dasharray="4 2.5"'
    box = _rect(x, y, card, 3, tint, line, 0.7, dashes)
    return box + sign(card.node.side, x, middle, SIGN, line)


def _item(
    item: TextItem | MarkItem | PipsItem | ChipItem,
    x: float,
    y: float,
    card: Card,
    colours: Palette,
) -> str:
    if isinstance(item, TextItem):
        fill = _ink(item, card.node, colours)
        return text(x + item.x, y + item.y, item.text, item.size, fill, bold=item.bold)
    if isinstance(item, MarkItem):
        return verdict_mark(item.word, x + item.x, y + item.y, MARK, colours)
    if isinstance(item, PipsItem):
        return pips(item.grade, x + item.x, y + item.y, PIP, colours)
    return chip_svg(item.chip, x + item.x, y + item.y, item.width, colours)


def _ink(item: TextItem, node: Node, colours: Palette) -> str:
    if item.role == "side":
        return colours.support if node.side == "for" else colours.contrary
    if item.role == "muted":
        return colours.muted
    words = {ruling.word for ruling in node.rulings if ruling.word}
    word = item.text.split(",")[0]
    if node.kind == "claim" and item.bold and word in words and item.size == SMALL:
        return verdict_colour(word, colours)
    return colours.ink


def chip_svg(chip: Chip, x: float, y: float, width: float, colours: Palette) -> str:
    """Paint a school's chip: filled for holds, dashed for qualifies, with a cross for rejects."""
    colour = colours.muted
    if chip.number >= 0:
        colour = colours.schools[chip.number % len(colours.schools)]
    filled = chip.stance == "holds"
    dashes = ' stroke-dasharray="2 1.6"' if chip.stance == "qualifies" else ""
    shape = (
        f'<rect x="{number(x + 0.5)}" y="{number(y + 0.5)}" width="{number(width - 1)}"'
        f' height="{number(CHIP - 1)}" rx="2.5" fill="{colour if filled else "#FFFFFF"}"'
        f' stroke="{colour}" stroke-width="1"{dashes}/>'
    )
    ink = "#FFFFFF" if filled else colour
    cross = CROSS if chip.stance == "rejects" and chip.letter.strip() else 0.0
    letter = ""
    if chip.letter.strip():
        base, middle = y + CHIP / 2 + 3.2, x + (width - cross) / 2 + cross / 8
        letter = text(middle, base, chip.letter, SMALL, ink, bold=True, anchor="middle")
    if chip.stance == "rejects":
        right = x + width - (4.5 if cross else CHIP / 2 - 2.5)
        letter += crossed(right - 5, y + CHIP / 2 - 2.5, 5, colour)
    return f'<g class="chip {chip.stance}"><title>{xml(str(chip))}</title>{shape}{letter}</g>'


def _tab(card: Card, x: float, y: float, colours: Palette) -> str:
    width = text_width(card.tab, SMALL) + 12
    left, top = x + card.width - width - 9, y + card.height - TAB / 2
    shape = (
        f'<rect x="{number(left)}" y="{number(top)}" width="{number(width)}" height="{number(TAB)}"'
        f' rx="{number(TAB / 2)}" fill="#FFFFFF" stroke="{colours.hairline}" stroke-width="0.8"/>'
    )
    onward = card.node.onward
    colour = colours.ink if onward else colours.muted
    drawn = shape + text(left + width / 2, top + TAB / 2 + 3.2, card.tab, SMALL, colour, anchor="middle")
    drawn = f'<g aria-hidden="true">{drawn}</g>'
    return f'<a href="{xml(onward)}" aria-label="{xml(card.tab)}">{drawn}</a>' if onward else drawn


def edge_svg(edge: Edge, curve: Curve, told: str, colours: Palette) -> str:
    """Paint one link: its line, then its arrowhead, or its bar and word."""
    colour, look = line_look(edge.kind, edge.side, colours)
    points = list(curve.points)
    tip = points[-1]
    dx, dy = _direction(points[-2], tip)
    head = ""
    if edge.kind in WORDS:
        head = _bar(tip, dx, dy, colour)
    elif edge.arrow:
        head = _arrow(tip, dx, dy, colour)
        points[-1] = (tip[0] - (ARROW - 1.5) * dx, tip[1] - (ARROW - 1.5) * dy)
    line = f'<path d="{_path(points)}" fill="none" stroke="{colour}" {look}/>'
    word = _word(WORDS[edge.kind], curve.label, colour) if curve.label else ""
    return f'<g class="edge {edge.kind}" aria-hidden="true"><title>{xml(told)}</title>{line}{head}{word}</g>'


def line_look(kind: str, side: str, colours: Palette) -> tuple[str, str]:
    """Choose the colour and the stroke of a link."""
    if kind == "joint":
        kind = side
    match kind:
        case "for":
            return colours.support, 'stroke-width="1.4"'
        case "against" | "challenge":
            return colours.contrary, 'stroke-width="1.4" stroke-dasharray="5.5 3"'
        case "through":
            return colours.hairline, 'stroke-width="0.9"'
        case _:
            return colours.undercut, ('stroke-width="1.7" stroke-dasharray="0.1 3.6" stroke-linecap="round"')


def _path(points: Sequence[Point]) -> str:
    start, rest = points[0], points[1:]
    curve = " ".join(f"{number(x)},{number(y)}" for x, y in rest)
    return f"M{number(start[0])},{number(start[1])}C{curve}" if rest else ""


def _direction(start: Point, end: Point) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    return (dx / length, dy / length) if length else (-1.0, 0.0)


def _arrow(tip: Point, dx: float, dy: float, colour: str) -> str:
    bx, by = tip[0] - ARROW * dx, tip[1] - ARROW * dy
    corners = [tip, (bx - 3.2 * dy, by + 3.2 * dx), (bx + 3.2 * dy, by - 3.2 * dx)]
    points = " ".join(f"{number(x)},{number(y)}" for x, y in corners)
    return f'<polygon points="{points}" fill="{colour}"/>'


def _bar(tip: Point, dx: float, dy: float, colour: str) -> str:
    x, y = tip[0] - 1.2 * dx, tip[1] - 1.2 * dy
    return (
        f'<line x1="{number(x - 4.5 * dy)}" y1="{number(y + 4.5 * dx)}"'
        f' x2="{number(x + 4.5 * dy)}" y2="{number(y - 4.5 * dx)}" stroke="{colour}"'
        ' stroke-width="2" stroke-linecap="round"/>'
    )


def _word(word: str, centre: Point, colour: str) -> str:
    width = text_width(word, SMALL) + 6
    halo = (
        f'<rect x="{number(centre[0] - width / 2)}" y="{number(centre[1] - 6.5)}" rx="3"'
        f' width="{number(width)}" height="13" fill="#FFFFFF"/>'
    )
    return halo + text(centre[0], centre[1] + 3.2, word, SMALL, colour, anchor="middle")
