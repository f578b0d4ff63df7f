"""Tricky parts of the rules on entries, locators, paths and numbers."""

import json
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.check import check_project
from argmap.rules.bad_identifier import arxiv_fault, doi_fault, isbn_fault, issn_fault, orcid_fault
from argmap.rules.example import find_in_example
from argmap.rules.homepage_as_source import is_homepage
from argmap.rules.number_not_shown import numbers_in
from argmap.rules.path_outside_project import leads_out
from argmap.rules.registry import NotCheckedError, find_rule

LOCAL = """
manuscripts = ["gone.txt"]

[texts]
s1 = "claims"
s2 = "claims/a.yaml"
""".lstrip()


def found(rule: str, text: str) -> list[str]:
    """Messages of a rule on records."""
    return [finding.message for finding in find_in_example(find_rule(rule), textwrap.dedent(text))]


def of_entry(rule: str, **fields: object) -> list[str]:
    """Messages of a rule on a map of one source."""
    return found(rule, f"sources:\n  s1: {json.dumps({'type': 'book', 'title': 'The War', **fields})}\n")


@pytest.mark.parametrize(
    "isbn", ["0-306-40615-2", "080442957X", "978-0-306-40615-7", "ISBN-13: 978 3 16 148410 0"]
)
def test_a_good_isbn_is_good_however_it_is_written(isbn: str):
    assert isbn_fault(isbn) is None


def test_two_isbns_may_stand_side_by_side():
    both = "0-306-40615-2, 978-0-306-40615-7 (pbk.)"
    assert of_entry("bad-identifier", ISBN=both) == []
    assert len(of_entry("bad-identifier", ISBN=both.replace("15-2", "15-3"))) == 1


@given(st.integers(0, 10**12 - 1), st.integers(1, 9), st.integers(0, 12))
def test_one_wrong_digit_of_an_isbn_is_always_seen(number: int, change: int, place: int):
    digits = [int(d) for d in f"{number:012}"]
    digits.append(-sum((1, 3)[i % 2] * d for i, d in enumerate(digits)) % 10)
    assert isbn_fault("".join(map(str, digits))) is None
    digits[place] = (digits[place] + change) % 10
    assert isbn_fault("".join(map(str, digits))) is not None


@given(st.text(max_size=40))
def test_whatever_stands_where_a_number_should_is_judged_without_a_crash(text: str):
    for fault in (isbn_fault, issn_fault, doi_fault, arxiv_fault, orcid_fault):
        fault(text)
    for judge in (is_homepage, leads_out, numbers_in):
        judge(text)


def test_other_standard_numbers():
    assert issn_fault("2434-561X") is None
    assert doi_fault("doi:10.1080/01402390.2014.900755") is None
    assert doi_fault("www.tandfonline.com/10.1080/1") is not None
    assert [arxiv_fault(text) for text in ("arXiv:2405.15800v2", "hep-th/9901001")] == [None, None]
    assert arxiv_fault("15800") is not None
    people = [
        {"family": "X", "ORCID": "0000-0002-1825-0098"},
        {"family": "Y", "ORCID": "0000-0001-5109-3700"},
    ]
    assert len(of_entry("bad-identifier", author=people)) == 1


@pytest.mark.parametrize("value", [None, [], {}, True, 3.5, ["978"], 12])
def test_odd_values_in_an_entry_are_no_crash(value: object):
    for rule in (
        "bad-identifier",
        "incomplete-entry",
        "homepage-as-source",
        "tracking-address",
        "duplicate-entry",
    ):
        of_entry(rule, ISBN=value, DOI=value, URL=value, author=value, volume=value, status=value)


def test_a_body_that_is_the_author_may_be_the_publisher():
    assert of_entry("incomplete-entry", author=[{"literal": "The Institute"}], issued="1996") == []
    assert of_entry("incomplete-entry", author=[{"family": "X"}], issued="1996") == [
        "source 's1' (book) has no publisher"
    ]


def test_two_letters_of_one_day_are_told_apart_by_who_got_them():
    letter = "{type: personal_communication, title: Letter, author: [{family: X}], issued: '1950-05-01', %s}"
    same = "sources:\n  a: " + letter % "recipient: [{family: Y}]" + "\n  b: " + letter
    assert len(found("duplicate-entry", same % "recipient: [{family: Y}]" + "\n")) == 1
    assert found("duplicate-entry", same % "recipient: [{family: Z}]" + "\n") == []


