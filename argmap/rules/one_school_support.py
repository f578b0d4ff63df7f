"""Claims for which only one school of scholars is cited."""

from collections.abc import Iterator, Set

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.authorship import authorship
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.support import SEVERAL, asserted, documents, gathered


@project_rule("one-school-support", family="support", severity=Severity.WARNING)
def one_school_support(case: Case) -> Iterator[Finding]:
    """All that supports a claim is the scholarship of one school.

    Scholars of one school share their questions, their sources and often their errors; a rival need
    not grant any of it. Rest the claim on a record, or on somebody outside the school. Looks at
    supported claims without a hedge that the ``author`` of ``argmap.toml`` holds, and that rest on
    more than one document.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [weathers-view, moor-view]}
        evidence:
          weathers-view: {shows: Weathers finds an order., form: scholarship, by: weathers, document: w}
          moor-view: {shows: Moor finds a plan of attack., form: scholarship, by: moor, document: m}
        scholars:
          weathers: {name: Ann Weathers, schools: [orthodox]}
          moor: {name: Anna Moor, schools: [orthodox]}
        schools:
          orthodox: {name: Orthodox}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [weathers-view, order]}
        evidence:
          weathers-view: {shows: Weathers finds an order., form: scholarship, by: weathers, document: w}
          order: {shows: The army is to cross the line., form: record}
        scholars:
          weathers: {name: Ann Weathers, schools: [orthodox]}
        schools:
          orthodox: {name: Orthodox}
    """
    project, authors = case.project, authorship(case)

    fields, claims = case.lists.evidence, case.graph.claims
    of_source: dict[str | None, str] = {
        source: _only(authors.schools_of(source)) for source in set(fields.source) if source
    }
    by_form = zip(fields.form, fields.source, strict=True)
    of_evidence = [of_source.get(s, SEVERAL) if form == "scholarship" else SEVERAL for form, s in by_form]
    for key, item in case.lists.evidence_with("by"):
        if item.form == "scholarship":
            of_evidence[case.graph.index[key] - claims] = _only(authors.schools_behind(item))
    if of_evidence.count(SEVERAL) == len(of_evidence):
        return
    schools = gathered(case, of_evidence)
    for key, claim in asserted(case):
        name = schools.get(key)
        if name and key not in documents(case) and claim.kind != "historiographical":
            yield Finding(
                f"all that supports claim '{key}' is scholarship of one school, '{shown(name)}'",
                project.spot("claims", key, "for"),
                (key, name),
                "rest it on a record, or on somebody outside the school",
            )


def _only(schools: Set[str]) -> str:
    """Give the one school that there is."""
    return next(iter(schools)) if len(schools) == 1 else SEVERAL
