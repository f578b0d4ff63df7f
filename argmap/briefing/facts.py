"""The facts of an audit report, worked out from the map, its findings and its comparison."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from argmap.check import Audit, NotChecked
from argmap.compare.comparison import Comparison, compare
from argmap.model.edtf import parse_edtf
from argmap.model.finding import Finding
from argmap.model.project import Project, arguments_of
from argmap.verdict.audience import Audience
from argmap.verdict.explain import explain
from argmap.verdict.explanation import sentences
from argmap.verdict.judgement import Judgement, Verdict, judge
from argmap.verdict.statistics import Statistics, statistics

MOST_CITED = 15
"""Sources whose withdrawal is tried, besides the archives."""
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
    """What would fall if a source or an archive were withdrawn."""

    name: str
    evidence: int
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
    archives: tuple[Dependence, ...]
    sources: tuple[Dependence, ...]
    findings: dict[str, tuple[Finding, ...]]
    """By rule."""
    comparison: Comparison
    oddities: tuple[Oddity, ...]
    not_checked: tuple[NotChecked, ...]

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
    words = Counter(verdict.verdict for verdict in judgement.verdicts.values())
    return AuditFacts(
        project=project,
        statistics=statistics(judgement),
        release=release,
        main=tuple(_main(judgement, before, key) for key in main),
        weakest=tuple(_weakest(judgement, above)),
        unsupported=words["unsupported"],
        archives=tuple(_by_archive(judgement, main)),
        sources=tuple(_by_source(judgement, main)),
        findings={rule: tuple(found) for rule, found in sorted(findings.items())},
        comparison=compare(project, (), judgement),
        oddities=tuple(_oddities(project)),
        not_checked=audit.not_checked,
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


def _by_archive(judgement: Judgement, main: Iterable[str]) -> list[Dependence]:
    project = judgement.project
    names: Counter[str] = Counter()
    for item in project.evidence.values():
        source = project.sources.get(item.source or "")
        if source is not None and source.archive:
            names[source.archive] += 1
    return _ranked(_withdrawn(judgement, name, count, main) for name, count in names.items())


def _by_source(judgement: Judgement, main: Iterable[str]) -> list[Dependence]:
    project = judgement.project
    cited = Counter(item.source for item in project.evidence.values() if item.source in project.sources)
    chosen = sorted(cited.items(), key=lambda pair: (-pair[1], pair[0] or ""))[:MOST_CITED]
    return _ranked(_withdrawn(judgement, key, count, main) for key, count in chosen if key)


def _ranked(found: Iterable[Dependence]) -> list[Dependence]:
    return sorted(found, key=lambda d: (-len(d.main), -len(d.turned), -d.evidence, d.name))


def _withdrawn(judgement: Judgement, name: str, count: int, main: Iterable[str]) -> Dependence:
    without = judge(judgement.project, Audience(without=frozenset({name})), judgement)
    turned = [key for key, verdict in judgement.verdicts.items() if without[key].verdict != verdict.verdict]
    mains = tuple(key for key in main if key in turned)
    rest = tuple(key for key in turned if key not in mains)
    return Dependence(name, count, mains + rest, mains)


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
