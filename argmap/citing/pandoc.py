"""Citations in any CSL style, set by pandoc, which comes with the extra ``argmap[csl]``."""

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from argmap.citing.marked import OFF, ON, Marked
from argmap.citing.places import Place
from argmap.citing.wording import plain
from argmap.citing.work import Work
from argmap.model.errors import ArgmapError, UnreadableError, shown

MISSING = "citations in a style of your own need pandoc: pip install 'argmap[csl]'"
_LARGEST = 5_000_000
"""Bytes from which a style is refused unread."""
_CSL = "{http://purl.org/net/xbiblio/csl}"
_FILLER = {"id": "filler", "type": "book", "title": "Filler", "author": [{"family": "Filler"}]}
"""Cited between two citations of one work, so that no style says "ibid."."""


@dataclass(frozen=True, slots=True)
class Styled:
    """Works as a style prints them, by their key."""

    notes: dict[str, Marked] = field(default_factory=dict)
    shorts: dict[str, Marked] = field(default_factory=dict)
    """As cited again."""
    entries: dict[str, Marked] = field(default_factory=dict)
    """In the order of the style's bibliography."""


def styled(works: Sequence[tuple[Work, Place]], style: Path, *, seconds: float = 60) -> Styled:
    """Print works in a CSL style.

    Args:
        works: The works, with the place to be cited in each.
        style: A file in the Citation Style Language, independent of other styles.
        seconds: How long pandoc may take, 20 milliseconds a work on top.

    Raises:
        ArgmapError: If pandoc is not installed, fails, or takes too long.
        UnreadableError: If the style cannot be read or is none.
    """
    text = _checked(style)
    program = _pandoc()
    with TemporaryDirectory(prefix="argmap-") as folder:
        sheet, items = Path(folder) / "style.csl", Path(folder) / "items.json"
        sheet.write_bytes(text)
        references = [{**_item(work), "id": f"w{i}"} for i, (work, _) in enumerate(works)]
        items.write_text(json.dumps([*references, _FILLER]), encoding="utf-8")
        words = [program, "--sandbox", "-f", "json", "-t", "json", "--citeproc"]
        words += ["--csl", str(sheet), "--bibliography", str(items)]
        document = _run(words, _document(works), seconds + 0.02 * len(works), style)
    return _read(document, [work.key for work, _ in works])


def _checked(style: Path) -> bytes:
    """Read a style, and refuse what is none, or would make pandoc fetch another."""
    from lxml import etree

    name = shown(str(style))
    try:
        with style.open("rb") as stream:
            text = stream.read(_LARGEST + 1)
    except OSError as error:
        raise UnreadableError(f"cannot read the style '{name}': {error.strerror or error}") from error
    if len(text) > _LARGEST:
        raise UnreadableError(f"the style '{name}' is larger than {_LARGEST // 1_000_000} MB")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"the style '{name}' is no XML: {shown(str(error), 160)}") from None
    if root.getroottree().docinfo.doctype:
        raise UnreadableError(f"the style '{name}' has a document type, which styles have not")
    if root.tag != f"{_CSL}style":
        raise UnreadableError(f"'{name}' is no style in the Citation Style Language (.csl)")
    for link in root.iter(f"{_CSL}link"):
        if link.get("rel") == "independent-parent":
            parent = shown(str(link.get("href", "")).rpartition("/")[2])
            raise UnreadableError(f"the style '{name}' only points to another: take '{parent}.csl' itself")
    return text


def _pandoc() -> str:
    """Find pandoc, which the extra brings.

    Raises:
        ArgmapError: If it is not there.
    """
    try:
        import pypandoc
    except ImportError:
        raise ArgmapError(MISSING) from None
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError:
        raise ArgmapError(MISSING) from None


