import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from argmap.draw import Material, draw, engine, lay_out_together, raster
from argmap.draw.card import ChipItem, TextItem, card_of
from argmap.draw.curves import box_of
from argmap.draw.font import text_width
from argmap.model.errors import DrawingError, UnknownNameError
from draw.makers import dense, judged

SVG = "{http://www.w3.org/2000/svg}"
NASTY = """<script>alert("x")</script> 'q' \\ \\n ]]> &amp; <!-- {} " onload="x" \x00\x1b[31m \u202e end"""
REQUESTS = [
    {},
    {"claim": "council-burned-it"},
    {"claim": "granary-was-empty", "depth": 3},
    {"claim": "revolt-proves-itself"},
    {"claim": "names-in-three-scripts"},
    {"part": "IV"},
    {"part": "I"},
    {"school": "chance"},
    {"school": "castle", "palette": "mono"},
    {"school": ("guild", "chance")},
    {"document": "toll-ledger-december"},
]


def boxes(drawing):
    return {key: box_of(drawing._cards[key], at) for key, at in drawing.layout.nodes.items()}


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
def test_the_same_figure_gives_the_same_bytes(granary, request_):
    one, other = draw(granary, **request_), draw(granary, **request_)
    assert one.svg() == other.svg()
    assert one.dot == other.dot
    assert one.png() == other.png()


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
def test_no_two_nodes_overlap(granary, request_):
    placed = list(boxes(draw(granary, **request_)).items())
    for i, (key, a) in enumerate(placed):
        for other, b in placed[i + 1 :]:
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            assert apart, (key, other)


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
def test_no_text_leaves_its_card(granary, request_):
    for node in draw(granary, **request_).figure.nodes:
        card = card_of(node)
        for item in card.items:
            if isinstance(item, TextItem):
                assert item.x + text_width(item.text, item.size, item.bold) <= card.width - 4
                assert item.size >= 9
            if isinstance(item, ChipItem):
                assert item.x + item.width <= card.width
            assert 0 < item.y <= card.height


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
def test_type_is_readable_on_a4(granary, request_):
    assert draw(granary, **request_).type_on_a4 >= 6


def inside(curve, box):
    """Whether a link passes through the inside of a box, by points along its curves."""
    points = curve.points
    for i in range(0, len(points) - 3, 3):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[i : i + 4]
        for step in range(21):
            t = step / 20
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            x, y = a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
            if box[0] + 1 < x < box[2] - 1 and box[1] + 1 < y < box[3] - 1:
                return True
    return False


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
def test_no_link_runs_through_a_card(granary, request_):
    drawing = draw(granary, **request_)
    placed = boxes(drawing)
    for edge, curve in zip(drawing.figure.edges, drawing.layout.curves, strict=True):
        for key, box in placed.items():
            if key not in (edge.tail, edge.head) and drawing.figure.node(key).kind != "reason":
                assert not inside(curve, box), (edge, drawing.figure.node(key).ref)


def test_premises_stand_right_of_their_claim(granary):
    drawing = draw(granary, claim="granary-was-empty")
    placed = boxes(drawing)
    for edge in drawing.figure.edges:
        assert placed[edge.tail][0] >= placed[edge.head][2]


def test_cards_line_up_in_columns(granary):
    drawing = draw(granary, claim="granary-was-empty")
    placed = boxes(drawing)
    lefts = {round(placed[n.key][0], 3) for n in drawing.figure.cards()}
    assert len(lefts) == 3


def test_every_node_and_link_has_a_title_and_a_class(granary):
    root = fromstring(draw(granary, claim="council-burned-it").svg())
    groups = [g for g in root.iter(f"{SVG}g") if {"node", "edge"} & set((g.get("class") or "").split())]
    assert len(groups) > 20
    assert all((g.findtext(f"{SVG}title") or "").strip() for g in groups)
    told = " ".join(g.findtext(f"{SVG}title") for g in groups)
    assert "Claim council-burned-it: The council" in told
    assert "[supported, firm]" in told
    assert "confession-under-torture answers" in told


