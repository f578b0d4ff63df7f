"""What of a map RDF does not hold."""

from argmap.exchange.dangling import tell_dangling
from argmap.exchange.flatten import tell_losses
from argmap.exchange.loss import LossReport
from argmap.model.project import Project

_TOLD = {"type", "id", "title", "author", "issued", "container-title", "archive", "custom"}
_HOLDS = {
    "claims": ("text", "kind", "part", "section", "when", "held_by", "scholars", "schools", "hedge",
               "standard", "contradicts", "remark"),
    "evidence": ("shows", "source", "locator", "kind", "document", "made", "published", "available", "by",
                 "form", "authenticity", "chain", "witness", "grade", "cited", "challenged_by", "rests_on",
                 "searched", "quote", "remark"),
    "sources": ("type", "title", "authors", "issued", "container", "archive", "listed", "edition_of", "csl"),
    "schools": ("name", "text", "letter", "cite", "remark"),
    "scholars": ("name", "schools", "works", "remark"),
    "events": ("text", "when", "part", "claims", "evidence", "remark"),
    "arguments": ("premises", "because", "scheme", "strength", "weight", "bearing", "tendency", "unless",
                  "answer", "remark"),
    "settings": ("title", "author", "thesis", "manuscripts", "iri_base"),
}  # fmt: skip


def rdf_loss(project: Project) -> LossReport:
    """Tell what a whole map loses as triples."""
    loss = LossReport()
    tell_losses(project, loss, _HOLDS)
    for key, source in project.sources.items():
        more = sorted(set(source.csl or ()) - _TOLD)
        if more:
            loss.drop("source.csl", key, f"fields of the bibliography without a term here: {', '.join(more)}")
    tell_dangling(project, loss, "an IRI that nothing describes")
    return loss
