"""Why a claim stands or falls: the tree of the proof, and the same in sentences."""

import pytest

from argmap.model.edtf import parse_edtf
from argmap.model.errors import UnknownIdError
from argmap.model.project import Project
from argmap.model.records import School, Source
from argmap.model.settings import Settings
from argmap.verdict.audience import Audience
from argmap.verdict.explain import explain
from argmap.verdict.explanation import Explanation, Premise
from argmap.verdict.judgement import judge
from makers import a_claim, a_project, some_evidence


def a_trial() -> Project:
    """``guilty`` by ``motive`` with a story; an objection that is answered, and an undercut one."""
    return a_project(
        {
            "guilty": a_claim(
                text="He did it.",
                hedge="probably",
                pro=[
                    {"from": ["motive", "story"], "because": "Who gains, did it.", "scheme": "abduction"},
                    "rumour",
                ],
                con=[
                    {"from": "alibi", "answer": ["bribed", "vain"]},
                    {"from": "alibi", "unless": "bribed"},
                ],
                schools={"left": "holds"},
            ),
            "motive": a_claim(text="He gained.", pro=[{"from": "will", "unless": ["vain", "fake"]}]),
            "bribed": a_claim(text="The witness was bribed.", pro=["will"]),
            "vain": a_claim(text="Nobody cares."),
        },
        {
            "will": some_evidence(
                shows="A will.", source="papers", locator="p. 5", made="1950", cited=["I.1", "I.2"]
            ),
            "story": some_evidence(shows="A story.", form="testimony"),
            "rumour": some_evidence(shows="A rumour.", form="derived"),
            "alibi": some_evidence(shows="An alibi."),
            "fake": some_evidence(shows="A fake.", authenticity="forged"),
        },
        sources={"papers": Source("book", "Papers", ("Kim, A.",), issued=parse_edtf("1990"))},
        schools={"left": School(name="Left")},
    )


def told(
    claim: str = "guilty",
    audience: Audience | None = None,
    project: Project | None = None,
    depth: int | None = None,
) -> Explanation:
    return explain(judge(project or a_trial(), audience or Audience()), claim, depth)


def prose(explanation: Explanation) -> str:
    return " ".join(str(explanation).split())


def premise(explanation: Explanation, key: str) -> Premise:
    return next(p for step in explanation.steps for p in step.premises if p.id == key)


def test_the_tree_has_every_argument_in_the_order_of_the_file():
    steps = told().steps
    assert [(s.side, s.position) for s in steps] == [
        *(("for", 0), ("for", 1)),
        *(("against", 0), ("against", 1)),
    ]
    assert [[p.id for p in s.premises] for s in steps] == [
        *(["motive", "story"], ["rumour"], ["alibi"], ["alibi"])
    ]
    assert [s.worth for s in steps] == [(3, 3), (1, 1), (0, 0), (0, 0)]
    assert [(s.decisive, s.holds) for s in steps] == [
        *((True, True), (False, True)),
        *((False, False), (False, False)),
    ]
    assert (steps[0].because, steps[0].scheme, steps[0].strength) == (
        *("Who gains, did it.", "abduction", "firm"),
    )


def test_what_decides_is_followed_down_to_documents():
    motive = premise(told(), "motive")
    assert (motive.kind, motive.state, motive.worth) == ("claim", "supported (firm)", (4, 4))
    assert motive.account is not None
    will = premise(motive.account, "will")
    assert (will.kind, will.text, will.worth) == ("evidence", "A will.", (4, 4))
    assert (will.state, will.where) == ("firm: form record 4", "Kim 1990, p. 5, 1950, note I.1, I.2")


def test_what_does_not_decide_is_left_at_a_line():
    project = a_project(
        {"top": a_claim(pro=["mid", "low"]), "mid": a_claim(pro=["act"]), "low": a_claim(pro=["rumour"])},
        {"act": some_evidence(), "rumour": some_evidence(form="derived")},
    )
    top = told("top", project=project)
    assert premise(top, "mid").account is not None
    assert premise(top, "low").account is None
    assert premise(told("top", project=project, depth=1), "low").account is not None


@pytest.mark.parametrize("depth", [0, 1, 2, 3])
def test_an_explanation_is_cut_at_the_depth_asked_for(depth):
    chain = {f"c{i}": a_claim(pro=[f"c{i + 1}"]) for i in range(5)} | {"c5": a_claim(pro=["act"])}
    current: Explanation | None = told("c0", project=a_project(chain, {"act": some_evidence()}), depth=depth)
    levels = 0
    while current is not None:
        levels += 1
        current = current.steps[0].premises[0].account
    assert levels == depth + 1


