"""An explanation as a tree in text: claims, the arguments under them, and evidence with its steps."""

import textwrap
from collections.abc import Iterator

from argmap.verdict.explanation import Explanation, Premise, Step, amount
from argmap.verdict.judgement import Verdict
from argmap.verdict.step_words import step_words

LEAST = 36
"""Columns that a text keeps, however deep it stands."""
SIGNS = {"for": "+", "against": "−"}


def proof_tree(told: Explanation, width: int = 100) -> str:
    """Draw an explanation as a tree down to documents.

    Args:
        told: The explanation; what it tells no further stands on a line of its own.
        width: Columns of a line at most, as long as the depth leaves room.

    Examples:
        >>> from argmap.model.project import FileRecords, merge
        >>> from argmap.model.records import Claim, Evidence
        >>> from argmap.verdict.explain import explain
        >>> from argmap.verdict.judgement import judge
        >>> evidence = {"log": Evidence(shows="A shot was heard.", form="record")}
        >>> records = FileRecords("", {"war": Claim(text="War began.", pro=["log"])}, evidence)
        >>> print(proof_tree(explain(judge(merge([records])), "war")), end="")
        ✓ war: supported (firm)
        │ War began.
        │ by preponderance (for > against): for it firm (4), against it nothing (0)
        └─ + firm (4), decides
           └─ ▪ log: firm
                A shot was heard.
                a record of the act itself starts at firm (4)
    """
    return "\n".join(_claim(told, "", "", width)) + "\n"


def _claim(told: Explanation, first: str, rest: str, width: int) -> Iterator[str]:
    verdict = told.verdict
    yield from _fold(f"{verdict.mark} {told.claim}: {verdict}", first, rest + "  ", width)
    steps = sorted(told.steps, key=lambda s: (s.side != "for", -s.worth[0], -s.worth[1], s.position))
    bar = rest + ("│ " if steps else "  ")
    hedge = f" (the author says “{told.hedge}”)" if told.hedge else ""
    yield from _fold(f"{told.text}{hedge}", bar, bar, width)
    if verdict.granted:
        yield from _fold(f"the audience has it {verdict.granted}", bar, bar, width)
    elif steps:
        sides = f"for it {amount(verdict.pro)}, against it {amount(verdict.con)}"
        yield from _fold(f"by {told.standard}: {sides}", bar, bar, width)
    if told.corroborated[0]:
        yield from _fold("independent documents corroborate each other: +1", bar, bar, width)
    if not any(step.side == "for" for step in steps):
        yield from _fold("nothing is given for it", bar, bar, width)
    for number, step in enumerate(steps, 1):
        last = number == len(steps)
        yield from _step(
            told, step, rest + ("└─ " if last else "├─ "), rest + ("   " if last else "│  "), width
        )


def _step(told: Explanation, step: Step, first: str, rest: str, width: int) -> Iterator[str]:
    weighs = step.side == "for" or told.verdict.verdict in ("outweighed", "contested")
    parts = [f"{SIGNS[step.side]} {amount(step.worth)}"]
    if step.decisive and weighs:
        parts.append("decides")
    if step.strength != "firm":
        parts.append(f"the step is {step.strength}")
    if step.scheme:
        parts.append(step.scheme)
    yield from _fold(", ".join(parts), first, rest + "  ", width)
    if step.because:
        yield from _fold(f"because: {step.because}", rest + "│ ", rest + "│ ", width)
    for word, fates in (("unless", step.undercutters), ("answered by", step.answers)):
        for name, verdict in fates:
            yield from _fold(f"{word} {name}: {_fate(step, name, verdict)}", rest + "│ ", rest + "│ ", width)
    for number, premise in enumerate(step.premises, 1):
        last = number == len(step.premises)
        branch, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
        yield from _premise(premise, rest + branch, rest + below, width)


def _fate(step: Step, name: str, verdict: Verdict | None) -> str:
    lo, hi = step.lent[name]
    stands = "it stands" if lo else "undecided" if hi else "it does not stand"
    return f"{stands} ({verdict})" if verdict is not None else stands


def _premise(premise: Premise, first: str, rest: str, width: int) -> Iterator[str]:
    if premise.account is not None:
        yield from _claim(premise.account, first, rest, width)
        return
    sign = {"claim": "·", "evidence": "▪"}.get(premise.kind, "?")
    grading = premise.grading
    counts = grading is not None and premise.state == str(grading)
    state = grading.word if grading is not None and counts else premise.state
    yield from _fold(f"{sign} {premise.id}: {state}", first, rest + "  ", width)
    inner = rest + "  "
    if premise.text:
        yield from _fold(premise.text, inner, inner, width)
    if premise.where:
        yield from _fold(premise.where, inner, inner, width)
    if grading is not None and counts:
        yield from _fold(", ".join(step_words(grading)), inner, inner, width)


def _fold(text: str, first: str, rest: str, width: int) -> list[str]:
    room = max(width, len(rest) + LEAST)
    return textwrap.wrap(
        text,
        room,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
