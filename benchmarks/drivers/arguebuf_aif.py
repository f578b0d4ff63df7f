"""Reads a file of AIF with arguebuf and writes it as AIF again: IN OUT."""

import json
import sys
from pathlib import Path


def main(file: Path, out: Path) -> None:
    """Read and write."""
    from arguebuf import dump, load  # type: ignore[import-not-found]

    graph = load.aif(json.loads(file.read_text("utf-8")))
    out.write_text(json.dumps(dump.aif(graph)), "utf-8")
    sys.stdout.write(f"{len(graph.nodes)} nodes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
