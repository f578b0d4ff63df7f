"""Acts explained by what the actor could not have known yet."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.dates import surely_before
from argmap.rules.registry import project_rule


@project_rule("known-too-late", family="chronology", severity=Severity.WARNING)
def known_too_late(case: Case) -> Iterator[Finding]:
    """An act is explained by something that had not happened yet.

    The argument has ``scheme: practical-reasoning`` (somebody acted for this reason), and what it starts
    from is about a time certainly after the act: the actor could not have known it. Correct a date, or
    show that it was foreseen, in a claim of its own.

    Found in::

        claims:
          china-hesitated:
            text: China put off its entry.
            when: 1950-07
            for: [{from: landing, scheme: practical-reasoning}]
          landing: {text: The landing had turned the war., when: 1950-09-15/1950-09-28}

    Not in::

        claims:
          china-hesitated:
            text: China put off its entry.
            when: 1950-07
            for: [{from: landing-foreseen, scheme: practical-reasoning}]
          landing-foreseen: {text: China expected a landing., when: 1950-07}
    """
    project = case.project
    for key, side, i, argument in case.lists.steps_with("scheme"):
        if argument.scheme != "practical-reasoning" or side != "for":
            continue
        when = project.claims[key].when
        for j, name in enumerate(argument.premises):
            reason = project.claims.get(name)
            if reason is None or not surely_before(when, reason.when):
                continue
            yield Finding(
                f"claim '{key}' ({when}) is explained by '{name}', which is later ({reason.when})",
                project.spot("claims", key, "for", i, "from", j),
                (key, name),
                "mend a date, or show in a claim of its own that it was foreseen",
                (
                    Related(project.spot("claims", name, "when"), "the time of the reason"),
                    Related(project.spot("claims", key, "when"), "the time of the act"),
                ),
            )
