"""Causal claims without a mechanism or a rival."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.support import asserted


@project_rule("cause-without-comparison", family="support", severity=Severity.NOTE, on=False)
def cause_without_comparison(case: Case) -> Iterator[Finding]:
    """A causal claim has neither a mechanism nor a rival cause.

    No argument for it says under ``because:`` how the cause worked, none compares it with other cases
    (``scheme: abduction``, ``analogy`` or ``correlation``), and nothing stands against it or contradicts
    it: that the one thing led to the other is said, not shown. Off unless it is selected. Looks at
    supported claims without a hedge that the ``author`` of ``argmap.toml`` holds.

    Found in::

        claims:
          order-began-war: {text: An order set off the war., kind: causal, for: [order]}
        evidence:
          order: {shows: The army is to cross the line., form: record}

    Not in::

        claims:
          order-began-war:
            text: An order set off the war.
            kind: causal
            for: [{from: order, because: The first units moved as it says and when it says.}]
        evidence:
          order: {shows: The army is to cross the line., form: record}
    """
    project = case.project
    contradicted = {name for claim in project.claims.values() for name in claim.contradicts}
    for key, claim in asserted(case):
        if claim.kind != "causal" or claim.con or claim.contradicts or key in contradicted:
            continue
        if any(step.because or step.unless or step.scheme in COMPARING for step in claim.pro):
            continue
        yield Finding(
            f"causal claim '{key}' has neither a mechanism nor a rival cause",
            project.spot("claims", key),
            (key,),
            "say under 'because:' how the cause worked, or weigh it against another under 'against:'",
        )


COMPARING = frozenset({"abduction", "analogy", "correlation"})
