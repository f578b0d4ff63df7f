"""The five proof standards, at their thresholds and just below, in grades and in weights."""

import pytest

from argmap.model.settings import VerdictSettings
from argmap.model.vocabulary import STANDARDS
from argmap.verdict.standards import meets, told

GRADES = VerdictSettings()
WEIGHTS = VerdictSettings(setting="carneades")


@pytest.mark.parametrize(
    ("standard", "pro", "con", "met"),
    [
        ("scintilla", 1, 4, True),
        ("scintilla", 0, 0, False),
        ("preponderance", 2, 1, True),
        ("preponderance", 2, 2, False),
        ("preponderance", 1, 0, True),
        ("preponderance", 0, 0, False),
        ("clear-and-convincing", 3, 1, True),
        ("clear-and-convincing", 2, 0, False),  # strong enough only from 3
        ("clear-and-convincing", 3, 2, False),  # a lead of 2
        ("clear-and-convincing", 4, 2, True),
        ("clear-and-convincing", 4, 3, False),
        ("beyond-reasonable-doubt", 4, 1, True),
        ("beyond-reasonable-doubt", 4, 2, False),
        ("beyond-reasonable-doubt", 3, 0, False),
        ("dialectical-validity", 1, 0, True),
        ("dialectical-validity", 4, 1, False),
        ("dialectical-validity", 0, 0, False),
    ],
)
def test_standards_in_grades(standard, pro, con, met):
    assert meets(standard, pro, con, GRADES) is met


@pytest.mark.parametrize(
    ("standard", "pro", "con", "met"),
    [
        ("scintilla", 0.01, 1.0, True),
        ("scintilla", 0, 0, False),
        ("preponderance", 0.5, 0.49, True),
        ("preponderance", 0.5, 0.5, False),
        ("clear-and-convincing", 0.41, 0.1, True),
        ("clear-and-convincing", 0.4, 0, False),  # over alpha, not at it
        ("clear-and-convincing", 0.75, 0.5, False),
        ("clear-and-convincing", 0.75, 0.25, True),
        ("beyond-reasonable-doubt", 0.75, 0.19, True),
        ("beyond-reasonable-doubt", 0.75, 0.2, False),  # under gamma, not at it
        ("beyond-reasonable-doubt", 0.4, 0, False),
        ("dialectical-validity", 0.1, 0, True),
        ("dialectical-validity", 1.0, 0.01, False),
    ],
)
def test_standards_in_weights(standard, pro, con, met):
    assert meets(standard, pro, con, WEIGHTS) is met


def test_the_lead_of_clear_and_convincing_is_over_beta_not_at_it():
    exact = VerdictSettings(setting="carneades", carneades={"alpha": 0.25, "beta": 0.25, "gamma": 0.5})  # type: ignore[arg-type]
    assert not meets("clear-and-convincing", 0.75, 0.5, exact)
    assert meets("clear-and-convincing", 0.75, 0.25, exact)
    assert not meets("beyond-reasonable-doubt", 1.0, 0.5, exact)
    assert meets("beyond-reasonable-doubt", 1.0, 0.25, exact)


@pytest.mark.parametrize("settings", [GRADES, WEIGHTS])
def test_no_standard_is_met_by_nothing(settings):
    assert not any(meets(standard, 0, 0, settings) for standard in STANDARDS)


@pytest.mark.parametrize("settings", [GRADES, WEIGHTS])
def test_an_unknown_standard_is_an_error(settings):
    with pytest.raises(ValueError, match="no proof standard 'balance'"):
        meets("balance", 1, 0, settings)


def test_thresholds_of_the_settings_count():
    own = VerdictSettings(
        thresholds={  # type: ignore[arg-type]
            "scintilla": 2,
            "clear-and-convincing": 2,
            "clear-and-convincing-lead": 1,
            "beyond-reasonable-doubt": 3,
            "reasonable-doubt": 2,
        }
    )
    assert not meets("scintilla", 1, 0, own)
    assert meets("scintilla", 2, 4, own)
    assert meets("clear-and-convincing", 2, 1, own)
    assert not meets("clear-and-convincing", 1, 0, own)
    assert meets("beyond-reasonable-doubt", 3, 2, own)
    assert not meets("beyond-reasonable-doubt", 4, 3, own)


def test_a_standard_is_told_with_its_thresholds():
    assert [told(standard, GRADES) for standard in STANDARDS] == [
        "scintilla (for >= 1)",
        "preponderance (for > against)",
        "clear-and-convincing (for >= 3, for - against >= 2)",
        "beyond-reasonable-doubt (for >= 4, against <= 1)",
        "dialectical-validity (for >= 1, against = 0)",
    ]
    assert [told(standard, WEIGHTS) for standard in STANDARDS] == [
        "scintilla (any argument for)",
        "preponderance (for > against)",
        "clear-and-convincing (for > 0.4, for - against > 0.3)",
        "beyond-reasonable-doubt (for > 0.4, for - against > 0.3, against < 0.2)",
        "dialectical-validity (for, and nothing against)",
    ]


def test_thresholds_of_the_settings_are_told():
    own = VerdictSettings(
        thresholds={"clear-and-convincing": 2, "reasonable-doubt": 3},  # type: ignore[arg-type]
        carneades={"alpha": 0.6},  # type: ignore[arg-type]
    )
    assert told("clear-and-convincing", own) == "clear-and-convincing (for >= 2, for - against >= 2)"
    assert told("beyond-reasonable-doubt", own).endswith("(for >= 4, against <= 3)")
    weights = VerdictSettings(setting="carneades", carneades={"alpha": 0.6})  # type: ignore[arg-type]
    assert "for > 0.6" in told("clear-and-convincing", weights)


@pytest.mark.parametrize("standard", ["scintilla", "clear-and-convincing", "beyond-reasonable-doubt"])
def test_what_is_told_is_what_is_asked_even_of_thresholds_of_nothing(standard):
    nothing = VerdictSettings(
        thresholds={  # type: ignore[arg-type]
            "scintilla": 0,
            "clear-and-convincing": 0,
            "clear-and-convincing-lead": 0,
            "beyond-reasonable-doubt": 0,
        }
    )
    words = told(standard, nothing).split("(")[1].rstrip(")").replace("for", "pro").split(", ")
    for pro in range(5):
        for con in range(5):
            asked = all(eval(w.replace("against", "con"), {"pro": pro, "con": con}) for w in words)
            assert meets(standard, pro, con, nothing) is asked, (pro, con)
