import pytest

from argmap.manuscript.quotes.check import check_quotations
from argmap.manuscript.quotes.pages import is_cited, learnt_offset, page_at, page_ranges
from argmap.manuscript.quotes.records import Quotation, SourceText
from manuscript.quotes.asking import ask, ask_all
from manuscript.quotes.source_words import CABLE, a_text


def test_what_takes_it_back_is_shown():
    assert ask("“We will fight,” said the chairman").goes_on.startswith("unless the strangers cross")
    assert ask("the army had 10.0 million rounds").goes_on.startswith("but others")
    assert ask("It was a well-known fact").goes_on == ""


def test_a_quotation_that_stops_inside_its_sentence_is_told():
    assert ask("The harvest was possible in every province").stops_inside
    assert not ask("The harvest was possible in every province …").stops_inside
    assert not ask("The officers agreed").stops_inside


def test_the_dropped_start_of_the_sentence_is_shown():
    assert ask("the army had 10.0 million rounds").dropped_before == "Some historians believe that"
    assert ask("The officers agreed").dropped_before == ""


def test_a_quotation_from_another_text_is_told():
    texts = {"cable": CABLE, "letter": "Nothing of the kind is written here, nor will it ever be, said she."}
    check = ask_all("left for Peking³ the next day", texts, source="letter")
    assert (check.elsewhere, check.text) == (True, "cable")
    assert not ask_all("left for Peking³ the next day", texts, source="cable").elsewhere


def test_the_cited_text_wins_among_equals():
    texts = {"first": CABLE, "second": CABLE}
    assert ask_all("The conference opened", texts, source="second").text == "second"
    assert ask_all("The conference opened", texts).ambiguous


def test_words_around_decide_between_places():
    text = "At noon he said yes to them all. Later in the evening he said yes to the queen alone."
    assert ask("he said yes to the", text).ambiguous is False
    check = ask("he said yes", text)
    assert check.ambiguous
    assert len(check.others) == 1
    later = ask("he said yes", text, prefix="in the evening")
    assert (later.ambiguous, later.span) == (
        False,
        (text.rindex("he said yes"), text.rindex("he said yes") + 11),
    )
    assert ask("he said yes", text, suffix="to them").span[0] == text.index("he said yes")


def paged(pages=40, words=120):
    leaves = [a_text(number, words) + "\n" for number in range(pages)]
    starts = [sum(map(len, leaves[:number])) for number in range(pages)]
    labels = tuple((start, str(number + 1)) for number, start in enumerate(starts))
    return leaves, SourceText("book", "".join(leaves), labels)


def quoted_from(leaves, number, cited):
    words = " ".join(leaves[number].split()[30:45])
    return Quotation(id=f"q{number}", exact=words, source="book", pages=cited)


def test_a_page_that_was_not_cited_is_told():
    leaves, book = paged()
    asked = [quoted_from(leaves, n, f"p. {n + 1}") for n in range(5)] + [quoted_from(leaves, 20, "pp. 3–4")]
    report = check_quotations(asked, [book])
    assert [check.wrong_page for check in report.checks] == [False] * 5 + [True]
    assert report.checks[-1].notes[-1] == "cited from p. pp. 3–4, found on p. 21"
    assert report.page_offsets == {}


def test_one_offset_for_a_whole_book_is_learnt_and_said_once():
    leaves, book = paged()
    asked = [quoted_from(leaves, n + 12, str(n + 1)) for n in range(6)] + [quoted_from(leaves, 5, "30")]
    report = check_quotations(asked, [book])
    assert report.page_offsets == {"book": 12}
    assert [check.wrong_page for check in report.checks] == [False] * 6 + [True]


@pytest.mark.parametrize(
    ("cited", "ranges"),
    [("124-5", [(124, 125)]), ("1, 3–4", [(1, 1), (3, 4)]), ("xii", []), ("9-2", [(9, 9)])],
)
def test_cited_pages_are_read(cited, ranges):
    assert page_ranges(cited) == ranges


def test_roman_pages_are_compared_as_written():
    assert is_cited("pp. xi–XII", ["xii"])
    assert not is_cited("xi", ["xii"])
    assert page_at((), 4) is None
    assert learnt_offset([("1", "x")]) == 0
