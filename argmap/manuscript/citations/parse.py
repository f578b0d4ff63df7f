"""One citation to its fields: who, what, in what, when, where.

A title stands in italics or in quotation marks; what stands before it is who made it, what follows is
where it appeared. Notes on documents often have neither: then the words before the date are the title.
"""

import re
from dataclasses import dataclass

from argmap.manuscript.citations.archive import Address, find_address, has_repository
from argmap.manuscript.citations.imprint import (
    PAGES,
    YEAR,
    author_date,
    find_back,
    find_imprint,
    find_journal,
    find_pages,
    find_year,
    last_number,
    without_comment,
    without_pages,
)
from argmap.manuscript.dates import FoundDate, find_dates

_TITLED = re.compile(
    r"\*(?P<italic>[^*]{2,600}?)\*|“(?P<curly>[^”\"]{2,600}?)[”\"]|\"(?P<straight>[^\"”]{2,600}?)[\"”]"
    r"|(?<!\w)[‘'](?P<single>[^‘’']{5,400}(?:['’]\w[^‘’']{0,400}){0,8})[’'](?!\w)|„(?P<german>[^“”]{2,600}?)[“”]|«(?P<french>[^»]{2,600}?)»"
)
IBID = re.compile(
    r"^\W*(?:(?:see|cf\.?|vgl\.?|siehe|s\.)(?:\s+(?:also|auch))?\s+)?(?:ibid(?:em)?|ebd|ebenda|id(?:em)?|derselbe|ders|a\.\s?a\.\s?O)\b\.?\W*",
    re.IGNORECASE,
)
OP_CIT = re.compile(r"\b(?:op\.?\s?cit|loc\.?\s?cit|art\.?\s?cit|wie\s+anm|supra)\b\.?", re.IGNORECASE)
SIGNAL = re.compile(
    r"^(?:(?:on|for|zu[mr]?)\s(?-i:[^.;*“\"A-Z]{3,60}?),?\s(?=(?:see|siehe|vgl\.)\s)"
    r"|for\s(?-i:[a-z ]{3,50}),\s(?=(?-i:[A-ZÀ-Þ])))?"
    r"(?:(?:but\s+)?(?:see|cf\.?|compare|contrast|quoted in|cited in|vgl\.|siehe|voir)"
    r"(?:,?\s+(?:also|auch|aussi))?"
    r"(?:,?\s+(?:e\.g\.|for example|for instance|generally|further|dazu|hierzu|etwa|z\.\s?B\.))?[,:]?\s+"
    r"(?:(?:the\s+)?(?:discussion|account|analysis|summary|treatment)s?\s+(?:in|by|of)\s+)?)?",
    re.IGNORECASE,
)
_IMPRINT = re.compile(rf"\s*\([^()\d]*(?::\s[^()\d]*,?|[^\W\d_],)\s+{YEAR}\)")
_VOLUME = re.compile(r"\b(?:Vol(?:ume|\.)?|Bd\.|Tom)\s*([IVXLC]+|\d+)\b", re.IGNORECASE)
_VOLUME_PIECE = re.compile(r"(?:Vol(?:ume|\.)?|Bd\.?|Tom)\s*(?:[IVXLC]+|\d+)\.?", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:no|nr|issue|heft)\.?\s*(\d+[-/–]?\d*)\b", re.IGNORECASE)
_URL = re.compile(r"<?(https?://[^\s<>]+)>?")
_VERSION = re.compile(r"\(\s*(?:Korean|English|Russian|Chinese|Japanese|German|French) version\s*\)", re.I)
_BODY = re.compile(
    r"\b(?:institute|institut|ministry|department|committee|bureau|board|cent(?:re|er)|council|agency|office|"
    r"university|archives?|library|commission|party|government|association|society|army|team|news|"
    r"academy|press|headquarters|hq|editorial|akademiya|united nations|daily|times|newspaper)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\((?:eds?|trans|translat\w*|hrsg|hg)\b|\b(?:eds?|trans|hrsg)\.", re.IGNORECASE)
