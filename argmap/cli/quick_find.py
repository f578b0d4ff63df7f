"""A short way to ``argmap find``: an index that is there is searched at once.

Typer, and all that it imports, takes many times longer than the search. What is not understood here in
full, and an index that has to be made first, goes to typer.
"""

import os

from argmap.cli import ended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Asked = tuple[list[str], dict[str, list[str]]]

VALUES = {"--project": "project", "-p": "project", "--limit": "limit", "--format": "form"}
"""Options with one value."""
LISTS = {"--kind": "kind", "--not": "without"}
"""Options that may stand more than once."""


class _UnansweredError(Exception):
    """Typer is to read the words."""


def quick_find(words: "Sequence[str]") -> int | None:
    """Run ``argmap find``.

    Args:
        words: The words after ``argmap``.

    Returns:
        The exit code; None where typer is to read the words.
    """
    if not words or words[0] != "find" or "_ARGMAP_COMPLETE" in os.environ:
        return None
    asked = read_words(words[1:])
    if asked is None:
        return None

    def failed(error: Exception) -> int:
        raise _UnansweredError from error

    try:
        return ended(lambda: _answered(*asked), failed)
    except _UnansweredError:
        return None


def read_words(words: "Sequence[str]") -> "Asked | None":
    """Part the words after ``find`` into those searched for and options by name; None if any is unusual.

    Examples:
        >>> read_words(["stalin", "mao*", "--limit=5", "--kind", "claims"])
        (['stalin', 'mao*'], {'limit': ['5'], 'kind': ['claims']})
        >>> read_words(["--lmit", "5"])
    """
    searched: list[str] = []
    given: dict[str, list[str]] = {}
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        option, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        name = VALUES.get(option) or LISTS.get(option)
        if name is None:
            if not word or word.startswith("-"):
                return None
            searched.append(word)
            continue
        if not equals:
            value = waiting.pop() if waiting else ""
        if not value or value.startswith("-") or "\0" in value or (option in VALUES and name in given):
            return None
        given.setdefault(name, []).append(value)
    return (searched, given) if searched else None


def _answered(searched: list[str], given: dict[str, list[str]]) -> int:
    from argmap import __version__
    from argmap.cli.finding import Asking, print_hits
    from argmap.files.folder import project_folder
    from argmap.search.kept import kept_hits

    start = given.get("project", [os.curdir])[0]
    root = project_folder(start, upwards="project" not in given) if os.path.exists(start) else None  # noqa: PTH110
    limit, form = given.get("limit", ["20"])[0], given.get("form", ["text"])[0]
    asking = Asking(searched, given.get("without", []), given.get("kind", []))
    if root is None or form != "text" or not limit.isascii() or not limit.isdecimal() or int(limit) < 1:
        raise _UnansweredError
    kinds = asking.kinds
    hits = kept_hits(root, __version__, asking.query, kinds, int(limit)) if kinds is not None else None
    if hits is None:
        raise _UnansweredError
    return print_hits(hits, asking.query)
