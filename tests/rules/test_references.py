"""Special cases of the rules on links between records, and on the bibliography."""

import pytest

from argmap.model.finding import Severity
from argmap.rules.example import find_in_example
from argmap.rules.phrases import named, ranges
from argmap.rules.registry import NotCheckedError, find_rule


def messages(rule: str, text: str) -> list[str]:
    return [finding.message for finding in find_in_example(find_rule(rule), text)]


def test_a_misspelt_id_is_offered_among_the_kinds_that_fit():
    text = (
        "claims:\n  c: {text: C., for: [war-dairy], held_by: [war-dairy]}\n"
        "evidence:\n  war-diary: {shows: E.}\nscholars:\n  ward-ian: {name: Ian Ward}\n"
    )
    found = find_in_example(find_rule("dangling-reference"), text)
    assert [finding.help for finding in found] == [
        "did you mean 'war-diary'?",
        "add the scholar, or mend the id",
    ]


def test_a_challenge_by_no_claim_dangles_and_one_by_evidence_is_of_the_wrong_kind():
    text = (
        "evidence:\n  e1: {shows: One., challenged_by: [gone, e2]}\n  e2: {shows: Two.}\n"
        "claims:\n  c: {text: C.}\n"
    )
    assert messages("dangling-reference", text) == [
        "there is no claim 'gone', named under 'challenged_by' of evidence 'e1'"
    ]
    assert messages("wrong-kind", text) == [
        "'e2' is evidence, and 'challenged_by' of evidence 'e1' takes a claim"
    ]


def test_a_source_that_is_named_anywhere_is_used():
    text = (
        "claims:\n  c: {text: C., schools: {s: {stance: holds, cite: [a]}}, "
        "scholars: {k: {stance: holds, cite: b}}}\n"
        "evidence:\n  e: {shows: E., source: f, chain: [original, quoted-in(g)]}\n"
        "schools:\n  s: {name: S, cite: c1}\nscholars:\n  k: {name: K, works: d}\n"
        "sources:\n  a: {title: A, custom: {edition_of: h}}\n  b: {title: B}\n  c1: {title: C}\n"
        "  d: {title: D}\n  f: {title: F}\n  g: {title: G}\n  h: {title: H}\n  z: {title: Zoo}\n"
    )
    assert messages("unused-source", text) == ["no record cites source 'z' (Zoo)"]


def test_an_unlisted_source_that_nothing_cites_is_no_gap_of_the_manuscript():
    text = (
        "claims:\n  c: {text: C.}\nscholars:\n  k: {name: K, works: [a]}\n"
        "sources:\n  a: {title: A, custom: {listed: false}}\n"
    )
    assert messages("unlisted-source", text) == []


def test_an_unlisted_source_shows_where_it_is_cited():
    items = "".join(f"  e{i}: {{shows: E., source: a}}\n" for i in range(9))
    text = f"evidence:\n{items}sources:\n  a: {{title: A, custom: {{listed: false}}}}\n"
    (finding,) = find_in_example(find_rule("unlisted-source"), text)
    assert "is cited 9 times" in finding.message
    assert [related.message for related in finding.related[:1]] == ["named under 'source' of evidence 'e0'"]
    assert len(finding.related) == 5


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("note-without-evidence", "no manuscript is here, and no part in the settings has a number of notes"),
        ("evidence-for-no-note", "no manuscript is here, and the settings name no parts of it"),
        ("claim-without-holder", "the project names no scholars and no schools"),
    ],
)
def test_a_rule_that_cannot_run_says_why(rule: str, reason: str):
    with pytest.raises(NotCheckedError, match=reason):
        messages(rule, "claims:\n  c: {text: C.}\n")


def test_every_part_with_notes_gets_one_finding():
    text = (
        "settings: |\n  [parts]\n  I = {title = 'One', notes = 5}\n  II = {title = 'Two', notes = 1}\n"
        "  III = {title = 'Three', notes = 2}\n  IV = 'Four'\n"
        "evidence:\n  e: {shows: E., cited: [I.2, II.1, I.9, V.1]}\n"
    )
    assert messages("note-without-evidence", text) == [
        "4 of the 5 notes of part 'I' have no evidence: 1, 3-5",
        "2 of the 2 notes of part 'III' have no evidence: 1, 2",
    ]


def test_lists_are_cut_and_counted():
    assert named([]) == ""
    assert named(["a"]) == "'a'"
    assert named([str(i) for i in range(9)]) == "'0', '1', '2', '3', '4' and 4 more"
    assert ranges([]) == ""
    assert ranges([7]) == "7"


def test_an_unlisted_source_that_is_listed_by_nearly_the_same_name_is_a_note():
    text = (
        "evidence:\n  e: {shows: E., source: a}\nsources:\n"
        "  a: {type: book, title: The Mills of the Valley and its River, issued: 1983,"
        " author: [{family: Baker, given: A.}], custom: {listed: false}}\n"
        "  b: {type: book, title: The Mills in the Valley and its River, issued: 1982,"
        " author: [{family: Baker, given: Ann}]}\n"
        "  c: {type: book, title: Flour and Water, author: [{family: Baker, given: Ann}]}\n"
    )
    (finding,) = find_in_example(find_rule("unlisted-source"), text)
    assert finding.message.endswith("does not list it but as 'b'")
    assert finding.severity is Severity.NOTE


def test_editions_of_an_unlisted_work_are_told_together():
    text = (
        "evidence:\n  e: {shows: E., source: a}\n  f: {shows: F., source: b}\n  g: {shows: G., source: c}\n"
        "sources:\n  a: {title: A, custom: {listed: false, edition_of: b}}\n"
        "  b: {title: Bread, custom: {listed: false}}\n  c: {title: Coal, custom: {listed: false}}\n"
    )
    assert messages("unlisted-source", text) == [
        "source 'b' is cited 2 times, also as 'a', and the manuscript's bibliography does not list it",
        "source 'c' is cited once, and the manuscript's bibliography does not list it",
    ]
