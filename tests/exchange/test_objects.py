"""Records as plain data: what export gives, read again, is the same record."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.exchange.objects import (
    output_schema,
    project_object,
    record_object,
    stats_object,
    verdict_object,
    what_if_object,
    why_object,
)
from argmap.files.yaml_records import parse_yaml_file
from argmap.model.locator import SCHEMES
from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import Claim, Event, Evidence, Scholar, School, Source
from argmap.model.settings import Settings
from argmap.model.vocabulary import STANDARDS
from argmap.verdict.audience import Audience
from argmap.verdict.explain import explain
from argmap.verdict.judgement import judge
from argmap.verdict.statistics import statistics
from argmap.verdict.whatif import changes
from makers import a_claim, a_project, some_evidence
from maps import maps

SCHEMA_NAMES = ("export", "why", "stats", "what-if")

texts = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=12).filter(
    str.strip
)
names = st.one_of(
    st.sampled_from(["kim", "true", "null", "1950", "~", "a: b", "- x", "#", "'", '"', "%", "é"]), texts
)
named = st.one_of(names, st.lists(names, max_size=3))
dates = st.sampled_from(["1950", "1950-06-25~", "1950-07/1952", "195X", "../1953", "[1949,1952]", 1950])


def field(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), values)


def fields(**given: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any choice of these fields; those that are drawn as None are left out."""
    return st.fixed_dictionaries({}, optional=given)


@st.composite
def locators(draw: st.DrawFn) -> object:
    scheme = draw(st.sampled_from(sorted(SCHEMES)))
    if scheme == "generic":
        return draw(st.one_of(names, st.integers(1, 999)))
    parts = draw(st.lists(st.sampled_from(SCHEMES[scheme]), min_size=1, unique=True))
    given = {part: draw(st.one_of(names, st.integers(1, 999))) for part in parts}
    return {"scheme": scheme, **given} if draw(st.booleans()) else given


some_names = st.one_of(names, st.lists(names, min_size=1, max_size=3))
arguments = fields(
    because=texts,
    scheme=st.sampled_from(["sign", "expert-opinion"]),
    strength=st.sampled_from(["firm", "good", "weak"]),
    weight=st.sampled_from([0, 0.25, 1]),
    bearing=st.sampled_from(["direct", "silence"]),
    tendency=st.sampled_from(["neutral", "against-interest"]),
    unless=named,
    answer=named,
    remark=texts,
).flatmap(lambda rest: some_names.map(lambda ids: {"from": ids, **rest}))
sides = st.one_of(names, arguments, st.lists(st.one_of(names, arguments), max_size=3))
stance_words = st.sampled_from(["holds", "rejects", "qualifies", "silent"])
long_stances = fields(cite=named, locator=locators(), remark=texts).flatmap(
    lambda rest: stance_words.map(lambda word: {"stance": word, **rest})
)
stances = st.dictionaries(st.sampled_from(["left", "right"]), st.one_of(stance_words, long_stances))
claims = st.builds(
    lambda text, rest: Claim(**{"text": text, **rest}),
    texts,
    fields(
        kind=st.sampled_from(["thesis", "causal"]),
        part=st.one_of(names, st.integers(1, 9)),
        section=texts,
        when=dates,
        held_by=named,
        scholars=stances,
        schools=stances,
        hedge=texts,
        standard=st.sampled_from(STANDARDS),
        contradicts=named,
        **{"for": sides, "against": sides},
        remark=texts,
    ),
)
quotes = fields(
    exact=st.one_of(st.just(""), texts),
    prefix=texts,
    suffix=texts,
    digest=st.just("sha256:" + 64 * "0"),
    length=st.integers(1, 99),
    near=texts,
)
items = st.builds(
    lambda shows, rest: Evidence(**{"shows": shows, **rest}),
    texts,
    fields(
        source=names,
        locator=locators(),
        kind=st.sampled_from(["telegram", "other"]),
        document=names,
        made=dates,
        published=dates,
        available=dates,
        by=named,
        form=st.sampled_from(["record", "derived"]),
        authenticity=st.sampled_from(["forged", "unknown"]),
        chain=st.one_of(st.just("original"), st.just(["translation(ko)", "quoted-in(kim)"])),
        witness=st.just("hearsay"),
        grade=st.sampled_from("ABCD"),
        cited=st.one_of(st.just("IV.12"), st.just(["I.1", "intro.17a"])),
        challenged_by=named,
        rests_on=named,
        searched=texts,
        quote=quotes,
        remark=texts,
    ),
)


