"""Quotations that leave out what takes them back."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.manuscript.quotes.records import Guard
from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.at_hand import quotations
from argmap.rules.case import Case
from argmap.rules.quotation_phrases import text_and_page, words_of
from argmap.rules.registry import project_rule

if TYPE_CHECKING:
    from argmap.manuscript.lookups import LookedUp

SHORT_GAP = 20
"""Words an ellipsis leaves out, at most, for a condition among them to be worth a look."""


@project_rule("quotation-cut-short", family="quotations", severity=Severity.NOTE)
def quotation_cut_short(case: Case) -> Iterator[Finding]:
    """A quotation leaves out what takes it back.

    The words agree, but in the same sentence the source goes on with *but*, *unless*, *if* or their like,
    or an ellipsis of up to twenty words swallows a condition. Look whether the quotation still says what
    the source says; if it does not, quote on. Needs the text of the source.

    Found in::

        evidence:
          pledge:
            shows: Help was promised.
            source: kim-1998
            quote: {exact: "we are ready to send the army"}
        sources:
          kim-1998: {type: book, title: The Border War}
        texts:
          kim-1998: The telegram says that we are ready to send the army, but only after the harvest.

    Not in::

        evidence:
          pledge:
            shows: Help was promised for later.
            source: kim-1998
            quote: {exact: "we are ready to send the army, but only after the harvest"}
        sources:
          kim-1998: {type: book, title: The Border War}
        texts:
          kim-1998: The telegram says that we are ready to send the army, but only after the harvest.
    """
    for each in quotations(case):
        check, quoted = each.cited, each.quoted
        lost = _lost(each)
        if lost and check.verdict.is_clean and (not quoted.works or check.text in quoted.works):
            yield Finding(
                f"{quoted.where}: {words_of(quoted.quotation)}: {lost} in {text_and_page(check)}",
                quoted.spot,
                (quoted.subject or quoted.quotation.id,),
                "look whether the quotation still says what the source says; if not, quote on",
            )


def _lost(each: "LookedUp") -> str:
    if each.left_out:
        return f"“{shown(each.left_out, 100)}” follows"
    if max(each.cited.gaps, default=SHORT_GAP + 1) > SHORT_GAP:
        return ""
    words = [shown(h.words) for h in each.cited.guards if h.where == "gap" and h.guard is Guard.CONDITION]
    return f"“{words[0]}” is left out" if words else ""
