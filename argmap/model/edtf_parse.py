"""The grammar and calendar behind `argmap.model.edtf`: from text to day numbers.

Read is what stands in Extended Date/Time Format (EDTF) Specification, Library of Congress, 2019
(ISO 8601-2:2019), levels 0 to 2. Day numbers are those of `datetime.date.toordinal` (1 January of year 1 is
day 1), carried on to years before 1 and after 9999. What to write instead of
text that is not EDTF, `edtf_readings` says.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple


class EdtfError(ValueError):
    """A value that is not an EDTF date; the message says how to write it."""


class Extent(NamedTuple):
    """The days on which something can have begun and ended; infinities stand for open and unknown ends.

    A date, of whatever precision, is one day somewhere between its bounds: there the first day is the last.
    A side without limit (`..`) is one infinity twice; an unknown side leaves the whole range open.
    """

    first_min: float
    first_max: float
    last_min: float
    last_max: float
    filled: bool = True
    """Every day from the first to the last belongs to it (not so for a set such as `{1949,1952}`)."""
    gapless: bool = True
    """The text names every day between its bounds (not so for `1950-XX-25` or `[1949,1952]`)."""


Range = tuple[float, float]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LONGEST_YEAR = 18  # digits

_SEASONS = {
    **{group + season: (3 * season + 3, 3) for group in (21, 25) for season in range(4)},
    **{29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3)},
    **{33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)},
    **{37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6)},
}
"""Code to first month and number of months. 21-24 name no hemisphere and are read like the northern 25-28;
the season that crosses New Year belongs to the year in which it begins."""

# A qualifier (? ~ %) may stand on either side of a part; which part it marks changes no bound.
_DATE = (
    r"[?~%]?(-?)([0-9X]{4})(?:S([0-9]{1,2}))?[?~%]?"
    r"(?:-[?~%]?([0-9X]{2})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?)?)?"
)
_LONG_YEAR = r"[?~%]?Y(-?)([1-9][0-9]*)(?:E([0-9]+))?(?:S([0-9]{1,2}))?[?~%]?"
_DATE_TIME = (
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})"
    r"(?:Z|[+-]([0-9]{2})(?::([0-9]{2}))?)?"
)


def is_leap(year: int) -> bool:
    """Say whether February of `year` (astronomical: 0 is 1 BC) has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Count the days of a month, 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def day_number(year: int, month: int, day: int) -> int:
    """Number a day of the proleptic Gregorian calendar, in any year.

    Examples:
        >>> day_number(0, 12, 31), day_number(1, 1, 1), day_number(1950, 6, 25)
        (0, 1, 712033)
    """
    past = year - 1
    number = past * 365 + past // 4 - past // 100 + past // 400 + _DAYS_BEFORE[month] + day
    return number + 1 if month > 2 and is_leap(year) else number


def read_text(text: str) -> Extent | None:
    """Read any EDTF text; None where the shape is not EDTF's, an error where only the values are wrong."""
    if text[:1] in ("[", "{"):
        return _read_set(text)
    if "/" in text:
        return _read_interval(text)
    if "T" in text:
        return _read_date_time(text)
    return _read_date(text)


def _read_date(text: str) -> Extent | None:
    match = re.fullmatch(_DATE, text)
    if not match:
        return _read_long_year(text)
    sign, digits, significant, month_digits, day_digits = match.groups()
    if significant and (month_digits or "X" in digits):
        return None
    if sign and digits == "0000":
        raise EdtfError(f"{text!r} is not a year: the year before 0001 is 0000, and before that comes -0001")
    month = int(month_digits) if month_digits and month_digits.isdigit() else 0
    if month in _SEASONS:
        if day_digits:
            raise EdtfError(f"{text!r} is not a date: {month} is a part of the year and has no days")
        years = [int(sign + digits.replace("X", digit)) for digit in "09"]
        return _event(_season(min(years), month)[0], _season(max(years), month)[1], "X" not in digits)
    if "X" in text:
        return _read_masked(text, sign, digits, month_digits or "XX", day_digits or "XX")
    year = int(sign + digits)
    if significant:
        return _significant(text, year, len(digits), int(significant))
    if month_digits is None:
        return _event(day_number(year, 1, 1), day_number(year, 12, 31))
    if not 1 <= month <= 12:
        span = digits[:2] + month_digits
        advice = f"; for the years {digits} to {span} write {digits}/{span}" if span > digits else ""
        advice = advice or f"; where the month is unknown write {sign}{digits}"
        raise EdtfError(f"{text!r} is not a date: there is no month {month_digits}{advice}")
    length = month_length(year, month)
    if day_digits is None:
        return _event(day_number(year, month, 1), day_number(year, month, length))
    day = int(day_digits)
    if not 1 <= day <= length:
        advice = "" if day else f"; where the day is unknown write {sign}{digits}-{month_digits}"
        raise EdtfError(f"{text!r} is not a date: {MONTHS[month - 1]} {digits} has {length} days{advice}")
    return _event(day_number(year, month, day), day_number(year, month, day))


def _read_long_year(text: str) -> Extent | None:
    match = re.fullmatch(_LONG_YEAR, text)
    if not match:
        return None
    sign, digits, exponent, significant = match.groups()
    if exponent is None and len(digits) < 5:
        raise EdtfError(f"{text!r} has a needless Y: write {sign}{digits:0>4}")
    if len(exponent or "") > 2 or len(digits) + int(exponent or 0) > _LONGEST_YEAR:
        raise EdtfError(f"{shortened(text)} is too far off: a year has up to {_LONGEST_YEAR} digits here")
    year = int(sign + digits) * 10 ** int(exponent or 0)
    if significant:
        return _significant(text, year, len(str(abs(year))), int(significant))
    return _event(day_number(year, 1, 1), day_number(year, 12, 31))


