"""The page of a source: how it is cited, what is taken from it, and for which stances it is cited."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from argmap.model.records import Source
from argmap.site.addresses import address
from argmap.site.catalogue import Catalogue
from argmap.site.paging import Section
from argmap.site.views import Link
from argmap.site.writer import Made, Writer

TYPES = {
    "article-journal": "journal article",
    "article-magazine": "magazine article",
    "article-newspaper": "newspaper article",
    "entry-dictionary": "dictionary entry",
    "entry-encyclopedia": "encyclopedia entry",
    "motion_picture": "film",
    "paper-conference": "conference paper",
    "personal_communication": "letter",
    "post-weblog": "blog post",
}
"""Types of CSL that are no plain words."""


def type_words(name: str) -> str:
    """Say a type of CSL in words.

    Examples:
        >>> type_words("article-journal"), type_words("legal_case")
        ('journal article', 'legal case')
    """
    return TYPES.get(name) or name.replace("-", " ").replace("_", " ")


@dataclass(frozen=True, slots=True)
class Taken:
    """Evidence taken from a source."""

    link: Link
    where: str
    """Place in the source."""
    uses: int


class Sources:
    """What the map takes from its sources."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take a project."""
        self.catalogue = catalogue
        self.project = catalogue.project

    @cached_property
    def order(self) -> list[str]:
        """Ids of all sources by their short form."""
        sources = self.project.sources
        return sorted(sources, key=lambda key: (sources[key].short.casefold(), key))

    @cached_property
    def evidence(self) -> dict[str, list[str]]:
        """For a source: the evidence taken from it."""
        found = defaultdict(list)
        for key, item in self.project.evidence.items():
            if item.source:
                found[item.source].append(key)
        return found

    @cached_property
    def authors(self) -> dict[str, list[str]]:
        """For a source: the scholars whose work it is."""
        found = defaultdict(list)
        for key, scholar in self.project.scholars.items():
            for work in scholar.works:
                found[work].append(key)
        return found

    @cached_property
    def cited(self) -> dict[str, dict[str, None]]:
        """For a source: the claims to which it is cited for a stance."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for key, claim in self.project.claims.items():
            for stance in (*claim.schools.values(), *claim.scholars.values()):
                for cite in stance.cite:
                    found[cite][key] = None
        return found

    @cached_property
    def editions(self) -> dict[str, list[str]]:
        """For a source: other editions of it."""
        found = defaultdict(list)
        for key, source in self.project.sources.items():
            if source.edition_of:
                found[source.edition_of].append(key)
        return found


def write_source(writer: Writer, sources: Sources, key: str) -> Made:
    """Write the page of a source."""
    catalogue, here = writer.catalogue, address("sources", key)
    source = catalogue.project.sources[key]
    sections = [
        Section(
            "evidence",
            "Evidence taken from it",
            writer.rows(here, "taken", _taken(catalogue, sources.evidence.get(key, []))),
            empty="" if sources.cited.get(key) else "No evidence is taken from it.",
        ),
        Section(
            "cited",
            "Cited for a stance on",
            writer.rows(here, "line", (catalogue.claim(claim) for claim in sources.cited.get(key, ()))),
            "lines",
        ),
        Section(
            "findings",
            "Findings about it",
            writer.rows(here, "finding", map(catalogue.finding, catalogue.findings.get(key, ()))),
            "findings",
        ),
    ]
    yield from writer.record(
        here,
        "source.html",
        sections,
        title=source.title,
        id=key,
        source=source,
        type=type_words(source.type),
        citation=catalogue.citer.cite(key),
        web=web_address(source),
        edition_of=catalogue.source(source.edition_of) if source.edition_of else None,
        editions=[catalogue.source(other) for other in sources.editions.get(key, ())],
        scholars=[catalogue.link(who, "scholars") for who in sources.authors.get(key, ())],
        file=catalogue.project.files.get(("sources", key), ""),
    )


def _taken(catalogue: Catalogue, keys: list[str]) -> list[Taken]:
    keys = sorted(keys, key=lambda key: catalogue.evidence_place[key])
    found = []
    for key in keys:
        item = catalogue.project.evidence[key]
        where = ", ".join(str(said) for said in (item.locator, item.made) if said)
        found.append(Taken(catalogue.link(key, "evidence"), where, len(catalogue.uses.get(key, ()))))
    return found


def web_address(source: Source) -> str:
    """Give a source's address on the web; only http and https count, whatever the entry says."""
    csl = source.csl or {}
    doi = csl.get("DOI")
    if isinstance(doi, str) and doi.startswith("10."):
        return f"https://doi.org/{doi}"
    url = csl.get("URL")
    return url if isinstance(url, str) and url.lower().startswith(("https://", "http://")) else ""
