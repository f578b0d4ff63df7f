"""Every citation of a manuscript with what it means: note, entry, address, pages, date, type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.manuscript.citations.bibliography import ListedEntry, read_bibliography
from argmap.manuscript.citations.csl import entry_keys, guess_type, standing_of
from argmap.manuscript.citations.likeness import LIKELY, likeness
from argmap.manuscript.citations.link import NEAR, Link, Linker
from argmap.manuscript.citations.parse import ParsedCitation
from argmap.manuscript.citations.resolve import NoteCitation, note_citations
from argmap.manuscript.citations.works import (
    Work,
    without_dates,
    work_of_citation,
    work_of_source,
    works_of_entries,
)
from argmap.manuscript.document import Manuscript
from argmap.model.records import Source


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in a note, matched."""

    part: str
    number: int
    index: int
    """Position in the note, from 0."""
    text: str
    refers_to: str | None
    """The note, as ``part.number``, of the citation that it repeats."""
    short_for: str | None
    """The full title that a short one stands for."""
    entry: str | None
    """Id of the work in the bibliography."""
    score: float
    """How well the entry fits, 0 to 100."""
    review: bool
    """Whether somebody should look."""
    parsed: ParsedCitation
    full: ParsedCitation
    """The citation that it stands for: itself where it is full."""
    type: str
    """CSL type."""
    standing: str
    """``primary`` or ``secondary``."""
    doubts: tuple[str, ...] = ()
    """Why somebody should look, in words."""
    rival: str | None = None
    """Another work that fits almost as well."""

    @property
    def ref(self) -> str:
        """Its note: ``part.number``."""
        return f"{self.part}.{self.number}"


@dataclass(frozen=True)
class Citations:
    """All citations of a manuscript, and its bibliography."""

    citations: tuple[Citation, ...]
    entries: tuple[ListedEntry, ...]
    keys: Mapping[int, str]
    """Line of an entry to its id: the project's source where it is one, else one of its own."""
    linked: Mapping[int, Link]
    """Line of an entry to the project's source that it is."""

    def key_of(self, entry: ListedEntry) -> str:
        """Give the id of an entry."""
        return self.keys[entry.line]


def match_citations(manuscript: Manuscript, sources: Mapping[str, Source] | None = None) -> Citations:
    """Read and match every citation of a manuscript.

    Args:
        manuscript: The text.
        sources: Sources of the project; entries of the manuscript's own list are looked up among them first.
    """
    entries = read_bibliography(manuscript.listed)
    known = [work_of_source(key, source) for key, source in (sources or {}).items()]
    linked = _entries_among(entries, known) | _drafted_before(entries, sources or {})
    new = [entry for entry in entries if entry.line not in linked]
    keys = entry_keys(new, taken=(sources or {}).keys()) | {line: link.key for line, link in linked.items()}
    works = known + works_of_entries(new, keys) + _as_printed(entries, linked)
    linker = Linker(works)
    groups = {keys[entry.line]: entry.group for entry in entries}
    found = note_citations(manuscript)
    return Citations(tuple(_matched(c, found, linker, groups) for c in found), tuple(entries), keys, linked)


def _entries_among(entries: Sequence[ListedEntry], known: list[Work]) -> dict[int, Link]:
    """Find which entries of the manuscript's list are sources of the project already."""
    if not known:
        return {}
    linker = Linker(known)
    found: dict[int, Link] = {}
    taken: set[str] = set()
    for entry in entries:
        work = work_of_citation(entry.citation)
        link = linker.find(work)
        if link is not None and link.key in taken:
            other = linker.find(work, without=taken)
            link = other if other is not None and other.score > link.score - NEAR else link
        if link is not None and not link.review:
            found[entry.line] = link
            taken.add(link.key)
    return found


def _drafted_before(entries: Sequence[ListedEntry], sources: Mapping[str, Source]) -> dict[int, Link]:
    """Find the entries that stand in the project under the id that they would get."""
    found = {}
    for line, key in entry_keys(entries).items():
        if key in sources:
            entry = next(e for e in entries if e.line == line)
            score = likeness(work_of_citation(entry.citation), work_of_source(key, sources[key]))
            if score >= LIKELY:
                found[line] = Link(key, round(min(score, 100.0), 1), review=False)
    return found


def _as_printed(entries: Sequence[ListedEntry], linked: Mapping[int, Link]) -> list[Work]:
    """Give known entries once more as the manuscript prints them: notes follow its spelling."""
    return [work_of_citation(e.citation, linked[e.line].key) for e in entries if e.line in linked]


def _matched(
    found: NoteCitation, every: Sequence[NoteCitation], linker: Linker, groups: Mapping[str, Sequence[str]]
) -> Citation:
    parsed = found.parsed
    full = _full(found, every)
    link = _link(found, full, linker)
    doubts = list(found.doubts)
    if link is not None and link.review:
        doubts.append(f"'{link.rival}' fits as well" if link.rival else "the entry fits only roughly")
    group = groups.get(link.key, ()) if link else ()
    kind = guess_type(full, group)
    target = every[found.refers_to].note.ref if found.refers_to is not None else None
    return Citation(
        part=found.note.part,
        number=found.note.number,
        index=found.index,
        text=parsed.text,
        refers_to=target,
        short_for=full.title if parsed.form in ("short", "op-cit") and found.root is not None else None,
        entry=link.key if link else None,
        score=link.score if link else 0.0,
        review=bool(doubts),
        parsed=parsed,
        full=full,
        type=kind,
        standing=standing_of(full, kind, group),
        doubts=tuple(doubts),
        rival=link.rival if link else None,
    )


def _full(found: NoteCitation, every: Sequence[NoteCitation]) -> ParsedCitation:
    """Give the citation in full: the one it repeats, with its own document where it names one."""
    if found.root is None:
        return found.parsed
    root = every[found.root].parsed
    if not found.own_document:
        return root
    title = without_dates(found.parsed.tail).strip(" ,.") or without_dates(root.title)
    return replace(
        root,
        title=title,
        dates=found.parsed.dates,
        year=found.parsed.year,
        text=found.parsed.text,
        address=found.parsed.address or root.address,
    )


def _link(found: NoteCitation, full: ParsedCitation, linker: Linker) -> Link | None:
    also = (
        [work_of_citation(found.parsed)]
        if found.parsed.form in ("short", "op-cit") and found.root is not None
        else []
    )
    return linker.find(work_of_citation(full), also)
