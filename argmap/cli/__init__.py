"""The command line: one file a command, each a few lines, and one way out of them all."""

import gc
import io
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

YOUNG = 100_000
"""Objects made between two looks for garbage: a map is made of many, and next to none goes in circles."""


def main() -> None:
    """Run the command line; misuse and unreadable input end in one message and exit code 2."""
    gc.set_threshold(YOUNG, 50, 100)
    # or every installed package is looked through
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # numpy's threads for matrices, of which there are none here, cost more to start than all of numpy
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from argmap.cli.quick import leave, quick_check

    alive: list[object] = []
    code = quick_check(sys.argv[1:], alive)
    if code is None:
        from argmap.cli.quick_find import quick_find

        code = quick_find(sys.argv[1:])
    if code is not None:
        leave(code)
    from argmap.cli.app import run

    sys.exit(run(sys.argv[1:]))


def failed(error: Exception) -> int:
    """Tell a failure that is the user's to mend; anything else is our bug and is raised again."""
    from argmap.model.errors import ArgmapError

    if isinstance(error, ArgmapError):
        sys.stderr.write(f"argmap: {error}\n")
        return 2
    if isinstance(error, RecursionError | MemoryError):
        sys.stderr.write("argmap: the input is nested too deeply or too large for this machine\n")
        return 2
    raise error


def ended(call: "Callable[[], int]", failed: "Callable[[Exception], int]" = failed) -> int:
    """Call a command and give its exit code.

    Args:
        call: The command; what it raises ends in a message.
        failed: Tells what it raises.
    """
    for stream in (sys.stdout, sys.stderr):
        _make_ready(stream)
    try:
        code = call()
        sys.stdout.flush()
    except BrokenPipeError:
        # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return failed(error)
    return code


def _make_ready(stream: object) -> None:
    """See to it that any sign can be written: escaped to a terminal that lacks it, else as UTF-8.

    What goes to a file or to another program has the same encoding everywhere, whatever Windows or a locale
    would write; only ``PYTHONIOENCODING`` says otherwise.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return
    if not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
        stream.reconfigure(encoding="utf-8")
    stream.reconfigure(errors="backslashreplace")
