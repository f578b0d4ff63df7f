"""EDTF dates: what is read, what is refused and how, and what follows about before and after."""

import copy
import itertools
import json
import pickle
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import FrozenInstanceError
from datetime import date
from math import inf

import pydantic
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.model.edtf import Answer, Edtf, EdtfError, parse_edtf

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


# --- what is read -----------------------------------------------------------------------------------------

BOUNDS = [
    # level 0
    ("1950", "1950-01-01", "1950-12-31"),
    ("1950-06", "1950-06-01", "1950-06-30"),
    ("1950-02", "1950-02-01", "1950-02-28"),
    ("1952-02", "1952-02-01", "1952-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("2000-02-29", "2000-02-29", "2000-02-29"),
    ("1950-06-25", "1950-06-25", "1950-06-25"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("1950-06-25T04:00:00", "1950-06-25", "1950-06-25"),
    ("1950-06-25T04:00:00Z", "1950-06-25", "1950-06-25"),
    ("1950-06-25T24:00:00+09", "1950-06-25", "1950-06-25"),
    ("1950-06-25T23:59:59-03:30", "1950-06-25", "1950-06-25"),
    ("1950/1952", "1950-01-01", "1952-12-31"),
    ("1950-06-25/1953-07", "1950-06-25", "1953-07-31"),
    ("1950/1950", "1950-01-01", "1950-12-31"),
    # level 1
    ("1950?", "1950-01-01", "1950-12-31"),
    ("1950-06~", "1950-06-01", "1950-06-30"),
    ("1950-06-25%", "1950-06-25", "1950-06-25"),
    ("195X", "1950-01-01", "1959-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("1950-XX", "1950-01-01", "1950-12-31"),
    ("1950-02-XX", "1950-02-01", "1950-02-28"),
    ("1950-XX-XX", "1950-01-01", "1950-12-31"),
    ("1950-21", "1950-03-01", "1950-05-31"),
    ("1950-22", "1950-06-01", "1950-08-31"),
    ("1950-23?", "1950-09-01", "1950-11-30"),
    ("1951-24", "1951-12-01", "1952-02-29"),
    ("1950-06~/1951?", "1950-06-01", "1951-12-31"),
    # level 2
    ("1950-25", "1950-03-01", "1950-05-31"),
    ("1950-28", "1950-12-01", "1951-02-28"),
    ("1950-29", "1950-09-01", "1950-11-30"),
    ("1950-30", "1950-12-01", "1951-02-28"),
    ("1950-31", "1950-03-01", "1950-05-31"),
    ("1950-32", "1950-06-01", "1950-08-31"),
    ("1950-33", "1950-01-01", "1950-03-31"),
    ("1950-36", "1950-10-01", "1950-12-31"),
    ("1950-37", "1950-01-01", "1950-04-30"),
    ("1950-39", "1950-09-01", "1950-12-31"),
    ("1950-40", "1950-01-01", "1950-06-30"),
    ("1950-41", "1950-07-01", "1950-12-31"),
    ("195X-21", "1950-03-01", "1959-05-31"),
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("1XXX-12", "1000-12-01", "1999-12-31"),
    ("1984-1X", "1984-10-01", "1984-12-31"),
    ("1950-0X-XX", "1950-01-01", "1950-09-30"),
    ("1950-02-2X", "1950-02-20", "1950-02-28"),
    ("1950-XX-31", "1950-01-31", "1950-12-31"),
    ("195X-02-29", "1952-02-29", "1956-02-29"),
    ("1950-X2-3X", "1950-12-30", "1950-12-31"),
    ("X950", "0950-01-01", "9950-12-31"),
    ("2004-06-~11", "2004-06-11", "2004-06-11"),
    ("?2004-06~-%11", "2004-06-11", "2004-06-11"),
    ("2004?-06", "2004-06-01", "2004-06-30"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("1950S4", "1950-01-01", "1950-12-31"),
    ("Y1E3", "1000-01-01", "1000-12-31"),
    ("[1667,1668, 1670..1672]", "1667-01-01", "1672-12-31"),
    ("[1949-10-01~]", "1949-10-01", "1949-10-01"),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    ("{1961-12,1960}", "1960-01-01", "1961-12-31"),
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), BOUNDS)
def test_a_date_reaches_from_its_earliest_to_its_latest_day(text: str, earliest: str, latest: str) -> None:
    found = parse_edtf(text)
    assert (found.earliest, found.latest) == (day(earliest), day(latest))
    assert str(found) == text


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1950/..", "1950-01-01", None),
        ("1950/", "1950-01-01", None),
        ("../1950", None, "1950-12-31"),
        ("/1950", None, "1950-12-31"),
        ("../..", None, None),
        ("../", None, None),
        ("/..", None, None),
        ("[..1760-12-03]", None, "1760-12-03"),
        ("[1760-12..]", "1760-12-01", None),
        ("[1760-01,1760-02,1760-12..]", "1760-01-01", None),
        ("{..1984}", None, "1984-12-31"),
        ("{1984..}", "1984-01-01", None),
    ],
)
def test_open_and_unknown_ends_have_no_bound(text: str, earliest: str | None, latest: str | None) -> None:
    found = parse_edtf(text)
    assert found.earliest == (earliest and day(earliest))
    assert found.latest == (latest and day(latest))


@pytest.mark.parametrize(
    ("text", "first_year", "last_year"),
    [
        ("0000", 0, 0),
        ("-0001", -1, -1),
        ("-1985", -1985, -1985),
        ("-198X", -1989, -1980),
        ("-000X", -9, -1),
        ("-1950S2", -1999, -1900),
        ("Y17000", 17000, 17000),
        ("Y-17000~", -17000, -17000),
        ("Y170000002", 170000002, 170000002),
        ("Y-17E7", -170000000, -170000000),
        ("Y171010000S3", 171000000, 171999999),
        ("Y3388E2S3", 338000, 338999),
        ("Y999999999999999999", 10**18 - 1, 10**18 - 1),
    ],
)
def test_years_reach_beyond_those_of_python_dates(text: str, first_year: int, last_year: int) -> None:
    found = parse_edtf(text)

    def eras_from_year_one(year: int) -> int:
        """Days before 1 January of a year, by whole 400-year eras of 146097 days."""
        eras, rest = divmod(year - 1, 400)
        return eras * 146097 + date(rest + 1, 1, 1).toordinal()

    assert found.earliest == eras_from_year_one(first_year)
    assert found.latest == eras_from_year_one(last_year + 1) - 1


@given(st.dates())
def test_days_are_numbered_as_python_numbers_them(when: date) -> None:
    found = parse_edtf(when.isoformat())
    assert found.earliest == found.latest == when.toordinal()


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("1950", False, False),
        ("1950?", True, False),
        ("1950~", False, True),
        ("1950%", True, True),
        ("1950-06?/1951~", True, True),
        ("1950-~06-25", False, True),
        ("[1949,1950?]", True, False),
        ("1950-06-25/..", False, False),
        ("195X", False, False),
    ],
)
def test_qualifiers_anywhere_set_the_flags(text: str, uncertain: bool, approximate: bool) -> None:
    found = parse_edtf(text)
    assert (found.uncertain, found.approximate) == (uncertain, approximate)


