"""Arguments from silence that do not say where one listened."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.model.records import Evidence
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("silence-unsearched", family="support", severity=Severity.WARNING)
def silence_unsearched(case: Case) -> Iterator[Finding]:
    """An argument from absence does not say what was searched.

    That something is not found shows that it was not there only where it would have been recorded and
    one has looked. Say under ``searched:`` of the evidence what was looked through. Looks at evidence
    put with ``bearing: silence`` or ``scheme: ignorance``; a letter or article with its date that is silent
    itself, a record or testimony, was read and nothing more had to be. Where a scholar tells of the
    silence (``form: scholarship``) the search was the scholar's, and it is a note.

    Found in::

        claims:
          no-order: {text: No order to attack was given., for: [{from: files-silent, bearing: silence}]}
        evidence:
          files-silent: {shows: The files hold no order to attack., form: record}

    Not in::

        claims:
          no-order: {text: No order to attack was given., for: [{from: files-silent, bearing: silence}]}
        evidence:
          files-silent:
            shows: The files hold no order to attack.
            form: record
            searched: All files of the general staff for 1950.
    """
    project = case.project
    silent = [step for step in case.lists.steps_with("bearing") if step.argument.bearing == "silence"]
    silent += [
        step
        for step in case.lists.steps_with("scheme")
        if step.argument.scheme == "ignorance" and step.argument.bearing != "silence"
    ]
    for key, side, i, argument in silent:
        for j, name in enumerate(argument.premises):
            item = project.evidence.get(name)
            if item is None or item.searched is not None or _is_silent_itself(item):
                continue
            yield Finding(
                f"evidence '{name}' is read as silence {side} claim '{key}', "
                "and nothing tells what was searched",
                project.spot("claims", key, side, i, "from", j),
                (key, name),
                "say under 'searched:' of the evidence what was looked through",
                (Related(project.spot("evidence", name), f"evidence '{name}'"),),
                severity=Severity.NOTE if item.form == "scholarship" else Severity.WARNING,
            )


def _is_silent_itself(item: Evidence) -> bool:
    """Whether evidence is one document of a known date, and its own silence is meant."""
    return item.form in ("record", "testimony") and item.made is not None
