"""Special cases of the rules on dates."""

import pytest

from argmap.rules.example import find_in_example
from argmap.rules.registry import find_rule


def count(rule: str, text: str) -> int:
    return len(find_in_example(find_rule(rule), text))


def a_link(kind: str, when: str, form: str, made: str, bearing: str = "direct") -> str:
    return (
        f"claims:\n  c: {{text: C., kind: {kind}, when: {when}, for: [{{from: e, bearing: {bearing}}}]}}\n"
        f"evidence:\n  e: {{shows: E., form: {form}, made: {made}}}\n"
    )


@pytest.mark.parametrize(
    ("made", "late"),
    [
        ("1950-07-01", True),
        ("1950-06-30", False),
        ("1950", False),
        ("1951", True),
        ("1951~", False),
        ("1951?", False),
        ("1950-06/1952", False),
        ("../1952", False),
    ],
)
def test_a_record_is_late_only_if_it_certainly_is(made: str, late: bool):
    assert count("evidence-after-effect", a_link("causal", "1950-06", "record", made)) == late


@pytest.mark.parametrize(
    ("kind", "form", "bearing"),
    [
        ("factual", "record", "direct"),
        ("causal", "testimony", "direct"),
        ("causal", "record", "inferential"),
        ("causal", "record", "circumstantial"),
    ],
)
def test_only_a_record_put_directly_to_a_causal_claim_can_be_late(kind: str, form: str, bearing: str):
    assert count("evidence-after-effect", a_link(kind, "1950-06", form, "1960", bearing)) == 0


def test_what_speaks_against_a_claim_may_be_late():
    text = a_link("causal", "1950-06", "record", "1960").replace("for:", "against:")
    assert count("evidence-after-effect", text) == 0


@pytest.mark.parametrize(
    ("when", "made", "early"),
    [
        ("1950-06", "1950-05-31", True),
        ("1950-06/1950-09", "1950-06-15", False),
        ("1950-06/1950-09", "1950-05", True),
        ("1950~", "1940", False),
        ("../1950", "1940", False),
    ],
)
def test_testimony_is_early_only_if_it_is_older_than_the_start(when: str, made: str, early: bool):
    assert count("evidence-before-event", a_link("factual", when, "testimony", made)) == early
    assert count("evidence-before-event", a_link("interpretive", when, "testimony", made)) == 0
    assert count("evidence-before-event", a_link("factual", when, "record", made)) == 0


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("made: 1950, published: 1949", 1),
        ("made: 1950, published: 1949, available: 1948", 2),
        ("made: 1950, published: 1950-06", 0),
        ("made: 1950~, published: 1949", 0),
        ("published: 1954, available: 1994", 0),
        ("made: 1950, published: 2009, available: 1994", 0),
    ],
)
def test_only_certain_contradictions_count(fields: str, wrong: int):
    assert count("impossible-dates", f"evidence:\n  e: {{shows: E., {fields}}}\n") == wrong


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("type: book, issued: {date-parts: [[1949]]}", 1),
        ("type: book, issued: {date-parts: [[1949], [1955]]}", 0),
        ("type: book, issued: {date-parts: [[1949]], circa: true}", 0),
        ("type: webpage, issued: {date-parts: [[1949]]}", 0),
        ("type: collection, archive: State Archive, issued: {date-parts: [[1949]]}", 0),
    ],
)
def test_no_document_stands_in_a_book_older_than_itself(source: str, wrong: int):
    text = f"evidence:\n  e: {{shows: E., source: s, made: 1950}}\nsources:\n  s: {{title: S, {source}}}\n"
    assert count("impossible-dates", text) == wrong


@pytest.mark.parametrize(
    ("kind", "scheme", "early"),
    [
        ("interpretive", "sign", True),
        ("interpretive", "cause", False),
        ("factual", "sign", False),
    ],
)
def test_a_cause_known_by_signs_alone_may_be_older_than_they_are(kind: str, scheme: str, early: bool):
    text = (
        "claims:\n  c: {text: Guards came., kind: causal, when: 1950-01, for: [{from: d, scheme: cause}]}\n"
        f"  d: {{text: The town was afraid., kind: {kind}, when: 1950-02, "
        f"for: [{{from: e, scheme: {scheme}}}]}}\n"
        "evidence:\n  e: {shows: The mayor spoke of thieves., form: record, made: 1950-02-03}\n"
    )
    assert count("effect-before-cause", text) == (not early)
