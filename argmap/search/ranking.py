"""What each word lends to each record: field-weighted BM25.

(Robertson and Zaragoza 2009, The Probabilistic Relevance Framework: BM25F with one length for all
fields; what a word lends to a record is worked out here, so that whoever searches only adds.)
"""

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence

from argmap.model.dataclass import dataclass
from argmap.search.entry import Entry
from argmap.search.words import STOP, words_of

SATURATION, LENGTH = 1.2, 0.6
"""BM25's k1 and b."""
TITLE = 3.0
"""Weight of a title."""
SCALE = 20
"""Steps in which one unit of weight is told."""
BEGINNING = 0.6
"""What a word that only begins as asked lends, beside the whole word."""


@dataclass(frozen=True, slots=True)
class Posting:
    """The records that have a word."""

    word: str
    rarity: int
    """How much the word tells, in steps."""
    records: "array[int]"
    """Numbers of records, ascending."""
    weights: "array[int]"
    """What the word lends to each, in steps up to 255."""


def postings(ordered: Sequence[Entry]) -> Iterator[Posting]:
    """Give each word its records, with what it lends to each; words in order.

    Args:
        ordered: The records; a record's number is its place here.
    """
    counts = [_weights(entry) for entry in ordered]
    lengths = [sum(weights.values()) for weights in counts]
    average = (sum(lengths) / len(lengths) if lengths else 0.0) or 1.0
    found: dict[str, tuple[array[int], array[int]]] = {}
    for number, weights in enumerate(counts):
        slack = SATURATION * (1 - LENGTH + LENGTH * lengths[number] / average)
        rank = ordered[number].rank
        for word, weight in weights.items():
            if word not in found:
                found[word] = array("I"), array("B")
            records, lent = found[word]
            records.append(number)
            share = weight * (SATURATION + 1) / (weight + slack) * rank
            lent.append(min(255, max(1, round(share * SCALE))))
    total = sum(1 for weights in counts if weights)
    for word in sorted(found):
        records, lent = found[word]
        yield Posting(word, rarity(len(records), total), records, lent)


def rarity(having: int, total: int) -> int:
    """Weigh a word by how few of all records have it, in steps."""
    return round(math.log(1 + (total - having + 0.5) / (having + 0.5)) * SCALE)


def _weights(entry: Entry) -> Mapping[str, float]:
    """Weigh the words of a record by the fields they stand in."""
    weights: dict[str, float] = {}
    for weight, text in ((TITLE, entry.title), *entry.fields):
        for word in words_of(text):
            if word not in STOP:
                weights[word] = weights.get(word, 0.0) + weight
    return weights
