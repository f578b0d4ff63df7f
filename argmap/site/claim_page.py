"""The page of one claim."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model.project import arguments_of
from argmap.model.records import Claim, Stance
from argmap.model.stances import Position
from argmap.site.addresses import address
from argmap.site.argument_views import argument_views, worth
from argmap.site.library import Library
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


def claim_page(library: Library, key: str) -> ClaimPage:
    """Collect what the page of a claim shows."""
    project = library.project
    claim, told = project.claims[key], explain(library.judgement, key, 1)
    place = library.place[key]
    around = library.reading_order[max(0, place - 1) : place + 2]
    return ClaimPage(
        key,
        claim,
        told.verdict,
        told.standard,
        (worth(told.verdict.pro), worth(told.verdict.con)),
        _part(library, claim),
        project.files.get(("claims", key), ""),
        tuple(_why(library, told)),
        argument_views(library, told, "for"),
        argument_views(library, told, "against"),
        tuple(_objections(library, key)),
        tuple(_stances(library, key, claim)),
        tuple(_backlink(library, use) for use in library.uses.get(key, ())),
        tuple(library.finding(finding) for finding in library.findings.get(key, ())),
        tuple(_expected(library, key)),
        library.link(around[0], "claims") if place else None,
        library.link(around[-1], "claims") if around[-1] != key else None,
    )


def _part(library: Library, claim: Claim) -> Link | None:
    for part in library.outline:
        if claim.part is not None and part.part == claim.part:
            return Link(part.title, address("parts", claim.part))
    return None


def _why(library: Library, told: Explanation) -> Iterator[Pieces]:
    """Tell the verdict in sentences; the schools have a section of their own."""
    names = [premise.id for step in told.steps for premise in step.premises]
    for sentence in sentences(told):
        if sentence.startswith("What weighs"):
            yield library.mentions(sentence, names)
        elif not sentence.startswith("Schools:"):
            yield (sentence,)


def _objections(library: Library, key: str) -> Iterator[Objections]:
    """Find what speaks against the claims that a claim rests on, at any distance."""
    claims = library.project.claims
    seen, queue = {key}, [key]
    for at in queue:
        for argument in claims[at].pro:
            new = [name for name in argument.premises if name in claims and name not in seen]
            seen.update(new)
            queue += new
    for at in queue[1:]:
        names = dict.fromkeys(name for argument in claims[at].con for name in argument.premises)
        if names:
            yield Objections(library.claim(at), tuple(library.link(n, "claims", "evidence") for n in names))


def _stances(library: Library, key: str, claim: Claim) -> Iterator[StanceRow]:
    for position in library.stances.get(key, ()):
        yield _school_row(library, key, position, claim.schools.get(position.school))
    for scholar in claim.held_by:
        if scholar not in claim.scholars:
            yield _scholar_row(library, scholar, Stance(stance="holds"))
    for scholar, stance in claim.scholars.items():
        yield _scholar_row(library, scholar, stance)


def _school_row(library: Library, key: str, position: Position, stated: Stance | None) -> StanceRow:
    return StanceRow(
        position.school,
        library.link(position.school, "schools"),
        "school",
        position.stance,
        tuple(library.link(who, "scholars") for who in position.scholars),
        tuple(library.source(cite) for cite in position.cite),
        position.locator,
        stated.remark if stated else None,
        library.before[position.school][key] if position.school in library.before else None,
    )


def _scholar_row(library: Library, scholar: str, stance: Stance) -> StanceRow:
    return StanceRow(
        scholar,
        library.link(scholar, "scholars"),
        "scholar",
        stance.stance,
        (),
        tuple(library.source(cite) for cite in stance.cite),
        str(stance.locator) if stance.locator else "",
        stance.remark,
    )


def _backlink(library: Library, use: Use) -> Backlink:
    verdict = library.judgement[use.claim] if use.kind == "claims" else None
    return Backlink(use.role, library.link(use.claim, use.kind), verdict)


def _expected(library: Library, key: str) -> Iterator[str]:
    for entry in library.project.expectations.get(key, ()):
        grade = f" ({entry.grade})" if entry.grade else ""
        before = f" before the {entry.school} school" if entry.school else ""
        when = f" as of {entry.as_of}" if entry.as_of else ""
        yield f"{entry.verdict}{grade}{before}{when}"


def counts(claim: Claim) -> tuple[int, int]:
    """Count the arguments for and against a claim."""
    sides = [side for side, _, _ in arguments_of(claim)]
    return sides.count("for"), sides.count("against")
