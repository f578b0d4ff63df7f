"""What a search found, as plain data."""

from typing_extensions import TypedDict  # the standard one serves pydantic only from 3.12 on

from argmap.search.index import Hit, Hits
from argmap.search.matches import passage
from argmap.search.query import Query

LENGTH = 160
"""Characters of a passage."""


class HitData(TypedDict):
    """A record that was found; ``passage`` is where the words stand, if not in the title."""

    id: str
    kind: str
    title: str
    verdict: str
    grade: str
    part: str
    passage: str
    address: str
    score: float


class FindData(TypedDict):
    """``argmap find --format json``: the best records first.

    ``found`` counts all that fit; ``all_words`` tells whether they have all the words asked for.
    """

    found: int
    all_words: bool
    hits: list[HitData]


def find_object(hits: Hits, query: Query) -> FindData:
    """Give what a search found."""
    return {
        "found": hits.number,
        "all_words": hits.is_whole,
        "hits": [_hit_object(hit, query) for hit in hits.best],
    }


def _hit_object(hit: Hit, query: Query) -> HitData:
    entry = hit.entry
    return {
        "id": entry.key,
        "kind": entry.kind,
        "title": entry.title,
        "verdict": entry.verdict,
        "grade": entry.grade,
        "part": entry.part,
        "passage": passage(entry, query, LENGTH),
        "address": entry.address,
        "score": round(hit.score, 3),
    }
