"""Audiences: what each grants, withholds and demands, and what becomes of the verdicts."""

import pytest

from argmap.model.edtf import parse_edtf
from argmap.model.errors import UnknownIdError, UnknownNameError
from argmap.model.project import Project
from argmap.model.records import Scholar, School, Source
from argmap.verdict.audience import Audience, grants, readable_since
from argmap.verdict.judgement import Verdict, judge
from makers import a_claim, a_project, some_evidence


def only(*ids: str) -> frozenset[str]:
    return frozenset(ids)


def a_small_map() -> Project:
    """``top`` rests on ``base``, which rests on ``act`` out of ``papers``; ``bare`` on nothing."""
    return a_project(
        {
            "bare": a_claim(),
            "base": a_claim(pro=["act"]),
            "on-bare": a_claim(pro=["bare"]),
            "top": a_claim(pro=["base"]),
        },
        {"act": some_evidence(source="papers")},
        sources={"papers": Source("book", "Papers", archive="State Archive")},
    )


def before(audience: Audience, project: Project | None = None) -> dict[str, Verdict]:
    return dict(judge(project or a_small_map(), audience).verdicts)


def test_an_assumed_claim_lends_firm_and_says_so():
    found = before(Audience(assumed=only("bare")))
    assert (found["bare"].verdict, found["bare"].grade, found["bare"].granted) == (
        *("supported", "firm", "assumed"),
    )
    assert str(found["bare"]) == "supported (firm), assumed"
    assert (found["on-bare"].grade, found["on-bare"].granted) == ("firm", None)


def test_a_rejected_claim_lends_nothing_and_says_so():
    found = before(Audience(rejected=only("base")))
    assert (found["base"].verdict, found["base"].granted) == ("unsupported", "rejected")
    assert found["top"].verdict == "unsupported"


def test_a_claim_to_do_without_counts_as_rejected():
    found = before(Audience(without=only("base")))
    assert (found["base"].granted, found["top"].verdict) == ("rejected", "unsupported")


@pytest.mark.parametrize("withheld", ["act", "papers", "State Archive", "state archive"])
def test_withheld_evidence_sources_and_archives_take_their_support_away(withheld):
    found = before(Audience(without=only(withheld)))
    assert (found["base"].verdict, found["base"].granted) == ("unsupported", None)
    assert found["top"].verdict == "unsupported"


def test_a_withheld_source_takes_all_its_evidence_and_no_other():
    project = a_project(
        {"a": a_claim(pro=["e1"]), "b": a_claim(pro=["e2"]), "c": a_claim(pro=["e3"])},
        {
            "e1": some_evidence(source="papers"),
            "e2": some_evidence(source="papers"),
            "e3": some_evidence(source="other"),
        },
        sources={"papers": Source("book", "Papers"), "other": Source("book", "Other")},
    )
    assert grants(project, Audience(without=only("papers"))).withheld == {"e1", "e2"}


def test_withheld_evidence_challenged_by_a_claim_that_falls_stays_withheld():
    project = a_project(
        {"c": a_claim(pro=["e"]), "no": a_claim()}, {"e": some_evidence(challenged_by=["no"])}
    )
    assert before(Audience(without=only("e")), project)["c"].verdict == "unsupported"


def test_withheld_evidence_undercuts_nothing():
    project = a_project(
        {"c": a_claim(pro=[{"from": "e", "unless": "u"}])}, {"e": some_evidence(), "u": some_evidence()}
    )
    assert before(Audience(), project)["c"].verdict == "unsupported"
    assert before(Audience(without=only("u")), project)["c"].verdict == "supported"


@pytest.mark.parametrize(
    "audience",
    [
        Audience(assumed=only("nobody")),
        Audience(rejected=only("nobody")),
        Audience(assumed=only("act")),  # evidence is no claim
        Audience(without=only("nobody")),
        Audience(school="nobody"),
    ],
)
def test_an_audience_that_names_what_is_not_there_is_refused(audience):
    with pytest.raises(UnknownIdError):
        judge(a_small_map(), audience)


def test_an_unknown_id_comes_with_the_nearest():
    with pytest.raises(UnknownIdError, match="no claim 'bass'; did you mean 'base'"):
        judge(a_small_map(), Audience(assumed=only("bass")))


def test_an_unknown_standard_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean 'scintilla'"):
        judge(a_small_map(), Audience(standard="scintila"))


def test_another_standard_stands_in_place_of_every_claims_own():
    project = a_project(
        {"a": a_claim(pro=["story"], standard="scintilla"), "b": a_claim(pro=["story"])},
        {"story": some_evidence(form="testimony")},
    )
    found = before(Audience(standard="beyond-reasonable-doubt"), project)
    assert {v.verdict for v in found.values()} == {"insufficient"}
    assert {v.standard for v in found.values()} == {"beyond-reasonable-doubt"}


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        (Audience(), "the map as it is"),
        (Audience(assumed=only("b", "a")), "assuming a, b"),
        (Audience(rejected=only("c")), "rejecting c"),
        (Audience(as_of=parse_edtf("1981")), "as of 1981"),
        (Audience(standard="scintilla"), "by scintilla"),
        (
            Audience(only("a"), only("b"), only("e"), "left", parse_edtf("1981"), "scintilla"),
            "school left, as of 1981, assuming a, rejecting b, without e, by scintilla",
        ),
    ],
)
def test_an_audience_says_itself_in_words(audience, said):
    assert str(audience) == said


# Schools


