"""The whole bibliography: sorted, repeated names as a dash, in groups if wanted."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.citing.chicago import entry
from argmap.citing.draft import HEADS, headed_by, heading_text
from argmap.citing.kinds import kind_of
from argmap.citing.manual import CHICAGO_18, Manual
from argmap.citing.marked import Marked
from argmap.citing.people import Person
from argmap.citing.work import Work

DASH = "———"
"""The 3-em dash for the names of the entry before."""
_ARTICLE = re.compile(r"^(?:the|an?)\s+")
_UNSORTED = re.compile(r"[^\w\s]|_")

GROUPS = (
    "Archival sources",
    "Published documents",
    "Newspapers and periodicals",
    "Interviews and speeches",
    "Literature",
)
_GROUP_OF = {
    "newspaper": 2,
    "periodical": 2,
    "interview": 3,
    "speech": 3,
    "legal": 1,
    "letter": 1,
    "document": 1,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a bibliography."""

    key: str
    """Id of the source."""
    text: Marked
    group: str = ""
    """The heading it stands under; empty where nothing is grouped."""


def bibliography(
    works: Iterable[Work], manual: Manual = CHICAGO_18, *, dashes: bool = True, grouped: bool = False
) -> list[Listed]:
    """Write a bibliography, sorted by names, then title, then date.

    Args:
        works: The works.
        manual: The edition of the manual.
        dashes: Whether names that repeat those of the entry before become a dash.
        grouped: Whether primary sources stand apart, by kind.
    """
    ordered = sorted(works, key=lambda work: (group_of(work) if grouped else 0, *sort_key(work)))
    return list(_listed(ordered, manual, dashes=dashes, grouped=grouped))


def _listed(works: list[Work], manual: Manual, *, dashes: bool, grouped: bool) -> Iterator[Listed]:
    before: tuple[tuple[Person, ...], str] = ((), "")
    for work in works:
        group = GROUPS[group_of(work)] if grouped else ""
        text = entry(work, manual)
        persons = _heads(work)
        if dashes and persons and before == (persons, group):
            head = heading_text(persons, "author", manual, is_note=False)
            text = _dashed(text, head)
        before = (persons, group)
        yield Listed(work.key, text, group)


def _dashed(text: Marked, head: str) -> Marked:
    """Put the dash in place of the names; the mark that ended them stays."""
    if not text.source.startswith(head):
        return text
    rest = text.source[len(head) :]
    return Marked(f"{DASH}{'.' if head.endswith('.') and not rest.startswith((',', '.')) else ''}{rest}")


def _heads(work: Work) -> tuple[Person, ...]:
    """Find those under whose names a work is listed."""
    kind = kind_of(work)
    if kind == "legal":
        return ()
    return headed_by(work, *(HEADS if kind in ("book", "report", "media", "collection") else ()))[0]


def sort_key(work: Work) -> tuple[object, ...]:
    """Give what a work is sorted by: names, title, date, id."""
    persons = _heads(work)
    title = folded(work.text("title"))
    names = tuple((folded(family), folded(given)) for family, given in (person.key for person in persons))
    container = folded(work.text("container-title")) if kind_of(work) == "newspaper" else ""
    first = names or (((container or title), ""),)
    dated = work.issued.sort_key() if work.issued else (float("inf"), float("inf"), "")
    return first, title, dated, work.key


def folded(text: str) -> str:
    """Fold a text for sorting: no accents, no marks, no article at its head.

    Examples:
        >>> folded("The “Übergang”, 1950")
        'ubergang 1950'
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = _UNSORTED.sub("", "".join(c for c in letters if not unicodedata.combining(c)))
    return _ARTICLE.sub("", " ".join(plain.split()))


def group_of(work: Work) -> int:
    """Tell the place in `GROUPS` of a work."""
    if work.is_archival:
        return 0
    if work.is_frus_volume:
        return 1
    return _GROUP_OF.get(kind_of(work), len(GROUPS) - 1)
