"""An excerpt is the line that a place names, with carets under what is meant."""

import pytest

from argmap.model.finding import Place
from argmap.report.excerpt import WIDTH, FileLines, excerpt


def lines_of(data: bytes | None) -> list[str | None]:
    """What stands on lines 0 to 4 of a file."""
    files = FileLines(lambda _: data)
    return [files.line(Place("a", number, 1, number, 2)) for number in range(5)]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"a\nb\n", [None, "a", "b", None, None]),
        (b"\xef\xbb\xbfa\r\nb\rc", [None, "a", "b", "c", None]),
        (b"a\x0cb\xe2\x80\xa8c\nd", [None, "a\x0cb\u2028c", "d", None, None]),
        (b"\n", [None, "", None, None, None]),
        (b"\xff\n", [None, "\ufffd", None, None, None]),
        (b"", [None] * 5),
        (None, [None] * 5),
    ],
)
def test_lines_are_counted_as_places_count_them(data, wanted):
    assert lines_of(data) == wanted


def test_a_file_is_not_read_for_a_line_that_is_known():
    def read(_: str) -> bytes:
        raise AssertionError

    assert FileLines(read).line(Place("a", 3, 1, 3, 2, "  text: x")) == "  text: x"


@pytest.mark.parametrize("text", ["a" * WIDTH, "é" * WIDTH, "a" * (WIDTH - 1) + "é"])
@pytest.mark.parametrize(("start", "end"), [(1, 2), (7, 7), (1, WIDTH + 1), (WIDTH, WIDTH + 9), (300, 301)])
def test_carets_stand_under_what_is_meant_in_every_script(text, start, end):
    line, marks = excerpt(text, Place("a", 1, start, 1, end))
    first = min(start - 1, len(text))
    last = max(first + 1, min(end - 1, len(text)))
    if last <= WIDTH:
        assert line == text
        assert marks == " " * first + "^" * (last - first)
    assert marks.strip() == "^" * len(marks.strip())