def test_one_doi_is_one_work_whatever_the_titles():
    text = "sources:\n  a: {type: book, title: A, DOI: 10.1000/182}\n  b: {type: book, title: B, DOI: '%s'}\n"
    assert len(found("duplicate-entry", text % "https://doi.org/10.1000/182")) == 1
    assert found("duplicate-entry", text % "10.1000/183") == []


@pytest.mark.parametrize(
    ("locator", "lacks"),
    [
        ("{fond: 45, opis: 1, papka: 5, list: 3}", None),
        ("{fond: 45, opis: 1}", "delo or papka and list"),
        ("{page: 14}", None),
        ("{volume: 7, page: 14}", None),
        ("{year: 1950, page: 14}", "volume"),
        ("{year: 1950, volume: 7, document: 3}", None),
        ("{record_group: 59, series: A}", "box or folder or item"),
        ("{scheme: tna, series: FO 371}", "piece"),
        ("p. 14", None),
    ],
)
def test_what_a_locator_needs_goes_by_its_scheme(locator: str, lacks: str | None):
    messages = found("incomplete-locator", f"evidence:\n  e1: {{shows: One., locator: {locator}}}\n")
    assert [message.rpartition("lacks ")[2] for message in messages] == ([lacks] if lacks else [])


def test_a_volume_that_the_entry_gives_need_not_be_given_again():
    text = "evidence:\n  e1: {shows: One., source: s1, locator: {year: 1948, page: 1}}\n"
    text += "sources:\n  s1: {type: book, title: Papers, volume: '6'}\n"
    assert found("incomplete-locator", text) == []


def test_where_hardly_any_evidence_has_a_source_or_place_nothing_is_asked():
    text = "evidence:\n  a: {shows: A., source: s1}\n  b: {shows: B.}\n  c: {shows: C.}\n"
    text += "sources:\n  s1: {type: book, title: S}\n"
    for rule in ("evidence-without-source", "evidence-without-place"):
        with pytest.raises(NotCheckedError):
            found(rule, text)


def test_a_text_that_is_a_folder_or_gone_is_told_where_it_was_named(project):
    root: Path = project(
        {
            "claims/a.yaml": "claims: {a: {text: A.}}\n",
            "evidence/s.json": '[{"id": "s1", "type": "book", "title": "S"}]',
            "argmap.local.toml": LOCAL,
        }
    )
    findings = check_project(root, select=["text-missing"]).findings
    assert [(f.place.line, f.message) for f in findings if f.place] == [
        (1, "the manuscript 'gone.txt' cannot be read: gone.txt: No such file or directory"),
        (4, "the text of source 's1' is a folder: claims"),
        (5, "a text is given for 's2', and no source has that id"),
    ]


@pytest.mark.parametrize(
    ("claim", "shows", "agree"),
    [
        ("Moscow sent 240 guns.", "Two hundred and forty guns were sent.", True),
        ("Moscow sent 240 guns.", "In all 24 guns were sent.", False),
        ("Moscow sent 70,000 men.", "It names 69,450.", True),
        ("Output rose by 9 per cent.", "Output rose by 19 per cent.", False),
        ("Three divisions came.", "They came.", True),
        ("It took 14 days.", "It took long.", True),
    ],
)
def test_a_number_agrees_with_one_that_it_may_round(claim: str, shows: str, agree: bool):
    text = f"claims:\n  a: {{text: '{claim}', for: [e1]}}\nevidence:\n  e1: {{shows: '{shows}'}}\n"
    assert (found("number-not-shown", text) == []) is agree


def test_a_number_may_stand_further_down():
    text = """
    claims:
      a: {text: Moscow sent 240 guns., for: [b]}
      b: {text: The guns came by rail., for: [e1]}
    evidence:
      e1: {shows: The waybill lists 240 guns.}
    """
    assert found("number-not-shown", text) == []


