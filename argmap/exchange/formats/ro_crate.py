"""An RO-Crate 1.2: the records, a bibliography and exports in a folder, described in JSON-LD."""

import hashlib
import json
import os
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import quote

from argmap.exchange.iris import iris_of
from argmap.exchange.loss import LossReport
from argmap.exchange.objects import project_object
from argmap.exchange.registry import Exported, exporter, exporters
from argmap.exchange.texts import clean
from argmap.files.dump import project_files
from argmap.model.project import Project
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR
from argmap.verdict.judgement import Judgement

_SPEC = "https://w3id.org/ro/crate/1.2"
_INSIDE = {
    "turtle": ("map.ttl", "text/turtle"),
    "webanno": ("evidence.jsonld", "application/ld+json"),
    "markdown": ("appendix.md", "text/markdown"),
    "sqlite": ("map.sqlite", "application/vnd.sqlite3"),
}
"""Exports in the folder: name of the format to file and media type."""


@exporter("ro-crate", "RO-Crate 1.2 folder", "")
def write(judgement: Judgement) -> Exported:
    """Write a map as a research object."""
    files: dict[str, bytes] = {
        f"project/{name}": clean(text).encode() for name, text in project_files(judgement.project).items()
    }
    about = {name: (f"{name}, as argmap reads it", _media(name)) for name in files}
    files["argmap.json"] = _json(project_object(judgement))
    about["argmap.json"] = ("All records with their verdicts", "application/json")
    known = exporters()
    for name, (file, media) in _INSIDE.items():
        files[file] = known[name].write(judgement).files[""]
        about[file] = (known[name].title, media)
    files["ro-crate-metadata.json"] = _json(_metadata(judgement.project, files, about))
    return Exported(files, _loss(judgement.project))


def _media(name: str) -> str:
    kinds = {"yaml": "application/yaml", "toml": "application/toml", "json": "application/json"}
    return kinds.get(name.rpartition(".")[2], "text/plain")


def _loss(project: Project) -> LossReport:
    """Tell that the files are written anew; the records in them are all there."""
    loss = LossReport()
    for kind in RECORD_KINDS:
        if records := project.of_kind(kind):
            loss.keep(SINGULAR[kind], len(records))
    loss.change("project", "", "its files are written anew: comments and the order of records are not kept")
    return loss


def _json(value: Any) -> bytes:  # any JSON value
    return (clean(json.dumps(value, ensure_ascii=False, indent=2)) + "\n").encode()


def _metadata(project: Project, files: dict[str, bytes], about: dict[str, tuple[str, str]]) -> dict[str, Any]:
    people = _people(project)
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": iris_of(project).map,
        "name": project.settings.title,
        "description": _description(project),
        "datePublished": _today().isoformat(),
        "license": "No licence is stated here: ask the author before using these data.",
        "hasPart": [{"@id": quote(name)} for name in sorted(files)],
    }
    if people:
        root["author"] = [{"@id": person["@id"]} for person in people]
    descriptor = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": _SPEC},
        "about": {"@id": "./"},
    }
    described = [
        {
            "@id": quote(name),
            "@type": "File",
            "name": about[name][0],
            "encodingFormat": about[name][1],
            "contentSize": str(len(files[name])),
            "sha256": hashlib.sha256(files[name]).hexdigest(),
        }
        for name in sorted(files)
    ]
    return {"@context": f"{_SPEC}/context", "@graph": [descriptor, root, *described, *people]}


def _description(project: Project) -> str:
    counts = (
        f"{len(project.claims)} claims",
        f"{len(project.evidence)} pieces of evidence",
        f"{len(project.sources)} sources",
    )
    thesis = project.claims.get(project.settings.thesis or "")
    said = f" Its thesis: {thesis.text}" if thesis else ""
    return f"An argument map: {', '.join(counts)}.{said}"


def _people(project: Project) -> list[dict[str, str]]:
    key = project.settings.author
    author = project.scholars.get(key or "")
    if key is None or author is None:
        return []
    return [{"@id": iris_of(project).of("scholar", key), "@type": "Person", "name": author.name}]


def _today() -> date:
    """Give the day of SOURCE_DATE_EPOCH where it is set, as reproducible builds do, else today."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if seconds.isdecimal() and int(seconds) < 10**11:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    return datetime.now(UTC).date()