@pytest.mark.parametrize("mark", "?~%")
@pytest.mark.parametrize("text", ["1950", "1950-06", "1950-06-25", "195X", "1950-21", "Y17000"])
def test_qualifiers_move_no_bound(text: str, mark: str) -> None:
    plain, marked = parse_edtf(text), parse_edtf(text + mark)
    assert (plain.earliest, plain.latest) == (marked.earliest, marked.latest)


@pytest.mark.parametrize(
    ("year", "text"), [(1950, "1950"), (0, "0000"), (50, "0050"), (-43, "-0043"), (9999, "9999")]
)
def test_a_number_is_a_year(year: int, text: str) -> None:
    assert parse_edtf(year) == parse_edtf(text)
    assert str(parse_edtf(year)) == text


def test_blanks_around_a_date_do_not_count() -> None:
    assert parse_edtf(" 1950-06 \n") == parse_edtf("1950-06")


# --- what is refused, and how -----------------------------------------------------------------------------

REWRITTEN = [
    ("1950/01/30", "1950-01-30"),
    ("1950.01.30", "1950-01-30"),
    ("1950-1-3", "1950-01-03"),
    ("1950/01", "1950-01"),
    ("1950. 6. 25.", "1950-06-25"),
    ("1950년 6월 25일", "1950-06-25"),
    ("30.01.1950", "1950-01-30"),
    ("5.6.1950", "1950-06-05"),
    ("30/01/1950", "1950-01-30"),
    ("01/30/1950", "1950-01-30"),
    ("05/06/1950", "1950-06-05 or 1950-05-06"),
    ("06/1950", "1950-06"),
    ("Jan 1950", "1950-01"),
    ("January, 1950", "1950-01"),
    ("1950 June 25", "1950-06-25"),
    ("23 August 1949", "1949-08-23"),
    ("23 Aug. 1949", "1949-08-23"),
    ("23rd of August 1949", "1949-08-23"),
    ("August 23, 1949", "1949-08-23"),
    ("Sunday, 25 June 1950", "1950-06-25"),
    ("19500130", "1950-01-30 or Y19500130"),
    ("195001", "1950-01 or Y195001"),
    ("12345", "Y12345"),
    ("-12345", "Y-12345"),
    ("y12345", "Y12345"),
    ("50", "0050"),
    ("-950", "-0950"),
    ("AD 50", "0050"),
    ("44 BC", "-0043"),
    ("c. 1950", "1950~"),
    ("c1950", "1950~"),
    ("ca. June 1950", "1950-06~"),
    ("circa 1950", "1950~"),
    ("about 1950", "1950~"),
    ("1950 ?", "1950?"),
    ("1950 (?)", "1950?"),
    ("June 1950?", "1950-06?"),
    ("perhaps 1950", "1950?"),
    ("1950?~", "1950%"),
    ("195x", "195X"),
    ("195u-uu", "195X-XX"),
    ("195-", "195X"),
    ("1950s", "195X"),
    ("1900s", "190X or 19XX"),
    ("19th century", "18XX"),
    ("spring 1950", "1950-21"),
    ("Fall of 1950", "1950-23"),
    ("winter 1950/51", "1950-24"),
    ("Q3 1950", "1950-35"),
    ("1950-Q3", "1950-35"),
    ("1950-1952", "1950/1952"),
    ("1950\u20131952", "1950/1952"),
    ("1950 - 1952", "1950/1952"),
    ("1950..1952", "1950/1952"),
    ("1950/52", "1950/1952"),
    ("1901/02", "1901-02 or 1901/1902"),
    ("from 1950 to June 1951", "1950/1951-06"),
    ("25 June 1950 \u2013 27 July 1953", "1950-06-25/1953-07-27"),
    ("23 August 1949/1950-06", "1949-08-23/1950-06"),
    ("1950/open", "1950/.."),
    ("1950/present", "1950/.."),
    ("unknown/1950", "/1950"),
    ("since 1950", "1950/.."),
    ("until June 1950", "../1950-06"),
    ("by 1950", "[..1950]"),
    ("before 1950", "[..1949]"),
    ("after 1950", "[1951..]"),
    ("between 1950 and 1952", "[1950..1952]"),
    ("1949 or 1950", "[1949,1950]"),
    ("1950-06-25 04:00", "1950-06-25T04:00:00"),
    ("1950-06-25T4:00:00.5Z", "1950-06-25T04:00:00Z"),
    ("1950-06-25T04:00:00/1950-06-26", "1950-06-25/1950-06-26"),
]


