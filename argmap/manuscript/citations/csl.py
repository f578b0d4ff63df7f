"""An entry of a bibliography as a CSL-JSON item, with an id of its own."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from argmap.manuscript.citations.bibliography import ListedEntry
from argmap.manuscript.citations.parse import DOCUMENT, ParsedCitation, is_body

_NEWSPAPER = re.compile(
    r"\b(?:daily|news|times|shimbun|shinmun|ilbo|il bo|pravda|izvestiya|herald|tribune|zeitung|post|mail|"
    r"gazette|newspaper|guardian|telegraph|le monde)\b",
    re.IGNORECASE,
)
_PERIODICAL = re.compile(
    r"\b(?:vol|no|nr|issue|heft)\b|\b(?:journal|review|quarterly|bulletin|studies|magazine)\b", re.I
)
_LETTER = re.compile(r"\b(?:telegram|letter|cable|message|correspond\w*|cipher\w*)\b", re.IGNORECASE)
_INTERVIEW = re.compile(r"\binterview\b", re.IGNORECASE)
_REPORT = re.compile(
    r"\b(?:report|memo(?:randum)?|estimate|intelligence|summary|minutes|record|directive|order)\b", re.I
)
_CASE = re.compile(r"^[^“”\"*]{2,200}?\b(?:v|vs)\.?\s+[A-Z][^“”\"]{0,200}?[\[(](?:1[4-9]|20)\d\d[\])]")
_THESIS = re.compile(r"\b(?:thesis|dissertation)\b", re.IGNORECASE)
_MEMOIR = re.compile(
    r"\b(?:memoirs?|diar(?:y|ies)|autobiograph\w*|tagebuch|testimony|recollections?)\b", re.I
)
_EDITED = re.compile(r"\bin (?:the )?(?:ed\.?,?\s*)?(?=[A-Z*“\"])|\(eds?\.?\)|\beds?\.", re.IGNORECASE)
_TRANSLATOR = re.compile(r"\((?:trans|translat\w*)\.?\s*\)", re.IGNORECASE)
_EDITOR = re.compile(r"\((?:eds?|hrsg|hg)\.?\s*\)|,?\s+eds?\.?,?$", re.IGNORECASE)

PRIMARY_TYPES = frozenset(
    {
        "personal_communication",
        "document",
        "interview",
        "article-newspaper",
        "treaty",
        "legal_case",
        "speech",
        "bill",
        "manuscript",
    }
)


def guess_type(citation: ParsedCitation, group: Sequence[str] = ()) -> str:
    """Guess the CSL type of what is cited.

    Args:
        citation: The citation or entry in its fields.
        group: Headings of the bibliography above it.
    """
    title, rest = citation.title, citation.text
    if (citation.address and citation.address.scheme == "frus") or re.search(r"\bFRUS\b", citation.container):
        return "document"
    heads = " ".join(group).casefold()
    if _CASE.search(rest):
        return "legal_case"
    if _THESIS.search(rest):
        return "thesis"
    if _INTERVIEW.search(title) or "interview" in heads:
        return "interview"
    outlet = citation.container or (citation.author if citation.is_body or not citation.marked else "")
    if (_NEWSPAPER.search(outlet) and (citation.days or not citation.publisher)) or "newspaper" in heads:
        return "article-newspaper"
    if citation.marked == "quoted" and citation.container:
        return _part_of(citation)
    if citation.address is not None:
        return "personal_communication" if _LETTER.search(title) else "document"
    if citation.marked == "italic" and (citation.publisher or (citation.year and not citation.days)):
        return "book"
    if _LETTER.search(title) and not citation.publisher:
        return "personal_communication"
    if _REPORT.search(title) and not citation.publisher:
        return "report"
    if citation.container:
        return "article-journal"
    if citation.url and not citation.publisher:
        return "webpage"
    return "book" if citation.publisher or citation.marked == "italic" else "document"


def _part_of(citation: ParsedCitation) -> str:
    after = citation.text.partition(citation.title)[2]
    if re.search(r"[,”\"]\s*in\b", after) or (citation.publisher and not _PERIODICAL.search(after)):
        return "chapter"
    return "article-journal" if _PERIODICAL.search(after) or not citation.days else "article-magazine"


def standing_of(citation: ParsedCitation, kind: str, group: Sequence[str] = ()) -> str:
    """Tell a primary source, made by or for those who took part, from scholarship about them."""
    heads = " ".join(group).casefold()
    if "primary" in heads or "secondary" in heads:
        return "primary" if "primary" in heads else "secondary"
    if kind == "document" and not _tells_document(citation):
        return "secondary"
    if citation.address is not None or kind in PRIMARY_TYPES or _MEMOIR.search(citation.title):
        return "primary"
    if kind == "report" and (citation.days or citation.is_body):
        return "primary"
    return "secondary"


def _tells_document(citation: ParsedCitation) -> bool:
    """Tell a document by its day, its archive, the body that made it, or what it is called."""
    named = DOCUMENT.match(citation.title) or _LETTER.search(citation.title) or _REPORT.search(citation.title)
    return bool(citation.address or citation.days or citation.is_body or citation.container or named)


def csl_item(key: str, entry: ListedEntry) -> dict[str, Any]:
    """Write an entry as a CSL-JSON item.

    Args:
        key: Its id.
        entry: The entry as read.
    """
    cited = entry.citation
    kind = guess_type(cited, entry.group)
    authors, editors, translators = names(cited.author)
    item: dict[str, Any] = {"id": key, "type": kind}
    for field, people in (("author", authors), ("editor", editors), ("translator", translators)):
        if people:
            item[field] = people
    item["title"] = _title(cited)
    simple = {
        "container-title": cited.container,
        "volume": cited.volume,
        "issue": cited.issue,
        "page": cited.pages,
        "publisher": cited.publisher,
        "publisher-place": cited.place,
        "URL": cited.url,
    }
    item |= {field: value for field, value in simple.items() if value}
    issued = _issued(cited)
    if issued:
        item["issued"] = {"date-parts": issued}
    if cited.address is not None:
        item["archive"] = cited.address.repository or cited.author
        item["archive_location"] = ", ".join(f"{name} {value}" for name, value in cited.address.parts)
    elif entry.inherited and is_body(entry.inherited):
        item["archive"] = entry.inherited
    return item


def _title(cited: ParsedCitation) -> str:
    """Give the title; of a document that nothing marks, without the date and volume that follow."""
    title = cited.title or cited.text.strip(" .")
    if not cited.marked and cited.days:
        cut = re.split(r",\s+(?=\d{1,2}\.?\s+\w+\s+\d{4}|Vol\b)", title)[0]
        return cut if len(cut.split()) > 1 else title
    return title


def _issued(cited: ParsedCitation) -> list[list[int]]:
    days = sorted(cited.days)
    if days and (not cited.publisher or not cited.year):
        return [[int(part) for part in days[0].split("-")]]
    return [[cited.year]] if cited.year else []


def names(author: str) -> tuple[list[dict[str, str]], list[dict[str, str]], list[dict[str, str]]]:
    """Split a printed author into authors, editors and translators, in CSL form.

    Examples:
        >>> names("Park, Gil Yong & Kim, Kook Hoo")[0][1]
        {'family': 'Kim', 'given': 'Kook Hoo'}
        >>> names("Ministry of Defense")[0]
        [{'literal': 'Ministry of Defense'}]
    """
    translators: list[dict[str, str]] = []
    text = author.strip(" ,")
    if _TRANSLATOR.search(text):
        head = _TRANSLATOR.split(text)[0].strip(" ,")
        keep, translator = _last_person(head)
        translators, text = _people(translator), keep
    people = _people(_EDITOR.sub("", text).strip(" ,"))
    return ([], people, translators) if _EDITOR.search(text) else (people, [], translators)


def _last_person(text: str) -> tuple[str, str]:
    """Split off the translator, who stands last: ``Volkogonov, Dmitri, The Institute of …``."""
    pieces = [p.strip() for p in text.split(",")]
    if len(pieces) > 2 and (is_body(pieces[-1]) or len(pieces[-1].split()) > 1):
        return ", ".join(pieces[:-1]), pieces[-1]
    if len(pieces) > 3:
        return ", ".join(pieces[:-2]), ", ".join(pieces[-2:])
    return (", ".join(pieces[:-1]), pieces[-1]) if len(pieces) > 1 else ("", text)


def _people(text: str) -> list[dict[str, str]]:
    if not text:
        return []
    if is_body(text) and not re.match(r"[^\W\d_]+, [A-Z]", text):
        return [{"literal": text}]
    people: list[dict[str, str]] = []
    for group in re.split(r"\s*&\s*|,?\s+and\s+|;\s*", text):
        pieces = [p.strip() for p in group.split(",") if p.strip()]
        while pieces:
            if is_body(pieces[0]):
                people.append({"literal": pieces.pop(0)})
            elif len(pieces) > 1 and len(pieces[0].split()) <= 2 and not is_body(pieces[1]):
                people.append({"family": pieces[0], "given": pieces[1]})
                del pieces[:2]
            else:
                people.append(_one_person(pieces.pop(0)))
    return people


def _one_person(name: str) -> dict[str, str]:
    words = name.split()
    if len(words) == 1:
        return {"literal": name}
    return {"family": words[0], "given": " ".join(words[1:])}


def family_first(author: str, families: Collection[str]) -> str:
    """Write names as notes print them in the order of a bibliography.

    Args:
        author: One or several names, given names first; such with a comma or a role are left as they are.
        families: Family names, case-folded, that the bibliography has: a name that begins with one stays.

    Examples:
        >>> family_first("Otto Evans and M. L. Dunn", ()), family_first("Kim Il Sung", {"kim"})
        ('Evans, Otto & Dunn, M. L.', 'Kim Il Sung')
    """
    if not author or "," in author or "(" in author or is_body(author):
        return author
    people = []
    for name in re.split(r"\s*&\s*|\s+and\s+", author):
        given, _, family = name.strip().rpartition(" ")
        known = name.split()[0].casefold() in families if name.split() else False
        people.append(f"{family}, {given}" if given and not known else name)
    return " & ".join(people)


def entry_keys(entries: Sequence[ListedEntry], taken: Iterable[str] = ()) -> dict[int, str]:
    """Give every entry an id: name and year or day, told apart by letters; by line.

    Args:
        entries: The entries in their order.
        taken: Ids that are in use already.
    """
    used = set(taken)
    keys: dict[int, str] = {}
    for entry in entries:
        stem = _stem(entry)
        key, ordinal = stem, 0
        while key in used:
            ordinal += 1
            key = f"{stem}-{_letters(ordinal)}"
        used.add(key)
        keys[entry.line] = key
    return keys


def _letters(ordinal: int) -> str:
    """Count b, c, … z, then 27, 28."""
    return chr(ord("a") + ordinal) if ordinal < 26 else str(ordinal + 1)


def _stem(entry: ListedEntry) -> str:
    cited = entry.citation
    authors, editors, _ = names(cited.author)
    first = (authors or editors or [{"literal": " ".join(cited.title.split()[:3])}])[0]
    name = first.get("family") or _short_body(first["literal"])
    days = sorted(cited.days)
    when = days[0] if days and not cited.publisher else str(cited.year or "nd")
    return slug(f"{name} {when}")


def _short_body(name: str) -> str:
    capitals = re.findall(r"\b[A-Z]", name)
    return "".join(capitals) if len(capitals) >= 4 else name


def slug(text: str) -> str:
    """Write a text as an id: lower-case letters and digits with hyphens.

    Examples:
        >>> slug("O’Neill, É. 1950-01")
        'oneill-e-1950-01'
    """
    plain = (
        unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
        .encode("ascii", "ignore")
        .decode()
    )
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:48].strip("-") or "source"
