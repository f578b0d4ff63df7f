"""EDTF dates: what is read, what is refused and how, and what follows about before and after."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.edtf import Answer, EdtfError, parse_edtf

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
