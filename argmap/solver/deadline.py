"""A time by which an answer is wanted."""

from time import monotonic


class OutOfTimeError(Exception):
    """The time is up; caught inside the room, where what is known so far is kept."""


class Deadline:
    """A moment after which work stops; without seconds it never comes."""

    def __init__(self, seconds: float | None = None) -> None:
        self.ends = None if seconds is None else monotonic() + seconds

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return self.ends is not None and monotonic() > self.ends

    def check(self) -> None:
        """Raise if the time is up.

        Raises:
            OutOfTimeError: If it is.
        """
        if self.is_over:
            raise OutOfTimeError
