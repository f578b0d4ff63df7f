"""Rules on maps that were made to break them: none may crash, hang or print what it should not."""

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.finding import Finding
from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import Evidence, Expectation, Scholar, School, Source
from argmap.model.settings import Settings
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, all_rules, find_rule
from makers import a_claim, a_project, some_evidence

EVERYTHING_DANGLES: dict[str, Any] = {
    "pro": ["nowhere", {"from": ["nowhere", "c2"], "unless": "nothing", "answer": "none"}],
    "con": [{"from": "gone", "answer": "void"}],
    "held_by": ["nobody"],
    "scholars": {"no-one": "holds", "c1": {"stance": "rejects", "cite": ["unwritten"]}},
    "schools": {"none-such": {"stance": "qualifies", "cite": ["unwritten"]}},
}


def findings(project: Project) -> list[Finding]:
    """Everything that every rule finds."""
    case = Case(project)
    found: list[Finding] = []
    for rule in all_rules().values():
        try:
            found += rule.run(case) if rule.scope == "project" else []
        except NotCheckedError:
            continue
    return found


def found_by(name: str, project: Project) -> list[Finding]:
    return find_rule(name).run(Case(project))


def test_nothing_at_all():
    assert {finding.rule for finding in findings(Project())} == {"empty-project"}


def test_links_that_all_lead_nowhere():
    project = a_project(
        {"c1": a_claim(**EVERYTHING_DANGLES, kind="causal", when="1950")},
        {"e1": Evidence(shows="x", source="no-book", challenged_by=["no-claim"], cited=["Z.1"])},
        schools={"s1": School(name="S", cite=["unwritten"])},
        scholars={"a1": Scholar(name="A", schools=["no-school"], works=["unwritten"])},
        expectations={
            "no-claim": (Expectation(verdict="supported"),),
            "c1": (Expectation(verdict="supported", school="no-school", as_of="1950"),),
        },
        settings=Settings(author="no-author", thesis="no-thesis"),
    )
    rules = {finding.rule for finding in findings(project)}
    assert {"dangling-reference", "wrong-kind", "source-not-in-bibliography"} <= rules
    targets = {f.subjects[-1] for f in found_by("dangling-reference", project)}
    assert targets == {
        *("nowhere", "nothing", "none", "gone", "void", "nobody", "no-one", "none-such", "c2"),
        *("no-claim", "no-school", "no-author", "no-thesis"),
    }


def test_a_project_without_a_bibliography_is_told_so_once():
    items = {f"e{i}": Evidence(shows="x", source=f"book-{i % 3}") for i in range(9)}
    (found,) = found_by("source-not-in-bibliography", a_project(evidence=items))
    assert found.message == "3 sources are named, and the project has no bibliography"


def test_a_link_to_a_record_that_could_not_be_kept_does_not_dangle():
    records = FileRecords("a.yaml", {"c1": a_claim(pro=["e1"])}, dropped=(("evidence", "e1"),))
    assert found_by("dangling-reference", merge([records])) == []


def test_a_link_to_a_dropped_record_of_another_kind_is_of_the_wrong_kind():
    records = FileRecords("a.yaml", {"c1": a_claim(pro=["s1"])}, dropped=(("schools", "s1"),))
    (found,) = found_by("wrong-kind", merge([records]))
    assert found.message == "'s1' is a school, and 'for' of claim 'c1' takes a claim or evidence"
    assert found.related == ()


def test_an_id_taken_twice_is_reported_once_and_not_at_every_link_to_it():
    first = FileRecords("a.yaml", {"c1": a_claim(held_by="kim")}, schools={"kim": School(name="K")})
    second = FileRecords("b.yaml", scholars={"kim": Scholar(name="Kim")})
    project = merge([first, second])
    assert [f.message for f in found_by("duplicate-id", project)] == [
        "'kim' is already the id of a school in a.yaml"
    ]
    assert found_by("wrong-kind", project) == []


