from hypothesis import given
from hypothesis import strategies as st

from argmap.draw.font import text_width
from argmap.draw.wrap import plain, shorten, wrap, xml

WIDTH, SIZE = 120.0, 10.0


@given(st.text(max_size=200))
def test_no_line_is_wider_than_asked(text):
    for line in wrap(text, WIDTH, SIZE):
        assert text_width(line, SIZE) <= WIDTH + 0.01


@given(st.text(max_size=200))
def test_nothing_but_white_space_is_lost(text):
    joined = "".join(wrap(text, WIDTH, SIZE))
    assert joined.replace(" ", "") == plain(text).replace(" ", "")


def test_a_long_word_is_cut():
    assert len(wrap("Donaudampfschifffahrtsgesellschaftskapitän" * 2, WIDTH, SIZE)) > 3


def test_korean_breaks_between_words():
    assert wrap("한국 전쟁의 기원에 대한 연구", 70, SIZE) == ["한국 전쟁의", "기원에 대한", "연구"]


def test_chinese_breaks_between_characters():
    assert len(wrap("朝鲜战争的起源" * 4, WIDTH, SIZE)) == 3


def test_the_last_allowed_line_ends_in_an_ellipsis():
    lines = wrap("one two three four five six seven eight nine ten", 60, SIZE, lines=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert text_width(lines[1], SIZE) <= 60


def test_controls_and_direction_marks_are_dropped():
    assert plain("a\x00\x1b\u202eb\ud800c\ufffe") == "abc"


@given(st.text(max_size=80))
def test_xml_is_always_safe(text):
    from xml.etree.ElementTree import fromstring

    element = fromstring(f'<a b="{xml(text)}">{xml(text)}</a>')
    assert (element.text or "") == element.get("b") == plain(text)


def test_shortened_text_ends_at_a_word():
    assert shorten("Waiting until the crossing makes it so", 20) == "Waiting until the…"
    assert shorten("short", 20) == "short"
