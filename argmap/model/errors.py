"""What argmap raises when it is misused; faults of an argument are findings instead.

ArgmapError
├── ProjectNotFoundError     no project folder here
├── UnreadableError          a file or folder that cannot be read at all
├── SettingsError            argmap.toml does not fit
├── UnknownIdError           no record of that id
├── UnknownNameError         no rule, format, school … of that name
├── RegistrationError        two plugins under one name
├── ExistsError              would overwrite something
└── DrawingError             no picture could be made
"""

from collections.abc import Iterable


class ArgmapError(Exception):
    """Base of everything argmap raises on purpose; its text is for the user."""


class ProjectNotFoundError(ArgmapError):
    """There is no argmap project where one was expected."""


class UnreadableError(ArgmapError):
    """A file or folder cannot be read."""


class SettingsError(ArgmapError):
    """The settings in ``argmap.toml`` do not fit."""


class UnknownNameError(ArgmapError):
    """A name that argmap does not know."""

    def __init__(self, what: str, name: str, known: Iterable[str] = ()) -> None:
        """Say what is unknown and offer the nearest known name.

        Args:
            what: The kind of thing, e.g. ``"rule"``.
            name: The name as given.
            known: The names there are.
        """
        self.name = name
        self.nearest = nearest(name, known)
        hint = f"; did you mean '{self.nearest}'?" if self.nearest else ""
        super().__init__(f"no {what} '{shown(name)}'{hint}")


class UnknownIdError(UnknownNameError):
    """No record of the project has that id."""


class RegistrationError(ArgmapError):
    """Two rules, formats or reports ask for one name."""


class ExistsError(ArgmapError):
    """Something is there already and would be overwritten."""


class DrawingError(ArgmapError):
    """No picture could be made."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Find the known name most like ``name``, or None if none is close.

    Examples:
        >>> nearest("stalin-aproval", ["stalin-approval", "mao-offer"])
        'stalin-approval'
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    best = process.extractOne(name, sorted(known), scorer=OSA.normalized_similarity, score_cutoff=0.6)
    return best[0] if best else None


def shown(text: str, width: int = 80) -> str:
    r"""Make foreign text safe and short enough for one line of a message.

    Examples:
        >>> print(shown("a\x1b[31mb"))
        a\x1b[31mb
    """
    if len(text) <= width and text.isprintable():
        return text
    safe = "".join(c if c.isprintable() else repr(c)[1:-1] for c in text[: width + 1])
    return safe if len(text) <= width else safe[: width - 1] + "…"