_PHRASE = re.compile(r"\b(?:by|from|to|on|between|about|in the)\b", re.IGNORECASE)
_PARTICLES = frozenset(
    """
    and van von de der den la le du di da et al und
    """.split()
)
DOCUMENT = re.compile(
    r"(?:the |an? )?(?:(?:top )?secret |cipher\w* |oral )*"
    r"(?:telegram|report|letter|record|order|memo\w*|directive|message|minutes|conversation|interview)s?\b",
    re.IGNORECASE,
)
"""How a title that describes a document begins."""
_ADDRESS_PART = re.compile(
    r"(?:Fond|Font|F|Opis|Opic|Op|OP|Papka|P|Delo|D|Listy?|LL?)(?![a-zA-Z])['’.]*\s*[\w–/-]*$"
    r"|(?i:box|sec|section|folder|item|RG|record group)\b\.?\s*[\w/-]*$"
)
_NUMBERED = re.compile(r"\d\W{0,3}(?:ff?)?\W*$")
"""A number at the very end: a page, whatever stands before."""
_ACRONYM = re.compile(r"^[A-Z][A-Za-z]?[A-Z][A-Z.]*$")
_LISTED = re.compile(r"\s*(?:,|&|and|,\s*and)\s*")
"""What stands between two days of one list."""


@dataclass(frozen=True, slots=True)
class ParsedCitation:
    """A citation in its fields."""

    text: str
    form: str
    """``full``, ``short``, ``ibid``, ``op-cit``, or ``comment`` where a note only says something."""
    author: str = ""
    """As printed before the title."""
    title: str = ""
    marked: str = ""
    """How the title is marked: ``italic``, ``quoted`` or nothing."""
    container: str = ""
    """A second title in italics: the journal, newspaper or book it stands in."""
    dates: tuple[FoundDate, ...] = ()
    year: int | None = None
    """Year of publication, or of the document."""
    pages: str | None = None
    place: str | None = None
    publisher: str | None = None
    volume: str | None = None
    issue: str | None = None
    address: Address | None = None
    url: str | None = None
    tail: str = ""
    """What follows an Ibid."""
    back: int | None = None
    """Number of the note that it points back to."""

    @property
    def days(self) -> frozenset[str]:
        """The very days that it names; in a list of days the year behind the last is that of each."""
        found: set[str] = set()
        year, after = "", -1
        for date in reversed(self.dates):
            edtf = date.edtf
            if edtf.startswith("XXXX-") and year and _LISTED.fullmatch(self.text[date.end : after]):
                edtf = year + edtf[4:]
            found.update(part for part in edtf.split("/") if len(part) == 10 and "X" not in part)
            year, after = edtf[:4] if edtf[:4].isdigit() else "", date.start
        return frozenset(found)

    @property
    def has_imprint(self) -> bool:
        """Whether it tells place, publisher, year, journal or archive: more than a short title."""
        return bool(self.publisher or self.container or self.address or self.year or self.url or self.dates)

    @property
    def is_body(self) -> bool:
        """Whether its author is an institution."""
        return is_body(self.author)


def is_body(author: str) -> bool:
    """Tell an institution from a person."""
    first = author.strip().split(",")[0]
    return bool(_BODY.search(author)) or bool(_ACRONYM.match(first))


def is_comment(citation: ParsedCitation) -> bool:
    """Tell a remark of the author's from a citation: words in running text, and nothing that tells a work."""
    words = re.findall(r"[^\W\d_]+", citation.text)
    plain = sum(word.islower() for word in words)
    told = (
        citation.pages or citation.has_imprint or citation.back is not None or _NUMBERED.search(citation.text)
    )
    if told or DOCUMENT.match(citation.title) or len(words) <= 3 or plain * 2 <= len(words):
        return False
    before = citation.text.partition(citation.title)[0] if citation.marked else citation.text
    running = len(words) > 12 and sum(word.islower() for word in before.split()) > 5
    return running or not (citation.marked or citation.author)


