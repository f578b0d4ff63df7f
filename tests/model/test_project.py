"""Putting files together: one dictionary of ids, whatever the order of files and records."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.errors import UnknownIdError
from argmap.model.finding import Finding, Spot
from argmap.model.project import FileRecords, Project, arguments_of, merge
from argmap.model.records import Event, Expectation, Scholar, School, Source
from argmap.model.settings import Settings
from makers import a_claim, a_project, some_evidence


def test_the_first_file_by_name_keeps_the_id_and_the_others_are_duplicates():
    one, two = a_claim(text="One."), a_claim(text="Two.")
    project = merge([FileRecords("b.yaml", {"c": two}), FileRecords("a.yaml", {"c": one})])
    assert project.claims["c"] is one
    assert project.files["claims", "c"] == "a.yaml"
    assert project.duplicates == (
        (Spot("b.yaml", ("claims", "c"), on_key=True), Spot("a.yaml", ("claims", "c"), on_key=True)),
    )


def test_ids_are_unique_over_all_kinds_and_within_a_file():
    records = FileRecords(
        "a.yaml",
        {"x": a_claim()},
        {"x": some_evidence()},
        {"x": Source("book", "X")},
        {"x": School(name="X")},
        {"x": Scholar(name="X")},
        {"x": Event(text="X")},
    )
    project = merge([records])
    assert (list(project.claims), list(project.evidence), list(project.events)) == (["x"], [], [])
    assert [second.path[0] for second, _ in project.duplicates] == [
        *("evidence", "sources", "schools", "scholars", "events")
    ]
    assert {first.path for _, first in project.duplicates} == {("claims", "x")}


def test_expectations_of_a_claim_are_no_duplicate_of_it_but_of_each_other():
    expected = (Expectation(verdict="supported"),)
    other = (Expectation(verdict="contested"),)
    project = merge(
        [
            FileRecords("a.yaml", {"c": a_claim()}, expectations={"c": expected}),
            FileRecords("b.yaml", expectations={"c": other, "d": other}),
        ]
    )
    assert project.expectations == {"c": expected, "d": other}
    assert project.duplicates == (
        (Spot("b.yaml", ("expect", "c"), on_key=True), Spot("a.yaml", ("expect", "c"), on_key=True)),
    )


@given(st.permutations(range(4)), st.lists(st.sampled_from("abc"), min_size=4, max_size=4))
def test_the_order_of_files_does_not_show(order, ids):
    files = [
        FileRecords(
            f"{n}.yaml",
            {key: a_claim(text=f"From {n}.")},
            {f"e{n}": some_evidence()},
            expectations={key: (Expectation(verdict="supported"),)},
            faults=(Finding(f"fault {n}", Spot(f"{n}.yaml")),),
            dropped=(("claims", f"d{n}"),),
        )
        for n, key in enumerate(ids)
    ]
    assert merge([files[n] for n in order]) == merge(files)


def test_every_mapping_is_sorted_by_id():
    project = merge(
        [FileRecords("a.yaml", {"b": a_claim(), "a": a_claim()}), FileRecords("b.yaml", {"aa": a_claim()})]
    )
    assert list(project.claims) == ["a", "aa", "b"]


def test_faults_and_dropped_records_are_kept():
    fault = Finding("It is broken", Spot("a.yaml"))
    project = merge([FileRecords("a.yaml", faults=(fault,), dropped=(("claims", "gone"),))])
    assert project.faults == (fault,)
    assert (project.kind_of("gone"), project.kind_of("never")) == ("claims", None)


def a_full_project() -> Project:
    return merge(
        [
            FileRecords(
                "a.yaml",
                {
                    "c": a_claim(
                        pro=[{"from": ["e", "d"], "unless": "u"}, "e"],
                        con={"from": "d", "answer": "e"},
                        held_by=["lee"],
                        schools={"left": {"stance": "holds", "cite": ["s1", "s2"]}},
                        scholars={"kim": "rejects"},
                    )
                },
                {"e": some_evidence(source="s1", challenged_by=["c"])},
                schools={"left": School(name="Left", cite=("s1",))},
                scholars={"lee": Scholar(name="Lee", schools=("left",), works=("s2",))},
                expectations={
                    "c": (Expectation(verdict="supported"), Expectation(verdict="supported", school="left"))
                },
            )
        ]
    )


def test_every_place_where_a_record_names_another_is_given():
    found = [(r.subject, r.spot.path, r.target, r.kinds) for r in a_full_project().references()]
    both = ("claims", "evidence")
    assert found == [
        ("c", ("claims", "c", "for", 0, "from", 0), "e", both),
        ("c", ("claims", "c", "for", 0, "from", 1), "d", both),
        ("c", ("claims", "c", "for", 0, "unless", 0), "u", both),
        ("c", ("claims", "c", "for", 1, "from", 0), "e", both),
        ("c", ("claims", "c", "against", 0, "from", 0), "d", both),
        ("c", ("claims", "c", "against", 0, "answer", 0), "e", both),
        ("c", ("claims", "c", "held_by", 0), "lee", ("scholars",)),
        ("c", ("claims", "c", "schools", "left"), "left", ("schools",)),
        ("c", ("claims", "c", "schools", "left", "cite", 0), "s1", ("sources",)),
        ("c", ("claims", "c", "schools", "left", "cite", 1), "s2", ("sources",)),
        ("c", ("claims", "c", "scholars", "kim"), "kim", ("scholars",)),
        ("e", ("evidence", "e", "challenged_by", 0), "c", ("claims",)),
        ("e", ("evidence", "e", "source"), "s1", ("sources",)),
        ("left", ("schools", "left", "cite", 0), "s1", ("sources",)),
        ("lee", ("scholars", "lee", "schools", 0), "left", ("schools",)),
        ("lee", ("scholars", "lee", "works", 0), "s2", ("sources",)),
        ("c", ("expect", "c"), "c", ("claims",)),
        ("c", ("expect", "c", 1, "school"), "left", ("schools",)),
    ]
    assert {r.spot.file for r in a_full_project().references()} == {"a.yaml"}


def test_records_are_found_by_id_among_the_kinds_asked_for():
    project = a_full_project()
    assert project.record("e") is project.evidence["e"]
    assert project.record("left", "claims", "schools") is project.schools["left"]
    assert (project.kind_of("lee"), project.kind_of("d")) == ("scholars", None)
    assert list(project.ids("evidence", "claims")) == ["e", "c"]
    assert list(project.ids()) == ["c", "e", "left", "lee"]


def test_what_is_not_found_is_said_by_the_kind_asked_for():
    project = a_full_project()
    with pytest.raises(UnknownIdError, match=r"^no claim 'e'$"):
        project.record("e", "claims")
    with pytest.raises(UnknownIdError, match=r"^no record 'lef'; did you mean 'left'"):
        project.record("lef")


def test_a_spot_without_a_path_is_the_key_itself():
    project = a_full_project()
    assert project.spot("claims", "c") == Spot("a.yaml", ("claims", "c"), on_key=True)
    assert project.spot("claims", "c", "for", 0) == Spot("a.yaml", ("claims", "c", "for", 0))
    assert project.spot("claims", "never").file == ""


def test_parts_stand_in_the_order_of_the_settings_then_unknown_ones_then_none():
    parts = {"II": "Two", "I": {"title": "One", "notes": 3}}
    project = a_project(settings=Settings(parts=parts))  # type: ignore[arg-type]
    assert sorted(["I", None, "X", "II", "A"], key=project.part_order) == ["II", "I", "A", "X", None]
    assert [project.part_title(p) for p in ("I", "X", None)] == ["One", "X", "Unplaced"]


def test_arguments_are_given_with_their_place():
    claim = a_claim(pro=["a", "b"], con=["c"])
    assert [(side, i, a.premises) for side, i, a in arguments_of(claim)] == [
        *(("for", 0, ("a",)), ("for", 1, ("b",)), ("against", 0, ("c",))),
    ]


def test_the_maps_of_a_project_cannot_be_changed():
    with pytest.raises(TypeError):
        a_full_project().claims["d"] = a_claim()  # type: ignore[index]


def test_an_event_names_the_claims_it_bears_on_and_the_evidence_for_it():
    fire = Event(text="The tower burns.", when="1712-03", claims="tower-burned", evidence=["register"])
    references = list(Project(events={"fire": fire}).references())
    assert [(r.target, r.kinds) for r in references] == [
        ("tower-burned", ("claims",)),
        ("register", ("evidence",)),
    ]
