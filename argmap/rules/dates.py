"""What several rules say of dates."""

from collections.abc import Iterator

from argmap.model.dataclass import dataclass
from argmap.model.edtf import Edtf
from argmap.model.finding import Finding, Related
from argmap.model.project import Project


@dataclass(frozen=True, slots=True)
class DatedPremise:
    """Dated evidence put directly to a claim about a dated event."""

    claim: str
    when: Edtf
    """The time the claim is about."""
    evidence: str
    made: Edtf
    path: tuple[int, int]
    """Places of the argument under ``for`` and of the premise in it."""

    def finding(self, project: Project, message: str, cure: str) -> Finding:
        """Say what is wrong with the two dates, and show both."""
        i, j = self.path
        return Finding(
            message,
            project.spot("claims", self.claim, "for", i, "from", j),
            (self.claim, self.evidence),
            cure,
            (
                Related(project.spot("claims", self.claim, "when"), "the time of the claim"),
                Related(project.spot("evidence", self.evidence, "made"), "made"),
            ),
        )


def dated_premises(project: Project, kinds: tuple[str, ...], form: str) -> Iterator[DatedPremise]:
    """Give the dated evidence of one form that is put directly to dated claims of these kinds."""
    for key, claim in project.claims.items():
        if claim.kind not in kinds or claim.when is None:
            continue
        for i, argument in enumerate(claim.pro):
            if argument.bearing not in (None, "direct"):
                continue
            for j, premise in enumerate(argument.premises):
                item = project.evidence.get(premise)
                if item is not None and item.form == form and item.made is not None:
                    yield DatedPremise(key, claim.when, premise, item.made, (i, j))


def surely_before(one: Edtf | None, other: Edtf | None) -> bool:
    """Tell whether one date certainly lies before another.

    Dates marked uncertain or approximate (``?``, ``~``, ``%``) are never certain.

    Examples:
        >>> from argmap.model.edtf import parse_edtf
        >>> june = parse_edtf("1950-06")
        >>> [surely_before(parse_edtf(text), june) for text in ("1949", "1949~", "1950")]
        [True, False, False]
    """
    if one is None or other is None or one.latest is None or other.earliest is None:
        return False
    if one.latest >= other.earliest:
        return False
    return not (one.uncertain or one.approximate or other.uncertain or other.approximate)
