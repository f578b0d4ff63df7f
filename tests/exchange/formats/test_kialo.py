"""Kialo's text exports, the older layout and the present one."""

import pytest

from argmap.exchange.content import Content
from argmap.exchange.registry import Imported, detect, read
from argmap.model.errors import UnreadableError

OLDER = """\
Discussion Title: Should bread be free?

1. Bread should be free.
1.1. Pro: Everybody needs it. See [the study](http://x.org/a_(b)).
Second line \\(sic\\).
1.1.1. Con: Not everybody.
1.2. Con: -> See 1.1.1.
1.2.1. Pro: Below a link.
1.3. A neutral one.
1.9.1. Con: Orphan.
"""

PRESENT = (
    "Discussion Name: Should bread be free?\r\n\r\n1.\r\n  Bread should be free. [1]\r\n\r\n"
    "  1.1. Con:\r\n    Somebody pays. [2]\r\n    1.1.1. Pro:\r\n      Bakers do.\r\n"
    "  1.2. Pro:\r\n    -> See 1.1.1.\r\n\r\n"
    'Sources:\r\n[1] http://a.org\r\n"1.1. Pro: quoted"\r\n[2] http://b.org\r\n'
)


def imported(text: str) -> Imported:
    return read(text.encode(), "export.txt")


def test_the_older_layout_is_a_claim_a_line() -> None:
    found = imported(OLDER)
    project = found.project
    top = project.claims["bread-should-be-free"]
    assert project.settings.title == "Should bread be free?"
    assert len(project.claims) == 6
    assert (
        project.claims[top.pro[0].premises[0]].text == "Everybody needs it. See the study. Second line (sic)."
    )
    assert "http://x.org/a_(b)" in (project.claims[top.pro[0].premises[0]].remark or "")
    assert [a.premises for a in top.con] == [("not-everybody",), ("orphan",)]


def test_a_link_leads_to_the_claim_it_names_and_what_stands_below_goes_with_it() -> None:
    project = imported(OLDER).project
    assert project.claims["not-everybody"].pro[0].premises == ("below-a-link",)


def test_what_is_not_as_it_should_be_is_reported() -> None:
    whys = " ".join(each.why for each in imported(OLDER).loss.losses)
    assert "neither Pro nor Con" in whys
    assert "there is no 1.9." in whys


def test_the_present_layout_has_texts_on_lines_of_their_own_and_sources() -> None:
    project = imported(PRESENT).project
    top = project.claims["bread-should-be-free"]
    assert set(project.claims) == {"bread-should-be-free", "somebody-pays", "bakers-do"}
    assert top.con[0].premises == ("somebody-pays",)
    assert ("bakers-do",) in [a.premises for a in top.pro]
    cited = project.evidence[top.pro[0].premises[0]]
    assert cited.shows == '"1.1. Pro: quoted"'
    assert project.sources[cited.source or ""].title == "http://a.org"


def test_several_theses_and_numbered_lists_in_texts_are_told_apart() -> None:
    text = "Discussion Title: T\n\n1. First.\n1.1. Pro: For two reasons:\n1. one\n2. two\n\n"
    text += "2. Second.\n2.1. Con: No.\n"
    project = imported(text).project
    assert {c.text for c in project.claims.values()} == {
        "First.",
        "For two reasons: 1. one 2. two",
        "Second.",
        "No.",
    }


def test_links_in_circles_and_to_nowhere_end_in_losses() -> None:
    text = "Discussion Title: T\n\n1. A\n1.1. Pro: -> See 1.2.\n1.2. Pro: -> See 1.1.\n"
    text += "1.3. Con: -> See discussion X\n"
    found = imported(text)
    assert len(found.project.claims) == 1
    assert sum(each.type == "link" for each in found.loss.losses) == 3


def test_a_discussion_of_3000_levels_is_read() -> None:
    text = "Discussion Title: T\n\n1. A\n" + "".join("1." * (i + 1) + f"1. Pro: x{i}\n" for i in range(3000))
    assert len(imported(text).project.claims) == 3001


def test_the_title_stands_for_a_thesis_that_is_missing() -> None:
    found = imported("Discussion Name: Bread is free.\n\n  1.1. Con:\n    It is not.\n")
    assert found.project.claims["bread-is-free"].con[0].premises == ("it-is-not",)
    assert [each.type for each in found.loss.losses] == ["thesis"]


def test_it_is_told_by_content() -> None:
    assert detect(Content(OLDER.encode(), "x.csv")).name == "kialo"
    assert detect(Content("1. A\n1.1. Pro: b\n1.2. Con: c\n".encode("utf-16"), "x")).name == "kialo"


def test_a_text_without_claims_fails() -> None:
    with pytest.raises(UnreadableError):
        read(b"Discussion Title: Nothing\n\nno claim\n", "x.txt")
