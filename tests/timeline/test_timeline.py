"""Timelines: which records, in which lanes, and what is not shown is counted."""

import pytest

from argmap.model.edtf import parse_edtf
from argmap.model.errors import ArgmapError, UnknownIdError
from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import Event, Source
from argmap.model.settings import Settings
from argmap.timeline import Timeline, timeline
from argmap.timeline.axis import sensible_range, ticks
from argmap.timeline.spans import span_of
from argmap.timeline.tables import timeline_lines, timeline_table, told_lanes
from argmap.verdict.judgement import judge
from makers import a_claim, some_evidence

CLAIMS = {
    "aim": a_claim(text="The aim.", when="1950", part="I", pro=["wire", "base"]),
    "base": a_claim(text="The base.", when="1949/..", part="II", pro=["diary"]),
    "apart": a_claim(text="Apart."),
}
EVIDENCE = {
    "wire": some_evidence(shows="A wire.", made="1950-01-30", available="1994-06", source="book"),
    "diary": some_evidence(shows="A diary.", made="1949~", form="testimony", source="book"),
    "idle": some_evidence(shows="Idle."),
}
EVENTS = {
    "talk": Event(text="They talk.", when="1950-03-30/1950-04-25", claims=["aim"], part="I"),
    "shot": Event(text="A shot.", when="1950-06-25?", evidence=["diary"], part="II"),
    "storm": Event(text="A storm.", when="1701"),
}
SOURCES = {"book": Source("book", "A Book", issued=parse_edtf("1995"))}


def a_map(**changes: object) -> Project:
    records = {"claims": CLAIMS, "evidence": EVIDENCE, "events": EVENTS, "sources": SOURCES, **changes}
    return merge([FileRecords("all.yaml", **records)], Settings(thesis="aim"))  # type: ignore[arg-type]


def shown(*ids: str, **options: object) -> Timeline:
    return timeline(judge(a_map()), ids, **options)  # type: ignore[arg-type]


def ids(told: Timeline) -> dict[str, list[str]]:
    return {lane.lane: [item.id for item in lane.items] for lane in told.lanes}


def test_a_claim_brings_what_bears_on_it_and_the_events_about_that():
    assert ids(shown("aim")) == {
        "events": ["talk", "shot"],
        "claims": ["base", "aim"],
        "made": ["diary", "wire"],
        "public": ["wire", "diary"],
    }
    assert ids(shown("aim", depth=0)) == {"events": ["talk"], "claims": ["aim"], "made": [], "public": []}
    assert ids(shown("aim", depth=1))["made"] == ["wire"]
    assert ids(shown("aim", depth=10**9)) == ids(shown("aim", depth=2))


def test_evidence_events_and_sources_bring_their_neighbours():
    assert ids(shown("diary"))["claims"] == ["base"]
    assert ids(shown("diary"))["events"] == ["shot"]
    assert ids(shown("talk"))["claims"] == ["aim"]
    assert ids(shown("book"))["made"] == ["diary", "wire"]


def test_a_part_brings_its_claims_their_evidence_and_its_events():
    told = shown(part="II")
    assert ids(told) == {"events": ["shot"], "claims": ["base"], "made": ["diary"], "public": ["diary"]}
    assert ids(shown("aim", part="I"))["claims"] == ["aim"]


def test_the_whole_map_counts_what_lies_outside_and_what_has_no_date():
    told = shown(since="1949", until="1950")
    assert [lane.told for lane in told.lanes] == [
        "2 (1 earlier)",
        "2 (1 without a date)",
        "2 (1 without a date)",
        "2 (1 without a date)",
    ]
    counted = sum(len(lane.items) + lane.earlier + lane.later + lane.undated for lane in told.lanes)
    assert counted == len(EVENTS) + len(CLAIMS) + 2 * len(EVIDENCE)
    assert next(told_lanes(told)) == "Events: 2 (1 earlier), 1 Jan 1949 to 31 Dec 1950"


def test_lanes_can_be_chosen():
    assert list(ids(shown(lanes=["public", "events"]))) == ["events", "public"]
    assert shown("aim", lanes=["events"]).strips == ()


def test_the_verdicts_on_the_claims_asked_about_are_followed():
    (strip,) = shown("aim").strips
    assert [(year, verdict.verdict) for year, verdict in strip.strip] == [(1994, "supported")]
    assert [history.claim for history in shown().strips] == ["aim"]
    assert shown("talk").strips == ()
    many = {f"c{i:02}": a_claim() for i in range(20)}
    told = timeline(judge(a_map(claims=many)), list(many))
    assert (len(told.strips), told.more_strips) == (12, 8)
    assert "8 more claims asked about, whose verdicts are not followed here" in list(told_lanes(told))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"since": "soon"}, "--from: 'soon' is not EDTF"),
        ({"until": "1950/.."}, "--to: '1950/..' has no last day"),
        ({"since": "1951", "until": "1950"}, "the range ends before it begins: 1951 … 1950"),
    ],
)
def test_a_range_that_is_none_is_told(options, message):
    with pytest.raises(ArgmapError, match=message.replace(".", r"\.")):
        shown(**options)


