"""The normalised text that digests are taken over (design page, section 8); no numpy here."""

import re
import unicodedata

from argmap.model.pattern import pattern

NORMAL = "normal-1"
"""Name of this normalisation; it changes when the normalisation does."""
PIECE = 1 << 16
"""Characters normalised at a time when offsets are needed."""
_DROPPED = pattern(r"[⁰¹²³⁴-⁹]+|(?<=\S)\[\^?[0-9]{1,3}\]|[*†‡_\u00ad\u200b-\u200f\u2060\ufeff]")
_SINGLE = pattern("[‘’‚‛‹›`´′ʼ＇]")
_DOUBLE = pattern("''|[“”„‟«»″〝〞「」『』＂]")
_DASHES = pattern("[-‐‑‒–—―−﹘﹣－]+")
_BROKEN = pattern(r"(?<=[^\W\d_])[-‐‑¬]\s*\n\s*(?=[^\W\d_])")


def normalise(text: str) -> str:
    r"""Normalise a text: NFKC, quotes and dashes folded, white space and note markers dropped.

    Examples:
        >>> normalise("“The ﬁrst — and\nlast” — he said.¹²")
        '"Thefirst-andlast"-hesaid.'
    """
    if not text.isascii() or re.search(r"[\[*_`']", text):
        text = _DOUBLE.sub('"', _SINGLE.sub("'", _DROPPED.sub("", text)))
        text = unicodedata.normalize("NFKC", text)
    return "".join(_DASHES.sub("-", "".join(text.split())).split())


def join_broken(text: str) -> str:
    """Join words broken at the ends of lines."""
    return _BROKEN.sub("", text)


def digest_of(normal: str) -> str:
    """Digest a normalised text: ``sha256:`` and 64 hexadecimal digits."""
    return "sha256:" + sha256(normal)


def sha256(text: str) -> str:
    """Hash a text in UTF-8, lone surrogates and all."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class NormalText:
    """A text normalised in pieces cut at white space, with the way back to its own characters."""

    __slots__ = ("_join", "_places", "normal", "text")

    def __init__(self, text: str, *, join: bool = False) -> None:
        """Normalise ``text``; ``join`` joins words broken at the ends of lines."""
        self.text = text
        self._join = join
        self._places: list[tuple[int, int]] = []
        pieces, start, length = [], 0, 0
        while start < len(text):
            end = self._cut(start)
            piece = self._normalised(start, end)
            self._places.append((length, start))
            pieces.append(piece)
            length += len(piece)
            start = end
        self.normal = "".join(pieces)

    def _cut(self, start: int) -> int:
        end = start + PIECE
        if end >= len(self.text):
            return len(self.text)
        space = re.compile(r"(?<![-‐‑¬\s])\s+").search(self.text, end, min(len(self.text), end + PIECE))
        return space.end() if space else end

    def _normalised(self, start: int, end: int) -> str:
        piece = self.text[start:end]
        return normalise(join_broken(piece) if self._join else piece)

    def offset(self, place: int) -> int:
        """Find the last offset in the text before which ``place`` normalised characters stand."""
        number = max(i for i, (at, _) in enumerate(self._places) if at <= place) if self._places else 0
        at, start = self._places[number] if self._places else (0, 0)
        low, high = start, min(len(self.text), start + 2 * PIECE)
        while low < high:
            middle = (low + high + 1) // 2
            if len(self._normalised(start, middle)) <= place - at:
                low = middle
            else:
                high = middle - 1
        return low

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Find the span of characters that a stretch of the normalised text came from."""
        first, last = self.offset(start), self.offset(end - 1)
        while first < last and self.text[first].isspace():
            first += 1
        return first, min(len(self.text), last + 1)
