"""A judgement after an edit: what the edit touches is judged anew, and nothing else.

A reader who keeps a judgement while its project is edited, as a watch or a server does, asks for the next
one with ``rejudge``. The old one stays as it was, so that whoever still reads it is not disturbed: columns
are copied, a few bytes a record, and worked out is only what depends on the records that changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple, cast

from argmap.graph.arguments import MISSING, ArgumentGraph
from argmap.graph.documents import roots_of
from argmap.graph.editing import Moves, dangling, edited, moves, renumbered
from argmap.model.collector import collector_off
from argmap.model.project import Project
from argmap.model.records import Evidence
from argmap.verdict.judgement import MAP_AS_IT_IS, Judgement, Verdict, judge, verdict_of
from argmap.verdict.reading import Grader, Reading, Weighing
from argmap.verdict.weighing import joined, limits


class Rejudgement(NamedTuple):
    """A judgement made from another one."""

    judgement: Judgement
    touched: frozenset[str]
    """Claims that were worked out anew: no other fares differently, nor do the arguments of any other."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """What an edit is about, by id: what changed, and what names something that came or went."""

    claims: frozenset[str]
    evidence: frozenset[str]
    gone: frozenset[int]
    """Nodes that are no more."""
    new: frozenset[str]

    @property
    def same_ids(self) -> bool:
        """Whether nothing came or went."""
        return not self.gone and not self.new


def rejudge(old: Judgement, project: Project, changed: Iterable[str]) -> Rejudgement:
    """Judge a project of which something changed since it was judged.

    The result is that of ``judge(project)``, whatever changed. It takes as long as the claims take that
    depend on the change, with a fraction of a millisecond for every thousand records; some times as
    much where claims or evidence come or go. The first time for a project, tables are made that later
    times use again; ``rejudge(judgement, judgement.project, ())`` makes them beforehand.

    Args:
        old: The judgement before. What other audiences say follows from the new one, with
            ``judge(project, audience, known=...)``; given one before another audience, all is judged anew.
        project: The project now; like the one before it in order of id.
        changed: Ids of the claims, evidence and sources that were added, taken away or written anew;
            other records have no part in verdicts.
    """
    ids = frozenset(changed)
    if old.audience != MAP_AS_IT_IS or _is_other(old.project, project, ids):
        return Rejudgement(judge(project, old.audience), frozenset(project.claims))
    ids = frozenset(key for key in ids if _matters(old.project, project, key))
    if not ids and "dangling" in vars(old):
        judgement = Judgement(project, old.audience, old.fixpoint, old.verdicts)
        vars(judgement)["dangling"] = old.dangling
        return Rejudgement(judgement, frozenset())
    with collector_off():
        edit = _edit(old, project, ids)
        moved = None if edit.same_ids else moves(old.reading.graph, project, edit.gone, edit.new)
        graph, reading, reweighed = _read(old.reading, project, edit, moved)
        bounds = old.fixpoint.after(reading, moved, [graph.index[key] for key in sorted(edit.evidence)])
        verdicts = (
            dict(old.verdicts)
            if edit.same_ids
            else cast(
                dict[str, Verdict],
                dict(zip(project.claims, map(old.verdicts.get, project.claims), strict=True)),
            )
        )
        touched = []
        for claim, outcome in bounds.work_out_again(reweighed):
            key = graph.ids[claim]
            touched.append(key)
            verdicts[key] = verdict_of(reading, claim, None, outcome, key)
    judgement = Judgement(project, old.audience, bounds, verdicts)
    vars(judgement)["dangling"] = _dangling_now(old, project, edit, ids)  # else found among all records
    return Rejudgement(judgement, frozenset(touched))


def _matters(before: Project, project: Project, key: str) -> bool:
    """Tell whether something of a claim or of evidence changed that has to do with verdicts."""
    old, new = before.claims.get(key), project.claims.get(key)
    was, now = before.evidence.get(key), project.evidence.get(key)
    if (old is None) != (new is None) or (was is None) != (now is None):
        return True
    if old is not None and new is not None and old is not new:
        sides = (old.standard, old.when, old.pro, old.con)
        if sides != (new.standard, new.when, new.pro, new.con):
            return True
    return was is not now and _recorded(was) != _recorded(now)


def _recorded(item: Evidence | None) -> tuple[object, ...]:
    """Give what is recorded of evidence that grades it, names its document or challenges it."""
    if item is None:
        return ()
    grading = (item.form, item.grade, item.authenticity, item.chain, item.witness, item.made)
    return (*grading, item.document, item.source, item.locator, item.by, item.kind, item.challenged_by)


def _is_other(before: Project, project: Project, changed: frozenset[str]) -> bool:
    """Tell whether something changed that may have to do with every verdict."""
    if before.settings.verdicts != project.settings.verdicts:
        return True
    known = (before.sources, project.sources)
    return any(
        len({source.edition_of if source else None for source in (of.get(key) for of in known)}) > 1
        for key in changed
    )


def _edit(old: Judgement, project: Project, changed: frozenset[str]) -> _Edit:
    graph, before = old.reading.graph, old.project
    claims = {key for key in changed if key in project.claims}
    evidence = {key for key in changed if key in project.evidence}
    was = (changed & before.claims.keys(), changed & before.evidence.keys())
    gone = (was[0] - claims) | (was[1] - evidence)
    new = (claims - was[0]) | (evidence - was[1])
    for key in gone:
        node = graph.index[key]
        claims.update(graph.ids[user] for user in graph.users[node])
        evidence.update(graph.ids[item] for item in graph.challenger_of[node])
    for key in new:
        claims.update(old.dangling.get(key, ()))
        evidence.update(old.dangling.get(key, ()))
    return _Edit(
        frozenset(key for key in claims if key in project.claims),
        frozenset(key for key in evidence if key in project.evidence),
        frozenset(graph.index[key] for key in gone),
        frozenset(new),
    )


def _dangling_now(
    old: Judgement, project: Project, edit: _Edit, changed: frozenset[str]
) -> dict[str, frozenset[str]]:
    """Tell which names no claim or evidence answers to now, and who names them."""
    concerned = edit.claims | edit.evidence
    left = {name: by - concerned - changed for name, by in old.dangling.items()}
    for name, by in dangling(project, concerned).items():
        left[name] = left.get(name, frozenset()) | by
    return {name: by for name, by in left.items() if by}


def _read(
    before: Reading, project: Project, edit: _Edit, moved: Moves | None
) -> tuple[ArgumentGraph, Reading, set[int]]:
    """Read an edited project; gives also the claims whose arguments can be worth something else."""
    weighing = before.weighing
    graph = weighing.graph if moved is None else renumbered(weighing.graph, project, moved)
    claims = sorted(graph.index[key] for key in edit.claims)
    evidence = sorted(graph.index[key] for key in edit.evidence)
    graph = edited(graph, project, claims, evidence)
    reweighed = {*claims, *(user for node in evidence for user in graph.users[node])}
    weighed = _weighed(weighing, project, graph, evidence, reweighed, moved)
    absent = bytearray(len(graph.ids))
    for node in weighed.forged:
        absent[node] = 1
    default = project.settings.verdicts.standard
    standards = list(before.standards) if moved is None else _standards(before, graph, moved)
    for number in claims:
        standards[number] = project.claims[graph.ids[number]].standard or default
    nobody: list[int | None] = [None] * graph.claims
    reading = Reading(
        weighed,
        project.settings.verdicts,
        standards,
        nobody,
        nobody,
        bytearray(len(graph.ids)),
        absent,
    )
    return graph, reading, reweighed


def _standards(before: Reading, graph: ArgumentGraph, moved: Moves) -> list[str]:
    known = [*before.standards, before.settings.standard]  # the last for new claims
    return [known[old] for old in moved.before[: graph.claims]]


def _weighed(
    before: Weighing,
    project: Project,
    graph: ArgumentGraph,
    evidence: list[int],
    reweighed: set[int],
    moved: Moves | None,
) -> Weighing:
    """Weigh the arguments of some claims anew, and name the documents of some evidence."""
    if moved is None:
        roots, forged = dict(before.roots), set(before.forged)
    else:
        roots = dict(before.roots)
        if roots.keys() != project.evidence.keys():  # new evidence is named below
            roots = dict(zip(project.evidence, map(roots.get, project.evidence, repeat("")), strict=True))
        forged = {moved.now[node] for node in before.forged} - {MISSING}
    keys = [graph.ids[node] for node in evidence]
    roots.update(zip(keys, roots_of(project, keys), strict=True))
    forged.difference_update(evidence)
    forged.update(graph.index[key] for key in keys if project.evidence[key].authenticity == "forged")
    more = len(graph.premises) - len(before.limit)
    limit, documents = before.limit + [0] * more, before.documents + [""] * more
    grader = Grader(project)
    for number in reweighed:
        arguments = graph.arguments_of(number)
        for a, most in zip(arguments, limits(grader, graph, number), strict=True):
            limit[a] = most
            documents[a] = joined(roots[graph.ids[n]] for n in graph.premises[a] if n >= graph.claims)
    return Weighing(graph, limit, documents, roots, frozenset(forged))
