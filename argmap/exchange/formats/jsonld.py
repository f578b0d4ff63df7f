"""RDF as JSON-LD: the triples of Turtle, context inside."""

import json

from argmap.exchange.crminf import triples_of
from argmap.exchange.rdf_losses import rdf_loss
from argmap.exchange.registry import Exported, exporter
from argmap.exchange.triples import json_ld
from argmap.verdict.judgement import Judgement


@exporter("jsonld", "RDF JSON-LD (CRMinf 1.2, CiTO, PROV-O)", ".jsonld")
def write(judgement: Judgement) -> Exported:
    """Write a map as JSON-LD."""
    text = json.dumps(json_ld(triples_of(judgement)), ensure_ascii=False, indent=1) + "\n"
    return Exported({"": text.encode()}, rdf_loss(judgement.project))
