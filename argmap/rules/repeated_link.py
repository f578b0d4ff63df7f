"""Ids given twice where once is meant."""

from collections.abc import Iterator, Sequence

from argmap.model.errors import shown
from argmap.model.finding import Finding, Path, Related, Severity
from argmap.model.fix import take_away
from argmap.model.project import Project, arguments_of
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule


@project_rule("repeated-link", family="files", severity=Severity.WARNING)
def repeated_link(case: Case) -> Iterator[Finding]:
    """A link is given twice.

    An id stands twice in one list, or two arguments on one side of a claim have the same premises. It
    counts once, so the claim looks better supported than it is; often another id was meant. Take one out.
    Two arguments from the same premises may stand where each has its own ``because:``.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary, war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    project = case.project
    for key, path, names in _lists(project):
        kind = str(path[0])
        for name, first, again in _repeated(names):
            spot = project.spot(kind, key, *path[2:], again)
            yield Finding(
                f"'{shown(name)}' stands twice under '{path[-1]}' of '{shown(key)}'",
                spot,
                (key, name),
                "take one out, or mend it if another id was meant",
                (Related(project.spot(kind, key, *path[2:], first), "first given here"),),
                fix=take_away(spot, f"the second '{shown(name)}'", safe=True),
            )
    yield from _same_premises(project)


def _lists(project: Project) -> Iterator[tuple[str, Path, Sequence[str]]]:
    """Give the lists of ids that have several entries, as far as they are long and many."""
    """Give each list of ids with the record and field where it stands."""
    for key, claim in project.claims.items():
        if len(claim.held_by) > 1:
            yield key, ("claims", key, "held_by"), claim.held_by
        for side, i, argument in arguments_of(claim):
            if len(argument.premises) > 1:
                yield key, ("claims", key, side, i, "from"), argument.premises
            if len(argument.unless) > 1:
                yield key, ("claims", key, side, i, "unless"), argument.unless
            if len(argument.answer) > 1:
                yield key, ("claims", key, side, i, "answer"), argument.answer
    for key, item in project.evidence.items():
        if len(item.cited) > 1:
            yield key, ("evidence", key, "cited"), item.cited
        if len(item.by) > 1:
            yield key, ("evidence", key, "by"), item.by
        if len(item.challenged_by) > 1:
            yield key, ("evidence", key, "challenged_by"), item.challenged_by
    for key, scholar in project.scholars.items():
        yield key, ("scholars", key, "schools"), scholar.schools
        yield key, ("scholars", key, "works"), scholar.works
    for key, event in project.events.items():
        yield key, ("events", key, "claims"), event.claims
        yield key, ("events", key, "evidence"), event.evidence


def _repeated(names: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Give each name that stands twice, with its first place and the next."""
    if len(names) < 2 or len(set(names)) == len(names):
        return
    first: dict[str, int] = {}
    told: set[str] = set()
    for i, name in enumerate(names):
        if name in first and name not in told:
            told.add(name)
            yield name, first[name], i
        first.setdefault(name, i)


def _same_premises(project: Project) -> Iterator[Finding]:
    for key, claim in project.claims.items():
        if len(claim.pro) < 2 and len(claim.con) < 2:
            continue
        seen: dict[tuple[str, frozenset[str]], tuple[int, str | None]] = {}
        for side, i, argument in arguments_of(claim):
            premises = side, frozenset(argument.premises)
            if premises not in seen:
                seen[premises] = i, argument.because
                continue
            first, because = seen[premises]
            if because and argument.because and because != argument.because:
                continue
            yield Finding(
                f"two arguments {side} claim '{shown(key)}' have the same premises: "
                f"{named(tuple(dict.fromkeys(argument.premises)))}",
                project.spot("claims", key, side, i),
                (key, *dict.fromkeys(argument.premises)),
                "take one out, or say under 'because:' how each gives the claim",
                (Related(project.spot("claims", key, side, first), "first given here"),),
            )
