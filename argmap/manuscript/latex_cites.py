"""Citation commands of LaTeX, natbib and biblatex, with all their arguments."""

import re
from dataclasses import dataclass

from argmap.manuscript.latex_source import Source, plain

_MULTI = re.compile(r"\s*\(([^()\n]{0,200})\)")


@dataclass(frozen=True, slots=True)
class Cited:
    """What one citation command cites."""

    entries: tuple[tuple[str, str | None], ...]
    """Keys, each with its locator."""
    text: str
    """In words: ``see @key, p. 4; @other``."""
    end: int
    """Where the source goes on."""


def read_citation(source: Source, at: int, several: bool) -> Cited | None:
    r"""Read the arguments of a citation command.

    Args:
        source: The file.
        at: Position after the command.
        several: Whether it takes several groups of arguments, as ``\autocites``.
    """
    before = after = ""
    if several:
        for _ in range(2):
            match = _MULTI.match(source.text, at)
            if match:
                before, after, at = after, plain(match[1]), match.end()
    entries: list[tuple[str, str | None]] = []
    said: list[str] = []
    while True:
        group = _group(source, at)
        if group is None:
            break
        found, words, at = group
        entries += found
        said.append(words)
        if not several:
            break
    if not entries:
        return None
    text = " ".join(filter(None, [before, "; ".join(said)])) + (f", {after}" if after else "")
    return Cited(tuple(entries), text, at)


def _group(source: Source, at: int) -> tuple[list[tuple[str, str | None]], str, int] | None:
    """Read ``[before][after]{keys}``."""
    options: list[str] = []
    while len(options) < 2 and (option := source.bracketed(at)):
        options.append(plain(source.text[option[0] : option[1]]))
        at = option[2]
    keys = source.braced(at)
    if keys is None or keys[1] - keys[0] > 2_000:
        return None
    names = [name.strip() for name in source.text[keys[0] : keys[1]].split(",")]
    names = [name for name in names if name and not re.search(r"[\s\\{}]", name)]
    if not names:
        return None
    after = options[-1] if options else ""
    before = options[0] if len(options) == 2 else ""
    entries: list[tuple[str, str | None]] = [(name, None) for name in names]
    entries[-1] = (names[-1], after or None)
    words = "; ".join(f"@{name}" for name in names)
    return entries, " ".join(filter(None, [before, words])) + (f", {after}" if after else ""), keys[2]
