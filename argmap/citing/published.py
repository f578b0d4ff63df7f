"""Citations of what was published: books, articles, theses, reports, pages."""

import re

from argmap.citing.dates import in_words
from argmap.citing.draft import HEADS, Draft
from argmap.citing.marked import in_note, italic, quoted
from argmap.citing.wording import headline, pages


def book(draft: Draft) -> None:
    """Write a book, with its editors, edition, volumes and series."""
    work = draft.work
    draft.heading(*HEADS)
    draft.add(italic(draft.title()))
    draft.add(draft.role("editor"), draft.role("translator"), draft.role("compiler"))
    draft.add("" if work.date("original-date") else draft.edition())
    draft.add(draft.volume(), draft.series())
    draft.imprint()
    draft.pin()
    if work.text("archive_location"):
        draft.archive(pinned=True)
    draft.address()


def chapter(draft: Draft) -> None:
    """Write a chapter in a book."""
    work = draft.work
    draft.heading()
    draft.add(quoted(draft.title()))
    draft.add(f"in {draft.container()}")
    draft.along(draft.role("container-author"), draft.edition(), draft.volume())
    draft.along(draft.role("editor"), draft.role("translator"))
    told = pages(work.text("page")) if draft.manual.has_chapter_pages else ""
    if told and not draft.is_note:
        draft.along(told)
    draft.add(draft.series())
    draft.imprint()
    if told and draft.is_note and not draft.place.pinpoint:
        draft.along(told)
    draft.pin()
    draft.address()


def article(draft: Draft) -> None:
    """Write an article in a journal, or a review."""
    draft.heading()
    draft.add(quoted(draft.title()), _review_of(draft), draft.role("translator"))
    issue(draft)
    draft.address()


def _review_of(draft: Draft) -> str:
    work = draft.work
    reviewed = headline(work.text("reviewed-title"), work.text("language"))
    authors = draft.persons(work.names("reviewed-author"))
    if not reviewed:
        return "review" if work.type.startswith("review") and not work.text("title") else ""
    return in_note(f"review of {italic(reviewed)}", f"by {authors}" if authors else "")


def issue(draft: Draft) -> None:
    """Name the journal with volume, issue, date and pages."""
    work, place = draft.work, draft.place
    volume, number = work.text("volume"), work.text("issue")
    located = place.pinpoint or ("" if place.words else pages(work.text("page")))
    draft.add(draft.container())
    if city := work.text("publisher-place"):
        draft.join(f"({city})")
    if not (volume or number):
        draft.along(in_words(work.issued), located, place.words)
        return
    is_short = bool(volume and number) and not draft.manual.has_month_of_issue
    _numbered(draft, _without_day(in_words(work.issued, year_only=is_short)))
    draft.text = in_note(f"{draft.text}: {located}" if located else draft.text, place.words)


def _is_several(number: str) -> bool:
    return "," in number or bool(re.fullmatch(r"\d+\s*[-–/]\s*\d+", number))


def _without_day(words: str) -> str:
    """Take the days off a date in words: an issue is told by its month."""
    month, comma, year = words.rpartition(", ")
    return f"{month.rstrip('0123456789–').rstrip()} {year}" if comma and "–" not in month else words


def newspaper(draft: Draft) -> None:
    """Write an article in a newspaper or magazine."""
    work = draft.work
    city = work.text("publisher-place")
    paper = f"{draft.container()} ({city})" if city else draft.container()
    if work.authors or draft.is_note:
        draft.heading()
        draft.add(quoted(draft.title()), draft.role("translator"))
        draft.add(paper)
        draft.along(in_words(work.issued))
    else:
        draft.add(paper, quoted(draft.title()), in_words(work.issued))
    issue = draft.edition().replace(" ed.", " edition")
    section = work.text("section")
    draft.along(issue, section if not section[:1].isdigit() else f"sec. {section}")
    draft.pin()
    draft.address()


