"""Quotations that only a receipt vouches for."""

from collections.abc import Iterator

from argmap.manuscript.quotes.records import NO_HELP, Verdict
from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.at_hand import quotations
from argmap.rules.case import Case
from argmap.rules.quotation_phrases import words_of
from argmap.rules.registry import project_rule


@project_rule("quotation-by-receipt", family="quotations", severity=Severity.NOTE)
def quotation_by_receipt(case: Case) -> Iterator[Finding]:
    """A quotation was verified once, and its text is not here.

    ``argmap manuscript quotes --keep-receipts`` notes what was found, word for word, in a text that may not
    be copied into the project. Here the text is missing: the receipt says that these very words stood
    there, or that the quotation was edited since. Name the text in ``argmap.local.toml`` to look again.

    Found in::

        evidence:
          refusal:
            shows: Help was refused.
            source: kim-1998
            quote: {exact: "Moscow is not ready to send the army"}
        sources:
          kim-1998: {type: book, title: The Border War}
        receipts:
          - quotation: refusal
            source: kim-1998
            source_sha256: aa82a3a492873df95bff4840973349cf0e6678551a62cdad7079d6809a464343
            fold: normal-1
            start: 32
            length: 36
            digest: sha256:b14a0ccf1e9b76f23f26bcabbdce21586b05186e934b6f84946f852673068aed
            words: sha256:b14a0ccf1e9b76f23f26bcabbdce21586b05186e934b6f84946f852673068aed
            verdict: exact
            version: "1.0"
            date: 2026-05-03

    Not in::

        evidence:
          refusal:
            shows: Help was refused.
            source: kim-1998
            quote: {exact: "Moscow is not ready to send the army"}
        sources:
          kim-1998: {type: book, title: The Border War}
        texts:
          kim-1998: The telegram of 3 May says that Moscow is not ready to send the army to the border.
    """
    for each in quotations(case):
        check, quoted = each.check, each.quoted
        failed = [note for note in check.notes if note.startswith(NO_HELP)]
        if check.verdict is not Verdict.EARLIER and not failed:
            continue
        why = failed[0] if failed else f"verified earlier: {check.notes[-1]}"
        yield Finding(
            f"{quoted.where}: the text of '{shown(quoted.quotation.source or '')}' is not here for "
            f"{words_of(quoted.quotation)}; {shown(why, 160)}",
            quoted.spot,
            (quoted.subject or quoted.quotation.id,),
            "name the text in argmap.local.toml and check again",
        )