@pytest.mark.parametrize(("text", "better"), REWRITTEN)
def test_another_way_of_writing_dates_is_refused_with_the_edtf_for_it(text: str, better: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf(text)
    assert str(caught.value) == f"{text!r} is not EDTF; write {better}"
    for suggestion in better.split(" or "):
        assert str(parse_edtf(suggestion)) == suggestion


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("1950-02-30", "'1950-02-30' is not a date: February 1950 has 28 days"),
        ("1900-02-29", "'1900-02-29' is not a date: February 1900 has 28 days"),
        ("1950-06-00", "June 1950 has 30 days; where the day is unknown write 1950-06"),
        ("1950-00", "there is no month 00; where the month is unknown write 1950"),
        ("1950-52", "there is no month 52; for the years 1950 to 1952 write 1950/1952"),
        ("1950-13-01", "there is no month 13"),
        ("1950-21-05", "21 is a part of the year and has no days"),
        ("31 February 1950", "is not EDTF, and '1950-02-31' is not a date: February 1950 has 28 days"),
        ("1950-02-3X", "no day fits it"),
        ("1950-2X", "no day fits it"),
        ("XXX1-02-29", "no day fits it"),
        ("1 BCE", "the year before 0001 is 0000"),
        ("-0000", "the year before 0001 is 0000"),
        ("Y1950", "needless Y: write 1950"),
        ("Y-50", "needless Y: write -0050"),
        ("Y1E18", "too far off"),
        ("Y1E" + "9" * 5000, "too far off"),
        ("Y" + "9" * 5000, "too far off"),
        ("1950S0", "from 1 to 4 digits are significant"),
        ("1950S5", "from 1 to 4 digits are significant"),
        ("195XS2", "is not EDTF"),
        ("1950S2-06", "is not EDTF"),
        ("1950-06-25T25:00:00", "no such time: hours run to 23"),
        ("1950-06-25T24:00:01", "no such time: hours run to 23"),
        ("1950-06-25T04:00:00+15:00", "no such time zone"),
        ("1950-02-30T04:00:00", "February 1950 has 28 days"),
        ("1952/1950", "'1952/1950' runs backwards: it ends before it starts; write 1950/1952"),
        ("1950-06-25/1950-05", "write 1950-05/1950-06-25"),
        ("[1952..1950]", "'1952..1950' runs backwards: it ends before it starts; write 1950..1952"),
        ("1950/1950-02-30", "'1950-02-30' is not a date"),
        ("/", "give one side, as in 1950/ or ../1950"),
        ("[..]", "give one side, as in 1950.. or ..1950"),
        ("[]", "write dates between [ and ]"),
        ("{1950", "write dates between { and }"),
        ("[1950/1951]", "is not EDTF"),
        ("[1950,,1951]", "is not EDTF"),
        ("", "where none is known, leave the date out or write XXXX"),
        ("n.d.", "where none is known, leave the date out or write XXXX"),
        ("foo", "write a date as 1950, 1950-06 or 1950-06-25, a span as 1950-06/1950-09"),
        ("foo " * 5000, "..."),
        ("1950-176", "is not EDTF; write a date as"),
        ("1950-W03", "is not EDTF; write a date as"),
        ("1950-06-25-01", "is not EDTF"),
        ("\uff11\uff19\uff15\uff10", "is not EDTF"),
        (19500130, "'19500130' is not EDTF; write 1950-01-30 or Y19500130"),
        (10**18, "a number this large is no year"),
        pytest.param(10**5000, "a number this large is no year", id="huge"),
        (True, "True is not a date"),
        (1950.0, "1950.0 is not a date: write EDTF text such as '1950-06-25', in quotes"),
        (None, "None is not a date"),
        (date(1950, 6, 25), "is not a date"),
        (["1950"] * 100, "is not a date"),
    ],
)
def test_a_fault_is_told_with_its_cure(value: str | int, message: str) -> None:
    with pytest.raises(EdtfError, match=re.escape(message)) as caught:
        parse_edtf(value)
    assert len(str(caught.value)) < 160


