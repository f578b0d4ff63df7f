"""The figures of a site, all laid out in one go."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from markupsafe import Markup

from argmap.compare import Comparison, compare_picture
from argmap.draw import Drawing, Material, draw, lay_out_together
from argmap.draw.tall import Tall
from argmap.model.errors import DrawingError
from argmap.site.addresses import Links, address
from argmap.timeline import timeline, timeline_picture
from argmap.verdict.judgement import Judgement

Key = tuple[str, str]
"""Kind of figure (``claims``, ``parts``, ``schools``) and id; ``map`` and the page it stands on."""


ROWS = 40
"""Claims in the picture of the comparison."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure ready to be set in a page."""

    svg: Markup
    outline: str
    """The same as a nested list in plain text; empty where the page itself has the list."""
    tall: Tall | None = None
    """The same with the heights at which paper may cut it, where it may be longer than a sheet."""
    id: str = ""
    """Name of the figure in its page, by which its slices show it."""


def pictures(
    material: Material, keys: Iterable[Key], links: Callable[[str], Links]
) -> dict[Key, Picture | DrawingError]:
    """Draw figures, all laid out in one go; one that cannot be drawn gives the reason in its place.

    Args:
        material: The judged map.
        keys: Which figures.
        links: Gives the way that a page links.
    """
    wanted = {key: _drawing(material, *key, links=links) for key in keys}
    drawings = {key: made for key, made in wanted.items() if isinstance(made, Drawing)}
    # one figure that cannot be laid out must not cost the others: each is tried by itself below
    with suppress(DrawingError):
        lay_out_together(drawings.values())
    return {key: _picture(made) for key, made in wanted.items()}


def comparison_picture(comparison: Comparison, links: Links) -> Picture | None:
    """Draw schools side by side on the claims on which they part; None where they never part."""
    if not any(row.parted for row in comparison.rows):
        return None
    drawn = compare_picture(
        comparison, "parted", link=lambda claim: links(address("claims", claim)), most=ROWS
    )
    return _tall(drawn, "schools_")


def dates_picture(judgement: Judgement, links: Links) -> Picture:
    """Draw events, documents and their release over time."""
    drawn = timeline_picture(timeline(judgement), link=lambda kind, key: links(address(kind, key)))
    return _tall(drawn, "dates_")


def _tall(drawn: Tall, name: str) -> Picture:
    return Picture(Markup(drawn.svg.replace("<svg ", f'<svg id="{name}" ', 1)), "", drawn, name)


def page_of(kind: str, key: str) -> str:
    """Give the page on which a figure stands."""
    return key if kind == "map" else address(kind, key)


def _picture(drawing: Drawing | DrawingError) -> Picture | DrawingError:
    if isinstance(drawing, DrawingError):
        return drawing
    try:
        return Picture(Markup(drawing.svg()), drawing.outline)  # the drawing escaped every text itself
    except DrawingError as reason:
        return reason


def _drawing(
    material: Material, kind: str, key: str, links: Callable[[str], Links]
) -> Drawing | DrawingError:
    to = links(page_of(kind, key))

    def link(record: str, target: str) -> str:
        return to(address(record, target))

    try:
        match kind:
            case "claims":
                return draw(material, claim=key, depth=1, link=link)
            case "parts":
                return draw(material, part=key, link=link)
            case "schools":
                return draw(material, school=key, link=link)
            case _:
                return draw(material, link=link)
    except DrawingError as reason:
        return reason
