"""Sources that are cited and that the manuscript's own bibliography lacks."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.model.project import Reference
from argmap.rules.case import Case
from argmap.rules.phrases import naming_place
from argmap.rules.registry import project_rule

MOST_SHOWN = 5


@project_rule("unlisted-source", family="citations", severity=Severity.WARNING)
def unlisted_source(case: Case) -> Iterator[Finding]:
    """The manuscript cites a source that its own bibliography does not list.

    Such an entry is marked ``listed: false`` under ``custom``: the notes cite it, and a reader who
    turns to the list at the end does not find it. Add it to the manuscript's bibliography, then
    take the mark away. A note where the list has the same work in another edition, or from another
    archive (``edition_of``): then it is enough to cite that one.

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
        if source.listed:
            continue
        named = case.citations.get(key, ())
        cited = [place for place in named if place.spot.path[0] != "scholars"]  # that is its author
        if not cited:
            continue
        other = case.project.sources.get(source.edition_of or "")
        only = f" but as '{shown(source.edition_of or '')}'" if other and other.listed else ""
        yield Finding(
            f"source '{shown(key)}' is cited{_notes(case, cited)}, and the manuscript's bibliography "
            f"does not list it{only}",
            case.project.spot("sources", key),
            (key,),
            "cite the edition that is listed, or list both"
            if only
            else "add it to the manuscript's bibliography, then take the mark away",
            tuple(Related(place.spot, f"named under {naming_place(place)}") for place in cited[:MOST_SHOWN]),
            severity=Severity.NOTE if only else Severity.WARNING,
        )


def _notes(case: Case, cited: list[Reference]) -> str:
    """Name the notes of the manuscript that cite a source; without any, tell how often it is cited."""
    items = (case.project.evidence.get(str(place.spot.path[1])) for place in cited)
    refs = list(dict.fromkeys(ref for item in items if item for ref in item.cited))
    if not refs:
        return " once" if len(cited) == 1 else f" {len(cited)} times"
    more = f" and {len(refs) - MOST_SHOWN} more" if len(refs) > MOST_SHOWN else ""
    return f" in note{'s' * (len(refs) > 1)} {', '.join(shown(ref) for ref in refs[:MOST_SHOWN])}{more}"
