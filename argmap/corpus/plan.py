"""What a corpus is, told by what lies there, and how it is cut into portions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from argmap.corpus.columns import Asked
from argmap.corpus.duplicates import duplicates
from argmap.corpus.folders import GROUPS, FoldersPortion, project_folders
from argmap.corpus.parquet_files import SUFFIXES, ParquetFile, look_at, parquet_paths
from argmap.corpus.portion import FaultPortion, Portion
from argmap.corpus.records import bring_together
from argmap.corpus.rows import RowsPortion
from argmap.model.errors import ArgmapError, UnknownNameError, UnreadableError, shown


@dataclass(frozen=True)
class Corpus:
    """A corpus that has been looked at."""

    source: Path
    asked: Asked
    files: Sequence[ParquetFile] = ()
    """Files of a data set; none where the corpus is a tree of folders."""
    unreadable: tuple[tuple[str, str], ...] = ()
    """Files of the data set that are no Parquet, and why."""

    def portions(self, batch: int, workers: int, scratch: Path) -> Iterator[Portion]:
        """Cut it into portions.

        Args:
            batch: Projects that are audited together.
            workers: How many audit at the same time.
            scratch: A folder for what has to be sorted first.
        """
        for origin, message in self.unreadable:
            yield FaultPortion(origin, message)
        if not self.files and not self.unreadable:
            yield from _folder_portions(self.source, self.asked.group, batch)
            return
        rows = [file for file in self.files if not file.columns.records]
        again = duplicates(rows)
        for number, file in enumerate(rows):
            for group in range(len(file.rows)):
                yield from _stretches(file, group, batch, workers, again.get((number, group), {}))
        records = [file for file in self.files if file.columns.records]
        if records:
            yield from bring_together(records, scratch)


def look(source: Path, asked: Asked) -> Corpus:
    """Tell what a corpus is: a Parquet file, a folder of such files, or a tree of projects.

    Raises:
        UnreadableError: If it is none of these.
        UnknownNameError: If a column that the user names is not there.
    """
    if source.is_file():
        return Corpus(source, asked, [look_at(source, source, asked)])
    if not source.is_dir():
        raise UnreadableError(f"there is no file or folder '{shown(str(source))}'")
    if next(project_folders(source), None) is not None:
        if asked.key or asked.date:
            raise ArgmapError("projects in folders have no columns: --key and --date go with Parquet")
        if asked.group is not None and asked.group not in GROUPS:
            raise UnknownNameError("group of projects in folders", asked.group, GROUPS)
        return Corpus(source, asked)
    files: list[ParquetFile] = []
    broken: list[tuple[str, str]] = []
    for path in parquet_paths(source):
        try:
            files.append(look_at(path, source, asked))
        except UnreadableError as error:
            broken.append((path.relative_to(source).as_posix(), str(error)))
    if not files:
        more = f": {broken[0][1]}" if broken else ""
        kinds = ", ".join(sorted(SUFFIXES))
        raise UnreadableError(f"'{shown(str(source))}' has no projects and no Parquet files ({kinds}){more}")
    return Corpus(source, asked, files, tuple(broken))


def _folder_portions(source: Path, group: str | None, batch: int) -> Iterator[Portion]:
    folders = project_folders(source)
    while some := tuple(islice(folders, batch)):
        yield FoldersPortion(source, some, group)


def _stretches(
    file: ParquetFile, group: int, batch: int, workers: int, refused: dict[int, str]
) -> Iterable[Portion]:
    """Cut a row group, where it is large: each stretch unpacks what stands before it in vain."""
    rows = file.rows[group]
    most = max(1, -(-rows // batch))
    pieces = most if most <= 2 else min(most, 4 * workers)
    step = -(-most // pieces) * batch
    before = sum(file.rows[:group])
    for first in range(0, rows, step):
        last = min(first + step, rows)
        inside = {row: told for row, told in refused.items() if first <= row < last}
        yield RowsPortion(
            file.path, file.origin, group, before, first, last, file.columns, file.constant, inside
        )
