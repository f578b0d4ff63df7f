"""Claims that are their own premise."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.model.project import arguments_of
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("self-support", family="logic", severity=Severity.ERROR)
def self_support(case: Case) -> Iterator[Finding]:
    """A claim names itself as a premise.

    Nothing follows from saying a thing twice; most often the id of another claim was meant. Mend
    the id, or take the link out.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [attack-first, war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    ids, arrangement = case.graph.ids, case.graph.arrangement
    for key in sorted(ids[claim] for number in arrangement.circles for claim in arrangement.part(number)):
        for side, i, argument in arguments_of(case.project.claims[key]):
            if key in argument.premises:
                place = argument.premises.index(key)
                yield Finding(
                    f"claim '{key}' names itself as a premise {side} itself",
                    case.project.spot("claims", key, side, i, "from", place),
                    (key,),
                    "mend the id, or take the link out",
                )
