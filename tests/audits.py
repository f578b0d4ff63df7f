"""Audits made by hand, with whatever texts and names one likes."""

from hypothesis import strategies as st

from argmap.check import Audit, NotChecked
from argmap.model.finding import Finding, Place, Related, Severity, Spot
from makers import a_claim, a_project

NASTY = (
    "a|b `c` *d* _e_ <f> & \"g\" 'h' [i](1) {0} 100%\r\n::error::no\x1b[31m\x00\u2028\u202e@you #12 ]]> ]("
)
"""A text in which every format finds something of its own."""


def a_finding(message: str = "something is wrong", file: str = "claims/a.yaml", **fields) -> Finding:
    """A finding on line 3 of a file, unless told otherwise."""
    place = fields.pop("place", Place(file, 3, 5, 3, 9))
    given = {"rule": "self-support", "severity": Severity.ERROR, **fields}
    return Finding(message, Spot(file), place=place, **given)


def an_audit(*findings: Finding, not_checked: tuple[NotChecked, ...] = ()) -> Audit:
    """An audit of a project with one claim."""
    return Audit(a_project({"a": a_claim()}), findings, not_checked)


def a_nasty_finding() -> Finding:
    """A finding all of whose texts are nasty."""
    file = "claims/a,b:%0A <&>|*\n::error::x.yaml"
    related = Related(Spot(file), NASTY, Place(file, 1, 1, 1, 2))
    return a_finding(NASTY, file, help=NASTY, subjects=(NASTY,), related=(related,))


def nothing(file: str) -> None:
    """Read no file."""


texts = st.text(st.characters(), max_size=30)
"""Texts of any characters, halves of surrogate pairs among them."""
places = st.builds(
    lambda line, column, more, width: Place("claims/a.yaml", line, column, line + more, column + width),
    *[st.integers(1, 9)] * 2,
    *[st.integers(0, 9)] * 2,
)
related = st.builds(
    lambda text, place: Related(Spot("claims/a.yaml"), text, place), texts, places | st.none()
)
findings = st.builds(
    lambda text, help, place, others, severity: a_finding(
        f"told: {text}", help=help, place=place, related=tuple(others), severity=severity, subjects=("a",)
    ),
    texts,
    texts,
    places | st.none(),
    st.lists(related, max_size=2),
    st.sampled_from(Severity),
)
audits = st.builds(
    lambda found, reasons: an_audit(*found, not_checked=tuple(NotChecked("bad-id", r) for r in reasons)),
    st.lists(findings, max_size=4),
    st.lists(texts, max_size=2),
)
