"""What was put right, told to people."""

from collections.abc import Iterator

from argmap.audit.fixing import Repair
from argmap.report.safe import one_line
from argmap.report.where import place_of


def fixed_lines(repair: Repair) -> Iterator[str]:
    """Tell each fix that was made, and how many there are in how many files."""
    for finding in repair.fixed:
        title = finding.fix.title if finding.fix else ""
        yield one_line(f"fixed {place_of(finding)}: {finding.rule}: {title}")
    count, files = len(repair.fixed), len(repair.files)
    if not count:
        yield "nothing to fix"
    else:
        yield f"{count} fixed in {files} file{'s' * (files != 1)}"
