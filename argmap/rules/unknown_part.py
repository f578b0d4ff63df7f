"""Parts of the manuscript that the settings do not know."""

from collections.abc import Iterator

from argmap.model.errors import nearest, shown
from argmap.model.finding import Finding, Severity
from argmap.model.vocabulary import SINGULAR
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, project_rule


@project_rule("unknown-part", family="files", severity=Severity.WARNING)
def unknown_part(case: Case) -> Iterator[Finding]:
    """A record names a part of the manuscript that the settings do not.

    The record then stands in no part: figures, reports and the order of the argument leave it at the end.
    Mend ``part:``, or add the part to ``[parts]`` in ``argmap.toml``. Not checked where no parts are named.

    Found in::

        settings: |
          [parts]
          I = "The border"
        claims:
          attack-first: {text: The North attacked first., part: II}

    Not in::

        settings: |
          [parts]
          I = "The border"
        claims:
          attack-first: {text: The North attacked first., part: I}
    """
    project = case.project
    parts = project.settings.parts
    if not parts:
        raise NotCheckedError("the settings name no parts")
    events = [event.part for event in project.events.values()]
    for kind, records, given in (
        ("claims", project.claims, case.lists.claims.part),
        ("events", project.events, events),
    ):
        unknown = set(given) - parts.keys() - {None}
        for key, record in records.items() if unknown else ():
            if record.part is None or record.part in parts:
                continue
            meant = nearest(record.part, parts)
            yield Finding(
                f"{SINGULAR[kind]} '{shown(key)}' is in part '{shown(record.part)}', "
                "which argmap.toml does not name",
                project.spot(kind, key, "part"),
                (key,),
                f"did you mean '{meant}'?" if meant else f"parts are {', '.join(map(shown, parts))}",
            )
