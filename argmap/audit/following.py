"""Runs the rules after an edit: each only where it sees the edit, and in full where that cannot be told."""

from collections.abc import Collection, Sequence
from functools import cached_property

from argmap.audit.ledger import Ledger, Reader, TieError, refuse_ties
from argmap.audit.moments import Moment, TooFarError, some_of
from argmap.audit.names import Names, record_of
from argmap.audit.part import Part
from argmap.audit.result import Audit, NotChecked
from argmap.audit.run import Choice, check_file, put_together, with_edits
from argmap.audit.sight import Edited
from argmap.audit.trail import Trail
from argmap.files.positions import Known
from argmap.model.dataclass import dataclass, replace
from argmap.model.finding import Finding
from argmap.model.project import FileRecords, Project
from argmap.model.vocabulary import RECORD_KINDS
from argmap.rules.case import Case
from argmap.rules.hints import COMPARISONS, is_near
from argmap.rules.reach import REACHES, Reach, Sight, Whole
from argmap.rules.registry import NotCheckedError, Rule, broken_plugins, is_own
from argmap.rules.shares import Shares
from argmap.verdict.excerpt import excerpt

LEAST_ROOM, SHARE = 1_000, 0.1
"""Records that may be looked at after an edit, or the share of a project, before it is looked at whole."""

