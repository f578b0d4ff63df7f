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
