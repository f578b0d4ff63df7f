"""A group of commands that are imported when they are called, and not to be listed."""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from inspect import cleandoc, getdoc
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_group


class Shelf(TyperGroup):
    """A group that knows its commands by name and help until one is called."""

    homes: Mapping[str, str] = {}
    """Command to the module that holds it under its own name."""
    elsewhere: Mapping[str, str] = {}
    """What commands are called in other programs, to what they are called here."""

    def put(self, homes: Mapping[str, str], panels: Mapping[str, str] | None = None) -> None:
        """Put commands on the shelf.

        Args:
            homes: Command to the module that holds it.
            panels: Command to its panel of the help.
        """
        self.homes = homes
        for name, home in homes.items():
            panel = (panels or {}).get(name)
            self.commands[name] = TyperCommand(name, help=help_of(home), rich_help_panel=panel)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is called, and import it."""
        if args and args[0] not in self.commands and args[0] in self.elsewhere:
            ctx.fail(f"No such command '{args[0]}'. Did you mean '{self.elsewhere[args[0]]}'?")
        name, command, rest = super().resolve_command(ctx, args)
        if name is not None and name in self.homes:
            command = loaded(name, self.homes[name])
        return name, command, rest


def shelf(app: typer.Typer) -> Shelf:
    """Make the group of an application whose class is ``Shelf``."""
    group = get_command(app) if app.registered_callback else get_group(app)
    assert isinstance(group, Shelf)
    return group


def loaded(name: str, home: str) -> Any:
    """Import a command and make it ready to be called."""
    single = typer.Typer(add_completion=False)
    single.command(name)(_function(home))
    return get_command(single)


def help_of(home: str) -> str:
    """Give a command's docstring: from its source, as importing all commands takes longer than the rest."""
    spec = find_spec(home)
    get_source = getattr(spec.loader, "get_source", None) if spec else None
    source: str = (get_source(home) if get_source else None) or ""
    name = home.rpartition(".")[2]
    found = re.search(rf'^def {name}\(.*?"""(.*?)"""', source, re.DOTALL | re.MULTILINE)
    return cleandoc(found[1]) if found else getdoc(_function(home)) or ""


def _function(home: str) -> Callable[..., Any]:
    command: Callable[..., Any] = getattr(import_module(home), home.rpartition(".")[2])
    return command
