"""Keeps receipts of verified quotations beside the project, for texts that may not be copied into it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from argmap.files.atomic import write_text
from argmap.manuscript.quotes.receipts import Receipt, make_receipt, words_digest
from argmap.manuscript.quotes.records import Quotation, QuotationCheck, SourceText
from argmap.model.errors import UnreadableError

RECEIPTS_FILE = "quotation-receipts.json"


def read_receipts(root: Path) -> list[Receipt]:
    """Read the receipts of a project; none where there is no file.

    Raises:
        UnreadableError: If the file cannot be read or holds something else.
    """
    try:
        return parse_receipts((root / RECEIPTS_FILE).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise UnreadableError(f"cannot read '{RECEIPTS_FILE}': {error.strerror or error}") from error


def parse_receipts(data: bytes) -> list[Receipt]:
    """Read receipts.

    Args:
        data: A JSON list of them.

    Raises:
        UnreadableError: If it holds something else.
    """
    try:
        return TypeAdapter(list[Receipt]).validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "its top"
        raise UnreadableError(
            f"'{RECEIPTS_FILE}' holds no receipts of quotations: at {place}, {first['msg']}"
        ) from error


def keep_receipts(
    root: Path,
    checks: Iterable[tuple[Quotation, QuotationCheck]],
    texts: Sequence[SourceText],
    *,
    version: str,
    date: str,
) -> int:
    """Write a receipt for every quotation that was verified; others keep the receipt they have.

    The quotations of a manuscript are numbered; one that has moved takes its receipt along.

    Args:
        root: The project's folder.
        checks: Quotations with what came of checking them.
        texts: The texts that were looked at.
        version: Version of argmap.
        date: Today (EDTF).

    Returns:
        How many quotations were verified.

    Raises:
        UnreadableError: If the file cannot be read or written.
    """
    by_key = {text.key: text for text in texts}
    checked = tuple(checks)
    names = {(words_digest(quotation), quotation.source): quotation.id for quotation, _ in checked}
    kept: dict[str, Receipt] = {}
    for receipt in read_receipts(root):
        name = names.get((receipt.words, receipt.source), receipt.quotation)
        kept[name] = replace(receipt, quotation=name)
    made = 0
    for quotation, check in checked:
        if check.verdict.is_clean and check.text in by_key:
            kept[quotation.id] = make_receipt(
                quotation, check, by_key[check.text], version=version, date=date
            )
            made += 1
    rows = [{**asdict(kept[key]), "verdict": str(kept[key].verdict)} for key in sorted(kept)]
    write_text(root / RECEIPTS_FILE, json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    return made
