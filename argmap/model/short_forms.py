"""The short forms an author may write, expanded before a record is checked."""

from collections.abc import Mapping
from typing import Annotated, Any

from argmap.model.marks import Before, Limits


def listed(value: object) -> object:
    """Take one thing for a list of it.

    Examples:
        >>> listed("a"), listed(["a"])
        (['a'], ['a'])
    """
    return value if isinstance(value, list | tuple) or value is None else [value]


def expand_arguments(value: object) -> object:
    """Expand ``for: id`` and ``for: [id, {from: id}]`` to a list of mappings with ``from``."""
    if not isinstance(value, list | tuple):
        if not isinstance(value, str | Mapping):
            return value
        value = [value]
    return [{"from": [entry]} if isinstance(entry, str) else entry for entry in value]


def expand_stances(value: object) -> object:
    """Expand ``{orthodox: holds}`` to ``{orthodox: {stance: holds}}``."""
    if not isinstance(value, Mapping):
        return value
    return {key: {"stance": stance} if isinstance(stance, str) else stance for key, stance in value.items()}


def texted(value: object) -> object:
    """Take a bare number for text, as in ``part: 4``."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def one_text(value: object) -> object:
    """Fold the line breaks of a block text into spaces."""
    return " ".join(value.split()) if isinstance(value, str) else value


Text = Annotated[str, Limits(min_length=1), Before(one_text)]
"""One line of prose; line breaks of a block are folded."""

Name = Annotated[str, Limits(min_length=1), Before(texted)]

Names = Annotated[tuple[Name, ...], Before(listed)]
"""Ids or names: one, or a list."""

ChainLink = Annotated[
    str,
    Limits(
        pattern=r"^(original|facsimile|edition|excerpt|translation(\([a-z]{2,3}\))?"
        r"|quoted-in(\([^()\s]+\))?)$"
    ),
]

NoteRef = Annotated[str, Limits(pattern=r"^[^\s.]+(\.[^\s.]+)*\.[0-9]+[a-z]?$")]
"""A note of the manuscript: part and number, as in ``IV.12``."""

JsonObject = dict[str, Any]
