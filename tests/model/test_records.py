"""The short forms an author may write, and what they stand for."""

import pytest
from pydantic import TypeAdapter, ValidationError

from argmap.model.edtf import parse_edtf
from argmap.model.locator import parse_locator
from argmap.model.records import Argument, Claim, Evidence, Expectation, Expectations, Source, Stance
from makers import a_claim, some_evidence


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("e", [{"from": ["e"]}]),
        (["e", "f"], [{"from": ["e"]}, {"from": ["f"]}]),
        ({"from": "e"}, [{"from": ["e"]}]),
        ([{"from": ["e", "f"]}, "g"], [{"from": ["e", "f"]}, {"from": ["g"]}]),
        ([{"from": "e", "unless": "u", "answer": "a"}], [{"from": ["e"], "unless": ["u"], "answer": ["a"]}]),
        ([], []),
    ],
)
def test_short_and_long_forms_of_arguments_are_the_same(short, long):
    assert a_claim(pro=short, con=short) == a_claim(pro=long, con=long)


def test_the_names_of_the_files_and_of_the_code_both_serve():
    assert Claim(**{"text": "So.", "for": "e"}) == a_claim(text="So.", pro="e")  # type: ignore[arg-type]
    assert Argument(**{"from": "e"}) == Argument(premises=("e",))  # type: ignore[arg-type]


def test_a_stance_may_be_one_word():
    claim = a_claim(schools={"left": "holds", "right": {"stance": "rejects", "cite": "ro-1995"}})
    assert claim.schools == {
        "left": Stance(stance="holds"),
        "right": Stance(stance="rejects", cite=("ro-1995",)),
    }


def test_one_thing_may_stand_for_a_list_of_it():
    item = some_evidence(by="mao", chain="original", cited="IV.12", challenged_by="c")
    assert (item.by, item.chain, item.cited, item.challenged_by) == (
        *(("mao",), ("original",), ("IV.12",), ("c",)),
    )
    assert a_claim(held_by="kim").held_by == ("kim",)


def test_bare_numbers_serve_as_names_and_as_years():
    claim = a_claim(part=4, when=1950)
    assert (claim.part, claim.when) == ("4", parse_edtf("1950"))
    assert some_evidence(locator=12).locator == parse_locator("12")


def test_line_breaks_of_a_block_are_folded():
    assert a_claim(text="It was\n  so.\n").text == "It was so."


@pytest.mark.parametrize(
    "fields",
    [
        {"text": ""},
        {"text": " \n"},
        {"kind": "causl"},
        {"standard": "certainty"},
        {"pro": [{"because": "No premise."}]},
        {"pro": [{"from": []}]},
        {"pro": [{"from": "e", "weight": 1.1}]},
        {"pro": [{"from": "e", "strength": "strong"}]},
        {"when": "spring"},
        {"schools": {"left": "agrees"}},
        {"colour": "red"},
    ],
)
def test_a_claim_that_does_not_fit_is_refused(fields):
    with pytest.raises(ValidationError):
        a_claim(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"chain": "hearsay"},
        {"chain": "translation(english)"},
        {"cited": "12"},
        {"cited": "IV.x"},
        {"grade": "E"},
        {"quote": {"digest": "sha256:abc"}},
        {"locator": {"pge": 5}},
    ],
)
def test_evidence_that_does_not_fit_is_refused(fields):
    with pytest.raises(ValidationError):
        some_evidence(**fields)


@pytest.mark.parametrize(
    "link", ["translation", "translation(ko)", "quoted-in", "quoted-in(weathersby-1993)"]
)
def test_links_of_a_chain_may_say_of_what(link):
    assert some_evidence(chain=[link]).chain == (link,)


def test_expectations_may_be_one_word_or_a_mixed_list():
    read = TypeAdapter(Expectations).validate_python
    before = {"verdict": "contested", "school": "left"}
    assert read("supported") == (Expectation(verdict="supported"),)
    assert read(["supported", before]) == (
        *(Expectation(verdict="supported"), Expectation(verdict="contested", school="left")),
    )
    assert read(before) == (Expectation(verdict="contested", school="left"),)


def test_holders_are_those_who_hold_or_qualify_each_once():
    claim = a_claim(
        held_by=["kim"], scholars={"lee": "qualifies", "kim": "holds", "ro": "rejects", "lim": "silent"}
    )
    assert claim.holders == ("kim", "lee")


@pytest.mark.parametrize(
    ("source", "short"),
    [
        (Source("book", "War", ("Kim, Young", "Lee, A."), parse_edtf("1993-04")), "Kim 1993"),
        (Source("book", "War", ("United Nations",)), "United Nations"),
        (Source("book", "War", issued=parse_edtf("1993")), "War 1993"),
        (Source("book", "War"), "War"),
    ],
)
def test_the_short_form_of_a_source(source, short):
    assert source.short == short


def test_records_cannot_be_changed():
    with pytest.raises(AttributeError):
        a_claim().text = "Otherwise."  # type: ignore[misc]
    assert isinstance(hash(Evidence(shows="So.")), int)
