"""The trivial graph format: a line for each argument, a line ``#``, a line for each attack.

A name is the first word of its line; what follows it is a label and is left aside.
"""

import re

from argmap.model.errors import shown
from argmap.solver.bulk import LEAST, named_pairs
from argmap.solver.framework import Framework, make_framework
from argmap.solver.text import fault

DIVIDER = re.compile(r"^[ \t]*#[ \t]*$", re.MULTILINE)


def is_tgf(text: str) -> bool:
    """Whether a text has the line that divides arguments from attacks."""
    return DIVIDER.search(text) is not None


def read_tgf(text: str, name: str) -> Framework:
    """Read a framework.

    Raises:
        UnreadableError: If an attack is not two names, or names an argument that is not declared.
    """
    divider = DIVIDER.search(text)
    head, tail = (text[: divider.start()], text[divider.end() :]) if divider else (text, "")
    names = list(dict.fromkeys(line.split(None, 1)[0] for line in head.split("\n") if line.strip()))
    pairs = named_pairs(names, tail) if len(tail) > LEAST else None
    if pairs is not None:
        return make_framework(names, *pairs)
    number = {argument: i for i, argument in enumerate(names)}
    attacks = [words for words in map(str.split, tail.split("\n")) if words]
    try:
        sources = [number[words[0]] for words in attacks]
        targets = [number[words[1]] for words in attacks]
    except (KeyError, IndexError):
        raise _faulty(tail, number, head.count("\n") + 1, name) from None
    return make_framework(names, sources, targets)


def _faulty(tail: str, number: dict[str, int], first: int, name: str) -> Exception:
    for line, content in enumerate(tail.split("\n"), first):
        attack = content.split(None, 2)
        if len(attack) == 1:
            return fault(name, line, f"an attack is two names, not only '{shown(attack[0])}'")
        for argument in attack[:2]:
            if argument not in number:
                return fault(name, line, f"an attack names '{shown(argument)}', which no line above declares")
    raise AssertionError("one of the attacks is at fault")  # pragma: no cover
