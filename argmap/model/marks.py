"""The marks on the fields of what authors write: they say what pydantic's do, without pydantic.

Pydantic understands them; ``argmap.model.plain_values`` reads by them when pydantic is not needed.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from argmap.model.dataclass import _MISSING, _Field, shape_of

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Before:
    """Says that a function is called on a value before it is checked, as ``pydantic.BeforeValidator``."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[[object], object]) -> None:
        """Take the function; a value it cannot deal with it gives back."""
        self.function = function

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic import BeforeValidator

        return BeforeValidator(self.function).__get_pydantic_core_schema__(source, handler)


class Limits:
    """Says how long a text is, what it looks like, or how large a number is, as ``pydantic.Field``."""

    __slots__ = ("ge", "le", "max_length", "min_length", "pattern")

    def __init__(
        self,
        *,
        min_length: int | None = None,
        max_length: int | None = None,
        pattern: str | None = None,
        ge: float | None = None,
        le: float | None = None,
    ) -> None:
        """Take the limits; one that is left out does not hold."""
        self.min_length, self.max_length, self.pattern = min_length, max_length, pattern
        self.ge, self.le = ge, le

    def given(self) -> dict[str, Any]:
        """Give the limits that hold, by name."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name)) is not None}

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        schema: Any = handler(source)
        return {**schema, **self.given()}


class RecordField(_Field):
    """A field that has another name in the files, or a limit."""

    __slots__ = ("alias", "min_length")

    def __init__(
        self,
        default: Any = _MISSING,
        *,
        default_factory: Any = _MISSING,
        alias: str | None = None,
        min_length: int | None = None,
    ) -> None:
        """Take what ``pydantic.Field`` takes."""
        super().__init__(default, default_factory)
        self.alias, self.min_length = alias, min_length

    def standard(self) -> Any:
        """Give the field as ``dataclasses`` and pydantic know it."""
        from dataclasses import field

        from pydantic import Field

        known: dict[str, Any] = {"default": self.default, "default_factory": self.factory}
        known = {name: value for name, value in known.items() if value is not _MISSING}
        for name in ("alias", "min_length"):
            if getattr(self, name) is not None:
                known[name] = getattr(self, name)
        return field(default=Field(**known), kw_only=self.kw_only)


def names_in_files(cls: type) -> dict[str, str]:
    """Give the names of a record's fields: as they are here, to as they are in the files."""
    return {each.name: getattr(each, "alias", None) or each.name for each in shape_of(cls).fields}
