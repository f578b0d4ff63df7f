"""What ``import argmap`` gives: ``load`` and the map that it opens."""

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from argmap.files.project import find_root, read_project
from argmap.model.edtf import parse_edtf
from argmap.model.project import Project
from argmap.verdict.audience import Audience, audience
from argmap.verdict.judgement import Judgement, Verdict, judge

if TYPE_CHECKING:
    from argmap.briefing.brief import Brief
    from argmap.check import Audit
    from argmap.compare.comparison import Comparison
    from argmap.draw.drawing import Drawing
    from argmap.manuscript.citations.matching import Citations
    from argmap.manuscript.coverage import Coverage
    from argmap.manuscript.document import Manuscript
    from argmap.model.reviewing import ReviewStatus
    from argmap.model.reviews import Review
    from argmap.site.build import SiteReport
    from argmap.verdict.acceptance import Positions
    from argmap.verdict.explanation import Explanation
    from argmap.verdict.fragility import Fragility
    from argmap.verdict.history import History
    from argmap.verdict.holdings import Holder
    from argmap.verdict.impact import Impact
    from argmap.verdict.statistics import Statistics
    from argmap.verdict.whatif import Change

__all__ = ["ArgumentMap", "Verdicts", "audience", "load", "read_manuscript"]

Ids = Iterable[str]


def load(path: str | os.PathLike[str] = ".", *, upwards: bool = True) -> "ArgumentMap":
    """Open the project that a folder belongs to.

    Args:
        path: The project's folder or a place inside it.
        upwards: Whether the folders above are looked at too.

    Raises:
        ProjectNotFoundError: If there is no project there or above.
    """
    root = find_root(Path(path), upwards=upwards)
    return ArgumentMap(read_project(root), root)


def read_manuscript(path: str | os.PathLike[str], *, format: str | None = None) -> "Manuscript":
    """Read a text under audit: plain text, Markdown, LaTeX, docx, odt, HTML, EPUB or PDF.

    Args:
        path: The file.
        format: The format's name; told from the content when left out.

    Raises:
        UnreadableError: If it cannot be read or holds no text.
        UnknownNameError: If there is no such format.
    """
    from argmap.manuscript.read import read_manuscript as read

    return read(Path(path), format=format)


class Verdicts(dict[str, Verdict]):
    """Verdicts by claim; a table in a notebook."""

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td><code>{escape(key)}</code></td><td>{v.mark} {escape(str(v))}</td></tr>"
            for key, v in self.items()
        )
        return f"<table><tr><th>claim</th><th>verdict</th></tr>{rows}</table>"


