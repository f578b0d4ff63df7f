"""Short titles without a full citation before them."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.at_hand import discrepancies
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("short-title-never-introduced", family="citations", severity=Severity.WARNING)
def short_title_never_introduced(case: Case) -> Iterator[Finding]:
    """A short title stands for no work cited in full before.

    A reader cannot tell which work is meant. Give the full citation at the first place, and the same
    author's name at the others. Needs the manuscript's text.

    Found in::

        manuscript: |
          The town was rich.¹ It paid well.²

          ¹ Anna Moor, *The River Towns*, Oslo: Fjord Press, 1961, p. 4.

          ² Vale, *Harbour Wars*, p. 12.

    Not in::

        manuscript: |
          The town was rich.¹ It paid well.²

          ¹ Anna Moor, *The River Towns*, Oslo: Fjord Press, 1961, p. 4.

          ² Moor, *River Towns*, p. 12.
    """
    return discrepancies(
        case, "short-title-never-introduced", help="give the full citation where the work is first cited"
    )