FEWEST = 2
"""Claims without which rules that ask whether there are others may say something else of all."""
_PARTLY = frozenset(Sight) - {Sight.ALWAYS}
"""How far rules see that run on a part of the project."""
_OWN_ON_FINDINGS = frozenset({"unused-ignore", "unused-baseline"})


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since an audit."""

    changed: frozenset[str] = frozenset()
    """Ids of the records that came, went or changed."""
    touched: frozenset[str] = frozenset()
    """Claims that may fare differently."""


class Followed:
    """An audit that the next one can be made from."""

    def __init__(self, case: Case, files: Sequence[FileRecords], chosen: list[Rule], choice: Choice) -> None:
        self._case, self._files, self._chosen, self._choice = case, files, chosen, choice
        self._places: Known = {}
        self._ledger = Ledger(with_edits)
        self._trail = Trail()
        self._reasons: dict[str, str] = {}
        """Rules that could not run, and why."""

    @property
    def _is_plain(self) -> bool:
        """Whether findings are shown as they are found: nothing ignores them or counts them."""
        on_findings = {rule.name for rule in self._chosen if rule.scope == "findings"}
        ignores = self._case.project.settings.ignores
        return not ignores and not self._choice.baseline and on_findings <= _OWN_ON_FINDINGS

    def begin(self, read: Reader) -> Audit:
        """Run every rule.

        Args:
            read: Gives the bytes of the project's files.

        Raises:
            TieError: If the order of two findings depends on which was found first.
        """
        for records in self._files:
            self._ledger.put(_file(records), self._graver(check_file(records, self._chosen)))
        for rule in self._on_projects:
            self._run_whole(rule)
        return self._audit((), read)

    def after(
        self, case: Case, files: Sequence[FileRecords], since: Since, read: Reader
    ) -> "tuple[Followed, Audit] | None":
        """Run the rules that see an edit. This audit cannot be followed a second time.

        Args:
            case: The project now.
            files: Its files, as many as before.
            since: What changed.
            read: Gives the bytes of the files.

        Returns:
            The audit now; None where every rule is to run on everything.
        """
        if not case.texts.are_those_of(self._case.texts) or self._is_far(case.project, since):
            return None
        other = Followed(case, files, self._chosen, self._choice)
        other._ledger, other._reasons, other._places = self._ledger, self._reasons, self._places
        other._trail = self._trail
        try:
            return other, other._audit(other._follow(self, since), read)
        except (TieError, TooFarError):
            return None

    def prepare(self) -> None:
        """Look through all records for what an audit after an edit asks about them, while there is time."""
        getattr(self, "names")  # noqa: B009  # made when first asked for
        if any(self._reach(rule) is Sight.WORDS for rule in self._chosen):
            self._trail.begin(self._case)

    @cached_property
    def names(self) -> Names:
        """Who names what."""
        return Names(self._case.project)

    @property
    def _on_projects(self) -> list[Rule]:
        return [rule for rule in self._chosen if rule.scope == "project"]

    def _is_far(self, now: Project, since: Since) -> bool:
        """Tell whether something changed on which all depends: scholars, schools, editions; or very much."""
        before = self._case.project
        if len(since.changed) > _most(now):
            return True
        if min(len(before.claims), len(now.claims)) < FEWEST:
            return True
        if before.scholars is not now.scholars or before.schools is not now.schools:
            return True
        if before.sources is now.sources:
            return False
        if self._case.texts.declared_manuscripts:
            return True
        for key in since.changed:
            one, other = before.sources.get(key), now.sources.get(key)
            if (one.edition_of if one else None) != (other.edition_of if other else None):
                return True
        return False

    def _follow(self, before: "Followed", since: Since) -> list[str]:
        """Run the rules that see what changed; gives the files that were saved."""
        project, old = self._case.project, before._case.project
        self._case.counted(_shares(before._case, project, since.changed))
        vars(self)["names"] = before.names.after(project, since.changed)
        edited = Edited(
            Moment(old, before._case.judgement, before.names),
            Moment(project, self._case.judgement, self.names),
            since.changed,
            since.touched,
            _most(project),
            _with_other_faults(old, project),
        )
        self._trail.follow(before._case, self._case, edited.changed, edited.most)
        saved = []
        for was, records in zip(before._files, self._files, strict=True):
            if was is not records:
                saved.append(records.file)
                self._ledger.put(_file(records), self._graver(check_file(records, self._chosen)))
        whole = [rule for rule in self._on_projects if self._sees(rule, edited, before._case.shares)]
        partly = [rule for rule in self._on_projects if self._runs_partly(rule)]
        whole += self._run_partly(partly, edited)
        for rule in whole:
            self._run_whole(rule)
        return saved

    def _reach(self, rule: Rule) -> Reach | None:
        """Tell how far a rule sees; None of one that sees everything."""
        if rule.name == "expected-verdict-not-met" and not _has_audiences(self._case.project):
            return Sight.NEAR
        return REACHES.get(rule.name) if is_own(rule.name) else None

    def _runs_partly(self, rule: Rule) -> bool:
        """Tell whether a rule can run on a part of the project."""
        reach = self._reach(rule)
        return isinstance(reach, Sight) and reach in _PARTLY

    def _sees(self, rule: Rule, edited: Edited, before: Shares) -> bool:
        """Tell whether a rule has to run on the whole project."""
        reach = self._reach(rule)
        if isinstance(reach, Whole):
            return _marks_changed(reach, edited, before, self._case.shares)
        return reach is None or reach is Sight.ALWAYS

    def _seen(self, edited: Edited, sight: Sight) -> frozenset[str] | None:
        """Give the records about which rules may find something else; None if that cannot be told."""
        try:
            if sight is Sight.WORDS:
                return self._trail.seen
            seen = edited.seen(sight)
            return seen | self._hinted(edited, seen) if sight is Sight.MISSES else seen
        except TooFarError:
            return None

    def _hinted(self, edited: Edited, seen: frozenset[str]) -> frozenset[str]:
        """Give the records that name what is not there, and something like an id that came or is gone.

        Raises:
            TooFarError: If more is missing than hints are given for, or there is no bibliography.
        """
        changed = edited.new_or_gone
        named = sum(moment.misses(seen) for moment in edited.moments)
        if not changed and not named:
            return frozenset()
        misses = [*self._ledger.found_by({name for name, reach in REACHES.items() if reach is Sight.MISSES})]
        if (len(misses) + named) * _size(self._case.project) > COMPARISONS:
            raise TooFarError
        if (misses or named) and not all(moment.project.sources for moment in edited.moments):
            raise TooFarError
        return frozenset(
            _home(each) for each in misses if any(is_near(each.subjects[-1], key) for key in changed)
        )

    def _run_partly(self, rules: list[Rule], edited: Edited) -> list[Rule]:
        """Run rules on the part of the project where they see an edit; gives those that this is not for."""
        sights = {rule.name: sight for rule in rules if isinstance(sight := self._reach(rule), Sight)}
        seen = {
            sight: keys for sight in set(sights.values()) if (keys := self._seen(edited, sight)) is not None
        }
        part = Part(edited.new, edited.most)
        for sight in sorted(seen.keys() - {Sight.MISSES, Sight.WORDS}, key=lambda sight: sight.value):
            part.see(sight, seen[sight])
        case = self._case_of(part.project())
        missing = self._case_of(some_of(self._case.project, seen.get(Sight.MISSES, frozenset())))
        cases = {Sight.MISSES: missing, Sight.WORDS: self._trail.case or case}
        found: dict[str, list[Finding]] = {}
        left: list[Rule] = []
        for rule in rules:
            about = seen.get(sights[rule.name])
            new = self._findings_of(rule, cases.get(sights[rule.name], case)) if about else []
            if about is None or new is None:
                left.append(rule)
                continue
            for finding in new:
                if (home := _home(finding)) in about or not home:
                    found.setdefault(home, []).append(finding)
        ran = {name for name, sight in sights.items() if seen.get(sight)} - {rule.name for rule in left}
        for home in {"", *found}.union(*seen.values()):
            here = {name for name in ran if not home or home in seen[sights[name]]}
            self._ledger.put_home(home, here, found.get(home, ()))
        return left

    def _findings_of(self, rule: Rule, case: Case) -> list[Finding] | None:
        """Run a rule on a part of the project; None if it can run now and could not before, or conversely."""
        try:
            found, reason = self._graver(rule.run(case)), None
        except NotCheckedError as error:
            found, reason = [], str(error)
        return found if reason == self._reasons.get(rule.name) else None

    def _case_of(self, part: Project) -> Case:
        case = Case(part, self._case.texts)
        case.judged(excerpt(self._case.judgement, part))
        case.within(self._case.project, self._case.shares)
        return case

    def _run_whole(self, rule: Rule) -> None:
        """Run a rule on the whole project."""
        self._reasons.pop(rule.name, None)
        found: list[Finding] = []
        try:
            found = self._graver(rule.run(self._case))
        except NotCheckedError as error:
            self._reasons[rule.name] = str(error)
        if self._runs_partly(rule):
            self._ledger.put_rule(rule.name, ((_home(finding), finding) for finding in found))
        else:
            self._ledger.put(rule.name, found)

    def _graver(self, found: list[Finding]) -> list[Finding]:
        """Give findings the severity that the settings want."""
        changes = self._case.project.settings.rules.severity
        if not changes:
            return found
        return [replace(each, severity=changes.get(each.rule, each.severity)) for each in found]

    def _audit(self, saved: Collection[str], read: Reader) -> Audit:
        """Put everything in order.

        Raises:
            TieError: If the order of two findings depends on which was found first.
        """
        plugins = (NotChecked(name, f"the plugin failed: {why}") for name, why in broken_plugins())
        reasons = self._reasons
        rules = (NotChecked(rule.name, reasons[rule.name]) for rule in self._chosen if rule.name in reasons)
        not_checked = [*plugins, *rules]
        names = tuple(rule.name for rule in self._chosen)
        if self._is_plain:
            self._ledger.settle(saved, read)
            ledger = self._ledger
            return Audit(self._case.project, ledger.findings, tuple(not_checked), names, ledger.held)
        for file in saved:
            self._places.pop(file, None)
        found = self._ledger.as_found([*map(_file, self._files), *names])
        audit = put_together(
            self._case, names, self._chosen, found, not_checked, self._choice, read, self._places
        )
        refuse_ties(audit.findings)
        refuse_ties([each.finding for each in audit.held])
        return audit


def _file(records: FileRecords) -> str:
    """Name what was found in a file, unlike any rule."""
    return f"\0file {records.file}"


def _home(finding: Finding) -> str:
    """Give the id of the record where a finding stands; nothing for one in the settings or a text."""
    path = finding.spot.path
    return str(path[1]) if len(path) > 1 and path[0] in _WITH_IDS else ""


_WITH_IDS = frozenset({*RECORD_KINDS, "expect"})


def _size(project: Project) -> int:
    return sum(len(project.of_kind(kind)) for kind in RECORD_KINDS)


def _most(project: Project) -> int:
    """Tell how many records may be looked at after an edit."""
    return max(LEAST_ROOM, int(SHARE * _size(project)))


def _has_audiences(project: Project) -> bool:
    return any(
        e.school is not None or e.as_of is not None for each in project.expectations.values() for e in each
    )


def _with_other_faults(before: Project, now: Project) -> frozenset[str]:
    """Give what faults of reading are about that were not there before, or are there no more."""
    known, here = ({id(fault): fault for fault in project.faults} for project in (before, now))
    other = [*(known[n] for n in known.keys() - here.keys()), *(here[n] for n in here.keys() - known.keys())]
    return frozenset(key for fault in other for key in fault.subjects)


def _shares(before: Case, now: Project, changed: Collection[str]) -> Shares:
    """Count the records of a project anew, of which some changed."""
    pairs = [(record_of(before.project, key), record_of(now, key)) for key in changed]
    gone = (record for record, _ in pairs if record is not None)
    come = (record for _, record in pairs if record is not None)
    return before.shares.after(gone, come)


def _marks_changed(reach: Whole, edited: Edited, before: Shares, now: Shares) -> bool:
    """Tell whether a rule sees anything of an edit."""
    if reach.where and not (getattr(before, reach.where) or getattr(now, reach.where)):
        return False
    if reach.verdicts and edited.faring:
        return True
    if reach.faults and edited.faulty:
        return True
    return any(
        _mark(reach, edited.old, kind, key) != _mark(reach, edited.new, kind, key)
        for kind in reach.marks
        for key in edited.changed
    )


def _mark(reach: Whole, moment: Moment, kind: str, key: str) -> object:
    record = moment.project.of_kind(kind).get(key)
    return None if record is None else reach.marks[kind](key, record, moment.project)
