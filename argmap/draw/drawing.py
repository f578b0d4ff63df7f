"""Drawings: a figure on its way to DOT, SVG, PNG, PDF or text."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from argmap.draw.asked import Asked, asked_for
from argmap.draw.board import board
from argmap.draw.card import BODY, Card, card_of
from argmap.draw.curves import apart
from argmap.draw.dot import dot_source, skeleton
from argmap.draw.engine import Ranking, guard, rank
from argmap.draw.figure import Figure, Href
from argmap.draw.frame import frame_of
from argmap.draw.layered import layered
from argmap.draw.layout import Layout
from argmap.draw.outline import outline
from argmap.draw.packing import page_scale
from argmap.draw.palette import palette as named_palette
from argmap.draw.raster import pdf, png
from argmap.draw.sheets import referred, split
from argmap.draw.sketch import Material
from argmap.draw.svg import svg_document
from argmap.files.atomic import write_bytes
from argmap.model.errors import DrawingError
from argmap.verdict.judgement import Judgement

SMALLEST = 6.0
"""Smallest type of a card's text, in points, on a page of A4."""
SUFFIXES = (".svg", ".png", ".pdf", ".gv", ".dot", ".txt")


class Drawing:
    """One figure, drawn when it is asked for; in a notebook it shows itself."""

    def __init__(
        self,
        figure: Figure,
        *,
        palette: str = "colour",
        engine: str | None = None,
        smaller: Iterable[Callable[[], Figure]] = (),
        fit: bool = False,
    ) -> None:
        """Take a figure.

        Args:
            figure: What to draw.
            palette: ``colour`` or ``mono``.
            engine: Layout engine; see ``engine.rank``.
            smaller: Makers of figures that show less, tried in turn while the type on a page of
                A4 would be smaller than ``SMALLEST``.
            fit: Whether it has to fit on a page of A4 in type no smaller than that; it is then set
                on such a page.

        Raises:
            DrawingError: If the figure has more links than a layout can serve.
            UnknownNameError: If there is no such palette.
        """
        guard(len(figure.nodes), len(figure.edges))
        self.engine = engine
        self._colours = named_palette(palette)
        self._smaller = iter(smaller)
        self._fit = fit
        self._figure = figure
        self._cards = _cards(figure)
        self._layout: Layout | None = None

    def __repr__(self) -> str:
        return f"<Drawing of {self._figure.title!r}>"

    @property
    def figure(self) -> Figure:
        """What is drawn."""
        self.layout  # noqa: B018  # settles how much the figure shows
        return self._figure

    @property
    def layout(self) -> Layout:
        """Where everything stands.

        Raises:
            DrawingError: If the layout engine is missing, fails or takes too long.
        """
        while self._layout is None:
            self.arrange(rank([self.skeleton()], self.engine)[0] if self.needs_engine else None)
        return self._layout

    @property
    def needs_engine(self) -> bool:
        """Whether Graphviz has still to rank the figure: overviews stand on a board instead."""
        return self._layout is None and bool(self._figure.edges) and not self._figure.clusters

    def arrange(self, ranking: Ranking | None = None) -> None:
        """Place everything; where the type would be too small, take the next smaller figure."""
        if self._figure.clusters:
            placed = board(self._figure, self._cards)
        else:
            placed = layered(self._figure, self._cards, ranking or Ranking({}, {}))
        placed.curves = apart(self._figure.edges, placed.curves)
        make = next(self._smaller, None) if self._type(placed) < SMALLEST else None
        if make is not None:
            self._figure = make()
            self._cards = _cards(self._figure)
        else:
            self._layout = placed

    @property
    def type_on_a4(self) -> float:
        """Size in points of a card's text when the figure fills a page of A4, turned or not."""
        return self._type(self.layout)

    def _type(self, placed: Layout) -> float:
        frame = frame_of(self._figure, self._cards, placed)
        return BODY * page_scale(frame.width, frame.height)

    @property
    def arranged(self) -> bool:
        """Whether everything has its place."""
        return self._layout is not None

    def skeleton(self) -> str:
        """Give what the engine ranks: sizes and links, no words."""
        return skeleton(self._figure, self._cards)

    @property
    def dot(self) -> str:
        """The figure in the language of Graphviz."""
        return dot_source(self.figure, self._cards, self._colours)

    @property
    def outline(self) -> str:
        """The figure as a nested list in plain text."""
        return outline(self.figure)

    def svg(self) -> str:
        """Give the figure as SVG.

        Raises:
            DrawingError: If the layout engine is missing, fails or takes too long, or the figure
                has to fit on a page and does not.
        """
        if self._fit and self.type_on_a4 < SMALLEST:
            raise DrawingError(
                f"on A4 the type of this figure would be {self.type_on_a4:.1f} pt, smaller than "
                f"{SMALLEST:.0f}; draw it with --split, or less of it"
            )
        return svg_document(self.figure, self._cards, self.layout, self._colours, on_page=self._fit)

    def png(self, scale: float = 2.0) -> bytes:
        """Give the figure as PNG; ``scale`` is pixels per CSS pixel.

        Raises:
            DrawingError: If the layout or the rasteriser fails.
        """
        return png(self.svg(), scale)

    def pdf(self) -> bytes:
        """Give the figure as PDF.

        Raises:
            DrawingError: If the layout fails, or our font lacks a character and there is no
                Graphviz on this system to make up for it.
        """
        return pdf(self.svg(), lambda: self.dot)

    def write(self, path: str | Path) -> Path:
        """Write the figure to a file, in the format of its suffix, wholly or not at all.

        Raises:
            DrawingError: If the suffix names no format of ours, or the figure cannot be drawn.
            UnreadableError: If the file cannot be written.
        """
        target = Path(path)
        if target.suffix.lower() not in SUFFIXES:
            known = ", ".join(SUFFIXES)
            raise DrawingError(f"no figure format '{target.suffix}'; a file may end in {known}")
        write_bytes(target, self.encode(target.suffix[1:].lower()))
        return target

    def encode(self, form: str) -> bytes:
        """Give the figure as bytes.

        Args:
            form: ``svg``, ``png``, ``pdf``, ``dot`` (or ``gv``) or ``txt``.

        Raises:
            DrawingError: If there is no such format, or the figure cannot be drawn.
        """
        match form:
            case "svg":
                return self.svg().encode("utf-8")
            case "png":
                return self.png()
            case "pdf":
                return self.pdf()
            case "gv" | "dot":
                return self.dot.encode("utf-8")
            case "txt":
                return self.outline.encode("utf-8")
            case _:
                raise DrawingError(f"no figure format '{form}'")

    def _repr_svg_(self) -> str:
        return self.svg()