def test_the_figure_has_a_name_for_screen_readers(granary):
    root = fromstring(draw(granary).svg())
    assert root.get("role") == "group"
    assert root.get("aria-roledescription") == "argument map"
    assert root.get("aria-label") == "Who burned the granary of Lindmark?"
    assert root.findtext(f"{SVG}title") == root.get("aria-label")
    assert "12 supported" in root.findtext(f"{SVG}desc")


def test_cards_can_link_to_pages(granary):
    drawing = draw(granary, claim="granary-was-empty", link=lambda kind, key: f"/{kind}/{key}.html?a&b")
    root = fromstring(drawing.svg())
    assert root.get("role") == "group"
    hrefs = {a.get("href") for a in root.iter(f"{SVG}a")}
    assert "/claims/granary-was-empty.html?a&b" in hrefs
    assert "/evidence/miller-letter.html?a&b" in hrefs
    assert "/claims/granary-was-empty.html?a&b" in drawing.dot


@pytest.mark.parametrize("palette", ["colour", "mono"])
def test_nasty_text_stays_text(palette):
    claims = {"a": {"text": NASTY, "hedge": NASTY, "for": [{"from": ["b", "gone<x>"], "because": NASTY}]}}
    claims["b"] = {"text": NASTY, "part": NASTY}
    judgement = judged(claims, {"title": NASTY, "parts": {NASTY: NASTY}})
    for request in ({}, {"claim": "a"}, {"part": NASTY}):
        drawing = draw(judgement, palette=palette, link=lambda kind, key: '"><script>', **request)
        root = fromstring(drawing.svg())
        allowed = {
            "svg",
            "g",
            "a",
            "title",
            "desc",
            "rect",
            "circle",
            "path",
            "polygon",
            "polyline",
            "line",
            "text",
        }
        assert {e.tag.removeprefix(SVG) for e in root.iter()} <= allowed
        assert not any(name.startswith("on") for e in root.iter() for name in e.attrib)
        assert "<script" not in drawing.svg()
        assert drawing.png().startswith(b"\x89PNG")
        assert drawing.pdf().startswith(b"%PDF-")
        assert "\x00" not in drawing.dot + drawing.outline
        assert engine._run(engine.find_engine(), drawing.dot, (), 30)


def test_each_script_of_a_line_gets_a_font_that_has_it():
    svg = draw(judged({"a": {"text": "Kim 김일성 said so"}}), claim="a").svg()
    spans = [(s.text, "CJK" in (s.get("font-family") or "")) for s in fromstring(svg).iter(f"{SVG}tspan")]
    assert spans[-3:] == [("Kim ", False), ("김일성", True), (" said so", False)]


def test_the_legend_has_only_what_occurs(granary):
    def words(drawing):
        legend = next(g for g in fromstring(drawing.svg()).iter(f"{SVG}g") if g.get("class") == "legend")
        return {t.text for t in legend.iter(f"{SVG}text")}

    full = words(draw(granary, claim="council-burned-it"))
    assert {"speaks for", "speaks against", "unless: takes the step away", "Guild school"} <= full
    small = words(draw(granary, claim="warden-was-sent-away"))
    assert small == {"claim", "evidence", "speaks for"}


def test_mono_uses_no_colour(granary):
    import re

    drawing = draw(granary, claim="council-burned-it", palette="mono")
    for colour in set(re.findall(r"#[0-9A-Fa-f]{6}", drawing.svg())):
        assert colour[1:3] == colour[3:5] == colour[5:7]
    assert "stroke-dasharray" in drawing.svg()


def test_support_and_attack_have_their_colours_and_dashes(granary):
    svg = draw(granary, claim="council-burned-it").svg()
    assert 'stroke="#0060A8" stroke-width="1.4"/>' in svg
    assert 'stroke="#B84300" stroke-width="1.4" stroke-dasharray=' in svg


