"""What several rules say of dates."""

from argmap.model.edtf import Answer, Edtf


def surely_before(one: Edtf | None, other: Edtf | None) -> bool:
    """Tell whether one date certainly lies before another.

    Dates marked uncertain or approximate (``?``, ``~``, ``%``) are never certain.

    Examples:
        >>> from argmap.model.edtf import parse_edtf
        >>> june = parse_edtf("1950-06")
        >>> [surely_before(parse_edtf(text), june) for text in ("1949", "1949~", "1950")]
        [True, False, False]
    """
    if one is None or other is None:
        return False
    if one.uncertain or one.approximate or other.uncertain or other.approximate:
        return False
    return one.before(other) is Answer.YES
