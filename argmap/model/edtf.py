"""Dates as historians have them: EDTF text, its bounds in days, and what can be said of before and after."""

import enum
import functools
from collections.abc import Iterable, Mapping
from math import inf
from typing import TYPE_CHECKING, Any, cast

from argmap.model.dataclass import dataclass, field
from argmap.model.edtf_parse import EdtfError, Extent, day_number, is_leap, month_length
from argmap.model.edtf_readings import explain, read_extent
from argmap.model.making import maker

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

__all__ = ["Answer", "Edtf", "EdtfError", "parse_edtf"]


class Answer(enum.Enum):
    """What is known of a relation between two dates. It has no truth value: compare it, `is Answer.YES`."""

    YES = "yes"
    """However the two dates are made precise, the relation holds."""
    NO = "no"
    """However they are made precise, it does not."""
    UNKNOWN = "unknown"
    """The dates do not settle it."""

    def __bool__(self) -> bool:
        raise TypeError(f"{self} is neither true nor false: ask 'is Answer.YES' or 'is not Answer.NO'")


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or span in EDTF, made by `parse_edtf`; equal to another when their texts are the same.

    See Extended Date/Time Format (EDTF) Specification, Library of Congress, 2019 (ISO 8601-2:2019). What a
    text says of days:

    - A **date**, whatever its precision (`1950`, `195X`, `1950-21`, `1950S2`), is one day, we do not know
      which, from `earliest` to `latest`. A set of alternatives (`[1949,1952]`) is one day as well.
    - A **span** (`1950-07/1952`) takes up every day from its first to its last: the first is some day of
      July 1950, the last some day of 1952. Where an end is open (`1950/..`) it goes on without limit; where
      an end is unknown (`1950/`) it has one, and that may be any day.
    - A set of all (`{1949,1952}`) has a first and a last day, and perhaps not the days between.

    A relation is YES when it holds for every such choice of days, NO when it holds for none, else UNKNOWN.
    Two dates are two occurrences, so `1950` compared with `1950` is UNKNOWN. Only bounds are compared: where
    a text names days with gaps between them (sets, and X before a digit, `1950-XX-25`), the answer may be
    UNKNOWN although the gaps would settle it; it is never wrong.

    `?`, `~` and `%` set the two flags and move no bound: how far "about 1950" reaches is for the reader to
    say. Seasons 21 to 24 are read as northern ones, spring being March to May; winter begins in December of
    its year. A time of day is checked and then set aside.

    Examples:
        >>> korean_war = parse_edtf("1950-06-25/1953-07-27")
        >>> parse_edtf("1949").before(korean_war), parse_edtf("1950").before(korean_war)
        (<Answer.YES: 'yes'>, <Answer.UNKNOWN: 'unknown'>)
        >>> parse_edtf("1950-10-19~").within(korean_war)
        <Answer.YES: 'yes'>
    """

    text: str
    """The EDTF text as it was written."""
    earliest: int | None = field(compare=False)
    """First day it can touch, numbered like `date.toordinal` (any year); None when open or unknown."""
    latest: int | None = field(compare=False)
    """Last day it can touch; None when open or unknown."""
    uncertain: bool = field(default=False, compare=False)
    """Some part of it is marked `?` or `%`."""
    approximate: bool = field(default=False, compare=False)
    """Some part of it is marked `~` or `%`."""
    _extent: Extent | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return self.text

    def sort_key(self) -> tuple[float, float, str]:
        """Give a key for sorting in time: earliest day, latest day, text; an open start comes first.

        Examples:
            >>> dates = map(parse_edtf, ["1950-06", "1950", "../1951", "1949?"])
            >>> [str(date) for date in sorted(dates, key=Edtf.sort_key)]
            ['../1951', '1949?', '1950', '1950-06']
        """
        earliest = -inf if self.earliest is None else self.earliest
        latest = inf if self.latest is None else self.latest
        return earliest, latest, self.text

    def before(self, other: "Edtf") -> Answer:
        """Say whether all of this lies before the first day of the other.

        Examples:
            >>> june = parse_edtf("1950-06")
            >>> [parse_edtf(text).before(june).value for text in ("1949", "1950", "1950-07")]
            ['yes', 'unknown', 'no']
        """
        mine, its = self._days(), other._days()
        return _answer(mine.last_max < its.first_min, mine.last_min >= its.first_max)

    def after(self, other: "Edtf") -> Answer:
        """Say whether all of this lies after the last day of the other: `other.before(self)`."""
        return other.before(self)

    def overlaps(self, other: "Edtf") -> Answer:
        """Say whether the two share a day.

        Examples:
            >>> span = parse_edtf("1950/1952")
            >>> [parse_edtf(text).overlaps(span).value for text in ("1951-03", "1950-03", "1953")]
            ['yes', 'unknown', 'no']
        """
        mine, its = self._days(), other._days()
        apart = mine.last_max < its.first_min or its.last_max < mine.first_min
        return _answer(_surely_meet(mine, its) or _surely_meet(its, mine), apart)

    def within(self, other: "Edtf") -> Answer:
        """Say whether all of this lies inside the period that the other names.

        Here the other stands for all its days, from `earliest` to `latest`: any day of June 1950 is within
        `1950`, and within `1950/1952`. An open end (`..`) takes in everything on its side; of an unknown one
        nothing is known. A text with gaps (a set, `1950-XX-25`) surely contains nothing.

        Examples:
            >>> year = parse_edtf("1950")
            >>> [parse_edtf(text).within(year).value for text in ("1950-06", "1950/1951", "195X", "1949")]
            ['yes', 'no', 'unknown', 'no']
        """
        mine, its = self._days(), other._days()
        start = its.first_max if its.first_min == -inf else its.first_min
        end = its.last_min if its.last_max == inf else its.last_max
        inside = its.gapless and start <= mine.first_min and mine.last_max <= end
        outside = mine.first_max < its.first_min or mine.last_min > its.last_max
        endless = mine.first_max == -inf < start or mine.last_min == inf > end
        return _answer(inside, outside or endless)

    def _days(self) -> Extent:
        if self._extent is not None:
            return self._extent
        earliest = -inf if self.earliest is None else self.earliest
        latest = inf if self.latest is None else self.latest
        return Extent(earliest, latest, earliest, latest)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import PydanticCustomError, core_schema

        def read(value: object) -> Edtf:
            if isinstance(value, Edtf):
                return value
            try:
                return parse_edtf(cast("str | int", value))
            except EdtfError as error:
                raise PydanticCustomError("edtf", "{fault}", {"fault": str(error)}) from None

        text = core_schema.to_string_ser_schema(when_used="unless-none")
        return core_schema.no_info_plain_validator_function(read, serialization=text)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        return {
            "anyOf": [{"type": "string"}, {"type": "integer", "minimum": -9999, "maximum": 9999}],
            "description": "A date or span in EDTF (ISO 8601-2): year, year-month or year-month-day; "
            "? for uncertain, ~ for approximate, X for an unknown digit, / between the ends of a span, "
            ".. for an open end.",
            "examples": [1950, "1950-06-25", "1950~", "195X", "1950-06/1953-07-27", "1950/.."],
        }


def parse_edtf(value: str | int) -> Edtf:
    """Read an EDTF date, levels 0 to 2.

    Args:
        value: EDTF text, or a year from -9999 to 9999 as a number, which is how YAML gives `made: 1950`.

    Returns:
        The date. Texts are kept as written, without the blanks around them.

    Raises:
        EdtfError: The value is not EDTF, or names a day that never was; the message says what to write.

    Examples:
        >>> parse_edtf("1950-06-25?")
        Edtf(text='1950-06-25?', earliest=712033, latest=712033, uncertain=True, approximate=False)
        >>> parse_edtf("23 August 1949")
        Traceback (most recent call last):
        argmap.model.edtf_parse.EdtfError: '23 August 1949' is not EDTF; write 1949-08-23
    """
    return _parse(value.strip() if isinstance(value, str) else _year_text(value))


@functools.lru_cache(maxsize=8192)
def _parse(text: str) -> Edtf:
    if plain := plain_dates((text,)):
        return plain[text]
    extent = read_extent(text)
    earliest = None if extent.first_min == -inf else int(extent.first_min)
    latest = None if extent.last_max == inf else int(extent.last_max)
    both = "%" in text
    return Edtf(text, earliest, latest, both or "?" in text, both or "~" in text, extent)


def plain_dates(texts: Iterable[str]) -> dict[str, Edtf]:
    """Read years, months and days, as most dates are, without more ado; any other text is left out."""
    made, found = maker(Edtf), dict[str, Edtf]()
    for text in texts:
        before, days = _year(text[:4])
        named = days.get(text[4:])
        if named is not None:
            first = before + named[0]
            last = first if named[0] == named[1] else before + named[1]
            found[text] = made(text, first, last, False, False, None)
    return found


Days = Mapping[str, tuple[int, int]]
"""What may follow the digits of a year, to the first and last day of the year that it names."""


@functools.lru_cache(maxsize=512)
def _year(digits: str) -> tuple[int, Days]:
    """Give the number of the day before a year of four digits, and the days in it."""
    if len(digits) != 4 or not (digits.isascii() and digits.isdecimal()):
        return 0, {}
    year = int(digits)
    return day_number(year, 1, 1) - 1, _days_of(is_leap(year))


@functools.cache
def _days_of(leap: bool) -> Days:
    year = 4 if leap else 1
    before = day_number(year, 1, 1) - 1
    found = {"": (1, day_number(year, 12, 31) - before)}
    for month in range(1, 13):
        start, length = day_number(year, month, 1) - before, month_length(year, month)
        found[f"-{month:02}"] = start, start + length - 1
        found |= {f"-{month:02}-{day + 1:02}": (start + day, start + day) for day in range(length)}
    return found


def _year_text(value: object) -> str:
    """Write a year given as a number in EDTF."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise EdtfError(f"{value!r:.60} is not a date: write EDTF text such as '1950-06-25', in quotes")
    if -9999 <= value <= 9999:
        return f"{value:05}" if value < 0 else f"{value:04}"
    if abs(value) < 10**18:
        raise EdtfError(explain(str(value)))
    raise EdtfError("a number this large is no year: write EDTF text such as '1950-06-25'")


def _answer(certain: bool, impossible: bool) -> Answer:
    if certain:
        return Answer.YES
    return Answer.NO if impossible else Answer.UNKNOWN


def _surely_meet(one: Extent, other: Extent) -> bool:
    """Say whether, however the days fall, the two share one; called for both orders."""
    if one.filled and other.filled:
        return one.first_max <= other.last_min and other.first_max <= one.last_min
    return other.filled and other.first_max <= one.first_min and one.last_max <= other.last_min
