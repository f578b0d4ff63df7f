"""``argmap timeline``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.options import ProjectDir, open_map, write, write_json
from argmap.cli.results import Out, csv_text, give

if TYPE_CHECKING:
    from argmap.timeline.timeline import Timeline


class View(StrEnum):
    """What a timeline can be given as."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    HTML = "html"
    SVG = "svg"


class LaneName(StrEnum):
    """The lanes."""

    EVENTS = "events"
    CLAIMS = "claims"
    MADE = "made"
    PUBLIC = "public"


def timeline(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="Claims, evidence, events or sources; all if left out."),
    ] = None,
    project: ProjectDir = None,
    part: Annotated[str | None, typer.Option(help="Only one part of the manuscript.")] = None,
    depth: Annotated[int, typer.Option(min=0, help="Steps down from each claim named.")] = 2,
    since: Annotated[str | None, typer.Option("--from", help="First date of what happened (EDTF).")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Last date of what happened (EDTF).")] = None,
    lanes: Annotated[
        list[LaneName],
        typer.Option("--lane", help="Only this lane; repeatable. Text of a whole map: events if left out."),
    ] = [],
    form: Annotated[View, typer.Option("--format", help="As what.")] = View.TEXT,
    mono: Annotated[bool, typer.Option("--mono", help="SVG without colour.")] = False,
    out: Out = None,
) -> None:
    """Show events, what claims are about, when evidence was made and readable, and how verdicts went."""
    from argmap.timeline.timeline import LANES
    from argmap.timeline.timeline import timeline as put_together

    wanted = [lane.value for lane in lanes]
    only_events = form is View.TEXT and not (ids or part or wanted)
    shown = put_together(
        open_map(project).judgement,
        ids or (),
        part=part,
        depth=depth,
        since=since,
        until=until,
        lanes=["events"] if only_events else wanted or LANES,
    )
    if form is View.TEXT:
        _print(shown, only_events=only_events)
    elif form is View.JSON:
        from argmap.exchange.timeline_objects import timeline_object

        write_json(timeline_object(shown))
    else:
        give(_file(shown, form, mono=mono), out)


def _print(shown: "Timeline", *, only_events: bool) -> None:
    from argmap.cli.tables import console
    from argmap.timeline.tables import timeline_lines

    write("\n".join(timeline_lines(shown, console().width)) + "\n")
    if only_events:
        kinds = f"{len(shown.project.claims)} claims and {len(shown.project.evidence)} pieces of evidence"
        write(f"\n{kinds} are on other lanes: name an id or a part, or give --lane.\n")


def _file(shown: "Timeline", form: View, *, mono: bool) -> str:
    if form is View.CSV:
        from argmap.timeline.tables import timeline_table

        return csv_text(timeline_table(shown))
    if form is View.HTML:
        from argmap.timeline.page import timeline_html

        return timeline_html(shown)
    from argmap.timeline.picture import timeline_svg

    return timeline_svg(shown, colours="mono" if mono else "colour")
