"""The ways in which plain text writes a note's number."""

import re
from dataclasses import dataclass

SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(SUPERSCRIPT, "0123456789")
_UNIT = re.compile(r"(?:^|[\s\d(])(?:[kcdm]?m|in|ft|yd|mi|[A-Z]?=?\w?c)$")


@dataclass(frozen=True, slots=True)
class Numerals:
    """One way of writing notes: how a note begins, and how its marker looks in the text."""

    name: str
    note: re.Pattern[str]
    """Matches the beginning of a line that may be a note; group 1 is the number."""
    marker: re.Pattern[str]
    """Matches a marker in running text; group 1 is the number."""
    sign: re.Pattern[str]
    """Matches in every text with a marker, and is quicker to seek."""

    def opening(self, line: str) -> tuple[int, str] | None:
        """Give number and text of a line that begins as a note does."""
        match = self.note.match(line)
        if match is None:
            return None
        return int(match[1].translate(_DIGITS)), line[match.end() :].strip()

    def markers(self, text: str) -> list[tuple[int, int, int]]:
        """Give (start, end, number) of every marker in a text, in order."""
        found: list[tuple[int, int, int]] = []
        if self.sign.search(text) is None:
            return found
        for match in self.marker.finditer(text):
            if self.name == "superscript" and _is_power(text, match):
                continue
            found.append((match.start(), match.end(), int(match[1].translate(_DIGITS))))
        return found


def _is_power(text: str, match: re.Match[str]) -> bool:
    """Tell a unit such as km² from a note."""
    return match[1] in ("²", "³") and _UNIT.search(text[: match.start()]) is not None


STYLES = (
    Numerals(
        "superscript",
        re.compile(rf"\s*([{SUPERSCRIPT}]{{1,4}})(?![{SUPERSCRIPT}])\s*(?=\S)"),
        re.compile(rf"(?<![{SUPERSCRIPT}])([{SUPERSCRIPT}]{{1,4}})(?![{SUPERSCRIPT}])"),
        re.compile(f"[{SUPERSCRIPT}]"),
    ),
    Numerals(
        "caret", re.compile(r"\s*\^(\d{1,4})\b\s*(?=\S)"), re.compile(r"\^(\d{1,4})\b"), re.compile(r"\^")
    ),
    Numerals(
        "bracket", re.compile(r"\s*\[(\d{1,4})\]\s*(?=\S)"), re.compile(r"\[(\d{1,4})\]"), re.compile(r"\[")
    ),
    Numerals(
        "glued",
        re.compile(r"\s*(\d{1,4})[.)]?\s+(?=[^\W\d_]|[\"“'‘*(\[])"),
        re.compile(r"(?<![\d\s][.,:;])(?:(?<=[^\W\d_])|(?<=[.,;:!?\"”’')\]]))(\d{1,4})(?=[\s)\]—–]|$)"),
        re.compile(r"\d"),
    ),
)
"""From the surest to the least sure; a text is read in the first that carries its notes."""
