"""Argdown source, in and out."""

import re

from argmap.exchange.argdown_in import read_argdown
from argmap.exchange.argdown_map import map_of_document
from argmap.exchange.argdown_out import argdown_of
from argmap.exchange.content import Content
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, Imported, exporter, importer
from argmap.verdict.judgement import Judgement

SUFFIXES = (".argdown", ".argdown-plus", ".ad", ".md")

_TITLE = re.compile(
    r"^(?:\[[^\]\n]+\](?!\()[ \t]*(?:$|:[ \t]+(?!\S+:\S|[<#/]))|<[^>\n/!][^>\n]*>[ \t]*:[ \t])", re.MULTILINE
)
_RELATION = re.compile(r"^[ \t]+(?:<?[+_-]>?|><)[ \t]+[\[<]", re.MULTILINE)
_NUMBERED = re.compile(r"^\([0-9]+\)[ \t]", re.MULTILINE)
_INFERENCE = re.compile(r"^[ \t]*-{2,}", re.MULTILINE)
_FRONT = re.compile(r"\A={3,}[ \t]*\n")


def likely_argdown(content: Content) -> float:
    """Tell by titles, relations, structures or front matter; by the suffix alone only a little."""
    if content.tag or content.head[:1] == "{":
        return 0.0
    head = content.head
    marks = len(_TITLE.findall(head)) + 2 * len(_RELATION.findall(head))
    if _FRONT.match(head) or _has_structure(head):
        return 0.9
    if marks:
        return min(0.5 + 0.1 * marks, 0.9)
    return 0.3 if content.name.lower().endswith(SUFFIXES[:3]) and not content.is_json else 0.0


def _has_structure(text: str) -> bool:
    """Whether a numbered line is followed by the line of an inference, and that by another numbered one."""
    at = 0
    for pattern in (_NUMBERED, _INFERENCE, _NUMBERED):
        found = pattern.search(text, at)
        if found is None:
            return False
        at = found.end()
    return True


@importer("argdown", "Argdown source", SUFFIXES, likely_argdown)
def read_argdown_source(content: Content) -> Imported:
    """Read Argdown source: statements, arguments, relations and premise-conclusion structures."""
    loss = LossReport()
    document = read_argdown(content.text, loss)
    document.title = document.title or content.name.rpartition("/")[2].rpartition(".")[0]
    return map_of_document(document, loss)


@exporter("argdown", "Argdown source", ".argdown")
def write_argdown(judgement: Judgement) -> Exported:
    """Write a map as Argdown source."""
    text, loss = argdown_of(judgement.project)
    return Exported({"": text.encode()}, loss)
