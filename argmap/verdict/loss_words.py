"""What a verdict hangs on, in plain sentences."""

from collections.abc import Iterator, Sequence

from argmap.model.project import Project
from argmap.verdict.fragility import Fragility, Loss
from argmap.verdict.judgement import Verdict

UNITS = {
    "evidence": ("piece of evidence", "pieces of evidence"),
    "source": ("source", "sources"),
    "archive": ("archive", "archives"),
    "person": ("person", "persons"),
}
_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def counted(number: int, by: str) -> str:
    """Say how many things.

    Examples:
        >>> counted(1, "evidence"), counted(13, "archive")
        ('one piece of evidence', '13 archives')
    """
    one, several = UNITS[by]
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {one if number == 1 else several}"


def named(project: Project, by: str, item: str) -> str:
    """Name something that can be lost, so that it fits after "without"."""
    if by == "archive":
        return f"what {item} holds"
    if by == "person":
        scholar = project.scholars.get(item)
        return f"what {scholar.name if scholar else item} made"
    if by == "source":
        source = project.sources.get(item)
        return f"{source.short} ({item})" if source else item
    record = project.evidence[item]
    kind = record.kind if record.kind not in (None, "other") else "evidence"
    makers = [project.scholars[who].name if who in project.scholars else who for who in record.by]
    whose = f" of {_listed(makers)}" if makers else ""
    when = f", {record.made}" if record.made else ""
    return f"the {kind}{whose}{when} ({item})" if whose or when else f"the {kind} {item}"


def sentences(project: Project, fragility: Fragility) -> Iterator[str]:
    """Tell what a verdict hangs on: how much must be lost, every loss by itself, and what is not known."""
    yield _robustness(fragility)
    for loss in fragility.losses:
        yield _loss(project, fragility.by, loss)
    yield from _limits(fragility)


def _robustness(fragility: Fragility) -> str:
    turns = "turn or lower" if fragility.grade and fragility.verdict.grade else "turn"
    unit = UNITS[fragility.by][1]
    if fragility.at_least is None:
        return f"No loss of {'evidence' if fragility.by == 'evidence' else unit} can {turns} this verdict."
    if fragility.robustness is None:
        return f"At least {counted(fragility.at_least, fragility.by)} must be lost to {turns} this verdict."
    if fragility.robustness == 1:
        return f"The loss of {counted(1, fragility.by)} is enough to {turns} this verdict."
    return f"It takes the loss of {counted(fragility.robustness, fragility.by)} to {turns} this verdict."


def _loss(project: Project, by: str, loss: Loss) -> str:
    names = [named(project, by, item) for item in loss.items]
    both = "both " if len(names) == 2 else "all of " if len(names) > 2 else ""
    return f"Without {both}{_listed(names)} this claim would be {_verdict(loss.after)}."


def _limits(fragility: Fragility) -> Iterator[str]:
    if fragility.exhausted:
        if fragility.losses:
            yield "Nothing else would, unless one of these is part of it."
        return
    if fragility.robustness is None:
        yield "This is a lower bound: larger losses were not looked for to the end."
    elif fragility.complete_to >= fragility.robustness:
        most = counted(fragility.complete_to, fragility.by)
        yield f"Losses of more than {most} were not looked for to the end."
    else:
        yield "There may be other losses as small: the search was not brought to its end."


def _verdict(verdict: Verdict) -> str:
    return f"{verdict.verdict} ({verdict.grade})" if verdict.grade else verdict.verdict


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
