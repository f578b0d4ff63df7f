"""A full citation in the making: what both voices share, said in one of them."""

import re

from argmap.citing.dates import in_words
from argmap.citing.manual import Manual, Voice
from argmap.citing.marked import Marked, capital, close, in_entry, in_note, italic
from argmap.citing.people import Person, as_heading, in_full, in_phrase
from argmap.citing.places import Place
from argmap.citing.wording import edition, headline, plain
from argmap.citing.work import Work

_ROLES = {
    "editor": ("ed.", "edited by"),
    "translator": ("trans.", "translated by"),
    "compiler": ("comp.", "compiled by"),
    "collection-editor": ("ser. ed.", "series edited by"),
    "illustrator": ("illus.", "illustrated by"),
    "interviewer": ("interview by", "interview by"),
    "director": ("directed by", "directed by"),
    "container-author": ("by", "by"),
}
"""Role to the words before the names, in a note and in an entry."""
_LABELS = {
    "editor": ("ed.", "eds."),
    "translator": ("trans.", "trans."),
    "compiler": ("comp.", "comps."),
    "collection-editor": ("ed.", "eds."),
    "director": ("dir.", "dirs."),
}
"""Role to the words after names that head a citation, for one and for more."""
_YEARS = re.compile(r"(?<![\d-])(\d{4})-(?=\d{2}(?:\d\d)?(?![\d-]))")
HEADS = ("editor", "compiler", "collection-editor", "translator")
"""Who heads a citation where there is no author, the first found."""


