"""Entries as CSL-JSON."""

import pytest

from argmap.manuscript.citations.bibliography import read_bibliography
from argmap.manuscript.citations.csl import csl_item, entry_keys, guess_type, names, slug, standing_of
from argmap.manuscript.citations.parse import parse_citation
from argmap.manuscript.document import ListedLine


def items(*lines):
    entries = read_bibliography([ListedLine(line, i) for i, line in enumerate(lines, 1)])
    keys = entry_keys(entries)
    return [csl_item(keys[entry.line], entry) for entry in entries]


def test_a_book_becomes_an_item():
    assert items("Baker, Ann, *The Mills of the Valley*, London: Field Press, 1987.") == [
        {
            "id": "baker-1987",
            "type": "book",
            "author": [{"family": "Baker", "given": "Ann"}],
            "title": "The Mills of the Valley",
            "publisher": "Field Press",
            "publisher-place": "London",
            "issued": {"date-parts": [[1987]]},
        }
    ]


def test_an_article_becomes_an_item():
    (item,) = items(
        "Carter, John, “Armies and Bread,” *Journal of Siege Studies*, Vol. 4, No. 2, 1991, pp. 33-51."
    )
    assert item["type"] == "article-journal"
    assert (item["container-title"], item["volume"], item["issue"], item["page"]) == (
        "Journal of Siege Studies",
        "4",
        "2",
        "33-51",
    )


@pytest.mark.parametrize(
    ("text", "kind", "standing"),
    [
        ("Baker, Ann, *Mills*, London: Press, 1987.", "book", "secondary"),
        ("Carter, John, “Bread,” *Journal of Sieges* 4 (1991): 33.", "article-journal", "secondary"),
        (
            'Carter, John, "Bread", Journal of Sieges, vol. 4, no. 2 (1991), 33.',
            "article-journal",
            "secondary",
        ),
        ("Carter, John, “Bread,” in Dunn (ed.), *Sieges*, London: Press, 1991.", "chapter", "secondary"),
        ("“Letter from A to B,” 3 May 1950, RGASPI, F.45, OP.1, D.331.", "personal_communication", "primary"),
        ("Dunn, Mary, “Flour,” PhD thesis, University of Leeds, 1990.", "thesis", "secondary"),
        ("“Flour,” *The Daily Mill*, 3 May 1950.", "article-newspaper", "primary"),
        ("Carter, John, Interview with Baker, 3 May 1950.", "interview", "primary"),
        ("Donoghue v Stevenson [1932] AC 562", "legal_case", "primary"),
        ("Baker, Mills, p. 3", "document", "secondary"),
        ("Baker, Ann, *Memoirs of a Miller*, London: Press, 1987.", "book", "primary"),
    ],
)
def test_types_and_standing_are_guessed(text, kind, standing):
    citation = parse_citation(text)
    assert guess_type(citation) == kind
    assert standing_of(citation, kind) == standing


def test_headings_of_the_bibliography_tell_the_standing():
    citation = parse_citation("Baker, Ann, *Mills*, London: Press, 1987.")
    assert standing_of(citation, "book", ("Primary Sources",)) == "primary"


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Baker, Ann", [{"family": "Baker", "given": "Ann"}]),
        (
            "Baker, Ann & Carter, John",
            [{"family": "Baker", "given": "Ann"}, {"family": "Carter", "given": "John"}],
        ),
        ("Institute of Milling", [{"literal": "Institute of Milling"}]),
        ("", []),
    ],
)
def test_names_are_split(author, expected):
    assert names(author)[0] == expected


def test_editors_and_translators_are_told_apart():
    assert names("Dunn, Mary (ed.)")[1] == [{"family": "Dunn", "given": "Mary"}]
    assert names("Gill, Fay, Evans, Otto (trans.)")[2] == [{"family": "Evans", "given": "Otto"}]


def test_ids_are_told_apart_and_keep_off_those_in_use():
    lines = [f"Baker, Ann, *Book {word}*, London: Press, 1987." for word in ("one", "two", "three")]
    assert [item["id"] for item in items(*lines)] == ["baker-1987", "baker-1987-b", "baker-1987-c"]
    entries = read_bibliography([ListedLine(lines[0], 1)])
    assert entry_keys(entries, taken=["baker-1987"]) == {1: "baker-1987-b"}


@pytest.mark.parametrize("text", ["", "???", "金日成", "a" * 200, "--"])
def test_a_slug_is_always_an_id(text):
    assert 0 < len(slug(text)) <= 48