@pytest.mark.parametrize(
    ("when", "made", "agree"),
    [
        ("", "made: 1950", True),
        ("", "made: 1950-05-02", True),
        ("", "made: 1951", False),
        ("", "form: record", True),
        ("when: 1950-05, ", "made: 1951", False),
        ("when: 1947, ", "made: 1951", True),
    ],
)
def test_a_month_agrees_with_any_date_that_may_be_in_it(when: str, made: str, agree: bool):
    text = f"claims:\n  a: {{text: Guns came in May 1950., kind: factual, {when}for: [e1]}}\n"
    assert (
        found("date-not-shown", text + f"evidence:\n  e1: {{shows: Guns came., {made}}}\n") == []
    ) is agree


@pytest.mark.parametrize(
    ("text", "is_topic"),
    [
        ("Stalin's role in May", True),
        ("The question of arms", True),
        ("Who fired first?", True),
        ("Moscow decides.", False),
        ("Kim withdrew.", False),
        ("스탈린은 전쟁을 승인했다.", False),
    ],
)
def test_a_topic_is_told_from_a_statement(text: str, is_topic: bool):
    assert bool(found("topic-not-statement", f'claims: {{a: {{text: "{text}"}}}}')) is is_topic


@pytest.mark.parametrize(
    ("text", "are_two"),
    [
        ("Moscow sent guns in May, and Beijing sent men in June.", True),
        ("Moscow sent guns to Kim. Beijing sent men to Kim.", True),
        ("Moscow sent guns, shells and men to Kim in May.", False),
        ("When Moscow sent guns, Kim attacked the South.", False),
    ],
)
def test_two_claims_are_told_from_one(text: str, are_two: bool):
    assert bool(found("two-claims-in-one", f'claims: {{a: {{text: "{text}"}}}}')) is are_two


@pytest.mark.parametrize(
    ("when", "made", "agree"),
    [
        ("1950-05-20/1950-06", "1950-06-11", True),
        ("1950-05-20/1950-06", "1950-07-11", False),
        ("1950-05-20/1951-06", "1950-06-11", False),
        ("1950-05", "1950-06-11", False),
    ],
)
def test_evidence_from_a_short_stretch_shows_when_it_began(when: str, made: str, agree: bool):
    text = f"claims:\n  a: {{text: From 20 May 1950 on guns came., kind: factual, when: {when}, for: [e1]}}\n"
    text += f"evidence:\n  e1: {{shows: Guns came., form: record, made: {made}}}\n"
    assert (found("date-not-shown", text) == []) is agree


PLACES = """
claims:
  a: {{text: Guns came., kind: {kind}, for: [e1]}}
evidence:
  e1: {{shows: Moor holds that guns came., form: {form}, source: s1, cited: [I.1]}}
  e2: {{shows: Guns were seen., source: s1, locator: p. 4}}
sources:
  s1: {{type: book, title: The War}}
"""


@pytest.mark.parametrize(
    ("kind", "form", "asked"),
    [
        ("factual", "scholarship", True),
        ("causal", "scholarship", False),
        ("historiographical", "scholarship", False),
        ("causal", "testimony", True),
    ],
)
def test_a_view_may_be_cited_from_a_whole_book_and_a_fact_not(kind: str, form: str, asked: bool):
    assert len(found("evidence-without-place", PLACES.format(kind=kind, form=form))) == asked


def test_a_view_that_the_manuscript_quotes_stands_on_a_page():
    note = "\n\n¹ Anna Moor, *The War*, Oslo: Fjord Press, 1961.\n"
    said = PLACES.format(kind="causal", form="scholarship")
    for sentence, asked in (("Moor holds that “guns came down the river by night”.", 1), ("So Moor.", 0)):
        manuscript = f"Chapter I. War\n\n{sentence}¹{note}"
        text = f"{said}manuscript: {json.dumps(manuscript)}\n"
        assert len(found("evidence-without-place", text)) == asked


def test_what_one_note_cites_from_one_work_is_told_once():
    items = "".join(
        f"  e{n}: {{shows: Guns., source: s1, cited: [{note}]}}\n"
        for n, note in enumerate(("I.1", "I.1", "I.2"))
    )
    places = "".join(f"  p{n}: {{shows: Guns., source: s1, locator: p. {n}}}\n" for n in range(4))
    text = f"evidence:\n{items}{places}sources:\n  s1: {{type: book, title: The War}}\n"
    assert found("evidence-without-place", text) == [
        "evidence 'e0' and 'e1' name no place in 's1' (The War)",
        "evidence 'e2' names no place in 's1' (The War)",
    ]
