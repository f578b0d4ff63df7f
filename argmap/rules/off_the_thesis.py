"""Claims that lead nowhere."""

from collections.abc import Iterable, Iterator, Set
from itertools import chain
from operator import attrgetter

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, project_rule


@project_rule("off-the-thesis", family="support", severity=Severity.NOTE)
def off_the_thesis(case: Case) -> Iterator[Finding]:
    """A claim of the author does not lead to the thesis.

    However well it is shown, it contributes to no conclusion: no chain of arguments, for or against, of
    undercutters, answers or challenges goes from it to the ``thesis`` named in ``argmap.toml``. Say what it
    bears on, or ask whether the text needs it. Of several claims that hang together, the uppermost is named.

    Found in::

        settings: |
          thesis = "north-attacked"
        claims:
          north-attacked: {text: The North attacked first., for: [war-diary]}
          winter-was-cold: {text: The winter was cold., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}

    Not in::

        settings: |
          thesis = "north-attacked"
        claims:
          north-attacked: {text: The North attacked first., for: [war-diary], against: [winter-was-cold]}
          winter-was-cold: {text: The winter was cold., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    project = case.project
    thesis = project.settings.thesis
    if thesis is None:
        raise NotCheckedError("argmap.toml names no thesis")
    if thesis not in project.claims:
        raise NotCheckedError(f"the thesis '{shown(thesis)}' is not in the map")
    if _surely_leads(case, thesis):
        return
    bearing = _Bearing(case)
    led = bearing.reached([thesis])
    off = [key for key in project.claims if key not in led]
    under = {name for key in off for name in bearing.on({key}) if name != key}
    hanging = bearing.reached([key for key in off if key not in under])
    for key in off:
        if case.is_authors(project.claims[key]) and (key not in under or key not in hanging):
            in_circle = " and goes round in a circle" if key in under else ""
            yield Finding(
                f"claim '{shown(key)}' does not lead to the thesis '{shown(thesis)}'{in_circle}",
                project.spot("claims", key),
                (key,),
                "name it as a premise, answer or objection of what it bears on, or leave it out",
            )


def _surely_leads(case: Case, thesis: str) -> bool:
    """Whether all claims lead to the thesis since each but the thesis bears on another, without a circle."""
    if case.graph.arrangement.circles or case.lists.claims_with("contradicts"):
        return False
    return {thesis}.issuperset(case.unnamed_claims)


class _Bearing:
    """Which claims bear on others, in whatever way: as premise, answer, contrary, challenge of evidence."""

    def __init__(self, case: Case) -> None:
        self._claims = case.project.claims
        self._challengers = {
            key: item.challenged_by for key, item in case.lists.evidence_with("challenged_by")
        }
        self._contraries: dict[str, set[str]] = {}
        for key, claim in case.lists.claims_with("contradicts"):
            for other in claim.contradicts:
                self._contraries.setdefault(key, set()).add(other)
                self._contraries.setdefault(other, set()).add(key)

    def on(self, keys: Set[str]) -> Set[str]:
        """Give the claims that bear directly on any of these."""
        sides = map(attrgetter("pro", "con"), map(self._claims.__getitem__, keys))
        arguments = list(chain.from_iterable(chain.from_iterable(sides)))
        names: set[str] = set(chain.from_iterable(map(attrgetter("premises"), arguments)))
        names.update(*map(self._challengers.__getitem__, self._challengers.keys() & names))
        for field in ("unless", "answer"):
            names.update(chain.from_iterable(map(attrgetter(field), arguments)))
        names.update(*map(self._contraries.__getitem__, self._contraries.keys() & keys))
        return names & self._claims.keys()

    def reached(self, tops: Iterable[str]) -> Set[str]:
        """Give claims with all that bear on them, however indirectly."""
        found = set(tops)
        new: Set[str] = found
        while new:
            new = self.on(new) - found
            found |= new
        return found
