"""Where a finding stands, for programs that want a file and a line of everything."""

from collections.abc import Iterable

from argmap.audit.result import Audit, NotChecked
from argmap.model.finding import Finding, Related
from argmap.report.safe import one_line


def file_of(item: Finding | Related) -> str:
    """Give the file of a finding, or the folder where no one file is at fault: ``.`` is the project's.

    Examples:
        >>> from argmap.model.finding import Spot
        >>> file_of(Finding("dull", Spot("claims/"))), file_of(Finding("dull", Spot("")))
        ('claims', '.')
    """
    file = item.place.file if item.place else item.spot.file
    return file.rstrip("/") or "."


def has_file(item: Finding | Related) -> bool:
    """Whether a finding stands in a file rather than being about a folder or the whole project."""
    return item.place is not None or (item.spot.file not in ("", ".") and not item.spot.file.endswith("/"))


def message_and_help(finding: Finding) -> str:
    """Give message and help, a line each."""
    lines = [finding.message, f"help: {finding.help}" if finding.help else ""]
    return "\n".join(one_line(line) for line in lines if line)


def whole_message(finding: Finding) -> str:
    """Give message, the other places that matter, and help, a line each."""
    lines = [f"see {place_of(other)}: {other.message}".rstrip(": ") for other in finding.related]
    message, *rest = message_and_help(finding).split("\n")
    return "\n".join([message, *map(one_line, lines), *rest])


def place_of(item: Finding | Related) -> str:
    """Give file, line and column as compilers do, or only what is known of them."""
    place = item.place
    return f"{place.file}:{place.line}:{place.column}" if place else file_of(item)


def by_reason(not_checked: Iterable[NotChecked]) -> dict[str, list[str]]:
    """Put rules that could not run together by the reason why."""
    reasons: dict[str, list[str]] = {}
    for skipped in not_checked:
        reasons.setdefault(skipped.reason, []).append(skipped.rule)
    return reasons


def not_checked_lines(audit: Audit) -> list[str]:
    """Tell the rules that could not run, a line a reason."""
    return [
        one_line(f"not checked: {', '.join(rules)} ({reason})")
        for reason, rules in by_reason(audit.not_checked).items()
    ]
