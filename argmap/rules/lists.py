"""Records and arguments in plain lists, picked by what is written in them.

Most rules ask about a field that few records have. They go through a list of those that have it, made
once for all rules, and cost nothing where nobody wrote the field.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress
from operator import add, attrgetter
from typing import Any, NamedTuple, TypeVar

from argmap.model.project import CLAIM, EVIDENCE, SCHOLAR, SCHOOL, SOURCE, Kinds, Project
from argmap.model.records import Argument, Claim, Evidence

R = TypeVar("R")
T = TypeVar("T")

_IN_CLAIMS = "text kind part section when held_by scholars schools hedge contradicts defines pro con".split()
_IN_EVIDENCE = (
    "shows source locator made published available by form authenticity chain cited challenged_by rests_on "
    "quote".split()
)
_IN_ARGUMENTS: dict[str, object] = {
    "unless": (),
    "answer": (),
    "scheme": None,
    "bearing": None,
    "tendency": None,
    "weight": None,
}
"""Fields that few arguments have, with what stands in the others."""


class Columns:
    """Fields of many records, each a list in the records' order.

    Records lie scattered, and to go from one to the next takes longer than to read a field: those that
    many rules ask for are read in one pass.
    """

    def __init__(self, records: Iterable[object], together: Sequence[str]) -> None:
        """Take the records, and the fields that are read in one pass."""
        self._records = records
        self._together = together
        self._read: dict[str, list[Any]] = {}

    def __getitem__(self, field: str) -> list[Any]:
        """Give what stands under a field."""
        if field not in self._read:
            names = self._together if field in self._together else (field,)
            values = map(attrgetter(*names), self._records)
            if len(names) == 1:
                self._read[field] = list(values)
            else:
                whole = list(chain.from_iterable(values))
                self._read.update((name, whole[i :: len(names)]) for i, name in enumerate(names))
        return self._read[field]


class Step(NamedTuple):
    """An argument with where it stands."""

    claim: str
    """Id of the claim that it speaks to."""
    side: str
    """``for`` or ``against``."""
    place: int
    """Its position on that side."""
    argument: Argument


def step(key: str, claim: Claim, place: int) -> Step:
    """Tell where an argument stands, given its place among all those on a claim, those for it first."""
    before = len(claim.pro)
    if place < before:
        return Step(key, "for", place, claim.pro[place])
    return Step(key, "against", place - before, claim.con[place - before])


class Lists:
    """What a project's records hold, by field; every list is made when first asked for, and kept."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.claims = Columns(project.claims.values(), _IN_CLAIMS)
        self.evidence = Columns(project.evidence.values(), _IN_EVIDENCE)
        self._claims: dict[str, list[tuple[str, Claim]]] = {}
        self._evidence: dict[str, list[tuple[str, Evidence]]] = {}
        self._steps: dict[str, list[Step]] = {}

    def claims_with(self, field: str) -> list[tuple[str, Claim]]:
        """Give the claims in which a field is given and not empty, by id."""
        if field not in self._claims:
            self._claims[field] = _where(self.claims[field], self._project.claims)
        return self._claims[field]

    def evidence_with(self, field: str) -> list[tuple[str, Evidence]]:
        """Give the evidence in which a field is given and not empty, by id."""
        if field not in self._evidence:
            self._evidence[field] = _where(self.evidence[field], self._project.evidence)
        return self._evidence[field]

    @cached_property
    def notes(self) -> list[str]:
        """The notes under which evidence is cited, as often as it is."""
        return list(chain.from_iterable(self.evidence["cited"]))

    def claims_of(self, kind: str) -> list[tuple[str, Claim]]:
        """Give the claims of a kind, by id."""
        return self._by_kind.get(kind, [])

    @cached_property
    def _by_kind(self) -> dict[str, list[tuple[str, Claim]]]:
        return _by(self.claims["kind"], self._project.claims)

    def evidence_of(self, *forms: str) -> list[tuple[str, Evidence]]:
        """Give the evidence of some forms, form by form."""
        return [each for form in forms for each in self._by_form.get(form, ())]

    @cached_property
    def _by_form(self) -> dict[str | None, list[tuple[str, Evidence]]]:
        return _by(self.evidence["form"], self._project.evidence)

    @cached_property
    def claims_with_stances(self) -> list[tuple[str, Claim]]:
        """Claims to which a school or a scholar is said to have a stance, by id."""
        if not (self.claims_with("schools") and self.claims_with("scholars")):
            return self.claims_with("schools") or self.claims_with("scholars")
        pairs = zip(self.claims["schools"], self.claims["scholars"], strict=True)
        return _where([one or other for one, other in pairs], self._project.claims)

    def steps_with(self, field: str) -> list[Step]:
        """Give the arguments in which a field is given, one of those that few have, in order."""
        if field not in self._steps:
            values, blank = self._arguments[field], _IN_ARGUMENTS[field]
            few = values.count(blank) < len(values)
            numbers = [n for n, value in enumerate(values) if value != blank] if few else []
            self._steps[field] = list(map(self._step, numbers))
        return self._steps[field]

    @cached_property
    def joint_steps(self) -> list[Step]:
        """Arguments that name several premises, in order."""
        return [self._step(n) for n, names in enumerate(self.premises) if len(names) > 1]

    @property
    def premises(self) -> list[tuple[str, ...]]:
        """The premises of every argument, claim by claim, those of arguments for it first."""
        return self._arguments["premises"]

    @cached_property
    def _arguments(self) -> Columns:
        """All arguments, claim by claim, those for it first."""
        sides = zip(self.claims["pro"], self.claims["con"], strict=True)
        whole = list(chain.from_iterable(chain.from_iterable(sides)))
        return Columns(whole, ("premises", *_IN_ARGUMENTS))

    @cached_property
    def _ends(self) -> list[int]:
        """How many arguments there are up to each claim and with it."""
        return list(accumulate(map(add, *(map(len, self.claims[side]) for side in ("pro", "con")))))

    @cached_property
    def _keys(self) -> list[str]:
        return list(self._project.claims)

    def _step(self, number: int) -> Step:
        """Tell where an argument stands, given its place among all."""
        at = bisect_right(self._ends, number)
        key = self._keys[at]
        return step(key, self._project.claims[key], number - (self._ends[at - 1] if at else 0))

    @cached_property
    def named(self) -> dict[Kinds, set[str]]:
        """Ids that records name, by what they may stand for, those in arguments left out."""
        project, every = self._project, chain.from_iterable
        claims: set[str] = set(project.expectations)
        claims.update(*(claim.contradicts for _, claim in self.claims_with("contradicts")))
        claims.update(*(item.challenged_by for _, item in self.evidence_with("challenged_by")))
        claims.update(*(event.claims for event in project.events.values()))
        evidence = set(every(event.evidence for event in project.events.values()))
        sources: set[str] = set(self.evidence["source"]) - {None}
        sources.update(*(item.rests_on for _, item in self.evidence_with("rests_on")))
        sources.update(*(school.cite for school in project.schools.values()))
        scholars = set[str](every(self.claims["held_by"]))
        schools: set[str] = set()
        for scholar in project.scholars.values():
            schools.update(scholar.schools)
            sources.update(scholar.works)
        for _, claim in self.claims_with_stances:
            schools.update(claim.schools)
            scholars.update(claim.scholars)
            sources.update(*(stance.cite for stance in (*claim.schools.values(), *claim.scholars.values())))
        for entries in project.expectations.values():
            schools.update(entry.school for entry in entries if entry.school is not None)
        return {
            CLAIM: claims,
            EVIDENCE: evidence,
            SOURCE: sources,
            SCHOOL: schools,
            SCHOLAR: scholars,
        }


def _where(values: Sequence[object], records: Mapping[str, R]) -> list[tuple[str, R]]:
    """Give the records, by id, in which a value is neither absent nor empty."""
    return list(compress(records.items(), values)) if any(values) else []


def _by(values: Iterable[T], records: Mapping[str, R]) -> dict[T, list[tuple[str, R]]]:
    """Put records together that have the same value."""
    found: dict[T, list[tuple[str, R]]] = {}
    for value, each in zip(values, records.items(), strict=True):
        if value in found:
            found[value].append(each)
        else:
            found[value] = [each]
    return found
