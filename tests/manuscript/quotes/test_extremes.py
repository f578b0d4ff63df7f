import pytest

from argmap.manuscript.quotes.check import check_quotations
from argmap.manuscript.quotes.records import Quotation, SourceText, Verdict
from manuscript.quotes.asking import ask
from manuscript.quotes.source_words import CABLE, a_text


def test_nothing_asked_and_nothing_to_look_in():
    assert check_quotations([], []).checks == ()
    assert check_quotations([], [SourceText("cable", CABLE)]).checks == ()
    report = check_quotations([Quotation(id="q", exact="the harvest"), Quotation(id="r")], [])
    assert {check.verdict for check in report.checks} == {Verdict.UNREADABLE}


@pytest.mark.parametrize(
    "exact", ["\x00", "\ud800", "\ud800 the harvest", "[", "]", "[]", "[…]", "a" * 5000, "[" * 500]
)
def test_odd_quotations_are_answered(exact):
    assert not ask(exact).verdict.is_clean or ask(exact).span


def test_a_quotation_longer_than_the_text_is_absent():
    assert ask(CABLE * 20).verdict is Verdict.ABSENT


def test_a_quotation_of_a_megabyte_is_judged():
    text = a_text(3, 200_000)[:1_050_000]
    quote = text[1000:1_001_000]
    assert ask(quote, text).verdict is Verdict.EXACT
    changed = f"{quote[:50_000]} zebra {quote[50_000:200_000]}"
    check = ask(changed, text[:300_000])
    assert check.verdict is Verdict.ALTERED
    assert "{+" in check.line


def test_a_text_of_one_letter_repeated_is_bearable():
    text = "a" * 300_000 + " the harvest was possible in every province " + "a" * 300_000
    asked = [Quotation(id=str(n), exact="a" * (20 + n)) for n in range(100)]
    asked.append(Quotation(id="real", exact="the harvest was possible"))
    checks = check_quotations(asked, [SourceText("text", text)]).checks
    assert checks[-1].verdict is Verdict.EXACT


def test_the_same_quotation_many_times_costs_no_more():
    asked = [Quotation(id=str(n), exact="The harvest was possible in every province") for n in range(300)]
    checks = check_quotations(asked, [SourceText("cable", CABLE)]).checks
    assert {check.verdict for check in checks} == {Verdict.EXACT}
