"""Claims asserted beyond what their grade allows."""

import re
from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.model.pattern import pattern
from argmap.model.records import Claim
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.support import Standing, asserted, key_claims, standing
from argmap.rules.words import claim_words

_SURE = pattern(
    r"\b(certainly|undoubtedly|indisputably|unquestionably|undeniably|definitely|obviously|clearly"
    r"|proves?|proved|proven|beyond doubt|no doubt|without doubt|must have)\b",
    re.IGNORECASE,
)
_SURE_WORDS = frozenset(
    "certainly undoubtedly indisputably unquestionably undeniably definitely obviously clearly prove proves "
    "proved proven doubt must".split()
)
"""Of each of these phrases a word that it cannot be without."""
_NEGATION = pattern(r"\b(no|not|never|none|nobody|nothing|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)


@project_rule("certainty-over-grade", family="opposition", severity=Severity.WARNING)
def certainty_over_grade(case: Case) -> Iterator[Finding]:
    """A claim is put more surely than its grade allows.

    It stands, but only just: its support is weak, and it has no hedge; or its support is limited and
    its words leave no doubt ("clearly", "proves", "must have"). Hedge it, or strengthen its best
    argument. ``argmap why`` tells the steps. Weak support alone is a note, unless the claim is an important
    one: the thesis, what it rests on directly, and the claims under ``expect:``; it is passed over where
    the evidence bears directly and is weak only for being known through another's work (``quoted-in``),
    and where the claim is a scholar's who is cited for it, on whose word it is given.
    Looks at supported claims that the ``author`` of ``argmap.toml`` holds.

    Found in::

        claims:
          attack-first: {text: The North clearly attacked first., for: [rumour]}
        evidence:
          rumour: {shows: A refugee has heard that the North attacked., form: derived}

    Not in::

        claims:
          attack-first: {text: The North attacked first., hedge: perhaps, for: [rumour]}
        evidence:
          rumour: {shows: A refugee has heard that the North attacked., form: derived}
    """
    important, verdicts, lent = set(key_claims(case)), case.judgement.verdicts, case.lent
    sure = frozenset(claim_words(case).saying(_SURE_WORDS))
    for key, claim in asserted(case):
        if lent[key] > 2 or not (lent[key] == 1 or key in sure):
            continue
        grade = verdicts[key].grade
        if grade not in ("weak", "limited"):
            continue
        word = _sure_word(claim.text) if key in sure else None
        if word:
            fault = f'put beyond doubt ("{word}")'
        elif (
            grade == "weak"
            and not _on_anothers_word(case, claim)
            and not all(_is_only_quoted(each) for each in standing(case, key))
        ):
            fault = "asserted without a hedge"
        else:
            continue
        yield Finding(
            f"claim '{key}' is {fault} on {grade} support",
            case.project.spot("claims", key, "text"),
            (key,),
            f"hedge it or strengthen it; 'argmap why {key}' tells what its grade comes from",
            severity=Severity.WARNING if word or key in important else Severity.NOTE,
        )


def _sure_word(text: str) -> str | None:
    """Find a word that leaves no doubt; "no paper proves it" and the like leave some."""
    for word in _SURE.finditer(text):
        if not _NEGATION.search(text, 0, word.start()):
            return word[0]
    return None


def _on_anothers_word(case: Case, claim: Claim) -> bool:
    author = case.project.settings.author
    return any(
        stance.stance == "holds" and stance.cite and who != author for who, stance in claim.scholars.items()
    )


def _is_only_quoted(each: Standing) -> bool:
    """Whether an argument is weak for no other reason than that its documents are quoted from elsewhere."""
    sound = each.argument.bearing in (None, "direct") and each.argument.strength in (None, "firm", "good")
    quoted = (any(link.startswith("quoted-in(") for link in item.chain) for _, item in each.evidence)
    return sound and not each.claims and all(quoted)
