"""Findings get their line and column from the file."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.files.positions import locate
from argmap.files.yaml_nodes import compose, follow
from argmap.model.finding import Finding, Place, Related, Spot

YAML = """\
claims:
  a:
    text: x y
    for: b
    against:
      - c
      - from: [d, e]
        because: >-
          foo
    schools: {o: holds}
    quote:
  "b": {text: q}
# comment
evidence: {e: {shows: zz, for: [x, {from: q}]}}
"""


def place(text: str | bytes, file: str, *path: str | int, on_key: bool = False) -> Place:
    data = text if isinstance(text, bytes) else text.encode()
    found = locate([Finding("m", Spot(file, path, on_key))], lambda _: data)[0].place
    assert found is not None
    return found


def words(text: str, file: str, *path: str | int, on_key: bool = False) -> tuple[int, str]:
    """The line and the text that a path points at."""
    found = place(text, file, *path, on_key=on_key)
    line = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")[found.line - 1]
    return found.line, line[found.column - 1 : found.end_column - 1]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("claims", "a", "text"), (3, "x y")),
        (("claims", "a", "for", 0, "from", 0), (4, "b")),
        (("claims", "a", "against", 0, "from", 0), (6, "c")),
        (("claims", "a", "against", 1), (7, "from: [d, e]")),
        (("claims", "a", "against", 1, "from", 1), (7, "e")),
        (("claims", "a", "against", 1, "because"), (8, ">-")),
        (("claims", "a", "schools", "o"), (10, "holds")),
        (("claims", "a", "schools", "o", "stance"), (10, "holds")),
        (("claims", "a", "quote"), (11, "quote")),
        (("claims", "a", "nonsense", 3), (2, "a")),
        (("claims", "b", "text"), (12, "q")),
        (("evidence", "e", "shows"), (14, "zz")),
        (("evidence", "e", "for", 1, "from", 0), (14, "q")),
    ],
)
def test_a_path_points_at_its_value(path, wanted):
    assert words(YAML, "a.yaml", *path) == wanted
    assert words("\ufeff" + YAML.replace("\n", "\r\n"), "a.yaml", *path) == wanted


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("claims",), (1, "claims")),
        (("claims", "a"), (2, "a")),
        (("claims", "b"), (12, '"b"')),
        (("claims", "a", "text"), (3, "text")),
        (("claims", "a", "schools", "o"), (10, "o")),
        (("evidence", "e"), (14, "e")),
        (("evidence", "e", "shows"), (14, "shows")),
    ],
)
def test_a_key_can_be_meant_itself(path, wanted):
    assert words(YAML, "a.yaml", *path, on_key=True) == wanted


def test_a_place_known_already_is_kept_and_no_file_read():
    def read(_: str) -> bytes:
        raise AssertionError

    related = Related(Spot("b.yaml", at=(2, 1)), "first here")
    found = locate([Finding("m", Spot("a.yaml", ("claims", "abc"), True, (3, 4)), related=(related,))], read)[
        0
    ]
    assert found.place == Place("a.yaml", 3, 4, 3, 7)
    assert found.related[0].place == Place("b.yaml", 2, 1, 2, 2)


def test_each_file_is_read_once():
    asked: list[str] = []

    def read(file: str) -> bytes:
        asked.append(file)
        return YAML.encode()

    locate([Finding("m", Spot(f, ("claims", "a"))) for f in ("x.yaml", "y.yaml", "x.yaml")], read)
    assert asked == ["x.yaml", "y.yaml"]


@pytest.mark.parametrize(
    "data", [None, b"", b"\xff\xfe", b"\0", b"claims: {a", b"[" * 100_000, b"- 1\n- 2", b"x"]
)
@pytest.mark.parametrize("file", ["a.yaml", "a.json", "a.bib", "argmap.toml"])
def test_what_cannot_be_read_has_its_first_line(data, file):
    found = locate([Finding("m", Spot(file, ("claims", "z", "for", 0), True))], lambda _: data)[0]
    assert found.place is not None
    assert found.place.line == 1


def test_a_record_is_found_in_a_file_that_is_broken_elsewhere():
    text = "claims:\n  a:\n    text: x: y\n  b:\n    text: fine\n"
    assert words(text, "a.yaml", "claims", "b", "text") == (5, "fine")
    assert words(text, "a.yaml", "claims", "a", "text") == (2, "a")


def test_an_anchor_of_another_record_is_followed_in_the_whole_file():
    text = "claims:\n  a: {text: &t x}\n  b:\n    text: *t\n"
    assert words(text, "a.yaml", "claims", "b", "text") == (4, "*t")


def test_a_place_that_knows_its_line_has_it_as_it_stands():
    text = "claims:\n  a:  # one\n    text: x\u2028y\n    for: [b,\tc]\n    against:\n      - d\n"
    for path in ((), ("text",), ("for", 1), ("against",), ("against", 0)):
        for on_key in (True, False):
            found = place(text, "a.yaml", "claims", "a", *path, on_key=on_key)
            assert found.words in (None, text.split("\n")[found.line - 1])
    assert place(text, "a.yaml", "claims", "a", on_key=True).words == "  a:  # one"


def test_a_place_carries_no_long_line_with_it():
    text = f"claims:\n  a: {{text: x, for: [{', '.join(['b'] * 1000)}]}}\n"
    assert place(text, "a.yaml", "claims", "a", "text").words is None
    assert place(text, "a.yaml", "claims", "a", on_key=True).words is None


def test_columns_count_characters():
    assert words("claims: {a: {hedge: 한😀é, text: x}}", "a.yaml", "claims", "a", "text") == (1, "x")


KEYS = st.sampled_from(["text", "for", "from", "a", "b-1", "claims", "x y", "1950", "'q'", "#", "é"])
VALUES = st.recursive(
    st.sampled_from(["x", "a: b", "two words " * 12, "line\nline", "", "no", "- x", "é"])
    | st.integers()
    | st.none(),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)
FILES = st.dictionaries(
    st.sampled_from(["claims", "evidence", "expect"]),
    st.dictionaries(KEYS, VALUES, min_size=1, max_size=4),
    min_size=1,
)


def paths(value: Any, top: tuple[Any, ...] = ()):
    """Every path in a value."""
    yield top
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in entries:
        yield from paths(inner, (*top, key))


@settings(deadline=None)
@given(FILES, st.sampled_from([None, True, False]), st.sampled_from([None, '"', "|"]), st.integers(2, 4))
def test_a_record_alone_gives_the_places_of_the_whole_file(data, flow, style, indent):
    text = yaml.safe_dump(
        data, default_flow_style=flow, default_style=style, indent=indent, allow_unicode=True, sort_keys=False
    )
    root = compose(text)
    assert root is not None
    for path in paths(data):
        if len(path) < 2:
            continue
        key, node, whole = follow(root, path)
        assert whole
        found = place(text, "a.yaml", *path)
        empty = (node.line, node.column) == (node.end_line, node.end_column)
        wanted = key if empty and key is not None else node
        assert (found.line, found.column) == (wanted.line, wanted.column)
        if wanted.end_line == wanted.line:
            assert found.end_column == wanted.end_column
        if key is not None:
            found = place(text, "a.yaml", *path, on_key=True)
            assert (found.line, found.column, found.end_column) == (key.line, key.column, key.end_column)


JSON = (
    '[\n {"id": "a", "title": "x",\n  "author": [{"family": "b"}]},\n {"id": 3, "title": "\\ud83d\\ude00"}\n]'
)


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("sources", "a"), (2, '"a"')),
        (("sources", "a", "title"), (2, '"x"')),
        (("sources", "a", "author", 0, "family"), (3, '"b"')),
        (("sources", "3", "title"), (4, '"\\ud83d\\ude00"')),
        ((1, "id"), (4, "3")),
        (("sources", "z"), (1, "")),
        ((), (1, "")),
    ],
)
def test_entries_of_csl_json_are_found_by_id(path, wanted):
    assert words(JSON, "b.json", *path) == wanted


def test_entries_under_items_are_found_by_id():
    text = json.dumps({"x": ["id"], "items": [{"id": "a"}, {"id": "b"}]}, indent=1)
    assert words(text, "b.json", "sources", "b") == (10, '"b"')


def test_entries_are_found_in_any_order_and_of_two_under_one_id_the_first():
    text = json.dumps([{"id": "a"}, {"id": "b"}, {"id": "a"}, {"id": "c"}], indent=1)
    findings = [Finding("m", Spot("b.json", ("sources", key))) for key in "cabza"]
    placed = locate(findings, lambda _: text.encode())
    assert [finding.place and finding.place.line for finding in placed] == [12, 3, 6, 1, 3]


BIB = "% x\n@book{other, note = {see @book{a,}}}\n@book{a,\n  title = {x},\n  Date = {1994-13}\n}\n"


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("sources", "other"), (2, "other")),
        (("sources", "z"), (1, "")),
        (("sources", "other", "note"), (2, "note")),
    ],
)
def test_entries_of_bibtex_are_found_by_key(path, wanted):
    assert words(BIB, "b.bib", *path) == wanted


def test_the_date_of_a_bibtex_entry_is_its_issue():
    text = "@book{a,\n  title = {x},\n  Date = {1994-13}\n}\n"
    assert words(text, "b.bib", "sources", "a", "issued") == (3, "Date")


TOML = 'title = "x"\n[rules]\nselect = ["a"]\n[verdicts.thresholds]\nscintilla = 3\n["parts"]\n"I" = 4\n'


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("title",), (1, '"x"')),
        (("rules", "select", 0), (3, '["a"]')),
        (("verdicts", "thresholds", "scintilla"), (5, "3")),
        (("rules", "missing"), (2, "rules")),
        (("parts", "I"), (7, "4")),
    ],
)
def test_settings_are_found_by_key(path, wanted):
    assert words(TOML, "argmap.toml", *path) == wanted


def test_thousands_of_findings_in_records_of_one_anchor_are_placed():
    text = "evidence:\n  e0: &a {shows: X., source: lost}\n" + "".join(
        f"  e{n}: *a\n" for n in range(1, 2000)
    )
    findings = [Finding("dull", Spot("a.yaml", ("evidence", f"e{n}", "source"))) for n in range(2000)]
    placed = locate(findings, lambda _: text.encode())
    assert {finding.place for finding in placed} == {Place("a.yaml", 2, 30, 2, 34)}


def test_thousands_of_findings_in_settings_are_placed():
    text = "".join(f"[parts.P{n}]\ntitle = 'x'\n" for n in range(3000))
    findings = [Finding("dull", Spot("argmap.toml", ("parts", f"P{n}", "title"))) for n in range(3000)]
    placed = locate(findings, lambda _: text.encode())
    assert [finding.place and finding.place.line for finding in placed] == [2 * n + 2 for n in range(3000)]
