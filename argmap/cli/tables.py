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

    from argmap.compare.comparison import Comparison
    from argmap.model.project import Project
    from argmap.verdict.statistics import Statistics

STANCE_MARKS = {"holds": "+", "rejects": "−", "qualifies": "±", "silent": "·"}


def _console() -> "Console":
    from rich.console import Console

    width = shutil.get_terminal_size((110, 40)).columns if sys.stdout.isatty() else 110
    colour = is_colour()
    return Console(
        file=sys.stdout, width=max(60, width), no_color=not colour, force_terminal=colour, highlight=False
    )


def _table(first: str, *columns: str, wide: bool = False) -> "Table":
    """Make a table; a wide one gives its first column what the others leave."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=wide)
    table.add_column(first, overflow="fold", ratio=1 if wide else None)
    for column in columns:
        table.add_column(column, overflow="fold", max_width=16 if wide else None, no_wrap=False)
    return table


def print_comparison(comparison: "Comparison", *, only_parted: bool = False) -> None:
    """Print claims by schools, the agreement of each pair, and the cruxes."""
    from rich.text import Text

    console = _console()
    if not comparison.schools:
        console.print("No schools are recorded: nothing to compare.")
        return
    rows = [row for row in comparison.rows if row.parted or not only_parted]
    spoken = [s for s in comparison.schools if any(r.cells[s].stance != "silent" for r in comparison.rows)]
    table = _table("claim", "the map", *spoken, wide=True)
    for row in rows:
        cells = [
            Text(f"{STANCE_MARKS[cell.stance]} {cell.stance}\n{cell.verdict.mark} {cell.verdict}")
            for cell in (row.cells[school] for school in spoken)
        ]
        name = Text.assemble((row.claim, "bold"), "\n", row.text)
        table.add_row(name, Text(f"{row.verdict.mark} {row.verdict}"), *cells)
        table.add_section()
    console.print(table)
    silent = [school for school in comparison.schools if school not in spoken]
    if silent:
        console.print(f"Silent on every claim: {', '.join(silent)}", markup=False)
    _print_agreement(console, comparison)
    _print_cruxes(console, comparison)


def _print_agreement(console: "Console", comparison: "Comparison") -> None:
    pairs = [pair for pair in comparison.agreements if pair.common]
    if not pairs:
        console.print("\nNo two schools speak of one and the same claim.")
        return
    console.print("\nAgreement, on claims of which both schools speak:", style="bold")
    table = _table("schools", "same", "share", "kappa")
    for pair in pairs:
        share = "–" if pair.share is None else f"{pair.share:.0%}"
        kappa = "–" if pair.kappa is None else f"{pair.kappa:.2f}"
        table.add_row(" / ".join(pair.schools), f"{pair.same} of {pair.common}", share, kappa)
    console.print(table)


def _print_cruxes(console: "Console", comparison: "Comparison") -> None:
    from rich.text import Text

    if not comparison.cruxes:
        console.print("\nNo cruxes: no claim is held by one school and rejected by another.")
        return
    console.print("\nCruxes, by how many verdicts above turn on them:", style="bold")
    table = _table("claim", "hold", "reject", "above", "turns")
    for crux in comparison.cruxes:
        turns = str(len(crux.turns)) if crux.weighed else "not weighed"
        holding, rejecting = ", ".join(crux.holding), ", ".join(crux.rejecting)
        table.add_row(Text(crux.claim), holding, rejecting, str(crux.above), turns)
    console.print(table)


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
        yield from _folded(f"  {project.part_title(part or None)}: {told}")


def _counts(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    told = ", ".join(f"{n} {word}" for word, n in counts.items() if n) or "none"
    yield from _folded(f"{title:<14}{told}", 14)


def _folded(text: str, hang: int = 4) -> list[str]:
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
        yield from _folded(f"named by: {', '.join(shown['named_by'])}")


def _as_yaml(record: Mapping[str, Any]) -> list[str]:
    """Write a record as its file would, short forms expanded."""
    import yaml

    text = yaml.safe_dump(record, sort_keys=False, allow_unicode=True, width=96)
    return [f"  {line}" for line in text.splitlines()]