def read_again(kind: str, record: object) -> object:
    """Export a record and read it as a project file: JSON is YAML."""
    text = json.dumps({kind: {"r": record_object(kind, record)}}, ensure_ascii=False)
    found = parse_yaml_file("all.yaml", text.encode())
    assert found.faults == ()
    return found.of_kind(kind)["r"]


@given(claims)
def test_an_exported_claim_is_read_as_the_same(claim):
    assert read_again("claims", claim) == claim


@given(items)
def test_exported_evidence_is_read_as_the_same(item):
    assert read_again("evidence", item) == item


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("schools", School(name="Left", text="All of it.", letter="L", cite=("a", "b"))),
        ("scholars", Scholar(name="Lee", schools=("left",), works=("lee-1990",))),
        ("events", Event(text="It rained.", when="1950-06-25", part="I")),  # type: ignore[arg-type]
        ("schools", School(name="Right")),
    ],
)
def test_other_records_are_read_as_the_same(kind, record):
    assert read_again(kind, record) == record


def test_short_forms_are_expanded_and_empty_fields_left_out():
    claim = a_claim(text="So.", pro="e", schools={"left": "holds"}, held_by="kim")
    assert record_object("claims", claim) == {
        "text": "So.",
        "kind": "interpretive",
        "held_by": ["kim"],
        "schools": {"left": {"stance": "holds"}},
        "for": [{"from": ["e"]}],
    }


def test_a_weight_of_nothing_is_not_an_empty_field():
    found = record_object("claims", a_claim(pro={"from": "e", "weight": 0}))
    assert found["for"] == [{"from": ["e"], "weight": 0.0}]


def test_a_source_is_exported_as_its_csl():
    csl = {"id": "a", "type": "book", "title": "A", "publisher": "P"}
    assert record_object("sources", Source("book", "A", csl=csl)) == csl
    assert record_object("sources", Source("book", "A")) == {"type": "book", "title": "A"}


@given(maps())
def test_everything_said_of_a_map_fits_its_schema(project: Project):
    judgement = judge(project)
    without = Audience(without=frozenset(list(project.evidence)[:1]))
    said = {
        "export": project_object(judgement),
        "why": why_object(explain(judgement, "c0", 3)),
        "stats": stats_object(project, statistics(judgement)),
        "what-if": what_if_object(str(without), project, changes(judgement, judge(project, without))),
    }
    for name in SCHEMA_NAMES:
        data = json.loads(json.dumps(said[name]))
        VALIDATORS[name].validate(data)


VALIDATORS = {name: jsonschema.Draft202012Validator(output_schema(name)) for name in SCHEMA_NAMES}


def test_a_verdict_tells_its_sides_its_standard_and_who_granted_it():
    project = a_project({"c": a_claim(pro=["e"])}, {"e": some_evidence()})
    assert verdict_object(judge(project)["c"]) == {
        **{"verdict": "supported", "grade": "firm", "for": [4, 4], "against": [0, 0]},
        **{"standard": "preponderance", "granted": None},
    }
    rejected = judge(project, Audience(rejected=frozenset({"c"})))
    assert verdict_object(rejected["c"])["granted"] == "rejected"


def test_a_whole_project_is_exported_by_kind():
    records = FileRecords(
        "a.yaml",
        {"c": a_claim(pro=["e"])},
        {"e": some_evidence()},
        events={"rain": Event(text="It rained.")},
    )
    found = project_object(judge(replace(merge([records]), settings=Settings(title="A map"))))
    assert found["title"] == "A map"
    kinds = ("claims", "evidence", "sources", "schools", "scholars", "events", "verdicts")
    assert [list(found[kind]) for kind in kinds] == [["c"], ["e"], [], [], [], ["rain"], ["c"]]  # type: ignore[literal-required]
