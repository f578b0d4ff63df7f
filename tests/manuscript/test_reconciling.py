"""Notes against bibliography."""

from argmap.manuscript.citations.reconcile import KINDS, reconcile
from manuscript_makers import BIBLIOGRAPHY, matched

MILLS = "Ann Baker, *The Mills of the Valley*, London: Field Press, 1987, p. 12."
BREAD = "John Carter, “Armies and Bread,” *Journal of Siege Studies* 4, no. 2 (1991): 33-51."
FLOUR = "Mary Dunn, *Flour and Water*, Leeds: Mill House, 2005."


def told(*notes, bibliography=BIBLIOGRAPHY):
    return {d.kind: d for d in reconcile(matched(*notes, bibliography=bibliography))}


def test_notes_that_agree_with_the_bibliography_leave_nothing_to_say():
    assert told(MILLS, BREAD, FLOUR, "Ibid.", "Baker, *Mills*, p. 4.") == {}


def test_a_work_that_is_cited_and_not_listed():
    found = told(MILLS, BREAD, FLOUR, "Otto Evans, *Law*, Leeds: Press, 1999, p. 3.", "Ibid., p. 4.")
    assert list(found) == ["cited-not-listed"]
    assert found["cited-not-listed"].refs == ("text.4", "text.5")


def test_a_work_that_is_listed_and_never_cited():
    found = told(MILLS, BREAD)
    assert found["listed-never-cited"].entries == ("dunn-2005",)


def test_one_work_under_two_years():
    found = told(MILLS.replace("1987", "1988"), BREAD, FLOUR)
    assert list(found) == ["two-years"]
    assert "1988" in found["two-years"].message


def test_one_author_in_two_spellings():
    found = told(MILLS.replace("Baker", "Bakker"), BREAD, FLOUR)
    assert list(found) == ["two-spellings"]


def test_a_short_title_that_nothing_introduces():
    assert (
        "Evans" in told(MILLS, BREAD, FLOUR, "Evans, *Dams*, p. 3.")["short-title-never-introduced"].message
    )


def test_an_ibid_that_may_mean_several():
    assert told(BREAD, FLOUR, f"{BREAD[:-1]}; {MILLS}", "Ibid., p. 3.")["ambiguous-ibid"].refs == ("text.4",)


def test_one_sheet_that_holds_two_documents():
    letter = "“Letter from Baker to Carter,” {} May 1650, RGASPI, F.45, OP.1, D.331, p. 75."
    found = told(letter.format(3), letter.format(9), bibliography="")
    assert found["one-address-two-documents"].refs == ("text.1", "text.2")


def test_prose_in_notes_is_no_discrepancy():
    assert told(MILLS, BREAD, FLOUR, "The bailiff thought otherwise of this.") == {}


def test_a_text_without_a_bibliography_lacks_none():
    assert told(MILLS, BREAD, bibliography="") == {}


def test_every_kind_has_a_title():
    found = told("Evans, *Dams*, p. 3.", f"{BREAD[:-1]}; {FLOUR}", "Ibid.")
    assert set(found) <= set(KINDS)


def test_a_document_of_that_day_to_somebody_else_is_perhaps_the_one_meant():
    listed = "\nTelegram from Baker to Carter, 3 May 1950.\n"
    found = told("Telegram from Baker to Dunn, 3 May 1950.", bibliography=listed)
    assert list(found) == ["listed-otherwise"]
    assert "or else as 'Telegram from Baker to Carter, 3 May 1950.'" in found["listed-otherwise"].message
    assert len(found["listed-otherwise"].entries) == 1


def test_a_letter_of_that_day_in_another_year_is_perhaps_the_one_meant():
    listed = "\nTelegram from Baker to Carter, 3 May 1951.\n"
    assert list(told("Telegram from Baker to Carter, 3 May 1950.", bibliography=listed)) == [
        "listed-otherwise"
    ]
    later = told("Telegram from Baker to Carter, 4 May 1950.", bibliography=listed)
    assert list(later) == ["cited-not-listed", "listed-never-cited"]


def test_a_report_of_that_day_by_another_title_is_perhaps_the_one_meant():
    listed = "\nThe Report by Mekler on the town council, on 3 May 1950.\n"
    note = "War Archive of the Ministry, *{}'s report on 3 May 1950*, Leeds: War Archive Press, p. 8."
    assert list(told(note.format("Mekler"), bibliography=listed)) == ["listed-otherwise"]
    assert "cited-not-listed" in told(note.format("Ostrov"), bibliography=listed)


def test_a_book_of_the_same_people_and_imprint_is_perhaps_the_one_meant():
    listed = "\nHogg, C.L., Ann Baker & Otto Dunn, *Bread for the Army*, Leeds: Mill House, 1992.\n"
    note = "C.L. Hogue, Ann Baker & Otto Dunn, *The Report on Hunger*, Leeds: Mill House, {}, p. 4."
    assert list(told(note.format(1992), bibliography=listed)) == ["listed-otherwise"]
    assert "cited-not-listed" in told(note.format(1993), bibliography=listed)


def test_articles_of_several_days_are_cited_by_the_newspaper_and_its_days():
    listed = (
        "\nDaily Courier, “The mills stand still,” 11 January 1946.\n\n"
        "Daily Courier, “Bread is dear,” 13 March 1946.\n"
    )
    note = "Town Library, Articles in Daily Courier on 11 Jan, 17 Jan, {} 1946, Leeds: Courier Press."
    assert told(note.format("13 Mar"), bibliography=listed) == {}
    left = told(note.format("14 Mar"), bibliography=listed)
    assert left["listed-never-cited"].message.endswith("13 March 1946.")


def test_a_work_that_is_listed_twice_is_cited_with_the_other():
    twice = f"{BIBLIOGRAPHY}\n\nBaker, Ann, *The Mills of the Valley*, London: Field Press, 1987.\n"
    assert "listed-never-cited" not in told(MILLS, BREAD, FLOUR, bibliography=twice)


def test_an_entry_that_fits_almost_as_well_is_not_told_to_be_uncited():
    listed = (
        "\nRGASPI, “The Report by Baker and Carter,” 3 May 1950.\n\n"
        "TSAMO, “The Reports by Baker and Carter,” 3 May 1950.\n"
    )
    assert told("War Archive, *Baker and Carter's report on 3 May 1950*, p. 8.", bibliography=listed) == {}
