"""The steps of a grading in words: where it starts, what raises or lowers it, and why."""

from collections.abc import Iterator

from argmap.model.vocabulary import GRADE_WORDS
from argmap.verdict.grades import STARTS, Grading, Step

_REASONS = {
    ("form", "record"): "a record of the act itself",
    ("form", "testimony"): "testimony",
    ("form", "scholarship"): "scholarship",
    ("form", "derived"): "derived from others",
    ("form", "unrecorded"): "of a form not recorded",
    ("authenticity", "verified"): "verified as genuine",
    ("authenticity", "accepted"): "accepted as genuine",
    ("authenticity", "unknown"): "of unknown authenticity",
    ("authenticity", "doubted"): "its authenticity is doubted",
    ("authenticity", "disputed"): "its authenticity is disputed",
    ("authenticity", "forged"): "forged",
    ("chain", "original"): "seen in the original",
    ("chain", "facsimile"): "seen in facsimile",
    ("chain", "edition"): "seen in an edition",
    ("chain", "translation"): "seen in translation",
    ("chain", "second translation"): "a translation of a translation",
    ("chain", "excerpt"): "known only in excerpt",
    ("chain", "quoted-in"): "known only as quoted by another",
    ("witness", "actor"): "by one who acted",
    ("witness", "eyewitness"): "by an eyewitness",
    ("witness", "informed"): "by one who was informed",
    ("witness", "hearsay"): "hearsay",
    ("witness", "late"): "given more than ten years after",
    ("tendency", "against-interest"): "against its maker's interest",
    ("tendency", "neutral"): "without interest in it",
    ("tendency", "interested"): "by an interested party",
    ("tendency", "self-serving"): "self-serving",
    ("tendency", "propaganda"): "propaganda",
    ("bearing", "direct"): "bears on it directly",
    ("bearing", "inferential"): "bears on it by inference",
    ("bearing", "circumstantial"): "bears on it only by circumstance",
    ("bearing", "silence"): "argues from silence",
}


def step_reason(step: Step) -> str:
    """Say what a step stands for.

    Examples:
        >>> step_reason(Step("chain", "quoted-in", -2))
        'known only as quoted by another'
    """
    if step.table == "grade":
        return f"graded {step.word} on the Admiralty scale"
    return _REASONS.get((step.table, step.word), f"{step.table} {step.word}")


def step_words(grading: Grading) -> Iterator[str]:
    """Tell a grading step by step: the start, each step that changes it, and where it is held to the scale.

    Examples:
        >>> list(step_words(Grading(1, (Step("form", "scholarship", 2), Step("bearing", "silence", -2)))))
        ['scholarship starts at limited (2)', 'argues from silence −2', 'no lower than weak (1)']
    """
    total = 0
    for step in grading.steps:
        total += step.change
        if step.table in STARTS:
            yield f"{step_reason(step)} starts at {GRADE_WORDS[step.change]} ({step.change})"
        elif step.change:
            yield f"{step_reason(step)} {'+' if step.change > 0 else '−'}{abs(step.change)}"
        elif step.table == "authenticity" and step.word == "forged":
            yield "forged: it counts for nothing"
    if grading.value and total != grading.value:
        bound = "no lower than" if total < grading.value else "no higher than"
        yield f"{bound} {grading.word} ({grading.value})"
