"""Claims that lead nowhere."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.model.project import Project, arguments_of
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, project_rule


@project_rule("off-the-thesis", family="support", severity=Severity.NOTE)
def off_the_thesis(case: Case) -> Iterator[Finding]:
    """A claim of the author does not lead to the thesis.

    However well it is shown, it contributes to no conclusion: no chain of arguments, for or against, of
    undercutters, answers or challenges goes from it to the ``thesis`` named in ``argmap.toml``. Say what it
    bears on, or ask whether the text needs it. Of several claims that hang together, the uppermost is named.

    Found in::

        settings: |
          thesis = "north-attacked"
        claims:
          north-attacked: {text: The North attacked first., for: [war-diary]}
          winter-was-cold: {text: The winter was cold., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}

    Not in::

        settings: |
          thesis = "north-attacked"
        claims:
          north-attacked: {text: The North attacked first., for: [war-diary], against: [winter-was-cold]}
          winter-was-cold: {text: The winter was cold., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    project = case.project
    thesis = project.settings.thesis
    if thesis is None:
        raise NotCheckedError("argmap.toml names no thesis")
    if thesis not in project.claims:
        raise NotCheckedError(f"the thesis '{shown(thesis)}' is not in the map")
    below = claims_below(project)
    led = _reached(below, [thesis])
    off = [key for key in project.claims if key not in led]
    under = {name for key in off for name in below[key] if name != key}
    hanging = _reached(below, [key for key in off if key not in under])
    for key in off:
        if case.is_authors(project.claims[key]) and (key not in under or key not in hanging):
            in_circle = " and goes round in a circle" if key in under else ""
            yield Finding(
                f"claim '{shown(key)}' does not lead to the thesis '{shown(thesis)}'{in_circle}",
                project.spot("claims", key),
                (key,),
                "name it as a premise, answer or objection of what it bears on, or leave it out",
            )


def claims_below(project: Project) -> dict[str, list[str]]:
    """Give for each claim those that bear on it directly, in whatever way."""
    challengers = {key: item.challenged_by for key, item in project.evidence.items() if item.challenged_by}
    below: dict[str, list[str]] = {key: [] for key in project.claims}
    for key, claim in project.claims.items():
        names = list(claim.contradicts)
        for _, _, argument in arguments_of(claim):
            names += (*argument.premises, *argument.unless, *argument.answer)
            for premise in argument.premises:
                names += challengers.get(premise, ())
        below[key] += [name for name in dict.fromkeys(names) if name in project.claims]
        for other in claim.contradicts:
            if other in below:
                below[other].append(key)
    return below


def _reached(below: dict[str, list[str]], tops: list[str]) -> set[str]:
    found = set(tops)
    waiting = list(tops)
    while waiting:
        for name in below[waiting.pop()]:
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found
