"""A project whose files are texts: read, put together and audited without a disk."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from argmap.audit.run import Choice, audit_read
from argmap.check import Audit
from argmap.corpus.text_project import TextProject
from argmap.files.decoding import fault
from argmap.files.project import FOLDERS, ProjectParts, parse_file
from argmap.files.settings_file import SETTINGS_FILE, has_settings, parse_settings
from argmap.manuscript.at_hand import TextsAtHand
from argmap.manuscript.receipt_file import RECEIPTS_FILE
from argmap.model.finding import Finding, Severity, Spot
from argmap.model.project import FileRecords
from argmap.model.reviews import REVIEWS_FILE, Reviews
from argmap.model.settings import Settings
from argmap.rules.case import Case
from argmap.verdict.judgement import Judgement


def audit_text(project: TextProject, choice: Choice) -> tuple[Audit, Judgement]:
    """Audit one project and judge its claims: a pure function of its texts.

    Of the texts under audit those are read that are among the files; nothing else is looked for.

    Args:
        project: The project.
        choice: Which rules run.

    Raises:
        UnknownNameError: If its settings name a rule that does not exist.
    """
    contents = {name: _bytes(content) for name, content in project.files.items()}
    parts = _parts(contents, project.faults)
    whole = parts.project()
    receipts = contents.get(RECEIPTS_FILE)
    named = dict.fromkeys(whole.settings.manuscripts)
    texts = TextsAtHand({name: contents[name] for name in named if name in contents}, {}, whole, receipts)
    case = Case(whole, texts)
    read: Callable[[str], bytes | None] = contents.get
    return audit_read(case, parts, choice, read), case.judgement


def is_read(name: str) -> bool:
    """Tell whether a file of that name holds records of a project.

    Examples:
        >>> [is_read(name) for name in ("claims/a.yaml", "evidence/b/c.bib", "claims/.a.yaml", "notes.yaml")]
        [True, True, False, False]
    """
    pieces = name.split("/")
    hidden = any(piece.startswith(".") for piece in pieces[1:])
    suffixes = FOLDERS.get(pieces[0], frozenset())
    return len(pieces) > 1 and not hidden and PurePosixPath(name).suffix.lower() in suffixes


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")


def _parts(contents: Mapping[str, bytes], faults: tuple[Finding, ...]) -> ProjectParts:
    settings, settings_file, misfits = _settings(contents)
    inside = [name for name in sorted(contents) if not _leads_out(name)]
    files = [parse_file(name, contents[name]) for name in inside if is_read(name)]
    outside = tuple(_outside(name) for name in sorted(contents) if _leads_out(name))
    empty = () if files or faults or outside else (_empty(),)
    reviews = Reviews()
    if REVIEWS_FILE in contents:
        from argmap.files.review_file import parse_reviews

        reviews, broken = parse_reviews(contents[REVIEWS_FILE])
        files.append(FileRecords(REVIEWS_FILE, faults=broken))
    return ProjectParts(settings, settings_file, tuple(files), (*misfits, *faults, *outside, *empty), reviews)


def _settings(contents: Mapping[str, bytes]) -> tuple[Settings, str, tuple[Finding, ...]]:
    for name in (SETTINGS_FILE, "pyproject.toml"):
        data = contents.get(name)
        if data is not None and (name == SETTINGS_FILE or has_settings(data)):
            settings, misfits = parse_settings(name, data)
            return settings, name, misfits
    return Settings(), SETTINGS_FILE, ()


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/")


def _outside(name: str) -> Finding:
    return fault("unreadable-file", "the file's name leads out of the project, and it is not read", name)


def _empty() -> Finding:
    return Finding(
        "the project has no files: nothing in claims/ or evidence/",
        Spot("."),
        help="put a first claim into claims/, say claims/thesis.yaml",
        rule="empty-project",
        severity=Severity.ERROR,
    )