PIECES = st.sampled_from([*"0123456789X-?~%/.,[]{}TYSE:+ ", "..", "19", "195", "1950", "-06", "-25", "-21"])
WORDS = st.sampled_from(["c. ", "June ", " to ", " or ", "from ", "between ", " and ", "s", "?", "open", "Q"])


@given(st.lists(PIECES | WORDS | st.characters(), max_size=12).map("".join))
@settings(max_examples=500)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        found = parse_edtf(text)
    except EdtfError as error:
        suggestion = re.search("is not EDTF; write (\\S+)$", str(error))
        if suggestion:
            parse_edtf(suggestion[1])
    else:
        assert str(found) == text.strip()


# --- what dates made by rule have in common ---------------------------------------------------------------

MARKS = st.sampled_from(["", "", "?", "~", "%"])
YEARS = st.integers(100, 9990).map("{:04}".format)
MONTHS = st.integers(1, 12).map("{:02}".format)
PLAIN_DATES = st.one_of(
    YEARS,
    st.builds("{}-{}".format, YEARS, MONTHS),
    st.dates(date(100, 1, 1), date(9990, 1, 1)).map(date.isoformat),
)
LEVEL_1_DATES = st.one_of(
    st.builds("{}{}".format, PLAIN_DATES, MARKS),
    st.builds("{:03}X{}".format, st.integers(1, 998), MARKS),
    st.builds("{:02}XX{}".format, st.integers(1, 98), MARKS),
    st.builds("{}-XX{}".format, YEARS, MARKS),
    st.builds("{}-{}-XX{}".format, YEARS, MONTHS, MARKS),
    st.builds("{}-XX-XX{}".format, YEARS, MARKS),
)
SEASONS = st.builds("{}-{}".format, YEARS, st.integers(21, 23))
LEVEL_2_DATES = st.one_of(
    st.builds("{}-{}{}".format, YEARS, st.integers(21, 41), MARKS),
    st.from_regex("-?[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?", fullmatch=True),
    st.from_regex("[?~%]?1[0-9]{3}-[?~%]?0[1-9]-[?~%]?[01][1-9]", fullmatch=True),
    st.from_regex("-?[0-9]{4}S[1-4]", fullmatch=True),
    st.from_regex("Y-?[1-9][0-9]{4,7}(S[1-5])?|Y-?[1-9]E[0-9]", fullmatch=True),
)
DATES = PLAIN_DATES | LEVEL_1_DATES | LEVEL_2_DATES
ENDS = DATES | st.sampled_from(["", ".."])
SPANS = st.builds("{}/{}".format, ENDS, ENDS)
SETS = st.builds(
    "{1}{0}{2}".format,
    st.lists(DATES | st.builds("{}..{}".format, DATES | st.just(""), DATES), min_size=1, max_size=3).map(
        ",".join
    ),
    *(
        st.shared(st.sampled_from(["[]", "{}"]), key="brackets").map(pick)
        for pick in (lambda b: b[0], lambda b: b[1])
    ),
)
TEXTS = st.one_of(DATES, SPANS, SETS)


