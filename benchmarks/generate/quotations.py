"""Source texts, and a project whose evidence quotes them, mostly word for word."""

import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate.words import numbers, sentence

A_PARAGRAPH = 6
ALTERED = 4
"""One quotation in so many has a word that its source does not have."""
_TEXT = 20_000_000
"""Where the sentences of texts begin among all sentences."""


@dataclass(frozen=True, slots=True)
class Quotations:
    """Where everything was written."""

    project: Path
    texts: tuple[Path, ...]
    quoted: Path
    """The quotations as a list of JSON: text and words."""


def write_quotations(folder: Path, size: int, count: int, texts: int, seed: int = 1) -> Quotations:
    """Write texts, and a project that quotes one or two sentences at a time, one in four with a fault.

    Args:
        folder: Where to.
        size: Bytes of all texts together, about.
        count: How many quotations.
        texts: How many texts.
        seed: Of the made-up sentences.
    """
    written = [_text(each, size // texts, seed) for each in range(texts)]
    files = []
    for each, sentences in enumerate(written):
        file = folder / f"source-{each}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_laid_out(sentences), "utf-8")
        files.append(file)
    quoted = []
    for number in range(count):
        sentences = written[number % texts]
        at = numbers(number + seed) % (len(sentences) - 1)
        words = " ".join(sentences[at : at + 1 + number % 2])
        quoted.append((number % texts, _misread(words) if number % ALTERED == ALTERED - 1 else words))
    project = folder / "project"
    _write_project(project, quoted, texts)
    listed = folder / "quoted.json"
    listed.write_text(json.dumps([{"text": files[t].name, "exact": words} for t, words in quoted]), "utf-8")
    return Quotations(project, tuple(files), listed)


def _misread(words: str) -> str:
    """Put another word into the middle of a quotation."""
    listed = words.split()
    listed[len(listed) // 2] = "quicksilver"
    return " ".join(listed)


def _text(text: int, size: int, seed: int) -> list[str]:
    made: list[str] = []
    length = 0
    while length < size:
        made.append(sentence(_TEXT + text * 10_000_000 + len(made), seed))
        length += len(made[-1]) + 1
    return made


def _laid_out(sentences: list[str]) -> str:
    paragraphs = (sentences[i : i + A_PARAGRAPH] for i in range(0, len(sentences), A_PARAGRAPH))
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs) + "\n"


def _write_project(folder: Path, quoted: list[tuple[int, str]], texts: int) -> None:
    for name in ("claims", "evidence"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    names = "".join(f"      - quoted-{n}\n" for n in range(len(quoted)))
    claim = "claims:\n  thesis:\n    text: The sources say so.\n    for:\n"
    (folder / "claims" / "thesis.yaml").write_text(claim + names, "utf-8")
    lines = ["evidence:\n"]
    for number, (text, words) in enumerate(quoted):
        lines.append(f"  quoted-{number}:\n    shows: {sentence(number)}\n    source: source-{text}\n")
        lines.append(f"    form: record\n    quote: {{exact: {json.dumps(words)}}}\n")
    (folder / "evidence" / "quoted.yaml").write_text("".join(lines), "utf-8")
    sources = [{"id": f"source-{n}", "type": "book", "title": f"Volume {n}"} for n in range(texts)]
    (folder / "evidence" / "sources.json").write_text(json.dumps(sources), "utf-8")
    (folder / "argmap.toml").write_text('title = "Quotations"\n', "utf-8")
