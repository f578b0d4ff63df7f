"""Where a needle stands in a text with the fewest letters inserted, deleted or replaced.

One column of the table of edit distances is kept as two integers of one bit a letter of the needle, so
that a letter of the text takes a dozen operations, however long the needle is: the algorithm of Myers
(Journal of the ACM, 1999), which Hyyrö and Navarro ("Faster bit-parallel approximate string matching",
2002) put to plain edit distances as well. Integers of Python have as many bits as they need.
"""

from typing import NamedTuple

from rapidfuzz.distance import LCSseq


class Hit(NamedTuple):
    """A needle found in a fold."""

    start: int
    end: int
    distance: int
    """Letters inserted, deleted or replaced."""


def align(needle: bytes, letters: bytes, low: int, high: int, most: int) -> Hit | None:
    """Find the best place of a needle between two places of a fold, with at most ``most`` errors.

    Of the places with the fewest errors it is the one that ends first, and of those the longest.

    Examples:
        >>> align(b"telegram", b"the telgram of may", 0, 18, 2)
        Hit(start=4, end=11, distance=1)
    """
    low = max(0, low)
    high = max(low, min(len(letters), high))
    exact = letters.find(needle, low, high)
    if exact >= 0:
        return Hit(exact, exact + len(needle), 0)
    if not most or high - low < max(1, len(needle) - most):
        return None
    text, common = letters[low:high], len(needle) - most
    if LCSseq.similarity(needle, text, score_cutoff=max(0, common)) < common:
        return None  # too few letters in common in one order, wherever they stand
    errors = _errors(needle, text, start=0)
    distance = min(errors)
    if distance > min(most, len(needle) - 1):
        return None
    end = errors.index(distance) + 1
    # turned round, the needle begins where the text does, so that every letter left out before it costs one
    before = _errors(needle[::-1], text[:end][::-1], start=1)
    start = end - (len(before) - before[::-1].index(distance))
    return Hit(low + start, low + end, distance)


def _errors(needle: bytes, text: bytes, start: int) -> list[int]:
    """Say how many errors the needle has that ends with each letter of the text.

    Args:
        needle: What is sought, of at least one letter.
        text: Where it is sought.
        start: What each letter of the text costs that is passed over before the needle: none or one.
    """
    where: dict[int, int] = {}
    for place, letter in enumerate(needle):
        where[letter] = where.get(letter, 0) | 1 << place
    last = 1 << len(needle) - 1
    every = (last << 1) - 1
    more, fewer = every, 0  # rows of the column with one error more or fewer than the row above
    errors, score = [], len(needle)
    for letter in text:
        same = where.get(letter, 0)
        straight = same | fewer
        across = (((same & more) + more) ^ more) | same
        right_more = fewer | ~(across | more)  # rows with one error more or fewer than in the last column
        right_fewer = more & across
        if right_more & last:
            score += 1
        elif right_fewer & last:
            score -= 1
        errors.append(score)
        right_more = right_more << 1 | start
        more = (right_fewer << 1 | ~(straight | right_more)) & every
        fewer = right_more & straight & every
    return errors
