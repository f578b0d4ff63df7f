from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from argmap.draw import Drawing, Material, asked_for, draw, draw_sheets
from argmap.model.errors import ArgmapError, DrawingError, UnknownIdError
from draw.makers import dense, judged

SVG = "{http://www.w3.org/2000/svg}"


def sheets_of(judgement, **request):
    asked = asked_for(judgement.project, **request)
    return draw_sheets(judgement, asked, lambda number: f"s-{number}.svg", fit=True)


def refs(drawings):
    return {node.ref for drawing in drawings for node in drawing.figure.cards()}


def a_fan(count):
    claims = {"top": {"for": [f"c{i:04}" for i in range(count)]}}
    return judged(claims | {f"c{i:04}": {} for i in range(count)})


def test_the_sheets_of_a_claim_show_all_that_bears_on_it(granary):
    from argmap.draw.reach import below

    graph = Material(granary).graph
    drawn = sheets_of(granary, claim="council-burned-it", depth=40)
    assert len(drawn) > 1
    assert refs(drawn) == {graph.ids[n] for n in below(graph, graph.index["council-burned-it"])} | {
        "council-burned-it"
    }


def test_every_sheet_is_readable_and_says_which_it_is(granary):
    drawn = sheets_of(granary, claim="council-burned-it", depth=40)
    for number, drawing in enumerate(drawn, start=1):
        assert drawing.type_on_a4 >= 6
        assert f"Sheet {number} of {len(drawn)}" in drawing.svg()


def test_what_a_sheet_leaves_out_is_referred_to_the_sheet_that_has_it(granary):
    drawn = sheets_of(granary, claim="council-burned-it", depth=40)
    referring = [n for drawing in drawn for n in drawing.figure.nodes if n.kind == "claim" and n.sheets]
    assert referring
    for node in referring:
        shown = refs(drawn[i - 1] for i in node.sheets)
        assert set(node.hides) <= shown
    first = fromstring(drawn[0].svg())
    assert {a.get("href") for a in first.iter(f"{SVG}a")} <= {f"s-{i}.svg" for i in range(2, len(drawn) + 1)}
    assert "sheet" in drawn[0].outline


def test_the_whole_map_goes_on_to_its_parts_and_their_main_claims(granary):
    drawn = sheets_of(granary)
    kinds = [drawing.figure.kind for drawing in drawn]
    assert kinds[0] == "map"
    assert kinds.count("part") >= 4
    assert refs(drawn) >= granary.project.claims.keys()


@pytest.mark.parametrize(
    "request_", [{"part": "IV"}, {"school": "guild"}, {"school": ("guild", "chance")}], ids=str
)
def test_sheets_go_on_until_every_claim_is_shown(granary, request_):
    drawn = sheets_of(granary, **request_)
    hidden = {ref for drawing in drawn for n in drawing.figure.nodes if n.kind == "stub" for ref in n.hides}
    assert hidden <= refs(drawn)


def test_a_thousand_arguments_for_one_claim_are_shared_out():
    drawn = sheets_of(a_fan(1000), claim="top")
    assert len(refs(drawn)) == 1001
    assert all(drawing.type_on_a4 >= 6 for drawing in drawn)


def test_one_argument_of_a_thousand_premises_is_shown_in_part_and_counted():
    claims = {"top": {"for": [{"from": [f"c{i:04}" for i in range(1000)]}]}}
    drawing = draw(judged(claims | {f"c{i:04}": {} for i in range(1000)}), claim="top")
    stub = next(node for node in drawing.figure.nodes if node.kind == "stub")
    assert len(stub.hides) + len(refs([drawing])) == 1001
    assert stub.text.endswith("more premises of the same argument")
    assert "more: " in drawing.outline or "and 9" in drawing.outline


def test_what_fits_one_page_is_one_sheet():
    assert len(sheets_of(judged({"a": {"for": ["b"]}, "b": {}}), claim="a")) == 1


