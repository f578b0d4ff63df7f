"""From an Argdown document to claims and arguments."""

from collections.abc import Iterator

from argmap.exchange.argdown_doc import DATA, NOT, STEP_DATA, Document, End, Inference, Kind, Member
from argmap.exchange.building import MapBuilder
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Imported
from argmap.model.errors import shown


def map_of_document(document: Document, loss: LossReport) -> Imported:
    """Make a project of an Argdown document.

    Args:
        document: The document.
        loss: The report, perhaps begun by whoever read the document.
    """
    return _Maker(document, loss).make()


class _Maker:
    def __init__(self, document: Document, loss: LossReport) -> None:
        self.document = document
        self.loss = loss
        self.map = MapBuilder(loss)
        self.step_keys: dict[str, list[str]] = {}
        self.later: list[tuple[str, str]] = []
        """Undercutter and the sketched argument that it undercuts."""
        self.negations = dict(_negations(document))

    def make(self) -> Imported:
        document = self.document
        for member in document.statements.values():
            if self._negated(member.title) is None:
                self._claim(member.title, member)
        for member in document.arguments.values():
            if not document.structures.get(member.title):
                self._sketch(member)
        for title, steps in document.structures.items():
            self._structure(title, steps)
        for kind, start, end in document.relations:
            self._relation(kind, start, end)
        self._undercut_sketches()
        return self.map.build(document.title)

    def _negated(self, title: str) -> str | None:
        """Give the statement that a title negates, where the negation does nothing but conclude."""
        return self.negations.get(title)

    def _claim(self, key: str, member: Member, words: str = "") -> None:
        text = words or (member.texts[0] if member.texts else "")
        if not member.titled:
            self.map.ids.coin(key, text, "statement")
        if not text:
            self.loss.change("statement", member.title, "it is only referred to; its title stands for it")
        fields = {name: str(member.data.pop(name)) for name in DATA if _is_word(member.data.get(name))}
        self.map.claim(key, text or member.title, section=member.section or None, **fields)
        for other in member.texts[1:]:
            self.map.remark(key, f"Also: {other}")
        if len(member.texts) > 1:
            self.loss.change("statement", member.title, "the first wording is its text, the others a remark")
        self._extras("statement", key, member)

    def _extras(self, type: str, key: str, member: Member) -> None:
        if member.tags:
            self.map.remark(key, f"Tags: {', '.join(member.tags)}.")
            self.loss.change(f"{type}.tags", member.title, "kept as a remark")
        for name in member.data:
            self.loss.drop(f"{type}.data", member.title, f"a map has no place for '{shown(str(name))}'")

    def _sketch(self, member: Member) -> None:
        """Make a claim of an argument without premises: what its description says."""
        key = f"<{member.title}>"
        if not member.titled:
            self.map.ids.coin(key, member.texts[0] if member.texts else "", "argument")
        else:
            self.map.ids.coin(key, member.title, "argument")
        self._claim(key, Member(member.title, member.texts, member.tags, member.data, member.section))
        self.loss.change(
            "argument", member.title, "a sketch without premises: a claim that says what it does"
        )

    def _structure(self, title: str, steps: list[Inference]) -> None:
        keys = self.step_keys[title] = []
        for number, inference in enumerate(steps, 1):
            negated = self._negated(inference.conclusion)
            fields = {name: inference.data.pop(name) for name in STEP_DATA if name in inference.data}
            for name in inference.data:
                if name != "uses":
                    why = f"a map has no place for '{shown(str(name))}'"
                    self.loss.drop("inference.data", f"{title} {number}", why)
            step = self.map.step(
                f"<{title}> {number}",
                negated if negated is not None else inference.conclusion,
                inference.premises,
                against=negated is not None,
                type="inference",
                scheme=", ".join(inference.rules),
                **fields,
            )
            keys.append(step.key)
        member = self.document.arguments.get(title)
        if member is not None and keys:
            self._describe(member, keys[-1])

    def _describe(self, member: Member, key: str) -> None:
        """Keep the description and tags of a reconstructed argument as a remark on its last step."""
        words = list(member.texts)
        if member.tags:
            words.append(f"Tags: {', '.join(member.tags)}.")
        if words:
            fields = self.map.steps[key].fields
            fields["remark"] = " ".join(filter(None, [fields.get("remark"), *words]))
            self.loss.change("argument", member.title, "what describes it is a remark on its last step")
        for name in member.data:
            self.loss.drop("argument.data", member.title, f"a map has no place for '{shown(str(name))}'")

    def _relation(self, kind: Kind, start: End, end: End) -> None:
        named = f"{start.title} → {end.title}"
        key = self._source(start)
        if key is None:
            if self._negated(self.document.structures[start.title][-1].conclusion) != end.title:
                self.loss.drop("relation", named, "a negation is no claim of its own")
            return
        if start.kind == "statement" and (negated := self._negated(start.title)) is not None:
            if negated != end.title:
                self.loss.drop("relation", named, "a negation is no claim of its own")
            return
        if kind == "contradiction" or (kind == "attack" and self._is_contrary(start, end)):
            self._attack(key, self._source(end), end)
            self._attack(self._source(end), key, start)
            self.loss.keep("relation")
        elif kind == "undercut" or self._is_step(end):
            self._to_step(kind, key, start, end)
        else:
            target = self._source(end)
            if target == key and start.kind == "argument":
                return  # an argument supports what it concludes
            if target is not None:
                self.map.step(named, target, [key], against=kind == "attack", type="relation")

    def _is_step(self, end: End) -> bool:
        """Whether an end has steps of its own, so that a relation leads to one of them."""
        return end.kind == "inference" or (
            end.kind == "argument" and bool(self.document.structures.get(end.title))
        )

    def _is_contrary(self, start: End, end: End) -> bool:
        return self.document.strict and start.kind == end.kind == "statement"

    def _attack(self, attacker: str | None, target: str | None, end: End) -> None:
        if attacker is not None and target is not None:
            self.map.step(f"{attacker} → {end.title}", target, [attacker], against=True, type="contradiction")

    def _source(self, end: End) -> str | None:
        """Give the claim that speaks for an end: itself, the sketch, or the main conclusion."""
        if end.kind == "statement":
            return end.title
        steps = self.document.structures.get(end.title)
        if not steps:
            return f"<{end.title}>"
        last = steps[-1].conclusion
        return last if self._negated(last) is None else None

    def _to_step(self, kind: Kind, key: str, start: End, end: End) -> None:
        """Put in a relation that leads to a step."""
        keys = self.step_keys.get(end.title)
        if not keys:
            if end.kind == "statement":
                self.loss.drop("relation", f"{start.title} → {end.title}", "a statement cannot be undercut")
            else:
                self.later.append((key, end.title))
            return
        index = end.index if end.kind == "inference" and 0 <= end.index < len(keys) else -1
        step = self.map.steps[keys[index]]
        if kind == "support":
            name = self.map.ids.given[key]
            step.fields["remark"] = f"{step.fields.get('remark') or ''} Backed by {name}.".strip()
            self.loss.change(
                "relation", f"{start.title} → {end.title}", "support of a step is a remark on it"
            )
            return
        step.unless.append(key)
        if kind == "attack":
            why = "an attack on a reconstructed argument undercuts its last step"
            self.loss.change("relation", f"{start.title} → {end.title}", why)
        else:
            self.loss.keep("relation")

    def _undercut_sketches(self) -> None:
        """Let what undercuts a sketched argument undercut each step from it."""
        wanted: dict[str, list[str]] = {}
        for key, title in self.later:
            wanted.setdefault(f"<{title}>", []).append(key)
        found: set[str] = set()
        for step in list(self.map.steps.values()) if wanted else ():
            for premise in step.premises:
                if premise in wanted:
                    step.unless += wanted[premise]
                    found.add(premise)
        for key, title in self.later:
            if f"<{title}>" in found:
                self.loss.keep("relation")
            else:
                self.loss.drop(
                    "relation", f"{key} → {title}", "it undercuts an argument that leads to nothing"
                )


def _negations(document: Document) -> Iterator[tuple[str, str]]:
    """Give the statements that are nothing but the negated conclusion of an attack, with what they negate."""
    steps = [step for steps in document.structures.values() for step in steps]
    premises = {premise for step in steps for premise in step.premises}
    for title in dict.fromkeys(step.conclusion for step in steps):
        rest = title[1:].strip()
        if title.startswith(NOT) and rest in document.statements and title not in premises:
            yield title, rest


def _is_word(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)
