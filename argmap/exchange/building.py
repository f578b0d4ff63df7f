"""Builds a project from statements and the steps between them, in whatever order they come.

Importers name things by their foreign ids; ours are made here, and what leads nowhere is reported.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.exchange.finishing import NO_WORDS, Finisher, Step
from argmap.exchange.ids import Ids
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Imported
from argmap.exchange.schemes import is_plain, scheme_named
from argmap.exchange.texts import one_line
from argmap.files.csl_items import source_of
from argmap.model.errors import shown
from argmap.model.project import FileRecords, merge
from argmap.model.records import Expectation, Source
from argmap.model.settings import Settings
from argmap.model.vocabulary import SINGULAR


class MapBuilder:
    """A project on its way in.

    Examples:
        >>> new = MapBuilder()
        >>> new.claim("1", "The fire began in the bakery.")
        >>> new.claim("2", "The oven was left burning.")
        >>> step = new.step("s", "1", ["2"])
        >>> imported = new.build("The fire")
        >>> imported.project.claims["the-fire-began-in-the-bakery"].pro[0].premises
        ('the-oven-was-left-burning',)
    """

    def __init__(self, loss: LossReport | None = None) -> None:
        """Begin an empty project.

        Args:
            loss: The report to write to; a new one when None.
        """
        self.loss = loss if loss is not None else LossReport()
        self.ids = Ids()
        self.steps: dict[str, Step] = {}
        """Steps by foreign id, in order; change them freely until `build`."""
        self.settings: dict[str, Any] = {}
        """Fields of `Settings`; a thesis or author by its id of ours."""
        self._fields: dict[str, dict[str, dict[str, Any]]] = {kind: {} for kind in SINGULAR}
        self._sources: dict[str, Source] = {}
        self._expectations: dict[str, tuple[Expectation, ...]] = {}
        self._kinds: dict[str, str] = {}
        self._repeated: dict[str, int] = {}

    def __contains__(self, id: str) -> bool:
        """Whether a claim or piece of evidence has that foreign id."""
        return self._kinds.get(id) in ("claims", "evidence")

    def kind_of(self, id: str) -> str | None:
        """Tell the kind of record (``claims`` …) of a foreign id, or None."""
        return self._kinds.get(id)

    def add(self, kind: str, id: str, words: str, /, **fields: Any) -> None:
        """Add a record of any kind but sources.

        Args:
            kind: ``claims``, ``evidence``, ``schools``, ``scholars`` or ``events``.
            id: Its foreign id; a second record under it is reported and left out.
            words: Text to make an id of where the foreign one says nothing.
            fields: Of the record; one that does not fit is reported and left out.
        """
        if id in self._kinds:
            self.loss.drop(SINGULAR[kind], id, "its id is taken; the first under it was kept")
            return
        self._kinds[id] = kind
        self.ids.give(id, words, SINGULAR[kind])
        self._fields[kind][id] = {key: value for key, value in fields.items() if value not in (None, "")}

    def claim(self, id: str, text: str, /, **fields: Any) -> None:
        """Add a claim; an empty text becomes the id, and is reported.

        Args:
            id: Its foreign id.
            text: The statement.
            fields: Other fields of `Claim`.
        """
        said = one_line(text)
        if not said:
            self.loss.change("claim", id, "it has no text; its id stands for it")
        self.add("claims", id, said, text=said or id or NO_WORDS, **fields)

    def evidence(self, id: str, shows: str, /, **fields: Any) -> None:
        """Add a piece of evidence; ``source`` is the foreign id of a source."""
        said = one_line(shows)
        if not said:
            self.loss.change("evidence", id, "it has no text; its id stands for it")
        self.add("evidence", id, said, shows=said or id or NO_WORDS, **fields)

    def scholar(self, id: str, name: str, /, **fields: Any) -> None:
        """Add a person, once; ``schools`` are foreign ids."""
        if id not in self._kinds:
            self.add("scholars", id, name, name=one_line(name) or id, **fields)

    def school(self, id: str, name: str, /, **fields: Any) -> None:
        """Add a school, once."""
        if id not in self._kinds:
            self.add("schools", id, name, name=one_line(name) or id, **fields)

    def source(self, id: str, item: Mapping[str, Any]) -> None:
        """Add a source, once.

        Args:
            id: Its foreign id; a bibliography's own key stays as it is.
            item: A CSL item; without a title it gets its id for one.
        """
        if id in self._kinds:
            return
        self._kinds[id] = "sources"
        key = self.ids.give(id, str(item.get("title", "")), "source")
        source, complaints = source_of({"title": id, **item, "id": key})
        for complaint in complaints:
            self.loss.change(f"source.{complaint.field}", id, complaint.message)
        if source is not None:
            self._sources[id] = source

    def update(self, id: str, /, **fields: Any) -> None:
        """Change fields of a record that was added, by its foreign id."""
        self._fields[self._kinds[id]][id].update(fields)

    def extend(self, id: str, field_name: str, value: str) -> None:
        """Add a name to a list of a record, such as ``held_by``; a foreign id for what has one."""
        have = self._fields[self._kinds[id]][id]
        if value not in have.get(field_name, ()):
            have[field_name] = (*have.get(field_name, ()), value)

    def remark(self, id: str, words: str) -> None:
        """Add a sentence to the remark of a record."""
        have = self._fields[self._kinds[id]][id]
        have["remark"] = f"{have['remark']} {words}" if have.get("remark") else words

    def expect(self, claim: str, *expected: Expectation) -> None:
        """State what the map's author expects of a claim, by its foreign id."""
        self._expectations[claim] = (*self._expectations.get(claim, ()), *expected)

    def step(
        self,
        key: str,
        conclusion: str,
        premises: Iterable[str],
        *,
        against: bool = False,
        type: str = "argument",
        scheme: str = "",
        **fields: Any,
    ) -> Step:
        """Add an argument.

        Args:
            key: Its foreign id, made up where it has none; a second under it gets a number.
            conclusion: Foreign id of the claim that it is for or against.
            premises: Foreign ids of its premises.
            against: Whether it speaks against the conclusion.
            type: What the format calls it, for the loss report.
            scheme: Foreign name of its scheme; one that we lack goes into the remark.
            fields: Other fields of `Argument`.
        """
        known = scheme_named(scheme) if scheme else None
        if known is not None:
            fields["scheme"] = known
        elif scheme and not is_plain(scheme):
            remark = f"Scheme: {one_line(scheme)}."
            fields["remark"] = f"{fields['remark']} {remark}" if fields.get("remark") else remark
            self.loss.change(f"{type}.scheme", key, f"'{shown(scheme)}' is kept as a remark")
        name = key
        while name in self.steps:
            self._repeated[key] = self._repeated.get(key, 1) + 1
            name = f"{key} ({self._repeated[key]})"
        made = self.steps[name] = Step(name, conclusion, list(premises), against, type, fields=fields)
        return made

    def undercut(self, key: str, by: str) -> None:
        """Add an undercutter to a step, by foreign ids."""
        self.steps[key].unless.append(by)

    def build(self, title: str = "") -> Imported:
        """Make the project.

        Args:
            title: Title of the argument.
        """
        made = Finisher(self._fields, self._kinds, self.ids.given, self.loss).records(self.steps.values())
        sources = {self.ids.given[id]: source for id, source in self._sources.items()}
        if sources:
            self.loss.keep("source", len(sources))
        self.loss.ids.update(self.ids.renamed())
        settings = dict(self.settings)
        if said := one_line(title):
            settings["title"] = said
        expectations = {
            self.ids.given[id]: expected
            for id, expected in self._expectations.items()
            if self._kinds.get(id) == "claims"
        }
        tables: dict[str, Any] = {**made, "sources": sources, "expectations": expectations}
        records = FileRecords("", **tables)
        return Imported(merge([records], Settings(**settings)), self.loss)