def _run(words: list[str], document: str, seconds: float, style: Path) -> Any:
    name = shown(str(style))
    try:
        done = subprocess.run(
            words, input=document.encode(), capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise ArgmapError(f"pandoc took longer than {seconds:.0f} s over the style '{name}'") from None
    except OSError as error:
        raise ArgmapError(f"pandoc cannot be run: {error.strerror or error}") from None
    if done.returncode:
        told = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise ArgmapError(f"pandoc cannot use the style '{name}': {shown(told, 240)}")
    try:
        return json.loads(done.stdout)
    except ValueError:
        raise ArgmapError("pandoc gave back something else than a document") from None


def _item(work: Work) -> dict[str, Any]:
    """Give the CSL item of a work, with names and date where it came without one."""
    item = {name: value for name, value in work.item.items() if name not in ("custom", "note", "abstract")}
    item["type"] = work.type
    if "author" not in item and work.authors:
        item["author"] = [
            {"family": person.family, "given": person.given} if person.given else {"literal": person.family}
            for person in work.authors
        ]
    if work.issued and _PLAIN.fullmatch(work.issued.text):
        item["issued"] = {"date-parts": [[int(part) for part in work.issued.text.split("-")]]}
    elif work.issued and "issued" not in item:
        item["issued"] = {"literal": work.issued.text}
    return item


_PLAIN = re.compile(r"\d{4}(-\d\d){0,2}")


def _document(works: Sequence[tuple[Work, Place]]) -> str:
    """Cite every work once, and once more after all have been cited."""
    first = [_paragraph(f"w{i}", place) for i, (_, place) in enumerate(works)]
    again = [
        paragraph
        for i, (_, place) in enumerate(works)
        for paragraph in (_paragraph("filler", Place()), _paragraph(f"w{i}", place))
    ]
    return json.dumps({"pandoc-api-version": [1, 23], "meta": {}, "blocks": [*first, *again]})


def _paragraph(key: str, place: Place) -> dict[str, Any]:
    told = ", ".join(filter(None, (place.address, _page(place.pinpoint), place.words)))
    suffix: list[dict[str, Any]] = []
    for word in f", {told}".split() if told else ():
        suffix += [{"t": "Str", "c": word}, {"t": "Space"}]
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": suffix[:-1],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Para", "c": [{"t": "Cite", "c": [[citation], [{"t": "Str", "c": "?"}]]}]}


def _page(pinpoint: str) -> str:
    if not pinpoint[:1].isdigit():
        return pinpoint
    return f"{'pp.' if any(mark in pinpoint for mark in '–,') else 'p.'} {pinpoint}"


def _read(document: Any, keys: list[str]) -> Styled:
    """Take the citations out of the document that pandoc gives back."""
    found = Styled()
    cited = [block["c"] for block in document["blocks"] if block["t"] == "Para"]
    count = len(keys)
    for key, first, again in zip(keys, cited[:count], cited[count + 1 :: 2], strict=True):
        found.notes[key], found.shorts[key] = _marked(first), _marked(again)
    for block in document["blocks"]:
        for entry in block["c"][1] if block["t"] == "Div" else ():
            name = entry["c"][0][0].removeprefix("ref-")
            if entry["t"] == "Div" and name != "filler":
                parts = (part["c"] for part in entry["c"][1] if part["t"] in ("Para", "Plain"))
                found.entries[keys[int(name[1:])]] = _marked([piece for part in parts for piece in part])
    return found


def _marked(inlines: list[dict[str, Any]]) -> Marked:
    notes = [piece for piece in _walk(inlines) if piece["t"] == "Note"]
    text = "".join(_texts(notes[0]["c"][0]["c"] if notes else inlines))
    return Marked(" ".join(text.split()).strip())


def _walk(inlines: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for piece in inlines:
        yield piece
        if piece["t"] == "Cite":
            yield from _walk(piece["c"][1])


def _content(piece: dict[str, Any]) -> Any:  # any content of pandoc's documents
    return piece.get("c")


_ATTRIBUTED = frozenset({"Span", "Link", "Cite", "Quoted"})


def _texts(inlines: list[dict[str, Any]]) -> Iterator[str]:
    for piece in inlines:
        kind, content = str(piece["t"]), _content(piece)
        if kind in ("Space", "SoftBreak", "LineBreak"):
            yield " "
        elif kind == "Str":
            yield plain(content) if content.strip() else " "
        elif kind == "Emph":
            yield ON + "".join(_texts(content)).replace(ON, "").replace(OFF, "") + OFF
        elif kind == "Quoted":
            marks = "“”" if content[0]["t"] == "DoubleQuote" else "‘’"
            yield marks[0] + "".join(_texts(content[1])) + marks[1]
        elif kind in _ATTRIBUTED:
            yield from _texts(content[1])
        elif isinstance(content, list) and content and isinstance(content[-1], str):
            yield plain(content[-1])
        elif isinstance(content, list):
            yield from _texts([each for each in content if isinstance(each, dict)])
