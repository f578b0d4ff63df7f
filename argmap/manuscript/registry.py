"""Formats of manuscripts by name: one way in for ours and for plugins.

A file's format is told by its content; the suffix only settles what content leaves open.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from argmap.manuscript.reading import Reading
from argmap.model.errors import RegistrationError, UnknownNameError, UnreadableError, shown

ENTRY_POINTS = "argmap.manuscripts"

LARGEST = 200_000_000
"""Bytes from which a manuscript is refused unread."""

Read = Callable[[bytes, str], Reading]
"""Bytes and a name for messages to a reading; raises `UnreadableError`."""


@dataclass(frozen=True, slots=True)
class ManuscriptFormat:
    """One format: how it is told, and how it is read."""

    name: str
    suffixes: tuple[str, ...]
    looks_like: Callable[[bytes], bool] | None
    """Whether bytes are surely this format; None if only a suffix can tell."""
    read: Read


_FORMATS: dict[str, ManuscriptFormat] = {}


def manuscript_format(
    name: str, suffixes: tuple[str, ...], looks_like: Callable[[bytes], bool] | None = None
) -> Callable[[Read], Read]:
    """Register the reader of a format.

    Args:
        name: As users write it after ``--from``.
        suffixes: Lower-case suffixes with the dot.
        looks_like: Tells from the bytes alone that they are this format.
    """

    def add(read: Read) -> Read:
        known = _FORMATS.get(name)
        if known is not None and known.read.__module__ != read.__module__:
            raise RegistrationError(f"two manuscript formats are called '{name}'")
        _FORMATS[name] = ManuscriptFormat(name, suffixes, looks_like, read)
        return read

    return add


@cache
def manuscript_formats() -> dict[str, ManuscriptFormat]:
    """Load every format, by name."""
    import pkgutil
    from importlib import import_module

    from argmap.model.plugins import plugins

    room = import_module("argmap.manuscript.formats")
    for module in pkgutil.iter_modules(room.__path__, room.__name__ + "."):
        import_module(module.name)
    for point in plugins(ENTRY_POINTS):
        point.load()
    return dict(sorted(_FORMATS.items()))


def read_bytes(data: bytes, name: str, format: str | None = None) -> Reading:
    """Read a manuscript from bytes.

    Args:
        data: The file's content.
        name: Its name, for the suffix and for messages.
        format: A format's name; told from content and suffix when left out.

    Raises:
        UnknownNameError: If there is no such format.
        UnreadableError: If the bytes cannot be read, or hold no text.
    """
    if len(data) > LARGEST:
        raise UnreadableError(f"'{shown(name)}' is larger than {LARGEST // 1_000_000} MB")
    if not data.strip():
        raise UnreadableError(f"'{shown(name)}' is empty")
    formats = manuscript_formats()
    if format is not None and format not in formats:
        raise UnknownNameError("manuscript format", format, formats)
    chosen = formats[format] if format else _detect(data, name, formats)
    reading = chosen.read(data, name)
    if not any(block.text for block in reading.blocks) and not reading.notes:
        raise UnreadableError(f"'{shown(name)}' holds no text that can be read")
    return reading


def _detect(data: bytes, name: str, formats: dict[str, ManuscriptFormat]) -> ManuscriptFormat:
    sure = [f for f in formats.values() if f.looks_like is not None and f.looks_like(data)]
    by_suffix = [f for f in formats.values() if name.lower().endswith(f.suffixes)]
    for candidate in by_suffix:
        if candidate in sure or (candidate.looks_like is None and not sure):
            return candidate
    if sure:
        return sure[0]
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError(f"'{shown(name)}' is no text and no format that argmap reads")
    return by_suffix[0] if by_suffix else formats["text"]
