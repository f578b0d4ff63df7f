"""Evidence that seems independent and goes back to one work."""

from collections.abc import Iterator

from argmap.graph.documents import root_source
from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.model.records import Evidence
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import asserted_on


@project_rule("shared-ancestor", family="support", severity=Severity.WARNING)
def shared_ancestor(case: Case) -> Iterator[Finding]:
    """Pieces of evidence that seem independent all go back to one work.

    They are known only as one work quotes them (``quoted-in(...)``), or rest on one and the same source
    (``rests_on``): their agreement is one voice, not several. Look for something that reached you by
    another way. Looks at what is put directly to supported claims without a hedge that the ``author`` of
    ``argmap.toml`` holds, where it counts as more than one document.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [weathers-view, moor-view]}
        evidence:
          weathers-view:
            {shows: Weathers finds an order., source: w-1981, form: scholarship, rests_on: memoir}
          moor-view: {shows: Moor finds a plan., source: m-1990, form: scholarship, rests_on: memoir}
        sources:
          memoir: {type: book, title: Memoir of a guard}
          w-1981: {type: book, title: Origins}
          m-1990: {type: book, title: The line}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [weathers-view, moor-view]}
        evidence:
          weathers-view:
            {shows: Weathers finds an order., source: w-1981, form: scholarship, rests_on: memoir}
          moor-view: {shows: Moor finds a plan., source: m-1990, form: scholarship, rests_on: diary}
        sources:
          memoir: {type: book, title: Memoir of a guard}
          diary: {type: book, title: Diary of a priest}
          w-1981: {type: book, title: Origins}
          m-1990: {type: book, title: The line}
    """
    project, graph = case.project, case.graph
    ancestors = _ancestors(case)
    derived = set(ancestors)
    for key, claim, premises in asserted_on(case) if ancestors else ():
        if len(premises) < 2 or not derived.issuperset(premises):
            continue
        shared = sorted(frozenset.intersection(*map(ancestors.__getitem__, premises)))
        if not shared or claim.kind == "historiographical":
            continue
        evidence = list(dict.fromkeys(map(graph.ids.__getitem__, premises)))
        if len({case.documents[name] for name in evidence}) < 2:
            continue
        yield Finding(
            f"all that speaks for claim '{key}' goes back to '{shown(shared[0])}': {named(evidence)}",
            project.spot("claims", key, "for"),
            (key, shared[0], *evidence),
            "look for something that reached you by another way",
            tuple(Related(project.spot("evidence", name), f"evidence '{name}'") for name in evidence),
        )


def _ancestors(case: Case) -> dict[int, frozenset[str]]:
    """Give the works through which evidence came, or from which its maker took it, by its node."""
    project, graph, fields = case.project, case.graph, case.lists.evidence
    roots = {source: frozenset({root_source(project, source)}) for source in set(fields.source) if source}
    pairs = enumerate(zip(fields.form, fields.source, strict=True), graph.claims)
    found = {node: roots[s] for node, (form, s) in pairs if form in ("scholarship", "derived") and s}
    for field in ("rests_on", "chain"):
        for key, item in case.lists.evidence_with(field):
            if ways := _ways(item):
                found[graph.index[key]] = frozenset(root_source(project, work) for work in ways)
    return found


def _ways(item: Evidence) -> list[str]:
    ways = list(item.rests_on)
    if item.chain:
        ways += [link[10:-1] for link in item.chain if link.startswith("quoted-in(")]
    if item.source is not None and item.form in ("scholarship", "derived"):
        ways.append(item.source)
    return ways
