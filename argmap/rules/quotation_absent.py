"""Quotations that do not stand in the text they are cited from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.manuscript.quotes.records import Verdict
from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.at_hand import quotations
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.quotation_phrases import text_and_page, words_of
from argmap.rules.registry import project_rule

if TYPE_CHECKING:
    from argmap.manuscript.lookups import LookedUp


@project_rule("quotation-absent", family="quotations", severity=Severity.WARNING)
def quotation_absent(case: Case) -> Iterator[Finding]:
    """A quotation does not stand in the text that it is cited from.

    Neither the words nor anything like them are there: they come from another work, were translated or
    put in other words, or are nobody's. Cite the text that they come from, or take the quotation marks
    away. Only said where every text is here that the note or the record cites.

    Found in::

        evidence:
          order:
            shows: He gave the order.
            source: kim-1998
            quote: {exact: "the order came from the capital at noon"}
        sources:
          kim-1998: {type: book, title: The Border War}
        texts:
          kim-1998: Nobody knows who spoke first; the guards were asleep, and the diary begins a day later.

    Not in::

        evidence:
          order:
            shows: He gave no order.
            source: kim-1998
            quote: {exact: "nobody knows who spoke first"}
        sources:
          kim-1998: {type: book, title: The Border War}
        texts:
          kim-1998: Nobody knows who spoke first; the guards were asleep, and the diary begins a day later.
    """
    for each in quotations(case):
        if not each.all_here or each.cited.verdict is not Verdict.ABSENT:
            continue
        quoted = each.quoted
        yield Finding(
            f"{quoted.where}: {words_of(quoted.quotation)} is not in {named(quoted.works)}{_elsewhere(each)}",
            quoted.spot,
            (quoted.subject or quoted.quotation.id,),
            "cite the text that the words come from, or take the quotation marks away",
        )


def _elsewhere(each: "LookedUp") -> str:
    check = each.check
    if not check.verdict.is_found or check.verdict is Verdict.NEAR:
        return "".join(f"; {shown(note, 160)}" for note in each.cited.notes[:1])
    return f"; it stands in {text_and_page(check)}{'' if check.verdict.is_clean else ', otherwise'}"
