"""CSL-JSON, in and out; Zotero's Better CSL YAML comes in as well."""

import json
import re
from typing import Any

from argmap.exchange.bibliographies import csl_of, imported, without_sources
from argmap.exchange.content import Content
from argmap.exchange.ids import Ids, slug
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, Imported, exporter, importer
from argmap.files.csl_json import Entry, collect
from argmap.model.errors import UnreadableError, shown
from argmap.verdict.judgement import Judgement

_YAML = re.compile(r"^(?:---\s*\n)?references:\s*(?:\n|$)", re.MULTILINE)
_CSL = frozenset({"issued", "container-title", "publisher-place", "citation-key", "DOI", "author", "archive"})
_TYPES = frozenset(
    (
        "article article-journal article-magazine article-newspaper bill book broadcast chapter classic "
        "collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing "
        "interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper- "
        "conference patent performance periodical personal_communication post post-weblog regulation report "
        "review review-book software song speech standard thesis treaty webpage"
    ).split()
)
"""Types of CSL 1.0.2."""


def likely(content: Content) -> float:
    """Tell a bibliography by its first items: a CSL type, or fields that only CSL calls so."""
    if not content.is_json:
        return 0.8 if _YAML.search(content.head) and re.search(r"\bid:|citation-key:", content.text) else 0
    items = [item for item in _items(content.json) if isinstance(item, dict)][:5]
    if not items:
        return 0
    typed = all(isinstance(item.get("type"), str) and item["type"] in _TYPES for item in items)
    named = any(_CSL & item.keys() for item in items)
    titled = all("title" in item or "title-short" in item for item in items)
    return 0.95 if typed and (named or titled) else 0.5 if named and titled else 0


def _items(root: Any) -> list[Any]:
    """Give the items of a file: a list, or under ``items`` or ``references``."""
    for key in ("items", "references"):
        if isinstance(root, dict) and isinstance(root.get(key), list):
            root = root[key]
    return root if isinstance(root, list) else [root]


@importer(
    "csl", "CSL-JSON (Zotero, Better CSL JSON and YAML)", (".json", ".csljson", ".yaml", ".yml"), likely
)
def read(content: Content) -> Imported:
    """Read a bibliography; an item without an id gets one."""
    root = _yaml(content) if content.head[:1] not in ("{", "[") else content.read_json()
    if not isinstance(root, dict | list):
        raise UnreadableError(f"'{shown(content.name)}' is no list of entries")
    loss = LossReport()
    items = _items(root)
    ids = Ids(str(item["id"]) for item in items if isinstance(item, dict) and "id" in item)
    entries = []
    for i, item in enumerate(items):
        fields: dict[str, Any] = _flat(item) if isinstance(item, dict) else {}
        key = fields.get("id", fields.get("citation-key"))
        if fields and key in (None, ""):
            key = ids.free(slug(str(fields.get("title", ""))[:200], 40) or "source")
            loss.change("source", key, "it had no id; one was made of its title")
        elif isinstance(key, str) and re.search(r"\s", key.strip()):
            key = re.sub(r"\s+", "_", key.strip())
            loss.change("source", key, "blanks in its id became low lines")
        elif isinstance(key, str):
            key = key.strip()
        entries.append(Entry(key, fields, (i,)))
    return imported(collect(content.name, entries), loss)


def _flat(item: dict[str, Any]) -> dict[str, Any]:
    """Read dates as YAML has them: a list of parts, or EDTF text."""
    dated = {
        name: item[name] for name in ("issued", "accessed", "original-date", "event-date") if name in item
    }
    return item | {name: _date(value) for name, value in dated.items()}


def _date(value: Any) -> Any:
    if isinstance(value, list) and value and all(isinstance(part, dict) for part in value):
        parts = [[part.get(unit) for unit in ("year", "month", "day")] for part in value]
        season = value[0].get("season")
        found: dict[str, Any] = {"date-parts": [[n for n in part if n not in (None, "")] for part in parts]}
        if season is not None:
            found["season"] = season
        return found | ({"circa": True} if value[0].get("circa") else {})
    if isinstance(value, str | int) and not isinstance(value, bool):
        return {"raw": str(value)}
    return value


def _yaml(content: Content) -> Any:
    from argmap.files.yaml_fault import YamlFault
    from argmap.files.yaml_text import parse_yaml

    text = re.sub(r"\A---\s*\n|\n(?:---|\.\.\.)\s*\Z", "", content.text)
    try:
        return parse_yaml(text)
    except YamlFault as fault:
        raise UnreadableError(
            f"'{shown(content.name)}' is no YAML: line {fault.line}: {fault.message}"
        ) from None


@exporter("csl", "CSL-JSON (sources only)", ".json")
def write(judgement: Judgement) -> Exported:
    """Write the sources of a map, each one whole."""
    project, loss = judgement.project, LossReport()
    without_sources(project, loss)
    items = [csl_of(key, source) for key, source in project.sources.items()]
    if items:
        loss.keep("source", len(items))
    return Exported({"": (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()}, loss)
