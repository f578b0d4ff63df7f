"""What dates say of one another, against rules, against counting day by day, and against another reader."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from math import inf

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.model.edtf import Answer, Edtf, EdtfError, parse_edtf

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


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
