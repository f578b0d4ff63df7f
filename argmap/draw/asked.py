"""What a drawing is asked to show, and how its figure is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from argmap.draw.claim_figure import claim_figure
from argmap.draw.document_figure import document_figure
from argmap.draw.figure import Figure
from argmap.draw.map_figure import map_figure
from argmap.draw.part_figure import part_figure
from argmap.draw.school_figure import school_figure
from argmap.draw.schools_figure import schools_figure
from argmap.draw.sketch import Material
from argmap.model.errors import DrawingError, UnknownIdError
from argmap.model.project import Project

LIMITS = (20, 18, 16, 14, 12, 10, 8, 6, 5, 4, 3)
"""How many records a figure shows at most, tried in turn."""

ENOUGH = 8
"""Rather than fewer records than this at some depth, a claim's figure shows those one step away."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to draw."""

    kind: str = "map"
    """``map``, ``claim``, ``part``, ``school``, ``schools`` or ``document``."""
    names: tuple[str, ...] = ()
    depth: int = 2
    """Steps from a claim."""
    but: frozenset[int] = frozenset()
    """What other sheets show: arguments of a claim's figure, records of all others."""

    def figure(self, material: Material, limit: int = LIMITS[0], depth: int | None = None) -> Figure:
        """Make the figure, with so many records at most.

        Raises:
            UnknownIdError: If there is no such thing.
            UnknownNameError: If there is no such part.
        """
        match self.kind:
            case "claim":
                return claim_figure(material, self.names[0], depth or self.depth, limit, self.but)
            case "part":
                return part_figure(material, self.names[0], limit, self.but)
            case "school":
                return school_figure(material, self.names[0], limit=min(limit, LIMITS[1]), but=self.but)
            case "schools":
                one, other = self.names
                return schools_figure(material, (one, other), limit=limit, but=self.but)
            case "document":
                return document_figure(material, self.names[0], limit, self.but)
            case _:
                return map_figure(material, limit)

    def smaller(self, material: Material) -> Iterator[partial[Figure]]:
        """Give makers of the same figure with less and less in it."""
        deep = self.kind == "claim" and self.depth > 1
        for limit in LIMITS[1:]:
            if not deep or limit >= ENOUGH:
                yield partial(self.figure, material, limit)
        if deep:
            for limit in LIMITS:
                yield partial(self.figure, material, limit, 1)


def asked_for(
    project: Project,
    *,
    claim: str | None = None,
    part: str | None = None,
    school: str | tuple[str, ...] | None = None,
    document: str | None = None,
    depth: int = 2,
) -> Asked:
    """Work out what is asked for.

    Args:
        project: The argument.
        claim: Id of a claim; or of anything else that can be drawn, or the name of a part.
        part: Name of a part.
        school: One school, or two to be set side by side.
        document: Id of a source or of evidence, or the name of a document.
        depth: Steps from a claim.

    Raises:
        DrawingError: If more than one thing is asked for, or more than two schools.
        UnknownIdError: If an id is that of nothing that can be drawn.
    """
    schools = (school,) if isinstance(school, str) else tuple(dict.fromkeys(school or ()))
    if sum((claim is not None, part is not None, bool(schools), document is not None)) > 1:
        raise DrawingError("draw one thing at a time: a claim, a part, a document, or one or two schools")
    if len(schools) > 2:
        raise DrawingError(
            f"at most two schools stand side by side, not {len(schools)}; see 'argmap compare'"
        )
    if part is not None:
        return Asked("part", (part,))
    if document is not None:
        return Asked("document", (document,))
    if schools:
        return Asked("school" if len(schools) == 1 else "schools", schools)
    return Asked() if claim is None else _detected(project, claim, depth)


def _detected(project: Project, name: str, depth: int) -> Asked:
    if name in project.claims:
        return Asked("claim", (name,), depth)
    if name in project.schools:
        return Asked("school", (name,))
    documents = {item.document for item in project.evidence.values() if item.document}
    if name in project.evidence or name in project.sources or name in documents:
        return Asked("document", (name,))
    parts = {c.part for c in project.claims.values() if c.part} | set(project.settings.parts)
    if name in parts:
        return Asked("part", (name,))
    drawn = (*project.claims, *project.evidence, *project.sources, *project.schools, *documents, *parts)
    raise UnknownIdError("claim", name, drawn)
