"""Works of the bibliography that no note cites."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.at_hand import discrepancies
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("entry-never-cited", family="citations", severity=Severity.NOTE)
def entry_never_cited(case: Case) -> Iterator[Finding]:
    """No note cites a work of the bibliography.

    Either the work was read and left its trace nowhere, or a note that uses it does not say so. Passed over
    are entries that a citation fits almost as well as the one that it is taken to mean, such as a work that
    is listed twice, and those that ``citation-not-in-bibliography`` names. Needs the manuscript's text.

    Found in::

        manuscript: |
          The town was rich.¹

          ¹ Anna Moor, *The River Towns*, Oslo: Fjord Press, 1961, p. 4.

          Bibliography

          Moor, Anna, *The River Towns*, Oslo: Fjord Press, 1961.

          Vale, Peter, *Harbour Wars*, London: Quay, 1980.

    Not in::

        manuscript: |
          The town was rich.¹

          ¹ Anna Moor, *The River Towns*, Oslo: Fjord Press, 1961, p. 4.

          Bibliography

          Moor, Anna, *The River Towns*, Oslo: Fjord Press, 1961.
    """
    return discrepancies(case, "listed-never-cited", help="cite it where it is used, or leave it out")
