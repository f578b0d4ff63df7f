"""Schools side by side: what each says, how claims fare before each, and in what order."""

import pytest

from argmap.compare import compare
from argmap.model.errors import UnknownIdError
from argmap.model.project import Project
from argmap.model.records import Claim, Scholar, School
from argmap.model.settings import Settings
from argmap.model.stances import positions
from makers import a_claim, a_project, some_evidence


def a_debate(**claims: Claim) -> Project:
    """Schools ``left`` (Lee, Lim) and ``right`` (Ro); Both belongs to both."""
    return a_project(
        claims,
        {"act": some_evidence()},
        schools={"left": School(name="Left"), "right": School(name="Right")},
        scholars={
            "both": Scholar(name="Both", schools=["left", "right"]),
            "lee": Scholar(name="Lee", schools=["left"]),
            "lim": Scholar(name="Lim", schools=["left"]),
            "nobody": Scholar(name="Nobody"),
            "ro": Scholar(name="Ro", schools=["right"]),
        },
        settings=Settings(parts={"II": "Two", "I": "One"}),  # type: ignore[arg-type]
    )


def stance(school: str, claim: Claim) -> str | None:
    found = positions(a_debate(c=claim)).get((school, "c"))
    return found.stance if found else None


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({"held_by": ["lee"]}, "holds"),
        ({"held_by": ["lee", "lim", "both"]}, "holds"),
        ({"scholars": {"lee": "rejects", "lim": "rejects"}}, "rejects"),
        ({"held_by": ["lee"], "scholars": {"lim": "rejects"}}, "qualifies"),
        ({"held_by": ["lee"], "scholars": {"lim": "qualifies"}}, "qualifies"),
        ({"held_by": ["lee"], "scholars": {"lim": "silent"}}, "holds"),
        ({"scholars": {"lim": "silent"}}, "silent"),
        ({"held_by": ["nobody"]}, None),
        ({"held_by": ["ro"]}, None),
        ({"held_by": ["stranger"]}, None),
        ({"held_by": ["ro"], "schools": {"left": "rejects"}}, "rejects"),
        ({"held_by": ["lee"], "schools": {"left": "rejects"}}, "rejects"),  # stated goes before derived
        ({"held_by": ["lee"], "schools": {"left": "silent"}}, "silent"),
    ],
)
def test_a_stance_is_as_stated_or_follows_from_the_schools_scholars(fields, left):
    assert stance("left", a_claim(**fields)) == left


def test_a_scholar_of_two_schools_speaks_for_both():
    claim = a_claim(held_by=["both"])
    assert (stance("left", claim), stance("right", claim)) == ("holds", "holds")


def test_a_position_says_where_it_is_from():
    project = a_debate(
        c=a_claim(
            held_by=["lee"],
            scholars={"lim": {"stance": "holds", "cite": "lim-1990"}},
            schools={"right": {"stance": "rejects", "cite": ["ro-1995"], "locator": "ch. 5"}},
        )
    )
    found = positions(project)
    derived, stated = found["left", "c"], found["right", "c"]
    assert (derived.scholars, derived.cite, derived.locator) == (("lee", "lim"), ("lim-1990",), "")
    assert (stated.scholars, stated.cite, stated.locator) == ((), ("ro-1995",), "ch. 5")


def test_claims_of_which_no_school_speaks_are_left_out():
    project = a_debate(a=a_claim(), b=a_claim(schools={"left": "silent"}), c=a_claim(held_by=["lee"]))
    assert [row.claim for row in compare(project).rows] == ["c"]


def test_parted_claims_come_first_then_by_part_as_in_the_settings_then_by_id():
    held = {"held_by": ["lee"]}
    project = a_debate(
        a=a_claim(**held),
        b=a_claim(part="I", **held),
        c=a_claim(part="II", **held),
        d=a_claim(part="II", **held),
        e=a_claim(part="I", schools={"left": "holds", "right": "rejects"}),
        f=a_claim(part="II", schools={"left": "holds", "right": "qualifies"}),
    )
    rows = compare(project).rows
    assert [row.claim for row in rows] == ["e", "c", "d", "f", "b", "a"]
    assert [row.claim for row in rows if row.parted] == ["e"]


def test_each_cell_has_the_verdict_before_its_school():
    project = a_debate(
        base=a_claim(schools={"left": "holds", "right": "rejects"}),
        top=a_claim(pro=["base"], held_by=["lee"]),
    )
    rows = {row.claim: row for row in compare(project).rows}
    fares = {school: cell.verdict.verdict for school, cell in rows["top"].cells.items()}
    assert fares == {"left": "supported", "right": "unsupported"}
    assert rows["top"].verdict.verdict == "unsupported"
    assert [cell.stance for cell in rows["top"].cells.values()] == ["holds", "silent"]
    assert rows["top"].cells["right"].position is None


def test_the_schools_asked_for_are_compared_in_that_order_and_once():
    project = a_debate(c=a_claim(schools={"left": "holds", "right": "rejects"}))
    found = compare(project, ("right", "left", "right"))
    assert found.schools == ("right", "left")
    assert list(found.rows[0].cells) == ["right", "left"]
    assert found.agreements[0].schools == ("right", "left")
    alone = compare(project, ("left",))
    assert (alone.agreements, alone.cruxes, alone.rows[0].parted) == ((), (), False)


def test_silence_is_no_common_ground():
    project = a_debate(
        a=a_claim(schools={"left": "silent", "right": "silent"}),
        b=a_claim(schools={"left": "holds", "right": "holds"}),
    )
    assert (compare(project).agreements[0].common, compare(project).agreements[0].same) == (1, 1)


def test_an_unknown_school_comes_with_the_nearest():
    with pytest.raises(UnknownIdError, match="no school 'lefd'; did you mean 'left'"):
        compare(a_debate(), ("lefd",))


def test_without_schools_there_is_nothing_to_compare():
    found = compare(a_project({"c": a_claim(schools={"ghost": "holds"})}))
    assert (found.schools, found.rows, found.agreements, found.cruxes) == ((), (), (), ())
    assert found._repr_html_().startswith("<table>")
