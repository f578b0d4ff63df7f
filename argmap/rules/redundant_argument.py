"""Arguments that ask for more than another and give no more."""

from collections.abc import Iterator
from itertools import combinations

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.model.project import arguments_of
from argmap.model.records import Argument
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import repeating

_STRENGTHS = ("weak", "limited", "good", "firm")
MOST_TRIED = 8
"""Premises of an argument up to which every selection of them is looked for; above, up to two."""


@project_rule("redundant-argument", family="logic", severity=Severity.NOTE)
def redundant_argument(case: Case) -> Iterator[Finding]:
    """An argument needs all that another needs, and more.

    Where the shorter argument holds, the longer adds nothing; where the shorter fails, the longer fails with
    it. Some premise of it is needed by nothing. Give premises that carry on their own an argument each, or
    take the shorter one out if it does not carry without the rest. Passed over is a longer argument that is
    said to be stronger, that is read otherwise, or whose ``because:`` is its own.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary, {from: [war-diary, guard]}]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
          guard: {shows: A guard saw the first shells come from the north., form: testimony}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary, guard]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
          guard: {shows: A guard saw the first shells come from the north., form: testimony}
    """
    for key, claim in repeating(case):
        known: dict[tuple[str, frozenset[str]], tuple[int, Argument]] = {}
        for side, i, argument in arguments_of(claim):
            known.setdefault((side, frozenset(argument.premises)), (i, argument))
        for side, i, argument in arguments_of(claim):
            found = next(
                (
                    known[side, part]
                    for part in _parts(frozenset(argument.premises))
                    if (side, part) in known and _covers(known[side, part][1], argument)
                ),
                None,
            )
            if found is None:
                continue
            j, shorter = found
            more = [p for p in dict.fromkeys(argument.premises) if p not in shorter.premises]
            yield Finding(
                f"an argument {side} claim '{shown(key)}' needs {named(more)} "
                f"beside {named(shorter.premises)}, which {_stand(shorter)} as an argument already",
                case.project.spot("claims", key, side, i),
                (key, *more),
                "give premises that carry on their own an argument each, or take the shorter one out",
                (Related(case.project.spot("claims", key, side, j), "the shorter argument"),),
            )


def _stand(argument: Argument) -> str:
    return "stands" if len(argument.premises) == 1 else "stand"


def _parts(premises: frozenset[str]) -> Iterator[frozenset[str]]:
    """Give the smaller selections of some premises, the smallest first; of many, those of one and two."""
    most = len(premises) - 1 if len(premises) <= MOST_TRIED else 2
    for size in range(1, most + 1):
        yield from map(frozenset, combinations(sorted(premises), size))


def _covers(shorter: Argument, longer: Argument) -> bool:
    """Whether the shorter argument holds, and carries as far, wherever the longer does."""
    return (
        _STRENGTHS.index(shorter.strength or "firm") >= _STRENGTHS.index(longer.strength or "firm")
        and (longer.because is None or longer.because == shorter.because)
        and {*shorter.unless, *shorter.answer} <= {*longer.unless, *longer.answer}
        and (shorter.bearing, shorter.tendency) == (longer.bearing, longer.tendency)
        and (shorter.weight is None or (longer.weight is not None and shorter.weight >= longer.weight))
    )
