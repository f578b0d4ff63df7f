"""Without a browser, its tests say so and are skipped."""

import sys

import pytest
from browsers import chromium


def test_without_chromium_the_tests_are_skipped_with_a_reason(monkeypatch: pytest.MonkeyPatch, tmp_path):
    pytest.importorskip("playwright.sync_api")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(pytest.skip.Exception, match="no Chromium on this machine"), chromium():
        raise AssertionError("a browser was found")


def test_without_playwright_the_tests_are_skipped_with_a_reason(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    with pytest.raises(pytest.skip.Exception, match="no playwright on this machine"), chromium():
        raise AssertionError("a browser was found")
