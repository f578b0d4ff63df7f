"""What kind of citation a work takes."""

import re

from argmap.citing.work import Work

_KINDS = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "newspaper",
    "article-newspaper": "newspaper",
    "bill": "legal",
    "book": "book",
    "broadcast": "media",
    "chapter": "chapter",
    "classic": "book",
    "collection": "collection",
    "dataset": "media",
    "document": "document",
    "entry": "chapter",
    "entry-dictionary": "chapter",
    "entry-encyclopedia": "chapter",
    "figure": "document",
    "graphic": "media",
    "hearing": "legal",
    "interview": "interview",
    "legal_case": "legal",
    "legislation": "legal",
    "manuscript": "document",
    "map": "media",
    "motion_picture": "media",
    "musical_score": "media",
    "pamphlet": "book",
    "paper-conference": "paper",
    "patent": "report",
    "performance": "media",
    "periodical": "periodical",
    "personal_communication": "letter",
    "post": "web",
    "post-weblog": "web",
    "regulation": "legal",
    "report": "report",
    "review": "article",
    "review-book": "article",
    "software": "media",
    "song": "media",
    "speech": "speech",
    "standard": "report",
    "thesis": "thesis",
    "treaty": "legal",
    "webpage": "web",
}
ITALIC = frozenset({"book", "report", "media", "periodical"})
"""Kinds whose titles are set in italics."""
BARE = frozenset({"collection", "legal"})
"""Kinds whose titles stand bare; those of all others are set in quotation marks."""

_SENT = re.compile(
    r"\b(telegram|cable|cablegram|letter|message|radiogram|memorandum|dispatch|despatch|note)\b", re.I
)
_MANNER = frozenset(
    "secret top ciphered cipher coded encoded encrypted emergency urgent oral personal private open".split()
)
_FILLING = frozenset("the a an from to of by sent no number on and reply in dated with".split())
_NUMBER = re.compile(r"\b(?:no|nr|number)\.?\s*([\w/-]*\d[\w/-]*)", re.I)
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", re.I)
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def kind_of(work: Work) -> str:
    """Tell the kind of citation.

    A report that lies in an archive and that nobody published, or that stands in a collection of
    documents, is a document; a collection that was published is a book; a conference paper that was
    published is a chapter.
    """
    kind = _KINDS.get(work.type, "document")
    if kind == "report" and (work.is_archival or work.text("container-title")):
        return "document"
    if kind == "collection" and (work.text("publisher") or work.text("volume") or work.is_frus_volume):
        return "book"
    if kind == "paper" and work.text("container-title"):
        return "chapter"
    if kind == "chapter" and not work.text("container-title"):
        return "document"
    return kind


def sent(work: Work) -> str | None:
    """Tell how a letter was sent ("secret telegram"), if its title says no more than that and between whom.

    Returns:
        The words, perhaps none; None where the title is one of its own or nobody received it.
    """
    recipients = work.names("recipient")
    if not (recipients and work.authors):
        return None
    title, names = work.text("title"), " ".join(p.straight for p in (*work.authors, *recipients))
    number = _NUMBER.search(title)
    dated = {part.lstrip("0") for part in re.findall(r"\d+", work.issued.text if work.issued else "")}
    known = set(_WORDS.findall(names.lower())) | _FILLING | _MANNER | dated
    words = _WORDS.findall(_NUMBER.sub("", title))
    rest = [w for w in words if w.lower().removesuffix("’s") not in known and not _MONTH.fullmatch(w)]
    if any(not _SENT.fullmatch(word) for word in rest):
        return None
    manner = [word.lower() for word in words if word.lower() in _MANNER]
    said = work.text("genre") or " ".join((*manner, *(word.lower() for word in rest[:1])))
    return f"{said} no. {number[1]}".strip() if number and not work.text("number") else said
