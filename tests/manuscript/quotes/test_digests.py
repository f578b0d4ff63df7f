import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.manuscript.quotes.check import check_quotations
from argmap.manuscript.quotes.digests import make_digest
from argmap.manuscript.quotes.normal import NormalText, normalise
from argmap.manuscript.quotes.receipts import ReceiptState, check_receipt, make_receipt
from argmap.manuscript.quotes.records import Quotation, SourceText, Verdict
from argmap.model.errors import ArgmapError
from manuscript.quotes.asking import ask
from manuscript.quotes.source_words import CABLE, a_text

WORDS = "The harvest was possible in every province, and the railways"
TEXT = SourceText("cable", CABLE)


def by_digest(words, near=True, **fields):
    digest = make_digest(words)
    return Quotation(
        id="q", digest=digest.digest, length=digest.length, near=digest.near if near else None, **fields
    )


def test_a_digest_is_taken_over_the_normalised_words():
    normal = "Theharvestwaspossibleineveryprovince,andtherailways"
    digest = make_digest(WORDS)
    assert digest == (
        f"sha256:{hashlib.sha256(normal.encode()).hexdigest()}",
        len(normal),
        "The harvest was possible in",
    )


@pytest.mark.parametrize("near", [True, False])
@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        "others understood the figure as 100 million",
        "left for Peking the next day",
        '"We will fight," said',
    ],
)
def test_a_digest_is_found_again(words, near):
    check = check_quotations([by_digest(words, near)], [TEXT]).checks[0]
    assert check.verdict is Verdict.TYPOGRAPHIC
    assert normalise(words)[-8:] in normalise(CABLE[slice(*check.span)].replace("-\n", ""))
    assert "by its digest" in check.notes


def test_a_digest_of_other_words_is_absent_and_says_how_far_it_came():
    check = check_quotations([by_digest(WORDS.replace("railways", "railroads"))], [TEXT]).checks[0]
    assert check.verdict is Verdict.ABSENT
    assert "its first words stand at 1 places" in check.notes[0]


def test_a_digest_without_a_text_is_never_a_pass():
    assert check_quotations([by_digest(WORDS)], []).checks[0].verdict is Verdict.UNREADABLE
    assert check_quotations([by_digest(WORDS, source="b")], [TEXT]).checks[0].elsewhere


def test_a_digest_meets_the_guards():
    check = check_quotations([by_digest("approve the attack at once")], [TEXT]).checks[0]
    assert check.verdict is Verdict.ALTERED


def test_a_long_text_is_not_looked_through_without_the_first_words():
    text = SourceText("long", a_text(4, 400_000))
    words = " ".join((text.text or "").split()[399_000:399_012])
    assert check_quotations([by_digest(words)], [text]).checks[0].verdict is Verdict.TYPOGRAPHIC
    check = check_quotations([by_digest(words, near=False)], [text]).checks[0]
    assert "too long" in check.notes[0]


@given(st.text(max_size=200))
def test_normalising_is_idempotent_where_it_matters_and_never_breaks(text):
    assert not any(c.isspace() for c in normalise(text))
    assert NormalText(text).normal == normalise(text)


def test_spans_lead_back_to_the_text():
    text = a_text(8, 30_000)
    normal = NormalText(text)
    for start in range(0, len(normal.normal) - 50, 9_973):
        low, high = normal.span(start, start + 40)
        assert normalise(text[low:high]) == normal.normal[start : start + 40]


def a_receipt():
    quotation = Quotation(id="q", exact=WORDS, source="cable")
    check = check_quotations([quotation], [TEXT]).checks[0]
    return quotation, make_receipt(quotation, check, TEXT, version="1", date="2026-11-23")


def test_a_receipt_holds_while_nothing_changes():
    quotation, receipt = a_receipt()
    assert check_receipt(receipt, quotation, CABLE) is ReceiptState.HOLDS
    assert check_receipt(receipt, quotation) is ReceiptState.TEXT_NOT_HERE
    assert check_receipt(receipt, quotation, CABLE + " More.") is ReceiptState.PASSAGE_HOLDS
    assert check_receipt(receipt, quotation, CABLE.replace("harvest", "crop")) is ReceiptState.TEXT_CHANGED
    assert check_receipt(receipt, replace(quotation, exact="The crop")) is ReceiptState.QUOTATION_CHANGED
    assert check_receipt(replace(receipt, fold="x"), quotation) is ReceiptState.OTHER_FOLD
    assert check_receipt(replace(receipt, verdict=Verdict.NEAR), quotation) is ReceiptState.NOT_VERIFIED


def test_without_the_text_a_receipt_says_so_and_never_verified():
    quotation, receipt = a_receipt()
    check = check_quotations([quotation], [], [receipt]).checks[0]
    assert check.verdict.value == "verified earlier, text not here"
    assert not check.verdict.is_clean
    assert check.notes[-1] == "exact on 2026-11-23, by argmap 1"
    edited = replace(quotation, exact=WORDS + " rolled")
    assert check_quotations([edited], [], [receipt]).checks[0].verdict is Verdict.UNREADABLE


def test_with_the_text_at_hand_a_receipt_says_nothing():
    quotation, receipt = a_receipt()
    other = SourceText("cable", a_text(2, 300))
    assert check_quotations([quotation], [other], [receipt]).checks[0].verdict is Verdict.ABSENT


def test_no_receipt_for_what_was_not_passed():
    quotation = Quotation(id="q", exact="The moon is made of green cheese")
    with pytest.raises(ArgmapError, match="absent"):
        make_receipt(quotation, ask(quotation.exact), TEXT, version="1", date="2026")
