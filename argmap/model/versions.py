"""Versions of records by digests of their fields: what a review saw, and what has changed since.

Only what bears on the meaning of a record counts, and only what it says, not how it is written: spaces,
short forms and the order of lists that have none make no version.
"""

from collections.abc import Iterable, Iterator, Mapping

from argmap.model.dataclass import dataclass, shape_of
from argmap.model.edtf import Edtf
from argmap.model.locator import Locator
from argmap.model.project import Project, arguments_of
from argmap.model.records import Argument, Claim, Evidence
from argmap.model.reviews import Review, Reviews, Version

FOR_AUDITORS = frozenset({"remark", "cited", "part", "section"})
"""Fields that say nothing of the matter: remarks, and places in the manuscript."""
WHO_HOLDS = frozenset({"held_by", "scholars", "schools"})
"""Fields of a claim that nothing above it rests on."""

_ARGUMENTS = {"pro", "con"}
_DEFAULTS = {"strength": "firm", "bearing": "direct", "tendency": "neutral"}
_UNORDERED = frozenset("premises unless answer held_by by cite challenged_by contradicts rests_on".split())


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What has changed in one record since a review saw it."""

    id: str
    gone: bool = False
    """Whether the record is no more."""
    unrecorded: bool = False
    """Whether the review does not tell, or not truly, what it saw of the record."""
    added: tuple[str, ...] = ()
    """Fields that were empty; an argument is a field named by its side and premises."""
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class Versions:
    """The records of a project as reviews see them; each is digested once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._known: dict[tuple[str, bool], Version] = {}
        self._names: dict[tuple[str, bool], str] = {}

    def seen(self, claim: str) -> dict[str, Version]:
        """Give the versions of a claim and of everything it rests on, by id.

        That is: its premises and theirs, down to evidence, and the records that speak against the
        claim itself, undercut its arguments or answer its objections.
        """
        found = {claim: self._claim(claim, whole=True)}
        for key in self.rests_on(claim):
            if key in self.project.claims:
                found.setdefault(key, self._claim(key, whole=False))
            elif key in self.project.evidence:
                found[key] = self._evidence(key)
        return dict(sorted(found.items()))

    def rests_on(self, claim: str) -> list[str]:
        """Name what a claim rests on, the nearest first."""
        found: dict[str, None] = {}
        for _, _, argument in arguments_of(self.project.claims[claim]):
            found.update(dict.fromkeys((*argument.premises, *argument.unless, *argument.answer)))
        waiting = [name for argument in self.project.claims[claim].pro for name in argument.premises]
        reached = {claim, *waiting}
        for key in waiting:  # grows while it is gone through
            found[key] = None
            record = self.project.claims.get(key)
            for argument in record.pro if record else ():
                new = [name for name in argument.premises if name not in reached]
                reached.update(new)
                waiting.extend(new)
        found.pop(claim, None)
        return list(found)

    def changes(self, review: Review, reviews: Reviews) -> list[RecordChange]:
        """Tell what of that which a review saw is no longer so; the claim itself first, then the nearest.

        What the claim has come to rest on since shows in the arguments that name it.
        """
        order = [review.claim, *self.rests_on(review.claim)]
        below = set(order)
        seen = {review.claim: "", **review.seen}
        found = []
        for key in [*(k for k in order if k in seen), *sorted(seen.keys() - below)]:
            if key not in self.project.claims and key not in self.project.evidence:
                found.append(RecordChange(key, gone=True))
            elif key in below and self.name(key, whole=key == review.claim) != seen[key]:
                found.append(self._difference(key, seen[key], review, reviews))
        return found

    def name(self, key: str, *, whole: bool) -> str:
        """Name the version of a record as it is now; of a claim, with who holds it or without."""
        if (key, whole) not in self._names:
            self._names[key, whole] = version_name(self._version(key, whole=whole))
        return self._names[key, whole]

    def _difference(self, key: str, name: str, review: Review, reviews: Reviews) -> RecordChange:
        before = reviews.versions.get(name, {})
        if version_name(before) != name:
            return RecordChange(key, unrecorded=True)
        return _change(key, before, self._version(key, whole=key == review.claim))

    def _version(self, key: str, *, whole: bool) -> Version:
        if key in self.project.claims:
            return self._claim(key, whole=whole)
        return self._evidence(key)

    def _claim(self, key: str, *, whole: bool) -> Version:
        if (key, whole) not in self._known:
            claim = self.project.claims[key]
            standard = claim.standard or self.project.settings.verdicts.standard
            version = {**dict(_fields(claim, FOR_AUDITORS | _ARGUMENTS)), "standard": digest(standard)}
            version.update(_arguments(claim))
            if not whole:
                version = {
                    name: value for name, value in version.items() if name.partition(" ")[0] not in WHO_HOLDS
                }
            self._known[key, whole] = version
        return self._known[key, whole]

    def _evidence(self, key: str) -> Version:
        if (key, True) not in self._known:
            item: Evidence = self.project.evidence[key]
            self._known[key, True] = dict(_fields(item, FOR_AUDITORS))
        return self._known[key, True]


