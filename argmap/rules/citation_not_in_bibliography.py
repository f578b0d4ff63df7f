"""Works that the notes cite and the bibliography lacks."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.at_hand import discrepancies
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("citation-not-in-bibliography", family="citations", severity=Severity.WARNING)
def citation_not_in_bibliography(case: Case) -> Iterator[Finding]:
    """A note cites a work that the bibliography does not list.

    Who wants to look the work up finds it only in the note. Add it to the manuscript's bibliography, or
    mend the citation so that it can be matched. A note where the list has something that may be meant: a
    document of that day by another title or to somebody else, a letter between the same two on that day of
    another year, a book of the same people, publisher and year. Needs the manuscript's text.

    Found in::

        manuscript: |
          The town was rich.¹ The harbour was poor.²

          ¹ Anna Moor, *The River Towns*, Oslo: Fjord Press, 1961, p. 4.

          ² Ida Lund, *The Poor Harbour*, Bergen: Skute, 1977, p. 9.

          Bibliography

          Moor, Anna, *The River Towns*, Oslo: Fjord Press, 1961.

    Not in::

        manuscript: |
          The town was rich.¹

          ¹ Anna Moor, *The River Towns*, Oslo: Fjord Press, 1961, p. 4.

          Bibliography

          Moor, Anna, *The River Towns*, Oslo: Fjord Press, 1961.
    """
    return discrepancies(
        case, "cited-not-listed", lighter="listed-otherwise", help="list the work in the bibliography"
    )
