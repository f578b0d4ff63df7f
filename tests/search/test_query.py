"""What a reader asks for, and where it stands in a text."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.search.entry import Entry
from argmap.search.matches import excerpt, marked, passage
from argmap.search.query import Term, parse_query
from argmap.search.words import words_of


def test_words_are_folded_and_frequent_ones_left_out():
    query = parse_query("The Söhne of Łódź ")
    assert [term.words for term in query.words] == [("sohne",), ("łodz",)]


def test_frequent_words_are_asked_for_where_there_are_no_others():
    assert [term.words for term in parse_query("to be").words] == [("to",), ("be",)]


def test_the_last_word_may_still_be_typed_and_a_star_says_so_of_any():
    assert [term.is_beginning for term in parse_query("mao* stal").words] == [True, True]
    assert [term.is_beginning for term in parse_query("mao stalin.").words] == [False, False]
    assert not parse_query("a").words[-1].is_beginning


def test_a_phrase_lends_its_words_and_must_stand_there():
    query = parse_query('"the first blow" stalin')
    assert query.phrases == (Term(("the", "first", "blow")),)
    assert [term.words[0] for term in query.words] == ["first", "blow", "stalin"]


def test_a_quotation_that_is_never_closed_goes_to_the_end():
    assert parse_query('mao "first blow').phrases == (Term(("first", "blow")),)


def test_a_minus_sign_keeps_out_words_beginnings_and_phrases():
    query = parse_query('war -mao -kor* -"first blow" 1950-51')
    assert query.without == (Term(("mao",)), Term(("kor",), True), Term(("first", "blow")))
    assert [term.words[0] for term in query.words] == ["war", "1950", "51"]


def test_every_text_can_be_asked_for():
    for text in ("", '"', "-", "*", '-"', "\x00", "\ud800", "'; DROP TABLE terms; --", '""', "- -"):
        parse_query(text)


@given(st.text(max_size=60))
def test_what_is_marked_is_the_text_itself(text):
    query = parse_query(text)
    assert "".join(piece for piece, _ in marked(text, query)) == text


@given(st.text(alphabet="ab ü한-", max_size=200), st.integers(10, 60))
def test_an_excerpt_is_short_and_shows_a_word_asked_for(text, length):
    query = parse_query("a")
    cut = excerpt(text, query, length)
    if "a" in words_of(text):
        assert "a" in words_of(cut)
        assert len(cut) <= max(length, len(max(text.split(), key=len))) + 4
    else:
        assert cut == ""


def test_accents_and_case_do_not_hide_a_word():
    assert marked("In ŁÓDŹ.", parse_query("łódź"))[1] == ("ŁÓDŹ", True)
    assert marked("스탈린은 왔다", parse_query("스탈린*"))[0] == ("스탈린은", True)
    assert ("Сталин", True) in marked("И Сталин", parse_query("сталин"))


def test_a_passage_shows_what_the_title_does_not_have():
    texts = ((2.0, "war-moscow"), (1.0, "It was no war."), (0.5, "Moscow knew of it."))
    entry = Entry("a", "claim", "The war began.", fields=texts, key="war-moscow")
    query = parse_query("war moscow")
    assert passage(entry, query, 80) == "Moscow knew of it."
    assert passage(entry, parse_query("war began"), 80) == ""
