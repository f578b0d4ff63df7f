"""Tables: columns by their headers in, one table of everything out."""

import io
import zipfile
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.exchange.content import Content
from argmap.exchange.registry import Imported, detect, read, write
from argmap.model.errors import UnreadableError
from argmap.model.project import Project
from argmap.model.records import Claim
from argmap.verdict.judgement import judge
from exchange_maps import there_and_back
from exchange_rich import rich_maps
from makers import a_project


def imported(text: str, encoding: str = "utf-8") -> Imported:
    return read(text.encode(encoding), "table.csv")


def test_ids_sides_sources_and_holders_are_columns() -> None:
    found = imported(
        "\ufeffID;Statement;Supports;Opposes;Source;Author;Mood\r\n"
        "fire;The fire began here.;;;Town roll;Kim;x\r\n"
        'oven;"The oven, left burning.";fire;;;;\r\n'
        "no;Baker denies it.;;fire;;;\r\n"
        "no;Baker denies it.;;oven;;;\r\n"
        'oven;"The oven, left burning.";fire;;;;\r\n'
        "lost;Dangling;nowhere;;;;\r\n"
    )
    claims = found.project.claims
    assert claims["fire"].pro[1].premises == ("oven",)
    assert claims["fire"].con[0].premises == ("no",)
    assert claims["oven"].con[0].premises == ("no",)
    assert claims["fire"].held_by == ("kim",)
    assert found.project.sources["town-roll"].title == "Town roll"
    assert sorted(each.type for each in found.loss.losses) == ["argument", "column", "row"]


def test_a_parent_may_be_named_by_its_text() -> None:
    found = imported(
        "parent,text,stance\n,Free bread.,\nFree bread.,People need it.,pro\nFree bread.,Costs.,Con\n"
    )
    top = found.project.claims["free-bread"]
    assert top.pro[0].premises == ("people-need-it",)
    assert top.con[0].premises == ("costs",)


def test_rows_of_one_group_are_premises_that_carry_together() -> None:
    found = imported("id,text,parent,relation,group\na,Fire,,,\nb,Oven,a,+,g\nc,Wind,a,+,g\nd,No,a,-,\n")
    top = found.project.claims["a"]
    assert top.pro[0].premises == ("b", "c")
    assert top.con[0].premises == ("d",)


def test_a_list_of_links_makes_its_own_claims() -> None:
    found = imported("source\ttarget\ttype\nOven\tFire\tsupport\nBaker\tFire\tattack\n")
    assert found.project.claims["fire"].pro[0].premises == ("oven",)
    assert found.project.claims["fire"].con[0].premises == ("baker",)


def test_a_parent_without_a_relation_is_read_as_support_and_reported() -> None:
    found = imported("id,text,parent\na,A,\nb,B,a\n")
    assert found.project.claims["a"].pro[0].premises == ("b",)
    assert found.loss.losses[0].why == "it is read as speaking for 'a'"


def test_evidence_is_told_by_its_kind() -> None:
    found = imported("id,kind,text,for,source\na,claim,A,,\ne,evidence,A deed.,a,Roll\n")
    assert found.project.evidence["e"].source == "roll"
    assert found.project.claims["a"].pro[0].premises == ("e",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_understood(encoding: str) -> None:
    found = imported("id,text,for\na,Das Feuer begann in der Bäckerei.,\nb,Öfen brannten.,a\n", encoding)
    assert found.project.claims["a"].text == "Das Feuer begann in der Bäckerei."
    assert any(each.type == "file" for each in found.loss.losses) == (encoding == "cp1252")


def test_delimiters_are_told_by_the_header() -> None:
    for delimiter in ",;\t|":
        text = "id,text,for\na,A,\nb,B,a\n".replace(",", delimiter)
        assert imported(text).project.claims["a"].pro[0].premises == ("b",)
    assert imported("sep=;\nid;text;for\na;A;\nb;B;a\n").project.claims["a"].pro


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(rich_maps())
def test_a_map_comes_back_the_same(project: Project) -> None:
    for form in ("csv", "tsv"):
        back = there_and_back(project, form)
        assert dict(back.claims) == dict(project.claims)
        assert dict(back.evidence) == dict(project.evidence)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(rich_maps())
def test_a_workbook_comes_back_the_same(project: Project) -> None:
    back = there_and_back(project, "xlsx")
    assert dict(back.claims) == dict(project.claims)
    assert dict(back.evidence) == dict(project.evidence)


def test_no_cell_is_a_formula() -> None:
    project = a_project({"a": Claim(text="=1+1"), "b": Claim(text="#N/A"), "c": Claim(text="'=x")})
    text = write(judge(project), "csv").files[""].decode()
    assert ",'=1+1," in text
    for form in ("csv", "xlsx"):
        assert {c.text for c in there_and_back(project, form).claims.values()} == {"=1+1", "#N/A", "'=x"}
    with zipfile.ZipFile(io.BytesIO(write(judge(project), "xlsx").files[""])) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_the_same_map_gives_the_same_workbook() -> None:
    project = a_project({"a": Claim(text="A")})
    assert write(judge(project), "xlsx").files == write(judge(project), "xlsx").files


def test_a_text_too_long_for_a_cell_is_cut_and_reported() -> None:
    exported = write(judge(a_project({"a": Claim(text="x" * 40_000)})), "xlsx")
    assert [each.type for each in exported.loss.losses] == ["claim.text"]


def workbook(**parts: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in ({"xl/workbook.xml": "<workbook/>"} | parts).items():
            book.writestr(name, part)
    return out.getvalue()


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("xlsx", workbook(**{"xl/worksheets/sheet1.xml": b" " * 300_000_000})),
        ("xlsx", workbook()),
        ("xlsx", workbook(**{"xl/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'})),
        ("xlsx", workbook()[:60]),
        ("csv", b"a,b,c\n1,2,3\n"),
        ("csv", b'id,text\n1,"' + b"x" * 200_000),
        ("csv", b"id,text\n"),
    ],
    ids=["bomb", "no sheet", "entities", "cut short", "no known column", "open quotation", "no rows"],
)
def test_what_cannot_be_understood_fails_with_one_message(form: str, data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read(data, "x", form)


def test_sheets_without_a_header_are_reported() -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Notes of mine"])  # type: ignore[union-attr]
    sheet: Any = book.create_sheet("Map")
    for row in (["ID", "Claim", "Supports"], [1, "It burned.", None], [2.0, "Smoke was seen.", 1]):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    found = read(out.getvalue(), "book.xlsx")
    assert found.project.claims["it-burned"].pro[0].premises == ("smoke-was-seen",)
    assert [each.type for each in found.loss.losses] == ["sheet"]


def test_odd_cells_are_reported_and_the_rest_is_read() -> None:
    found = imported('id,text,for,weight,more,when,kind\na,A,a,zz,{bad,20x,zz\n,,,,,,\na,other,,,"[1]",,\n')
    assert found.project.claims["a"].pro[0].premises == ("a",)
    assert {"argument.weight", "claim.when", "claim.kind", "claim"} <= {
        each.type for each in found.loss.losses
    }


def test_they_are_told_by_their_headers() -> None:
    assert detect(Content(b"id\ttext\tfor\n", "x")).name == "tsv"
    assert detect(Content(b"id,text,for\n", "x.txt")).name == "csv"
    with pytest.raises(UnreadableError):
        detect(Content(b"mood,weather\n1,2\n", "x.csv"))
