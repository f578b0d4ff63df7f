"""Notes and markers that do not find each other."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity, Spot
from argmap.rules.at_hand import manuscripts
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("loose-note", family="citations", severity=Severity.WARNING)
def loose_note(case: Case) -> Iterator[Finding]:
    """A note is called nowhere, or a marker calls a note that is not there.

    Notes and text have come apart: a marker was lost, a note deleted, or a number used twice. Needs the
    manuscript's text.

    Found in::

        manuscript: |
          The town was rich.¹ It paid well.

          ¹ Anna Moor, *The River Towns*, Oslo: Fjord Press, 1961, p. 4.

          ² Moor, *River Towns*, p. 12.

    Not in::

        manuscript: |
          The town was rich.¹ It paid well.²

          ¹ Anna Moor, *The River Towns*, Oslo: Fjord Press, 1961, p. 4.

          ² Moor, *River Towns*, p. 12.
    """
    for name, manuscript in manuscripts(case).items():
        for end in manuscript.loose_ends:
            spot = Spot(name, at=(end.line, 1))
            yield Finding(end.message, spot, (end.ref,), "mend the marker or the note")
