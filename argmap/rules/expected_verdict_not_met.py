"""Verdicts other than the map's author expects."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.model.records import Expectation
from argmap.rules.case import Case
from argmap.rules.phrases import worth
from argmap.rules.registry import project_rule
from argmap.verdict.audience import Audience
from argmap.verdict.judgement import MAP_AS_IT_IS, Verdict


@project_rule("expected-verdict-not-met", family="opposition", severity=Severity.ERROR)
def expected_verdict_not_met(case: Case) -> Iterator[Finding]:
    """The verdict on a claim is not the one that is expected.

    Under ``expect:`` the author of a map writes down what it should show, perhaps before a school
    or as of a date, as a programmer writes a test. Either the map has lost something, or the
    expectation was wrong: ``argmap why`` tells what decided.

    Found in::

        claims:
          attack-first: {text: The North attacked first., against: [raids]}
        evidence:
          raids: {shows: Southern troops crossed the line a month before., form: testimony}
        expect:
          attack-first: supported

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary], against: [raids]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
          raids: {shows: Southern troops crossed the line a month before., form: testimony}
        expect:
          attack-first: supported
    """
    project = case.project
    for key, expectations in project.expectations.items():
        if key not in project.claims:
            continue
        for i, expected in enumerate(expectations):
            if expected.school is not None and expected.school not in project.schools:
                continue
            audience = Audience(school=expected.school, as_of=expected.as_of)
            verdict = case.before(audience).verdicts[key]
            if verdict.verdict == expected.verdict and expected.grade in (None, verdict.grade):
                continue
            setting = project.settings.verdicts.setting
            sides = f"for: {worth(verdict.pro, setting)}, against: {worth(verdict.con, setting)}"
            whom = "" if audience == MAP_AS_IT_IS else f" {'before ' * bool(expected.school)}{audience}"
            yield Finding(
                f"claim '{key}' is {_words(verdict)}{whom}, not {_words(expected)} as expected ({sides})",
                project.spot("expect", key, i, "verdict"),
                (key,),
                f"'argmap why {key}' tells what decided",
                (Related(project.spot("claims", key), f"claim '{key}'"),),
            )


def _words(verdict: Verdict | Expectation) -> str:
    return f"{verdict.verdict} ({verdict.grade})" if verdict.grade else verdict.verdict
