"""The formats for people: ``full`` with the lines concerned, ``concise`` with one line a finding."""

from collections.abc import Iterator

from argmap.check import Audit
from argmap.model.finding import Finding, Place
from argmap.report.excerpt import excerpt, lines_of
from argmap.report.paint import paint
from argmap.report.registry import Reader, report_format


@report_format("full")
def full(audit: Audit, read: Reader, colour: bool) -> str:
    """Write each finding with its lines, marks and help, then a summary."""
    files = _Files(read)
    blocks = ["\n".join(_block(finding, files, colour)) for finding in audit.findings]
    return "\n\n".join([*blocks, "\n".join(_closing(audit, colour))]) + "\n"


@report_format("concise")
def concise(audit: Audit, read: Reader, colour: bool) -> str:
    """Write each finding in one line, then a summary."""
    lines = [
        f"{_at(f.place, f.spot.file)}: {paint(f.severity.value, f.severity.value, colour)} "
        f"{paint(f.rule, 'bold', colour)}: {f.message}"
        for f in audit.findings
    ]
    return "\n".join([*lines, *_closing(audit, colour)]) + "\n"


class _Files:
    """Lines of files, each read once."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._lines: dict[str, list[str]] = {}

    def lines(self, file: str) -> list[str]:
        if file not in self._lines:
            self._lines[file] = lines_of(self._read(file) or b"")
        return self._lines[file]


def _block(finding: Finding, files: _Files, colour: bool) -> Iterator[str]:
    level = finding.severity.value
    rule = paint(finding.rule, "bold", colour)
    yield f"{paint(level, level, colour)} {rule}: {finding.message}"
    yield from _span(finding.place, finding.spot.file, files, colour, "", level)
    for other in finding.related:
        yield from _span(other.place, other.spot.file, files, colour, other.message, "blue")
    if finding.help:
        yield f"  {paint('help:', 'good', colour)} {finding.help}"


def _span(
    place: Place | None, file: str, files: _Files, colour: bool, label: str, style: str
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
    return f"{place.file}:{place.line}:{place.column}" if place else file


def _closing(audit: Audit, colour: bool) -> Iterator[str]:
    reasons: dict[str, list[str]] = {}
    for skipped in audit.not_checked:
        reasons.setdefault(skipped.reason, []).append(skipped.rule)
    for reason, rules in reasons.items():
        yield f"{paint('not checked:', 'dim', colour)} {', '.join(rules)} ({reason})"
    project = audit.project
    pieces = _count(len(project.evidence), "piece")
    size = f"{_count(len(project.claims), 'claim')}, {pieces} of evidence"
    counts = [_count(n, word) for word, n in audit.summary.items() if n]
    if counts:
        yield f"{', '.join(counts)} in {size}"
    else:
        yield f"{paint('clean', 'good', colour)}: nothing found in {size}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
