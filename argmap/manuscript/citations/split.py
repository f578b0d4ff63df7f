"""One note to its citations.

A note is cut at semicolons outside quotation marks, brackets and emphasis, and within what they leave at
places that open another citation: a signal word (*see*, *cf.*, *vgl.*), a clause that leads to one (*for
the mills, see …*), or another author's name after a citation that has come to its end. A citation has come
to its end with a number, a bracket or *ff.*; remarks stay with the citation that they follow.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

_OPEN = {"(": ")", "[": "]", "{": "}", "<": ">"}
_LONGEST_QUOTE = 400
"""Characters after which an unclosed quotation mark is taken for a slip."""

_SIGNAL_WORDS = (
    r"(?:(?:but|and)\s+)?(?:see|cf\.|compare|contrast|vgl\.|siehe|voir)"
    r"(?:,?\s+(?:also|auch|aussi|further|generally|e\.g\.|for\sexample|for\sinstance|etwa|dazu|hierzu|insbes\.)){0,3}"
)
_UPPER = r"[A-ZÀ-Þ]"
_START = r"[A-ZÀ-Þ*“„\"‘«]"
_SURNAME = rf"(?:(?:van|von|de|der|du|di|la|le|Le|La|St)\.?\s){{0,2}}{_UPPER}[\w’'-]+"
_INITIALS = rf"(?:{_UPPER}\.[\s-]?){{1,4}}{_SURNAME}"
_BACK = r"(?:op\.?\s?cit|(?:ibid|id)\.|a\.\s?a\.\s?O)"
_MONTH = r"(?:Jan|Feb|Mar|Mär|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])"
_AUTHORS = (
    rf"{_INITIALS}(?:,\s|/|\s(?:and|und|&)\s{_INITIALS}|\s\((?:eds?\.|Hrsg)|\s[‘“*„])"
    rf"|{_SURNAME}(?:(?:,|\sand|\sund|/)\s?{_SURNAME}){{0,3}},?\s(?:{_BACK}|\((?:oben|supra|above|nn?\.)\s)"
    rf"|{_UPPER}[\w’-]+(?:\s{_UPPER}\.)?\s{_SURNAME},\s[‘“*„\"]"
)
_DATED = rf"(?!{_MONTH}){_SURNAME}(?:(?:/|\s){_SURNAME}){{0,3}},?\s\(?(?:1[5-9]|20)\d\d\b"
_END = r"(?:\d[a-z]?|[)\]]|\d\s?ff?\b|\bcit\.)"
_SIGNAL = re.compile(
    rf"([.;)\]”\"’»]|(?<=[\w.)])(?=\s+[—–-]))\s+(?:[—–-]\s+)?(?=(?i:{_SIGNAL_WORDS}),?\s+{_START})"
)
_AFTER_CITATION = (
    # a clause that leads to a signal word: For the mills, see Carter
    re.compile(
        r"([.)\]”\"’»\d])\s+(?:[—–-]\s+)?"
        r"(?=(?:For|On|As\sto|In|Concerning|Regarding|Zu[mr]?|Für)\s[^.;]{3,160}?[\s,]"
        rf"(?:(?:see|cf\.|compare|siehe|vgl\.)(?:\s(?:also|auch|etwa))?|näher)\s{_START})"
    ),
    # a sentence's first word that compares: Ähnlich Karrer
    re.compile(
        r"(\.|(?=\s[—–-]))\s+(?:[—–-]\s+)?"
        r"(?=(?:Similarly,|Accord|Contra|Ähnlich|Ebenso|Anders|Kritisch|Näher|Dazu)"
        rf"(?:\s(?:auch|dazu|etwa|näher|bei|für\s\w+\s\w+)){{0,2}}\s{_UPPER})"
    ),
    # another author after a full stop
    re.compile(rf"((?:{_END}|[”\"’»])\.{{1,2}})\s+(?=(?:{_AUTHORS}))"),
    # a bracket that holds a citation of its own
    re.compile(
        rf"()\s\(\s*(?=(?i:{_SIGNAL_WORDS}),?\s+{_UPPER}[^()\d]{{2,120}}[(\[\d][^()]{{2,60}}\)?[^()]{{0,120}}\))"
    ),
)
"""Openings of another citation, where one has come to its end somewhere before."""
_AT_THE_END = re.compile(
    rf"({_END}\.?)(?:"
    rf",?\s+(?:and|und|et|as\swell\sas)\s+(?=(?:{_AUTHORS}|{_DATED}|[‘“„][^’”“]{{4,300}}[’”“][^;]{{0,40}}\d))"
    rf"|,?\s+sowie\s+(?:bei\s+)?(?={_UPPER})"
    rf"|,\s+(?=(?:(?:but\s)?see(?:\salso)?|cf\.|vgl\.|siehe|s\.\sauch)(?:\sauch)?\s{_START})"
    r")"
)
"""Words that join another citation to one that ends right there."""
_DATED_DOCUMENT = re.compile(
    rf"(\d{{1,2}}\s{_MONTH}\w*\.?\s(?:1[5-9]|20)\d\d),\s+"
    r"(?=(?:[Tt]he\s|[Aa]\s)?(?:[Ss]ecret\s)?(?:[Tt]elegram|[Ll]etter)\s[Ff]rom\s)"
)
"""The date of one telegram, and the next of the same collection."""
_NO_STOP = re.compile(
    rf"(\)\s\d[\d–-]*)\s+(?={_INITIALS},\s[^;]{{3,160}}\([^()]{{0,30}}(?:1[5-9]|20)\d\d\))"
    rf"|\b((?:pp?|S)\.\s?\d[\d–-]*(?:\s?ff?\.)?)\s+(?={_DATED}|{_INITIALS},\s[‘“*„])"
)
"""A page, and another author though no full stop stands between them."""
_COME_TO_END = re.compile(rf"{_END}[”’\"»]*(?:[.]{{1,2}}(?=\s)|(?=\s+[—–-]\s))")


def split_note(text: str) -> list[str]:
    """Split a note into citations.

    Examples:
        >>> split_note("Ree, *Socialism; a history*, p. 3; “War; peace,” *Now*, 1951. See also Lee, *Land*.")
        ['Ree, *Socialism; a history*, p. 3', '“War; peace,” *Now*, 1951.', 'See also Lee, *Land*.']
        >>> split_note("A. Baker, Mills (1987) 3. For bread, see C. Carter, Loaves (1990).")
        ['A. Baker, Mills (1987) 3.', 'For bread, see C. Carter, Loaves (1990).']
    """
    pieces = [piece for part in _at_semicolons(text) for piece in _at_openings(part)]
    return [piece for piece in (p.strip(" \t;") for p in pieces) if re.search(r"\w", piece)]


def _at_semicolons(text: str) -> Iterator[str]:
    closers: list[str] = []
    start, i = 0, 0
    while i < len(text):
        char = text[i]
        if closers and char == closers[-1] and not _is_apostrophe(text, i):
            closers.pop()
        elif char == ";" and not closers and not _is_entity(text, i):
            yield text[start:i]
            start = i + 1
        else:
            closer = _closer(text, i, closers)
            if closer:
                closers.append(closer)
        i += 1
    yield text[start:]


def _closer(text: str, at: int, closers: list[str]) -> str | None:
    """Give what closes here, if something opens here that is closed later."""
    char = text[at]
    if char in _OPEN:
        closer = _OPEN[char]
    elif char == "“":
        closer = "”" if "”" in text[at : at + _LONGEST_QUOTE] else '"'
    elif char == "«":
        closer = "»"
    elif char == "„":
        ahead = text[at + 1 : at + _LONGEST_QUOTE]
        closer = min('“”"', key=lambda mark: ahead.find(mark) % (_LONGEST_QUOTE + 1))
    elif char == "‘":
        return "’" if re.search(r"’(?!\w)", text[at + 1 : at + _LONGEST_QUOTE]) else None
    elif char in '"*' and not (closers and closers[-1] == char) and _opens(text, at):
        closer = char
    else:
        return None
    return closer if closer in text[at + 1 : at + _LONGEST_QUOTE] else None


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or not before.isalnum()) and bool(after) and not after.isspace()


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and text[at + 1 : at + 2].isalnum()


def _is_entity(text: str, at: int) -> bool:
    return re.search(r"&#?\w{2,8}$", text[max(0, at - 10) : at]) is not None


def _at_openings(text: str) -> Iterator[str]:
    """Cut what no semicolon parts, where a further citation opens."""
    ends = [match.end() for match in _COME_TO_END.finditer(text)]
    start = 0
    for at, resume, alone in _openings(text):
        done = bisect_left(ends, start + 1)
        if at - start <= 8 or not (alone or (done < len(ends) and ends[done] <= at)):
            continue
        yield text[start:at]
        start = resume
    yield text[start:]


def _openings(text: str) -> list[tuple[int, int, bool]]:
    """Give where a citation may end, where the next begins, and whether that holds whatever stands before."""
    found: dict[int, tuple[int, bool]] = {}
    for pattern, alone in (
        (_SIGNAL, True),
        (_AT_THE_END, True),
        (_NO_STOP, True),
        (_DATED_DOCUMENT, True),
        *((pattern, False) for pattern in _AFTER_CITATION),
    ):
        for match in pattern.finditer(text):
            # the only group that took part holds what stays with the citation before
            found.setdefault(match.end(), (match.end(match.lastindex or 0), alone))
    return [(cut, resume, alone) for resume, (cut, alone) in sorted(found.items())]
