"""What a screen reader finds in a figure, and whether the nested list tells the same."""

from xml.etree.ElementTree import fromstring

import pytest

from argmap.draw import draw
from argmap.draw.palette import PALETTES

SVG = "{http://www.w3.org/2000/svg}"
REQUESTS = [
    {},
    {"claim": "council-burned-it"},
    {"part": "IV"},
    {"school": "guild"},
    {"school": ("guild", "chance")},
    {"document": "toll-ledger-december"},
]


def items(root):
    return [e for e in root.iter(f"{SVG}g") if e.get("role") == "listitem"]


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
def test_every_node_is_an_entry_with_a_name(granary, request_):
    drawing = draw(granary, **request_)
    root = fromstring(drawing.svg())
    found = items(root)
    assert len(found) == len(drawing.figure.nodes)
    for element in found:
        assert element.get("aria-label")
        assert element.findtext(f"{SVG}title").startswith(element.get("aria-label"))
    lists = [e for e in root.iter() if e.get("role") == "list"]
    assert [e.get("aria-label").split()[0] for e in lists] == [str(len(found))]


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
def test_nothing_is_read_twice(granary, request_):
    """All text stands in groups hidden from screen readers: the entries' names say it already."""
    root = fromstring(draw(granary, **request_).svg())
    hidden = {id(t) for g in root.iter() if g.get("aria-hidden") == "true" for t in g.iter(f"{SVG}text")}
    assert {id(text) for text in root.iter(f"{SVG}text")} == hidden


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
def test_no_link_is_inside_what_is_hidden(granary, request_):
    svg = draw(granary, link=lambda kind, key: f"{kind}/{key}", **request_).svg()
    for element in fromstring(svg).iter():
        if element.get("aria-hidden") == "true":
            assert not list(element.iter(f"{SVG}a"))


def test_a_name_says_what_bears_on_what(granary):
    root = fromstring(draw(granary, claim="council-burned-it", depth=1).svg())
    names = {e.get("aria-label").split(":")[0]: e.get("aria-label") for e in items(root)}
    assert "speaks for council-burned-it" in names["Claim granary-was-empty"]
    assert "arguments here: 3 for it, 2 against it" in names["Claim council-burned-it"]
    assert "undercuts a reason for council-burned-it" in names["Claim inspection-was-called-off"]
    assert "answers a reason against council-burned-it" in names["Claim confession-under-torture"]


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
def test_the_nested_list_tells_every_record_and_all_that_is_left_out(granary, request_):
    drawing = draw(granary, **request_)
    for node in drawing.figure.nodes:
        if node.ref:
            assert f"({node.ref})" in drawing.outline
        if node.hides:
            assert node.hides[0] in drawing.outline
        for ruling in node.rulings:
            assert str(ruling) in drawing.outline


def _luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", PALETTES)
def test_text_stands_out_from_what_it_is_on(name):
    colours = PALETTES[name]
    grounds = [colours.claim, colours.focus, colours.fallen, colours.evidence, colours.cluster]
    pairs = [(ink, ground) for ink in (colours.ink, colours.muted) for ground in grounds]
    pairs += [(colours.support, colours.support_tint), (colours.contrary, colours.contrary_tint)]
    pairs += [(colour, "#FFFFFF") for colour in (*colours.schools, colours.undercut)]
    for ink, ground in pairs:
        light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
