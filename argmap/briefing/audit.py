"""The audit that an examiner reads, from its facts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import shorten

from argmap.briefing.document import (
    Block,
    Code,
    Commands,
    Document,
    Heading,
    Inline,
    Items,
    Line,
    Mark,
    Paragraph,
    Section,
    Table,
)
from argmap.briefing.facts import AuditFacts, Dependence
from argmap.model.finding import Finding
from argmap.model.project import Project
from argmap.rules.registry import find_rule
from argmap.verdict.judgement import Verdict

SHOWN = 60
"""Findings of one rule that are listed; the rest are counted."""

_FAMILIES = {
    "opposition": ("Objections", "What is said against claims, and how it is met."),
    "chronology": ("Chronology", "Evidence that its own date speaks against."),
    "citations": ("Citations", "Notes, sources and bibliography."),
    "quotations": ("Quotations", "Quotations against the words of their sources."),
}
"""Families of rules whose findings are listed one by one, with title and first sentence."""


def audit_document(facts: AuditFacts) -> Document:
    """Put the facts of an audit into sections.

    Args:
        facts: What it tells.
    """
    sections = (
        ("The main claims", _main_claims(facts)),
        ("The least supported claims", _weakest(facts)),
        ("What would fall", _dependence(facts)),
        *((title, _listed(facts, family, what)) for family, (title, what) in _FAMILIES.items()),
        ("The schools", _schools(facts)),
        ("Everything else that was found", _others(facts)),
        ("Remarks on the notes", _oddities(facts)),
        ("What was not checked", _not_checked(facts)),
        ("How to reproduce this report", _closing()),
    )
    made = ((title, tuple(blocks)) for title, blocks in sections)
    return Document(
        f"Audit of: {facts.project.settings.title}",
        tuple(_opening(facts)),
        tuple(Section(title, blocks) for title, blocks in made if blocks),
        "Written by argmap; the same files give the same report.",
    )


def mark(verdict: Verdict) -> Mark:
    """Give a verdict as a mark and a word."""
    return Mark(verdict.mark, str(verdict), verdict.verdict)


def _opening(facts: AuditFacts) -> Iterator[Block]:
    project, counted = facts.project, facts.statistics
    author = project.scholars.get(project.settings.author or "")
    by = f" by {author.name}" if author else ""
    records = counted.records
    yield Paragraph(
        f"The argument{by} is recorded as {records['claims']} claims, {records['evidence']} pieces of "
        f"evidence and {records['sources']} sources; the evidence cites {counted.notes_cited} notes of the "
        "manuscript. A verdict says how a claim fares in the argument as it is written, by the proof "
        "standards stated; it does not say what happened."
    )
    words = [f"{count} {word}" for word, count in counted.verdicts.items() if count]
    yield Paragraph(f"Of the claims, {', '.join(words)}.")
    names = [word for word, count in counted.verdicts.items() if count]
    rows = (
        (_part_name(project, part), *(str(verdicts[word] or "–") for word in names))
        for part, verdicts in counted.parts.items()
    )
    yield Table(("part", *names), tuple(rows))


def _part_name(project: Project, part: str) -> str:
    """Name a part as notes do, with its title where it has one that says more."""
    title = shorten(project.part_title(part or None), 52, placeholder=" …")
    return title if not part or title == part else f"{part}: {title}"


def _main_claims(facts: AuditFacts) -> Iterator[Block]:
    if not facts.main:
        yield Paragraph("The map names no thesis and states no expected verdict: it has no main claims.")
        return
    head = ["claim", "verdict", "what decides it"]
    if facts.release is not None:
        yield Paragraph(
            "The thesis, what it rests on directly, and the claims whose verdict the map states beforehand. "
            f"The column “before {facts.release}” withholds evidence that could not be read until the "
            "release of that year, from which most of the dated evidence comes."
        )
        head.insert(2, f"before {facts.release}")
    rows: list[tuple[Line, ...]] = []
    for main in facts.main:
        row: list[Line] = [_claim(main.claim, main.text), mark(main.verdict), main.reason]
        if main.before is not None:
            row.insert(2, mark(main.before))
        rows.append(tuple(row))
    yield Table(tuple(head), tuple(rows))


def _claim(key: str, text: str) -> tuple[Inline, ...]:
    return (Code(key), f" {text}" if text else "")


def _weakest(facts: AuditFacts) -> Iterator[Block]:
    if not facts.weakest:
        yield Paragraph("No claim of the author's that carries others stands on nothing or little.")
        return
    yield Paragraph(
        f"{facts.unsupported} claims stand on nothing, or on nothing that is worth anything. Of the author's "
        "own, these carry most of what is above them while they stand on nothing or little themselves."
    )
    rows = ((_claim(w.claim, w.text), str(w.above), mark(w.verdict), w.part) for w in facts.weakest)
    yield Table(("claim", "claims above", "verdict", "part"), tuple(rows))


def _dependence(facts: AuditFacts) -> Iterator[Block]:
    yield Paragraph(
        f"The verdict on {facts.hanging} of {len(facts.project.claims)} claims would turn if one single "
        "piece of evidence were lost. Each piece of evidence, each source and each archive is withdrawn in "
        "turn, and every claim judged again. A claim is counted where its verdict becomes another; a lower "
        "grade alone does not count."
    )
    for title, found in (
        ("piece of evidence", facts.points),
        ("source", facts.sources),
        ("archive", facts.archives),
    ):
        if found:
            head = [title, "evidence", "claims that turn", "main claims among them"]
            if title == "piece of evidence":
                del head[1]
            yield Table(tuple(head), tuple(tuple(_fallen(each, title)) for each in found))
    if facts.archives and facts.archives[0].turned:
        first = facts.archives[0]
        yield Paragraph(f"Without what {first.name} holds these would turn:")
        yield Paragraph((*_codes(first.turned), "."))
    if single := facts.of("single-source"):
        yield Paragraph(f"{len(single)} claims go back to a single piece of evidence or a single document:")
        yield _findings(single)


def _fallen(found: Dependence, title: str) -> Iterator[Line]:
    yield found.name if title == "archive" else _claim(found.name, found.told)
    if title != "piece of evidence":
        yield str(found.evidence)
    yield str(len(found.turned))
    yield _codes(found.main) or "–"


def _codes(keys: Sequence[str]) -> tuple[Inline, ...]:
    return tuple(piece for key in keys for piece in (", ", Code(key)))[1:]


def _listed(facts: AuditFacts, family: str, what: str) -> Iterator[Block]:
    found = {rule: findings for rule, findings in facts.findings.items() if find_rule(rule).family == family}
    if found:
        yield Paragraph(what)
    for rule in found:
        yield Heading(f"{find_rule(rule).title.rstrip('.')} ({len(found[rule])})")
        yield _findings(found[rule])


def _findings(findings: Sequence[Finding]) -> Items:
    items: list[str | tuple[Inline, ...]] = []
    for finding in findings[:SHOWN]:
        place = f"{finding.place.file}:{finding.place.line}" if finding.place else finding.spot.file
        items.append((f"{finding.message} (", Code(place), ")"))
    if len(findings) > SHOWN:
        items.append(f"and {len(findings) - SHOWN} more")
    return Items(tuple(items))


def _schools(facts: AuditFacts) -> Iterator[Block]:
    comparison = facts.comparison
    if not comparison.schools:
        return
    spoken = Counter(s for row in comparison.rows for s, cell in row.cells.items() if cell.position)
    told = ", ".join(f"{school} on {spoken[school]}" for school in comparison.schools)
    yield Paragraph(f"Claims on which each school takes a stand: {told}.")
    pairs = [pair for pair in comparison.agreements if pair.common]
    if pairs:
        rows = (
            (
                " / ".join(pair.schools),
                f"{pair.same} of {pair.common}",
                "–" if pair.kappa is None else f"{pair.kappa:.2f}",
            )
            for pair in pairs
        )
        yield Table(("schools", "same stance", "Cohen's kappa"), tuple(rows))
    if comparison.cruxes:
        yield Paragraph("Claims on which schools part, those first on which most turns:")
        parting = (
            (
                _claim(crux.claim, facts.project.claims[crux.claim].text),
                ", ".join(crux.holding),
                ", ".join(crux.rejecting),
                str(len(crux.turns)) if crux.weighed else "not weighed",
            )
            for crux in comparison.cruxes
        )
        yield Table(("claim", "held by", "rejected by", "verdicts that turn on it"), tuple(parting))


def _others(facts: AuditFacts) -> Iterator[Block]:
    rest = {
        rule: found
        for rule, found in facts.findings.items()
        if find_rule(rule).family not in _FAMILIES and rule != "single-source"
    }
    if rest:
        rows = (((Code(rule),), find_rule(rule).title, str(len(found))) for rule, found in rest.items())
        yield Table(("rule", "what it finds", "findings"), tuple(rows))


def _oddities(facts: AuditFacts) -> Iterator[Block]:
    if not facts.oddities:
        return
    yield Paragraph(
        "What the map remarks about evidence: a note that misfires, a date that cannot be, a poor fit."
    )
    by_part: dict[str, list[tuple[Inline, ...]]] = {}
    for oddity in facts.oddities:
        line = (f"{', '.join(oddity.notes)} (", Code(oddity.evidence), f"): {oddity.remark}")
        by_part.setdefault(oddity.notes[0].rpartition(".")[0], []).append(line)
    for part, lines in by_part.items():
        yield Items(tuple(lines), f"Part {part}")


def _not_checked(facts: AuditFacts) -> Iterator[Block]:
    """Say what this report does not vouch for."""
    by_reason: dict[str, list[str]] = {}
    for each in facts.not_checked:
        by_reason.setdefault(each.reason, []).append(each.rule)
    if by_reason:
        yield Paragraph("These rules could not run here; their silence says nothing:")
        yield Items(tuple((*_codes(names), f": {reason}") for reason, names in by_reason.items()))
    if facts.off:
        yield Paragraph(("These were not asked for: ", *_codes(facts.off), "."))
    counts = facts.reviewed
    if counts["reviewed"] or counts["suspect"]:
        yield Paragraph(
            f"Of {sum(counts.values())} claims {counts['reviewed']} were reviewed by others than the author; "
            f"{counts['suspect']} more have changed since they were."
        )
    else:
        yield Paragraph("No claim has been reviewed by another than the author.")
    yield Paragraph(
        "No rule reads a source: whether a document says what the map has it show is for a reader to check, "
        "except where a quotation is compared with its text."
    )


def _closing() -> Iterator[Block]:
    yield Commands(
        (
            "argmap report --out AUDIT.md     # or AUDIT.html",
            "argmap check                     # every finding with its place",
            "argmap why ID                    # the proof of a verdict, down to documents",
            "argmap brief ID                  # one claim on one page",
            "argmap fragile ID                # what a verdict hangs on",
            'argmap what-if --without "NAME OF AN ARCHIVE OR ID OF A SOURCE"',
        )
    )
