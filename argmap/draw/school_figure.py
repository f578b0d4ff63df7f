"""What one school holds, qualifies and rejects, and how its claims hang together."""

from argmap.draw.figure import Figure
from argmap.draw.reach import carried
from argmap.draw.sketch import Material, Sketch
from argmap.verdict.audience import Audience
from argmap.verdict.judgement import judge

LIMIT = 18
LONG = 7
"""A longer group is set in two panels."""
GROUPS = (("holds", "Holds"), ("qualifies", "Qualifies"), ("rejects", "Rejects"))


def school_figure(
    material: Material,
    school: str,
    *,
    before_school: bool = True,
    limit: int = LIMIT,
    but: frozenset[int] = frozenset(),
) -> Figure:
    """Choose what to show of one school.

    Args:
        material: The argument and its verdicts.
        school: Id of the school.
        before_school: Whether cards also tell the verdict before the school as audience.
        limit: Most claims to show, shared between what it holds, qualifies and rejects.
        but: Claims, by number, that another sheet shows.

    Raises:
        UnknownIdError: If there is no such school.
    """
    project = material.project
    project.record(school, "schools")
    name = project.schools[school].name
    others = []
    if before_school:
        own = judge(project, Audience(school=school), material.judgement)
        others.append(("for the school", own))
    sketch = Sketch(material, others, school)
    groups = _groups(sketch, school)
    waiting = {word: [c for c in claims if c not in but] for word, claims in groups.items()}
    shares = _shares({word: len(claims) for word, claims in waiting.items()}, limit)
    for word, heading in GROUPS:
        claims = _main_first(sketch.material, waiting[word])
        if claims:
            _draw_group(sketch, heading, claims, shares[word])
    sketch.overview()
    total = sum(len(claims) for claims in groups.values())
    said = ", ".join(f"{word} {len(groups[word])}" for word, _ in GROUPS if groups[word])
    subtitle = f"{sketch.cards} of {total} claims shown ({said})." if total else "No stance is recorded."
    return sketch.figure("school", f"{name}: what it holds and denies", subtitle)


def _main_first(material: Material, claims: list[int]) -> list[int]:
    """Order a group: claims that carry no other of the group first, by importance."""
    inside = set(claims)
    mains = [c for c in claims if not any(o in inside and o != c for o in carried(material.graph, c))]
    others = set(claims) - set(mains)
    return material.by_importance(mains) + material.by_importance(sorted(others))


def _draw_group(sketch: Sketch, heading: str, claims: list[int], share: int) -> None:
    """Draw one group, in two panels where it is long."""
    total = f"{len(claims)} claims" if len(claims) > 1 else "1 claim"
    cluster = sketch.cluster(heading, total)
    shown = claims[:share]
    half = (len(shown) + 1) // 2 if len(shown) > LONG else len(shown)
    for i, claim in enumerate(shown):
        if i == half:
            cluster = sketch.cluster(f"{heading}, continued")
        sketch.card(claim, cluster=cluster)
    sketch.rest(claims, cluster=cluster)


def _groups(sketch: Sketch, school: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {word: [] for word, _ in GROUPS}
    for (name, claim), position in sketch.stances.items():
        if name == school and position.stance in found:
            found[position.stance].append(sketch.graph.index[claim])
    return found


def _shares(counts: dict[str, int], limit: int) -> dict[str, int]:
    """Share out the places in proportion, at least two to every group that has any."""
    total = sum(counts.values())
    if total <= limit:
        return counts
    return {
        word: min(count, max(2, limit * count // total)) if count else 0 for word, count in counts.items()
    }
