"""Special cases of the rules on circles and contradictions."""

import pytest

from argmap.model.finding import Finding
from argmap.rules.example import find_in_example
from argmap.rules.registry import find_rule

EVIDENCE = "evidence:\n  e1: {shows: One.}\n  e2: {shows: Two.}\n"


def found(rule: str, claims: str) -> list[Finding]:
    return find_in_example(find_rule(rule), f"claims:\n{claims}{EVIDENCE}")


def test_every_link_of_a_circle_is_shown():
    (finding,) = found(
        "circular-support",
        "  a: {text: A., for: [e1, {from: [e2, b]}]}\n  b: {text: B., for: [c]}\n  c: {text: C., for: a}\n",
    )
    assert finding.message.endswith(": a -> b -> c -> a")
    assert finding.spot.path == ("claims", "a", "for", 1, "from", 1)
    assert [(r.message, r.place.line if r.place else 0) for r in finding.related] == [
        ("'a' rests on 'b'", 2),
        ("'b' rests on 'c'", 3),
        ("'c' rests on 'a'", 4),
    ]


def test_attacks_make_no_circle_of_support():
    assert not found("circular-support", "  a: {text: A., for: [b]}\n  b: {text: B., against: [a]}\n")


def test_self_support_is_not_told_twice():
    claims = "  a: {text: A., for: [a], against: [{from: [e1, a]}]}\n"
    assert not found("circular-support", claims)
    assert [finding.message for finding in found("self-support", claims)] == [
        "claim 'a' names itself as a premise for itself",
        "claim 'a' names itself as a premise against itself",
    ]


@pytest.mark.parametrize(
    ("pro", "con", "reported"),
    [
        ("[e1]", "[e1]", True),
        ("[{from: [e1, e2]}]", "[e1]", True),
        ("[{from: e1, because: So.}]", "[e1]", True),
        ("[{from: e1, because: So.}]", "[{from: e1, because: Or so.}]", False),
        ("[{from: e1, because: So.}, e1]", "[{from: e1, because: Or so.}]", True),
        ("[e1]", "[e2]", False),
        ("[e1]", "[{from: e2, unless: e1}]", False),
        ("[e1]", "[{from: e2, answer: e1}]", False),
    ],
)
def test_a_premise_may_stand_on_both_sides_only_if_each_reading_is_explained(
    pro: str, con: str, reported: bool
):
    claims = f"  a: {{text: A., for: {pro}, against: {con}}}\n"
    assert len(found("one-premise-both-sides", claims)) == reported
