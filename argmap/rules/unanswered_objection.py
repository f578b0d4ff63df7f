"""Objections that the author leaves unanswered."""

from collections.abc import Iterator

from argmap.graph.arguments import AGAINST
from argmap.model.finding import Finding, Severity
from argmap.model.records import Argument, Claim
from argmap.rules.case import Case
from argmap.rules.phrases import WEAK, named, worth
from argmap.rules.registry import project_rule


@project_rule("unanswered-objection", family="opposition", severity=Severity.WARNING)
def unanswered_objection(case: Case) -> Iterator[Finding]:
    """An objection to a claim of the author has no answer.

    It is worth something, and the reader is left to wonder whether it was seen. Name the claim that
    meets it under ``answer:``. An objection that has to be conceded stays in this list: it is what
    the claim must live with. One that is worth no more than weak is a note. What the author puts against
    a claim with a ``hedge``, and no rival holds, is what the hedge concedes, and is passed over. Looks at
    the claims that the ``author`` of ``argmap.toml`` holds, at all claims if none is named.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary], against: [raids]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
          raids: {shows: Southern troops crossed the line a month before., form: testimony}

    Not in::

        claims:
          attack-first:
            text: The North attacked first.
            for: [war-diary]
            against: [{from: raids, answer: raids-were-over}]
          raids-were-over: {text: The raids had ended weeks before., for: [truce-report]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
          raids: {shows: Southern troops crossed the line a month before., form: testimony}
          truce-report: {shows: No shot was fired in the last three weeks., form: record}
    """
    done = case.judgement.fixpoint
    for key, claim in case.lists.claims_with("con"):
        if key not in case.own:
            continue
        for a in case.graph.arguments[2 * case.graph.index[key] + AGAINST]:
            place = case.graph.position[a]
            argument = claim.con[place]
            if argument.answer or done.worth_hi[a] <= 0 or _is_conceded(case, claim, argument):
                continue
            grade = worth((done.worth_lo[a], done.worth_hi[a]), done.reading.settings.setting)
            severity = Severity.NOTE if grade == WEAK else Severity.WARNING
            yield Finding(
                f"nothing answers the objection to claim '{key}' "
                f"from {named(argument.premises)} (worth {grade})",
                case.project.spot("claims", key, "against", place),
                (key, *argument.premises),
                "name the claim that meets it under 'answer:'",
                severity=severity,
            )


def _is_conceded(case: Case, claim: Claim, argument: Argument) -> bool:
    """Whether a hedge grants the objection: one of the author's own, held by no rival."""
    if claim.hedge is None or case.project.settings.author is None:
        return False
    rivals = (case.project.claims.get(name) for name in argument.premises)
    return all(rival is None or case.is_authors(rival) for rival in rivals)
