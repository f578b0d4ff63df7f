"""``argmap fragile``."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.options import Format, ProjectDir, TextOrJson, open_map, write, write_json

if TYPE_CHECKING:
    from argmap.model.project import Project
    from argmap.verdict.fragility import Fragility, Loss

SHOWN = 20
"""Losses of one claim, and single points of a map, that are told one by one."""
IN_A_SENTENCE = 3
"""Things lost together that fit in a sentence; more are listed."""


class By(StrEnum):
    """What is lost."""

    EVIDENCE = "evidence"
    SOURCE = "source"
    ARCHIVE = "archive"
    PERSON = "person"


def fragile(
    claim: Annotated[str | None, typer.Argument(metavar="ID", help="The claim.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Ask it of every claim.")] = False,
    by: Annotated[By, typer.Option(help="What is lost: evidence one by one, or all of one …")] = By.EVIDENCE,
    most: Annotated[
        int | None,
        typer.Option(
            "--most", min=1, max=99, help="Most things lost together: 3 for a claim, 1 for all if left out."
        ),
    ] = None,
    grade: Annotated[bool, typer.Option("--grade", help="A lower grade counts as turning, too.")] = False,
    project: ProjectDir = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Show what a verdict hangs on: the smallest losses that turn it."""
    from argmap.model.errors import ArgmapError
    from argmap.verdict.fragility import FragileMap

    if every == (claim is not None):
        raise ArgmapError("fragile what? give the id of a claim, or --all")
    opened = open_map(project)
    asked = FragileMap(opened.judgement, by.value, grade=grade)
    told = asked.all(most or 1) if claim is None else {claim: asked.of(claim, most or 3)}
    if form is TextOrJson.JSON:
        from argmap.exchange.fragility_objects import fragile_object

        write_json(fragile_object(opened.project, by.value, told.values(), grade=grade))
    elif claim is not None:
        write("\n".join(_of_one(opened.project, told[claim])) + "\n")
    else:
        write("\n".join(_of_all(opened.project, by.value, list(told.values()))) + "\n")


def _of_one(project: "Project", told: "Fragility") -> Iterator[str]:
    from argmap.cli.tables import folded
    from argmap.verdict.loss_words import sentences

    yield f"{told.verdict.mark} {told.verdict}   {told.claim}"
    yield from folded(f"    {project.claims[told.claim].text}")
    yield ""
    first, *rest = sentences(project, told)
    yield from folded(first)
    losses, limits = rest[: len(told.losses)], rest[len(told.losses) :]
    for loss, sentence in zip(told.losses[:SHOWN], losses, strict=False):
        if len(loss.items) > IN_A_SENTENCE:
            yield from _listed(project, told.by, loss)
            continue
        yield from folded(sentence)
        if told.by == "evidence" and len(loss.items) == 1:
            yield from folded(f"    {project.evidence[loss.items[0]].shows}")
    if len(losses) > SHOWN:
        yield f"And {len(losses) - SHOWN} more; --format json lists them all."
    for sentence in limits:
        yield from folded(sentence)


def _listed(project: "Project", by: str, loss: "Loss") -> Iterator[str]:
    from argmap.cli.tables import folded
    from argmap.verdict.loss_words import counted, named

    yield f"Without these {counted(len(loss.items), by)} together this claim would be {loss.after}:"
    for item in loss.items:
        yield from folded(f"  - {named(project, by, item)}")


def _of_all(project: "Project", by: str, told: list["Fragility"]) -> Iterator[str]:
    from argmap.cli.tables import folded
    from argmap.verdict.loss_words import UNITS, counted, named

    on_one = [each for each in told if each.single_points]
    hang = "hangs" if len(on_one) == 1 else "hang"
    yield f"Of {len(told)} claims {len(on_one)} {hang} on {counted(1, by)}."
    points = Counter(point for each in on_one for point in each.single_points)
    for point, count in sorted(points.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]:
        claims = "1 verdict" if count == 1 else f"{count} verdicts"
        yield from folded(f"  {claims} would turn without {named(project, by, point)}.")
    if len(points) > SHOWN:
        yield f"  So would some without {len(points) - SHOWN} other {UNITS[by][1]}."
    for each in told:
        if each.losses:
            yield ""
            yield f"{each.verdict.mark} {each.verdict}   {each.claim}"
            for loss in each.losses[:SHOWN]:
                yield from folded(f"    without {' and '.join(loss.items)}: {loss.after}", hang=8)
            if len(each.losses) > SHOWN:
                yield f"    and {len(each.losses) - SHOWN} more"
