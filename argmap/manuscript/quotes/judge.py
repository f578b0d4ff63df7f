"""The strict ladder: one part of a quotation against the characters it stands for in the source."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from argmap.manuscript.quotes.fold import fold_character
from argmap.manuscript.quotes.guards import differences, negates
from argmap.manuscript.quotes.records import Change, GuardHit, Verdict
from argmap.manuscript.quotes.words import (
    Token,
    is_word,
    plain_tokens,
    quoted_tokens,
    same_but_first_letter,
    source_tokens,
    whole_words,
    word_key,
)

FREE = frozenset('",;:.-()')
"""Marks at the ends of a part that belong to the quoting sentence."""
REPLACED = 10
"""Words one bracket may stand for."""
WIDER = 80
"""Characters added to either side of a span, where words left out or replaced may have hidden its end."""
NEARER = 24
"""As many are enough for a word or two, where the same words stand a second time further away."""


_SIGN = re.compile(r"[-−–]$")


class Judgement(NamedTuple):
    """What the ladder says of one part."""

    verdict: Verdict
    start: int
    end: int
    diff: tuple[Change, ...] = ()
    guards: tuple[GuardHit, ...] = ()
    notes: tuple[str, ...] = ()


def judge_part(text: str, start: int, end: int, quoted: str) -> Judgement:
    """Judge a part of a quotation against a span of the source.

    The case of the first letter may be adapted, and marks at the ends may go or come, as printers do it.

    Args:
        text: The source.
        start: First character of the span that its letters were found in.
        end: End of that span.
        quoted: The part as printed.
    """
    lead = next((i for i, c in enumerate(quoted) if fold_character(c)), 0)
    if text[max(0, start - lead) : start - lead + len(quoted)] == quoted and start >= lead:
        return Judgement(Verdict.EXACT, start - lead, start - lead + len(quoted))
    spans = dict.fromkeys([(start, end), whole_words(text, start, end)])
    for low, high in spans:
        source, mine = _both(text, low, high, quoted, plain_tokens(quoted))
        if _same(source, mine):
            signed = mine[0].key[0].isdigit() and _SIGN.search(quoted[: mine[0].start]) is not None
            return Judgement(Verdict.TYPOGRAPHIC, low - (signed and low > 0), high)
    low, high = list(spans)[-1]
    judged = _against(text, low, high, quoted)
    if judged.verdict is not Verdict.ALTERED:
        return judged
    wider = _wider(text, low, high, quoted, WIDER)
    edited = _edited(wider) or _edited(_wider(text, low, high, quoted, NEARER))
    return edited or min([judged, *wider], key=_changed_letters)


def _wider(text: str, low: int, high: int, quoted: str, more: int) -> list[Judgement]:
    """Judge once more with some characters before the span, and with some behind it."""
    spans = dict.fromkeys(
        whole_words(text, max(0, low - before), min(len(text), high + after))
        for before, after in ((more, 0), (0, more))
    )
    return [_against(text, *span, quoted) for span in spans]


def _edited(judged: Iterable[Judgement]) -> Judgement | None:
    return next((one for one in judged if one.verdict is Verdict.EDITED), None)


def _changed_letters(judged: Judgement) -> int:
    """Count the letters in which a quotation and its source differ."""
    return sum(len(change.words) for change in judged.diff if change.kind != "same")


def _against(text: str, low: int, high: int, quoted: str) -> Judgement:
    source, mine = _both(text, low, high, quoted, quoted_tokens(quoted))
    return _compared(text, low, high, source, mine)


def _both(
    text: str, low: int, high: int, quoted: str, first: Sequence[Token]
) -> tuple[list[Token], list[Token]]:
    """Split both sides, each with the other's words in mind, and take the free marks off their ends."""
    pieces = (half for token in first if is_word(token) for half in _halves(quoted, token))
    known = {token.key for token in first} | set(pieces)
    source = [t._replace(start=t.start + low, end=t.end + low) for t in source_tokens(text[low:high], known)]
    if any("\n" in quoted[token.start : token.end] for token in first):
        first = plain_tokens(quoted, {token.key for token in source})
    lead, tail = (
        [token.key for token in plain_tokens(marks)]
        for marks in (_marks_before(text, low), _marks_after(text, high))
    )
    return _trimmed(source, (), ()), _trimmed(list(first), lead, tail)


def _halves(quoted: str, token: Token) -> list[str]:
    written = quoted[token.start : token.end]
    return [word_key(half) for half in written.split("\n")] if "\n" in written else []


def _marks_after(text: str, end: int) -> str:
    high = end
    while high < min(len(text), end + 4) and not text[high].isalnum():
        high += 1
    return text[end:high]


def _marks_before(text: str, start: int) -> str:
    low = start
    while low > max(0, start - 3) and not text[low - 1].isalnum():
        low -= 1
    return text[low:start]


def _trimmed(tokens: list[Token], lead: Sequence[str], tail: Sequence[str]) -> list[Token]:
    """Take off the marks at both ends that are free, or that stand there in the source too."""
    first, last = 0, len(tokens)
    while first < last and (tokens[first].key in lead or (_is_free(tokens, first))):
        first += 1
    while last > first and (tokens[last - 1].key in FREE or tokens[last - 1].key in tail):
        last -= 1
    return tokens[first:last]


