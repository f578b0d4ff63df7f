"""The outline: every claim once, in the order of the notes."""

from argmap.model.settings import Settings
from argmap.site.ordering import DEEPEST, outline
from makers import a_claim, a_project, some_evidence


def rows(project):
    return [(row.claim, row.level) for part in outline(project) for s in part.sections for row in s.rows]


def test_what_bears_on_a_claim_stands_below_it():
    project = a_project({"a": a_claim(), "z": a_claim(pro=["a"], con=["b"]), "b": a_claim()})
    assert rows(project) == [("z", 0), ("a", 1), ("b", 1)]


def test_a_claim_used_twice_stands_where_it_is_met_first():
    project = a_project({"x": a_claim(pro=["s"]), "y": a_claim(pro=["s"]), "s": a_claim()})
    assert rows(project) == [("x", 0), ("s", 1), ("y", 0)]


def test_circles_lose_no_claim():
    project = a_project({"a": a_claim(pro=["b"]), "b": a_claim(pro=["a"]), "c": a_claim(pro=["c"])})
    assert sorted(key for key, _ in rows(project)) == ["a", "b", "c"]


def test_a_long_chain_is_nested_only_so_deep():
    chain = {f"c{i:04}": a_claim(pro=[f"c{i + 1:04}"]) for i in range(3000)}
    levels = [level for _, level in rows(a_project(chain))]
    assert len(levels) == 3000
    assert max(levels) == DEEPEST


def test_sections_follow_the_notes_not_the_alphabet():
    project = a_project(
        {
            "a": a_claim(part="I", section="Later", pro=["e9"]),
            "b": a_claim(part="I", section="Sooner", pro=["e2"]),
        },
        {"e2": some_evidence(cited=["I.2"]), "e9": some_evidence(cited=["I.10a"])},
    )
    (part,) = outline(project)
    assert [section.title for section in part.sections] == ["Sooner", "Later"]


def test_parts_follow_the_settings_and_unplaced_claims_come_last():
    project = a_project(
        {"a": a_claim(), "b": a_claim(part="I"), "c": a_claim(part="II")},
        settings=Settings(parts={"II": "The second", "I": "The first"}),
    )
    titles = [part.title for part in outline(project)]
    assert titles == ["II · The second", "I · The first", "Unplaced"]


def test_main_claims_carry_nothing_beside_them_or_something_outside():
    project = a_project(
        {
            "top": a_claim(part="II", pro=["used-elsewhere"]),
            "main": a_claim(part="I", pro=["used-elsewhere", "only-below"]),
            "used-elsewhere": a_claim(part="I"),
            "only-below": a_claim(part="I"),
        }
    )
    assert {part.part: part.mains for part in outline(project)}["I"] == ("main", "used-elsewhere")
