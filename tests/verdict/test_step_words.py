"""The steps of a grade in words."""

import pytest

from argmap.model.records import Evidence
from argmap.verdict.grades import STARTS, TABLES, Step, grade
from argmap.verdict.step_words import step_reason, step_words

WORDS = [(table, word) for table, words in TABLES.items() if table != "strength" for word in words]


@pytest.mark.parametrize(("table", "word"), WORDS)
def test_every_word_of_the_grade_tables_has_a_reason_of_its_own(table, word):
    said = step_reason(Step(table, word, 0))
    assert said != f"{table} {word}"
    assert [each for each in WORDS if step_reason(Step(*each, 0)) == said] == [(table, word)]


def test_what_changes_nothing_is_left_out_and_the_start_is_told_first():
    told = list(step_words(grade(Evidence(shows="x", form="record", witness="actor"), bearing="inferential")))
    assert told == ["a record of the act itself starts at firm (4)", "bears on it by inference −1"]


def test_a_grade_held_to_the_scale_says_so():
    told = list(step_words(grade(Evidence(shows="x", form="record"), tendency="against-interest")))
    assert told[-1] == "no higher than firm (4)"
    assert list(step_words(grade(Evidence(shows="x", authenticity="forged")))) == [
        "forged: it counts for nothing"
    ]


def test_every_table_but_the_starts_tells_its_step_with_a_sign():
    assert set(STARTS) <= set(TABLES)
    assert list(step_words(grade(Evidence(shows="x", form="testimony"), tendency="propaganda")))[1] == (
        "propaganda −2"
    )
