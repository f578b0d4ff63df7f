"""BibLaTeX and BibTeX in (Zotero's Better BibLaTeX and Better BibTeX among them), BibLaTeX out."""

import re

from argmap.exchange.biblatex import entry_of, is_key
from argmap.exchange.bibliographies import csl_of, imported, without_sources
from argmap.exchange.content import Content
from argmap.exchange.ids import Ids
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, Imported, exporter, importer
from argmap.files.bibtex import parse_bibtex
from argmap.verdict.judgement import Judgement

_ENTRY = re.compile(r"^[ \t]*@[ \t]*([A-Za-z]+)[ \t\n]*[{(]\s*[^\s,{}=]+\s*,", re.MULTILINE)
_COMMON = frozenset(
    "article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis "
    "proceedings techreport unpublished".split()
)
_NEWER = re.compile(
    r"^\s*(?:date|journaltitle|location|langid|urldate|institution|origdate|entrysubtype|eventtitle|shortjournal)\s*=",
    re.MULTILINE | re.IGNORECASE,
)


def _entry_types(content: Content) -> set[str]:
    return {found[1].lower() for found in _ENTRY.finditer(content.text[:100_000])}


def likely_biblatex(content: Content) -> float:
    """Tell BibLaTeX by its types of entry, or by fields that BibTeX lacks."""
    types = _entry_types(content) if "@" in content.text else set()
    if not types:
        return 0
    is_newer = types - _COMMON - {"string", "comment", "preamble"} or _NEWER.search(content.text[:100_000])
    return 0.9 if is_newer else 0.7


def likely_bibtex(content: Content) -> float:
    """Tell BibTeX by entries."""
    return 0.8 if "@" in content.text and _entry_types(content) else 0


def _read(content: Content) -> Imported:
    loss = LossReport()
    records, unread = parse_bibtex(content.name, content.text)
    for key, name in unread:
        loss.drop(f"source.{name}", key, "a field that argmap does not know")
    return imported(records, loss)


@importer("bibtex", "BibTeX (Better BibTeX)", (".bib",), likely_bibtex)
def read_bibtex(content: Content) -> Imported:
    """Read a bibliography in BibTeX."""
    return _read(content)


@importer("biblatex", "BibLaTeX (Better BibLaTeX)", (".bib",), likely_biblatex)
def read_biblatex(content: Content) -> Imported:
    """Read a bibliography in BibLaTeX."""
    return _read(content)


@exporter("biblatex", "BibLaTeX (sources only; dates as EDTF, archives in fields of our own)", ".bib")
def write(judgement: Judgement) -> Exported:
    """Write the sources of a map as BibLaTeX."""
    project, loss = judgement.project, LossReport()
    without_sources(project, loss)
    entries, ids = [], Ids(key for key in project.sources if is_key(key))
    for key, source in project.sources.items():
        written = key
        if not is_key(key):
            written = ids.free(re.sub(r"[\s,{}()\"#%\\=~']+", "-", key).strip("-") or "source")
            loss.change("source", key, f"its id became the key '{written}'")
        losses: list[tuple[str, str, str]] = []
        entry = entry_of(
            written, csl_of(key, source), source.issued, lambda *told, to=losses: to.append(told)
        )
        entries.append(entry)
        for fate, name, why in losses:
            (loss.change if fate == "changed" else loss.drop)(f"source.{name}", key, why)
        if not losses:
            loss.keep("source")
    return Exported({"": "\n".join(entries).encode()}, loss)
