"""Evidence from a long work, and nothing says where in it."""

from collections.abc import Iterator

from argmap.model.errors import UnreadableError, shown
from argmap.model.finding import Finding, Severity
from argmap.model.project import arguments_of
from argmap.model.records import Evidence
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import NotCheckedError, project_rule

LONG = frozenset(
    "article-journal book chapter classic collection dataset entry-dictionary entry-encyclopedia legislation "
    "legal_case manuscript paper-conference pamphlet periodical report standard thesis".split()
)
"""CSL types of works in which a place must be named to be found."""
FEWEST_LISTED = 3
"""Works that make a list of a note."""


@project_rule("evidence-without-place", family="citations", severity=Severity.NOTE)
def evidence_without_place(case: Case) -> Iterator[Finding]:
    """Evidence comes from a long work, and no place in it is named.

    A reader would have to read the whole book to find what one sentence is said to show. Give the page, or
    the address of the document, under ``locator:``. Looked at is evidence whose source is a book, an
    article, a report or another work of some length; a quotation that is given word for word will do, and
    a report or manuscript that is kept in an archive counts as one document. A scholar's work may be cited
    as a whole for a view that it holds: it is asked for a place where it is given for a factual claim, or
    where the manuscript's text is here and quotes at its note, and never where one note lists three or more
    such works without a place. What one note cites from one work is told once. Not checked where less than
    half of the evidence with a source gives a place.

    Found in::

        evidence:
          guard: {shows: A guard saw shells., source: army-archives-1950, locator: p. 80}
          war-diary: {shows: The order came from Pyongyang., form: record, source: army-archives-1950}
        sources:
          army-archives-1950: {type: book, title: Papers of the Army Archives}

    Not in::

        evidence:
          war-diary: {shows: The order came from Pyongyang., source: army-archives-1950, locator: p. 76}
        sources:
          army-archives-1950: {type: book, title: Papers of the Army Archives}
    """
    project = case.project
    fields = case.lists.evidence
    pairs = zip(project.evidence.items(), fields.locator, strict=True)
    placeless = [each for each, locator in pairs if locator is None]
    shares = case.shares
    if 2 * (shares.sourced - shares.nowhere) < shares.sourced:
        raise NotCheckedError("most of the evidence gives no place in its source")
    together: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for key, item in placeless:
        source = project.sources.get(item.source or "")
        if source is None or source.type not in LONG or item.quote is not None:
            continue
        if (source.csl or {}).get("page") or (source.archive and source.type in ("report", "manuscript")):
            continue
        if item.form == "scholarship" and _cited_as_a_whole(case, key, item):
            continue
        together.setdefault((item.source or "", item.cited[:1] or (key,)), []).append(key)
    for (name, _), every in together.items():
        keys = sorted(every)
        names = "names" if len(keys) == 1 else "name"
        whole = f"'{shown(name)}' ({shown(project.sources[name].short, 40)})"
        yield Finding(
            f"evidence {named(keys)} {names} no place in {whole}",
            project.spot("evidence", keys[0], "source"),
            tuple(keys),
            "give the page, or the address of the document, under 'locator:'",
        )


def _cited_as_a_whole(case: Case, key: str, item: Evidence) -> bool:
    """Whether a scholar's work is one of a list, or is cited for a view that it holds and not quoted."""
    if item.cited and case.once(_lists).issuperset(item.cited):
        return True
    return key not in case.once(_given_for_facts) and case.once(_quoting).isdisjoint(item.cited)


def _lists(case: Case) -> set[str]:
    """Give the notes that list several works of scholars, none with a place."""
    works: dict[str, set[str]] = {}
    for item in case.project.evidence.values():
        if item.form == "scholarship" and item.source and item.locator is None:
            for note in item.cited:
                works.setdefault(note, set()).add(item.source)
    return {note for note, each in works.items() if len(each) >= FEWEST_LISTED}


def _given_for_facts(case: Case) -> set[str]:
    """Give what is said to speak for or against factual claims."""
    claims = (claim for claim in case.project.claims.values() if claim.kind == "factual")
    return {name for claim in claims for _, _, argument in arguments_of(claim) for name in argument.premises}


def _quoting(case: Case) -> set[str]:
    """Give the notes at which a manuscript that is here quotes."""
    try:
        return {each.note for each in case.texts.quoted if each.note is not None}
    except UnreadableError:
        return set()
