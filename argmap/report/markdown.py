"""The format ``markdown``: a table a file, for the comment on a pull request or the summary of a job."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from argmap.check import Audit
from argmap.model.finding import Finding
from argmap.model.pattern import pattern
from argmap.report.registry import Reader, report_format
from argmap.report.safe import one_line
from argmap.report.text import totals
from argmap.report.where import file_of, not_checked_lines, place_of

LARGEST = 60_000
"""Characters of tables that are shown: GitHub refuses a comment of more than 65,536."""

_MARKS = pattern(r"[\\`*_{}\[\]|~$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_CALLS = pattern(r"(?<=[@#!])(?=[\w])|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-\d)", re.IGNORECASE)


@report_format("markdown")
def markdown_report(audit: Audit, read: Reader, colour: bool) -> str:
    """Write the findings as tables; what is too much for a comment is counted, notes first to go."""
    rows = [_row(finding) for finding in audit.findings]
    shown = _that_fit(audit.findings, rows)
    blocks = [f"### argmap: {escaped(totals(audit))}"]
    for file, group in groupby(sorted(shown), key=lambda i: file_of(audit.findings[i])):
        blocks.append(_table(file, [rows[i] for i in group]))
    left = [finding for i, finding in enumerate(audit.findings) if i not in shown]
    if left:
        blocks.append(f"Not shown, as there are too many for one comment: {_counts(left)}.")
    told = [f"- {escaped(line)}" for line in not_checked_lines(audit)]
    return "\n\n".join([*blocks, *(["\n".join(told)] if told else [])]) + "\n"


def escaped(text: str) -> str:
    r"""Put a text on one line of Markdown where nothing in it is a mark, a tag, a link or a mention.

    Examples:
        >>> print(escaped("a|b *c* <d>"))
        a\|b \*c\* &lt;d&gt;
        >>> print(escaped("@somebody, see #12"))
        @<!-- -->somebody, see #<!-- -->12
    """
    line = _CALLS.sub("\0", one_line(text))
    line = "".join(_ENTITIES.get(c, c) for c in _MARKS.sub(r"\\\g<0>", line))
    return line.replace("\0", "<!-- -->")


def _that_fit(findings: Sequence[Finding], rows: Sequence[str]) -> set[int]:
    """Choose findings, by their positions, until the space is full, the worst first."""
    room = LARGEST
    shown: set[int] = set()
    files: set[str] = set()
    for i in sorted(range(len(rows)), key=lambda i: (findings[i].severity.rank, i)):
        file = file_of(findings[i])
        room -= len(rows[i]) + 1 + (0 if file in files else len(_table(file, [])) + 2)
        files.add(file)
        if room < 0:
            break
        shown.add(i)
    return shown


def _table(file: str, rows: list[str]) -> str:
    head = "The project" if file == "." else escaped(file)
    return "\n".join(
        [f"**{head}**", "", "| line | severity | rule | finding |", "| ---: | --- | --- | --- |", *rows]
    )


def _row(finding: Finding) -> str:
    line = str(finding.place.line) if finding.place else ""
    rule = escaped(finding.rule)
    return f"| {line} | {finding.severity.value} | {rule} | {'<br>'.join(_cell(finding))} |"


def _cell(finding: Finding) -> Iterator[str]:
    yield escaped(finding.message)
    for related in finding.related:
        yield escaped(f"see {place_of(related)}: {related.message}".rstrip(": "))
    if finding.help:
        yield f"*help:* {escaped(finding.help)}"


def _counts(findings: list[Finding]) -> str:
    numbers: dict[str, int] = {}
    for finding in sorted(findings, key=lambda f: f.severity.rank):
        numbers[finding.severity.value] = numbers.get(finding.severity.value, 0) + 1
    return ", ".join(f"{n} {word}{'s' * (n != 1)}" for word, n in numbers.items())
