"""The pages of one snapshot, each made when it is asked for first."""

import hashlib
import threading
import time
from collections.abc import Collection, Iterator
from functools import cached_property
from importlib.resources import files

from argmap.model.vocabulary import RECORD_KINDS
from argmap.search.entry import Entry
from argmap.search.index import Hits, Index
from argmap.search.query import Query
from argmap.serve.editors import EditorLink
from argmap.serve.live_catalogue import LiveCatalogue
from argmap.serve.snapshot import Snapshot
from argmap.site.addresses import address, main_page
from argmap.site.entries import entries
from argmap.site.listing import listing_shards
from argmap.site.outline_page import write_outline, write_part
from argmap.site.overview_pages import write_index, write_search
from argmap.site.render import LISTS, Site, assets, figure_of
from argmap.site.rule_page import quiet_rules, rule_groups, write_rule
from argmap.site.school_page import write_school
from argmap.site.search_index import search_files
from argmap.site.views import Live
from argmap.site.writer import Made, Writer, encoded

SCRIPT = "live.js"
"""The script by which an open page follows what is saved."""


class Pages:
    """All pages of a snapshot."""

    def __init__(self, snapshot: Snapshot, link: EditorLink, earlier: "Pages | None" = None) -> None:
        """Take a snapshot.

        Args:
            snapshot: What is known of the project.
            link: Gives the address that opens a finding's place in an editor.
            earlier: The pages before a save; until the project is audited, searches are answered from
                there.
        """
        self.snapshot = snapshot
        self._lock = threading.RLock()
        self._made: dict[str, bytes] = {}
        self._asked = time.monotonic()
        checked = snapshot.is_checked
        sums = earlier.catalogue.sums if earlier and not checked else None
        self.catalogue: LiveCatalogue = LiveCatalogue(
            snapshot.audit, snapshot.judgement, sums, earlier.catalogue if earlier else None
        )
        troubles = tuple(map(self.catalogue.finding, snapshot.troubles))
        live = Live(SCRIPT, link, troubles, snapshot.refusal, checked)
        self._site = Site(Writer(self.catalogue, live=live))
        if earlier is not None:
            self._take_over(earlier)

    def _take_over(self, earlier: "Pages") -> None:
        """Have ready what was asked for before: searches as they were, or all anew after an audit."""
        with earlier._lock:
            searched = earlier.__dict__.get("index") is not None
            shards = {name: data for name, data in earlier._made.items() if name.startswith("search/")}
            sums = earlier.catalogue.sums
        if not self.snapshot.is_checked:
            self._made |= shards
            if searched:
                self.__dict__["index"] = earlier.index
            return
        self.catalogue.work_out(sums)
        if searched or shards:
            self._made |= self._shards()

    def get(self, name: str) -> bytes | None:
        """Give a file of the site; None where there is none of that address.

        Args:
            name: Its address from the top of the site.
        """
        with self._lock:
            if name not in self._made:
                self._made |= self._make(name)
            self._asked = time.monotonic()
            return self._made.get(name)

    def idle(self) -> float:
        """Tell for how many seconds nothing has been asked for; a page that is being made is waited for."""
        with self._lock:
            return time.monotonic() - self._asked

    def tag(self, name: str) -> str:
        """Name what a page says, so that a browser can tell whether it says something new."""
        return hashlib.sha256(self.get(name) or b"").hexdigest()[:24]

    @cached_property
    def index(self) -> Index:
        """What searches are answered from."""
        return Index.of(self._entries)

    @cached_property
    def _entries(self) -> list[Entry]:
        return list(entries(self.catalogue))

    def search(self, query: Query, kinds: Collection[str], limit: int | None) -> Hits:
        """Find records."""
        with self._lock:
            return self.index.search(query, kinds, limit)

    @cached_property
    def _homes(self) -> dict[str, tuple[str, str]]:
        """Address of every record's page to its kind and id."""
        project = self.catalogue.project
        return {address(kind, key): (kind, key) for kind in RECORD_KINDS for key in project.of_kind(kind)}

    def _shards(self) -> dict[str, bytes]:
        return search_files(self._entries)

    def _make(self, name: str) -> dict[str, bytes]:
        """Make a file, and those that come with it."""
        folder, _, rest = name.rpartition("/")
        if folder == "search":
            return self._shards()
        if folder == "rows":
            listed = rest.rpartition("_")[0]
            return listing_shards(self._site.listing(listed)) if listed in LISTS else {}
        if name.endswith(".html"):
            return {at: encoded(text) for at, text in self._pages(name, main_page(name))}
        return {**assets(), SCRIPT: own_script()} if not folder else {}

    def _pages(self, *names: str) -> Made:
        """Write the page of an address, or of the record or list that it is a further page of."""
        for name in names:
            made = dict(self._written(name))
            if made:
                return iter(made.items())
        return iter(())

    def _written(self, name: str) -> Made:
        if "/" not in name:
            return self._overview(name)
        if name in self._homes and not name.startswith("schools/"):
            kind, key = self._homes[name]
            return iter(self._site.texts((kind, (key,))).items())
        return self._gathered(name)

    def _overview(self, name: str) -> Made:
        """Write a page at the top of the site."""
        site, writer = self._site, self._site.writer
        listed = name.removesuffix(".html")
        match listed:
            case "index":
                return write_index(writer, site.drawn([("map", name)])["map", name])
            case "outline":
                return write_outline(writer)
            case "search":
                return write_search(writer)
            case "schools":
                return site.school_list()
            case _:
                return site.list_pages(listed) if listed in LISTS else iter(())

    def _gathered(self, name: str) -> Made:
        """Write the page of a part, a school or a rule."""
        site, catalogue = self._site, self.catalogue
        for part in catalogue.outline:
            if name == address("parts", part.part or ""):
                figure = figure_of(part.part)
                return write_part(site.writer, part, site.drawn([figure])[figure])
        if name in self._homes:
            key = self._homes[name][1]
            spoken = any(school == key for school, _ in catalogue.positions)
            drawn = site.drawn([("schools", key)] if spoken else [])
            return write_school(site.writer, site.scholars, key, drawn.get(("schools", key)))
        return self._rule(name)

    def _rule(self, name: str) -> Iterator[tuple[str, str]]:
        for group in (*rule_groups(self.catalogue), *quiet_rules(self.catalogue)):
            if name == address("rules", group.name):
                yield from write_rule(self._site.writer, group)


def own_script() -> bytes:
    """Give the script by which a page follows what is saved."""
    return (files("argmap.serve") / "assets" / SCRIPT).read_bytes()