@pytest.mark.parametrize("depth", [None, 40])
def test_a_circle_is_told_once_round(depth):
    circle = a_project({"a": a_claim(pro=["b"]), "b": a_claim(pro=["a", "a"]), "c": a_claim(pro=["c"])})
    times = 1 if depth is None else 2  # each claim of it at most once
    assert prose(told("a", project=circle, depth=depth)).count("It rests only on a circle") == times
    assert "It rests only on a circle" in prose(told("c", project=circle, depth=depth))


def test_a_circle_of_attacks_is_told_once_round():
    project = a_project(
        {"a": a_claim(pro=["act"], con=["b"]), "b": a_claim(pro=["act"], con=["a"])}, {"act": some_evidence()}
    )
    words = prose(told("a", project=project, depth=40))
    assert words.startswith("⇄ a: contested")
    assert "between nothing (0) and firm (4)" in words


def test_the_sentences_hold_verdict_standard_warrant_and_hedge():
    words = prose(told())
    for part in (
        "✓ guilty: supported (firm)",
        '“He did it.” (the author says "probably")',
        "It stands by preponderance (for > against): what is for it is worth firm (4), what is "
        "against it nothing (0).",
        "What weighs most for it: “He gained” (motive) together with “A story” (story).",
        "Independent documents corroborate each other, which lifts it by one step.",
        "All 2 objections fail.",
        "Warrant: Who gains, did it.",
        "Schools: left holds.",
        "worth good (3), abduction; only together:",
    ):
        assert part in words


def test_the_fate_of_undercutters_and_answers_is_told():
    words = prose(told())
    assert "Answered by bribed, which stands (firm)" in words
    assert "The answer vain does not stand itself: unsupported" in words
    assert "Undercut by bribed, which stands (firm)" in words
    assert "vain does not undercut it: unsupported" in words


def test_evidence_that_undercuts_is_told_by_how_it_fares():
    project = a_project(
        {
            "a": a_claim(pro=[{"from": "act", "unless": "rumour"}]),
            "b": a_claim(pro=[{"from": "act", "unless": ["fake", "nobody"]}]),
        },
        {
            "act": some_evidence(),
            "rumour": some_evidence(form="derived"),
            "fake": some_evidence(authenticity="forged"),
        },
    )
    assert "Undercut by the evidence rumour" in prose(told("a", project=project))
    without = Audience(without=frozenset({"rumour"}))
    assert "rumour does not undercut it" in prose(told("a", without, project))
    words = prose(told("b", project=project))
    assert "fake does not undercut it" in words
    assert "nobody does not undercut it" in words


def test_an_undercutter_that_a_school_grants_is_told_as_standing():
    project = a_project(
        {
            "c": a_claim(pro=[{"from": "act", "unless": ["held", "denied"]}]),
            "held": a_claim(schools={"left": "holds"}),
            "denied": a_claim(pro=["act"], schools={"left": "rejects"}),
        },
        {"act": some_evidence()},
        schools={"left": School(name="Left")},
    )
    words = prose(told("c", Audience(school="left"), project))
    assert "Undercut by held, which stands (granted by the school; else unsupported)" in words
    assert "denied does not undercut it: denied by the school; else supported (firm)" in words


def test_an_open_undercutter_is_told_as_open():
    project = a_project(
        {
            "a": a_claim(pro=[{"from": "act", "unless": "b"}]),
            "b": a_claim(pro=[{"from": "act", "unless": "a"}]),
        },
        {"act": some_evidence()},
    )
    assert "b, undercutting it, would count if it stood: contested" in prose(told("a", project=project))


def test_withheld_evidence_is_told_and_so_is_the_audience():
    found = told(audience=Audience(without=frozenset({"papers", "story"})))
    words = prose(found)
    assert premise(found, "story").state == "withheld from this audience"
    assert "[story: withheld from this audience]" in words
    assert "Before this audience: without papers, story." in words


def test_forged_and_challenged_evidence_say_why_they_are_worth_nothing():
    project = a_project(
        {"c": a_claim(pro=["fake", "letter"]), "doubt": a_claim(pro=["act"])},
        {
            "act": some_evidence(),
            "fake": some_evidence(authenticity="forged"),
            "letter": some_evidence(challenged_by=["doubt"]),
        },
    )
    found = told("c", project=project)
    assert premise(found, "fake").state == "forged: excluded"
    assert premise(found, "letter").state == "worth nothing: challenged by doubt"
    assert "Nothing that is given for it is worth anything." in prose(found)


def test_every_missing_premise_is_told():
    project = a_project({"c": a_claim(pro=[{"from": ["one", "two", "act"]}])}, {"act": some_evidence()})
    found = told("c", project=project)
    assert [(p.id, p.kind) for p in found.steps[0].premises] == [
        *(("one", "missing"), ("two", "missing"), ("act", "evidence"))
    ]
    assert "no record has this id" in prose(found)


