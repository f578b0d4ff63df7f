"""A catalogue for pages that are made one at a time: what one page needs is not worked out for all."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from argmap.audit.result import Audit
from argmap.serve.carried import differs_in_words_only
from argmap.site.catalogue import Catalogue
from argmap.site.ordering import PartOutline
from argmap.verdict.audience import Audience
from argmap.verdict.fragility import FragileMap, Fragility
from argmap.verdict.history import History, histories
from argmap.verdict.judgement import Judgement, judge

V = TypeVar("V")


class OnDemand(Mapping[str, V]):
    """Worked out for one key where one is asked for, and for all where one goes through them."""

    def __init__(
        self,
        keys: Mapping[str, object],
        one: Callable[[str], V],
        whole: Callable[[], Mapping[str, V]],
        known: "OnDemand[V] | None" = None,
    ) -> None:
        """Take the keys and two ways to what belongs to them.

        Args:
            keys: All keys.
            one: Works out what belongs to one key.
            whole: Works it out for all, which costs less than one by one.
            known: What was worked out before and holds still.
        """
        self._keys, self._one, self._whole = keys, one, whole
        self._found: dict[str, V] = dict(known._found) if known else {}
        if known is not None and known.is_whole:
            self.__dict__["whole"] = known.whole

    @cached_property
    def whole(self) -> Mapping[str, V]:
        """What belongs to all keys."""
        return self._whole()

    @property
    def is_whole(self) -> bool:
        """Whether it was worked out for all keys."""
        return "whole" in self.__dict__

    def __getitem__(self, key: str) -> V:
        if key not in self._found:
            if key not in self._keys:
                raise KeyError(key)
            self._found[key] = self._one(key)
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def items(self) -> ItemsView[str, V]:
        """Give all keys with what belongs to them."""
        return self.whole.items()

    def values(self) -> ValuesView[V]:
        """Give what belongs to all keys."""
        return self.whole.values()


class LiveCatalogue(Catalogue):
    """A catalogue of one snapshot.

    What it works out on demand does not name it, so that it goes when the next snapshot is there.
    """

    def __init__(
        self,
        audit: Audit,
        judgement: Judgement,
        sums: "Sums | None" = None,
        earlier: "LiveCatalogue | None" = None,
    ) -> None:
        """Take an audit and the verdicts on its project.

        Args:
            audit: The audit.
            judgement: The verdicts.
            sums: What an earlier catalogue knew of all claims together; it is told until the project is
                audited.
            earlier: The catalogue before a save; where only words were changed, what it worked out holds.
        """
        same = earlier is not None and differs_in_words_only(earlier.project, judgement.project)
        self._known: dict[str, Any] = {}
        if earlier is not None and same:
            names = ("outline", "histories", "fragile")
            known = earlier._known | earlier.__dict__
            self._known = {name: known[name] for name in names if name in known}
        super().__init__(audit, judgement)
        self._sums = sums or Sums()

    def put_in_order(self) -> tuple[PartOutline, ...]:
        """Put every claim in its place."""
        return self._known.get("outline") or super().put_in_order()

    @property
    def sums(self) -> "Sums":
        """What is known of all claims together, here or from before."""
        return Sums(
            _whole(self, "histories") or self._sums.histories, _whole(self, "fragile") or self._sums.fragile
        )

    def work_out(self, sums: "Sums") -> None:
        """Work out of all claims what another catalogue knows of them."""
        if sums.histories is not None:
            self.histories.values()
        if sums.fragile is not None:
            self.fragile.values()

    @cached_property
    def before(self) -> Mapping[str, Judgement]:  # type: ignore[override]  # one school at a time
        """The verdicts before each school."""
        judgement, schools = self.judgement, self.project.schools

        def one(school: str) -> Judgement:
            return judge(judgement.project, Audience(school=school), judgement)

        return OnDemand(schools, one, lambda: {school: one(school) for school in schools})

    @cached_property
    def histories(self) -> Mapping[str, History]:
        """How each verdict came about as evidence became readable."""
        judgement, claims, known = self.judgement, self.project.claims, self._sums.histories

        def one(key: str) -> History:
            return histories(judgement, (key,))[key]

        return OnDemand(
            claims,
            one,
            lambda: _of(claims, known) or histories(judgement),
            self._known.get("histories"),
        )

    @cached_property
    def fragile(self) -> Mapping[str, Fragility]:
        """What single evidence each verdict hangs on."""
        claims, asked, known = self.project.claims, FragileMap(self.judgement), self._sums.fragile

        def one(key: str) -> Fragility:
            return asked.of(key, 1, beyond=False)

        return OnDemand(
            claims,
            one,
            lambda: _of(claims, known) or asked.single_points(),
            self._known.get("fragile"),
        )


@dataclass(frozen=True, slots=True)
class Sums:
    """What takes a passage over all claims; None where nobody asked."""

    histories: Mapping[str, History] | None = None
    fragile: Mapping[str, Fragility] | None = None


def _whole(catalogue: LiveCatalogue, name: str) -> Any:  # histories or fragilities
    found = catalogue.__dict__.get(name)
    return found.whole if isinstance(found, OnDemand) and found.is_whole else None


def _of(claims: Mapping[str, object], known: Mapping[str, V] | None) -> dict[str, V] | None:
    """Give what is known of the claims that there still are."""
    return None if known is None else {key: value for key, value in known.items() if key in claims}