def read_or_skip(text: str) -> Edtf:
    try:
        return parse_edtf(text)
    except EdtfError:
        assume(False)
        raise


EDTFS = TEXTS.map(read_or_skip)


@given(EDTFS)
def test_text_survives_reading_and_writing(found: Edtf) -> None:
    assert parse_edtf(str(found)) == found


@given(EDTFS)
def test_earliest_is_never_after_latest(found: Edtf) -> None:
    if found.earliest is not None and found.latest is not None:
        assert found.earliest <= found.latest


@given(EDTFS, EDTFS)
def test_relations_agree_with_one_another(one: Edtf, other: Edtf) -> None:
    assert one.before(other) is other.after(one)
    assert one.overlaps(other) is other.overlaps(one)
    if one.before(other) is YES:
        assert other.before(one) is NO
        assert one.overlaps(other) is NO
        assert one.within(other) is NO
    if one.within(other) is YES:
        assert one.before(other) is not YES
        assert one.after(other) is not YES
    if one.overlaps(other) is YES:
        assert one.before(other) is one.after(other) is NO


@given(EDTFS, EDTFS, EDTFS)
def test_before_carries_over(one: Edtf, two: Edtf, three: Edtf) -> None:
    if one.before(two) is YES and two.before(three) is YES:
        assert one.before(three) is YES


