import re
import shutil
import subprocess
import zlib

import pytest

from argmap.draw import draw, raster
from argmap.draw.pdf import pdf_document
from argmap.model.errors import DrawingError
from draw.makers import judged


def test_the_same_figure_gives_the_same_pdf(granary):
    assert draw(granary, part="I").pdf() == draw(granary, part="I").pdf()


def test_the_table_of_objects_is_right(granary):
    data = draw(granary, part="I").pdf()
    start = int(re.search(rb"startxref\n(\d+)", data)[1])
    assert data[start : start + 4] == b"xref"
    places = [int(p) for p in re.findall(rb"(\d{10}) 00000 n", data)]
    for number, place in enumerate(places, start=1):
        assert data[place:].startswith(b"%d 0 obj" % number)


def test_streams_hold_what_they_say(granary):
    data = draw(granary, part="I").pdf()
    found = re.findall(rb"/Length (\d+) /Filter /FlateDecode >>\nstream\n", data)
    assert len(found) == 5  # two fonts, what their codes mean, the page
    for match in re.finditer(rb"/Length (\d+) /Filter /FlateDecode >>\nstream\n", data):
        assert zlib.decompress(data[match.end() : match.end() + int(match[1])])


def test_addresses_become_links():
    drawing = draw(judged({"a": {}}), claim="a", link=lambda kind, key: f"https://x.org/({key})?ä")
    assert rb"/URI (https://x.org/\(a\)?%C3%A4)" in drawing.pdf()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext here")
def test_text_can_be_taken_out_again(granary, tmp_path):
    path = draw(granary, claim="warden-was-sent-away").write(tmp_path / "f.pdf")
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    assert "The fair's toll list names the warden on the 14th." in " ".join(done.stdout.decode().split())


def test_missing_characters_need_graphviz(monkeypatch):
    drawing = draw(judged({"a": {"text": "朝鲜战争"}}), claim="a")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(DrawingError, match=r"lack 4 of the figure's characters \(争战朝鲜\)"):
        raster.pdf(drawing.svg(), lambda: drawing.dot)


def test_korean_needs_no_other_program(monkeypatch):
    drawing = draw(judged({"a": {"text": "한국 전쟁의 기원"}}), claim="a")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    data = drawing.pdf()
    assert b"/BaseFont /ArgmapHangul-Bold " in data
    assert len(data) < 150_000  # the glyphs that are not used pack to nothing
    assert data == drawing.pdf()


def test_a_figure_that_fits_a_page_is_a_page_of_a4(granary):
    data = draw(granary, claim="granary-was-empty", fit=True).pdf()
    sides = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert sorted(float(side) for side in sides.groups()) == pytest.approx([595.28, 841.89], abs=0.1)


def test_an_unknown_character_does_not_break_the_file():
    assert pdf_document(draw(judged({"a": {"text": "朝鲜"}}), claim="a").svg()).endswith(b"%%EOF\n")