def test_an_expectation_said_twice_of_a_claim_that_is_not_there():
    twice = {"gone": (Expectation(verdict="supported"),)}
    project = merge([FileRecords(f"{name}.yaml", expectations=twice) for name in "ab"])
    rules = sorted(finding.rule for finding in findings(project))
    assert rules == ["dangling-reference", "duplicate-id", "empty-project"]


def test_foreign_text_in_a_message_is_made_safe():
    evil = "\x1b[31mred\x07\n"
    project = a_project(
        {"c1": a_claim(pro=[evil], con=[evil, {"from": ["c1", evil]}], schools={evil: "holds"})},
        {"e1": Evidence(shows="x", source=evil)},
        sources={f"{evil}2": Source(type="book", title=evil, listed=False, edition_of=evil)},
    )
    for finding in findings(project):
        texts = [finding.message, finding.help, *(related.message for related in finding.related)]
        assert all(text.isprintable() and len(text) < 1000 for text in texts), finding


def test_a_note_with_a_number_beyond_all_numbers():
    project = a_project(
        evidence={"e1": some_evidence(cited=["I." + "9" * 6000, "I.0", "no.such.part.1"])},
        settings=Settings(parts={"I": {"title": "The fire", "notes": 1}}),
    )
    found = found_by("evidence-for-no-note", project)
    assert len(found) == 3
    assert max(len(finding.message) for finding in found) < 200


def test_a_claim_in_knots():
    """Circles through itself, with itself and against itself."""
    project = a_project(
        {
            "a": a_claim(pro=["a", "b", "c"], con=["a", {"from": "b", "answer": "a", "unless": "a"}]),
            "b": a_claim(pro=["c"], con=["b"]),
            "c": a_claim(pro=["a", "b"]),
        },
        expectations={"a": (Expectation(verdict="supported"),)},
    )
    rules = {finding.rule for finding in findings(project)}
    assert {"self-support", "expected-verdict-not-met", "one-premise-both-sides"} <= rules


def test_a_long_circle_is_told_in_short():
    claims = {f"c{i:04}": a_claim(pro=[f"c{(i + 1) % 3000:04}"]) for i in range(3000)}
    (found,) = found_by("circular-support", a_project(claims))
    assert len(found.message) < 300
    assert "… (2992 more)" in found.message
    assert len(found.related) == 50


def test_a_deep_chain_needs_no_recursion():
    claims = {f"c{i:05}": a_claim(pro=[f"c{i + 1:05}"], kind="causal") for i in range(20_000)}
    claims["c20000"] = a_claim(pro=["e1"], kind="causal")
    project = a_project(claims, {"e1": some_evidence()})
    assert len(found_by("single-source", project)) == 20_001


@pytest.mark.parametrize(
    "text",
    [
        "The tower burned down in the night of the great storm.",
        "Claim number {i} of very many that are all built alike.",
        "{word} burned down in the night of the great storm long ago.",
        "x" * 5000,
        "!?",
        "x {i} " * 2000,
    ],
)
def test_thousands_of_claims_that_are_all_alike(text: str):
    claims = {
        f"c{i:05}": a_claim(text=text.format(i=i, word="".join(chr(97 + int(d)) for d in str(i))))
        for i in range(3000)
    }
    start = time.perf_counter()
    assert len(found_by("near-duplicate-claims", a_project(claims))) <= len(claims)
    assert time.perf_counter() - start < 20


def test_a_map_full_of_misspelt_ids_is_not_slow():
    claims = {f"claim-number-{i}": a_claim(pro=[f"clam-number-{i}"]) for i in range(5000)}
    start = time.perf_counter()
    found = found_by("dangling-reference", a_project(claims))
    assert time.perf_counter() - start < 20
    assert len(found) == 5000
    assert found[0].help == "did you mean 'claim-number-0'?"


