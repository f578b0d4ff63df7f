"""Locators that do not lead to the document."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.model.locator import Locator
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

_NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "russian": (("fond",), ("opis",), ("delo", "papka"), ("list",)),
    "nara": (("record_group",), ("series", "box"), ("box", "folder", "item")),
    "tna": (("series",), ("piece",)),
    "newspaper": (("date",), ("page", "section")),
}
"""Scheme to what an address in it needs: of each group one part."""
_FRUS = (("volume",), ("page", "document"))


@project_rule("incomplete-locator", family="citations", severity=Severity.NOTE)
def incomplete_locator(case: Case) -> Iterator[Finding]:
    """A locator lacks a part that its archive or series needs.

    A file without its leaf, a volume without a page, a newspaper without a page: nobody can call the
    document up, and whether two notes mean one document stays open. Complete it. Asked for are fond, opis,
    delo (or papka) and list of a Russian archive; record group, series (or box) and box (or folder or
    item) of the National Archives; series and piece of The National Archives; volume and page (or document)
    of FRUS, where its year is given; date of a newspaper, and page unless its entry has the article's title.

    Found in::

        evidence:
          war-diary: {shows: The order came from Pyongyang., locator: {fond: 45, opis: 1, delo: 331}}

    Not in::

        evidence:
          war-diary: {shows: The order came., locator: {fond: 45, opis: 1, delo: 331, list: 76}}
    """
    project = case.project
    for path, locator in _locators(case):
        key = path[1]
        item = project.evidence.get(key)
        source = project.sources.get(item.source or "") if item else None
        told = set(source.csl or {}) if source else set()
        if source and source.type == "article-newspaper" and source.container not in (None, source.title):
            told.add("page")  # by its title an article is found on any page
        lacking = _lacking(locator, told)
        if lacking:
            yield Finding(
                f"the locator '{shown(str(locator))}' of '{shown(key)}' lacks {' and '.join(lacking)}",
                project.spot(*path),
                (key,),
                "complete it from the document or its finding aid",
            )


def _locators(case: Case) -> Iterator[tuple[tuple[str, ...], Locator]]:
    """Give every locator that has to be complete, with its record and place."""
    told_years = {key for key, source in case.project.sources.items() if "year" in (source.csl or ())}
    fields = case.lists.evidence
    for key, locator, source in zip(case.project.evidence, fields.locator, fields.source, strict=True):
        if locator is not None and (_is_address(locator) or source in told_years):
            yield ("evidence", key, "locator"), locator
    for key, claim in case.lists.claims_with_stances:
        for kind, stances in (("schools", claim.schools), ("scholars", claim.scholars)):
            for name, stance in stances.items():
                if stance.locator is not None and _is_address(stance.locator):
                    yield ("claims", key, kind, name, "locator"), stance.locator


def _is_address(locator: Locator) -> bool:
    """Whether a locator is of a scheme that asks for parts; a volume of papers begins with its year."""
    if locator.scheme == "frus":
        return bool(locator.parts) and locator.parts[0][0] == "year"
    return locator.scheme in _NEEDED


def _lacking(locator: Locator, told: set[str]) -> list[str]:
    """Name the parts that neither a locator gives nor the entry of its source."""
    given = {part for part, value in locator.parts if value.strip()} | told
    if locator.scheme == "frus":
        # volume and page alone may be of any work in volumes
        return _without(given, _FRUS if "year" in given else ())
    return _without(given, _NEEDED.get(locator.scheme, ()))


def _without(given: set[str], needed: tuple[tuple[str, ...], ...]) -> list[str]:
    """Name the groups of parts of which none is given."""
    return [" or ".join(group).replace("_", " ") for group in needed if given.isdisjoint(group)]
