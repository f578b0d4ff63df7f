"""The few shapes that our figures are made of, as the operators of a PDF page.

After ISO 32000-1, sections 8 and 9; it reads no other SVG than ours.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from argmap.draw.font import glyphs, hangul_glyphs, runs, text_width

_SVG = "{http://www.w3.org/2000/svg}"
_ROUND = 0.5523
"""How far the control points of a quarter circle stand off, in radii."""

Face = tuple[bool, bool]
"""One of our fonts: whether it is the first choice or that for Korean, and whether it is bold."""
FACES: dict[Face, str] = {(True, False): "F1", (True, True): "F2", (False, False): "F3", (False, True): "F4"}
"""Our fonts, and their names on a page."""


class Page:
    """Collects what is drawn on the page, and the links on it."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.out: list[str] = []
        self.links: list[tuple[str, list[float]]] = []
        self.used: dict[Face, set[str]] = {face: set() for face in FACES}
        self._boxes: list[list[float]] = []

    def draw(self, element: Element, dx: float, dy: float) -> None:
        """Draw an element and what is in it."""
        tag = element.tag.removeprefix(_SVG)
        if found := re.fullmatch(r"translate\((\S+) (\S+)\)", element.get("transform", "")):
            dx, dy = dx + float(found[1]), dy + float(found[2])
        if tag in ("title", "desc"):
            return
        if tag == "a":
            self._boxes.append([])
        if tag == "text":
            self._text(element, dx, dy)
        elif tag in _SHAPES:
            self._shape(element, list(_SHAPES[tag](element)), dx, dy)
        for child in element:
            self.draw(child, dx, dy)
        if tag == "a":
            points = self._boxes.pop()
            xs, ys = points[::2], points[1::2]
            if xs:
                self.links.append((element.get("href", ""), [min(xs), min(ys), max(xs), max(ys)]))

    def _shape(self, element: Element, steps: list[tuple[str, list[float]]], dx: float, dy: float) -> None:
        fill, stroke = element.get("fill", "none"), element.get("stroke", "none")
        drawn = ["q"]
        if fill != "none":
            drawn.append(f"{_colour(fill)} rg")
        if stroke != "none":
            drawn.append(f"{_colour(stroke)} RG {element.get('stroke-width', '1')} w")
            drawn.append(f"{1 if element.get('stroke-linecap') == 'round' else 0} J")
            drawn.append(f"{1 if element.get('stroke-linejoin') == 'round' else 0} j")
            if dashes := element.get("stroke-dasharray"):
                drawn.append(f"[{dashes}] 0 d")
        for operator, points in steps:
            placed = [p + dx if i % 2 == 0 else self.height - p - dy for i, p in enumerate(points)]
            for box in self._boxes:
                box.extend(placed)
            drawn.append(" ".join([*map(pdf_number, placed), operator]))
        paint = {(False, False): "n", (True, False): "f", (False, True): "S", (True, True): "B"}
        self.out.append(" ".join([*drawn, paint[fill != "none", stroke != "none"], "Q"]))

    def _text(self, element: Element, dx: float, dy: float) -> None:
        for part in (element, *element):
            if part.text:
                self._line(part, part.text, element, dx, dy)

    def _line(self, part: Element, words: str, element: Element, dx: float, dy: float) -> None:
        size, bold = float(element.get("font-size", "10")), element.get("font-weight") == "bold"
        x, y = float(part.get("x", "0")) + dx, self.height - float(element.get("y", "0")) - dy
        if part.get("text-anchor") == "middle":
            x -= text_width(words, size, bold) / 2
        colour = _colour(element.get("fill", "#000000"))
        for run, covered in runs(words):
            font: Face = (covered, bold)
            table = face_glyphs(font)
            self.used[font].update(run)
            codes = "".join(f"{table.get(c, 0):04X}" for c in run)
            at = f"{pdf_number(x)} {pdf_number(y)}"
            self.out.append(f"BT {colour} rg /{FACES[font]} {pdf_number(size)} Tf {at} Td <{codes}> Tj ET")
            x += text_width(run, size, bold)


def face_glyphs(face: Face) -> dict[str, int]:
    """Give the number of the glyph for each character of one of our fonts."""
    covered, bold = face
    return glyphs(bold) if covered else hangul_glyphs(bold)


def pdf_number(value: float) -> str:
    """Write a number as PDF does."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _colour(text: str) -> str:
    return " ".join(pdf_number(int(text[i : i + 2], 16) / 255) for i in (1, 3, 5))


def _floats(text: str) -> list[float]:
    return [float(part) for part in re.findall(r"-?[\d.]+", text)]


def _of(element: Element, *names: str) -> list[float]:
    return [float(element.get(name, "0")) for name in names]


def _rect(element: Element) -> Iterator[tuple[str, list[float]]]:
    x, y, w, h, r = _of(element, "x", "y", "width", "height", "rx")
    r = min(r, w / 2, h / 2)
    k = r * (1 - _ROUND)
    yield "m", [x + r, y]
    yield "l", [x + w - r, y]
    yield "c", [x + w - k, y, x + w, y + k, x + w, y + r]
    yield "l", [x + w, y + h - r]
    yield "c", [x + w, y + h - k, x + w - k, y + h, x + w - r, y + h]
    yield "l", [x + r, y + h]
    yield "c", [x + k, y + h, x, y + h - k, x, y + h - r]
    yield "l", [x, y + r]
    yield "c", [x, y + k, x + k, y, x + r, y]
    yield "h", []


def _circle(element: Element) -> Iterator[tuple[str, list[float]]]:
    x, y, r = _of(element, "cx", "cy", "r")
    k = r * _ROUND
    yield "m", [x + r, y]
    yield "c", [x + r, y + k, x + k, y + r, x, y + r]
    yield "c", [x - k, y + r, x - r, y + k, x - r, y]
    yield "c", [x - r, y - k, x - k, y - r, x, y - r]
    yield "c", [x + k, y - r, x + r, y - k, x + r, y]
    yield "h", []


def _line(element: Element) -> Iterator[tuple[str, list[float]]]:
    yield "m", _of(element, "x1", "y1")
    yield "l", _of(element, "x2", "y2")


def _polyline(element: Element) -> Iterator[tuple[str, list[float]]]:
    points = _floats(element.get("points", ""))
    for i in range(0, len(points), 2):
        yield "l" if i else "m", points[i : i + 2]


def _polygon(element: Element) -> Iterator[tuple[str, list[float]]]:
    yield from _polyline(element)
    yield "h", []


def _path(element: Element) -> Iterator[tuple[str, list[float]]]:
    for command, rest in re.findall(r"([MLCZ])([^MLCZ]*)", element.get("d", "")):
        points = _floats(rest)
        if command == "Z":
            yield "h", []
        size = 6 if command == "C" else 2
        for i in range(0, len(points), size):
            yield command.lower(), points[i : i + size]


_SHAPES = {
    "rect": _rect,
    "circle": _circle,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
    "path": _path,
}
