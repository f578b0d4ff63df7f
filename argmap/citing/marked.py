r"""Text with italics in it, how it is punctuated, and how it is shown.

While a citation is put together, two private characters stand for the ends of italics; foreign text is
freed of them first (`argmap.citing.wording`), so nobody else can write them.
"""

import re
from dataclasses import dataclass
from html import escape

ON, OFF = "\ue0f0", "\ue0f1"
"""Where italics begin and end."""

_TAIL = re.compile(f"[”’{OFF}]*$")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")
_RUNS = re.compile(f"{ON}([^{ON}{OFF}]*){OFF}")
_BLOCK_START = re.compile(r"^(\d*)([.)#+-])")


@dataclass(frozen=True, slots=True)
class Marked:
    """A finished citation."""

    source: str
    """The text with its marks."""

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """Plain text, italics left out."""
        return _bare(self.source)

    @property
    def markdown(self) -> str:
        r"""Markdown, with whatever would be markup escaped.

        Examples:
            >>> Marked(italic("Origins") + ", 5*").markdown
            '*Origins*, 5\\*'
        """
        text = _BLOCK_START.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", self.source))
        return _bare(_RUNS.sub(_starred, text))

    @property
    def html(self) -> str:
        """HTML, escaped, italics as ``<i>``."""
        return _bare(_RUNS.sub(r"<i>\1</i>", escape(self.source)))

    @property
    def terminal(self) -> str:
        """Text for a terminal that shows italics; nothing in it can steer the terminal."""
        safe = "".join(c if c.isprintable() or c in (ON, OFF) else " " for c in self.source)
        return _bare(_RUNS.sub("\x1b[3m\\1\x1b[23m", safe))


def _starred(run: re.Match[str]) -> str:
    """Put stars around italics; blanks at their ends stay outside, or they would be no stars of Markdown."""
    inner = run[1].strip()
    if not inner:
        return run[1]
    start = run[1].index(inner)
    return f"{run[1][:start]}*{inner}*{run[1][start + len(inner) :]}"


def _bare(text: str) -> str:
    return text.replace(ON, "").replace(OFF, "")


def italic(text: str) -> str:
    """Set a text in italics; what is in italics already is set upright within it."""
    return f"{ON}{text.replace(ON, chr(0)).replace(OFF, ON).replace(chr(0), OFF)}{OFF}" if text else ""


def quoted(text: str) -> str:
    """Set a text in quotation marks; double ones inside it become single.

    Examples:
        >>> quoted("The “Hidden” War")
        '“The ‘Hidden’ War”'
    """
    return f"“{text.replace('“', '‘').replace('”', '’')}”" if text else ""


def close(text: str, mark: str) -> str:
    """End a text with a comma, colon or full stop, which goes inside its quotation marks.

    A full stop gives way to a mark that ends the text already; a comma after a question mark stays.

    Examples:
        >>> close("“Who Won?”", ","), close("“Who Won?”", "."), close("“It Ended”", ".")
        ('“Who Won?,”', '“Who Won?”', '“It Ended.”')
    """
    tail = _TAIL.search(text)
    start = tail.start() if tail else len(text)
    if "”" in text[start:]:
        while text[start] != "”" and (text[start] == OFF or not _closes(text, start)):
            start += 1
    elif "’" in text[start:]:
        start = len(text)
    body = text[:start].rstrip(OFF)
    if body.endswith(mark) or (mark == "." and body.endswith(("?", "!", ".", "…"))):
        return text
    where = start if "”" in text[start:] else len(text)
    return text[:where] + mark + text[where:]


def _closes(text: str, at: int) -> bool:
    """Whether a single mark closes a quotation, being no apostrophe."""
    inner = text.rfind("“", 0, at)
    return text[at] == "’" and text.count("‘", inner + 1, at) > 0


def capital(text: str) -> str:
    """Begin a text with a capital, as after a full stop; "n.d." keeps its small letter."""
    if text.startswith("n.d."):
        return text
    start = 1 if text[:1] == ON else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def in_note(*parts: str) -> str:
    """Join the parts of a note with commas; empty ones are left out."""
    return _joined(parts, ",")


def in_entry(*parts: str) -> str:
    """Join the parts of an entry with full stops, each beginning with a capital."""
    return _joined(tuple(capital(part) if part else "" for part in parts), ".")


def _joined(parts: tuple[str, ...], mark: str) -> str:
    text = ""
    for part in filter(None, parts):
        text = f"{close(text, mark)} {part}" if text else part
    return text
