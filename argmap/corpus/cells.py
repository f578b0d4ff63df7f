"""Values out of Arrow columns, none longer than it may be, each distinct one once.

A Parquet file of some kilobytes can say the same hundred megabytes in every row. Columns of text are
therefore read as dictionaries, and the length of a value is looked at before the value.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from argmap.corpus.extras import need

MOST_NAME = 1_000
"""Bytes of a key, a group, a date or the name of a file."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """Stands for a text that is too long to be read."""

    size: int


Cell = bytes | TooLong | None
Files = Mapping[str, bytes] | TooLong | str
"""The files of a row, how large they are when that is too much, or what is wrong with them."""


def cells(array: Any, most: int) -> list[Cell]:
    """Give a column as bytes.

    Args:
        array: An Arrow array.
        most: Bytes that a value may have.
    """
    pa = need("pyarrow")
    pc = need("pyarrow.compute")

    kinds = pa.types
    if not kinds.is_dictionary(array.type):
        if not any(is_text(array.type) for is_text in (kinds.is_string, kinds.is_large_string, _is_binary)):
            return [None if value is None else _told(value) for value in array.to_pylist()]
        array = array.dictionary_encode()
    values, indices = array.dictionary, array.indices.to_pylist()
    if not any(is_text(values.type) for is_text in (kinds.is_string, kinds.is_large_string, _is_binary)):
        told = [None if value is None else _told(value) for value in values.to_pylist()]
        return [None if i is None else told[i] for i in indices]
    sizes = pc.binary_length(values)
    known: dict[int, Cell] = {}
    for i in indices:
        if i is not None and i not in known:
            size = sizes[i].as_py()
            known[i] = None if size is None else TooLong(size) if size > most else _bytes(values[i])
    return [None if i is None else known[i] for i in indices]


def names(array: Any) -> list[str | TooLong | None]:
    """Give a column of short texts: keys, groups, dates."""
    return [_name(cell) for cell in cells(array, MOST_NAME)]


def files(array: Any, most: int) -> list[Files | None]:
    """Give a column that holds all files of a project in each row.

    Args:
        array: A map of name to text, a list of structs of both, or JSON.
        most: Bytes that all files of a row may have.
    """
    pa = need("pyarrow")

    if pa.types.is_map(array.type):
        return _listed(array, array.keys, array.items, most)
    if pa.types.is_list(array.type) and pa.types.is_struct(array.type.value_type):
        both = array.values
        if both.type.num_fields < 2:
            return ["its files are a list without name and text"] * len(array)
        return _listed(array, both.field(0), both.field(1), most)
    return [_json(cell) for cell in cells(array, most)]


def _listed(array: Any, keys: Any, values: Any, most: int) -> list[Files | None]:
    offsets = array.offsets.to_pylist()
    first, last = offsets[0], offsets[-1]
    names_, texts = names(keys.slice(first, last - first)), cells(values.slice(first, last - first), most)
    rows: list[Files | None] = []
    for i, valid in enumerate(array.is_valid().to_pylist()):
        inside = slice(offsets[i] - first, offsets[i + 1] - first)
        rows.append(_joined(names_[inside], texts[inside], most) if valid else None)
    return rows


def _joined(keys: Sequence[str | TooLong | None], texts: Sequence[Cell], most: int) -> Files:
    found: dict[str, bytes] = {}
    size = 0
    for key, text in zip(keys, texts, strict=True):
        if not isinstance(key, str):
            return "the name of one of its files is missing or too long"
        if key in found:
            return f"its file '{key}' is there twice"
        size += text.size if isinstance(text, TooLong) else len(text or b"")
        if isinstance(text, TooLong) or size > most:
            return TooLong(size)
        found[key] = text or b""
    return found


def _json(cell: Cell) -> Files | None:
    if cell is None or isinstance(cell, TooLong):
        return cell
    try:
        raw = json.loads(cell)
    except (ValueError, RecursionError):
        return "its files are not JSON"
    if not isinstance(raw, dict) or not all(isinstance(text, str) for text in raw.values()):
        return "its files are not a JSON object of name to text"
    return {name: text.encode("utf-8", "surrogatepass") for name, text in raw.items()}


def _name(cell: Cell) -> str | TooLong | None:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else cell


def _is_binary(type: Any) -> bool:
    pa = need("pyarrow")

    return bool(pa.types.is_binary(type) or pa.types.is_large_binary(type))


def _bytes(scalar: Any) -> bytes:
    data: bytes = scalar.as_buffer().to_pybytes()
    return data


def _told(value: object) -> bytes:
    return (value.isoformat() if hasattr(value, "isoformat") else str(value)).encode()