def test_circles_come_to_an_end():
    claims = {f"c{i}": {"for": [f"c{j}" for j in range(6) if j != i]} for i in range(6)}
    assert len(sheets_of(judged(claims), claim="c0", depth=40)) < 40


def test_more_sheets_than_anybody_reads_are_refused(monkeypatch):
    from argmap.draw import sheets

    monkeypatch.setattr(sheets, "MOST", 10)
    with pytest.raises(DrawingError, match="more than 10 sheets"):
        sheets_of(a_fan(1000), claim="top")


def test_a_figure_too_large_for_the_page_is_refused():
    from argmap.draw.claim_figure import claim_figure

    figure = claim_figure(Material(a_fan(60)), "top", limit=60)
    with pytest.raises(DrawingError, match=r"type of this figure would be \d\.\d pt, smaller than 6"):
        Drawing(figure, fit=True).svg()
    assert Drawing(figure).svg()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("council-burned-it", "claim"),
        ("guild", "school"),
        ("toll-ledger-december", "document"),
        ("IV", "part"),
    ],
)
def test_what_is_drawn_is_told_from_the_id(granary, name, kind):
    assert draw(granary, claim=name).figure.kind == kind


def test_an_id_of_nothing_is_named(granary):
    with pytest.raises(UnknownIdError, match="did you mean 'council-burned-it'"):
        draw(granary, claim="council-burnt-it")


def test_the_command_writes_every_sheet(command, tmp_path):
    root = Path(__file__).parent / "granary"
    target = tmp_path / "g.svg"
    words = ("draw", "council-burned-it", "--depth", 9, "--split", "--fit", "a4", "--out", target, "-p", root)
    result = command(*words)
    assert result.code == 0
    written = sorted(path.name for path in tmp_path.iterdir())
    assert f"{len(written)} sheets: g.svg to g-{len(written)}.svg" in result.err
    for path in tmp_path.iterdir():
        for link in fromstring(path.read_text(encoding="utf-8")).iter(f"{SVG}a"):
            assert (tmp_path / link.get("href")).is_file()
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert command(*words).code == 0
    assert first == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_sheets_need_a_file_to_go_to(command, tmp_path):
    root = Path(__file__).parent / "granary"
    assert "name the first with --out" in command("draw", "--split", "-p", root).err
    result = command("draw", "--split", "--out", tmp_path / "a.gif", "-p", root)
    assert (result.code, list(tmp_path.iterdir())) == (2, [])


@pytest.mark.parametrize(
    "words",
    [
        ("--document", "toll-ledger-december"),
        ("--school", "guild", "--school", "chance"),
        ("--fit", "a4", "--palette", "mono"),
    ],
    ids=str,
)
def test_the_command_draws_every_kind_of_figure(command, tmp_path, words):
    root = Path(__file__).parent / "granary"
    for ending in ("svg", "png", "pdf", "txt", "dot"):
        target = tmp_path / f"f.{ending}"
        assert command("draw", *words, "--out", target, "-p", root).code == 0
        assert target.stat().st_size > 100


def test_only_one_thing_at_a_time(command):
    root = Path(__file__).parent / "granary"
    result = command("draw", "council-burned-it", "--document", "x", "-p", root)
    assert result.code == 2
    assert "one thing at a time" in result.err
    assert issubclass(DrawingError, ArgmapError)


@pytest.mark.parametrize(
    "judgement",
    [
        dense(2000),
        judged({f"c{i:04}": {"for": [f"c{i + 1:04}"]} for i in range(5000)} | {"c5000": {}}),
        a_fan(1000),
    ],
    ids=["dense", "deep", "wide"],
)
def test_large_maps_are_drawn_in_readable_type(judgement):
    material = Material(judgement)
    first = next(iter(judgement.project.claims))
    for request in ({}, {"claim": first}, {"claim": first, "depth": 40}):
        drawing = draw(material, fit=True, **request)
        assert drawing.svg().startswith("<svg")
        assert drawing.type_on_a4 >= 6
