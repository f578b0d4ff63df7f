"""The page of one piece of evidence: its citation, its grade step by step, and what hangs on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from argmap.model.records import Evidence
from argmap.site.addresses import address
from argmap.site.catalogue import Catalogue
from argmap.site.paging import Section
from argmap.site.views import Citation, FindingView, Link, Use
from argmap.site.writer import Made, Writer
from argmap.verdict.grades import Grading, grade
from argmap.verdict.judgement import Verdict


@dataclass(frozen=True, slots=True)
class EvidenceUse:
    """A claim that uses evidence, and what the evidence is worth to it."""

    role: str
    claim: Link
    verdict: Verdict | None
    grading: Grading | None


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """One piece of evidence with all that is recorded of it."""

    id: str
    item: Evidence
    citation: Citation
    short: str
    """The short note."""
    facts: tuple[tuple[str, str], ...]
    """Name and value of what is recorded of the document."""
    grading: Grading
    """Of the document itself, before any claim."""
    file: str
    challenges: tuple[tuple[Link, Verdict | None], ...]
    uses: tuple[EvidenceUse, ...]
    hanging: tuple[tuple[Link, Verdict], ...]
    """Claims whose verdict turns if it is lost, with the verdict then."""
    events: tuple[Link, ...]
    findings: tuple[FindingView, ...]
    previous: Link | None
    following: Link | None


def evidence_page(catalogue: Catalogue, key: str) -> EvidencePage:
    """Collect what the page of a piece of evidence shows."""
    item = catalogue.project.evidence[key]
    verdicts = catalogue.judgement.verdicts
    place = catalogue.evidence_place[key]
    around = catalogue.evidence_order[max(0, place - 1) : place + 2]
    return EvidencePage(
        key,
        item,
        catalogue.citation(item, key),
        catalogue.short_note(key).text,
        tuple(_facts(catalogue, item)),
        grade(item, table=catalogue.grader.table),
        catalogue.project.files.get(("evidence", key), ""),
        tuple((catalogue.link(c, "claims"), verdicts.get(c)) for c in item.challenged_by),
        tuple(_use(catalogue, key, use) for use in catalogue.uses.get(key, ())),
        tuple((catalogue.link(claim, "claims"), after) for claim, after in catalogue.hanging.get(key, ())),
        tuple(catalogue.link(event, "events") for event in catalogue.events.get(key, ())),
        tuple(catalogue.finding(finding) for finding in catalogue.findings.get(key, ())),
        catalogue.link(around[0], "evidence") if place else None,
        catalogue.link(around[-1], "evidence") if around[-1] != key else None,
    )


def write_evidence(writer: Writer, key: str) -> Made:
    """Write the page of a piece of evidence."""
    here = address("evidence", key)
    page = evidence_page(writer.catalogue, key)

    def section(name: str, title: str, macro: str, items: Sequence[Any], **more: Any) -> Section:
        return Section(name, title, writer.rows(here, macro, items), **more)

    sections = [
        Section(
            "uses",
            "Claims that use it",
            writer.rows(here, "evidence_use", page.uses, page.grading),
            empty="No claim uses it.",
        ),
        section(
            "hangs",
            "What hangs on it",
            "loss",
            page.hanging,
            shape="losses",
            intro=writer.macros(here).hanging_told(),
        )
        if page.hanging
        else Section("hangs", "What hangs on it", empty="No verdict turns if it alone is withdrawn."),
        section("events", "Events", "plain_link", page.events, shape="plain"),
        section("findings", "Findings about it", "finding", page.findings, shape="findings"),
    ]
    yield from writer.record(here, "evidence.html", sections, page=page, title=page.item.shows)


def _facts(catalogue: Catalogue, item: Evidence) -> list[tuple[str, str]]:
    """Name what is recorded of the document, leaving out what is not."""
    given = (
        ("Kind", item.kind),
        ("Made", item.made),
        ("Published", item.published),
        ("Readable since", item.available),
        ("By", ", ".join(map(catalogue.maker, item.by))),
        ("Form", item.form),
        ("Witness", item.witness),
        ("Authenticity", item.authenticity),
        ("How it reached the author", " → ".join(item.chain)),
        ("Document", item.document),
        ("Cited in notes", ", ".join(item.cited)),
    )
    return [(name, str(value)) for name, value in given if value]


def _use(catalogue: Catalogue, key: str, use: Use) -> EvidenceUse:
    grading = None
    if use.role.startswith("speaks"):
        owner = catalogue.project.claims[use.claim]
        argument = (owner.pro if use.side == "for" else owner.con)[use.position]
        grading = catalogue.grader.grading(key, owner, argument)
    verdict = catalogue.judgement[use.claim] if use.kind == "claims" else None
    return EvidenceUse(use.role, catalogue.link(use.claim, use.kind), verdict, grading)
