"""File names and anchors."""

import re

from hypothesis import given
from hypothesis import strategies as st

from argmap.site.addresses import address, anchor, relative, safe_name


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
    assert anchor("evidence", "mao-offer") == "mao-offer"


def test_no_page_collides_with_the_page_of_a_claim():
    assert address("claims", "index") != "claims/index.html"


def test_the_way_from_page_to_page():
    assert relative("claims/a.html", "claims/b.html") == "b.html"
    assert relative("claims/a.html", "sources.html#x") == "../sources.html#x"
    assert relative("sources.html", "sources.html#x") == "#x"
