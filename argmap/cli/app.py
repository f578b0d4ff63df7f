"""The application: its commands in panels by job, and one way out for every failure."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from argmap import __version__

PANELS: dict[str, tuple[str, ...]] = {
    "Audit": (
        *("check", "why", "fragile", "impact", "what_if", "as_of"),
        *("verdicts", "report", "show", "stats", "explain"),
    ),
    "Compare": ("compare",),
    "Draw": ("draw", "build"),
    "Manuscript": ("cite",),
    "Exchange": ("import_", "export", "convert", "solve"),
    "Project": ("new", "schema"),
}
"""Panel of the help to the commands in it."""

MANUSCRIPT = ("notes", "citations", "sources", "quotes", "digest", "statements", "coverage", "draft")
"""Commands of ``argmap manuscript``."""


def make_app() -> typer.Typer:
    """Put the application together."""
    app = typer.Typer(
        name="argmap",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="A compiler for arguments: audit claims against evidence, compare schools, draw diagrams.",
    )
    app.callback()(_options)
    for panel, names in PANELS.items():
        for name in names:
            command: Callable[..., Any] = getattr(import_module(f"argmap.cli.{name}"), name)
            app.command(name.rstrip("_").replace("_", "-"), rich_help_panel=panel)(command)
        if panel == "Manuscript":
            app.add_typer(_manuscript(), rich_help_panel=panel)
    return app


def _manuscript() -> typer.Typer:
    """Put the commands on manuscripts together."""
    group = typer.Typer(
        name="manuscript",
        no_args_is_help=True,
        help="Read a text under audit: its notes, citations and quotations, and what the map does not cover.",
    )
    for name in MANUSCRIPT:
        command: Callable[..., Any] = getattr(import_module(f"argmap.cli.manuscript.{name}"), name)
        group.command(name)(command)
    return group


def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)
    ] = False,
) -> None:
    if version:
        sys.stdout.write(f"argmap {__version__}\n")
        raise typer.Exit


def run(arguments: Sequence[str]) -> int:
    """Run a command.

    Args:
        arguments: The words after ``argmap``.

    Returns:
        The exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = make_app()(args=list(arguments), prog_name="argmap", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _failed(error)
    return code if isinstance(code, int) else 0


def _failed(error: Exception) -> int:
    """Tell a failure that is the user's to mend; anything else is our bug and is raised again."""
    from argmap.model.errors import ArgmapError

    show = getattr(error, "show", None)
    if callable(show):  # typer's own usage errors
        show()
        return int(getattr(error, "exit_code", 2))
    if isinstance(error, ArgmapError):
        sys.stderr.write(f"argmap: {error}\n")
        return 2
    if isinstance(error, typer.Abort):
        return 130
    if isinstance(error, RecursionError | MemoryError):
        sys.stderr.write("argmap: the input is nested too deeply or too large for this machine\n")
        return 2
    raise error
