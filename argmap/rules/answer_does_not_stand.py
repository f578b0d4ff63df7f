"""Answers to objections that do not stand themselves."""

from collections.abc import Iterator

from argmap.graph.arguments import AGAINST
from argmap.model.finding import Finding, Related, Severity
from argmap.model.records import Claim
from argmap.rules.case import Case
from argmap.rules.phrases import WEAK, worth
from argmap.rules.registry import project_rule


@project_rule("answer-does-not-stand", family="opposition", severity=Severity.WARNING)
def answer_does_not_stand(case: Case) -> Iterator[Finding]:
    """An objection is answered by something that does not stand.

    An answer takes an objection away only if it is supported itself; this one leaves it in force.
    Give the answer what it needs, or name another. Objections that are worth nothing in any case are
    passed over, and those that another answer meets; where all that it leaves in force is worth no more
    than weak, it is a note. An answer to several objections to one claim is told once.

    Found in::

        claims:
          attack-first:
            text: The North attacked first.
            for: [war-diary]
            against: [{from: raids, answer: raids-were-over}]
          raids-were-over: {text: The raids had ended weeks before.}
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
    project, judgement = case.project, case.judgement
    for key, claim in case.lists.claims_with("con"):
        for answer, (places, grave) in _fallen_answers(case, key, claim).items():
            verdict = judgement.verdicts.get(answer)
            kind, state = ("claims", str(verdict)) if verdict else ("evidence", "challenged")
            objections = "an objection" if len(places) == 1 else f"{len(places)} objections"
            first, *rest = (project.spot("claims", key, "against", i, "answer", j) for i, j in places)
            yield Finding(
                f"the answer '{answer}' to {objections} to claim '{key}' is {state}",
                first,
                (key, answer),
                f"'argmap why {answer}' tells what it lacks" if verdict else "",
                (
                    Related(project.spot(kind, answer), f"'{answer}' is {state}"),
                    *(Related(spot, "the same answer") for spot in rest),
                ),
                severity=Severity.WARNING if grave else Severity.NOTE,
            )


def _fallen_answers(case: Case, key: str, claim: Claim) -> dict[str, tuple[list[tuple[int, int]], bool]]:
    """Give the answers that do not stand and leave an objection in force.

    With their places, and whether one of the objections is worth more than weak.
    """
    if not any(argument.answer for argument in claim.con):
        return {}
    graph, done, setting = case.graph, case.judgement.fixpoint, case.project.settings.verdicts.setting
    found: dict[str, list[tuple[int, int]]] = {}
    grave: set[str] = set()
    for a in graph.arguments[2 * graph.index[key] + AGAINST]:
        if done.worth_hi[a] <= 0:
            continue
        i = graph.position[a]
        for j, answer in enumerate(claim.con[i].answer):
            node = graph.index.get(answer)
            if node is not None and done.lo[node] <= 0:
                found.setdefault(answer, []).append((i, j))
                if worth((done.worth_lo[a], done.worth_hi[a]), setting) != WEAK:
                    grave.add(answer)
    return {answer: (places, answer in grave) for answer, places in found.items()}
