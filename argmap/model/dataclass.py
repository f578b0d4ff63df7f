"""The standard library's dataclass, worked out no further than it is used.

``dataclasses`` takes longer to import than the interpreter to start, and writes half a dozen methods for
every class, of which a short run of argmap calls next to none. Here a class is made ready at once, and a
method of it when it is first called. Whatever looks at a class as ``dataclasses`` does (``fields``,
``asdict``, pydantic, ``inspect.signature``) finds what it would find on one of theirs.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

_MISSING: Any = object()

_SELDOM = 8
"""Calls from which it pays to write an ``__init__``."""


class _Field:
    """A field of a class, and what becomes of it."""

    __slots__ = ("annotation", "compare", "default", "factory", "kw_only", "name", "repr")

    def __init__(
        self, default: Any = _MISSING, factory: Any = _MISSING, repr: bool = True, compare: bool = True
    ) -> None:
        self.default, self.factory, self.repr, self.compare = default, factory, repr, compare
        self.name, self.kw_only = "", False
        self.annotation: Any = None

    @property
    def required(self) -> bool:
        """Whether a value has to be given."""
        return self.default is _MISSING and self.factory is _MISSING

    def value(self) -> Any:
        """The value where none is given."""
        return self.default if self.factory is _MISSING else self.factory()

    def standard(self) -> Any:
        """Give the field as ``dataclasses`` knows it."""
        from dataclasses import field

        given = {"default": self.default, "default_factory": self.factory}
        known = {name: value for name, value in given.items() if value is not _MISSING}
        return field(**known, repr=self.repr, compare=self.compare, kw_only=self.kw_only)


class Shape:
    """The fields of a class made by ``dataclass``, and its methods as they come to be needed."""

    __slots__ = ("cls", "fields", "frozen", "order", "slots")

    def __init__(self, fields: tuple[_Field, ...], frozen: bool, slots: bool, order: bool) -> None:
        """Begin with no class yet."""
        self.fields, self.frozen, self.slots, self.order = fields, frozen, slots, order
        self.cls: Any = None

    def method(self, name: str) -> Any:
        """Write a method, and put it in its place."""
        writers = {"__init__": self._init, "__eq__": self._eq, "__hash__": self._hash, "__repr__": self._repr}
        made = writers[name]() if name in writers else getattr(self.standard(), name)
        made.__qualname__, made.__module__ = f"{self.cls.__qualname__}.{name}", self.cls.__module__
        setattr(self.cls, name, made)
        return made

    def fill(self, made: Any, values: tuple[Any, ...], named: dict[str, Any]) -> bool:
        """Do what ``__init__`` does, unless what is given does not fit; then nothing is done."""
        by_place = [each for each in self.fields if not each.kw_only]
        given = {each.name: value for each, value in zip(by_place, values, strict=False)}
        whole = {**given, **named}
        if len(values) > len(by_place) or len(whole) < len(given) + len(named):
            return False
        absent = [each for each in self.fields if each.name not in whole]
        if len(whole) + len(absent) > len(self.fields) or any(each.required for each in absent):
            return False
        whole.update((each.name, each.value()) for each in absent)
        for name, value in whole.items():
            object.__setattr__(made, name, value)
        if hasattr(made, "__post_init__"):
            made.__post_init__()
        return True

    def standard(self) -> type:
        """Make a class with the same fields as ``dataclasses`` makes it."""
        from dataclasses import dataclass

        names: dict[str, Any] = {"__annotations__": {}, "__doc__": self.cls.__doc__ or ""}
        for each in self.fields:
            names["__annotations__"][each.name] = each.annotation
            names[each.name] = each.standard()
        names["__module__"], names["__qualname__"] = self.cls.__module__, self.cls.__qualname__
        return dataclass(frozen=self.frozen, order=self.order)(type(self.cls.__name__, (), names))

    def _init(self) -> Any:
        known: dict[str, Any] = {"MISSING": _MISSING, "put": object.__setattr__}
        head, body, only = ["self"], [], False
        for each in sorted(self.fields, key=lambda each: each.kw_only):
            name, value = each.name, each.name
            if each.kw_only and not only:
                head.append("*")
                only = True
            if each.required:
                head.append(name)
            elif each.factory is not _MISSING:
                known[f"make_{name}"] = each.factory
                head.append(f"{name}=MISSING")
                value = f"make_{name}() if {name} is MISSING else {name}"
            else:
                known[f"default_{name}"] = each.default
                head.append(f"{name}=default_{name}")
            if self.slots and self.frozen:
                known[f"put_{name}"] = getattr(self.cls, name).__set__
                body.append(f"put_{name}(self, {value})")
            else:
                body.append(f"put(self, {name!r}, {value})" if self.frozen else f"self.{name} = {value}")
        if hasattr(self.cls, "__post_init__"):
            body.append("self.__post_init__()")
        return _written("__init__", head, body or ["pass"], known)

    def _eq(self) -> Any:
        mine, its = self._values("self"), self._values("other")
        test = "if other.__class__ is not self.__class__: return NotImplemented"
        return _written("__eq__", ["self", "other"], [test, f"return {mine} == {its}"], {})

    def _hash(self) -> Any:
        return _written("__hash__", ["self"], [f"return hash({self._values('self')})"], {})

    def _repr(self) -> Any:
        from reprlib import recursive_repr

        told = ", ".join(f"{each.name}={{self.{each.name}!r}}" for each in self.fields if each.repr)
        line = f"return f'{{self.__class__.__qualname__}}({told})'"
        return recursive_repr()(_written("__repr__", ["self"], [line], {}))

    def _values(self, whose: str) -> str:
        return f"({''.join(f'{whose}.{each.name}, ' for each in self.fields if each.compare)})"


class _Standard:
    """An attribute that ``dataclasses`` gives a class, made when somebody looks at it."""

    def __init__(self, shape: Shape, name: str) -> None:
        self._shape, self._name = shape, name

    def __get__(self, instance: object, owner: type) -> Any:
        if self._name == "__signature__":
            if instance is not None:
                raise AttributeError(self._name)
            from inspect import signature

            value: Any = signature(self._shape.standard())
        else:
            value = getattr(self._shape.standard(), self._name)
        setattr(self._shape.cls, self._name, value)
        return value


def shape_of(cls: type) -> Shape:
    """Give the shape of a class made by ``dataclass``."""
    shape: Shape = cls.__shape__  # type: ignore[attr-defined]
    return shape


def make_class(
    cls: Any, fields: Mapping[str, _Field], *, frozen: bool, slots: bool, kw_only: bool, order: bool = False
) -> Any:
    """Make a class with fields.

    Args:
        cls: The class as it was written.
        fields: The fields that are more than an annotation and a default.
        frozen: As of ``dataclasses.dataclass``; so are the others.
        slots: Whether it has slots.
        kw_only: Whether its own fields are given by name only.
        order: Whether its instances are ordered by their fields.
    """
    found = {each.name: each for base in cls.__mro__[:0:-1] for each in _inherited(base)}
    own = dict(cls.__dict__)
    for name, annotation in cls.__annotations__.items():
        each = fields.get(name) or _Field(own.get(name, _MISSING))
        each.name, each.annotation, each.kw_only = name, annotation, kw_only
        if each.default is not _MISSING and type(each.default).__hash__ is None:
            raise ValueError(f"mutable default of {name}: use default_factory")
        found[name] = each
    shape = Shape(tuple(found.values()), frozen, slots, order)
    if slots:
        shape.cls = _with_slots(cls, own, shape)
        return shape.cls
    shape.cls = cls
    for name, each in fields.items():
        if each.default is _MISSING:
            delattr(cls, name)
        else:
            setattr(cls, name, each.default)
    for name, value in _methods(shape, own):
        setattr(cls, name, value)
    return cls


def _inherited(base: Any) -> tuple[_Field, ...]:
    shape = base.__dict__.get("__shape__")
    if shape is None and "__dataclass_fields__" in base.__dict__:
        raise TypeError(f"the fields of {base.__name__} are known to the standard library alone")
    return shape.fields if shape is not None else ()


def _with_slots(cls: Any, own: dict[str, Any], shape: Shape) -> Any:
    inherited = {name for base in cls.__mro__[1:] for name in base.__dict__.get("__slots__", ())}
    for each in shape.fields:
        own.pop(each.name, None)
    own.pop("__dict__", None)
    own.pop("__weakref__", None)
    own["__slots__"] = tuple(each.name for each in shape.fields if each.name not in inherited)
    own.update(_methods(shape, own.copy()))
    made = type(cls)(cls.__name__, cls.__bases__, own)
    made.__qualname__ = cls.__qualname__
    return made


def _methods(shape: Shape, own: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give what a class gets, but for what it has itself."""
    yield "__shape__", shape
    yield "__replace__", _replace
    yield "__match_args__", tuple(each.name for each in shape.fields if not each.kw_only)
    for name in ("__dataclass_fields__", "__dataclass_params__", "__signature__"):
        yield name, _Standard(shape, name)
    if "__init__" not in own:
        yield "__init__", _first_calls(shape)
    for name in ("__repr__", "__eq__", *(("__lt__", "__le__", "__gt__", "__ge__") * shape.order)):
        if name not in own:
            yield name, _when_called(shape, name)
    if own.get("__hash__") is None:
        yield "__hash__", _when_called(shape, "__hash__") if shape.frozen else None
    if shape.frozen:
        yield "__setattr__", _no_setting
        yield "__delattr__", _no_deleting
        if shape.slots and "__getstate__" not in own:
            yield "__getstate__", _get_state
            yield "__setstate__", _set_state


