"""What a rule on findings looks at: what the other rules found in a project."""

from collections.abc import Mapping, Sequence

from argmap.model.dataclass import dataclass, field
from argmap.model.finding import Finding
from argmap.rules.case import Case

BASELINE_FILE = "argmap.baseline.json"
"""Where a project's baseline stands."""

Counts = Mapping[str, Mapping[str, int]]
"""File to rule to how many findings there are."""


@dataclass(frozen=True, slots=True)
class Found:
    """A project with what the rules found in it, and what of that is held back."""

    case: Case
    findings: Sequence[Finding] = ()
    ran: frozenset[str] = frozenset()
    """Rules that ran; of the others nobody knows what they would find."""
    ignoring: Sequence[int] = ()
    """How many findings each ignore of the settings holds back."""
    baseline: Counts = field(default_factory=dict)
    """How many findings the baseline allows."""
    baseline_file: str = BASELINE_FILE

    @property
    def is_partial(self) -> bool:
        """Whether something could not be read, so that findings may be missing."""
        return any(finding.rule in ("unreadable-file", "unreadable-record") for finding in self.findings)
