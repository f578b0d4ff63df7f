"""What all pages of a site share, worked out once."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from argmap.check import Audit
from argmap.draw.chips import school_letters
from argmap.model.finding import Finding
from argmap.model.project import Project, arguments_of
from argmap.model.records import Evidence
from argmap.model.stances import Position, positions
from argmap.model.vocabulary import SINGULAR
from argmap.site.addresses import address
from argmap.site.ordering import outline
from argmap.site.views import Citation, ClaimLine, FindingView, Link, Pieces, Use
from argmap.verdict.audience import Audience
from argmap.verdict.judgement import Judgement, judge
from argmap.verdict.reading import Grader

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
        self.outline = outline(self.project)
        self.reading_order = [key for part in self.outline for key in part.claims]
        self.place = {key: i for i, key in enumerate(self.reading_order)}
        self.uses = _uses(self.project)
        self.findings: dict[str, list[Finding]] = {}
        for finding in audit.findings:
            for key in dict.fromkeys(finding.subjects):
                self.findings.setdefault(key, []).append(finding)

    @cached_property
    def before(self) -> dict[str, Judgement]:
        """The verdicts before each school."""
        return {
            school: judge(self.project, Audience(school=school), self.judgement)
            for school in self.project.schools
        }

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
                to = None if kind == "events" else address(kind, key)
                return Link(title if text is None else text, to, title)
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

    def citation(self, item: Evidence) -> Citation:
        """Say where evidence is found."""
        made = item.made if item.made is not None else item.published
        return Citation(
            self.source(item.source) if item.source else None,
            str(item.locator) if item.locator else "",
            str(made) if made is not None else "",
            ", ".join(item.cited),
        )

    def named(self, text: str) -> Pieces:
        """Put links on the ids that a message quotes."""
        return self._linked(text, _QUOTED)

    def mentions(self, text: str, ids: Iterable[str]) -> Pieces:
        """Put links on some ids wherever a sentence names them."""
        names = sorted({key for key in ids if key}, key=lambda key: (-len(key), key))
        if not names:
            return (text,)
        either = "|".join(re.escape(key) for key in names)
        return self._linked(text, re.compile(rf"(?<![\w-])({either})(?![\w-])"))

    def _linked(self, text: str, pattern: re.Pattern[str]) -> Pieces:
        found: list[str | Link] = []
        done = 0
        for match in pattern.finditer(text):
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
