"""Reads many attacks at once, where names are numbers or one prefix and numbers, as programs write them.

Whatever is not exactly so is left to the readers that look at every line.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]

LEAST = 500_000
"""Characters from which it pays."""

PREFIX = re.compile(r"[^\W\d]*", re.ASCII)
NUMBER = r"(?:0|[1-9][0-9]{0,8})"
LEADING_ZERO = re.compile(r"(?<!\d)0\d")


def number_pairs(body: str) -> "Pairs | None":
    """Read lines of two numbers each, empty lines aside; None if there is anything else.

    Returns:
        The first numbers of all lines, and the second ones.
    """
    import numpy as np

    if not body.isascii() or body.strip("0123456789 \t\n") or not body.strip():
        return None
    data = np.frombuffer(body.encode() + b"\n", dtype=np.uint8)
    is_digit = (data >= ord("0")) & (data <= ord("9"))
    is_space = (data == ord(" ")) | (data == ord("\t")) | (data == ord("\n"))
    begins = np.flatnonzero(is_digit & ~np.concatenate(([False], is_digit[:-1])))
    words = np.diff(np.searchsorted(begins, np.flatnonzero(data == ord("\n"))), prepend=0)
    if not bool(np.all(is_digit | is_space)) or not bool(np.all((words == 2) | (words == 0))):
        return None
    longest = int(np.diff(np.flatnonzero(~is_digit), prepend=-1).max()) - 1
    if longest > 18:
        return None
    numbers = np.fromstring(body, dtype=np.int64, sep=" ")
    return (numbers[::2], numbers[1::2]) if len(numbers) == len(begins) else None


def named_pairs(names: Sequence[str], body: str) -> "Pairs | None":
    """Read lines of two names each as places among the names.

    Args:
        names: The arguments, each once.
        body: The lines.

    Returns:
        Places, or None if names are no numbers with one prefix, or a line is not two of them.
    """
    import numpy as np

    if not names or LEADING_ZERO.search(body):
        return None
    prefix = PREFIX.match(names[0])[0]  # type: ignore[index]  # it matches the empty text at least
    if not all(map(re.compile(re.escape(prefix) + NUMBER).fullmatch, names)):
        return None
    found = number_pairs(_without_prefix(body, prefix) if prefix else body)
    if found is None:
        return None
    sources, targets = found
    if prefix and body.count(prefix) != 2 * len(sources):
        return None
    values = np.fromiter((int(name[len(prefix) :]) for name in names), dtype=np.int64, count=len(names))
    most = int(values.max())
    if max(sources.max(), targets.max()) > most or most > 20 * len(names):
        return None
    places = np.full(most + 1, -1, dtype=np.int64)
    places[values] = np.arange(len(names))
    attackers, attacked = places[sources], places[targets]
    return None if min(attackers.min(), attacked.min()) < 0 else (attackers, attacked)


def _without_prefix(body: str, prefix: str) -> str:
    """Take a prefix off the beginning of every word; one elsewhere in a word stays."""
    return f"\n{body}".replace(f"\n{prefix}", "\n").replace(f" {prefix}", " ")
