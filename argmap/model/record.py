"""What authors write, described once: pydantic's words for it, without pydantic until it has to speak.

A class under ``record`` is to pydantic a dataclass with a configuration of its own: a ``TypeAdapter`` of it
checks, explains and describes it, and calling it checks what it is given.
"""

import sys
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from argmap.model.dataclass import _Field, make_class, shape_of
from argmap.model.marks import RecordField
from argmap.model.plain_values import UNUSUAL, record_reader

if TYPE_CHECKING:
    from pydantic import ConfigDict, TypeAdapter

C = TypeVar("C")

CONFIG: "ConfigDict" = {"extra": "forbid", "validate_by_name": True, "validate_by_alias": True}
"""Pydantic's configuration of every record."""


def _record(cls: Any) -> Any:
    """Make a class of records; calling it checks what it is given."""
    fields = {name: value for name, value in cls.__dict__.items() if isinstance(value, _Field)}
    made = make_class(cls, fields, frozen=True, slots=True, kw_only=True)
    made.__pydantic_config__, made.__init__ = CONFIG, _checked
    return made


def _checked(self: Any, /, *values: Any, **given: Any) -> None:
    cls = shape_of(type(self)).cls
    if "pydantic" not in sys.modules and not values:
        try:
            record_reader(cls).fill(self, given, in_files=False)
            return
        except UNUSUAL:
            pass  # pydantic takes it all the same, or says what is wrong
    from pydantic_core import ArgsKwargs

    checker(cls).validator.validate_python(ArgsKwargs(values, given), self_instance=self)


@cache
def checker(cls: type[C]) -> "TypeAdapter[C]":
    """Give what checks one record of a class."""
    from pydantic import TypeAdapter

    return TypeAdapter(cls)


if TYPE_CHECKING:
    from typing import dataclass_transform

    from pydantic import Field as Field

    @dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
    def record(cls: type[C]) -> type[C]:
        """See above."""
        return cls
else:
    Field, record = RecordField, _record
