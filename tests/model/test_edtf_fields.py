"""A date as a Python value and as a field of a record."""

import copy
import json
import pickle
from dataclasses import FrozenInstanceError
from datetime import date

import pydantic
import pytest

from argmap.model.edtf import Edtf, parse_edtf


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_dates_are_equal_when_their_texts_are() -> None:
    assert parse_edtf("1950") == parse_edtf(1950)
    assert parse_edtf("1950") != parse_edtf("1950-XX")
    assert len({parse_edtf("1950"), parse_edtf(1950), parse_edtf("1950?")}) == 2


def test_a_date_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        parse_edtf("1950").text = "1951"  # type: ignore[misc]


@pytest.mark.parametrize("text", ["1950", "1950-06-25/..", "[1949,1952]"])
def test_copies_and_pickles_keep_all_of_a_date(text: str) -> None:
    found = parse_edtf(text)
    for twin in (copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert twin == found
        assert twin.before(parse_edtf("2000")) is found.before(parse_edtf("2000"))


def test_dates_sort_in_time_and_open_starts_come_first() -> None:
    texts = ["1951", "1950/..", "1950-06", "../1960", "-0043", "1950-06-01", "1950", "1950~", "Y17E7"]
    in_order = sorted(map(parse_edtf, texts), key=Edtf.sort_key)
    assert [str(found) for found in in_order] == [
        *("../1960", "-0043", "1950", "1950~", "1950/..", "1950-06-01", "1950-06", "1951", "Y17E7")
    ]


@pydantic.dataclasses.dataclass(frozen=True, slots=True, config=pydantic.ConfigDict(extra="forbid"))
class Letter:
    made: Edtf | None = None


LETTERS = pydantic.TypeAdapter(Letter)


def test_a_field_takes_text_a_year_a_date_or_nothing() -> None:
    assert LETTERS.validate_python({"made": "1950-06-25"}).made == parse_edtf("1950-06-25")
    assert LETTERS.validate_python({"made": 1950}).made == parse_edtf("1950")
    assert LETTERS.validate_python({"made": parse_edtf("1950~")}).made == parse_edtf("1950~")
    assert LETTERS.validate_python({"made": None}).made is None
    assert LETTERS.validate_json('{"made": 1950}').made == parse_edtf("1950")
    assert Letter(parse_edtf("1950")).made == parse_edtf("1950")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("1950-02-30", "'1950-02-30' is not a date: February 1950 has 28 days"),
        ("{1950", "'{1950' is not a set: write dates between { and }"),
        (True, "True is not a date: write EDTF text such as '1950-06-25', in quotes"),
        (1950.5, "1950.5 is not a date: write EDTF text such as '1950-06-25', in quotes"),
    ],
)
def test_a_field_that_is_no_date_is_one_located_error_in_our_words(value: object, message: str) -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        LETTERS.validate_python({"made": value})
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"], error["msg"]) == ("edtf", ("made",), message)


def test_a_field_is_written_as_its_text() -> None:
    letter = Letter(parse_edtf("1950-06~"))
    assert LETTERS.dump_json(letter) == b'{"made":"1950-06~"}'
    assert LETTERS.dump_python(letter) == {"made": "1950-06~"}
    assert LETTERS.dump_python(Letter()) == {"made": None}


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_json_schema_takes_text_or_a_year_and_gives_examples(mode: str) -> None:
    schema = LETTERS.json_schema(mode=mode)  # type: ignore[arg-type]
    edtf, null = schema["properties"]["made"]["anyOf"]
    assert [kind["type"] for kind in edtf["anyOf"]] == ["string", "integer"]
    assert "EDTF" in edtf["description"]
    assert null == {"type": "null"}
    assert json.loads(json.dumps(schema)) == schema
    for example in edtf["examples"]:
        assert parse_edtf(example)
