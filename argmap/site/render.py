"""From an audited and judged project to the files of its site: values in, bytes out."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from argmap.check import Audit
from argmap.model.errors import DrawingError
from argmap.model.vocabulary import GRADE_WORDS
from argmap.site import overview_pages as overviews
from argmap.site.addresses import address, anchor, relative
from argmap.site.catalogue import Catalogue
from argmap.site.claim_page import claim_page, counts
from argmap.site.evidence_page import evidence_years, source_entries
from argmap.site.figures import Picture, of_kind, pictures
from argmap.site.marks import grade_picture, sign_picture, verdict_picture
from argmap.site.school_page import free_scholars, school_entries, stance_groups
from argmap.site.styles import style_sheet
from argmap.verdict.judgement import Judgement

STYLE, SCRIPT = "style.css", "filter.js"

NAVIGATION = (
    ("Map", "index.html"),
    ("Outline", "outline.html"),
    ("Evidence", "evidence/index.html"),
    ("Sources", "sources.html"),
    ("Schools", "schools.html"),
    ("Findings", "findings.html"),
)

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that HTML may not hold, or that only steer a terminal."""


def render_site(audit: Audit, judgement: Judgement) -> dict[str, bytes]:
    """Make every file of the site.

    Args:
        audit: The audit of a project.
        judgement: The verdicts on the same project.

    Returns:
        Address relative to the top of the site to content, sorted; the same bytes for the same
        project.
    """
    catalogue = Catalogue(audit, judgement)
    made = {page: _bytes(text) for page, text in _pages(catalogue)}
    made[STYLE] = _bytes(style_sheet(_own(STYLE)))
    made[SCRIPT] = _bytes(_own(SCRIPT))
    return dict(sorted(made.items()))


def _pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    environment = _environment()
    shared = _shared(catalogue)
    for page, template, values in _contents(catalogue):
        yield page, environment.get_template(template).render(shared, here=page, **values)


def _contents(catalogue: Catalogue) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give each page with its template and what it shows."""
    drawn = pictures(catalogue.judgement)
    yield (
        "index.html",
        "index.html",
        {
            "thesis": overviews.thesis(catalogue),
            "picture": drawn["map", ""],
            "counts": overviews.verdict_counts(catalogue),
            "parts": overviews.part_cards(catalogue),
            "schools": school_entries(catalogue),
            "rules": overviews.rule_sections(catalogue),
        },
    )
    yield (
        "outline.html",
        "outline.html",
        {
            "parts": overviews.part_sections(catalogue),
            "pictures": of_kind(drawn, "parts"),
        },
    )
    yield "evidence/index.html", "evidence.html", {"years": evidence_years(catalogue)}
    yield "sources.html", "sources.html", {"sources": source_entries(catalogue)}
    yield (
        "findings.html",
        "findings.html",
        {"rules": overviews.rule_sections(catalogue), "quiet": overviews.quiet_rules(catalogue)},
    )
    yield (
        "schools.html",
        "schools.html",
        {
            "schools": school_entries(catalogue),
            "scholars": free_scholars(catalogue),
            "groups": stance_groups(catalogue),
            "pictures": of_kind(drawn, "schools"),
        },
    )
    for key in catalogue.project.claims:
        values = {"page": claim_page(catalogue, key), "picture": drawn["claims", key]}
        yield address("claims", key), "claim.html", values


def _shared(catalogue: Catalogue) -> dict[str, Any]:
    """What every page may use."""
    project = catalogue.project
    return {
        "project": project,
        "summary": catalogue.audit.summary,
        "not_checked": catalogue.audit.not_checked,
        "letters": {key: (letter, i) for i, (key, letter) in enumerate(catalogue.letters.items())},
        "navigation": NAVIGATION,
        "style": STYLE,
        "script": SCRIPT,
    }


def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_own),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(to=_to, words=_words, code=_code_spans)
    environment.globals.update(
        verdict_picture=verdict_picture,
        grade_picture=grade_picture,
        sign_picture=sign_picture,
        svg=_svg,
        drawn=lambda picture: isinstance(picture, Picture),
        counts=counts,
        anchor=anchor,
        grade_words=GRADE_WORDS,
    )
    return environment


@pass_context
def _to(context: Context, target: str) -> str:
    """Write an address of the site as seen from the page at hand."""
    return relative(context["here"], target)


def _words(number: int, noun: str, plural: str = "") -> str:
    """Count things.

    Examples:
        >>> _words(1, "claim"), _words(2, "claim"), _words(3, "piece of evidence", "pieces of evidence")
        ('1 claim', '2 claims', '3 pieces of evidence')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def _code_spans(text: str) -> Markup:
    """Set what stands between double backticks of a docstring as code, everything escaped."""
    pieces = text.split("``")
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if i % 2 else Markup.escape(piece)
        for i, piece in enumerate(pieces)
    )


def _svg(picture: Picture | DrawingError) -> Markup:
    """Set a figure in a page as it is: the drawing escaped every text itself."""
    return Markup(picture.svg) if isinstance(picture, Picture) else Markup("")


def _own(name: str) -> str:
    """Read a template or asset that comes with argmap."""
    return (files("argmap.site") / "templates" / name).read_text("utf-8")


def _bytes(text: str) -> bytes:
    """Encode a page; characters that HTML may not hold are left out."""
    return _UNFIT.sub("", text).encode("utf-8", "replace")
