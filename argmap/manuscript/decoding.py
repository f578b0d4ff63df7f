"""Bytes to text, for the formats that are text."""

import re

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


def decoded(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    r"""Turn bytes into text whose lines end with a line feed.

    Args:
        data: The bytes.
        declared: The encoding that the file itself names.

    Returns:
        The text, and a remark if its encoding had to be guessed.
    """
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    for candidate in (encoding, "utf-8", declared):
        if candidate is None:
            continue
        try:
            return _clean(data.decode(candidate)), None
        except (ValueError, LookupError):  # some codecs refuse in ways of their own
            continue
    text = data.decode("cp1252", errors="replace")
    return _clean(text), "the text is not in UTF-8; it was read as Western European (Windows-1252)"


def _clean(text: str) -> str:
    return _CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
