"""Answers to objections that do not stand themselves."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("answer-does-not-stand", family="opposition", severity=Severity.WARNING)
def answer_does_not_stand(case: Case) -> Iterator[Finding]:
    """An objection is answered by something that does not stand.

    An answer takes an objection away only if it is supported itself; this one leaves it in force.
    Give the answer what it needs, or name another.

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
    project, graph, judgement = case.project, case.graph, case.judgement
    for key, claim in project.claims.items():
        for i, argument in enumerate(claim.con):
            for j, answer in enumerate(argument.answer):
                node = graph.index.get(answer)
                if node is None or judgement.fixpoint.lo[node] > 0:
                    continue
                verdict = judgement.verdicts.get(answer)
                kind, state = ("claims", str(verdict)) if verdict else ("evidence", "challenged")
                yield Finding(
                    f"the answer '{answer}' to an objection to claim '{key}' is {state}",
                    project.spot("claims", key, "against", i, "answer", j),
                    (key, answer),
                    f"'argmap why {answer}' tells what it lacks" if verdict else "",
                    (Related(project.spot(kind, answer), f"'{answer}' is {state}"),),
                )