class Draft:
    """The text so far, and the ways to go on."""

    def __init__(self, work: Work, manual: Manual, voice: Voice, place: Place) -> None:
        """Begin with nothing.

        Args:
            work: What is cited.
            manual: The edition of the manual.
            voice: Note or entry.
            place: Where in the work; an entry leaves it out.
        """
        self.work = work
        self.manual = manual
        self.is_note = voice is Voice.NOTE
        self.place = place if self.is_note else Place()
        self.head = ""
        """The role of those who head the citation: ``author``, ``editor`` …"""
        self.text = ""

    def add(self, *parts: str) -> None:
        """Go on with further parts, each a part of its own."""
        self.text = in_note(self.text, *parts) if self.is_note else in_entry(self.text, *parts)

    def along(self, *parts: str) -> None:
        """Go on within the part at hand: a comma in either voice."""
        self.text = in_note(self.text, *parts)

    def join(self, text: str) -> None:
        """Go on after a blank."""
        self.text = f"{self.text} {text}" if self.text else text

    def heading(self, *roles: str) -> None:
        """Name those who head the citation: its authors, else the first of these roles that is filled."""
        persons, self.head = headed_by(self.work, *roles)
        if persons:
            self.add(heading_text(persons, self.head, self.manual, is_note=self.is_note))

    def persons(self, persons: tuple[Person, ...]) -> str:
        """Name persons in reading order."""
        if self.is_note:
            return in_phrase(persons, self.manual.names_in_note, 1)
        return in_phrase(persons, self.manual.names_in_entry, self.manual.first_in_entry)

    def role(self, role: str) -> str:
        """Name those in a role, unless they head the citation."""
        persons = self.work.names(role) if role != self.head else ()
        if not persons:
            return ""
        return f"{_ROLES[role][0 if self.is_note else 1]} {self.persons(persons)}"

    def title(self) -> str:
        """Give the title, capitalised where it is English."""
        return title_of(self.work)

    def container(self) -> str:
        """Give the title of the whole that the work stands in, in italics."""
        return italic(headline(self.work.text("container-title"), self.work.text("language")))

    def edition(self) -> str:
        """Give the edition."""
        text = self.work.text("edition")
        return edition(text) if text else ""

    def volume(self) -> str:
        """Give the volume with its title, or the number of volumes."""
        work = self.work
        if not (volume := work.text("volume")):
            count = work.text("number-of-volumes")
            return f"{count} vols." if count and not self.place.volume else ""
        label = "vols." if any(mark in volume for mark in "-–,") else "vol."
        named = volume if volume[:3].lower() == "vol" else f"{label} {volume}"
        part = f"pt. {work.text('part-number')}" if work.text("part-number") else ""
        whole = headline(work.text("volume-title") or work.text("part-title"), work.text("language"))
        return in_note(named, part, italic(whole))

    def series(self) -> str:
        """Give the series with the number in it."""
        name = headline(self.work.text("collection-title"), self.work.text("language"))
        number = self.work.text("collection-number")
        return f"{name} {number}" if name and number else name

    def publisher(self) -> str:
        """Name the publisher, after the place where the manual wants it."""
        place, publisher = self.work.text("publisher-place"), self.work.text("publisher")
        if self.manual.has_place and place and publisher:
            return f"{place}: {publisher}"
        return publisher or place

    def imprint(self, *before: str, year_only: bool = True) -> None:
        """Give publisher and year, in brackets in a note.

        Args:
            *before: What comes before them.
            year_only: Whether month and day are left out.
        """
        work = self.work
        first = work.date("original-date")
        earlier, reprint = (in_words(first, year_only=True), self.edition()) if first else ("", "")
        facts = in_note(*before, reprint, self.publisher(), in_words(work.issued, year_only=year_only))
        original = italic(headline(work.text("original-title"), "xx"))
        if not self.is_note:
            self.add(earlier, facts, f"originally published as {original}" if original else "")
            return
        facts = f"{earlier}; {facts}" if earlier else facts
        facts = f"{facts}; originally published as {original}" if original else facts
        self.join(f"({facts})")

    def number(self, label: str = "") -> str:
        """Give the number of a document or report, after a label: "no." unless it is a name of its own."""
        number = self.work.text("number")
        if not number:
            return label
        if number[0].isdigit():
            number = f"no. {number}"
        return f"{label} {number}".strip()

    def pin(self) -> None:
        """Say where in the work, in a note."""
        place = self.place
        if place.volume and not self.work.text("volume"):
            volume = place.volume if place.pinpoint[:1].isdigit() else f"vol. {place.volume}"
            sign = ":" if place.pinpoint[:1].isdigit() else ", "
            self.along(f"{volume}{sign}{place.pinpoint}" if place.pinpoint else volume)
        else:
            self.along(place.pinpoint)
        self.along(place.words)

    def archive(self, *, pinned: bool = False) -> None:
        """Say where the document lies, from the shelf mark to the city.

        Args:
            pinned: Whether the place in the document has been told already.
        """
        work, place = self.work, self.place
        address = place.address or work.text("archive_location")
        if not pinned:
            pages = place.pinpoint
            if address and pages[:1].isdigit():
                pages = f"{'pp.' if any(mark in pages for mark in '–,') else 'p.'} {pages}"
            address = in_note(address, pages, place.words)
        self.add(address)
        name, city = work.text("archive"), work.text("archive-place")
        if name in (place.address or work.text("archive_location")).split(", "):
            name = ""  # the record group alone stands for the archive
        self.add(work.text("archive_collection"))
        self.add(in_note(name, city if city and city not in name else ""))

    def address(self) -> None:
        """Give the day of access, where the work has no date, and the DOI or address."""
        work = self.work
        accessed = work.date("accessed") if work.issued is None else None
        link = link_of(work)
        self.add(f"accessed {in_words(accessed)}" if accessed and link else "")
        if link:
            # an address keeps its small letter at the head of a part
            self.text = f"{close(self.text, ',' if self.is_note else '.')} {link}" if self.text else link

    def finish(self) -> Marked:
        """End with a full stop."""
        text = self.text if self.is_note else capital(self.text)
        return Marked(close(text, "."))


def title_of(work: Work) -> str:
    """Give the title of a work, capitalised where it is English and not a document's."""
    title = _YEARS.sub(r"\1–", work.text("title").replace(" : ", ": "))
    return title if work.is_archival else headline(title, work.text("language"))


def link_of(work: Work) -> str:
    """Give the DOI as an address, or the address."""
    doi = plain(work.item.get("DOI"))
    if doi:
        return doi if doi.lower().startswith("http") else f"https://doi.org/{doi.removeprefix('doi:')}"
    return plain(work.item.get("URL"))


def headed_by(work: Work, *roles: str) -> tuple[tuple[Person, ...], str]:
    """Find those who head a citation, and their role; nobody and nothing where nobody does."""
    if work.authors:
        return work.authors, "author"
    return next(((found, role) for role in roles if (found := work.names(role))), ((), ""))


def heading_text(persons: tuple[Person, ...], role: str, manual: Manual, *, is_note: bool) -> str:
    """Write the head of a citation."""
    if is_note:
        names = in_full(persons, manual.names_in_note, 1)
    else:
        names = as_heading(persons, manual.names_in_entry, manual.first_in_entry)
    return in_note(names, _LABELS.get(role, ("", ""))[len(persons) > 1])
