"""The findings of an audit, kept so that the next audit changes what an edit changes and nothing else."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain, pairwise

from argmap.audit.result import Held
from argmap.audit.silencing import SILENCES, silenced
from argmap.files.positions import locate
from argmap.model.dataclass import replace
from argmap.model.finding import Finding

Reader = Callable[[str], bytes | None]
Edits = Callable[[list[Finding], Reader], list[Finding]]

SEVERAL = 200
"""Findings to put in order from which on all are sorted again."""
_VOICES = frozenset(SILENCES).union(*SILENCES.values())
"""Rules whose findings silence others, or are silenced."""


class TieError(Exception):
    """Raised where the place in the order of two findings depends on which was found first."""


class Entry:
    """A finding as it was found, and as it is shown."""

    __slots__ = ("final", "found", "held", "order")

    def __init__(self, found: Finding) -> None:
        self.found = self.final = found
        self.held: Held | None = None
        self.order = found.order

    def files(self) -> set[str]:
        """Name the files that its places are in, and the file that its fix changes."""
        files = {self.found.spot.file, *(each.spot.file for each in self.found.related)}
        if self.found.fix is not None:
            files.update(change.spot.file for change in self.found.fix.changes)
        return files


class Ledger:
    """The findings of one audit by what they hang on, and in order."""

    def __init__(self, with_edits: Edits) -> None:
        """Begin with nothing.

        Args:
            with_edits: Tells of each fix what it does to the characters of its file.
        """
        self._with_edits = with_edits
        self._lists: dict[str, list[Entry]] = {}
        """What a rule found in the whole project, by its name, and what was found in a file."""
        self._homes: dict[str, list[Entry]] = {}
        """What rules found that see only what is around a record, by its id."""
        self._by_file: dict[str, dict[int, Entry]] = {}
        self._shown: list[Entry] = []
        self._finals: list[Finding] = []
        self._held: list[Entry] = []
        self._come: list[Entry] = []
        self._gone: list[Entry] = []

    def __iter__(self) -> Iterator[Entry]:
        return chain.from_iterable((*self._lists.values(), *self._homes.values()))

    def put(self, name: str, found: Iterable[Finding]) -> None:
        """Put what a rule, or the rules on one file, found in the place of what they found before."""
        self._lists[name] = self._instead(self._lists.get(name, []), found)

    def put_home(self, home: str, rules: Collection[str], found: Iterable[Finding]) -> None:
        """Put what rules found of one record in the place of what they found of it before.

        Args:
            home: The record's id.
            rules: Names of the rules.
            found: In the order in which it was found.
        """
        before = self._homes.get(home, [])
        old = [entry for entry in before if entry.found.rule in rules]
        entries = [entry for entry in before if entry.found.rule not in rules] + self._instead(old, found)
        if entries:
            self._homes[home] = entries
        else:
            self._homes.pop(home, None)

    def put_rule(self, rule: str, found: Iterable[tuple[str, Finding]]) -> None:
        """Put what a rule found in the whole project, by record, in the place of what it found before."""
        by_home: dict[str, list[Finding]] = {}
        for home, finding in found:
            by_home.setdefault(home, []).append(finding)
        before = {home for home, entries in self._homes.items() if any(e.found.rule == rule for e in entries)}
        for home in sorted(before | by_home.keys()):
            self.put_home(home, {rule}, by_home.get(home, ()))

    def found_by(self, rules: Collection[str]) -> Iterator[Finding]:
        """Give what some rules found that see what is around a record."""
        for entry in chain.from_iterable(self._homes.values()):
            if entry.found.rule in rules:
                yield entry.found

    def as_found(self, names: Iterable[str]) -> list[Finding]:
        """Give all findings as they were found, and let none be waiting for its place.

        Args:
            names: Files and rules in order.
        """
        self._come, self._gone = [], []
        by_rule: dict[str, list[Finding]] = {}
        for entry in chain.from_iterable(self._homes.values()):
            by_rule.setdefault(entry.found.rule, []).append(entry.found)
        lists = ([entry.found for entry in self._lists.get(n, ())] + by_rule.get(n, []) for n in names)
        return list(chain.from_iterable(lists))

    def settle(self, saved: Collection[str], read: Reader) -> None:
        """Give what came its place, and what stands in files that were saved a new one; sort them in.

        Args:
            saved: Names of files that were saved.
            read: Gives the bytes of a file.

        Raises:
            TieError: If the order of two findings cannot be told.
        """
        gone, come = _apart(self._gone, self._come)
        self._gone, self._come = [], []
        moving = {key: entry for file in saved for key, entry in self._by_file.get(file, {}).items()}
        for entry in gone:
            moving.pop(id(entry), None)
            for file in entry.files():
                del self._by_file[file][id(entry)]
        turned: dict[int, tuple[Entry, Held | None]] = {}
        if any(entry.found.rule in _VOICES for entry in (*gone, *come)):
            turned = self._silence()
        new = {id(entry) for entry in come}
        moving.update({key: entry for key, (entry, _) in turned.items() if key not in new})
        told = [*come, *moving.values()]
        finals = self._with_edits(locate([entry.found for entry in told], read), read)
        placed = [
            (entry, final)
            for entry, final in zip(told, finals, strict=True)
            if id(entry) in new or id(entry) in turned or entry.final != final
        ]
        fresh = [entry for entry, _ in placed]
        self._take_out([*gone, *(entry for entry in fresh if id(entry) not in new)])
        for entry, final in placed:
            _, held = turned.get(id(entry), (entry, entry.held))
            entry.final, entry.order = final, final.order
            entry.held = replace(held, finding=final) if held is not None else None
        for entry in come:
            for file in entry.files():
                self._by_file.setdefault(file, {})[id(entry)] = entry
        self._put_in(fresh)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is shown, in order."""
        return tuple(self._finals)

    @property
    def held(self) -> tuple[Held, ...]:
        """What is held back, in order."""
        return tuple(entry.held for entry in self._held if entry.held is not None)

    def _instead(self, old: list[Entry], found: Iterable[Finding]) -> list[Entry]:
        """Give findings their entries: those they had, where they were found before as they are now."""
        known: dict[str, list[Entry]] = {}
        for entry in old:
            known.setdefault(entry.found.message, []).append(entry)
        entries: list[Entry] = []
        for finding in found:
            alike = known.get(finding.message, [])
            before = next((each for each in alike if each.found == finding), None)
            if before is not None:
                alike.remove(before)
                entries.append(before)
            else:
                entries.append(Entry(finding))
                self._come.append(entries[-1])
        self._gone += chain.from_iterable(known.values())
        return entries

    def _silence(self) -> dict[int, tuple[Entry, Held | None]]:
        """Tell of which findings it has changed whether another says them already."""
        voices = [entry for entry in self if entry.found.rule in _VOICES]
        by_finding = {id(entry.found): entry for entry in voices}
        _, held = silenced([entry.found for entry in voices])
        said = {id(by_finding[id(each.finding)]): each for each in held}
        turned: dict[int, tuple[Entry, Held | None]] = {}
        for entry in voices:
            before, now = entry.held, said.get(id(entry))
            if (before is None) != (now is None) or (before and now and before.told != now.told):
                turned[id(entry)] = entry, now
        return turned

    def _take_out(self, entries: list[Entry]) -> None:
        """Take entries out of the order."""
        out = {id(entry) for entry in entries}
        self._held = [entry for entry in self._held if id(entry) not in out]
        if len(entries) > SEVERAL:
            self._shown = [entry for entry in self._shown if id(entry) not in out]
            self._finals = [entry.final for entry in self._shown]
            return
        for entry in entries:
            if entry.held is None:
                at = bisect_left(self._shown, entry.order, key=_order)
                while self._shown[at] is not entry:
                    at += 1
                del self._shown[at], self._finals[at]

    def _put_in(self, entries: list[Entry]) -> None:
        """Put entries in order among the others."""
        held = [entry for entry in entries if entry.held is not None]
        if held:
            self._held = sorted([*self._held, *held], key=_order)
            refuse_ties([entry.final for entry in self._held])
        shown = [entry for entry in entries if entry.held is None]
        if len(shown) > SEVERAL:
            self._shown = sorted([*self._shown, *shown], key=_order)
            self._finals = [entry.final for entry in self._shown]
            refuse_ties(self._finals)
            return
        for entry in shown:
            at = bisect_left(self._shown, entry.order, key=_order)
            if at < len(self._shown) and self._shown[at].order == entry.order:
                refuse_ties([self._finals[at], entry.final])
            self._shown.insert(at, entry)
            self._finals.insert(at, entry.final)


def _apart(gone: list[Entry], come: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Leave out what came and is gone again."""
    out, new = {id(entry) for entry in gone}, {id(entry) for entry in come}
    return (
        [entry for entry in gone if id(entry) not in new],
        [entry for entry in come if id(entry) not in out],
    )


def _order(entry: Entry) -> tuple[str, int, int, str, str]:
    return entry.order


def refuse_ties(findings: Iterable[Finding]) -> None:
    """Refuse findings of one order that are not the same.

    Raises:
        TieError: If there are such.
    """
    for one, other in pairwise(findings):
        if one.message == other.message and one.order == other.order and one != other:
            raise TieError
