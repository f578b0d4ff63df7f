"""The crude fold quotations are sought in: letters and digits only, one byte or a few for each.

One to three bytes a letter: a small Latin letter is itself, a letter of another alphabet one byte above 127,
a Hangul syllable its two or three jamo, a kana two bytes, a Han character three. So a gram of twelve bytes is
twelve letters of an alphabet, about five syllables, or four Han characters. Two letters may share a byte: the
fold only seeks, it never judges.
"""

import unicodedata
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

FOLD = "fold-1"
"""Name of this fold; it changes when the fold does."""
CHUNK = 1 << 20
"""Characters folded at a time."""
BLOCK = 1 << 12
"""Characters between two marks from which offsets are worked out again."""
LETTERS = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}

Bytes = NDArray[np.uint8]
_CODES = 0x110000
_OUTSIDE = bytes(code for code in range(128) if not chr(code).isalnum())
"""ASCII characters that are neither letters nor digits."""
_first = np.zeros(_CODES, np.uint8)
_length = np.zeros(_CODES, np.uint8)
_known = np.zeros(_CODES, np.bool_)
_longer: dict[int, bytes] = {}


def fold_character(character: str) -> bytes:
    """Fold one character to the bytes that stand for it; marks, spaces and superscripts give none.

    Examples:
        >>> fold_character("É"), fold_character("ﬁ"), fold_character("²"), fold_character("—")
        (b'e', b'fi', b'', b'')
    """
    decomposed = unicodedata.normalize("NFKD", character)
    if unicodedata.decomposition(character).startswith("<super>"):
        return b""
    folded = "".join(LETTERS.get(c, c) for c in decomposed.casefold())
    return b"".join(_letter(c) for c in unicodedata.normalize("NFKD", folded))


def _letter(character: str) -> bytes:
    code, category = ord(character), unicodedata.category(character)
    if category[0] not in "LN":
        return b""
    if category[0] == "N" and (digit := unicodedata.digit(character, None)) is not None:
        return b"%d" % digit
    if code < 128:
        return character.encode()
    if 0x3040 <= code <= 0x30FF:
        return bytes([0x80 | code >> 4 & 0x7F, 0x80 | code * 37 & 0x7F])
    if category == "Lo" and code >= 0x2E80:
        mixed = code * 0x9E3779B1 >> 5
        return bytes([0x80 | mixed & 0x7F, 0x80 | mixed >> 7 & 0x7F, 0x80 | mixed >> 14 & 0x7F])
    return bytes([0x80 | code & 0x7F])


def _learn(codes: NDArray[np.uint32]) -> None:
    """Fill the tables for code points not seen before."""
    if _known[codes].all():
        return
    for code in np.unique(codes[~_known[codes]]).tolist():
        folded = fold_character(chr(code))
        _length[code] = len(folded)
        _first[code] = folded[0] if folded else 0
        _known[code] = True
        if len(folded) > 1:
            _longer[code] = folded


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _folded(codes: NDArray[np.uint32], lengths: Bytes) -> tuple[Bytes, NDArray[np.intp] | None]:
    """Fold code points; also say which code point each byte came from, unless each gave at most one."""
    first = _first[codes]
    if not len(lengths) or int(lengths.max()) <= 1:
        return first[lengths > 0], None
    origin = np.repeat(np.arange(len(codes)), lengths)
    folded = first[origin]
    for place in range(1, int(lengths.max())):
        starts = np.cumsum(lengths, dtype=np.int64) - lengths
        which = np.flatnonzero(lengths > place)
        later, where = np.unique(codes[which], return_inverse=True)
        table = np.array([_longer[code][place] for code in later.tolist()], np.uint8)
        folded[starts[which] + place] = table[where]
    return folded, origin


def fold(text: str) -> bytes:
    """Fold a short text.

    Examples:
        >>> fold("“The ﬁrst—and last—Café”²")
        b'thefirstandlastcafe'
    """
    if text.isascii():
        return text.encode().lower().translate(None, _OUTSIDE)
    codes = _codes(text)
    _learn(codes)
    return _folded(codes, _length[codes])[0].tobytes()


class FoldedText:
    """A text with its fold, and the way back from the fold to the text's own characters."""

    __slots__ = ("_at", "_marks", "letters", "text")

    def __init__(self, text: str) -> None:
        """Fold ``text`` in chunks; beyond the fold itself only a mark every 4,096 characters is kept."""
        pieces: list[bytes] = []
        counts: list[NDArray[np.int64]] = []
        for start in range(0, len(text), CHUNK):
            codes = _codes(text[start : start + CHUNK])
            _learn(codes)
            lengths = _length[codes]
            pieces.append(_folded(codes, lengths)[0].tobytes())
            counts.append(np.add.reduceat(lengths, np.arange(0, len(codes), BLOCK), dtype=np.int64))
        self.text = text
        self.letters = b"".join(pieces)
        """The fold."""
        self._marks = np.concatenate([np.zeros(1, np.int64), *counts]).cumsum()
        self._at = lru_cache(maxsize=64)(partial(_offsets, text))

    def offset(self, letter: int) -> int:
        """Find the offset, in the text's own characters, of what a byte of the fold came from."""
        block = int(np.searchsorted(self._marks, letter, side="right")) - 1
        return int(self._at(block)[letter - int(self._marks[block])])

    def letter(self, offset: int) -> int:
        """Count the bytes of the fold that come from before an offset."""
        block = min(offset // BLOCK, len(self._marks) - 1)
        return int(self._marks[block]) + int(_length[_codes(self.text[block * BLOCK : offset])].sum())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Find the span of characters that bytes ``start`` to ``end`` (excluded, not empty) came from."""
        return self.offset(start), self.offset(end - 1) + 1


def _offsets(text: str, block: int) -> NDArray[np.intp]:
    """Give for each byte of the fold of a block the offset of what it came from."""
    codes = _codes(text[block * BLOCK : (block + 1) * BLOCK])
    return np.repeat(np.arange(len(codes)), _length[codes]) + block * BLOCK
