"""Finds one extension with formal-argumentation: FILE PROBLEM."""

import sys


def main(file: str, problem: str) -> int:
    """Call the package's own command."""
    from argumentation.solving.iccma_cli import main as solve  # type: ignore[import-not-found]

    code: int = solve(["-p", problem, "-f", file])
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
