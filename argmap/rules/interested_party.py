"""Claims for which only those speak who have an interest in them."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import Standing, asserted, standing

PARTIES = frozenset({"interested", "self-serving", "propaganda"})


@project_rule("interested-party", family="support", severity=Severity.WARNING)
def interested_party(case: Case) -> Iterator[Finding]:
    """Only parties with an interest speak for a claim.

    Every argument for it that holds is marked ``tendency: interested``, ``self-serving`` or
    ``propaganda``: those who gain by the claim say so, and nobody else. Look for a witness without
    that interest, or hedge the claim. A record of the act itself is nobody's word and is passed over.
    Where all are no more than ``interested`` it is a note.
    Looks at supported claims without a hedge that the ``author`` of ``argmap.toml`` holds.

    Found in::

        claims:
          attack-first: {text: The South attacked first., for: [{from: broadcast, tendency: self-serving}]}
        evidence:
          broadcast: {shows: Pyongyang says that the South attacked., form: testimony}

    Not in::

        claims:
          attack-first:
            text: The South attacked first.
            for: [{from: broadcast, tendency: self-serving}, southern-order]
        evidence:
          broadcast: {shows: Pyongyang says that the South attacked., form: testimony}
          southern-order: {shows: The southern army is to cross the line., form: record}
    """
    project = case.project
    partial = {step.claim for step in case.lists.steps_with("tendency") if step.argument.tendency in PARTIES}
    for key in [key for key, _ in asserted(case) if key in partial]:
        arguments = standing(case, key)
        if not arguments or not all(_is_a_partys_word(each) for each in arguments):
            continue
        evidence = list(dict.fromkeys(name for each in arguments for name in each.argument.premises))
        words = sorted({str(each.argument.tendency) for each in arguments})
        yield Finding(
            f"only parties with an interest speak for claim '{key}': {named(evidence)} ({', '.join(words)})",
            project.spot("claims", key, "for"),
            (key, *evidence),
            "look for a witness without that interest, or hedge the claim",
            tuple(
                Related(project.spot("claims", key, "for", each.place, "tendency"), "the interest")
                for each in arguments
            ),
            severity=Severity.NOTE if words == ["interested"] else Severity.WARNING,
        )


def _is_a_partys_word(each: Standing) -> bool:
    """Whether an argument is what an interested party says, and no more."""
    forms = {item.form for _, item in each.evidence}
    return each.argument.tendency in PARTIES and not each.claims and "record" not in forms
