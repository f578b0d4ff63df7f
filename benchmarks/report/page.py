"""Puts the page together: docs/performance.md and the plot beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.measure.run import LONG
from benchmarks.report.aims import aim_table, growth
from benchmarks.report.chart import Curve, plot
from benchmarks.report.figures import table
from benchmarks.report.tables import (
    faults,
    floor_table,
    growth_table,
    names,
    peak_table,
    races,
    ratio_table,
    seconds_or_why,
)
from benchmarks.series.rows import ALL_RULES, ARGMAP, BARE, HELP, Row, find

PLOT = "performance.svg"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the benchmarks."""

    rows: list[Row]
    machine: Sequence[tuple[str, str]]
    peers: Sequence[tuple[str, str]]
    """Name and version of each peer asked for, or ``not here``."""
    repeats: int
    limit: float
    loads: Sequence[float] = field(default_factory=tuple)
    """How many processes wanted to run, before each series."""


def page(run: Run) -> str:
    """Write the page as Markdown."""
    parts = [_head(run), _machine(run), _targets(run)]
    for series, write in (
        ("sizes", _sizes),
        ("steps", _steps),
        ("shapes", _shapes),
        ("quotations", _quotations),
        ("frameworks", _frameworks),
        ("aif", _aif),
    ):
        if any(row.series == series for row in run.rows):
            parts.append(write(run))
    parts.append(_not_run(run))
    return "\n".join(part for part in parts if part)


def growth_plot(rows: list[Row]) -> str:
    """Draw CPU seconds by size, one curve a contestant."""
    mine = [row for row in rows if row.series == "sizes" and row.name not in (BARE, HELP)]
    curves = []
    for name in sorted(names(mine), key=lambda name: name != ARGMAP):
        points = sorted((row.size, row.seconds) for row in mine if row.name == name and row.seconds)
        curves.append(Curve(name, tuple((float(x), y) for x, y in points), bold=name == ARGMAP))
    return plot(
        curves,
        title="CPU seconds by size of the same argument",
        across="claims and pieces of evidence",
        upwards="CPU seconds",
    )


def _head(run: Run) -> str:
    return f"""# Performance

Written by `python -m benchmarks` ([how](../benchmarks/README.md)); do not edit. Every command ran in a
process of its own, all contestants of a race (a column or a line of a table) in turn, A B C A B C …,
{run.repeats} rounds; different races may stem from different runs. A command of more than {LONG:g} seconds
ran once (marked \\*). Figures are medians of **CPU seconds** (user and system, children included) and of
the peak memory of the largest process. A run was stopped at {run.limit:g} CPU seconds
({5 * run.limit:g} from more than 250,000 records on). Compare ratios, not seconds.
Every tool read the same made-up argument, written in its own format as far as that format goes: the same
sentences and the same links, about one link a record.{_busy(run)}
"""


def _busy(run: Run) -> str:
    if not run.loads or max(run.loads) < 1.5:
        return ""
    return (
        f"\n\n**Other work ran on the machine at the same time**: between {min(run.loads):.1f} and "
        f"{max(run.loads):.1f} processes\nwanted to run before a series began. That makes CPU seconds "
        "larger and less even, for every\ncontestant alike."
    )


def _machine(run: Run) -> str:
    peers = table(["peer", "version"], run.peers) if run.peers else ""
    return f"## The machine\n\n{table(['what', 'which'], run.machine)}\n{peers}"


def _targets(run: Run) -> str:
    return f"## Targets\n\n{aim_table(run.rows)}"


def _sizes(run: Run) -> str:
    every = growth(run.rows, ARGMAP)
    linear = f" CPU time of `argmap check` grows with size to the power of {every:.2f}." if every else ""
    return f"""## The same argument in every format

*{ARGMAP}* is `argmap check` with the rules that are on by default and nothing kept from an earlier run;
*{ALL_RULES}* runs every rule there is; *unchanged* is the same check once more. What the peers were asked
stands in [the list](../benchmarks/README.md#peers). No peer works out verdicts or looks at sources, dates
and witnesses.

![CPU seconds by size, on log axes]({PLOT})

{growth_table(run.rows, "sizes")}
{peak_table(run.rows, "sizes")}
How many times argmap's CPU time each peer takes, argmap with its default rules; a peer with one record a
file is put beside argmap in that layout.{linear}

{ratio_table(run.rows, "sizes")}"""


def _steps(run: Run) -> str:
    return f"""## Each step beside its floor

All in one process; ratios to the least that the step could take, with CPU seconds in brackets. *Rules* is a
whole audit but for reading: verdicts, findings and their places in the files.

{floor_table(run.rows)}"""


def _shapes(run: Run) -> str:
    return f"""## Other shapes

A tree, a dense map (every claim rests on up to twelve others), one chain, one claim over everything,
circles of ten; some 10,000 records each.

{growth_table(run.rows, "shapes")}"""


def _quotations(run: Run) -> str:
    return f"""## Quotations

One or two sentences each, looked up in the text that they are cited from; one in four has a wrong word.

{growth_table(run.rows, "quotations")}"""


def _frameworks(run: Run) -> str:
    return f"""## Abstract frameworks

The grounded extension (SE-GR) and one preferred extension (SE-PR) of frameworks as a map has them, and of
others drawn by lot.

{_upright(run.rows, "frameworks")}"""


def _aif(run: Run) -> str:
    return f"""## AIF

Read, and written again.

{growth_table(run.rows, "aif")}"""


def _upright(rows: list[Row], series: str) -> str:
    """Write a series of many races with a line a race."""
    mine = [row for row in rows if row.series == series]
    columns = names(mine)
    lines = [
        [race, *(seconds_or_why(find(mine, series, race, name)) for name in columns)] for race in races(mine)
    ]
    return table(["CPU seconds", *columns], lines)


def _not_run(run: Run) -> str:
    told = faults(run.rows)
    return f"## What did not run to its end\n\n{told}" if told else ""
