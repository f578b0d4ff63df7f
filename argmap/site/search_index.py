"""The search index in shards that a page can load one by one.

Shards are scripts that register themselves, since a page opened from a folder may not fetch. Records
are numbered in order of their address, so that one set of shards serves results and previews alike.
"""

import json
from collections.abc import Iterable, Sequence

from argmap.search.entry import Entry
from argmap.search.ranking import Posting, postings
from argmap.search.words import STOP

SHARD = 60_000
"""Bytes of a shard, about."""
MOST = 5_000
"""Records that one word may list; the weightiest ones stay."""


def search_files(entries: Iterable[Entry]) -> dict[str, bytes]:
    """Make the shards of an index and the page that lists them.

    Args:
        entries: Records; each address once.

    Returns:
        Address relative to the top of the site to content.
    """
    ordered = sorted(entries, key=lambda entry: entry.address)
    records, firsts = _record_shards(ordered)
    terms, words = _term_shards(postings(ordered))
    kinds = sorted({entry.kind for entry in ordered})
    manifest = {
        "count": len(ordered),
        "kinds": kinds,
        "parts": sorted({entry.part for entry in ordered if entry.part}),
        "records": [[number, ordered[number].address] for number in firsts],
        "terms": words,
        "stop": sorted(STOP),
    }
    made = {"search/index.js": _script("index", manifest)}
    made |= {f"search/records_{i}.js": _script("records", i, shard) for i, shard in enumerate(records)}
    made |= {f"search/terms_{i}.js": _script("terms", i, shard) for i, shard in enumerate(terms)}
    return made


def _script(name: str, *values: object) -> bytes:
    """Call one of the page's functions with values, in a script that is safe inside HTML as well."""
    told = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    safe = told.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"argmap.add.{name}({safe});\n".encode("utf-8", "replace")


def _record_shards(ordered: Sequence[Entry]) -> tuple[list[list[list[str]]], list[int]]:
    shards: list[list[list[str]]] = []
    firsts: list[int] = []
    left = 0
    for number, e in enumerate(ordered):
        row = [e.address, e.kind, e.title, e.verdict, e.grade, e.note, e.part]
        weight = sum(map(len, row)) + 24
        if weight > left:
            shards.append([])
            firsts.append(number)
            left = SHARD
        shards[-1].append(row)
        left -= weight
    return shards, firsts


def _term_shards(found: Iterable[Posting]) -> tuple[list[dict[str, list[int]]], list[str]]:
    """Cut the words, in order, into shards; each word with its rarity, then records and weights.

    Records are told as steps from the one before.
    """
    shards: list[dict[str, list[int]]] = []
    firsts: list[str] = []
    left = 0
    for posting in found:
        row = [posting.rarity]
        before = 0
        for number, lent in _weightiest(posting):
            row += [number - before, lent]
            before = number
        weight = len(posting.word) + 6 * len(row)
        if weight > left:
            shards.append({})
            firsts.append(posting.word)
            left = SHARD
        shards[-1][posting.word] = row
        left -= weight
    return shards, firsts


def _weightiest(posting: Posting) -> list[tuple[int, int]]:
    pairs = list(zip(posting.records, posting.weights, strict=True))
    if len(pairs) <= MOST:
        return pairs
    return sorted(sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:MOST])
