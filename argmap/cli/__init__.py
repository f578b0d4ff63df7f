"""The command line: one file a command, each a few lines."""

import sys


def main() -> None:
    """Run the command line; misuse and unreadable input end in one message and exit code 2."""
    from argmap.cli.app import run

    sys.exit(run(sys.argv[1:]))
