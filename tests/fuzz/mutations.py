"""Ways to put one value of a project out of joint: every value with every other, wherever it stands."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from whole_project import (
    BASELINE,
    BIBLIOGRAPHY,
    LOCAL,
    RECEIPTS,
    RECORDS,
    REVIEWS,
    SETTINGS,
    Raw,
    flow,
    toml_text,
    yaml_text,
)

Path = tuple[int, ...]
"""Steps into a value: the number of an entry, at each level."""

ROOTS: dict[str, Any] = {
    "claims/a.yaml": RECORDS,
    "evidence/m.json": BIBLIOGRAPHY,
    "argmap.toml": SETTINGS,
    "reviews.yaml": REVIEWS,
    "argmap.local.toml": LOCAL,
    "argmap.baseline.json": BASELINE,
    "quotation-receipts.json": RECEIPTS,
}
"""Files whose values are exchanged."""

DEEP = 100_000

PLAIN: tuple[Any, ...] = (
    None,
    [],
    [[]],
    [None],
    {},
    {"a": None},
    {"": ""},
    {"from": []},
    "",
    " ",
    "x",
    "a",
    "e",
    "m",
    "k",
    0,
    -1,
    4,
    0.5,
    1e300,
    10**40,
    True,
    "\x00",
    "\x1b[31m",
    "\ud800",
    "\ufeff",
    "\u202e",
    "a\u2028b\u0085c\r\nd",
    "x" * 20_000,
    ["a"] * 300,
    [["a"], {"b": ["c"]}, 1, None, True],
    {"from": {"from": {"from": "a"}}},
    "<b>&amp;]]>{0}%s\\ $x `y`",
    "1950-05-03",
    "1950-05-32",
    "1951/1940",
    "../..",
    "-9999",
    "Y17E7",
    "Y-170000002",
    "y" + "9" * 400,
    "9" * 400,
    "{1950,1951..}",
    "XXXX-XX",
    "1950-21",
    "0000",
    "/",
    "../../etc/passwd",
    "p. 9999999999999999999999-1",
    "I.999999999999999999999999",
    "\u0661\u0662",
    "\u00b2",
    "sha256:" + "f" * 64,
    "Draft: ",
)
"""Values that every format can write."""

YAML = tuple(
    map(
        Raw,
        (
            "",
            "~",
            "1" * 5000,
            ".inf",
            "-.Inf",
            ".nan",
            "1e999",
            "0x10",
            "0o17",
            "1950-05-03",
            "1950-05-03T10:00:00Z",
            "<<",
            "{<<: {a: b}}",
            "{<<: [{a: b}, c]}",
            "*nothing",
            "&a x",
            "&a [*a]",
            "&a {a: *a}",
            "!x y",
            "!!binary aGk=",
            "!!python/object:os.system x",
            "!!set {a, b}",
            "!!omap [a: 1]",
            "!!int x",
            "!!float 1",
            "!!timestamp 1950-05-03",
            "{[a, b]: c}",
            "{{a: b}: c}",
            "{? a}",
            "{1: 2, 1.5: 3, true: 4, null: 5}",
            "{.nan: 1}",
            "{" + "1" * 5000 + ": 1}",
            "{a: 1, a: 2}",
            "[" * 300 + "]" * 300,
            '"\\ud800"',
            '"\\U0010FFFF"',
            '"\\x85\\L\\P"',
            "|\n      a\n\n       b\n",
            ">-\n      a\n      b",
            "'it''s'",
            "? x",
            "- x",
            "---",
            "...",
            "%YAML 1.1",
            "@x",
            "`x",
            "a: b: c",
            "# remark",
            "\tx",
            "\r",
            "\u2028",
            '"x',
            "[x",
            "{x",
        ),
    )
)
JSON = tuple(
    map(
        Raw,
        (
            "NaN",
            "Infinity",
            "-Infinity",
            "1" * 5000,
            "1e999",
            '{"a": 1, "a": 2}',
            "[" * 300 + "]" * 300,
            "",
            "x",
        ),
    )
)
TOML = tuple(
    map(
        Raw,
        (
            "1" * 5000,
            "inf",
            "-nan",
            "1e999",
            "0x10",
            "1950-05-03",
            "1950-05-03T10:00:00Z",
            "10:00:00",
            "'''x'''",
            '"""a\nb"""',
            "[" * 300 + "]" * 300,
            "{a.b.c = 1}",
            "",
            "x",
        ),
    )
)


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """Give the place of every value inside one, from outside in."""
    yield path
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for number, each in enumerate(inner):
        yield from leaves(each, (*path, number))


def at(value: Any, path: Path) -> Any:
    """Give the value at a place."""
    for number in path:
        value = list(value.values())[number] if isinstance(value, dict) else value[number]
    return value


def replaced(value: Any, path: Path, new: Any) -> Any:
    """Give a value with another at one place."""
    if not path:
        return new
    number, rest = path[0], path[1:]
    if isinstance(value, list):
        return [replaced(each, rest, new) if i == number else each for i, each in enumerate(value)]
    return {
        k: replaced(each, rest, new) if i == number else each for i, (k, each) in enumerate(value.items())
    }


def renamed(value: Any, path: Path, new: Any) -> Any:
    """Give a value with another key at the place of a mapping's entry."""
    if len(path) > 1:
        return replaced(value, path[:1], renamed(at(value, path[:1]), path[1:], new))
    return {_Key(new) if i == path[0] else k: each for i, (k, each) in enumerate(value.items())}


