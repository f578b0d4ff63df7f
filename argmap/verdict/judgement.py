"""Verdicts: what the map says of each claim before an audience."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape

from argmap.graph.arguments import AGAINST, FOR, MISSING, ArgumentGraph
from argmap.graph.components import components
from argmap.model.errors import UnknownIdError
from argmap.model.project import Project
from argmap.model.stances import positions
from argmap.model.vocabulary import GRADE_WORDS, VERDICT_MARKS, VerdictWord
from argmap.verdict.audience import Audience
from argmap.verdict.fixpoint import Fixpoint, founded
from argmap.verdict.reading import Reading, read_graph, weigh
from argmap.verdict.standards import meets

MAP_AS_IT_IS = Audience()

MARKS: Mapping[str, str] = VERDICT_MARKS
"""A mark for each verdict."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the map says of one claim before one audience."""

    claim: str
    verdict: VerdictWord
    lo: int
    """What it lends at least to what rests on it, 0 … 4."""
    hi: int
    """What it lends at most."""
    pro: tuple[float, float]
    """Worth of the side for it: at least, at most; steps as ints, weights as floats."""
    con: tuple[float, float]
    """Worth of the side against it."""
    standard: str
    granted: str | None = None
    """``assumed`` or ``rejected`` where the audience says so."""

    @property
    def grade(self) -> str | None:
        """The grade of a supported claim as a word; None for others, and where weights count."""
        weights = isinstance(self.pro[0], float)
        return GRADE_WORDS[self.lo] if self.verdict == "supported" and not weights else None

    @property
    def mark(self) -> str:
        """A sign that stands for the verdict."""
        return MARKS[self.verdict]

    def __str__(self) -> str:
        grade = f" ({self.grade})" if self.grade else ""
        return f"{self.verdict}{grade}" + (f", {self.granted}" if self.granted else "")

    def _repr_html_(self) -> str:
        return f"<span>{self.mark} <b>{escape(str(self))}</b> <code>{escape(self.claim)}</code></span>"


