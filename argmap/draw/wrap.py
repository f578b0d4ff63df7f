"""Text made safe, and broken into lines of a given width."""

import functools
import re
import unicodedata
from collections.abc import Iterator
from html import escape

from argmap.draw.font import text_width

ELLIPSIS = "…"
_NARROW = re.compile("[\u0020-\u10ff\u2010-\u2027\u2030-\u205e]*")
"""Text without wide (East Asian) characters …"""
_UNBROKEN = re.compile(r".*?(?: |[-/–—](?=[^\W_])|$)")
"""… and its pieces, each up to a blank or up to a hyphen, slash or dash before a letter or digit."""
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@functools.lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    r"""Fold white space and drop what no picture can show (controls, direction marks, surrogates).

    Examples:
        >>> plain("a\tb\x00\n c")
        'a b c'
    """
    folded = " ".join(text.split())
    if folded.isprintable():
        return folded
    return "".join(c for c in folded if unicodedata.category(c) not in _DROPPED)


def xml(text: str) -> str:
    """Make any text safe inside XML, as content and in an attribute.

    Examples:
        >>> xml('<b> & "c"')
        '&lt;b&gt; &amp; &quot;c&quot;'
    """
    return escape(plain(text), quote=True)


def shorten(text: str, length: int) -> str:
    """Cut text at a word, so that it has at most ``length`` characters.

    Examples:
        >>> shorten("Waiting until the crossing", 15)
        'Waiting until…'
    """
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > length // 2 else cut).rstrip(" ,;:.–—-") + ELLIPSIS


def wrap(text: str, width: float, size: float, *, bold: bool = False, lines: int = 99) -> list[str]:
    """Break text into lines no wider than ``width``; the last allowed line ends in an ellipsis.

    Breaks at spaces, between wide (East Asian) characters, after hyphens and slashes, and inside
    a word that is wider than a line.

    Examples:
        >>> wrap("one two three", 40, 10)
        ['one two', 'three']
    """
    return list(_wrapped(plain(text), width, size, bold, lines))


@functools.lru_cache(maxsize=20_000)
def _wrapped(text: str, width: float, size: float, bold: bool, lines: int) -> tuple[str, ...]:
    done: list[str] = []
    line, used = "", 0.0
    for piece in _pieces(text, width, size, bold):
        bare = piece.rstrip()
        wide = text_width(bare, size, bold)
        blanks = text_width(" ", size, bold) * (len(piece) - len(bare))
        if line and used + wide > width:
            done.append(line.rstrip())
            line, used = piece.lstrip(), wide + blanks if bare else 0.0
        else:
            line, used = line + piece, used + wide + blanks
    if line.strip():
        done.append(line.rstrip())
    if len(done) > lines:
        done = [*done[: lines - 1], _ended(done[lines - 1], width, size, bold)]
    return tuple(done)


def _ended(line: str, width: float, size: float, bold: bool) -> str:
    while line and text_width(line + ELLIPSIS, size, bold) > width:
        line = line[:-1]
    return line.rstrip(" ,;:.") + ELLIPSIS


def _pieces(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """Give the shortest pieces between which a line may break."""
    if _NARROW.fullmatch(text):
        for found in _UNBROKEN.findall(text):
            yield from _slices(found, width, size, bold)
        return
    piece = ""
    for i, c in enumerate(text):
        piece += c
        following = text[i + 1 : i + 2]
        if c == " " or not following or _may_break(c, following):
            yield from _slices(piece, width, size, bold)
            piece = ""
    if piece:
        yield from _slices(piece, width, size, bold)


def _may_break(before: str, after: str) -> bool:
    if after == " ":
        return False
    if before in "-/–—" and after.isalnum():
        return True
    wide = unicodedata.east_asian_width(before) in "WF"
    if not wide and unicodedata.east_asian_width(after) not in "WF":
        return False
    hangul = "\uac00" <= before <= "\ud7a3" and "\uac00" <= after <= "\ud7a3"
    letters = unicodedata.category(after)[0] in "LN" and before not in "([“‘「『《〈（"
    return letters and not hangul  # Korean breaks between words


def _slices(piece: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """Cut one piece where even a whole line cannot hold it."""
    if text_width(piece.rstrip(), size, bold) <= width:
        yield piece
        return
    start = 0
    used = 0.0
    for i, c in enumerate(piece):
        step = text_width(c, size, bold)
        if used + step > width and i > start and c != " ":
            yield piece[start:i]
            start, used = i, 0.0
        used += step
    yield piece[start:]
