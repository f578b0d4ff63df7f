"""One claim on one page."""

from dataclasses import dataclass

from argmap.briefing.brief_document import brief_document
from argmap.briefing.brief_facts import BriefFacts, brief_facts
from argmap.verdict.judgement import Judgement


@dataclass(frozen=True)
class Brief:
    """A claim on one page: figure, evidence with its grades, objections, schools, years, weak points."""

    facts: BriefFacts

    def text(self, width: int = 100) -> str:
        """Write it for a terminal.

        Args:
            width: Columns of a line at most.
        """
        from argmap.briefing.text import plain_text

        return plain_text(brief_document(self.facts), width)

    def markdown(self) -> str:
        """Write it in Markdown."""
        from argmap.briefing.markdown import markdown

        return markdown(brief_document(self.facts))

    def html(self) -> str:
        """Write it as a page that needs nothing else; an ordinary claim prints on one sheet of A4."""
        from argmap.briefing.html import html_page

        return html_page(brief_document(self.facts), "brief")

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Brief of {self.facts.claim!r}: {self.facts.told.verdict}>"

    def _repr_markdown_(self) -> str:
        return self.markdown()


def brief(judgement: Judgement, claim: str) -> Brief:
    """Put a claim on one page.

    Args:
        judgement: The map as it is.
        claim: Id of the claim.

    Raises:
        UnknownIdError: If there is no such claim.
    """
    return Brief(brief_facts(judgement, claim))
