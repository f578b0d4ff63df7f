"""W3C Web Annotations in JSON-LD, out and in."""

import json
from dataclasses import fields

from argmap.exchange.building import MapBuilder
from argmap.exchange.content import Content
from argmap.exchange.loss import LossReport
from argmap.exchange.partly import tell_partly
from argmap.exchange.registry import Exported, Imported, exporter, importer
from argmap.exchange.texts import one_line
from argmap.exchange.web_annotation_reader import AnnotationReader, annotations_in
from argmap.exchange.web_annotations import collection_of, sources_read
from argmap.model.records import Evidence, Source
from argmap.verdict.judgement import Judgement


@exporter("webanno", "W3C Web Annotations (evidence and quotations)", ".jsonld")
def write(judgement: Judgement) -> Exported:
    """Write the evidence of a map as annotations."""
    project = judgement.project
    loss = LossReport()
    used = set(sources_read(project))
    unused = (key for key in project.sources if key not in used)
    holds = {"evidence": tuple(field.name for field in fields(Evidence)), "settings": ("title", "iri_base")}
    holds["sources"] = tuple(field.name for field in fields(Source))
    tell_partly(project, loss, holds, {"sources": dict.fromkeys(unused, "no evidence is from it")})
    text = json.dumps(collection_of(project), ensure_ascii=False, indent=1) + "\n"
    return Exported({"": text.encode()}, loss)


def likely(content: Content) -> float:
    """Tell annotations by the context of the standard, or by selectors of its kinds."""
    if not content.is_json:
        return 0
    head = content.text[:20_000]
    if "http://www.w3.org/ns/anno.jsonld" in head:
        return 1
    if "http://www.w3.org/ns/oa#" in head and 'Annotation"' in head:
        return 0.9
    return 0.8 if '"target"' in head and "QuoteSelector" in content.text[:200_000] else 0


@importer("webanno", "W3C Web Annotations", (".jsonld", ".json"), likely)
def read(content: Content) -> Imported:
    """Read annotations as evidence with quotations."""
    root = content.read_json()
    builder = MapBuilder()
    if isinstance(root, dict):
        listed = root.get("argmap:sources")
        for key, item in listed.items() if isinstance(listed, dict) else ():
            if isinstance(item, dict):
                builder.source(key, item)
    reader = AnnotationReader(builder)
    for number, annotation in enumerate(annotations_in(root), 1):
        reader.read(annotation, number)
    title = one_line(root.get("label") or root.get("title")) if isinstance(root, dict) else ""
    return builder.build(title)
