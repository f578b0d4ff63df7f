"""What ``argmap check`` does, once its options are read."""

import sys
from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from argmap.audit.result import Audit
from argmap.audit.run import Choice, check_folder, reader
from argmap.cli.terminal import is_colour
from argmap.files.project import find_root
from argmap.model.dataclass import dataclass, replace
from argmap.model.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.audit.fixing import Repair

Keep = Callable[[str, int, list[str]], None]
"""Takes what was printed, the exit code, and the files that the settings name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """The options of ``argmap check``, as they are described there."""

    folder: Path | None = None
    project: Path | None = None
    form: str = "full"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    statistics: bool = False
    fail_on: str = "error"
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    baseline: Path | None = None
    no_baseline: bool = False
    no_cache: bool = False
    changed: str | None = None
    watch: bool = False

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Self:
        """Make them of words as they were given."""
        paths = {name: Path(given[name]) for name in ("folder", "project", "baseline") if name in given}
        return cls(**{**given, **paths})

    @property
    def fixing(self) -> bool:
        """Whether anything is to be put right, or to be shown put right."""
        return self.fix or self.unsafe_fixes or self.diff


def run_check(options: CheckOptions, keep: Keep | None = None, alive: list[object] | None = None) -> int:
    """Check a project, and print what is found.

    Args:
        options: What was asked.
        keep: Keeps what is printed, for the next time that the same is asked.
        alive: Takes what need not be put away before the process ends.

    Returns:
        The exit code.

    Raises:
        ArgmapError: If the options do not go together, or name what there is not.
    """
    if options.watch and (options.fixing or options.changed):
        raise ArgmapError("--watch goes with neither fixing nor --changed")
    named = options.folder or options.project
    root = find_root(named or Path(), upwards=named is None)
    choice = Choice(options.select or None, options.extend_select, options.ignore)
    choice = _with_baseline(choice, root, options)
    repair = _repair(root, choice, options) if options.fixing else None
    if options.diff and repair is not None:
        sys.stdout.write(repair.diff())
        return 2 if repair.audit.unreadable else int(bool(repair.files))
    if repair is not None:
        repair.write(root)
        from argmap.report.fixed import fixed_lines

        sys.stderr.write("".join(f"{line}\n" for line in fixed_lines(repair)))
    if options.watch:
        return _watch(root, choice, options)
    audit = repair.audit if repair is not None else check_folder(root, choice, alive, ordered=False)
    if alive is not None:
        alive.append(audit)
    if options.changed is not None:
        from argmap.audit.revision import only_new

        audit = only_new(audit, root, options.changed, choice)
    code = audit.exit_code(options.fail_on)
    out = _told(audit, root, options)
    sys.stdout.write(out)
    from argmap.model.plugins import has_plugins

    if keep is not None and not has_plugins():  # other people's code may have read anything
        keep(out, code, _texts(root, audit))
    return code


def _with_baseline(choice: Choice, root: Path, options: CheckOptions) -> Choice:
    """Add the counts of the baseline asked for, or of the project's own if it has one."""
    from argmap.rules.found import BASELINE_FILE

    file, own = options.baseline, root / BASELINE_FILE
    if options.no_baseline or (file is None and not own.is_file()):
        return choice
    from argmap.audit.baseline import read_baseline

    name = BASELINE_FILE if file is None else file.as_posix()
    return replace(choice, baseline=read_baseline(file or own), baseline_file=name)


def _repair(root: Path, choice: Choice, options: CheckOptions) -> "Repair":
    from argmap.audit.fixing import repair

    return repair(root, choice, unsafe=options.unsafe_fixes)


def _told(audit: Audit, root: Path, options: CheckOptions) -> str:
    if options.statistics:
        from argmap.report.statistics import write_statistics

        return write_statistics(audit, options.form, is_colour())
    from argmap.report.registry import write_report

    return write_report(audit, options.form, reader(root), is_colour())


def _texts(root: Path, audit: Audit) -> list[str]:
    """List the files that the settings name: texts under audit, and texts of sources."""
    from argmap.files.local_file import read_local

    settings = audit.project.settings
    local = read_local(root, settings)
    named = (root / name for name in settings.manuscripts)
    return sorted({str(file) for file in (*named, *local.manuscripts.values(), *local.sources.values())})


def _watch(root: Path, choice: Choice, options: CheckOptions) -> int:
    """Check now and after every save, until the user stops it."""
    from argmap.audit.live import LiveAudit, read_again
    from argmap.audit.watching import saves
    from argmap.files.project import read_parts

    live: LiveAudit | None = None
    waiting: set[str] = set()
    try:
        for saved in chain([frozenset[str]()], saves(root)):
            waiting.update(saved)
            try:
                if live is None:
                    live = LiveAudit(root, choice, read_parts(root))
                else:
                    live = live.after(read_again(root, live.parts, waiting))
                _show(_told(live.audit, root, options))
                waiting.clear()
                live.prepare()
            except ArgmapError as error:  # half-saved settings, say: the next save may mend it
                sys.stderr.write(f"argmap: {error}\n")
    except KeyboardInterrupt:
        pass
    return 0


def _show(told: str) -> None:
    """Print an audit in the place of the one before, where the terminal can do that."""
    if sys.stdout.isatty():
        sys.stdout.write("\x1b[2J\x1b[H")
    sys.stdout.write(told)
    sys.stdout.flush()
