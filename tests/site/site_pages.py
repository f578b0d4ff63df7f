"""Reads built pages back, for tests: links, anchors, balance, headings, text."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from argmap.check import Audit, check_records
from argmap.model.project import Project
from argmap.rules.registry import all_rules
from argmap.site import render_single, render_site
from argmap.verdict.judgement import judge

VOID = frozenset({"meta", "link", "input", "br", "img", "hr"})


@dataclass
class Page(HTMLParser):
    """One page, taken apart; faults of its shape are collected."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    scripts: list[dict[str, Any]] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, dict(attrs))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"unbalanced </{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def _note(self, tag: str, attributes: dict[str, Any]) -> None:
        if "id" in attributes:
            self.ids.append(attributes["id"])
        self.links += [attributes[name] for name in ("href", "src") if name in attributes]
        if "style" in attributes:
            self.faults.append(f"style on <{tag}>")
        if any(name.startswith("on") for name in attributes):
            self.faults.append(f"event handler on <{tag}>")
        if tag == "script":
            self.scripts.append(attributes)
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))

    @property
    def text(self) -> str:
        """All words of the page, white space folded."""
        return " ".join(" ".join(self.words).split())


def parse_page(data: bytes) -> Page:
    """Take a page apart."""
    page = Page()
    page.feed(data.decode("utf-8"))
    page.close()
    page.faults += [f"<{tag}> is never closed" for tag in page._open]
    return page


def site_of(project: Project) -> dict[str, bytes]:
    """Audit, judge and render a project made in memory."""
    findings, not_checked = check_records(project, all_rules().values())
    return render_site(Audit(project, tuple(findings), tuple(not_checked)), judge(project))


def single_of(project: Project) -> bytes:
    """Audit, judge and render a project made in memory as one file."""
    findings, not_checked = check_records(project, all_rules().values())
    return render_single(Audit(project, tuple(findings), tuple(not_checked)), judge(project))


def faults_of(site: Mapping[str, bytes]) -> list[str]:
    """Find broken links, double ids, bad nesting and headings out of order on a whole site."""
    pages = {name: parse_page(data) for name, data in site.items() if name.endswith(".html")}
    faults = []
    for name, page in pages.items():
        faults += [f"{name}: {fault}" for fault in page.faults]
        faults += [f"{name}: id '{key}' twice" for key in page.ids if page.ids.count(key) > 1]
        if page.headings[:1] != [1] or page.headings.count(1) != 1:
            faults.append(f"{name}: headings {page.headings}")
        steps = zip(page.headings, page.headings[1:], strict=False)
        faults += [f"{name}: heading {b} after {a}" for a, b in steps if b > a + 1]
        for link in page.links:
            if not link.startswith(("https://", "http://", "data:,", "#mark_")):
                faults += _broken(name, link, site, pages)
    return faults


def _broken(name: str, link: str, site: Mapping[str, bytes], pages: Mapping[str, Page]) -> list[str]:
    path, _, fragment = link.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
    if target not in site:
        return [f"{name}: no page {link}"]
    if fragment and fragment not in pages[target].ids:
        return [f"{name}: no anchor {link}"]
    return []
