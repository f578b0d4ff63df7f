import pytest

from argmap.draw import draw
from argmap.draw.schools_figure import schools_figure
from argmap.draw.sketch import Material
from argmap.model.errors import DrawingError, UnknownIdError
from argmap.model.records import School
from draw.makers import judged


def a_debate(names=("Old", "New")):
    schools = {"old": School(name=names[0]), "new": School(name=names[1])}
    claims = {
        "crux": {"schools": {"old": "holds", "new": "rejects"}},
        "reverse": {"schools": {"old": "rejects", "new": "holds"}},
        "shared": {"schools": {"old": "holds", "new": "holds"}},
        "half": {"schools": {"old": "holds", "new": "qualifies"}},
        "old-only": {"schools": {"old": "holds"}},
        "new-only": {"schools": {"new": "rejects"}},
        "nobody": {},
        "above": {"for": ["crux"]},
    }
    return judged(claims, schools=schools)


def groups(figure):
    headings = {cluster.key: cluster.title for cluster in figure.clusters}
    return {node.ref: headings[node.cluster] for node in figure.cards()}


def test_claims_are_grouped_by_what_both_schools_say():
    assert groups(schools_figure(Material(a_debate()), ("old", "new"))) == {
        "crux": "Old holds, New rejects",
        "reverse": "New holds, Old rejects",
        "shared": "Both hold",
        "half": "Otherwise both speak",
        "old-only": "Old alone",
        "new-only": "New alone",
    }


def test_cruxes_stand_between_what_each_says_alone():
    drawing = draw(a_debate(), school=("old", "new"))
    x = {node.ref: drawing.layout.nodes[node.key][0] for node in drawing.figure.cards()}
    assert x["old-only"] < x["crux"] == x["shared"] < x["new-only"]
    assert "They part on 2 claims; 6 of the 6 claims" in drawing.figure.subtitle


def test_schools_of_one_name_are_kept_apart():
    figure = schools_figure(Material(a_debate(("Same", "Same"))), ("old", "new"))
    assert len(groups(figure)) == 6
    assert len(figure.clusters) == 6


@pytest.mark.parametrize("limit", [4, 8, 20])
def test_every_claim_is_shown_or_counted(granary, limit):
    material = Material(granary)
    figure = schools_figure(material, ("guild", "chance"), limit=limit)
    spoken = {claim for (school, claim), p in material.stances.items() if school in ("guild", "chance")}
    hidden = {ref for node in figure.nodes if node.kind == "stub" for ref in node.hides}
    assert hidden | {node.ref for node in figure.cards()} == spoken


def test_two_silent_schools_make_an_empty_figure():
    judgement = judged({"a": {}}, schools={"s": School(name="S"), "t": School(name="T")})
    drawing = draw(judgement, school=("s", "t"))
    assert drawing.figure.subtitle == "Neither school has a stance."
    assert drawing.png().startswith(b"\x89PNG")


def test_one_school_given_twice_is_one_school(granary):
    assert draw(granary, school=("guild", "guild")).svg() == draw(granary, school="guild").svg()


def test_more_than_two_schools_are_refused(granary):
    with pytest.raises(DrawingError, match="at most two schools stand side by side, not 3"):
        draw(granary, school=("guild", "castle", "chance"))


def test_an_unknown_school_is_named(granary):
    with pytest.raises(UnknownIdError, match="did you mean 'guild'"):
        draw(granary, school=("chance", "guilds"))
