"""A whole site in one HTML file: every page a section of it, shown by its anchor.

Small sites have all their pages in plain HTML, and need no script. Of larger ones the first page, the
outline and the parts are plain; all others are packed, and a script unpacks each when it is asked for.
"""

import hashlib
import json
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from argmap.check import Audit
from argmap.site.addresses import link_inside, page_id
from argmap.site.catalogue import Catalogue
from argmap.site.entries import entries
from argmap.site.render import Job, Site
from argmap.site.search_index import search_files
from argmap.site.styles import style_sheet
from argmap.site.workers import Progress, share_out, stage
from argmap.site.writer import SCRIPTS, STYLE, THEME, Writer, asset, encoded, template
from argmap.verdict.judgement import Judgement

SMALL = 300
"""Claims, evidence and sources up to which all pages are plain."""
BLOCK = 400_000
"""Bytes of pages that are packed together, about."""

_ONE_PAGE = """
:root:not(.scripted) .page { display: none; }
:root:not(.scripted) :is(.page:target, .page:has(:target)) { display: block; }
:root:not(.scripted) #pages_:not(:has(:target)) > .page.shown { display: block; }
:root.scripted .page:not(.shown) { display: none; }
:root.scripted .unscripted { display: none; }
.rows [data-group] { content-visibility: auto; contain-intrinsic-size: auto 30rem; }
"""
"""Shows the page whose anchor, or an anchor in which, is asked for; the first page otherwise. Groups of
long lists are laid out when they come into view, since lists have one page here."""


@dataclass(frozen=True, slots=True)
class Block:
    """Things packed together."""

    names: tuple[str, ...]
    """Ids of pages, or addresses of shards of the search index."""
    data: str
    """JSON by name, deflated, in base64."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages that one job made."""

    plain: Mapping[str, str]
    """By address."""
    packed: tuple[Block, ...] = ()


def render_single(audit: Audit, judgement: Judgement, progress: Progress | None = None) -> bytes:
    """Make the site as one file.

    Args:
        audit: The audit of a project.
        judgement: The verdicts on the same project.
        progress: Told what is being done and how far it is.

    Returns:
        An HTML page that needs nothing beside it; the same bytes for the same project.
    """
    catalogue = Catalogue(audit, judgement)
    project = catalogue.project
    packs = len(project.claims) + len(project.evidence) + len(project.sources) > SMALL
    site = Site(Writer(catalogue, link=link_inside))
    stage(progress, "verdicts over time")
    site.prepare()
    plain: dict[str, str] = {}
    blocks: list[Block] = []
    for made in share_out(partial(_pages, site, packs), site.jobs(), stage(progress, "pages")):
        plain.update(made.plain)
        blocks += made.packed
    shards = {name: data.decode("utf-8") for name, data in search_files(entries(catalogue)).items()}
    if packs:
        # what a shard hands over, as JSON
        blocks += _packed(
            (name, f"[{text[text.index('(') + 1 : text.rindex(')')]}]") for name, text in shards.items()
        )
        shards = {}
    return encoded("".join(_document(site.writer, plain, blocks, shards.values())))


def _pages(site: Site, packs: bool, job: Job) -> Pages:
    """Write the pages of a job, and pack those that are not plain."""
    texts = site.texts(job)
    plain = {page: text for page, text in texts.items() if not packs or _is_plain(page)}
    rest = ((page_id(page), text) for page, text in texts.items() if page not in plain)
    return Pages(plain, tuple(_packed(rest)))


def _is_plain(page: str) -> bool:
    return page in ("index.html", "outline.html") or page.startswith("parts/")


def _packed(texts: Iterable[tuple[str, str]]) -> Iterator[Block]:
    together: dict[str, str] = {}
    left = BLOCK
    for name, text in texts:
        together[name] = encoded(text).decode("utf-8")
        left -= len(text)
        if left < 0:
            yield Block(tuple(together), _deflated(together))
            together, left = {}, BLOCK
    if together:
        yield Block(tuple(together), _deflated(together))


def _deflated(told: object) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return b64encode(packer.compress(text.encode("utf-8")) + packer.flush()).decode()


def _document(
    writer: Writer, plain: Mapping[str, str], blocks: list[Block], shards: Iterable[str]
) -> Iterator[str]:
    style = style_sheet(asset(STYLE)) + _ONE_PAGE
    theme = asset(THEME)
    core, *others = (asset(name) for name in SCRIPTS)
    scripts = [core, *shards, asset("pages.js"), *others]
    yield writer.page(
        "index.html",
        "single.html",
        style=style,
        first=theme,
        style_hash=_hash(style),
        script_hashes=[_hash(script) for script in (theme, *scripts)],
        packs=bool(blocks),
    )
    for page in sorted(plain, key=lambda page: (page != "index.html", "/" in page, page)):
        shown = " shown" if page == "index.html" else ""
        yield f'<section class="page{shown}" id="{page_id(page)}">\n{plain[page]}</section>\n'
    yield template("single_end.html")
    if blocks:
        names = {name: number for number, block in enumerate(blocks) for name in block.names}
        yield _kept("names", _deflated(names))
        yield from (_kept(str(number), block.data) for number, block in enumerate(blocks))
    for script in scripts:
        yield f"<script>{script}</script>\n"
    yield "</body>\n</html>\n"


def _kept(name: str, data: str) -> str:
    """Keep packed data in the page, as a script of no language."""
    return f'<script type="application/octet-stream" id="packed_{name}">{data}</script>\n'


def _hash(text: str) -> str:
    digest = hashlib.sha256(encoded(text)).digest()
    return f"'sha256-{b64encode(digest).decode()}'"
