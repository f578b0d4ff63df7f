"""Ibid., op. cit., pointers back and short titles."""

import pytest

from argmap.manuscript.citations.matching import match_citations
from manuscript_makers import a_manuscript, matched, the_citation

MILLS = "Ann Baker, *The Mills of the Valley*, London: Field Press, 1987, p. 12."
BREAD = "John Carter, “Armies and Bread,” *Journal of Siege Studies* 4, no. 2 (1991): 33-51."
LETTER = "“Letter from Baker to Carter,” 3 May 1950, RGASPI, F.45, OP.1, D.331, pp.124-125."


def test_an_ibid_repeats_the_note_before_it():
    citation = the_citation(MILLS, "Ibid., p. 14.")
    assert (citation.refers_to, citation.full.title, citation.doubts) == (
        "text.1",
        "The Mills of the Valley",
        (),
    )


def test_a_chain_of_ibids_leads_to_the_full_citation():
    citation = the_citation(MILLS, "Ibid., p. 14.", "Ibid.", "ibid., p. 15")
    assert (citation.refers_to, citation.full.publisher) == ("text.3", "Field Press")


def test_an_ibid_within_a_note_repeats_the_citation_before_it():
    citation = the_citation(BREAD, f"{MILLS[:-1]}; ibid., p. 15.")
    assert (citation.index, citation.refers_to, citation.full.author) == (1, "text.2", "Ann Baker")


def test_an_ibid_after_a_note_with_two_works_is_flagged():
    citation = the_citation(f"{BREAD[:-1]}; {MILLS}", "Ibid., p. 14.")
    assert citation.review
    assert citation.doubts == ("the note before it cites several works",)
    assert citation.full.author == "Ann Baker"


def test_an_ibid_after_one_work_cited_twice_is_not_flagged():
    assert not the_citation(MILLS, "Baker, *Mills*, p. 3; Baker, *Mills*, p. 9.", "Ibid.").doubts


def test_an_ibid_that_names_another_document_means_the_volume_only():
    citation = the_citation(
        "FRUS, “Memo by the Miller,” 3 May 1950, Vol. VII, p. 3.", "Ibid., Memo by the Bailiff, p. 9."
    )
    assert citation.full.title == "Memo by the Bailiff"
    assert any("of its own" in doubt for doubt in citation.doubts)


def test_an_ibid_with_another_day_is_another_document():
    citation = the_citation("Ann Baker, *Diary*, 5 Mar 1949.", "Ibid., 7 Mar 1949.")
    assert citation.full.days == {"1949-03-07"}
    assert citation.review


def test_a_page_that_cannot_be_in_a_dated_document_is_flagged():
    assert any("outside the pages" in doubt for doubt in the_citation(LETTER, "Ibid., p.101.").doubts)
    assert not the_citation(LETTER, "Ibid., p.125.").doubts
    assert not the_citation(MILLS, "Ibid., p. 300.").doubts


def test_an_ibid_with_nothing_before_it_is_flagged():
    citation = the_citation("Ibid., p. 3.")
    assert (citation.refers_to, citation.doubts) == (None, ("no note before it in this part",))


def test_an_ibid_does_not_reach_into_another_part():
    text = (
        "Chapter I. A\n\nIt ran.¹ It fell.²\n\n¹ Baker, *Mills*, London: Press, 1987.\n\n² Ibid.\n\n"
        "Chapter II. B\n\nIt ran.¹ It fell.²\n\n¹ Ibid.\n\n² Ibid.\n"
    )
    found = match_citations(a_manuscript(text)).citations
    assert [c.refers_to for c in found] == [None, "I.1", None, "II.1"]
    assert found[2].review


def test_an_ibid_after_a_note_that_cites_nothing_is_flagged():
    citation = the_citation(MILLS, "?", "Ibid.")
    assert citation.refers_to == "text.1"
    assert citation.doubts == ("the note right before it cites nothing",)


