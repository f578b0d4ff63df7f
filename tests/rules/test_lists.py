from argmap.model.project import PREMISE, Project
from argmap.model.records import Event, Expectation, Scholar, School
from argmap.rules.case import Case
from argmap.rules.lists import Lists, Step
from argmap.rules.support import repeating, steps_from
from makers import a_claim, a_project, some_evidence

RICH = {
    "bridge-fell": a_claim(
        pro=[
            {"from": ["flood-came", "log-book"], "unless": ["flood-late"]},
            {"from": ["log-book"], "weight": 0.0},
        ],
        con=[{"from": ["nobody-knows"], "answer": ["flood-came"], "bearing": "inferential"}],
        contradicts=["bridge-stood"],
        held_by=["weathers"],
        schools={"floodists": {"stance": "holds", "cite": ["w-1981"]}},
        scholars={"moor": "rejects"},
    ),
    "bridge-stood": a_claim(),
    "flood-came": a_claim(pro=["log-book"], hedge="seems"),
    "flood-late": a_claim(),
}
EVIDENCE = {
    "log-book": some_evidence(source="diary-1950", challenged_by=["flood-late"], rests_on=["older-log"]),
    "loose-leaf": some_evidence(),
}


def a_rich_project() -> Project:
    whole = a_project(RICH, EVIDENCE)
    return Project(
        claims=whole.claims,
        evidence=whole.evidence,
        schools={"floodists": School(name="Floodists", cite=("f-1990",))},
        scholars={"weathers": Scholar(name="Ann Weathers", schools=("dryists",), works=("w-1981", "w-1990"))},
        events={"flood": Event(text="The flood", claims=("flood-came",), evidence=("log-book", "leaf"))},
        expectations={"bridge-fell": (Expectation(verdict="supported", school="drought"),)},
        files=whole.files,
    )


def test_named_ids_are_those_of_all_mentions_outside_arguments():
    project = a_rich_project()
    mentioned: dict[tuple[str, ...], set[str]] = {}
    for _, name, kinds in project.mentions():
        mentioned.setdefault(kinds, set()).add(name)
    del mentioned[PREMISE]
    assert Lists(project).named == mentioned


def test_ids_that_no_record_has_miss_wherever_they_are_named():
    missed = {miss.reference.target for miss in Case(a_rich_project()).misses}
    assert {"nobody-knows", "moor", "older-log", "dryists", "drought", "leaf"} <= missed
    assert not missed & {"bridge-fell", "log-book", "flood-late", "weathers", "floodists"}


def test_an_unknown_undercutter_misses_where_all_premises_are_known():
    claims = {"c1": a_claim(pro=[{"from": ["e1"], "unless": ["gone"]}])}
    case = Case(a_project(claims, {"e1": some_evidence()}))
    assert [miss.reference.target for miss in case.misses] == ["gone"]


def test_records_are_picked_by_fields_that_few_have_and_by_others():
    lists = Lists(a_rich_project())
    assert [key for key, _ in lists.claims_with("hedge")] == ["flood-came"]
    assert [key for key, _ in lists.claims_with("pro")] == ["bridge-fell", "flood-came"]
    assert [key for key, _ in lists.evidence_with("rests_on")] == ["log-book"]
    assert [key for key, _ in lists.evidence_with("shows")] == ["log-book", "loose-leaf"]
    assert [key for key, _ in lists.claims_with_stances] == ["bridge-fell"]


def test_arguments_are_picked_with_where_they_stand():
    lists = Lists(a_rich_project())
    claim = RICH["bridge-fell"]
    assert lists.steps_with("unless") == [Step("bridge-fell", "for", 0, claim.pro[0])]
    assert lists.steps_with("answer") == [Step("bridge-fell", "against", 0, claim.con[0])]
    assert lists.repetitive_steps == []


def test_arguments_that_name_a_premise_twice_are_picked_with_where_they_stand():
    claims = {"c1": a_claim(), "c2": a_claim(pro=["e1", "e1"], con=["e2", {"from": ["e1", "e2", "e1"]}])}
    argument = claims["c2"].con[1]
    assert Lists(a_project(claims)).repetitive_steps == [Step("c2", "against", 1, argument)]


def test_fields_stand_in_the_order_of_ids_and_a_project_may_have_none():
    lists = Lists(a_rich_project())
    assert lists.evidence.source == ("diary-1950", None)
    assert [bool(each) for each in lists.claims.rare] == [True, False, True, False]
    assert [len(each.premises) for each in lists.arguments] == [2, 1, 1, 1]
    nothing = Lists(Project())
    assert (nothing.claims.text, nothing.evidence.rare, nothing.arguments) == ((), (), [])


def test_a_weight_of_nothing_is_given_too():
    assert [step.place for step in Lists(a_rich_project()).steps_with("weight")] == [1]


def test_arguments_are_found_by_their_premises():
    case = Case(a_rich_project())
    places = [step[:3] for step in steps_from(case, {"flood-came", "nobody-knows", "log-book"})]
    assert places == [("bridge-fell", "for", 0), ("bridge-fell", "for", 1), ("flood-came", "for", 0)]
    assert steps_from(case, {"nobody-knows"}) == []


def test_a_claim_repeats_a_premise_of_two_arguments_known_or_not():
    claims = {
        "c1": a_claim(pro=["e1", "e2"]),
        "c2": a_claim(pro=["e1"], con=["e1"]),
        "c3": a_claim(pro=["gone"], con=["gone"]),
        "c4": a_claim(pro=[{"from": ["e1", "e1"]}]),
    }
    case = Case(a_project(claims, {"e1": some_evidence(), "e2": some_evidence()}))
    assert [key for key, _ in repeating(case)] == ["c2", "c3"]


def test_what_no_argument_names_is_known():
    assert Case(a_rich_project()).unnamed == {"bridge-fell", "bridge-stood", "loose-leaf"}
