"""File names and anchors."""

import re

from hypothesis import given
from hypothesis import strategies as st

from argmap.site.addresses import FOLDERS, address, link_inside, links_from, page_id, page_number, safe_name


@given(st.text())
def test_every_id_gives_a_name_that_any_disk_and_address_can_hold(key: str):
    assert re.fullmatch(r"[a-z0-9_-]{1,100}", safe_name(key))


@given(st.text(), st.text())
def test_two_ids_never_share_a_name(one: str, other: str):
    assert (safe_name(one) == safe_name(other)) == (one == other)


def test_names_that_differ_only_in_case_stay_apart_on_any_disk():
    assert safe_name("kim-1950").lower() != safe_name("Kim-1950").lower()


def test_names_that_windows_or_a_server_keeps_are_changed():
    for key in ("con", "aux", "nul", "lpt1", "index"):
        assert safe_name(key).startswith(f"{key}_")


def test_a_slug_stays_readable():
    assert address("claims", "stalin-held-china-back") == "claims/stalin-held-china-back.html"


def test_no_page_collides_with_a_page_of_our_own():
    for kind in FOLDERS:
        assert address(kind, "index") != f"{kind}/index.html"


@given(st.text(), st.text(), st.integers(2, 99))
def test_further_pages_of_a_record_collide_with_no_other_record(key: str, other: str, number: int):
    assert page_number(address("claims", key), number) != address("claims", other)


def test_the_way_from_page_to_page():
    assert links_from("claims/a.html")("claims/b.html") == "../claims/b.html"
    assert links_from("claims/a.html")("sources.html#x") == "../sources.html#x"
    assert links_from("sources.html")("claims/a.html") == "claims/a.html"


@given(st.sampled_from(FOLDERS), st.text(), st.sampled_from(FOLDERS), st.text())
def test_pages_of_a_site_in_one_file_have_anchors_of_their_own(kind, key, other_kind, other):
    one, two = address(kind, key), address(other_kind, other)
    assert (page_id(one) == page_id(two)) == (one == two)
    assert link_inside(one) == f"#{page_id(one)}"
