"""Tables, targets and the plot, from figures that are given."""

from itertools import pairwise
from xml.etree import ElementTree

from benchmarks.report.aims import aim_table, growth, nearest_peer
from benchmarks.report.chart import DASHES, MARKS, Curve, plot
from benchmarks.report.page import Run, growth_plot, page
from benchmarks.report.tables import floor_table, growth_table, peak_table, ratio_table
from benchmarks.series.rows import ARGMAP, BARE, SINGLE, UNCHANGED, Row

ROWS = [
    Row("sizes", "500", BARE, 500, 0.01, 0.01, 8 << 20, 3),
    Row("sizes", "500", ARGMAP, 500, 0.06, 0.07, 30 << 20, 3),
    Row("sizes", "500", UNCHANGED, 500, 0.03, 0.03, 20 << 20, 3),
    Row("sizes", "500", "swift", 500, 0.03, 0.03, 20 << 20, 3),
    Row("sizes", "10000", ARGMAP, 10_000, 1.0, 1.1, 100 << 20, 3),
    Row("sizes", "10000", SINGLE, 10_000, 2.0, 2.1, 100 << 20, 3, single=True),
    Row("sizes", "10000", "swift", 10_000, 1.5, 1.6, 90 << 20, 3),
    Row("sizes", "10000", "files", 10_000, 30.0, 31.0, 90 << 20, 1, single=True),
    Row("sizes", "100000", ARGMAP, 100_000, 10.0, 11.0, 900 << 20, 3),
    Row("sizes", "100000", "swift", 100_000, fault="over 60 s"),
    Row("sizes", "100000", "files", 100_000, fault="not here", single=True),
    Row("steps", "500", "read", 500, 0.015, runs=3),
    Row("steps", "500", "parse", 500, 0.005, runs=3),
]
RUN = Run(ROWS, [("processor", "A fast one")], [("swift", "1.0"), ("files", "not here")], 3, 60.0, (0.4, 3.2))


def test_the_growth_table_tells_seconds_single_runs_and_why_there_are_none() -> None:
    assert growth_table(ROWS, "sizes").splitlines() == [
        "| CPU seconds | 500 | 10,000 | 100,000 |",
        "| --- | ---: | ---: | ---: |",
        "| bare Python | 0.010 | – | – |",
        "| argmap | 0.060 | 1.00 | 10.0 |",
        "| argmap, unchanged | 0.030 | – | – |",
        "| swift | 0.030 | 1.50 | over 60 s |",
        "| argmap, one record a file | – | 2.00 | – |",
        "| files | – | 30.0\\* | not here |",
    ]


def test_ratios_put_a_peer_beside_argmap_in_the_same_layout() -> None:
    lines = ratio_table(ROWS, "sizes").splitlines()
    assert lines[2:] == ["| swift | 0.50 | 1.5 | – |", "| files | – | 15 | – |"]


def test_memory_is_told_in_mebibytes() -> None:
    assert "| argmap | 30 | 100 | 900 |" in peak_table(ROWS, "sizes")


def test_a_step_is_told_as_a_ratio_to_its_floor() -> None:
    assert "| reading, to the bare parse of the same bytes | 3.0 (0.015 / 0.005) |" in floor_table(ROWS)


def test_targets_are_told_met_missed_or_unknown() -> None:
    table = aim_table(ROWS)
    assert "| unchanged book (500 records), to a bare start of Python | ≤ 2 | 3.00 | no |" in table
    assert "| cold book, to a bare start of Python | ≤ 8 | 6.00 | yes |" in table
    assert "| 1,000,000 claims with their evidence | ≤ 40 s | – | – |" in table


def test_growth_is_the_exponent_between_the_ends() -> None:
    found = growth(ROWS, ARGMAP)
    assert found is not None
    assert abs(found - 1) < 1e-9
    assert growth(ROWS, "swift") is None


def test_the_nearest_peer_is_the_one_that_does_best_from_a_thousand_on() -> None:
    assert nearest_peer(ROWS) == 1.5


def test_the_page_holds_every_table_and_says_that_the_machine_was_busy() -> None:
    text = page(RUN)
    for wanted in (
        "## Targets",
        "A fast one",
        "over 60 s",
        "swift, 100,000: over 60 s",
        "between 0.4 and 3.2",
    ):
        assert wanted in text
    assert "**Other work" not in page(Run(ROWS, [], [], 3, 60.0, (0.3,)))
    assert "## AIF" not in text


def test_the_plot_is_sound_and_its_curves_are_told_apart_without_colour() -> None:
    drawn = growth_plot(ROWS)
    ElementTree.fromstring(drawn)
    assert "swift" in drawn
    assert BARE not in drawn
    shades = {part[:4] for part in drawn.split('stroke="')[1:]}
    assert all(shade[1:2] in "1234567bd8" for shade in shades)
    assert len(set(DASHES)) == len(DASHES)
    assert len(set(MARKS)) == len(MARKS)


def test_labels_of_a_plot_do_not_cover_each_other_and_names_are_escaped() -> None:
    same = [Curve(f"<tool {n}>", ((10.0, 1.0), (1000.0, 2.0 + n / 1000))) for n in range(12)]
    drawn = plot(same, title="a & b", across="x", upwards="y")
    root = ElementTree.fromstring(drawn)
    texts = [text for text in root.iter() if (text.text or "").startswith("<tool")]
    places = sorted(float(text.attrib["y"]) for text in texts)
    assert len(places) == 12
    assert all(b - a > 14 for a, b in pairwise(places))


def test_a_plot_of_nothing_or_of_one_point_is_still_a_plot() -> None:
    ElementTree.fromstring(plot([], title="t", across="x", upwards="y"))
    ElementTree.fromstring(plot([Curve("one", ((10.0, 1.0),))], title="t", across="x", upwards="y"))
