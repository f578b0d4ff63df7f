"""The page of a rule: what it looks for, why, an example, and what it found."""

from dataclasses import dataclass

from argmap.model.finding import Finding, Severity
from argmap.rules.registry import FAMILIES, Rule, all_rules
from argmap.site.addresses import address
from argmap.site.catalogue import Catalogue
from argmap.site.paging import Section
from argmap.site.views import FindingView, Link
from argmap.site.writer import Made, Writer


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """A rule with what it found."""

    name: str
    link: Link
    rule: Rule | None
    """None where a rule is not ours to know any more."""
    severity: str
    """The gravest of its findings; its own where there is none."""
    findings: tuple[Finding, ...]

    def views(self, catalogue: Catalogue) -> list[FindingView]:
        """Show its findings."""
        return [catalogue.finding(finding) for finding in self.findings]


def rule_groups(catalogue: Catalogue) -> list[RuleGroup]:
    """Group the findings by rule: the gravest first, then by how many there are."""
    groups: dict[str, list[Finding]] = {}
    for finding in catalogue.audit.findings:
        groups.setdefault(finding.rule, []).append(finding)
    found = [_group(name, findings) for name, findings in groups.items()]
    return sorted(found, key=lambda g: (Severity(g.severity).rank, -len(g.findings), g.name))


def quiet_rules(catalogue: Catalogue) -> list[RuleGroup]:
    """List the rules of which nothing is reported."""
    found = {finding.rule for finding in catalogue.audit.findings}
    return [_group(name, []) for name in all_rules() if name not in found]


def _group(name: str, findings: list[Finding]) -> RuleGroup:
    rule = all_rules().get(name)
    severities = {finding.severity for finding in findings} or {rule.severity if rule else Severity.NOTE}
    severity = min(severities, key=lambda s: s.rank)
    ordered = sorted(findings, key=lambda f: f.severity.rank)
    return RuleGroup(name, Link(name, address("rules", name)), rule, severity.value, tuple(ordered))


def write_rule(writer: Writer, group: RuleGroup) -> Made:
    """Write the page of a rule."""
    here = address("rules", group.name)
    sections = [
        Section(
            "findings",
            "What it found",
            writer.rows(here, "finding", group.views(writer.catalogue)),
            "findings",
            empty="Nothing.",
        )
    ]
    rule = group.rule
    yield from writer.record(
        here,
        "rule.html",
        sections,
        title=group.name,
        group=group,
        family=FAMILIES.get(rule.family, "") if rule else "",
        found_in=rule.example("Found in") if rule else "",
        not_in=rule.example("Not in") if rule else "",
    )
