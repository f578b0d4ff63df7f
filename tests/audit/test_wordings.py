"""Claims that say nearly the same are found after an edit among those whose words it concerns."""

import json
import random

import pytest

from argmap.audit import wordings
from argmap.audit.live import LiveAudit, read_again
from argmap.audit.run import Choice, check_folder
from argmap.audit.wordings import Wordings
from argmap.files.project import read_parts
from argmap.rules import near_duplicate_claims
from argmap.rules.near_duplicate_claims import MOST_COMPARED
from argmap.rules.words import ClaimWords
from makers import a_claim, a_project

ALIKE = Choice(select=("near-duplicate-claims", "duplicate-id"))
COMMON = "the a of in was were it not".split()
RARER = "mill tower Moor river burnt burned 1950 40 guard's fire fires Kim lamp barn roof".split()


SENTENCES = [
    "The mill of Moor burnt in the night of 1950",
    "It was a guard who saw the tower",
    "Kim crossed the river",
    "Fire",
]


def a_text(lot):
    """A sentence, or one much like it, or words that nobody would put so."""
    words = lot.choice(SENTENCES).split()
    if lot.random() < 0.4:
        words = [lot.choice(COMMON if lot.random() < 0.4 else RARER) for _ in range(lot.choice([1, 2, 4, 6]))]
    if lot.random() < 0.7:
        words[lot.randrange(len(words))] = lot.choice(RARER)
    return " ".join(words) + lot.choice([".", "", " İt."])


@pytest.mark.parametrize("most", [MOST_COMPARED, 8, 3])
@pytest.mark.parametrize("seed", range(6))
def test_claims_reworded_at_random_are_compared_as_from_scratch(tmp_path, monkeypatch, seed, most):
    for module in (near_duplicate_claims, wordings):
        monkeypatch.setattr(module, "MOST_COMPARED", most)
    lot = random.Random(seed)
    claims = {f"c{number:02}": {"text": a_text(lot)} for number in range(60)}
    file = tmp_path / "claims/all.yaml"
    file.parent.mkdir()
    file.write_text(json.dumps({"claims": claims}))
    live = LiveAudit(tmp_path, ALIKE, read_parts(tmp_path))
    followed = found = 0
    assert live.audit.rules
    for _ in range(50):
        key, other = lot.choice(sorted(claims)), lot.choice(sorted(claims))
        what = lot.randrange(6)
        if what == 0 and len(claims) > 40:
            del claims[key]
        elif what == 1:
            claims[f"{key}-{lot.randrange(9)}"] = {"text": claims[other]["text"]}
        elif what == 2:
            claims[key]["for"] = [other]
        elif what == 3:
            claims[key]["when"] = lot.choice(["1950", "1961"])
        else:
            claims[key]["text"] = a_text(lot)
        file.write_text(json.dumps({"claims": claims}))
        live = live.after(read_again(tmp_path, live.parts, ["claims/all.yaml"]))
        if lot.random() < 0.2:
            continue
        assert live.audit.findings == check_folder(tmp_path, ALIKE).findings
        followed, found = followed + live.is_followed, found + len(live.audit.findings)
    assert followed > 20
    assert found > 20


def test_words_are_counted_and_told_for_names_as_claims_change():
    before = {key: a_claim(text=text) for key, text in [("a", "The mill of Moor."), ("b", "The moor burnt.")]}
    after = {"b": a_claim(text="The moor and Kim."), "c": a_claim(text="See Kim and the mill.")}
    first = a_project(before)
    words = Wordings(first, ClaimWords(first)).after(a_project(after), ["a", "b", "c"])
    fresh = ClaimWords(a_project(after))
    assert {word: words.count(word) for word in fresh.numbers} == fresh.counts
    assert {word for word in fresh.numbers if words.is_name(word)} == fresh.names & fresh.numbers.keys()
    assert words.having("the", "kim") == {"b", "c"}
    assert words.count("burnt") == 0
