"""Which findings an ignore of the settings is about."""

from fnmatch import fnmatchcase

from argmap.model.finding import Finding
from argmap.model.settings import Ignore
from argmap.rules.registry import listed_rules

NEVER = frozenset(
    {"unreadable-file", "unreadable-record", "bad-settings", "unused-ignore", "unused-baseline"}
)
"""Rules that cannot be ignored in the settings: without what they tell, nothing else can be trusted."""


def ignores(ignore: Ignore, finding: Finding) -> bool:
    """Tell whether an ignore names the rule, the file and the record of a finding."""
    rule = listed_rules().get(finding.rule)
    if finding.rule in NEVER or ignore.rule not in (finding.rule, rule.family if rule else ""):
        return False
    if ignore.files and not any(fnmatchcase(finding.spot.file, pattern) for pattern in ignore.files):
        return False
    return not ignore.records or any(record in finding.subjects for record in ignore.records)
