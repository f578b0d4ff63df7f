"""Ibid., op. cit. and short titles: which earlier citation each stands for.

Ibid. takes the last citation of the note before it in the same part. It is flagged, never guessed, where
that note cites several works, where it adds a document of its own (it then means the volume or diary, not
the document), or where there is no note before it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.manuscript.citations.parse import ParsedCitation, is_comment, parse_citation
from argmap.manuscript.citations.split import split_note
from argmap.manuscript.citations.works import fold, folded_words, name_words, telling
from argmap.manuscript.document import Manuscript, Note

_MOST = 200
"""Earlier works that a short title is compared with, the latest of them."""
_UNMARKED = re.compile(
    r"(?P<author>[^\W\d_][^,]{1,60}),\s+(?P<title>.{2,200}?)(?:,?\s+(?P<pages>\d{1,4}(?:[-–]\d+)?))?"
)


@dataclass(frozen=True, slots=True)
class NoteCitation:
    """A citation in a note, and what it stands for."""

    note: Note
    index: int
    """Position in the note, from 0."""
    parsed: ParsedCitation
    refers_to: int | None = None
    """Index among all citations of the one that it repeats."""
    root: int | None = None
    """Index of the full citation at the end of that chain."""
    doubts: tuple[str, ...] = ()
    """Why somebody should look."""
    own_document: bool = False
    """Whether an Ibid. means only the container and names a document of its own."""


def note_citations(manuscript: Manuscript) -> list[NoteCitation]:
    """Give every citation of every note, resolved, in order."""
    citations: list[NoteCitation] = []
    last_of: dict[tuple[str, int], list[int]] = {}
    previous: tuple[str, int] | None = None
    earlier = _Earlier()
    for note in manuscript.notes:
        here: list[int] = []
        for index, piece in enumerate(split_note(note.text)):
            citation = NoteCitation(note, index, parse_citation(piece))
            if citation.parsed.form == "ibid":
                citation = _ibid(citation, citations, here, last_of, previous)
            elif citation.parsed.form in ("short", "op-cit"):
                citation = _short(citation, citations, earlier, last_of)
            here.append(len(citations))
            citations.append(citation)
            if citation.parsed.form == "full":
                earlier.add(len(citations) - 1, citation.parsed)
        if here:
            last_of[note.part, note.number] = here
            previous = (note.part, note.number)
    return citations


def _ibid(
    citation: NoteCitation,
    citations: Sequence[NoteCitation],
    here: Sequence[int],
    last_of: dict[tuple[str, int], list[int]],
    previous: tuple[str, int] | None,
) -> NoteCitation:
    if here:
        target, doubts = here[-1], []
    elif previous is None or previous[0] != citation.note.part:
        return replace(citation, doubts=("no note before it in this part",))
    else:
        target = last_of[previous][-1]
        works = {_root(citations, i) for i in last_of[previous]}
        doubts = ["the note before it cites several works"] if len(works) > 1 else []
        if previous[1] < citation.note.number - 1:
            doubts.append("the note right before it cites nothing")
    own = bool(citation.parsed.tail)
    if own:
        doubts.append("it names a document of its own: the container is meant, not the document")
    elif _outside(citation.parsed.pages, citations[_root(citations, target)].parsed):
        doubts.append("its page lies outside the pages of the document that it repeats")
    return replace(
        citation,
        refers_to=target,
        root=_root(citations, target),
        doubts=tuple(doubts),
        own_document=own,
    )


def _root(citations: Sequence[NoteCitation], index: int) -> int:
    root = citations[index].root
    return index if root is None else root


def _outside(pages: str | None, document: ParsedCitation) -> bool:
    """Tell a page that cannot be in a dated document with an address and pages of its own."""
    if not pages or not document.pages or not document.days or document.address is None:
        return False
    first, last = _span(document.pages)
    page, _ = _span(pages)
    return not first <= page <= last


def _span(pages: str) -> tuple[int, int]:
    numbers = [int(n) for n in re.findall(r"\d+", pages)]
    if len(numbers) > 1 and numbers[1] < numbers[0]:
        shown = str(numbers[1])
        numbers[1] = int(str(numbers[0])[: -len(shown)] + shown)
    return numbers[0], max(numbers)


def _telling_names(author: str) -> frozenset[str]:
    """Give the words of authors' names, without those that many bodies share where others are left."""
    names = name_words(author)
    return telling(names) or names


