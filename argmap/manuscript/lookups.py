"""Quotations looked up in the texts at hand, with what the text says that each is cited from."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.manuscript.quotes.check import check_quotations
from argmap.manuscript.quotes.context import stops_inside
from argmap.manuscript.quotes.receipts import Receipt
from argmap.manuscript.quotes.records import Quotation, QuotationCheck, SourceText, Verdict
from argmap.manuscript.quotes.wordings import TwoWordings, two_wordings
from argmap.manuscript.quotes.words import whole_words
from argmap.manuscript.quoting import Quoted

HANGUL = 0x1100
"""First character of the scripts that write particles onto words, or no spaces."""
SHORT = 100
"""Letters below which two quotations from different sources must agree more to be one passage."""
ALIKE = 0.9
"""Share of letters in which they must agree then: *ready to help* is said of many, and often."""


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A quotation that was looked up."""

    quoted: Quoted
    check: QuotationCheck
    """Against every text at hand."""
    cited: QuotationCheck
    """Against the texts that it is cited from; against every text where nothing tells which."""
    all_here: bool
    """Whether every text is here that it may be cited from, and at least one."""
    left_out: str = ""
    """Words right behind it, in its own sentence, that take something back."""
    broken_word: str = ""
    """A word of the source that it cuts in two, such as *coals* where it reads *coal*."""


@dataclass(frozen=True, slots=True)
class Lookups:
    """All quotations that were looked up, in their order."""

    each: tuple[LookedUp, ...]
    texts: frozenset[str]
    """Keys of the texts that were looked in."""
    page_offsets: Mapping[str, int]
    """Text key to pages found minus pages cited, where one offset explains most quotations."""

    @property
    def waiting(self) -> Mapping[str, int]:
        """How many quotations wait for each text that is not here, most first."""
        counts = Counter(each.quoted.quotation.source or "" for each in self.each if self.is_waiting(each))
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def is_waiting(self, each: LookedUp) -> bool:
        """Say whether a quotation only lacks its text; one that a receipt speaks of does not."""
        source = each.quoted.quotation.source
        lacks = source is not None and source not in self.texts
        return lacks and each.check.verdict is Verdict.UNREADABLE and len(each.check.notes) == 1


def look_up(
    quoted: Sequence[Quoted], texts: Sequence[SourceText], receipts: Iterable[Receipt] = ()
) -> Lookups:
    """Look quotations up, in all texts and in those that they are cited from.

    Args:
        quoted: The quotations.
        texts: The texts at hand; keys are ids of sources.
        receipts: What was verified earlier.
    """
    by_key = {text.key: text for text in texts}
    report = check_quotations([q.quotation for q in quoted], texts, receipts)
    checks = _in_another_work_of_the_note(quoted, report.checks, texts)
    cited = _in_the_cited_texts(quoted, checks, by_key)
    found = []
    for place, (each, check) in enumerate(zip(quoted, checks, strict=True)):
        here = [key for key in each.works if key in by_key]
        all_here = bool(here) and len(here) == len(each.works) and not each.doubtful
        if check.verdict is Verdict.ABSENT and not each.works:
            check = replace(check, notes=(*check.notes, "nothing tells what it is cited from"))
        there = cited.get(place, check)
        found.append(LookedUp(each, check, there, all_here, *_at_the_ends(there, by_key)))
    return Lookups(tuple(found), frozenset(by_key), report.page_offsets)


def _in_another_work_of_the_note(
    quoted: Sequence[Quoted], checks: Sequence[QuotationCheck], texts: Sequence[SourceText]
) -> list[QuotationCheck]:
    """Check once more what was found in a text that the note cites beside the one first thought of."""
    again = {
        place: replace(each.quotation, source=check.text, pages=None)
        for place, (each, check) in enumerate(zip(quoted, checks, strict=True))
        if check.text in each.works and check.elsewhere
    }
    second = check_quotations(again.values(), texts).checks if again else ()
    settled = dict(zip(again, second, strict=True))
    return [settled.get(place, check) for place, check in enumerate(checks)]


def _in_the_cited_texts(
    quoted: Sequence[Quoted], checks: Sequence[QuotationCheck], texts: Mapping[str, SourceText]
) -> dict[int, QuotationCheck]:
    """Check what was found elsewhere against the cited texts alone, by place among the quotations."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for place, (each, check) in enumerate(zip(quoted, checks, strict=True)):
        here = tuple(key for key in each.works if key in texts)
        if check.verdict.is_found and here and check.text not in each.works:
            groups.setdefault(here, []).append(place)
    cited: dict[int, QuotationCheck] = {}
    for here, places in groups.items():
        asked = [replace(quoted[place].quotation, source=None, pages=None) for place in places]
        report = check_quotations(asked, [texts[key] for key in here])
        cited.update(zip(places, report.checks, strict=True))
    return cited


def _at_the_ends(check: QuotationCheck, texts: Mapping[str, SourceText]) -> tuple[str, str]:
    """Give what follows a quotation and takes it back, and a word that it cuts in two."""
    if check.span is None or check.text is None:
        return "", ""
    text = texts[check.text].text or ""
    left_out = check.goes_on if stops_inside(text, check.span[1]) else ""
    unmarked = check.verdict.is_clean and check.verdict is not Verdict.EDITED
    return left_out, _broken_word(text, *check.span) if unmarked else ""


def _broken_word(text: str, start: int, end: int) -> str:
    """Find a word cut in two; a particle of Korean, or a note marker, is cut off rightly."""
    low, high = whole_words(text, start, end)
    if text[low:start].isalpha() and ord(text[start - 1]) < HANGUL:
        return text[low : whole_words(text, start, start + 1)[1]]
    if text[end:high].isalpha() and ord(text[end]) < HANGUL:
        return text[whole_words(text, end - 1, end)[0] : high]
    return ""


@dataclass(frozen=True, slots=True)
class Rewording:
    """One passage quoted in two ways."""

    first: Quoted
    second: Quoted
    pair: TwoWordings


def rewordings(quoted: Sequence[Quoted]) -> list[Rewording]:
    """Find passages quoted in two wordings, or as if from two sources; short likenesses are chance.

    Args:
        quoted: The quotations, in the order printed.
    """
    with_words = [q for q in quoted if q.quotation.exact]
    numbered = (replace(q.quotation, id=str(number)) for number, q in enumerate(with_words))

    def matters(one: Quotation, other: Quotation, likeness: float, letters: int) -> bool:
        first, second = with_words[int(one.id)], with_words[int(other.id)]
        return _share_a_work(first, second) or letters >= SHORT or likeness >= ALIKE

    found = []
    for pair in two_wordings(numbered, matters):
        first, second = with_words[int(pair.first)], with_words[int(pair.second)]
        shared = _share_a_work(first, second)
        letters = sum(len("".join(c.words.split())) for c in pair.diff if c.kind != "deleted")
        if pair.what == "source":
            telling = not shared and not first.doubtful and not second.doubtful
        else:
            telling = shared or letters >= SHORT or pair.likeness >= ALIKE
        if telling:
            found.append(Rewording(first, second, pair))
    return found


def _share_a_work(one: Quoted, other: Quoted) -> bool:
    return not {*one.works, *one.unlisted}.isdisjoint((*other.works, *other.unlisted))