@given(LEVEL_1_DATES.map(read_or_skip))
def test_a_date_is_surely_within_the_days_it_names(found: Edtf) -> None:
    assert found.within(found) is YES


# --- the same, counted out day by day ---------------------------------------------------------------------

Days = frozenset[float]
FIRST = day("1950-01-01")
AROUND = range(FIRST - 3, FIRST + 34)  # January 1950 and a margin


class Counted:
    """A text, every set of days on which it can have taken place, and every period it can name."""

    def __init__(self, text: str, takes: Iterable[Days], names: Iterable[Days]) -> None:
        self.text, self.takes, self.names = text, tuple(takes), tuple(names)

    def __repr__(self) -> str:
        return self.text


def a_date(pattern: str) -> Counted:
    fitting = [n for n in range(1, 32) if re.fullmatch(pattern.replace("X", "."), f"{n:02}")]
    days = [float(FIRST + n - 1) for n in fitting]
    return Counted(f"1950-01-{pattern}", [frozenset([one]) for one in days], [frozenset(days)])


def a_span(start: Counted | str, end: Counted | str) -> Counted | None:
    def edges(
        side: Counted | str, limit: float, pick: Callable[[Days], float]
    ) -> tuple[list[float], list[float]]:
        if isinstance(side, Counted):
            return [min(days) for days in side.takes], [pick(days) for days in side.names]
        return ([limit], [limit]) if side == ".." else ([*AROUND], [*AROUND])

    def fill(firsts: list[float], lasts: list[float]) -> Iterator[Days]:
        for first, last in itertools.product(firsts, lasts):
            if first <= last:
                inside = (float(number) for number in AROUND if first <= number <= last)
                yield frozenset([first, last, *inside])

    takes_first, names_first = edges(start, -inf, min)
    takes_last, names_last = edges(end, inf, max)
    takes = list(fill(takes_first, takes_last))
    names = list(fill(names_first, names_last))
    return Counted(f"{start}/{end}", takes, names) if takes else None


def one_of(items: list[Counted]) -> Counted:
    takes = [days for item in items for days in item.takes]
    return Counted(f"[{','.join(map(str, items))}]", takes, [days for item in items for days in item.names])


def all_of(items: list[Counted]) -> Counted:
    takes = {frozenset[float]().union(*days) for days in itertools.product(*(item.takes for item in items))}
    names = frozenset[float]().union(*(days for item in items for days in item.names))
    return Counted(f"{{{','.join(map(str, items))}}}", takes, [names])


def counted_out(holds: Callable[[Days, Days], bool], these: Iterable[Days], those: Iterable[Days]) -> Answer:
    found = {holds(this, that) for this in these for that in those}
    return UNKNOWN if len(found) > 1 else YES if True in found else NO


def all_counted_out(one: Counted, other: Counted) -> dict[str, Answer]:
    return {
        "before": counted_out(lambda a, b: max(a) < min(b), one.takes, other.takes),
        "after": counted_out(lambda a, b: min(a) > max(b), one.takes, other.takes),
        "overlaps": counted_out(lambda a, b: not a.isdisjoint(b), one.takes, other.takes),
        "within": counted_out(lambda a, b: a <= b, one.takes, other.names),
    }


def all_worked_out(one: Counted, other: Counted) -> dict[str, Answer]:
    a, b = parse_edtf(one.text), parse_edtf(other.text)
    return {"before": a.before(b), "after": a.after(b), "overlaps": a.overlaps(b), "within": a.within(b)}


