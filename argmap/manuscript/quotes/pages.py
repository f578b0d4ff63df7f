"""Pages cited against pages found."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

ENOUGH = 3
"""Quotations that must agree before an offset between cited and found pages is believed."""
SHARE = 0.6
"""And so large a share of those with pages to compare."""


def page_at(pages: Sequence[tuple[int, str]], offset: int) -> str | None:
    """Find the label of the page that holds an offset."""
    place = bisect_right(pages, offset, key=lambda page: page[0]) - 1
    return pages[place][1] if place >= 0 else None


def page_ranges(cited: str) -> list[tuple[int, int]]:
    """Read the page numbers of a citation.

    Examples:
        >>> page_ranges("pp. 12–14, 124-5"), page_ranges("xii")
        ([(12, 14), (124, 125)], [])
    """
    ranges = []
    for first, last in re.findall(r"([0-9]{1,9})(?:\s*[-‐‑–—]\s*([0-9]{1,9}))?", cited):
        low = int(first)
        whole = first[: len(first) - len(last)] + last if last and len(last) < len(first) else last
        ranges.append((low, max(low, int(whole or first))))
    return ranges


def is_cited(cited: str, labels: Iterable[str], offset: int = 0) -> bool:
    """Say whether one of the pages found is among those cited, an offset taken off."""
    ranges = page_ranges(cited)
    written = {word.casefold() for word in re.findall(r"\w+", cited)}
    for label in labels:
        if not offset and label.casefold() in written:
            return True
        if label.isdecimal() and any(low <= int(label) - offset <= high for low, high in ranges):
            return True
    return False


def is_comparable(cited: str | None, label: str | None) -> bool:
    """Say whether cited pages and a page found can be compared at all."""
    return bool(cited and label and re.search(r"\w", cited))


def learnt_offset(pairs: Iterable[tuple[str, str]]) -> int:
    """Learn by how much the pages found run ahead of those cited.

    Args:
        pairs: Pages cited, page found, of all quotations from one text.

    Returns:
        The offset that most of them share; 0 where there is none.
    """
    differences: Counter[int] = Counter()
    for cited, found in pairs:
        ranges = page_ranges(cited)
        if ranges and found.isdecimal():
            inside = any(low <= int(found) <= high for low, high in ranges)
            differences[0 if inside else int(found) - ranges[0][0]] += 1
    if not differences:
        return 0
    offset, times = min(differences.items(), key=lambda item: (-item[1], abs(item[0]), item[0]))
    return offset if times >= ENOUGH and times >= SHARE * differences.total() else 0
