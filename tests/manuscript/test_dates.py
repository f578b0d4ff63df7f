"""Dates in running text."""

import pytest

from argmap.manuscript.dates import find_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 30 January 1950", ["1950-01-30"]),
        ("on 30 Jan. 1950", ["1950-01-30"]),
        ("on January 30, 1950", ["1950-01-30"]),
        ("on the 3rd of May 1950", ["1950-05-03"]),
        ("on 2nd Sept 1945", ["1945-09-02"]),
        ("am 3. März 1950", ["1950-03-03"]),
        ("le 14 juillet 1950", ["1950-07-14"]),
        ("1950-06-25", ["1950-06-25"]),
        ("5-7 May 1951", ["1951-05-05/1951-05-07"]),
        ("in March 1949", ["1949-03"]),
        ("March-April 1949", ["1949-03/1949-04"]),
        ("in the spring of 1950", ["1950-21"]),
        ("between 1945-48", ["1945/1948"]),
        ("1945–1948", ["1945/1948"]),
        ("the 1950s", ["195X"]),
        ("in 1950.", ["1950"]),
        ("on 5 May he left", ["XXXX-05-05"]),
        ("30 February 1950", []),
        ("31 April", []),
        ("p. 1950", []),
        ("pp. 1950-1952", []),
        ("1950 men and 12 carts", ["1950"]),
        ("No. 12/1950", []),
        ("in May they may march", []),
        ("", []),
    ],
)
def test_dates_are_found_and_written_as_edtf(text, dates):
    assert [date.edtf for date in find_dates(text)] == dates


def test_a_day_tells_its_year_and_that_it_is_a_day():
    (day,), (month,), (yearless,) = map(find_dates, ("30 Jan 1950", "Jan 1950", "on 5 May he left"))
    assert (day.is_day, day.year) == (True, 1950)
    assert (month.is_day, month.year) == (False, 1950)
    assert (yearless.is_day, yearless.year) == (False, None)


def test_a_date_has_its_place():
    (date,) = find_dates("On 30 Jan 1950 he left")
    assert (date.start, date.end) == (3, 14)
