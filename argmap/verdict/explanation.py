"""An explanation of a verdict: the proof as a tree, and the same in plain sentences."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from argmap.model.vocabulary import GRADE_WORDS
from argmap.verdict.grades import Grading
from argmap.verdict.judgement import Verdict
from argmap.verdict.step_words import step_words

Bounds = tuple[float, float]


class Told(NamedTuple):
    """A paragraph of an explanation: its text, how far it is set in, and its later lines besides."""

    text: str
    indent: int
    hang: int


WIDTH = 100
NAMED = 3
"""Contested claims that a sentence names."""
SHOWN = 2
"""Arguments told of each side of a claim further down; the rest are named."""


@dataclass(frozen=True, slots=True)
class Premise:
    """One premise of an argument and how it fares."""

    id: str
    kind: str
    """``claim``, ``evidence``, or ``missing`` where no record answers to the id."""
    text: str
    worth: Bounds
    """What it gives to this argument, 0 … 4."""
    state: str
    """A claim's verdict, evidence's grade with its steps, or why it is worth nothing."""
    where: str = ""
    """For evidence: source, locator and date."""
    account: "Explanation | None" = None
    """The claim's own explanation, where the depth allows and it was not told before."""
    grading: Grading | None = None
    """For evidence: its grade as this argument reads it, with every step."""


