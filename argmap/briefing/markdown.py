"""An audit report in Markdown: prose, tables and how to reproduce it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from argmap.briefing.facts import AuditFacts, Dependence
from argmap.model.finding import Finding
from argmap.model.project import Project
from argmap.rules.registry import find_rule

SHOWN = 60
"""Findings of one rule that are listed; the rest are counted."""

_CHRONOLOGY = ("evidence-before-event", "evidence-after-effect", "impossible-dates")
_OPPOSITION = ("unanswered-objection", "answer-does-not-stand", "flat-but-weak", "expected-verdict-not-met")
_CITATIONS = (
    "note-without-evidence",
    "evidence-for-no-note",
    "source-not-in-bibliography",
    "citation-not-in-bibliography",
    "unlisted-source",
    "short-title-never-introduced",
    "ambiguous-ibid",
    "work-in-two-ways",
    "address-of-two-documents",
    "loose-note",
    "entry-never-cited",
    "unused-source",
)
_QUOTATIONS = (
    "quotation-altered",
    "quotation-absent",
    "quotation-cut-short",
    "quotation-two-wordings",
    "quotation-by-receipt",
)


def audit_markdown(facts: AuditFacts) -> str:
    """Write the report of an audit.

    Args:
        facts: What it tells.
    """
    sections = (
        _opening(facts),
        _main_claims(facts),
        _weakest(facts),
        _dependence(facts),
        _listed(facts, "Objections", "What is said against claims, and how it is met.", _OPPOSITION),
        _listed(facts, "Chronology", "Evidence that its own date speaks against.", _CHRONOLOGY),
        _listed(facts, "Citations", "Notes, sources and bibliography.", _CITATIONS),
        _listed(facts, "Quotations", "Quotations against the words of their sources.", _QUOTATIONS),
        _schools(facts),
        _others(facts),
        _oddities(facts),
        _closing(facts),
    )
    return "\n".join(line for section in sections for line in (*section, "")).rstrip() + "\n"


def _cell(text: str) -> str:
    """Make a text safe inside a table of Markdown."""
    return re.sub(r"([\\|*_`<\[\]])", r"\\\1", " ".join(text.split()))


def _code(text: str) -> str:
    return f"`{text.replace('`', ' ')}`"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _opening(facts: AuditFacts) -> Iterator[str]:
    project, counted = facts.project, facts.statistics
    author = project.scholars.get(project.settings.author or "")
    yield f"# Audit of: {_cell(project.settings.title)}"
    yield ""
    by = f" by {_cell(author.name)}" if author else ""
    records = counted.records
    yield (
        f"The argument{by} is recorded as {records['claims']} claims, {records['evidence']} pieces of "
        f"evidence and {records['sources']} sources; the evidence cites {counted.notes_cited} notes of the "
        "manuscript. A verdict says how a claim fares in the argument as it is written, by the proof "
        "standards stated; it does not say what happened."
    )
    yield ""
    words = [f"{count} {word}" for word, count in counted.verdicts.items() if count]
    yield f"Of the claims, {', '.join(words)}."
    yield ""
    titled = ((_part_name(project, part), verdicts) for part, verdicts in counted.parts.items())
    names = [word for word, count in counted.verdicts.items() if count]
    rows = ([_cell(title), *(str(verdicts[word] or "–") for word in names)] for title, verdicts in titled)
    yield from _table(("part", *names), rows)


def _part_name(project: Project, part: str) -> str:
    """Name a part as notes do, with its title where it has one that says more."""
    title = shorten(project.part_title(part or None), 52, placeholder=" …")
    return title if not part or title == part else f"{part}: {title}"


def _main_claims(facts: AuditFacts) -> Iterator[str]:
    yield "## The main claims"
    yield ""
    if facts.release is not None:
        yield (
            "The thesis, what it rests on directly, and the claims whose verdict the map states beforehand. "
            f"The column *before {facts.release}* withholds evidence that could not be read until the "
            "release of that year, from which most of the dated evidence comes."
        )
        yield ""
    head = ["claim", "verdict", "what decides it"]
    if facts.release is not None:
        head.insert(2, f"before {facts.release}")
    rows = []
    for main in facts.main:
        row = [
            f"{_code(main.claim)} {_cell(main.text)}",
            f"{main.verdict.mark} {main.verdict}",
            _cell(main.reason),
        ]
        if main.before is not None:
            row.insert(2, f"{main.before.mark} {main.before}")
        rows.append(row)
    yield from _table(head, rows)


def _weakest(facts: AuditFacts) -> Iterator[str]:
    yield "## The least supported claims"
    yield ""
    if not facts.weakest:
        yield "No claim of the author's that carries others stands on nothing or little."
        return
    yield (
        f"{facts.unsupported} claims stand on nothing, or on nothing that is worth anything. Of the author's "
        "own, these carry most of what is above them while they stand on nothing or little themselves."
    )
    yield ""
    rows = (
        (str(w.above), f"{_code(w.claim)} {_cell(w.text)}", f"{w.verdict.mark} {w.verdict}", _cell(w.part))
        for w in facts.weakest
    )
    yield from _table(("claims above", "claim", "verdict", "part"), rows)


def _dependence(facts: AuditFacts) -> Iterator[str]:
    yield "## What would fall"
    yield ""
    yield (
        "Each archive and each of the most used sources is withdrawn in turn, and the whole map judged "
        "again. A claim is counted where its verdict becomes another; a lower grade alone does not count."
    )
    for title, found in (("archive", facts.archives), ("source", facts.sources)):
        if found:
            yield ""
            yield from _table(
                (title, "evidence", "claims that turn", "main claims among them"), map(_fallen, found)
            )
    if facts.archives and facts.archives[0].turned:
        first = facts.archives[0]
        yield ""
        yield f"Without what {_cell(first.name)} holds, these claims would have another verdict:"
        yield ""
        yield ", ".join(_code(key) for key in first.turned) + "."
    single = facts.of("single-source")
    if single:
        yield ""
        yield f"{len(single)} claims go back to a single piece of evidence or a single document:"
        yield ""
        yield from _findings(single)


def _fallen(found: Dependence) -> Sequence[str]:
    mains = ", ".join(_code(key) for key in found.main) or "–"
    return _cell(found.name), str(found.evidence), str(len(found.turned)), mains


def _listed(facts: AuditFacts, title: str, what: str, rules: Sequence[str]) -> Iterator[str]:
    found = [(rule, facts.findings[rule]) for rule in rules if rule in facts.findings]
    skipped = [n for n in facts.not_checked if n.rule in rules]
    if not found and not skipped:
        return
    yield f"## {title}"
    yield ""
    yield what
    for rule, findings in found:
        yield ""
        yield f"### {find_rule(rule).title.rstrip('.')} ({len(findings)})"
        yield ""
        yield from _findings(findings)
    for reason in dict.fromkeys(n.reason for n in skipped):
        names = ", ".join(_code(n.rule) for n in skipped if n.reason == reason)
        yield ""
        yield f"Not checked: {names} ({_cell(reason)})."


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings[:SHOWN]:
        place = f"{finding.place.file}:{finding.place.line}" if finding.place else finding.spot.file
        yield f"- {_cell(finding.message)} ({_code(place)})"
    if len(findings) > SHOWN:
        yield f"- and {len(findings) - SHOWN} more"


def _schools(facts: AuditFacts) -> Iterator[str]:
    comparison = facts.comparison
    if not comparison.schools:
        return
    yield "## The schools"
    yield ""
    spoken = Counter(s for row in comparison.rows for s, cell in row.cells.items() if cell.position)
    told = ", ".join(f"{school} on {spoken[school]}" for school in comparison.schools)
    yield f"Claims on which each school takes a stand: {told}."
    pairs = [pair for pair in comparison.agreements if pair.common]
    if pairs:
        yield ""
        rows = (
            (
                _cell(" / ".join(pair.schools)),
                f"{pair.same} of {pair.common}",
                "–" if pair.kappa is None else f"{pair.kappa:.2f}",
            )
            for pair in pairs
        )
        yield from _table(("schools", "same stance", "Cohen's kappa"), rows)
    if comparison.cruxes:
        yield ""
        yield "Claims on which schools part, those first on which most turns:"
        yield ""
        parting = (
            (
                f"{_code(crux.claim)} {_cell(facts.project.claims[crux.claim].text)}",
                _cell(", ".join(crux.holding)),
                _cell(", ".join(crux.rejecting)),
                str(len(crux.turns)) if crux.weighed else "not weighed",
            )
            for crux in comparison.cruxes
        )
        yield from _table(("claim", "held by", "rejected by", "verdicts that turn on it"), parting)


def _others(facts: AuditFacts) -> Iterator[str]:
    told = {*_CHRONOLOGY, *_OPPOSITION, *_CITATIONS, *_QUOTATIONS, "single-source"}
    rest = {rule: found for rule, found in facts.findings.items() if rule not in told}
    if not rest:
        return
    yield "## Everything else that was found"
    yield ""
    rows = ((_code(rule), _cell(find_rule(rule).title), str(len(found))) for rule, found in rest.items())
    yield from _table(("rule", "what it finds", "findings"), rows)


def _oddities(facts: AuditFacts) -> Iterator[str]:
    if not facts.oddities:
        return
    yield "## Remarks on the notes"
    yield ""
    yield "What the map remarks about evidence: a note that misfires, a date that cannot be, a poor fit."
    part = None
    for oddity in facts.oddities:
        here = oddity.notes[0].rpartition(".")[0]
        if here != part:
            part = here
            yield ""
            yield f"**Part {_cell(here)}**"
            yield ""
        yield f"- {', '.join(oddity.notes)} ({_code(oddity.evidence)}): {_cell(oddity.remark)}"


def _closing(facts: AuditFacts) -> Iterator[str]:
    yield "## How to reproduce this report"
    yield ""
    yield "```sh"
    yield "argmap report --out AUDIT.md"
    yield "argmap check               # every finding with its place"
    yield "argmap why ID              # the proof of a verdict, down to documents"
    yield 'argmap what-if --without "NAME OF AN ARCHIVE OR ID OF A SOURCE"'
    yield "```"
    yield ""
    yield "Written by argmap; the same files give the same report."
