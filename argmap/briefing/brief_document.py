"""The brief of one claim as a document."""

from collections.abc import Iterator, Sequence

from argmap.briefing.audit import mark
from argmap.briefing.brief_facts import Behind, BriefFacts
from argmap.briefing.document import (
    Block,
    Code,
    Document,
    Inline,
    Items,
    Line,
    Mark,
    Paragraph,
    Picture,
    Section,
    Strip,
    Table,
)
from argmap.verdict.explanation import Premise, Step, amount
from argmap.verdict.grades import Grading
from argmap.verdict.loss_words import counted, named
from argmap.verdict.step_words import step_words

MOST = 4
"""Rows of a table; the rest is counted, so that an ordinary claim fits on a page."""
MOST_BEHIND = 3
MOST_POINTS = 3


def brief_document(brief: BriefFacts) -> Document:
    """Put a brief into sections."""
    sections = (
        ("The figure", _figure(brief)),
        ("What speaks for it", _side(brief.steps_for, "Nothing is given for it.")),
        ("What that comes down to", _behind(brief)),
        ("What speaks against it, and the answers", _against(brief)),
        ("What the schools say", _schools(brief)),
        ("As evidence became readable", _years(brief)),
        ("What it hangs on", _points(brief)),
    )
    made = ((title, tuple(blocks)) for title, blocks in sections)
    settings = brief.project.settings
    return Document(
        brief.told.text,
        tuple(_lead(brief)),
        tuple(Section(title, blocks) for title, blocks in made if blocks),
        f"From: {settings.title}. Written by argmap; the same files give the same page.",
    )


def _lead(brief: BriefFacts) -> Iterator[Block]:
    line: list[Inline] = [mark(brief.told.verdict), "   ", Code(brief.claim)]
    if brief.told.hedge:
        line.append(f"   the author says “{brief.told.hedge}”")
    if brief.held_by:
        line.append(f"   held by {', '.join(brief.held_by)}")
    if brief.part:
        line.append(f"   in {brief.part}")
    yield Paragraph(tuple(line))
    yield Paragraph(" ".join(brief.reasons))


def _figure(brief: BriefFacts) -> Iterator[Block]:
    if brief.figure is not None:
        yield Picture(brief.figure.svg, brief.figure.outline)


def _side(steps: Sequence[Step], nothing: str) -> Iterator[Block]:
    if not steps:
        yield Paragraph(nothing)
        return
    rows = [row for step in steps[:MOST] for row in _premises(step)]
    yield Table(("argument", "grade", "why"), tuple(rows), _rest(steps, "argument", "arguments"))


def _rest(found: Sequence[object], one: str, several: str, most: int = MOST) -> str:
    left = len(found) - most
    return "" if left <= 0 else f"And {left} more {one if left == 1 else several}."


def _premises(step: Step) -> Iterator[tuple[Line, ...]]:
    """Give a row for each premise; the first tells what the argument is worth."""
    for number, premise in enumerate(step.premises):
        only = " (only with the one above)" if number else ""
        worth = Mark("", "" if number else amount(step.worth))
        yield (Code(premise.id), f" {premise.text}{only}"), worth, _why(step, premise, first=not number)


def _why(step: Step, premise: Premise, *, first: bool) -> str:
    parts = []
    if premise.grading is not None and premise.worth[1]:
        parts += [_graded(premise.grading), premise.where]
    else:
        parts += [premise.state, premise.where]
    if first and step.strength != "firm":
        parts.append(f"the step itself is {step.strength}")
    return "; ".join(part for part in parts if part)


def _graded(grading: Grading) -> str:
    return f"{grading.word}: {', '.join(step_words(grading))}"


def _behind(brief: BriefFacts) -> Iterator[Block]:
    if not brief.behind:
        return
    several = len(brief.behind) > 1
    yield Paragraph(
        f"{len(brief.behind)} piece{'s' * several} of evidence further down; all that is for it goes back to "
        f"{brief.documents} document{'s' * (brief.documents > 1)}."
    )
    rows = (_behind_row(each) for each in brief.behind[:MOST_BEHIND])
    yield Table(
        ("evidence", "speaks for", "grade and steps"),
        tuple(rows),
        _rest(brief.behind, "piece of evidence", "pieces of evidence", MOST_BEHIND),
    )


def _behind_row(each: Behind) -> tuple[Line, ...]:
    where = f"; {each.where}" if each.where else ""
    return (Code(each.evidence), f" {each.shows}"), (Code(each.for_claim),), f"{_graded(each.grading)}{where}"


def _against(brief: BriefFacts) -> Iterator[Block]:
    steps = brief.steps_against
    if not steps:
        yield Paragraph("No objection is recorded.")
        return
    rows = []
    for step in steps[:MOST]:
        answers = [name for name, _ in (*step.answers, *step.undercutters)]
        met = tuple(piece for name in answers for piece in (", ", *_answer(step, name)))[1:]
        first, *others = _premises(step)
        rows.append((*first, met or "–"))
        rows += [(*other, "") for other in others]
    yield Table(("objection", "grade", "why", "met by"), tuple(rows), _rest(steps, "objection", "objections"))


def _answer(step: Step, name: str) -> tuple[Inline, ...]:
    stands = step.lent[name][0] > 0
    return Code(name), " (stands)" if stands else " (does not stand)"


def _schools(brief: BriefFacts) -> Iterator[Block]:
    rows = []
    for position in brief.positions[:MOST]:
        school = brief.project.schools.get(position.school)
        cited = [brief.project.sources[c].short if c in brief.project.sources else c for c in position.cite]
        where = ", ".join((*cited, *filter(None, (position.locator,))))
        scholars = [
            brief.project.scholars[who].name if who in brief.project.scholars else who
            for who in position.scholars
        ]
        rows.append((school.name if school else position.school, position.stance, ", ".join(scholars), where))
    if rows:
        yield Table(
            ("school", "stance", "through", "where"), tuple(rows), _rest(brief.positions, "school", "schools")
        )


def _years(brief: BriefFacts) -> Iterator[Block]:
    told = brief.history
    yield Strip((("before", mark(told.first)), *((f"{year}", mark(v)) for year, v in told.strip)))
    for turn in told.turns[:2]:
        names = tuple(piece for each in turn.releases for piece in (", ", Code(each.evidence)))[1:]
        yield Paragraph((f"In {turn.year} it turned to {turn.after.verdict} through ", *names, "."))
    if not told.turns:
        yield Paragraph("No evidence that became readable ever turned this verdict.")
    if told.undated:
        one = len(told.undated) == 1
        yield Paragraph(
            f"{len(told.undated)} piece{'' if one else 's'} of evidence of unknown date "
            f"{'is' if one else 'are'} taken as always readable."
        )


def _points(brief: BriefFacts) -> Iterator[Block]:
    items: list[Line] = []
    for fragility in brief.fragilities:
        points = fragility.single_points
        if not points:
            continue
        names = "; ".join(named(brief.project, fragility.by, point) for point in points[:MOST_POINTS])
        more = f"; and {len(points) - MOST_POINTS} more" if len(points) > MOST_POINTS else ""
        items.append(f"The loss of {counted(1, fragility.by)} turns this verdict: {names}{more}.")
    if items:
        yield Items(tuple(items))
    else:
        yield Paragraph(
            "No single piece of evidence, source, archive or person turns this verdict by its loss."
        )
    if brief.review.word != "not reviewed":
        names_of = ", ".join(dict.fromkeys(review.by for review, _ in brief.review.reviews))
        state = "as it stands" if brief.review.word == "reviewed" else "before it changed"
        yield Paragraph(f"Reviewed by {names_of}, {state}.")
