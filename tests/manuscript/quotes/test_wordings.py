from argmap.manuscript.quotes.records import Quotation
from argmap.manuscript.quotes.wordings import two_wordings
from manuscript.quotes.source_words import a_text

FIRST = "four thousand and twenty men crossed the river on the night of the storm"


def pair(one, other, **fields):
    return two_wordings(
        [Quotation(id="a", exact=one, **fields), Quotation(id="b", exact=other, source="two")]
    )


def test_two_wordings_of_one_passage_are_shown():
    (found,) = pair(FIRST, FIRST.replace("twenty", "thirty"))
    assert (found.first, found.second, found.what) == ("a", "b", "wording")
    assert found.line.startswith("four thousand and [-twenty-] {+thirty+} men")


def test_a_lost_decimal_point_is_another_wording():
    one = "the army had 10.0 million rounds left in the autumn of that year"
    assert pair(one, one.replace("10.0", "100"))[0].what == "wording"


def test_a_shorter_quotation_of_the_same_words_is_no_other_wording():
    assert pair(FIRST, " ".join(FIRST.split()[3:11])) == []
    assert pair(FIRST, FIRST.replace("crossed", "… crossed")) == []
    assert pair(FIRST, FIRST.replace("men", "men [sic]")) == []
    assert pair(FIRST, FIRST.replace("the river", "[it]")) == []


def test_the_same_words_from_two_sources_are_told():
    assert [found.what for found in pair(FIRST, FIRST, source="one")] == ["source"]
    assert pair(FIRST, FIRST, source="two") == []


def test_thousands_of_quotations_are_compared():
    words = a_text(31, 60_000).split()
    asked = [Quotation(id=str(n), exact=" ".join(words[n * 15 : n * 15 + 15])) for n in range(4000)]
    asked.append(
        Quotation(id="new", exact=" ".join(["zebra" if i == 7 else w for i, w in enumerate(words[300:315])]))
    )
    assert [(found.first, found.second) for found in two_wordings(asked)] == [("20", "new")]


def test_one_quotation_printed_a_thousand_times_is_bearable():
    asked = [Quotation(id=str(n), exact=FIRST) for n in range(1000)]
    assert two_wordings(asked) == []
    assert two_wordings([]) == []
    assert two_wordings([Quotation(id="a", exact="")]) == []
