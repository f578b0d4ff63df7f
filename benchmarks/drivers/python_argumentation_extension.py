"""Finds the grounded extension with python-argumentation: FILE."""

import sys
from importlib import import_module
from pathlib import Path

_READER = "py_arg.import_export.argumentation_framework_from_iccma23_format_reader"
_GROUNDED = "py_arg.algorithms.semantics.get_grounded_extension"


def main(file: Path) -> None:
    """Read the framework with the package's own reader and find the extension."""
    reader = import_module(_READER).ArgumentationFrameworkFromICCMA23FormatReader
    framework = reader.from_iccma23(file.read_text("utf-8"))
    found = import_module(_GROUNDED).get_grounded_extension(framework)
    sys.stdout.write(f"{len(found)} arguments\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
