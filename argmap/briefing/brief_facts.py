"""The facts of a brief: how one claim fares, what speaks for and against it, and what it hangs on."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.draw import draw
from argmap.graph.documents import root_documents
from argmap.model.errors import DrawingError
from argmap.model.project import Project, arguments_of
from argmap.model.records import Evidence
from argmap.model.reviewing import ReviewStatus, review_statuses
from argmap.model.stances import Position, positions
from argmap.verdict.explain import explain
from argmap.verdict.explanation import Explanation, Step, sentences
from argmap.verdict.fragility import FragileMap, Fragility
from argmap.verdict.grades import Grading
from argmap.verdict.history import History, histories
from argmap.verdict.holdings import Holder
from argmap.verdict.judgement import Judgement
from argmap.verdict.reading import Grader

LOST: tuple[Holder, ...] = ("evidence", "source", "archive", "person")


@dataclass(frozen=True, slots=True)
class Behind:
    """Evidence that a claim comes down to through other claims."""

    evidence: str
    shows: str
    where: str
    for_claim: str
    """The claim that it speaks for directly."""
    grading: Grading
    """As that claim reads it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of at most 20 records, and the same as a nested list."""

    svg: str
    outline: str


@dataclass(frozen=True)
class BriefFacts:
    """What a reader wants to know of one claim."""

    claim: str
    part: str
    held_by: tuple[str, ...]
    told: Explanation
    reasons: tuple[str, ...]
    """What decides it, in sentences."""
    behind: tuple[Behind, ...]
    """Evidence further down that holds, the nearest first."""
    documents: int
    """Different documents among all evidence for it."""
    positions: tuple[Position, ...]
    history: History
    fragilities: tuple[Fragility, ...]
    """By evidence, source, archive and person; single losses."""
    review: ReviewStatus
    figure: Figure | None
    """None where no picture could be made."""
    project: Project

    @property
    def steps_for(self) -> tuple[Step, ...]:
        """Arguments for it, those that are worth most first."""
        return _ranked(self.told, "for")

    @property
    def steps_against(self) -> tuple[Step, ...]:
        """Arguments against it, those that are worth most first."""
        return _ranked(self.told, "against")


def brief_facts(judgement: Judgement, claim: str) -> BriefFacts:
    """Collect what a reader wants to know of a claim.

    Args:
        judgement: The map as it is.
        claim: Id of the claim.

    Raises:
        UnknownIdError: If there is no such claim.
    """
    project = judgement.project
    told = explain(judgement, claim, 0)
    record = project.claims[claim]
    behind = tuple(_behind(judgement, claim))
    direct = [p.id for s in told.steps if s.side == "for" for p in s.premises if p.kind == "evidence"]
    roots = root_documents(project)
    return BriefFacts(
        claim=claim,
        part=project.part_title(record.part) if record.part else "",
        held_by=tuple(
            project.scholars[who].name if who in project.scholars else who for who in record.holders
        ),
        told=told,
        reasons=tuple(s for s in sentences(told) if not s.startswith("Schools:")),
        behind=behind,
        documents=len({roots[key] for key in [*direct, *(each.evidence for each in behind)]}),
        positions=tuple(p for (_, key), p in positions(project).items() if key == claim),
        history=histories(judgement, [claim])[claim],
        fragilities=tuple(FragileMap(judgement, by).of(claim, 1, beyond=False) for by in LOST),
        review=review_statuses(project, [claim])[claim],
        figure=_figure(judgement, claim),
        project=project,
    )


def _name(project: Project, who: str) -> str:
    return project.scholars[who].name if who in project.scholars else who


def where_of(project: Project, item: Evidence) -> str:
    """Say where evidence stands: source, locator, date and notes."""
    source = project.sources.get(item.source) if item.source else None
    notes = f"note {', '.join(item.cited)}" if item.cited else None
    parts = (source.short if source else item.source, item.locator, item.made, notes)
    return ", ".join(str(part) for part in parts if part)


def _ranked(told: Explanation, side: str) -> tuple[Step, ...]:
    steps = (step for step in told.steps if step.side == side)
    return tuple(sorted(steps, key=lambda step: (-step.worth[0], -step.worth[1], step.position)))


def _behind(judgement: Judgement, claim: str) -> Iterator[Behind]:
    """Go down through arguments that hold, level by level, to evidence below other claims."""
    project, grader = judgement.project, Grader(judgement.project)
    done = judgement.fixpoint
    direct = {name for argument in project.claims[claim].pro for name in argument.premises}
    waiting, reached = [claim], {claim, *(name for name in direct if name in project.evidence)}
    for key in waiting:  # grows while it is gone through
        record = project.claims[key]
        numbers = done.graph.arguments[2 * done.graph.index[key]]
        for number, (_, _, argument) in zip(numbers, arguments_of(record), strict=False):
            if not done.worth_lo[number]:
                continue
            for name in argument.premises:
                if name in reached:
                    continue
                reached.add(name)
                if name in project.claims:
                    waiting.append(name)
                elif name in project.evidence:
                    item = project.evidence[name]
                    grading = grader.grading(name, record, argument)
                    yield Behind(name, item.shows, where_of(project, item), key, grading)


def _figure(judgement: Judgement, claim: str) -> Figure | None:
    try:
        drawing = draw(judgement, claim=claim)
        return Figure(drawing.svg(), drawing.outline)
    except DrawingError:
        return None
