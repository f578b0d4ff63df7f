"""Words that foreign maps use for links and nodes, told apart."""

import re
from typing import Literal

Relation = Literal["for", "against", "premise", "unless", "answer", "challenges", "other"]

_EXACT: dict[str, Relation] = {
    "+": "for", "+>": "for", "<+": "for", "pro": "for", "for": "for", "yes": "for", "1": "for",
    "-": "against", "->": "against", "<-": "against", "−": "against", "–": "against", "><": "against",
    "con": "against", "contra": "against", "against": "against", "no": "against", "-1": "against",
    "premise": "premise", "unless": "unless", "answer": "answer", "challenges": "challenges", "und": "unless",
    "cites": "other", "source": "other", "holds": "other", "contains": "other",
}  # fmt: skip
_STEMS: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    ("unless", re.compile(r"undercut|exception|defeat(?:s|er)? (?:the )?(?:step|inference)|unless")),
    (
        "against",
        re.compile(
            r"attack|oppos|object|rebut|refut|contradict|conflict|counter|disagree|undermin|defeat|den(?:y|ies)"
            r"|reject|\bcons?\b|\bcontra\b|against|negativ|challeng|weaken|disput"
        ),
    ),
    (
        "for",
        re.compile(
            r"support|\bpros?\b|agree|because|reason|evidence|premise|confirm|entail|impl(?:y|ies)|infer|justif"
            r"|strengthen|positiv|back(?:s|ing)|warrant|proof|prov(?:es?|en)\b|\bfor\b|based on|underpin"
        ),
    ),
)
_STEP = re.compile(r"argument|inference|reason|step|scheme|\bra\b|\bca\b|junction|link(?:ed)?|group")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def relation_of(word: str) -> Relation | None:
    """Tell what a foreign word for a link means, or None.

    Examples:
        >>> relation_of("sketchedAttack"), relation_of("supports"), relation_of("+"), relation_of("likes")
        ('against', 'for', 'for', None)
    """
    text = " ".join(_CAMEL.sub(" ", word).replace("_", " ").replace("-", " ").lower().split())
    exact = _EXACT.get(word.strip().lower()) or _EXACT.get(text)
    if exact is not None:
        return exact
    return next((relation for relation, stem in _STEMS if stem.search(text)), None)


def is_step(word: str) -> bool:
    """Whether a foreign word for a kind of node means a step between statements.

    Examples:
        >>> is_step("Argument"), is_step("claim")
        (True, False)
    """
    return _STEP.search(word.lower()) is not None


def relation_of_colour(colour: str) -> Relation | None:
    """Tell support from attack by a green or red colour, ``#RRGGBB``.

    Examples:
        >>> relation_of_colour("#FF0000"), relation_of_colour("#3ab54a"), relation_of_colour("#000000")
        ('against', 'for', None)
    """
    found = re.match(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})", colour)
    if found is None:
        return None
    red, green, blue = (int(part, 16) for part in found.groups())
    if red > 1.5 * max(green, blue) and red > 90:
        return "against"
    return "for" if green > 1.2 * max(red, blue) and green > 70 else None
