"""A short way to ``argmap check``: its usual options are read, and an unchanged project is answered, at once.

Typer, and all that it imports, takes longer than most checks. What is not understood here in full goes
to typer, so that every message is its own; a test holds the two to one another.
"""

# ruff: noqa: PTH100, PTH110  (pathlib is slow to import)

import os
import sys
import time

from argmap.cli import ended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from argmap.files.kept import Printed
    from argmap.files.state import State

    Given = dict[str, str | bool | tuple[str, ...]]

VALUES = {
    "--project": "project",
    "-p": "project",
    "--format": "form",
    "--fail-on": "fail_on",
    "--baseline": "baseline",
    "--changed": "changed",
}
"""Options with one value."""

LISTS = {"--select": "select", "--extend-select": "extend_select", "--ignore": "ignore"}
"""Options that may stand more than once."""

FLAGS = {
    "--statistics": "statistics",
    "--fix": "fix",
    "--unsafe-fixes": "unsafe_fixes",
    "--diff": "diff",
    "--no-baseline": "no_baseline",
    "--no-cache": "no_cache",
    "--watch": "watch",
}

LEVELS = ("error", "warning", "note", "never")
"""Values of ``--fail-on``."""

_ANEW = frozenset({"fix", "unsafe_fixes", "diff", "changed", "watch", "no_cache"})
"""Options with which a check is never answered by what was printed before."""


_SETTLED = 1_000_000_000
"""Nanoseconds that a text must have been at rest before the check began."""


def quick_check(words: "Sequence[str]", alive: list[object] | None = None) -> int | None:
    """Run ``argmap check``.

    Args:
        words: The words after ``argmap``.
        alive: Takes what need not be put away before the process ends.

    Returns:
        The exit code; None where typer is to read the words.
    """
    if not words or words[0] != "check" or "_ARGMAP_COMPLETE" in os.environ:
        return None
    given = read_options(words[1:])
    if given is None:
        return None
    return ended(lambda: _answered(given, alive))


def read_options(words: "Sequence[str]") -> "Given | None":
    """Read the words after ``check``: those options that are given, by name; None if any is unusual.

    Examples:
        >>> read_options(["maps", "--format=json", "--ignore", "wording"])
        {'folder': 'maps', 'form': 'json', 'ignore': ('wording',)}
        >>> read_options(["--fromat", "json"])
    """
    given: Given = {}
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        option, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if option in FLAGS and not equals:
            given[FLAGS[option]] = True
            continue
        name = VALUES.get(option) or LISTS.get(option)
        if name is None:
            name, value = "folder", word
        elif not equals:
            value = waiting.pop() if waiting else ""
        if not value or value.startswith("-") or "\0" in value:
            return None
        before = given.get(name, ())
        if isinstance(before, tuple) and option in LISTS:
            given[name] = (*before, value)
        elif name not in given:
            given[name] = value
        else:
            return None
    return given if given.get("fail_on", "error") in LEVELS else None


def _answered(given: "Given", alive: list[object] | None) -> int:
    """Print what was printed before, if nothing has changed since; else check, and keep what is printed."""
    question = None if _ANEW & given.keys() else _question(given)
    if question is not None and (before := question.answer()):
        sys.stdout.write(before.out)
        sys.stdout.flush()
        leave(before.code)
    from argmap.cli.checking import CheckOptions, run_check

    return run_check(CheckOptions.of(given), question.keep if question is not None else None, alive)


def leave(code: int) -> "NoReturn":
    """End here and now: nothing is open that the interpreter would have to put away."""
    try:  # noqa: SIM105  (contextlib is slow to import)
        sys.stdout.flush()
    except (OSError, ValueError):
        pass  # nobody reads on
    os._exit(code)


def _question(given: "Given") -> "Question | None":
    from argmap.cli.terminal import is_colour
    from argmap.files.folder import project_folder

    start = given.get("folder") or given.get("project")
    here = str(start or os.curdir)
    root = project_folder(here, upwards=start is None) if os.path.exists(here) else None
    if root is None:
        return None
    baseline = given.get("baseline")
    beside = (os.path.abspath(str(baseline)),) if baseline else ()
    options = sorted((name, value) for name, value in given.items() if name not in ("folder", "project"))
    return Question(root, repr((options, is_colour())), beside)


class Question:
    """A project as it is now, and the options of a check of it."""

    def __init__(self, root: str, options: str, beside: "Sequence[str]" = ()) -> None:
        """Read every byte of the project.

        Args:
            root: The project's folder.
            options: Everything else that what is printed depends on.
            beside: Files that the options name.
        """
        from argmap.files.state import project_state, surroundings

        self._root, self._beside = root, beside
        self._began = time.time_ns()
        self._around = surroundings() + f"\0{root}\0{options}".encode("utf-8", "surrogateescape")
        self._state = project_state(root, beside)

    def answer(self) -> "Printed | None":
        """Give what was printed for this question, if something was and all that it rests on is as it was."""
        if self._state is None:
            return None
        from argmap.files.kept import find
        from argmap.files.state import files_state, marks

        printed = find(self._key(self._state))
        if printed is None or marks(printed.modules)[0] != printed.modules_digest:
            return None
        texts = files_state(printed.texts)
        return printed if texts is not None and texts.digest == printed.texts_digest else None

    def keep(self, out: str, code: int, texts: list[str]) -> None:
        """Keep what was printed, unless something changed while it was worked out.

        Args:
            out: What was printed.
            code: The exit code.
            texts: Files outside the project's own that were read.
        """
        from argmap.files.kept import Printed, keep
        from argmap.files.state import files_state, is_as_it_was, marks, own_modules

        before, read = self._state, files_state(texts)
        if before is None or read is None:
            return
        modules = own_modules()
        digest, latest = marks(modules)
        settled = max(latest, read.latest) < self._began - _SETTLED
        if settled and is_as_it_was(before, self._began, self._root, self._beside):
            keep(self._key(before), Printed(modules, digest, texts, read.digest, out, code))

    def _key(self, state: "State") -> bytes:
        from argmap.files.state import digest_of

        return digest_of(state.digest + self._around)
