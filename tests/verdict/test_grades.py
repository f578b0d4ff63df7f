"""What a piece of evidence is worth: every table, the clamps, and what a project may change."""

import pytest

from argmap.model.edtf import parse_edtf
from argmap.model.errors import SettingsError, UnknownNameError
from argmap.model.settings import Settings
from argmap.verdict.grades import TABLES, Grading, Step, grade, tables
from argmap.verdict.judgement import judge
from makers import a_claim, a_project, some_evidence


def worth(link: dict[str, object] | None = None, **fields: object) -> int:
    """What evidence of these fields is worth where a link reads it so."""
    return grade(some_evidence(**fields), **(link or {})).value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("form", "start"), [("record", 4), ("testimony", 3), ("scholarship", 2), ("derived", 1), (None, 2)]
)
def test_the_form_gives_the_start_and_nothing_recorded_counts_as_limited(form, start):
    assert worth(form=form) == start


def test_nothing_recorded_is_told_as_such():
    assert str(grade(some_evidence(form=None))) == "limited: form unrecorded 2"


@pytest.mark.parametrize(
    ("word", "steps"), [("verified", 0), ("accepted", 0), ("unknown", 0), ("doubted", -1), ("disputed", -2)]
)
def test_authenticity_moves_the_grade(word, steps):
    assert worth(form="record", authenticity=word) == 4 + steps


def test_forged_evidence_is_excluded_whatever_else_is_recorded():
    assert worth(form="record", authenticity="forged") == 0
    assert worth(form="record", authenticity="forged", grade="A") == 0
    assert worth({"tendency": "against-interest"}, form="record", authenticity="forged") == 0


@pytest.mark.parametrize(
    ("chain", "steps"),
    [
        ("original", 0),
        ("facsimile", 0),
        ("edition", 0),
        ("translation(ko)", 0),
        (["translation", "translation"], -1),
        (["translation(ru)", "edition", "translation(en)"], -1),
        (["translation", "translation", "translation"], -2),
        ("excerpt", -1),
        ("quoted-in", -2),
        ("quoted-in(weathersby-1993)", -2),
        (["original", "excerpt", "translation(ko)"], -1),
    ],
)
def test_the_chain_moves_the_grade_and_only_a_second_translation_costs(chain, steps):
    assert worth(form="record", chain=chain) == 4 + steps


@pytest.mark.parametrize(
    ("word", "steps"), [("actor", 0), ("eyewitness", 0), ("informed", 0), ("hearsay", -1)]
)
def test_nearness_of_the_witness_moves_the_grade(word, steps):
    assert worth(form="testimony", witness=word) == 3 + steps


@pytest.mark.parametrize(
    ("word", "steps"),
    [("against-interest", 1), ("neutral", 0), ("interested", 0), ("self-serving", -1), ("propaganda", -2)],
)
def test_tendency_moves_the_grade_on_the_link(word, steps):
    assert worth({"tendency": word}, form="testimony") == 3 + steps


@pytest.mark.parametrize(
    ("word", "steps"), [("direct", 0), ("inferential", -1), ("circumstantial", -2), ("silence", -2)]
)
def test_bearing_moves_the_grade_on_the_link(word, steps):
    assert worth({"bearing": word}, form="record") == 4 + steps


@pytest.mark.parametrize(("letter", "start"), [("A", 4), ("B", 3), ("C", 2), ("D", 1)])
def test_an_admiralty_letter_stands_in_place_of_the_documents_facts(letter, start):
    assert worth(form="derived", chain="quoted-in", witness="hearsay", grade=letter) == start


def test_an_admiralty_letter_leaves_what_the_link_says():
    assert worth({"bearing": "inferential"}, grade="A") == 3
    assert worth({"tendency": "against-interest"}, grade="B") == 4


def test_grades_are_clamped_at_weak_and_at_firm():
    assert worth({"bearing": "silence", "tendency": "propaganda"}, form="derived") == 1
    assert worth({"tendency": "against-interest"}, form="record") == 4


def test_steps_add_up_before_they_are_clamped():
    assert worth({"tendency": "against-interest", "bearing": "inferential"}, form="record") == 4
    link = {"tendency": "against-interest", "bearing": "circumstantial"}
    assert worth(link, form="derived", authenticity="doubted") == 1
    assert worth(link, form="record") == 3


TEN_YEARS_LATER = "1960-06-25"  # 3653 days after


@pytest.mark.parametrize(
    ("event", "made", "late"),
    [
        ("1950-06-25", TEN_YEARS_LATER, False),
        ("1950-06-25", "1960-06-26", True),
        ("1950", "1961-01-01", True),
        ("1950", "1960", False),  # perhaps ten years, perhaps not
        ("1950-06/1953-07", "1961", False),  # from the end of the event, not its beginning
        ("1950-06/1953-07", "1964", True),
        ("1950-06-25", "1955/1970", False),  # perhaps written at once
        ("1950/..", "1990", False),
        ("1950", "../1990", False),
        (None, "1990", False),
        ("1950", None, False),
    ],
)
def test_testimony_is_late_only_where_the_dates_prove_ten_years(event, made, late):
    link = {"event": parse_edtf(event) if event else None}
    assert worth(link, form="testimony", made=made) == (2 if late else 3)


