"""What all pages of a site share, worked out once."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial

from argmap.check import Audit
from argmap.citing.citation import Citer
from argmap.citing.marked import Marked
from argmap.compare.comparison import Comparison, compare
from argmap.draw.chips import school_letters
from argmap.model.finding import Finding
from argmap.model.project import Project, arguments_of
from argmap.model.records import Evidence
from argmap.model.stances import Position, positions
from argmap.model.vocabulary import SINGULAR
from argmap.site.addresses import address
from argmap.site.ordering import PartOutline, in_order_of_time, outline
from argmap.site.views import Citation, ClaimLine, FindingView, Link, Pieces, Use
from argmap.site.workers import share_out, shares_of
from argmap.verdict.audience import Audience
from argmap.verdict.fragility import FragileMap, Fragility
from argmap.verdict.history import History, histories
from argmap.verdict.judgement import Judgement, Verdict, judge
from argmap.verdict.reading import Grader

MANY = 2_000
"""Claims or evidence from which what all pages show is worked out in shares on all cores."""
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"([\w-]+(?:[.:/][\w-]+)*)")
_QUOTED = re.compile(r"'([^'\s]+)'")


class Catalogue:
    """An audited and judged project, with look-ups in every direction."""

    def __init__(self, audit: Audit, judgement: Judgement) -> None:
        """Take an audit and the verdicts on its project."""
        self.audit, self.judgement = audit, judgement
        self.project: Project = judgement.project
        self.positions = positions(self.project)
        self.stances: dict[str, list[Position]] = {}
        for (_, claim), position in self.positions.items():
            self.stances.setdefault(claim, []).append(position)
        self.letters = school_letters(self.project)
        self.grader = Grader(self.project)
        self.citer = Citer(self.project)
        self._notes: dict[str, tuple[Marked, Marked]] = {}
        self.outline = self.put_in_order()
        self.parts = {part.part or "": part for part in self.outline}
        self.reading_order = [key for part in self.outline for key in part.claims]
        self.place = {key: i for i, key in enumerate(self.reading_order)}
        self.evidence_order = in_order_of_time(self.project)
        self.evidence_place = {key: i for i, key in enumerate(self.evidence_order)}
        self.uses = _uses(self.project)
        self.findings: dict[str, list[Finding]] = {}
        for finding in audit.findings:
            for key in dict.fromkeys(finding.subjects):
                self.findings.setdefault(key, []).append(finding)

    def put_in_order(self) -> tuple[PartOutline, ...]:
        """Put every claim in its place."""
        return outline(self.project)

    def maker(self, key: str) -> str:
        """Name who made a document: a scholar by name, others by an id spelled as the texts do."""
        scholar = self.project.scholars.get(key)
        if scholar is not None:
            return scholar.name
        words = " ".join(self._spellings.get(word, word) for word in key.split("-"))
        return words[:1].upper() + words[1:]

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """How the texts of the map mostly spell each word, by the word in lower case."""
        texts = (*self.project.claims.values(), *self.project.evidence.values())
        counts = Counter(word for record in texts for word in _WORD.findall(title_of(record)))
        return {word.lower(): word for word, _ in sorted(counts.items(), key=lambda pair: (pair[1], pair[0]))}

    @cached_property
    def before(self) -> dict[str, Judgement]:
        """The verdicts before each school."""
        return {
            school: judge(self.project, Audience(school=school), self.judgement)
            for school in self.project.schools
        }

    @cached_property
    def comparison(self) -> Comparison:
        """The schools side by side."""
        return compare(self.project, (), self.judgement, before=self.before)

    @cached_property
    def histories(self) -> Mapping[str, History]:
        """How each verdict came about as evidence became readable."""
        keys = self.reading_order
        if len(keys) < MANY:
            return histories(self.judgement)
        found: dict[str, History] = {}
        # each share is a sweep of its own over all days
        for part in share_out(partial(histories, self.judgement), shares_of(keys), fewest=2):
            found.update(part)
        return found

    @cached_property
    def fragile(self) -> Mapping[str, Fragility]:
        """What single evidence each verdict hangs on."""
        return FragileMap(self.judgement).single_points()

    @cached_property
    def hanging(self) -> dict[str, list[tuple[str, Verdict]]]:
        """For evidence: the claims whose verdict turns if it is lost, with the verdict then."""
        found: dict[str, list[tuple[str, Verdict]]] = {}
        for claim, fragility in self.fragile.items():
            for loss in fragility.losses:
                found.setdefault(loss.items[0], []).append((claim, loss.after))
        return found

    @cached_property
    def events(self) -> dict[str, list[str]]:
        """For a claim or evidence: the events that name it."""
        found: dict[str, list[str]] = {}
        for key, event in self.project.events.items():
            for name in dict.fromkeys((*event.claims, *event.evidence)):
                found.setdefault(name, []).append(key)
        return found

    def link(self, key: str, *kinds: str, text: str | None = None) -> Link:
        """Link a record by its id.

        Args:
            key: The id.
            kinds: Kinds it may be of; any without.
            text: What the link reads; by default the text, title or name of the record.
        """
        for kind in kinds or SINGULAR:
            record = self.project.of_kind(kind).get(key)
            if record is not None:
                title = title_of(record)
                return Link(title if text is None else text, address(kind, key), title)
        return Link(key if text is None else text, None)

    def source(self, key: str) -> Link:
        """Link a source by its short form."""
        record = self.project.sources.get(key)
        return self.link(key, "sources", text=record.short if record else key)

    def claim(self, key: str, note: str = "") -> ClaimLine:
        """Give a claim as a line of a list."""
        return ClaimLine(
            key,
            self.link(key, "claims"),
            self.judgement[key],
            self.project.claims[key].hedge,
            note,
            len(self.findings.get(key, ())),
        )

    def citation(self, item: Evidence, key: str) -> Citation:
        """Say where evidence is found: as a note of the Chicago Manual, and where it is cited."""
        return Citation(
            self.source(item.source) if item.source else None,
            self.note(key),
            ", ".join(item.cited),
        )

    def note(self, key: str) -> Marked:
        """Print a source or evidence as a note."""
        return self._printed(key)[0]

    def short_note(self, key: str) -> Marked:
        """Print a source or evidence as a later note."""
        return self._printed(key)[1]

    def print_notes(self) -> None:
        """Print all evidence as notes at once, where many pages will show them."""
        keys = list(self.project.evidence)
        if len(keys) >= MANY:
            for part in share_out(self._print, shares_of(keys), fewest=2):
                self._notes.update(part)

    def _printed(self, key: str) -> tuple[Marked, Marked]:
        if key not in self._notes:
            self._notes.update(self._print([key]))
        return self._notes[key]

    def _print(self, keys: Iterable[str]) -> dict[str, tuple[Marked, Marked]]:
        cited = ((key, self.citer.cite(key)) for key in keys)
        return {key: (citation.note, citation.short) for key, citation in cited}

    def named(self, text: str) -> Pieces:
        """Put links on the ids that a message quotes."""
        return self._linked(text, _QUOTED)

    def mentions(self, text: str, ids: Iterable[str]) -> Pieces:
        """Put links on some ids wherever a sentence names them."""
        return self._linked(text, _NAME, frozenset(ids))

    def _linked(self, text: str, pattern: re.Pattern[str], among: frozenset[str] | None = None) -> Pieces:
        found: list[str | Link] = []
        done = 0
        for match in pattern.finditer(text):
            if among is not None and match[1] not in among:
                continue
            link = self.link(match[1], text=match[1])
            if link.to is not None:
                found += [text[done : match.start(1)], link]
                done = match.end(1)
        return tuple(piece for piece in (*found, text[done:]) if piece != "")

    def finding(self, finding: Finding) -> FindingView:
        """Show a finding."""
        return FindingView(
            finding,
            self.named(finding.message),
            _at(finding),
            Link(finding.rule, address("rules", finding.rule)),
            tuple(
                f"{other.message} – {other.place.file}:{other.place.line}" if other.place else other.message
                for other in finding.related
            ),
        )


def title_of(record: object) -> str:
    """Give the text by which a record is known."""
    for field in ("text", "shows", "title", "name"):
        found = getattr(record, field, None)
        # a school has a text besides its name
        if found and not (field == "text" and hasattr(record, "name")):
            return str(found)
    return ""


def _at(finding: Finding) -> str:
    place = finding.place
    return f"{place.file}:{place.line}:{place.column}" if place else finding.spot.file


def _uses(project: Project) -> dict[str, list[Use]]:
    """Collect, for every id, where claims and evidence use it; each place once, in order."""
    found: dict[str, dict[Use, None]] = {}
    for key, use in _all_uses(project):
        found.setdefault(key, {})[use] = None
    return {key: list(uses) for key, uses in found.items()}


def _all_uses(project: Project) -> Iterator[tuple[str, Use]]:
    for owner, claim in project.claims.items():
        for side, position, argument in arguments_of(claim):
            for name in argument.premises:
                yield name, Use(f"speaks {side}", owner, "claims", side, position)
            for name in argument.unless:
                towards = "towards" if side == "for" else "against"
                yield name, Use(f"would undercut a step {towards}", owner, "claims", side, position)
            for name in argument.answer:
                yield name, Use("answers an objection to", owner, "claims", side, position)
    for owner, item in project.evidence.items():
        for name in item.challenged_by:
            yield name, Use("challenges the evidence", owner, "evidence")
