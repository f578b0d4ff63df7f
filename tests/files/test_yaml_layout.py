"""Places found by the lines alone are those that reading YAML finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.files.yaml_layout import Layout
from argmap.files.yaml_nodes import compose, follow

PLAIN = """\
  c1:
    # the claim itself
    text: It is so, in 1950.
    kind: causal  # for now

    held_by: [a, "b c", 'd e' ]
    note: >-
      A text over
      several lines.
    for:
      - one
      - {from: [two, three], because: "A word."}
      - from: four
        because: It is so.
        unless:
        - five
      # the last
      - from:
          - six
          - seven
    empty:
    schools:
      old: {stance: holds, cite: x}
      new: rejects
"""


def wanted(text, path, on_key):
    """The span as reading the whole text as YAML gives it; the end None where the line ends it."""
    root = compose(text)
    key, node, whole = follow(root, ("c1", *path))
    empty = node.kind == "scalar" and (node.line, node.column) == (node.end_line, node.end_column)
    if key is not None and (on_key or empty or (not whole and node.kind == "map")):
        node = key
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    start = starts[node.line - 1] + node.column - 1
    return start, starts[node.end_line - 1] + node.end_column - 1 if node.end_line == node.line else None


def found(text, path, on_key):
    return Layout(text, text.index("c1"), text.index(":") + 1).place(path, on_key)


PATHS = [
    (),
    ("text",),
    ("kind",),
    ("held_by",),
    ("held_by", 1),
    ("held_by", 7),
    ("note",),
    ("for",),
    ("for", 0),
    ("for", 0, "from", 0),
    ("for", 1, "from", 1),
    ("for", 1, "because"),
    ("for", 1, "nothing"),
    ("for", 2),
    ("for", 2, "from", 0),
    ("for", 2, "unless", 0),
    ("for", 3, "from", 1),
    ("for", 9),
    ("empty",),
    ("empty", 0),
    ("schools", "old", "cite"),
    ("schools", "old", "cite", 0),
    ("schools", "new", "stance"),
    ("schools", "none"),
    ("when",),
]


@pytest.mark.parametrize("on_key", [False, True])
@pytest.mark.parametrize("path", PATHS, ids=str)
def test_a_plain_record_needs_no_yaml_reader(path, on_key):
    span = found(PLAIN, path, on_key)
    assert span is not None
    start, end = wanted(PLAIN, path, on_key)
    assert span.start == start
    assert end is None or span.end in (end, None)
    if span.end is None and end is not None:
        assert PLAIN[span.start : end] == PLAIN[span.start :].split("\n")[0].rstrip()


@pytest.mark.parametrize(
    "odd",
    [
        "    text: &a x\n",
        "    text: *a\n",
        "    text: !!str x\n",
        '    text: "a\n      b"\n',
        "    text: 'a\n      b'\n",
        "    text: [a,\n      b]\n",
        "    text: a\n      b\n",
        "    text:\n      a\n",
        "    ? text\n    : a\n",
        '    "text": a\n',
        "    text : a\n",
        "    text:\ta\n",
        "    text: [{a: b}]\n",
        "    text: [a: b]\n",
        "    text: {a: , b: c}\n",
        "    text: a\u2028b\n",
    ],
)
def test_what_the_lines_leave_in_doubt_is_left_to_the_yaml_reader(odd):
    assert found(f"  c1:\n{odd}    for: x\n", ("text",), False) is None


WORDS = "text for a ' \" [ ] { } , : # | >- \\ *a 1950 é".split()
PIECES = st.sampled_from(
    [
        *WORDS,
        "b c",
        ": ",
        " ",
        "- ",
        "&a ",
        " # x",
        "\t",
        "\n    text: ",
        "\n    for:\n      - ",
        "\n",
        "\n    ",
        "\n      ",
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=25), st.sampled_from(PATHS[:13]), st.booleans())
def test_whatever_the_lines_an_answer_is_that_of_the_yaml_reader(pieces, path, on_key):
    text = "  c1:\n    text: " + "".join(pieces) + "\n    kind: x\n"
    try:
        root = compose(text)
    except Exception:  # not YAML: any answer will do
        found(text, path, on_key)
        return
    if root is None or root.kind != "map" or len(root.items or ()) != 2 or "\nc" in text:
        return
    span = found(text, path, on_key)
    if span is not None:
        start, end = wanted(text, path, on_key)
        assert span.start == start
        assert end is None or span.end in (end, None)
