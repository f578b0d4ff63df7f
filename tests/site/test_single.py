"""The site in one file."""

import base64
import hashlib
import html
import json
import re
import zlib

from site_pages import parse_page, single_of
from test_pages import a_debate


def test_a_site_in_one_file_holds_every_page_and_its_links_stay_inside():
    alone = parse_page(single_of(a_debate()))
    assert [fault for fault in alone.faults if "style" not in fault] == []
    assert len(alone.ids) == len(set(alone.ids))
    outside = {link for link in alone.links if not link.startswith("#")}
    assert outside <= {"data:,", "https://doi.org/10.1/2"}
    inside = {link[1:] for link in alone.links if link.startswith("#")}
    assert inside <= set(alone.ids)
    assert "claims.stalin-ordered-war" in alone.ids


def test_a_large_site_in_one_file_packs_pages_that_nobody_opened_and_loses_none(monkeypatch):
    whole = parse_page(single_of(a_debate()))
    monkeypatch.setattr("argmap.site.single.SMALL", 0)
    monkeypatch.setattr("argmap.site.single.BLOCK", 30_000)
    packed = single_of(a_debate())
    assert packed == single_of(a_debate())
    text = packed.decode()
    blocks = dict(re.findall(r'id="packed_(\w+)">([\w+/=]+)<', text))
    told = {name: json.loads(zlib.decompress(base64.b64decode(data), -15)) for name, data in blocks.items()}
    names = told.pop("names")
    assert len(told) > 2
    assert all(name in told[str(number)] for name, number in names.items())
    plain = parse_page(packed)
    assert "parts." in " ".join(plain.ids)
    pages = [page for page in names if not page.startswith("search/")]
    inside = {key for page in pages for key in (page, *parse_page(told[str(names[page])][page].encode()).ids)}
    assert set(whole.ids) <= inside | set(plain.ids)
    assert not inside & set(plain.ids)


def test_a_site_in_one_file_allows_only_its_own_scripts_and_styles():
    page = single_of(a_debate()).decode()
    policy = page.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    assert "unsafe" not in policy
    for script in re.findall(r"<script>(.*?)</script>", page, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in html.unescape(policy)
