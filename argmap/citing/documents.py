"""Citations of documents: what lies in archives, was sent, said, signed."""

from argmap.citing.dates import in_words
from argmap.citing.draft import HEADS, Draft
from argmap.citing.kinds import sent
from argmap.citing.marked import in_note, quoted
from argmap.citing.published import issue
from argmap.citing.work import Work


def document(draft: Draft) -> None:
    """Write a document, from its title to the archive."""
    work = draft.work
    draft.heading("editor", "compiler")
    draft.add(quoted(draft.title()))
    told = ("genre", "archive", "publisher", "container-title", "number")
    is_loose = not any(work.text(name) for name in told)
    genre = "unpublished manuscript" if work.type == "manuscript" and is_loose else work.text("genre")
    draft.add(draft.number(genre), work.text("event-place"))
    _dated_in(draft)


def _dated_in(draft: Draft) -> None:
    """Give the date of a document, the work that prints it, and the archive that keeps it."""
    work = draft.work
    publisher, date = draft.publisher() if work.text("publisher") else "", in_words(work.issued)
    if not publisher:
        draft.add(date)
    _printed_in(draft)
    if publisher:
        draft.add(in_note(publisher, date))
    draft.archive()
    draft.address()


def _printed_in(draft: Draft) -> None:
    if draft.work.text("container-title"):
        draft.add(f"in {draft.container()}")
        draft.along(draft.edition(), draft.volume(), draft.role("container-author"), draft.role("editor"))
        number = draft.work.text("issue")
        draft.along(f"no. {number}" if number else "")


def letter(draft: Draft) -> None:
    """Write a letter or telegram, from sender to receiver."""
    work = draft.work
    recipients = draft.persons(work.names("recipient"))
    manner = sent(work)
    draft.heading()
    if manner is None:
        genre = work.text("genre")
        draft.add(quoted(draft.title()), f"{genre} to {recipients}".strip() if recipients else genre)
    elif draft.is_note:
        draft.join(f"to {recipients}")
        draft.add("" if manner == "letter" else draft.number(manner))
    else:
        draft.add(f"{draft.number(manner) or 'message'} to {recipients}")
    _dated_in(draft)


def interview(draft: Draft) -> None:
    """Write an interview."""
    work = draft.work
    draft.heading()
    draft.add(quoted(draft.title()), draft.role("interviewer") or work.text("genre") or "interview")
    if work.text("container-title"):
        issue(draft)
    else:
        draft.add(in_note(work.text("publisher"), in_words(work.issued)))
    draft.archive(pinned=bool(work.text("container-title")))
    draft.address()


def speech(draft: Draft) -> None:
    """Write a speech."""
    work = draft.work
    draft.heading()
    event = work.text("event-title") or work.text("event")
    draft.add(quoted(draft.title()), work.text("genre"))
    draft.add(in_note(event, work.text("event-place"), "" if _is_printed(work) else in_words(work.issued)))
    if _is_printed(work):
        _dated_in(draft)
    else:
        draft.archive()
        draft.address()


def _is_printed(work: Work) -> bool:
    return bool(work.text("container-title"))


def collection(draft: Draft) -> None:
    """Write a collection of papers that nobody published."""
    draft.heading(*HEADS)
    draft.add(draft.title(), draft.series(), in_words(draft.work.issued) if draft.work.issued else "")
    draft.archive()
    draft.address()


def legal(draft: Draft) -> None:
    """Laws, cases and treaties: title, parties, date, and volume, series and page of where they stand."""
    work = draft.work
    title, parties = draft.title(), work.authors if work.type == "treaty" else ()
    reported = " ".join(filter(None, map(work.text, ("volume", "container-title", "page"))))
    court = work.text("authority")
    dated = in_words(work.issued) if work.issued else ""
    if work.type == "legal_case":
        draft.add(in_note(title, work.text("number"), reported))
        draft.join(f"({f'{court} {in_words(work.issued, year_only=True)}'.strip()})")
    else:
        between = "–".join(party.straight for party in parties)
        draft.add(in_note(title, between, work.text("number"), dated, reported))
    if draft.place.pinpoint:
        draft.along(f"at {draft.place.pinpoint}")
    draft.archive(pinned=True)
    draft.address()
