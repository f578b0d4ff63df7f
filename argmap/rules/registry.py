"""Where rules register themselves, and where the audit finds them."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Literal

from argmap.model.dataclass import dataclass
from argmap.model.errors import RegistrationError, UnknownNameError
from argmap.model.finding import Finding, Severity
from argmap.model.project import FileRecords, Project
from argmap.rules.case import Case
from argmap.rules.found import Found
from argmap.rules.listing import LISTED, OFF

FileCheck = Callable[[FileRecords], Iterable[Finding]]
ProjectCheck = Callable[[Case], Iterable[Finding]]
FindingCheck = Callable[[Found], Iterable[Finding]]
Scope = Literal["file", "project", "findings"]

FAMILIES: dict[str, str] = {
    "files": "faults of files and references: the map itself is broken",
    "support": "what claims rest on",
    "logic": "circles and contradictions",
    "opposition": "objections and answers",
    "schools": "who holds what, and where that is said",
    "citations": "sources, notes and the bibliography",
    "quotations": "quotations and the words of their sources",
    "chronology": "dates",
    "quantities": "numbers and dates that claims give, and their evidence",
    "wording": "how claims are put",
}
"""Families of rules, and what each is about."""

ENTRY_POINTS = "argmap.rules"


class NotCheckedError(Exception):
    """Raised by a rule that cannot run on this project; its text is the reason."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the audit.

    Its docstring has a first line that names the fault, a paragraph on why it matters and how to
    put it right, and the sections ``Found in::`` and ``Not in::`` with an example each.
    """

    name: str
    family: str
    severity: Severity
    scope: Scope
    on: bool
    """Whether it runs unless ignored."""
    check: Callable[..., Iterable[Finding]]

    @property
    def doc(self) -> str:
        """The whole docstring, cleaned."""
        from inspect import getdoc

        return getdoc(self.check) or ""

    @property
    def title(self) -> str:
        """The first line of the docstring."""
        return self.doc.partition("\n")[0]

    @property
    def reason(self) -> str:
        """The paragraphs between the first line and the examples."""
        return self.doc.partition("\n")[2].partition("Found in::")[0].strip()

    def example(self, kind: Literal["Found in", "Not in"]) -> str:
        """Give the example that the rule finds, or the one it does not."""
        import re
        import textwrap

        found = re.search(rf"^{kind}::\n\n((?:    .*\n?|\n)+)", self.doc, re.MULTILINE)
        return textwrap.dedent(found[1]).strip("\n") + "\n" if found else ""

    def run(self, subject: FileRecords | Case | Found) -> list[Finding]:
        """Run it and stamp its name and severity on what it finds; a finding may be less severe."""
        name, severity, rank = self.name, self.severity, self.severity.rank
        return [
            finding.stamped(name, severity if finding.severity.rank <= rank else finding.severity)
            for finding in self.check(subject)
        ]


@dataclass(frozen=True, slots=True)
class Listed:
    """What is known of a rule before it is loaded."""

    name: str
    family: str
    on: bool


_RULES: dict[str, Rule] = {}
_HOMES = {name: f"argmap.rules.{name.replace('-', '_')}" for names in LISTED.values() for name in names}


def _register(
    name: str, family: str, severity: Severity, scope: Scope, on: bool
) -> Callable[[Callable[..., Iterable[Finding]]], Callable[..., Iterable[Finding]]]:
    def add(check: Callable[..., Iterable[Finding]]) -> Callable[..., Iterable[Finding]]:
        known = _RULES[name].check.__module__ if name in _RULES else _HOMES.get(name)
        if known is not None and known != check.__module__:
            raise RegistrationError(f"two rules are called '{name}'")
        _RULES[name] = Rule(name, family, severity, scope, on, check)
        return check

    return add


def file_rule(
    name: str, *, family: str, severity: Severity = Severity.ERROR, on: bool = True
) -> Callable[[FileCheck], FileCheck]:
    """Register a rule that looks at the records of one file, and at nothing else."""
    return _register(name, family, severity, "file", on)


def project_rule(
    name: str, *, family: str, severity: Severity = Severity.WARNING, on: bool = True
) -> Callable[[ProjectCheck], ProjectCheck]:
    """Register a rule that looks at the whole project.

    What its findings hang on, so that it need not run after every edit, stands in ``argmap.rules.reach``.
    """
    return _register(name, family, severity, "project", on)


def finding_rule(
    name: str, *, family: str, severity: Severity = Severity.WARNING, on: bool = True
) -> Callable[[FindingCheck], FindingCheck]:
    """Register a rule that looks at what the others found."""
    return _register(name, family, severity, "findings", on)


@cache
def all_rules() -> dict[str, Rule]:
    """Load every rule, ours and those of installed plugins, by name.

    Raises:
        RegistrationError: If two rules have one name.
    """
    return {name: _loaded(name) for name in listed_rules()}


@cache
def listed_rules() -> "Mapping[str, Listed | Rule]":
    """Name every rule in its order; of ours, none is loaded for that.

    Raises:
        RegistrationError: If two rules have one name.
    """
    found: dict[str, Listed | Rule] = {
        name: Listed(name, family, name not in OFF) for family, names in LISTED.items() for name in names
    }
    _BROKEN_PLUGINS.extend(_load_plugins())
    found.update((name, rule) for name, rule in _RULES.items() if name not in found)
    families = list(FAMILIES)
    return dict(sorted(found.items(), key=lambda rule: (families.index(rule[1].family), rule[0])))


def _loaded(name: str) -> Rule:
    if name not in _RULES:
        __import__(_HOMES[name])
    return _RULES[name]


_BROKEN_PLUGINS: list[tuple[str, str]] = []


def broken_plugins() -> tuple[tuple[str, str], ...]:
    """Name the plugins that failed to load, with the reason."""
    listed_rules()
    return tuple(_BROKEN_PLUGINS)


def _load_plugins() -> Iterable[tuple[str, str]]:
    from argmap.model.plugins import plugins

    for point in plugins(ENTRY_POINTS):
        before = set(_RULES)
        try:
            point.load()
        except RegistrationError:
            raise
        except Exception as error:  # whatever a plugin does, the others still run
            for name in _RULES.keys() - before - _HOMES.keys():
                del _RULES[name]
            yield point.name, f"{type(error).__name__}: {error}"


def is_own(name: str) -> bool:
    """Tell whether a rule is one of ours, and not of a plugin."""
    return name in _HOMES


def find_rule(name: str) -> Rule:
    """Give the rule of a name.

    Raises:
        UnknownNameError: If there is none; names the nearest.
    """
    rules = listed_rules()
    if name not in rules:
        raise UnknownNameError("rule", name, rules)
    return _loaded(name)


def choose(
    select: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    always: Iterable[str] = (),
) -> list[str]:
    """Choose the rules that run; none is loaded for that.

    Args:
        select: Names or families, several divided by commas; those on by default when None. ``all`` means
            every rule.
        extend_select: Names or families in addition.
        ignore: Names or families left out.
        always: Names that run whatever is left out.

    Returns:
        Their names, in order.

    Raises:
        UnknownNameError: If a name is neither a rule nor a family.
    """
    rules = listed_rules()
    wanted = {n for n, r in rules.items() if r.on} if select is None else _names(select)
    wanted = ((wanted | _names(extend_select)) - _names(ignore)) | set(always)
    return [name for name in rules if name in wanted]


def _names(words: Iterable[str]) -> set[str]:
    rules = listed_rules()
    found: set[str] = set()
    for word in (name.strip() for each in words for name in each.split(",")):
        if word == "all":
            found.update(rules)
        elif word in FAMILIES:
            found.update(name for name, rule in rules.items() if rule.family == word)
        elif word in rules:
            found.add(word)
        else:
            raise UnknownNameError("rule or family", word, (*rules, *FAMILIES, "all"))
    return found


def faults_named(records: FileRecords | Project, name: str) -> list[Finding]:
    """Pick the faults that reading a file, or the project, found under the name of a rule."""
    return [fault for fault in records.faults if fault.rule == name]
