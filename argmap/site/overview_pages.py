"""The first page, the outline and the page of findings."""

from collections import Counter
from dataclasses import dataclass

from argmap.model.finding import Severity
from argmap.model.vocabulary import VERDICT_WORDS
from argmap.rules.registry import Rule, all_rules
from argmap.site.addresses import address, anchor
from argmap.site.catalogue import Catalogue
from argmap.site.ordering import PartOutline, Row
from argmap.site.views import ClaimLine, FindingView, Link

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
class Token:
    """A piece of a nested list: ``open``, ``item``, ``end`` or ``close``."""

    kind: str
    line: ClaimLine | None = None


@dataclass(frozen=True, slots=True)
class PartSection:
    """A part in the outline."""

    id: str
    anchor: str
    title: str
    claims: int
    counts: tuple[tuple[str, int], ...]
    sections: tuple[tuple[str | None, tuple[Token, ...]], ...]


@dataclass(frozen=True, slots=True)
class RuleSection:
    """A rule with what it found."""

    name: str
    anchor: str
    rule: Rule | None
    """None where a rule is not ours to know any more."""
    severity: str
    findings: tuple[FindingView, ...]

    @property
    def help(self) -> str:
        """What to do about it, where that is the same for all its findings."""
        said = {view.finding.help for view in self.findings}
        return said.pop() if len(said) == 1 else ""


def thesis(catalogue: Catalogue) -> ClaimLine | None:
    """Give the root claim that the settings name."""
    key = catalogue.project.settings.thesis
    return catalogue.claim(key) if key is not None and key in catalogue.project.claims else None


def verdict_counts(catalogue: Catalogue, keys: list[str] | None = None) -> tuple[tuple[str, int], ...]:
    """Count claims by verdict, in the order of the vocabulary; words that do not occur are left out."""
    verdicts = catalogue.judgement.verdicts
    found = Counter(verdicts[key].verdict for key in (verdicts if keys is None else keys))
    return tuple((word, found[word]) for word in VERDICT_WORDS if found[word])  # type: ignore[index]


def part_cards(catalogue: Catalogue) -> tuple[PartCard, ...]:
    """Show each part with its main claims; the thesis has a place of its own."""
    return tuple(_part_card(catalogue, part) for part in catalogue.outline)


def _part_card(catalogue: Catalogue, part: PartOutline) -> PartCard:
    mains = [key for key in part.mains if key != catalogue.project.settings.thesis]
    return PartCard(
        Link(part.title, address("parts", part.part or "")),
        len(part.claims),
        verdict_counts(catalogue, part.claims),
        tuple(catalogue.claim(key) for key in mains[:SHOWN]),
        max(0, len(mains) - SHOWN),
    )


def part_sections(catalogue: Catalogue) -> tuple[PartSection, ...]:
    """Show each part with all its claims, nested."""
    return tuple(
        PartSection(
            part.part or "",
            anchor("parts", part.part or ""),
            part.title,
            len(part.claims),
            verdict_counts(catalogue, part.claims),
            tuple((s.title, _tokens(catalogue, s.rows)) for s in part.sections),
        )
        for part in catalogue.outline
    )


def _tokens(catalogue: Catalogue, rows: tuple[Row, ...]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    level = -1
    for row in rows:
        if row.level > level:
            tokens += [Token("open")]
        else:
            tokens += [Token("end")]
            tokens += [Token("close"), Token("end")] * (level - row.level)
        level = row.level
        tokens.append(Token("item", catalogue.claim(row.claim, row.side)))
    tokens += [Token("end"), Token("close")] * (level + 1)
    return tuple(tokens)


def rule_sections(catalogue: Catalogue) -> tuple[RuleSection, ...]:
    """Group the findings by rule: errors first, then by how many there are."""
    groups: dict[tuple[str, Severity], list[FindingView]] = {}
    for finding in catalogue.audit.findings:
        groups.setdefault((finding.rule, finding.severity), []).append(catalogue.finding(finding))
    rules = all_rules()
    ordered = sorted(groups.items(), key=lambda g: (g[0][1].rank, -len(g[1]), g[0][0]))
    seen: set[str] = set()
    sections = []
    for (name, severity), findings in ordered:
        target = anchor("rules", name) if name not in seen else f"{anchor('rules', name)}_{severity.value}"
        seen.add(name)
        sections.append(RuleSection(name, target, rules.get(name), severity.value, tuple(findings)))
    return tuple(sections)


def quiet_rules(catalogue: Catalogue) -> tuple[Rule, ...]:
    """List the rules of which nothing is reported."""
    found = {finding.rule for finding in catalogue.audit.findings}
    return tuple(rule for name, rule in all_rules().items() if name not in found)
