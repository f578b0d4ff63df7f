"""The plain Carneades setting: weights, the best argument alone, thresholds of choice."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.project import Project
from argmap.model.records import Argument, Claim
from argmap.model.settings import Settings
from argmap.verdict.audience import Audience
from argmap.verdict.explain import explain
from argmap.verdict.explanation import amount
from argmap.verdict.judgement import Judgement, Verdict, judge
from makers import a_claim, a_project, some_evidence
from maps import maps
from slow import stands

PLAIN = Settings(verdicts={"setting": "carneades"})  # type: ignore[arg-type]  # pydantic reads the mapping


def judged(settings: Settings = PLAIN, **claims: Claim) -> Judgement:
    evidence = {"act": some_evidence(), "rumour": some_evidence(form="derived")}
    return judge(a_project(claims, evidence, settings=settings))


def weighing(pro: float, con: float, standard: str | None = None) -> Claim:
    """A claim with an argument for and one against it of these weights."""
    return a_claim(
        pro=[{"from": "act", "weight": pro}], con=[{"from": "rumour", "weight": con}], standard=standard
    )


@pytest.mark.parametrize(
    ("standard", "word"),
    [
        ("scintilla", "supported"),
        ("preponderance", "supported"),
        ("clear-and-convincing", "contested"),  # a lead of 0.1 where 0.3 is asked
        ("beyond-reasonable-doubt", "contested"),
        ("dialectical-validity", "contested"),
    ],
)
def test_a_supporting_and_a_rebutting_argument_by_each_standard(standard, word):
    verdict = judged(c=weighing(0.6, 0.5, standard))["c"]
    assert (verdict.verdict, verdict.pro, verdict.con) == (word, (0.6, 0.6), (0.5, 0.5))


def a_killing(**intent: object) -> dict[str, Claim]:
    """Murder is killing with intent; one witness for intent, one against whom nobody need believe."""
    return {
        "kill": a_claim(pro=["act"]),
        "intent": a_claim(
            standard="beyond-reasonable-doubt",
            pro=[{"from": "act", "weight": 0.3}],
            con=[{"from": "act", "weight": 0.8, "unless": "unreliable"}],
            **intent,
        ),
        "murder": a_claim(
            standard="beyond-reasonable-doubt", pro=[{"from": ["kill", "intent"], "weight": 0.8}]
        ),
        "unreliable": a_claim(pro=["rumour"]),
    }


def words(judgement: Judgement) -> dict[str, str]:
    return {key: v.verdict for key, v in judgement.verdicts.items()}


def test_a_weak_witness_does_not_prove_intent_though_the_other_is_unreliable():
    found = words(judged(**a_killing()))
    assert (found["intent"], found["murder"]) == ("insufficient", "unsupported")


def test_thresholds_of_choice_let_the_weak_witness_do():
    lower = Settings(
        verdicts={"setting": "carneades", "carneades": {"alpha": 0.2, "beta": 0.2}}  # type: ignore[arg-type]
    )
    found = judged(lower, **a_killing())
    assert (found["intent"].verdict, found["murder"].pro) == ("supported", (0.8, 0.8))
    assert words(found)["murder"] == "supported"


def test_a_reliable_rebutting_witness_leaves_intent_contested_or_outweighed():
    claims = {**a_killing(), "unreliable": a_claim()}
    assert words(judged(**claims))["intent"] == "contested"  # 0.3 leaves a doubt of the contrary too
    lower = {**claims, "intent": replace(claims["intent"], standard="preponderance")}
    assert words(judged(**lower))["intent"] == "outweighed"


def test_arguments_do_not_add_up_and_documents_do_not_corroborate():
    pro = [{"from": "act", "weight": 0.3}, {"from": "rumour", "weight": 0.3}]
    judgement = judged(c=a_claim(pro=pro))
    assert judgement["c"].pro == (0.3, 0.3)
    told = explain(judgement, "c")
    assert told.corroborated == (False, False)
    assert "corroborate" not in str(told)


def test_grades_of_the_evidence_do_not_count_but_forgery_does():
    assert judged(c=a_claim(pro=[{"from": "rumour", "weight": 0.9}]))["c"].pro == (0.9, 0.9)
    project = a_project(
        {"c": a_claim(pro=["fake"])}, {"fake": some_evidence(authenticity="forged")}, settings=PLAIN
    )
    assert judge(project)["c"].verdict == "unsupported"


def test_a_premise_carries_the_whole_weight_of_what_rests_on_it():
    judgement = judged(
        a=a_claim(pro=[{"from": "act", "weight": 0.1}]), c=a_claim(pro=[{"from": "a", "weight": 0.7}])
    )
    assert judgement["c"].pro == (0.7, 0.7)


@pytest.mark.parametrize(
    ("strength", "weight"), [(None, 1.0), ("good", 0.75), ("limited", 0.5), ("weak", 0.25)]
)
def test_a_step_without_weight_has_that_of_its_strength(strength, weight):
    assert judged(c=a_claim(pro=[{"from": "act", "strength": strength}]))["c"].pro == (weight, weight)


def test_a_weight_of_nothing_is_nothing():
    assert judged(c=a_claim(pro=[{"from": "act", "weight": 0}]))["c"].verdict == "unsupported"


def test_weights_are_told_as_numbers_and_never_as_grades():
    told = str(explain(judged(c=weighing(1, 0.5)), "c"))
    assert "for it is worth 1, what is against it 0.5" in " ".join(told.split())
    assert "worth weak" not in told
    assert (amount((1.0, 1.0)), amount((1, 1))) == ("1", "weak (1)")


def test_circles_and_stand_offs_keep_their_words():
    found = words(
        judged(
            a=a_claim(pro=["b"]),
            b=a_claim(pro=["a"]),
            x=a_claim(pro=["act"], con=["y"]),
            y=a_claim(pro=["act"], con=["x"]),
        )
    )
    assert found == {"a": "circular", "b": "circular", "x": "contested", "y": "contested"}


def test_what_is_assumed_or_rejected_counts():
    claims = {"a": a_claim(), "c": a_claim(pro=[{"from": "a", "weight": 0.4}])}
    project = a_project(claims, settings=PLAIN)
    assert judge(project)["c"].verdict == "unsupported"
    assert judge(project, Audience(assumed=frozenset("a")))["c"].pro == (0.4, 0.4)


# Against a slow evaluator

WEIGHTS = [None, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.75, 1.0]


@st.composite
def weighed_maps(draw: st.DrawFn) -> Project:
    project = draw(maps())

    def weighed(arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
        return tuple(replace(a, weight=draw(st.sampled_from(WEIGHTS))) for a in arguments)

    claims = {k: replace(c, pro=weighed(c.pro), con=weighed(c.con)) for k, c in project.claims.items()}
    return replace(project, claims=claims, settings=PLAIN)


def met(standard: str, pro: float, con: float) -> bool:
    convincing = pro > 0.4 and pro - con > 0.3
    return (
        pro > 0
        and {
            "scintilla": True,
            "preponderance": pro > con,
            "clear-and-convincing": convincing,
            "beyond-reasonable-doubt": convincing and con < 0.2,
            "dialectical-validity": con == 0,
        }[standard]
    )


def weight(project: Project, state: dict[str, tuple[int, int]], argument: Argument, worst: bool) -> float:
    if any(stands(project, state, u, worst) for u in (*argument.unless, *argument.answer)):
        return 0
    if not all(stands(project, state, premise, not worst) for premise in argument.premises):
        return 0
    given = {None: 1.0, "firm": 1.0, "good": 0.75, "limited": 0.5, "weak": 0.25}[argument.strength]
    return given if argument.weight is None else argument.weight


def one_round(project: Project, state: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    following = {}
    for key, claim in project.claims.items():
        bounds = []
        for worst in (True, False):
            pro = max((weight(project, state, a, worst) for a in claim.pro), default=0)
            con = max((weight(project, state, a, not worst) for a in claim.con), default=0)
            bounds.append(4 if met(claim.standard or "preponderance", pro, con) else 0)
        following[key] = (bounds[0], bounds[1])
    return following


@given(weighed_maps())
def test_the_bounds_are_those_of_a_slow_evaluator(project):
    state: dict[str, tuple[int, int]] = dict.fromkeys(project.claims, (0, 4))
    while (following := one_round(project, state)) != state:
        state = following
    assert {key: (v.lo, v.hi) for key, v in judge(project).verdicts.items()} == state


def is_sound(verdict: Verdict) -> bool:
    return (verdict.verdict == "supported") == (verdict.lo > 0)


@given(weighed_maps())
def test_words_and_bounds_agree_in_weights_too(project):
    assert all(map(is_sound, judge(project).verdicts.values()))


def test_a_claim_that_stands_by_weights_has_no_grade():
    claims = {"c": a_claim(pro=[{"from": "e", "weight": 1}])}
    verdict = judge(a_project(claims, {"e": some_evidence()}, settings=PLAIN))["c"]
    assert (verdict.verdict, verdict.grade) == ("supported", None)
