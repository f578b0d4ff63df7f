"""One passage quoted in two ways."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model.errors import UnreadableError, shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.quotation_phrases import LONGEST, words_of
from argmap.rules.registry import NotCheckedError, project_rule

if TYPE_CHECKING:
    from argmap.manuscript.quoting import Quoted


@project_rule("quotation-two-wordings", family="quotations", severity=Severity.NOTE)
def quotation_two_wordings(case: Case) -> Iterator[Finding]:
    """One passage is quoted in two wordings, or from two sources.

    At most one of the wordings is the source's; of two translations, each needs its own source beside it.
    Look the words up and quote them one way, or cite where each comes from. The source's text is not needed.
    A shorter quotation of the same words and changes marked with brackets or ellipses are no other wording,
    and neither are two passages that the source itself has, or a few words that two sources have nearly
    alike. The finding shows the words of the longer one as ``[-…-]`` and those of the shorter as ``{+…+}``.

    Found in::

        evidence:
          cable-in-full:
            shows: Help was promised.
            quote: {exact: "Moscow and Peking approved an early settlement of the question that year"}
          cable-in-part:
            shows: Help was promised once more.
            quote: {exact: "Moscow and Peking would approve an early settlement of the question that year"}

    Not in::

        evidence:
          cable-in-full:
            shows: Help was promised.
            quote: {exact: "Moscow and Peking approved an early settlement of the question that year"}
          cable-in-part:
            shows: Help was promised once more.
            quote: {exact: "[we approve] an early settlement of the question"}
    """
    try:
        quoted, standing = case.texts.quoted, _standing(case)
    except UnreadableError as error:
        raise NotCheckedError(str(error)) from error
    if len(quoted) < 2:
        return
    from argmap.manuscript.lookups import rewordings

    for found in rewordings(quoted):
        first, second = found.first, found.second
        places = [standing.get(id(each)) for each in (first, second)]
        if found.pair.what == "wording" and None not in places and places[0] != places[1]:
            continue
        yield Finding(
            f"{second.where} and {first.where}: {_told(first, second, found.pair.what, found.pair.line)}",
            second.spot,
            tuple(each.subject or each.quotation.id for each in (second, first)),
            "look the words up and quote them one way, or cite where each comes from",
            (Related(first.spot, first.where),),
        )


def _told(first: "Quoted", second: "Quoted", what: str, diff: str) -> str:
    if what == "wording":
        return f"one passage in two wordings: {shown(diff, LONGEST)}"
    sources = " and ".join(f"'{shown(each.quotation.source or '')}'" for each in (second, first))
    return f"the same words cited from {sources}: {words_of(first.quotation)}"


def _standing(case: Case) -> dict[int, tuple[str | None, tuple[int, int] | None]]:
    """Say where the quotations stand that a text at hand has, word for word."""
    if not case.texts.source_ids:
        return {}
    return {
        id(each.quoted): (each.check.text, each.check.span)
        for each in case.texts.looked_up
        if each.check.verdict.is_clean
    }
