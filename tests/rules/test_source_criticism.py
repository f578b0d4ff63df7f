"""Special cases of the rules on what claims rest on, and on who made it."""

import textwrap

import pytest

from argmap.rules.example import find_in_example
from argmap.rules.registry import find_rule


def messages(rule: str, text: str) -> list[str]:
    return [f.message for f in find_in_example(find_rule(rule), textwrap.dedent(text))]


ARCHIVES = """
settings: |
  thesis = "a"
claims:
  a: {text: A., for: [b, c]}
  b: {text: B., for: [e1]}
  c: {text: C., for: [e2]}
evidence:
  e1: {shows: One., form: record, source: s1}
  e2: {shows: Two., form: record, source: s2}
sources:
  s1: {type: document, title: One, archive: Here}
  s2: {type: document, title: Two, archive: Here}
"""


def test_evidence_below_the_premises_counts_for_its_archive():
    assert messages("one-archive", ARCHIVES) == ["all that supports claim 'a' lies in one archive (Here)"]


def test_a_work_that_is_in_no_archive_is_elsewhere():
    assert messages("one-archive", ARCHIVES.replace(", archive: Here}\n  s2", "}\n  s2")) == []


def test_only_important_claims_are_asked_for_a_second_archive():
    assert messages("one-archive", ARCHIVES.replace('thesis = "a"', 'title = "A"')) == []


def test_one_document_is_left_to_another_rule():
    text = ARCHIVES.replace("source: s2", "source: s1")
    assert messages("one-archive", text) == []


def test_what_falls_away_is_no_second_archive():
    """An argument that is worth nothing supports nothing."""
    text = ARCHIVES.replace("c: {text: C., for: [e2]}", "c: {text: C., for: [e2, e3]}").replace(
        "sources:", "  e3: {shows: Three., authenticity: forged}\nsources:"
    )
    assert len(messages("one-archive", text)) == 1


def test_claims_in_a_circle_have_one_base():
    text = """
    settings: |
      thesis = "a"
    claims:
      a: {text: A., for: [b, e1]}
      b: {text: B., for: [a, e2]}
    evidence:
      e1: {shows: One., form: testimony}
      e2: {shows: Two., form: testimony}
    """
    assert messages("untriangulated-key-claim", text) == [
        "claim 'a' rests on testimony alone",
        "claim 'b' rests on testimony alone",
    ]
    assert (
        messages("untriangulated-key-claim", text.replace("Two., form: testimony", "Two., form: record"))
        == []
    )


def test_an_actor_tells_of_his_own_acts():
    text = """
    claims:
      a: {text: A., for: [e1, e2]}
    evidence:
      e1: {shows: One., form: testimony, by: me, document: d1}
      e2: {shows: Two., form: testimony, by: me, document: d2}
    """
    assert len(messages("one-witness", text)) == 1
    assert messages("one-witness", text.replace("document: d2", "document: d2, witness: actor")) == []
    assert messages("one-witness", text.replace("by: me, document: d2", "by: [me, you], document: d2")) == []
    assert messages("one-witness", text.replace("document: d2", "document: d1")) == []


def test_a_record_of_the_act_is_no_partys_word():
    text = """
    claims:
      a: {text: A., for: [{from: e1, tendency: interested}]}
    evidence:
      e1: {shows: One., form: testimony}
    """
    assert messages("interested-party", text) == [
        "only parties with an interest speak for claim 'a': 'e1' (interested)"
    ]
    assert messages("interested-party", text.replace("form: testimony", "form: record")) == []
    assert messages("interested-party", text.replace("text: A.", "text: A., hedge: perhaps")) == []


@pytest.mark.parametrize(
    ("made", "found"),
    [("1960-06-24", 0), ("1960-07-10", 1), ("1960", 0), ("1962?", 1), ("../1990", 0)],
)
def test_testimony_is_late_only_when_it_surely_is(made: str, found: int):
    text = f"""
    claims:
      a: {{text: A., when: 1950-06-25, for: [e1]}}
    evidence:
      e1: {{shows: One., form: testimony, made: "{made}"}}
    """
    assert len(messages("late-testimony", text)) == found


def test_scholarship_on_what_scholars_hold_is_in_its_place():
    text = """
    claims:
      a: {text: A., kind: factual, for: [b]}
      b: {text: B., for: [e1]}
    evidence:
      e1: {shows: One., form: scholarship}
    """
    assert messages("only-scholarship", text) == ["factual claim 'a' rests on secondary works alone: 'e1'"]
    assert messages("only-scholarship", text.replace("factual", "historiographical")) == []
    assert messages("only-scholarship", text.replace("form: scholarship", "source: s1")) == []


