"""A real ``argmap serve`` in a process of its own, for tests."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def served(town: Path, *words: str) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """Start ``argmap serve`` on a free port; it is stopped as a user does."""
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "argmap", "serve", str(town), "--port", "0", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"},
    )
    try:
        line = process.stdout.readline()
        yield int(line.split(":")[2].partition("/")[0]), process
    finally:
        with suppress(OSError):
            process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
