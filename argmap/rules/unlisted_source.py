"""Sources that are cited and that the manuscript's own bibliography lacks."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import naming_place
from argmap.rules.registry import project_rule

MOST_SHOWN = 5


@project_rule("unlisted-source", family="citations", severity=Severity.WARNING)
def unlisted_source(case: Case) -> Iterator[Finding]:
    """The manuscript cites a source that its own bibliography does not list.

    Such an entry is marked ``listed: false`` under ``custom``: the notes cite it, and a reader who
    turns to the list at the end does not find it. Add it to the manuscript's bibliography, then
    take the mark away.

    Found in::

        evidence:
          war-diary: {shows: The order came from Pyongyang., source: army-archives-1950}
        sources:
          army-archives-1950:
            {type: book, title: Papers of the Army Archives, custom: {listed: false}}

    Not in::

        evidence:
          war-diary: {shows: The order came from Pyongyang., source: army-archives-1950}
        sources:
          army-archives-1950: {type: book, title: Papers of the Army Archives}
    """
    for key, source in case.project.sources.items():
        named = case.citations.get(key, ())
        cited = [place for place in named if place.spot.path[0] != "scholars"]  # that is its author
        if source.listed or not cited:
            continue
        times = "once" if len(cited) == 1 else f"{len(cited)} times"
        yield Finding(
            f"source '{shown(key)}' is cited {times}, and the manuscript's bibliography does not list it",
            case.project.spot("sources", key),
            (key,),
            "add it to the manuscript's bibliography, then take the mark away",
            tuple(Related(place.spot, f"named under {naming_place(place)}") for place in cited[:MOST_SHOWN]),
        )
