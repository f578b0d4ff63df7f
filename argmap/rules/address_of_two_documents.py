"""Addresses in archives that cannot both be right."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.at_hand import discrepancies
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("address-of-two-documents", family="citations", severity=Severity.NOTE)
def address_of_two_documents(case: Case) -> Iterator[Finding]:
    """One address in an archive is said to hold two documents.

    The same file and the same sheets are cited for documents of different days: one of the addresses is
    probably wrong. Pages below 20 may count from the beginning of each document and are passed over.
    Needs the manuscript's text.

    Found in::

        manuscript: |
          He agreed.¹ He refused.²

          ¹ RGASPI, "Telegram to the harbour," 3 May 1921, F.5, OP.1, D.12, p.54.

          ² RGASPI, "Telegram to the town," 9 May 1921, F.5, OP.1, D.12, p.54.

    Not in::

        manuscript: |
          He agreed.¹ He refused.²

          ¹ RGASPI, "Telegram to the harbour," 3 May 1921, F.5, OP.1, D.12, p.54.

          ² RGASPI, "Telegram to the town," 9 May 1921, F.5, OP.1, D.12, p.57.
    """
    return discrepancies(
        case, "one-address-two-documents", help="look both documents up and mend the address"
    )
