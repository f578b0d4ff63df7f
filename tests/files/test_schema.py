"""The JSON Schemas say what the readers accept."""

from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.files.record_kinds import RECORDS
from argmap.files.schema import json_schema, settings_schema
from argmap.files.settings_file import parse_settings
from argmap.files.yaml_records import parse_yaml_file
from argmap.files.yaml_text import parse_yaml
from argmap.model.marks import names_in_files

YAML = jsonschema.Draft202012Validator(json_schema())
TOML = jsonschema.Draft202012Validator(settings_schema())

GOOD = [
    "",
    "claims:",
    "claims: {a: {text: x}}",
    "claims: {a: {text: x, for: b, against: [b, {from: c}]}}",
    "claims: {a: {text: x, schools: {o: holds, r: {stance: rejects, cite: x}}}}",
    "claims: {a: {text: x, for: {from: [b, c], because: y, weight: 0.5, unless: d}, part: 4, when: 1950}}",
    "claims: {a: {text: x, for: , kind: , schools: , held_by: , when: , part: }}",
    "evidence: {e: {shows: x, source: 7, locator: {fond: 45, list: 7-8}, chain: original, cited: [V.12]}}",
    "evidence: {e: {shows: x, locator: p. 5, made: 1950-06?/.., quote: {exact: y, length: 1}, grade: A}}",
    "schools: {o: {name: O, letter: O}}\nscholars: {k: {name: K, schools: o}}\nevents: {w: {text: W}}",
    "expect: {a: supported, b: {verdict: contested, as_of: 1981}, c: [supported, {verdict: circular}]}",
]
BAD = [
    "- 1",
    "claim: {}",
    "claims: []",
    "claims: {A: {text: x}}",
    "claims: {a: null}",
    "claims: {a: x}",
    "claims: {a: {}}",
    "claims: {a: {text: x, kind: wrong}}",
    "claims: {a: {text: x, txt: y}}",
    "claims: {a: {text: x, pro: y}}",
    "claims: {a: {text: x, for: {weight: 1}}}",
    "claims: {a: {text: x, schools: {o: hold}}}",
    "evidence: {e: {shows: x, cited: [4.1]}}",
    "evidence: {e: {shows: x, quote: {digest: x}}}",
    "expect: {a: true}",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_the_reader_accepts_the_schema_accepts(text):
    assert parse_yaml_file("a.yaml", text.encode()).faults == ()
    assert [error.message for error in YAML.iter_errors(parse_yaml(text))] == []


@pytest.mark.parametrize("text", BAD)
def test_what_the_reader_refuses_the_schema_refuses(text):
    assert parse_yaml_file("a.yaml", text.encode()).faults != ()
    assert not YAML.is_valid(parse_yaml(text))


WORDS = st.sampled_from(
    ["x", "a-b", "", 7, None, "1950-06", "holds", "causal", "V.12", "original", "supported", "I"]
)
FIELDS = sorted(
    {name for cls in RECORDS.values() for name in names_in_files(cls)} | {"for", "against", "from"}
)
NESTED = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from([*FIELDS, "stance", "cite", "fond", "list"]), inner, max_size=3)
    ),
    max_leaves=4,
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(list(RECORDS)),
    st.dictionaries(st.sampled_from(FIELDS), NESTED, max_size=4),
    st.sampled_from(["text", "shows", "name", "verdict"]),
)
def test_the_schema_accepts_at_least_what_the_reader_accepts(kind, record, required):
    tree: dict[str, Any] = {kind: {"a": {**record, required: "supported"}}}
    import json

    faults = parse_yaml_file("a.yaml", json.dumps(tree).encode()).faults
    if not faults:
        assert [error.message for error in YAML.iter_errors(tree)] == []


def test_the_schemas_are_schemas_and_the_same_each_time():
    for validator, make in ((YAML, json_schema), (TOML, settings_schema)):
        validator.check_schema(make())
        assert make() == make()


def test_fields_are_described_in_the_words_of_the_code():
    claim = json_schema()["$defs"]["Claim"]
    assert claim["properties"]["text"]["description"] == "The statement, one sentence."
    assert claim["additionalProperties"] is False
    assert next(iter(claim["properties"])) == "text"
    assert "for" in claim["properties"]
    assert "pro" not in claim["properties"]


@pytest.mark.parametrize(
    "text",
    [
        "title = 'x'",
        "[parts]\nI = 'x'\nII = {title = 'y', notes = 3}",
        "[rules]\nselect = 'x'\nextend-select = ['y']\nseverity = {a = 'note'}",
        "[verdicts]\nstandard = 'scintilla'\nthresholds = {clear-and-convincing = 2}",
    ],
)
def test_the_settings_schema_accepts_what_the_reader_accepts(text):
    import tomllib

    assert parse_settings("argmap.toml", text.encode())[1] == ()
    assert [error.message for error in TOML.iter_errors(tomllib.loads(text))] == []
    assert not TOML.is_valid({"titel": "x"})
