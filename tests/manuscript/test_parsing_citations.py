"""A citation to its fields, in the habits of several styles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.manuscript.citations.parse import parse_citation


def fields(text, *names):
    return tuple(getattr(parse_citation(text), name) for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Baker, *The Mills of the Valley*, London: Field Press, 1987, p. 12.",
        "Ann Baker, *The Mills of the Valley* (London: Field Press, 1987), p. 12.",
        "Ann Baker, *The Mills of the Valley* (London: Field Press, 1987), 12.",
        "Ann Baker, The Mills of the Valley (London: Field Press, 1987), 12.",
        "Ann Baker, The Mills of the Valley, London: Field Press, 1987, p. 12.",
        "See also Ann Baker, *The Mills of the Valley*, London: Field Press, 1987, p. 12.",
        "see, e.g., Ann Baker, *The Mills of the Valley* (London: Field Press, 1987), at 12.",
        "Vgl. Ann Baker, *The Mills of the Valley*, London: Field Press 1987, S. 12 f.",
        "Ann Baker, *The Mills of the Valley* (London: Field Press, 1987), p. 12. The rest burnt in 1702.",
    ],
)
def test_a_book_is_read_in_many_habits(text):
    names = ("author", "title", "place", "publisher", "year", "pages", "form")
    expected = ("Ann Baker", "The Mills of the Valley", "London", "Field Press", 1987, "12", "full")
    assert fields(text, *names) == expected


@pytest.mark.parametrize(
    ("text", "pages", "volume"),
    [
        ("John Carter, “Armies and Bread,” *Journal of Sieges* 4, no. 2 (1991): 33-51.", "33-51", None),
        (
            "John Carter, “Armies and Bread,” *Journal of Sieges*, vol. 4, no. 2 (1991), pp. 33–51.",
            "33-51",
            "4",
        ),
        ("John Carter, ‘Armies and Bread’, *Journal of Sieges*, 4.2 (1991), 33–51 (p. 35).", "35", None),
        (
            'John Carter, "Armies and Bread", Journal of Sieges, vol. 4, no. 2 (1991), pp. 33-51.',
            "33-51",
            "4",
        ),
        ("John Carter, “Armies and Bread,” *Journal of Sieges* 4 (1991): 1119–42, at 1121.", "1121", None),
    ],
)
def test_an_article_is_read_in_many_habits(text, pages, volume):
    assert fields(text, "author", "title", "container", "year") == (
        "John Carter",
        "Armies and Bread",
        "Journal of Sieges",
        1991,
    )
    assert fields(text, "pages") == (pages,)
    assert volume is None or fields(text, "volume") == (volume,)


def test_a_law_review_in_the_oscola_habit():
    text = "Mary Dunn, ‘The Duty of the Miller’ (2004) 12 LQR 33, 40"
    assert fields(text, "author", "title", "container", "volume", "year", "pages") == (
        "Mary Dunn",
        "The Duty of the Miller",
        "LQR",
        "12",
        2004,
        "40",
    )


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ibid.", "ibid"),
        ("ibid 580.", "ibid"),
        ("*Ibid.*, p. 4", "ibid"),
        ("Ibidem, p. 3", "ibid"),
        ("Ebd., S. 14 f.", "ibid"),
        ("Ebenda.", "ibid"),
        ("Vgl. ebd., S. 45.", "ibid"),
        ("*Id.* at 1603.", "ibid"),
        ("Baker, op. cit., p. 14.", "op-cit"),
        ("Carter, loc. cit.", "op-cit"),
        ("Bäcker (wie Anm. 1), S. 41.", "op-cit"),
        ("Dunn (n 7) 41.", "op-cit"),
        ("Cover, *supra* note 2, at 1604.", "op-cit"),
        ("Baker, *Mills*, p. 40.", "short"),
        ("Balkin, “Hohfeldian Approach,” 1125.", "short"),
    ],
)
def test_the_form_of_a_citation_is_told(text, form):
    assert parse_citation(text).form == form


@pytest.mark.parametrize(
    ("text", "author", "back", "pages"),
    [
        ("Dunn (n 7) 41.", "Dunn", 7, "41"),
        ("Bäcker (wie Anm. 1), S. 41.", "Bäcker", 1, "41"),
        ("Cover, *supra* note 2, at 1604.", "Cover", 2, "1604"),
        ("Baker, above n. 12, p. 3.", "Baker", 12, "3"),
        ("Baker, op. cit., p. 14.", "Baker", None, "14"),
    ],
)
def test_a_citation_that_points_back_names_its_author_and_note(text, author, back, pages):
    assert fields(text, "author", "title", "back", "pages") == (author, "", back, pages)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("Ibid., p. 14.", "14"),
        ("Ibid., pp. 14–16.", "14-16"),
        ("Ibid., 14.", "14"),
        ("Ibid.", None),
        ("ibid 580.", "580"),
        ("Ebd., S. 14 f.", "14"),
        ("*Id.* at 1603.", "1603"),
    ],
)
def test_an_ibid_has_pages_and_nothing_else(text, pages):
    assert fields(text, "pages", "tail", "year") == (pages, "", None)


def test_an_ibid_may_name_a_document_of_its_own():
    assert fields("Ibid., Memo by the Miller, p. 3", "tail", "pages") == ("Memo by the Miller", "3")
    assert fields("Ibid., 7 Mar 1649", "tail", "year") == ("7 Mar 1649", 1649)


@pytest.mark.parametrize(
    "text",
    [
        "“Letter from A to B,” 3 May 1950, RGASPI, F.45, OP.1, D.331, pp.75-77",
        "RGASPI, “Letter from A to B,” 3 May 1950, Fond 45, Opis 1, Delo 331, Listy 75-77",
    ],
)
def test_a_document_in_an_archive_has_its_day_and_address(text):
    citation = parse_citation(text)
    assert (citation.title, citation.days) == ("Letter from A to B", frozenset({"1950-05-03"}))
    assert citation.address is not None
    assert citation.address.document == ("russian", "RGASPI", "45", "1", "331")


def test_the_year_of_a_work_is_not_one_in_its_title_or_pages():
    assert fields("A. Baker, *The Siege of 1643*, London: Press, 1987, pp. 1650-1660.", "year") == (1987,)


def test_a_title_may_hold_an_apostrophe():
    text = "A. Baker, ‘The Miller’s Duty and the King’s’, *Law*, 3 (1990), 4."
    assert fields(text, "title") == ("The Miller’s Duty and the King’s",)


@pytest.mark.parametrize(
    "piece", ["“a, ", "*a ", "Aa, ", "Aa Bb ", "p. 12, ", "12 ", "F.4, ", "Ab: ", "‘a", "(", "http://a "]
)
def test_a_very_long_citation_is_read_in_time(piece):
    parse_citation(piece * 5_000)


@given(st.text(st.sampled_from('aB.,:;()*“”"‘’ 12 pISnv[]—'), max_size=80))
def test_any_text_is_read(text):
    parse_citation(text)