class ArgumentMap:
    """An argument that has been read, and everything argmap can say of it.

    Examples:
        >>> import argmap
        >>> war = argmap.load("path/to/project")  # doctest: +SKIP
        >>> print(war.why("stalin-turned-january-1950"))  # doctest: +SKIP
    """

    def __init__(self, project: Project, root: Path | None = None) -> None:
        """Take a project.

        Args:
            project: The argument; ``load`` reads one from a folder.
            root: Its folder, needed for ``check`` and ``build``.
        """
        self.project = project
        self.root = root

    def __repr__(self) -> str:
        p = self.project
        return f"<ArgumentMap {p.settings.title!r}: {len(p.claims)} claims, {len(p.evidence)} evidence>"

    @cached_property
    def judgement(self) -> Judgement:
        """The verdicts of the map as it is, with what they were worked out from."""
        return judge(self.project)

    def judge(self, who: Audience | None = None) -> Judgement:
        """Work out the verdicts before an audience; the map as it is when None."""
        if who is None or who == Audience():
            return self.judgement
        return judge(self.project, who, self.judgement)

    def check(self, *, select: Ids | None = None, extend_select: Ids = (), ignore: Ids = ()) -> "Audit":
        """Audit the project as its files stand now.

        Args:
            select: Rules or families that run, in place of the project's own choice.
            extend_select: Rules or families in addition.
            ignore: Rules or families left out.

        Raises:
            UnknownNameError: If a name is neither a rule nor a family.
        """
        from argmap.check import audit_project, check_project

        if self.root is None:
            return audit_project(self.project, select=select, extend_select=extend_select, ignore=ignore)
        return check_project(self.root, select=select, extend_select=extend_select, ignore=ignore)

    def verdicts(self, who: Audience | None = None) -> Verdicts:
        """Give the verdict on every claim before an audience."""
        return Verdicts(self.judge(who).verdicts)

    def why(self, claim: str, *, depth: int | None = None, who: Audience | None = None) -> "Explanation":
        """Explain the verdict on a claim.

        Args:
            claim: Its id.
            depth: How many levels of claims below it are explained in turn; when None, what
                decides is followed down to documents.
            who: The audience.

        Raises:
            UnknownIdError: If there is no such claim.
        """
        from argmap.verdict.explain import explain

        return explain(self.judge(who), claim, depth)

    def what_if(self, who: Audience) -> "list[Change]":
        """List the claims whose verdict or grade differs before an audience."""
        from argmap.verdict.whatif import changes

        return changes(self.judgement, self.judge(who))

    def compare(self, *schools: str) -> "Comparison":
        """Compare schools, all of them when none is named.

        Raises:
            UnknownIdError: If there is no such school.
        """
        from argmap.compare.comparison import compare

        return compare(self.project, schools, self.judgement)

    def manuscript(self, path: str | os.PathLike[str], *, format: str | None = None) -> "Manuscript":
        """Read a text under audit; the project's titles name its parts.

        Args:
            path: The file.
            format: The format's name; told from the content when left out.

        Raises:
            UnreadableError: If it cannot be read or holds no text.
            UnknownNameError: If there is no such format.
        """
        from argmap.manuscript.read import read_manuscript as read

        return read(Path(path), format=format, settings=self.project.settings)

    def citations(self, manuscript: "Manuscript") -> "Citations":
        """Match the citations of a text with the project's sources and its own bibliography."""
        from argmap.manuscript.citations.matching import match_citations

        return match_citations(manuscript, self.project.sources)

    def coverage(self, manuscript: "Manuscript") -> "Coverage":
        """Measure what of a text the map covers."""
        from argmap.manuscript.coverage import measure_coverage

        return measure_coverage(manuscript, self.project)

    def fragile(
        self,
        claim: str | None = None,
        *,
        by: "Holder" = "evidence",
        most: int | None = None,
        grade: bool = False,
    ) -> "dict[str, Fragility]":
        """Tell what verdicts hang on: the smallest losses that turn them.

        Args:
            claim: Id of a claim; all claims when None.
            by: What is lost: ``evidence``, or all of one ``source``, ``archive`` or ``person``.
            most: Most things lost together; 3 for one claim, 1 for all when None.
            grade: Whether a lower grade of a supported claim counts as turning.

        Raises:
            UnknownIdError: If there is no such claim.
            UnknownNameError: If things are not lost by that.
        """
        from argmap.verdict.fragility import FragileMap

        asked = FragileMap(self.judgement, by, grade=grade)
        return asked.all(most or 1) if claim is None else {claim: asked.of(claim, most or 3)}

    def impact(self, item: str, by: str | None = None) -> "Impact":
        """Tell what turns if a document is withdrawn or found forged.

        Args:
            item: Id of evidence or of a source, or name of an archive or a person.
            by: Which of these it is; when None, the first in this order that fits.

        Raises:
            UnknownIdError: If the map has no such thing.
        """
        from argmap.verdict.impact import impact

        return impact(self.judgement, item, by)

    def histories(self, *claims: str, grades: Literal["then", "now"] = "then") -> "dict[str, History]":
        """Tell how verdicts would have been as evidence became readable.

        Args:
            claims: Ids; all claims when none is named.
            grades: ``now`` where evidence found worthless since counts at no time.

        Raises:
            UnknownIdError: If there is no such claim.
        """
        from argmap.verdict.history import histories

        return histories(self.judgement, claims or None, grades=grades)

    def reviews(self, claims: Ids = ()) -> "dict[str, ReviewStatus]":
        """Tell which claims are reviewed, and which have changed since; all claims when none is named.

        Raises:
            UnknownIdError: If there is no such claim.
        """
        from argmap.model.reviewing import review_statuses

        return review_statuses(self.project, claims)

    def review(
        self, *claims: str, by: str, note: str | None = None, when: str | int | None = None
    ) -> "tuple[Review, ...]":
        """Record in the project's folder that somebody reviewed claims as they are.

        Args:
            claims: Ids.
            by: The reviewer: id of a scholar, or a name.
            note: What the reviewer has to say.
            when: When, in EDTF; not kept when None.

        Returns:
            The reviews that were recorded.

        Raises:
            UnknownIdError: If there is no such claim; nothing is written then.
            UnreadableError: If the reviews there are do not fit, or cannot be written.
            ProjectNotFoundError: If the map was not loaded from a folder.
        """
        from argmap.files.review_file import write_reviews
        from argmap.model.errors import ProjectNotFoundError
        from argmap.model.reviewing import record_reviews

        if self.root is None:
            raise ProjectNotFoundError("only a map that was loaded from a folder keeps reviews")
        date = parse_edtf(when) if when is not None else None
        made = record_reviews(self.project, claims, by, note, date)
        write_reviews(self.root, made)
        self.project = replace(self.project, reviews=made)
        name = " ".join(by.split())
        return tuple(each for each in made.entries if each.by == name and each.claim in claims)

    def report(self, form: str = "markdown") -> str:
        """Write the audit that an examiner reads.

        Args:
            form: ``markdown``, or ``html`` for one page that needs nothing else.

        Raises:
            UnknownNameError: If there is no such form.
        """
        from argmap.briefing.report import report_text

        return report_text(self.check(), form)

    def brief(self, claim: str) -> "Brief":
        """Put one claim on one page: figure, evidence with its grades, objections, schools, years.

        Raises:
            UnknownIdError: If there is no such claim.
        """
        from argmap.briefing.brief import brief

        return brief(self.judgement, claim)

    def positions(self, semantics: str = "grounded") -> "Positions":
        """Tell which claims stand in all and in some coherent positions.

        Args:
            semantics: Of abstract argumentation: ``grounded``, ``preferred``, ``stable`` and others.

        Raises:
            UnknownNameError: If there is no such semantics.
        """
        from argmap.verdict.acceptance import positions_of

        return positions_of(self.judgement, semantics)

    def stats(self) -> "Statistics":
        """Count what the map is made of and how it fares."""
        from argmap.verdict.statistics import statistics

        return statistics(self.judgement)

    def draw(
        self,
        claim: str | None = None,
        *,
        part: str | None = None,
        school: str | tuple[str, ...] | None = None,
        document: str | None = None,
        depth: int = 2,
        palette: str = "colour",
        engine: str | None = None,
        fit: bool = False,
        who: Audience | None = None,
    ) -> "Drawing":
        """Draw a claim with its support, a part, one or two schools, a document, or the whole map by parts.

        Args:
            claim: Id of a claim.
            part: Name of a part of the manuscript.
            school: Id of a school; two ids set both side by side.
            document: Id of a source or of evidence, to draw with what rests on it.
            depth: Steps down from the claim.
            palette: ``colour`` or ``mono``.
            engine: ``dot`` for the system's Graphviz.
            fit: Whether the figure has to fit on a page of A4 in readable type.
            who: The audience whose verdicts are shown.

        Raises:
            UnknownIdError: If there is no such claim, part or school.
            DrawingError: If no picture can be made.
        """
        from argmap.draw import draw

        return draw(
            self.judge(who),
            claim=claim,
            part=part,
            school=school,
            document=document,
            depth=depth,
            palette=palette,
            engine=engine,
            fit=fit,
        )

    def build(self, out: str | os.PathLike[str]) -> "SiteReport":
        """Write the argument as a folder of web pages.

        Args:
            out: The folder; it is made, and pages of an earlier build in it are replaced.

        Raises:
            ExistsError: If the folder holds something else.
            ProjectNotFoundError: If the map was not loaded from a folder.
        """
        from argmap.model.errors import ProjectNotFoundError
        from argmap.site.build import build_site

        if self.root is None:
            raise ProjectNotFoundError("only a map that was loaded from a folder can be built")
        return build_site(self.root, Path(out))

    def _repr_svg_(self) -> str:
        return self.draw().svg()
