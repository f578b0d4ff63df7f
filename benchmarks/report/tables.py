"""The tables of the page, each from the rows of one series."""

from collections.abc import Iterable

from benchmarks.report.figures import NOTHING, mebibytes, ratio, seconds, table
from benchmarks.series.rows import ARGMAP, SINGLE, Row, find

FLOORS = (
    ("reading", "read", "parse", "the bare parse of the same bytes"),
    ("verdicts", "verdicts", "links", "a bare pass over the links"),
    ("rules", "rules", "read", "reading"),
    ("all rules", "all rules", "read", "reading"),
    ("rules, to the parse", "rules", "parse", "the bare parse of the same bytes"),
    ("all single-source withdrawals", "withdrawals", "parse", "the bare parse of the same bytes"),
    ("drawing the thesis with its support", "drawing", "layout", "the layout engine alone"),
)
"""What is told of each step: its name, its figure, that of its floor, and what the floor is."""


def races(rows: Iterable[Row]) -> list[str]:
    """List the races of some rows, each once, in order."""
    return list(dict.fromkeys(row.race for row in rows))


def names(rows: Iterable[Row]) -> list[str]:
    """List the contestants of some rows, each once, in order."""
    return list(dict.fromkeys(row.name for row in rows))


def growth_table(rows: list[Row], series: str) -> str:
    """Write CPU seconds by contestant and race; a cell without a figure says why."""
    mine = [row for row in rows if row.series == series]
    columns = races(mine)
    lines = []
    for name in names(mine):
        cells = [find(mine, series, race, name) for race in columns]
        lines.append([name, *(seconds_or_why(cell) for cell in cells)])
    return table(["CPU seconds", *(_number(race) for race in columns)], lines)


def peak_table(rows: list[Row], series: str) -> str:
    """Write peak memory by contestant and race."""
    mine = [row for row in rows if row.series == series]
    columns = races(mine)
    lines = []
    for name in names(mine):
        cells = [find(mine, series, race, name) for race in columns]
        lines.append([name, *(mebibytes(cell.peak if cell else None) for cell in cells)])
    return table(["peak memory, MiB", *(_number(race) for race in columns)], lines)


def ratio_table(rows: list[Row], series: str) -> str:
    """Write how many times argmap's CPU time each peer takes, in the same layout of files."""
    mine = [row for row in rows if row.series == series]
    columns = races(mine)
    lines = []
    for name in names(mine):
        if name.startswith((ARGMAP, "bare", "raw")):
            continue
        cells = [_to_argmap(mine, series, race, name) for race in columns]
        if any(cell != NOTHING for cell in cells):
            lines.append([name, *cells])
    return table(["times argmap", *(_number(race) for race in columns)], lines)


def floor_table(rows: list[Row], series: str = "steps") -> str:
    """Write each step of a check as a ratio to the least that it could take."""
    mine = [row for row in rows if row.series == series]
    columns = races(mine)
    lines = []
    for label, step, floor, floor_name in FLOORS:
        cells = []
        for race in columns:
            own, least = find(mine, series, race, step), find(mine, series, race, floor)
            own_s, least_s = own.seconds if own else None, least.seconds if least else None
            times = ratio(own_s, least_s)
            cells.append(times if times == NOTHING else f"{times} ({seconds(own_s)} / {seconds(least_s)})")
        lines.append([f"{label}, to {floor_name}" if "to the" not in label else label, *cells])
    return table(["step", *(f"{_number(race)} records" for race in columns)], lines)


def faults(rows: Iterable[Row]) -> str:
    """List what did not run, or not to its end, once for each reason."""
    told = dict.fromkeys(f"{row.name}, {_number(row.race)}: {row.fault}" for row in rows if row.fault)
    return "".join(f"- {line}\n" for line in told)


def _to_argmap(rows: list[Row], series: str, race: str, name: str) -> str:
    own = find(rows, series, race, name)
    if own is None or own.seconds is None:
        return NOTHING
    single = find(rows, series, race, SINGLE) if own.single else None
    ours = single or find(rows, series, race, ARGMAP)
    return ratio(own.seconds, ours.seconds if ours else None)


def seconds_or_why(row: Row | None) -> str:
    """Write a row's seconds, with a star if it ran once, or in a word why there are none."""
    if row is None:
        return NOTHING
    if row.fault:
        return row.fault.partition(":")[0]
    once = "\\*" if row.runs == 1 else ""
    return f"{seconds(row.seconds)}{once}"


def _number(race: str) -> str:
    return f"{int(race):,}" if race.isdigit() else race
