"""A class made here is what the standard library would have made of it, and costs less until it is used."""

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from argmap.model import dataclass as ours
from argmap.model.dataclass import shape_of


def both(**options: Any) -> tuple[Any, Any]:
    """The same class, made by the standard library and here."""
    made = []
    for module in (dataclasses, ours):

        @module.dataclass(**options)  # type: ignore[attr-defined]
        class Point:
            """A point."""

            x: int
            y: int = 2
            tags: list[str] = module.field(default_factory=list, compare=False)  # type: ignore[attr-defined]
            name: str = module.field(default="p", repr=False)  # type: ignore[attr-defined]

            @property
            def total(self) -> int:
                return self.x + self.y

        made.append(Point)
    return made[0], made[1]


OPTIONS = [
    {"frozen": frozen, "slots": slots, "kw_only": kw_only, "order": order}
    for frozen in (False, True)
    for slots in (False, True)
    for kw_only in (False, True)
    for order in (False, True)
]
every_kind = pytest.mark.parametrize("options", OPTIONS, ids=lambda o: " ".join(k for k, v in o.items() if v))
CALLS = [((), {"x": 1}), ((1,), {}), ((1, 3), {"name": "q"}), ((), {"x": 1, "y": 5, "tags": ["a"]})]
WRONG = [((), {}), ((1, 2, [], "a", 5), {}), ((1,), {"x": 1}), ((), {"x": 1, "z": 2})]


def outcome(cls: Any, values: tuple[Any, ...], named: dict[str, Any]) -> Any:
    try:
        made = cls(*values, **named)
    except TypeError as error:
        return str(error).replace("both.<locals>.", "")
    return (made.x, made.y, made.tags, made.name, made.total, repr(made))


@every_kind
def test_instances_are_made_alike_the_first_time_and_the_hundredth(options):
    theirs, mine = both(**options)
    for _ in range(15):
        for values, named in (*CALLS, *WRONG):
            assert outcome(mine, values, named) == outcome(theirs, values, named)


@every_kind
def test_equality_hash_and_order_are_alike(options):
    seen = []
    for cls in both(**options):
        points = [cls(x=x, y=y, tags=[str(x)]) for x in (1, 2) for y in (1, 2)] + [cls(x=1, y=1)]
        seen.append([[a == b for b in points] for a in points])
        seen[-1].append([a == (a.x, a.y) for a in points])
        seen[-1].append(cls.__hash__ is None or len({hash(p) for p in points}))
        seen[-1].append([a < b for a in points for b in points] if options["order"] else None)
    assert seen[0] == seen[1]


@every_kind
def test_what_looks_at_a_dataclass_finds_the_same(options):
    theirs, mine = both(**options)
    assert dataclasses.is_dataclass(mine)
    told = [
        [
            (f.name, f.type, f.default, f.default_factory, f.repr, f.compare, f.kw_only)
            for f in dataclasses.fields(c)
        ]
        for c in (theirs, mine)
    ]
    assert told[0] == told[1]
    assert inspect.signature(mine) == inspect.signature(theirs)
    assert mine.__match_args__ == theirs.__match_args__
    assert dataclasses.asdict(mine(x=1)) == dataclasses.asdict(theirs(x=1))
    assert mine.__doc__ == theirs.__doc__ == "A point."
    assert hasattr(mine(x=1), "__dict__") == hasattr(theirs(x=1), "__dict__")
    assert TypeAdapter(mine).validate_python({"x": "4"}) == mine(x=4)


@every_kind
def test_a_copy_with_changes_is_made_alike(options):
    _, mine = both(**options)
    for replace in (dataclasses.replace, ours.replace):
        assert replace(mine(x=1, name="q"), y=7) == mine(x=1, y=7, name="q")
        with pytest.raises(TypeError):
            replace(mine(x=1), z=7)
    assert copy.copy(mine(x=1)) == mine(x=1)
    assert copy.deepcopy(mine(x=1, tags=["a"])).tags == ["a"]


@pytest.mark.parametrize("slots", [False, True])
def test_a_frozen_instance_refuses_to_change(slots):
    for cls in both(frozen=True, slots=slots):
        point = cls(1)
        for change in (lambda p=point: setattr(p, "x", 2), lambda p=point: delattr(p, "x")):
            with pytest.raises(dataclasses.FrozenInstanceError, match="field 'x'"):
                change()


@ours.dataclass(frozen=True, slots=True)
class Kept:
    """Travels between processes."""

    x: int
    names: tuple[str, ...] = ()


@ours.dataclass(slots=True)
class Open:
    """May be changed."""

    x: int = 1


@ours.dataclass(frozen=True, slots=True)
class More(Kept):
    """Has another's fields as well."""

    y: int = 3

    def __post_init__(self) -> None:
        if self.y < 0:
            raise ValueError("y")


@given(st.integers(), st.lists(st.text()).map(tuple))
def test_instances_survive_a_journey(x, names):
    for made in (Kept(x, names), Open(x), More(x, names)):
        assert pickle.loads(pickle.dumps(made)) == made  # our own


def test_fields_are_inherited_in_their_order():
    assert [field.name for field in dataclasses.fields(More)] == ["x", "names", "y"]
    assert repr(More(1, y=2)) == "More(x=1, names=(), y=2)"
    for _ in range(12):
        with pytest.raises(ValueError, match="y"):
            More(1, y=-1)


def test_theirs_and_ours_do_not_mix_unnoticed():
    @dataclasses.dataclass(frozen=True)
    class Theirs(Kept):
        z: int = 0

    assert ours.replace(Theirs(1, z=4), x=2) == Theirs(2, z=4)
    assert repr(Theirs(1)).endswith("Theirs(x=1, names=(), z=0)")
    with pytest.raises(TypeError, match="known to the standard library alone"):

        @ours.dataclass
        class Mine(Theirs):
            w: int = 0


def test_a_replacement_of_one_of_theirs_is_theirs():
    theirs, _ = both(frozen=True)
    assert ours.replace(theirs(1), x=2) == theirs(2)


def test_a_circle_is_told_without_end_of_words():
    made = Open(1)
    made.x = [made]  # type: ignore[assignment]
    assert repr(made) == "Open(x=[...])"


def test_a_default_that_can_be_changed_is_refused():
    with pytest.raises(ValueError, match="mutable default of names"):

        @ours.dataclass
        class Wrong:
            names: list[str] = []  # noqa: RUF012


def test_a_field_is_known_by_its_shape():
    assert [(field.name, field.required) for field in shape_of(Kept).fields] == [
        ("x", True),
        ("names", False),
    ]


def test_making_and_filling_a_class_does_without_the_library():
    code = (
        "import sys; from argmap.model.spot import Spot; spots = {Spot('a', (str(n),)) for n in range(99)}; "
        "assert len(spots) == 99; assert not {'dataclasses', 'inspect'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
