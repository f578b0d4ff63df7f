"""Claims that state two things."""

import re
from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

MOST_LETTERS = 2000
"""How much of a text is looked at."""
LEAST_WORDS = 4
"""Words that each half has at least."""

_JOINT = re.compile(
    r";\s+|(?<=[a-z\d)”’]{2})[.!]\s+(?=[A-Z“])|,\s+(?:and|but|while|whereas|yet)\s+", re.ASCII
)
_FINITE = (
    r"(?:is|are|was|were|has|have|had|did|does|can|could|may|might|must|should|will|would|\w{3,}ed|came|gave|held"
    r"|kept|knew|led|left|made|met|saw|sent|stood|took|went|wanted|fell|fought|became|began|brought|thought|told)"
)
_CLAUSE = re.compile(
    rf"(?:(?:the|a|an|his|her|its|their|this|that|these|those|many|most|some)\s+(?:[\w'’-]+\s+){{1,4}}?{_FINITE}\b"
    rf"|(?:he|she|it|they|we|both|neither|[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)\s+(?:\w+ly\s+)?{_FINITE}\b)"
)


@project_rule("two-claims-in-one", family="wording", severity=Severity.NOTE, on=False)
def two_claims_in_one(case: Case) -> Iterator[Finding]:
    """A claim states two things.

    Evidence for one half seems to carry the other, and who denies one half cannot say so. Split it into two
    claims; if one is the reason for the other, make it a premise. Found by the words (in English): two
    sentences, or two main clauses joined by a semicolon, ``and``, ``but`` or ``while``, each with a subject
    and a verb of its own.

    Found in::

        claims:
          attack-first: {text: "The North attacked first, and Moscow had supplied the guns in May."}

    Not in::

        claims:
          attack-first: {text: The North attacked first and took the border towns.}
    """
    for key, whole in zip(case.project.claims, case.lists.claims.text, strict=True):
        text = whole[:MOST_LETTERS]
        if not ("," in text or ";" in text or "." in text[:-1] or "!" in text[:-1]):
            continue
        for joint in _JOINT.finditer(text):
            before, after = text[: joint.start()], text[joint.end() : joint.end() + 200]
            if len(before.split()) < LEAST_WORDS or len(after.split()) < LEAST_WORDS:
                continue
            if _CLAUSE.match(after):
                second = f"{joint[0].strip(' ,;.!')} {after}".strip()
                yield Finding(
                    f"claim '{shown(key)}' states two things: … {shown(second, 60)}",
                    case.project.spot("claims", key, "text"),
                    (key,),
                    "split it into two claims; if one is the reason for the other, make it a premise",
                )
                break
