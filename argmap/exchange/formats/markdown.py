"""The tables of a thesis's appendix in Markdown."""

import re
from collections.abc import Iterator

from argmap.citing.marked import Marked
from argmap.exchange.appendix import AppendixTable, appendix_tables
from argmap.exchange.appendix_losses import appendix_loss
from argmap.exchange.registry import Exported, exporter
from argmap.exchange.texts import one_line
from argmap.verdict.judgement import Judgement

_MARKUP = re.compile(r"([\\|*_`<>\[\]~$#!&])")


@exporter("markdown", "Markdown tables for an appendix", ".md")
def write(judgement: Judgement) -> Exported:
    """Write main claims, evidence by claim and schools as Markdown tables."""
    lines = [f"# {_cell(judgement.project.settings.title)}", ""]
    for number, table in enumerate(appendix_tables(judgement), 1):
        lines += _table(number, table)
    text = "\n".join(lines).rstrip() + "\n"
    return Exported({"": text.encode()}, appendix_loss(judgement.project))


def _table(number: int, table: AppendixTable) -> Iterator[str]:
    yield f"## Table {number}. {_cell(table.caption)}"
    yield ""
    yield _cell(table.note)
    yield ""
    grouped = any(row.heading for row in table.rows)
    if not grouped:
        yield from _head(table)
    for row in table.rows:
        if row.heading:
            yield ""
            yield f"**{_cell(row.cells[0])}**"
            yield ""
            yield from _head(table)
        else:
            yield f"| {' | '.join(map(_cell, row.cells))} |"
    yield ""


def _head(table: AppendixTable) -> Iterator[str]:
    yield f"| {' | '.join(_cell(name) or ' ' for name in table.head)} |"
    yield f"|{' --- |' * len(table.head)}"


def _cell(text: str | Marked) -> str:
    """Make a text safe inside a table: no markup but italics, no line breaks."""
    if isinstance(text, Marked):
        return one_line(text.markdown)
    return _MARKUP.sub(r"\\\1", one_line(text))
