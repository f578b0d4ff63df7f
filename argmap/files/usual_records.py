"""Records as they are mostly written, built at once; whatever is unusual is left to their description.

The description (``argmap.model.records``) says what an author may write and explains what does not fit.
Nearly every record of a large map needs neither: its fields are known, its words are of the lists, its texts
are texts. Those are built here, in less time and room. A test holds the two to one another.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from argmap.files import usual_values as usual
from argmap.files.usual_building import REFUSALS, Group, OrFirst, RecordReader, alike
from argmap.files.usual_values import Reader, Unusual, date, line, name, one_of
from argmap.model import records
from argmap.model.short_forms import ChainLink, NoteRef
from argmap.model.vocabulary import (
    Admiralty,
    Authenticity,
    Bearing,
    ClaimKind,
    EvidenceKind,
    Form,
    GradeWord,
    Scheme,
    StanceWord,
    Standard,
    Tendency,
    VerdictWord,
    Witness,
)

_MANY = 8
"""Records of a section from which it pays to read those that are alike together."""
_MOST = 500_000
"""Values of a kind that are kept at most, to be shared."""


def usual_records(kind: str, section: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Build the usual records of a section.

    Args:
        kind: The section.
        section: Its records as read, by id.

    Returns:
        Every id in its order with its record, or with None where that is unusual; and the ids of those.
    """
    usual.forget(_MOST)
    reader = _SECTIONS[kind]()
    built: dict[str, Any] = dict.fromkeys(map(usual.same, section, section))
    left: Iterable[str] = section
    if isinstance(reader, RecordReader) and len(section) >= _MANY:
        left = [key for group in alike(section) for key in reader.read_alike(group, built)]
    unusual: list[str] = []
    for key in left:
        try:
            built[key] = reader.one(section[key])
        except REFUSALS:
            unusual.append(key)
    return built, unusual


def records_alike(kind: str, keys: Sequence[str], groups: Iterable[Group]) -> dict[str, Any]:
    """Build the records of a section that were put together before.

    Args:
        kind: The section.
        keys: Every id, in its order.
        groups: The records.

    Raises:
        Unusual: If they are not all usual, or not all there.
    """
    reader = _SECTIONS[kind]()
    built: dict[str, Any] = dict.fromkeys(map(usual.same, keys, keys))
    count = 0
    for group in groups:
        if not isinstance(reader, RecordReader) or reader.read_alike(group, built):
            raise Unusual
        count += len(group.keys)
    return built if count == len(keys) == len(built) else usual.refuse()


@cache
def _claim() -> Reader:
    names, stances = usual.listed(name), usual.mapping(_stance())
    fields = {"text": line, "kind": one_of(ClaimKind), "part": name, "section": line, "when": date}
    fields |= {"held_by": names, "scholars": stances, "schools": stances, "hedge": line}
    fields |= {"standard": one_of(Standard), "contradicts": names, "defines": usual.mapping(line)}
    fields |= dict.fromkeys(("pro", "con"), usual.listed(_argument())) | {"remark": line}
    return RecordReader(records.Claim, fields, {"pro": "for", "con": "against"})


def _argument() -> Reader:
    names, premises = usual.listed(name), usual.listed(name, least=1)
    fields = {"premises": premises, "because": line, "scheme": one_of(Scheme)}
    fields |= {"strength": one_of(GradeWord), "weight": usual.weight, "bearing": one_of(Bearing)}
    fields |= {"tendency": one_of(Tendency), "unless": names, "answer": names, "remark": line}
    return OrFirst(RecordReader(records.Argument, fields, {"premises": "from"}), usual.alone(name))


def _stance() -> Reader:
    word = one_of(StanceWord)
    fields = {"stance": word, "cite": usual.listed(name), "locator": usual.locator, "remark": line}
    return OrFirst(RecordReader(records.Stance, fields, least={"stance": "silent"}), word)


@cache
def _evidence() -> Reader:
    names = usual.listed(name)
    fields = {"shows": line, "source": name, "locator": usual.locator, "kind": one_of(EvidenceKind)}
    fields |= {"document": name, "made": date, "published": date, "available": date, "by": names}
    fields |= {"form": one_of(Form), "authenticity": one_of(Authenticity), "witness": one_of(Witness)}
    fields |= {"chain": usual.listed(usual.text_like(ChainLink)), "grade": one_of(Admiralty)}
    fields |= {"cited": usual.listed(usual.text_like(NoteRef)), "challenged_by": names, "rests_on": names}
    fields |= {"searched": line, "quote": _quote(), "remark": line}
    return RecordReader(records.Evidence, fields)


def _quote() -> Reader:
    fields = dict.fromkeys(("exact", "prefix", "suffix", "near"), usual.words)
    fields |= {"digest": usual.digest, "length": usual.length}
    return RecordReader(records.Quote, fields, least={})


@cache
def _school() -> Reader:
    fields = {"name": line, "text": line, "letter": usual.letter, "cite": usual.listed(name), "remark": line}
    return RecordReader(records.School, fields)


@cache
def _scholar() -> Reader:
    names = usual.listed(name)
    fields = {"name": line, "schools": names, "works": names, "remark": line}
    return RecordReader(records.Scholar, fields)


@cache
def _event() -> Reader:
    names = usual.listed(name)
    fields = {"text": line, "when": date, "part": name, "claims": names, "evidence": names, "remark": line}
    return RecordReader(records.Event, fields)


@cache
def _expectations() -> Reader:
    word = one_of(VerdictWord)
    fields = {"verdict": word, "grade": one_of(GradeWord), "school": name, "as_of": date}
    whole = RecordReader(records.Expectation, fields, least={"verdict": "supported"})
    return usual.listed(OrFirst(whole, word))


_SECTIONS: dict[str, Callable[[], Reader]] = {
    "claims": _claim,
    "evidence": _evidence,
    "schools": _school,
    "scholars": _scholar,
    "events": _event,
    "expect": _expectations,
}