def parse_citation(text: str) -> ParsedCitation:
    """Take a citation apart.

    Examples:
        >>> c = parse_citation("Erik Van Ree, *Socialism in One Zone*, Oxford: Berg, 1989, pp.95-97.")
        >>> c.author, c.title, c.publisher, c.year, c.pages, c.form
        ('Erik Van Ree', 'Socialism in One Zone', 'Berg', 1989, '95-97', 'full')
        >>> parse_citation("Ree, *Socialism*, p.119").form, parse_citation("*Ibid.*, p. 4").pages
        ('short', '4')
    """
    whole = " ".join(text.split())
    ibid = IBID.match(whole.replace("*", "", 2) if whole.startswith("*") else whole)
    if ibid:
        tail = whole.replace("*", "", 2)[ibid.end() :] if whole.startswith("*") else whole[ibid.end() :]
        return _ibid(whole, tail)
    back, bare = find_back(SIGNAL.sub("", without_comment(whole)))
    url = _URL.search(bare)
    clean = _VERSION.sub("", _URL.sub("", bare)).strip()
    titles = [t for t in _TITLED.finditer(clean) if not OP_CIT.search(t[0])]
    dated = author_date(clean) if not titles else None
    fields = _around_titles(clean, titles) if titles else _untitled(clean, dated)
    author, title, marked, container, rest = fields
    journal = find_journal(rest) if (marked == "quoted" and not container) or dated else None
    imprint = find_imprint(rest)
    volume, issue = _VOLUME.search(rest), _ISSUE.search(rest)
    plain = clean
    if titles and titles[0][0][-2:-1] in (",", ".") and re.fullmatch(r"\s*\d{1,4}(?:[-–]\d+)?\W*", rest):
        plain = clean[: len(clean) - len(rest)]  # “Title,” 1125: a page, not a year
    before = clean[: titles[0].start()] if titles else ""
    citation = ParsedCitation(
        text=whole,
        form="full",
        author=author,
        title=title,
        marked=marked,
        container=journal.name if journal else container,
        dates=tuple(find_dates(without_pages(plain))),
        year=dated[2] if dated else _own_year(rest if titles else clean, before) if plain == clean else None,
        pages=find_pages(_blanked(clean), rest, quoted=plain != clean),
        place=imprint[1] if imprint and not journal else None,
        publisher=imprint[2] if imprint and not journal else None,
        volume=volume[1] if volume else journal.volume if journal else None,
        issue=issue[1] if issue else journal.issue if journal else None,
        address=find_address(clean),
        url=url[1].rstrip(".,") if url else None,
        back=back,
    )
    return _with_form(citation, clean)


def _blanked(text: str) -> str:
    return _TITLED.sub(lambda m: " " * len(m[0]), text)


def _own_year(rest: str, before: str) -> int | None:
    """Give the year behind the title, else one in brackets before it."""
    year = find_year(without_pages(rest))
    early = re.search(rf"\(?({YEAR})[a-z]?\)?[.,:]?\s*$", before) if year is None else None
    return int(early[1]) if early else year


def _with_form(citation: ParsedCitation, clean: str) -> ParsedCitation:
    from dataclasses import replace

    if OP_CIT.search(clean) or citation.back is not None:
        author = citation.author or OP_CIT.split(PAGES.sub("", clean))[0].strip(" ,.(*")
        if citation.back is not None and not citation.marked:
            author = re.sub(r"[\s,]+[\d–-]+$", "", author)
        title = citation.title if citation.marked else ""
        pages = citation.pages or (last_number(clean) if citation.back is not None else None)
        return replace(citation, form="op-cit", author=author, title=title, pages=pages, dates=(), year=None)
    if citation.has_imprint:
        return citation
    page = last_number(citation.title) if citation.author and not citation.marked else None
    if page and not citation.pages:
        title = citation.title.rpartition(",")[0]
        return replace(citation, form="short", title=title, pages=page)
    return replace(citation, form="short")


def _ibid(text: str, tail: str) -> ParsedCitation:
    rest = tail.strip(" .,")
    pages = find_pages(_blanked(tail), "")
    if pages is None:
        bare = re.fullmatch(r"(\d{1,4}(?:\s*[-–]\s*\d+)?)", rest)
        pages = bare[1] if bare else None
    bare_tail = PAGES.sub("", rest).strip(" .,")
    told = bare_tail if re.search(r"[^\W\d_]", bare_tail) or find_dates(bare_tail) else ""
    dates = tuple(find_dates(told))
    return ParsedCitation(
        text,
        "ibid",
        dates=dates,
        pages=pages,
        tail=told,
        address=find_address(told),
        year=dates[-1].year if dates else None,
    )


