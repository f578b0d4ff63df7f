"""Colour for terminals."""

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "bold": "1",
    "dim": "2",
    "good": "32",
    "bad": "31",
    "blue": "34",
}


def paint(text: str, style: str, colour: bool) -> str:
    """Colour text for a terminal, or leave it as it is.

    Examples:
        >>> paint("error", "error", False)
        'error'
    """
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if colour else text
