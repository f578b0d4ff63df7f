"""What of an audit is new since a git revision."""

import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from argmap.audit.result import Audit, Held, Reason
from argmap.audit.run import Choice, audit_parts, reader
from argmap.files.project import FOLDERS, read_parts
from argmap.files.settings_file import SETTINGS_FILE
from argmap.model.errors import ArgmapError, shown
from argmap.model.finding import Finding, Place

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_NAMES = (SETTINGS_FILE, "pyproject.toml", "reviews.yaml", *FOLDERS)

Lines = Mapping[str, list[tuple[int, int]] | None]
"""File to its first and last lines that changed; None for a file that is new."""


def only_new(audit: Audit, root: Path, revision: str, choice: Choice) -> Audit:
    """Hold back what was found at a revision already and does not stand in lines changed since.

    Args:
        audit: The audit of the project as it stands.
        root: The project's folder.
        revision: A revision that git knows.
        choice: Which rules ran.

    Raises:
        ArgmapError: If git, the repository or the revision is not there.
    """
    commit = _commit(root, revision)
    with tempfile.TemporaryDirectory(prefix="argmap-") as folder:
        old_root = Path(folder)
        there = _write_tree(root, commit, old_root)
        known: Counter[str] = Counter()
        if there:
            old = audit_parts(root, read_parts(old_root), replace(choice, baseline={}), reader(old_root))
            known.update(finding.fingerprint for finding in old.findings)
    lines = _changed_lines(root, commit, there)
    left: list[Finding] = []
    held: list[Held] = []
    for finding in audit.findings:
        was_there = known[finding.fingerprint] > 0
        known[finding.fingerprint] -= 1
        if was_there and not _is_touched(finding, lines):
            held.append(Held(finding, Reason.UNCHANGED, revision))
        else:
            left.append(finding)
    everything = sorted([*audit.held, *held], key=lambda each: each.finding.order)
    return replace(audit, findings=tuple(left), held=tuple(everything))


def _is_touched(finding: Finding, lines: Lines) -> bool:
    places = [finding.place, *(other.place for other in finding.related)]
    return any(_stands_in(place, lines) for place in places if place)


def _stands_in(place: Place, lines: Lines) -> bool:
    if place.file not in lines:
        return False
    spans = lines[place.file]
    return spans is None or any(first <= place.end_line and place.line <= last for first, last in spans)


def _git(root: Path, *words: str, given: bytes | None = None) -> bytes:
    """Run git in the project's folder.

    Raises:
        ArgmapError: If there is no git, or it fails; with what it says.
    """
    try:
        done = subprocess.run(["git", "-C", str(root), *words], input=given, capture_output=True, check=False)
    except OSError as error:
        raise ArgmapError(f"--changed needs git, which cannot be run: {error.strerror or error}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ArgmapError(f"git {words[0]} failed: {shown(said[-1], 200) if said else done.returncode}")
    return done.stdout


def _commit(root: Path, revision: str) -> str:
    try:
        inside = _git(root, "rev-parse", "--is-inside-work-tree").strip() == b"true"
    except ArgmapError as error:
        if "needs git" in str(error):
            raise
        inside = False
    if not inside:
        raise ArgmapError(
            f"'{shown(str(root))}' is not in a git work tree, so --changed has nothing to compare"
        )
    try:
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return _git(root, *words).decode().strip()
    except (ArgmapError, ValueError):
        raise ArgmapError(f"git knows no revision '{shown(revision)}' here") from None


def _write_tree(root: Path, commit: str, target: Path) -> set[str]:
    """Write the project's files as they were at a commit into a folder; give their names."""
    prefix = _git(root, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").rstrip("\n")
    listed = _git(root, "ls-tree", "-r", "-z", commit, "--", *_NAMES)
    names: dict[str, bytes] = {}
    for line in listed.split(b"\0"):
        about, _, path = line.partition(b"\t")
        mode, kind, blob = about.split() if about else (b"", b"", b"")
        file = path.decode("utf-8", "surrogateescape")
        if kind == b"blob" and mode != b"120000" and ".." not in PurePosixPath(file).parts:
            names[file.removeprefix(prefix)] = blob
    data = _git(root, "cat-file", "--batch", given=b"".join(blob + b"\n" for blob in names.values()))
    at = 0
    for name in names:
        head_end = data.index(b"\n", at)
        size = int(data[at:head_end].split()[2])
        old = target / name
        old.parent.mkdir(parents=True, exist_ok=True)
        old.write_bytes(data[head_end + 1 : head_end + 1 + size])
        at = head_end + 1 + size + 1
    return set(names)


def _changed_lines(root: Path, commit: str, there: set[str]) -> Lines:
    """Tell which lines of which files differ from a commit."""
    options = ("--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", "--relative")
    names = _git(root, "diff", *options, "--name-only", "-z", commit, "--", *_NAMES).split(b"\0")[:-1]
    patch = _git(root, "diff", *options, "--unified=0", commit, "--", *_NAMES)
    pieces = re.split(rb"^diff --git ", patch, flags=re.MULTILINE)[1:]
    found: dict[str, list[tuple[int, int]] | None] = {}
    for name, piece in zip(names, pieces, strict=False):
        spans = []
        for hunk in re.finditer(rb"^@@ .*$", piece, re.MULTILINE):
            told = _HUNK.match(hunk[0])
            if told and (count := int(told[2] or 1)):
                spans.append((int(told[1]), int(told[1]) + count - 1))
        found[name.decode("utf-8", "surrogateescape")] = spans
    here = _git(root, "ls-files", "--others", "-z", "--", *_NAMES).split(b"\0")[:-1]
    new = (name.decode("utf-8", "surrogateescape") for name in here)
    return {**found, **{name: None for name in new if name not in there}}
