"""Which headings begin the parts of a manuscript, and what each part is called.

A part is what has its own run of notes. Where numbering starts again, the part begins at the last
fitting heading before the first marker of the new run; where it does not, at the headings of the first
level. Titles that the project gives name the parts; else their numbers or first words do.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.manuscript.reading import Block

_NUMBERED = re.compile(
    r"(?:(?:chapter|part|kapitel|teil|chapitre|capítulo)\s+)?(?P<number>[IVXLC]+|\d{1,3})(?:[.:—–-]|\s|$)",
    re.IGNORECASE,
)
_KNOWN = {
    "introduction": "intro",
    "einleitung": "intro",
    "einführung": "intro",
    "conclusion": "conclusion",
    "conclusions": "conclusion",
    "schluss": "conclusion",
    "preface": "preface",
    "vorwort": "preface",
    "foreword": "foreword",
    "prologue": "prologue",
    "epilogue": "epilogue",
    "afterword": "afterword",
    "postscript": "postscript",
    "appendix": "appendix",
    "abstract": "abstract",
}
BIBLIOGRAPHY = re.compile(
    r"(?:\W|\d)*(?:(?:select(?:ed)?|general|annotated|full)\s+)?"
    r"(?:bibliograph(?:y|ie|ies)|works cited|references(?: cited)?|list of references|literature(?: cited)?"
    r"|sources and (?:bibliography|literature)|literaturverzeichnis|quellen- und literaturverzeichnis"
    r"|quellenverzeichnis|bibliografía|참고\s*문헌|参考文献)\W*",
    re.IGNORECASE,
)
"""A heading that begins the manuscript's own bibliography."""

ONLY_PART = "text"
"""Name of the part of a text that has none."""


@dataclass(frozen=True, slots=True)
class PartStart:
    """A part, and the block at which it begins."""

    block: int
    name: str
    title: str


def find_parts(blocks: Sequence[Block], titles: Mapping[str, str], runs: Sequence[int]) -> list[PartStart]:
    """Find where the parts begin.

    Args:
        blocks: The text, without its bibliography.
        titles: Parts' titles by name in their order, as the project's settings give them; may be empty.
        runs: Index of the block with the first marker of each run of notes.
    """
    headings = [i for i, block in enumerate(blocks) if block.kind == "heading"]
    starts = _of_runs(blocks, titles, runs, headings) if len(runs) > 1 else []
    starts = starts or _of_titles(blocks, titles, headings) or _of_level(blocks, headings)
    if not starts:
        only = next(iter(titles)) if len(titles) == 1 else ONLY_PART
        return [PartStart(0, only, "")] if blocks else []
    return _named_apart(starts)


def _of_runs(
    blocks: Sequence[Block], titles: Mapping[str, str], runs: Sequence[int], headings: list[int]
) -> list[PartStart]:
    """One part a run: its best heading between the run before and its own first marker."""
    starts = []
    left = dict(titles)
    for k, first in enumerate(runs):
        floor = runs[k - 1] if k else -1
        inside = [i for i in headings if floor < i <= first]
        name, chosen = _by_title(blocks, left, inside)
        if chosen is None:
            chosen = _likely(blocks, inside)
        if chosen is None:
            starts.append(PartStart(first, str(k + 1), ""))
            continue
        if name is None:
            name = part_name(blocks[chosen].text, str(k + 1))
        else:
            _drop_through(left, name)
        starts.append(PartStart(chosen, name, blocks[chosen].text))
    return starts


def _drop_through(titles: dict[str, str], name: str) -> None:
    """Leave only the titles after ``name``: parts come in their order."""
    for key in list(titles):
        del titles[key]
        if key == name:
            return


def _by_title(
    blocks: Sequence[Block], titles: Mapping[str, str], inside: Sequence[int]
) -> tuple[str | None, int | None]:
    """Find the heading most like a title of the project's, the last of equals."""
    best: tuple[float, int, str] | None = None
    for name, title in titles.items():
        for i in inside:
            score = likeness(blocks[i].text, title)
            if score >= 85 and (best is None or (score, i) > best[:2]):
                best = (score, i, name)
    return (best[2], best[1]) if best else (None, None)


def likeness(heading: str, title: str) -> float:
    """Compare two titles without numbers and words such as ``Chapter``, 0 to 100."""
    from rapidfuzz import fuzz

    return fuzz.ratio(_bare(heading), _bare(title))


def _bare(title: str) -> str:
    text = unicodedata.normalize("NFKC", title).casefold().replace("’", "'")
    match = _NUMBERED.match(text)
    rest = text[match.end() :].strip() if match and match["number"] else text
    return " ".join(re.findall(r"\w+", rest or text))


def _likely(blocks: Sequence[Block], inside: Sequence[int]) -> int | None:
    """Choose among headings: a chapter's number, then the highest level, then known words, then the last."""
    numbered = [i for i in inside if blocks[i].level <= 1 and _is_chapter(blocks[i].text)]
    if numbered:
        return numbered[-1]
    levels = [blocks[i].level for i in inside if blocks[i].level]
    if levels:
        return [i for i in inside if blocks[i].level == min(levels)][-1]
    known = [i for i in inside if blocks[i].text.strip().casefold() in _KNOWN]
    if known:
        return known[-1]
    return inside[-1] if inside else None


def _is_chapter(text: str) -> bool:
    match = _NUMBERED.match(text)
    return match is not None and (match["number"].isdigit() or match["number"].isupper())


def _of_titles(blocks: Sequence[Block], titles: Mapping[str, str], headings: list[int]) -> list[PartStart]:
    """The headings that the project's titles name, in their order; the last title takes its last heading."""
    starts: list[PartStart] = []
    at = -1
    for name, title in titles.items():
        hits = [i for i in headings if i > at and likeness(blocks[i].text, title) >= 85]
        if hits:
            at = hits[-1] if name == list(titles)[-1] else hits[0]
            starts.append(PartStart(at, name, blocks[at].text))
    return starts


def _of_level(blocks: Sequence[Block], headings: list[int]) -> list[PartStart]:
    """The headings of the highest level that has several."""
    for level in sorted({blocks[i].level for i in headings if blocks[i].level}):
        tops = [i for i in headings if blocks[i].level == level]
        if len(tops) > 1 or _is_chapter(blocks[tops[0]].text):
            return [
                PartStart(i, part_name(blocks[i].text, str(k)), blocks[i].text) for k, i in enumerate(tops, 1)
            ]
    return []


def part_name(title: str, otherwise: str) -> str:
    """Name a part after its number or first word.

    Examples:
        >>> part_name("Chapter IV. Stalin's choice", "4"), part_name("2 Methods", "x")
        ('IV', '2')
        >>> part_name("Introduction", "1"), part_name("The Chinese factor", "3")
        ('intro', '3')
    """
    words = re.findall(r"\w+", title.casefold())
    if words and words[0] in _KNOWN:
        rest = "-" + "-".join(words[1:2]) if words[0] == "appendix" and len(words) > 1 else ""
        return _KNOWN[words[0]] + rest
    return _NUMBERED.match(title)["number"] if _is_chapter(title) else otherwise  # type: ignore[index]


def _named_apart(starts: list[PartStart]) -> list[PartStart]:
    """Give every part a name of its own."""
    seen: set[str] = set()
    named = []
    for start in sorted(starts, key=lambda s: s.block):
        name, ordinal = start.name, 2
        while name in seen:
            name, ordinal = f"{start.name}-{ordinal}", ordinal + 1
        seen.add(name)
        named.append(PartStart(start.block, name, start.title))
    return named
