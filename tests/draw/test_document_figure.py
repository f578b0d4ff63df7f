import pytest

from argmap.draw import draw
from argmap.draw.document_figure import document_figure, passages_of
from argmap.draw.sketch import Material
from argmap.model.errors import UnknownIdError
from argmap.model.records import Evidence, Source
from draw.makers import judged


def a_map():
    claims = {
        "top": {"for": ["middle"]},
        "middle": {"for": ["low", "other"]},
        "low": {"for": ["page-one", "page-two"]},
        "other": {"for": ["elsewhere"]},
    }
    evidence = {
        "page-one": Evidence(shows="One.", source="diary", form="record"),
        "page-two": Evidence(shows="Two.", source="diary", form="record", document="letter"),
        "elsewhere": Evidence(shows="Three.", source="book", form="record", document="letter"),
    }
    sources = {"diary": Source("book", "A diary"), "book": Source("book", "A book")}
    return judged(claims, {"thesis": "top"}, evidence=evidence, sources=sources)


def refs(figure):
    return {node.ref for node in figure.cards()}


def test_a_source_is_drawn_with_its_passages_and_all_that_rests_on_it():
    figure = document_figure(Material(a_map()), "diary")
    assert refs(figure) == {"page-one", "page-two", "low", "middle", "top"}
    assert figure.title == "What rests on A diary"
    assert "2 passages; 3 claims resting on it, 3 shown" in figure.subtitle
    assert "the thesis rests on it too" in figure.subtitle


def test_a_document_is_found_under_every_source_that_prints_it():
    material = Material(a_map())
    assert passages_of(material, "letter") == ["elsewhere", "page-two"]
    assert passages_of(material, "page-two") == ["elsewhere", "page-two"]
    assert {"page-two", "elsewhere", "low", "other"} <= refs(document_figure(material, "letter"))


def test_cards_tell_the_verdict_without_the_document():
    figure = document_figure(Material(a_map()), "diary")
    told = {node.ref: [str(ruling) for ruling in node.rulings] for node in figure.cards()}
    assert told["low"] == ["supported, firm", "without it: unsupported"]
    assert told["middle"] == ["supported, firm"]


@pytest.mark.parametrize("limit", [3, 6, 12, 20])
def test_what_rests_on_it_is_shown_or_counted(granary, limit):
    material = Material(granary)
    for source in granary.project.sources:
        figure = document_figure(material, source, limit)
        stubs = [node for node in figure.nodes if node.kind == "stub"]
        hidden = [ref for node in stubs for ref in node.hides]
        assert len(hidden) == len(set(hidden))
        assert not set(hidden) & refs(figure)
        assert set(passages_of(material, source)) <= set(hidden) | refs(figure)


def test_a_source_that_nothing_cites_says_so():
    from argmap.draw.asked import Asked

    judgement = judged({"a": {}}, sources={"s": Source("book", "Unread")})
    drawing = draw(judgement, document="s")
    assert drawing.figure.subtitle == "s: 0 passages; 0 claims resting on it."
    assert "Unread" in drawing.svg()
    assert Asked("document", ("s",)).figure(Material(judgement)).nodes == ()


def test_an_unknown_document_is_named(granary):
    with pytest.raises(UnknownIdError, match="no document 'nothing-like-it'"):
        draw(granary, document="nothing-like-it")
