"""A map in the words of CRMinf 1.2, with CiTO, PROV-O and HiCO beside it.

A claim and what a piece of evidence shows are proposition sets (I4). Reading a document is a belief
adoption (I7) from an information object. Each argument is an inference making (I5) that concludes a
belief (I2) of its own, for a belief comes of one argumentation only (J2); the verdict is the belief
that comes of weighing them. What schools and scholars hold are beliefs of theirs.
"""

from argmap.exchange.crminf_records import CrminfRecords, edtf, text
from argmap.exchange.triples import Triples
from argmap.model.project import arguments_of
from argmap.model.records import Argument, Claim, Evidence, Stance
from argmap.verdict.judgement import Judgement

_VALUES = {"holds": "true", "rejects": "false", "qualifies": "qualified"}
_AUTHENTICITY = {
    "verified": "true",
    "accepted": "true",
    "unknown": "unknown",
    "doubted": "unknown",
    "disputed": "unknown",
    "forged": "false",
}


class Crminf(CrminfRecords):
    """Writes a judged map as triples."""

    def __init__(self, judgement: Judgement) -> None:
        """Begin.

        Args:
            judgement: The map.
        """
        super().__init__(judgement.project)
        self.judgement = judgement

    def whole(self) -> None:
        """Write everything."""
        self.the_map()
        self.records()
        for key, item in self.project.evidence.items():
            self.evidence(key, item)
        for key, claim in self.project.claims.items():
            self.claim(key, claim)

    def proposition(self, key: str) -> str:
        """Give the IRI of the proposition set of a claim or piece of evidence."""
        return self.iris.of("evidence" if key in self.project.evidence else "claim", key)

    def belief(self, key: str) -> str:
        """Give the IRI of what the map believes of a claim or piece of evidence."""
        return self.iris.of("belief", key)

    def evidence(self, key: str, item: Evidence) -> None:
        """Write what a document shows, and how it is read."""
        graph, shown = self.graph, self.iris.of("evidence", key)
        passage, adoption, belief = self.passage(key, item), self.iris.of("adoption", key), self.belief(key)
        graph.type(shown, "crminf:I4_Proposition_Set", "prov:Entity")
        graph.add(shown, "rdfs:label", text(item.shows))
        graph.add(shown, "prov:wasDerivedFrom", passage)
        graph.add(shown, "am:cited-in-note", *(text(note) for note in item.cited))
        graph.add(shown, "am:searched", text(item.searched))
        graph.add(shown, "crm:P3_has_note", text(item.remark))
        graph.add(passage, "cito:citesAsEvidence", *(self.iris.of("source", s) for s in item.rests_on))
        for challenger in item.challenged_by:
            graph.add(self.iris.of("claim", challenger), "cito:disputes", shown)
        graph.type(adoption, "crminf:I7_Belief_Adoption", "prov:Activity")
        graph.add(adoption, "crm:P14_carried_out_by", self.actor)
        graph.add(adoption, "crminf:J7_is_based_on_evidence_from", passage)
        graph.add(adoption, "prov:used", passage)
        graph.add(adoption, "crminf:J13_adopted_interpretation", belief)
        graph.type(belief, "crminf:I12_Adopted_Belief")
        graph.add(belief, "crminf:J14_adopted_interpretation_of", passage)
        self._holds(belief, shown, "true")
        if item.authenticity is not None:
            self._authenticity(key, item.authenticity, passage, adoption)

    def _authenticity(self, key: str, word: str, passage: str, adoption: str) -> None:
        graph = self.graph
        belief, statement = self.iris.of("provenance-belief", key), self.iris.of("provenance", key)
        assessment = self.iris.of("provenance-assessment", key)
        graph.type(assessment, "crminf:I15_Provenance_Assessment", "prov:Activity")
        graph.add(assessment, "crm:P14_carried_out_by", self.actor)
        graph.add(assessment, "crminf:J21_concluded_provenance", belief)
        graph.add(adoption, "crminf:J18_assumed_provenance", belief)
        graph.type(belief, "crminf:I14_Provenance_Belief")
        graph.add(belief, "crminf:J19_that", statement)
        graph.add(belief, "am:authenticity", text(word))
        self._holds(belief, statement, _AUTHENTICITY[word])
        graph.type(statement, "crminf:I10_Provenance_Statement")
        graph.add(statement, "rdfs:label", text("The document is what it is taken for."))
        graph.add(statement, "crminf:J20_is_about_the_provenance_of", passage)

    def claim(self, key: str, claim: Claim) -> None:
        """Write a claim with its arguments, its verdict and who holds it."""
        graph, shown = self.graph, self.iris.of("claim", key)
        self.claim_itself(key, claim)
        graph.add(shown, "dcterms:type", text(claim.kind))
        graph.add(shown, "dcterms:temporal", edtf(claim.when))
        graph.add(shown, "am:part", text(claim.part))
        graph.add(shown, "am:section", text(claim.section))
        graph.add(shown, "am:hedge", text(claim.hedge))
        graph.add(shown, "am:contradicts", *(self.iris.of("claim", c) for c in claim.contradicts))
        graph.add(shown, "crm:P3_has_note", text(claim.remark))
        concluded = [self._argument(key, *found) for found in arguments_of(claim)]
        self.verdict(key, concluded)
        for who in claim.held_by:
            self._stance(key, "scholar", who, Stance(stance="holds"))
        for kind, stances in (("scholar", claim.scholars), ("school", claim.schools)):
            for who, stance in stances.items():
                self._stance(key, kind, who, stance)

    def claim_itself(self, key: str, claim: Claim) -> None:
        """Write a claim's words."""
        shown = self.iris.of("claim", key)
        self.graph.type(shown, "crminf:I4_Proposition_Set", "prov:Entity")
        self.graph.add(shown, "rdfs:label", text(claim.text))

    def verdict(self, key: str, premises: list[str]) -> None:
        """Write the weighing of a claim's arguments and the belief that comes of it."""
        graph, weighing, belief = self.graph, self.iris.of("weighing", key), self.belief(key)
        found = self.judgement.verdicts[key]
        standard = self.logic("standard", found.standard)
        graph.type(weighing, "crminf:I5_Inference_Making", "prov:Activity")
        graph.add(weighing, "crm:P14_carried_out_by", self.actor)
        graph.add(weighing, "crminf:J1_used_as_premise", *premises)
        graph.add(weighing, "crminf:J3_applied", standard)
        graph.add(weighing, "crminf:J2_concluded_that", belief)
        graph.type(belief, "crminf:I2_Belief")
        graph.add(belief, "am:verdict", text(found.verdict))
        graph.add(belief, "am:grade", text(found.grade))
        graph.add(belief, "am:granted", text(found.granted))
        value = "true" if found.verdict == "supported" else "unknown"
        self._holds(belief, self.iris.of("claim", key), value)

    def _argument(self, key: str, side: str, number: int, argument: Argument) -> str:
        """Write an argument; give the belief that it concludes."""
        graph = self.graph
        name = (key, side, str(number + 1))
        inference, belief = self.iris.of("argument", *name), self.iris.of("conclusion", *name)
        graph.type(inference, "crminf:I5_Inference_Making", "prov:Activity")
        graph.add(inference, "crm:P14_carried_out_by", self.actor)
        graph.add(inference, "crminf:J3_applied", self.logic("scheme", argument.scheme or "unnamed"))
        graph.add(inference, "crminf:J2_concluded_that", belief)
        graph.add(inference, "am:because", text(argument.because))
        graph.add(inference, "crm:P3_has_note", text(argument.remark))
        for word in ("strength", "bearing", "tendency", "weight"):
            value = getattr(argument, word)
            graph.add(inference, f"am:{word}", text(None if value is None else str(value)))
        link = "cito:supports" if side == "for" else "cito:disputes"
        for premise in argument.premises:
            graph.add(inference, "crminf:J1_used_as_premise", self.belief(premise))
            graph.add(self.proposition(premise), link, self.iris.of("claim", key))
            self._missing(premise)
            self._cited_by(key, premise, side)
        for undercutter in argument.unless:
            graph.add(self.proposition(undercutter), "cito:disputes", inference)
            self._missing(undercutter)
        for answer in argument.answer:
            graph.add(self.proposition(answer), "cito:refutes", inference)
            self._missing(answer)
        graph.type(belief, "crminf:I2_Belief")
        self._holds(belief, self.iris.of("claim", key), "true" if side == "for" else "false")
        return belief

    def _cited_by(self, key: str, premise: str, side: str) -> None:
        item = self.project.evidence.get(premise)
        if item is None or item.source is None:
            return
        claim, source = self.iris.of("claim", key), self.iris.of("source", item.source)
        self.graph.add(claim, "cito:citesAsEvidence" if side == "for" else "cito:cites", source)
        if item.quote is not None:
            self.graph.add(claim, "cito:includesQuotationFrom", source)

    def _stance(self, key: str, kind: str, who: str, stance: Stance) -> None:
        graph = self.graph
        actor, claim = self.iris.of(kind, who), self.iris.of("claim", key)
        if stance.stance == "silent":
            graph.add(actor, "am:silent-on", claim)
            return
        name = (key, kind, who)
        act, belief = self.iris.of("reading", *name), self.iris.of("held", *name)
        graph.type(act, "crminf:I1_Argumentation", "hico:InterpretationAct", "prov:Activity")
        graph.add(act, "crm:P14_carried_out_by", actor)
        graph.add(act, "prov:wasAssociatedWith", actor)
        graph.add(act, "crminf:J2_concluded_that", belief)
        graph.add(act, "hico:hasInterpretationType", self.word("hico:InterpretationType", stance.stance))
        for school in self.schools_of(kind, who):
            graph.add(act, "hico:hasInterpretationCriterion", self.criterion(school))
        for source in stance.cite:
            graph.add(act, "hico:isExtractedFrom", self.iris.of("source", source))
            graph.add(act, "cito:citesAsEvidence", self.iris.of("source", source))
        graph.add(act, "am:locator", text(str(stance.locator) if stance.locator else None))
        graph.add(act, "crm:P3_has_note", text(stance.remark))
        graph.type(belief, "crminf:I2_Belief")
        self._holds(belief, claim, _VALUES[stance.stance])

    def _holds(self, belief: str, proposition: str, value: str) -> None:
        self.graph.add(belief, "crminf:J4_that", proposition)
        self.graph.add(belief, "crminf:J5_holds_to_be", self.word("crminf:I6_Belief_Value", value))

    def _missing(self, key: str) -> None:
        """Give a premise that is not there the shape of a belief, so that nothing dangles."""
        if key in self.project.claims or key in self.project.evidence:
            return
        shown, belief = self.proposition(key), self.belief(key)
        self.graph.type(shown, "crminf:I4_Proposition_Set", "prov:Entity")
        self.graph.add(shown, "rdfs:label", text(key))
        self.graph.type(belief, "crminf:I2_Belief")
        self._holds(belief, shown, "unknown")


def triples_of(judgement: Judgement) -> Triples:
    """Write a whole map as triples."""
    writer = Crminf(judgement)
    writer.whole()
    return writer.graph
