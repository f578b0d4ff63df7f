"""Verdicts: what the map says of each claim before an audience."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, cast

from argmap.graph.editing import dangling
from argmap.model.collector import collector_off
from argmap.model.dataclass import dataclass, replace
from argmap.model.errors import UnknownIdError
from argmap.model.project import Project
from argmap.model.settings import VerdictSettings
from argmap.model.stances import positions
from argmap.model.vocabulary import GRADE_WORDS, VERDICT_MARKS, VerdictWord
from argmap.verdict.audience import Audience
from argmap.verdict.bounds import Bounds, Outcome
from argmap.verdict.cone import cut_out
from argmap.verdict.reading import Reading, read_graph
from argmap.verdict.standards import meets
from argmap.verdict.weighing import weigh

MAP_AS_IT_IS = Audience()

MARKS: Mapping[str, str] = VERDICT_MARKS
"""A mark for each verdict."""


class Verdict(NamedTuple):
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
        from html import escape

        return f"<span>{self.mark} <b>{escape(str(self))}</b> <code>{escape(self.claim)}</code></span>"


@dataclass(frozen=True)
class Judgement:
    """All verdicts of a project before one audience, with what they were worked out from."""

    project: Project
    audience: Audience
    fixpoint: Bounds
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

    @cached_property
    def dangling(self) -> dict[str, frozenset[str]]:
        """Names that no claim or evidence answers to, and the claims and evidence that name them."""
        return dangling(self.project, (*self.project.claims, *self.project.evidence))

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
    with collector_off():
        reading = read_graph(project, known.reading.weighing if known else weigh(project), audience)
        if audience.as_of is not None and audience.grades == "now":
            for node in discredited(known if known and known.audience == MAP_AS_IT_IS else judge(project)):
                reading.absent[node] = 1
        done = Bounds(reading)
        keys = tuple(project.claims)
        verdicts: list[Verdict | None] = [None] * len(keys)
        for claim, outcome in done.work_out():
            verdicts[claim] = verdict_of(reading, claim, reading.granted[claim], outcome, keys[claim])
        found = cast(dict[str, Verdict], dict(zip(keys, verdicts, strict=True)))
        for claim, verdict in _without_own_grants(done):
            found[keys[claim]] = verdict
    return Judgement(project, audience, done, found)


def discredited(judgement: Judgement) -> list[int]:
    """Number the evidence that is worth nothing because a claim that challenges it stands."""
    done = judgement.fixpoint
    graph = done.graph
    return [
        node
        for node in range(graph.claims, len(graph.ids))
        if any(done.lo[challenger] for challenger in graph.challengers[node])
    ]


def verdict_of(reading: Reading, claim: int, hard: int | None, outcome: Outcome, key: str) -> Verdict:
    """Put what was worked out of a claim into a verdict.

    Args:
        reading: The graph as the audience reads it.
        claim: The claim's number.
        hard: 4 where the audience assumes it, 0 where it rejects it.
        outcome: How it fares by its own arguments.
        key: The claim's id.
    """
    pro, con, lo, hi, could = outcome
    standard = reading.standards[claim]
    if hard is not None:
        granted = "assumed" if hard else "rejected"
        word: VerdictWord = "supported" if hard else "unsupported"
        return Verdict(key, word, hard, hard, pro, con, standard, granted)
    if lo:
        word = "supported"
    elif not pro[1]:
        word = "unsupported"
    else:
        word = _word(standard, reading.settings, hi, pro, con, could)
    return Verdict(key, word, lo, hi, pro, con, standard)


def _word(
    standard: str,
    settings: VerdictSettings,
    hi: int,
    pro: tuple[float, float],
    con: tuple[float, float],
    could: float,
) -> VerdictWord:
    """Choose the word for a claim that does not surely stand, though something may speak for it."""
    if hi > 0:
        if could == 0:
            return "circular"
        if con[1] == 0 and not meets(standard, could, 0, settings):
            return "insufficient"
        return "contested"
    if con[1] == 0:
        return "insufficient"
    return "outweighed" if meets(standard, con[0], pro[1], settings) else "contested"


def _without_own_grants(done: Bounds) -> Iterator[tuple[int, Verdict]]:
    """Judge anew claims granted below others that depend on themselves: their own grant must not count."""
    reading, graph = done.reading, done.graph
    if not any(grant is not None for grant in reading.below):
        return
    for number in sorted(graph.arrangement.circles):
        component = graph.arrangement.part(number)
        inside = set(component)
        for claim in component:
            if reading.below[claim] is not None and _meets_itself(reading, claim, inside):
                below = list(reading.below)
                below[claim] = None
                part = cut_out(replace(reading, below=below), component)
                outcome = done.outcomes(part)[part.claims.index(claim)]
                yield claim, verdict_of(reading, claim, reading.granted[claim], outcome, graph.ids[claim])


def _meets_itself(reading: Reading, claim: int, component: set[int]) -> bool:
    """Tell whether a claim depends on itself through claims that nobody grants: elsewhere the way ends."""
    waiting, seen = [claim], set[int]()
    while waiting:
        for node in reading.graph.beneath[waiting.pop()]:
            if node == claim:
                return True
            granted = reading.below[node] is not None or reading.granted[node] is not None
            if node in component and node not in seen and not granted:
                seen.add(node)
                waiting.append(node)
    return False
