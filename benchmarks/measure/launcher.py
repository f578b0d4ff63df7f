"""Starts one command and tells its CPU time and memory; itself a small process.

Linux counts the memory of whoever starts a command as the command's own until it has begun. This
process is therefore small, and is started anew for each run:

    python -S -E launcher.py SECONDS FOLDER OUTPUT COMMAND …
"""

import contextlib
import json
import os
import resource
import signal
import sys
import time

PATIENCE = 8
"""How many times the CPU limit a command may take by the clock, on a machine that others use too."""


def launch(limit: float, folder: str, output: str, command: list[str]) -> dict[str, object]:
    """Run a command to its end or to the limit.

    Args:
        limit: Most CPU seconds of any one of its processes.
        folder: Where it runs.
        output: File for what it prints.
        command: Its words.
    """
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        _become(limit, folder, output, command)
    signal.signal(signal.SIGALRM, lambda *_: _end(child))
    signal.setitimer(signal.ITIMER_REAL, limit * PATIENCE + 10)
    _, status, used = os.wait4(child, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    _end(child)  # what it may have left behind
    code = os.waitstatus_to_exitcode(status)
    cpu = used.ru_utime + used.ru_stime
    return {
        "cpu": round(cpu, 4),
        "wall": round(time.monotonic() - began, 4),
        "memory": used.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        "code": code,
        "stopped": code in (-signal.SIGKILL, -signal.SIGXCPU) or (code != 0 and cpu >= limit),
    }


def _become(limit: float, folder: str, output: str, command: list[str]) -> None:
    """Turn into the command; never comes back."""
    try:
        os.setsid()
        os.chdir(folder)
        whole = max(1, int(limit + 0.999))
        resource.setrlimit(resource.RLIMIT_CPU, (whole, whole + 5))
        nothing = os.open(os.devnull, os.O_RDONLY)
        printed = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        for mine, other in ((0, nothing), (1, printed), (2, printed)):
            os.dup2(other, mine)
        os.execvp(command[0], command)
    except OSError:
        os._exit(127)


def _end(group: int) -> None:
    """End every process of a command's session."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


if __name__ == "__main__":
    seconds, where, log, *words = sys.argv[1:]
    sys.stdout.write(json.dumps(launch(float(seconds), where, log, words)) + "\n")
