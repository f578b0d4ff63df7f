"""Report formats by name: one way in for ours and for plugins."""

from collections.abc import Callable
from functools import cache

from argmap.audit.result import Audit
from argmap.model.errors import RegistrationError, UnknownNameError

Reader = Callable[[str], bytes | None]
"""Gives the bytes of a project file, or None where it cannot be read."""

Format = Callable[[Audit, Reader, bool], str]
"""Audit, reader and whether to colour, to text."""

FORMATS = {
    "concise": "text",
    "full": "text",
    "github": "github",
    "gitlab": "gitlab",
    "json": "json_report",
    "jsonl": "jsonl",
    "junit": "junit",
    "markdown": "markdown",
    "rdjson": "rdjson",
    "sarif": "sarif",
}
"""Our formats, and the modules in which they stand: one is loaded when it is asked for."""

_FORMATS: dict[str, Format] = {}

ENTRY_POINTS = "argmap.reports"


def report_format(name: str) -> Callable[[Format], Format]:
    """Register a format under a name."""

    def add(write: Format) -> Format:
        ours = _home(name) if name in FORMATS else None
        known = _FORMATS[name].__module__ if name in _FORMATS else ours
        if known is not None and known != write.__module__:
            raise RegistrationError(f"two report formats are called '{name}'")
        _FORMATS[name] = write
        return write

    return add


@cache
def report_formats() -> dict[str, Format]:
    """Load every format, by name."""
    return {name: _loaded(name) for name in sorted({*FORMATS, *_of_plugins()})}


@cache
def _of_plugins() -> frozenset[str]:
    """Load the formats of installed plugins, and name them."""
    from argmap.model.plugins import plugins

    for point in plugins(ENTRY_POINTS):
        point.load()
    return frozenset(_FORMATS)


def _loaded(name: str) -> Format:
    if name not in _FORMATS:
        __import__(_home(name))
    return _FORMATS[name]


def _home(name: str) -> str:
    return f"argmap.report.{FORMATS[name]}"


def write_report(audit: Audit, name: str, read: Reader, colour: bool = False) -> str:
    """Write an audit in a format.

    Raises:
        UnknownNameError: If there is no such format.
    """
    names = {*FORMATS, *_of_plugins()}
    if name not in names:
        raise UnknownNameError("report format", name, sorted(names))
    return _loaded(name)(audit, read, colour)
