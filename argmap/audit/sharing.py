"""Shares the rules out to a second process, where there are two cores and records enough to pay for it.

The second process is a copy of this one (``fork``). Both take rules from one pipe until none is left; the
copy finds the places of what it found as well, sends that back and ends. What it does not send back,
whatever became of it, is done here. Where there is no such copy, or one core, everything is.
"""

import gc
import os
import struct
import sys
from collections.abc import Callable, Sequence
from typing import Any

from argmap.files.positions import locate
from argmap.model.finding import Finding, Place, Related, Severity, Spot
from argmap.model.fix import Change, Fix
from argmap.model.project import Project
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, Rule
from argmap.rules.support import upwards

Reader = Callable[[str], bytes | None]

Outcome = list[Finding] | str
"""What a rule found, or why it could not run."""

FROM_RECORDS = 5_000
"""Records from which a second process pays."""
FROM_RULES = 20

_NUMBER = struct.Struct("H")


def outcomes(case: Case, rules: Sequence[Rule], read: Reader | None) -> list[Outcome]:
    """Run rules on a project, in two processes if that pays.

    Args:
        case: The project.
        rules: Rules that look at the whole project.
        read: Gives the bytes of its files; None for a project that is no folder.

    Returns:
        For each rule what it found, with or without places, or why it could not run.
    """
    done: dict[int, Outcome] = {}
    if read is not None and len(rules) >= FROM_RULES and _pays(case.project):
        done = _in_two(case, rules, read)
    return [done[n] if n in done else _outcome(case, rule) for n, rule in enumerate(rules)]


def _pays(project: Project) -> bool:
    """Whether a second process is to be had, and has enough to do; never beside other threads."""
    if sys.platform != "linux" or len(project.claims) + len(project.evidence) < FROM_RECORDS:
        return False
    try:
        return len(os.sched_getaffinity(0)) > 1 and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208
    except OSError:
        return False


def _outcome(case: Case, rule: Rule) -> Outcome:
    try:
        return rule.run(case)
    except NotCheckedError as reason:
        return str(reason)


def _in_two(case: Case, rules: Sequence[Rule], read: Reader) -> dict[int, Outcome]:
    """Do what can be done with a copy of this process, which is gone afterwards."""
    import pickle

    case.once(upwards)  # what most rules ask for is worked out before there are two
    waiting = _numbers(rules)
    answer, to_answer = os.pipe()
    gc.freeze()
    try:
        child = os.fork()
    except OSError:  # no room for another process
        child = -1
    if child == 0:
        _serve(case, rules, read, waiting, to_answer)
    os.close(to_answer)
    try:
        done = _placed(_work(case, rules, waiting), read)
        with open(answer, "rb", closefd=False) as stream:
            sent = stream.read()
    finally:
        os.close(answer)
        os.close(waiting)
        if child > 0:
            os.kill(child, 9)
            os.waitpid(child, 0)
        gc.unfreeze()
    try:
        theirs = pickle.loads(sent) if sent else {}  # from our own copy
    except (EOFError, pickle.UnpicklingError):  # it was ended halfway
        theirs = {}
    done.update({n: each if isinstance(each, str) else list(map(_whole, each)) for n, each in theirs.items()})
    return done


def _numbers(rules: Sequence[Rule]) -> int:
    """Put the numbers of the rules into a pipe, the last first: those on words take longest."""
    waiting, to_wait = os.pipe()
    os.write(to_wait, b"".join(_NUMBER.pack(n) for n in reversed(range(len(rules)))))
    os.close(to_wait)
    return waiting


def _work(case: Case, rules: Sequence[Rule], waiting: int) -> dict[int, Outcome]:
    """Run rules as long as there are any that nobody has taken."""
    done: dict[int, Outcome] = {}
    while taken := os.read(waiting, _NUMBER.size):
        (number,) = _NUMBER.unpack(taken)
        done[number] = _outcome(case, rules[number])
    return done


def _placed(done: dict[int, Outcome], read: Reader) -> dict[int, Outcome]:
    """Find the places of all findings, file by file."""
    placed = iter(locate([f for each in done.values() if isinstance(each, list) for f in each], read))
    return {n: each if isinstance(each, str) else [next(placed) for _ in each] for n, each in done.items()}


def _serve(case: Case, rules: Sequence[Rule], read: Reader, waiting: int, to_answer: int) -> None:
    """Do a copy's work and end it, without a word: what it does not send is done by the other."""
    import pickle
    import signal

    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        done = _placed(_work(case, rules, waiting), read)
        flat = {n: each if isinstance(each, str) else list(map(_flat, each)) for n, each in done.items()}
        with open(to_answer, "wb") as stream:
            stream.write(pickle.dumps(flat, pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(0)


Flat = tuple[Any, ...]
"""A finding without its classes, which travels several times faster."""


def _flat(finding: Finding) -> Flat:
    related = tuple((_spot(r.spot), r.message, _place(r.place)) for r in finding.related)
    fix = finding.fix
    return (
        finding.message,
        _spot(finding.spot),
        finding.subjects,
        finding.help,
        related,
        finding.rule,
        finding.severity.value,
        _place(finding.place),
        fix and (fix.title, tuple((c.action, _spot(c.spot), c.value) for c in fix.changes), fix.safe),
    )


def _whole(flat: Flat) -> Finding:
    message, spot, subjects, help, related, rule, severity, place, fix = flat
    return Finding(
        message,
        Spot(*spot),
        subjects,
        help,
        tuple(Related(Spot(*at), told, at_place and Place(*at_place)) for at, told, at_place in related),
        rule,
        Severity(severity),
        place and Place(*place),
        fix and Fix(fix[0], tuple(Change(what, Spot(*at), value) for what, at, value in fix[1]), fix[2]),
    )


def _spot(spot: Spot) -> Flat:
    return spot.file, spot.path, spot.on_key, spot.at


def _place(place: Place | None) -> Flat | None:
    return None if place is None else (place.file, place.line, place.column, place.end_line, place.end_column)
