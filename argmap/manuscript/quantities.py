"""Numbers with their units in running text."""

import re

from argmap.model.dataclass import dataclass
from argmap.model.pattern import pattern

_ONES = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
_WORD = "|".join([*_ONES, *_TENS, *_SCALES])
_UNIT = (
    r"per ?cent|percent|%|troops|soldiers|men|people|persons|casualties|prisoners|workers|"
    r"refugees|members|delegates|"
    r"divisions?|brigades?|regiments?|battalions?|corps|armies|tanks?|aircraft|planes?|fighters?|"
    r"guns?|rifles?|"
    r"ships?|vessels?|tons?|tonnes?|kilograms?|kg|km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|"
    r"feet|hectares?|acres?|"
    r"hours?|days?|weeks?|months?|years?|dollars?|roubles?|rubles?|won|yen|yuan|pounds?|pages?|"
    r"documents?|cases|times|"
    r"votes?|seats?|provinces?|companies|factories|officers?|advisers?|advisors?|volunteers?"
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s+(?:hundred|thousand|million|billion))?"
_WORDS = rf"(?:(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD})){{0,9}})"
_QUANTITY = pattern(
    rf"(?P<money>(?:US\s?)?[$£€]\s?(?P<sum>{_NUMBER}))"
    rf"|(?<![\w.,/-])(?P<value>{_NUMBER}|\b{_WORDS})(?:(?=%)|[\s-]+(?:[a-z]{{2,20}}ly |"
    rf"[a-z]{{3,12}}(?:an|ed|ern|en|ese|sh)? |[A-Z][a-z]{{1,20}} )?)"
    rf"(?P<unit>{_UNIT})(?![\w])",
    re.IGNORECASE,
)

_DIGIT = pattern(r"\d")
_STEMS = [word for word in [*_ONES, *_SCALES] if not word.endswith("teen")]
_STEMS += ["thir", "fif", "twent", "fort"]
"""Some of which stands in every number: a test that costs next to nothing."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit."""

    text: str
    value: float
    unit: str
    start: int


def find_quantities(text: str) -> list[Quantity]:
    """Find numbers that count or measure something, written in figures or words.

    Examples:
        >>> [(q.value, q.unit) for q in find_quantities("four thousand and twenty people paid $10.5 million")]
        [(4020.0, 'people'), (10500000.0, '$')]
    """
    found: list[Quantity] = []
    plain = text.casefold()
    if not (_DIGIT.search(text) or any(stem in plain for stem in _STEMS)):
        return found
    for match in _QUANTITY.finditer(text):
        if match["money"]:
            value, unit = number(match["sum"]), re.sub(r"[\d\s.,a-z]", "", match["money"])[-1:]
        else:
            value, unit = number(match["value"]), match["unit"].lower()
        if value is not None:
            found.append(Quantity(match[0], value, unit, match.start()))
    return found


def number(text: str) -> float | None:
    """Read a number in figures or words.

    Examples:
        >>> number("4,020"), number("two hundred and six"), number("1.5 million")
        (4020.0, 206.0, 1500000.0)
    """
    total = current = 0.0
    seen = False
    for word in re.split(r"[\s-]+", text.lower().replace(",", "")):
        if word in ("and", ""):
            continue
        if re.fullmatch(r"\d+(?:\.\d+)?", word):
            current, seen = current + float(word), True
        elif word in _ONES or word in _TENS:
            current, seen = current + (_ONES.get(word) or _TENS.get(word) or 0), True
        elif word in ("hundred", "dozen"):
            current, seen = (current or 1) * _SCALES[word], True
        elif word in _SCALES:
            total, current, seen = total + (current or 1) * _SCALES[word], 0.0, True
        else:
            return None
    return total + current if seen else None
