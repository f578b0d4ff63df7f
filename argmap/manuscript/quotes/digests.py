"""Quotations kept as digests, because their words may not be copied: making them, and finding them again."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.manuscript.quotes.context import (
    cut_inside_words,
    cut_words,
    dropped_before,
    goes_on,
    stops_inside,
)
from argmap.manuscript.quotes.normal import NormalText, digest_of, normalise, sha256
from argmap.manuscript.quotes.pages import page_at
from argmap.manuscript.quotes.records import Place, Quotation, QuotationCheck, SourceText, Verdict

STARTS = 20_000
"""Places of the first words that are tried."""
WITHOUT_NEAR = 2_000_000
"""A digest without its first words is looked for in texts of so many normalised characters at most."""


class Digest(NamedTuple):
    """A quotation that does not show its words, but for the first few."""

    digest: str
    """``sha256:…`` over the normalised words."""
    length: int
    """Length of the normalised words in characters."""
    near: str
    """The first few words, as printed."""


def make_digest(text: str, words_near: int = 5) -> Digest:
    """Make the digest of a quotation.

    Args:
        text: Its words.
        words_near: How many of them to keep in the open, so that it is found quickly.

    Examples:
        >>> make_digest("the army—as he said—crossed the river at dawn", 3)[1:]
        (38, 'the army—as he')
    """
    normal = normalise(text)
    return Digest(digest_of(normal), len(normal), " ".join(text.split()[:words_near]))


def check_digests(
    quotations: Sequence[Quotation], texts: Sequence[SourceText]
) -> dict[Quotation, QuotationCheck]:
    """Look for quotations kept as digests, in the cited text first.

    A digest agrees or it does not: one letter changed and it is absent. Without the first words every start
    of a word is tried, in texts of up to two million characters.

    Args:
        quotations: Quotations with a digest.
        texts: The texts at hand.
    """
    checks: dict[Quotation, QuotationCheck] = {}
    hints: dict[Quotation, list[str]] = {}
    for text in texts if quotations else ():
        if not text.text:
            continue
        waiting = [q for q in quotations if q not in checks or not _is_settled(q, checks[q])]
        for join in (False, True):
            if waiting and (not join or "\n" in text.text):
                waiting = _look(waiting, text, NormalText(text.text, join=join), checks, hints)
    for quotation in quotations:
        if quotation not in checks:
            notes = tuple(dict.fromkeys(hints.get(quotation, ["no passage has its digest"])))
            checks[quotation] = QuotationCheck(id=quotation.id, verdict=Verdict.ABSENT, notes=notes)
    return checks


def _is_settled(quotation: Quotation, check: QuotationCheck) -> bool:
    return quotation.source in (None, check.text)


def _look(
    waiting: Sequence[Quotation],
    text: SourceText,
    normal: NormalText,
    checks: dict[Quotation, QuotationCheck],
    hints: dict[Quotation, list[str]],
) -> list[Quotation]:
    """Look for digests in one reading of a text; give back those not found."""
    left = []
    for quotation in waiting:
        places, hint = _places(quotation, normal)
        if places:
            if quotation not in checks or quotation.source == text.key:
                checks[quotation] = _found(quotation, text, normal, places)
        else:
            left.append(quotation)
            hints.setdefault(quotation, []).append(f"{hint} ('{text.key}')")
    return left


def _places(quotation: Quotation, normal: NormalText) -> tuple[list[int], str]:
    wanted = (quotation.digest or "").removeprefix("sha256:")
    length = quotation.length or 0
    near = normalise(quotation.near or "")
    if length < 1:
        return [], "a digest needs the length of what it was taken over"
    if near and len(near) <= length:
        tried = list(_starts_of(near, normal.normal))
        hint = f"its first words stand at {len(tried)} places, but no passage there has its digest"
        hint = hint if tried else "its first words are not there"
    elif len(normal.normal) > WITHOUT_NEAR:
        return [], "too long a text to look through without its first words"
    else:
        tried, hint = _word_starts(normal), "no passage has its digest"
    return [s for s in tried if sha256(normal.normal[s : s + length]) == wanted], hint


def _starts_of(near: str, normal: str) -> Iterator[int]:
    start = normal.find(near)
    for _ in range(STARTS):
        if start < 0:
            return
        yield start
        start = normal.find(near, start + 1)


def _word_starts(normal: NormalText) -> list[int]:
    """Find where words start in a normalised text; every place where that cannot be told."""
    marked = NormalText(re.sub(r"\s+", "\x01", normal.text)).normal
    letters = normal.normal
    if marked.replace("\x01", "") != letters or marked.count("\x01") * 20 < len(letters):
        return list(range(len(letters)))
    after_space = {match.start() - number for number, match in enumerate(re.finditer("\x01", marked))}
    after_mark = {match.end() for match in re.finditer(r"\W", letters)}
    return sorted({0} | after_space | after_mark)


def _found(
    quotation: Quotation, text: SourceText, normal: NormalText, places: Sequence[int]
) -> QuotationCheck:
    spans = [normal.span(place, place + (quotation.length or 1)) for place in places[:21]]
    start, end = spans[0]
    source = text.text or ""
    guards = (*cut_words(source, start, 0, "before"), *cut_inside_words(source, start, end))
    elsewhere = quotation.source not in (None, text.key)
    notes = ["by its digest"]
    if elsewhere:
        notes.append(f"found in '{text.key}', not in the cited '{quotation.source}'")
    verdict = Verdict.ALTERED if guards else Verdict.TYPOGRAPHIC
    return QuotationCheck(
        id=quotation.id,
        verdict=verdict,
        text=text.key,
        span=(start, end),
        page=page_at(text.pages, start),
        score=1.0,
        guards=guards,
        dropped_before=dropped_before(source, start),
        goes_on=goes_on(source, end),
        stops_inside=stops_inside(source, end),
        elsewhere=elsewhere,
        ambiguous=len(places) > 1,
        others=tuple(Place(text.key, *span, page_at(text.pages, span[0]), verdict) for span in spans[1:]),
        notes=tuple(notes),
    )