def without(value: Any, path: Path) -> Any:
    """Give a value without one of its entries."""
    if len(path) > 1:
        return replaced(value, path[:1], without(at(value, path[:1]), path[1:]))
    if isinstance(value, list):
        return [each for i, each in enumerate(value) if i != path[0]]
    return {k: each for i, (k, each) in enumerate(value.items()) if i != path[0]}


class _Key(Raw):
    """A key written out; two of the same text are two keys."""

    __slots__ = ()

    def __new__(cls, value: Any) -> "_Key":
        return super().__new__(cls, flow(value))

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


def written(file: str, root: Any) -> bytes:
    """Write a file's root value, be it what it may."""
    if file.endswith(".toml"):
        text = toml_text(root) if isinstance(root, dict) else str(root)
    else:
        text = yaml_text(root) if file.endswith(".yaml") else flow(root)
    return text.encode("utf-8", "surrogatepass")


def own_values(file: str) -> tuple[Any, ...]:
    """Give the values to put into a file."""
    return (*PLAIN, *(YAML if file.endswith(".yaml") else JSON if file.endswith(".json") else TOML))


def spoilt(file: str) -> Iterator[tuple[str, bytes]]:
    """Give a file again and again, each time with one value or key exchanged for a bad one or left out."""
    root = ROOTS[file]
    for path in leaves(root):
        for value in own_values(file):
            yield f"{path} = {json.dumps(value)[:60]}", written(file, replaced(root, path, value))
        if not path:
            continue
        yield f"without {path}", written(file, without(root, path))
        if isinstance(at(root, path[:-1]), dict):
            for value in own_values(file):
                yield f"key {path} = {json.dumps(value)[:60]}", written(file, renamed(root, path, value))


def moved(file: str) -> Iterator[tuple[str, bytes]]:
    """Give a file again and again, each time with one of its values in the place of another."""
    root = ROOTS[file]
    paths = list(leaves(root))
    for path in paths:
        for other in paths:
            if path != other and path:
                yield f"{path} = that of {other}", written(file, replaced(root, path, at(root, other)))


def wrecked(chance: Random, most: int = 4) -> dict[str, bytes]:
    """Give a whole project with a few things out of joint, mostly its records.

    Args:
        chance: Decides what.
        most: How many things at most.
    """
    from whole_project import files

    found = files()
    roots: dict[str, Any] = {}
    for _ in range(chance.randint(1, most)):
        file = chance.choices(list(ROOTS), [12, 4, 4, 1, 1, 1, 1])[0]
        roots[file] = _wrecked(chance, file, roots.get(file, ROOTS[file]))
    return found | {file: written(file, root) for file, root in roots.items()}


def _wrecked(chance: Random, file: str, root: Any) -> Any:
    """Put one thing out of joint."""
    paths = [path for path in leaves(root) if path]
    if not paths:
        return root
    path = chance.choice(paths)
    deed = chance.randrange(5)
    if deed == 0:
        return without(root, path)
    if deed == 1:
        return replaced(root, path, chance.choice(own_values(file)))
    if deed == 2 and isinstance(at(root, path[:-1]), dict):
        return renamed(root, path, chance.choice(["a", "b", "e", "m", "k", "fire", chance.choice(PLAIN)]))
    if deed == 3:
        return replaced(root, path, at(root, chance.choice(paths)))
    texts = [each for each in paths if isinstance(at(root, each), str)]
    return replaced(
        root, chance.choice(texts or paths), chance.choice(["a", "b", "c", "d", "e", "f", "g", "m"])
    )
