"""Claims that are asserted flatly and do not hold up."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import worth
from argmap.rules.registry import project_rule

WEAK = ("insufficient", "contested", "outweighed")


@project_rule("flat-but-weak", family="opposition", severity=Severity.NOTE)
def flat_but_weak(case: Case) -> Iterator[Finding]:
    """The author asserts flatly what the map does not bear out.

    The claim has no ``hedge`` and its verdict is insufficient, contested or outweighed. Say it
    more guardedly, or strengthen it. Looks at the claims that the ``author`` of ``argmap.toml``
    holds, at all claims if none is named.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [guard], against: [raids]}
        evidence:
          guard: {shows: A guard saw the first shells come from the north., form: testimony}
          raids: {shows: Southern troops crossed the line a month before., form: testimony}

    Not in::

        claims:
          attack-first:
            text: The North attacked first.
            hedge: may have
            for: [guard]
            against: [raids]
        evidence:
          guard: {shows: A guard saw the first shells come from the north., form: testimony}
          raids: {shows: Southern troops crossed the line a month before., form: testimony}
    """
    setting = case.project.settings.verdicts.setting
    for key, verdict in case.judgement.verdicts.items():
        if verdict.verdict in WEAK and case.project.claims[key].hedge is None and key in case.own:
            sides = f"for: {worth(verdict.pro, setting)}, against: {worth(verdict.con, setting)}"
            yield Finding(
                f"claim '{key}' is asserted without a hedge and is {verdict.verdict} ({sides})",
                case.project.spot("claims", key),
                (key,),
                f"hedge or strengthen it; 'argmap why {key}' tells what it lacks",
            )
