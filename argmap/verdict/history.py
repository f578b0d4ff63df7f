"""How verdicts would have been over time: what turned when evidence became readable."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.model.edtf import Edtf
from argmap.model.edtf_parse import day_number
from argmap.model.errors import UnknownIdError, UnknownNameError
from argmap.verdict.audience import readable_since
from argmap.verdict.certificate import Certificates
from argmap.verdict.judgement import Judgement, Verdict, discredited
from argmap.verdict.reevaluation import Reevaluation


@dataclass(frozen=True, slots=True)
class Release:
    """Evidence that scholars could read from some day on."""

    evidence: str
    since: Edtf
    known_from: str
    """The field that says so, e.g. ``available``."""
    day: int
    """The first day on which it surely could be read."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A verdict that turned."""

    day: int
    year: int
    before: Verdict
    after: Verdict
    releases: tuple[Release, ...]
    """What turned it: with these of that day it turns, without any one of them it does not."""


@dataclass(frozen=True, slots=True)
class History:
    """One claim over time."""

    claim: str
    first: Verdict
    """Before the first day, on evidence of unknown date alone."""
    turns: tuple[Turn, ...]
    now: Verdict
    """As the map is."""
    strip: tuple[tuple[int, Verdict], ...]
    """Years after which its verdict or its grade was another one than before, with the verdict."""
    undated: tuple[str, ...]
    """Evidence it may depend on that nothing dates: taken as always readable."""


def histories(
    judgement: Judgement, claims: Iterable[str] | None = None, *, grades: str = "then"
) -> dict[str, History]:
    """Tell how the verdicts of a map would have been, over all days on which something became readable.

    Args:
        judgement: The map, before any audience but a school's.
        claims: Ids of the claims asked about; all when None.
        grades: ``then``, or ``now`` where evidence found worthless since counts at no time.

    Raises:
        UnknownIdError: If there is no such claim.
        UnknownNameError: If grades are neither of then nor of now.
    """
    if grades not in ("then", "now"):
        raise UnknownNameError("time of grades", grades, ("then", "now"))
    wanted = list(judgement.project.claims if claims is None else claims)
    for key in wanted:
        if key not in judgement.project.claims:
            raise UnknownIdError("claim", key, judgement.project.claims)
    without = frozenset(discredited(judgement)) if grades == "now" else frozenset()
    return _Sweep(judgement, wanted, without).histories()


