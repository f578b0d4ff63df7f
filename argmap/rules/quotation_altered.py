"""Quotations that do not agree with their sources."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.manuscript.quotes.records import Verdict
from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.at_hand import quotations
from argmap.rules.case import Case
from argmap.rules.quotation_phrases import around, difference, text_and_page, words_of
from argmap.rules.registry import project_rule

if TYPE_CHECKING:
    from argmap.manuscript.lookups import LookedUp


LONG, LIKE = 50, 0.9
"""Characters, and share of letters that agree, from which likeness to a text that was not cited tells."""


@project_rule("quotation-altered", family="quotations", severity=Severity.WARNING)
def quotation_altered(case: Case) -> Iterator[Finding]:
    """A quotation differs from its source, and no mark says so.

    Between quotation marks a reader takes every word for the source's own: a lost *not*, another number,
    a condition cut from the front turn the meaning. Quote word for word, or mark what was changed with
    square brackets and what was left out with an ellipsis. Kinds of quotation marks and dashes, spaces,
    hyphens at the ends of lines and the case of the first letter may differ. The finding shows the source's
    words as ``[-…-]`` and the quotation's as ``{+…+}``. Needs the text of the source.

    Found in::

        evidence:
          telegram:
            shows: Help was refused.
            source: kim-1998
            quote: {exact: "Moscow is ready to send the army"}
        sources:
          kim-1998: {type: book, title: The Border War}
        texts:
          kim-1998: The telegram of 3 May says that Moscow is not ready to send the army to the border.

    Not in::

        evidence:
          telegram:
            shows: Help was refused.
            source: kim-1998
            quote: {exact: "Moscow is not ready … to the border"}
        sources:
          kim-1998: {type: book, title: The Border War}
        texts:
          kim-1998: The telegram of 3 May says that Moscow is not ready to send the army to the border.
    """
    for each in quotations(case):
        quoted, fault = each.quoted, _fault(each)
        if not fault or (quoted.works and each.cited.text not in quoted.works):
            continue
        told = around(each.cited)
        yield Finding(
            f"{quoted.where}: {fault}",
            quoted.spot,
            (quoted.subject or quoted.quotation.id,),
            f"quote word for word, or mark changes with brackets and ellipses{f'; {told}' if told else ''}",
        )


def _fault(each: "LookedUp") -> str:
    check, quoted = each.cited, each.quoted
    if check.verdict is Verdict.ALTERED:
        if _is_chance(each) or _is_said_before(each):
            return ""
        words = "" if check.diff else f"{words_of(quoted.quotation)}: "
        return f"{words}it stands otherwise in {text_and_page(check)}: {difference(check)}"
    if check.verdict is Verdict.NEAR and quoted.works:
        return f"only something like it stands in {text_and_page(check)}: {difference(check)}"
    if each.broken_word:
        words = words_of(quoted.quotation)
        return f"{words} cuts a word of {text_and_page(check)} in two: {shown(each.broken_word)}"
    return ""


def _is_chance(each: "LookedUp") -> bool:
    """Say whether a few words are only like some in a text that nobody cited for them."""
    words = each.quoted.quotation.exact or ""
    return not each.quoted.works and (len(words) < LONG or each.cited.score < LIKE)


def _is_said_before(each: "LookedUp") -> bool:
    """Say whether the manuscript itself has the word that was cut from the front: *would not* “want war”."""
    check = each.cited
    hits = {hit for hit in check.guards if hit.weighs}
    said = set(re.findall(r"[^\W_]+(?:'[^\W_]+)?", each.quoted.before.lower().replace("’", "'")))
    return (
        not check.diff
        and bool(hits)
        and all(hit.where == "before" and hit.words.lower() in said for hit in hits)
    )
