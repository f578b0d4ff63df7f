import sys

import pytest

from argmap.exchange.content import Content
from argmap.model.errors import UnreadableError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_is_told_by_its_marks(encoding: str) -> None:
    text = "Élan, 전쟁 and a few more Latin words for the look of it\r\nnext\rlast"
    content = Content(text.encode(encoding), "a")
    assert content.text == text.replace("\r\n", "\n").replace("\r", "\n")
    assert content.guessed_encoding is None


@pytest.mark.parametrize(
    ("encoding", "text"), [("cp949", "한국전쟁"), ("cp932", "カタカナ"), ("cp1252", "Élan")]
)
def test_other_encodings_are_guessed(encoding: str, text: str) -> None:
    content = Content(text.encode(encoding), "a")
    assert content.text == text
    assert content.guessed_encoding == encoding


def test_the_root_of_xml_is_known_without_parsing() -> None:
    head = '<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE r [<!ENTITY o "http://o#">]>\n'
    content = Content(f'{head}<r:RDF a="b" xmlns:r="http://x"/>'.encode(), "a")
    assert (content.tag, content.namespace) == ("RDF", "http://x")
    assert Content(b'<ARG xmlns="u"/>', "a").namespace == "u"
    assert Content(b"<http://a> <http://b> <http://c> .", "a").tag == ""
    assert Content(b"no <a/>", "a").tag == ""


def test_entities_that_stand_for_a_text_are_put_in() -> None:
    content = Content(b"<!DOCTYPE a [<!ENTITY o 'http://o#'>]><a b='&o;x'>&lt;&o;</a>", "a")
    assert (content.xml.get("b"), content.xml.text) == ("http://o#x", "<http://o#")


def test_json_is_read_once_and_its_faults_told() -> None:
    sys.set_int_max_str_digits(4300)  # as Python begins; libraries may have lifted it
    assert Content(b'{"a": 1}', "a").keys == {"a"}
    assert Content(b"[1]", "a").keys == frozenset()
    assert not Content(b'{"a": 1', "a").is_json
    with pytest.raises(UnreadableError, match="'a' is no JSON"):
        Content(b'{"a": 1', "a").read_json()
    with pytest.raises(UnreadableError, match="'a' is no JSON"):
        Content(b'{"a": ' + b"9" * 5000 + b"}", "a").read_json()
