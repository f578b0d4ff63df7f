"""``argmap impact``."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.fragile import By
from argmap.cli.options import Format, ProjectDir, TextOrJson, open_map, write, write_json

if TYPE_CHECKING:
    from argmap.model.project import Project
    from argmap.verdict.impact import Effect, Impact


def impact(
    item: Annotated[
        str, typer.Argument(metavar="ID", help="Evidence or a source by id, an archive or a person by name.")
    ],
    by: Annotated[By | None, typer.Option(help="Which of these it is, where several have the name.")] = None,
    project: ProjectDir = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Show every verdict that turns if a document is withdrawn or found forged."""
    from argmap.verdict.impact import impact as impact_of

    opened = open_map(project)
    told = impact_of(opened.judgement, item, by.value if by else None)
    if form is TextOrJson.JSON:
        from argmap.exchange.fragility_objects import impact_object

        write_json(impact_object(opened.project, told))
    else:
        write("\n".join(_lines(opened.project, told)) + "\n")


def _lines(project: "Project", told: "Impact") -> Iterator[str]:
    from argmap.cli.tables import folded
    from argmap.verdict.loss_words import counted, named

    name = named(project, told.kind, told.item)
    if told.kind != "evidence":
        name += f", {counted(len(told.withdrawn), 'evidence')},"
    same = told.forged == told.withdrawn
    yield from folded(
        f"If {name} {'is withdrawn or forged' if same else 'is withdrawn'}: {_sum(told.if_withdrawn)}."
    )
    yield from _effects(project, told.if_withdrawn)
    if not same:
        yield ""
        others = [key for key in told.forged if key not in told.withdrawn]
        yield from folded(
            f"If it is forged, so is {', '.join(others)}, from the same documents: {_sum(told.if_forged)}."
        )
        if told.if_forged != told.if_withdrawn:
            yield from _effects(project, told.if_forged)


def _sum(effects: "Sequence[Effect]") -> str:
    turned = sum(effect.turned for effect in effects)
    grades = len(effects) - turned
    if not effects:
        return "no verdict changes"
    turn = "1 verdict turns" if turned == 1 else f"{turned} verdicts turn"
    return f"{turn} and {'1 grade changes' if grades == 1 else f'{grades} grades change'}"


def _effects(project: "Project", effects: "Sequence[Effect]") -> Iterator[str]:
    from argmap.cli.tables import folded

    for effect in effects:
        rest = {0: "nothing rests on it", 1: "1 claim rests on it"}.get(
            effect.above, f"{effect.above} claims rest on it"
        )
        yield ""
        after = f"{effect.after.mark} {effect.after}"
        yield f"{effect.before.mark} {effect.before} → {after}   {effect.claim}   ({rest})"
        yield from folded(f"    {project.claims[effect.claim].text}")
