"""The first page: the thesis, its figure, and the state of the argument in a few figures."""

from collections import Counter
from dataclasses import dataclass

from argmap.model.errors import DrawingError
from argmap.model.vocabulary import VERDICT_WORDS
from argmap.site.addresses import address
from argmap.site.catalogue import Catalogue
from argmap.site.figures import Picture
from argmap.site.ordering import PartOutline
from argmap.site.rule_page import rule_groups
from argmap.site.school_page import school_line
from argmap.site.views import ClaimLine, Link
from argmap.site.writer import Made, Writer

SHOWN = 5
"""Main claims of a part on the first page."""


@dataclass(frozen=True, slots=True)
class PartCard:
    """A part on the first page."""

    link: Link
    claims: int
    counts: tuple[tuple[str, int], ...]
    mains: tuple[ClaimLine, ...]
    more: int
    """Main claims that are not shown."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure that tells the state of the argument."""

    number: int
    of: int
    said: str
    to: str


def thesis(catalogue: Catalogue) -> ClaimLine | None:
    """Give the root claim that the settings name."""
    key = catalogue.project.settings.thesis
    return catalogue.claim(key) if key is not None and key in catalogue.project.claims else None


def verdict_counts(catalogue: Catalogue, keys: list[str] | None = None) -> tuple[tuple[str, int], ...]:
    """Count claims by verdict, in the order of the vocabulary; words that do not occur are left out."""
    verdicts = catalogue.judgement.verdicts
    found: Counter[str] = Counter(verdicts[key].verdict for key in (verdicts if keys is None else keys))
    return tuple((word, found[word]) for word in VERDICT_WORDS if found[word])


def part_card(catalogue: Catalogue, part: PartOutline, shown: int = SHOWN) -> PartCard:
    """Show a part with its main claims; the thesis has a place of its own."""
    mains = [key for key in part.mains if key != catalogue.project.settings.thesis]
    return PartCard(
        Link(part.title, address("parts", part.part or "")),
        len(part.claims),
        verdict_counts(catalogue, part.claims),
        tuple(catalogue.claim(key) for key in mains[:shown]),
        max(0, len(mains) - shown),
    )


def tiles(catalogue: Catalogue) -> list[Tile]:
    """Tell the state of the argument in a few numbers."""
    verdicts = catalogue.judgement.verdicts
    standing = sum(verdict.verdict == "supported" for verdict in verdicts.values())
    single = sum(
        bool(fragility.losses) and fragility.verdict.verdict == "supported"
        for fragility in catalogue.fragile.values()
    )
    turned = sum(bool(history.turns) for history in catalogue.histories.values())
    objected = [key for key, claim in catalogue.project.claims.items() if claim.con]
    stand = sum(verdicts[key].verdict == "supported" for key in objected)
    found = [
        Tile(standing, len(verdicts), "claims are supported", "outline.html"),
        Tile(single, standing, "of these hang on one single document or passage", "evidence.html"),
        Tile(stand, len(objected), "claims with objections stand against them", "outline.html"),
        Tile(turned, len(verdicts), "verdicts turned when documents were opened", "history.html"),
    ]
    return [tile for tile in found if tile.of]


def write_index(writer: Writer, picture: Picture | DrawingError) -> Made:
    """Write the first page."""
    catalogue = writer.catalogue
    yield (
        "index.html",
        writer.page(
            "index.html",
            "index.html",
            thesis=thesis(catalogue),
            picture=picture,
            counts=verdict_counts(catalogue),
            tiles=tiles(catalogue),
            parts=[part_card(catalogue, part) for part in catalogue.outline],
            schools=[school_line(catalogue, key) for key in catalogue.project.schools],
            rules=rule_groups(catalogue),
        ),
    )


def write_search(writer: Writer) -> Made:
    """Write the page of the search."""
    yield "search.html", writer.page("search.html", "search.html")
