"""Chains and circles of many claims pass through every rule and command: no stack is overflowed."""

import pytest

SHAPES = {
    "a chain of support": ("for", False, 0),
    "a circle of support": ("for", True, 0),
    "a chain of objections": ("against", False, 0),
    "a circle of objections": ("against", True, 0),
}
LENGTH = 4_000
"""Far beyond what any recursion survives; at 100,000 each takes half a minute, and passes as well."""


def linked(length: int, side: str, closed: bool) -> str:
    """Write claims each of which names the next."""
    last = "c0" if closed else "e"
    lines = [
        f"  c{n}: {{text: Mill {n} burnt., {side}: [{f'c{n + 1}' if n + 1 < length else last}]}}"
        for n in range(length)
    ]
    return "\n".join(["claims:", *lines, "evidence:", "  e: {shows: Smoke rose., form: record}", ""])


@pytest.mark.parametrize("shape", SHAPES)
def test_every_rule_gets_to_the_end(command, project, shape):
    side, closed, code = SHAPES[shape]
    root = project({"claims/a.yaml": linked(LENGTH, side, closed)})
    result = command("check", root, "--select", "all", "--statistics", "--no-cache")
    assert (result.code, result.err) == (code, "")


@pytest.mark.parametrize("shape", ["a chain of support", "a circle of support"])
@pytest.mark.parametrize(
    "words",
    [("why", "c0"), ("why", "c0", "--tree"), ("brief", "c0"), ("fragile", "c0"), ("impact", "e"), ("as-of",),
     ("verdicts",), ("stats",), ("draw",), ("show", "c0"), ("export", "json")],
    ids=" ".join,
)  # fmt: skip
def test_commands_get_to_the_end(command, project, shape, words, tmp_path):
    side, closed, _ = SHAPES[shape]
    root = project({"claims/a.yaml": linked(LENGTH // 4, side, closed)})
    out = ("--out", tmp_path / "a.svg") if words[0] == "draw" else ()
    assert command(*words, "-p", root, *out).code == 0
