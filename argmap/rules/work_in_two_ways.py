"""Works that notes and bibliography tell in two ways."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.at_hand import discrepancies
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("work-in-two-ways", family="citations", severity=Severity.NOTE)
def work_in_two_ways(case: Case) -> Iterator[Finding]:
    """A work has another year or another author's name in the notes than in the bibliography.

    One of the two is a slip, or two editions are taken for one. Needs the manuscript's text.

    Found in::

        manuscript: |
          The town was rich.¹

          ¹ Anna Moor, *The River Towns*, Oslo: Fjord Press, 1963, p. 4.

          Bibliography

          Moor, Anna, *The River Towns*, Oslo: Fjord Press, 1961.

    Not in::

        manuscript: |
          The town was rich.¹

          ¹ Anna Moor, *The River Towns*, Oslo: Fjord Press, 1961, p. 4.

          Bibliography

          Moor, Anna, *The River Towns*, Oslo: Fjord Press, 1961.
    """
    return discrepancies(case, "two-years", "two-spellings", help="give the work in one way")
