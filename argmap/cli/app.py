"""The application: its commands in panels by job, and one way out for every failure."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from argmap import __version__
from argmap.cli import ended, failed
from argmap.cli.shelf import Shelf, shelf

PANELS: dict[str, tuple[str, ...]] = {
    "Audit": (
        *("check", "baseline", "why", "fragile", "impact", "what_if", "as_of"),
        *("verdicts", "review", "report", "brief", "show", "find", "stats", "explain"),
    ),
    "Compare": ("compare", "ach"),
    "Draw": ("draw", "timeline", "build", "serve"),
    "Manuscript": ("cite",),
    "Exchange": ("import_", "export", "convert", "solve"),
    "Project": ("new", "schema"),
}
"""Panel of the help to the commands in it."""

ELSEWHERE = {
    **dict.fromkeys(("init", "create", "start"), "new"),
    **dict.fromkeys(("validate", "lint", "audit", "verify", "test"), "check"),
    **dict.fromkeys(("render", "diagram", "graph", "plot", "visualize"), "draw"),
    **dict.fromkeys(("site", "html", "publish"), "build"),
    **dict.fromkeys(("schools", "diff"), "compare"),
    **dict.fromkeys(("list", "ls"), "verdicts"),
    "search": "find",
    "watch": "check --watch",
    "bibliography": "cite",
    "rules": "explain",
}
"""What commands are called in other programs, to what they are called here."""

MANUSCRIPT = ("notes", "citations", "sources", "quotes", "digest", "statements", "coverage", "draft")
"""Commands of ``argmap manuscript``."""


def make_app() -> Shelf:
    """Put the application together."""
    app = typer.Typer(
        name="argmap",
        cls=Shelf,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="A compiler for arguments: audit claims against evidence, compare schools, draw diagrams.",
    )
    app.callback()(_options)
    made = shelf(app)
    panel_of = {name.rstrip("_").replace("_", "-"): p for p, names in PANELS.items() for name in names}
    homes = (f"argmap.cli.{name}" for names in PANELS.values() for name in names)
    made.put(dict(zip(panel_of, homes, strict=True)), panel_of)
    made.elsewhere = ELSEWHERE
    made.add_command(_manuscript())
    made.add_command(_corpus())
    return made


def _manuscript() -> Shelf:
    """Put the commands on manuscripts together."""
    group = typer.Typer(
        name="manuscript",
        cls=Shelf,
        no_args_is_help=True,
        help="Read a text under audit: its notes, citations and quotations, and what the map does not cover.",
    )
    made = shelf(group)
    made.rich_help_panel = "Manuscript"
    made.put({name: f"argmap.cli.manuscript.{name}" for name in MANUSCRIPT})
    return made


def _corpus() -> Shelf:
    """Put the commands on many maps together."""
    group = typer.Typer(
        name="corpus",
        cls=Shelf,
        no_args_is_help=True,
        help="Audit many maps at once: folders of projects or Parquet, here or on Dask or Spark.",
    )
    made = shelf(group)
    made.rich_help_panel = "Audit"
    made.put({"audit": "argmap.cli.corpus.audit"})
    return made


def _print_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"argmap {__version__}\n")
        raise typer.Exit


def _options(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_print_version),
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def run(arguments: Sequence[str]) -> int:
    """Run a command.

    Args:
        arguments: The words after ``argmap``.

    Returns:
        The exit code.
    """
    return ended(lambda: _called(arguments), _failed)


def _called(arguments: Sequence[str]) -> int:
    code = make_app()(args=list(arguments), prog_name="argmap", standalone_mode=False)
    return code if isinstance(code, int) else 0


def _failed(error: Exception) -> int:
    """Tell typer's own failures as typer does."""
    show = getattr(error, "show", None)
    if callable(show):
        show()
        return int(getattr(error, "exit_code", 2))
    return 130 if isinstance(error, typer.Abort) else failed(error)