@dataclass(frozen=True, slots=True)
class Step:
    """One argument for or against the claim and how it fares."""

    side: str
    """``for`` or ``against``."""
    position: int
    worth: Bounds
    premises: tuple[Premise, ...]
    because: str | None
    scheme: str | None
    strength: str
    undercutters: tuple[tuple[str, Verdict | None], ...]
    """What would take the step away, with its verdict (None for evidence)."""
    answers: tuple[tuple[str, Verdict | None], ...]
    """What the author answers to an objection."""
    lent: Mapping[str, Bounds]
    """What each undercutter and answer is worth here; it takes the step away where that is not nothing."""
    decisive: bool
    """Whether no other argument of its side is worth more."""

    @property
    def holds(self) -> bool:
        """Whether it is worth something for sure."""
        return self.worth[0] > 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the verdict on a claim is what it is."""

    claim: str
    text: str
    hedge: str | None
    verdict: Verdict
    standard: str
    """The proof standard with its thresholds."""
    audience: str
    corroborated: tuple[bool, bool]
    """For and against: whether independent documents raise the side by a step."""
    steps: tuple[Step, ...]
    """Arguments for, then against, each in the order of the file."""
    positions: tuple[tuple[str, str], ...]
    """Schools and what they say to it."""
    contested: tuple[str, ...] = ()
    """Claims given for it, directly or through others, that are contested, the nearest first; told of the
    claim asked about only."""

    def __str__(self) -> str:
        return tell(self)

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre style='white-space:pre-wrap'>{escape(str(self))}</pre>"


def tell(explanation: Explanation, width: int = WIDTH) -> str:
    """Tell an explanation as a text: the verdict, what decided it, then argument by argument.

    Args:
        explanation: What to tell.
        width: Columns of a line at most, as long as the depth leaves room.
    """
    return "".join(f"{line}\n" for told in _lines(explanation, 0) for line in _wrapped(told, width))


def _lines(told: Explanation, indent: int) -> Iterator[Told]:
    verdict = told.verdict
    yield Told(f"{verdict.mark} {told.claim}: {verdict}", indent, 0)
    hedge = f' (the author says "{told.hedge}")' if told.hedge else ""
    yield Told(f"“{told.text}”{hedge}", indent + 2, 0)
    yield Told("", 0, 0)
    yield from _body(told, indent + 2, whole=True)


def _body(told: Explanation, indent: int, *, whole: bool) -> Iterator[Told]:
    """Tell the verdict and both sides; unless whole, only as much of a side as a reader needs."""
    yield Told(" ".join(sentences(told) if whole else _briefly(told)), indent, 0)
    for side, title in (("for", "For it:"), ("against", "Against it:")):
        steps = sorted(
            (step for step in told.steps if step.side == side), key=lambda s: (-s.worth[0], -s.worth[1])
        )
        if steps:
            yield Told(title, indent, 0)
        shown = len(steps) if whole else max(SHOWN, sum(_is_told(step) for step in steps))
        for number, step in enumerate(steps[:shown], 1):
            yield from _step(step, number, indent + 2)
        if rest := steps[shown:]:
            told_ids = ", ".join(f"{_and(_ids(step))} ({amount(step.worth)})" for step in rest)
            yield Told(f"and {len(rest)} more: {told_ids}", indent + 2, 2)


def _briefly(told: Explanation) -> Iterator[str]:
    v = told.verdict
    if v.granted:
        yield f"The audience has it {v.granted}."
    elif v.verdict in ("unsupported", "circular"):
        yield _verdict_sentence(told)
    else:
        yield f"For it {amount(v.pro)}, against it {amount(v.con)}, by {v.standard}."
        if told.corroborated[0]:
            yield "Independent documents corroborate each other: one step more."


def _is_told(step: Step) -> bool:
    return any(premise.account is not None for premise in step.premises)


def sentences(told: Explanation) -> Iterator[str]:
    """Say in a few sentences what the verdict is and what decided it."""
    verdict = told.verdict
    if told.audience != "the map as it is":
        yield f"Before this audience: {told.audience}."
    if verdict.granted:
        yield f"The audience has it {verdict.granted}; its own arguments are not asked."
        return
    yield _verdict_sentence(told)
    yield from _deciding(told)
    yield from _objections(told)
    if told.contested:
        names, more = told.contested[:NAMED], len(told.contested) - NAMED
        also = f" and {more} more" if more > 0 else ""
        one = len(told.contested) == 1
        what = "One claim below it is" if one else f"{len(told.contested)} claims below it are"
        yield f"{what} contested: {', '.join(names)}{also}."
    if told.positions:
        words = [f"{school} {stance}" for school, stance in told.positions]
        yield f"Schools: {', '.join(words)}."


def _verdict_sentence(told: Explanation) -> str:
    v = told.verdict
    measure = f"by {told.standard}"
    sides = f"what is for it is worth {amount(v.pro)}, what is against it {amount(v.con)}"
    match v.verdict:
        case "supported":
            return f"It stands {measure}: {sides}."
        case "insufficient":
            return f"Something speaks for it and nothing against, but not enough {measure}: {sides}."
        case "outweighed":
            return f"It is outweighed {measure}: {sides}."
        case "contested":
            return f"It is contested and neither side prevails {measure}: {sides}."
        case "circular":
            return "It rests only on a circle: take away what it supports itself and nothing is left."
        case "unsupported" if not any(step.side == "for" for step in told.steps):
            return "Nothing is given for it."
        case _:
            return "Nothing that is given for it is worth anything."


def _deciding(told: Explanation) -> Iterator[str]:
    for side, corroborated in zip(("for", "against"), told.corroborated, strict=True):
        deciding = [step for step in told.steps if step.side == side and step.decisive]
        if deciding and (side == "for" or told.verdict.verdict in ("outweighed", "contested")):
            reasons = " together with ".join(f"“{p.text.rstrip('.')}” ({p.id})" for p in deciding[0].premises)
            more = len(deciding) - 1
            also = f", and {more} more as good" if more else ""
            yield f"What weighs most {side} it: {reasons}{also}."
        if corroborated and side == "for":
            yield "Independent documents corroborate each other, which lifts it by one step."


def _objections(told: Explanation) -> Iterator[str]:
    against = [step for step in told.steps if step.side == "against"]
    failing = [step for step in against if step.worth[1] == 0]
    if not against:
        if told.verdict.verdict not in ("unsupported", "circular"):
            yield "No objection is recorded."
    elif failing and len(failing) == len(against):
        one = len(against) == 1
        yield "The one objection fails." if one else f"All {len(against)} objections fail."
    elif failing:
        fail = "one fails" if len(failing) == 1 else f"{len(failing)} fail"
        yield f"Of {len(against)} objections {fail}."


def _step(step: Step, number: int, indent: int) -> Iterator[Told]:
    scheme = f", {step.scheme}" if step.scheme else ""
    strength = f", the step is {step.strength}" if step.strength != "firm" else ""
    hang = len(f"{number}. ")
    head = f"{number}. worth {amount(step.worth)}{scheme}{strength}"
    if len(step.premises) == 1:
        yield Told(f"{head}: {_premise_line(step.premises[0])}", indent, hang)
    else:
        yield Told(f"{head}; only together:", indent, hang)
        for premise in step.premises:
            yield Told(f"– {_premise_line(premise)}", indent + hang, 2)
    if step.because:
        yield Told(f"Warrant: {step.because}", indent + hang, 0)
    for fate in _fates(step):
        yield Told(fate, indent + hang, 0)
    for premise in step.premises:
        if premise.account is not None:
            title = f"Why {premise.id} is {premise.account.verdict}:"
            yield Told(title if len(step.premises) > 1 else "Why:", indent + hang, 0)
            yield from _body(premise.account, indent + hang + 2, whole=False)


def _fates(step: Step) -> Iterator[str]:
    for name, verdict in step.undercutters:
        lo, hi = step.lent[name]
        if lo:
            yield f"Undercut by {_standing(name, verdict)}"
        elif hi:
            yield f"{_fallen(name, verdict, ', undercutting it, would count if it stood')}"
        else:
            yield f"{_fallen(name, verdict, ' does not undercut it')}"
    for name, verdict in step.answers:
        lo, hi = step.lent[name]
        if lo:
            yield f"Answered by {_standing(name, verdict)}"
        elif hi:
            yield f"The answer {_fallen(name, verdict, ' would count if it stood')}"
        else:
            yield f"The answer {_fallen(name, verdict, ' does not stand itself')}"


def _standing(name: str, verdict: Verdict | None) -> str:
    if verdict is None:
        return f"the evidence {name}"
    how = verdict.grade or verdict.verdict if verdict.lo else f"granted by the school; else {verdict}"
    return f"{name}, which stands ({how})"


def _fallen(name: str, verdict: Verdict | None, what: str) -> str:
    if verdict is None:
        return f"{name}{what}: it is no evidence that counts here"
    why = f"denied by the school; else {verdict}" if verdict.lo else str(verdict)
    return f"{name}{what}: {why}"


def _premise_line(premise: Premise) -> str:
    where = f"; {premise.where}" if premise.where else ""
    text = f"“{premise.text}” " if premise.text else ""
    grading, state = premise.grading, premise.state
    if grading is not None and state == str(grading):
        state = f"{grading.word}: {', '.join(step_words(grading))}"
    return f"{text}[{premise.id}: {state}{where}]"


def _ids(step: Step) -> list[str]:
    return [premise.id for premise in step.premises]


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def amount(bounds: Bounds) -> str:
    """Say a worth in words where it is a grade (an int), as a number where it is a weight (a float).

    Examples:
        >>> amount((3, 3)), amount((0, 4)), amount((0.6, 0.6))
        ('good (3)', 'between nothing (0) and firm (4)', '0.6')
        >>> amount((1.0, 1.0))
        '1'
    """
    lo, hi = bounds
    one, other = _one(lo), _one(hi)
    return one if lo == hi else f"between {one} and {other}"


def _one(worth: float) -> str:
    return f"{GRADE_WORDS[worth]} ({worth})" if isinstance(worth, int) else f"{worth:g}"


def _wrapped(told: Told, width: int) -> list[str]:
    first = " " * told.indent
    return textwrap.wrap(
        told.text,
        max(width, told.indent + 40),
        initial_indent=first,
        subsequent_indent=first + " " * told.hang,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
