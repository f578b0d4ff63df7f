"""Turns of phrase that several rules share."""

from collections.abc import Collection, Iterable
from itertools import islice

from argmap.model.errors import shown
from argmap.model.project import Reference
from argmap.model.vocabulary import GRADE_WORDS, SINGULAR

WEAK = GRADE_WORDS[1]
"""How ``worth`` tells of what is worth one step and no more."""
MOST_NAMED = 5
"""Names that a message lists before it counts the rest."""


def named(ids: Collection[str], most: int = MOST_NAMED) -> str:
    """List ids in quotes; what goes beyond ``most`` is counted.

    Examples:
        >>> named(["a", "b", "c"]), named(["a", "b", "c", "d"], 2)
        ("'a', 'b' and 'c'", "'a', 'b' and 2 more")
    """
    quoted = [f"'{shown(key)}'" for key in islice(ids, most)]
    if len(ids) > most:
        quoted.append(f"{len(ids) - most} more")
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def ranges(numbers: Iterable[int]) -> str:
    """Write whole numbers, in order, with runs drawn together.

    Examples:
        >>> ranges([1, 2, 3, 5, 8, 9])
        '1-3, 5, 8, 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    written = []
    for run in runs:
        joint = ", " if run[-1] - run[0] == 1 else "-"
        written.append(joint.join(map(str, run)))
    return ", ".join(written)


def kind_words(kinds: Iterable[str]) -> str:
    """Name kinds of record, one of which is meant.

    Examples:
        >>> kind_words(["claims", "evidence"]), kind_words(["events"])
        ('claim or evidence', 'event')
    """
    return " or ".join(SINGULAR[kind] for kind in kinds)


def a_kind(kind: str) -> str:
    """Name a kind of record with its article.

    Examples:
        >>> a_kind("claims"), a_kind("evidence"), a_kind("events")
        ('a claim', 'evidence', 'an event')
    """
    word = SINGULAR[kind]
    return word if kind == "evidence" else f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def naming_place(reference: Reference) -> str:
    """Say in which field of which record a reference stands."""
    path = [str(part) for part in reference.spot.path]
    if path[0] not in (*SINGULAR, "expect"):
        return f"'{path[-1]}' in the settings"
    kind, key, *rest = path
    if kind == "expect":
        return f"'expect' of claim '{shown(key)}'" if rest else "'expect'"
    fields = [part for part in rest if not part.isdigit()]
    field = fields[0] if fields[-1] in ("from", reference.target) else fields[-1]
    return f"'{field}' of {SINGULAR[kind]} '{shown(key)}'"


def subjects(reference: Reference) -> tuple[str, ...]:
    """Give the ids that a finding on a reference is about."""
    return tuple(dict.fromkeys((reference.subject, reference.target)))


def worth(bounds: tuple[float, float], setting: str) -> str:
    """Say what one side of a claim is worth, as a grade (a number in the Carneades setting).

    Examples:
        >>> worth((3, 3), "grades"), worth((0, 2), "grades"), worth((0.4, 0.4), "carneades")
        ('good', 'nothing to limited', '0.4')
    """
    lo, hi = (f"{b:g}" if setting == "carneades" else GRADE_WORDS[int(b)] for b in bounds)
    return lo if lo == hi else f"{lo} to {hi}"
