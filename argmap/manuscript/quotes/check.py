"""Many quotations against many texts, at once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from argmap.manuscript.quotes.alignment import Hit
from argmap.manuscript.quotes.assess import Assessment
from argmap.manuscript.quotes.context import dropped_before, goes_on, stops_inside
from argmap.manuscript.quotes.digests import check_digests
from argmap.manuscript.quotes.fold import FoldedText, fold
from argmap.manuscript.quotes.pages import is_cited, is_comparable, learnt_offset, page_at
from argmap.manuscript.quotes.parts import Part
from argmap.manuscript.quotes.places import Cut, cut_up, judged_places
from argmap.manuscript.quotes.receipts import Receipt, ReceiptState, check_receipt, words_digest
from argmap.manuscript.quotes.records import (
    NO_HELP,
    RANK,
    Place,
    Quotation,
    QuotationCheck,
    QuotationReport,
    SourceText,
    Verdict,
)
from argmap.manuscript.quotes.seek import ends_of, find_needles
from argmap.manuscript.quotes.words import is_inside_word

LITTLE = 20
"""A text with fewer letters is as good as unread."""
GARBLED = 0.4
"""A text whose characters are letters and digits to a smaller share was not read well."""
SAMPLE = 20_000
"""Characters in the middle of a text looked at for that."""
OTHERS = 20
"""Other places reported."""
AROUND = 40
"""Letters of prefix and suffix compared."""
_OPEN_END = re.compile(r"(?:…|\.\s?\.\s?\.)\s*[\])]?\s*$")


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The texts, folded; None for those that could not be read."""

    texts: tuple[SourceText, ...]
    folded: tuple[FoldedText | None, ...]
    found: dict[tuple[bytes, int], list[Hit]]
    garbled: frozenset[str]
    """Keys of texts that were hardly readable."""


def check_quotations(
    quotations: Iterable[Quotation], texts: Iterable[SourceText], receipts: Iterable[Receipt] = ()
) -> QuotationReport:
    """Check quotations against the texts at hand.

    Every quotation is looked for in every text. The best rung wins; among equals whole words, then the cited
    text, the cited page, and the words around. A receipt speaks only where the cited text is not here.

    Args:
        quotations: What is quoted, as words or as digests.
        texts: The texts; keys are those that quotations cite.
        receipts: What was verified earlier.

    Returns:
        A check for each quotation, in order, and the page offsets learnt.

    Examples:
        >>> text = SourceText("cable", "Stalin wrote that he was ready to help — but not at once, he said.")
        >>> check_quotations([Quotation(id="q1", exact="ready to help")], [text]).checks[0].goes_on
        'but not at once he said'
    """
    asked, shelved = tuple(quotations), tuple(texts)
    folded = tuple(_folded(text) for text in shelved)
    cuts = [cut_up(quotation.exact) for quotation in asked]
    needles, loose = _needles(cut.parts for cut in cuts)
    readable = [text.letters if text else b"" for text in folded]
    garbled = frozenset(text.key for text in shelved if _is_garbled(text.text or ""))
    shelf = _Shelf(shelved, folded, find_needles(needles, readable, loose), garbled)
    earlier = {
        (name, source): r for r in receipts for name in (r.words, r.quotation) for source in (r.source, "")
    }
    digests = check_digests([q for q in asked if q.exact is None and q.digest], shelved)
    checks = []
    for quotation, cut in zip(asked, cuts, strict=True):
        check = digests.get(quotation) if quotation.exact is None else None
        if check is None or check.verdict is Verdict.ABSENT:
            check = _checked(quotation, cut, shelf, check)
        checks.append(_with_receipt(quotation, check, earlier))
    return _with_pages(asked, checks, shelved)


def _folded(text: SourceText) -> FoldedText | None:
    folded = FoldedText(text.text) if text.text else None
    return folded if folded and len(folded.letters) >= LITTLE else None


