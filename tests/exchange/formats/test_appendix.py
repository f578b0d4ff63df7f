"""The tables of an appendix, in Markdown and in Word."""

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.exchange.appendix import appendix_tables, main_claims
from argmap.exchange.registry import write
from argmap.model.records import School, Source
from argmap.model.settings import Settings
from argmap.verdict.judgement import judge
from exchange_whole_map import NASTY, an_empty_map, judged, with_loose_ends
from makers import a_claim, a_project, some_evidence


def rendered(text: str) -> str:
    return MarkdownIt("commonmark").enable("table").render(text)


def test_the_thesis_and_what_it_rests_on_come_first() -> None:
    assert main_claims(judged().project) == ["bakery-burned", "oven-lit"]
    claims = {"top": a_claim(pro="low"), "low": a_claim(), "answer": a_claim()}
    assert main_claims(a_project(claims)) == ["answer", "top"]
    assert main_claims(a_project({"a": a_claim(pro="b"), "b": a_claim(pro="a")})) == ["a", "b"]


def test_each_table_has_its_rows() -> None:
    main, evidence, schools = appendix_tables(judged())
    assert main.rows[0].cells[2] == f"{judged()['bakery-burned'].mark} {judged()['bakery-burned']}"
    assert [row.heading for row in evidence.rows] == [True, False, False, True, False]
    assert [str(cell) for cell in evidence.rows[1].cells][0::3] == ["+", "I.3, intro.12a"]
    assert schools.head == ("Claim", "This map", "Bakers", "Watchmen")
    assert schools.rows[0].cells[2:] == ("qualifies", "holds")


def test_markdown_shows_words_as_words() -> None:
    assert rendered(write(judged(), "markdown").files[""].decode()).count("<table>") == 4
    project = a_project({"a": a_claim(text=NASTY, pro="e")}, {"e": some_evidence(shows=NASTY)})
    html = rendered(write(judge(project), "markdown").files[""].decode())
    assert html.count("<table>") == 2
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; | `x` *y* {z}" in html


@given(st.text(min_size=1, max_size=30).filter(str.strip))
def test_no_text_breaks_a_row(said: str) -> None:
    project = a_project({"a": a_claim(text=f"x {said}", pro="e")}, {"e": some_evidence(shows=f"y {said}")})
    html = rendered(write(judge(project), "markdown").files[""].decode())
    assert html.count("<td") == 8


def test_a_word_file_holds_the_same_cells() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document(io.BytesIO(write(judged(), "docx").files[""]))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    for found, wanted in zip(tables, appendix_tables(judged()), strict=True):
        assert found[0] == list(wanted.head)
        cells = [[str(cell) for cell in row.cells] for row in wanted.rows]
        assert [row[: len(said)] for row, said in zip(found[1:], cells, strict=True)] == cells
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "The fire of 1666"
    assert NASTY.replace("\x07", "\ufffd") not in texts


def test_titles_stand_in_italics() -> None:
    docx = pytest.importorskip("docx")
    project = a_project(
        {"a": a_claim(pro="e")},
        {"e": some_evidence(source="s")},
        sources={"s": Source("book", "Origins", ("Lee, A.",))},
    )
    document = docx.Document(io.BytesIO(write(judge(project), "docx").files[""]))
    runs: Any = document.tables[1].rows[2].cells[2].paragraphs[0].runs
    assert [run.text for run in runs if run.italic] == ["Origins"]


def test_word_files_have_no_clock_in_them() -> None:
    pytest.importorskip("docx")
    assert write(judged(), "docx").files == write(judged(), "docx").files
    with zipfile.ZipFile(io.BytesIO(write(judged(), "docx").files[""])) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


@pytest.mark.parametrize("format", ["markdown", "docx"])
def test_loose_ends_and_empty_maps_are_written_all_the_same(format: str) -> None:
    pytest.importorskip("docx")
    assert write(judged(with_loose_ends()), format).files[""]
    assert write(an_empty_map(), format).files[""]


def test_many_schools_leave_room_for_the_claim() -> None:
    schools = {f"k{i}": School(name=f"K{i}") for i in range(60)}
    project = a_project(
        {"a": a_claim(schools={"k1": "holds"})}, schools=schools, settings=Settings(title="T")
    )
    table = appendix_tables(judge(project))[-1]
    assert min(table.widths) > 0


def test_what_no_table_speaks_of_is_told() -> None:
    loss = write(judged(), "markdown").loss
    dropped = {(each.type, each.id) for each in loss.losses if each.fate == "dropped"}
    assert ("claim", "baker-lied") in dropped
    assert ("event", "fire") in dropped
    assert ("argument", "") in {(each.type, each.id) for each in loss.losses if each.fate == "changed"}
