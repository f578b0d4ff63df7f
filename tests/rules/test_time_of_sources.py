"""Special cases of the rules on when documents were made, read and used."""

import textwrap

import pytest

from argmap.rules.example import find_in_example
from argmap.rules.registry import find_rule


def messages(rule: str, text: str) -> list[str]:
    return [f.message for f in find_in_example(find_rule(rule), textwrap.dedent(text))]


@pytest.mark.parametrize(("available", "found"), [("1994", 1), ("1981", 0), ("1994?", 0), ("1977/..", 0)])
def test_a_work_cannot_give_what_could_not_be_read(available: str, found: int):
    text = f"""
    evidence:
      e1: {{shows: One., made: 1950, available: "{available}", chain: [original, quoted-in(w)]}}
    sources:
      w: {{type: book, title: W, issued: {{date-parts: [[1981]]}}}}
    """
    assert len(messages("used-before-available", text)) == found


def test_the_document_itself_is_older_than_its_release():
    text = """
    evidence:
      e1: {shows: One., made: 1950, available: 1994, source: d}
    sources:
      d: {type: report, title: D, issued: {date-parts: [[1950]]}}
    """
    assert messages("used-before-available", text) == []


def test_nobody_rests_on_a_work_that_is_still_to_come():
    text = """
    evidence:
      e1: {shows: One., made: 1980, form: scholarship, rests_on: [w]}
    sources:
      w: {type: book, title: W, issued: {date-parts: [[1981]]}}
    """
    assert messages("used-before-available", text) == [
        "evidence 'e1' of 1980 is said to rest on 'w', which came out in 1981"
    ]


def test_a_turning_point_may_be_made_one_by_what_came_later():
    text = """
    claims:
      a: {text: A., kind: interpretive, when: 1945, for: [{from: b, scheme: cause}]}
      b: {text: B., when: 1946}
    """
    assert messages("effect-before-cause", text) == []
    assert len(messages("effect-before-cause", text.replace("interpretive", "causal"))) == 1


def test_a_reason_of_the_same_time_could_be_known():
    text = """
    claims:
      a: {text: A., when: 1950-06/1950-09, for: [{from: b, scheme: practical-reasoning}]}
      b: {text: B., when: 1950-08}
    """
    assert messages("known-too-late", text) == []


CARRIED = """
evidence:
  e1: {shows: One., form: record, by: kim, made: 1950, source: w}
scholars:
  moor: {name: Anna Moor, works: [w]}
sources:
  w: {type: book, title: W, issued: {date-parts: [[1981]]}}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by: kim", "by: moor"),
        ("made: 1950", "made: 1981"),
        ("form: record", "form: scholarship"),
        ("title: W,", "title: W, archive: Here,"),
        ("works: [w]", "works: []"),
    ],
)
def test_what_may_be_the_document_itself_needs_no_carrier(old: str, new: str):
    assert len(messages("carrier-unrecorded", CARRIED)) == 1
    assert messages("carrier-unrecorded", CARRIED.replace(old, new)) == []
