"""What is read at once is what the description of the records makes of it."""

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from argmap.files.record_kinds import RECORDS
from argmap.files.usual_building import RecordReader
from argmap.files.usual_records import _SECTIONS, usual_records
from argmap.files.usual_values import forget
from argmap.files.yaml_records import adapter, parse_yaml_file
from argmap.model.edtf import parse_edtf
from argmap.model.making import maker
from argmap.model.records import Argument, Claim, Evidence
from section_makers import names, sections


@given(sections())
@settings(max_examples=300, deadline=None)
def test_what_is_read_at_once_is_what_the_description_makes_of_it(drawn: tuple[str, dict[str, Any]]) -> None:
    kind, section = drawn
    built, unusual = usual_records(kind, section)
    assert list(built) == list(section)
    assert [key for key in section if built[key] is None] == [key for key in section if key in unusual]
    for key in section.keys() - set(unusual):
        described = adapter(kind).validate_python({key: section[key]}, by_alias=True, by_name=False)[key]
        assert repr(built[key]) == repr(described)
        assert type(built[key]) is type(described)


@given(sections())
@settings(max_examples=80, deadline=None)
def test_records_read_together_are_those_read_one_by_one(drawn: tuple[str, dict[str, Any]]) -> None:
    kind, section = drawn
    many = {f"{key}-{n}": value for key, value in section.items() for n in range(9)}
    built, unusual = usual_records(kind, many)
    for key, value in many.items():
        one, left = usual_records(kind, {key: value})
        assert repr(built[key]) == repr(one[key])
        assert (key in unusual) == (key in left)


USUAL: dict[str, Any] = {
    "claims": {
        "text": "It rained.",
        "for": ["a", {"from": ["b", "c"], "because": "So it is.", "unless": "d", "weight": 1}],
        "against": {"from": "e", "answer": ["f"]},
        "when": 1950,
        "part": 4,
        "schools": {"orthodox": "holds", "new": {"stance": "rejects", "cite": "g", "locator": {"page": 3}}},
        "defines": {"rain": "water"},
        "hedge": None,
    },
    "evidence": {
        "shows": "It rained.",
        "locator": {"fond": 45, "opis": 1},
        "made": "1950-06-25",
        "cited": ["IV.12", "IV.13a"],
        "chain": "translation(ko)",
        "quote": {"exact": " kept  as it is ", "length": 3},
    },
    "schools": {"name": "Orthodox", "letter": "O", "cite": ["a"]},
    "scholars": {"name": "Kim", "schools": "orthodox", "works": ["a", "b"]},
    "events": {"text": "War", "when": "1950-06-25", "claims": ["a"]},
    "expect": ["supported", {"verdict": "contested", "school": "orthodox", "as_of": 1981}],
}


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_nothing_usual_is_left_to_the_description(kind: str) -> None:
    assert usual_records(kind, {"a": USUAL[kind]})[1] == []
    built, unusual = usual_records(kind, {f"a-{n}": USUAL[kind] for n in range(20)})
    assert not unusual
    described = adapter(kind).validate_python({"a": USUAL[kind]}, by_alias=True, by_name=False)["a"]
    assert set(map(repr, built.values())) == {repr(described)}


@pytest.mark.parametrize("kind", sorted(set(RECORDS) - {"expect"}))
def test_every_field_has_a_reader(kind: str) -> None:
    reader = _SECTIONS[kind]()
    assert isinstance(reader, RecordReader)
    assert set(reader._fields) == set(names(kind)[:-2])


def test_equal_words_are_one_object_in_all_files() -> None:
    one = parse_yaml_file("a.yaml", b"claims: {c1: {text: x, for: [tele-1], held_by: [kim]}}").claims["c1"]
    other = parse_yaml_file("b.yaml", b"claims: {c2: {text: y, for: tele-1, held_by: kim}}").claims["c2"]
    assert one.pro[0] is other.pro[0]
    assert one.held_by[0] is other.held_by[0]
    assert one.schools is other.schools
    assert one.schools == {}
    with pytest.raises(TypeError):
        one.schools["new"] = None
    assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
    forget()
    later = parse_yaml_file("b.yaml", b"claims: {c2: {text: y, for: tele-1}}").claims["c2"]
    assert later.pro == one.pro


def test_an_unusual_record_keeps_its_place() -> None:
    lines = [f"  c{n}: {{text: x, when: 1950, kind: causal}}\n" for n in range(9)]
    lines[3], lines[5] = lines[3].replace("1950", "June 1950"), lines[5].replace("causal", "causl")
    text = "claims:\n" + "".join(lines)
    found = parse_yaml_file("a.yaml", text.encode())
    assert set(found.claims) == {f"c{n}" for n in range(9)}
    assert found.claims["c3"].when is None
    assert {fault.rule for fault in found.faults} == {"bad-date", "bad-value"}
    valid = b"claims: {c1: {text: x}, c2: {text: y, for: [{from: 4}]}, c3: {text: z}}"
    assert list(parse_yaml_file("a.yaml", valid).claims) == ["c1", "c2", "c3"]


def test_a_made_record_is_like_one_of_its_class() -> None:
    made = maker(Argument)(("a",), *[None] * 6, (), (), None)
    assert made == Argument(premises=("a",))
    assert hash(made) == hash(Argument(premises=("a",)))
    with pytest.raises(AttributeError):
        made.premises = ()
    with pytest.raises(ValidationError):
        Claim(text="")
    assert maker(Evidence) is maker(Evidence)
    date = parse_edtf("1950-06-25")
    assert (date.earliest, date.latest, date.uncertain) == (712033, 712033, False)
