"""CSL-JSON and BibTeX become sources, with the same shape."""

import json
import logging
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.files.bibtex import parse_bibtex_file
from argmap.files.csl_json import parse_csl_file
from argmap.model.project import FileRecords
from argmap.model.records import Source


def csl(*items: Any) -> FileRecords:
    return parse_csl_file("evidence/b.json", json.dumps(items).encode())


def bib(text: str) -> FileRecords:
    return parse_bibtex_file("evidence/b.bib", text.encode())


def told(found: FileRecords) -> list[tuple[str, str]]:
    return [(fault.rule, fault.message) for fault in found.faults]


def source(**fields: Any) -> Source:
    found = csl({"id": "a", "title": "x", **fields})
    assert found.faults == ()
    return found.sources["a"]


def test_an_item_becomes_a_source_and_stays_whole():
    item = {
        "id": "goncharov-1993",
        "type": "book",
        "title": "<i>Uncertain  Partners</i>",
        "author": [{"family": "Goncharov", "given": "Sergei N."}],
        "issued": {"date-parts": [["1993", 6]]},
        "container-title": "Series",
        "archive": "Hoover",
    }
    found = csl(item)
    made = found.sources["goncharov-1993"]
    assert (made.title, made.type, made.authors) == ("Uncertain Partners", "book", ("Goncharov, Sergei N.",))
    assert (str(made.issued), made.container, made.archive) == ("1993-06", "Series", "Hoover")
    assert made.csl == item
    assert (made.listed, made.edition_of, found.faults) == (True, None, ())


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ({"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"}, "de Gaulle, Charles"),
        ({"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}, "Beethoven, Ludwig van"),
        ({"family": "King", "given": "M. L.", "suffix": "Jr."}, "King, M. L., Jr."),
        ({"literal": "Foreign Ministry"}, "Foreign Ministry"),
        ({"family": "김영호"}, "김영호"),
    ],
)
def test_names_go_family_first(name, wanted):
    assert source(author=[name]).authors == (wanted,)
    assert source(editor=[name]).authors == (wanted,)


@pytest.mark.parametrize(
    ("issued", "wanted"),
    [
        ({"date-parts": [[1950]]}, "1950"),
        ({"date-parts": [["1950", "6", "25"]]}, "1950-06-25"),
        ({"date-parts": [[1950, 6], [1953, 7]]}, "1950-06/1953-07"),
        ({"date-parts": [[1950], [0]]}, "1950/.."),
        ({"date-parts": [[1950]], "circa": True}, "1950~"),
        ({"date-parts": [[1950]], "season": 2}, "1950-22"),
        ({"date-parts": [[-44, 3, 15]]}, "-0044-03-15"),
        ({"raw": "1950-06/1950-09"}, "1950-06/1950-09"),
        ({"raw": "June 1950"}, "1950"),
        ({"literal": "n.d."}, "None"),
        ({"date-parts": []}, "None"),
        ({}, "None"),
        (None, "None"),
    ],
)
def test_dates_become_edtf(issued, wanted):
    assert str(source(issued=issued).issued) == wanted


@pytest.mark.parametrize("parts", [[[1950, 13]], [[1950, 2, 30]], [["x"]], ["1950"], [{}]])
def test_an_impossible_date_is_a_fault_and_the_rest_is_kept(parts):
    found = csl({"id": "a", "title": "x", "issued": {"date-parts": parts}})
    assert [rule for rule, _ in told(found)] == ["bad-date"]
    assert found.sources["a"].issued is None


@pytest.mark.parametrize(
    "ours",
    [
        {"custom": {"listed": False, "edition_of": "b"}},
        {"custom": {"argmap": {"listed": False, "edition-of": "b"}}},
        {"note": "bought 1998\nargmap.listed: false\nargmap.edition-of: b"},
    ],
)
def test_what_argmap_asks_for_stands_in_custom_or_in_the_note(ours):
    made = source(**ours)
    assert (made.listed, made.edition_of) == (False, "b")


@pytest.mark.parametrize(
    ("item", "rule", "words"),
    [
        ({"title": "x"}, "bad-value", "no 'id'"),
        ({"id": "a"}, "bad-value", "no 'title'"),
        ({"id": "a b", "title": "x"}, "bad-id", "'a b'"),
        ({"id": "a\x07", "title": "x"}, "bad-id", "'a\\x07'"),
        ({"id": [1], "title": "x"}, "bad-id", "a list"),
        ({"id": "a", "title": "x", "custom": {"listed": "perhaps"}}, "bad-value", "neither true nor false"),
        (3, "bad-value", "not a mapping"),
        (None, "bad-value", "not a mapping"),
    ],
)
def test_an_item_that_does_not_fit_is_told(item, rule, words):
    (found,) = csl(item).faults
    assert found.rule == rule
    assert words in found.message


def test_a_second_item_under_one_id_is_shown_with_the_first():
    found = csl({"id": "a", "title": "x"}, {"id": "b", "title": "x"}, {"id": "a", "title": "y"})
    (fault,) = found.faults
    assert (fault.rule, fault.spot.path, fault.related[0].spot.path) == ("duplicate-id", (2, "id"), (0, "id"))
    assert found.sources["a"].title == "x"


