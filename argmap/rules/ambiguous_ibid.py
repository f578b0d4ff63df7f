"""Ibid. after a note with several works, or after none."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.at_hand import discrepancies
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("ambiguous-ibid", family="citations", severity=Severity.WARNING)
def ambiguous_ibid(case: Case) -> Iterator[Finding]:
    """An Ibid. may mean several works.

    The note before it cites more than one, or there is none: which is meant, only the author knows.
    Write the short title instead. Needs the manuscript's text.

    Found in::

        manuscript: |
          The town was rich.¹ It paid well.²

          ¹ Anna Moor, *The River Towns*, Oslo: Fjord Press, 1961, p. 4;
            Peter Vale, *Harbour Wars*, London: Quay, 1980.

          ² Ibid., p. 12.

    Not in::

        manuscript: |
          The town was rich.¹ It paid well.²

          ¹ Anna Moor, *The River Towns*, Oslo: Fjord Press, 1961, p. 4.

          ² Ibid., p. 12.
    """
    return discrepancies(case, "ambiguous-ibid", help="write the short title of the work that is meant")
