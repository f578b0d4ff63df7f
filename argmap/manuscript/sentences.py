"""Where sentences end.

A full stop ends a sentence unless it belongs to an initial, an abbreviation, a number or an ellipsis;
quotation marks and brackets that close after it go with it.
"""

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st sr jr gen col lt capt maj sgt adm gov sen rep rev hon pres vs etc e.g i.e
    cf al ed eds trans transl vol vols no nos nr p pp f ff n nn fn ch chap sec art par para fig tab
    ca c approx jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp dept univ op del d
    l ll bd hrsg hg bzw vgl usw z.b u.a s bl anm kap nr jg jh jhdt evtl sog abb aufl ggf inkl o.j
    u.s u.k u.n a.m p.m b.c
    a.d ibid id loc cit viz al resp est bros messrs ser suppl doc docs
    """.split()
)
_ENDS = re.compile(r"(?:[.!?…]+|[。！？])[\"”’'»)\]*]*(?=\s|$)|[。！？][」』”’]*")
_STARTERS = frozenset(
    """
    the this that these those in it its he she they we his her their there however but and as at
    after although while when both on for by with from according
    """.split()
)
_AROUND = 80
"""Characters before and after a full stop that tell whether it ends a sentence."""
_INITIAL = re.compile(r"(?:^|[\s(“\"‘'*.\-])[^\W\d_]$")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Give (start, end) of every sentence of a paragraph.

    Examples:
        >>> text = "Mr. W. Haruki wrote No. 3 in Jan. 1950. “He left.” Why?"
        >>> [text[a:b] for a, b in sentence_spans(text)]
        ['Mr. W. Haruki wrote No. 3 in Jan. 1950.', '“He left.”', 'Why?']
    """
    start = 0
    for match in _ENDS.finditer(text):
        end = match.end()
        if end < len(text) and not _is_end(text, match, start):
            continue
        if text[start:end].strip():
            yield _stripped(text, start, end)
        start = end
    if text[start:].strip():
        yield _stripped(text, start, len(text))


def _is_end(text: str, match: re.Match[str], start: int) -> bool:
    if text[match.start()] in "。！？":
        return True
    after = text[match.end() : match.end() + _AROUND].lstrip()
    opener = after.lstrip("\"“‘'([*«")
    if not opener or opener[0].islower():
        return False
    if match[0][0] in "!?" or not match[0].startswith("."):
        return True
    if match[0].startswith("..") and not match[0].startswith("...."):
        return opener[0].isupper()
    if len(match[0]) > 1:
        return True  # a closing quotation mark or bracket stands after the full stop
    begin = max(start, match.start() - _AROUND)
    before = text[begin : match.start()]
    word = re.search(r"[^\s(\[“\"‘'*]+$", before)
    last = word[0].casefold() if word else ""
    if last in _ABBREVIATIONS or re.fullmatch(r"(?:[a-z]\.)+[a-z]", last):
        return last in ("etc", "u.s", "u.k", "u.n", "a.m", "p.m") and opener.split()[0].lower() in _STARTERS
    if _INITIAL.search(before):
        return False
    return not (last.isdigit() and len(last) <= 2 and not before[: -len(last)].strip())


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