def test_numbers_and_any_text_without_spaces_are_ids():
    assert list(csl({"id": 7, "title": "x"}, {"id": "http://z/é", "title": "x"}).sources) == [
        "7",
        "http://z/é",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "a key in double quotation marks"),
        ('[{"id": 1,]', "a key in double quotation marks"),
        ("[1 2]", "a comma or the closing bracket"),
        ('["x', "a quotation mark is never closed"),
        ("[] x", "something follows"),
        ("{}", "a mapping, not a list"),
        ('"x"', "'x', not a list"),
        ("[" * 200_000, "nested too deep"),
        ("[\0]", "NUL"),
    ],
)
def test_json_that_cannot_be_read_is_one_fault(text, words):
    (fault,) = parse_csl_file("a.json", text.encode()).faults
    assert fault.rule == "unreadable-file"
    assert words in fault.message


def test_items_may_stand_under_items():
    found = parse_csl_file("a.json", b'\xef\xbb\xbf{"items": [{"id": "a", "title": "x"}]}')
    assert list(found.sources) == ["a"]
    assert parse_csl_file("a.json", b" ").faults == ()


BIB = r"""
@string{cup = "Cambridge"}
@comment{x}
@book{goncharov-1993, author = {Goncharov, Sergei N. and van der Berg, Jan and {UN Command} and others},
  title = {Uncertain {P}artners}, subtitle = "{S}talin \& Mao",
  publisher = cup # ", Inc.", year = 1993, month = jun}
@article{chen, author={Ch\'en Jian}, title="Foo -- ``bar''", journal={J.}, date={1994-05/1994-06},
  pages={1--20}, number={4}, url={http://x.y/~a_b}, note={argmap.listed: false}}
@incollection{child, title={C}, crossref={parent}}
@collection{parent, title={P}, editor={Itor, Ed}, year={2000}}
"""


def test_bibtex_becomes_sources_of_the_same_shape():
    found = bib(BIB)
    assert found.faults == ()
    book, article, child = (found.sources[key] for key in ("goncharov-1993", "chen", "child"))
    assert book.title == "Uncertain Partners: Stalin & Mao"
    assert book.authors == ("Goncharov, Sergei N.", "van der Berg, Jan", "UN Command")
    assert (book.type, str(book.issued)) == ("book", "1993-06")
    assert book.csl is not None
    assert book.csl["publisher"] == "Cambridge, Inc."
    assert (article.type, article.title, article.authors) == (
        "article-journal",
        "Foo – “bar”",
        ("Jian, Chén",),
    )
    assert (str(article.issued), article.container, article.listed) == ("1994-05/1994-06", "J.", False)
    assert article.csl is not None
    assert (article.csl["page"], article.csl["issue"], article.csl["URL"]) == ("1-20", "4", "http://x.y/~a_b")
    assert (child.type, child.container, child.authors, str(child.issued)) == (
        "chapter",
        "P",
        ("Itor, Ed",),
        "2000",
    )


def test_bibtex_and_csl_give_the_same_source():
    made = bib("@book{a, title={x}, author={Doe, Jane}, year=1950}").sources["a"]
    item = {"id": "a", "type": "book", "title": "x", "author": [{"family": "Doe", "given": "Jane"}]}
    assert made == csl({**item, "issued": {"date-parts": [[1950]]}}).sources["a"]


def test_a_broken_entry_costs_no_other(caplog):
    with caplog.at_level(logging.DEBUG):
        found = bib("@book{a, title={x}}\n@book{broken, title={y\n@book{c, title={z}}\n")
    assert list(found.sources) == ["a", "c"]
    assert [(f.rule, f.subjects, f.spot.at) for f in found.faults] == [
        ("unreadable-record", ("broken",), (2, 1))
    ]
    assert found.dropped == (("sources", "broken"),)
    assert caplog.records == []


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("@book{a, title={x}}\n@book{a, title={y}}", "duplicate-id", "'a' is already the id"),
        ("@book{a, title={x},\n title={y}}", "duplicate-field", "'title' stands twice"),
        ("@book{a, year=1950}", "bad-value", "no 'title'"),
        ("@book{a, title={x}, date={1950-13}}", "bad-date", "no month 13"),
        ("@book{a, title={x}, crossref={b}}", "bad-value", "inherits from 'b'"),
        ("@book{, title={x}}", "bad-id", "'' is not the id"),
        ("\0", "unreadable-file", "NUL"),
    ],
)
def test_what_is_wrong_in_bibtex_is_told(text, rule, words):
    (fault,) = bib(text).faults
    assert fault.rule == rule
    assert words in fault.message


def test_two_entries_that_inherit_from_each_other_end():
    found = bib("@book{a, title={x}, crossref={b}}\n@book{b, title={y}, crossref={a}}")
    assert list(found.sources) == ["a", "b"]


@given(
    st.lists(
        st.sampled_from(
            [
                "@book{",
                "a,",
                "title",
                "=",
                "{",
                "}",
                '"',
                "x",
                "\n",
                "#",
                "@string{",
                "\\'",
                ",",
                "author",
                " and ",
                "@comment",
                "year",
                "$",
                "%",
                "date",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_no_text_makes_the_bibtex_reader_stumble(text):
    bib(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "title", "author", "issued", "date-parts", "raw", "family", "custom", "note", "season"]
            ),
            inner,
            max_size=5,
        )
    ),
)


@given(JSON)
def test_no_json_makes_the_csl_reader_stumble(value):
    parse_csl_file("a.json", json.dumps(value).encode())
    csl({"id": "a", "title": "x", "issued": value, "author": value, "custom": value, "note": value})