def a_disputed_map() -> Project:
    """School ``left`` holds ``mid`` (by its scholar) and rejects ``low``."""
    return a_project(
        {
            "low": a_claim(pro=["act"], schools={"left": "rejects"}),
            "mid": a_claim(held_by=["lee"]),
            "on-low": a_claim(pro=["low"]),
            "top": a_claim(pro=["mid"]),
        },
        {"act": some_evidence()},
        schools={"left": School(name="Left"), "right": School(name="Right")},
        scholars={"lee": Scholar(name="Lee", schools=["left"])},
    )


def test_what_a_school_holds_is_granted_below_other_claims_and_never_to_itself():
    found = before(Audience(school="left"), a_disputed_map())
    assert (found["top"].verdict, found["top"].grade) == ("supported", "firm")
    assert (found["mid"].verdict, found["mid"].granted) == ("unsupported", None)


def test_what_a_school_rejects_is_denied_below_other_claims_and_never_to_itself():
    found = before(Audience(school="left"), a_disputed_map())
    assert found["on-low"].verdict == "unsupported"
    assert (found["low"].verdict, found["low"].grade) == ("supported", "firm")


def test_another_school_grants_nothing_of_it():
    found = before(Audience(school="right"), a_disputed_map())
    assert found == before(Audience(), a_disputed_map())


def test_qualifying_grants_nothing():
    project = a_project(
        {"a": a_claim(schools={"left": "qualifies"}), "b": a_claim(pro=["a"])},
        schools={"left": School(name="Left")},
    )
    assert before(Audience(school="left"), project)["b"].verdict == "unsupported"


def test_what_the_audience_itself_says_goes_before_its_school():
    audience = Audience(school="left", rejected=only("mid"), assumed=only("low"))
    found = before(audience, a_disputed_map())
    assert (found["top"].verdict, found["on-low"].verdict) == ("unsupported", "supported")
    assert found["mid"].granted == "rejected"


def test_a_school_grants_only_what_the_audience_leaves_open():
    audience = Audience(school="left", rejected=only("mid"), assumed=only("low"))
    found = grants(a_disputed_map(), audience)
    assert (found.held, found.denied) == (frozenset(), frozenset())
    asked = grants(a_disputed_map(), Audience(school="left"))
    assert (asked.held, asked.denied) == (only("mid"), only("low"))


def in_a_circle(**extra: object) -> Project:
    """``a`` and ``b`` support each other, and the school holds both."""
    return a_project(
        {
            "a": a_claim(pro=["b"], schools={"left": "holds"}, **extra),
            "b": a_claim(pro=["a"], schools={"left": "holds"}),
        },
        schools={"left": School(name="Left")},
    )


def test_each_of_a_circle_that_a_school_holds_stands_by_the_other():
    found = before(Audience(school="left"), in_a_circle())
    assert {v.verdict for v in found.values()} == {"supported"}


def test_a_claim_that_rests_on_itself_is_not_carried_by_its_schools_grant():
    project = a_project(
        {"a": a_claim(pro=["a"], schools={"left": "holds"}), "b": a_claim(pro=["a"])},
        schools={"left": School(name="Left")},
    )
    found = before(Audience(school="left"), project)
    assert (found["a"].verdict, found["b"].verdict) == ("circular", "supported")


def test_a_grant_does_not_come_back_round_a_circle():
    project = a_project(
        {"a": a_claim(pro=["b"], schools={"left": "holds"}), "b": a_claim(pro=["a"])},
        schools={"left": School(name="Left")},
    )
    found = before(Audience(school="left"), project)
    assert (found["a"].verdict, found["b"].verdict) == ("circular", "supported")


# As of a date


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"available": "1994", "published": "1970", "made": "1950"}, "available"),
        ({"published": "1970", "made": "1950", "form": "scholarship"}, "published"),
        ({"made": "1950", "form": "scholarship"}, "made"),
        ({"made": "1950", "form": "testimony"}, "issued"),
        ({"form": "scholarship"}, "issued"),
    ],
)
def test_evidence_is_readable_since_the_first_of_these_that_is_recorded(fields, field):
    sources = {"papers": Source("book", "Papers", issued=parse_edtf("1985"))}
    item = some_evidence(source="papers", **fields)
    since, known = readable_since(a_project(sources=sources), item)
    assert known == field
    assert str(since) == {**fields, "issued": "1985"}[field]


def test_what_is_not_recorded_is_not_known():
    assert readable_since(a_project(), some_evidence(made="1950", source="nowhere")) == (None, "")


@pytest.mark.parametrize(
    ("available", "as_of", "withheld"),
    [
        ("1994", "1993", True),
        ("1994", "1994", False),
        ("1994-06", "1994", False),
        ("1994", "1994-06", True),  # perhaps only in autumn
        ("1994-06-02", "1994-06-01", True),
        ("1994-06-01", "1994-06-01", False),
        ("1990/1995", "1992", True),
        ("1990/..", "1999", False),  # since 1990, and ever after
        ("1990/..", "1989", True),
        ("../..", "1999", True),
        ("1994", "1993/..", False),
    ],
)
def test_evidence_not_surely_readable_by_then_is_withheld(available, as_of, withheld):
    project = a_project({"c": a_claim(pro=["e"])}, {"e": some_evidence(available=available)})
    verdict = before(Audience(as_of=parse_edtf(as_of)), project)["c"]
    assert verdict.verdict == ("unsupported" if withheld else "supported")


def test_evidence_without_any_date_is_not_withheld():
    project = a_project({"c": a_claim(pro=["e"])}, {"e": some_evidence()})
    assert before(Audience(as_of=parse_edtf("1900")), project)["c"].verdict == "supported"