def _read_date_time(text: str) -> Extent | None:
    match = re.fullmatch(_DATE_TIME, text)
    if not match:
        return None
    hour, minute, second, zone_hour, zone_minute = (int(part or 0) for part in match.groups()[1:])
    midnight = (hour, minute, second) == (24, 0, 0)
    if not midnight and (hour > 23 or minute > 59 or second > 59):
        raise EdtfError(f"{text!r} has no such time: hours run to 23, minutes and seconds to 59")
    if zone_hour > 14 or zone_minute > 59:
        raise EdtfError(f"{text!r} has no such time zone: they run from -14:00 to +14:00")
    return _read_date(match[1])


def _read_interval(text: str) -> Extent | None:
    if text == "/":
        raise EdtfError("'/' says nothing: leave the date out, or give one side, as in 1950/ or ../1950")
    start_text, end_text = text.split("/", 1)
    start, end = _read_end(start_text, -inf), _read_end(end_text, inf)
    return _span(text, start, end, f"{end_text}/{start_text}") if start and end else None


def _read_set(text: str) -> Extent | None:
    closing = "]" if text[0] == "[" else "}"
    if not text.endswith(closing) or len(text) < 3:
        raise EdtfError(f"{shortened(text)} is not a set: write dates between {text[0]} and {closing}")
    items = [_read_item(item.strip()) for item in text[1:-1].split(",")]
    known = [item for item in items if item]
    if len(known) < len(items):
        return None
    first_min, last_max = min(item[0] for item in known), max(item[3] for item in known)
    if closing == "]":  # one of these, we do not know which
        return _event(first_min, last_max, gapless=False)
    first_max, last_min = min(item[1] for item in known), max(item[2] for item in known)
    return Extent(first_min, first_max, last_min, last_max, filled=False, gapless=False)


def _read_item(text: str) -> Extent | None:
    if ".." not in text:
        return _read_date(text)
    if text == "..":
        raise EdtfError("'..' alone says nothing in a set: give one side, as in 1950.. or ..1950")
    start_text, _, end_text = text.partition("..")
    start, end = _read_end(start_text or "..", -inf), _read_end(end_text or "..", inf)
    return _span(text, start, end, f"{end_text}..{start_text}") if start and end else None


def _read_end(text: str, limit: float) -> Range | None:
    """Read one end of an interval; `limit` is the infinity on its side."""
    if text in ("", ".."):
        return (limit, limit) if text else (-inf, inf)
    extent = _read_date(text)
    return extent and extent[:2]


def _span(text: str, start: Range, end: Range, turned: str) -> Extent:
    if start[0] > end[1]:
        raise EdtfError(f"{text!r} runs backwards: it ends before it starts; write {turned}")
    return Extent(start[0], min(start[1], end[1]), max(start[0], end[0]), end[1])


def _event(earliest: float, latest: float, gapless: bool = True) -> Extent:
    return Extent(earliest, latest, earliest, latest, gapless=gapless)


def _season(year: int, code: int) -> Range:
    month, count = _SEASONS[code]
    beyond, last = divmod(month + count - 2, 12)
    last_day = month_length(year + beyond, last + 1)
    return day_number(year, month, 1), day_number(year + beyond, last + 1, last_day)


def _significant(text: str, year: int, digits: int, significant: int) -> Extent:
    """Widen a year to those that share its leading digits: 1950S2 is some year from 1900 to 1999."""
    if not 1 <= significant <= digits:
        raise EdtfError(f"{text!r} cannot be: from 1 to {digits} digits are significant, as in 1950S2")
    unit = 10 ** (digits - significant)
    low = abs(year) // unit * unit
    years = (low, low + unit - 1) if year >= 0 else (-low - unit + 1, -low)
    return _event(day_number(years[0], 1, 1), day_number(years[1], 12, 31))


def _read_masked(text: str, sign: str, year: str, month: str, day: str) -> Extent:
    months, days = _fitting(month, 12), _fitting(day, 31)
    first = _first_day(_years(sign, year, 1), months, days)
    last = _first_day(_years(sign, year, -1), months[::-1], days[::-1])
    if first is None or last is None:
        raise EdtfError(f"{text!r} is not a date: no day fits it")
    return _event(first, last, gapless=re.search("X.*[0-9]", text) is None)


def _fitting(mask: str, count: int) -> Sequence[int]:
    """Give the numbers from 1 to `count` that fit a mask of two digits."""
    numbers = range(1, count + 1)
    if mask == "XX":
        return numbers
    return [n for n in numbers if mask[0] in ("X", str(n // 10)) and mask[1] in ("X", str(n % 10))]


def _years(sign: str, mask: str, step: int) -> Iterator[int]:
    """Give the years that fit a mask, upwards (step 1) or downwards (step -1)."""
    towards = -step if sign else step
    pools = ["0123456789"[::towards] if digit == "X" else digit for digit in mask]
    years = (int(sign + "".join(digits)) for digits in itertools.product(*pools))
    return (year for year in years if year or not sign)


def _first_day(years: Iterable[int], months: Sequence[int], days: Sequence[int]) -> int | None:
    if not any(day <= month_length(2000, month) for month in months for day in days):
        return None
    fitting = ((y, m, d) for y in years for m in months for d in days if d <= month_length(y, m))
    found = next(fitting, None)
    return day_number(*found) if found else None


def shortened(text: str) -> str:
    """Quote a text in a message, no more than 60 characters of it."""
    return repr(text if len(text) <= 60 else f"{text[:57]}...")