@dataclass(frozen=True)
class Judgement:
    """All verdicts of a project before one audience, with what they were worked out from."""

    project: Project
    audience: Audience
    fixpoint: Fixpoint
    verdicts: Mapping[str, Verdict]

    @property
    def reading(self) -> Reading:
        """The graph as the audience reads it."""
        return self.fixpoint.reading

    @cached_property
    def stances(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """What schools say to each claim of which one speaks: school and stance."""
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for (school, claim), position in positions(self.project).items():
            found[claim] = (*found.get(claim, ()), (school, position.stance))
        return found

    def __getitem__(self, claim: str) -> Verdict:
        """Give the verdict on a claim.

        Raises:
            UnknownIdError: If there is no such claim.
        """
        try:
            return self.verdicts[claim]
        except KeyError:
            raise UnknownIdError("claim", claim, self.verdicts) from None


def judge(project: Project, audience: Audience = MAP_AS_IT_IS, known: Judgement | None = None) -> Judgement:
    """Work out the verdict on every claim of a project before an audience.

    Args:
        project: The argument.
        audience: Who judges; the map as it is when left out.
        known: A judgement of the same project, whose graph and grades are used again.

    Raises:
        UnknownIdError: If the audience names something that is not there.
    """
    reading = read_graph(project, known.reading.weighing if known else weigh(project), audience)
    if audience.as_of is not None and audience.grades == "now":
        for node in discredited(known if known and known.audience == MAP_AS_IT_IS else judge(project)):
            reading.absent[node] = 1
    graph = reading.graph
    done = Fixpoint(reading).run()
    could = founded(done)
    verdicts = {key: _verdict(done, could, c, key) for c, key in enumerate(project.claims)}
    for c in _granted_in_circles(reading):
        verdicts[graph.ids[c]] = _without_own_grant(reading, c)
    return Judgement(project, audience, done, verdicts)


def discredited(judgement: Judgement) -> list[int]:
    """Number the evidence that is worth nothing because a claim that challenges it stands."""
    done = judgement.fixpoint
    graph = done.graph
    return [
        node
        for node in range(graph.claims, len(graph.ids))
        if any(done.lo[challenger] for challenger in graph.challengers[node])
    ]


def _verdict(done: Fixpoint, could: list[float], claim: int, key: str) -> Verdict:
    reading = done.reading
    sides = done.side(claim, FOR), done.side(claim, AGAINST)
    own = done.own_lo[claim], done.own_hi[claim]
    return verdict_of(reading, claim, reading.granted[claim], sides, own, could[claim], key)


def verdict_of(
    reading: Reading,
    claim: int,
    hard: int | None,
    sides: tuple[tuple[float, float], tuple[float, float]],
    own: tuple[int, int],
    could: float,
    key: str,
) -> Verdict:
    """Put what was worked out of a claim into a verdict.

    Args:
        reading: The graph as the audience reads it.
        claim: The claim's number.
        hard: 4 where the audience assumes it, 0 where it rejects it.
        sides: Worth of the sides for and against it: at least, at most.
        own: What it lends by its own arguments: at least, at most.
        could: What the side for it could be worth without a circle, where it is undecided.
        key: The claim's id.
    """
    (pro, con), standard = sides, reading.standards[claim]
    if hard is not None:
        granted = "assumed" if hard else "rejected"
        word: VerdictWord = "supported" if hard else "unsupported"
        return Verdict(key, word, hard, hard, pro, con, standard, granted)
    word = _word(reading, claim, own, pro, con, could)
    return Verdict(key, word, *own, pro, con, standard)


def _word(
    reading: Reading,
    claim: int,
    own: tuple[int, int],
    pro: tuple[float, float],
    con: tuple[float, float],
    could: float,
) -> VerdictWord:
    """Choose the word; ``could`` is what the side for it could be worth without a circle."""
    standard, settings = reading.standards[claim], reading.settings
    if own[0] >= 1:
        return "supported"
    if pro[1] == 0:
        return "unsupported"
    if own[1] > 0:
        if could == 0:
            return "circular"
        if con[1] == 0 and not meets(standard, could, 0, settings):
            return "insufficient"
        return "contested"
    if con[1] == 0:
        return "insufficient"
    return "outweighed" if meets(standard, con[0], pro[1], settings) else "contested"


def depends_on(graph: ArgumentGraph, claim: int) -> list[int]:
    """Give the claims that the verdict on a claim depends on directly, in any way."""
    found: dict[int, None] = {}
    for side in (FOR, AGAINST):
        for a in graph.arguments[2 * claim + side]:
            for node in (*graph.premises[a], *graph.undercutters[a]):
                if node == MISSING:
                    continue
                if node < graph.claims:
                    found[node] = None
                else:
                    found.update(dict.fromkeys(graph.challengers[node]))
    return list(found)


def _granted_in_circles(reading: Reading) -> list[int]:
    """Find claims granted below others that depend on themselves: their own grant must not count."""
    graph = reading.graph
    if not any(grant is not None for grant in reading.below):
        return []
    found = []
    for component in components(graph.claims, lambda c: depends_on(graph, c)):
        if len(component) > 1 or component[0] in depends_on(graph, component[0]):
            inside = set(component)
            found += [
                c for c in component if reading.below[c] is not None and _meets_itself(reading, c, inside)
            ]
    return sorted(found)


def _meets_itself(reading: Reading, claim: int, component: set[int]) -> bool:
    """Tell whether a claim depends on itself through claims that nobody grants: elsewhere the way ends."""
    waiting, seen = [claim], set[int]()
    while waiting:
        for node in depends_on(reading.graph, waiting.pop()):
            if node == claim:
                return True
            granted = reading.below[node] is not None or reading.granted[node] is not None
            if node in component and node not in seen and not granted:
                seen.add(node)
                waiting.append(node)
    return False


def _without_own_grant(reading: Reading, claim: int) -> Verdict:
    below = list(reading.below)
    below[claim] = None
    done = Fixpoint(replace(reading, below=below)).run()
    return _verdict(done, founded(done), claim, reading.graph.ids[claim])
