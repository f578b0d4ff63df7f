"""``argmap fragile``, ``argmap impact`` and ``argmap as-of``."""

import json

import pytest

MAP = """
claims:
  miller-burnt-it: {text: The miller did it., for: [oil-bought, seen-there], against: [alibi]}
  mill-was-full: {text: The mill was full., for: [ledger]}
  he-gained: {text: He gained by it., for: [mill-was-full]}
  lightning: {text: Lightning did it.}
evidence:
  oil-bought: {shows: He bought oil., form: record, document: till, source: shop, available: 1950}
  seen-there: {shows: He was seen., form: record, document: walk, by: [ann], available: 1960}
  alibi: {shows: He was away., form: testimony, kind: letter, by: [bob, ann], made: 1948, available: 1970}
  ledger: {shows: The mill held corn., form: record, document: ledger, source: shop, available: 1980}
  ledger-copy: {shows: A copy., form: record, document: ledger}
scholars:
  bob: {name: Bob Miller}
"""
SOURCES = """[{"id": "shop", "type": "book", "title": "The Shop", "archive": "Town Hall"}]"""


@pytest.fixture
def mill(project):
    files = {
        "argmap.toml": "title = 'The mill'",
        "claims/mill.yaml": MAP,
        "evidence/sources.json": SOURCES,
    }
    return project(files)


def test_fragile_tells_each_loss_in_a_sentence(command, mill):
    printed = command("fragile", "mill-was-full", "--project", mill)
    assert (printed.code, printed.err) == (0, "")
    assert printed.out == (
        "✓ supported (firm)   mill-was-full\n"
        "    The mill was full.\n\n"
        "The loss of one piece of evidence is enough to turn this verdict.\n"
        "Without the evidence ledger this claim would be unsupported.\n"
        "    The mill held corn.\n"
        "Nothing else would, unless one of these is part of it.\n"
    )


def test_fragile_tells_pairs_and_what_cannot_be_lost(command, mill):
    printed = command("fragile", "miller-burnt-it", "-p", mill)
    assert "It takes the loss of two pieces of evidence to turn this verdict." in printed.out
    both = "Without both the evidence oil-bought and the evidence of ann (seen-there)"
    assert f"{both} this claim would be" in " ".join(printed.out.split())
    printed = command("fragile", "lightning", "-p", mill)
    assert "No loss of evidence can turn this verdict." in printed.out


def test_fragile_as_json_by_source_and_archive(command, mill):
    printed = command("fragile", "he-gained", "--by", "archive", "-p", mill, "--format", "json")
    assert json.loads(printed.out) == {
        "by": "archive",
        "grade": False,
        "claims": [
            {
                "claim": "he-gained",
                "text": "He gained by it.",
                "verdict": {"verdict": "supported", "grade": "firm"},
                "robustness": 1,
                "at_least": 1,
                "complete_to": 3,
                "exhausted": True,
                "single_points": ["Town Hall"],
                "losses": [{"items": ["Town Hall"], "after": {"verdict": "unsupported", "grade": None}}],
            }
        ],
    }


def test_fragile_asks_every_claim(command, mill):
    printed = command("fragile", "--all", "-p", mill)
    assert printed.out.startswith(
        "Of 4 claims 2 hang on one piece of evidence.\n  2 verdicts would turn without the evidence ledger.\n"
    )
    printed = command("fragile", "--all", "--most", "2", "-p", mill, "--format", "json")
    found = {each["claim"]: each["at_least"] for each in json.loads(printed.out)["claims"]}
    assert found == {"he-gained": 1, "lightning": None, "mill-was-full": 1, "miller-burnt-it": 2}


@pytest.mark.parametrize("words", [["fragile"], ["fragile", "lightning", "--all"], ["fragile", "lightening"]])
def test_fragile_says_what_is_missing(command, mill, words):
    printed = command(*words, "-p", mill)
    assert (printed.code, printed.out) == (2, "")
    assert printed.err.startswith("argmap: ")


def test_impact_tells_withdrawal_and_forgery(command, mill):
    printed = command("impact", "ledger", "-p", mill)
    assert (printed.code, printed.err) == (0, "")
    assert printed.out == (
        "If the evidence ledger is withdrawn: 2 verdicts turn and 0 grades change.\n\n"
        "✓ supported (firm) → ○ unsupported   mill-was-full   (1 claim rests on it)\n"
        "    The mill was full.\n\n"
        "✓ supported (firm) → ○ unsupported   he-gained   (nothing rests on it)\n"
        "    He gained by it.\n\n"
        "If it is forged, so is ledger-copy, from the same documents: 2 verdicts turn and 0 grades change.\n"
    )


def test_impact_takes_archives_and_persons(command, mill):
    printed = command("impact", "town hall", "-p", mill, "--format", "json")
    found = json.loads(printed.out)
    assert (found["item"], found["kind"]) == ("Town Hall", "archive")
    assert found["withdrawn"] == ["ledger", "oil-bought"]
    assert [effect["claim"] for effect in found["if_withdrawn"]] == ["mill-was-full", "he-gained"]
    printed = command("impact", "bob", "--by", "person", "-p", mill)
    assert printed.out == (
        "If what Bob Miller made, one piece of evidence, is withdrawn or forged: no verdict changes.\n"
    )
    assert command("impact", "nobody", "-p", mill).code == 2


def test_as_of_shows_one_claim_through_the_years(command, mill):
    printed = command("as-of", "he-gained", "-p", mill)
    assert (printed.code, printed.err) == (0, "")
    assert printed.out == (
        "✓ supported (firm)   he-gained\n"
        "    He gained by it.\n\n"
        "  before  ○ unsupported\n"
        "    1980  ✓ supported (firm)\n"
        "     now  ✓ supported (firm)\n\n"
        "In 1980 it turned from unsupported to supported through ledger (readable since 1980).\n"
        "    The mill held corn.\n"
    )
    assert "No evidence that became readable" in command("as-of", "lightning", "-p", mill).out


def test_as_of_shows_all_claims(command, mill):
    printed = command("as-of", "-p", mill)
    assert printed.out.startswith("Of 4 claims 3 turned at least once, in all 3 times.\n")
    assert "    1950  ✓ supported through oil-bought\n" in printed.out
    printed = command("as-of", "-p", mill, "--format", "json")
    found = {each["claim"]: each for each in json.loads(printed.out)["claims"]}
    assert found["miller-burnt-it"]["turns"] == [
        {
            "year": 1950,
            "before": {"verdict": "unsupported", "grade": None},
            "after": {"verdict": "supported", "grade": "firm"},
            "releases": [{"evidence": "oil-bought", "since": "1950", "known_from": "available"}],
        }
    ]


def test_json_fits_its_schema(command, mill):
    from pydantic import TypeAdapter

    from argmap.exchange.fragility_shapes import FRAGILITY_SHAPES

    for words in (["fragile", "--all"], ["impact", "ledger"], ["as-of"]):
        printed = command(*words, "-p", mill, "--format", "json")
        TypeAdapter(FRAGILITY_SHAPES[words[0]]).validate_python(json.loads(printed.out), strict=True)
