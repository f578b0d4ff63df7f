"""``argmap serve``."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import ProjectDir, write


def serve(
    folder: Annotated[Path | None, typer.Argument(help="The project's folder.", show_default=False)] = None,
    project: ProjectDir = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes one that is free.")] = 8000,
    open_: Annotated[bool, typer.Option("--open", help="Open the first page in the browser.")] = False,
    watch: Annotated[bool, typer.Option(help="Show every save at once.")] = True,
    editor: Annotated[
        str,
        typer.Option(
            help="Where findings open: vscode, vscodium, cursor, windsurf, zed, idea, pycharm, sublime, "
            "textmate, none, or an address with {path}, {line} and {column}."
        ),
    ] = "vscode",
) -> None:
    """Show the argument as web pages on this machine, anew after every save.

    Pages are made when they are asked for, and an open page follows what is saved. Other programs find the
    same objects as JSON under /api, described in /api/openapi.json. Ctrl-C stops it.
    """
    from argmap.files.project import find_root
    from argmap.serve.running import run

    named = folder or project
    root = find_root(named or Path(), upwards=named is None)

    def say(address: str) -> None:
        write(f"{address} shows {root}; Ctrl-C stops\n")
        if open_:
            import webbrowser

            webbrowser.open(address)

    run(root, host, port, editor, watch=watch, ready=say)