def _is_free(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a leading mark is free; a minus sign is not."""
    token, following = tokens[place], tokens[place + 1 : place + 2]
    signed = token.key == "-" and any(t.start == token.end and t.key[0].isdigit() for t in following)
    return token.key in FREE and not signed


def _same(source: Sequence[Token], mine: Sequence[Token]) -> bool:
    if len(source) != len(mine) or not source:
        return False
    if not same_but_first_letter(source[0].key, mine[0].key):
        return False
    return all(a.key == b.key for a, b in zip(source[1:], mine[1:], strict=True))


class _Region(NamedTuple):
    """A run of tokens that agree, or that differ."""

    same: bool
    source: tuple[Token, ...]
    mine: tuple[Token, ...]


def _regions(source: Sequence[Token], mine: Sequence[Token]) -> list[_Region]:
    theirs = [token.key for token in source]
    ours = [token.key for token in mine]
    if theirs and ours and same_but_first_letter(theirs[0], ours[0]):
        ours[0] = theirs[0]
    ours = [_unbracketed(token, key, theirs) for token, key in zip(mine, ours, strict=True)]
    numbers: dict[str, int] = {}
    coded = [[numbers.setdefault(key, len(numbers)) for key in keys] for keys in (theirs, ours)]
    regions: list[_Region] = []
    for step in Levenshtein.opcodes(*coded):
        theirs_here = tuple(source[step.src_start : step.src_end])
        mine_here = tuple(mine[step.dest_start : step.dest_end])
        region = _Region(step.tag == "equal", theirs_here, mine_here)
        if regions and not region.same and not regions[-1].same:
            last = regions.pop()
            region = _Region(False, last.source + region.source, last.mine + region.mine)
        regions.append(region)
    return regions


def _unbracketed(token: Token, key: str, theirs: Sequence[str]) -> str:
    """Give the source's word for one adapted in brackets: ``attacks`` for ``attack[ed]``."""
    if token.kind != "adapted":
        return key
    open_, close = key.index("["), key.index("]")
    before, inner, after = key[:open_], key[open_ + 1 : close], key[close + 1 :]
    fits = (word for word in theirs if word.startswith(before) and word.endswith(after))
    whole = before + inner + after
    for word in fits:
        if negates(word, whole) or negates(whole, word):
            continue
        stem = len(before) + len(after)
        if same_but_first_letter(word, whole) or (stem >= 3 and abs(len(word) - len(whole)) <= 4):
            return word
    return key


def _is_marked(region: _Region) -> bool:
    marked = bool(region.mine) and all(t.kind == "bracket" or t.key in FREE for t in region.mine)
    brackets = sum(t.kind == "bracket" for t in region.mine)
    return marked and brackets > 0 and len(_words(region.source)) <= REPLACED * brackets


def _compared(text: str, low: int, high: int, source: list[Token], mine: list[Token]) -> Judgement:
    regions = _regions(source, mine)
    if regions and not regions[0].same and not regions[0].mine:
        regions.pop(0)
    if regions and not regions[-1].same and not regions[-1].mine:
        regions.pop()
    spanned = [token for region in regions for token in region.source]
    if spanned:
        low, high = spanned[0].start, spanned[-1].end
    guards: list[GuardHit] = []
    unmarked = [region for region in regions if not region.same and not _is_marked(region)]
    for region in regions:
        if not region.same:
            guards.extend(_guards(region, _is_marked(region)))
    verdict = Verdict.ALTERED
    if not unmarked and not guards:
        marked = any(token.kind in ("bracket", "adapted") for token in mine)
        verdict = Verdict.EDITED if marked else Verdict.TYPOGRAPHIC
    return Judgement(verdict, low, high, _diff(regions), tuple(guards), _kinds(unmarked))


def _guards(region: _Region, marked: bool) -> list[GuardHit]:
    theirs = _words(region.source)
    ours = [word for token in region.mine for word in _inner_words(token)]
    hits = differences(theirs, ours)
    if marked and not any(c.isdigit() for word in theirs for c in word):
        hits = [hit for hit in hits if hit.guard != "digits"]
    return hits


def _inner_words(token: Token) -> list[str]:
    if token.kind == "bracket":
        return _words(plain_tokens(token.key[1:-1]))
    if token.kind == "adapted":
        return [token.key.replace("[", "").replace("]", "")]
    return [token.key] if is_word(token) else []


def _words(tokens: Sequence[Token]) -> list[str]:
    return [token.key for token in tokens if is_word(token)]


def _diff(regions: Sequence[_Region]) -> tuple[Change, ...]:
    if all(region.same for region in regions):
        return ()
    changes = []
    for region in regions:
        if region.same:
            changes.append(Change("same", _spelt(region.source)))
            continue
        if region.source:
            changes.append(Change("deleted", _spelt(region.source)))
        if region.mine:
            changes.append(Change("inserted", _spelt(region.mine)))
    return tuple(changes)


def _spelt(tokens: Sequence[Token]) -> str:
    return " ".join(token.key for token in tokens)


def _kinds(unmarked: Sequence[_Region]) -> tuple[str, ...]:
    """Name differences that are lighter than a word."""
    if not unmarked:
        return ()
    theirs = [_words(region.source) for region in unmarked]
    ours = [_words(region.mine) for region in unmarked]
    if not any(theirs) and not any(ours):
        return ("only punctuation differs",)
    if all("".join(a).lower() == "".join(b).lower() for a, b in zip(theirs, ours, strict=True)):
        return ("only capitals, spaces or punctuation differ",)
    return ()
