"""What is known of another tool: how it is found, what it reads and how it is asked."""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate.argument import Argument


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool that checks an argument kept as files."""

    name: str
    """Its name in the package registry."""
    program: str
    """Its command, looked for on the path."""
    asked: str
    """The command as a reader would type it."""
    single: bool
    """Whether it keeps one record a file."""
    write: Callable[[Argument, Path], None]
    """Writes an argument in its own format into a folder."""
    command: Callable[[str, Path], Sequence[str]]
    """The words of the command: takes the program's path and the folder."""
    leaves: tuple[str, ...] = ()
    """Files and folders that it writes into the folder."""
    codes: tuple[int, ...] = (0, 1)
    """Exit codes of a run that did its work."""


@dataclass(frozen=True, slots=True)
class Library:
    """A Python library without a fitting command; a small script of ours asks it."""

    name: str
    module: str
    driver: str
    """Our script, in ``benchmarks/drivers``."""
    does: str
    """What it is asked, for the table."""


DRIVERS = Path(__file__).parent.parent / "drivers"


def find_program(program: str, places: Sequence[Path]) -> str | None:
    """Find a command in some folders, then on the path.

    Args:
        program: Its name.
        places: Folders that are looked into first.
    """
    return shutil.which(program, path=os.pathsep.join([*map(str, places), os.environ.get("PATH", "")]))


def find_python(module: str, places: Sequence[Path]) -> str | None:
    """Find a Python that has a module, without importing it.

    Args:
        module: Its name.
        places: Folders that are looked into first.
    """
    for place in [*places, *map(Path, os.environ.get("PATH", "").split(os.pathsep))]:
        python = shutil.which("python", path=str(place))
        code = f"from importlib.util import find_spec; print(find_spec({module!r}) is not None)"
        if python is not None and _says(python, code) == "True":
            return python
    return None


def version_of(name: str, program: str) -> str:
    """Tell a tool's version: what the Python beside its command says, else the command itself."""
    beside = Path(program).parent / "python"
    if beside.exists() and (told := version_in(str(beside), name)) != "unknown":
        return told
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    words = done.stdout.split()
    return words[-1] if words else "unknown"


def version_in(python: str, name: str) -> str:
    """Tell the version of a package, by a Python that has it."""
    code = f"from importlib.metadata import version; print(version({name!r}))"
    return _says(python, code) or "unknown"


def _says(python: str, code: str) -> str:
    done = subprocess.run([python, "-I", "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""
