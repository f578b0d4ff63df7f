"""From the bytes of a file to its text."""

from argmap.model.errors import UnreadableError, shown

LARGEST = 1_000_000_000
"""Bytes from which a file is refused."""


def decode(data: bytes, name: str) -> str:
    r"""Decode UTF-8, with or without a byte order mark; every line end becomes one newline.

    Args:
        data: The bytes.
        name: Name of the file, for messages.

    Raises:
        UnreadableError: If they are no text, or too many.

    Examples:
        >>> decode(b"\xef\xbb\xbfp af 1\r\n", "a.af")
        'p af 1\n'
    """
    if len(data) > LARGEST:
        raise UnreadableError(f"'{shown(name)}' is larger than {LARGEST // 1_000_000} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        raise UnreadableError(f"{shown(name)}:{line}: byte 0x{byte:02X} is not UTF-8") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnreadableError(f"{shown(name)}:{line}: a NUL character: this is no text")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def fault(name: str, line: int, message: str) -> UnreadableError:
    """Make the error of a fault in a line (from 1) of a file."""
    return UnreadableError(f"{shown(name)}:{line}: {message}")