SINGLE_DAYS = st.integers(1, 31).map("{:02}".format)
COUNTED_DATES = (SINGLE_DAYS | st.sampled_from(["0X", "1X", "2X", "3X"])).map(a_date)
COUNTED_ENDS = COUNTED_DATES | st.sampled_from(["", ".."])
COUNTED_SPANS = (
    st.tuples(COUNTED_ENDS, COUNTED_ENDS)
    .filter(lambda ends: ends != ("", ""))
    .map(lambda ends: a_span(*ends))
    .filter(lambda span: span is not None)
)
COUNTED_WITH_GAPS = st.one_of(
    st.sampled_from(["X1", "X5", "X0"]).map(a_date),
    st.lists(COUNTED_DATES, min_size=1, max_size=2).map(one_of),
    st.lists(COUNTED_DATES, min_size=1, max_size=2).map(all_of),
)


@given(COUNTED_DATES | COUNTED_SPANS, COUNTED_DATES | COUNTED_SPANS)
@settings(deadline=None)
def test_relations_of_dates_and_spans_are_those_counted_out_day_by_day(one: Counted, other: Counted) -> None:
    assert all_worked_out(one, other) == all_counted_out(one, other)


@given(COUNTED_DATES | COUNTED_SPANS | COUNTED_WITH_GAPS, COUNTED_WITH_GAPS, st.booleans())
@settings(deadline=None)
def test_gaps_may_leave_an_answer_unknown_but_never_wrong(one: Counted, other: Counted, turn: bool) -> None:
    pair = (other, one) if turn else (one, other)
    exact = all_counted_out(*pair)
    for relation, answer in all_worked_out(*pair).items():
        assert answer in (UNKNOWN, exact[relation]), relation


@pytest.mark.parametrize(
    ("one", "relation", "other", "answer"),
    [
        ("1949", "before", "1950", YES),
        ("1950", "before", "1950-06", UNKNOWN),
        ("1950-07", "before", "1950-06", NO),
        ("1950", "before", "1950", UNKNOWN),
        ("1950-06-25", "before", "1950-06-25", NO),
        ("1949", "before", "1950/..", YES),
        ("1950/..", "before", "2000", NO),
        ("1950/", "before", "2000", UNKNOWN),
        ("1949", "before", "/1950", UNKNOWN),
        ("1951", "after", "../1950", YES),
        ("1949-12-31~", "before", "1950?", YES),
        ("[1760-12..]", "before", "1800", UNKNOWN),
        ("{1949,1952}", "before", "1953", YES),
        ("1950", "before", "{1949,1952}", NO),
        ("1951", "overlaps", "1950/1952", YES),
        ("1950-03", "overlaps", "1950/1952", UNKNOWN),
        ("1999", "overlaps", "1985/..", YES),
        ("1999", "overlaps", "1985/", UNKNOWN),
        ("1951", "overlaps", "{1949,1953}", UNKNOWN),
        ("{1950,1951}", "overlaps", "1949/1953", YES),
        ("1950-07-02", "within", "1950-07", YES),
        ("1950-07-02", "within", "1950-07/1950-10", YES),
        ("1950", "within", "1950-06", UNKNOWN),
        ("1950/1952", "within", "1951", NO),
        ("1950/..", "within", "1950/..", YES),
        ("1950/..", "within", "1950/", NO),
        ("1999", "within", "1985/..", YES),
        ("1999", "within", "1985/", UNKNOWN),
        ("1950-03-10", "within", "1950-XX-25", UNKNOWN),
        ("1955-07", "within", "195X-21", UNKNOWN),
        ("Y-17E7", "before", "1950", YES),
    ],
)
def test_historians_questions_get_these_answers(one: str, relation: str, other: str, answer: Answer) -> None:
    assert getattr(parse_edtf(one), relation)(parse_edtf(other)) is answer


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_has_no_truth_value(answer: Answer) -> None:
    with pytest.raises(TypeError, match="is neither true nor false"):
        bool(answer)


# --- another reader agrees --------------------------------------------------------------------------------