class _Sweep:
    """One passage over all days, with the verdicts kept up to date."""

    def __init__(self, judgement: Judgement, wanted: list[str], without: frozenset[int]) -> None:
        self.judgement = judgement
        self.now = now = Reevaluation(judgement)
        self.certificates = Certificates(now)
        self.wanted = [now.graph.index[key] for key in wanted]
        self.within = now.parts.cone(*self.wanted)
        self.releases: dict[int, Release] = {}
        self.undated: set[int] = set()
        self.never: set[int] = set(without)
        for node in now.parts.evidence_of(self.within):
            if not now.absent[node] and node not in without:
                self._note(node)

    def _note(self, node: int) -> None:
        key = self.now.graph.ids[node]
        project = self.judgement.project
        since, field = readable_since(project, project.evidence[key])
        day = sure_day(since)
        if since is None:
            self.undated.add(node)
        elif day is None:  # such as ../..
            self.never.add(node)
        else:
            self.releases[node] = Release(key, since, field, day)

    def histories(self) -> dict[str, History]:
        now = self.now
        now.move([*self.releases, *self.never], absent=True, within=self.within)
        first = {claim: now.verdict(claim) for claim in self.wanted}
        turns: dict[int, list[Turn]] = {claim: [] for claim in self.wanted}
        strips: dict[int, dict[int, Verdict]] = {claim: {} for claim in self.wanted}
        for day, nodes in _by_day(self.releases).items():
            moved = now.move(nodes, absent=False, within=self.within)
            outer = self._outer(nodes)
            for claim in sorted(moved.keys() & first.keys()):
                old, new = moved[claim].verdict, now.verdict(claim)
                strips[claim][year_of(day)] = new
                if old.verdict != new.verdict:
                    found = self._turned_by(claim, old, new, outer)
                    turns[claim].append(Turn(day, year_of(day), old, new, found))
        return {
            now.graph.ids[claim]: History(
                now.graph.ids[claim],
                first[claim],
                tuple(turns[claim]),
                self.judgement[now.graph.ids[claim]],
                _steps(first[claim], strips[claim]),
                self._undated(claim),
            )
            for claim in self.wanted
        }

    def _undated(self, claim: int) -> tuple[str, ...]:
        if not self.undated:
            return ()
        nodes, below = self._undated_below
        left = below[self.now.parts.part_of[claim]]
        found = []
        while left:
            last = left.bit_length() - 1
            found.append(self.now.graph.ids[nodes[last]])
            left ^= 1 << last
        return tuple(reversed(found))

    @cached_property
    def _undated_below(self) -> tuple[list[int], dict[int, int]]:
        """Undated evidence in order, and for each part one bit for each that is in its cone."""
        parts, nodes = self.now.parts, sorted(self.undated)
        bits = {node: 1 << number for number, node in enumerate(nodes)}
        below: dict[int, int] = {}
        for number in sorted(self.within):  # those that others depend on first
            mask = 0
            for node in parts[number].outer:
                mask |= bits.get(node, 0)
            for lower in parts.beneath(number):
                mask |= below[lower]
            below[number] = mask
        return nodes, below

    def _outer(self, nodes: Iterable[int]) -> dict[int, list[int]]:
        """Give the parts in which some nodes are outer ones, with these."""
        found: dict[int, list[int]] = {}
        for node in nodes:
            for number in self.now.parts.used_in(node):
                found.setdefault(number, []).append(node)
        return found

    def _turned_by(
        self, claim: int, old: Verdict, new: Verdict, outer: Mapping[int, Iterable[int]]
    ) -> tuple[Release, ...]:
        """Find releases of the day that turn the claim together and none of which can be spared.

        Args:
            claim: The claim.
            old: Its verdict before.
            new: Its verdict on that day.
            outer: The parts in which something released on that day is an outer node, with what that is.
        """
        parts = self.now.parts
        cone = parts.cone(claim)  # made anew each time: kept for all claims they would fill the memory
        certificate = self.certificates.certificate(claim, cone, 1)
        of_today = frozenset(node for number in cone & outer.keys() for node in outer[number])
        needed = sorted(of_today & certificate.present)
        for node in list(needed):
            spared = of_today.difference(needed) | {node}
            with self.now.without(spared, cone):
                if self.now.verdict(claim).verdict == new.verdict:
                    needed.remove(node)
        return tuple(self.releases[node] for node in needed)


def _steps(first: Verdict, strip: Mapping[int, Verdict]) -> tuple[tuple[int, Verdict], ...]:
    """Leave out the years that ended as the year before did."""
    found: list[tuple[int, Verdict]] = []
    last = first
    for year, verdict in strip.items():
        if str(verdict) != str(last):
            found.append((year, verdict))
            last = verdict
    return tuple(found)


def _by_day(releases: Mapping[int, Release]) -> dict[int, list[int]]:
    days: dict[int, list[int]] = {}
    for node in sorted(releases, key=lambda node: (releases[node].day, node)):
        days.setdefault(releases[node].day, []).append(node)
    return days


def sure_day(since: Edtf | None) -> int | None:
    """Give the first day by which evidence readable since some date surely was; None if there is none.

    Examples:
        >>> from argmap.model.edtf import parse_edtf
        >>> sure_day(parse_edtf("1950-06-25")), sure_day(parse_edtf("1950/..")), sure_day(None)
        (712033, 711858, None)
    """
    if since is None:
        return None
    return since.earliest if since.latest is None else since.latest


def year_of(day: int) -> int:
    """Give the year of a numbered day.

    Examples:
        >>> year_of(712033), year_of(0), year_of(1)
        (1950, 0, 1)
    """
    year = (day - 1) * 400 // 146097 + 1
    while day < day_number(year, 1, 1):
        year -= 1
    while day >= day_number(year + 1, 1, 1):
        year += 1
    return year
