"""Causes later than their effects, and motives later than the acts they explain."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.model.records import Claim
from argmap.rules.case import Case
from argmap.rules.dates import surely_before
from argmap.rules.registry import project_rule

_KINDS = frozenset({"factual", "causal", "counterfactual"})


@project_rule("effect-before-cause", family="chronology", severity=Severity.WARNING)
def effect_before_cause(case: Case) -> Iterator[Finding]:
    """A cause is later than what it is said to have caused.

    The argument has ``scheme: cause``, and the time of its premise certainly begins after that of the
    claim has ended. Correct a date, or say what kind of step it is. Looks at factual, causal and
    counterfactual claims: what an event came to mean may well have been decided later. An interpretive
    cause that rests on signs alone (``scheme: sign``) is passed over: its time is that of the signs, and
    what they are signs of may be older.

    Found in::

        claims:
          south-armed:
            {text: The South armed itself., kind: causal, when: 1949, for: [{from: raid, scheme: cause}]}
          raid: {text: The North raided the border., when: 1950-03}

    Not in::

        claims:
          south-armed:
            {text: The South armed itself., kind: causal, when: 1949, for: [{from: raid, scheme: cause}]}
          raid: {text: The North raided the border., when: 1948-03}
    """
    project = case.project
    for key, side, i, argument in case.lists.steps_with("scheme"):
        claim = project.claims[key]
        if argument.scheme != "cause" or side != "for" or claim.kind not in _KINDS:
            continue
        for j, name in enumerate(argument.premises):
            cause = project.claims.get(name)
            if cause is None or not surely_before(claim.when, cause.when) or _known_by_signs(cause):
                continue
            yield Finding(
                f"cause '{name}' ({cause.when}) is later than its effect '{key}' ({claim.when})",
                project.spot("claims", key, "for", i, "from", j),
                (key, name),
                "mend a date, or say under 'scheme:' what kind of step it is",
                (
                    Related(project.spot("claims", name, "when"), "the time of the cause"),
                    Related(project.spot("claims", key, "when"), "the time of the effect"),
                ),
            )


def _known_by_signs(cause: Claim) -> bool:
    """Whether a claim reads something out of signs, whose time may be later than its own."""
    return (
        cause.kind == "interpretive"
        and bool(cause.pro)
        and all(argument.scheme == "sign" for argument in cause.pro)
    )
