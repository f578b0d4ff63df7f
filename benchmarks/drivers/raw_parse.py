"""The yardstick: parses the YAML and JSON files of a project and keeps nothing.

python -m benchmarks.drivers.raw_parse FOLDER
"""

import json
import sys
from pathlib import Path

import yaml_rs  # noqa: TID251  # without anything of ours around it


def parse_all(folder: Path) -> int:
    """Parse every file below a folder; give the bytes read."""
    size = 0
    for file in sorted(folder.rglob("*")):
        if file.suffix == ".yaml":
            data = file.read_bytes()
            yaml_rs.loads(data.decode("utf-8"), parse_datetime=False)
        elif file.suffix == ".json":
            data = file.read_bytes()
            json.loads(data)
        else:
            continue
        size += len(data)
    return size


if __name__ == "__main__":
    sys.stdout.write(f"{parse_all(Path(sys.argv[1]))} bytes\n")
