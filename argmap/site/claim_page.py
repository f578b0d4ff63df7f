"""The page of one claim."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model.project import arguments_of
from argmap.model.records import Claim, Stance
from argmap.model.stances import Position
from argmap.site.addresses import address
from argmap.site.argument_views import argument_views, worth
from argmap.site.catalogue import Catalogue
from argmap.site.views import (
    ArgumentView,
    ClaimLine,
    FindingView,
    Link,
    Pieces,
    StanceRow,
    Use,
    Worth,
)
from argmap.verdict.explain import explain
from argmap.verdict.explanation import Explanation, sentences
from argmap.verdict.judgement import Verdict


@dataclass(frozen=True, slots=True)
class Objections:
    """A claim further down that something speaks against."""

    claim: ClaimLine
    contrary: tuple[Link, ...]
    """What speaks against it."""


@dataclass(frozen=True, slots=True)
class Backlink:
    """A record that uses the claim."""

    role: str
    link: Link
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """All that the page of a claim shows."""

    id: str
    claim: Claim
    verdict: Verdict
    standard: str
    sides: tuple[Worth, Worth]
    """What is for it and what is against it."""
    part: Link | None
    file: str
    why: tuple[Pieces, ...]
    pro: tuple[ArgumentView, ...]
    con: tuple[ArgumentView, ...]
    objections: tuple[Objections, ...]
    stances: tuple[StanceRow, ...]
    uses: tuple[Backlink, ...]
    findings: tuple[FindingView, ...]
    expected: tuple[str, ...]
    previous: Link | None
    following: Link | None


def claim_page(catalogue: Catalogue, key: str) -> ClaimPage:
    """Collect what the page of a claim shows."""
    project = catalogue.project
    claim, told = project.claims[key], explain(catalogue.judgement, key, 1)
    place = catalogue.place[key]
    around = catalogue.reading_order[max(0, place - 1) : place + 2]
    return ClaimPage(
        key,
        claim,
        told.verdict,
        told.standard,
        (worth(told.verdict.pro), worth(told.verdict.con)),
        _part(catalogue, claim),
        project.files.get(("claims", key), ""),
        tuple(_why(catalogue, told)),
        argument_views(catalogue, told, "for"),
        argument_views(catalogue, told, "against"),
        tuple(_objections(catalogue, key)),
        tuple(_stances(catalogue, key, claim)),
        tuple(_backlink(catalogue, use) for use in catalogue.uses.get(key, ())),
        tuple(catalogue.finding(finding) for finding in catalogue.findings.get(key, ())),
        tuple(_expected(catalogue, key)),
        catalogue.link(around[0], "claims") if place else None,
        catalogue.link(around[-1], "claims") if around[-1] != key else None,
    )


def _part(catalogue: Catalogue, claim: Claim) -> Link | None:
    for part in catalogue.outline:
        if claim.part is not None and part.part == claim.part:
            return Link(part.title, address("parts", claim.part))
    return None


def _why(catalogue: Catalogue, told: Explanation) -> Iterator[Pieces]:
    """Tell the verdict in sentences; the schools have a section of their own."""
    names = [premise.id for step in told.steps for premise in step.premises]
    for sentence in sentences(told):
        if sentence.startswith("What weighs"):
            yield catalogue.mentions(sentence, names)
        elif not sentence.startswith("Schools:"):
            yield (sentence,)


def _objections(catalogue: Catalogue, key: str) -> Iterator[Objections]:
    """Find what speaks against the claims that a claim rests on, at any distance."""
    claims = catalogue.project.claims
    seen, queue = {key}, [key]
    for at in queue:
        for argument in claims[at].pro:
            new = [name for name in argument.premises if name in claims and name not in seen]
            seen.update(new)
            queue += new
    for at in queue[1:]:
        names = dict.fromkeys(name for argument in claims[at].con for name in argument.premises)
        if names:
            yield Objections(
                catalogue.claim(at), tuple(catalogue.link(n, "claims", "evidence") for n in names)
            )


def _stances(catalogue: Catalogue, key: str, claim: Claim) -> Iterator[StanceRow]:
    for position in catalogue.stances.get(key, ()):
        yield _school_row(catalogue, key, position, claim.schools.get(position.school))
    for scholar in claim.held_by:
        if scholar not in claim.scholars:
            yield _scholar_row(catalogue, scholar, Stance(stance="holds"))
    for scholar, stance in claim.scholars.items():
        yield _scholar_row(catalogue, scholar, stance)


def _school_row(catalogue: Catalogue, key: str, position: Position, stated: Stance | None) -> StanceRow:
    return StanceRow(
        position.school,
        catalogue.link(position.school, "schools"),
        "school",
        position.stance,
        tuple(catalogue.link(who, "scholars") for who in position.scholars),
        tuple(catalogue.source(cite) for cite in position.cite),
        position.locator,
        stated.remark if stated else None,
        catalogue.before[position.school][key] if position.school in catalogue.before else None,
    )


def _scholar_row(catalogue: Catalogue, scholar: str, stance: Stance) -> StanceRow:
    return StanceRow(
        scholar,
        catalogue.link(scholar, "scholars"),
        "scholar",
        stance.stance,
        (),
        tuple(catalogue.source(cite) for cite in stance.cite),
        str(stance.locator) if stance.locator else "",
        stance.remark,
    )


def _backlink(catalogue: Catalogue, use: Use) -> Backlink:
    verdict = catalogue.judgement[use.claim] if use.kind == "claims" else None
    return Backlink(use.role, catalogue.link(use.claim, use.kind), verdict)


def _expected(catalogue: Catalogue, key: str) -> Iterator[str]:
    for entry in catalogue.project.expectations.get(key, ()):
        grade = f" ({entry.grade})" if entry.grade else ""
        before = f" before the {entry.school} school" if entry.school else ""
        when = f" as of {entry.as_of}" if entry.as_of else ""
        yield f"{entry.verdict}{grade}{before}{when}"


def counts(claim: Claim) -> tuple[int, int]:
    """Count the arguments for and against a claim."""
    sides = [side for side, _, _ in arguments_of(claim)]
    return sides.count("for"), sides.count("against")
