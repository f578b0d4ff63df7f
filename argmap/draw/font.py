"""Widths of text in the font that figures are measured and rasterised in.

Arimo has the widths of Arial, Helvetica and Liberation Sans, so that one measure holds for the
fonts that browsers find under those names; its two files (a subset: Latin, Greek, Cyrillic) come
with argmap, and two for Korean, so that a PNG looks the same on a machine without any font.
"""

import functools
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

FAMILY = "Arimo, 'Liberation Sans', Arial, Helvetica, 'DejaVu Sans', sans-serif"
OTHERS = "'Argmap Hangul', 'Noto Sans CJK KR', 'Malgun Gothic', 'Apple SD Gothic Neo', sans-serif"
"""Fonts for what Arimo has not: Korean, Chinese, Japanese, other signs."""
FOLDER = Path(__file__).parent / "fonts"
FILES = {False: FOLDER / "Arimo-Regular.ttf", True: FOLDER / "Arimo-Bold.ttf"}
HANGUL_FILES = {False: FOLDER / "Hangul-Regular.ttf", True: FOLDER / "Hangul-Bold.ttf"}
"""Korean: the 2,350 syllables of KS X 1001, which all but the rarest words are written in."""
HANGUL = 0.94
"""Width in em of a Korean syllable; fonts differ a little."""
OTHER = 0.62
"""Width in em of a character that the font has not and that is not wide."""


@functools.lru_cache(maxsize=50_000)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Measure a line of text in the unit of ``size``.

    Examples:
        >>> round(text_width("Hello", 10), 1), round(text_width("한국", 10), 1)
        (22.8, 18.8)
    """
    widths = _advances(bold)
    try:
        return size * sum(map(widths.__getitem__, text))
    except KeyError:
        return size * sum(_guess(c) if (width := widths.get(c)) is None else width for c in text)


def runs(text: str) -> list[tuple[str, bool]]:
    """Cut a line where our font begins or ceases to have its characters.

    Examples:
        >>> runs("Kim 김, 1950")
        [('Kim ', True), ('김', False), (', 1950', True)]
    """
    found: list[tuple[str, bool]] = []
    for character in text:
        covered = character in _advances(False)
        if found and found[-1][1] == covered:
            found[-1] = (found[-1][0] + character, covered)
        else:
            found.append((character, covered))
    return found


def is_covered(text: str) -> bool:
    """Tell whether the font has every character of a text."""
    return _advances(False).keys() >= set(text)


def is_drawn(text: str) -> bool:
    """Tell whether our fonts, those for Korean among them, have every character of a text."""
    return is_covered(text) or all(c in _advances(False) or c in hangul_glyphs(False) for c in text)


def _guess(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0.0
    if "\uac00" <= character <= "\ud7a3":
        return HANGUL
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else OTHER


@functools.cache
def glyphs(bold: bool) -> dict[str, int]:
    """Give the number of the glyph for each character that the font has."""
    data = FILES[bold].read_bytes()
    return {chr(code): glyph for code, glyph in _glyphs(data, _tables(data)["cmap"]).items()}


@functools.cache
def hangul_glyphs(bold: bool) -> dict[str, int]:
    """Give the number of the glyph for each character of a font for Korean."""
    data = HANGUL_FILES[bold].read_bytes()
    return {chr(code): glyph for code, glyph in _glyphs(data, _tables(data)["cmap"]).items()}


@functools.cache
def _advances(bold: bool) -> dict[str, float]:
    """Read the advance widths of a font file, in em, by character."""
    data = FILES[bold].read_bytes()
    tables = _tables(data)
    units = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    metrics = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    at = tables["hmtx"]
    return {
        character: struct.unpack_from(">H", data, at + 4 * min(glyph, metrics - 1))[0] / units
        for character, glyph in glyphs(bold).items()
    }


def thinned(data: bytes, wanted: Iterable[int]) -> bytes:
    """Blank the glyphs of a font file that are not wanted, so that it packs small; all places stay.

    Args:
        data: A TrueType file with long glyph offsets or short ones.
        wanted: Numbers of glyphs; those that they are composed of stay too.
    """
    tables = _tables(data)
    short = struct.unpack_from(">h", data, tables["head"] + 50)[0] == 0
    count = struct.unpack_from(">H", data, tables["maxp"] + 4)[0]
    places = struct.unpack_from(f">{count + 1}{'H' if short else 'L'}", data, tables["loca"])
    starts = [tables["glyf"] + place * (2 if short else 1) for place in places]
    kept: set[int] = set()
    waiting = [0, *wanted]
    while waiting:
        glyph = waiting.pop()
        if glyph not in kept and glyph < count:
            kept.add(glyph)
            if starts[glyph] < starts[glyph + 1]:
                waiting += _components(data, starts[glyph])
    out = bytearray(data)
    for glyph in range(count):
        if glyph not in kept:
            out[starts[glyph] : starts[glyph + 1]] = bytes(starts[glyph + 1] - starts[glyph])
    return bytes(out)


def _components(data: bytes, at: int) -> Iterator[int]:
    """Give the glyphs of which one is composed (OpenType 1.9, glyf); none of a simple one."""
    if struct.unpack_from(">h", data, at)[0] >= 0:
        return
    at += 10
    more = True
    while more:
        flags, glyph = struct.unpack_from(">HH", data, at)
        yield glyph
        at += 4 + (4 if flags & 0x1 else 2)
        at += 2 if flags & 0x8 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0
        more = bool(flags & 0x20)


def _tables(data: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in entries}


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Read a character map of format 4 (OpenType 1.9, cmap): code to glyph."""
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    for i in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", data, cmap + 4 + 8 * i)
        at = cmap + offset
        if (platform, encoding) == (3, 1) and struct.unpack_from(">H", data, at)[0] == 4:
            return _segments(data, at)
    raise ValueError("the font has no character map that we read")  # pragma: no cover


def _segments(data: bytes, at: int) -> dict[int, int]:
    segments = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = at + 14
    starts = ends + 2 * segments + 2
    deltas = starts + 2 * segments
    ranges = deltas + 2 * segments
    found: dict[int, int] = {}
    for s in range(segments):
        first, last, delta, where = (
            struct.unpack_from(">H", data, base + 2 * s)[0] for base in (starts, ends, deltas, ranges)
        )
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if where:
                glyph = struct.unpack_from(">H", data, ranges + 2 * s + where + 2 * (code - first))[0]
            if glyph or not where:
                found[code] = (glyph + delta) & 0xFFFF
    return found
