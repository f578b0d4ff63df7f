"""How guardedly a sentence says what it says."""

import re

from argmap.manuscript.quotations import outside_quotations

_HEDGES = (
    r"seem(?:s|ed|ingly)?",
    r"appear(?:s|ed)? to",
    r"appear(?:s|ed)? that",
    r"apparently|presumably|arguably|probably|possibly|perhaps|supposedly|allegedly|potentially|"
    r"likely|unlikely",
    r"may|might",
    r"could (?:have|be|well|also|not have)",
    r"would (?:seem|appear|suggest|have been)",
    r"(?:it|this|that|which|these|there) (?:can|could|may|might|must) (?:also )?be "
    r"(?:argued|said|inferred|assumed|interpreted|seen|understood|regarded|considered|viewed|"
    r"suggested|concluded)",
    r"(?:can|could) (?:also )?be (?:argued|said|inferred|assumed|interpreted|regarded|understood|"
    r"seen)(?: as| that)?",
    r"it is (?:also |very |quite |highly )?(?:possible|plausible|conceivable|probable|likely|"
    r"unclear|uncertain)",
    r"suggest(?:s|ed|ing)? that|indicat(?:es|ed|ing) that|impl(?:ies|ied|ying) that",
    r"assum(?:e|es|ed|ing)|presum(?:e|es|ed|ing)|infer(?:s|red)?|guess(?:ed)?|speculat\w+|suppos(?:e|ed)",
    r"tend(?:s|ed)? to|to some (?:extent|degree)|in a sense|in part|partly|partially|more or less|"
    r"rather than certain",
    r"scheint|offenbar|vermutlich|wahrscheinlich|möglicherweise|vielleicht|wohl|dürfte",
    r"semble|peut-être|probablement|sans doute|apparemment",
)
_HEDGE = re.compile(r"(?<![\w'’-])(?:" + "|".join(_HEDGES) + r")(?![\w'’-])", re.IGNORECASE)
_NOT_HEDGE = re.compile(r"\bMay (?:\d|of\b|Day\b)|\b\d{1,2}\.? May\b|\b(?:in|on|by|since|until|from) May\b")


def find_hedges(text: str) -> list[str]:
    """Give the hedging words of a sentence, those inside quotations left out.

    Examples:
        >>> find_hedges("It seems that Mao may have known in May 1950; he “might” agree.")
        ['seems', 'may']
    """
    found = []
    for _, stretch in outside_quotations(text):
        months = [match.span() for match in _NOT_HEDGE.finditer(stretch)]
        for match in _HEDGE.finditer(stretch):
            if not any(a <= match.start() < b for a, b in months):
                found.append(match[0].lower())
    return found
