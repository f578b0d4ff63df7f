"""The page of one claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from markupsafe import Markup

from argmap.model.errors import DrawingError
from argmap.model.records import Claim, Stance
from argmap.model.stances import Position
from argmap.site.addresses import address
from argmap.site.argument_views import argument_views, worth
from argmap.site.catalogue import Catalogue
from argmap.site.figures import Picture
from argmap.site.paging import Section
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
from argmap.site.writer import Made, Writer
from argmap.timeline.strip import strip_svg
from argmap.verdict.explain import explain
from argmap.verdict.explanation import Explanation, sentences
from argmap.verdict.judgement import Verdict

NEAREST = 40
"""Claims further down, with what speaks against them, that a page names."""
STRIP = 640.0
"""Width of the strip of years, in points."""


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
class Span:
    """Years in which a claim had one verdict."""

    since: int | None
    """None for the time before the first release."""
    until: int | None
    """The last year of it; None for today."""
    verdict: Verdict
    through: tuple[Link, ...]
    """Evidence whose release turned it."""


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """All that the page of a claim shows."""

    id: str
    claim: Claim
    verdict: Verdict
    standard: str
    sides: tuple[Worth, Worth]
    """What is for it and what is against it."""
    part: Link
    file: str
    why: tuple[Pieces, ...]
    pro: tuple[ArgumentView, ...]
    con: tuple[ArgumentView, ...]
    objections: tuple[Objections, ...]
    stances: tuple[StanceRow, ...]
    uses: tuple[Backlink, ...]
    findings: tuple[FindingView, ...]
    expected: tuple[str, ...]
    spans: tuple[Span, ...]
    """Its verdict over time; none where nothing is dated."""
    undated: int
    """Evidence that nothing dates, taken as always readable."""
    losses: tuple[tuple[Link, Verdict], ...]
    """Single evidence whose loss turns the verdict, with the verdict then."""
    events: tuple[Link, ...]
    previous: Link | None
    following: Link | None


def claim_page(catalogue: Catalogue, key: str) -> ClaimPage:
    """Collect what the page of a claim shows."""
    project = catalogue.project
    claim, told = project.claims[key], explain(catalogue.judgement, key, 0)
    place = catalogue.place[key]
    losses = catalogue.fragile[key].losses
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
        tuple(islice(_objections(catalogue, key), NEAREST + 1)),
        tuple(_stances(catalogue, key, claim)),
        tuple(_backlink(catalogue, use) for use in catalogue.uses.get(key, ())),
        tuple(catalogue.finding(finding) for finding in catalogue.findings.get(key, ())),
        tuple(_expected(catalogue, key)),
        spans(catalogue, key),
        len(catalogue.histories[key].undated),
        tuple((catalogue.link(loss.items[0], "evidence"), loss.after) for loss in losses),
        tuple(catalogue.link(event, "events") for event in catalogue.events.get(key, ())),
        catalogue.link(around[0], "claims") if place else None,
        catalogue.link(around[-1], "claims") if around[-1] != key else None,
    )


def write_claim(writer: Writer, key: str, picture: Picture | DrawingError | None) -> Made:
    """Write the page of a claim; without a figure where there is none."""
    here = address("claims", key)
    page = claim_page(writer.catalogue, key)

    def section(name: str, title: str, macro: str, items: Sequence[Any], **more: Any) -> Section:
        return Section(name, title, writer.rows(here, macro, items), **more)

    sections = [
        section("for", "For it", "argument", page.pro, shape="arguments", empty="Nothing is given for it."),
        section(
            "against",
            "Against it",
            "argument",
            page.con,
            shape="arguments",
            empty="No objection is recorded.",
        ),
        section(
            "contrary",
            "Contrary evidence further down",
            "objections",
            page.objections[:NEAREST],
            shape="lines",
            intro=writer.macros(here).objections_told(len(page.objections), NEAREST)
            if page.objections
            else "",
        ),
        section(
            "schools",
            "Schools and scholars",
            "stance_row",
            page.stances,
            shape="table",
            columns=("Who", "Stance", "Where", "Verdict before it"),
        ),
        section(
            "hangs",
            "What its verdict hangs on",
            "loss",
            page.losses,
            shape="losses",
            intro=writer.macros(here).losses_told() if page.losses else "",
        ),
        section("uses", "Where it is used", "backlink", page.uses, empty="No other claim rests on it."),
        section("events", "Events", "plain_link", page.events, shape="plain"),
        section("findings", "Findings about it", "finding", page.findings, shape="findings"),
    ]
    history = writer.catalogue.histories[key]
    # it escaped every text itself; a claim without a figure has its list of years alone
    strip = Markup(strip_svg(history, width=STRIP)) if page.spans and picture else ""
    yield from writer.record(
        here, "claim.html", sections, page=page, picture=picture, strip=strip, title=page.claim.text
    )


def spans(catalogue: Catalogue, key: str) -> tuple[Span, ...]:
    """Tell the verdict on a claim over time, as evidence became readable."""
    history = catalogue.histories[key]
    if not history.strip:
        return ()
    through: dict[int, dict[str, None]] = {}
    for turn in history.turns:
        through.setdefault(turn.year, {}).update(dict.fromkeys(r.evidence for r in turn.releases))
    found = [Span(None, history.strip[0][0] - 1, history.first, ())]
    ends = [year - 1 for year, _ in history.strip[1:]]
    for (year, verdict), until in zip(history.strip, [*ends, None], strict=True):
        links = tuple(catalogue.link(name, "evidence") for name in through.get(year, ()))
        found.append(Span(year, until, verdict, links))
    return tuple(found)


def _part(catalogue: Catalogue, claim: Claim) -> Link:
    return Link(catalogue.parts[claim.part or ""].title, address("parts", claim.part or ""))


def _why(catalogue: Catalogue, told: Explanation) -> Iterator[Pieces]:
    """Tell the verdict in sentences; the schools have a section of their own."""
    names = [premise.id for step in told.steps for premise in step.premises]
    for sentence in sentences(told):
        if sentence.startswith("What weighs"):
            yield catalogue.mentions(sentence, names)
        elif " contested: " in sentence:
            yield catalogue.mentions(sentence, told.contested)
        elif not sentence.startswith("Schools:"):
            yield (sentence,)


def _objections(catalogue: Catalogue, key: str) -> Iterator[Objections]:
    """Find what speaks against the claims that a claim rests on, at any distance, nearest first."""
    claims = catalogue.project.claims
    seen, queue = {key}, [key]
    for at in queue:
        names = dict.fromkeys(name for argument in claims[at].con for name in argument.premises)
        if names and at != key:
            yield Objections(
                catalogue.claim(at), tuple(catalogue.link(n, "claims", "evidence") for n in names)
            )
        for argument in claims[at].pro:
            new = [name for name in argument.premises if name in claims and name not in seen]
            seen.update(new)
            queue += new


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
