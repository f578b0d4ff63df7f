"""What the search index knows of each record, and what previews show of it."""

from collections.abc import Iterator

from argmap.search.entry import Entry
from argmap.site.addresses import address
from argmap.site.catalogue import Catalogue
from argmap.verdict.explain import explain
from argmap.verdict.explanation import sentences
from argmap.verdict.grades import grade

Fields = tuple[tuple[float, str], ...]

LONGEST = 240
"""Characters of a line in a preview."""


def entries(catalogue: Catalogue) -> Iterator[Entry]:
    """Give every record of a project, its rules' findings included."""
    yield from _claims(catalogue)
    yield from _evidence(catalogue)
    yield from _sources(catalogue)
    yield from _people(catalogue)
    yield from _findings(catalogue)


def _claims(catalogue: Catalogue) -> Iterator[Entry]:
    for key, claim in catalogue.project.claims.items():
        verdict = catalogue.judgement[key]
        told = sentences(explain(catalogue.judgement, key, 0))
        why = " ".join(sentence for sentence in told if not sentence.startswith("Schools:"))
        because = " ".join(argument.because for argument in (*claim.pro, *claim.con) if argument.because)
        holders = " ".join(catalogue.link(who, "scholars").text for who in claim.held_by)
        yield Entry(
            address("claims", key),
            "claim",
            claim.text,
            verdict.verdict,
            verdict.grade or "",
            _cut(why),
            claim.part or "",
            ((2.0, key), (1.0, because), (0.7, claim.remark or ""), (0.5, f"{claim.kind} {holders}")),
            1.2,
            key,
        )


def _evidence(catalogue: Catalogue) -> Iterator[Entry]:
    table = catalogue.grader.table
    for key, item in catalogue.project.evidence.items():
        note = catalogue.note(key).text
        made = str(item.made or "")
        parts = {reference.rpartition(".")[0] for reference in item.cited}
        yield Entry(
            address("evidence", key),
            "evidence",
            item.shows,
            "",
            grade(item, table=table).word,
            _cut(note),
            min(parts, key=catalogue.project.part_order, default=""),
            ((2.0, key), (1.5, note), (1.0, f"{item.kind or ''} {made}"), (0.7, item.remark or "")),
            key=key,
        )


def _sources(catalogue: Catalogue) -> Iterator[Entry]:
    for key, source in catalogue.project.sources.items():
        entry = catalogue.citer.cite(key).entry.text
        fields = ((2.0, key), (2.0, " ".join(source.authors)), (1.0, entry))
        yield Entry(address("sources", key), "source", source.title, note=_cut(entry), fields=fields, key=key)


def _people(catalogue: Catalogue) -> Iterator[Entry]:
    project = catalogue.project
    for key, scholar in project.scholars.items():
        schools = ", ".join(catalogue.link(school, "schools").text for school in scholar.schools)
        fields: Fields = ((2.0, key),)
        yield Entry(address("scholars", key), "scholar", scholar.name, note=schools, fields=fields, key=key)
    for key, school in project.schools.items():
        said = school.text or ""
        fields = ((2.0, key), (1.0, said))
        to = address("schools", key)
        yield Entry(to, "school", school.name, note=_cut(said), fields=fields, rank=1.2, key=key)
    for key, event in project.events.items():
        when, part_name = str(event.when or ""), event.part or ""
        fields = ((2.0, key), (1.0, when))
        to = address("events", key)
        yield Entry(to, "event", event.text, note=when, part=part_name, fields=fields, key=key)
    for part in catalogue.outline:
        name = part.part or ""
        yield Entry(address("parts", name), "part", part.title, part=name, rank=1.2, key=name)


def _findings(catalogue: Catalogue) -> Iterator[Entry]:
    """Give each finding the page of what it is about, under an address of its own."""
    claims = catalogue.project.claims
    for number, finding in enumerate(catalogue.audit.findings):
        links = (catalogue.link(key) for key in finding.subjects)
        page = next((link.to for link in links if link.to), None) or address("rules", finding.rule)
        parts = [claims[key].part or "" for key in finding.subjects if key in claims]
        yield Entry(
            f"{page}#findings:{number}",
            "finding",
            finding.message,
            note=f"{finding.severity.value} {finding.rule}",
            part=parts[0] if parts else "",
            fields=((1.0, finding.rule), (0.5, " ".join(finding.subjects))),
            rank=0.6,
            key=next(iter(finding.subjects), finding.spot.file),
        )


def _cut(text: str) -> str:
    """Shorten a text at a blank.

    Examples:
        >>> _cut("word " * 100)[-6:]
        'word …'
    """
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rpartition(" ")[0].rstrip(" ,;") + " …"