def _needles(split: Iterable[Sequence[Part]]) -> tuple[set[bytes], set[bytes]]:
    needles, loose = set(), set()
    for parts in split:
        for part in parts:
            needles.update(ends_of(part.letters))
            if part.brackets:
                loose.update(ends_of(part.letters))
    return needles, loose


def _checked(quotation: Quotation, cut: Cut, shelf: _Shelf, check: QuotationCheck | None) -> QuotationCheck:
    places = _assessments(cut, shelf)
    if not places:
        if not cut.parts and check is None:
            note = "no letters to look for"
            return QuotationCheck(id=quotation.id, verdict=Verdict.UNREADABLE, notes=(note,))
        return _not_found(quotation, shelf, check)
    return _chosen(quotation, places, shelf, cut.has_ellipsis)


def _assessments(cut: Cut, shelf: _Shelf) -> list[Assessment]:
    return [
        place
        for number, folded in enumerate(shelf.folded)
        if folded is not None
        for place in judged_places(cut, number, folded, shelf.found)
    ]


def _chosen(
    quotation: Quotation, places: list[Assessment], shelf: _Shelf, has_ellipsis: bool
) -> QuotationCheck:
    """Choose among places: the best rung, then the cited text, the cited page, and the words around."""

    def order(place: Assessment) -> tuple[int, bool, int, bool, bool, int]:
        text = shelf.texts[place.text]
        cited = quotation.source in (None, text.key)
        page = bool(quotation.pages) and is_cited(quotation.pages or "", _labels(text, place.span))
        cuts = sum(is_inside_word(text.text or "", offset) for offset in place.span)
        agreement = _agreement(quotation, text.text or "", place.span)
        return RANK[place.verdict], bool(place.diff), cuts, not cited, not page, -agreement

    worst_first = sorted(places, key=order, reverse=True)
    settled = {(place.text, place.span): place for place in worst_first}
    ranked = sorted(settled.values(), key=lambda place: (order(place), place.text, place.span))
    best = ranked[0]
    text = shelf.texts[best.text]
    source = text.text or ""
    others = tuple(_place(shelf.texts[place.text], place) for place in ranked[1 : OTHERS + 1])
    elsewhere = quotation.source not in (None, text.key)
    notes = list(best.notes)
    if elsewhere:
        here = {other.text: other.verdict for other in reversed(others)}.get(quotation.source or "")
        stands = f", where it stands {here}" if here else ""
        notes.append(f"found in '{text.key}', not in the cited '{quotation.source}'{stands}")
    if any(is_inside_word(source, offset) for offset in best.span):
        notes.append("it starts or ends inside a word")
    ambiguous = len(ranked) > 1 and order(ranked[1]) == order(best)
    if ambiguous:
        notes.append("several places fit equally well; give the words before or after it")
    ends_open = has_ellipsis and _OPEN_END.search(quotation.exact or "") is not None
    return QuotationCheck(
        id=quotation.id,
        verdict=best.verdict,
        text=text.key,
        span=best.span,
        page=page_at(text.pages, best.span[0]),
        score=best.score,
        diff=best.diff,
        gaps=best.gaps,
        guards=best.guards,
        dropped_before=dropped_before(source, best.span[0]),
        goes_on=goes_on(source, best.span[1]),
        stops_inside=not ends_open and stops_inside(source, best.span[1]),
        elsewhere=elsewhere,
        ambiguous=ambiguous,
        others=others,
        notes=tuple(notes),
    )


def _labels(text: SourceText, span: tuple[int, int]) -> list[str]:
    labels = (page_at(text.pages, offset) for offset in (span[0], max(span[0], span[1] - 1)))
    return [label for label in labels if label is not None]


def _place(text: SourceText, place: Assessment) -> Place:
    return Place(text.key, *place.span, page_at(text.pages, place.span[0]), place.verdict)


