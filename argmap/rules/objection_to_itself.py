"""Objections and answers that bite their own tail."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("objection-to-itself", family="logic", severity=Severity.ERROR)
def objection_to_itself(case: Case) -> Iterator[Finding]:
    """An objection hits what it comes from.

    An argument is undercut by one of its own premises or by its own conclusion, an objection is answered by
    itself or by repeating the claim that it is raised against, or evidence is challenged by a claim that
    rests on it alone. Such a step decides nothing; most often another id was meant.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [{from: war-diary, unless: attack-first}]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [{from: war-diary, unless: diary-is-copy}]}
          diary-is-copy: {text: The diary is a later copy., for: [paper]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
          paper: {shows: The paper of the diary was first made in 1953., form: record}
    """
    project = case.project
    for field, done in (("unless", "undercut"), ("answer", "answered")):
        for key, side, i, argument in case.lists.steps_with(field):
            for j, name in enumerate(argument.unless if field == "unless" else argument.answer):
                if name != key and name not in argument.premises:
                    continue
                own = "its own conclusion" if name == key else "its own premise"
                yield Finding(
                    f"an argument {side} claim '{shown(key)}' is {done} by '{shown(name)}', {own}",
                    project.spot("claims", key, side, i, field, j),
                    (key, name) if name != key else (key,),
                    "mend the id, or take the link out",
                )
    for key, item in case.lists.evidence_with("challenged_by"):
        for j, name in enumerate(item.challenged_by):
            challenger = project.claims.get(name)
            if challenger and challenger.pro and all(key in a.premises for a in challenger.pro):
                yield Finding(
                    f"evidence '{shown(key)}' is challenged by '{shown(name)}', which rests on it alone",
                    project.spot("evidence", key, "challenged_by", j),
                    (key, name),
                    "rest the challenge on something else, or take the link out",
                )
