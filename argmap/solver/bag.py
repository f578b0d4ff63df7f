"""Weighted frameworks as facts: ``arg(a,0.5).``, ``att(a,b).`` and ``sup(a,b).``; comments after ``%``.

The form of Uncertainpy's ``.bag`` files and its kin; ``supp`` and ``support`` mean ``sup``, and the full stop
may be missing at the end of a line.
"""

import re

from argmap.model.errors import shown
from argmap.solver.apx import NAME, without_comments
from argmap.solver.text import fault
from argmap.solver.weighted import WeightedFramework, make_weighted

FACT = re.compile(
    rf"(?P<kind>arg|att|supp?|support)\s*\(\s*(?P<first>{NAME})\s*(?:,\s*(?P<second>{NAME})\s*)?\)"
    r"\s*?(?:\.|(?=\n|$))"
)


def read_bag(text: str, name: str) -> WeightedFramework:
    """Read a weighted framework.

    Raises:
        UnreadableError: If something is no such fact, a base score is none or missing, an argument has two,
            or a relation names an argument that is not declared.
    """
    text = without_comments(text)
    base: dict[str, float] = {}
    attacks: list[tuple[int, str, str]] = []
    supports: list[tuple[int, str, str]] = []
    end = 0
    for found in FACT.finditer(text):
        _check_between(text, end, found.start(), name)
        end = found.end()
        kind, first, second = found["kind"], found["first"], found["second"]
        if kind == "arg":
            score = _score(second)
            if score is None:
                raise _at(text, found, name, f"'{shown(first)}' wants a base score from 0 to 1: arg(a,0.5).")
            if base.setdefault(first, score) != score:
                raise _at(text, found, name, f"'{shown(first)}' has two base scores")
        elif second is None:
            raise _at(text, found, name, f"'{kind}' wants two arguments")
        else:
            (attacks if kind == "att" else supports).append((found.start(), first, second))
    _check_between(text, end, len(text), name)
    for place, *pair in sorted((*attacks, *supports)):
        for argument in pair:
            if argument not in base:
                line = text.count("\n", 0, place) + 1
                raise fault(name, line, f"'{shown(argument)}' is declared by no arg({shown(argument)},…).")
    return make_weighted(base, [(a, b) for _, a, b in attacks], [(a, b) for _, a, b in supports])


def _score(word: str | None) -> float | None:
    try:
        score = float(word) if word is not None else -1.0
    except ValueError:
        return None
    return score if 0 <= score <= 1 else None


def _check_between(text: str, start: int, end: int, name: str) -> None:
    between = text[start:end]
    if between.strip():
        place = start + len(between) - len(between.lstrip())
        piece = text[place:].split("\n", 1)[0].strip()
        message = f"'{shown(piece, 60)}' is no fact of the form arg(a,0.5)., att(a,b). or sup(a,b)."
        raise fault(name, text.count("\n", 0, place) + 1, message)


def _at(text: str, found: re.Match[str], name: str, message: str) -> Exception:
    return fault(name, text.count("\n", 0, found.start()) + 1, message)
