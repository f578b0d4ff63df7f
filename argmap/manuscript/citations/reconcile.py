"""Notes against bibliography: what is cited and not listed, listed and not cited, or told in two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.manuscript.citations.bibliography import ListedEntry
from argmap.manuscript.citations.matching import Citation, Citations
from argmap.manuscript.citations.nearby import Near, Nearby
from argmap.manuscript.citations.works import fold, folded_words, name_words

FIRST_SHEET = 20
"""Pages below this may be those of a single document."""
FEWEST_WORDS = 4
"""Words of an entry that are found in a citation only by chance if there are fewer."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One thing that notes and bibliography do not agree on."""

    kind: str
    """``cited-not-listed``, ``listed-otherwise``, ``listed-never-cited``, ``two-spellings``, ``two-years``,
    ``short-title-never-introduced``, ``ambiguous-ibid`` or ``one-address-two-documents``."""
    message: str
    refs: tuple[str, ...] = ()
    """Notes concerned."""
    entries: tuple[str, ...] = ()
    """Ids of entries concerned."""


KINDS = {
    "cited-not-listed": "Cited but not in the bibliography",
    "listed-otherwise": "Cited in one way and perhaps listed in another",
    "listed-never-cited": "In the bibliography but never cited",
    "two-spellings": "One work under two spellings",
    "two-years": "One work under two years",
    "short-title-never-introduced": "Short titles never introduced",
    "ambiguous-ibid": "Ibid. that may mean several works",
    "one-address-two-documents": "One archive address, two documents",
}


def reconcile(found: Citations) -> list[Discrepancy]:
    """Compare the notes with the bibliography."""
    unmatched = _unmatched(found)
    return [
        *_not_listed(found, unmatched),
        *_never_cited(found, unmatched),
        *_two_ways(found),
        *_unresolved(found),
        *_addresses(found),
    ]


def _shown(citation: Citation) -> str:
    return _cut(citation.text.strip(" ."), 90)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _unmatched(found: Citations) -> list[tuple[list[Citation], list[Near]]]:
    """Give the citations that no entry stands for, those of one work together, with the entries near them."""
    if not found.entries:
        return []
    groups: dict[str, list[Citation]] = defaultdict(list)
    for citation in found.citations:
        if citation.entry is None and not (citation.parsed.form != "full" and citation.refers_to is None):
            groups[fold(citation.full.title or citation.full.text)].append(citation)
    nearby = Nearby({found.key_of(entry): entry.citation for entry in found.entries})
    return [(same, nearby.find(same[0].full)) for same in groups.values()]


def _not_listed(
    found: Citations, unmatched: Sequence[tuple[list[Citation], list[Near]]]
) -> Iterator[Discrepancy]:
    texts = {found.key_of(entry): entry.text for entry in found.entries}
    for same, near in unmatched:
        refs = tuple(dict.fromkeys(c.ref for c in same))
        if not near:
            yield Discrepancy("cited-not-listed", f"not in the bibliography: {_shown(same[0])}", refs)
        elif not any(entry.named for entry in near):
            perhaps = _cut(texts[near[0].key], 60)
            said = f"not in the bibliography, or else as '{perhaps}': {_shown(same[0])}"
            yield Discrepancy("listed-otherwise", said, refs, (near[0].key,))


def _never_cited(
    found: Citations, unmatched: Sequence[tuple[list[Citation], list[Near]]]
) -> Iterator[Discrepancy]:
    """Find the entries that no citation means, not even as the second best.

    An entry that is listed twice is cited with the other, and one that a citation comes near is told there.
    """
    cited = {key for citation in found.citations for key in (citation.entry, citation.rival)}
    cited.update(entry.key for _, near in unmatched for entry in near)
    left = {found.key_of(entry): entry for entry in found.entries if found.key_of(entry) not in cited}
    cited |= _word_for_word(found, left)
    for key, entry in left.items():
        if key not in cited:
            yield Discrepancy("listed-never-cited", f"no note cites: {_cut(entry.text, 90)}", (), (key,))


