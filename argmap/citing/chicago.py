"""Full notes and entries of a bibliography in Chicago style, kind by kind."""

from argmap.citing import documents, published
from argmap.citing.draft import Draft
from argmap.citing.kinds import kind_of
from argmap.citing.manual import CHICAGO_18, Manual, Voice
from argmap.citing.marked import Marked
from argmap.citing.places import Place
from argmap.citing.work import Work


def note(work: Work, place: Place = Place(), manual: Manual = CHICAGO_18) -> Marked:  # noqa: B008  # frozen
    """Write a full note.

    Args:
        work: What is cited.
        place: Where in it.
        manual: The edition of the manual.
    """
    return _written(Draft(work, manual, Voice.NOTE, place))


def entry(work: Work, manual: Manual = CHICAGO_18) -> Marked:
    """Write the entry of a bibliography."""
    return _written(Draft(work, manual, Voice.ENTRY, Place()))


def _written(draft: Draft) -> Marked:
    _RECIPES[kind_of(draft.work)](draft)
    return draft.finish()


_RECIPES = {
    "article": published.article,
    "book": published.book,
    "chapter": published.chapter,
    "collection": documents.collection,
    "document": documents.document,
    "interview": documents.interview,
    "legal": documents.legal,
    "letter": documents.letter,
    "media": published.media,
    "newspaper": published.newspaper,
    "paper": published.paper,
    "periodical": published.periodical,
    "report": published.report,
    "speech": documents.speech,
    "thesis": published.thesis,
    "web": published.web,
}
"""Kind of citation to what writes it."""
