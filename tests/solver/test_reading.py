"""Frameworks in the three formats, told by content, with faults by line."""

import random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.errors import UnknownNameError, UnreadableError
from argmap.solver import apx, i23, tgf
from argmap.solver.reading import read_framework
from solver.frameworks import random_attacks


def read(text, format=None):
    return read_framework(text.encode(), "file", format)


def attacks(framework):
    names = framework.names
    return [(names[a], names[b]) for a in range(framework.size) for b in framework.attacked_by(a)]


def test_facts_are_read_whatever_the_spacing_order_and_comments():
    text = '% a comment with att(x,y).\natt( a , b ).arg(a). arg(b).\n\narg("it\'s, so") . % more\natt(b,a).'
    framework = read(text)
    assert list(framework.names) == ["a", "b", '"it\'s, so"']
    assert attacks(framework) == [("a", "b"), ("b", "a")]


def test_a_long_comment_before_the_first_fact_hides_nothing():
    assert attacks(read("% a licence\n" * 5_000 + "arg(a). att(a,a).")) == [("a", "a")]
    assert attacks(read("# a licence\n" * 5_000 + "p af 1\n1 1\n")) == [("1", "1")]


@pytest.mark.parametrize(
    "piece",
    ["arg(", "arg(a", 'arg("', "arg('", "att(a,", "%", "arg" + " " * 50, "(", "arg(a)", "a\n", "#", "\t#"],
)
def test_what_never_ends_well_ends_soon(piece):
    before = process_time()
    for text in (
        piece * 20_000,
        "arg(a).\n" + piece * 20_000,
        "p af 2\n" + piece * 20_000,
        piece + " " * 200_000,
    ):
        try:
            read(text)
        except UnreadableError:
            continue
    assert process_time() - before < 5


def test_a_trivial_graph_has_labels_that_are_left_aside():
    framework = read("1 The first\n2\n\n#\n1 2 attacks\n\n2 2\n")
    assert list(framework.names) == ["1", "2"]
    assert attacks(framework) == [("1", "2"), ("2", "2")]


def test_the_numbers_of_i23_run_from_one():
    framework = read("# made by hand\n\np af 3\n# an attack\n1 2\n  2\t3 \n\n")
    assert list(framework.names) == ["1", "2", "3"]
    assert attacks(framework) == [("1", "2"), ("2", "3")]


def test_repeated_arguments_and_attacks_count_once():
    assert attacks(read("arg(a). arg(a). att(a,a). att(a,a).")) == [("a", "a")]
    assert attacks(read("a\na\n#\na a\na a")) == [("a", "a")]
    assert attacks(read("p af 1\n1 1\n1 1\n")) == [("1", "1")]


@pytest.mark.parametrize("text", ["p af 0\n", "#\n"])
def test_a_framework_may_be_empty(text):
    assert read(text).size == 0


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter():
    framework = read_framework(b"\xef\xbb\xbfp af 2\r\n1 2\r\n", "file")
    assert attacks(framework) == [("1", "2")]
    assert attacks(read("a\rb\r#\ra b\r")) == [("a", "b")]


def test_names_in_any_script_are_kept():
    assert list(read("arg(주장_1). arg(été).").names) == ["주장_1", "été"]


