"""Records and arguments in plain lists, picked by what is written in them.

Most rules ask about a field that few records have. They go through a list of those that have it, made
once for all rules, and cost nothing where nobody wrote the field.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, repeat
from operator import add
from typing import NamedTuple, TypeVar

from argmap.model.edtf import Edtf
from argmap.model.locator import Locator
from argmap.model.project import CLAIM, EVIDENCE, SCHOLAR, SCHOOL, SOURCE, Kinds, Project
from argmap.model.records import Argument, Claim, Evidence

R = TypeVar("R")
T = TypeVar("T")

_RARE_IN_CLAIMS = frozenset({"scholars", "schools", "contradicts", "defines", "section", "hedge"})
_RARE_IN_EVIDENCE = frozenset(
    {"published", "available", "by", "authenticity", "chain", "challenged_by", "rests_on", "quote"}
)
_RARE_IN_ARGUMENTS: dict[str, object] = {
    "unless": (),
    "answer": (),
    "scheme": None,
    "bearing": None,
    "tendency": None,
    "weight": None,
}
"""Fields that few records have; of arguments, with what stands in the others."""


class ClaimFields(NamedTuple):
    """What most claims have, field by field, in the order of the project."""

    text: Sequence[str]
    kind: Sequence[str]
    part: Sequence[str | None]
    when: Sequence[Edtf | None]
    held_by: Sequence[tuple[str, ...]]
    pro: Sequence[tuple[Argument, ...]]
    con: Sequence[tuple[Argument, ...]]
    rare: Sequence[object]
    """Something that few claims have; false in those that have nothing such."""


class EvidenceFields(NamedTuple):
    """What most evidence has, field by field, in the order of the project."""

    shows: Sequence[str]
    source: Sequence[str | None]
    locator: Sequence[Locator | None]
    made: Sequence[Edtf | None]
    form: Sequence[str | None]
    cited: Sequence[tuple[str, ...]]
    rare: Sequence[object]
    """Something that little evidence has; false in that which has nothing such."""


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
        self._claims: dict[str, list[tuple[str, Claim]]] = {}
        self._evidence: dict[str, list[tuple[str, Evidence]]] = {}
        self._steps: dict[str, list[Step]] = {}

    @cached_property
    def claims(self) -> ClaimFields:
        """The claims field by field; records lie scattered, so all are visited once for all fields."""
        claims = self._project.claims.values()
        rows = [
            (
                c.text,
                c.kind,
                c.part,
                c.when,
                c.held_by,
                c.pro,
                c.con,
                c.scholars or c.schools or c.contradicts or c.defines or c.section or c.hedge,
            )
            for c in claims
        ]
        return ClaimFields(*zip(*rows, strict=True)) if rows else ClaimFields(*repeat((), 8))

    @cached_property
    def evidence(self) -> EvidenceFields:
        """The evidence field by field, as with claims."""
        evidence = self._project.evidence.values()
        rows = [
            (
                e.shows,
                e.source,
                e.locator,
                e.made,
                e.form,
                e.cited,
                e.by
                or e.chain
                or e.published
                or e.available
                or e.quote
                or e.rests_on
                or e.challenged_by
                or e.authenticity,
            )
            for e in evidence
        ]
        return EvidenceFields(*zip(*rows, strict=True)) if rows else EvidenceFields(*repeat((), 7))

    def claims_with(self, field: str) -> list[tuple[str, Claim]]:
        """Give the claims in which a field is given and not empty, by id."""
        if field not in self._claims:
            among = self._richer_claims if field in _RARE_IN_CLAIMS else self._project.claims.items()
            self._claims[field] = [each for each in among if getattr(each[1], field)]
        return self._claims[field]

    def evidence_with(self, field: str) -> list[tuple[str, Evidence]]:
        """Give the evidence in which a field is given and not empty, by id."""
        if field not in self._evidence:
            among = self._richer_evidence if field in _RARE_IN_EVIDENCE else self._project.evidence.items()
            self._evidence[field] = [each for each in among if getattr(each[1], field)]
        return self._evidence[field]

    @cached_property
    def _richer_claims(self) -> list[tuple[str, Claim]]:
        """Claims with a field that few have."""
        return list(compress(self._project.claims.items(), self.claims.rare))

    @cached_property
    def _richer_evidence(self) -> list[tuple[str, Evidence]]:
        """Evidence with a field that little has."""
        return list(compress(self._project.evidence.items(), self.evidence.rare))

    @cached_property
    def notes(self) -> list[str]:
        """The notes under which evidence is cited, as often as it is."""
        return list(chain.from_iterable(self.evidence.cited))

    def claims_of(self, kind: str) -> list[tuple[str, Claim]]:
        """Give the claims of a kind, by id."""
        return self._by_kind.get(kind, [])

    @cached_property
    def _by_kind(self) -> dict[str, list[tuple[str, Claim]]]:
        return _by(self.claims.kind, self._project.claims)

    def evidence_of(self, *forms: str) -> list[tuple[str, Evidence]]:
        """Give the evidence of some forms, form by form."""
        return [each for form in forms for each in self._by_form.get(form, ())]

    @cached_property
    def _by_form(self) -> dict[str | None, list[tuple[str, Evidence]]]:
        return _by(self.evidence.form, self._project.evidence)

    @cached_property
    def claims_with_stances(self) -> list[tuple[str, Claim]]:
        """Claims to which a school or a scholar is said to have a stance, by id."""
        return [each for each in self._richer_claims if each[1].schools or each[1].scholars]

    def steps_with(self, field: str) -> list[Step]:
        """Give the arguments in which a field is given, one of those that few have, in order."""
        if field not in self._steps:
            blank, among = _RARE_IN_ARGUMENTS[field], self._unplain
            self._steps[field] = [self._step(n) for n, a in among if getattr(a, field) != blank]
        return self._steps[field]

    @property
    def repetitive_steps(self) -> list[Step]:
        """Arguments that name one premise several times, in order."""
        return [self._step(n) for n, a in self._unplain if len(set(a.premises)) < len(a.premises)]

    @cached_property
    def _unplain(self) -> list[tuple[int, Argument]]:
        """Arguments with several premises or a field that few have, with their places among all."""
        return [
            (n, a)
            for n, a in enumerate(self.arguments)
            if len(a.premises) > 1
            or a.unless
            or a.answer
            or a.scheme
            or a.bearing
            or a.tendency
            or a.weight is not None
        ]

    @cached_property
    def arguments(self) -> list[Argument]:
        """All arguments, claim by claim, those for it first."""
        sides = zip(self.claims.pro, self.claims.con, strict=True)
        return list(chain.from_iterable(chain.from_iterable(sides)))

    @cached_property
    def _ends(self) -> list[int]:
        """How many arguments there are up to each claim and with it."""
        return list(accumulate(map(add, map(len, self.claims.pro), map(len, self.claims.con))))

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
        sources = {source for source in set(self.evidence.source) if source is not None}
        sources.update(*(item.rests_on for _, item in self.evidence_with("rests_on")))
        sources.update(*(school.cite for school in project.schools.values()))
        scholars = set[str](every(self.claims.held_by))
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


def _by(values: Iterable[T], records: Mapping[str, R]) -> dict[T, list[tuple[str, R]]]:
    """Put records together that have the same value."""
    found: dict[T, list[tuple[str, R]]] = {}
    for value, each in zip(values, records.items(), strict=True):
        if value in found:
            found[value].append(each)
        else:
            found[value] = [each]
    return found
