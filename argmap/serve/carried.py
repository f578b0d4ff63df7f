"""What is still true of a project after a save that changed nothing but words."""

from collections.abc import Mapping

from argmap.model.dataclass import replace
from argmap.model.project import Project
from argmap.model.records import Record
from argmap.model.vocabulary import RECORD_KINDS

WORDS = {"claims": ("text", "remark"), "evidence": ("shows", "remark")}
"""Fields of which no verdict takes notice."""


def differs_in_words_only(before: Project, after: Project) -> bool:
    """Tell whether two projects have the same records, in the same order, linked in the same way."""
    if before.settings != after.settings:
        return False
    return all(
        _is_same(before.of_kind(kind), after.of_kind(kind), WORDS.get(kind, ())) for kind in RECORD_KINDS
    )


def _is_same(before: Mapping[str, Record], after: Mapping[str, Record], words: tuple[str, ...]) -> bool:
    if list(before) != list(after):
        return False
    for key, record in after.items():
        was = before[key]
        # what stands in a file that was not saved is the very same record
        if was is record or was == record:
            continue
        if not words or was != replace(record, **{name: getattr(was, name) for name in words}):
            return False
    return True
