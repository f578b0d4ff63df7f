"""The site of the map that comes with argmap, whole: every page is a page, and every link leads somewhere."""

import posixpath
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from argmap.check import check_project
from argmap.site import render_site
from argmap.verdict.judgement import judge

ROOT = Path(__file__).parents[2]
LARGEST = 300_000
"""Bytes of a page, or of a file that a page loads."""

IDS = re.compile(r'\sid="([^"]*)"')
LINKS = re.compile(r'\s(?:href|src)="([^"]*)"')


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    audit = check_project(ROOT)
    made = render_site(audit, judge(audit.project))
    assert max(map(len, made.values())) <= LARGEST
    return {name: data.decode("utf-8") for name, data in made.items()}


@pytest.fixture(scope="module")
def html(pages) -> dict[str, str]:
    return {name: text for name, text in pages.items() if name.endswith(".html")}


def test_every_page_has_a_language_a_title_of_its_own_and_one_main_part(html):
    titles: dict[str, list[str]] = {}
    for name, text in html.items():
        assert text.startswith('<!DOCTYPE html>\n<html lang="en"'), name
        (title,) = re.findall(r"<title>([^<]+)</title>", text.partition("</head>")[0])
        titles.setdefault(title, []).append(name)
        assert len(re.findall(r"<main\b", text)) == 1, name
        assert len(re.findall(r"<h1\b", text)) == 1, name
    # two sources may be of one title, and two records of one text: no two kinds of page, and no two lists
    for names in titles.values():
        assert len({posixpath.dirname(name) for name in names}) == 1, names
        assert len(names) == 1 or posixpath.dirname(names[0]), names


def test_every_id_stands_once_on_its_page(html):
    for name, text in html.items():
        ids = IDS.findall(text)
        assert len(ids) == len(set(ids)), (name, sorted({one for one in ids if ids.count(one) > 1}))


def test_every_link_leads_to_a_page_and_a_place_that_exist(pages, html):
    ids = {name: set(IDS.findall(text)) for name, text in html.items()}
    for name, text in html.items():
        for link in {unescape(found) for found in LINKS.findall(text)}:
            if link.startswith(("https://", "http://", "data:")):
                continue
            path, _, place = link.partition("#")
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
            )
            assert target in pages, (name, link)
            if place and target in ids:
                assert unquote(place) in ids[target], (name, link)
