"""Two schools side by side: what each holds alone, their cruxes between them, what both hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.draw.figure import Figure
from argmap.draw.reach import above
from argmap.draw.sketch import Material, Sketch
from argmap.draw.words import counted
from argmap.verdict.audience import Audience
from argmap.verdict.judgement import judge

LIMIT = 20
WEST, MIDDLE, EAST = 0, 1, 2


def schools_figure(
    material: Material,
    schools: tuple[str, str],
    *,
    limit: int = LIMIT,
    but: frozenset[int] = frozenset(),
) -> Figure:
    """Choose what to show of two schools.

    A crux is a claim that one holds and the other rejects. Cards tell the verdict before each
    school where it differs from the map's.

    Args:
        material: The argument and its verdicts.
        schools: Ids of the two schools.
        limit: Most claims to show; a third in each column.
        but: Claims, by number, that another sheet shows.

    Raises:
        UnknownIdError: If there is no such school.
    """
    project = material.project
    for school in schools:
        project.record(school, "schools")
    names = [project.schools[school].name for school in schools]
    others = [
        (f"for {name}", judge(project, Audience(school=school), material.judgement))
        for school, name in zip(schools, names, strict=True)
    ]
    sketch = Sketch(material, others)
    groups = _groups(sketch, schools, names)
    waiting = [[c for c in group.claims if c not in but] for group in groups]
    for group, left, share in zip(groups, waiting, _shares(groups, waiting, limit), strict=True):
        if left:
            cluster = sketch.cluster(group.heading, counted(len(group.claims), group.what), group.column)
            for claim in left[:share]:
                sketch.card(claim, cluster=cluster)
            sketch.rest(left, cluster=cluster)
    total = sum(len(group.claims) for group in groups)
    parted = counted(len(groups[0].claims) + len(groups[1].claims), "claim")
    shown = f"{sketch.cards} of the {total} claims on which either speaks are shown"
    subtitle = f"They part on {parted}; {shown}." if total else "Neither school has a stance."
    title = f"{names[0]} and {names[1]}: where they part, and what each says alone"
    return sketch.figure("schools", title, subtitle)


@dataclass(frozen=True, slots=True)
class _Group:
    """Claims of which the two schools say the same things."""

    heading: str
    column: int
    claims: list[int]
    what: str = "claim"


def _groups(sketch: Sketch, schools: tuple[str, str], names: Sequence[str]) -> list[_Group]:
    """Sort claims by what both schools say.

    Of what both speak, that on which most rests comes first; of what one says alone, that for
    and against which most is recorded.
    """
    one, other = names
    groups = [
        _Group(f"{one} holds, {other} rejects", MIDDLE, [], "crux"),
        _Group(f"{other} holds, {one} rejects", MIDDLE, [], "crux"),
        _Group("Both hold", MIDDLE, []),
        _Group("Otherwise both speak", MIDDLE, []),
        _Group(f"{one} alone", WEST, []),
        _Group(f"{other} alone", EAST, []),
    ]
    said: dict[str, dict[str, str]] = {school: {} for school in schools}
    for (school, claim), position in sketch.stances.items():
        if school in said and position.stance != "silent":
            said[school][claim] = position.stance
    first, second = (said[school] for school in schools)
    weight: dict[int, int] = {}
    for claim in sorted(first.keys() | second.keys()):
        node = sketch.graph.index[claim]
        weight[node] = len(above(sketch.graph, [node]))
        groups[_group_of(first.get(claim), second.get(claim))].claims.append(node)
    for group in groups:
        if group.column == MIDDLE:
            group.claims.sort(key=lambda node: (-weight[node], node))
        else:
            group.claims[:] = sketch.material.by_importance(group.claims)
    return groups


def _group_of(one: str | None, other: str | None) -> int:
    """Tell by two stances to which group a claim belongs."""
    match one, other:
        case "holds", "rejects":
            return 0
        case "rejects", "holds":
            return 1
        case "holds", "holds":
            return 2
        case _, None:
            return 4
        case None, _:
            return 5
        case _:
            return 3


def _shares(groups: Sequence[_Group], waiting: Sequence[list[int]], limit: int) -> list[int]:
    """Share out the places: more to what both speak of, cruxes first, than to what each says alone."""
    shares = [0] * len(groups)
    side = max(1, limit * 3 // 10)
    for members, places in (((2, 3), 2), ((0, 1), limit - 2 * side), ((4,), side), ((5,), side)):
        left = places - sum(shares[2:4]) if members == (0, 1) else places
        while left > 0 and any(shares[i] < len(waiting[i]) for i in members):
            for i in members:
                if left > 0 and shares[i] < len(waiting[i]):
                    shares[i] += 1
                    left -= 1
    return shares
