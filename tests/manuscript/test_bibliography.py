"""A bibliography: lines to entries, and authors that a line inherits."""

import pytest

from argmap.manuscript.citations.bibliography import read_bibliography
from argmap.manuscript.document import ListedLine
from manuscript_makers import a_manuscript


def entries(*lines):
    return read_bibliography([ListedLine(line, i) for i, line in enumerate(lines, 1)])


def read(text):
    return read_bibliography(a_manuscript(f"The mill is old.\n\nBibliography\n\n{text}").listed)


def told(found):
    return [(e.citation.author, e.citation.title, e.citation.year) for e in found]


WORKS = [
    ("Baker, Ann", "The Mills of the Valley", 1987),
    ("Baker, Ann", "Dams and Weirs", 1992),
    ("Carter, John", "Bread", 2005),
]


@pytest.mark.parametrize("dash", ["———.", "———,", "---", "–––.", "____.", "Idem,"])
def test_a_dash_stands_for_the_author_above(dash):
    found = entries(
        "Baker, Ann. *The Mills of the Valley*. London: Field Press, 1987.",
        f"{dash} *Dams and Weirs*. York: Stone Press, 1992.",
        "Carter, John. *Bread*. Leeds: Mill House, 2005.",
    )
    assert told(found) == WORKS
    assert [e.inherited for e in found] == [None, "Baker, Ann", None]


@pytest.mark.parametrize("number", ["[{}] ", "{}. ", "{}) ", "• ", "- "])
def test_numbers_and_bullets_before_entries_are_left_out(number):
    found = entries(
        number.format(1) + "Baker, Ann, *The Mills of the Valley*, London: Field Press, 1987.",
        number.format(2) + "Baker, Ann, *Dams and Weirs*, York: Stone Press, 1992.",
        number.format(3) + "Carter, John, *Bread*, Leeds: Mill House, 2005.",
    )
    assert told(found) == WORKS


def test_a_line_that_begins_with_its_title_goes_on_with_the_author_above():
    found = entries(
        "Baker, Ann, *The Mills of the Valley*, London: Field Press, 1987.",
        "*Dams and Weirs*, York: Stone Press, 1992.",
    )
    assert told(found) == WORKS[:2]


def test_a_heading_with_a_colon_is_the_author_of_the_lines_below_it():
    found = entries(
        "Institute of Milling:",
        "“Report on flour,” 3 May 1950.",
        "“Report on bread,” 4 May 1950.",
        "Carter, John, *Bread*, Leeds: Mill House, 2005.",
    )
    assert [e.inherited for e in found] == ["Institute of Milling", "Institute of Milling", None]
    assert found[0].group == ("Institute of Milling",)


def test_a_plain_heading_groups_without_an_author():
    found = entries("Secondary Sources", "Carter, John, *Bread*, Leeds: Mill House, 2005.")
    assert (found[0].group, found[0].inherited) == (("Secondary Sources",), None)


def test_hanging_indents_are_entries():
    text = (
        "Baker, Ann. *The Mills of the Valley*. London: Field\n    Press, 1987.\n"
        "———. *Dams and Weirs*. York: Stone\n    Press, 1992.\n"
        "Carter, John. *Bread*. Leeds: Mill House, 2005.\n"
    )
    assert told(read(text)) == WORKS


def test_entries_one_a_line_without_blank_lines_are_entries():
    text = (
        "Baker, Ann. *The Mills of the Valley*. London: Field Press, 1987.\n"
        "Baker, Ann. *Dams and Weirs*. York: Stone Press, 1992.\n"
        "Carter, John. *Bread*. Leeds: Mill House, 2005.\n"
    )
    assert told(read(text)) == WORKS


def test_wrapped_entries_between_blank_lines_are_entries():
    text = (
        "Baker, Ann. *The Mills of the Valley*. London: Field\nPress, 1987.\n\n"
        "Baker, Ann. *Dams and Weirs*. York: Stone\nPress, 1992.\n\n"
        "Carter, John. *Bread*.\nLeeds: Mill House, 2005.\n"
    )
    assert told(read(text)) == WORKS


def test_wrapped_entries_without_blank_lines_begin_with_a_name():
    text = (
        "Baker, Ann. *The Mills of the Valley*. London: Field\nPress, 1987.\n"
        "Baker, Ann. *Dams and Weirs*. York: Stone\nPress, 1992.\n"
        "Carter, John. *Bread*. Leeds: Mill House, 2005.\n"
    )
    assert told(read(text)) == WORKS


def test_an_author_date_list_is_read():
    found = read(
        "Baker, A. (1987). The mills of the valley. London: Field Press.\n"
        "Carter, J. (1991). Armies and bread. Journal of Siege Studies, 4(2), 33-51.\n"
        "Dunn, M. and Evans, O. (2004) ‘The duty of the miller’, Law Quarterly, 12(1), pp. 33-40.\n"
        "Dunn, M. 2005. Flour and water. Leeds: Mill House.\n"
    )
    assert told(found) == [
        ("Baker, A", "The mills of the valley", 1987),
        ("Carter, J", "Armies and bread", 1991),
        ("Dunn, M. and Evans, O", "The duty of the miller", 2004),
        ("Dunn, M", "Flour and water", 2005),
    ]
    assert [(e.citation.container, e.citation.volume, e.citation.issue) for e in found[1:3]] == [
        ("Journal of Siege Studies", "4", "2"),
        ("Law Quarterly", "12", "1"),
    ]
    assert [e.citation.publisher for e in found] == ["Field Press", None, None, "Mill House"]


def test_names_before_a_colon_are_authors():
    found = read(
        "Bäcker, Anna: Die Mühlen des Tals. Berlin 1987.\n"
        "Karrer, Hans: Heer und Brot, in: Zeitschrift für Mühlen 4 (1991), S. 33-51.\n"
    )
    assert told(found) == [
        ("Bäcker, Anna", "Die Mühlen des Tals", 1987),
        ("Karrer, Hans", "Heer und Brot", 1991),
    ]
    assert (found[1].citation.container, found[1].citation.pages) == ("Zeitschrift für Mühlen", "33-51")


def test_an_address_of_a_page_on_a_line_of_its_own_belongs_to_the_entry_above():
    (found,) = entries("Baker, Ann, “Mills,” 3 May 2010.", "http://mills.example/one")
    assert found.citation.url == "http://mills.example/one"


@pytest.mark.parametrize(
    "title",
    [
        "Bibliography",
        "BIBLIOGRAPHY",
        "Works Cited",
        "References",
        "Literaturverzeichnis",
        "8. Bibliography",
        "Select Bibliography",
    ],
)
def test_a_bibliography_stands_under_many_headings(title):
    manuscript = a_manuscript(
        f"The mill is old.\n\n{title}\n\nCarter, John. *Bread*. Leeds: Mill House, 2005.\n"
    )
    assert len(read_bibliography(manuscript.listed)) == 1


@pytest.mark.parametrize("lines", [(), ("",), (":",), ("*",), ("———",), ("1.",), ("(",)])
def test_odd_lines_are_read(lines):
    entries(*lines)