@pytest.mark.parametrize(
    "short",
    [
        "Baker, *Mills*, p. 40.",
        "Baker, *The Mills*, p. 40.",
        "Baker, Mills, p. 40.",
        "Baker, Mills of the Valley, 40.",
        "Baker, p. 40.",
        "On mills see Baker, *Mills*, p. 40.",
        "Vgl. dazu Baker, *Mills*, S. 40.",
        "Baker, op. cit., p. 40.",
        "Baker (n 1) 40.",
        "Baker, supra note 1, at 40.",
        "See also Baker, *Mills*, 40.",
        "Vgl. auch Baker (wie Anm. 1), S. 40.",
        "Bakker, *The Mills of the Valley*, p. 40.",
        "*The Mills of the Valley*, p. 40.",
        "see the discussion in Baker, *Mills*, p. 40",
    ],
)
def test_a_short_title_finds_the_work_it_was_introduced_with(short):
    citation = the_citation(MILLS, BREAD, short)
    assert (citation.refers_to, citation.parsed.pages, citation.doubts) == ("text.1", "40", ())


def test_an_article_is_found_by_its_short_title():
    assert the_citation(MILLS, BREAD, "Carter, “Armies,” 35.").refers_to == "text.2"
    assert the_citation(MILLS, BREAD, "Carter, ‘Bread’, 35.").refers_to == "text.2"


def test_a_short_title_takes_the_latest_of_two_editions():
    assert the_citation(MILLS, MILLS, "Baker, *Mills*, p. 3.").refers_to == "text.2"


def test_a_short_title_with_editions_of_two_years_is_flagged():
    citation = the_citation(MILLS, MILLS.replace("1987", "2001"), "Baker, *Mills*, p. 3.")
    assert (citation.refers_to, citation.doubts) == (
        "text.2",
        ("editions of several years were cited before",),
    )


def test_another_body_s_book_of_the_same_title_is_not_meant():
    citation = the_citation(
        "Military science institute in Leeds, *The Flour War*, Leeds: House, 2000, p. 9.",
        "Institute of Valley History, *The Flour War*, p. 577.",
    )
    assert citation.doubts == ("introduced nowhere before",)


def test_a_short_title_with_a_volume_finds_the_work():
    citation = the_citation(
        "Opisanie mel’nits v doline za tri goda, York, 1648, p. 3.", "Opisanie, Tom 1, p. 6"
    )
    assert (citation.refers_to, citation.parsed.pages) == ("text.1", "6")


def test_a_short_title_that_fits_two_works_is_flagged():
    dams = MILLS.replace("Mills of the Valley", "Mills and Dams")
    assert the_citation(MILLS, dams, "Baker, *Mills*, p. 3.").review


def test_the_same_title_by_another_author_is_flagged():
    citation = the_citation(MILLS, "Evans, *The Mills of the Valley*, p. 3.")
    assert citation.doubts == ("introduced under another author's name",)


@pytest.mark.parametrize(
    "short", ["Evans, *Dams*, p. 3.", "Evans, op. cit., p. 3.", "Baker, *Rivers*, p. 9."]
)
def test_a_short_title_that_nothing_introduces_is_flagged(short):
    citation = the_citation(MILLS, short)
    assert (citation.refers_to, citation.doubts) == (None, ("introduced nowhere before",))


def test_a_pointer_to_a_note_without_that_author_is_flagged():
    assert the_citation(MILLS, BREAD, "Evans (n 1) 40.").doubts == (
        "no work of that author stands in the note it points to",
    )


@pytest.mark.parametrize(
    "remark",
    [
        "Although the bailiff of the valley spoke of ‘new bread’, he never said what the millers had to do.",
        "This, of course, is not always the case, and the millers of the valley were well aware of it then.",
    ],
)
def test_running_text_is_a_comment_though_it_quotes_or_has_commas(remark):
    assert the_citation(MILLS, remark).parsed.form == "comment"


def test_prose_in_a_note_is_a_comment_and_needs_no_introduction():
    found = matched(
        MILLS, "The bailiff thought otherwise; see Baker, *Mills*, p. 50; and the sources cited there."
    )
    assert [(c.parsed.form, c.refers_to) for c in found.citations[1:]] == [
        ("comment", None),
        ("short", "text.1"),
        ("comment", None),
    ]
    assert not any(c.review for c in found.citations)
