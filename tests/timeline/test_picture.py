"""The picture of a timeline: nothing meets, nothing is lost, uncertain dates look it."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.draw.font import text_width
from argmap.model.edtf import parse_edtf
from argmap.model.project import FileRecords, merge
from argmap.model.records import Event
from argmap.timeline import strip_svg, timeline, timeline_html, timeline_svg
from argmap.timeline.axis import Axis
from argmap.timeline.lanes import GAP, pack
from argmap.timeline.spans import span_of
from argmap.timeline.strip import segments, strip_words
from argmap.timeline.timeline import Item, Timeline
from argmap.verdict.judgement import judge
from makers import a_claim, some_evidence

AXIS = Axis(711858, 712954, 20, 1000)
SVG = "{http://www.w3.org/2000/svg}"


def an_item(when: str, text: str = "Something happens.", key: str = "e", weight: int = 0) -> Item:
    date = parse_edtf(when)
    return Item("events", key, text, date, span_of(date), (weight, 0))


def of_events(*dates: str, text: str = "Something happens.") -> Timeline:
    events = {f"e{i:04}": Event(text=text, when=date) for i, date in enumerate(dates)}
    return timeline(judge(merge([FileRecords("all.yaml", events=events)])))


dates = st.sampled_from(
    [
        "1950",
        "1950-06",
        "1950-06-25",
        "1950-06-25?",
        "1951~",
        "../1951",
        "1951/..",
        "1949/1954",
        "195X",
        "1952-02-29",
    ]
)


@settings(deadline=None)
@given(st.lists(st.tuples(dates, st.text(min_size=1, max_size=80)), max_size=60), st.integers(1, 9))
def test_no_two_items_meet_and_none_is_lost(records, most):
    items = [an_item(when, text, f"e{i}", i % 3) for i, (when, text) in enumerate(records)]
    packed = pack(items, AXIS, most)
    assert len(packed.placed) + sum(len(each.items) for each in packed.bins) == len(items)
    assert packed.rows <= most
    rows: dict[int, list[tuple[float, float]]] = {}
    for p in packed.placed:
        ends = (min(p.left, p.label_at), max(p.right, p.label_at + text_width(p.label, 8.0)))
        rows.setdefault(p.row, []).append(ends)
    for row in rows.values():
        row.sort()
        assert all(a[1] + GAP <= b[0] + 0.01 for a, b in pairwise(row))


def test_the_weightiest_items_get_their_labels():
    items = [an_item("1950-06-25", key=f"e{i}", weight=i) for i in range(30)]
    assert sorted(p.item.weight for p in pack(items, AXIS, 3).placed) == [(0, 0), (1, 0), (2, 0)]


def test_what_has_no_room_is_counted_in_the_picture():
    svg = timeline_svg(of_events(*["1950-06-25"] * 60))
    counted = [int(n) for n in re.findall(r">\+(\d+)</text>", svg)]
    assert len(re.findall('class="item events"', svg)) + sum(counted) == 60
    assert "60; 38 of them without a label, counted below the rows" in svg


@pytest.mark.parametrize(
    ("date", "look"),
    [
        ("1950-06-25", "<circle"),
        ("1950-06-25~", "stroke-dasharray"),
        ("1950-06", 'fill="#FFFFFF" stroke='),
        ("1950/..", "fill-opacity"),
        ("../1950", "fill-opacity"),
        ("1950-06-25?", "(?)"),
    ],
)
def test_each_kind_of_date_has_its_look(date, look):
    svg = timeline_svg(of_events(date, "1949-01-01", "1951-12-31"))
    item = next(g for g in svg.split('<g class="item')[1:] if f"event {date}:" in g)
    assert look in item


def test_a_date_beyond_the_range_points_out_of_it():
    shown = timeline(
        of_events("1940/1960").project and judge(of_events("1940/1960").project), since="1950", until="1951"
    )
    assert timeline_svg(shown).count("<polygon") == 2


def test_hostile_and_foreign_text_is_shown_safely():
    text = 'A <script>alert("x")</script> ]]> ﷽ 한국 전쟁의 기원 и Сталин \u202e'
    shown = of_events("1950", text=text)
    page, svg = timeline_html(shown), timeline_svg(shown)
    ET.fromstring(svg)
    assert "<script" not in page
    assert "\u202e" not in page
    assert svg == timeline_svg(of_events("1950", text=text))


def test_every_item_has_a_name_and_a_link_where_there_is_a_page():
    svg = timeline_svg(of_events("1950-06-25"), link=lambda kind, key: f"{kind}/{key}.html")
    (link,) = ET.fromstring(svg).iter(f"{SVG}a")
    assert link.get("href") == "events/e0000.html"
    assert link.get("aria-label") == "event 1950-06-25: Something happens. (e0000)"


def test_the_page_holds_the_same_items_as_a_table():
    page = timeline_html(of_events("1950-06-25", "1951?", "../1949"))
    assert page.count('<th scope="row">') == 3
    assert "<small>uncertain</small>" in page
    assert "<table><caption>All that the picture shows, in time</caption>" in page


@pytest.mark.parametrize(
    "dates", [(), ("../..",), ("Y170000000",), ("-0500", "0000", "9999"), ("1950-06-25",)]
)
def test_odd_ranges_are_drawn(dates):
    ET.fromstring(timeline_svg(of_events(*dates)))
    timeline_html(of_events(*dates))


def test_without_colour_it_is_drawn_in_greys():
    svg = timeline_svg(of_events("1950", "1950/1951"), colours="mono")
    colours = set(re.findall(r"#[0-9A-Fa-f]{6}", svg))
    assert all(c[1:3] == c[3:5] == c[5:7] for c in colours - {"#D5DAE1"})


def test_a_strip_shows_each_verdict_with_its_year_and_says_it_in_words():
    evidence = {
        "old": some_evidence(available="1960", form="scholarship"),
        "new": some_evidence(available="1994"),
    }
    project = merge([FileRecords("all.yaml", {"c": a_claim(pro=["old"], con=["new"])}, evidence)])
    (history,) = timeline(judge(project), ["c"]).strips
    assert [year for year, _ in segments(history)] == [None, 1960, 1994]
    assert (
        strip_words(history)
        == "at first unsupported; 1960 supported (limited); 1994 outweighed; now outweighed"
    )
    svg = strip_svg(history)
    root = ET.fromstring(svg)
    assert root.get("aria-label") == f"c: {strip_words(history)}"
    assert svg == strip_svg(history)
    assert len([g for g in root.iter(f"{SVG}g") if g.find(f"{SVG}title") is not None]) == 3
    ET.fromstring(strip_svg(history, width=60, colours="mono"))


def test_a_claim_that_never_turned_has_a_strip_too():
    project = merge([FileRecords("all.yaml", {"c": a_claim()})])
    (history,) = timeline(judge(project), ["c"]).strips
    ET.fromstring(strip_svg(history))
    assert "The verdict, by what could be read" not in timeline_svg(timeline(judge(project), ["c"]))
