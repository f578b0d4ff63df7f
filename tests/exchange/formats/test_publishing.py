"""ClaimReview and RO-Crate."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from argmap.exchange.registry import read, write
from argmap.files.project import read_project
from exchange_whole_map import an_empty_map, judged, whole_map, with_loose_ends


def reviews() -> dict[str, Any]:
    root = json.loads(write(judged(), "claimreview").files[""])
    return {review["claimReviewed"]: review for review in root["@graph"]}


def test_a_verdict_is_a_rating_in_words_without_a_number() -> None:
    review = reviews()["The fire began in the bakery."]
    rating = review["reviewRating"]
    assert set(rating) == {"@type", "alternateName", "ratingExplanation"}
    assert rating["alternateName"] == str(judged()["bakery-burned"])
    assert rating["ratingExplanation"].endswith(".")
    assert review["author"]["name"] == "Samuel Pepys"
    assert {work["name"] for work in review["citation"]} >= {"Pepys, Samuel. Diary, Magdalene."}


def test_a_review_can_stand_inside_a_page() -> None:
    assert b"<" not in write(judged(), "claimreview").files[""]


def test_without_an_author_or_records_the_files_are_still_whole() -> None:
    assert json.loads(write(an_empty_map(), "claimreview").files[""])["@graph"] == []
    assert json.loads(write(judged(with_loose_ends()), "claimreview").files[""])["@graph"]
    assert write(an_empty_map(), "ro-crate").files["ro-crate-metadata.json"]


def test_a_crate_describes_every_file_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    files = write(judged(), "ro-crate").files
    graph = {entity["@id"]: entity for entity in json.loads(files["ro-crate-metadata.json"])["@graph"]}
    assert graph["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    assert graph["ro-crate-metadata.json"]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.2"}
    root = graph["./"]
    assert {"name", "description", "datePublished", "license"} <= set(root)
    assert root["datePublished"] == "1970-01-02"
    assert {part["@id"] for part in root["hasPart"]} == set(files) - {"ro-crate-metadata.json"}
    for name in set(files) - {"ro-crate-metadata.json"}:
        assert graph[name]["sha256"] == hashlib.sha256(files[name]).hexdigest()
    assert files == write(judged(), "ro-crate").files


def test_what_a_crate_holds_can_be_read_again(project: Callable[..., Path]) -> None:
    files = write(judged(), "ro-crate").files
    assert len(read(files["evidence.jsonld"], "evidence.jsonld").project.evidence) == 2
    assert json.loads(files["project/evidence/bibliography.json"])[0]["id"] == "Pepys:1666"
    root = project({name.removeprefix("project/"): data for name, data in files.items() if "/" in name})
    again = read_project(root)
    assert {key: claim.schools for key, claim in again.claims.items()} == {
        key: claim.schools for key, claim in whole_map().claims.items()
    }
    assert again.claims["oven-lit"] == whole_map().claims["oven-lit"]
    assert set(again.events) == {"fire"}
    assert set(json.loads(files["argmap.json"])["claims"]) == set(judged().project.claims)