def draw(
    judgement: Judgement | Material,
    *,
    claim: str | None = None,
    part: str | None = None,
    school: str | tuple[str, ...] | None = None,
    document: str | None = None,
    depth: int = 2,
    palette: str = "colour",
    link: Href | None = None,
    engine: str | None = None,
    fit: bool = False,
) -> Drawing:
    """Draw a claim with its support, a part, one or two schools, a document, or the whole map.

    Args:
        judgement: The argument with its verdicts; as ``Material`` where many figures follow.
        claim: Id of a claim to draw with what bears on it; or of anything else that can be drawn.
        part: Name of a part of the manuscript.
        school: Id of a school; two ids set both side by side.
        document: Id of a source or of evidence, or the name of a document, to draw with what rests on it.
        depth: Steps from the claim.
        palette: ``colour``, or ``mono`` for print: every meaning by shape, dash and mark.
        link: Gives the address of a record's page by kind (``claims``, ``evidence``) and id.
        engine: ``None`` for our own layout engine, ``"dot"`` for the system's.
        fit: Whether the figure has to fit on a page of A4 in readable type.

    Raises:
        DrawingError: If more than one thing is asked for.
        UnknownIdError: If there is no such thing.
        UnknownNameError: If there is no such part or palette.
    """
    material = judgement if isinstance(judgement, Material) else Material(judgement)
    asked = asked_for(material.project, claim=claim, part=part, school=school, document=document, depth=depth)
    return _drawing(material, asked, palette=palette, link=link, engine=engine, fit=fit)


def draw_sheets(
    judgement: Judgement | Material,
    asked: Asked,
    address: Callable[[int], str],
    *,
    palette: str = "colour",
    engine: str | None = None,
    fit: bool = False,
) -> list[Drawing]:
    """Draw something as several sheets, so that what one leaves out stands on another.

    Args:
        judgement: The argument with its verdicts.
        asked: What to draw; see ``asked_for``.
        address: Where a sheet is to be found, by its number from 1.
        palette: ``colour`` or ``mono``.
        engine: As of ``draw``.
        fit: As of ``draw``.

    Raises:
        DrawingError: If there are more sheets than anybody would read, or one does not fit.
        UnknownIdError: If there is no such thing.
        UnknownNameError: If there is no such part or palette.
    """
    material = judgement if isinstance(judgement, Material) else Material(judgement)

    def lay_out(several: Sequence[Asked]) -> list[Figure]:
        drawings = [_drawing(material, one, palette=palette, link=None, engine=engine) for one in several]
        lay_out_together(drawings)
        return [drawing.figure for drawing in drawings]

    sheets = split(material, asked, lay_out)
    figures = [referred(material, sheets, i, address) for i in range(1, len(sheets) + 1)]
    drawings = [Drawing(figure, palette=palette, engine=engine, fit=fit) for figure in figures]
    lay_out_together(drawings)
    return drawings


def _drawing(
    material: Material,
    asked: Asked,
    *,
    palette: str,
    link: Href | None,
    engine: str | None,
    fit: bool = False,
) -> Drawing:
    smaller = (lambda make=make: make().linked(link) for make in asked.smaller(material))
    figure = asked.figure(material).linked(link)
    return Drawing(figure, palette=palette, engine=engine, smaller=smaller, fit=fit)


def lay_out_together(drawings: Iterable[Drawing]) -> None:
    """Lay out many drawings in one process of the engine, not one by one.

    Raises:
        DrawingError: If the layout engine is missing, fails or takes too long.
    """
    waiting = list(drawings)
    while waiting:
        by_engine: dict[str | None, list[Drawing]] = {}
        for drawing in waiting:
            if drawing.needs_engine:
                by_engine.setdefault(drawing.engine, []).append(drawing)
            elif not drawing.arranged:
                drawing.arrange()
        for engine, group in by_engine.items():
            rankings = rank([drawing.skeleton() for drawing in group], engine)
            for drawing, ranking in zip(group, rankings, strict=True):
                drawing.arrange(ranking)
        waiting = [drawing for drawing in waiting if not drawing.arranged]


def _cards(figure: Figure) -> dict[str, Card]:
    return {node.key: card_of(node) for node in figure.nodes}
