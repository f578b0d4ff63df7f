"""From bytes to text: UTF-8, or a fault that says what the bytes look like."""

from argmap.model.errors import shown
from argmap.model.finding import Finding, Path, Related, Severity, Spot
from argmap.model.fix import Fix
from argmap.model.pattern import pattern

LARGEST = 200_000_000
"""Bytes from which a file is refused unread."""

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x1f\x8b": "a compressed file",
    b"SQLite format 3": "a database",
}
_GUESSES = (
    ("cp949", "EUC-KR (cp949)", pattern("[\uac00-\ud7a3]{2}")),
    ("cp932", "Shift-JIS (cp932)", pattern("[\u3041-\u30fe]{2}")),
)
_CONTROL_BYTE = pattern(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NAMES = {"dict": "a mapping", "list": "a list", "NoneType": "empty", "set": "a set", "tuple": "a list"}
_SAVE = "save it as UTF-8, as any editor can"


def fault(
    rule: str,
    message: str,
    file: str,
    path: Path = (),
    *,
    at: tuple[int, int] | None = None,
    on_key: bool = False,
    help: str = "",
    subjects: tuple[str, ...] = (),
    related: tuple[Related, ...] = (),
    fix: Fix | None = None,
) -> Finding:
    """Make the finding of one fault in a file; foreign text in the message is made safe.

    Args:
        rule: Name of the rule under which it goes.
        message: The fault in one sentence without a full stop.
        file: The file, relative to the root.
        path: Where in the file.
        at: Line and column where they are known.
        on_key: Whether the key rather than its value is meant.
        help: What to do about it.
        subjects: Ids concerned.
        related: Other places that matter.
        fix: How to put it right.
    """
    spot = Spot(file, path, on_key=on_key, at=at)
    told, advice = shown(message, 240), shown(help, 600)
    return Finding(told, spot, subjects, advice, related, rule, Severity.ERROR, fix=fix)


def told(value: object) -> str:
    """Show a value in a message: a text or number as it is, a collection by its kind."""
    if isinstance(value, str):
        return f"'{shown(value)}'"
    if isinstance(value, bool | float):
        return str(value).lower()
    if isinstance(value, int):
        return str(value) if abs(value) < 10**40 else "a very large number"
    return _NAMES.get(type(value).__name__, "something else")


def decode(file: str, data: bytes) -> str | Finding:
    r"""Decode the bytes of a file, or tell why they are no text; every line end becomes one newline.

    Examples:
        >>> decode("a.yaml", b"caf\xe9").message
        'byte 0xE9 is not UTF-8; the file looks like Latin-1 (Windows-1252)'
    """
    if len(data) > LARGEST:
        size = f"{len(data) // 1_000_000} MB"
        return _unreadable(file, f"the file is larger than a project file can be: {size}", "split it")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _unreadable(file, "the file is UTF-16, not UTF-8", _SAVE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(file, data, error.start)
    position = text.find("\0")
    if position >= 0:
        at = place_at(text, position)
        what = f"{looks}, not a text" if (looks := _magic(data)) else "binary data, not a text"
        return _unreadable(file, f"the file holds a NUL character: {what}", "move it away", at)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def place_at(text: str, position: int) -> tuple[int, int]:
    r"""Tell line and column, from 1, of a position in a text.

    Examples:
        >>> place_at("ab\ncd", 4)
        (2, 2)
    """
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def _not_utf8(file: str, data: bytes, start: int) -> Finding:
    before = data[:start].decode("utf-8-sig", "replace")
    at = place_at(before, len(before))
    byte = f"byte 0x{data[start]:02X}"
    if looks := _magic(data):
        return _unreadable(file, f"{byte} is not UTF-8; the file looks like {looks}", "move it away", at)
    if guess := _encoding(data):
        return _unreadable(file, f"{byte} is not UTF-8; the file looks like {guess}", _SAVE, at)
    return _unreadable(file, f"{byte} is not UTF-8; this is not a text", "move the file away", at)


def _encoding(data: bytes) -> str | None:
    """Guess what an author's editor saved, from the first stretch that is not ASCII."""
    if _CONTROL_BYTE.search(data[:65536]):
        return None
    for encoding, name, letters in _GUESSES:
        try:
            if letters.search(data.decode(encoding)):
                return name
        except UnicodeDecodeError:
            continue
    return "Latin-1 (Windows-1252)"


def _magic(data: bytes) -> str | None:
    return next((name for start, name in _MAGIC.items() if data.startswith(start)), None)


def _unreadable(file: str, message: str, help_: str, at: tuple[int, int] = (1, 1)) -> Finding:
    return fault("unreadable-file", message, file, at=at, help=help_)
