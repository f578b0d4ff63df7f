"""Findings that the baseline allows and that are no longer there."""

from collections import Counter
from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity, Spot
from argmap.rules.found import Found
from argmap.rules.registry import finding_rule, listed_rules


@finding_rule("unused-baseline", family="files", severity=Severity.ERROR)
def unused_baseline(found: Found) -> Iterator[Finding]:
    """The baseline allows more findings than there are.

    A baseline lets an old map fail only on what is new. Once something is mended, the room it leaves
    would let it come back unseen, so the count is to be lowered: ``argmap baseline prune`` does that.

    Found in::

        claims:
          attack-first: {text: The North attacked first.}
        baseline: {claims/example.yaml: {unsupported-claim: 2}}

    Not in::

        claims:
          attack-first: {text: The North attacked first.}
        baseline: {claims/example.yaml: {unsupported-claim: 1}}
    """
    if found.is_partial:
        return
    there = Counter((finding.spot.file, finding.rule) for finding in found.findings)
    for file, rules in sorted(found.baseline.items()):
        for rule, allowed in sorted(rules.items()):
            left = there[file, rule]
            if left < allowed and (rule in found.ran or rule not in listed_rules()):
                yield Finding(
                    f"the baseline allows {allowed} of '{shown(rule)}' in {shown(file)}, and {left} are left",
                    Spot(found.baseline_file, ("counts", file, rule)),
                    (rule, file),
                    "run 'argmap baseline prune'",
                )
