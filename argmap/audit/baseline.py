"""The baseline: how many findings of each rule a file may have, so that an old map fails on what is new."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from argmap.audit.result import Held, Reason
from argmap.model.errors import ArgmapError, UnreadableError, shown
from argmap.model.finding import Finding
from argmap.rules.found import Counts
from argmap.rules.ignoring import NEVER


def read_baseline(file: Path) -> Counts:
    """Read a baseline.

    Raises:
        UnreadableError: If the file cannot be read.
        ArgmapError: If it is no baseline.
    """
    import json

    name = shown(str(file))
    try:
        raw: Any = json.loads(file.read_bytes())
    except OSError as error:
        raise UnreadableError(f"the baseline '{name}' cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise ArgmapError(f"the baseline '{name}' is not JSON: {error}") from error
    counts = raw.get("counts") if isinstance(raw, dict) else None
    if not isinstance(counts, dict) or not all(_are_counts(rules) for rules in counts.values()):
        raise ArgmapError(f"'{name}' is no baseline: it has no counts by file and rule")
    return counts


def _are_counts(rules: object) -> bool:
    return isinstance(rules, dict) and all(
        isinstance(count, int) and not isinstance(count, bool) and count >= 0 for count in rules.values()
    )


def counts_of(findings: Iterable[Finding]) -> dict[str, dict[str, int]]:
    """Count findings by file and rule, both in order; what tells of unreadable input is never allowed."""
    found = Counter((f.spot.file, f.rule) for f in findings if f.rule not in NEVER)
    counts: dict[str, dict[str, int]] = {}
    for (file, rule), count in sorted(found.items()):
        counts.setdefault(file, {})[rule] = count
    return counts


def pruned(allowed: Counts, there: Counts) -> dict[str, dict[str, int]]:
    """Lower what a baseline allows to what there still is; never allow more."""
    left = {
        file: {rule: min(count, there.get(file, {}).get(rule, 0)) for rule, count in sorted(rules.items())}
        for file, rules in sorted(allowed.items())
    }
    kept = {file: {rule: n for rule, n in rules.items() if n} for file, rules in left.items()}
    return {file: rules for file, rules in kept.items() if rules}


def baseline_text(counts: Counts) -> str:
    """Write a baseline."""
    import json

    return json.dumps({"counts": counts}, ensure_ascii=False, indent=2) + "\n"


def beyond(findings: Sequence[Finding], allowed: Counts, name: str) -> tuple[list[Finding], list[Held]]:
    """Hold back what a baseline allows; where there are more than it allows, all of them are shown.

    Args:
        findings: What was found.
        allowed: The baseline.
        name: What to call it.
    """
    there = Counter((finding.spot.file, finding.rule) for finding in findings)
    left: list[Finding] = []
    held: list[Held] = []
    for finding in findings:
        file, rule = finding.spot.file, finding.rule
        if rule not in NEVER and there[file, rule] <= allowed.get(file, {}).get(rule, 0):
            held.append(Held(finding, Reason.BASELINE, name))
        else:
            left.append(finding)
    return left, held
