"""``argmap verdicts``."""

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.options import Format, ProjectDir, TextOrJson, open_map, write, write_json

if TYPE_CHECKING:
    from argmap.verdict.acceptance import Positions

SHOWN = 12
"""Disputes that are told one by one."""


def verdicts(
    project: ProjectDir = None,
    semantics: Annotated[
        str,
        typer.Option(
            "--semantics",
            "-s",
            help="grounded, preferred, stable, semi-stable, stage, complete or ideal.",
        ),
    ] = "grounded",
    timeout: Annotated[float | None, typer.Option(min=0, help="Give up after so many seconds.")] = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Show every verdict, and beside it whether the claim stands in all and in some coherent positions.

    The map is viewed as an abstract framework for that (docs/frameworks.md says how).
    """
    from argmap.verdict.acceptance import positions_of

    found = positions_of(open_map(project).judgement, semantics, timeout)
    if form is TextOrJson.JSON:
        write_json(_as_object(found))
    else:
        _print(found)


def _as_object(found: "Positions") -> dict[str, object]:
    return {
        "semantics": found.semantics,
        "positions": found.exist,
        "claims": {
            key: {
                "verdict": each.verdict.verdict,
                "grade": each.verdict.grade,
                "sceptical": each.sceptical,
                "credulous": each.credulous,
            }
            for key, each in found.claims.items()
        },
        "disputes": [list(dispute) for dispute in found.disputes],
    }


def _print(found: "Positions") -> None:
    from rich.text import Text

    from argmap.cli.tables import console, folded, table

    rows = table("claim", "the map", "in all", "in some", wide=True)
    for key, each in found.claims.items():
        own = f"{each.verdict.mark} {each.verdict}"
        rows.add_row(Text(key), Text(own), _word(stands=each.sceptical), _word(stands=each.credulous))
    console().print(rows)
    if not found.exist:
        write(f"There is no {found.semantics} position: every claim stands in all of none.\n")
    if found.disputes:
        several = "1 dispute is" if len(found.disputes) == 1 else f"{len(found.disputes)} disputes are"
        write(f"\n{several} open, each for itself:\n")
    for dispute in found.disputes[:SHOWN]:
        write("".join(f"{line}\n" for line in folded(f"  {', '.join(dispute)}")))
    if len(found.disputes) > SHOWN:
        write(f"  and {len(found.disputes) - SHOWN} more\n")


def _word(*, stands: bool) -> str:
    return "yes" if stands else "no"