@pytest.mark.parametrize("edition_of", ["b", "a", "gone"])
def test_editions_in_a_circle(edition_of: str):
    sources = {
        "a": Source(type="book", title="A", edition_of=edition_of),
        "b": Source(type="book", title="B", edition_of="a"),
    }
    items = {"e1": Evidence(shows="x", source="a"), "e2": Evidence(shows="x", source="b")}
    claims = {"c1": a_claim(pro=["e1", "e2"])}
    (found,) = found_by("single-source", a_project(claims, items, sources=sources))
    assert "one document, cited as evidence 'e1' and 'e2'" in found.message


IDS = st.sampled_from(["a", "b", "c", "e", "f", "s", "k", "gone", "\x00"])
DATES = st.sampled_from([None, "1950", "1950~", "1949?", "../1950", "1950/..", "1948/1951", "1950-06-25"])
STANCES = st.dictionaries(
    IDS,
    st.builds(
        lambda stance, cite: {"stance": stance, "cite": cite},
        st.sampled_from(["holds", "rejects", "qualifies", "silent"]),
        st.lists(IDS, max_size=2),
    ),
    max_size=2,
)
ARGUMENTS = st.lists(
    st.builds(
        lambda premises, unless, answer, bearing, because: {
            "from": premises,
            "unless": unless,
            "answer": answer,
            "bearing": bearing,
            "because": because,
        },
        st.lists(IDS, min_size=1, max_size=3),
        st.lists(IDS, max_size=1),
        st.lists(IDS, max_size=1),
        st.sampled_from([None, "direct", "inferential"]),
        st.sampled_from([None, "So it is."]),
    ),
    max_size=3,
)
CLAIMS = st.builds(
    a_claim,
    text=st.sampled_from(["The tower burned.", "The tower burned down.", "It did not.", "?"]),
    kind=st.sampled_from(["causal", "factual", "interpretive", "historiographical"]),
    when=DATES,
    pro=ARGUMENTS,
    con=ARGUMENTS,
    held_by=st.lists(IDS, max_size=1),
    schools=STANCES,
    scholars=STANCES,
)
EVIDENCE = st.builds(
    some_evidence,
    form=st.sampled_from(["record", "testimony", "scholarship", None]),
    source=st.one_of(st.none(), IDS),
    made=DATES,
    published=DATES,
    available=DATES,
    authenticity=st.sampled_from([None, "forged"]),
    challenged_by=st.lists(IDS, max_size=1),
    cited=st.lists(st.sampled_from(["I.1", "I.2a", "II.0", "x.y.3"]), max_size=2),
)
EXPECTATIONS = st.dictionaries(
    st.sampled_from(["a", "b", "gone"]),
    st.tuples(
        st.builds(
            Expectation,
            verdict=st.sampled_from(["supported", "circular"]),
            school=st.sampled_from([None, "s", "gone"]),
            as_of=DATES,
        )
    ),
    max_size=2,
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["a", "b", "c"]), CLAIMS),
    st.dictionaries(st.sampled_from(["e", "f"]), EVIDENCE),
    EXPECTATIONS,
    st.sampled_from([None, "k", "a", "gone"]),
    st.booleans(),
)
def test_no_map_makes_a_rule_crash(
    claims: Any, items: Any, expectations: Any, author: str | None, parts: bool
):
    sources = {"b2": Source(type="book", title="B", listed=False)} if parts else {}
    scholars = {"k": Scholar(name="K", schools=["s", "gone"], works=["b2", "e"])}
    records = [
        FileRecords("a.yaml", claims, items, sources, {"s": School(name="S")}, scholars),
        FileRecords("b.yaml", claims if parts else {}, scholars=scholars, expectations=expectations),
        FileRecords("c.yaml", expectations=expectations, dropped=(("claims", "gone"),) if parts else ()),
    ]
    own = Settings(author=author, parts={"I": {"title": "I", "notes": 2}} if parts else {})
    found = findings(merge(records, own))
    assert found == findings(merge(records[::-1], own))
    for finding in found:
        assert finding.message
        assert not finding.message.endswith(".")
        assert finding.message.isprintable()
        assert finding.help.isprintable()
