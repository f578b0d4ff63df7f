"""Short notes: family name, short title, place."""

import re

from argmap.citing.dates import in_words
from argmap.citing.draft import HEADS, headed_by, title_of
from argmap.citing.kinds import BARE, ITALIC, kind_of, sent
from argmap.citing.manual import CHICAGO_18, Manual
from argmap.citing.marked import OFF, ON, Marked, capital, close, in_note, italic, quoted
from argmap.citing.people import in_brief
from argmap.citing.places import Place
from argmap.citing.wording import headline
from argmap.citing.work import Work

_PAIRS = (("“", "”"), (ON, OFF), ("(", ")"), ("[", "]"))
_DOCUMENTS = frozenset({"document", "letter", "interview", "speech"})
"""Kinds whose titles are descriptions, where a colon begins no subtitle."""
_ARTICLE = re.compile(rf"^([“‘{ON}]?)(?:the|an?)\s+(?=\S)", re.IGNORECASE)


def short_note(
    work: Work,
    place: Place = Place(),  # noqa: B008  # frozen
    manual: Manual = CHICAGO_18,
    *,
    dated: bool = False,
) -> Marked:
    """Write a short note.

    Args:
        work: What is cited.
        place: Where in it.
        manual: The edition of the manual.
        dated: Whether a date tells it from another work of the same names and title.
    """
    kind = kind_of(work)
    date = in_words(work.issued) if work.issued else ""
    if kind == "letter" and (manner := sent(work)) is not None:
        names = f"{in_brief(work.authors, 2)} to {_received(work)}"
        text = in_note(names, date or manner or "message")
    else:
        named = title(work, kind) if work.text("title") else work.text("genre")
        is_dated = dated or kind == "periodical" or not work.text("title")
        text = in_note(_head(work, manual), named, date if is_dated else "")
    return Marked(close(capital(in_note(text, _where(work, kind, place), place.words)), "."))


def _received(work: Work) -> str:
    names = in_brief(work.names("recipient"), 2)
    return f"the {names[4:]}" if names.startswith("The ") else names


def _head(work: Work, manual: Manual) -> str:
    """Name those who head the citation by their family names; an unsigned article its newspaper."""
    persons, _ = headed_by(work, *(HEADS if kind_of(work) != "chapter" else ()))
    if persons and work.type != "treaty":
        return in_brief(persons, manual.names_in_note)
    container = work.text("container-title")
    if kind_of(work) == "newspaper":
        return italic(container)
    return container if kind_of(work) == "web" else ""


def title(work: Work, kind: str) -> str:
    """Give the short title: ``title-short``, else the main title without its article.

    Args:
        work: The work.
        kind: Its kind of citation, which decides between italics and quotation marks.
    """
    text = headline(work.text("title-short"), work.text("language"))
    if not text:
        is_document = kind in _DOCUMENTS or (kind == "report" and not work.text("publisher"))
        text = without_article(title_of(work)) if is_document else main_title(title_of(work))
    if kind in BARE:
        return text
    return italic(text) if kind in ITALIC else quoted(text)


def main_title(title: str) -> str:
    """Take subtitle and article off a title.

    Examples:
        >>> main_title("The Origins of the Korean War: Liberation"), main_title("A “B: C” D")
        ('Origins of the Korean War', '“B: C” D')
    """
    main = re.split(r"\s*:\s+|(?<=[?!])\s+(?=[A-Z“])|\s+[–—]\s+", title, maxsplit=1)[0]
    if not main or any(main.count(a) != main.count(b) for a, b in _PAIRS):
        main = title
    return without_article(main)


def without_article(title: str) -> str:
    """Take the article off the head of a title."""
    rest = _ARTICLE.sub(r"\1", title)
    return capital(rest) if rest else title


def _where(work: Work, kind: str, place: Place) -> str:
    """Say where in the work; a page of one volume of several goes with it: 7:157."""
    volume = (place.volume or work.text("volume")) if kind in ("book", "collection") else ""
    if not volume and place.volume != work.text("volume"):
        volume = place.volume
    if volume and place.pinpoint:
        sign = ":" if volume[:1].isalnum() and place.pinpoint[:1].isdigit() else ", "
        return f"{volume if sign == ':' else f'vol. {volume}'}{sign}{place.pinpoint}"
    return in_note(place.address, place.pinpoint or (f"vol. {volume}" if place.volume and volume else ""))
