"""The examples in the rules' docstrings, as small projects.

An example is one YAML text with any kinds of record. Eight keys at its top are understood here and
nowhere else: ``sources:`` holds CSL items by id, ``settings:`` is the text of an ``argmap.toml``,
``manuscript:`` the text under audit, ``texts:`` gives texts of sources by id, and ``receipts:`` lists
what was verified earlier; ``reviews:`` and ``versions:`` are those of ``reviews.yaml``. Everything else
is read as a file of the project.
"""

import json
import re
from collections.abc import Mapping

from argmap.files.positions import locate
from argmap.files.project import parse_file
from argmap.files.review_file import parse_reviews
from argmap.files.settings_file import SETTINGS_FILE, parse_settings
from argmap.files.yaml_text import parse_yaml
from argmap.manuscript.at_hand import TextsAtHand
from argmap.manuscript.receipt_file import RECEIPTS_FILE
from argmap.model.dataclass import replace
from argmap.model.finding import Finding
from argmap.model.pattern import pattern
from argmap.model.project import FileRecords, merge
from argmap.model.reviews import REVIEWS_FILE
from argmap.rules.case import Case
from argmap.rules.found import BASELINE_FILE, Found
from argmap.rules.ignoring import ignores
from argmap.rules.registry import NotCheckedError, Rule, choose, find_rule

RECORDS_FILE = "claims/example.yaml"
SOURCES_FILE = "evidence/sources.json"
MANUSCRIPT_FILE = "manuscript.txt"
TEXTS = "texts/"

_BLOCK = pattern(
    r"^(sources|settings|manuscript|texts|receipts|reviews|versions|baseline):.*\n(?:(?:[ \t].*)?\n)*",
    re.MULTILINE,
)


def example_files(text: str) -> dict[str, bytes]:
    r"""Give the files of the project that an example stands for.

    Examples:
        >>> files = example_files("claims:\n  c1: {text: x}\nsources:\n  s1: {title: y}\n")
        >>> for name, data in files.items():
        ...     print(name, data)
        claims/example.yaml b'claims:\n  c1: {text: x}\n'
        evidence/sources.json b'[{"id": "s1", "title": "y"}]'
    """
    blocks = {found[1]: found[0] for found in _BLOCK.finditer(text)}
    files = {RECORDS_FILE: _BLOCK.sub("", text).encode()}
    if "sources" in blocks:
        items = _value(blocks["sources"])
        assert isinstance(items, Mapping)
        entries = [{"id": key, **item} for key, item in items.items()]
        files[SOURCES_FILE] = json.dumps(entries).encode()
    if "settings" in blocks:
        files[SETTINGS_FILE] = str(_value(blocks["settings"])).encode()
    if "manuscript" in blocks:
        files[MANUSCRIPT_FILE] = str(_value(blocks["manuscript"])).encode()
    if "texts" in blocks:
        texts = _value(blocks["texts"])
        assert isinstance(texts, Mapping)
        files |= {f"{TEXTS}{key}": str(text).encode() for key, text in texts.items()}
    if "receipts" in blocks:
        files[RECEIPTS_FILE] = json.dumps(_value(blocks["receipts"])).encode()
    if "baseline" in blocks:
        files[BASELINE_FILE] = json.dumps({"counts": _value(blocks["baseline"])}).encode()
    if "reviews" in blocks:
        files[REVIEWS_FILE] = (blocks["reviews"] + blocks.get("versions", "")).encode()
    return files


def find_in_example(rule: Rule, text: str) -> list[Finding]:
    """Run one rule on an example.

    Args:
        rule: The rule.
        text: The example, as ``Rule.example`` gives it.

    Returns:
        What the rule finds, with places.

    Raises:
        NotCheckedError: If the rule cannot run on it.
    """
    files = example_files(text)
    settings, faults = parse_settings(SETTINGS_FILE, files.get(SETTINGS_FILE, b""))
    folders = ("claims/", "evidence/")
    records = [parse_file(name, data) for name, data in files.items() if name.startswith(folders)]
    if rule.scope == "file":
        found = [finding for each in records for finding in rule.run(each)]
    else:
        project = merge(records, settings)
        reviews, _ = parse_reviews(files.get(REVIEWS_FILE, b""))
        project = replace(project, faults=(*faults, *project.faults), reviews=reviews)
        manuscripts = {name: files[name] for name in (MANUSCRIPT_FILE,) if name in files}
        sources = {name[len(TEXTS) :]: data for name, data in files.items() if name.startswith(TEXTS)}
        case = Case(project, TextsAtHand(manuscripts, sources, project, files.get(RECEIPTS_FILE)))
        found = rule.run(_found(case, records, files) if rule.scope == "findings" else case)
    return locate(found, files.get)


def _found(case: Case, records: list[FileRecords], files: dict[str, bytes]) -> Found:
    """Run the rules that are on, for a rule that looks at what they find."""
    findings: list[Finding] = []
    ran = set()
    for rule in map(find_rule, choose()):
        if rule.scope == "findings":
            continue
        try:
            for subject in records if rule.scope == "file" else [case]:
                findings += rule.run(subject)
        except NotCheckedError:
            continue
        ran.add(rule.name)
    counts = json.loads(files.get(BASELINE_FILE, b'{"counts": {}}'))["counts"]
    ignoring = [sum(ignores(i, finding) for finding in findings) for i in case.project.settings.ignores]
    return Found(case, findings, frozenset(ran), ignoring, counts)


def _value(block: str) -> object:
    """Give what stands under the one key of a block."""
    mapping = parse_yaml(block)
    assert isinstance(mapping, Mapping)
    (value,) = mapping.values()
    return value
