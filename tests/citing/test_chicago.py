"""Full notes, short notes and entries, kind by kind. The examples are those of docs/citations.md."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.citing.chicago import entry, note
from argmap.citing.manual import CHICAGO_17, CHICAGO_18
from argmap.citing.places import place_of
from argmap.citing.short import short_note
from argmap.citing.work import Work, work_of
from argmap.files.csl_items import source_of
from argmap.model.locator import parse_locator

NAMES = ("family", "given", "literal", "date-parts", "raw", "season", "circa", "suffix")
FIELDS = (
    "author editor translator recipient interviewer issued accessed original-date original-title archive "
    "archive_location archive_collection archive-place container-title volume issue number page publisher "
    "publisher-place genre edition language URL DOI event-title title-short reviewed-title collection-title "
    "custom"
).split()
TYPES = [
    "article-journal", "article-newspaper", "book", "chapter", "collection", "document", "entry", "interview",
    "legal_case", "manuscript", "map", "paper-conference", "periodical", "personal_communication", "post",
    "report",     "review", "speech", "thesis", "treaty", "webpage", "",
]  # fmt: skip
PAGE = Path(__file__).parents[2] / "docs" / "citations.md"
EXAMPLE = re.compile(r"### (.+?)\n.*?```json\n(.+?)```\n+```text\n(.+?)```", re.DOTALL)


def a_work(**fields: Any) -> Work:
    item = {
        "id": "x",
        "type": "book",
        "title": "A Title",
        **{k.replace("__", "-"): v for k, v in fields.items()},
    }
    source, complaints = source_of(item)
    assert source is not None
    assert not complaints
    return work_of("x", source)


def people(*names: str) -> list[dict[str, str]]:
    pairs = (name.partition(", ") for name in names)
    return [{"family": a, "given": b} if comma else {"literal": a} for a, comma, b in pairs]


def on(*parts: int) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}


def marked(text: Any) -> str:
    return text.markdown.replace("\\", "")


EXAMPLES = EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("kind", "shown", "wanted"), EXAMPLES, ids=[kind for kind, *_ in EXAMPLES])
def test_the_page_shows_what_is_printed(kind, shown, wanted):
    record = json.loads(shown)
    locator = record.pop("locator", None)
    source, complaints = source_of({"id": "example", **record})
    assert source is not None
    assert complaints == []
    work, place = work_of("example", source), place_of(parse_locator(locator) if locator else None)
    if place.address:
        work = work.changed({"archive_location": place.address})
        place = type(place)(pinpoint=place.pinpoint)
    printed = (
        f"N: {marked(note(work, place))}\nS: {marked(short_note(work, place))}\nB: {marked(entry(work))}\n"
    )
    assert printed == wanted


def test_the_page_has_an_example_for_every_kind():
    kinds = " ".join(kind for kind, *_ in EXAMPLES).lower()
    for wanted in (
        "book chapter journal magazine newspaper russian nara tna frus cia telegram letter interview thesis "
        "report website speech treaty conference manuscript"
    ).split():
        assert wanted in kinds


def test_the_seventeenth_edition_names_the_place_and_the_month_of_an_issue():
    work = a_work(author=people("Roe, Jane"), publisher="Press", publisher__place="Seoul", issued=on(1981))
    assert note(work, manual=CHICAGO_17).text == "Jane Roe, A Title (Seoul: Press, 1981)."
    assert note(work, manual=CHICAGO_18).text == "Jane Roe, A Title (Press, 1981)."
    article = a_work(
        type="article-journal",
        container__title="Journal",
        volume=2,
        issue=4,
        page="425-458",
        issued=on(2002, 7),
    )
    assert entry(article, CHICAGO_17).text == "“A Title.” Journal 2, no. 4 (July 2002): 425–58."
    assert entry(article, CHICAGO_18).text == "“A Title.” Journal 2, no. 4 (2002): 425–58."


@pytest.mark.parametrize(
    ("count", "in_18", "in_17"),
    [
        (2, "A N0 and A N1", "A N0 and A N1"),
        (3, "A N0 et al.", "A N0, A N1, and A N2"),
        (4, "A N0 et al.", "A N0 et al."),
    ],
)
def test_a_note_names_few_authors(count, in_18, in_17):
    work = a_work(author=people(*(f"N{i}, A" for i in range(count))))
    assert note(work).text == f"{in_18}, A Title (n.d.)."
    assert note(work, manual=CHICAGO_17).text == f"{in_17}, A Title (n.d.)."


def test_an_entry_names_six_authors_and_of_more_the_first_three():
    six = a_work(author=people(*(f"N{i}, A" for i in range(6))))
    seven = a_work(author=people(*(f"N{i}, A" for i in range(7))))
    assert entry(six).text.startswith("N0, A, A N1, A N2, A N3, A N4, and A N5. A Title.")
    assert entry(seven).text.startswith("N0, A, A N1, A N2, et al. A Title.")


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Who Won?", "“Who Won?,” *J* 1 (1990)."),
        ('The "Hidden" War', "“The ‘Hidden’ War,” *J* 1 (1990)."),
        ("On the “War”", "“On the ‘War,’” *J* 1 (1990)."),
        ("The Soviets'", "“The Soviets’,” *J* 1 (1990)."),
        ("On <i>Origins</i>", "“On *Origins*,” *J* 1 (1990)."),
        ("The war of 1950-1953", "“The War of 1950–1953,” *J* 1 (1990)."),
    ],
)
def test_punctuation_goes_inside_quotation_marks(title, wanted):
    work = a_work(type="article-journal", title=title, container__title="J", volume="1", issued=on(1990))
    assert note(work).markdown == wanted


def test_italics_within_italics_stand_upright():
    work = a_work(title="Reading <i>War</i> Now", issued=on(1990))
    assert note(work).markdown == "*Reading* War *Now* (1990)."
    assert note(work).html == "<i>Reading </i>War<i> Now</i> (1990)."


def test_titles_in_other_languages_are_left_as_they_are():
    assert (
        note(a_work(title="die Ursachen des Krieges", issued=on(1990))).text
        == "die Ursachen des Krieges (1990)."
    )
    assert note(a_work(title="the origins of war", language="ko", issued=on(1990))).text.startswith(
        "the origins"
    )
    assert note(a_work(title="the origins of war", language="en-GB", issued=on(1990))).text.startswith(
        "The Origins of War"
    )


def test_nothing_of_a_foreign_text_is_markup():
    work = a_work(author=people("<b>X</b> & Co"), title="a*b_[c] <script>alert(1)</script>", issued=on(1990))
    assert "<script" not in note(work).html.lower()
    assert "&lt;script&gt;" in note(work).html.lower()
    assert r"\*" in note(work).markdown
    assert "\x1b[31m" not in note(a_work(title="\x1b[31mred", issued=on(1990))).terminal


@pytest.mark.parametrize(
    ("issued", "wanted"),
    [
        ({"date-parts": [[1948]], "circa": True}, "([ca. 1948])"),
        ({"raw": "1948?"}, "([1948?])"),
        ({"raw": "194X"}, "(1940s)"),
        ({"date-parts": [[1981], [1990]]}, "(1981–1990)"),
        ({"raw": "1950/.."}, "(1950–)"),
        ({"raw": "[1949,1951]"}, "(1949 or 1951)"),
        (None, "(n.d.)"),
    ],
)
def test_dates_of_every_kind_are_said_in_words(issued, wanted):
    assert note(a_work(issued=issued)).text == f"A Title {wanted}."


def test_one_of_two_equal_short_notes_is_dated():
    work = a_work(type="document", author=people("Roe, Jane"), archive="RGASPI", issued=on(1950, 1, 30))
    assert short_note(work, dated=True).text == "Roe, “Title,” January 30, 1950."


@pytest.mark.parametrize(
    "kind", ["book", "chapter", "document", "interview", "thesis", "treaty", "webpage", "nonsense"]
)
def test_a_source_with_nothing_but_a_title_is_printed(kind):
    work = a_work(type=kind)
    for text in (note(work).text, short_note(work).text, entry(work).text):
        assert "Title" in text
        assert text.endswith((".", ".”"))
        assert "()" not in text
        assert ",," not in text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(TYPES), st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=8), st.text(max_size=20)
)
def test_no_item_makes_the_printer_stumble(kind, fields, title):
    source, _ = source_of({"id": "x", **fields, "type": kind, "title": f"T{title}"})
    assert source is not None
    work = work_of("x", source)
    for text in (note(work), short_note(work), entry(work), note(work, manual=CHICAGO_17)):
        assert text.text
        assert "\n" not in text.text
        assert "\ue0f0" not in text.markdown + text.html + text.terminal
