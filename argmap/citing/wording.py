"""Foreign text made fit for print: markup, quotation marks, capitals, page ranges, ordinals."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

from argmap.citing.marked import OFF, ON

_PRIVATE = re.compile(f"[{ON}{OFF}]")
_ITALIC_TAG = re.compile(r"<(/?)(?:i|em)\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|strong|sc|sub|sup|span|u)(?:\s[^<>]*)?>", re.IGNORECASE)
_OPENS = re.compile(r'(^|[\s(\[{–—/“‘"\']|' + ON + r')(["\'])(?=[^\s.,;:)\]])')
_DECADE = re.compile(r"(^|\s)[‘'](?=\d0s\b|\d\d\b)")
_WORD = re.compile(r"[^\s\-–—/]+")
_LONGEST = 20_000
"""Characters of one field that are printed."""

SMALL_WORDS = frozenset(
    "a an and as at but by down for from in into nor of on onto or over so the till to up via with yet v vs "
    "versus about".split()
)
"""Words that stay small inside an English title."""

_FOREIGN = frozenset(
    "der die das und im von zur zum le les des du et la el los las y del di il lo gli della na po dlya dalla "
    "ot iz pri het een van i w z".split()
)


def plain(value: Any) -> str:
    """Make one line of a field of a bibliography: CSL's italics kept, other markup and marks of ours gone.

    Args:
        value: Text or a number; anything else is nothing.

    Examples:
        >>> plain(' The "Hidden"  War ')
        'The “Hidden” War'
    """
    if value is None or isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)[:_LONGEST]
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in _UNWANTED.sub("", text))
    if "<" in text:
        text = _balanced(_ITALIC_TAG.sub(lambda tag: OFF if tag[1] else ON, _TAG.sub("", text)))
    return curly(" ".join(text.split()))


_UNSEEN = {"Cc", "Zl", "Zp", "Cs"}
_UNWANTED = re.compile(f"[{ON}{OFF}\u00ad\u200b\u2060\ufeff]")
"""Marks of ours, and marks that nobody sees: soft hyphens, blanks without width, byte-order marks."""


def _balanced(text: str) -> str:
    """Keep the marks of italics that pair, without nesting; drop the others."""
    pieces = re.split(f"([{ON}{OFF}])", text)
    opened = None
    for i, piece in enumerate(pieces):
        if piece not in (ON, OFF):
            continue
        pieces[i] = ""
        if piece == ON and opened is None:
            opened = i
        elif piece == OFF and opened is not None:
            pieces[opened], pieces[i], opened = ON, OFF, None
    return "".join(pieces)


def curly(text: str) -> str:
    """Turn typewriter quotation marks and apostrophes into printed ones."""
    if '"' not in text and "'" not in text:
        return text
    text = _DECADE.sub(r"\1’", text)
    while (turned := _OPENS.sub(lambda m: m[1] + ("“" if m[2] == '"' else "‘"), text)) != text:
        text = turned
    return text.replace('"', "”").replace("'", "’")


@lru_cache(maxsize=20_000)  # many notes cite one title
def headline(text: str, language: str = "") -> str:
    """Capitalise an English title as Chicago does; a title in another language is left as it is.

    Only small letters are raised: what the entry has in capitals stays.

    Args:
        text: The title.
        language: Its language; where none is told, a title that looks foreign is left alone.

    Examples:
        >>> headline("The origins of the cold war")
        'The Origins of the Cold War'
        >>> headline("Die Ursachen des Krieges")
        'Die Ursachen des Krieges'
    """
    if language and not language.lower().startswith(("en", "eng")):
        return text
    words = _WORD.findall(text)
    bare = [word.strip(f"“”‘’.,:;!?()[]{ON}{OFF}").lower() for word in words]
    if not language and (_FOREIGN & set(bare) or (not text.isascii() and _is_foreign(text))):
        return text
    last, at = len(words) - 1, -1

    def raised(match: re.Match[str]) -> str:
        nonlocal at
        at += 1
        word = match[0]
        before = text[: match.start()].rstrip()
        inside = 0 < at < last and not before.endswith((":", "?", "!", ".", "—"))
        if bare[at] in SMALL_WORDS and inside and bare[at] == word.strip(f"“”‘’.,:;!?()[]{ON}{OFF}"):
            return word
        if match.start() and text[match.start() - 1] in "-–" and bare[at] in SMALL_WORDS:
            return word
        return _raise(word) if word == word.lower() else word

    return _WORD.sub(raised, text)


def _raise(word: str) -> str:
    for i, character in enumerate(word):
        if character.isalpha():
            return word[:i] + character.upper() + word[i + 1 :]
        if character.isdigit():
            break
    return word


def _is_foreign(text: str) -> bool:
    """Whether letters other than English stand in a small share or more of the text."""
    letters = [c for c in text if c.isalpha()]
    return sum(not c.isascii() for c in letters) * 20 > len(letters)


_RANGE = re.compile(r"(?<![\w-])(\d+)\s*(?:--+|[-–—])\s*(\d+)(?![\w-])")
_LETTERED = re.compile(r"(?<=[\w])\s*(?:--+|[-–—])\s*(?=[\w])")


def pages(text: str) -> str:
    """Write pages with en dashes, ranges shortened (CMOS 9.61).

    Examples:
        >>> [pages(t) for t in ("12-14", "101-108", "425-458", "1496-1500", "71-72, 5-7ob")]
        ['12–14', '101–8', '425–58', '1496–500', '71–72, 5–7ob']
    """
    text = _RANGE.sub(lambda range_: f"{range_[1]}–{_second(range_[1], range_[2])}", text)
    return _LETTERED.sub("–", text)


def _second(first: str, last: str) -> str:
    if len(first) != len(last) or len(first) < 3 or int(first) % 100 == 0:
        return last
    changed = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(first))
    if int(first) % 100 < 10:
        return last[min(changed, len(last) - 1) :]
    return last[min(changed, len(last) - 2) :]


def ordinal(number: int) -> str:
    """Write an ordinal.

    Examples:
        >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 23, 112)]
        ['1st', '2nd', '3rd', '4th', '11th', '12th', '23rd', '112th']
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def edition(text: str) -> str:
    """Write an edition.

    Examples:
        >>> edition("2"), edition("rev."), edition("3rd edition"), edition("Rev. ed.")
        ('2nd ed.', 'rev. ed.', '3rd ed.', 'rev. ed.')
    """
    if text.isascii() and text.isdecimal() and len(text) < 5:
        return f"{ordinal(int(text))} ed."
    text = re.sub(r"\bedition\b\.?", "ed.", text, flags=re.IGNORECASE)
    text = text if re.search(r"\bed\.", text, re.IGNORECASE) else f"{text} ed."
    return re.sub(r"\s+", " ", text[:1].lower() + text[1:])


def and_list(words: list[str], *, always: bool = False) -> str:
    """Join words with commas and "and".

    Args:
        words: The words.
        always: Whether a comma stands before "and" between two words as well.

    Examples:
        >>> and_list(["Kim", "Park", "Lee"])
        'Kim, Park, and Lee'
    """
    if len(words) < 2:
        return "".join(words)
    comma = "," if always or len(words) > 2 else ""
    return f"{', '.join(words[:-1])}{comma} and {words[-1]}"
