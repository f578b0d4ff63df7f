"""A small benchmark: how many noisy quotations are found, and whether absent ones are."""

import random

import pytest

from argmap.manuscript.quotes.check import check_quotations
from argmap.manuscript.quotes.records import Quotation, SourceText
from manuscript.quotes.noise import KINDS
from manuscript.quotes.source_words import a_text

TEXT = a_text(21, 30_000)
STARTS = [0, *(place + 1 for place, letter in enumerate(TEXT) if letter == " ")]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_noisy_quotations_are_found_where_they_stand(kind):
    chance = random.Random(7)
    places, asked = {}, []
    for number in range(60):
        first = chance.randrange(len(STARTS) - 80)
        start, end = STARTS[first], STARTS[first + chance.randint(8, 60)]
        places[str(number)] = start
        quote = KINDS[kind](TEXT[start:end].strip(), chance)
        asked.append(Quotation(id=str(number), exact=quote))
    checks = check_quotations(asked, [SourceText("text", TEXT)]).checks
    found = [check for check in checks if check.span and abs(check.span[0] - places[check.id]) < 60]
    assert len(found) >= 57


def test_absent_quotations_are_not_found():
    other = a_text(99, 4000).split()
    asked = [Quotation(id=str(n), exact=" ".join(other[n * 30 : n * 30 + 8 + n % 20])) for n in range(100)]
    checks = check_quotations(asked, [SourceText("text", TEXT)]).checks
    assert {check.verdict.value for check in checks} == {"absent"}
