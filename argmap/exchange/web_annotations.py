"""Evidence as W3C Web Annotations: a body that says what is shown, a target that quotes."""

from typing import Any

from argmap.exchange.iris import Iris, iris_of
from argmap.exchange.objects import record_object
from argmap.exchange.texts import clean
from argmap.model.project import Project
from argmap.model.records import Evidence

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "argmap:evidence": {"@id": "urn:argmap:terms:evidence", "@type": "@json"},
        "argmap:sources": {"@id": "urn:argmap:terms:sources", "@type": "@json"},
    },
]
"""The standard's context, and two terms of ours that hold plain JSON."""


def collection_of(project: Project) -> dict[str, Any]:
    """Give all evidence of a map as an annotation collection with one page."""
    iris = iris_of(project)
    items = [annotation_of(iris, project, key, item) for key, item in project.evidence.items()]
    used = sources_read(project)
    page = {
        "id": iris.of("annotations", "1"),
        "type": "AnnotationPage",
        "partOf": iris.of("annotations"),
        "startIndex": 0,
        "items": items,
    }
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "id": iris.of("annotations"),
        "type": "AnnotationCollection",
        "label": project.settings.title,
        "total": len(items),
        "argmap:sources": {key: record_object("sources", project.sources[key]) for key in used},
        "first": page,
    }
    cleaned: dict[str, Any] = _clean(found)
    return cleaned


def sources_read(project: Project) -> list[str]:
    """Give the sources that evidence is read from, with the works that they are editions of, by id."""
    found: dict[str, None] = {}
    waiting = [item.source for item in project.evidence.values()]
    while waiting:
        key = waiting.pop()
        if key is not None and key in project.sources and key not in found:
            found[key] = None
            waiting.append(project.sources[key].edition_of)
    return sorted(found)


def annotation_of(iris: Iris, project: Project, key: str, item: Evidence) -> dict[str, Any]:
    """Give one piece of evidence as an annotation."""
    record = record_object("evidence", item)
    record.pop("shows", None)
    quote = dict(record.pop("quote", None) or {})
    told = {name: quote.pop(name) for name in ("exact", "prefix", "suffix") if name in quote}
    if quote or (told and "exact" not in told):
        record["quote"] = quote | ({} if "exact" in told else told)
    target: dict[str, Any] = {"type": "SpecificResource", "source": _source_iri(iris, project, key, item)}
    if "exact" in told:
        target["selector"] = {"type": "TextQuoteSelector", **told}
    return {
        "id": iris.of("evidence", key),
        "type": "Annotation",
        "motivation": "describing",
        "body": {"type": "TextualBody", "value": item.shows, "format": "text/plain", "purpose": "describing"},
        "target": target,
        "argmap:evidence": {"id": key, **record},
    }


def _source_iri(iris: Iris, project: Project, key: str, item: Evidence) -> str:
    """Give the address of the source on the web where it has one, else our IRI for it."""
    if item.source is None:
        return iris.of("passage", key)
    source = project.sources.get(item.source)
    url = (source.csl or {}).get("URL") if source else None
    if isinstance(url, str) and url.startswith(("https://", "http://")) and url.isprintable():
        return url.replace(" ", "%20")
    return iris.of("source", item.source)


def _clean(value: Any) -> Any:  # any JSON value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(str(name)): _clean(inner) for name, inner in value.items()}
    return [_clean(inner) for inner in value] if isinstance(value, list | tuple) else value