class _Earlier:
    """The full citations so far, by the words of their authors' names."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[int]] = {}
        self._by_title: dict[str, list[int]] = {}
        self._works: dict[int, tuple[frozenset[str], tuple[str, ...]]] = {}
        self._bodies: set[int] = set()

    def add(self, index: int, parsed: ParsedCitation) -> None:
        names, words = _telling_names(parsed.author), folded_words(parsed.title)
        self._works[index] = (names, words)
        if parsed.is_body:
            self._bodies.add(index)
        for name in names:
            self._by_name.setdefault(name[:4], []).append(index)
        for word in words[:3]:
            self._by_title.setdefault(word, []).append(index)

    def knows(self, author: str) -> bool:
        """Tell whether an earlier citation names an author of this name."""
        return any(
            name in self._works[i][0]
            for name in _telling_names(author)
            for i in self._by_name.get(name[:4], ())
        )

    def find(self, parsed: ParsedCitation) -> list[tuple[float, int]]:
        """Score the earlier works that a short title may mean, best and latest first."""
        from rapidfuzz import fuzz

        names, words = _telling_names(parsed.author), folded_words(parsed.title)
        by_name = {i for name in names for i in self._by_name.get(name[:4], ())}
        by_title = {i for word in words[:3] for i in self._by_title.get(word, ())}
        seen = sorted(by_name | by_title)
        if len(seen) > _MOST:
            seen = (sorted(by_name & by_title) or seen)[-_MOST:]
        title = " ".join(words)
        found = []
        for i in seen:
            theirs, their_words = self._works[i]
            whole = " ".join(their_words)
            same = any(n == t or (len(n) > 3 and fuzz.ratio(n, t) >= 80) for n in names for t in theirs)
            score = _title_score(title, whole) if title else (90.0 if same else 0.0)
            if same and words and max(map(len, words)) > 3 and set(words) <= set(their_words):
                score = max(score, 90.0)
            if names and theirs and not same:
                misspelt = score >= 97 and not (parsed.is_body and i in self._bodies)
                score = score - 12 if misspelt else 0.0
            if score >= 85:
                found.append((score, i))
        return sorted(found, key=lambda pair: (-pair[0], -pair[1]))


def _title_score(short: str, whole: str) -> float:
    from rapidfuzz import fuzz

    if not short or not whole:
        return 0.0
    prefix = fuzz.ratio(short, whole[: len(short)])
    part = fuzz.partial_ratio(short, whole) - 4 if len(short) > 8 else 0
    if len(short.split()) > 1 and len(short) > 12 and set(short.split()) <= set(whole.split()):
        part = max(part, 90)
    return max(fuzz.ratio(short, whole), prefix, part)


def _short(
    citation: NoteCitation,
    citations: Sequence[NoteCitation],
    earlier: _Earlier,
    last_of: Mapping[tuple[str, int], Sequence[int]],
) -> NoteCitation:
    """Resolve a short title to the latest full citation of that author and title."""
    there = last_of.get((citation.note.part, citation.parsed.back or 0))
    if there:
        return _pointed(citation, citations, there)
    parsed = citation.parsed
    named = _with_surname(parsed) if not parsed.author and not parsed.marked else parsed
    found = earlier.find(named) if named is not parsed and earlier.knows(named.author) else []
    if found:
        parsed = named
    else:
        found = earlier.find(parsed)
    if not found:
        if parsed.form == "short" and is_comment(citation.parsed):
            return replace(citation, parsed=replace(citation.parsed, form="comment"))
        return replace(citation, doubts=("introduced nowhere before",))
    best, target = found[0]
    citation = replace(citation, parsed=parsed, refers_to=target, root=target)
    mine, theirs = _telling_names(parsed.author), _telling_names(citations[target].parsed.author)
    if best < 89 and mine and theirs and not mine & theirs:
        return replace(citation, doubts=("introduced under another author's name",))
    title = fold(citations[target].parsed.title)
    rivals = {fold(citations[i].parsed.title)[:25] for score, i in found if score > best - 2} - {title[:25]}
    if rivals:
        return replace(citation, doubts=("several earlier works fit it",))
    years = {citations[i].parsed.year for score, i in found if score > best - 2} - {None}
    return replace(
        citation, doubts=("editions of several years were cited before",) if len(years) > 1 else ()
    )


def _pointed(citation: NoteCitation, citations: Sequence[NoteCitation], there: Sequence[int]) -> NoteCitation:
    """Resolve ``(n 7)`` or ``supra note 7``: the citation in that note with the same author."""
    names = name_words(citation.parsed.author)
    roots = [_root(citations, i) for i in there]
    fitting = [i for i in roots if names & name_words(citations[i].parsed.author)]
    target = (fitting or roots)[0]
    doubts = () if fitting or not names else ("no work of that author stands in the note it points to",)
    if len(set(fitting)) > 1 or (not fitting and len(set(roots)) > 1):
        doubts = ("the note it points to cites several works",)
    return replace(citation, refers_to=target, root=target, doubts=doubts)


def _with_surname(parsed: ParsedCitation) -> ParsedCitation:
    """Read ``Baker, Mills, 40``, where nothing marks the title, as author, title and page."""
    if re.fullmatch(r"[A-ZÀ-Þ][\w'’-]+", parsed.title):
        return replace(parsed, author=parsed.title, title="")
    match = _UNMARKED.fullmatch(parsed.title)
    if match is None:
        return parsed
    pages = parsed.pages or match["pages"]
    return replace(parsed, author=match["author"], title=match["title"].strip("‘’' "), pages=pages)