QUOTED = """
claims:
  a: {text: A., for: [e1, e2]}
evidence:
  e1: {shows: One., form: record, document: d1, chain: [original, quoted-in(w)]}
  e2: {shows: Two., form: record, document: d2, chain: [original, quoted-in(v)]}
sources:
  w: {type: book, title: W}
  v: {type: book, title: V}
"""


def test_two_documents_known_from_one_book_are_one_voice():
    one = QUOTED.replace("quoted-in(v)", "quoted-in(w)")
    assert messages("shared-ancestor", one) == [
        "all that speaks for claim 'a' goes back to 'w': 'e1' and 'e2'"
    ]
    assert messages("shared-ancestor", QUOTED) == []


def test_two_editions_are_one_ancestor():
    text = QUOTED.replace("title: V}", "title: V, custom: {edition_of: w}}")
    assert len(messages("shared-ancestor", text)) == 1


def test_documents_printed_in_one_volume_are_not_derived_from_it():
    text = """
    claims:
      a: {text: A., for: [e1, e2]}
    evidence:
      e1: {shows: One., form: record, document: d1, source: w}
      e2: {shows: Two., form: record, document: d2, source: w}
    sources:
      w: {type: book, title: W}
    """
    assert messages("shared-ancestor", text) == []


def test_a_work_of_the_authors_in_another_edition_is_the_authors():
    text = """
    settings: |
      author = "moor"
    claims:
      a: {text: A., held_by: moor, for: [e1]}
    evidence:
      e1: {shows: One., form: scholarship, source: m2}
    scholars:
      moor: {name: Anna Moor, works: [m1]}
    sources:
      m1: {type: book, title: M}
      m2: {type: book, title: M, custom: {edition_of: m1}}
    """
    assert messages("circular-through-sources", text) == [
        "evidence 'e1' for claim 'a' is from 'm2', by 'moor' who holds the claim"
    ]
    assert messages("circular-through-sources", text.replace("form: scholarship", "form: record")) == []


@pytest.mark.parametrize(
    ("hedge", "found"), [("seems", 1), ("to some extent", 0), ("relatively well", 0), ("it can be argued", 0)]
)
def test_words_of_degree_are_no_hedge_to_hand_up(hedge: str, found: int):
    text = f"""
    claims:
      a: {{text: A., for: [b]}}
      b: {{text: B., hedge: {hedge}, for: [e1]}}
    evidence:
      e1: {{shows: One., form: record}}
    """
    assert len(messages("hedge-dropped", text)) == found


@pytest.mark.parametrize(("kind", "found"), [("factual", 1), ("causal", 0)])
def test_a_flat_inference_beside_a_guarded_one_carries_the_step(kind: str, found: int):
    text = f"""
    claims:
      a: {{text: A., for: [{{from: [b, c]}}]}}
      b: {{text: B., hedge: seems, for: [e1]}}
      c: {{text: C., kind: {kind}, for: [e1]}}
    evidence:
      e1: {{shows: One., form: record}}
    """
    assert len(messages("hedge-dropped", text)) == found


def test_a_caution_about_worth_is_no_hedge_to_hand_up():
    text = """
    claims:
      a: {text: A., for: [b]}
      b: {text: B., kind: evaluative, hedge: seems, for: [e1]}
    evidence:
      e1: {shows: One., form: record}
    """
    assert messages("hedge-dropped", text) == []
    assert len(messages("hedge-dropped", text.replace("evaluative", "causal"))) == 1


@pytest.mark.parametrize(("kind", "found"), [("memoir", 1), ("telegram", 0), ("minutes", 0), ("letter", 1)])
def test_reports_made_in_office_are_not_one_witness(kind: str, found: int):
    text = f"""
    claims:
      a: {{text: A., for: [e1, e2]}}
    evidence:
      e1: {{shows: One., form: testimony, kind: {kind}, by: guard}}
      e2: {{shows: Two., form: testimony, kind: {kind}, by: guard}}
    """
    assert len(messages("one-witness", text)) == found


@pytest.mark.parametrize(("tendency", "told"), [("interested", "note"), ("propaganda", "warning")])
def test_a_mere_interest_is_a_note(tendency: str, told: str):
    text = f"""
    claims:
      a: {{text: A., for: [{{from: e1, tendency: {tendency}}}]}}
    evidence:
      e1: {{shows: One., form: testimony}}
    """
    found = find_in_example(find_rule("interested-party"), textwrap.dedent(text))
    assert [str(each.severity) for each in found] == [told]


