"""Writes values as YAML the way a person would: plain words, flow lists, long texts folded."""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from argmap.model.pattern import pattern

WIDTH = 110
"""Columns that a line fills at most, long words aside."""

_STEP = "  "
_WORD_VALUES = frozenset("null true false yes no on off y n ~ = << .nan .inf -.inf +.inf".split())
_NUMBER = pattern(
    r"[-+]?(\.[0-9_]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?|[-+]?0[xob][0-9a-fA-F_]+"
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"
)
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`. ")
_UNSAFE = pattern(r":(?= |$)| #|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]|\s$")
_FLOW = pattern(r"[,\[\]{}]|:[\"']")
_ESCAPED = pattern("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_DATE = pattern(r"[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?(/[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?)?")


class Loose(str):
    """A text whose reader takes a bare number or date for text: a date, a part of a locator."""

    __slots__ = ()


Value = str | int | float | bool | Sequence["Value"] | Mapping[str, "Value"]


def entry(key: str, value: Value, indent: str = "") -> Iterator[str]:
    """Write one key of a mapping with its value, in lines.

    Examples:
        >>> for line in entry("for", ["a", {"from": ["b", "c"], "because": "It is: so."}]):
        ...     print(line)
        for:
          - a
          - from: [b, c]
            because: "It is: so."
    """
    head = f"{indent}{scalar(key)}:"
    short = flow(value)
    if short is not None and len(head) + 1 + len(short) <= WIDTH:
        yield f"{head} {short}"
    elif isinstance(value, str) and _folds(value):
        yield f"{head} >-"
        inner = indent + _STEP
        yield from textwrap.wrap(
            value, WIDTH, initial_indent=inner, subsequent_indent=inner,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
    elif isinstance(value, Mapping):
        yield head
        for name, inner_value in value.items():
            yield from entry(name, inner_value, indent + _STEP)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield head
        for item in value:
            yield from _item(item, indent + _STEP)
    else:
        yield f"{head} {short}"


def _item(value: Value, indent: str) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield f"{indent}- {flow(value)}"
        return
    lines = (line for key, inner in value.items() for line in entry(key, inner, indent + _STEP))
    first = next(lines)
    yield f"{indent}- {first[len(indent) + 2 :]}"
    yield from lines


def _folds(text: str) -> bool:
    """Whether a text may be folded: words with single spaces between, nothing that needs an escape."""
    return " ".join(text.split()) == text and not _ESCAPED.search(text) and text.isprintable()


def flow(value: Value) -> str | None:
    """Write a value on one line; None for a list with mappings in it, which wants its own lines."""
    if isinstance(value, Mapping):
        inner = [(key, _inside(item)) for key, item in value.items()]
        if any(item is None for _, item in inner):
            return None
        return "{" + ", ".join(f"{scalar(key, inside=True)}: {item}" for key, item in inner) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        if any(isinstance(item, Mapping) for item in value):
            return None
        return "[" + ", ".join(str(_inside(item)) for item in value) + "]"
    return _inside(value) if not isinstance(value, str) else scalar(value)


def _inside(value: Value) -> str | None:
    if isinstance(value, str):
        return scalar(value, inside=True)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    return flow(value)


def scalar(text: str, *, inside: bool = False) -> str:
    """Write a text: bare where YAML reads it back as this text, else in quotation marks.

    Args:
        text: The text.
        inside: Whether it stands inside a flow list or mapping.

    Examples:
        >>> scalar("a-b"), scalar("no"), scalar("1950"), scalar(Loose("1950")), scalar("say: “a”")
        ('a-b', '"no"', '"1950"', '1950', '"say: “a”"')
    """
    if isinstance(text, Loose) and (_is_whole(text) or (_DATE.fullmatch(text) and not text.isdigit())):
        return str(text)
    if (
        text
        and text[0] not in _INDICATORS
        and not _UNSAFE.search(text)
        and not (inside and _FLOW.search(text))
        and text.lower() not in _WORD_VALUES
        and not _NUMBER.fullmatch(text)
        and not ("_" in text and _NUMBER.fullmatch(text.replace("_", "")))
    ):
        return str(text)
    if '"' in text and text.isprintable() and not _ESCAPED.search(text):
        return "'" + text.replace("'", "''") + "'"
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", quoted)


def _is_whole(text: str) -> bool:
    """Whether a text is a whole number, written as YAML would write it back."""
    return text.isascii() and text.isdigit() and len(text) < 16 and str(int(text)) == text
