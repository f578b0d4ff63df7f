"""Where everything in a figure stands, in points, y downwards."""

from dataclasses import dataclass, field

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Curve:
    """The way of one link: a start and Bézier triples; its last point is the tip."""

    points: tuple[Point, ...]
    label: Point | None = None
    """Centre of its word, if it has one."""


@dataclass(slots=True)
class Layout:
    """Positions: nodes by their centres, links in the order of the figure, groups as boxes."""

    nodes: dict[str, Point] = field(default_factory=dict)
    curves: list[Curve] = field(default_factory=list)
    clusters: dict[str, Box] = field(default_factory=dict)
