"""The formats for people: ``full`` with the lines concerned, ``concise`` with one line a finding."""

from collections import Counter
from collections.abc import Iterator

from argmap.audit.result import Audit, Held, Reason
from argmap.model.finding import Finding, Place
from argmap.report.excerpt import FileLines, excerpt
from argmap.report.paint import paint
from argmap.report.registry import Reader, report_format
from argmap.report.safe import one_line
from argmap.report.where import by_reason


@report_format("full")
def full(audit: Audit, read: Reader, colour: bool) -> str:
    """Write each finding with its lines, marks and help, then a summary."""
    files = FileLines(read)
    blocks = ["\n".join(_block(finding, files, colour)) for finding in audit.findings]
    return "\n\n".join([*blocks, "\n".join(closing(audit, colour))]) + "\n"


@report_format("concise")
def concise(audit: Audit, read: Reader, colour: bool) -> str:
    """Write each finding in one line, then a summary."""
    lines = [
        f"{_at(f.place, f.spot.file)}: {paint(f.severity.value, f.severity.value, colour)} "
        f"{paint(f.rule, 'bold', colour)}: {_mark(f, colour)}{f.message}"
        for f in audit.findings
    ]
    return "\n".join([*lines, *closing(audit, colour)]) + "\n"


def _block(finding: Finding, files: FileLines, colour: bool) -> Iterator[str]:
    level = finding.severity.value
    rule = paint(finding.rule, "bold", colour)
    yield f"{paint(level, level, colour)} {rule}: {_mark(finding, colour)}{finding.message}"
    yield from _span(finding.place, finding.spot.file, files, colour, "", level)
    for other in finding.related:
        yield from _span(other.place, other.spot.file, files, colour, other.message, "blue")
    if finding.help:
        yield f"  {paint('help:', 'good', colour)} {finding.help}"
    if finding.fix:
        flag = "--fix" if finding.fix.safe else "--unsafe-fixes"
        yield f"  {paint('fix:', 'good', colour)} {one_line(finding.fix.title)} ({flag})"


def _mark(finding: Finding, colour: bool) -> str:
    """Mark what can be put right: a star for what is safe, a question mark for the rest."""
    if finding.fix is None:
        return ""
    return paint("[*]" if finding.fix.safe else "[?]", "good", colour) + " "


def _span(
    place: Place | None, file: str, files: FileLines, colour: bool, label: str, style: str
) -> Iterator[str]:
    at = _at(place, file)
    if at:
        yield f"  {paint('-->', 'blue', colour)} {at}"
    shown = excerpt(files.lines(place.file), place) if place else None
    if place is None or shown is None:
        if label:
            yield f"      {label}"
        return
    number = str(place.line)
    bar = paint("|", "blue", colour)
    margin = " " * len(number)
    yield f"  {paint(number, 'blue', colour)} {bar} {shown[0]}"
    marks = f"{shown[1]} {label}".rstrip()
    yield f"  {margin} {bar} {paint(marks, style, colour)}"


def _at(place: Place | None, file: str) -> str:
    return one_line(f"{place.file}:{place.line}:{place.column}" if place else file)


def closing(audit: Audit, colour: bool) -> Iterator[str]:
    """Tell what could not be checked, and how many findings there are in how large a map."""
    for reason, rules in by_reason(audit.not_checked).items():
        yield f"{paint('not checked:', 'dim', colour)} {', '.join(rules)} ({reason})"
    for why, number in Counter((held.why, _by(held)) for held in audit.held).items():
        yield paint(f"{number} held back: {_WORDS[why[0]]}{why[1]}", "dim", colour)
    safe, all_of = _fixable(audit)
    if safe:
        yield f"{safe} fixable with --fix" + (f", {all_of - safe} more with --unsafe-fixes" * (all_of > safe))
    elif all_of:
        yield f"{all_of} fixable with --unsafe-fixes"
    found = totals(audit)
    yield found if audit.findings else f"{paint('clean', 'good', colour)}: {found}"


_WORDS = {
    Reason.IGNORE: "ignored with a reason in the settings",
    Reason.BASELINE: "allowed by ",
    Reason.FINDING: "said by another finding already",
    Reason.UNCHANGED: "unchanged since ",
}


def _by(held: Held) -> str:
    """Name the baseline or the revision on account of which a finding is held back."""
    return one_line(held.told) if held.why in (Reason.BASELINE, Reason.UNCHANGED) else ""


def _fixable(audit: Audit) -> tuple[int, int]:
    """Count the findings that can be put right safely, and all that can be put right."""
    fixes = [finding.fix for finding in audit.findings if finding.fix]
    return sum(fix.safe for fix in fixes), len(fixes)


def totals(audit: Audit) -> str:
    """Tell how many findings of each severity there are, and in how large a map."""
    project = audit.project
    pieces = _count(len(project.evidence), "piece")
    size = f"{_count(len(project.claims), 'claim')}, {pieces} of evidence"
    counts = [_count(n, word) for word, n in audit.summary.items() if n]
    return f"{', '.join(counts) or 'nothing found'} in {size}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
