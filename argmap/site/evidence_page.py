"""The page of all evidence, in order of time, and the page of all sources."""

from dataclasses import dataclass

from argmap.model.edtf import Edtf
from argmap.model.records import Evidence, Source
from argmap.site.catalogue import Catalogue
from argmap.site.views import Citation, FindingView, Link, Use
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
class EvidenceEntry:
    """One piece of evidence with all that is recorded of it."""

    id: str
    item: Evidence
    citation: Citation
    facts: tuple[tuple[str, str], ...]
    """Name and value of what is recorded of the document."""
    grading: Grading
    """Of the document itself, before any claim."""
    challenges: tuple[tuple[Link, Verdict | None], ...]
    uses: tuple[EvidenceUse, ...]
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The evidence of one year."""

    title: str
    anchor: str
    entries: tuple[EvidenceEntry, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source with the evidence taken from it."""

    id: str
    source: Source
    reference: str
    web: str
    """Address on the web, if the entry has one."""
    edition_of: Link | None
    evidence: tuple[Link, ...]
    scholars: tuple[Link, ...]
    cited: tuple[Link, ...]
    """Claims to which it is cited for a stance."""
    findings: tuple[FindingView, ...]


def evidence_years(catalogue: Catalogue) -> tuple[Year, ...]:
    """Group the evidence by the year it was made; undated evidence comes last."""
    groups: dict[str, list[tuple[tuple[int, str], str]]] = {}
    for key, item in catalogue.project.evidence.items():
        date = _date(item)
        year = str(date)[:4] if date is not None and str(date)[:4].isdigit() else ""
        first = date.earliest if date is not None and date.earliest is not None else 0
        groups.setdefault(year, []).append(((first, key), key))
    return tuple(
        Year(
            year or "Undated", f"year_{year or 'none'}", tuple(_entry(catalogue, k) for _, k in sorted(keys))
        )
        for year, keys in sorted(groups.items(), key=lambda group: (group[0] == "", group[0]))
    )


def _date(item: Evidence) -> Edtf | None:
    return item.made if item.made is not None else item.published


def _entry(catalogue: Catalogue, key: str) -> EvidenceEntry:
    item = catalogue.project.evidence[key]
    verdicts = catalogue.judgement.verdicts
    return EvidenceEntry(
        key,
        item,
        catalogue.citation(item),
        tuple(_facts(catalogue, item)),
        grade(item, table=catalogue.grader.table),
        tuple((catalogue.link(c, "claims"), verdicts.get(c)) for c in item.challenged_by),
        tuple(_use(catalogue, key, use) for use in catalogue.uses.get(key, ())),
        tuple(catalogue.finding(finding) for finding in catalogue.findings.get(key, ())),
    )


def _facts(catalogue: Catalogue, item: Evidence) -> list[tuple[str, str]]:
    """Name what is recorded of the document, leaving out what is not."""
    scholars = catalogue.project.scholars
    given = (
        ("Kind", item.kind),
        ("Made", item.made),
        ("Published", item.published),
        ("Readable since", item.available),
        ("By", ", ".join(scholars[who].name if who in scholars else who for who in item.by)),
        ("Form", item.form),
        ("Witness", item.witness),
        ("Authenticity", item.authenticity),
        ("How it reached the author", " → ".join(item.chain)),
        ("Document", item.document),
        ("Notes", ", ".join(item.cited)),
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


def source_entries(catalogue: Catalogue) -> tuple[SourceEntry, ...]:
    """List all sources by their short form, with what is taken from each."""
    project = catalogue.project
    evidence: dict[str, list[str]] = {}
    for key, item in project.evidence.items():
        if item.source:
            evidence.setdefault(item.source, []).append(key)
    written: dict[str, list[str]] = {}
    for key, scholar in project.scholars.items():
        for work in scholar.works:
            written.setdefault(work, []).append(key)
    cited: dict[str, dict[str, None]] = {}
    for key, claim in project.claims.items():
        for stance in (*claim.schools.values(), *claim.scholars.values()):
            for cite in stance.cite:
                cited.setdefault(cite, {})[key] = None
    return tuple(
        SourceEntry(
            key,
            source,
            reference(source),
            web_address(source),
            catalogue.source(source.edition_of) if source.edition_of else None,
            tuple(catalogue.link(k, "evidence") for k in evidence.get(key, ())),
            tuple(catalogue.link(k, "scholars") for k in written.get(key, ())),
            tuple(catalogue.link(k, "claims") for k in cited.get(key, ())),
            tuple(catalogue.finding(f) for f in catalogue.findings.get(key, ())),
        )
        for key, source in sorted(project.sources.items(), key=lambda s: (s[1].short.casefold(), s[0]))
    )


def reference(source: Source) -> str:
    """Tell a source in one line, without its title: authors, container, publisher, date.

    Examples:
        >>> reference(Source("book", "The War", ("Kim, A.", "Lee, B."), container="Annals"))
        'Kim, A.; Lee, B. In: Annals.'
    """
    csl = source.csl or {}
    parts = [
        "; ".join(source.authors),
        f"In: {source.container}" if source.container else "",
        _numbers(csl),
        ": ".join(str(csl[f]) for f in ("publisher-place", "publisher") if csl.get(f)),
        source.archive or "",
        str(source.issued or ""),
    ]
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def _numbers(csl: dict[str, object]) -> str:
    labels = {"volume": "vol.", "issue": "no.", "page": "pp."}
    return ", ".join(f"{label} {csl[field]}" for field, label in labels.items() if csl.get(field))


def web_address(source: Source) -> str:
    """Give a source's address on the web; only http and https count, whatever the entry says."""
    csl = source.csl or {}
    doi = csl.get("DOI")
    if isinstance(doi, str) and doi.startswith("10."):
        return f"https://doi.org/{doi}"
    url = csl.get("URL")
    return url if isinstance(url, str) and url.lower().startswith(("https://", "http://")) else ""
