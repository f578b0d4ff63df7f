"""A document, or a source, and all that rests on it."""

from collections.abc import Sequence
from dataclasses import replace

from argmap.draw.figure import Figure
from argmap.draw.reach import above
from argmap.draw.sketch import Material, Sketch
from argmap.draw.words import counted
from argmap.draw.wrap import shorten
from argmap.graph.arguments import ArgumentGraph
from argmap.graph.documents import root_documents
from argmap.model.errors import UnknownIdError
from argmap.verdict.judgement import judge

LIMIT = 20
WITHOUT = "without it"


def passages_of(material: Material, name: str) -> list[str]:
    """Find the evidence of a source, of a document, or of the document that a piece of evidence cites.

    Raises:
        UnknownIdError: If no source, document or evidence has that name.
    """
    project = material.project
    documents = root_documents(project)
    if name in project.sources:
        return [key for key, item in project.evidence.items() if item.source == name]
    if name in project.evidence:
        return [key for key, document in documents.items() if document == documents[name]]
    found = [key for key, item in project.evidence.items() if item.document == name]
    if not found:
        stated = {item.document for item in project.evidence.values() if item.document}
        raise UnknownIdError("document", name, stated | project.sources.keys() | project.evidence.keys())
    return found


def document_figure(
    material: Material, name: str, limit: int = LIMIT, but: frozenset[int] = frozenset()
) -> Figure:
    """Choose what to show of one document: its passages, and upwards what rests on them.

    Cards of claims tell the verdict without the document where that differs.

    Args:
        material: The argument and its verdicts.
        name: Id of a source or of evidence, or the name of a document.
        limit: Most records to show.
        but: Passages and claims, by number, that another sheet shows.

    Raises:
        UnknownIdError: If there is no such document.
    """
    project, graph, judgement = material.project, material.graph, material.judgement
    keys = passages_of(material, name)
    lost = replace(judgement.audience, without=judgement.audience.without | set(keys))
    without = judge(project, lost, judgement)
    sketch = Sketch(material, [(WITHOUT, without)])
    passages = sorted((graph.index[key] for key in keys), key=lambda node: (-_reach(graph, node), node))
    resting = above(graph, passages)
    _show(sketch, [p for p in passages if p not in but], [c for c in resting if c not in but], limit)
    sketch.overview()
    sketch.through()
    hidden = [p for p in passages if not sketch.has(p) and p not in but]
    if hidden:
        what = "passage" if len(hidden) == 1 else "passages"
        sketch.stub(f"+{len(hidden)} more {what} of it", hides=hidden)
    sketch.rest((c for c in resting if c not in but), " resting on it")
    shown = sum(node < graph.claims for node in sketch.shown)
    before, after = judgement.verdicts, without.verdicts
    turned = sum(before[ref].verdict != after[ref].verdict for ref in (graph.ids[c] for c in resting))
    said = f"{name}: {counted(len(keys), 'passage')}; {counted(len(resting), 'claim')} resting on it"
    if resting:
        said += f", {shown} shown; without it {counted(turned, 'verdict')} would turn"
        if project.settings.thesis in {graph.ids[c] for c in resting}:
            said += "; the thesis rests on it too"
    return sketch.figure("document", f"What rests on {_title(material, name, keys)}", f"{said}.")


def _title(material: Material, name: str, keys: Sequence[str]) -> str:
    """Name the document: by its source, unless it is a document that several sources print."""
    project = material.project
    sources = {project.evidence[key].source for key in keys}
    only = sources.pop() if len(sources) == 1 else None
    source = project.sources.get(name) or project.sources.get(only or "")
    if source is None:
        return name
    title = source.title.rstrip(".")
    return shorten(title if title.startswith(source.short) else f"{source.short}: {title}", 140)


def _reach(graph: ArgumentGraph, passage: int) -> int:
    return len(above(graph, [passage]))


def _show(sketch: Sketch, passages: Sequence[int], resting: Sequence[int], limit: int) -> None:
    """Show a share of the passages, then what rests on those, nearest first, then on the others."""
    shown = passages[: max(1, limit * 2 // 5)]
    for passage in shown:
        sketch.card(passage)
    wanted = set(resting)
    nearest = [c for c in above(sketch.graph, shown) if c in wanted]
    for claim in list(dict.fromkeys([*nearest, *resting]))[: max(1, limit - len(shown))]:
        sketch.card(claim)
