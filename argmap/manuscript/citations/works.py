"""Works that a citation may mean: entries of the manuscript's bibliography or sources of the project."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.manuscript.citations.archive import Address, find_address
from argmap.manuscript.citations.bibliography import ListedEntry
from argmap.manuscript.citations.parse import ParsedCitation
from argmap.manuscript.dates import find_dates
from argmap.model.records import Source

_PARTIES = re.compile(
    r"\bfrom\s+(?:the\s+)?(?:[A-Z]\.\s*)*(?P<sender>[\w'’]+)\b.{0,120}?\bto\s+(?:the\s+)?(?:[A-Z]\.\s*)*"
    r"(?P<receiver>[\w'’]+)"
)
_STOP = frozenset(
    """
    the a an of in on and to for by from with between at under und der die das
    """.split()
)
_ROLES = re.compile(r"\((?:eds?|trans|translat\w*|hrsg|hg)\.?\s*\)|\b(?:eds?|trans)\.(?=\W|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Work:
    """What is known of a work, for comparison."""

    key: str
    author: str
    title: str
    container: str
    year: int | None
    days: frozenset[str]
    address: Address | None
    text: str
    numbers: tuple[str, str] | None = None
    """Volume and issue."""

    @cached_property
    def names(self) -> frozenset[str]:
        """Words of the authors' names."""
        return name_words(self.author)

    @cached_property
    def series(self) -> frozenset[str]:
        """Acronyms of the series or archive it belongs to."""
        return frozenset(
            fold(word) for word in re.findall(r"\b[A-Z]{3,}\b", f"{self.container} {self.author}")
        )

    @cached_property
    def is_collection(self) -> bool:
        """Whether it names several documents in quotation marks."""
        return len(re.findall(r"[“\"][^”\"]{8,}[”\"]", self.text)) > 1

    @cached_property
    def folded(self) -> str:
        """The whole entry, folded."""
        return " ".join(folded_words(self.text))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words of the title, folded, without the dates in it."""
        return folded_words(without_dates(self.title)) or folded_words(self.title)

    @cached_property
    def plain(self) -> str:
        """The title, folded."""
        return " ".join(self.words)

    @cached_property
    def parties(self) -> tuple[str, str] | None:
        """Sender and receiver of a letter or telegram, in this order."""
        return parties(self.title) or parties(self.text)


def fold(text: str) -> str:
    """Take case, accents and kinds of apostrophe away."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


def folded_words(text: str) -> tuple[str, ...]:
    """Give the words of a title, folded, without dates' commas and without articles at its head."""
    words = re.findall(r"\w+", fold(text).replace("'", ""))
    while len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    return tuple(words)


def without_dates(title: str) -> str:
    """Cut full dates, with the words that lead to them, out of a title."""
    for date in reversed(find_dates(title)):
        if len(date.edtf) > 4 and "/" not in date.edtf:
            head = re.sub(
                r"[\s,(]*\b(?:on|of|dated|from|in)?\s*$", "", title[: date.start], flags=re.IGNORECASE
            )
            title = f"{head}{title[date.end :]}"
    return title


def name_words(author: str) -> frozenset[str]:
    """Give the words of authors' names that can tell them apart."""
    words = re.findall(r"[^\W\d_]{2,}", fold(_ROLES.sub(" ", author)).replace("'", ""))
    return frozenset(w for w in words if w not in _STOP)


def parties(text: str) -> tuple[str, str] | None:
    """Give sender and receiver where a title says ``from X to Y``."""
    match = _PARTIES.search(text)
    return (fold(match["sender"]).strip("'."), fold(match["receiver"]).strip("'.")) if match else None


def work_of_citation(citation: ParsedCitation, key: str = "") -> Work:
    """Compare a citation as a work."""
    return Work(
        key,
        citation.author,
        citation.title,
        citation.container,
        citation.year,
        citation.days,
        citation.address,
        citation.text,
        (citation.volume, citation.issue) if citation.volume and citation.issue else None,
    )


def works_of_entries(entries: Iterable[ListedEntry], keys: Mapping[int, str]) -> list[Work]:
    """Give the entries of a bibliography as works, under the ids that they have or get (by line)."""
    return [work_of_citation(entry.citation, keys[entry.line]) for entry in entries]


def work_of_source(key: str, source: Source) -> Work:
    """Give a source of the project as a work."""
    csl = source.csl or {}
    places = [str(csl.get(f, "")) for f in ("archive", "archive_location", "call-number", "volume", "page")]
    issued = str(source.issued) if source.issued else ""
    days = {d for d in issued.split("/") if len(d) == 10}
    for found in find_dates(f"{source.title} {csl.get('archive_location', '')}"):
        days.update(part for part in found.edtf.split("/") if len(part) == 10 and "X" not in part)
    year = int(issued[:4]) if issued[:4].isdigit() else None
    text = " ".join([*source.authors, source.title, source.container or "", *places])
    return Work(
        key,
        "; ".join(source.authors) or (source.archive or ""),
        source.title,
        source.container or "",
        year,
        frozenset(days),
        find_address(" ".join([source.archive or "", *places])),
        text,
        (str(csl["volume"]), str(csl["issue"])) if csl.get("volume") and csl.get("issue") else None,
    )
