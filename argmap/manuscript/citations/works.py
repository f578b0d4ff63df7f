"""Works that a citation may mean: entries of the manuscript's bibliography or sources of the project."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from argmap.manuscript.citations.archive import (
    Address,
    find_address,
    has_repository,
    read_number,
    repository_of,
)
from argmap.manuscript.citations.bibliography import ListedEntry
from argmap.manuscript.citations.parse import ParsedCitation, is_body
from argmap.manuscript.dates import find_dates
from argmap.model.records import Source

_PARTIES = re.compile(
    r"\bfrom\s+(?:the\s+)?(?:[A-Z]\.\s*)*(?P<sender>[\w'’]+)\b.{0,120}?\bto\s+(?:the\s+)?(?:[A-Z]\.\s*)*"
    r"(?P<receiver>[\w'’]+)"
)
STOP = frozenset(
    """
    the a an of in on and to for by from with between at under und der die das
    """.split()
)
_BODY_WORDS = frozenset(
    """
    academy affairs archive archives association board bureau center central centre college commission
    committee compilation council department foreign historical history institute institut institution
    international library ministry national office press publisher publishing research science sciences
    society studies study university
    """.split()
)
"""Words that many bodies have in their names."""
_VOLUMES = re.compile(
    r"\b(?:Vol(?:ume|\.)?|Bd\.?|Tom)\s*((?:[IVXLC]+\b|\d{1,3}\b)(?:\s*[,&–-]\s*\d{1,2}\b(?!\s+[A-Z]))*)"
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
    holder: str = ""
    """The archive or body that keeps or publishes a document."""
    helpers: str = ""
    """Who else has a part in it: interviewer, editor, translator."""

    @cached_property
    def helper_names(self) -> frozenset[str]:
        """Words of the helpers' names."""
        return name_words(self.helpers)

    @cached_property
    def holders(self) -> frozenset[str]:
        """Words of the holder's name that tell it from others, or the archive's acronym."""
        return frozenset({fold(self.repository)}) if self.repository else name_words(self.holder)

    @cached_property
    def repository(self) -> str | None:
        """Acronym of the archive that keeps it."""
        return repository_of(self.holder) or (self.address.repository if self.address else None)

    @cached_property
    def volumes(self) -> frozenset[int]:
        """The volumes that it is, or that are cited of it."""
        found = _VOLUMES.findall(self.text)
        return frozenset(read_number(n) for run in found for n in re.findall(r"\d+|[IVXLC]+", run))

    @cached_property
    def short_name(self) -> str:
        """The one word behind the last colon of a title that is a name of its own: ``The Report: Doklad``."""
        last = re.search(r":\s*([^\W\d_]{5,})(?=\s*(?:,|$))", self.title)
        return fold(last[1]) if last else ""

    @cached_property
    def names(self) -> frozenset[str]:
        """Words of the authors' names."""
        return name_words(self.author)

    @cached_property
    def series(self) -> frozenset[str]:
        """Acronyms of the series or archive it belongs to."""
        words = re.findall(r"\b[A-Z]{3,}\b", f"{self.container} {self.author}")
        if "Foreign Relations of the United States" in self.text:
            words.append("FRUS")
        return frozenset(map(fold, words))

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
        """Words of the title, folded, without its dates; of the author's name where it is but a date."""
        plain = folded_words(without_dates(self.title))
        if plain or not self.title:
            return plain
        return folded_words(self.author if self.days else self.title)

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


@lru_cache(maxsize=1 << 12)
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
    return frozenset(w for w in words if w not in STOP)


def telling(names: frozenset[str]) -> frozenset[str]:
    """Leave out the words that many bodies have in their names: institute, ministry, history."""
    return names - _BODY_WORDS


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
        citation.author if citation.is_body or has_repository(citation.author) else "",
    )


def works_of_entries(entries: Iterable[ListedEntry], keys: Mapping[int, str]) -> list[Work]:
    """Give the entries of a bibliography as works, under the ids that they have or get (by line)."""
    return [work_of_citation(entry.citation, keys[entry.line]) for entry in entries]


def work_of_source(key: str, source: Source) -> Work:
    """Give a source of the project as a work."""
    csl = source.csl or {}
    places = [str(csl.get(f, "")) for f in ("archive", "archive_location", "call-number", "page")]
    if csl.get("volume"):
        places.append(f"Vol. {csl['volume']}")
    issued = str(source.issued) if source.issued else ""
    days = {d for d in issued.split("/") if len(d) == 10}
    for found in find_dates(f"{source.title} {csl.get('archive_location', '')}"):
        days.update(part for part in found.edtf.split("/") if len(part) == 10 and "X" not in part)
    year = int(issued[:4]) if issued[:4].isdigit() else None
    series = str(csl.get("collection-title", ""))
    text = " ".join([*source.authors, source.title, source.container or "", series, *places])
    helpers = [
        " ".join(str(name.get(part, "")) for part in ("given", "family", "literal"))
        for role in ("interviewer", "editor", "translator", "container-author")
        for name in _names_of(csl.get(role))
    ]
    return Work(
        key,
        "; ".join(source.authors) or (source.archive or ""),
        source.title,
        source.container or "",
        year,
        frozenset(days),
        find_address(
            " ".join([source.archive or "", series, source.container or "", *places, str(year or "")])
        ),
        text,
        (str(csl["volume"]), str(csl["issue"])) if csl.get("volume") and csl.get("issue") else None,
        source.archive or next((author for author in source.authors if is_body(author)), ""),
        "; ".join(helpers),
    )


def _names_of(value: object) -> list[dict[str, object]]:
    return [name for name in value if isinstance(name, dict)] if isinstance(value, list) else []
