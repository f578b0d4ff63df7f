"""Numbers that no evidence gives."""

import re
from collections.abc import Iterator
from functools import lru_cache

from argmap.manuscript.quantities import Quantity, find_quantities, number
from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.model.pattern import pattern
from argmap.rules.below import records_below, words_of
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.words import claim_words

LEAST = 10
"""Counts below this are often a reader's own: two camps, three reasons."""
NEAR = 0.05
"""Share by which a number may differ from the one it rounds."""

_TIME = pattern(r"(?:hour|day|week|month|year)s?|times|cases")
_EXACT = pattern(r"per ?cent|percent|%|[$£€]")
_FIGURES = pattern(r"\d[\d,]*(?:\.\d+)?(?:[\s-]+(?:hundred|thousand|million|billion)\b)?", re.IGNORECASE)
_NAME = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand|million|billion|dozen)"
)
_WORDS = pattern(rf"(?<!\d[\s-])\b{_NAME}(?:[\s-]+(?:and\s+)?{_NAME})*\b", re.IGNORECASE)
_NUMBER = pattern(rf".*\d|(?:zero|{_NAME})$")
MOST_LETTERS = 5000
"""How much of a claim's text is looked at."""


@project_rule("number-not-shown", family="quantities", severity=Severity.NOTE)
def number_not_shown(case: Case) -> Iterator[Finding]:
    """A number in a claim stands in none of its evidence.

    Either it was taken from elsewhere, and that source is missing, or it was miscopied. Give the evidence
    that has the number, or say under ``shows:`` that this one has. Looked at are counts from ten up, shares
    and sums of money; a number within a twentieth of the one given counts as rounded. Lengths of time are
    passed over, and claims that rest on nothing.

    Found in::

        claims:
          guns-sent: {text: Moscow sent 240 guns., kind: factual, for: [waybill]}
        evidence:
          waybill: {shows: The waybill lists 124 guns., form: record}

    Not in::

        claims:
          guns-sent: {text: Moscow sent 124 guns., kind: factual, for: [waybill]}
        evidence:
          waybill: {shows: The waybill lists 124 guns., form: record}
    """
    project, words = case.project, claim_words(case)
    known: dict[str, set[float]] = {}
    for key in words.saying({word for word in words.numbers if _NUMBER.match(word)}):
        claim = project.claims[key]
        if not claim.pro:
            continue
        wanted = [q for q in find_quantities(claim.text[:MOST_LETTERS]) if _is_telling(q)]
        below = records_below(project, key) if wanted else None
        for name in below or ():
            if name not in known:
                known[name] = numbers_in(words_of(project.claims.get(name) or project.evidence[name]))
            wanted = [q for q in wanted if not any(_agree(q.value, value) for value in known[name])]
            if not wanted:
                break
        if below and wanted:
            told = ", ".join(f"'{shown(q.text.strip())}'" for q in wanted)
            yield Finding(
                f"claim '{shown(key)}' gives {told}, which nothing that it rests on gives",
                project.spot("claims", key, "text"),
                (key,),
                "give the evidence that has the number, or mend the number",
            )


def numbers_in(text: str) -> set[float]:
    """Find every number in a text, in figures or words.

    Examples:
        >>> sorted(numbers_in("On 5 May twenty-four guns, 1,200 men and 1.5 million roubles"))
        [5.0, 24.0, 1200.0, 1500000.0]
    """
    texts = {match[0].lower() for pattern in (_FIGURES, _WORDS) for match in pattern.finditer(text)}
    return {value for value in map(_read, texts) if value is not None}


@lru_cache(maxsize=10_000)
def _read(text: str) -> float | None:
    return float(text) if text.isdecimal() and text.isascii() else number(text.rstrip(","))


def _is_telling(quantity: Quantity) -> bool:
    if _TIME.fullmatch(quantity.unit):
        return False
    return quantity.value >= LEAST or _EXACT.fullmatch(quantity.unit) is not None


def _agree(wanted: float, given: float) -> bool:
    return abs(wanted - given) <= NEAR * max(abs(wanted), abs(given))
