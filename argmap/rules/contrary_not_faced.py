"""Claims that never face what contradicts them."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.model.records import Argument
from argmap.rules.case import Case
from argmap.rules.contradictions import contradictions
from argmap.rules.registry import project_rule


@project_rule("contrary-not-faced", family="opposition", severity=Severity.WARNING)
def contrary_not_faced(case: Case) -> Iterator[Finding]:
    """A claim of the author never faces a claim that contradicts it.

    The other claim is in the map with something to say for it, and neither it nor any of its premises
    stands under ``against:`` here: what is known to speak against the claim is left out of its weighing.
    Put it there, with the ``answer:`` that meets it. Looks at claims that the ``author`` of
    ``argmap.toml`` holds.

    Found in::

        claims:
          attack-first: {text: The North attacked first., contradicts: south-first, for: [order]}
          south-first: {text: The South attacked first., for: [raids], against: [attack-first]}
        evidence:
          order: {shows: The army is to cross the line., form: record}
          raids: {shows: Southern troops crossed the line., form: testimony}

    Not in::

        claims:
          attack-first:
            {text: The North attacked first., contradicts: south-first, for: [order], against: [raids]}
          south-first: {text: The South attacked first., for: [raids], against: [attack-first]}
        evidence:
          order: {shows: The army is to cross the line., form: record}
          raids: {shows: Southern troops crossed the line., form: testimony}
    """
    project, verdicts = case.project, case.judgement.verdicts
    pairs = contradictions(case)
    named = {key for pair in pairs for key in (pair.first, pair.second)}
    support = {key: _premises(project.claims[key].pro) for key in named}
    faced = {key: _premises(project.claims[key].con) for key in named}
    for pair in pairs:
        for key, other in ((pair.first, pair.second), (pair.second, pair.first)):
            if not (case.is_authors(project.claims[key]) and support[key]) or verdicts[other].pro[1] <= 0:
                continue
            if other in faced[key] or not support[other].isdisjoint(faced[key]):
                continue
            yield Finding(
                f"claim '{key}' never faces '{other}', which contradicts it and has support",
                project.spot("claims", key),
                (key, other),
                "put it, or what speaks for it, under 'against:', with the 'answer:' that meets it",
                (Related(project.spot("claims", other, "for"), f"what speaks for '{other}'"),),
            )


def _premises(arguments: tuple[Argument, ...]) -> frozenset[str]:
    return frozenset(name for argument in arguments for name in argument.premises)
