"""What has changed since a review, in words."""

from collections.abc import Iterator, Sequence

from argmap.model.errors import shown
from argmap.model.project import Project
from argmap.model.versions import RecordChange
from argmap.rules.phrases import named

MOST_TOLD = 4
"""Records that are told with their fields before the rest are named, or counted."""

_FIELDS = {
    "text": "text",
    "kind": "kind",
    "when": "time",
    "hedge": "hedge",
    "standard": "proof standard",
    "held_by": "holders",
    "contradicts": "contradictions",
    "defines": "definitions",
}


def told_changes(project: Project, claim: str, changes: Sequence[RecordChange]) -> str:
    """Say what has changed: the claim's own fields first, then what it rests on.

    Args:
        project: The argument as it is now.
        claim: Id of the claim that was reviewed.
        changes: What has changed, the claim itself first.
    """
    parts = [words for change in changes if change.id == claim for words in _own(change)]
    below = [change for change in changes if change.id != claim]
    parts += [_record(project, change) for change in below[:MOST_TOLD]]
    if rest := [change.id for change in below[MOST_TOLD:]]:
        parts.append(f"{named(rest, MOST_TOLD)} {'has' if len(rest) == 1 else 'have'} changed")
    return "; ".join(parts)


def _own(change: RecordChange) -> Iterator[str]:
    if change.unrecorded:
        yield "what was reviewed is not recorded"
    plain = [name for name in (*change.changed, *change.added, *change.removed) if " " not in name]
    words = [_FIELDS.get(name, name) for name in dict.fromkeys(plain)]
    if words:
        yield f"its {_and(words)} changed"
    for names, what in ((change.added, "is new"), (change.removed, "is gone"), (change.changed, "changed")):
        for name in names:
            if " " in name:
                yield f"{_part(name)} {what}"


def _part(name: str) -> str:
    field, _, rest = name.partition(" ")
    if field in ("for", "against"):
        return f"the argument {field} it from {named(rest.split(' + '))}"
    return f"what {field[:-1]} '{shown(rest)}' says to it"


def _record(project: Project, change: RecordChange) -> str:
    what = (
        "evidence" if change.id in project.evidence else "claim" if change.id in project.claims else "record"
    )
    if change.gone:
        return f"'{shown(change.id)}' is gone"
    if change.unrecorded:
        return f"what was seen of {what} '{shown(change.id)}' is not recorded"
    names = [*change.changed, *change.added, *change.removed]
    fields = [f"'{name}'" for name in dict.fromkeys(name for name in names if " " not in name)]
    arguments = sum(" " in name for name in names)
    if arguments:
        fields.append("an argument" if arguments == 1 else f"{arguments} arguments")
    return f"{_and(fields)} of {what} '{shown(change.id)}' changed"


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
