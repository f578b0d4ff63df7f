"""Tables and lists for the terminal."""

import shutil
import sys
import textwrap
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from argmap.cli.options import is_colour
from argmap.model.vocabulary import SINGULAR

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from argmap.model.project import Project
    from argmap.verdict.statistics import Statistics


def console() -> "Console":
    """Make the console for results: as wide as the terminal, coloured where it is wanted."""
    from rich.console import Console

    width = shutil.get_terminal_size((110, 40)).columns if sys.stdout.isatty() else 110
    colour = is_colour()
    return Console(
        file=sys.stdout, width=max(60, width), no_color=not colour, force_terminal=colour, highlight=False
    )


def table(first: str, *columns: str, wide: bool = False, last: bool = False) -> "Table":
    """Make a table; its first column (wide) or its last gets what the others leave."""
    from rich import box
    from rich.table import Table

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=wide or last)
    made.add_column(first, overflow="fold", ratio=1 if wide else None)
    for i, column in enumerate(columns, 1):
        takes_rest = last and i == len(columns)
        made.add_column(
            column,
            overflow="fold",
            max_width=None if takes_rest or not (wide or last) else 16 if wide else 28,
            ratio=1 if takes_rest else None,
        )
    return made


def stats_text(project: "Project", counted: "Statistics") -> str:
    """Tell the figures of a map."""
    return "\n".join(_stats_lines(project, counted)) + "\n"


def _stats_lines(project: "Project", counted: "Statistics") -> Iterator[str]:
    yield project.settings.title
    yield ""
    yield from _counts("records", counted.records)
    premises = f"{counted.premises} premises, {counted.depth} deep at most"
    yield f"{'arguments':<14}{counted.arguments} with {premises}"
    yield f"{'notes cited':<14}{counted.notes_cited}"
    yield ""
    yield from _counts("verdicts", counted.verdicts)
    yield from _counts("grades", counted.grades)
    yield from _counts("claims", counted.claim_kinds)
    yield from _counts("evidence", counted.evidence_forms)
    if counted.parts:
        yield ""
        yield "verdicts by part"
    for part, verdicts in counted.parts.items():
        told = ", ".join(f"{n} {word}" for word, n in verdicts.items() if n)
        yield from folded(f"  {project.part_title(part or None)}: {told}")


def _counts(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    told = ", ".join(f"{n} {word}" for word, n in counts.items() if n) or "none"
    yield from folded(f"{title:<14}{told}", 14)


def folded(text: str, hang: int = 4) -> list[str]:
    """Fold a line of prose, what follows hung in."""
    return textwrap.wrap(text, 100, subsequent_indent=" " * hang, break_on_hyphens=False)


def record_text(shown: Mapping[str, Any]) -> str:
    """Tell a record and what stands around it."""
    return "\n".join(_record_lines(shown)) + "\n"


def _record_lines(shown: Mapping[str, Any]) -> Iterator[str]:
    yield f"{SINGULAR[shown['kind']]} {shown['id']}   ({shown['file']})"
    if "verdict" in shown:
        verdict = shown["verdict"]
        grade = f" ({verdict['grade']})" if verdict["grade"] else ""
        yield f"verdict: {verdict['verdict']}{grade}"
    if "grade" in shown:
        yield f"grade: {shown['grade']}"
    yield ""
    yield from _as_yaml(shown["record"])
    if shown["named_by"]:
        yield ""
        yield from folded(f"named by: {', '.join(shown['named_by'])}")


def _as_yaml(record: Mapping[str, Any]) -> list[str]:
    """Write a record as its file would, short forms expanded."""
    import yaml

    text = yaml.safe_dump(record, sort_keys=False, allow_unicode=True, width=96)
    return [f"  {line}" for line in text.splitlines()]