def test_unknown_records_and_parts_come_with_the_nearest():
    with pytest.raises(UnknownIdError, match="did you mean 'diary'"):
        shown("diari")
    with pytest.raises(UnknownIdError, match="no part 'III'"):
        shown(part="III")


def test_one_bound_alone_is_enough_even_where_nothing_lies_beyond_it():
    assert shown(since="1950-06").range is not None
    far = shown(since="2100")
    assert far.range is not None
    assert far.range[0] < far.range[1]
    assert far.lanes[0].earlier == 3
    early = shown(until="1500")
    assert early.range is not None
    assert early.lanes[0].later == 3


def test_an_empty_map_has_an_empty_timeline():
    told = timeline(judge(merge([])))
    assert (told.range, told.public_range) == (None, None)
    assert list(timeline_lines(told))[-1] == ""
    assert len(list(timeline_table(told))) == 1


def test_the_lines_tell_all_records_in_time_within_the_width():
    lines = list(timeline_lines(shown("aim"), 80))
    assert max(map(len, lines)) <= 80
    assert [line.split()[0] for line in lines if "(" in line and line[0] == "1"][:2] == ["1949~", "1949/.."]
    assert "      1994  ✓ supported (firm)" in lines


def test_the_table_has_the_bounds_and_flags_of_every_date():
    rows = {row[1]: row for row in timeline_table(shown("aim", lanes=["events"]))}
    assert rows["shot"] == (
        "events",
        "shot",
        "1950-06-25?",
        "25 Jun 1950",
        "25 Jun 1950",
        "",
        "yes",
        "A shot.",
        "",
    )
    assert rows["talk"][3:5] == ("30 Mar 1950", "25 Apr 1950")


@pytest.mark.parametrize(
    ("text", "start", "end", "sure"),
    [
        ("1950-06-25", 712033, 712033, (712033, 712033)),
        ("1950-06", 712009, 712038, None),
        ("1950-06-25/1950-06-27", 712033, 712035, (712033, 712035)),
        ("1950-06/1950-07", 712009, 712069, (712038, 712039)),
        ("1950-06-25/..", 712033, None, (712033, 712033)),
        ("../1950-06-25", None, 712033, (712033, 712033)),
        ("1950-06-25/", 712033, None, (712033, 712033)),
        ("1950-06/1950-06", 712009, 712038, None),
        ("../..", None, None, None),
        ("[1949,1952]", 711493, 712953, None),
        ("{1949..1952}", 711493, 712953, None),
        ("[..1950]", None, 712222, None),
    ],
)
def test_a_date_is_read_with_its_open_and_unsure_ends(text, start, end, sure):
    span = span_of(parse_edtf(text))
    assert (span.start, span.end, span.sure) == (start, end, sure)


def test_the_time_a_claim_is_about_is_taken_whole():
    assert span_of(parse_edtf("1950-06"), period=True).sure == (712009, 712038)
    assert span_of(parse_edtf("1950/.."), period=True).open_end


def test_a_few_far_dates_do_not_squeeze_the_others():
    near = [span_of(parse_edtf(f"1950-{month:02}")) for month in range(1, 13)] * 3
    far = [span_of(parse_edtf("1701")), span_of(parse_edtf("2018"))]
    chosen = sensible_range([*near, *far])
    assert chosen is not None
    assert parse_edtf("1949").earliest < chosen[0] < chosen[1] < parse_edtf("1952").latest  # type: ignore[operator]
    whole = sensible_range(far)
    assert whole is not None
    assert whole[1] - whole[0] > 300 * 365
    assert sensible_range([span_of(parse_edtf("../.."))]) is None
    decade = sensible_range([span_of(parse_edtf("1994"))], least=3653)
    assert decade is not None
    assert decade[1] - decade[0] >= 3652


@pytest.mark.parametrize("days", [0, 1, 20, 100, 1000, 20_000, 2_000_000, 10**15])
def test_an_axis_of_any_length_has_few_labels_in_order(days):
    labels = ticks(712009, 712009 + days)
    assert len(labels) <= 16
    assert [day for day, _ in labels] == sorted({day for day, _ in labels})
    assert days < 20 or len(labels) >= 2 or days < 400
