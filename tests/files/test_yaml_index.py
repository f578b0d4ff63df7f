"""Records are found by the lines of a text, each with all its own lines and no others."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.files.yaml_index import YamlIndex

LINES = st.sampled_from(
    [
        *("claims:", "evidence: # so far", "sources: {x: {title: X}}", '"schools":', "---", "# a: note"),
        *("  a:", "  b: {text: x}", "  'c d': {text: x}", '  "e":', "  a : x", "  a:b: x", "  - a: x", "  -"),
        *("    a:", "    text: x", "    for:", "      - b", " a: x", "   b: x", "  # a: x", "", "   "),
    ]
)
NAMES = ("a", "b", "c d", "e", "a:b")


def found_line_by_line(text: str, section: str, name: str) -> tuple[int, str] | None:
    """What the index should find: line and text of a record, by going through the lines one by one."""
    lines = text.split("\n")
    tops = [i for i, line in enumerate(lines) if re.match(r"[^\s#]", line)]
    header = re.compile(rf"""(['"]?){section}\1[ \t]*:[ \t]*(#.*)?$""")
    start = next((i + 1 for i in tops if header.match(lines[i])), None)
    if start is None:
        return None
    end = next((i for i in tops if i >= start), len(lines))
    content = [line for line in lines[start:end] if re.match(r" *[^\s#]", line)]
    indent = len(content[0]) - len(content[0].lstrip(" ")) if content else 0
    for form in (name, f"'{name}'", f'"{name}"'):
        key = re.compile(rf" {{{indent}}}{re.escape(form)}[ \t]*:(\s|$)")
        at = next((i for i in range(start, end) if content and key.match(lines[i])), None)
        if at is None:
            continue
        stop = at + 1
        item = rf" {{{indent}}}-(\s|$)"  # a list may stand right under its key
        while stop < end and (
            re.match(item, lines[stop]) or not re.match(rf" {{0,{indent}}}[^\s#]", lines[stop])
        ):
            stop += 1
        return at + 1, "\n".join(lines[at:stop])
    return None


@example(["   b: x", "  - a: x"], "claims", "b")
@example(["  a:", "  -", "evidence:"], "claims", "a")
@given(
    st.lists(LINES, max_size=20), st.sampled_from(["claims", "evidence", "schools"]), st.sampled_from(NAMES)
)
def test_a_record_is_what_its_lines_say_in_any_text(lines, section, name):
    text = "\n".join(["claims:", *lines, "    text: last"])
    found = YamlIndex(text).record(section, name)
    assert (found and (found.line, found.text)) == found_line_by_line(text, section, name)


def test_of_two_records_under_one_id_the_first_is_found():
    index = YamlIndex("claims:\n  a : {text: one}\n  a: {text: two}\n")
    assert index.record("claims", "a") == (2, 2, 1, "  a : {text: one}")


def test_one_id_in_two_sections_is_told_apart():
    index = YamlIndex("claims:\n  a: {text: x}\nevidence:\n  a: {shows: y}\n")
    assert [found and found.line for found in (index.record(s, "a") for s in ("claims", "evidence"))] == [
        2,
        4,
    ]


@pytest.mark.parametrize("deep", [1, 2, 3, 8])
def test_each_section_may_stand_as_deep_as_it_likes(deep):
    indent = " " * deep
    index = YamlIndex(
        f"claims:\n  a:\n    text: x\nevidence:\n{indent}b:\n{indent}  shows: y\n{indent}c: {{}}\n"
    )
    found = index.record("evidence", "b")
    assert found == (5, deep, 1, f"{indent}b:\n{indent}  shows: y")


def test_a_text_without_records_has_none():
    for text in (
        "",
        "\n",
        "claims:",
        "claims:\n",
        "# claims:\n#  a: x",
        "- a\n- b",
        "claims: {a: {text: x}}",
    ):
        assert YamlIndex(text).record("claims", "a") is None


def test_thousands_of_ids_that_are_not_there_are_missed_at_once():
    index = YamlIndex("claims:\n" + "".join(f"  c{n}: {{text: x}}\n" for n in range(20_000)))
    assert not any(index.record("claims", f"d{n}") for n in range(20_000))
