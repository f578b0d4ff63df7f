"""What stands around a quotation in its source: the start of its sentence, what is cut off, what follows."""

import re
from collections.abc import Iterator

from argmap.manuscript.quotes.guards import BUTS, NEGATING, cut_before, swallowed
from argmap.manuscript.quotes.records import Guard, GuardHit
from argmap.manuscript.quotes.words import is_inside_word, is_word, source_tokens, whole_words

BACK = 400
"""Characters looked back for the start of a sentence."""
SHOWN = 8
"""Words shown of what follows."""
SHORT_GAP = 6
"""An ellipsis over so few words that swallows a negation turns the meaning, unless they are an aside."""
_END = re.compile(r"[.!?…][\"'”’»)\]]*[\d⁰¹²³⁴-⁹]{0,3}\s+|[。！？]|\n[^\S\n]*\n")
_CLAUSE = re.compile(r"[,;:()\[\]“”«»„]|\s[-–—]+\s|—|--")
_SHORT_FORMS = frozenset(
    "mr mrs ms dr st gen col lt maj capt prof sen rep gov no nos vol pp cf vs etc ca ed eds jr sr".split()
)


def sentence_start(text: str, start: int) -> int:
    """Find where the sentence that holds ``start`` begins, looking back 400 characters at most."""
    low = max(0, start - BACK)
    begin = low
    for end in _END.finditer(text, low, start):
        if _ends_sentence(text, low, end):
            begin = end.end()
    while begin < start and text[begin].isspace():
        begin += 1
    return begin


def _ends_sentence(text: str, low: int, end: re.Match[str]) -> bool:
    if text[end.start()] != ".":
        return True
    before = re.search(r"[^\W\d_]+$", text[max(low, end.start() - 12) : end.start()])
    if before and (len(before[0]) == 1 or before[0].lower() in _SHORT_FORMS):
        return False
    following = re.search(r"\w", text[end.end() : end.end() + 6])
    return not (following and following[0].islower())


def dropped_before(text: str, start: int) -> str:
    """Give the start of the sentence that a quotation left out, the last 120 characters at most."""
    dropped = " ".join(text[sentence_start(text, start) : start].split()).rstrip("\"'“‘«([ ")
    return dropped if len(dropped) <= 120 else "…" + dropped[-119:]


def cut_words(text: str, start: int, low: int, where: str) -> list[GuardHit]:
    """Find guarded words cut off just before ``start``, in its clause and not before ``low``."""
    clause = text[max(low, sentence_start(text, start)) : start].rstrip("\"'“‘«„([ \n")
    clause_start = 0
    for match in _CLAUSE.finditer(clause):
        clause_start = match.end()
    tokens = source_tokens(" ".join(clause[clause_start:].split()[-5:]), ())
    return cut_before([token.key for token in tokens if is_word(token)], where)


def cut_inside_words(text: str, start: int, end: int) -> Iterator[GuardHit]:
    """Find a number cut in two, or a word that lost its negation, at either end of a span."""
    low, high = whole_words(text, start, end)
    head, tail = text[low:start], text[end:high]
    if text[start : start + 1].isdigit() and re.search(r"(?:^|[\s(])[-−–]$", text[max(0, start - 2) : start]):
        yield GuardHit(Guard.DIGITS, text[start - 1 : start + 12].split()[0], "before", True)
    elif any(c.isdigit() for c in head + text[start : start + 1]) and head:
        yield GuardHit(Guard.DIGITS, text[low : start + 12].split()[0], "before", True)
    elif head.lower() in NEGATING:
        yield GuardHit(Guard.NEGATION, head, "before", True)
    if any(c.isdigit() for c in text[max(0, end - 1) : end] + tail) and any(c.isdigit() for c in tail):
        yield GuardHit(Guard.DIGITS, text[max(0, end - 12) : high].split()[-1], "after", True)
    elif re.match(r"(?:n?['’]t|not|n['’]t|less)\b", text[end : end + 5]) and _touches(text, end):
        yield GuardHit(Guard.NEGATION, text[end:high] or "n't", "after", True)


def _touches(text: str, end: int) -> bool:
    return is_inside_word(text, end) or text[end : end + 1] in "'’"


def gap_words(text: str, start: int, end: int) -> tuple[int, list[GuardHit]]:
    """Count the words an ellipsis left out, and find what it swallowed that turns the meaning."""
    words = [token.key for token in source_tokens(text[start:end], ()) if is_word(token)]
    aside = re.fullmatch(r"\s*[,(–—-].*[,)–—-]\s*", text[start:end], re.DOTALL) is not None
    return len(words), swallowed(words, len(words) <= SHORT_GAP and not aside)


def goes_on(text: str, end: int) -> str:
    """Give the next words of the source where they take something back, or nothing.

    Examples:
        >>> goes_on("He agreed, but only on paper.", 9)
        'but only on paper'
    """
    following = text[end : end + 120]
    if re.match(r"\s*\n[^\S\n]*\n", following):
        return ""
    first = [word.lower() for word in re.findall(r"[^\W\d_]+", following[:40])[:2]]
    if first and (first[0] in BUTS or (first[0] in ("even", "and", "or") and first[-1] in BUTS)):
        return " ".join([t.key for t in source_tokens(following, ()) if is_word(t)][:SHOWN])
    return ""


def stops_inside(text: str, end: int) -> bool:
    """Say whether a span that ends at ``end`` stops before its sentence does."""
    if text[max(0, end - 1) : end] in (".", "!", "?", "。", "！", "？"):
        return False
    rest = text[end : end + 40]
    following = re.match(r"[\"'”’»)\]\d⁰¹²³⁴-⁹*†‡]*(\s*)", rest)
    after = rest[following.end() :] if following else rest
    paragraph = following is not None and following[1].count("\n") > 1
    return bool(after) and after[0] not in ".!?。！？" and not paragraph