def _when_called(shape: Shape, name: str) -> Callable[..., Any]:
    """Give a method that is written when it is called, and then called."""

    def method(*values: Any, **named: Any) -> Any:
        return shape.method(name)(*values, **named)

    return method


def _first_calls(shape: Shape) -> Callable[..., Any]:
    """Give an ``__init__`` that fills the fields one by one, and is written once it is called often."""
    left = _SELDOM

    def init(self: Any, *values: Any, **named: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0 or not shape.fill(self, values, named):
            shape.method("__init__")(self, *values, **named)

    return init


def _written(name: str, head: list[str], body: list[str], known: dict[str, Any]) -> Any:
    lines = "".join(f"\n    {line}" for line in body)
    exec(f"def {name}({', '.join(head)}):{lines}", known)
    return known[name]


def _no_setting(self: Any, name: str, value: Any) -> None:
    shape = type(self).__shape__
    if type(self) is shape.cls or any(name == each.name for each in shape.fields):
        _refuse("assign to", name)
    object.__setattr__(self, name, value)


def _no_deleting(self: Any, name: str) -> None:
    shape = type(self).__shape__
    if type(self) is shape.cls or any(name == each.name for each in shape.fields):
        _refuse("delete", name)
    object.__delattr__(self, name)


def _refuse(what: str, name: str) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot {what} field {name!r}")


def _get_state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in type(self).__shape__.fields]


def _set_state(self: Any, state: list[Any]) -> None:
    for each, value in zip(type(self).__shape__.fields, state, strict=True):
        object.__setattr__(self, each.name, value)


def _dataclass(
    cls: Any = None, *, frozen: bool = False, slots: bool = False, kw_only: bool = False, order: bool = False
) -> Any:
    def make(cls: Any) -> Any:
        fields = {name: value for name, value in cls.__dict__.items() if isinstance(value, _Field)}
        return make_class(cls, fields, frozen=frozen, slots=slots, kw_only=kw_only, order=order)

    return make if cls is None else make(cls)


def _field(
    *, default: Any = _MISSING, default_factory: Any = _MISSING, repr: bool = True, compare: bool = True
) -> Any:
    return _Field(default, default_factory, repr, compare)


def _replace(instance: Any, /, **changes: Any) -> Any:
    shape = type(instance).__dict__.get("__shape__")
    if shape is None:
        from dataclasses import replace

        return replace(instance, **changes)
    for each in shape.fields:
        if each.name not in changes:
            changes[each.name] = getattr(instance, each.name)
    return type(instance)(**changes)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    dataclass, field, replace = _dataclass, _field, _replace
