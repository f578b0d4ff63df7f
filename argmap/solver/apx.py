"""The format of ASPARTIX: facts ``arg(a).`` and ``att(a,b).``, comments after ``%``.

Names are words without spaces, brackets, commas and percent signs, or texts in quotation marks; they are
kept as written. Facts stand in any order, several on a line if need be.
"""

import re

from argmap.model.errors import shown
from argmap.solver.bulk import LEAST, named_pairs
from argmap.solver.framework import Framework, make_framework
from argmap.solver.text import fault

NAME = r"""(?:"[^"\n]*"|'[^'\n]*'|[^\s(),%"']+)"""
FACT = re.compile(rf"arg\s*\(\s*({NAME})\s*\)\s*\.|att\s*\(\s*({NAME})\s*,\s*({NAME})\s*\)\s*\.")
COMMENT = re.compile(r"""("[^"\n]*"|'[^'\n]*')|%[^\n]*""")
START = re.compile(r"(?:\s|%[^\n]*)*+(?:arg|att|supp?|support)\s*\(")


def without_comments(text: str) -> str:
    """Take comments out; lines stay where they are."""
    return COMMENT.sub(lambda found: found[1] or "", text) if "%" in text else text


def is_apx(text: str) -> bool:
    """Whether a text begins with a fact."""
    return START.match(text) is not None


def read_apx(text: str, name: str) -> Framework:
    """Read a framework.

    Raises:
        UnreadableError: If something is no such fact, or an attack names an argument that is not declared.
    """
    text = without_comments(text)
    many = _read_many(text) if len(text) > LEAST else None
    if many is not None:
        return many
    pieces = FACT.split(text)  # what lies between facts, then argument, attacker and attacked of a fact
    if any(map(str.strip, pieces[::4])):
        raise _strange(text, name)
    names = list(dict.fromkeys(filter(None, pieces[1::4])))
    number = {argument: i for i, argument in enumerate(names)}
    try:
        sources = list(map(number.__getitem__, filter(None, pieces[2::4])))
        targets = list(map(number.__getitem__, filter(None, pieces[3::4])))
    except KeyError as error:
        raise _undeclared(text, name, error.args[0]) from None
    return make_framework(names, sources, targets)


def _read_many(text: str) -> Framework | None:
    """Read facts as programs write them: one a line, no spaces, arguments first; None for any others."""
    head, _, tail = text.rstrip().partition("\natt(")
    if not (head.startswith("arg(") and head.endswith(").") and tail.endswith(").")) or " " in tail:
        return None
    names = list(dict.fromkeys(head[4:-2].split(").\narg(")))
    pairs = named_pairs(names, tail[:-2].replace(").\natt(", "\n").replace(",", " "))
    return None if pairs is None else make_framework(names, *pairs)


def _strange(text: str, name: str) -> Exception:
    end = 0
    for found in FACT.finditer(text):
        if text[end : found.start()].strip():
            break
        end = found.end()
    start = end + len(text[end:]) - len(text[end:].lstrip())
    piece = text[start:].split("\n", 1)[0].strip()
    message = f"'{shown(piece, 60)}' is no fact of the form arg(a). or att(a,b)."
    if re.match(r"(arg\s*\([^()\n]*,|supp?\s*\(|support\s*\()", piece):
        message += " (a weighted framework is for --gradual)"
    return fault(name, text.count("\n", 0, start) + 1, message)


def _undeclared(text: str, name: str, unknown: str) -> Exception:
    found = next(f for f in FACT.finditer(text) if unknown in (f[2], f[3]))
    line = text.count("\n", 0, found.start()) + 1
    return fault(name, line, f"an attack names '{shown(unknown)}', which no arg({shown(unknown)}). declares")
