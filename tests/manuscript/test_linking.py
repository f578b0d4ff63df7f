"""Which entry of a bibliography a citation means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.manuscript.citations.link import LIKELY, Linker, likeness
from argmap.manuscript.citations.parse import parse_citation
from argmap.manuscript.citations.works import work_of_citation
from argmap.model.records import Source
from manuscript_makers import BIBLIOGRAPHY, matched, the_citation


def entry_of(note, bibliography=BIBLIOGRAPHY):
    return the_citation(note, bibliography=bibliography).entry


def work(text, key=""):
    return work_of_citation(parse_citation(text), key)


@pytest.mark.parametrize(
    "note",
    [
        "Ann Baker, *The Mills of the Valley*, London: Field Press, 1987, p. 12.",
        "A. Baker, *The Mills of the Valley* (London: Field Press, 1987), 12.",
        "Baker Ann, *Mills of the Valley*, 1987.",
        "Ann Bakker, *The Mills of the Valley*, London: Field Press, 1987.",
        "Ann Baker, The Mills of the Valley (London: Field Press, 1987), p. 12.",
    ],
)
def test_a_book_is_linked_under_other_spellings(note):
    assert entry_of(note) == "baker-1987"


def test_an_article_is_linked():
    assert (
        entry_of("John Carter, ‘Armies and Bread’, *Journal of Siege Studies*, 4.2 (1991), 33–51.")
        == "carter-1991"
    )


@pytest.mark.parametrize(
    "note",
    [
        "Otto Evans, *Law and Land*, Leeds: Press, 1999.",
        "Ann Baker, *Rivers*, Leeds: Press, 1999.",
        "Otto Evans, “Armies,” *Times*, 3 May 1950.",
    ],
)
def test_a_work_that_is_not_listed_is_not_linked(note):
    assert entry_of(note) is None


LETTERS = """
“Letter from Baker to Carter,” 3 May 1650, RGASPI, F.45, OP.1, D.331, pp.75-77.

“Letter from Baker to Carter,” 9 May 1650, RGASPI, F.45, OP.1, D.331, pp.80-81.

“Letter from Carter to Baker,” 5 May 1650, RGASPI, F.45, OP.1, D.331, pp.78-79.
"""


def test_two_documents_of_one_title_are_told_apart_by_their_days():
    keys = {
        day: entry_of(f"“Letter from Baker to Carter,” {day} May 1650, RGASPI, F.45, OP.1, D.331.", LETTERS)
        for day in (3, 9)
    }
    assert len(set(keys.values())) == 2
    assert None not in keys.values()


def test_another_day_forbids_a_link():
    assert (
        likeness(
            work("“Letter from Baker to Carter,” 4 May 1650."),
            work("“Letter from Baker to Carter,” 3 May 1650."),
        )
        < LIKELY
    )


def test_the_other_direction_of_a_letter_forbids_a_link():
    assert (
        likeness(
            work("“Letter from Baker to Carter,” 3 May 1650."),
            work("“Letter from Carter to Baker,” 3 May 1650."),
        )
        < LIKELY
    )


def test_an_equal_address_with_another_title_is_no_link():
    one = work("“Report on flour,” RGASPI, F.45, OP.1, D.9, p. 3.")
    other = work("“Survey of the northern bridges,” RGASPI, F.45, OP.1, D.9, p. 70.")
    assert likeness(one, other) < LIKELY


def test_an_equal_address_and_day_is_a_link_in_another_wording():
    one = work("“Cipher on the flour,” 3 May 1950, RGASPI, Fond 45, Opis 1, Delo 9.")
    other = work("“Telegram about flour,” 3 May 1950, RGASPI, F.45, OP.1, D.9, p. 3.")
    assert likeness(one, other) >= LIKELY


def test_two_entries_that_fit_as_well_are_for_review():
    linker = Linker(
        [
            work("A. Baker, *Mills*, London: Press, 1987.", "a"),
            work("A. Baker, *Mills*, Leeds: House, 1987, Vol. 2.", "b"),
            work("A. Baker, *Mills*, York: Hut, 1986.", "c"),
        ]
    )
    link = linker.find(work("A. Baker, *Mills*, p. 3."))
    assert link is not None
    assert link.review
    assert link.rival is not None


def test_short_titles_and_ibids_lead_to_the_entry_of_their_work():
    found = matched(
        "Ann Baker, *The Mills of the Valley*, London: Field Press, 1987, p. 12.",
        "Ibid., p. 13.",
        "Baker, *Mills*, p. 14.",
        bibliography=BIBLIOGRAPHY,
    )
    assert [c.entry for c in found.citations] == ["baker-1987"] * 3


def test_a_source_of_the_project_is_found_before_the_texts_own_entry():
    sources = {
        "mills": Source(title="The Mills of the Valley", authors=("Baker, Ann",), issued="1987", type="book")
    }
    found = matched(
        "Ann Baker, *The Mills of the Valley*, London: Field Press, 1987.",
        bibliography=BIBLIOGRAPHY,
        sources=sources,
    )
    assert found.citations[0].entry == "mills"
    assert [found.key_of(e) for e in found.entries] == ["mills", "carter-1991", "dunn-2005"]


words = st.text(st.sampled_from("ab *“”,.1950"), max_size=40)


@given(words, words)
def test_likeness_is_a_number_whatever_is_compared(one, other):
    assert 0 <= likeness(work(one), work(other)) <= 130
