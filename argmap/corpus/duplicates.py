"""Keys that stand in a data set more than once: the first row has the project, the others are refused."""

from collections.abc import Iterator, Sequence

from argmap.corpus.cells import TooLong, names
from argmap.corpus.extras import damage
from argmap.corpus.parquet_files import ParquetFile, open_parquet
from argmap.model.errors import shown

KEYS_AT_ONCE = 10_000_000
"""Keys whose hashes are held at once, 8 bytes each; more are looked at in several passes."""

MOST_PASSES = 64

Place = tuple[int, int, int]
"""Number of the file, number of the row group, row in it."""


def duplicates(files: Sequence[ParquetFile]) -> dict[tuple[int, int], dict[int, str]]:
    """Find the rows whose key an earlier row has.

    Only the column with the keys is read, twice; memory grows with the keys that stand twice, and not
    with the data set.

    Returns:
        File and row group to row to what is wrong with it.
    """
    passes = min(MOST_PASSES, 1 + sum(sum(file.rows) for file in files) // KEYS_AT_ONCE)
    twice: set[int] = set()
    for turn in range(passes):
        twice |= _twice(files, turn, passes)
    if not twice:
        return {}
    first: dict[str, str] = {}
    found: dict[tuple[int, int], dict[int, str]] = {}
    for (number, group, row), key in _keys(files):
        if hash(key) in twice:
            file = files[number]
            place = f"{file.origin}, row {sum(file.rows[:group]) + row + 1}"
            if key in first:
                message = f"the key '{shown(key)}' is that of {first[key]} already"
                found.setdefault((number, group), {})[row] = message
            else:
                first[key] = place
    return found


def _twice(files: Sequence[ParquetFile], turn: int, passes: int) -> set[int]:
    """Find hashes that occur more than once, among those of one pass."""
    from array import array

    import numpy as np

    hashes = array("q", (h for _, key in _keys(files) if (h := hash(key)) % passes == turn))
    values, counts = np.unique(np.frombuffer(hashes, dtype=np.int64), return_counts=True)
    return {int(value) for value in values[counts > 1]}


def _keys(files: Sequence[ParquetFile]) -> Iterator[tuple[Place, str]]:
    for number, file in enumerate(files):
        key = file.columns.key
        with open_parquet(file.path, [key]) as opened:
            for group in range(opened.num_row_groups):
                row = 0
                try:
                    for batch in opened.iter_batches(10_000, row_groups=[group], columns=[key]):
                        for each in names(batch.column(key)):
                            if each and not isinstance(each, TooLong):
                                yield (number, group, row), each
                            row += 1
                except damage():
                    continue  # the worker that reads the row group tells of it
