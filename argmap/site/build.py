"""The site on disk: everything is made first, then written, and what is no longer part goes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from argmap.check import check_project
from argmap.files.atomic import write_bytes
from argmap.model.errors import ExistsError, UnreadableError, shown
from argmap.site.render import render_site
from argmap.site.single import render_single
from argmap.site.workers import Progress, stage
from argmap.verdict.judgement import judge

MARKER = ".argmap-site"
"""Names a folder as a site that argmap made, and lists the files it made there."""


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What a build did."""

    out: Path
    files: tuple[str, ...]
    """Files of the site, relative to its top, sorted."""
    written: tuple[str, ...]
    """Those that were new or had changed."""
    removed: tuple[str, ...]
    """Files of an earlier build that are no longer part of it."""
    findings: int
    """How many findings the site shows."""
    unreadable: bool
    """Whether some file of the project could not be read."""
    single: Path | None = None
    """The one file, for a site in one file."""

    @property
    def index(self) -> Path:
        """The page to open first."""
        return self.single or self.out / "index.html"


def build_site(root: Path, out: Path, progress: Progress | None = None) -> SiteReport:
    """Build the site of a project.

    Args:
        root: The project's folder.
        out: The site's folder; made if it is missing. Files there that argmap did not make stay.
        progress: Told what is being done and how far it is.

    Raises:
        ExistsError: If ``out`` holds something that argmap did not make.
        UnreadableError: If the project cannot be read or the site cannot be written.
    """
    earlier = _earlier(out)
    stage(progress, "checking the map")
    audit = check_project(root)
    made = render_site(audit, judge(audit.project), progress)
    stage(progress, "writing files")
    written, removed = write_site(out, made, earlier)
    return SiteReport(out, tuple(made), written, removed, len(audit), audit.unreadable)


def build_single(root: Path, file: Path, progress: Progress | None = None) -> SiteReport:
    """Build the site of a project as one HTML file.

    Args:
        root: The project's folder.
        file: The file; what stands there is replaced.
        progress: Told what is being done and how far it is.

    Raises:
        UnreadableError: If the project cannot be read or the file cannot be written.
    """
    stage(progress, "checking the map")
    audit = check_project(root)
    data = render_single(audit, judge(audit.project), progress)
    written, _ = write_site(file.parent, {file.name: data}, marker=False)
    return SiteReport(file.parent, (file.name,), written, (), len(audit), audit.unreadable, file)


def write_site(
    out: Path, made: Mapping[str, bytes], earlier: Iterable[str] = (), *, marker: bool = True
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write the files of a site, each whole or not at all, and remove those of an earlier build.

    Args:
        out: The site's folder.
        made: Address to content.
        earlier: Files of an earlier build.
        marker: Whether the folder is ours and is marked as such.

    Returns:
        The files written, unchanged ones left out, and the files removed.
    """
    stale = sorted(set(earlier) - set(made))
    try:
        for folder in sorted({(out / name).parent for name in made} | {out}):
            folder.mkdir(parents=True, exist_ok=True)
        # should anything stop us half way, the folder is known as ours with all that lies in it
        if marker:
            write_bytes(out / MARKER, _listed([*made, *stale]))
        written = tuple(name for name, data in made.items() if _write(out / name, data))
        removed = tuple(name for name in stale if _remove(out, name))
        if marker:
            write_bytes(out / MARKER, _listed(made))
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError(f"cannot write '{shown(str(out))}': {reason}") from error
    return written, removed


def _earlier(out: Path) -> tuple[str, ...]:
    """List the files of an earlier build in a folder.

    Raises:
        ExistsError: If the folder is neither empty nor an earlier build.
    """
    try:
        if not out.exists():
            return ()
        if not out.is_dir():
            raise ExistsError(f"'{shown(str(out))}' is a file, not a folder for a site")
        marker = out / MARKER
        if marker.is_file():
            lines = marker.read_text("utf-8", errors="replace").splitlines()[1:]
            return tuple(line for line in lines if _inside(line))
        if any(out.iterdir()):
            raise ExistsError(
                f"'{shown(str(out))}' is not empty and no site that argmap built; "
                "name another folder, or empty it"
            )
    except OSError as error:
        raise UnreadableError(f"cannot read '{shown(str(out))}': {error.strerror}") from error
    return ()


def _inside(name: str) -> bool:
    """Tell whether a listed name stays inside the site; the list may have been tampered with."""
    path = PurePosixPath(name)
    foreign = path.is_absolute() or "\\" in name or ":" in name
    return bool(name) and not foreign and ".." not in path.parts


def _listed(names: Iterable[str]) -> bytes:
    lines = ["made by argmap; 'argmap build' writes this folder anew", *sorted(set(names))]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _write(path: Path, data: bytes) -> bool:
    """Write a file unless it holds the same already, whole or not at all.

    Nothing waits for the disk: after a power cut a site is built again, and waiting for each of
    thousands of files takes longer than making them.
    """
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return False
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    return True


def _remove(out: Path, name: str) -> bool:
    """Remove a file of an earlier build, and its folder if that leaves it empty."""
    path = out / name
    if not path.is_file() or out.resolve() not in path.resolve().parents:
        return False
    path.unlink()
    folder = path.parent
    while folder != out and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
    return True
