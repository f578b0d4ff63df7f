"""The facts of an audit report, worked out from the map, its findings and its comparison."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.check import Audit, NotChecked
from argmap.compare.comparison import Comparison, compare
from argmap.model.edtf import parse_edtf
from argmap.model.finding import Finding
from argmap.model.project import Project, arguments_of
from argmap.model.reviewing import review_statuses
from argmap.rules.registry import all_rules
from argmap.verdict.audience import Audience
from argmap.verdict.explain import explain
from argmap.verdict.explanation import sentences
from argmap.verdict.fragility import FragileMap, Fragility
from argmap.verdict.holdings import Holder, holdings
from argmap.verdict.judgement import Judgement, Verdict, judge
from argmap.verdict.statistics import Statistics, statistics

MOST_LISTED = 15
"""Sources, and pieces of evidence, on which most hangs that are listed."""
WEAKEST = 30
"""Claims listed as least supported."""


@dataclass(frozen=True, slots=True)
class MainClaim:
    """One of the claims that matter most."""

    claim: str
    text: str
    part: str
    verdict: Verdict
    before: Verdict | None
    """Before the release that most evidence came with."""
    reason: str
    """What decided it, in a sentence or two."""


@dataclass(frozen=True, slots=True)
class WeakClaim:
    """A claim that carries others and is itself poorly supported."""

    claim: str
    text: str
    part: str
    verdict: Verdict
    above: int
    """How many claims rest on it, directly or through others."""


@dataclass(frozen=True, slots=True)
class Dependence:
    """What would fall if a piece of evidence, a source or an archive were withdrawn."""

    name: str
    """An id, or the name of an archive."""
    told: str
    """What it is, in words; empty where the name says it."""
    evidence: int
    """Pieces of evidence that go with it."""
    turned: tuple[str, ...]
    """Claims whose verdict would be another, main claims first."""
    main: tuple[str, ...]
    """Main claims among them."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """What the map remarks about a piece of evidence."""

    notes: tuple[str, ...]
    evidence: str
    remark: str


@dataclass(frozen=True)
class AuditFacts:
    """Everything that an audit report tells."""

    project: Project
    statistics: Statistics
    release: int | None
    """Year in which most of the evidence with a date of release became readable."""
    main: tuple[MainClaim, ...]
    weakest: tuple[WeakClaim, ...]
    unsupported: int
    """Claims for which nothing is given, or nothing that is worth anything."""
    hanging: int
    """Claims whose verdict a single piece of evidence turns by its loss."""
    points: tuple[Dependence, ...]
    """Pieces of evidence on which most hangs."""
    sources: tuple[Dependence, ...]
    """Sources on which most hangs."""
    archives: tuple[Dependence, ...]
    findings: dict[str, tuple[Finding, ...]]
    """By rule."""
    comparison: Comparison
    oddities: tuple[Oddity, ...]
    not_checked: tuple[NotChecked, ...]
    off: tuple[str, ...]
    """Rules that were not asked for."""
    reviewed: Mapping[str, int]
    """Claims by how they stand with reviewers other than the author."""

    def of(self, *rules: str) -> list[Finding]:
        """Give the findings of some rules, in their order."""
        return [finding for rule in rules for finding in self.findings.get(rule, ())]


def audit_facts(audit: Audit) -> AuditFacts:
    """Work out the facts of a report.

    Args:
        audit: The audit of the project, with all rules that are on.
    """
    project = audit.project
    judgement = judge(project)
    above = _above(project)
    main = main_claims(project)
    release = _release(project)
    before = judge(project, Audience(as_of=parse_edtf(str(release - 1))), judgement) if release else None
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in audit.findings:
        findings[finding.rule].append(finding)
    points = FragileMap(judgement).single_points()
    words = Counter(verdict.verdict for verdict in judgement.verdicts.values())
    return AuditFacts(
        project=project,
        statistics=statistics(judgement),
        release=release,
        main=tuple(_main(judgement, before, key) for key in main),
        weakest=tuple(_weakest(judgement, above)),
        unsupported=words["unsupported"],
        hanging=sum(bool(each.losses) for each in points.values()),
        points=tuple(_dependences(judgement, "evidence", points, main)[:MOST_LISTED]),
        sources=tuple(_lost(judgement, "source", main)[:MOST_LISTED]),
        archives=tuple(_lost(judgement, "archive", main)),
        findings={rule: tuple(found) for rule, found in sorted(findings.items())},
        comparison=compare(project, (), judgement),
        oddities=tuple(_oddities(project)),
        not_checked=audit.not_checked,
        off=tuple(sorted(all_rules().keys() - set(audit.rules))),
        reviewed=Counter(status.word for status in review_statuses(project).values()),
    )


def main_claims(project: Project) -> list[str]:
    """Choose what matters most: the thesis, what it rests on, and claims with an expected verdict."""
    thesis = project.settings.thesis
    chosen: list[str] = []
    if thesis is not None and thesis in project.claims:
        chosen.append(thesis)
        for argument in project.claims[thesis].pro:
            chosen.extend(p for p in argument.premises if p in project.claims)
    rest = [key for key in project.expectations if key in project.claims and key not in chosen]
    rest.sort(key=lambda key: project.part_order(project.claims[key].part))
    return list(dict.fromkeys([*chosen, *rest]))


def _main(judgement: Judgement, before: Judgement | None, key: str) -> MainClaim:
    claim = judgement.project.claims[key]
    told = explain(judgement, key, 0)
    reason = [s for s in sentences(told) if not s.startswith("Schools:")]
    return MainClaim(
        key,
        claim.text,
        claim.part or "",
        judgement[key],
        before[key] if before else None,
        " ".join(reason),
    )


def _above(project: Project) -> dict[str, int]:
    """Count for each claim how many others rest on it."""
    over: dict[str, set[str]] = defaultdict(set)
    for key, claim in project.claims.items():
        for side, _, argument in arguments_of(claim):
            if side == "for":
                for premise in argument.premises:
                    over[premise].add(key)
    counts = {}
    for key in project.claims:
        seen: set[str] = set()
        open_ = list(over.get(key, ()))
        while open_:
            upper = open_.pop()
            if upper not in seen and upper != key:
                seen.add(upper)
                open_.extend(over.get(upper, ()))
        counts[key] = len(seen)
    return counts


def _weakest(judgement: Judgement, above: dict[str, int]) -> list[WeakClaim]:
    """Choose claims of the author that stand on nothing or little, those that carry most first."""
    project = judgement.project
    author = project.settings.author
    found = []
    for key, claim in project.claims.items():
        verdict = judgement[key]
        weak = verdict.verdict != "supported" or verdict.grade == "weak"
        own = author is None or author in claim.held_by
        if weak and own and above[key] and not claim.con:
            found.append(WeakClaim(key, claim.text, claim.part or "", verdict, above[key]))
    found.sort(key=lambda weak: (-weak.above, weak.verdict.lo, weak.claim))
    return found[:WEAKEST]


def _release(project: Project) -> int | None:
    years = Counter(
        int(str(item.available)[:4])
        for item in project.evidence.values()
        if item.available is not None and str(item.available)[:4].isdigit()
    )
    return -max((count, -year) for year, count in years.items())[1] if years else None


def _lost(judgement: Judgement, by: Holder, main: Sequence[str]) -> list[Dependence]:
    return _dependences(judgement, by, FragileMap(judgement, by).single_points(), main)


def _dependences(
    judgement: Judgement, by: Holder, points: Mapping[str, Fragility], main: Sequence[str]
) -> list[Dependence]:
    """Turn round what claims hang on into what hangs on each thing, that on which most hangs first."""
    project = judgement.project
    hang: dict[str, list[str]] = {}
    for claim, fragility in points.items():
        for point in fragility.single_points:
            hang.setdefault(point, []).append(claim)
    held = holdings(project, by)
    found = []
    for name in held if by == "archive" else hang:
        turned = hang.get(name, [])
        mains = tuple(key for key in main if key in turned)
        rest = tuple(key for key in turned if key not in mains)
        told = {"evidence": _shows, "source": _title}.get(by, _nothing)(project, name)
        found.append(Dependence(name, told, len(held[name]), mains + rest, mains))
    return sorted(found, key=lambda d: (-len(d.main), -len(d.turned), -d.evidence, d.name))


def _shows(project: Project, key: str) -> str:
    return project.evidence[key].shows


def _title(project: Project, key: str) -> str:
    return project.sources[key].title if key in project.sources else ""


def _nothing(project: Project, name: str) -> str:
    return ""


def _oddities(project: Project) -> list[Oddity]:
    found = [
        Oddity(item.cited, key, item.remark)
        for key, item in project.evidence.items()
        if item.remark and item.cited
    ]

    def place(oddity: Oddity) -> tuple[tuple[int, str], int]:
        part, _, number = oddity.notes[0].rpartition(".")
        return project.part_order(part), int("".join(c for c in number if c.isdigit()) or 0)

    return sorted(found, key=place)
