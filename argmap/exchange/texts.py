"""Foreign texts made fit for records: no control characters, no halves of characters."""

import re
from typing import Any

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    r"""Replace what cannot stand in a text file, line breaks and tabs aside.

    Examples:
        >>> clean("a\x00b\ud800")
        'a�b�'
    """
    return text if text.isprintable() else _CONTROL.sub("\ufffd", text)


def one_line(value: object) -> str:
    r"""Give a foreign value as one line of text; empty for what is no text or number.

    Examples:
        >>> one_line("  The fire\n began.\x00 "), one_line(3), one_line(None), one_line([1])
        ('The fire began.�', '3', '', '')
    """
    if isinstance(value, str):
        if value.isprintable() and "  " not in value and value[:1] != " " and value[-1:] != " ":
            return value
        return " ".join(clean(value).split())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value) if not isinstance(value, int) or abs(value) < 10**40 else ""
    return ""


def key_of(value: object) -> str | None:
    """Give a foreign id as text: a text or whole number that is not empty, else None.

    Examples:
        >>> key_of(12), key_of(" a "), key_of(""), key_of(True), key_of(None)
        ('12', 'a', None, None, None)
    """
    if isinstance(value, str):
        return value if value.isalnum() else one_line(value) or None
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return one_line(value) or None


def list_of(value: object) -> list[Any]:
    """Give a foreign value where it is a list; else an empty one.

    Examples:
        >>> list_of([1]), list_of(None), list_of({"a": 1})
        ([1], [], [])
    """
    return value if isinstance(value, list) else []
