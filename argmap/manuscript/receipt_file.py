"""Keeps receipts of verified quotations beside the project, for texts that may not be copied into it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from argmap.files.atomic import write_text
from argmap.manuscript.quotes.receipts import Receipt, make_receipt
from argmap.manuscript.quotes.records import Quotation, QuotationCheck, SourceText, Verdict
from argmap.model.errors import UnreadableError

RECEIPTS_FILE = "quotation-receipts.json"


def read_receipts(root: Path) -> list[Receipt]:
    """Read the receipts of a project; none where there is no file.

    Raises:
        UnreadableError: If the file cannot be read or holds something else.
    """
    try:
        told = json.loads((root / RECEIPTS_FILE).read_text(encoding="utf-8"))
        return [Receipt(**{**item, "verdict": Verdict(item["verdict"])}) for item in told]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UnreadableError(f"cannot read '{RECEIPTS_FILE}': {error.strerror or error}") from error
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableError(f"'{RECEIPTS_FILE}' holds no receipts of quotations: {error}") from error


def keep_receipts(
    root: Path,
    checks: Iterable[tuple[Quotation, QuotationCheck]],
    texts: Sequence[SourceText],
    *,
    version: str,
    date: str,
) -> int:
    """Write a receipt for every quotation that was verified; others keep the receipt they have.

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
    kept = {receipt.quotation: receipt for receipt in read_receipts(root)}
    made = 0
    for quotation, check in checks:
        if check.verdict.is_clean and check.text in by_key:
            kept[quotation.id] = make_receipt(
                quotation, check, by_key[check.text], version=version, date=date
            )
            made += 1
    rows = [{**asdict(kept[key]), "verdict": str(kept[key].verdict)} for key in sorted(kept)]
    write_text(root / RECEIPTS_FILE, json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    return made
