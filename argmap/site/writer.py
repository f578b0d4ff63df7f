"""From values to pages: templates, links as the page at hand writes them, long lists cut into pages."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Any
from weakref import proxy

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from argmap.model.vocabulary import GRADE_WORDS
from argmap.site.addresses import Links, address, links_from, page_id, page_number, top
from argmap.site.catalogue import Catalogue
from argmap.site.figure_list import nested_list
from argmap.site.figures import Picture
from argmap.site.marks import grade_picture, share_picture, sign_picture, sprite, verdict_picture
from argmap.site.paging import BUDGET, Section, cut_sections
from argmap.site.views import Live

STYLE = "style.css"
SCRIPTS = ("core.js", "search.js", "preview.js", "filter.js", "fold.js", "figure.js", "keyboard.js")
THEME = "theme.js"

NAVIGATION = (
    ("Map", "index.html"),
    ("Outline", "outline.html"),
    ("Evidence", "evidence.html"),
    ("Sources", "sources.html"),
    ("Schools", "schools.html"),
    ("Comparison", "comparison.html"),
    ("Timeline", "timeline.html"),
    ("Findings", "findings.html"),
)

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that HTML may not hold, or that only steer a terminal."""

Made = Iterator[tuple[str, str]]
"""Addresses of pages with their text."""


class _Compiled(BytecodeCache):
    """Templates as they were compiled in this process: they are the same for every project."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template that was compiled before."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class Writer:
    """Writes the pages of one site."""

    def __init__(self, catalogue: Catalogue, *, link: Links | None = None, live: Live | None = None) -> None:
        """Take what the pages share.

        Args:
            catalogue: The audited and judged project.
            link: How every page links, for a site in one file; relatively when None.
            live: What pages have besides, for a site that is served.
        """
        self.catalogue = catalogue
        self.live = live
        self.single = link is not None
        self._link = link
        self._environments: dict[str, Environment] = {}
        self._macros: dict[str, Any] = {}

    def prepare(self) -> None:
        """Compile what most pages are set by, before processes part."""
        for name in ("claim.html", "evidence.html", "source.html", "continued.html"):
            self._environment("claims/").get_template(name)
        self.macros("index.html"), self.macros("claims/")

    def links(self, here: str) -> Links:
        """Give the way links are written on a page."""
        return self._link or links_from(here)

    def macros(self, here: str) -> Any:  # a module of macros
        """Give the macros, with links as the page at hand writes them."""
        way = top(here)
        if way not in self._macros:
            self._macros[way] = self._environment(here).get_template("macros.html").module
        return self._macros[way]

    def rows(self, here: str, macro: str, items: Iterable[Any], *more: object) -> tuple[Markup, ...]:
        """Set each item by a macro."""
        setting = getattr(self.macros(here), macro)
        return tuple(setting(item, *more) for item in items)

    def record(self, here: str, template: str, sections: Sequence[Section], **values: Any) -> Made:
        """Write the page of a record, and further pages where its sections are long."""
        pages = [list(sections)] if self.single else cut_sections(sections, BUDGET)
        for number, shown in enumerate(pages, 1):
            name = template if number == 1 else "continued.html"
            yield (
                page_number(here, number),
                self.page(
                    page_number(here, number),
                    name,
                    sections=[section for section in shown if section.shown],
                    pages=[page_number(here, n) for n in range(1, len(pages) + 1)],
                    number=number,
                    **values,
                ),
            )

    def page(self, here: str, template: str, **values: Any) -> str:
        """Write one page."""
        shared = {"here": here, "ns": f"{page_id(here)}." if self.single else "", "single": self.single}
        return self._environment(here).get_template(template).render(shared | values)

    def _environment(self, here: str) -> Environment:
        way = top(here)
        if way not in self._environments:
            self._environments[way] = self._made(self.links(here), way)
        return self._environments[way]

    def _made(self, links: Links, way: str) -> Environment:
        # templates go in circles, and are not to keep a whole project until a collector finds them
        catalogue, project = proxy(self.catalogue), proxy(self.catalogue.project)
        letters = self.catalogue.letters.items()
        environment = Environment(
            loader=FunctionLoader(template),
            autoescape=True,
            undefined=StrictUndefined,
            bytecode_cache=_COMPILED,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.filters.update(to=_unfolded(links), words=_words, code=_code_spans)
        environment.globals.update(
            project=project,
            summary=catalogue.audit.summary,
            letters={key: (letter, i) for i, (key, letter) in enumerate(letters)},
            navigation=NAVIGATION,
            style=STYLE,
            theme=THEME,
            scripts=SCRIPTS if self.live is None else (*SCRIPTS, self.live.script),
            live=self.live,
            way=way,
            address=address,
            verdict_picture=verdict_picture,
            grade_picture=grade_picture,
            sign_picture=sign_picture,
            share_picture=share_picture,
            sprite=sprite,
            drawn=lambda picture: isinstance(picture, Picture),
            nested=lambda text: nested_list(catalogue, text, links),
            grade_words=GRADE_WORDS,
        )
        return environment


def _unfolded(links: Links) -> Callable[[Context, str], str]:
    """Keep links from being worked out when a template is compiled: what is compiled serves all pages."""

    @pass_context
    def to(_: Context, target: str) -> str:
        return links(target)

    return to


def _words(number: int, noun: str, plural: str = "") -> str:
    """Count things.

    Examples:
        >>> _words(1, "claim"), _words(1200, "claim"), _words(3, "piece of evidence", "pieces of evidence")
        ('1 claim', '1,200 claims', '3 pieces of evidence')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _code_spans(text: str) -> Markup:
    """Set what stands between double backticks of a docstring as code, everything escaped."""
    pieces = text.split("``")
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if i % 2 else Markup.escape(piece)
        for i, piece in enumerate(pieces)
    )


def template(name: str) -> str:
    """Read a template that comes with argmap."""
    return (files("argmap.site") / "templates" / name).read_text("utf-8")


def asset(name: str) -> str:
    """Read a style sheet or script that comes with argmap."""
    return (files("argmap.site") / "assets" / name).read_text("utf-8")


def encoded(text: str) -> bytes:
    """Encode a page; characters that HTML may not hold are left out."""
    return _UNFIT.sub("", text).encode("utf-8", "replace")
