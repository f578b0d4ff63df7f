"""A comparison as picture, page and tables: complete, counted, escaped, and the same every time."""

import xml.etree.ElementTree as ET

from argmap.compare import compare, compare_html, compare_svg
from argmap.compare.selection import shown_rows
from argmap.compare.tables import TABLES, compare_table
from argmap.model.project import Project
from argmap.model.records import Scholar, School, Source
from makers import a_claim, a_project, some_evidence

PARTED = {"left": {"stance": "holds", "cite": "lee-1990", "locator": "p. 5"}, "right": "rejects"}


def a_debate() -> Project:
    return a_project(
        {
            "aim": a_claim(text="Aim <b>&</b> ]]>", pro=["act"], con=["wire"], schools=PARTED),
            "both": a_claim(text="한국어 and кириллица", held_by=["lee"], schools={"right": "qualifies"}),
            "own": a_claim(text="=1+1", schools={"left": "holds"}),
        },
        {"act": some_evidence(), "wire": some_evidence()},
        schools={"left": School(name="Left <i>"), "right": School(name="Right"), "mute": School(name="Mute")},
        scholars={"lee": Scholar(name="A. Lee", schools=["left"])},
        sources={"lee-1990": Source("book", "On Aims", ("Lee, A.",))},
    )


def test_the_rows_shown_and_left_out_are_counted():
    comparison = compare(a_debate())
    rows, told = shown_rows(comparison)
    assert [row.claim for row in rows] == ["aim", "both"]
    assert told.startswith("2 claims of which at least two schools speak; 1 more")
    assert shown_rows(comparison, "parted")[1].startswith("1 claim that one school holds and another rejects")
    every, told = shown_rows(comparison, "all")
    assert (len(every), told) == (3, "3 claims of which some school speaks")
    assert shown_rows(comparison, "all", 2)[1] == "2 of 3 claims of which some school speaks"
    assert shown_rows(compare(a_debate(), ["left"]))[1] == "3 claims of which some school speaks"


def test_the_picture_has_a_sign_and_a_letter_in_every_cell_and_says_each_in_words():
    svg = compare_svg(compare(a_debate()))
    root = ET.fromstring(svg)
    told = [t.text or "" for t in root.iter("{http://www.w3.org/2000/svg}title")]
    assert any(
        t.startswith("Left holds (Lee: p. 5)") or t.startswith("Left <i> holds (Lee, p. 5)") for t in told
    )
    texts = [t.text for t in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"+ H", "− R", "± Q"} <= set(texts)
    assert "Silent on every claim: Mute." in texts
    assert svg == compare_svg(compare(a_debate()))
    assert "#0060A8" not in compare_svg(compare(a_debate()), colours="mono")


def test_the_page_is_whole_escaped_and_wants_nothing_from_outside():
    page = compare_html(compare(a_debate()), link=lambda claim: f"claims/{claim}.html")
    assert "<script" not in page
    assert "Aim &lt;b&gt;&amp;&lt;/b&gt; ]]&gt;" in page
    assert 'href="claims/aim.html"' in page
    assert "http" not in page.replace("http-equiv", "")
    assert page.count("<table") == page.count("<caption>") >= 3
    assert 'scope="row"' in page
    assert "Left &lt;i&gt;" in page
    assert page.startswith("<!DOCTYPE html>")


def test_where_a_stance_is_said_is_told_with_names_and_pages():
    comparison = compare(a_debate())
    rows = {row.claim: row for row in comparison.rows}
    assert rows["aim"].cells["left"].where(comparison.project) == ["Lee, p. 5"]
    assert rows["both"].cells["left"].where(comparison.project) == ["A. Lee"]
    assert rows["aim"].cells["mute"].where(comparison.project) == []


def test_every_table_has_rows_as_wide_as_its_heading():
    comparison = compare(a_debate())
    for name in TABLES:
        head, *rows = compare_table(comparison, name)
        assert rows, name
        assert {len(row) for row in rows} == {len(head)}


def test_a_project_without_schools_still_makes_a_page_and_a_picture():
    empty = compare(a_project({"c": a_claim()}))
    assert "No claim is held by one school" in compare_html(empty)
    ET.fromstring(compare_svg(empty))