FAULTS = [
    ("arg(a).\natt(a,b).", "file:2: an attack names 'b', which no arg(b). declares"),
    ("arg(a).\narg(b)\narg(c).", "file:2: 'arg(b)' is no fact"),
    ("arg(a).\nnonsense", "file:2: 'nonsense' is no fact"),
    ("arg(a).\narg(f(x)).", "file:2: 'arg(f(x)).' is no fact"),
    ("arg(a,0.5).", "file:1: 'arg(a,0.5).' is no fact of the form arg(a). or att(a,b). (a weighted"),
    ("arg(a).\nsup(a,a).", "(a weighted framework is for --gradual)"),
    ("a\n#\na\n", "file:3: an attack is two names, not only 'a'"),
    ("a\n#\na a\na b\n", "file:4: an attack names 'b', which no line above declares"),
    ("p af 2\n1 2\n\n2 3\n", "file:4: '3' is no argument: they are the numbers 1 to 2"),
    ("p af 2\n1 0\n", "file:2: '0' is no argument"),
    ("p af 2\n1 x\n", "file:2: 'x' is no argument"),
    ("p af 2\n1\n", "file:2: an attack is two numbers, not '1'"),
    ("p af 2\n1 2 2\n", "file:2: an attack is two numbers, not '1 2 2'"),
    ("# so\np af two\n", "file:2: 'p af' wants the number of arguments, not 'two'"),
    ("p af\n", "file:1: 'p af' wants the number of arguments, not ''"),
    ("p af -3\n", "not '-3'"),
    ("p af ²\n", "not '²'"),
    ("p af 99999999999999999999\n", "more arguments than the 20,000,000"),
    ("", "'file' is empty"),
    (" \n", "'file' is empty"),
    ("hello\n", "in none of the formats"),
    ("p cnf 3 2\n1 0\n", "in none of the formats"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_a_fault_is_told_with_its_line(text, message):
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"arg(a).\narg(\xe9).", "file:2: byte 0xE9 is not UTF-8"),
        (b"arg(a).\0", "file:1: a NUL character"),
        (b"\x89PNG\r\n\x1a\n", "is not UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(data, message):
    with pytest.raises(UnreadableError, match=message):
        read_framework(data, "file")


def test_a_format_may_be_named_and_must_be_known():
    assert read("", "tgf").size == 0
    assert read("% nothing\n", "apx").size == 0
    with pytest.raises(UnreadableError, match="does not begin with a line 'p af n'"):
        read("arg(a).", "i23")
    with pytest.raises(UnknownNameError, match="no format 'apxx'; did you mean 'apx'"):
        read("arg(a).", "apxx")


def written(format, names, pairs):
    if format == "apx":
        facts = [f"arg({name})." for name in names] + [f"att({a},{b})." for a, b in pairs]
        return "\n".join(facts) + "\n"
    if format == "tgf":
        return "\n".join([*names, "#", *(f"{a} {b}" for a, b in pairs)]) + "\n"
    return f"p af {len(names)}\n" + "".join(f"{a} {b}\n" for a, b in pairs)


@pytest.mark.parametrize("format", ["apx", "tgf", "i23"])
@settings(max_examples=100, deadline=None)
@given(random_attacks(), st.sampled_from(["", "a", "arg_"]))
def test_what_is_written_is_read_back_the_same(format, drawn, prefix):
    size, pairs = drawn
    prefix = "" if format == "i23" else prefix
    names = [f"{prefix}{i + 1}" for i in range(size)]
    framework = read(written(format, names, [(names[a], names[b]) for a, b in pairs]))
    assert list(framework.names) == names
    assert attacks(framework) == [(names[a], names[b]) for a, b in sorted(set(pairs))]


ODD = [
    "a b",
    "a1 a2 a1",
    "a1",
    "aa1 a1",
    "a01 a1",
    "b1 a1",
    "a3 a1",
    "a1  a2",
    "a1\ta2",
    "a1-a2",
    "1 a1",
    "-1 2",
]


@pytest.mark.parametrize("format", ["apx", "tgf", "i23"])
@pytest.mark.parametrize("odd", [None, *ODD])
def test_many_attacks_are_read_at_once_as_they_are_one_by_one(format, odd, monkeypatch):
    prefix = "" if format == "i23" else "a"
    names = [f"{prefix}{i}" for i in (1, 2)]
    text = written(format, names, [(names[0], names[1]), (names[1], names[1])])
    if odd is not None:
        odd = odd.replace("a", prefix)
        text += f"att({odd.replace(' ', ',', 1)}).\n" if format == "apx" else f"{odd}\n"

    def result():
        try:
            framework = read(text, format)
        except UnreadableError as error:
            return str(error)
        return list(framework.names), attacks(framework)

    slowly = result()
    for module in (apx, tgf, i23):
        monkeypatch.setattr(module, "LEAST", 0)
    assert result() == slowly


def test_a_large_file_is_read_whole():
    pick = random.Random(1)
    pairs = sorted({(pick.randint(1, 50_000), pick.randint(1, 50_000)) for _ in range(150_000)})
    names = [f"x{i}" for i in range(1, 50_001)]
    for format in ("i23", "tgf", "apx"):
        prefix = "" if format == "i23" else "x"
        shown = [(f"{prefix}{a}", f"{prefix}{b}") for a, b in pairs]
        framework = read(written(format, names, shown))
        assert framework.size == 50_000
        assert attacks(framework) == shown
    words = [f"word-{'abc'[i % 3]}-{i}" for i in range(50_000)]
    shown = [(words[a - 1], words[b - 1]) for a, b in pairs]
    assert attacks(read(written("tgf", words, shown))) == attacks(read(written("apx", words, shown))) == shown
