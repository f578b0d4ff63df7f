"""Short words that figures use: counts of verdicts, notes, how an argument carries."""

from collections.abc import Iterable, Sequence

from argmap.draw.figure import Ruling
from argmap.model.records import Argument
from argmap.verdict.judgement import Verdict

NOTES = 4
"""Most notes that an evidence card names."""
NAMED = 12
"""Most ids that are named of what is left out."""


def cited(notes: Sequence[str]) -> str:
    """Name the notes that cite something, the first few by number.

    Examples:
        >>> cited(["IV.12", "IV.13"]), cited([f"I.{n}" for n in range(1, 8)])
        ('notes IV.12, IV.13', 'notes I.1, I.2, I.3, I.4 +3')
    """
    if not notes:
        return ""
    rest = f" +{len(notes) - NOTES}" if len(notes) > NOTES else ""
    return f"{'note' if len(notes) == 1 else 'notes'} {', '.join(notes[:NOTES])}{rest}"


def tally(verdicts: Iterable[Verdict]) -> str:
    """Count verdicts by word.

    Examples:
        >>> tally([])
        ''
    """
    counts: dict[str, int] = {}
    for verdict in verdicts:
        counts[verdict.verdict] = counts.get(verdict.verdict, 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{count} {word}" for word, count in ordered)


def ruling_of(verdict: Verdict, before: str) -> Ruling:
    """Say a verdict as a card does; ``before`` names its audience."""
    grade = verdict.lo if verdict.verdict == "supported" else None
    return Ruling(verdict.verdict, grade, before, verdict.granted or "")


def manner(argument: Argument) -> str:
    """Say by which scheme, and how far, an argument carries, where it is not the plain case."""
    said = [argument.scheme.replace("-", " ") if argument.scheme else ""]
    if argument.strength not in (None, "firm"):
        said.append(f"{argument.strength} step")
    if argument.bearing not in (None, "direct"):
        said.append(argument.bearing or "")
    if argument.tendency not in (None, "neutral"):
        said.append((argument.tendency or "").replace("-", " "))
    return " · ".join(part for part in said if part)


def counted(number: int, thing: str) -> str:
    """Count things.

    Examples:
        >>> counted(1, "claim"), counted(1200, "claim")
        ('1 claim', '1,200 claims')
    """
    ending = "" if number == 1 else "es" if thing.endswith("x") else "s"
    return f"{number:,} {thing}{ending}"


def named(ids: Sequence[str]) -> str:
    """Name ids, the first few of many.

    Examples:
        >>> named(["a", "b"]), named([str(i) for i in range(14)])
        ('a, b', '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more')
    """
    rest = f" and {len(ids) - NAMED:,} more" if len(ids) > NAMED else ""
    return ", ".join(ids[:NAMED]) + rest
