"""Years that no evidence gives."""

import re
from collections.abc import Iterator

from argmap.manuscript.dates import find_dates
from argmap.model.edtf import Answer, Edtf, EdtfError, parse_edtf
from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.model.pattern import pattern
from argmap.model.records import Claim, Evidence
from argmap.rules.below import records_below, words_of
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

_MONTH = pattern(r"\d{4}-(?:0[1-9]|1[0-2])(?!\d)")
_AFTER = pattern(r"\b(?:after|following|since|once)\s[^.,;:]*", re.IGNORECASE)
"""A clause that says what went before; its date is not the claim's own."""
SHORT_STRETCH = 92
"""Days of an interval for which evidence from any part of it will do."""
MOST_LETTERS = 5000
"""How much of a claim's text is looked at."""


@project_rule("date-not-shown", family="quantities", severity=Severity.NOTE)
def date_not_shown(case: Case) -> Iterator[Finding]:
    """A date in a claim stands in none of its evidence.

    Nothing that the claim rests on names that time, was made then, or is about it: the date was miscopied,
    or the evidence that has it is missing. Looked at are days and months in factual claims that rest on
    evidence, where they lie in the time that the claim is about (``when:``, if given); a date agrees with
    any that may be the same day. Where nothing that a claim rests on is dated, nothing can be said: when a
    memoir or a scholar's book was written is no date of what it tells. A date after which something
    happened (*after the truce of July 1953*) only says when, and is passed over. Where the time that the
    claim is about is an interval of at most three months, evidence from any part of it will do.

    Found in::

        claims:
          guns-sent: {text: Moscow sent guns in May 1948., kind: factual, for: [waybill]}
        evidence:
          waybill: {shows: The waybill lists 124 guns., form: record, made: 1949-05-03}

    Not in::

        claims:
          guns-sent: {text: Moscow sent guns in May 1949., kind: factual, for: [waybill]}
        evidence:
          waybill: {shows: The waybill lists 124 guns., form: record, made: 1949-05-03}
    """
    project = case.project
    known: dict[str, list[Edtf]] = {}
    for key, claim in case.lists.claims_of("factual"):
        if not claim.pro:
            continue
        wanted = [
            date
            for date in _dates(_AFTER.sub(" ", claim.text[:MOST_LETTERS]))
            if _MONTH.match(date.text) and not (claim.when and _apart(date, claim.when))
        ]
        is_dated = False
        for name in (records_below(project, key) or ()) if wanted else ():
            if name not in known:
                known[name] = _dates_of(project.claims.get(name) or project.evidence[name])
            is_dated = is_dated or (bool(known[name]) and not _tells_later(project.evidence.get(name)))
            wanted = [date for date in wanted if all(_apart(date, other) for other in known[name])]
            if not wanted or _in_stretch(known[name], claim.when):
                wanted = []
                break
        if wanted and is_dated:
            told = ", ".join(f"'{shown(str(date))}'" for date in wanted)
            yield Finding(
                f"claim '{shown(key)}' gives {told}, and nothing that it rests on is of that time",
                project.spot("claims", key, "text"),
                (key,),
                "give the evidence that has the date, or mend the date",
            )


def _tells_later(item: Evidence | None) -> bool:
    """Whether evidence is dated by nothing but the writing of a book or memoir."""
    return (
        item is not None
        and item.form in ("testimony", "scholarship")
        and not _dates(words_of(item))
        and (item.kind in ("book", "article", "memoir", "interview") or item.form == "scholarship")
    )


def _dates_of(record: Claim | Evidence) -> list[Edtf]:
    """Give all dates that a record names or has."""
    own = (record.when,) if isinstance(record, Claim) else (record.made, record.published)
    return [*_dates(words_of(record)), *(date for date in own if date is not None)]


def _dates(text: str) -> list[Edtf]:
    """Find the dates in a text; those without a year tell nothing."""
    found = []
    for date in find_dates(text):
        if date.year is not None:
            try:
                found.append(parse_edtf(date.edtf))
            except EdtfError:
                continue
    return found


def _apart(date: Edtf, other: Edtf) -> bool:
    return date.overlaps(other) is Answer.NO


def _in_stretch(dates: list[Edtf], when: Edtf | None) -> bool:
    """Tell whether one of the dates lies in a short interval that a claim is about."""
    if when is None or "/" not in when.text or when.earliest is None or when.latest is None:
        return False
    if when.latest - when.earliest > SHORT_STRETCH:
        return False
    return any(date.within(when) is Answer.YES for date in dates)
