"""RDF as Turtle: CRMinf 1.2, CiTO, PROV-O, HiCO."""

from argmap.exchange.crminf import triples_of
from argmap.exchange.rdf_losses import rdf_loss
from argmap.exchange.registry import Exported, exporter
from argmap.exchange.triples import turtle
from argmap.verdict.judgement import Judgement


@exporter("turtle", "RDF Turtle (CRMinf 1.2, CiTO, PROV-O)", ".ttl")
def write(judgement: Judgement) -> Exported:
    """Write a map as Turtle."""
    return Exported({"": turtle(triples_of(judgement)).encode()}, rdf_loss(judgement.project))
