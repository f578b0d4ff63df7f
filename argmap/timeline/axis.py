"""The axis of time: which days it covers, where they lie, and how it is labelled."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.model.edtf_parse import MONTHS, day_number, month_length
from argmap.timeline.spans import Span
from argmap.verdict.history import year_of

CORE = 0.1
"""Share of the records at either end that are not looked at when the core of the dates is measured."""
FAR = 3.0
"""Dates far from the core are left outside only if the whole is so many times as long as the core."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Days laid out on a line."""

    first: int
    last: int
    left: float
    width: float

    def x(self, day: float) -> float:
        """Place a day; days outside lie at the edges."""
        share = (day - self.first) / max(1, self.last - self.first)
        return self.left + self.width * min(1.0, max(0.0, share))

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.left + self.width


def sensible_range(spans: Iterable[Span], least: int = 6) -> tuple[int, int] | None:
    """Choose the days that an axis covers: all of them, or the core with half as much on either side.

    Args:
        spans: What is dated.
        least: Not fewer days than so many.

    Returns:
        First and last day with a little room; None where nothing has a date with a bound.
    """
    starts: list[int] = []
    stops: list[int] = []
    for span in spans:
        first, last = (span.end if span.start is None else span.start), span.end
        if first is not None:
            starts.append(first)
            stops.append(first if last is None else last)
    if not starts:
        return None
    starts.sort()
    stops.sort()
    cut = int(len(starts) * CORE)
    whole, core = (starts[0], stops[-1]), (starts[cut], stops[len(stops) - 1 - cut])
    half = max(183, (core[1] - core[0]) // 2)
    wide = (max(whole[0], core[0] - half), min(whole[1], core[1] + half))
    chosen = wide if whole[1] - whole[0] > FAR * (wide[1] - wide[0]) else whole
    long = chosen[1] - chosen[0]
    room = max(3, long // 40, (least - long) // 2)
    return chosen[0] - room, chosen[1] + max(room, long // 8)  # labels stand to the right of their marks


def ticks(first: int, last: int, most: int = 14) -> list[tuple[int, str]]:
    """Choose labelled days, at most some ``most``: days, months, quarters, years, or more years.

    Examples:
        >>> ticks(712009, 712039, 3)
        [(712009, '1 Jun 1950'), (712023, '15 Jun 1950'), (712037, '29 Jun 1950')]
        >>> [label for _, label in ticks(711858, 712954, 5)]
        ['1950', '1951', '1952', '1953']
    """
    days = last - first
    for step in (1, 2, 7, 14):
        if days / step <= most and days <= 60:
            return [(day, _label(day)) for day in range(first, last + 1, step)]
    for months in (1, 3, 6):
        if days / (30.4 * months) <= most:
            return list(_months(first, last, months))
    return list(_years(first, last, most))


def _months(first: int, last: int, step: int) -> Iterator[tuple[int, str]]:
    year = year_of(first)
    while True:
        for month in range(1, 13, step):
            day = day_number(year, month, 1)
            if day > last:
                return
            if day >= first:
                yield day, f"{MONTHS[month - 1][:3]} {year}"
        year += 1


def _years(first: int, last: int, most: int) -> Iterator[tuple[int, str]]:
    from_year, to_year = year_of(first), year_of(last)
    step = _round((to_year - from_year) / most)
    for year in range(-(-from_year // step) * step, to_year + 1, step):
        day = day_number(year, 1, 1)
        if first <= day <= last:
            yield day, str(year)


def _round(least: float) -> int:
    """Give the smallest of 1, 2, 5, 10, 20 … that is not below a number."""
    unit = 1
    while True:
        for step in (unit, 2 * unit, 5 * unit):
            if step >= least:
                return step
        unit *= 10


def _label(day: int) -> str:
    year = year_of(day)
    month, left = 1, day - day_number(year, 1, 1)
    while left >= month_length(year, month):
        left -= month_length(year, month)
        month += 1
    return f"{left + 1} {MONTHS[month - 1][:3]} {year}"


def told_day(day: int) -> str:
    """Write a day in words.

    Examples:
        >>> told_day(712033)
        '25 Jun 1950'
    """
    return _label(day)
