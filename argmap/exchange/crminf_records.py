"""The records that an argument in CRMinf leans on: sources, people, schools, events, passages."""

from collections.abc import Iterator

from argmap.exchange.iris import iris_of
from argmap.exchange.triples import Literal, Triples, term
from argmap.model.edtf import Edtf
from argmap.model.project import Project
from argmap.model.records import Evidence, Source

EDTF = term("edtf:EDTF")


def text(value: str | None) -> Literal | None:
    """Give a text as a literal; nothing for none."""
    return Literal(value) if value else None


def edtf(value: Edtf | None) -> Literal | None:
    """Give a date as a literal of the Library of Congress's datatype; nothing for none."""
    return Literal(value.text, EDTF) if value is not None else None


class CrminfRecords:
    """Writes what arguments lean on; each thing once."""

    def __init__(self, project: Project) -> None:
        """Begin an empty graph.

        Args:
            project: The map.
        """
        self.project = project
        self.iris = iris_of(project)
        self.graph = Triples()
        author = project.settings.author
        self.actor = self.iris.of("scholar", author) if author else self.iris.of("actor", "author-of-the-map")
        """Who makes the inferences of the map."""

    def the_map(self) -> None:
        """Write the map as a whole, and its author."""
        graph, settings = self.graph, self.project.settings
        graph.type(self.iris.map, "prov:Entity", "crm:E73_Information_Object")
        graph.add(self.iris.map, "dcterms:title", text(settings.title))
        graph.add(self.iris.map, "dcterms:creator", self.actor)
        graph.add(self.iris.map, "prov:wasAttributedTo", self.actor)
        graph.add(self.iris.map, "dcterms:source", *map(text, settings.manuscripts))
        if settings.thesis is not None:
            graph.add(self.iris.map, "am:thesis", self.iris.of("claim", settings.thesis))
        if settings.author is None:
            self._actor(self.actor, "Whoever made this map")

    def records(self) -> None:
        """Write sources, schools, scholars and events."""
        for key, source in self.project.sources.items():
            self.source(key, source)
        for key, school in self.project.schools.items():
            iri = self.iris.of("school", key)
            self.graph.type(iri, "crm:E74_Group", "prov:Agent")
            self.graph.add(iri, "rdfs:label", text(school.name))
            self.graph.add(iri, "dcterms:description", text(school.text))
            self.graph.add(iri, "am:letter", text(school.letter))
            self.graph.add(iri, "dcterms:isReferencedBy", *(self.iris.of("source", c) for c in school.cite))
            self.graph.add(iri, "crm:P3_has_note", text(school.remark))
        for key, scholar in self.project.scholars.items():
            iri = self.iris.of("scholar", key)
            self._actor(iri, scholar.name)
            groups = (self.iris.of("school", s) for s in scholar.schools)
            self.graph.add(iri, "crm:P107i_is_current_or_former_member_of", *groups)
            for work in scholar.works:
                self.graph.add(self.iris.of("source", work), "prov:wasAttributedTo", iri)
            self.graph.add(iri, "crm:P3_has_note", text(scholar.remark))
        self._events()

    def _events(self) -> None:
        for key, event in self.project.events.items():
            iri = self.iris.of("event", key)
            self.graph.type(iri, "crm:E5_Event")
            self.graph.add(iri, "rdfs:label", text(event.text))
            self.graph.add(iri, "dcterms:date", edtf(event.when))
            self.graph.add(iri, "am:part", text(event.part))
            self.graph.add(iri, "crm:P3_has_note", text(event.remark))
            for kind, names in (("claim", event.claims), ("evidence", event.evidence)):
                for name in names:
                    self.graph.add(self.iris.of(kind, name), "crm:P129_is_about", iri)

    def source(self, key: str, source: Source) -> None:
        """Write a source."""
        graph, iri = self.graph, self.iris.of("source", key)
        graph.type(iri, "crm:E31_Document", "prov:Entity")
        graph.add(iri, "dcterms:title", text(source.title))
        graph.add(iri, "dcterms:creator", *map(text, source.authors))
        graph.add(iri, "dcterms:issued", edtf(source.issued))
        graph.add(iri, "dcterms:type", text(source.type))
        graph.add(iri, "am:container", text(source.container))
        graph.add(iri, "am:archive", text(source.archive))
        if not source.listed:
            graph.add(iri, "am:listed", text("false"))
        if source.edition_of is not None:
            graph.add(iri, "dcterms:isVersionOf", self.iris.of("source", source.edition_of))
            graph.add(iri, "prov:wasDerivedFrom", self.iris.of("source", source.edition_of))

    def passage(self, key: str, item: Evidence) -> str:
        """Write the passage that a piece of evidence is read from; give its IRI."""
        graph, iri = self.graph, self.iris.of("passage", key)
        graph.type(iri, "crm:E73_Information_Object", "prov:Entity")
        if item.source is not None:
            source = self.iris.of("source", item.source)
            graph.add(iri, "crm:P106i_forms_part_of", source)
            graph.add(iri, "prov:wasQuotedFrom" if item.quote else "prov:hadPrimarySource", source)
        graph.add(iri, "am:locator", text(str(item.locator) if item.locator else None))
        graph.add(iri, "dcterms:type", text(item.kind))
        graph.add(iri, "dcterms:isPartOf", self.iris.of("document", item.document) if item.document else None)
        graph.add(iri, "dcterms:created", edtf(item.made))
        graph.add(iri, "dcterms:issued", edtf(item.published))
        graph.add(iri, "dcterms:available", edtf(item.available))
        graph.add(iri, "dcterms:creator", *map(text, item.by))
        graph.add(iri, "am:chain", text(", ".join(item.chain)))
        for word in ("form", "witness", "grade"):
            graph.add(iri, f"am:{word}", text(getattr(item, word)))
        self._quote(iri, key, item)
        return iri

    def _quote(self, iri: str, key: str, item: Evidence) -> None:
        if item.quote is None:
            return
        selector = self.iris.of("quote", key)
        self.graph.add(iri, "oa:hasSelector", selector)
        self.graph.type(selector, "oa:TextQuoteSelector")
        for word in ("exact", "prefix", "suffix"):
            self.graph.add(selector, f"oa:{word}", text(getattr(item.quote, word)))
        for word in ("digest", "near", "length"):
            value = getattr(item.quote, word)
            self.graph.add(selector, f"am:{word}", text(None if value is None else str(value)))

    def schools_of(self, kind: str, who: str) -> Iterator[str]:
        """Give the school that somebody is, or the schools that a scholar belongs to."""
        if kind == "school":
            yield who
        elif who in self.project.scholars:
            yield from self.project.scholars[who].schools

    def criterion(self, school: str) -> str:
        """Write a school as the criterion of a reading; give its IRI."""
        known = self.project.schools.get(school)
        iri = self.iris.of("criterion", school)
        self.graph.type(iri, "hico:InterpretationCriterion")
        self.graph.add(iri, "rdfs:label", text(known.name if known else school))
        self.graph.add(iri, "dcterms:source", self.iris.of("school", school))
        return iri

    def logic(self, kind: str, word: str) -> str:
        """Write a scheme or a proof standard as an inference logic; give its IRI."""
        iri = self.iris.of(kind, word)
        self.graph.type(iri, "crminf:I3_Inference_Logic")
        self.graph.add(iri, "rdfs:label", text(word if word != "unnamed" else "scheme not named"))
        return iri

    def word(self, kind: str, word: str) -> str:
        """Write a word of a closed list as a thing of a class; give its IRI."""
        iri = self.iris.of(kind.partition(":")[2].replace("I6_", "").replace("_", "-").lower(), word)
        self.graph.type(iri, kind)
        self.graph.add(iri, "rdfs:label", text(word))
        return iri

    def _actor(self, iri: str, name: str) -> None:
        self.graph.type(iri, "crm:E39_Actor", "prov:Agent")
        self.graph.add(iri, "rdfs:label", text(name))