def _around_titles(text: str, titles: list[re.Match[str]]) -> tuple[str, str, str, str, str]:
    """Give author, title, its marking, container, and the rest after the title."""
    first = titles[0]
    marked = "italic" if first["italic"] else "quoted"
    title = _title(first)
    author = _without_address(text[: first.start()])
    unmarked = _unmarked_title(author, text[first.end() :]) if marked == "italic" else None
    if unmarked:
        return (*unmarked, "", title, text[first.end() :])
    later = [t for t in titles[1:] if t["italic"]]
    container = _title(later[0]) if marked == "quoted" and later else ""
    rest = text[first.end() :]
    if marked == "quoted" and container:
        rest = text[later[0].end() :]
    return author, title, marked, container, rest


def _without_address(before: str) -> str:
    """Give the words before a title without an archive's address; an initial keeps its full stop."""
    pieces = [p for p in re.split(r",\s*", before.strip(" ,:(")) if not _is_address_part(p)]
    author = re.sub(rf"[\s,.]+\(?{YEAR}[a-z]?\)?[.,:]?$", "", ", ".join(pieces)).strip(" ,:(")
    return author if re.search(r"\b[A-Z]\.$", author) else author.rstrip(". ")


def _unmarked_title(before: str, rest: str) -> tuple[str, str] | None:
    """Split author and title where the first italics are the journal's, and nothing marks the title."""
    before = re.sub(r",?\s+in(?:\s+the\s+ed\.?)?$", "", before)
    if DOCUMENT.match(before):
        return "", before
    author, _, title = before.partition(", ")
    words = title.split()
    if not words or not _is_person(author) or len(author.split()) < 2 or _ROLE.search(title):
        return None
    if is_body(title) and not _PHRASE.search(title):
        return None
    plain = any(w.isalpha() and w.islower() and w not in _PARTICLES for w in words)
    journal = _VOLUME.search(rest) is not None and find_imprint(rest) is None and len(words) > 1
    return (author, title) if (plain and len(words) > 2) or (journal and " & " not in title) else None


def _title(match: re.Match[str]) -> str:
    return next(g for g in match.groups() if g).strip(" ,.")


def _untitled(text: str, dated: tuple[str, str, int, str] | None) -> tuple[str, str, str, str, str]:
    """Read a citation without a marked title: a body or person, then words up to pages or address."""
    if dated:
        return dated[0], dated[1], "", "", dated[3]
    body = PAGES.sub("", text).strip(" ,.")
    body = re.sub(r"\s{2,}", " ", body)
    pieces = [p.strip() for p in re.split(r",\s+", body)]
    author = ""
    first = pieces[0]
    is_author = has_repository(first) or (
        is_body(first) and not DOCUMENT.match(first) and not re.match(r"(?:the\s+)?report", first, re.I)
    )
    if len(pieces) > 1 and (is_author or _is_person(first) or _is_surname(first, pieces[1])):
        author, pieces = pieces[0], pieces[1:]
    bracket = _IMPRINT.search(", ".join(pieces))
    if bracket and bracket.start() > 2:
        pieces = [", ".join(pieces)[: bracket.start()]]
    imprint = find_imprint(", ".join(pieces))
    if imprint and imprint[0] > 10:
        pieces = [p.strip() for p in re.split(r",\s+", ", ".join(pieces)[: imprint[0]])]
    words = [p for p in pieces if not _is_address_part(p)]
    words = [p for i, p in enumerate(words) if i == 0 or not _VOLUME_PIECE.fullmatch(p)]
    return author, ", ".join(words).strip(" ,."), "", "", body


def _is_person(text: str) -> bool:
    words = text.replace("&", " ").split()
    return (
        2 <= len(words) <= 6
        and not DOCUMENT.match(text)
        and all(w[0].isupper() for w in words)
        and not find_dates(text)
    )


def _is_surname(first: str, second: str) -> bool:
    """Tell a short form such as ``Kim, Interview with Kovalenko`` from a title of one word."""
    numbered = re.match(r"(?:vol|tom|no|nr|bd|part|chap)\b", second, re.IGNORECASE)
    return (
        first.isalpha()
        and first.istitle()
        and len(second.split()) > 1
        and not find_dates(second)
        and not numbered
    )


def _is_address_part(text: str) -> bool:
    return bool(_ADDRESS_PART.match(text))