def test_a_premise_named_twice_is_told_once():
    project = a_project({"c": a_claim(pro=[{"from": ["act", "act"]}])}, {"act": some_evidence()})
    assert [p.id for p in told("c", project=project).steps[0].premises] == ["act"]


def test_what_a_school_grants_is_told_on_the_premise():
    project = a_project(
        {"c": a_claim(pro=["held"]), "held": a_claim(schools={"left": "holds"})},
        schools={"left": School(name="Left")},
    )
    found = told("c", Audience(school="left"), project)
    assert premise(found, "held").state == "granted by the school (else unsupported)"


def test_what_the_audience_assumes_is_not_argued():
    words = prose(told(audience=Audience(assumed=frozenset({"guilty"}))))
    assert "The audience has it assumed; its own arguments are not asked." in words
    assert "It stands by" not in words


def test_a_claim_without_arguments_says_so():
    assert "Nothing is given for it." in prose(told("vain"))


def test_each_verdict_has_its_sentence():
    project = a_project(
        {
            "outweighed": a_claim(pro=["rumour"], con=["act"]),
            "contested": a_claim(pro=["act"], con=["act"]),
            "insufficient": a_claim(pro=["rumour"], standard="clear-and-convincing"),
            "circular": a_claim(pro=["circular"]),
        },
        {"act": some_evidence(), "rumour": some_evidence(form="derived")},
    )
    for key, sentence in {
        "outweighed": "It is outweighed by preponderance",
        "contested": "It is contested and neither side prevails",
        "insufficient": "Something speaks for it and nothing against, but not enough by clear-and-convincing"
        " (for >= 3, for - against >= 2)",
        "circular": "It rests only on a circle",
    }.items():
        assert sentence in prose(told(key, project=project))
    assert "No objection is recorded." in prose(told("insufficient", project=project))


def test_documents_that_lift_nothing_are_not_said_to_lift():
    firm = a_project({"c": a_claim(pro=["a", "b"])}, {"a": some_evidence(), "b": some_evidence()})
    assert told("c", project=firm).corroborated == (False, False)
    assert "corroborate" not in prose(told("c", project=firm))
    good = a_project(
        {"c": a_claim(pro=["a", "b"])},
        {"a": some_evidence(form="testimony"), "b": some_evidence(form="testimony")},
    )
    assert told("c", project=good).corroborated == (True, False)
    assert "corroborate" in prose(told("c", project=good))


def test_thresholds_of_the_project_are_told():
    own = Settings(verdicts={"thresholds": {"scintilla": 2}})  # type: ignore[arg-type]
    project = a_project(
        {"c": a_claim(pro=["act"], standard="scintilla")}, {"act": some_evidence()}, settings=own
    )
    assert "by scintilla (for >= 2)" in prose(told("c", project=project))


def test_an_unknown_claim_comes_with_the_nearest():
    with pytest.raises(UnknownIdError, match="did you mean 'guilty'"):
        told("guilt")


def test_the_tree_tells_every_step_of_a_grade_and_what_is_contested(project, command):
    root = project(
        {
            "claims/a.yaml": """
            claims:
              top: {text: It was so., for: [middle, below]}
              middle: {text: Some say so., for: [told]}
              below: {text: Others say not., for: [told], against: [told]}
            evidence:
              told: {shows: A man recalls it., form: testimony, witness: hearsay, made: 1950}
            """
        }
    )
    told = command("why", "top", "--tree", "-p", root).out
    assert "▪ told: limited" in told
    assert "testimony starts at good (3), hearsay −1" in told
    said = " ".join(command("why", "top", "-p", root).out.split())
    assert "One claim below it is contested: below." in said


def test_a_tree_deeper_than_the_terminal_is_wide_keeps_its_words(project, command):
    claims = "".join(f"  c{i}: {{text: A claim among many others., for: [c{i + 1}]}}\n" for i in range(60))
    root = project({"claims/a.yaml": f"claims:\n{claims}  c60: {{text: The last of them.}}\n"})
    told = command("why", "c0", "--tree", "--depth", 40, "-p", root)
    assert told.code == 0
    assert told.out.count("A claim among many others.") >= 40


def test_by_another_standard_another_verdict(project, command):
    root = project(
        {
            "claims/a.yaml": "claims: {c: {text: So it was., for: [e]}}\n"
            "evidence: {e: {shows: It is said., form: derived}}\n"
        }
    )
    asked = ("what-if", "-p", root, "--standard")
    assert "✓ supported (weak) → ◔ insufficient" in command(*asked, "beyond-reasonable-doubt").out
    assert command(*asked, "whim").code == 2
