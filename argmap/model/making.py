"""Makes many instances of a frozen class at the price of plain assignments."""

from collections.abc import Callable
from functools import cache
from typing import Any


@cache
def maker(cls: Any) -> Callable[..., Any]:
    """Give what makes instances of a frozen class with slots, unchecked, from its fields in their order.

    A frozen class sets its fields one by one past its own guard, which takes longer than all the rest of
    reading a record. Here they are set on an instance of a class with the same slots and without a
    guard, and that instance is then declared to be one of the frozen class.

    Args:
        cls: The class; its bases have no fields.

    Examples:
        >>> from argmap.model.spot import Spot
        >>> maker(Spot)("claims/a.yaml", ("claims", "c1"), True, None)
        Spot(file='claims/a.yaml', path=('claims', 'c1'), on_key=True, at=None)
    """
    names: tuple[str, ...] = cls.__slots__
    lines = [f"self.{name} = {name}" for name in names]
    known: dict[str, Any] = {"cls": cls}
    exec(  # as the standard library writes the methods of a dataclass
        f"class Draft:\n __slots__ = {names!r}\n"
        f" def __init__(self, {', '.join(names)}):\n  {'; '.join(lines)}\n  self.__class__ = cls\n",
        known,
    )
    made: Callable[..., Any] = known["Draft"]
    return made