def periodical(draft: Draft) -> None:
    """Write a whole issue of a periodical."""
    work = draft.work
    draft.heading()
    draft.add(italic(draft.title()))
    _numbered(draft, in_words(work.issued) if work.issued else "")
    if draft.place.pinpoint or draft.place.words:
        draft.pin()
    else:
        draft.along(pages(work.text("page")))
    draft.address()


def _numbered(draft: Draft, date: str) -> None:
    """Give volume, issue and date after the title of a periodical."""
    volume, number = draft.work.text("volume"), draft.work.text("issue")
    if not (volume or number):
        draft.add(date)
        return
    if volume:
        draft.join(volume)
    if number:
        draft.along(f"{'nos.' if _is_several(number) else 'no.'} {pages(number)}")
    if date:
        draft.join(f"({date})")


_DEGREES = (
    ("ph", "PhD diss."),
    ("doctor", "PhD diss."),
    ("dphil", "DPhil diss."),
    ("dissertation", "PhD diss."),
    ("master", "master’s thesis"),
    ("m.a", "master’s thesis"),
    ("ma ", "master’s thesis"),
    ("mphil", "MPhil thesis"),
    ("bachelor", "bachelor’s thesis"),
)


def degree(genre: str) -> str:
    """Name the kind of thesis.

    Examples:
        >>> degree("Doctoral dissertation"), degree("habilitation"), degree("")
        ('PhD diss.', 'habilitation', 'thesis')
    """
    if genre.endswith("diss."):
        return genre
    known = (words for start, words in _DEGREES if f"{genre} ".lower().startswith(start))
    return next(known, genre or "thesis")


def thesis(draft: Draft) -> None:
    """Write a thesis."""
    work = draft.work
    draft.heading()
    draft.add(quoted(draft.title()))
    facts = in_note(degree(work.text("genre")), work.text("publisher"), in_words(work.issued, year_only=True))
    if draft.is_note:
        draft.join(f"({facts})")
    else:
        draft.add(facts)
    draft.pin()
    draft.archive(pinned=True)
    draft.address()


def report(draft: Draft) -> None:
    """Write a published report."""
    work = draft.work
    draft.heading(*HEADS)
    draft.add(italic(draft.title()))
    draft.add(draft.role("editor"), draft.role("translator"), draft.edition(), draft.volume())
    draft.add(draft.number(work.text("genre")), draft.series())
    draft.imprint(year_only=bool(work.text("publisher")))
    draft.pin()
    draft.archive(pinned=True)
    draft.address()


def web(draft: Draft) -> None:
    """Write a page of a website."""
    work = draft.work
    site = work.text("container-title")
    site = italic(site) if work.type != "webpage" else site
    publisher = work.text("publisher")
    date = in_words(work.issued) if work.issued else ""
    if work.authors or draft.is_note or not site:
        draft.heading("editor")
        draft.add(quoted(draft.title()), in_note(site, publisher if publisher != site else "", date))
    else:
        draft.add(site, quoted(draft.title()), in_note(publisher if publisher != site else "", date))
    draft.pin()
    draft.archive(pinned=True)
    draft.address()


def paper(draft: Draft) -> None:
    """Write a paper given at a conference."""
    work = draft.work
    draft.heading()
    event = work.text("event-title") or work.text("event")
    given = f"paper presented at {event}" if event else work.text("genre") or "conference paper"
    draft.add(quoted(draft.title()), in_note(given, work.text("event-place")))
    draft.add(in_words(work.issued))
    draft.archive()
    draft.address()


def media(draft: Draft) -> None:
    """Write a film, map, recording, program."""
    work = draft.work
    draft.heading(*HEADS, *(() if draft.is_note else ("director",)))
    draft.add(italic(draft.title()), draft.role("director"), work.text("genre"))
    draft.add(draft.edition(), draft.series())
    draft.imprint()
    draft.pin()
    draft.archive(pinned=True)
    draft.address()
