"""Which entry of a bibliography a citation means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.manuscript.citations.likeness import LIKELY, SURE, likeness
from argmap.manuscript.citations.link import Linker
from argmap.manuscript.citations.parse import parse_citation
from argmap.manuscript.citations.works import work_of_citation, work_of_source
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


def test_a_document_from_another_archive_is_for_review():
    entry = work("APRF, “Telegram from Baker to Carter: the flour,” 4 July 1650, F.45, OP.1, D.346.", "aprf")
    elsewhere = Linker([entry]).find(
        work("Institute of Millers, Telegram from Baker to Carter, 4 July 1650.")
    )
    assert elsewhere is not None
    assert elsewhere.review
    same = Linker([entry]).find(work("APRF, Telegram from Baker to Carter, 4 July 1650."))
    assert same is not None
    assert not same.review


def test_the_same_archive_is_known_by_its_full_name():
    source = Source(
        title="Telegram from Baker to Carter",
        issued="1650-07-04",
        type="personal_communication",
        csl={"archive": "Russian Presidential Archives"},
    )
    found = Linker([work_of_source("a", source)]).find(
        work("APRF, Telegram from Baker to Carter, 4 July 1650.")
    )
    assert found is not None
    assert not found.review


def test_words_that_many_bodies_share_are_no_author():
    entry = work(
        "Institute of Social Mill History Research, *The History of the Flour War*, York: Press, 1981."
    )
    cited = work("Military science institute in Leeds, *The History of the Flour War*, Leeds: House, 2000.")
    assert likeness(cited, entry) < SURE
    assert (
        likeness(work("Institute of Mills, *Flour*, 1981."), work("Ministry of Mills, *Flour*, 1981."))
        >= SURE
    )


def test_the_volume_decides_between_volumes_of_one_work():
    linker = Linker(
        [
            work(f"Ann Baker, *The Letters of the Mill*, Vol.{n}, York: Press, 2008.", f"v{n}")
            for n in (1, 2, 3)
        ]
    )
    for n in (1, 2, 3):
        link = linker.find(work(f"Ann Baker, *The Letters of the Mill*, Vol.{n}, York: Press, 2008, p. 4."))
        assert link is not None
        assert (link.key, link.review) == (f"v{n}", False)


def test_a_title_with_half_its_words_elsewhere_is_for_review():
    entry = work("Mill Research Centre, *The Writing by Baker between 1649 and 1676*, York: Press, 2013.")
    cited = work(
        "Mill Research Centre, *The Chronology of Carter’s life between 1649 and 1676*, York: Press, 2013."
    )
    assert likeness(cited, entry) < SURE


def test_rearranged_words_and_another_year_are_for_review():
    entry = work("Shen Baker, *Miller, Bailiff and the Flour War*, York: Press, 2012.")
    assert (
        likeness(work("Shen Baker, *The Flour War between Miller and Bailiff*, Leeds: House, 2013."), entry)
        < SURE
    )
    assert (
        likeness(work("Shen Baker, *Miller, Bailiff and the Flour War*, Leeds: House, 2013."), entry) >= SURE
    )


def test_a_work_is_known_by_the_name_behind_its_colon():
    linker = Linker(
        [work("The Mill Administration Report (August 1645 – November 1648): Opisanie, Tom 1, 2, 1648.", "a")]
    )
    link = linker.find(work("Opisanie, Tom 1, p.6"))
    assert link is not None
    assert (link.key, link.review) == ("a", False)
    inside = linker.find(work("Opisanie, Tom 1, 1648, pp.29-31, The Letter by Baker to Carter, 13 Mar 1646."))
    assert inside is not None
    assert inside.review


def test_the_authors_names_part_two_entries_that_fit_equally():
    linker = Linker(
        [
            work("The Board of Unions, *Mills and Rivers*, York: Board, 1987.", "board"),
            work(
                "Valley Academy of Mills, The Board of Unions (trans.), *Mills and Rivers*, York, 1987.",
                "both",
            ),
        ]
    )
    link = linker.find(
        work("The Valley Academy of Mills, the Board of Unions (trans.), *Mills and Rivers*, 1987.")
    )
    assert link is not None
    assert (link.key, link.review) == ("both", False)


def test_an_interview_is_found_under_whom_it_was_with():
    source = Source(
        title="Interview with Otto Evans",
        authors=("Evans, Otto",),
        issued="1991-06-11",
        type="interview",
        csl={"interviewer": [{"family": "Kim", "given": "Ann"}]},
    )
    link = Linker([work_of_source("evans", source)]).find(
        work("Kim, Ann, Interview with Otto Evans, 11 June 1991.")
    )
    assert link is not None
    assert not link.review


def test_a_newspaper_is_found_by_its_name_and_day():
    source = Source(title="Miller’s Daily News", issued="1949-11-17", type="periodical")
    link = Linker([work_of_source("news", source)]).find(work("Miller’s Daily News, 17 November 1949, p.1."))
    assert link is not None
    assert link.key == "news"


def test_a_letter_of_a_series_is_not_taken_for_a_volume_of_it():
    linker = Linker(
        [
            work("FRUS, 1945, Vol. VI.", "volume"),
            work("FRUS, Robert P. Baker to G. Carter, Vol. IV., 1947.", "letter"),
        ]
    )
    letter = linker.find(work("FRUS, Robert P. Baker to G. Carter, 1947, Vol. IV., p.626"))
    volume = linker.find(work("FRUS, 1945, Vol. VI, p. 3."))
    assert letter is not None
    assert volume is not None
    assert (letter.key, volume.key) == ("letter", "volume")


def test_two_entries_alike_are_two_sources():
    bibliography = "National Mill Institute, *Flour Papers*, York: Press, 1998.\n\n" * 2
    sources = {
        key: Source(title="Flour Papers", authors=("National Mill Institute",), issued="1998", type="book")
        for key in ("one", "two")
    }
    found = matched(
        "National Mill Institute, *Flour Papers*, 1998.", bibliography=bibliography, sources=sources
    )
    assert [found.key_of(entry) for entry in found.entries] == ["one", "two"]


words = st.text(st.sampled_from("ab *“”,.1950"), max_size=40)


@given(words, words)
def test_likeness_is_a_number_whatever_is_compared(one, other):
    assert 0 <= likeness(work(one), work(other)) <= 130