def version_name(version: Version) -> str:
    """Name a version by what it holds.

    Examples:
        >>> version_name({"text": digest("It rained.")}) == version_name({"text": digest("It snowed.")})
        False
    """
    return _short(sorted(version.items()), 12)


def digest(value: object) -> str:
    """Digest what a field says.

    Examples:
        >>> digest("It rained."), digest(["b", "a"]) == digest(["a", "b"])
        ('mg2idypc', False)
    """
    return _short(value, 8)


def _short(value: object, length: int) -> str:
    import json
    from base64 import b32encode
    from hashlib import sha256

    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    hashed = sha256(text.encode("utf-8", "surrogatepass")).digest()
    return b32encode(hashed).decode("ascii").lower()[:length]


def _change(key: str, before: Version, after: Version) -> RecordChange:
    both = before.keys() & after.keys()
    return RecordChange(
        key,
        added=tuple(name for name in after if name not in before),
        removed=tuple(name for name in before if name not in after),
        changed=tuple(name for name in after if name in both and before[name] != after[name]),
    )


def _fields(record: Claim | Evidence, without: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name, value in _said(record).items():
        if name in without:
            continue
        if isinstance(value, dict) and name in WHO_HOLDS:
            yield from ((f"{name} {who}", digest(said)) for who, said in sorted(value.items()))
        else:
            yield name, digest(value)


def _arguments(claim: Claim) -> dict[str, str]:
    """Digest each argument under its side and premises; several of the same premises are one field."""
    found: dict[str, list[object]] = {}
    for side, _, argument in arguments_of(claim):
        found.setdefault(argument_field(side, argument), []).append(_said(argument))
    return {name: digest(sorted(said, key=repr)) for name, said in found.items()}


def argument_field(side: str, argument: Argument) -> str:
    """Name the field that an argument is.

    Examples:
        >>> argument_field("for", Argument(premises=("b", "a")))
        'for a + b'
    """
    return f"{side} {' + '.join(sorted(dict.fromkeys(argument.premises)))}"


def _said(record: object) -> dict[str, object]:
    """Give what the fields of a record say as plain values; those that say nothing are left out."""
    made: dict[str, object] = {}
    for each in shape_of(type(record)).fields:
        name, value = each.name, getattr(record, each.name)
        if value is None or value == () or value == {} or _DEFAULTS.get(name) == value or name == "remark":
            continue
        plain = _plain(value)
        unordered = name in _UNORDERED
        made[name] = sorted(dict.fromkeys(plain)) if unordered and isinstance(plain, list) else plain
    return made


def _plain(value: object) -> object:
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Locator):
        return [value.scheme, *map(list, value.parts)]
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return _said(value)