def _word_for_word(found: Citations, left: Mapping[str, ListedEntry]) -> set[str]:
    """Give the entries all of whose words stand in one citation, though it has been put to another."""
    with_word: dict[str, set[int]] = defaultdict(set)
    for number, text in enumerate({citation.full.text for citation in found.citations} if left else ()):
        for word in folded_words(text):
            with_word[word].add(number)
    printed = set()
    for key, entry in left.items():
        words = set(folded_words(entry.text))
        if len(words) >= FEWEST_WORDS:
            rarest_first = sorted((with_word.get(word, set()) for word in words), key=len)
            if set.intersection(*rarest_first):
                printed.add(key)
    return printed


def _two_ways(found: Citations) -> Iterator[Discrepancy]:
    """Find works that full citations give with another year, or with authors spelt in another way."""
    listed = {found.key_of(entry): entry.citation for entry in found.entries}
    by_entry: dict[str, list[Citation]] = defaultdict(list)
    for citation in found.citations:
        if citation.entry in listed and citation.parsed.form == "full" and not citation.review:
            by_entry[citation.entry].append(citation)
    for key, citations in by_entry.items():
        entry = listed[key]
        years: dict[int, list[str]] = defaultdict(list)
        spellings: dict[frozenset[str], list[Citation]] = defaultdict(list)
        for citation in citations:
            year, names = citation.parsed.year, name_words(citation.parsed.author)
            if year and entry.year and year != entry.year and not citation.parsed.days:
                years[year].append(citation.ref)
            if _other_spelling(names, name_words(entry.author)):
                spellings[names].append(citation)
        for year, refs in years.items():
            said = f"'{key}' is of {entry.year} in the bibliography, of {year} in the notes"
            yield Discrepancy("two-years", said, tuple(dict.fromkeys(refs)), (key,))
        for same in spellings.values():
            said = f"'{entry.author}' in the bibliography is '{same[0].parsed.author}' in the notes"
            yield Discrepancy("two-spellings", said, tuple(dict.fromkeys(c.ref for c in same)), (key,))


def _other_spelling(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell names that are alike and not the same."""
    from rapidfuzz import fuzz

    return any(
        word not in theirs and any(other not in mine and fuzz.ratio(word, other) >= 75 for other in theirs)
        for word in mine
        if len(word) > 3
    )


def _unresolved(found: Citations) -> Iterator[Discrepancy]:
    for citation in found.citations:
        form = citation.parsed.form
        if form in ("short", "op-cit") and citation.refers_to is None and folded_words(citation.text):
            said = f"nothing before introduces: {_shown(citation)}"
            yield Discrepancy("short-title-never-introduced", said, (citation.ref,))
        elif form in ("short", "op-cit") and any("another author" in doubt for doubt in citation.doubts):
            said = f"introduced under another name: {_shown(citation)}"
            yield Discrepancy("short-title-never-introduced", said, (citation.ref,))
        elif form == "ibid":
            told = [d for d in citation.doubts if "several works" in d or "no note before" in d]
            for doubt in told:
                yield Discrepancy("ambiguous-ibid", f"{_shown(citation)}: {doubt}", (citation.ref,))


def _addresses(found: Citations) -> Iterator[Discrepancy]:
    """Find one file and sheet in an archive that is said to hold two documents.

    Low pages may count from the beginning of each document, and are not taken for sheets of the file.
    """
    by_address: dict[tuple[str | None, ...], dict[str, Citation]] = defaultdict(dict)
    for citation in found.citations:
        address = citation.parsed.address
        sheets = (address.get("list") if address else None) or _sheets(citation.parsed.pages)
        if address is None or address.scheme != "russian" or not sheets or not citation.parsed.days:
            continue
        day = " ".join(sorted(citation.parsed.days))
        by_address[(*address.document, sheets)].setdefault(day, citation)
    for same in by_address.values():
        if len(same) > 1:
            refs = tuple(citation.ref for citation in same.values())
            said = f"one sheet, documents of {' and of '.join(same)}: {_shown(next(iter(same.values())))}"
            yield Discrepancy("one-address-two-documents", said, refs)


def _sheets(pages: str | None) -> str | None:
    """Give pages that number the sheets of a whole file rather than of one document in it."""
    first = re.match(r"\d+", pages or "")
    return pages if first and len(first[0]) < 10 and int(first[0]) >= FIRST_SHEET else None
