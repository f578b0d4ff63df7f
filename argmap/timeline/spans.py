"""What a date looks like on a line: where it may lie, where it surely lies, and which ends are open."""

from dataclasses import dataclass

from argmap.model.edtf import Edtf, EdtfError, parse_edtf


@dataclass(frozen=True, slots=True)
class Span:
    """A date or span in days (numbered like ``date.toordinal``)."""

    start: int | None
    """First day it can touch; None where it has no beginning that is known."""
    end: int | None
    """Last day it can touch; None where it has no end that is known."""
    sure: tuple[int, int] | None
    """First and last day that it surely covers; None for one unknown day between start and end."""
    approximate: bool
    uncertain: bool

    @property
    def is_day(self) -> bool:
        """Whether it is one known day."""
        return self.start is not None and self.start == self.end

    @property
    def open_start(self) -> bool:
        """Whether no beginning is known."""
        return self.start is None

    @property
    def open_end(self) -> bool:
        """Whether no end is known."""
        return self.end is None

    def touches(self, first: int, last: int) -> bool:
        """Whether it can lie, in part at least, between two days."""
        return (self.start is None or self.start <= last) and (self.end is None or self.end >= first)


def span_of(when: Edtf, *, period: bool = False) -> Span:
    """Read a date as a span.

    Args:
        when: The date.
        period: Whether it names a time as a whole, such as the year that a claim is about, rather than
            one day in it.

    Examples:
        >>> from argmap.model.edtf import parse_edtf
        >>> span_of(parse_edtf("1950-06")).sure is None, span_of(parse_edtf("1950-06-25")).is_day
        (True, True)
        >>> span_of(parse_edtf("1950-06-25/..")).open_end
        True
    """
    flags = (when.approximate, when.uncertain)
    if period and when.earliest is not None and when.latest is not None:
        return Span(when.earliest, when.latest, (when.earliest, when.latest), *flags)
    if "/" not in when.text or when.text[:1] in "[{":
        day = (when.earliest, when.earliest) if when.earliest is not None else None
        return Span(when.earliest, when.latest, day if when.earliest == when.latest else None, *flags)
    first, last = (_end(part) for part in when.text.split("/", 1))
    sure = None
    begun = first.latest if first else when.latest
    ended = last.earliest if last else begun
    begun = begun if first else ended
    if begun is not None and ended is not None and begun <= ended:
        sure = (begun, ended)
    return Span(when.earliest, when.latest, sure, *flags)


def _end(text: str) -> Edtf | None:
    """Read one end of a span; None where it is open or unknown."""
    try:
        return None if text in ("", "..") else parse_edtf(text)
    except EdtfError:  # an end that only the whole text makes sense of
        return None
