"""``argmap as-of``."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.options import Format, Grades, GradesOf, ProjectDir, TextOrJson, open_map, write, write_json

if TYPE_CHECKING:
    from argmap.model.project import Project
    from argmap.verdict.history import History, Turn


def as_of(
    claim: Annotated[str | None, typer.Argument(metavar="ID", help="The claim; all if left out.")] = None,
    grades: Grades = GradesOf.THEN,
    project: ProjectDir = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Show in which years verdicts turned as evidence became readable, and what turned them."""
    from argmap.verdict.history import histories

    opened = open_map(project)
    told = list(histories(opened.judgement, None if claim is None else [claim], grades=grades.value).values())
    if form is TextOrJson.JSON:
        from argmap.exchange.fragility_objects import as_of_object

        write_json(as_of_object(opened.project, told))
    elif claim is not None:
        write("\n".join(_strip(opened.project, told[0])) + "\n")
    else:
        write("\n".join(_table(told)) + "\n")


def _strip(project: "Project", told: "History") -> Iterator[str]:
    from argmap.cli.tables import folded

    yield f"{told.now.mark} {told.now}   {told.claim}"
    yield from folded(f"    {project.claims[told.claim].text}")
    yield ""
    yield f"  before  {told.first.mark} {told.first}"
    for year, verdict in told.strip:
        yield f"{year:>8}  {verdict.mark} {verdict}"
    yield f"{'now':>8}  {told.now.mark} {told.now}"
    yield ""
    if not told.turns:
        yield "No evidence that became readable ever turned this verdict."
    for turn in told.turns:
        names = ", ".join(f"{each.evidence} (readable since {each.since})" for each in turn.releases)
        yield from folded(
            f"In {turn.year} it turned from {turn.before.verdict} to {turn.after.verdict} through {names}."
        )
        for each in turn.releases:
            yield from folded(f"    {project.evidence[each.evidence].shows}")
    if told.undated:
        yield from folded(f"Taken as always readable, for want of a date: {', '.join(told.undated)}.")


def _table(histories: "Sequence[History]") -> Iterator[str]:
    from argmap.cli.tables import folded

    turns = sum(len(told.turns) for told in histories)
    turned = sum(bool(told.turns) for told in histories)
    yield f"Of {len(histories)} claims {turned} turned at least once, in all {turns} times."
    for told in histories:
        if told.turns:
            yield ""
            first = f"{told.first.mark} {told.first.verdict}"
            yield f"{told.claim}   at first {first}, now {told.now.mark} {told.now}"
            for turn in told.turns:
                yield from folded(_turn(turn), hang=12)


def _turn(turn: "Turn") -> str:
    names = ", ".join(each.evidence for each in turn.releases)
    return f"{turn.year:>8}  {turn.after.mark} {turn.after.verdict} through {names}"