def test_statistics_may_show_a_fact():
    text = """
    claims:
      a: {text: A., kind: factual, for: [e1]}
    evidence:
      e1: {shows: One., form: derived, kind: statistics}
    """
    assert messages("only-scholarship", text) == []
    assert len(messages("only-scholarship", text.replace("statistics", "book"))) == 1


def test_a_silence_that_a_scholar_tells_of_is_a_note():
    text = """
    claims:
      a: {text: A., for: [{from: e1, bearing: silence}, {from: e2, bearing: silence}]}
    evidence:
      e1: {shows: One., form: record}
      e2: {shows: Two., form: scholarship}
    """
    found = find_in_example(find_rule("silence-unsearched"), textwrap.dedent(text))
    assert [str(each.severity) for each in found] == ["warning", "note"]


def test_support_of_its_own_makes_up_for_a_hedge_below():
    text = """
    claims:
      a: {text: A., for: [b, e1]}
      b: {text: B., hedge: seems, for: [e1]}
    evidence:
      e1: {shows: One., form: record}
    """
    assert messages("hedge-dropped", text) == []


def test_silence_of_a_claim_is_looked_for_in_its_evidence():
    text = """
    claims:
      a: {text: A., for: [{from: b, scheme: ignorance}]}
      b: {text: B., for: [e1], against: [{from: e2, bearing: silence}]}
    evidence:
      e1: {shows: One., form: record}
      e2: {shows: Two., form: record}
    """
    assert messages("silence-unsearched", text) == [
        "evidence 'e2' is read as silence against claim 'b', and nothing tells what was searched"
    ]


def test_a_letter_that_is_silent_itself_needs_no_search():
    text = """
    claims:
      a: {text: A., for: [{from: e1, bearing: silence}]}
    evidence:
      e1: {shows: The letter does not name it., form: record, made: 1950}
    """
    assert messages("silence-unsearched", text) == []
    assert len(messages("silence-unsearched", text.replace("form: record", "form: scholarship"))) == 1


@pytest.mark.parametrize(
    ("words", "language", "found"),
    [
        ("Башня горит", "ru", 0),
        ("The tower burns", "ru", 1),
        ("The tower burns", "ru-RU", 1),
        ("The tower burns", "en", 0),
        ("1712", "ru", 0),
        ("塔が燃える", "ja", 0),
        ("탑이 탄다", "ko", 0),
        ("塔", "ko", 0),
    ],
)
def test_a_quotation_is_held_against_the_script_of_its_source(words: str, language: str, found: int):
    text = f"""
    evidence:
      e1: {{shows: One., source: s1, quote: {{exact: "{words}"}}}}
    sources:
      s1: {{type: document, title: One, language: {language}}}
    """
    assert len(messages("translation-unrecorded", text)) == found


def test_a_conclusion_may_rest_on_another_conclusion_of_its_part():
    text = """
    claims:
      body: {text: Body., part: I, section: The doors}
      a: {text: A., part: I, section: Conclusion, for: [b]}
      b: {text: B., part: I, section: Conclusion, for: [body]}
      c: {text: C., part: I, section: Conclusion, for: [d]}
      d: {text: D., part: I, section: Conclusion, for: [c]}
    """
    assert messages("chapter-conclusion-unsupported", text) == [
        "claim 'c' concludes part 'I' and rests on nothing that the part shows",
        "claim 'd' concludes part 'I' and rests on nothing that the part shows",
    ]


def test_evidence_belongs_to_the_part_whose_notes_cite_it():
    text = """
    claims:
      body: {text: Body., part: I, section: The doors}
      a: {text: A., part: I, section: Summary, for: [e1]}
    evidence:
      e1: {shows: One., cited: [II.4]}
    """
    assert len(messages("chapter-conclusion-unsupported", text)) == 1
    assert messages("chapter-conclusion-unsupported", text.replace("II.4", "I.4")) == []
    assert messages("chapter-conclusion-unsupported", text.replace(", cited: [II.4]", "")) == []


def test_a_part_that_is_all_conclusion_needs_no_body():
    text = "claims:\n  a: {text: A., part: VII, section: Conclusion, for: [b]}\n  b: {text: B., part: I}\n"
    assert messages("chapter-conclusion-unsupported", text) == []
