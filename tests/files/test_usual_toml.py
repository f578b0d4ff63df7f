"""TOML that is read at once is what the library reads; anything else is left to it."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.files.settings_file import parse_settings
from argmap.files.usual_toml import usual_toml

PIECES = st.sampled_from(
    [
        *(
            "[",
            "]",
            "[[",
            "]]",
            "{",
            "}",
            "=",
            '"',
            "'",
            '"""',
            ",",
            ".",
            "#",
            "\\",
            "\\/",
            "\\n",
            '\\"',
            "\\\\",
        ),
        *(
            "a",
            "b",
            "a.b",
            "tool",
            "1",
            "0",
            "07",
            "-",
            "+",
            "_",
            "1_0",
            "1.5",
            "1e5",
            "true",
            "false",
            "inf",
        ),
        *(
            "1950-06-25",
            "\\u00e9",
            "\\ud83d\\ude00",
            "\\U0001F600",
            "é",
            "한",
            "\ud7ff",
            "\x0b",
            "\x7f",
            "\u2028",
        ),
        *(
            " ",
            "\t",
            "\n",
            "\r\n",
            "\n[a]\n",
            "\n[a.b]\n",
            "a = 1\n",
            'b = "x"\n',
            "\nc = {a = 1}",
            "d = [1, true]",
        ),
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_is_read_at_once_is_what_the_library_reads(text):
    found = usual_toml(text)
    if found is not None:
        assert found == tomllib.loads(text)
        assert repr(found) == repr(tomllib.loads(text))


USUAL = """# a book
title = "A fire: \\u0020 \\"so\\" C:\\\\x"  # so it was

author = "kim"
manuscripts = ["a.md", "b.md",]
[parts]
I = {title = "One", notes = 3}
II = { title = "# no comment" }
intro = "Introduction"
[rules]
ignore = []
[verdicts.thresholds]
scintilla = 0
[verdicts.carneades]
[x]
yes = true
no = [false, [1, 2], {}]
"""


def test_usual_settings_are_read_at_once():
    assert usual_toml(USUAL) == tomllib.loads(USUAL)
    assert usual_toml(USUAL.replace("\n", "  \n")) == tomllib.loads(USUAL)
    assert usual_toml("") == usual_toml("\n \t\n# nothing") == {}


@pytest.mark.parametrize(
    "text",
    [
        *("a = 1.5", "a = 1950-06-25", "a = 'x'", 'a = """x"""', "a = -1", "a = 1_000", "a = 0x1", "a = inf"),
        *("a.b = 1", '"a" = 1', "[[a]]", "[ a ]", "a = [\n1]", "a = 1\r\n", "a = 10000000000000000000"),
        *(
            "a",
            "a =",
            "= 1",
            "a = 1 2",
            "a = 07",
            "[a",
            "[]",
            "[a..b]",
            "a = {b = 1,}",
            'a = "\\ud800"',
            'a = "\x01"',
        ),
        *(
            "a = 1\na = 2",
            "[a]\n[a]",
            "[a.b]\n[a]",
            "a = 1\n[a]",
            "a = {}\n[a.b]",
            "[a]\nb = {}\n[a.b]",
            'a = "x',
        ),
        "a = " + "[" * 100_000,
        "a = " + "{b = " * 100_000,
    ],
)
def test_anything_else_is_left_to_the_library(text):
    assert usual_toml(text) is None


def test_settings_are_the_same_however_they_are_written():
    usual = parse_settings("argmap.toml", b'title = "T"\n[parts]\nI = "One"\n')
    other = parse_settings("argmap.toml", b"title = 'T'\n[parts]\nI = 'One'\n")
    assert usual == other
    assert usual[0].parts["I"].title == "One"
