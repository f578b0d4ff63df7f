"""What ``argmap find`` asks, and what it prints."""

import sys
from collections.abc import Iterable, Sequence

from argmap.search.entry import KINDS
from argmap.search.query import Query, parse_query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.search.index import Hits

NAMES = {("evidence" if kind == "evidence" else f"{kind}s"): kind for kind in KINDS}
"""Kinds of records as the command line names them."""


class Asking:
    """A question as it came from the command line."""

    def __init__(self, words: Sequence[str], without: Sequence[str] = (), kinds: Sequence[str] = ()) -> None:
        """Take the words.

        Args:
            words: What is searched for.
            without: What must not be there.
            kinds: Kinds of records, as the command line names them.
        """
        self._kinds = kinds
        self.query: Query = parse_query(
            " ".join([*(f'-"{_bare(t)}"' for t in without), *map(_quoted, words)])
        )

    @property
    def kinds(self) -> list[str] | None:
        """Kinds of records; None if one is none."""
        found = [NAMES.get(name.lower()) for name in self._kinds]
        return None if None in found else [kind for kind in found if kind is not None]


def print_hits(hits: "Hits", query: Query) -> int:
    """Print what was found; give the exit code."""
    if not hits.number:
        sys.stderr.write("argmap: nothing found\n")
        return 1
    from argmap.cli.hits_text import hits_text
    from argmap.cli.terminal import is_colour, text_width

    colour = is_colour()
    for line in hits_text(hits, query, text_width()):
        sys.stdout.write("".join(_written(line, colour)) + "\n")
    return 0


def _written(pieces: Iterable[tuple[str, bool]], colour: bool) -> Iterable[str]:
    """Write a line, what was asked for in bold where the terminal has colour."""
    for text, is_hit in pieces:
        # control characters would steer the terminal and are shown instead
        safe = text if text.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
        yield f"\x1b[1;33m{safe}\x1b[0m" if colour and is_hit else safe


def _quoted(word: str) -> str:
    """Put a phrase that came as one word of the command line in quotation marks."""
    is_phrase = " " in word.strip() and '"' not in word and " -" not in word and not word.startswith("-")
    return f'"{word}"' if is_phrase else word


def _bare(text: str) -> str:
    return text.replace('"', " ")
