"""Libraries that come with extras, imported where they are needed."""

from importlib import import_module
from typing import Any

from argmap.model.errors import ArgmapError


def need(module: str, extra: str = "data") -> Any:  # a module without types
    """Import a module of an extra.

    Raises:
        ArgmapError: If it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise ArgmapError(f"{name} is not installed: pip install 'argmap[{extra}]'") from error


def damage() -> tuple[type[Exception], ...]:
    """Give what reading a Parquet file raises when it is damaged, or made to do harm."""
    return (need("pyarrow").ArrowException, OSError, ValueError, LookupError, MemoryError)
