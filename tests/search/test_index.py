"""The index: what it finds, in which order, and that the web pages find the same."""

import json
import random
import re

import pytest

from argmap.search.entry import Entry
from argmap.search.index import Index
from argmap.search.query import parse_query
from argmap.search.ranking import BEGINNING
from argmap.search.words import STOP, words_of
from argmap.site.search_index import search_files


def an_entry(key: str, title: str, *texts: str, kind: str = "claim", **more: object) -> Entry:
    fields = tuple((1.0, text) for text in texts)
    return Entry(f"{kind}s/{key}.html", kind, title, fields=fields, key=key, **more)


def found(index: Index, asked: str, *kinds: str) -> list[str]:
    return [hit.entry.key for hit in index.search(parse_query(asked), kinds).best]


@pytest.fixture(scope="module")
def war() -> Index:
    return Index.of(
        [
            an_entry("blow", "The first blow came from the north.", "Moscow knew."),
            an_entry("north", "North Korea struck first; the blow was heavy."),
            an_entry("mao", "Mao agreed to the war in Korea.", kind="evidence"),
            an_entry("stalin", "Сталин согласился.", "Söhne 스탈린은 毛泽东", kind="source"),
        ]
    )


def test_records_with_all_words_come_before_all_others(war):
    assert found(war, "first blow") == ["blow", "north"]
    hits = war.search(parse_query("first mao "))
    assert not hits.is_whole
    assert hits.number == 3


def test_a_phrase_must_stand_there_as_it_is(war):
    assert found(war, '"first blow"') == ["blow"]
    assert found(war, '"the first blow"') == ["blow"]
    assert found(war, '"first korea"') == []
    assert found(war, '"zzz korea"') == []


def test_a_phrase_of_frequent_words_is_found_too(war):
    assert set(found(war, '"from the"')) == {"blow"}


def test_a_phrase_does_not_reach_over_two_fields(war):
    assert found(war, '"north moscow"') == []


def test_what_must_not_be_there_is_kept_out(war):
    assert found(war, "korea -mao ") == ["north"]
    assert found(war, 'first -"first blow"') == ["north"]
    assert found(war, "korea -ma*") == ["north"]
    assert found(war, "blow -the ") == []


def test_beginnings_accents_and_other_scripts_are_found(war):
    assert found(war, "agre") == ["mao"]
    assert found(war, "mosc* first") == ["blow"]
    assert (
        found(war, "sohne") == found(war, "СТАЛИН") == found(war, "스탈린") == found(war, "泽") == ["stalin"]
    )


def test_one_kind_can_be_asked_for(war):
    assert found(war, "korea ", "evidence") == ["mao"]
    assert found(war, "korea ", "claim", "evidence") == ["mao", "north"]


def test_nothing_is_found_where_nothing_is_asked_for(war):
    for asked in ("", "-mao", "zzzz ", "\ud800", "% _", '"'):
        assert war.search(parse_query(asked)).number == 0, asked


def test_an_index_of_nothing_can_be_searched():
    assert Index.of([]).search(parse_query('war "a b" -c')).number == 0


def test_broken_characters_do_not_spoil_an_index():
    index = Index.of([an_entry("a", "Half \ud800 a character; nul \x00 too.")])
    assert found(index, "half") == ["a"]


def test_a_limit_gives_the_best_of_all():
    index = Index.of(an_entry(f"c{n:03}", "war " * (1 + n % 3) + "x " * (n % 5)) for n in range(50))
    every = found(index, "war")
    hits = index.search(parse_query("war"), (), 7)
    assert [hit.entry.key for hit in hits.best] == every[:7]
    assert hits.number == 50


def as_the_browser_does(files: dict[str, bytes], asked: str) -> list[str]:
    """The steps of ``search.js``, over the shards that the pages load."""

    def values(name: str) -> list:
        told = re.fullmatch(r"argmap\.add\.\w+\((.*)\);\n", files[name].decode(), re.DOTALL)
        return json.loads(f"[{told[1]}]")

    index = values("search/index.js")[0]
    terms = [values(f"search/terms_{i}.js")[1] for i in range(len(index["terms"]))]
    records = [row for i in range(len(index["records"])) for row in values(f"search/records_{i}.js")[1]]
    every = words_of(asked)
    words = list(dict.fromkeys([word for word in every if word not in STOP] or every))
    scores: dict[int, list[float]] = {}
    for i, word in enumerate(words):
        is_open = i == len(words) - 1 and asked[-1:].isalnum() and len(word) > 1
        lent: dict[int, float] = {}
        for term, row in ((t, r) for shard in terms for t, r in shard.items()):
            if term == word or (is_open and term.startswith(word)):
                number = 0
                for step, weight in zip(row[1::2], row[2::2], strict=True):
                    number += step
                    share = 1 if term == word else BEGINNING
                    lent[number] = max(lent.get(number, 0), share * row[0] * weight)
        for number, score in lent.items():
            scores.setdefault(number, []).append(score)
    most = max(map(len, scores.values()), default=0)
    hits = [(-sum(lent), number) for number, lent in scores.items() if len(lent) == most]
    return [records[number][0] for _, number in sorted(hits)]


def test_the_terminal_ranks_as_the_web_pages_do():
    chance = random.Random(7)
    words = "war korea stalin stalingrad mao maoist north northern blow first soviet telegrams the of".split()
    entries = [
        an_entry(f"c{n}", " ".join(chance.choices(words, k=9)), " ".join(chance.choices(words, k=5)), rank=r)
        for n, r in enumerate(chance.choices([0.6, 1.0, 1.2], k=300))
    ]
    files, index = search_files(entries), Index.of(entries)
    for asked in ("war", "stalin mao", "nor", "the", "soviet telegram ", "zzz war ", "first blow no"):
        hits = index.search(parse_query(asked)).best
        assert [hit.entry.address for hit in hits] == as_the_browser_does(files, asked), asked
