"""Ids given twice where once is meant."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from argmap.model.errors import shown
from argmap.model.finding import Finding, Path, Related, Severity
from argmap.model.fix import take_away
from argmap.model.project import arguments_of
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import repeating

_FIELDS = {
    "scholars": ("schools", "works"),
    "events": ("claims", "evidence"),
}
"""Fields that are lists of ids, besides those of arguments, claims and evidence."""


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
    for kind, key, path, names in _lists(case):
        for name, first, again in _repeated(names):
            spot = project.spot(kind, key, *path, again)
            yield Finding(
                f"'{shown(name)}' stands twice under '{path[-1]}' of '{shown(key)}'",
                spot,
                (key, name),
                "take one out, or mend it if another id was meant",
                (Related(project.spot(kind, key, *path, first), "first given here"),),
                fix=take_away(spot, f"the second '{shown(name)}'", safe=True),
            )
    yield from _same_premises(case)


def _lists(case: Case) -> Iterator[tuple[str, str, Path, Sequence[str]]]:
    """Give each list of ids with the kind and id of its record and its place in it."""
    lists = case.lists
    for key, side, i, argument in lists.repetitive_steps:
        yield "claims", key, (side, i, "from"), argument.premises
    for field in ("unless", "answer"):
        for key, side, i, argument in lists.steps_with(field):
            yield "claims", key, (side, i, field), getattr(argument, field)
    yield from _longer("claims", "held_by", case.project.claims, lists.claims.held_by)
    yield from _longer("evidence", "cited", case.project.evidence, lists.evidence.cited)
    for field in ("by", "challenged_by"):
        for key, item in lists.evidence_with(field):
            yield "evidence", key, (field,), getattr(item, field)
    for kind, fields in _FIELDS.items():
        records = case.project.of_kind(kind)
        for field in fields:
            yield from _longer(kind, field, records, [getattr(record, field) for record in records.values()])


def _longer(
    kind: str, field: str, keys: Iterable[str], lists: Sequence[Sequence[str]]
) -> Iterator[tuple[str, str, Path, Sequence[str]]]:
    """Give the lists of a field of some records that are long enough to repeat anything."""
    for key, names in compress(zip(keys, lists, strict=True), map((1).__lt__, map(len, lists))):
        yield kind, key, (field,), names


def _repeated(names: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Give each name that stands twice, with its first place and the next."""
    if len(set(names)) == len(names):
        return
    first: dict[str, int] = {}
    told: set[str] = set()
    for i, name in enumerate(names):
        if name in first and name not in told:
            told.add(name)
            yield name, first[name], i
        first.setdefault(name, i)


def _same_premises(case: Case) -> Iterator[Finding]:
    project = case.project
    for key, claim in repeating(case):
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
