"""The formats for people: ``full`` with the lines concerned, ``concise`` with one line a finding."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

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
    blocks = _Blocks(FileLines(read), colour)
    told = ["\n".join(blocks.lines(finding)) for finding in audit.findings]
    return "\n\n".join([*told, "\n".join(closing(audit, colour))]) + "\n"


@report_format("concise")
def concise(audit: Audit, read: Reader, colour: bool) -> str:
    """Write each finding in one line, then a summary."""
    lines = [
        f"{_at(f.place, f.spot.file)}: {paint(f.severity.value, f.severity.value, colour)} "
        f"{paint(f.rule, 'bold', colour)}: {_mark(f, colour)}{f.message}"
        for f in audit.findings
    ]
    return "\n".join([*lines, *closing(audit, colour)]) + "\n"


class _Blocks:
    """Writes findings with the lines concerned."""

    def __init__(self, files: FileLines, colour: bool) -> None:
        self._files, self._colour = files, colour
        self._arrow, self._bar = paint("-->", "blue", colour), paint("|", "blue", colour)
        self._help, self._fix = paint("help:", "good", colour), paint("fix:", "good", colour)

    def lines(self, finding: Finding) -> list[str]:
        """Give what is told of a finding."""
        colour, level = self._colour, finding.severity.value
        rule = paint(finding.rule, "bold", colour)
        lines = [f"{paint(level, level, colour)} {rule}: {_mark(finding, colour)}{finding.message}"]
        self._add_span(lines, finding.place, finding.spot.file, "", level)
        for other in finding.related:
            self._add_span(lines, other.place, other.spot.file, other.message, "blue")
        if finding.help:
            lines.append(f"  {self._help} {finding.help}")
        if finding.fix:
            flag = "--fix" if finding.fix.safe else "--unsafe-fixes"
            lines.append(f"  {self._fix} {one_line(finding.fix.title)} ({flag})")
        return lines

    def _add_span(self, lines: list[str], place: Place | None, file: str, label: str, style: str) -> None:
        """Add a place, and its line with marks and a label under it."""
        at = _at(place, file)
        if at:
            lines.append(f"  {self._arrow} {at}")
        line = self._files.line(place) if place else None
        if place is None or line is None:
            if label:
                lines.append(f"      {label}")
            return
        shown, carets = excerpt(line, place)
        number = str(place.line)
        lines.append(f"  {paint(number, 'blue', self._colour)} {self._bar} {shown}")
        marks = paint(f"{carets} {label}".rstrip(), style, self._colour)
        lines.append(f"  {' ' * len(number)} {self._bar} {marks}")


def _mark(finding: Finding, colour: bool) -> str:
    """Mark what can be put right: a star for what is safe, a question mark for the rest."""
    if finding.fix is None:
        return ""
    return paint("[*]" if finding.fix.safe else "[?]", "good", colour) + " "


def _at(place: Place | None, file: str) -> str:
    return f"{_named(place.file)}{place.line}:{place.column}" if place else one_line(file)


@cache
def _named(file: str) -> str:
    return one_line(f"{file}:")


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
