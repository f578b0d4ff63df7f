"""Records of RigorGraph."""

import json

import pytest

from argmap.exchange.content import Content
from argmap.exchange.registry import detect, read
from argmap.model.errors import UnreadableError

CLAIM = {
    "id": "C-1", "statement": "It holds.", "type": "empirical", "status": "VERIFIED", "authors": ["Kim"],
    "dependencies": ["C-2", "C-9"], "evidence_ids": ["E-1"], "created_at": "2026-01-01T00:00:00Z",
}  # fmt: skip
LEMMA = {"id": "C-2", "statement": "A lemma.", "type": "formal", "authors": ["Kim"]}
EVIDENCE = {
    "id": "E-1", "type": "dataset", "title": "Data", "producer": "Lab", "uri": "https://a.example",
    "locator": "table 1", "scope": "all", "metadata": {"x": 1},
}  # fmt: skip
CHECK = {"id": "V-1", "claim_id": "C-1", "verifier": "Lee", "outcome": "ACCEPT", "rationale": "Fine."}
LINES = "".join(json.dumps(row) + "\n" for row in (CLAIM, LEMMA, EVIDENCE, CHECK, CLAIM))


def test_lines_of_json_are_read() -> None:
    found = read(LINES.encode(), "claims.jsonl")
    claim = found.project.claims["c-1"]
    assert [a.premises for a in claim.pro] == [("c-2",), ("e-1",)]
    assert claim.held_by == ("kim",)
    assert claim.kind == "factual"
    assert claim.remark == "Status: VERIFIED. ACCEPT by Lee: Fine."
    item = found.project.evidence["e-1"]
    assert found.project.sources[item.source or ""].authors == ("Lab",)
    types = {each.type for each in found.loss.losses}
    assert {"claim", "created_at", "verification", "evidence.metadata", "dependencies.premise"} <= types


def test_the_same_as_yaml_and_json_is_read() -> None:
    yaml = (
        "name: Study\nclaims:\n  - " + json.dumps(CLAIM) + "\nevidence:\n  - " + json.dumps(EVIDENCE) + "\n"
    )
    block = """\
name: Study
claims:
  - id: C-1
    statement: It holds.
    authors: [Kim]
    evidence_ids: [E-1]
evidence:
  - {id: E-1, title: Data, producer: Lab, scope: all, uri: "https://a.example"}
"""
    text = json.dumps({"name": "Study", "claims": [CLAIM], "evidence": [EVIDENCE]})
    for each in (block, text):
        found = read(each.encode(), "x")
        assert found.project.claims["c-1"].pro[0].premises == ("e-1",)
        assert found.project.settings.title == "Study"
    assert read(yaml.encode(), "x", "rigorgraph").project.claims


def test_it_is_told_by_content() -> None:
    assert detect(Content(LINES.encode(), "x.txt")).name == "rigorgraph"
    assert detect(Content(json.dumps([EVIDENCE]).encode(), "x.txt")).name == "rigorgraph"


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\nname: x\nfail_on: error\n",
        "[]",
        '{"id":"C","statement":"x","authors":' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
)
def test_what_cannot_be_understood_fails_with_one_message(text: str) -> None:
    with pytest.raises(UnreadableError):
        read(text.encode(), "x", "rigorgraph")


def test_wrong_shapes_do_no_harm() -> None:
    text = '[{"statement":5,"authors":[{}],"id":[]},{"id":1},5,{"claim_id":{},"outcome":[]}]'
    found = read(text.encode(), "x")
    assert len(found.project.claims) == 1
    assert len(found.loss.losses) == 3
