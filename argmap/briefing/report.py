"""The audit that an examiner reads, in one of its forms."""

from argmap.briefing.audit import audit_document
from argmap.briefing.facts import audit_facts
from argmap.check import Audit
from argmap.model.errors import UnknownNameError

FORMS = ("markdown", "html")


def report_text(audit: Audit, form: str = "markdown") -> str:
    """Write the report of an audit.

    Args:
        audit: The audit of a project, with all rules that are on.
        form: ``markdown`` or ``html``; both say the same.

    Raises:
        UnknownNameError: If there is no such form.
    """
    if form not in FORMS:
        raise UnknownNameError("form of a report", form, FORMS)
    document = audit_document(audit_facts(audit))
    if form == "html":
        from argmap.briefing.html import html_page

        return html_page(document, "report")
    from argmap.briefing.markdown import markdown

    return markdown(document)
