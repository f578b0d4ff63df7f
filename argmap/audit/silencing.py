"""Which finding says what another would only repeat."""

from collections.abc import Mapping, Sequence

from argmap.audit.result import Held, Reason
from argmap.model.finding import Finding

SILENCES: Mapping[str, frozenset[str]] = {
    "duplicate-id": frozenset({"near-duplicate-claims"}),
    "self-support": frozenset({"circular-support"}),
    "quotation-absent": frozenset({"quotation-altered", "quotation-cut-short"}),
}
"""Rule to the rules whose findings on the same record it makes needless."""


def silenced(findings: Sequence[Finding]) -> tuple[list[Finding], list[Held]]:
    """Hold back findings that another on the same record says already.

    The record is the one that a finding names first.

    Returns:
        What is left, and what is held back.
    """
    said: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        for rule in SILENCES.get(finding.rule, ()):
            if finding.subjects:
                said.setdefault((rule, finding.subjects[0]), finding)
    left: list[Finding] = []
    held: list[Held] = []
    for finding in findings:
        other = said.get((finding.rule, finding.subjects[0])) if finding.subjects else None
        if other is None:
            left.append(finding)
        else:
            held.append(Held(finding, Reason.FINDING, f"{other.rule} {other.fingerprint}"))
    return left, held
