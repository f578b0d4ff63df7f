"""Nanopublications in TriG: one for each claim, unsigned, without trusty URIs."""

from argmap.exchange.crminf import Crminf
from argmap.exchange.crminf_records import text
from argmap.exchange.dangling import tell_dangling
from argmap.exchange.loss import LossReport
from argmap.exchange.partly import tell_partly
from argmap.exchange.registry import Exported, exporter
from argmap.exchange.triples import Triples, trig
from argmap.model.project import arguments_of
from argmap.verdict.judgement import Judgement

_HOLDS = {
    "claims": ("text", "held_by"),
    "evidence": ("shows", "source", "locator"),
    "sources": ("title", "authors", "issued", "listed"),
    "scholars": ("name",),
    "arguments": ("premises",),
    "settings": ("title", "author", "iri_base"),
}


@exporter("nanopub", "Nanopublications (TriG, one a claim)", ".trig")
def write(judgement: Judgement) -> Exported:
    """Write a nanopublication for each claim."""
    graphs = [graph for key in judgement.project.claims for graph in _nanopub(judgement, key)]
    return Exported({"": trig(graphs).encode()}, _loss(judgement))


def _nanopub(judgement: Judgement, key: str) -> list[tuple[str, Triples]]:
    """Give head, assertion, provenance and publication info of one claim."""
    project = judgement.project
    written = Crminf(judgement)
    iris = written.iris
    itself = iris.of("nanopub", key)
    names = [iris.of("nanopub", key, part) for part in ("head", "assertion", "provenance", "pubinfo")]
    head, provenance, info = Triples(), Triples(), Triples()
    head.type(itself, "np:Nanopublication")
    head.add(itself, "np:hasAssertion", names[1])
    head.add(itself, "np:hasProvenance", names[2])
    head.add(itself, "np:hasPublicationInfo", names[3])
    _assertion(written, judgement, key)
    provenance.add(names[1], "prov:wasAttributedTo", written.actor)
    provenance.add(names[1], "prov:wasDerivedFrom", iris.map)
    _grounds(written, judgement, key, names[1], provenance)
    author = project.scholars.get(project.settings.author or "")
    info.add(itself, "dcterms:title", text(project.claims[key].text))
    info.add(itself, "dcterms:isPartOf", iris.map)
    info.add(itself, "prov:wasAttributedTo", written.actor)
    info.add(itself, "dcterms:creator", written.actor)
    info.add(written.actor, "rdfs:label", text(author.name if author else "Whoever made this map"))
    info.add(iris.map, "dcterms:title", text(project.settings.title))
    return list(zip(names, (head, written.graph, provenance, info), strict=True))


def _assertion(written: Crminf, judgement: Judgement, key: str) -> None:
    """State the claim, the verdict on it, and what speaks for and against it."""
    project, iris, graph = judgement.project, written.iris, written.graph
    claim = project.claims[key]
    written.claim_itself(key, claim)
    belief = iris.of("belief", key)
    found = judgement.verdicts[key]
    graph.type(belief, "crminf:I2_Belief")
    graph.add(belief, "crminf:J4_that", iris.of("claim", key))
    value = "true" if found.verdict == "supported" else "unknown"
    graph.add(belief, "crminf:J5_holds_to_be", written.word("crminf:I6_Belief_Value", value))
    graph.add(belief, "am:verdict", text(found.verdict))
    graph.add(belief, "am:grade", text(found.grade))
    for side, _, argument in arguments_of(claim):
        link = "cito:supports" if side == "for" else "cito:disputes"
        for premise in argument.premises:
            graph.add(written.proposition(premise), link, iris.of("claim", key))


def _grounds(written: Crminf, judgement: Judgement, key: str, assertion: str, graph: Triples) -> None:
    """State the evidence and sources that an assertion comes from, and who holds it."""
    project, iris = judgement.project, written.iris
    claim = project.claims[key]
    for _, _, argument in arguments_of(claim):
        for premise in argument.premises:
            item = project.evidence.get(premise)
            if item is None:
                continue
            shown = iris.of("evidence", premise)
            graph.add(assertion, "prov:wasDerivedFrom", shown)
            graph.add(shown, "rdfs:label", text(item.shows))
            graph.add(shown, "am:locator", text(str(item.locator) if item.locator else None))
            if item.source is not None:
                source = iris.of("source", item.source)
                graph.add(shown, "prov:hadPrimarySource", source)
                graph.add(assertion, "cito:citesAsEvidence", source)
                known = project.sources.get(item.source)
                graph.add(source, "dcterms:title", text(known.title if known else None))
                graph.add(source, "dcterms:creator", *map(text, known.authors if known else ()))
                graph.add(
                    source, "dcterms:issued", text(str(known.issued) if known and known.issued else None)
                )
    for who in claim.holders:
        graph.add(iris.of("scholar", who), "am:holds", iris.of("claim", key))
        known_scholar = project.scholars.get(who)
        graph.add(iris.of("scholar", who), "rdfs:label", text(known_scholar.name if known_scholar else None))


def _loss(judgement: Judgement) -> LossReport:
    project = judgement.project
    loss = LossReport()
    arguments = [a for claim in project.claims.values() for _, _, a in arguments_of(claim)]
    read = {p for argument in arguments for p in argument.premises if p in project.evidence}
    cited = {project.evidence[key].source for key in read}
    holders = {who for claim in project.claims.values() for who in claim.holders}
    holders.add(project.settings.author or "")
    left_out = {
        "evidence": dict.fromkeys((k for k in project.evidence if k not in read), "no claim rests on it"),
        "sources": dict.fromkeys((k for k in project.sources if k not in cited), "no evidence is from it"),
        "scholars": dict.fromkeys((k for k in project.scholars if k not in holders), "holds no claim"),
    }
    tell_partly(project, loss, _HOLDS, left_out)
    for key in project.claims:
        loss.change(
            "nanopublication", key, "no trusty URI, no signature and no time of creation: sign it later"
        )
    tell_dangling(project, loss, "an IRI that nothing describes")
    return loss