@given(
    st.one_of(
        LEVEL_1_DATES,
        SEASONS,
        st.dates(date(100, 1, 1)).map("{}T10:10:10Z".format),
        st.builds("{}{}/{}{}".format, PLAIN_DATES | SEASONS, MARKS, PLAIN_DATES | SEASONS, MARKS),
    )
)
@settings(deadline=None)
def test_bounds_are_those_of_the_edtf_package(text: str) -> None:
    edtf = pytest.importorskip("edtf")
    found = read_or_skip(text)
    theirs = edtf.parse_edtf(text)
    lower, upper = (date(*limit[:3]).toordinal() for limit in (theirs.lower_strict(), theirs.upper_strict()))
    assert (found.earliest, found.latest) == (lower, upper)


# --- as a value, and as a field ---------------------------------------------------------------------------


def test_dates_are_equal_when_their_texts_are() -> None:
    assert parse_edtf("1950") == parse_edtf(1950)
    assert parse_edtf("1950") != parse_edtf("1950-XX")
    assert len({parse_edtf("1950"), parse_edtf(1950), parse_edtf("1950?")}) == 2


def test_a_date_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        parse_edtf("1950").text = "1951"  # type: ignore[misc]


@pytest.mark.parametrize("text", ["1950", "1950-06-25/..", "[1949,1952]"])
def test_copies_and_pickles_keep_all_of_a_date(text: str) -> None:
    found = parse_edtf(text)
    for twin in (copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert twin == found
        assert twin.before(parse_edtf("2000")) is found.before(parse_edtf("2000"))


def test_dates_sort_in_time_and_open_starts_come_first() -> None:
    texts = ["1951", "1950/..", "1950-06", "../1960", "-0043", "1950-06-01", "1950", "1950~", "Y17E7"]
    in_order = sorted(map(parse_edtf, texts), key=Edtf.sort_key)
    assert [str(found) for found in in_order] == [
        *("../1960", "-0043", "1950", "1950~", "1950/..", "1950-06-01", "1950-06", "1951", "Y17E7")
    ]


@pydantic.dataclasses.dataclass(frozen=True, slots=True, config=pydantic.ConfigDict(extra="forbid"))
class Letter:
    made: Edtf | None = None


LETTERS = pydantic.TypeAdapter(Letter)


def test_a_field_takes_text_a_year_a_date_or_nothing() -> None:
    assert LETTERS.validate_python({"made": "1950-06-25"}).made == parse_edtf("1950-06-25")
    assert LETTERS.validate_python({"made": 1950}).made == parse_edtf("1950")
    assert LETTERS.validate_python({"made": parse_edtf("1950~")}).made == parse_edtf("1950~")
    assert LETTERS.validate_python({"made": None}).made is None
    assert LETTERS.validate_json('{"made": 1950}').made == parse_edtf("1950")
    assert Letter(parse_edtf("1950")).made == parse_edtf("1950")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("1950-02-30", "'1950-02-30' is not a date: February 1950 has 28 days"),
        ("{1950", "'{1950' is not a set: write dates between { and }"),
        (True, "True is not a date: write EDTF text such as '1950-06-25', in quotes"),
        (1950.5, "1950.5 is not a date: write EDTF text such as '1950-06-25', in quotes"),
    ],
)
def test_a_field_that_is_no_date_is_one_located_error_in_our_words(value: object, message: str) -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        LETTERS.validate_python({"made": value})
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"], error["msg"]) == ("edtf", ("made",), message)


def test_a_field_is_written_as_its_text() -> None:
    letter = Letter(parse_edtf("1950-06~"))
    assert LETTERS.dump_json(letter) == b'{"made":"1950-06~"}'
    assert LETTERS.dump_python(letter) == {"made": "1950-06~"}
    assert LETTERS.dump_python(Letter()) == {"made": None}


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_json_schema_takes_text_or_a_year_and_gives_examples(mode: str) -> None:
    schema = LETTERS.json_schema(mode=mode)  # type: ignore[arg-type]
    edtf, null = schema["properties"]["made"]["anyOf"]
    assert [kind["type"] for kind in edtf["anyOf"]] == ["string", "integer"]
    assert "EDTF" in edtf["description"]
    assert null == {"type": "null"}
    assert json.loads(json.dumps(schema)) == schema
    for example in edtf["examples"]:
        assert parse_edtf(example)
