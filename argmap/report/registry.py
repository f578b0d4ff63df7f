"""Report formats by name: one way in for ours and for plugins."""

from collections.abc import Callable
from functools import cache

from argmap.check import Audit
from argmap.model.errors import RegistrationError, UnknownNameError

Reader = Callable[[str], bytes | None]
"""Gives the bytes of a project file, or None where it cannot be read."""

Format = Callable[[Audit, Reader, bool], str]
"""Audit, reader and whether to colour, to text."""

_FORMATS: dict[str, Format] = {}

ENTRY_POINTS = "argmap.reports"


def report_format(name: str) -> Callable[[Format], Format]:
    """Register a format under a name."""

    def add(write: Format) -> Format:
        known = _FORMATS.get(name)
        if known is not None and known.__module__ != write.__module__:
            raise RegistrationError(f"two report formats are called '{name}'")
        _FORMATS[name] = write
        return write

    return add


@cache
def report_formats() -> dict[str, Format]:
    """Load every format, by name."""
    import pkgutil
    from importlib import import_module

    import argmap.report as room
    from argmap.model.plugins import plugins

    for module in pkgutil.iter_modules(room.__path__, room.__name__ + "."):
        import_module(module.name)
    for point in plugins(ENTRY_POINTS):
        point.load()
    return dict(sorted(_FORMATS.items()))


def write_report(audit: Audit, name: str, read: Reader, colour: bool = False) -> str:
    """Write an audit in a format.

    Raises:
        UnknownNameError: If there is no such format.
    """
    formats = report_formats()
    if name not in formats:
        raise UnknownNameError("report format", name, formats)
    return formats[name](audit, read, colour)
