"""``argmap find`` through the real command line."""

import json
from pathlib import Path

import jsonschema
import pytest
from pydantic import TypeAdapter

from argmap.exchange.find_objects import FindData

TOWN = {
    "argmap.toml": 'title = "Who burnt the mill?"\n[parts]\nI = "The fire"\n',
    "claims/mill.yaml": """
claims:
  miller-burnt-it:
    text: The miller burnt his own mill on the night of the fair.
    part: I
    for: [debt-roll]
    remark: Nobody asked the apprentice.
  lightning-struck: {text: Lightning struck the mill., part: I}
events:
  the-fair: {text: The fair of St. John., when: 1801-06-24}
scholars:
  clerk: {name: The Clerk}
""",
    "evidence/rolls.yaml": """
evidence:
  debt-roll: {shows: The roll lists 방앗간 debts of the miller., form: record}
""",
}


@pytest.fixture
def town(project, tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("ARGMAP_CACHE_DIR", str(tmp_path / "cache"))
    return project(TOWN)


def test_what_is_found_is_told_with_its_verdict_and_where_the_words_stand(command, town):
    printed = command("find", "--project", town, "mill", "apprentice")
    assert printed.code == 0
    assert printed.out.splitlines() == [
        "✓ claim miller-burnt-it: supported (firm), part I",
        "    The miller burnt his own mill on the night of the fair.",
        "    Nobody asked the apprentice.",
        "1 found",
    ]


def test_nothing_found_is_one_as_grep_has_it(command, town):
    printed = command("find", "--project", town, "zeppelin")
    assert (printed.code, printed.out, printed.err) == (1, "", "argmap: nothing found\n")


def test_a_kind_can_be_chosen_and_the_number_limited(command, town):
    printed = command("find", "--project", town, "mill", "--kind", "claims", "--limit", "1")
    assert printed.out.splitlines()[-1] == "2 found; 1 more with --limit"
    assert command("find", "--project", town, "fair", "--kind", "events").out.startswith("event the-fair")
    assert command("find", "--project", town, "clerk", "--kind", "Scholars").code == 0
    assert "finding lightning-struck: " in command("find", "-p", town, "lightning", "--kind", "findings").out


def test_phrases_and_what_must_not_be_there(command, town):
    assert "1 found" in command("find", "-p", town, "own mill", "--kind", "claims").out
    assert command("find", "-p", town, "mill own", "--kind", "claims").code == 1
    assert "1 found" in command("find", "-p", town, "mill", "--not", "own", "--kind", "claims").out
    assert "1 found" in command("find", "-p", town, "mill -own", "--kind", "claims").out
    assert "1 found" in command("find", "-p", town, "--kind", "claims", "--", "mill", "-own").out
    assert "1 found" in command("find", "-p", town, 'mill -"own mill"', "--kind", "claims").out


def test_other_scripts_are_found(command, town):
    assert "evidence debt-roll" in command("find", "-p", town, "방앗").out


def test_json_fits_its_schema(command, town):
    told = json.loads(command("find", "-p", town, "mill", "--format", "json").out)
    jsonschema.validate(told, TypeAdapter(FindData).json_schema())
    assert told["all_words"]
    assert told["found"] == len(told["hits"])
    assert {"miller-burnt-it", "lightning-struck"} <= {hit["id"] for hit in told["hits"]}
    assert [hit["score"] for hit in told["hits"]] == sorted((h["score"] for h in told["hits"]), reverse=True)
    nothing = command("find", "-p", town, "zeppelin", "--format", "json")
    assert nothing.code == 1
    assert json.loads(nothing.out) == {"found": 0, "all_words": False, "hits": []}


def test_what_was_asked_for_is_marked_where_there_is_colour(command, town, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1;33mLightning\x1b[0m struck" in command("find", "-p", town, "lightning").out


def test_a_save_is_found_at_once(command, town):
    assert command("find", "-p", town, "zeppelin").code == 1
    (town / "claims/new.yaml").write_text("claims: {z: {text: A zeppelin burnt it.}}\n", "utf-8")
    assert command("find", "-p", town, "zeppelin").code == 0


def test_texts_that_would_steer_the_terminal_are_spelt_out(command, town):
    (town / "claims/new.yaml").write_text('claims: {z: {text: "Red \\e[31m zeppelin"}}\n', "utf-8")
    out = command("find", "-p", town, "zeppelin").out
    assert "\x1b" not in out
    assert "zeppelin" in out


def test_wrong_use_is_one_message(command, town, tmp_path):
    assert command("find", "-p", town).code == 2
    assert command("find", "-p", town, "mill", "--kind", "mills").code == 2
    assert command("find", "-p", town, "mill", "--limit", "0").code == 2
    (tmp_path / "empty").mkdir()
    printed = command("find", "-p", tmp_path / "empty", "mill")
    assert printed.code == 2
    assert printed.err.startswith("argmap: no argmap project")


def test_long_titles_are_broken_at_the_width_of_the_terminal():
    from argmap.cli.hits_text import hits_text
    from argmap.search.entry import Entry
    from argmap.search.index import Index
    from argmap.search.query import parse_query

    entries = [
        Entry("a", "claim", "war " * 60, fields=((1.0, "moscow " * 99),), key="a"),
        Entry("b", "claim", "전쟁은" * 60 + " war moscow", key="b"),
    ]
    query = parse_query("war moscow")
    hits = Index.of(entries).search(query)
    lines = ["".join(piece for piece, _ in line) for line in hits_text(hits, query, 60)]
    assert max(map(len, lines)) <= 60
    assert max(len(line) for line in lines if "쟁" in line) <= 32
