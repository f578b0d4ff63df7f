"""What was verified once, kept beside the evidence for the day the text is not here; no numpy, no clock."""

from enum import StrEnum

from argmap.manuscript.quotes.normal import NORMAL, digest_of, normalise, sha256
from argmap.manuscript.quotes.records import Quotation, QuotationCheck, SourceText, Verdict
from argmap.model.dataclass import dataclass
from argmap.model.errors import ArgmapError


class ReceiptState(StrEnum):
    """What a receipt is worth today."""

    HOLDS = "holds"
    """The text is here, is the same, and the passage stands where it stood."""
    PASSAGE_HOLDS = "the passage holds, the text around it has changed"
    TEXT_CHANGED = "the text has changed"
    QUOTATION_CHANGED = "the quotation was edited since"
    TEXT_NOT_HERE = "text not here"
    """It can only be said that the quotation is the one verified then."""
    OTHER_FOLD = "made with another normalisation"
    NOT_VERIFIED = "it never was verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A check that was passed, without the words."""

    quotation: str
    """Id of the quotation."""
    source: str
    """Key of the text."""
    source_sha256: str
    """SHA-256 of the text in UTF-8, 64 hexadecimal digits."""
    fold: str
    """Name of the normalisation the digests were taken over."""
    start: int
    """Offset of the passage in the text's own characters."""
    length: int
    """Its length in the text's own characters."""
    digest: str
    """``sha256:…`` of the normalised passage."""
    words: str
    """``sha256:…`` of the normalised quotation."""
    verdict: Verdict
    version: str
    """Version of argmap that checked it."""
    date: str
    """When (EDTF)."""


def make_receipt(
    quotation: Quotation, check: QuotationCheck, text: SourceText, *, version: str, date: str
) -> Receipt:
    """Make a receipt of a check that was passed.

    Args:
        quotation: What was checked.
        check: What came of it.
        text: The text it was found in.
        version: Version of argmap.
        date: Today (EDTF); there is no clock in here.

    Raises:
        ArgmapError: The check was not passed, or was passed on another text.
    """
    if not check.verdict.is_clean or check.span is None or check.text != text.key or text.text is None:
        raise ArgmapError(
            f"no receipt for '{quotation.id}': it is {check.verdict}, not verified in '{text.key}'"
        )
    start, end = check.span
    return Receipt(
        quotation=quotation.id,
        source=text.key,
        source_sha256=sha256(text.text),
        fold=NORMAL,
        start=start,
        length=end - start,
        digest=digest_of(normalise(text.text[start:end])),
        words=words_digest(quotation),
        verdict=check.verdict,
        version=version,
        date=date,
    )


def check_receipt(receipt: Receipt, quotation: Quotation, text: str | None = None) -> ReceiptState:
    """Say what a receipt is worth today; one slice and two hashes, no search.

    Args:
        receipt: The receipt.
        quotation: The quotation as it reads today.
        text: The text, if it is here.
    """
    if receipt.fold != NORMAL:
        return ReceiptState.OTHER_FOLD
    if receipt.verdict not in [v for v in Verdict if v.is_clean]:
        return ReceiptState.NOT_VERIFIED
    if words_digest(quotation) != receipt.words:
        return ReceiptState.QUOTATION_CHANGED
    if text is None:
        return ReceiptState.TEXT_NOT_HERE
    passage = text[max(0, receipt.start) : max(0, receipt.start) + receipt.length]
    if digest_of(normalise(passage)) != receipt.digest:
        return ReceiptState.TEXT_CHANGED
    return ReceiptState.HOLDS if sha256(text) == receipt.source_sha256 else ReceiptState.PASSAGE_HOLDS


def words_digest(quotation: Quotation) -> str:
    """Digest the words of a quotation as receipts keep them."""
    if quotation.exact is None:
        return quotation.digest or ""
    return digest_of(normalise(quotation.exact))
