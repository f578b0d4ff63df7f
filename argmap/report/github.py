"""The format ``github``: workflow commands, which GitHub Actions shows as annotations."""

from collections.abc import Iterator

from argmap.check import Audit
from argmap.model.finding import Finding, Severity
from argmap.report.registry import Reader, report_format
from argmap.report.safe import one_line
from argmap.report.where import file_of, has_file, not_checked_lines, whole_message

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


@report_format("github")
def github_report(audit: Audit, read: Reader, colour: bool) -> str:
    """Write each finding, and each reason why rules could not run, as a workflow command."""
    lines = [_command(_COMMANDS[f.severity], _properties(f), whole_message(f)) for f in _worst_first(audit)]
    lines += [_command("notice", [("title", "argmap")], line) for line in not_checked_lines(audit)]
    return "".join(line + "\n" for line in lines)


def _worst_first(audit: Audit) -> list[Finding]:
    """Put the worst first: GitHub shows ten annotations of a kind for a step, and drops the others."""
    return sorted(audit.findings, key=lambda finding: finding.severity.rank)


def _properties(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "title", f"argmap {finding.rule}"
    place = finding.place
    if has_file(finding):
        yield "file", file_of(finding)
    if place is None:
        return
    yield "line", str(place.line)
    yield "endLine", str(place.end_line)
    if place.line == place.end_line:  # columns count only within one line
        yield "col", str(place.column)
        yield "endColumn", str(place.end_column)


def _command(name: str, properties: Iterator[tuple[str, str]] | list[tuple[str, str]], message: str) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties)
    return f"::{name} {told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
