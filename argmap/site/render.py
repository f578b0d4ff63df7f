"""From an audited and judged project to the files of its site: values in, bytes out."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from argmap.check import Audit
from argmap.draw import Material
from argmap.model.errors import DrawingError
from argmap.site import lists
from argmap.site.addresses import address
from argmap.site.catalogue import Catalogue
from argmap.site.claim_page import write_claim
from argmap.site.comparison_page import agreement_table, crux_lines, turning_years
from argmap.site.entries import entries
from argmap.site.evidence_page import write_evidence
from argmap.site.figures import Key, Picture, pictures
from argmap.site.listing import Listing, listing_shards, write_listing
from argmap.site.outline_page import write_event, write_outline, write_part
from argmap.site.overview_pages import write_index, write_search
from argmap.site.rule_page import quiet_rules, rule_groups, write_rule
from argmap.site.scholar_page import Scholars, write_scholar
from argmap.site.school_page import school_line, write_school
from argmap.site.search_index import search_files
from argmap.site.source_page import Sources, write_source
from argmap.site.styles import style_sheet
from argmap.site.workers import Progress, share_out, stage
from argmap.site.writer import SCRIPTS, STYLE, THEME, Made, Writer, asset, encoded
from argmap.verdict.judgement import Judgement

TOGETHER = 150
"""Records whose figures are laid out and whose pages are written in one go."""

LISTS = {
    "evidence": "evidence_list.html",
    "sources": "source_list.html",
    "scholars": "scholar_list.html",
    "findings": "findings.html",
    "timeline": "timeline.html",
    "history": "history.html",
    "comparison": "comparison.html",
}
"""Name of a list to its template."""

Job = tuple[str, tuple[str, ...]]
"""Kind of page and ids."""


def render_site(audit: Audit, judgement: Judgement, progress: Progress | None = None) -> dict[str, bytes]:
    """Make every file of the site.

    Args:
        audit: The audit of a project.
        judgement: The verdicts on the same project.
        progress: Told what is being done and how far it is.

    Returns:
        Address relative to the top of the site to content, sorted; the same bytes for the same
        project.
    """
    site = Site(Writer(Catalogue(audit, judgement)))
    stage(progress, "verdicts over time")
    site.prepare()
    made: dict[str, bytes] = {}
    for part in share_out(site.run, site.jobs(), stage(progress, "pages")):
        made.update(part)
    return dict(sorted(made.items()))


class Site:
    """All that a site is made of, in jobs that may run apart from each other."""

    def __init__(self, writer: Writer, pictured: frozenset[str] | None = None) -> None:
        """Take a writer.

        Args:
            writer: What writes the pages.
            pictured: Claims that have a figure; all when None.
        """
        self.writer = writer
        self.pictured = pictured
        self.catalogue = writer.catalogue
        self._lists: dict[str, Listing] = {}

    @cached_property
    def sources(self) -> Sources:
        """What is taken from each source."""
        return Sources(self.catalogue)

    @cached_property
    def scholars(self) -> Scholars:
        """What each scholar says."""
        return Scholars(self.catalogue)

    @cached_property
    def material(self) -> Material:
        """What figures are drawn from."""
        return Material(self.catalogue.judgement)

    def prepare(self) -> None:
        """Work out what several jobs need, before they part."""
        catalogue = self.catalogue
        catalogue.before, catalogue.comparison, catalogue.histories, catalogue.hanging  # noqa: B018
        catalogue.events, self.sources, self.scholars  # noqa: B018
        catalogue.print_notes()
        self.material.count_all()
        self.writer.prepare()

    def jobs(self) -> list[Job]:
        """Cut the work, the longest pieces first."""
        project = self.catalogue.project
        jobs: list[Job] = [("search", ()), ("overview", ()), ("lists", ())]
        kinds: list[tuple[str, Iterable[str]]] = [
            ("claims", project.claims),
            ("evidence", project.evidence),
            ("sources", project.sources),
            ("scholars", project.scholars),
            ("events", project.events),
        ]
        for kind, keys in kinds:
            listed = list(keys)
            jobs += [
                (kind, tuple(listed[start : start + TOGETHER])) for start in range(0, len(listed), TOGETHER)
            ]
        return jobs

    def run(self, job: Job) -> dict[str, bytes]:
        """Make the files of one job."""
        made = {name: encoded(text) for name, text in self.texts(job).items()}
        if job[0] == "search":
            made |= search_files(entries(self.catalogue))
        elif job[0] == "lists":
            made |= self.shards() | assets()
        return made

    def texts(self, job: Job) -> dict[str, str]:
        """Write the pages of one job."""
        kind, keys = job
        writer = self.writer
        match kind:
            case "search":
                made = write_search(writer)
            case "overview":
                made = self.overview()
            case "lists":
                made = self.listings()
            case "claims":
                made = self.claims(keys)
            case "evidence":
                made = chain.from_iterable(write_evidence(writer, key) for key in keys)
            case "sources":
                made = chain.from_iterable(write_source(writer, self.sources, key) for key in keys)
            case "scholars":
                made = chain.from_iterable(write_scholar(writer, self.scholars, key) for key in keys)
            case _:
                made = chain.from_iterable(write_event(writer, key) for key in keys)
        return dict(made)

    def claims(self, keys: Iterable[str]) -> Made:
        """Write the pages of claims."""
        shown = [key for key in keys if self.pictured is None or key in self.pictured]
        drawn = self.drawn([("claims", key) for key in shown])
        for key in keys:
            yield from write_claim(self.writer, key, drawn.get(("claims", key)))

    def drawn(self, keys: Iterable[Key]) -> dict[Key, Picture | DrawingError]:
        """Draw figures."""
        return pictures(self.material, keys, self.writer.links)

    def overview(self) -> Made:
        """Write the first page, the outline, and the pages of parts, schools and rules."""
        writer, catalogue = self.writer, self.catalogue
        spoken = {school for school, _ in catalogue.positions}
        parts = {part.part: figure_of(part.part) for part in catalogue.outline}
        schools = [("schools", school) for school in catalogue.project.schools if school in spoken]
        drawn = self.drawn([("map", "index.html"), *parts.values(), *schools])
        yield from write_index(writer, drawn["map", "index.html"])
        yield from write_outline(writer)
        for part in catalogue.outline:
            yield from write_part(writer, part, drawn[parts[part.part]])
        for school in catalogue.project.schools:
            yield from write_school(writer, self.scholars, school, drawn.get(("schools", school)))
        for group in (*rule_groups(catalogue), *quiet_rules(catalogue)):
            yield from write_rule(writer, group)

    def listing(self, name: str) -> Listing:
        """Give a list by its name."""
        if name not in self._lists:
            self._lists[name] = self._listing(name)
        return self._lists[name]

    def _listing(self, name: str) -> Listing:
        writer, catalogue = self.writer, self.catalogue
        match name:
            case "evidence":
                return lists.evidence_list(writer)
            case "sources":
                return lists.source_list(writer, self.sources)
            case "scholars":
                return lists.scholar_list(writer, self.scholars)
            case "findings":
                groups = [(group.name, group.views(catalogue)) for group in rule_groups(catalogue)]
                return lists.finding_list(writer, groups)
            case "timeline":
                return lists.date_list(writer)
            case "history":
                return lists.turn_list(writer)
            case _:
                return lists.stance_list(writer)

    def list_pages(self, name: str) -> Made:
        """Write the pages of a list."""
        catalogue, values = self.catalogue, dict[str, object]()
        if name == "findings":
            values["rules"] = rule_groups(catalogue)
            values["quiet"] = quiet_rules(catalogue)
            values["not_checked"] = catalogue.audit.not_checked
        elif name == "comparison":
            values["cruxes"], values["all_cruxes"] = crux_lines(catalogue)
            speaking, values["pairs"] = agreement_table(catalogue)
            values["speaking"] = [(key, catalogue.link(key, "schools")) for key in speaking]
        elif name == "history":
            values["years"] = turning_years(catalogue)
        yield from write_listing(self.writer, self.listing(name), LISTS[name], **values)

    def school_list(self) -> Made:
        """Write the page of all schools."""
        schools = [school_line(self.catalogue, key) for key in self.catalogue.project.schools]
        yield "schools.html", self.writer.page("schools.html", "schools.html", schools=schools)

    def listings(self) -> Made:
        """Write the lists and the page of the schools."""
        for name in LISTS:
            yield from self.list_pages(name)
        yield from self.school_list()

    def shards(self) -> dict[str, bytes]:
        """Give the rows of long lists for the filter."""
        made: dict[str, bytes] = {}
        for name in LISTS:
            made |= listing_shards(self.listing(name))
        return made


def figure_of(part: str | None) -> Key:
    """Name the figure of a part; claims of no part are shown by the whole map."""
    return ("map", address("parts", "")) if part is None else ("parts", part)


def assets() -> dict[str, bytes]:
    """Give the style sheet and the scripts."""
    made = {STYLE: encoded(style_sheet(asset(STYLE)))}
    return made | {name: encoded(asset(name)) for name in _scripts()}


def _scripts() -> Iterator[str]:
    yield THEME
    yield from SCRIPTS
