"""Claims that rest on themselves in other words."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.model.pattern import pattern
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.support import steps
from argmap.rules.words import ClaimWords, claim_words

_ENDING = pattern(r"(?<=\w{3})(ing|ed|es|s)$")
_FILLING = frozenset(
    """a an the and or but of to in on at by for with from as that this these those it its his her their he
    she they is are was were be been being had has have did do does would could so then thus therefore also
    """.split()
)
_NEGATIONS = frozenset(("not", "no", "never", "nor", "neither", "nobody", "nothing", "without"))
LEAST = 4
"""Words that carry meaning, from which two texts can be said to have the same ones."""


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
    project, graph, meaning = case.project, case.graph, _meaning(claim_words(case))
    alike, claims = [], graph.claims
    for a, (claim, nodes) in enumerate(zip(graph.owner, graph.premises, strict=True)):
        for p in nodes:
            if 0 <= p < claims and p != claim and _says(meaning[p], meaning[claim]):
                alike.append(a)
                break
    for key, side, i, argument in steps(case, alike):
        for j, name in enumerate(argument.premises if side == "for" else ()):
            if name not in project.claims or name == key:
                continue
            if _says(meaning[graph.index[name]], meaning[graph.index[key]]):
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


def _says(premise: frozenset[str], claim: frozenset[str]) -> bool:
    """Whether words say all that others do, and as flatly."""
    return len(claim) >= LEAST and claim <= premise and claim & _NEGATIONS == premise & _NEGATIONS


def _meaning(words: ClaimWords) -> list[frozenset[str]]:
    """Give the words of each claim that carry meaning, without the endings of plural and past."""
    stems = [None if word in _FILLING else _ENDING.sub("", word) for word in words.numbers]
    return [frozenset(filter(None, map(stems.__getitem__, own))) for own in words.texts]
