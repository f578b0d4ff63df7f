"""What a conversion kept, changed and dropped: nothing is lost in silence."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from typing_extensions import TypedDict  # the standard one serves pydantic only from 3.12 on

from argmap.model.errors import shown


class OneLossData(TypedDict):
    """One thing that did not come through as it was."""

    fate: str
    type: str
    id: str
    why: str


class LossData(TypedDict):
    """What became of everything in a conversion."""

    lossless: bool
    kept: dict[str, int]
    changed: dict[str, int]
    dropped: dict[str, int]
    losses: list[OneLossData]
    ids: dict[str, str]
    """Foreign id to ours, where the two differ."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that did not come through as it was."""

    fate: Literal["changed", "dropped"]
    type: str
    """What it is in its own format's or argmap's words: ``locution``, ``evidence.locator`` …"""
    id: str
    """Its id there; empty where it has none."""
    why: str
    """What became of it, or why it could not come along."""


@dataclass(slots=True)
class LossReport:
    """What became of everything in a conversion."""

    kept: Counter[str] = field(default_factory=Counter)
    """How many of each type came through whole."""
    losses: list[Loss] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    """Foreign id to ours, where the two differ."""

    def keep(self, type: str, count: int = 1) -> None:
        """Count things that came through whole."""
        self.kept[type] += count

    def change(self, type: str, id: str, why: str) -> None:
        """Note something that came through in another shape."""
        self.losses.append(Loss("changed", type, id, why))

    def drop(self, type: str, id: str, why: str) -> None:
        """Note something that did not come through."""
        self.losses.append(Loss("dropped", type, id, why))

    def retype(self, names: Mapping[str, str]) -> None:
        """Call types by other names: type, or its part before a dot, to name."""

        def named(type: str) -> str:
            first, dot, rest = type.partition(".")
            return f"{names.get(first, first)}{dot}{rest}"

        kept: Counter[str] = Counter()
        for type, count in self.kept.items():
            kept[named(type)] += count
        self.kept = kept
        self.losses = [Loss(loss.fate, named(loss.type), loss.id, loss.why) for loss in self.losses]

    def then(self, later: "LossReport") -> None:
        """Go on with the report of a second conversion: what that one kept is what was kept."""
        self.kept = later.kept
        self.losses += later.losses
        self.ids = self.ids | later.ids

    @property
    def is_lossless(self) -> bool:
        """Whether everything came through whole."""
        return not self.losses

    def count(self, fate: Literal["changed", "dropped"]) -> Counter[str]:
        """Count what was changed or dropped, by type."""
        return Counter(loss.type for loss in self.losses if loss.fate == fate)

    def lines(self, most: int = 20) -> Iterator[str]:
        """Tell the report in lines for a person.

        Args:
            most: How many losses are told one by one.
        """
        for title, counts in (
            ("kept", self.kept),
            ("changed", self.count("changed")),
            ("dropped", self.count("dropped")),
        ):
            if counts:
                yield f"{title}: {', '.join(f'{n} {shown(type)}' for type, n in sorted(counts.items()))}"
        if self.ids:
            old, new = next(iter(self.ids.items()))
            first = f"'{shown(old)}' is '{new}'"
            yield f"renamed: {len(self.ids)} ids, the first: {first}"
        for loss in self.losses[:most]:
            yield f"  {loss.fate} {shown(loss.type)} {shown(loss.id)}: {shown(loss.why, 200)}".rstrip()
        if len(self.losses) > most:
            yield f"  and {len(self.losses) - most} more"

    def as_object(self) -> LossData:
        """Give the report as plain data."""
        return {
            "lossless": self.is_lossless,
            "kept": dict(sorted(self.kept.items())),
            "changed": dict(sorted(self.count("changed").items())),
            "dropped": dict(sorted(self.count("dropped").items())),
            "losses": [
                {"fate": loss.fate, "type": loss.type, "id": loss.id, "why": loss.why} for loss in self.losses
            ],
            "ids": self.ids,
        }