def _agreement(quotation: Quotation, text: str, span: tuple[int, int]) -> int:
    """Count the letters of prefix and suffix that stand right beside a span."""
    if not quotation.prefix and not quotation.suffix:
        return 0
    before = fold(text[max(0, span[0] - 4 * AROUND) : span[0]])[-AROUND:]
    after = fold(text[span[1] : span[1] + 4 * AROUND])[:AROUND]
    prefix, suffix = (fold(words or "") for words in (quotation.prefix, quotation.suffix))
    return _shared(before[::-1], prefix[::-1]) + _shared(after, suffix)


def _shared(one: bytes, other: bytes) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _not_found(quotation: Quotation, shelf: _Shelf, check: QuotationCheck | None) -> QuotationCheck:
    """Say absent only where the cited text, or any text at all, was read."""
    read = {text.key for text, folded in zip(shelf.texts, shelf.folded, strict=True) if folded is not None}
    note = None
    if quotation.source is not None and quotation.source not in read:
        known = any(text.key == quotation.source for text in shelf.texts)
        note = f"'{quotation.source}' could not be read" if known else f"'{quotation.source}' is not here"
    elif not read:
        note = "no text to look in"
    else:
        asked = {key for key in read if quotation.source in (None, key)}
        if asked <= shelf.garbled:
            note = "the text was hardly readable"
    if note:
        return QuotationCheck(id=quotation.id, verdict=Verdict.UNREADABLE, notes=(note,))
    return check or QuotationCheck(id=quotation.id, verdict=Verdict.ABSENT)


def _is_garbled(text: str) -> bool:
    middle = max(0, len(text) // 2 - SAMPLE // 2)
    sample = text[middle : middle + SAMPLE]
    seen = sum(len(word) for word in sample.split())
    letters = sum(c.isalnum() for c in sample)
    return letters < GARBLED * seen or sample.count("\ufffd") * 20 > seen


def _with_receipt(
    quotation: Quotation, check: QuotationCheck, earlier: dict[tuple[str, str], Receipt]
) -> QuotationCheck:
    """Let a receipt speak: of the quotation's own name, or of the same words under another."""
    if check.verdict is not Verdict.UNREADABLE or not earlier:
        return check
    source = quotation.source or ""
    named = [earlier.get((name, source)) for name in (words_digest(quotation), quotation.id)]
    states = [(receipt, check_receipt(receipt, quotation)) for receipt in named if receipt]
    for receipt, state in states:
        if state is ReceiptState.TEXT_NOT_HERE:
            note = f"{receipt.verdict} on {receipt.date}, by argmap {receipt.version}"
            return replace(check, verdict=Verdict.EARLIER, notes=(*check.notes, note))
    if states:
        return replace(check, notes=(*check.notes, f"{NO_HELP}: {states[-1][1]}"))
    return check


def _with_pages(
    asked: Sequence[Quotation], checks: Sequence[QuotationCheck], texts: Sequence[SourceText]
) -> QuotationReport:
    """Learn one page offset a text, and say which quotations are cited from another page even so."""
    by_key = {text.key: text for text in texts}
    pairs: dict[str, list[tuple[str, str]]] = {}
    for quotation, check in zip(asked, checks, strict=True):
        if check.text and not check.elsewhere and is_comparable(quotation.pages, check.page):
            pairs.setdefault(check.text, []).append((quotation.pages or "", check.page or ""))
    offsets = {key: offset for key, some in pairs.items() if (offset := learnt_offset(some))}
    settled = []
    for quotation, check in zip(asked, checks, strict=True):
        if check.text in pairs and check.span and not check.elsewhere and quotation.pages and check.page:
            labels = _labels(by_key[check.text], check.span)
            if not is_cited(quotation.pages, labels, offsets.get(check.text, 0)):
                note = f"cited from p. {quotation.pages}, found on p. {check.page}"
                check = replace(check, wrong_page=True, notes=(*check.notes, note))
        settled.append(check)
    return QuotationReport(tuple(settled), offsets)
