"""Small inputs that once ended in a traceback."""

import pytest
import targets

from argmap.manuscript.registry import read_bytes

CLAIM = b"claims: {a: {text: x}}"


@pytest.mark.parametrize(
    "files",
    [
        {"argmap.toml": b'manuscripts = ["a\\u0000b"]'},
        {"argmap.local.toml": b'manuscripts = "a\\u0000b"'},
        {"argmap.local.toml": b'texts = {m = "a\\u0000b"}'},
        {"argmap.local.toml": b"texts = " + b"1" * 5000},
        {"argmap.local.toml": b"texts = " + b"[" * 100_000},
        {"argmap.baseline.json": b'{"counts": {"\\ud800": {"bad-id": 1}}}'},
        {"argmap.baseline.json": b'{"counts": {"a": {"\\ud800": 1}}}'},
    ],
)
def test_a_check_says_what_does_not_fit(files):
    code, told = targets.check_files({"claims/a.yaml": CLAIM, **files}, "--select", "all")
    assert code in (0, 1, 2)
    assert told


@pytest.mark.parametrize("charset", ["undefined", "idna", "hex", "a&#0;b", "unicode_escape", "\u00e9"])
def test_a_page_may_name_any_encoding(charset):
    page = f'<html><head><meta charset="{charset}"></head><body><p>caf\u00e9'.encode("latin-1")
    assert "caf\u00e9" in read_bytes(page, "a.html").blocks[0].text
