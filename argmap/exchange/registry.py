"""Formats by name: one way in for ours and for plugins, told by content.

An importer turns bytes into records, an exporter turns a judged map into files; both give a loss
report. What a file is, its content decides; a suffix settles only what content leaves open.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from argmap.exchange.content import Content
from argmap.exchange.loss import LossReport
from argmap.model.errors import ArgmapError, RegistrationError, UnknownNameError, UnreadableError, shown
from argmap.model.project import Project
from argmap.verdict.judgement import Judgement

ENTRY_POINTS = "argmap.exchange"
LARGEST = 500_000_000
"""Bytes from which a file is refused unread."""


@dataclass(frozen=True, slots=True)
class Imported:
    """Records that came out of a file of another format."""

    project: Project
    loss: LossReport


@dataclass(frozen=True, slots=True)
class Exported:
    """A map in another format."""

    files: Mapping[str, bytes]
    """Content by name; one file under the empty name, or the files of a folder under theirs."""
    loss: LossReport = field(default_factory=LossReport)


Read = Callable[[Content], Imported]
"""A foreign file to records; raises `UnreadableError`."""

Likely = Callable[[Content], float]
"""How surely a file is of a format, 0 to 1: 1 for a mark that no other format has, 0 for surely not."""

Write = Callable[[Judgement], Exported]


@dataclass(frozen=True, slots=True)
class Importer:
    """A format that comes in."""

    name: str
    title: str
    """For people: ``AIF JSON (AIFdb)``."""
    suffixes: tuple[str, ...]
    likely: Likely
    read: Read
    is_text: bool = True
    """Whether a file of it is text, whose encoding matters."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that goes out."""

    name: str
    title: str
    suffix: str
    """Of the file, with its dot; empty for a folder."""
    write: Write


_IMPORTERS: dict[str, Importer] = {}
_EXPORTERS: dict[str, Exporter] = {}


def importer(
    name: str, title: str, suffixes: tuple[str, ...], likely: Likely, *, is_text: bool = True
) -> Callable[[Read], Read]:
    """Register the importer of a format.

    Args:
        name: As users write it after ``--from``.
        title: For people.
        suffixes: Lower-case suffixes with the dot.
        likely: How surely a file is of this format, 0 to 1.
        is_text: Whether a file of it is text, whose encoding matters.
    """

    def add(read: Read) -> Read:
        known = _IMPORTERS.get(name)
        if known is not None and known.read.__module__ != read.__module__:
            raise RegistrationError(f"two import formats are called '{name}'")
        _IMPORTERS[name] = Importer(name, title, suffixes, likely, read, is_text)
        return read

    return add


def exporter(name: str, title: str, suffix: str) -> Callable[[Write], Write]:
    """Register the exporter of a format.

    Args:
        name: As users write it.
        title: For people.
        suffix: Of the file, with its dot; empty for a folder.
    """

    def add(write: Write) -> Write:
        known = _EXPORTERS.get(name)
        if known is not None and known.write.__module__ != write.__module__:
            raise RegistrationError(f"two export formats are called '{name}'")
        _EXPORTERS[name] = Exporter(name, title, suffix, write)
        return write

    return add


@cache
def _load() -> None:
    import pkgutil
    from importlib import import_module

    from argmap.model.plugins import plugins

    room = import_module("argmap.exchange.formats")
    for module in pkgutil.iter_modules(room.__path__, room.__name__ + "."):
        import_module(module.name)
    for point in plugins(ENTRY_POINTS):
        point.load()


def importers() -> dict[str, Importer]:
    """Give every importer by name."""
    _load()
    return dict(sorted(_IMPORTERS.items()))


def exporters() -> dict[str, Exporter]:
    """Give every exporter by name."""
    _load()
    return dict(sorted(_EXPORTERS.items()))


def detect(content: Content) -> Importer:
    """Tell the format of a file by its content; the suffix breaks ties.

    Args:
        content: The file.

    Raises:
        UnreadableError: If no format fits.
    """
    name = content.name.lower()
    best, best_score = None, 0.0
    for each in importers().values():
        score = each.likely(content)
        if score >= 1:
            return each  # no other format has its mark
        if score > 0 and name.endswith(each.suffixes):
            score += 0.1
        if score > best_score:
            best, best_score = each, score
    if best is None:
        raise UnreadableError(
            f"'{shown(content.name)}' is in no format that argmap knows; --from can name one"
        )
    return best


def read(data: bytes, name: str, format: str | None = None) -> Imported:
    """Read the records of a file in another format.

    Args:
        data: Its bytes.
        name: Its name, for the suffix and for messages.
        format: The format's name; told by content when left out.

    Raises:
        UnknownNameError: If there is no such format.
        UnreadableError: If the bytes cannot be read, or nothing in them was understood.
    """
    if len(data) > LARGEST:
        raise UnreadableError(f"'{shown(name)}' is larger than {LARGEST // 1_000_000} MB")
    if not data.strip():
        raise UnreadableError(f"'{shown(name)}' is empty")
    if format is not None and format not in importers():
        raise UnknownNameError("import format", format, importers())
    content = Content(data, name)
    try:
        chosen = importers()[format] if format is not None else detect(content)
        found = chosen.read(content)
    except RecursionError:
        raise UnreadableError(f"'{shown(name)}' is nested too deeply") from None
    project = found.project
    if not (project.claims or project.evidence or project.sources):
        raise UnreadableError(f"nothing in '{shown(name)}' was understood as {chosen.title}")
    if content.guessed_encoding is not None and chosen.is_text:
        found.loss.change("file", name, f"not in UTF-8; read as {content.guessed_encoding}")
    return found


def write(judgement: Judgement, format: str) -> Exported:
    """Write a map in another format.

    Raises:
        UnknownNameError: If there is no such format.
        ArgmapError: If the map cannot be written in it.
    """
    known = exporters()
    if format not in known:
        raise UnknownNameError("export format", format, known)
    try:
        return known[format].write(judgement)
    except RecursionError:
        raise ArgmapError(f"the map is nested too deeply for {known[format].title}") from None
