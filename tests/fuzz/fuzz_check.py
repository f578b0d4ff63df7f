"""Fuzz argmap with atheris, by hand.

    python tests/fuzz/fuzz_check.py yaml -max_total_time=600

The first word names a target of ``targets.py``; what follows are options of libFuzzer. Inputs that break
argmap are written to the current folder as ``crash-...``; give such a file as an option to run it again.
"""

import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path

ROOMS = (
    "audit",
    "cli.check",
    "exchange",
    "files",
    "graph",
    "manuscript",
    "model",
    "report",
    "rules",
    "verdict",
)
"""What runs in a check; loaded at once, for only what is loaded here is watched by the fuzzer."""


def main() -> None:
    """Run libFuzzer on a target."""
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed: nothing was fuzzed (pip install atheris)")
    sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]
    with atheris.instrument_imports(include=["argmap", "yaml", "bibtexparser"]):
        import argmap

        for module in pkgutil.walk_packages(argmap.__path__, "argmap."):
            if module.name.removeprefix("argmap.").startswith(ROOMS):
                importlib.import_module(module.name)
        from targets import TARGETS, seeds, words
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"name a target: {', '.join(TARGETS)}")
    name, options = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        for number, seed in enumerate(seeds(name)):
            (corpus / f"{number:03}").write_bytes(seed)
        dictionary = Path(folder, "words.dict")
        dictionary.write_text("".join(f'"{word}"\n' for word in words()), encoding="ascii")
        given = [option for option in options if not option.startswith("-")]
        known = [] if given else [str(corpus)]
        atheris.Setup([sys.argv[0], f"-dict={dictionary}", *options, *known], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
