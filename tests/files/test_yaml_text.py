"""YAML texts, read by yaml-rs and by the fallback alike."""

import contextlib
import math
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.files import yaml_text
from argmap.files.yaml_fallback import parse_yaml_slowly
from argmap.files.yaml_fault import YamlFault
from argmap.files.yaml_text import parse_yaml

SCALARS = """
no yes on off y n true True tRUE false FALSE null Null nULL ~ 0 00 017 0o17 0O17 0x1F 0b101 +1 -1
1_000 1__0 _1 _ 1_ 0x_1 0x 0b2 0o8 1.5 .5 1. -.5 1e3 1.e3 1e 1e400 .inf -.INF +.Inf .nan .NAN
-.nan nan 12:30 1950-06-25 1950-06 1950/1952 = << 1,000 v1.2.3 1.2.3 http://a.b/c x#c -x ?x :x 1e_5
18446744073709551616 -9223372036854775809 +-1 0_x1 ٣ ½ 한국 😀 .. 1_000.5 08 09.5
"""
TEXTS = [
    "",
    "# only a comment\n",
    "a:\n",
    "a: 1 # c\nb: x#c\n",
    "---\na: 1\n...\n",
    "%YAML 1.1\n---\na: 1\n",
    "'a': 1\n\"b\": 2\n",
    "? a\n: b\n",
    "a: |\n  x\n\n   y\n\nb: >-\n  x\n  y\n",
    "a: |+\n  x\n\n\nb: 1\n",
    "a: >\n x\n\n y\n  z\n w\n",
    "a: 'it''s'\nb: \"x\\\n  y\"\nc: \"\\x41\\u0041\\t\"\n",
    "a:\n- 1\n- - 2\n  - b: 3\n    c: 4\n",
    "a: {b: , c, 'd':1}\ne: [b: 1, [], {}]\n",
    "a: &x {k: 1}\nb: *x\n",
    "a: &x [*x]\n",
    "<<: {a: 1}\n",
    "a: !!str 1\nb: !!int '3'\nc: !foo 3\nd: ! 1\ne: !!float 3\nf: !!null ''\n",
    "1: a\n1.5: b\nnull: c\n",
    "? [a, b]\n: 1\n",
    "{a: 1}: 2\n",
    "- 1\n- 2\n",
    "text\n",
    "a: x\r\nb:\r\n  - y\r\n",
    "a: \x85b\nc: x\u2028y\n",
    "a: \x01\nb: '\x7f'\n",
    "a: x\n\n  y\n",
    "a: http://[x]\n",
]
BROKEN = {
    "a:\n\tb: 1\n": (2, "a tab stands in the indentation"),
    "a: b: c": (1, "a colon stands where none may stand"),
    "a: [1": (1, "never closed"),
    "a: 'x": (1, "a quotation mark is never closed"),
    'a: "\\q"': (1, "a backslash begins an escape"),
    "a: *x": (1, "a '*' refers to"),
    "a: @x": (1, "a text begins with '@'"),
    "a: |x": (1, "text follows '|' or '>'"),
    "a: - b": (1, "a list entry"),
    "- a\nb: c": (2, "neither a key nor an entry"),
    "a:\n  b: 1\n c: 2\n": (3, "neither a key nor an entry"),
    "a: [x, y\nb: 1\n": (2, ""),
    "a: 1\nb: !!python/object:os.system x": (2, "tag '!!python/object:os.system'"),
    "a: 1\n? [{b: []}]\n: 2": (2, "a list or mapping serves as a key"),
}


def same(a: Any, b: Any) -> bool:
    """Equal in value and type, not-a-number too."""
    if isinstance(a, float) and isinstance(b, float) and math.isnan(a):
        return math.isnan(b)
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[k], b[k]) for k in a)
    if isinstance(a, list):
        return len(a) == len(b) and all(map(same, a, b))
    return bool(a == b)


# Known differences: libyaml reads [?x] and [:x] as YAML 1.1 has it.
@pytest.mark.parametrize(
    "text",
    [*TEXTS, *(f"a: {s}" for s in SCALARS.split()), *(f"[{s}]" for s in SCALARS.split() if s[0] not in "?:")],
)
def test_the_fallback_reads_what_yaml_rs_reads(text):
    assert same(parse_yaml_slowly(text), parse_yaml(text))


DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None)
@given(DATA, st.booleans(), st.sampled_from([None, "'", '"', "|", ">"]))
def test_both_readers_agree_on_anything_that_pyyaml_writes(data, flow, style):
    text = yaml.safe_dump(data, default_flow_style=flow, default_style=style, allow_unicode=True)
    try:
        fast = parse_yaml(text)
    except YamlFault:
        return  # what PyYAML writes and yaml-rs refuses is YAML 1.1
    assert same(parse_yaml_slowly(text), fast)


@given(st.text(alphabet="ab:-[]{}'\"&*!|># \n\t0.,?%@\\", max_size=40))
def test_any_text_is_read_or_refused_with_a_fault(text):
    for read in (parse_yaml, parse_yaml_slowly):
        with contextlib.suppress(YamlFault):
            read(text)


@pytest.mark.parametrize(("text", "wanted"), BROKEN.items())
def test_a_fault_says_in_plain_words_what_and_where(text, wanted):
    line, words = wanted
    with pytest.raises(YamlFault) as found:
        parse_yaml(text)
    assert found.value.line == line
    assert words in found.value.message
    with pytest.raises(YamlFault):
        parse_yaml_slowly(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 10_000,
        "a: " + "{a: " * 10_000,
        "a:\n " + "- " * 100_000 + "x",
        "? " * 100_000 + "x",
        "a:\r " + "- " * 100_000 + "x",
        "\n".join(" " * i + "a:" for i in range(1000)),
        "a: &a [1, 1]\n"
        + "".join(
            f"{y}: &{y} [{', '.join([f'*{x}'] * 9)}]\n" for x, y in zip("abcdefghi", "bcdefghij", strict=True)
        ),
    ],
    ids=["brackets", "braces", "dashes", "question marks", "carriage returns", "indentation", "aliases"],
)
def test_texts_that_would_blow_up_are_refused(text):
    for read in (parse_yaml, parse_yaml_slowly):
        with pytest.raises(YamlFault) as found:
            read(text)
        assert found.value.kind in ("limit", "syntax")


def test_several_documents_are_told_from_a_list():
    with pytest.raises(YamlFault) as found:
        parse_yaml("a: 1\n---\nb: 2\n")
    assert (found.value.kind, found.value.line) == ("documents", 2)
    assert parse_yaml("---\n- a\n- b\n") == ["a", "b"]


def test_a_key_that_stands_twice_is_refused_or_the_first_kept():
    with pytest.raises(YamlFault) as found:
        parse_yaml("a: 1\na: 2")
    assert found.value.kind == "duplicate"
    assert parse_yaml("a: 1\na: 2", first_wins=True) == {"a": 1}
    assert parse_yaml_slowly("a: 1\na: 2", first_wins=True) == {"a": 1}


def test_without_yaml_rs_the_fallback_reads(monkeypatch):
    monkeypatch.setattr(yaml_text, "yaml_rs", None)
    assert parse_yaml("claims: {a: {text: no, when: 1950-06-25}}") == {
        "claims": {"a": {"text": "no", "when": "1950-06-25"}}
    }
