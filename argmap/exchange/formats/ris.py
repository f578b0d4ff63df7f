"""RIS, in and out."""

import re
from typing import Any

from argmap.exchange.bibliographies import csl_of, imported, without_sources
from argmap.exchange.content import Content
from argmap.exchange.ids import Ids, slug
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, Imported, exporter, importer
from argmap.exchange.ris import Reference, item_of, references
from argmap.exchange.ris_writer import reference_of
from argmap.exchange.texts import one_line
from argmap.files.csl_json import Entry, collect
from argmap.model.errors import shown
from argmap.verdict.judgement import Judgement

_START = re.compile(r"^[ \t]*TY[ \t]{1,3}-[ \t]+[A-Z]{2,8}[ \t]*$", re.MULTILINE)


def likely(content: Content) -> float:
    """Tell RIS by the line that begins a reference."""
    return 0.95 if _START.search(content.text[:200_000]) else 0


@importer("ris", "RIS (Zotero, EndNote, Mendeley)", (".ris", ".txt"), likely)
def read(content: Content) -> Imported:
    """Read references; what belongs to none, and broken ones, go into the report with their lines."""
    loss = LossReport()
    entries: list[Entry] = []
    ids = Ids()
    lines: dict[tuple[tuple[str, str], ...], int] = {}
    for found in references(content.text):
        if isinstance(found, Reference):
            before = lines.setdefault(tuple(found.tags), found.line)
            if before != found.line:
                loss.drop("source", f"line {found.line}", f"the same reference as in line {before}")
                continue
            entries.append(_entry(found, len(entries), ids, loss))
        else:
            loss.drop("line", str(found[0]), f"belongs to no reference: '{shown(found[1], 60)}'")
    return imported(collect(content.name, entries), loss)


def _entry(reference: Reference, number: int, ids: Ids, loss: LossReport) -> Entry:
    told: list[tuple[str, str, str]] = []
    item = item_of(reference, lambda *each: told.append(each))
    key = re.sub(r"\s+", "_", one_line(reference.first("ID")))
    if not key:
        key = ids.free(_wish(item))
        loss.ids.setdefault(f"line {reference.line}", key)
    if not reference.is_closed:
        told.append(
            ("changed", "ER", f"line {reference.line}: the reference has no end; it was read all the same")
        )
    for fate, tag, why in told:
        (loss.change if fate == "changed" else loss.drop)(f"source.{tag}", key, why)
    return Entry(key, {"id": key, **item}, (number,), (reference.line, 1))


def _wish(item: dict[str, Any]) -> str:
    """Make an id of the first name and the year."""
    first: dict[str, str] = next(
        (item[role][0] for role in ("author", "editor", "recipient") if item.get(role)), {}
    )
    name = first.get("family") or first.get("literal") or item.get("title", "")
    issued = item.get("issued", {})
    told = issued.get("date-parts") or issued.get("raw") or issued.get("literal") or ""
    year = re.search(r"\d{4}", str(told))
    return slug(f"{str(name)[:60]} {year[0] if year else ''}", 48) or "source"


@exporter("ris", "RIS (sources only)", ".ris")
def write(judgement: Judgement) -> Exported:
    """Write the sources of a map as RIS."""
    project, loss = judgement.project, LossReport()
    without_sources(project, loss)
    written = []
    for key, source in project.sources.items():
        told: list[tuple[str, str, str]] = []
        item = csl_of(key, source)
        written.append(reference_of(key, item, source.issued, lambda *each, to=told: to.append(each)))
        for fate, name, why in told:
            (loss.change if fate == "changed" else loss.drop)(f"source.{name}", key, why)
        if not told:
            loss.keep("source")
    return Exported({"": "\r\n".join(written).encode()}, loss)
