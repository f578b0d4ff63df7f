"""Facts stated in words that commit to nothing."""

import re
from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

MOST_LETTERS = 2000
"""How much of a text is looked at."""

_VAGUE = re.compile(
    r"\b(?:a number of|a sort of|a kind of|some kind of|in some (?:way|sense|respects?)|somehow|more or less"
    r"|to (?:some|a certain|a large|a great) (?:extent|degree)|various|numerous|several|considerabl[ey]"
    r"|significantly|a (?:great )?deal of|and so on|etc\b\.?|in many ways|arguably|fairly|rather|quite"
    r"|somewhat|relatively)\b",
    re.IGNORECASE,
)


@project_rule("vague-word", family="wording", severity=Severity.NOTE, on=False)
def vague_word(case: Case) -> Iterator[Finding]:
    """A factual claim is put in words that commit to nothing.

    How many are *several*, how far is *to some extent*? Nothing can show such a claim false, so little can
    show it true. Give the number, the names or the measure, or record the caution under ``hedge:``. Found by
    a list of words (in English); a claim with a ``hedge`` is passed over.

    Found in::

        claims:
          guns-sent: {text: Moscow sent a number of guns., kind: factual}

    Not in::

        claims:
          guns-sent: {text: Moscow sent 240 guns., kind: factual}
    """
    for key, claim in case.project.claims.items():
        if claim.kind != "factual" or claim.hedge:
            continue
        found = dict.fromkeys(word.lower() for word in _VAGUE.findall(claim.text[:MOST_LETTERS]))
        if found:
            words = ", ".join(f"'{shown(word)}'" for word in found)
            yield Finding(
                f"factual claim '{shown(key)}' is vague: {words}",
                case.project.spot("claims", key, "text"),
                (key,),
                "give the number, the names or the measure, or record the caution under 'hedge:'",
            )
