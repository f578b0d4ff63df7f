"""From which file each record was read."""

from collections.abc import Iterable, Iterator, Mapping

Name = tuple[str, str]
"""Kind and id of a record."""


class RecordFiles(Mapping[Name, str]):
    """Kind and id of every record to the file it was read from, in the order in which they were read.

    Expectations stand under ``expect``, the settings under ``settings`` and no id. An id is held once,
    as it is unique over the kinds of record.
    """

    __slots__ = ("_expected", "_owners", "_settings", "_tables")

    def __init__(
        self,
        tables: Mapping[str, Mapping[str, object]],
        owners: Mapping[str, str],
        expected: Mapping[str, str],
        settings: str | None = None,
    ) -> None:
        """Take what is known.

        Args:
            tables: The ids of every kind.
            owners: Ids to files.
            expected: Ids of claims whose verdict is expected, to files.
            settings: The file of the settings.
        """
        self._tables, self._owners, self._expected, self._settings = tables, owners, expected, settings

    def after(
        self, tables: Mapping[str, Mapping[str, object]], come: Mapping[str, str], gone: Iterable[str]
    ) -> "RecordFiles":
        """Give the files when some records came and others are gone.

        Args:
            tables: The ids of every kind now.
            come: Ids that came, to files.
            gone: Ids that are gone.
        """
        owners = self._owners
        left = [*gone]
        if come or left:
            owners = {**owners, **come}
            for key in left:
                del owners[key]
        return RecordFiles(tables, owners, self._expected, self._settings)

    def __getitem__(self, name: Name) -> str:
        kind, key = name
        if kind == "expect":
            return self._expected[key]
        if key in self._tables.get(kind, ()):
            return self._owners[key]
        if name == ("settings", "") and self._settings is not None:
            return self._settings
        raise KeyError(name)

    def __iter__(self) -> Iterator[Name]:
        kinds = {key: kind for kind, table in self._tables.items() for key in table}
        yield from ((kinds[key], key) for key in self._owners)
        yield from (("expect", key) for key in self._expected)
        if self._settings is not None:
            yield "settings", ""

    def __len__(self) -> int:
        return len(self._owners) + len(self._expected) + (self._settings is not None)
