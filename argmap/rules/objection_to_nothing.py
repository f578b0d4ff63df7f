"""Challenges that hit nothing."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule


@project_rule("objection-to-nothing", family="opposition", severity=Severity.NOTE)
def objection_to_nothing(case: Case) -> Iterator[Finding]:
    """A challenge takes away evidence that carries nothing.

    No argument uses the evidence that is challenged, or the map calls it forged anyway, so the challenge
    moves no verdict. If it was meant for other evidence, or for the step that uses it (``unless:``), put it
    there; else it is a remark.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
          post-was-drunk: {text: The men of the post were drunk., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
          guard: {shows: A guard saw shells from the south., challenged_by: post-was-drunk}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary], against: [guard]}
          post-was-drunk: {text: The men of the post were drunk., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
          guard: {shows: A guard saw shells from the south., challenged_by: post-was-drunk}
    """
    for key, item in case.lists.evidence_with("challenged_by"):
        if key in case.unnamed:
            why = "no argument uses"
        elif item.authenticity == "forged":
            why = "the map calls forged already"
        else:
            continue
        yield Finding(
            f"{named(item.challenged_by)} challenges evidence '{shown(key)}', which {why}",
            case.project.spot("evidence", key, "challenged_by"),
            (key, *item.challenged_by),
            "put the challenge where the evidence is used, or make it a remark",
        )
