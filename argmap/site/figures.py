"""The figures of a site, all laid out in one go."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from argmap.draw import Drawing, Material, draw, lay_out_together
from argmap.model.errors import DrawingError
from argmap.model.project import Project
from argmap.site.addresses import address, relative
from argmap.verdict.judgement import Judgement

Key = tuple[str, str]
"""Kind of figure (``map``, ``claims``, ``parts``, ``schools``) and id."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure ready to be set in a page."""

    svg: str
    outline: str
    """The same as a nested list in plain text."""


def pictures(judgement: Judgement) -> Mapping[Key, Picture | DrawingError]:
    """Draw every figure of a site; a figure that cannot be drawn gives the reason in its place."""
    wanted = dict(_wanted(judgement))
    drawn: dict[Key, Picture | DrawingError] = {
        key: made for key, made in wanted.items() if isinstance(made, DrawingError)
    }
    drawings = {key: made for key, made in wanted.items() if isinstance(made, Drawing)}
    # one figure that cannot be laid out must not cost the others: each is tried by itself below
    with suppress(DrawingError):
        lay_out_together(drawings.values())
    return drawn | {key: _picture(made) for key, made in drawings.items()}


def of_kind(drawn: Mapping[Key, Picture | DrawingError], kind: str) -> dict[str, Picture | DrawingError]:
    """Give the figures of one kind, by id."""
    return {key: picture for (of, key), picture in drawn.items() if of == kind}


def _picture(drawing: Drawing) -> Picture | DrawingError:
    try:
        return Picture(drawing.svg(), drawing.outline)
    except DrawingError as reason:
        return reason


def _wanted(judgement: Judgement) -> list[tuple[Key, Drawing | DrawingError]]:
    project: Project = judgement.project
    material = Material(judgement)
    spoken = {school for school, _ in material.stances}
    parts = sorted({claim.part for claim in project.claims.values() if claim.part is not None})
    keys: list[Key] = [
        ("map", ""),
        *(("parts", part) for part in parts),
        *(("schools", school) for school in project.schools if school in spoken),
        *(("claims", claim) for claim in project.claims),
    ]
    return [(key, _drawing(material, *key)) for key in keys]


PAGES = {"map": "index.html", "parts": "outline.html", "schools": "schools.html"}
"""Kind of figure to the page it stands on; a claim's stands on the claim's own."""


def _drawing(material: Material, kind: str, key: str) -> Drawing | DrawingError:
    here = PAGES.get(kind) or address("claims", key)

    def link(record: str, target: str) -> str:
        return relative(here, address(record, target))

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
