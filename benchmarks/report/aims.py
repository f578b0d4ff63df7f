"""What argmap is to reach, and what it did reach in this run."""

from collections.abc import Callable
from dataclasses import dataclass
from math import log

from benchmarks.report.figures import NOTHING, mebibytes, ratio, seconds, table
from benchmarks.series.rows import (
    ALL_RULES,
    ARGMAP,
    BARE,
    HELP,
    PARSE,
    SINGLE,
    UNCHANGED,
    Row,
    find,
)
from benchmarks.series.targets import CLAIMS


@dataclass(frozen=True, slots=True)
class Aim:
    """One target."""

    what: str
    target: str
    most: float
    reached: Callable[[list[Row]], float | None]
    written: Callable[[float], str] = lambda value: f"{value:.2f}"


def _times(series: str, race: str, name: str, to: str) -> Callable[[list[Row]], float | None]:
    """Give the ratio of two contestants of a race."""

    def reached(rows: list[Row]) -> float | None:
        own, base = find(rows, series, race, name), find(rows, series, race, to)
        if own is None or base is None or own.seconds is None or not base.seconds:
            return None
        return own.seconds / base.seconds

    return reached


def _of(series: str, race: str, name: str, field: str = "seconds") -> Callable[[list[Row]], float | None]:
    """Give a figure of a contestant."""

    def reached(rows: list[Row]) -> float | None:
        row = find(rows, series, race, name)
        return None if row is None or row.fault else getattr(row, field)

    return reached


def _step(size: int, step: str, floor: str) -> Callable[[list[Row]], float | None]:
    return _times("steps", str(size), step, floor)


def growth(rows: list[Row], name: str, least: int = 10_000) -> float | None:
    """Tell how CPU time grows with size: the exponent between the ends, from a size on; 1 is linear."""
    mine = [r for r in rows if r.series == "sizes" and r.name == name and r.seconds and r.size >= least]
    if len(mine) < 2:
        return None
    first, last = min(mine, key=lambda r: r.size), max(mine, key=lambda r: r.size)
    assert first.seconds is not None
    assert last.seconds is not None
    return log(last.seconds / first.seconds) / log(last.size / first.size)


def nearest_peer(rows: list[Row], least: int = 1000) -> float | None:
    """Tell how many times argmap's time the quickest peer takes, at the size where it does best.

    With every rule on where that was run; a peer with one record a file beside argmap in that layout.
    """
    found = []
    for row in rows:
        if row.series != "sizes" or row.size < least or row.seconds is None:
            continue
        if row.name.startswith(("argmap", "bare", "raw")):
            continue
        wanted = SINGLE if row.single else ALL_RULES
        ours = find(rows, "sizes", row.race, wanted) or find(rows, "sizes", row.race, ARGMAP)
        if ours and ours.seconds:
            found.append(row.seconds / ours.seconds)
    return min(found, default=None)


def _mib(value: float) -> str:
    return f"{mebibytes(int(value))} MiB"


def _s(value: float) -> str:
    return f"{seconds(value)} s"


_TEN, _HUNDRED, _MILLION = (f"{claims:,} claims" for claims in CLAIMS)
AIMS: tuple[Aim, ...] = (
    Aim(
        "unchanged book (500 records), to a bare start of Python",
        "≤ 2",
        2,
        _times("sizes", "500", UNCHANGED, BARE),
    ),
    Aim("cold book, to a bare start of Python", "≤ 8", 8, _times("sizes", "500", ARGMAP, BARE)),
    Aim("`--help`, to a bare start of Python", "≤ 16", 16, _times("sizes", "500", HELP, BARE)),
    Aim("cold book", "≤ 0.35 s", 0.35, _of("sizes", "500", ARGMAP), _s),
    Aim(
        "whole check of 100,000 claims, to the raw parse",
        "≤ 3",
        3,
        _times("targets", _HUNDRED, ARGMAP, PARSE),
    ),
    Aim("10,000 claims in few files", "≤ 0.6 s", 0.6, _of("targets", _TEN, ARGMAP), _s),
    Aim("10,000 claims, one record a file", "≤ 1.5 s", 1.5, _of("targets", _TEN, SINGLE), _s),
    Aim("100,000 claims with their evidence", "≤ 4 s", 4, _of("targets", _HUNDRED, ARGMAP), _s),
    Aim("… memory", "≤ 400 MiB", 400 * 2**20, _of("targets", _HUNDRED, ARGMAP, "peak"), _mib),
    Aim("1,000,000 claims with their evidence", "≤ 40 s", 40, _of("targets", _MILLION, ARGMAP), _s),
    Aim("… memory", "≤ 2 GiB", 2 * 2**30, _of("targets", _MILLION, ARGMAP, "peak"), _mib),
    Aim("100,000 records", "≤ 8 s", 8, _of("sizes", "100000", ARGMAP), _s),
    Aim("rules, to the raw parse (10,000 records)", "≤ 1.2", 1.2, _step(10_000, "rules", "parse")),
    Aim(
        "all single-source withdrawals, to the raw parse (250,000 records)",
        "≤ 1.5",
        1.5,
        _step(250_000, "withdrawals", "parse"),
    ),
    Aim(
        "warm check of 10,000 claims, to the cold one",
        "≤ 0.3",
        0.3,
        _times("targets", _TEN, UNCHANGED, ARGMAP),
    ),
    Aim(
        "growth from 10,000 records on (exponent; 1 is linear)",
        "≤ 1.1",
        1.1,
        lambda rows: growth(rows, ARGMAP),
    ),
)


def aim_table(rows: list[Row]) -> str:
    """Write what was to be reached beside what was reached."""
    lines = []
    for aim in AIMS:
        value = aim.reached(rows)
        verdict = NOTHING if value is None else "yes" if value <= aim.most else "no"
        lines.append([aim.what, aim.target, NOTHING if value is None else aim.written(value), verdict])
    ahead = nearest_peer(rows)
    verdict = NOTHING if ahead is None else "yes" if ahead > 1 else "no"
    what = "ahead of every peer at every size from 1,000 on: the nearest one's time to argmap's, all rules on"
    lines.append([what, "> 1", ratio(ahead, 1.0), verdict])
    return table(["what", "target", "reached", "met"], lines)
