"""Standard numbers that cannot be right."""

import re
from collections.abc import Callable, Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.model.pattern import pattern
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

_DOI = pattern(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}(?:\.\d+)*/\S+)", re.IGNORECASE)
_ARXIV = pattern(r"(?:arxiv:\s*)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)
_ORCID = pattern(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])", re.IGNORECASE)


@project_rule("bad-identifier", family="citations", severity=Severity.WARNING)
def bad_identifier(case: Case) -> Iterator[Finding]:
    """A standard number of an entry cannot be right.

    The last digit of an ISBN, an ISSN or an ORCID is computed from the others, and a DOI begins with ``10.``;
    where that does not hold a digit was mistyped, and the number leads to another work or to none. Copy it
    anew from the work itself.

    Found in::

        sources:
          papers-1950: {type: book, title: Papers of the Army, ISBN: 978-0-306-40615-8}

    Not in::

        sources:
          papers-1950: {type: book, title: Papers of the Army, ISBN: 978-0-306-40615-7}
    """
    for key, source in case.project.sources.items():
        entry = source.csl or {}
        for field, fault in () if _CHECKS.keys().isdisjoint(entry) else _CHECKS.items():
            for text in _values(field, entry.get(field)):
                if told := fault(text):
                    yield _finding(case, key, field, text, told)
        for role in ("author", "editor", "translator"):
            people = entry.get(role)
            for person in people if people and isinstance(people, list) else ():
                orcid = person.get("ORCID") if isinstance(person, dict) else None
                if isinstance(orcid, str) and (told := orcid_fault(orcid)):
                    yield _finding(case, key, role, orcid, told)


def _finding(case: Case, key: str, field: str, text: str, told: str) -> Finding:
    return Finding(
        f"{told} of source '{shown(key)}': {shown(text, 60)}",
        case.project.spot("sources", key, field),
        (key,),
        "copy it anew from the work itself",
    )


def _values(field: str, value: object) -> list[str]:
    """Give the numbers in a field; ISBNs and ISSNs of one work may stand side by side."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return []
    text = str(value).strip()
    if field not in ("ISBN", "ISSN"):
        return [text] if text else []
    return [piece for piece in re.split(r"[,;/]\s*|\s+(?=(?:97[89]|\d{9}[\dXx]\b|\d{4}-))", text) if piece]


def isbn_fault(text: str) -> str | None:
    """Say what is wrong with an ISBN, or None.

    Examples:
        >>> isbn_fault("0-306-40615-2"), isbn_fault("978-0-306-40615-8"), isbn_fault("978-0")
        (None, 'wrong check digit in the ISBN', 'wrong length of the ISBN')
    """
    digits = re.sub(r"[^0-9X]", "", re.sub(r"\([^)]*\)|(?i:isbn)(?:-?1[03]\b)?", "", text).upper())
    if len(digits) == 10 and "X" not in digits[:9]:
        total = sum(weight * _digit(d) for weight, d in zip(range(10, 0, -1), digits, strict=True))
        return "wrong check digit in the ISBN" if total % 11 else None
    if len(digits) == 13 and "X" not in digits:
        total = sum((1, 3)[i % 2] * int(d) for i, d in enumerate(digits))
        return "wrong check digit in the ISBN" if total % 10 else None
    return "wrong length of the ISBN"


def issn_fault(text: str) -> str | None:
    """Say what is wrong with an ISSN, or None.

    Examples:
        >>> issn_fault("0378-5955"), issn_fault("0378-5954")
        (None, 'wrong check digit in the ISSN')
    """
    digits = re.sub(r"[^0-9X]", "", re.sub(r"\([^)]*\)|(?i:e?issn)", "", text).upper())
    if len(digits) != 8 or "X" in digits[:7]:
        return "wrong length of the ISSN"
    total = sum(weight * _digit(d) for weight, d in zip(range(8, 0, -1), digits, strict=True))
    return "wrong check digit in the ISSN" if total % 11 else None


def doi_fault(text: str) -> str | None:
    """Say what is wrong with a DOI, or None.

    Examples:
        >>> doi_fault("https://doi.org/10.1000/182"), doi_fault("1000/182")
        (None, 'wrong form of the DOI')
    """
    return None if _DOI.fullmatch(text) else "wrong form of the DOI"


def arxiv_fault(text: str) -> str | None:
    """Say what is wrong with an arXiv number, or None."""
    return None if _ARXIV.fullmatch(text) else "wrong form of the arXiv number"


def orcid_fault(text: str) -> str | None:
    """Say what is wrong with an ORCID (ISO 7064, mod 11-2), or None.

    Examples:
        >>> orcid_fault("0000-0002-1825-0097"), orcid_fault("0000-0002-1825-0098")
        (None, 'wrong check digit in the ORCID')
    """
    found = _ORCID.fullmatch(text.strip())
    if not found:
        return "wrong form of the ORCID"
    plain = found[1].replace("-", "").upper()
    digits, check = plain[:-1], plain[-1]
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    return None if (12 - total % 11) % 11 == _digit(check) else "wrong check digit in the ORCID"


def _digit(digit: str) -> int:
    return 10 if digit == "X" else int(digit)


_CHECKS: dict[str, Callable[[str], str | None]] = {
    "ISBN": isbn_fault,
    "ISSN": issn_fault,
    "DOI": doi_fault,
    "arXiv": arxiv_fault,
}