def test_drawing_one_by_one_and_together_is_the_same(granary):
    material = Material(granary)
    keys = list(granary.project.claims)
    together = [draw(material, claim=key) for key in keys]
    together.append(draw(material))
    lay_out_together(together)
    assert all(drawing.arranged for drawing in together)
    for key, drawing in zip(keys, together, strict=False):
        assert drawing.svg() == draw(granary, claim=key).svg()


def test_nothing_to_lay_out_is_fine():
    lay_out_together([])
    assert "No claims yet." in draw(judged({})).svg()


def test_two_thousand_dense_claims_do_not_hang():
    material = Material(dense(2000))
    for request in ({}, {"part": "3"}, {"claim": "c00000"}, {"claim": "c00001", "depth": 6}):
        drawing = draw(material, **request)
        assert sum(1 for _ in drawing.figure.cards()) <= 25
        assert "more" in drawing.svg()


def test_a_deep_chain_is_drawn_and_told():
    claims = {f"c{i}": {"for": [f"c{i + 1}"]} for i in range(3000)} | {"c3000": {}}
    drawing = draw(judged(claims), claim="c0", depth=5000)
    assert drawing.outline.count("\n") > 5
    assert drawing.type_on_a4 > 0


def test_the_outline_tells_the_figure(granary):
    told = draw(granary, claim="granary-was-empty", depth=1).outline
    assert told.splitlines()[0].startswith("By the first week of January")
    assert "+ Rye that leaves by the river toll cannot also lie in the loft." in told
    assert "    because The river toll takes dues" in told
    assert "challenged by" in told
    assert "[firm; River toll ledger 1633; made 1633-12-20; notes I.4, I.5, III.2]" in told


def test_the_outline_tells_every_record_once_in_full(granary):
    drawing = draw(granary)
    for node in drawing.figure.cards():
        assert drawing.outline.count(f"({node.ref})") == 1


def test_a_notebook_shows_the_svg(granary):
    drawing = draw(granary)
    assert drawing._repr_svg_() == drawing.svg()
    assert repr(drawing) == "<Drawing of 'Who burned the granary of Lindmark?'>"


@pytest.mark.parametrize(
    ("suffix", "start"),
    [
        (".svg", b"<svg "),
        (".png", b"\x89PNG"),
        (".gv", b"digraph"),
        (".dot", b"digraph"),
        (".txt", b"Who"),
        (".pdf", b"%PDF"),
    ],
)
def test_the_suffix_chooses_the_format(granary, tmp_path, suffix, start):
    path = (
        draw(granary, claim="warden-was-sent-away").write(tmp_path / f"figure{suffix}")
        if suffix != ".txt"
        else draw(granary).write(tmp_path / "figure.txt")
    )
    assert path.read_bytes().startswith(start)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_an_unknown_suffix_is_refused(granary, tmp_path):
    with pytest.raises(DrawingError, match=r"no figure format '\.gif'"):
        draw(granary).write(tmp_path / "figure.gif")
    assert not list(tmp_path.iterdir())


def test_only_one_thing_is_drawn_at_a_time(granary):
    with pytest.raises(DrawingError, match="one thing at a time"):
        draw(granary, claim="nobody-died", part="I")


def test_an_unknown_palette_is_named(granary):
    with pytest.raises(UnknownNameError, match="did you mean 'colour'"):
        draw(granary, palette="color")


def test_importing_draw_loads_no_engine():
    code = (
        "import sys, argmap.draw; print([m for m in ('graphviz', 'resvg_py', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_png_without_rasteriser_is_one_clear_error(granary, monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(DrawingError, match="pip install resvg-py"):
        draw(granary).png()


def test_the_fonts_come_with_their_licence():
    folder = Path(raster.FILES[False]).parent
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
