"""The lists of a site: evidence, sources, scholars, findings, stances, dates, turns of verdicts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.model.edtf import Edtf
from argmap.model.vocabulary import GRADE_WORDS
from argmap.site.catalogue import Catalogue
from argmap.site.figures import comparison_picture, dates_picture
from argmap.site.listing import Facet, Listing, Row, row
from argmap.site.ordering import date_of
from argmap.site.scholar_page import Scholars
from argmap.site.source_page import Sources, type_words
from argmap.site.views import ClaimLine, FindingView, Link
from argmap.site.writer import Writer
from argmap.verdict.audience import readable_since
from argmap.verdict.grades import Grading, grade
from argmap.verdict.judgement import Verdict


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """Evidence in a list."""

    link: Link
    note: str
    """Its short note."""
    date: str
    grading: Grading
    uses: int
    hanging: int
    """Claims whose verdict turns without it."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in a list."""

    link: Link
    entry: str
    """Its entry in a bibliography, as HTML."""
    evidence: int
    cited: int
    listed: bool


@dataclass(frozen=True, slots=True)
class DateLine:
    """Something with a date."""

    date: str
    kind: str
    """``event``, ``made`` or ``readable``."""
    link: Link


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A verdict that turned."""

    claim: ClaimLine
    before: Verdict
    after: Verdict
    through: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StanceLine:
    """What the schools say to a claim."""

    claim: ClaimLine
    stances: tuple[tuple[str, Link, str, Verdict | None], ...]
    """School, link, stance, and the verdict before it where it turns."""


def year_of_text(date: Edtf | None) -> str:
    """Give the year that a date is listed under."""
    text = str(date) if date is not None else ""
    return text[:4] if text[:4].isdigit() else "Undated"


def _values(found: Iterable[str], order: Iterable[str] = ()) -> tuple[str, ...]:
    """Order values as a vocabulary does, others behind it."""
    have, known = set(found) - {""}, list(order)
    return tuple(v for v in known if v in have) + tuple(sorted(have - set(known)))


def evidence_list(writer: Writer) -> Listing:
    """List the evidence in order of time."""
    catalogue = writer.catalogue
    rows = []
    for key in catalogue.evidence_order:
        item = catalogue.project.evidence[key]
        grading = grade(item, table=catalogue.grader.table)
        line = EvidenceLine(
            catalogue.link(key, "evidence"),
            catalogue.short_note(key).text,
            str(date_of(item) or ""),
            grading,
            len(catalogue.uses.get(key, ())),
            len(catalogue.hanging.get(key, ())),
        )
        html = writer.rows("evidence.html", "evidence_line", [line])[0]
        rows.append(row(html, year_of_text(date_of(item)), (grading.word, item.kind or "")))
    facets = (
        Facet("Grade", _values((one.facets[0] for one in rows), reversed(GRADE_WORDS))),
        Facet("Kind", _values(one.facets[1] for one in rows)),
    )
    return Listing("evidence", rows, facets, "evidence")


def source_list(writer: Writer, sources: Sources) -> Listing:
    """List the sources by their short form."""
    catalogue = writer.catalogue
    rows = []
    for key in sources.order:
        source = catalogue.project.sources[key]
        line = SourceLine(
            catalogue.link(key, "sources"),
            catalogue.citer.cite(key).entry.html,
            len(sources.evidence.get(key, ())),
            len(sources.cited.get(key, ())),
            source.listed,
        )
        letter = source.short[:1].upper() if source.short[:1].isalpha() else "Other"
        used = "used" if line.evidence or line.cited else "not used"
        html = writer.rows("sources.html", "source_line", [line])[0]
        rows.append(row(html, letter, (used, source.type)))
    types = _values(one.facets[1] for one in rows)
    facets = (
        Facet("Use", _values(one.facets[0] for one in rows)),
        Facet("Type", types, {name: type_words(name) for name in types}),
    )
    return Listing("sources", rows, facets, "sources")


def scholar_list(writer: Writer, scholars: Scholars) -> Listing:
    """List all scholars by name."""
    catalogue = writer.catalogue
    keys = sorted(catalogue.project.scholars, key=lambda k: catalogue.project.scholars[k].name.casefold())
    rows = []
    for person in (scholars.person(key) for key in keys):
        letter = person.link.text[:1].upper() if person.link.text[:1].isalpha() else "Other"
        rows.append(row(writer.rows("scholars.html", "person", [person])[0], letter))
    return Listing("scholars", rows, (), "scholars")


def finding_list(writer: Writer, rules: Iterable[tuple[str, list[FindingView]]]) -> Listing:
    """List the findings by rule: errors first, then by how many there are."""
    catalogue, claims = writer.catalogue, writer.catalogue.project.claims
    rows = []
    for name, found in rules:
        for view in found:
            finding = view.finding
            parts = [claims[key].part or "" for key in finding.subjects if key in claims]
            html = writer.rows("findings.html", "finding", [view])[0]
            rows.append(row(html, name, (finding.severity.value, name, parts[0] if parts else "")))
    parts_in_order = [part.part or "" for part in catalogue.outline]
    titles = {part.part or "": part.title for part in catalogue.outline}
    facets = (
        Facet("Severity", _values((one.facets[0] for one in rows), ("error", "warning", "note"))),
        Facet("Rule", _values(one.facets[1] for one in rows)),
        Facet("Part", _values((one.facets[2] for one in rows), parts_in_order), titles),
    )
    return Listing("findings", rows, facets, "findings", "findings")


def date_list(writer: Writer) -> Listing:
    """List events, documents and their release by year."""
    found = sorted(_dates(writer.catalogue), key=lambda entry: entry[0])
    rows = [
        row(writer.rows("timeline.html", "date_line", [line])[0], year, (line.kind,))
        for (_, year, *_), line in found
    ]
    names = {"event": "events", "made": "documents made", "readable": "documents opened"}
    kinds = Facet("Show", _values((one.facets[0] for one in rows), names), names)
    picture = dates_picture(writer.catalogue.judgement, writer.links("timeline.html")) if rows else None
    return Listing("timeline", rows, (kinds,), "dates", figure=picture)


def _dates(catalogue: Catalogue) -> Iterator[tuple[tuple[int, str, str, str], DateLine]]:
    project = catalogue.project
    for key, event in project.events.items():
        yield _dated(event.when, "event", catalogue.link(key, "events"), key)
    for key, item in project.evidence.items():
        link = catalogue.link(key, "evidence")
        made = date_of(item)
        if made is not None:
            yield _dated(made, "made", link, key)
        since, field = readable_since(project, item)
        if since is not None and field == "available":
            yield _dated(since, "readable", link, key)


def _dated(date: Edtf | None, kind: str, link: Link, key: str) -> tuple[tuple[int, str, str, str], DateLine]:
    year = year_of_text(date)
    first = date.earliest if date is not None and date.earliest is not None else 0
    place = first if year != "Undated" else 10**9
    return (place, year, kind, key), DateLine(str(date or ""), kind, link)


def turn_list(writer: Writer) -> Listing:
    """List the turns of verdicts by the year of the release that turned them."""
    catalogue = writer.catalogue
    found = []
    for key, history in catalogue.histories.items():
        for turn in history.turns:
            through = tuple(catalogue.link(release.evidence, "evidence") for release in turn.releases)
            line = TurnLine(catalogue.claim(key), turn.before, turn.after, through)
            found.append((turn.year, catalogue.place[key], turn.day, line))
    found.sort(key=lambda entry: entry[:3])
    rows = [
        row(writer.rows("history.html", "turn_line", [line])[0], str(year), (line.after.verdict,))
        for year, _, _, line in found
    ]
    verdicts = Facet("Turned to", _values(one.facets[0] for one in rows))
    return Listing("history", rows, (verdicts,), "turns", "lines")


def stance_list(writer: Writer) -> Listing:
    """List what the schools say to each claim: first where they part, then where they agree."""
    catalogue = writer.catalogue
    groups: dict[str, list[Row]] = {"Schools part": [], "Several schools say the same": []}
    alone: dict[str, list[Row]] = {}
    for key in catalogue.reading_order:
        said = [p for p in catalogue.stances.get(key, ()) if p.stance not in ("", "silent")]
        known = [p for p in said if p.school in catalogue.project.schools]
        if not known:
            continue
        words = {p.stance for p in known}
        if len(known) > 1:
            group = "Schools part" if len(words) > 1 else "Several schools say the same"
            into, kind = groups[group], "part" if len(words) > 1 else "agree"
        else:
            group = f"Only {catalogue.project.schools[known[0].school].name} speaks"
            into, kind = alone.setdefault(group, []), "one speaks"
        stances = tuple((p.school, *_stance(catalogue, p.school, key, p.stance)) for p in known)
        html = writer.rows("comparison.html", "stance_line", [StanceLine(catalogue.claim(key), stances)])[0]
        into.append(row(html, group, (kind, "")))
    ordered = [*groups.values(), *sorted(alone.values(), key=lambda rows: (len(rows), rows[0].group))]
    rows = [one for group in ordered for one in group]
    kinds = Facet("Schools", _values((one.facets[0] for one in rows), ("part", "agree", "one speaks")))
    picture = comparison_picture(catalogue.comparison, writer.links("comparison.html"))
    return Listing("comparison", rows, (kinds,), "claims", "lines", picture)


def _stance(catalogue: Catalogue, school: str, claim: str, stance: str) -> tuple[Link, str, Verdict | None]:
    before = catalogue.before[school][claim]
    turned = before.verdict != catalogue.judgement[claim].verdict
    return catalogue.link(school, "schools"), stance, before if turned else None
