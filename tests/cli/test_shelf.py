"""Commands are listed without being imported, and are the same once they are."""

import inspect
import json
import subprocess
import sys
from importlib import import_module

import pytest

from argmap.cli.app import ELSEWHERE, make_app
from argmap.cli.shelf import help_of, loaded

HOMES = make_app().homes | make_app().commands["manuscript"].homes
LISTED = """
import json, sys
from argmap.cli.app import run
run(["--help"])
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize("home", HOMES.values())
def test_the_help_of_a_listed_command_is_its_docstring(home):
    function = getattr(import_module(home), home.rpartition(".")[2])
    assert help_of(home) == inspect.getdoc(function)


@pytest.mark.parametrize("name", HOMES)
def test_a_command_that_is_called_has_the_name_and_help_it_is_listed_with(name):
    command = loaded(name, HOMES[name])
    assert command.name == name
    assert command.help == help_of(HOMES[name])


def test_the_help_loads_no_command_and_nothing_heavy():
    done = subprocess.run([sys.executable, "-c", LISTED], capture_output=True, text=True, check=True)
    modules = set(json.loads(done.stderr))
    assert not modules & {*HOMES.values(), "argmap.cli.options", "numpy", "pydantic", "rapidfuzz", "yaml_rs"}
    assert all(name in done.stdout for name in HOMES if "manuscript" not in HOMES[name])


def test_the_version_is_told_without_a_command(command):
    assert command("--version").code == 0
    assert command("--version").out.startswith("argmap ")


def test_an_unknown_command_is_named_with_the_nearest(command):
    printed = command("chek")
    assert printed.code == 2
    assert "check" in printed.err


@pytest.mark.parametrize("name", sorted(ELSEWHERE))
def test_what_other_programs_call_a_command_leads_to_ours(command, name: str):
    printed = command(name)
    assert (printed.code, printed.out) == (2, "")
    assert f"No such command '{name}'. Did you mean '{ELSEWHERE[name]}'?" in printed.err
    ours = ELSEWHERE[name].split()
    assert name not in make_app().commands
    assert command(*ours, "--help").code == 0
