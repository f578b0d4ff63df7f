"""Claims that rest on themselves in other words."""

import re
from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_FILLING = frozenset(
    """a an the and or but of to in on at by for with from as that this these those it its his her their he
    she they is are was were be been being had has have did do does would could so then thus therefore also
    """.split()
)
_NEGATIONS = frozenset(("not", "no", "never", "nor", "neither", "nobody", "nothing", "without"))
LEAST = 4
"""Words that carry meaning, from which two texts can be said to have the same ones."""
MOST_LETTERS = 2000


@project_rule("restated-premise", family="logic", severity=Severity.NOTE, on=False)
def restated_premise(case: Case) -> Iterator[Finding]:
    """A premise says the same as the claim it is to support.

    Once small words and the order are set aside, all that one says is in the other: the step begs the
    question. Draw the two together, or say what the claim adds. Told from words alone, so a matter for a
    reader; off unless it is selected.

    Found in::

        claims:
          attack-first: {text: The North attacked the South first., for: [first-was-north]}
          first-was-north: {text: It was the North that first attacked the South.}

    Not in::

        claims:
          attack-first: {text: The North attacked the South first., for: [north-mobilised]}
          north-mobilised: {text: The North had called up its reserves in May.}
    """
    project = case.project
    words = {key: _words(claim.text) for key, claim in project.claims.items()}
    for key, claim in project.claims.items():
        for i, argument in enumerate(claim.pro):
            for j, name in enumerate(argument.premises):
                mine, its = words[key], words.get(name)
                if its is None or name == key or len(mine) < LEAST or len(its) < LEAST:
                    continue
                if not mine <= its or mine & _NEGATIONS != its & _NEGATIONS:
                    continue
                yield Finding(
                    f"premise '{name}' says what claim '{key}' says",
                    project.spot("claims", key, "for", i, "from", j),
                    (key, name),
                    "draw the two together, or say what the claim adds",
                    (
                        Related(project.spot("claims", key, "text"), "the claim"),
                        Related(project.spot("claims", name, "text"), "the premise"),
                    ),
                )


def _words(text: str) -> frozenset[str]:
    """Give the words of a text that carry meaning, without the endings of plural and past."""
    found = (word for word in _WORD.findall(text[:MOST_LETTERS].casefold()) if word not in _FILLING)
    return frozenset(re.sub(r"(?<=\w{3})(ing|ed|es|s)$", "", word) for word in found)
