import pytest

from argmap.draw.font import (
    FILES,
    HANGUL_FILES,
    glyphs,
    hangul_glyphs,
    is_covered,
    is_drawn,
    text_width,
    thinned,
)


def test_widths_are_those_of_helvetica():
    helvetica = {"H": 722, "e": 556, "l": 222, "o": 556, " ": 278}
    for character, width in helvetica.items():
        assert text_width(character, 1000) == pytest.approx(width, abs=1)


def test_bold_is_wider():
    assert text_width("supported", 10, bold=True) > text_width("supported", 10)


def test_cyrillic_is_measured_and_other_scripts_are_estimated():
    assert is_covered("Сталин — № 12")
    assert not is_covered("한국")
    assert text_width("한국", 10) == pytest.approx(18.8)
    assert text_width("朝鲜", 10) == 20


def test_combining_marks_take_no_room():
    assert text_width("\u20dd", 10) == 0


def test_both_fonts_have_the_same_characters():
    assert glyphs(False).keys() == glyphs(True).keys()


def test_ordinary_korean_is_drawn_by_our_own_fonts():
    assert is_drawn("조선민주주의인민공화국 1950년 「훈령」")
    assert not is_drawn("北韓")
    assert hangul_glyphs(False).keys() == hangul_glyphs(True).keys()


@pytest.mark.parametrize("path", [FILES[False], HANGUL_FILES[True]], ids=lambda path: path.stem)
def test_a_thinned_font_keeps_its_length_and_what_is_wanted(path):
    import zlib

    data = path.read_bytes()
    thin = thinned(data, [5, 9])
    assert len(thin) == len(data)
    assert len(zlib.compress(thin)) < len(zlib.compress(data)) / 2
    assert thinned(data, range(70_000)) == data
