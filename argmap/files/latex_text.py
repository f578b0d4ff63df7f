r"""LaTeX as plain text: accents, dashes, escapes and braces at once, the rest by pylatexenc."""

import re
import unicodedata
from functools import cache
from typing import Any

_LATEX = re.compile(r"[\\{}$~]|--|``|''")
_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
}
_ACCENT = re.compile(
    r"\\(?:([`'^~=.\"])\s*|([uvHcdkr])(?:\s+|(?=\{)))"  # the accent
    r"(?:\{\s*(?:([A-Za-z])|\\([ij]))\s*\}|([A-Za-z])|\\([ij])(?![A-Za-z]))"  # the letter
)
_LETTERS = {
    **{"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ"},
    **{"aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "ldots": "…", "dots": "…"},
    **{"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^"},
    **{"textbraceleft": "{", "textbraceright": "}"},
    **{"textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘"},
    **{"textquotedblleft": "“", "textquotedblright": "”"},
}
_NAMES = "|".join(sorted(_LETTERS, key=len, reverse=True))
_LETTER = re.compile(rf"\\({_NAMES})(?![A-Za-z])(?:\{{\}}|[ \t\n]+)?")
_STYLE = re.compile(r"\\(?:emph|textit|textbf|textsc|textrm|textup|mkbibquote|mkbibemph)(?=\{)|\\-")
_ESCAPED = re.compile(r"\\([&%$#_{}])")
_PLAIN = re.compile(r"---?|``|''|~|[{}]")
_PRINTED = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " ", "{": "", "}": ""}
_HELD = "\ue100"
"""First of the private characters that stand for escaped ones until the end."""


def plain_text(latex: str) -> str:
    r"""Read LaTeX as plain text on one line: accents, dashes and quotation marks; braces go.

    Examples:
        >>> plain_text(r"Ch\'en {J}ian -- ``x'' \& Co")
        'Chén Jian – “x” & Co'
    """
    if _LATEX.search(latex):
        simple = _simple(latex)
        latex = simple if simple is not None else _slow(latex)
    return " ".join(latex.split())


def date_text(latex: str) -> str:
    r"""Read a date as written: in EDTF the tilde says "about" and is no blank.

    Examples:
        >>> date_text("{1950~}"), date_text(r"1950\textasciitilde{}")
        ('1950~', '1950~')
    """
    return (
        re.sub(r"\\textasciitilde(?:\{\})?|\\~(?:\{\})?", "~", latex)
        .replace("{", "")
        .replace("}", "")
        .strip()
    )


def _simple(latex: str) -> str | None:
    """Read LaTeX without any command but the usual ones; None where there is more to it."""
    if not latex.isascii() and re.search("[\ue100-\ue1ff]", latex):
        return None
    held: list[str] = []

    def hold(character: str) -> str:
        held.append(character)
        return chr(ord(_HELD) + min(len(held) - 1, 255))

    text = latex
    if "\\" in text:
        text = _ESCAPED.sub(lambda m: hold(m[1]), text.replace("\\\\", "\\newline "))
        text = _ACCENT.sub(_accented, _STYLE.sub("", text))
        text = _LETTER.sub(lambda m: hold(_LETTERS[m[1]]), text)
    if len(held) > 255 or "\\" in text or "$" in text or text.count("{") != text.count("}"):
        return None
    text = _PLAIN.sub(lambda m: _PRINTED[m[0]], text)
    if held:
        text = re.sub("[\ue100-\ue1ff]", lambda m: held[ord(m[0]) - ord(_HELD)], text)
    return text


def _accented(found: re.Match[str]) -> str:
    letter = next(filter(None, found.groups()[2:]))
    return unicodedata.normalize("NFC", letter + _ACCENTS[found[1] or found[2]])


def _slow(latex: str) -> str:
    """Read any LaTeX; where that fails, its braces go and the rest stays as written."""
    from pylatexenc.latexwalker import LatexWalker, LatexWalkerError

    converter, context = _converter()
    try:
        nodes = LatexWalker(latex, latex_context=context, tolerant_parsing=True).get_latex_nodes()[0]
        return str(converter.nodelist_to_text(nodes))
    except (LatexWalkerError, RecursionError, ValueError, IndexError):
        return re.sub(r"[{}]", "", latex)


@cache
def _converter() -> tuple[Any, Any]:
    """Make pylatexenc's reader once: its tables take milliseconds."""
    from pylatexenc.latex2text import LatexNodes2Text
    from pylatexenc.latexwalker import get_default_latex_context_db

    return LatexNodes2Text(math_mode="verbatim"), get_default_latex_context_db()
