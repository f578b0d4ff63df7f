"""Looks the quotations of one text up with reanchor: FOLDER TEXT."""

import json
import sys
from pathlib import Path


def main(folder: Path, name: str) -> None:
    """Look up every quotation that is cited from the text."""
    from reanchor import TextQuoteSelector, prepare_document, resolve_quote  # type: ignore[import-not-found]

    document = prepare_document((folder / name).read_text("utf-8"))
    listed = json.loads((folder / "quoted.json").read_text("utf-8"))
    wanted = [quoted["exact"] for quoted in listed if quoted["text"] == name]
    found = sum(resolve_quote(document, TextQuoteSelector(exact=exact)) is not None for exact in wanted)
    sys.stdout.write(f"{found} of {len(wanted)} found\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
