"""Records that lack what the project asks of them."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from argmap.model.errors import shown
from argmap.model.finding import Finding, Path, Severity
from argmap.model.project import arguments_of
from argmap.model.records import Claim, Evidence, Source
from argmap.model.requirement import COUNTED, FIELDS, Requirement
from argmap.model.vocabulary import SINGULAR
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, project_rule


@project_rule("unmet-requirement", family="support", severity=Severity.WARNING)
def unmet_requirement(case: Case) -> Iterator[Finding]:
    """A record lacks what the project asks of it.

    Under ``[[rules.require]]`` a project says what its own records must have: ``of`` names the kind of
    record (claims, evidence or sources), ``where`` chooses records by the values of fields, ``given`` lists
    fields that must not be left out, and ``at-least`` and ``at-most`` bound what is counted: of a claim its
    arguments (``for``, ``against``, ``answers``), what they name (``premises``, ``evidence``, and of the
    evidence ``documents``, ``sources``, ``kinds`` and ``forms``), its ``holders``, ``schools`` and ``words``;
    of evidence its ``uses``, ``notes``, ``makers`` and ``words``; of a source its ``uses`` and ``authors``.
    Give the record what it lacks, or narrow the requirement.

    Found in::

        settings: |
          [[rules.require]]
          name = "facts rest on two kinds of document"
          where = {kind = "factual"}
          at-least = {kinds = 2}
        claims:
          attack-first: {text: The North attacked first., kind: factual, for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., kind: diary}

    Not in::

        settings: |
          [[rules.require]]
          name = "facts rest on two kinds of document"
          where = {kind = "factual"}
          at-least = {kinds = 2}
        claims:
          attack-first: {text: The North attacked first., kind: factual, for: [war-diary, guard]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., kind: diary}
          guard: {shows: A guard saw the first shells come from the north., kind: interview}
    """
    counter = _Counter(case)
    asked = case.project.settings.rules.require
    able = [requirement for requirement in asked if fault_of(requirement) is None]
    if asked and not able:
        raise NotCheckedError("no requirement of argmap.toml can run; 'idle-requirement' tells why")
    for requirement in able:
        for key, record in chosen(case, requirement):
            for lack, path in _lacks(case, requirement, key, record, counter):
                yield Finding(
                    f"{SINGULAR[requirement.of]} '{shown(key)}' {lack} ({shown(requirement.name)})",
                    case.project.spot(requirement.of, key, *path),
                    (key,),
                    requirement.because or "give it what it lacks, or narrow the requirement in argmap.toml",
                )


def fault_of(requirement: Requirement) -> str | None:
    """Say why a requirement cannot run on any map, or None."""
    fields, counted = FIELDS[requirement.of], COUNTED[requirement.of]
    of = requirement.of
    for name in (*requirement.where, *requirement.given):
        if name not in fields:
            return f"{of} have no field '{shown(name)}'; there are {', '.join(fields)}"
    for name in (*requirement.at_least, *requirement.at_most):
        if name not in counted:
            return f"'{shown(name)}' is not counted of {of}; there are {', '.join(counted)}"
    return None


def chosen(case: Case, requirement: Requirement) -> Iterator[tuple[str, Any]]:
    """Give the records that a requirement applies to, by id."""
    for key, record in case.project.of_kind(requirement.of).items():
        if all(_fits(wanted, values(case, key, record, name)) for name, wanted in requirement.where.items()):
            yield key, record


def values(case: Case, key: str, record: Any, name: str) -> tuple[str, ...]:
    """Give the values of a record's field as texts; none where it is left out."""
    if name == "verdict":
        return (case.judgement.verdicts[key].verdict,)
    value = getattr(record, {"for": "pro", "against": "con"}.get(name, name))
    if value is None or isinstance(value, bool):
        return () if value is None else (str(value).lower(),)
    if isinstance(value, tuple | dict):
        return tuple(map(str, value))
    return (str(value),)


def _fits(wanted: bool | tuple[str, ...], given: tuple[str, ...]) -> bool:
    return bool(given) is wanted if isinstance(wanted, bool) else not set(wanted).isdisjoint(given)


def _lacks(
    case: Case, requirement: Requirement, key: str, record: Any, counter: "_Counter"
) -> Iterator[tuple[str, Path]]:
    """Say what a record lacks, and in which field of it."""
    for name in requirement.given:
        if not values(case, key, record, name):
            yield f"has no '{name}'", ()
    for name, least in requirement.at_least.items():
        if (found := counter.count(key, record, name)) < least:
            yield f"has {found} of the {least} {name} asked for", ()
    for name, most in requirement.at_most.items():
        if (found := counter.count(key, record, name)) > most:
            path = (name,) if name in ("for", "against") else ()
            yield f"has {found} {name} where {most} are the most", path


class _Counter:
    """Counts what is counted of a record."""

    def __init__(self, case: Case) -> None:
        self._case = case

    @cached_property
    def _uses(self) -> Counter[str]:
        """How many claims name each piece of evidence, and how much evidence each source gives."""
        project = self._case.project
        found = Counter(item.source for item in project.evidence.values() if item.source)
        for claim in project.claims.values():
            found.update({p for _, _, argument in arguments_of(claim) for p in argument.premises})
        return found

    @cached_property
    def _schools(self) -> Counter[str]:
        """How many schools have a stance on each claim."""
        return Counter(claim for _, claim in self._case.positions)

    def count(self, key: str, record: Any, name: str) -> int:
        if isinstance(record, Claim):
            return self._of_claim(key, record, name)
        if name == "uses":
            return self._uses[key]
        if isinstance(record, Evidence):
            counted = {"notes": record.cited, "makers": record.by, "words": record.shows.split()}
            return len(counted[name])
        assert isinstance(record, Source)
        return len(record.authors)

    def _of_claim(self, key: str, claim: Claim, name: str) -> int:
        if name in ("for", "against"):
            return len(claim.pro if name == "for" else claim.con)
        if name == "answers":
            return sum(bool(argument.answer) for argument in claim.con)
        if name == "holders":
            return len(claim.holders)
        if name == "schools":
            return self._schools[key]
        if name == "words":
            return len(claim.text.split())
        premises = {p for argument in claim.pro for p in argument.premises}
        if name == "premises":
            return len(premises)
        evidence = self._case.project.evidence
        items = {p: evidence[p] for p in premises if p in evidence}
        if name == "evidence":
            return len(items)
        if name == "documents":
            return len({self._case.documents[p] for p in items})
        field = {"sources": "source", "kinds": "kind", "forms": "form"}[name]
        return len({getattr(item, field) for item in items.values()} - {None})