@pytest.mark.parametrize("form", ["record", "scholarship"])
def test_only_testimony_can_be_late(form):
    assert worth({"event": parse_edtf("1950")}, form=form, made="1990") == worth(form=form)


def test_lateness_counts_against_the_date_of_the_claim_that_it_is_put_to():
    project = a_project(
        {
            "a": a_claim(when="1950", pro=["memoir"]),
            "b": a_claim(when="1969", pro=["memoir"]),
            "c": a_claim(pro=["memoir"]),
        },
        {"memoir": some_evidence(form="testimony", made="1970")},
    )
    grades = {key: v.grade for key, v in judge(project).verdicts.items()}
    assert grades == {"a": "limited", "b": "good", "c": "good"}


def test_an_admiralty_letter_is_not_late():
    assert worth({"event": parse_edtf("1950")}, form="testimony", made="1990", grade="B") == 3


def test_every_step_that_counts_is_told():
    item = some_evidence(
        form="testimony", authenticity="doubted", witness="hearsay", chain=["original", "excerpt"]
    )
    told = str(grade(item, tendency="against-interest", bearing="inferential"))
    assert told == (
        "weak: form testimony 3, authenticity doubted -1, chain excerpt -1, witness hearsay -1, "
        "tendency against-interest +1, bearing inferential -1"
    )


def test_a_start_of_nothing_is_told_too():
    changed = tables({"form": {"derived": 0}})
    assert str(grade(some_evidence(form="derived"), table=changed)) == "weak: form derived 0"
    with_step = grade(some_evidence(form="derived", chain="excerpt"), table=changed)
    assert str(with_step) == "weak: form derived 0, chain excerpt -1"


def test_a_grading_without_steps_is_its_word():
    assert str(Grading(0, (Step("authenticity", "forged", 0),))) == "nothing"


def test_the_tables_are_those_of_the_design():
    assert set(TABLES) == {
        *("form", "grade", "authenticity", "chain", "witness", "tendency", "bearing", "strength")
    }
    assert TABLES["strength"] == {"firm": 4, "good": 3, "limited": 2, "weak": 1}


def test_changed_tables_leave_ours_alone():
    assert tables({"form": {"testimony": 1}})["form"]["testimony"] == 1
    assert TABLES["form"]["testimony"] == 3
    assert tables({}) == TABLES


def test_an_unknown_table_or_word_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match="no grade table 'witnes'; did you mean 'witness'"):
        tables({"witnes": {"hearsay": -2}})
    with pytest.raises(UnknownNameError, match="did you mean 'hearsay'"):
        tables({"witness": {"heresay": -2}})
    with pytest.raises(UnknownNameError, match="forged"):
        tables({"authenticity": {"forged": 0}})


@pytest.mark.parametrize("table", ["form", "grade", "strength"])
@pytest.mark.parametrize("start", [-1, 5])
def test_an_impossible_start_is_refused(table, start):
    word = next(iter(TABLES[table]))
    with pytest.raises(SettingsError, match="is not in 0 … 4"):
        tables({table: {word: start}})


@pytest.mark.parametrize("start", [0, 4])
def test_the_ends_of_the_scale_are_possible_starts(start):
    assert tables({"form": {"record": start}})["form"]["record"] == start


def settings_with(**steps: dict[str, int]) -> Settings:
    return Settings(verdicts={"steps": steps})  # type: ignore[arg-type]  # pydantic reads the mapping


def test_a_projects_own_steps_change_its_verdicts():
    claims = {"c": a_claim(pro=["memoir"], con=["book"])}
    evidence = {"memoir": some_evidence(form="testimony"), "book": some_evidence(form="scholarship")}
    assert judge(a_project(claims, evidence))["c"].verdict == "supported"
    harsher = settings_with(form={"testimony": 2})
    assert judge(a_project(claims, evidence, settings=harsher))["c"].verdict == "contested"


def test_a_projects_own_strengths_change_its_verdicts():
    claims = {"c": a_claim(pro=[{"from": "act", "strength": "good"}])}
    evidence = {"act": some_evidence()}
    assert judge(a_project(claims, evidence))["c"].grade == "good"
    harsher = settings_with(strength={"good": 1})
    assert judge(a_project(claims, evidence, settings=harsher))["c"].grade == "weak"
    void = settings_with(strength={"good": 0})
    assert judge(a_project(claims, evidence, settings=void))["c"].verdict == "unsupported"
